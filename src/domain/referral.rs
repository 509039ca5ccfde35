//! A request that no threshold flagged can be referred by hand, with the evidence that C-526/24 asks for (LAW 10.3).

use serde::{Deserialize, Serialize};

use super::ground::{is_same_text, says_something};
use super::not_enacted::NotEnacted;
use super::role::{Officer, Role};

/// The questions of LAW 10.3, without whose answers nothing is referred.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// What objective purpose of the right is not served?
    pub purpose_not_served: String,
    /// What shows intention?
    pub intention: String,
    /// Could a reasonable person still want the protection of their rights (C-416/23, para 56)?
    pub reasonable_person: String,
    /// What milder step exists?
    pub milder_step: String,
    /// Where in the file, or in public and corroborated, the evidence stands. No research about the person (P17).
    pub evidence_in_file: String,
}

/// A referral of a request that no threshold flagged (LAW 10.3, C-526/24).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Referral {
    by: String,
    checklist: Checklist,
}

impl Referral {
    /// Who referred it.
    pub fn by(&self) -> &str {
        &self.by
    }

    /// The answers.
    pub fn checklist(&self) -> &Checklist {
        &self.checklist
    }
}

/// Refers a request for review by hand.
///
/// # Errors
/// When the officer may only read, or a question has no answer.
pub fn refer(officer: &Officer, checklist: Checklist) -> Result<Referral, NotEnacted> {
    if !officer.is(Role::Dpo) && !officer.is(Role::Controller) {
        return Err(NotEnacted::NotTheDpo);
    }
    let answers = [
        ("purpose_not_served", &checklist.purpose_not_served),
        ("intention", &checklist.intention),
        ("reasonable_person", &checklist.reasonable_person),
        ("milder_step", &checklist.milder_step),
        ("evidence_in_file", &checklist.evidence_in_file),
    ];
    if let Some((name, _)) = answers.into_iter().find(|(_, text)| !says_something(text)) {
        return Err(NotEnacted::NoReasons(name));
    }
    if is_same_text(&checklist.purpose_not_served, &checklist.intention) {
        return Err(NotEnacted::SameText("purpose_not_served", "intention"));
    }
    Ok(Referral { by: officer.id().to_owned(), checklist })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn officer(id: &str, role: Role) -> Officer {
        Officer::attested(id.into(), [role].into())
    }

    #[test]
    fn a_referral_by_hand_answers_every_question() {
        let full = Checklist {
            purpose_not_served: "he has the copy and asks for it again".into(),
            intention: "he wrote that it goes on until he is paid".into(),
            reasonable_person: "nobody else would want it so soon".into(),
            milder_step: "we offered what is new since then".into(),
            evidence_in_file: "his letter of 3 November in the file".into(),
        };
        let dpo = officer("d", Role::Dpo);
        assert!(refer(&dpo, full.clone()).is_ok());
        for nothing in ["", "x", "because"] {
            let lacking = Checklist { intention: nothing.into(), ..full.clone() };
            assert_eq!(refer(&dpo, lacking), Err(NotEnacted::NoReasons("intention")));
        }
        let one = Checklist { intention: full.purpose_not_served.clone(), ..full.clone() };
        assert_eq!(refer(&dpo, one), Err(NotEnacted::SameText("purpose_not_served", "intention")));
        assert_eq!(refer(&officer("a", Role::Auditor), full), Err(NotEnacted::NotTheDpo));
    }
}
