//! What somebody reads who asks for the same thing again while the first request is open (P9).

use crate::domain::language::Language;

/// The notice, in the language of the request.
pub(super) fn notice(first: &str, due: &str, language: Option<&str>) -> String {
    match Language::or_english(language) {
        Language::En => format!(
            "You asked for the same in {first}, which is still open. Both are answered together, by {due}. You lose nothing: this \
             request is recorded, has a receipt of its own, and is counted nowhere."
        ),
        Language::Fr => format!(
            "Vous avez demandé la même chose dans {first}, qui est encore ouverte. Les deux reçoivent une seule réponse, au plus \
             tard le {due}. Vous ne perdez rien : cette demande est enregistrée, a son propre récépissé et n'est comptée nulle part."
        ),
        Language::De => format!(
            "Sie haben dasselbe in {first} verlangt, das noch offen ist. Beide werden zusammen beantwortet, spätestens am {due}. \
             Sie verlieren nichts: Dieses Ersuchen ist aufgezeichnet, hat seine eigene Quittung und wird nirgends gezählt."
        ),
    }
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
