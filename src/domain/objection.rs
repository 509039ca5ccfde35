//! Art. 21 entries: what a person has objected to. In force when recorded; taking back is as easy (LAW 1.4).

use serde::{Deserialize, Serialize};

use super::id::{CaseId, NoticeId};
use super::name::PurposeId;
use super::right::PurposeKind;
use super::role::{Officer, Role};
use super::time::Instant;

/// Whether an objection binds the pipelines.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// The person never said anything: they are under a restriction alone (Art. 18).
    None,
    /// Pipelines must obey.
    InForce,
    /// The person took it back.
    TakenBack,
    /// The person says that it never was theirs.
    Disowned,
    /// The controller showed overriding grounds, and told the person before it lifted the stop (R-OBJ-3).
    Overridden,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 5] =
        [Self::None, Self::InForce, Self::TakenBack, Self::Disowned, Self::Overridden];

    /// The word of the API and of the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::InForce => "in_force",
            Self::TakenBack => "taken_back",
            Self::Disowned => "disowned",
            Self::Overridden => "overridden",
        }
    }

    /// Reads the word back.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.code() == code)
    }
}

/// How sure we are that the person said so. It changes nothing about the force of an objection, only who may undo it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Assurance {
    /// Somebody gave an address; nobody has confirmed it.
    Unverified,
    /// It came with a list of the company's.
    Imported,
    /// Whoever holds the link that went to the person said so.
    Confirmed,
    /// A signed-in person.
    #[default]
    Verified,
}

impl Assurance {
    /// Every degree, from the least.
    pub const ALL: [Self; 4] = [Self::Unverified, Self::Imported, Self::Confirmed, Self::Verified];

    /// The word of the API and of the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unverified => "unverified",
            Self::Imported => "imported",
            Self::Confirmed => "confirmed",
            Self::Verified => "verified",
        }
    }

    /// Reads the word back.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|assurance| assurance.code() == code)
    }
}

/// One person's objection to one purpose.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Objection {
    /// Id of `purposes.toml`.
    pub purpose: PurposeId,
    /// See [`Standing`].
    pub standing: Standing,
    /// See [`Assurance`].
    #[serde(default)]
    pub assurance: Assurance,
    /// Since when it is as it is.
    pub since: Instant,
}

/// What happens to an objection.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// The person objects.
    Object(Assurance),
    /// The person takes it back.
    TakeBack,
    /// The person says that an unverified one is theirs.
    Confirm,
    /// The person says that an unverified one is not theirs: nobody but they can undo it.
    Disown,
    /// The controller lifts the stop, with everything that [`Lifting`] stands for.
    Lift(Lifting),
}

/// The entry after the act, or nothing when it changes nothing: repeats are idempotent and never counted (R-OBJ-4).
pub fn apply(
    current: Option<&Objection>,
    act: Act,
    purpose: &PurposeId,
    now: Instant,
) -> Option<Objection> {
    let entry = |standing, assurance, since| {
        Some(Objection { purpose: purpose.clone(), standing, assurance, since })
    };
    let in_force = current.filter(|entry| entry.standing == Standing::InForce);
    match (act, in_force) {
        (Act::Object(assurance), None) => entry(Standing::InForce, assurance, now),
        // A surer repeat makes the same objection surer, and changes nothing else.
        (Act::Object(assurance), Some(old)) if assurance > old.assurance => {
            entry(Standing::InForce, assurance, old.since)
        }
        (Act::Confirm, Some(old)) if old.assurance < Assurance::Confirmed => {
            entry(Standing::InForce, Assurance::Confirmed, old.since)
        }
        (Act::TakeBack, Some(old)) => entry(Standing::TakenBack, old.assurance, now),
        (Act::Disown, Some(old)) if old.assurance == Assurance::Unverified => {
            entry(Standing::Disowned, old.assurance, now)
        }
        // Art. 18(3): whoever objected anew since the person was told has not been told about that.
        (Act::Lift(lifting), Some(old)) if old.since <= lifting.told_at => {
            entry(Standing::Overridden, old.assurance, now)
        }
        (Act::Object(_) | Act::Confirm | Act::TakeBack | Act::Disown | Act::Lift(_), _) => None,
    }
}

