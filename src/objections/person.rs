//! Whom a text in somebody's data names. Files, lists and the check read it alike.
//!
//! **Invariant:** nothing is mended. An id with a blank at its end is another text than the one that objected: taken as it
//! is it would slip through, and taken without the blank it may be somebody else's. So it is an error.

use std::borrow::Cow;
use std::fmt;

use crate::domain::address;

/// What a field holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum KeyKind {
    /// The `sub` of an account, byte for byte.
    #[default]
    Subject,
    /// A mail address; compared as addresses are.
    Email,
}

impl KeyKind {
    /// The text by which the person is known.
    ///
    /// # Errors
    /// When it names nobody for sure.
    pub fn named(self, text: Cow<'_, str>) -> Result<Cow<'_, str>, Unclear> {
        match self {
            Self::Subject => subject(&text).map(|()| text),
            Self::Email if text.is_empty() => Err(Unclear::Empty),
            Self::Email => address::normal(&text).map(Cow::Owned).ok_or(Unclear::Address),
        }
    }
}

/// Why a text names nobody for sure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unclear {
    /// There is none.
    Empty,
    /// Something that nobody sees stands before or behind it.
    Padded,
    /// Many programs take it for the end.
    Nul,
    /// A program read a whole number as a fraction and wrote it so.
    Fraction,
    /// It is no mail address.
    Address,
    /// Its bytes are no text.
    Encoding,
    /// It is a number of more than sixteen bytes.
    Large,
}

impl Unclear {
    /// In words that fit behind a line or a member.
    pub fn words(self) -> &'static str {
        match self {
            Self::Empty => "the id is empty",
            Self::Padded => {
                "the id begins or ends with a blank, a control or an invisible character"
            }
            Self::Nul => "the id holds a NUL",
            Self::Fraction => {
                "the id is a number with a fraction or an exponent; write a whole number by its digits"
            }
            Self::Encoding => "the id is not UTF-8",
            Self::Large => "the id is a number of more than 38 digits",
            Self::Address => "the address is not one; it is written like `name@example.org`",
        }
    }
}

impl fmt::Display for Unclear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

impl std::error::Error for Unclear {}

/// Whether this text is the `sub` of somebody.
///
/// # Errors
/// When it names nobody for sure.
pub fn subject(text: &str) -> Result<(), Unclear> {
    let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else {
        return Err(Unclear::Empty);
    };
    if is_unseen(first) || is_unseen(last) {
        return Err(Unclear::Padded);
    }
    if memchr::memchr(0, text.as_bytes()).is_some() {
        return Err(Unclear::Nul);
    }
    if is_whole_fraction(text) { Err(Unclear::Fraction) } else { Ok(()) }
}

fn is_unseen(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_whitespace() || c.is_ascii_control();
    }
    c.is_whitespace() || c.is_control() || address::is_invisible(c)
}

/// `42.0`, `4.2e1`, `1E+16`: a whole number as programs write it that took it for a fraction.
fn is_whole_fraction(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let (mantissa, exponent) = match digits.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (digits, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, fraction),
        // Such programs write one digit before an exponent. `12e5` is part of a hexadecimal id instead.
        None if exponent.is_some() && mantissa.len() == 1 => (mantissa, ""),
        None => return false,
    };
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let Some(exponent) = exponent.map_or(Some(0), read_exponent) else { return false };
    if !is_digits(whole) || !is_digits(fraction) {
        return false;
    }
    let significant = fraction.trim_end_matches('0').len();
    let places = i64::try_from(significant).unwrap_or(i64::MAX).saturating_sub(exponent);
    let zeros = whole.len() - whole.trim_end_matches('0').len();
    places <= 0 || (significant == 0 && i64::try_from(zeros).is_ok_and(|zeros| places <= zeros))
}

/// The exponent of a double, which is below 309.
fn read_exponent(text: &str) -> Option<i64> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let is_number = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    let exponent = text.parse::<i64>().ok().filter(|_| is_number)?;
    (-308..=308).contains(&exponent).then_some(exponent)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_id_with_something_unseen_at_an_end_is_nobodys() {
        let unseen = [
            " ", "\t", "\r\n", "\0", "\u{85}", "\u{a0}", "\u{200b}", "\u{2060}", "\u{3000}",
            "\u{feff}",
        ];
        for unseen in unseen {
            for text in [format!("u-1{unseen}"), format!("{unseen}u-1"), unseen.to_owned()] {
                assert_eq!(subject(&text), Err(Unclear::Padded), "{text:?}");
            }
        }
        assert_eq!(subject(""), Err(Unclear::Empty));
        assert_eq!(subject("u\0-1"), Err(Unclear::Nul));
        for fine in
            ["u-1", "Zo\u{eb} M.", "a b", "\u{7528}\u{6237}", "auth0|5f7c8ec7c33c6c004bbafe82"]
        {
            assert_eq!(subject(fine), Ok(()), "{fine}");
        }
    }

    #[test]
    fn a_whole_number_that_became_a_fraction_is_nobodys() {
        for text in [
            "42.0",
            "42.",
            "42.000",
            "-7.0",
            "+7.0",
            "0.0",
            "4.2e1",
            "4.2E1",
            "4.20e+01",
            "1e16",
            "1E+16",
            "4e2",
            "9.007199254740993e15",
            "1.8446744073709552E19",
            "120.0e-1",
        ] {
            assert_eq!(subject(text), Err(Unclear::Fraction), "{text}");
        }
        for text in [
            "42", "-7", "007", "1.5", "4.2e0", "1.25e1", "5e-1", "10.0.0.1", "v1.0", "1.0-beta",
            "12e5", "12345e67", "9e123456", "1e", "e1", ".0", "1.2.0", "4.2e1e1", "0x1.8p1", "NaN",
        ] {
            assert_eq!(subject(text), Ok(()), "{text}");
        }
    }

    #[test]
    fn an_address_is_known_by_its_normal_form() {
        let named = |text: &str| KeyKind::Email.named(text.to_owned().into()).map(Cow::into_owned);
        assert_eq!(named(" Ada@Example.ORG"), Ok("ada@example.org".into()));
        assert_eq!(named(""), Err(Unclear::Empty));
        assert_eq!(named("u-1"), Err(Unclear::Address));
    }

    proptest! {
        #[test]
        fn every_whole_double_is_found_out_however_it_is_written(number in any::<i64>(), places in 1usize..9) {
            #[expect(clippy::cast_precision_loss, reason = "that is the fault that is looked for")]
            let number = number as f64;
            for text in [format!("{number:?}"), format!("{number:e}"), format!("{number:.places$}")] {
                prop_assert_eq!(subject(&text), Err(Unclear::Fraction), "{}", text);
            }
        }

        #[test]
        fn a_whole_number_is_an_id(number in any::<i128>()) {
            prop_assert_eq!(subject(&number.to_string()), Ok(()));
        }
    }
}
