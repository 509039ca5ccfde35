//! Mail addresses in the one form in which we compare them.
//!
//! The domain is compared as the name system compares it: mapped by UTS 46, in A-labels, so that `bücher.example` and
//! `xn--bcher-kva.example` are one. The local part is in NFC and in lower case; what stands behind a plus and dots stay,
//! because only its own server knows whether two of them are one mailbox. What a mail program would have to mend first (a
//! display name, `mailto:`, quotes, an invisible character) is no address: mending it is guessing who is meant.

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;
use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};

// RFC 5321, 4.5.3.1, in octets; a path of 256 holds the address in angle brackets.
const LOCAL_BYTES_MAX: usize = 64;
const ADDRESS_BYTES_MAX: usize = 254;
/// What is longer is not looked at: composing takes longer than reading.
const GIVEN_BYTES_MAX: usize = 1024;

/// The form in which addresses are compared; nothing when it is not an address.
pub fn normal(address: &str) -> Option<String> {
    let (local, domain) = parts(address)?;
    // Lower case can be two characters that compose again.
    whole(&composed(&local.to_lowercase()), &domain)
}

/// The same, but the local part keeps its case: for a database that tells such mailboxes apart.
pub fn exact(address: &str) -> Option<String> {
    let (local, domain) = parts(address)?;
    whole(&local, &domain)
}

/// A normal address with its domain in the letters that people read, where that is another text.
pub fn unicode_domain(normal: &str) -> Option<String> {
    let (local, domain) = normal.rsplit_once('@')?;
    let (readable, checked) =
        Uts46::new().to_unicode(domain.as_bytes(), AsciiDenyList::STD3, Hyphens::CheckFirstLast);
    (checked.is_ok() && readable != domain).then(|| format!("{local}@{readable}"))
}

/// Nobody sees it: a joiner, a mark of order or direction, a blank of no width.
pub fn is_invisible(c: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c)
}

fn composed(text: &str) -> String {
    ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

fn parts(address: &str) -> Option<(String, String)> {
    let address = address.trim_matches(|c: char| c.is_ascii_whitespace());
    if address.len() > GIVEN_BYTES_MAX || address.chars().any(is_invisible) {
        return None;
    }
    let (local, domain) = address.rsplit_once('@')?;
    // Composed first: a Greek question mark becomes a semicolon.
    let local = composed(local);
    let dotted = local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atext));
    let domain = Uts46::new()
        .to_ascii(
            domain.as_bytes(),
            AsciiDenyList::STD3,
            Hyphens::CheckFirstLast,
            DnsLength::Verify,
        )
        .ok()?;
    // A last label of digits is a network address, and no top-level domain (RFC 3696, 2).
    let (_, top) = domain.rsplit_once('.')?;
    let is_name = !top.bytes().all(|byte| byte.is_ascii_digit());
    (dotted && is_name).then(|| (local, domain.into_owned()))
}

// RFC 5322, 3.2.3, and RFC 6531, 3.3, for what is not ASCII.
fn is_atext(c: char) -> bool {
    let is_readable = !c.is_control() && !c.is_whitespace() && c != char::REPLACEMENT_CHARACTER;
    c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c) || (!c.is_ascii() && is_readable)
}