/// What weighing an objection led to (R-OBJ-3).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weighed {
    /// The stop stays.
    Upheld,
    /// Compelling grounds override, and the person was or will be told before the stop is lifted.
    Overridden,
}

impl Weighed {
    /// The word of the API and of the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Upheld => "upheld",
            Self::Overridden => "overridden",
        }
    }
}

/// The record without which nothing resumes: Art. 21(1) puts the burden on the controller. For research the question is another
/// one (Art. 21(6), LAW 14.3): whether a task in the public interest needs the use, and nothing outweighs anything.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Balancing {
    /// The grounds that the controller claims to be compelling; none for research.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub grounds: String,
    /// For research: the task carried out for reasons of public interest, and whose it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub public_task: String,
    /// Why it cannot do without these data; for research, why the task cannot.
    pub necessity: String,
    /// What the person said about their situation, and what the use means for them.
    pub person: String,
    /// Why the one outweighs the other, or does not; none for research.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub weighing: String,
}

impl Balancing {
    /// The first part that is missing.
    pub fn missing(&self) -> Option<&'static str> {
        let parts: &[_] = if self.is_of_research() {
            &[("necessity", &self.necessity), ("person", &self.person)]
        } else {
            &[
                ("grounds", &self.grounds),
                ("necessity", &self.necessity),
                ("person", &self.person),
                ("weighing", &self.weighing),
            ]
        };
        parts.iter().find(|(_, text)| text.trim().is_empty()).map(|(name, _)| *name)
    }

    /// Whether it answers the question of Art. 21(6).
    pub fn is_of_research(&self) -> bool {
        !self.public_task.trim().is_empty()
    }

    /// The first part that answers the other question: Art. 21(1) knows no task, and Art. 21(6) no weighing.
    pub fn misplaced(&self, kind: PurposeKind) -> Option<&'static str> {
        let parts: &[_] = if kind == PurposeKind::Research {
            &[("grounds", &self.grounds), ("weighing", &self.weighing)]
        } else {
            &[("public_task", &self.public_task)]
        };
        parts.iter().find(|(_, text)| !text.trim().is_empty()).map(|(name, _)| *name)
    }
}

/// Days between telling the person and lifting the stop. The law sets no number (LAW 1.3, Art. 18).
pub const COOLING_OFF_DAYS: i64 = 7;

/// That a stop may be lifted. Fields are private: [`lift`] is the only maker.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lifting {
    told_at: Instant,
}

impl Lifting {
    /// When the person was told.
    pub fn told_at(self) -> Instant {
        self.told_at
    }
}

/// Why a stop is not lifted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotLifted {
    /// Weighing is the controller's.
    #[error("only an officer with the role `controller` overrides an objection")]
    NotTheController,
    /// Nobody has told the person.
    #[error("the person has not been told yet; nothing is lifted before (Art. 18(3))")]
    NotTold,
    /// They have not had the time.
    #[error("the person was told less than {COOLING_OFF_DAYS} days ago")]
    TooSoon,
}

/// What was decided, told, and is now to be carried out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Announced {
    /// The case in which it was weighed.
    pub case: CaseId,
    /// The notice of Art. 12(4) and 18(3).
    pub notice: NoticeId,
    /// When it reached the person, with evidence; none while it has not.
    pub told_at: Option<Instant>,
}

/// The permission to lift, once the person was told and has had time to answer.
///
/// # Errors
/// When either is missing.
pub fn lift(announced: &Announced, now: Instant) -> Result<Lifting, NotLifted> {
    let told_at = announced.told_at.ok_or(NotLifted::NotTold)?;
    if now < told_at.plus_days(COOLING_OFF_DAYS) {
        return Err(NotLifted::TooSoon);
    }
    Ok(Lifting { told_at })
}

