//! What somebody reads who asks for the same thing again while the first request is open (P9).

use crate::words::{Language, Requests};

/// The notice, in the language of the request.
pub(super) fn notice(first: &str, due: &str, language: Option<&str>) -> String {
    Requests(Language::or_english(language)).merged(first, due)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notice_in_every_language() {
        let all = Language::ALL
            .map(|language| notice("HB-7K3M-92QX", "2026-12-23", Some(language.code())));
        insta::assert_snapshot!(all.join("\n"));
    }
}