fn whole(local: &str, domain: &str) -> Option<String> {
    let fits =
        local.len() <= LOCAL_BYTES_MAX && local.len() + 1 + domain.len() <= ADDRESS_BYTES_MAX;
    fits.then(|| format!("{local}@{domain}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_mailbox_are_one_address() {
        for (given, one) in [
            (" Ada@Example.ORG\r\n", "ada@example.org"),
            ("ada@b\u{fc}cher.example", "ada@xn--bcher-kva.example"),
            ("ada@B\u{dc}CHER.example", "ada@xn--bcher-kva.example"),
            ("ada@bu\u{308}cher.example", "ada@xn--bcher-kva.example"),
            ("ada@XN--BCHER-KVA.example", "ada@xn--bcher-kva.example"),
            ("rene\u{301}@example.org", "ren\u{e9}@example.org"),
            ("ZO\u{cb}@example.org", "zo\u{eb}@example.org"),
            ("ZOE\u{308}@example.org", "zo\u{eb}@example.org"),
            ("ada@example\u{3002}org", "ada@example.org"),
            ("ada@\u{ff45}xample\u{ff0e}org", "ada@example.org"),
            ("o'neil=x/y@example.org", "o'neil=x/y@example.org"),
            ("\u{7528}\u{6237}@\u{4f8b}\u{5b50}.example", "\u{7528}\u{6237}@xn--fsqu00a.example"),
        ] {
            assert_eq!(normal(given).as_deref(), Some(one), "{given}");
        }
    }

    #[test]
    fn two_mailboxes_stay_two() {
        for (one, other) in [
            ("ada+news@example.org", "ada@example.org"),
            ("a.da@example.org", "ada@example.org"),
            ("ada@example.org", "ada@mail.example.org"),
            ("ada@stra\u{df}e.example", "ada@strasse.example"),
            ("zoe@example.org", "zo\u{eb}@example.org"),
        ] {
            assert_ne!(normal(one).unwrap(), normal(other).unwrap(), "{one} {other}");
        }
    }

    #[test]
    fn what_is_no_address_is_nothing() {
        let long_local = format!("{}@example.org", "a".repeat(65));
        let long_domain = format!("ada@{}example.org", "a123456789.".repeat(23));
        for wrong in [
            "",
            "ada",
            "@example.org",
            "ada@",
            "ada@org",
            "a da@example.org",
            "a@b@c.example",
            "ada@.example",
            "ada@example.",
            "ada@example..org",
            "ada@-example.org",
            "ada@example-.org",
            "ada@ex_ample.org",
            "ada@example.org,",
            "ada@example.org;bea@example.org",
            "ada@192.0.2.1",
            "ada@[192.0.2.1]",
            "ada@xn--a.example",
            ".ada@example.org",
            "ada.@example.org",
            "ada..b@example.org",
            "<ada@example.org>",
            "Ada <ada@example.org>",
            "mailto:ada@example.org",
            "\"ada\"@example.org",
            "\u{feff}ada@example.org",
            "ada\u{200b}@example.org",
            "ada@exam\u{200b}ple.org",
            "ada@exam\u{ad}ple.org",
            "ada\u{a0}@example.org",
            "\u{a0}ada@example.org",
            "ada\0@example.org",
            "ada\u{37e}b@example.org",
            "ad\u{fffd}@example.org",
            "ada\u{ff20}example.org",
            "ada@exa\u{ff20}mple.org",
            &long_local,
            &long_domain,
        ] {
            assert_eq!(normal(wrong), None, "{wrong:?}");
            assert_eq!(exact(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn an_exact_address_keeps_the_case_of_its_local_part_and_of_nothing_else() {
        let given = " ZOE\u{308}.B@B\u{fc}cher.Example";
        assert_eq!(exact(given).as_deref(), Some("ZO\u{cb}.B@xn--bcher-kva.example"));
    }

    #[test]
    fn a_domain_is_also_told_in_the_letters_that_people_read() {
        let readable = unicode_domain("ada@xn--bcher-kva.example");
        assert_eq!(readable.as_deref(), Some("ada@b\u{fc}cher.example"));
        assert_eq!(unicode_domain("ada@example.org"), None);
        assert_eq!(unicode_domain("nobody"), None);
    }

    proptest! {
        #[test]
        fn a_normal_address_is_its_own_normal_form(
            local in "[a-zA-ZäÄßẞÉİΣςǅﬁ\u{301}\u{307}\u{345}가+.-]{1,12}",
            domain in "[a-zA-ZäÄßÉΣς-]{1,8}\\.(example|ORG|中国)",
        ) {
            let given = format!("{local}@{domain}");
            if let Some(one) = normal(&given) {
                prop_assert_eq!(normal(&one), Some(one.clone()));
                let kept = exact(&given).unwrap();
                prop_assert_eq!(normal(&kept), Some(one.clone()));
                prop_assert_eq!(exact(&kept), Some(kept));
                if let Some(readable) = unicode_domain(&one) {
                    prop_assert_eq!(normal(&readable), Some(one));
                }
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,40}", at in "[@.]{0,2}") {
            let _ = normal(&format!("{text}{at}{text}"));
        }
    }
}