/// Whether this officer may override.
///
/// # Errors
/// When they lack the role.
pub fn may_override(officer: &Officer) -> Result<(), NotLifted> {
    if officer.is(Role::Controller) { Ok(()) } else { Err(NotLifted::NotTheController) }
}

/// The letter that says that a restriction ends (Art. 18(3)).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LiftingLetter {
    /// Which letter.
    pub notice: NoticeId,
    /// When it reached the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub told_at: Option<Instant>,
}

impl LiftingLetter {
    pub(super) fn told(self, notice: NoticeId, at: Instant) -> Self {
        let at = self.told_at.map_or(at, |before| before.min(at));
        if self.notice == notice { Self { told_at: Some(at), ..self } } else { self }
    }

    /// Whether the permission to lift stands for this letter.
    pub fn is_told_at(self, lifting: Lifting) -> bool {
        self.told_at == Some(lifting.told_at())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SURE: Act = Act::Object(Assurance::Verified);

    #[test]
    fn objecting_twice_is_objecting_once() {
        let first = apply(None, SURE, &"ai_training".into(), Instant(1)).unwrap();
        assert_eq!(apply(Some(&first), SURE, &"ai_training".into(), Instant(2)), None);
        let back = apply(Some(&first), Act::TakeBack, &"ai_training".into(), Instant(3)).unwrap();
        assert_eq!(back.standing, Standing::TakenBack);
        assert_eq!(apply(None, Act::TakeBack, &"ai_training".into(), Instant(1)), None);
    }

    #[test]
    fn only_what_nobody_confirmed_can_be_disowned_and_a_surer_repeat_keeps_its_date() {
        let loose =
            apply(None, Act::Object(Assurance::Unverified), &"p".into(), Instant(1)).unwrap();
        assert_eq!(loose.standing, Standing::InForce, "unverified, and in force at once");
        let gone = apply(Some(&loose), Act::Disown, &"p".into(), Instant(2)).unwrap();
        assert_eq!(gone.standing, Standing::Disowned);
        let sure = apply(Some(&loose), Act::Confirm, &"p".into(), Instant(2)).unwrap();
        assert_eq!((sure.assurance, sure.since), (Assurance::Confirmed, Instant(1)));
        assert_eq!(apply(Some(&sure), Act::Disown, &"p".into(), Instant(3)), None);
        assert_eq!(
            apply(Some(&sure), Act::Object(Assurance::Unverified), &"p".into(), Instant(3)),
            None
        );
        let surest = apply(Some(&sure), SURE, &"p".into(), Instant(3)).unwrap();
        assert_eq!((surest.assurance, surest.since), (Assurance::Verified, Instant(1)));
    }

    #[test]
    fn nothing_is_lifted_before_the_person_was_told_and_had_time() {
        let announced =
            |told_at| Announced { case: CaseId([0; 16]), notice: NoticeId([0; 16]), told_at };
        let told = Instant(10);
        assert_eq!(lift(&announced(None), told), Err(NotLifted::NotTold));
        let soon = told.plus_days(COOLING_OFF_DAYS).plus_ms(-1);
        assert_eq!(lift(&announced(Some(told)), soon), Err(NotLifted::TooSoon));
        let lifting = lift(&announced(Some(told)), told.plus_days(COOLING_OFF_DAYS)).unwrap();
        let old = apply(None, SURE, &"p".into(), Instant(1)).unwrap();
        let over = apply(Some(&old), Act::Lift(lifting), &"p".into(), Instant(99)).unwrap();
        assert_eq!(over.standing, Standing::Overridden);
        let newer = apply(None, SURE, &"p".into(), Instant(11)).unwrap();
        assert_eq!(apply(Some(&newer), Act::Lift(lifting), &"p".into(), Instant(99)), None);
        assert_eq!(
            apply(Some(&over), SURE, &"p".into(), Instant(100)).unwrap().standing,
            Standing::InForce,
            "whoever objects again is heard again"
        );
    }
}
