//! What somebody reads who asks for the same thing again while the first request is open (P9).

use crate::domain::time::Day;
use crate::words::{Language, Requests, day};

/// The notice, in the language of the request.
pub(super) fn notice(first: &str, due: Day, language: Language) -> String {
    Requests(language).merged(first, &day(language, due))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_notice_in_every_language() {
        let all = Language::ALL
            .map(|language| notice("HB-7K3M-92QX", Day::constant(2026, 12, 23), language));
        insta::assert_snapshot!(all.join("\n"));
    }
}
