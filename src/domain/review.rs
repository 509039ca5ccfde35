//! From a finding to a refusal or a fee there is one door, and it is here (invariant 4, P19, Art. 12(5)).
//!
//! [`enact`] needs the DPO's opinion, another officer with the controller's role, reasons for the objective and the
//! subjective element, and the milder steps considered. Its result cannot be made in any other way.

use serde::{Deserialize, Serialize};

use super::id::FlagId;
use super::role::{Officer, Role};
use super::time::Instant;

/// What the DPO advised.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Opinion {
    view: View,
    by: String,
    at: Instant,
    reasons: Reasons,
}

/// The two possible opinions.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// Answer as always.
    NotExcessive,
    /// The controller may consider Art. 12(5).
    Excessive,
}

/// Reasons for both elements of C-526/24, in the officer's own words; sealed beside the log, never inside it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reasons {
    /// What purpose of the right the request does not serve.
    pub objective: String,
    /// What shows the intention.
    pub subjective: String,
    /// Which milder steps were considered, and why they did not do.
    pub milder_steps: String,
}

/// A refusal or a fee that was decided as the law demands. Fields are private: [`enact`] is the only maker.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Enacted {
    flag: FlagId,
    opinion: Opinion,
    decided_by: String,
    at: Instant,
    reasons: Reasons,
}

impl Enacted {
    /// When it was signed.
    pub fn at(&self) -> Instant {
        self.at
    }
}

/// Why nothing was enacted.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotEnacted {
    /// The opinion must come from the DPO.
    #[error("only an officer with the role `dpo` gives an opinion")]
    NotTheDpo,
    /// The decision must come from the controller.
    #[error("only an officer with the role `controller` decides")]
    NotTheController,
    /// Two people, always.
    #[error(
        "the officer who advised cannot decide; another officer with the role `controller` must"
    )]
    SamePerson,
    /// Both elements and the milder steps.
    #[error("give reasons for `{0}`")]
    NoReasons(&'static str),
}

/// The DPO's opinion on a flag.
///
/// # Errors
/// When the officer is not a DPO or a reason is missing.
pub fn opine(
    dpo: &Officer,
    view: View,
    reasons: Reasons,
    now: Instant,
) -> Result<Opinion, NotEnacted> {
    if !dpo.is(Role::Dpo) {
        return Err(NotEnacted::NotTheDpo);
    }
    complete(&reasons)?;
    Ok(Opinion { view, by: dpo.id().to_owned(), at: now, reasons })
}

/// The controller's signature under a refusal or a fee.
///
/// # Errors
/// When the officer lacks the role, gave the opinion, or left a reason out.
pub fn enact(
    flag: FlagId,
    opinion: Opinion,
    controller: &Officer,
    reasons: Reasons,
    now: Instant,
) -> Result<Enacted, NotEnacted> {
    if !controller.is(Role::Controller) {
        return Err(NotEnacted::NotTheController);
    }
    if controller.id() == opinion.by {
        return Err(NotEnacted::SamePerson);
    }
    complete(&reasons)?;
    Ok(Enacted { flag, opinion, decided_by: controller.id().to_owned(), at: now, reasons })
}

fn complete(reasons: &Reasons) -> Result<(), NotEnacted> {
    let parts = [
        ("objective", &reasons.objective),
        ("subjective", &reasons.subjective),
        ("milder_steps", &reasons.milder_steps),
    ];
    match parts.into_iter().find(|(_, text)| text.trim().is_empty()) {
        Some((name, _)) => Err(NotEnacted::NoReasons(name)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn officer(id: &str, role: Role) -> Officer {
        Officer::attested(id.into(), [role].into())
    }

    fn reasons() -> Reasons {
        Reasons { objective: "a".into(), subjective: "b".into(), milder_steps: "c".into() }
    }

    #[test]
    fn a_refusal_needs_two_people_both_elements_and_the_controller() {
        let now = Instant(0);
        let dpo = officer("d", Role::Dpo);
        let opinion = opine(&dpo, View::Excessive, reasons(), now).unwrap();
        let flag = FlagId([0; 16]);
        let both = Officer::attested("d".into(), [Role::Dpo, Role::Controller].into());
        let same = enact(flag, opinion.clone(), &both, reasons(), now);
        assert_eq!(same, Err(NotEnacted::SamePerson));
        let wrong = enact(flag, opinion.clone(), &officer("w", Role::Caseworker), reasons(), now);
        assert_eq!(wrong, Err(NotEnacted::NotTheController));
        let signer = officer("c", Role::Controller);
        let mute = Reasons { subjective: "  ".into(), ..reasons() };
        let unreasoned = enact(flag, opinion.clone(), &signer, mute, now);
        assert_eq!(unreasoned, Err(NotEnacted::NoReasons("subjective")));
        assert!(enact(flag, opinion, &signer, reasons(), now).is_ok());
        assert_eq!(
            opine(&signer, View::Excessive, reasons(), now),
            Err(NotEnacted::NotTheDpo),
            "the controller cannot advise"
        );
    }
}
