//! Countries as people and their programs write them. A country names an authority in a letter, and nothing else
//! (SETTLED 8): no way of writing it is a reason to turn anybody away.

/// The text is no country, known or not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("this is not a country such as `FR`")]
pub struct NotACountry;

/// A country as it is kept: ISO 3166 alpha-2 in capitals. Nothing for an empty text and for the codes of three letters or
/// digits, which are correct and name no authority here.
///
/// # Errors
/// [`NotACountry`], when it cannot be one.
pub fn normal_country(text: &str) -> Result<Option<String>, NotACountry> {
    let code = text.trim().to_ascii_uppercase();
    let is_all = |kind: fn(&u8) -> bool| code.bytes().all(|b| kind(&b));
    match (code.as_str(), code.len()) {
        ("", _) => Ok(None),
        // What the institutions of the Union write for them.
        ("UK", _) => Ok(Some("GB".into())),
        ("EL", _) => Ok(Some("GR".into())),
        (_, 2) if is_all(u8::is_ascii_uppercase) => Ok(Some(code)),
        (_, 3) if is_all(u8::is_ascii_uppercase) || is_all(u8::is_ascii_digit) => Ok(None),
        _ => Err(NotACountry),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_read_in_any_case_and_by_its_european_name() {
        for (text, kept) in [
            ("FR", Some("FR")),
            ("fr", Some("FR")),
            (" De ", Some("DE")),
            ("UK", Some("GB")),
            ("uk", Some("GB")),
            ("el", Some("GR")),
            ("ZZ", Some("ZZ")),
            ("", None),
            ("FRA", None),
            ("250", None),
        ] {
            assert_eq!(normal_country(text), Ok(kept.map(str::to_owned)), "{text}");
        }
        for text in ["France", "F", "F1", "é", "2 5"] {
            assert_eq!(normal_country(text), Err(NotACountry), "{text}");
        }
    }
}
