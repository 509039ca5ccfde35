//! The languages that letters and explanations are written in. A language chooses words, and nothing else (SETTLED 8): no
//! way of writing it is a reason to turn anybody away.

use std::cmp::Reverse;

const TAG_BYTES_MAX: usize = 35;
/// The best quality, in thousandths.
const BEST: u16 = 1000;

/// One of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
    /// German.
    De,
    /// Spanish.
    Es,
    /// Italian.
    It,
    /// Dutch.
    Nl,
    /// Polish.
    Pl,
    /// Portuguese.
    Pt,
}

/// The text is no language tag, known or not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("this is not a language such as `fr`")]
pub struct NotATag;

impl Language {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::En, Self::Fr, Self::De, Self::Es, Self::It, Self::Nl, Self::Pl, Self::Pt];

    /// Its code: `fr`.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Fr => "fr",
            Self::De => "de",
            Self::Es => "es",
            Self::It => "it",
            Self::Nl => "nl",
            Self::Pl => "pl",
            Self::Pt => "pt",
        }
    }

    /// The language of a tag such as `fr-BE`, if it is one of ours. Tags have no case, and programs write `fr_BE` too.
    pub fn parse(tag: &str) -> Option<Self> {
        let first = primary(tag);
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(first))
    }

    /// The language that letters of a country's offices are written in, where it is one of ours; English elsewhere.
    pub fn of_country(code: &str) -> Self {
        match code {
            "FR" | "LU" | "MC" => Self::Fr,
            "DE" | "AT" | "LI" | "CH" => Self::De,
            "ES" => Self::Es,
            "IT" => Self::It,
            "NL" => Self::Nl,
            "PL" => Self::Pl,
            "PT" => Self::Pt,
            _ => Self::En,
        }
    }

    /// The same, in English when it is none of ours.
    pub fn or_english(tag: Option<&str>) -> Self {
        tag.and_then(Self::parse).unwrap_or_default()
    }

    /// What somebody's software likes best among ours, by the values of `Accept-Language`; nothing when it likes none.
    pub fn preferred<'v>(values: impl Iterator<Item = &'v str>) -> Option<Self> {
        let ranges: Vec<(&str, u16)> =
            values.flat_map(|value| value.split(',')).filter_map(range).collect();
        let liked = |language: Self| {
            let code = language.code();
            // RFC 9110, 12.4.2: a quality of 0 is "not acceptable".
            if ranges.iter().any(|(tag, q)| *q == 0 && tag.eq_ignore_ascii_case(code)) {
                return None;
            }
            let best = |fits: &dyn Fn(&str) -> bool| {
                let fitting = ranges.iter().enumerate().filter(|(_, (tag, q))| *q > 0 && fits(tag));
                fitting.map(|(place, (_, q))| (*q, Reverse(place))).max()
            };
            // RFC 4647, 3.4: `fr-CA` is served by `fr`. `*` is every language that is not named otherwise (3.3.1).
            best(&|tag| primary(tag).eq_ignore_ascii_case(code)).or_else(|| best(&|tag| tag == "*"))
        };
        let ours = Self::ALL.into_iter().filter_map(|language| Some((liked(language)?, language)));
        ours.max_by_key(|(liked, language)| (*liked, Reverse(*language))).map(|(_, ours)| ours)
    }
}

