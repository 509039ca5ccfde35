//! Art. 21 entries: what a person has objected to. In force when recorded; taking back is as easy (LAW 1.4).

use serde::{Deserialize, Serialize};

use super::time::Instant;

/// Whether an objection binds the pipelines.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Pipelines must obey.
    InForce,
    /// The person took it back.
    TakenBack,
}

/// One person's objection to one purpose.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Objection {
    /// Id of `purposes.toml`.
    pub purpose: String,
    /// See [`Standing`].
    pub standing: Standing,
    /// Since when it is as it is.
    pub since: Instant,
}

/// What the person does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// Objects.
    Object,
    /// Takes it back.
    TakeBack,
}

/// The entry after the act, or nothing when it changes nothing: repeats are idempotent and never counted (R-OBJ-4).
pub fn apply(
    current: Option<&Objection>,
    act: Act,
    purpose: &str,
    now: Instant,
) -> Option<Objection> {
    let standing = match act {
        Act::Object => Standing::InForce,
        Act::TakeBack => Standing::TakenBack,
    };
    let unchanged = match current {
        Some(entry) => entry.standing == standing,
        None => act == Act::TakeBack,
    };
    (!unchanged).then(|| Objection { purpose: purpose.to_owned(), standing, since: now })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objecting_twice_is_objecting_once() {
        let first = apply(None, Act::Object, "ai_training", Instant(1)).unwrap();
        assert_eq!(apply(Some(&first), Act::Object, "ai_training", Instant(2)), None);
        let back = apply(Some(&first), Act::TakeBack, "ai_training", Instant(3)).unwrap();
        assert_eq!(back.standing, Standing::TakenBack);
        assert_eq!(apply(None, Act::TakeBack, "ai_training", Instant(1)), None);
    }
}