/// A tag as it is kept: hyphens, the usual case (RFC 5646, 2.1.1), no longer than 35. Nothing for an empty text and for
/// a tag that names no language to anybody else (`x-…`, `i-…`).
///
/// # Errors
/// [`NotATag`], when it cannot be one.
pub fn normal_tag(text: &str) -> Result<Option<String>, NotATag> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let parts: Vec<String> = text.split(['-', '_']).map(str::to_ascii_lowercase).collect();
    let is_part = |part: &String| {
        (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let (Some((first, rest)), true) = (parts.split_first(), parts.iter().all(is_part)) else {
        return Err(NotATag);
    };
    if matches!(first.as_str(), "x" | "i") {
        return Ok(None);
    }
    if !(2..=3).contains(&first.len()) || !first.bytes().all(|b| b.is_ascii_alphabetic()) {
        return Err(NotATag);
    }
    let mut tag = first.clone();
    // What follows a single letter is an extension, and stays small.
    let mut is_extension = false;
    for part in rest {
        is_extension |= part.len() == 1;
        if tag.len() + 1 + part.len() > TAG_BYTES_MAX {
            break;
        }
        tag.push('-');
        tag.push_str(&if is_extension { part.clone() } else { cased(part) });
    }
    Ok(Some(tag))
}

/// A region in capitals, a script with one.
fn cased(part: &str) -> String {
    let is_word = part.bytes().all(|b| b.is_ascii_alphabetic());
    match part.split_at_checked(1) {
        Some((initial, rest)) if is_word && part.len() == 4 => initial.to_ascii_uppercase() + rest,
        _ if is_word && part.len() == 2 => part.to_ascii_uppercase(),
        _ => part.to_owned(),
    }
}

fn primary(tag: &str) -> &str {
    tag.trim().split(['-', '_']).next().unwrap_or_default()
}

/// One range with its quality in thousandths, unless it cannot be read.
fn range(part: &str) -> Option<(&str, u16)> {
    let mut pieces = part.split(';').map(str::trim);
    let tag = pieces.next().filter(|tag| !tag.is_empty())?;
    let weight = pieces.find_map(|piece| piece.strip_prefix(['q', 'Q'])?.trim().strip_prefix('='));
    Some((tag, weight.map_or(Some(BEST), |weight| quality(weight.trim()))?))
}

fn quality(text: &str) -> Option<u16> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let is_number = rest.bytes().all(|b| b.is_ascii_digit());
    let thousandths = format!("{:0<3}", rest.get(..3).unwrap_or(rest)).parse();
    match (whole, thousandths.ok().filter(|_| is_number)?) {
        ("0", thousandths) => Some(thousandths),
        ("1", 0) => Some(BEST),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_known_language_with_the_best_quality_is_spoken() {
        use Language::{De, En, Fr};
        for (header, wanted) in [
            ("fr", Some(Fr)),
            ("DE-at", Some(De)),
            ("de;q=0.1, fr;q=0.9", Some(Fr)),
            ("sv, de;q=0.5, en;q=0.9", Some(En)),
            ("en-GB,en;q=0.9,fr;q=0.8", Some(En)),
            ("fr-CA;q=0.3, en;q=0.2, fr;q=0.1", Some(Fr)),
            ("fr, de", Some(Fr)),
            ("de, fr", Some(De)),
            ("de;q=0, fr;q=0.1", Some(Fr)),
            ("de-AT, de;q=0, fr;q=0.1", Some(Fr)),
            ("fr-CA;q=0, fr", Some(Fr)),
            ("*", Some(En)),
            ("en;q=0, *", Some(Fr)),
            ("fr;q=0.5, *;q=0.1", Some(Fr)),
            ("de ; Q=1.000 , en;q=0.999", Some(De)),
            ("den, fry-NL", None),
            ("de;q=0", None),
            ("fr;q=2, de;q=x, en;q=-1", None),
            (";q=1,,", None),
            ("", None),
        ] {
            assert_eq!(Language::preferred(std::iter::once(header)), wanted, "{header}");
        }
        assert_eq!(
            Language::preferred(["de;q=0.2", "fr;q=0.4"].into_iter()),
            Some(Fr),
            "two lines"
        );
        assert_eq!(Language::preferred(std::iter::empty()), None);
    }

    #[test]
    fn a_tag_is_kept_in_its_usual_case_and_an_unknown_one_is_no_error() {
        for (text, kept) in [
            ("EN", Some("en")),
            ("fr_FR", Some("fr-FR")),
            ("zh-hant-tw", Some("zh-Hant-TW")),
            ("SR-LATN-rs", Some("sr-Latn-RS")),
            ("es-419", Some("es-419")),
            ("en-gb-OED-x-Us", Some("en-GB-oed-x-us")),
            ("tlh", Some("tlh")),
            (" de ", Some("de")),
            (
                "de-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd-eeeeeeee",
                Some("de-aaaaaaaa-bbbbbbbb-cccccccc"),
            ),
            ("", None),
            ("  ", None),
            ("x-klingon", None),
            ("i-klingon", None),
        ] {
            assert_eq!(normal_tag(text), Ok(kept.map(str::to_owned)), "{text}");
        }
        for text in ["French", "f", "12", "fr-", "-fr", "fr--BE", "fr-é", "fr FR", "fr-toolongpart"]
        {
            assert_eq!(normal_tag(text), Err(NotATag), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_header_and_no_tag_panics(text in "\\PC{0,100}") {
            Language::preferred(std::iter::once(text.as_str()));
            if let Ok(Some(tag)) = normal_tag(&text) {
                prop_assert!(tag.len() <= TAG_BYTES_MAX);
                prop_assert_eq!(normal_tag(&tag), Ok(Some(tag.clone())), "kept as it is");
            }
        }
    }
}
