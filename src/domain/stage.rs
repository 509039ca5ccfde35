//! How far a case is, and what its answer was.

use serde::{Deserialize, Serialize};

/// How far a case is. Overlays (flag, extension, pause, restriction) lie beside it and never stop the work.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Before the first event.
    #[default]
    New,
    /// Recorded; the clock runs.
    Received,
    /// We asked for something that tells who it is, because of a recorded doubt (Art. 12(6)).
    IdentityPending,
    /// Somebody or something works on it.
    InProgress,
    /// There is an answer.
    Decided(Outcome),
    /// The person has the answer.
    Notified(Outcome),
    /// Done.
    Closed(Outcome),
    /// It overlapped with an open one and shares its answer and due date (P9).
    Merged,
    /// The person took it back.
    Withdrawn,
}

/// What the answer was.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Everything asked for.
    Fulfilled,
    /// Not everything; reasons and remedies given (Art. 12(4)).
    Partial,
    /// Nothing, on a ground of the right itself; reasons and remedies given (Art. 12(4)).
    Declined,
    /// Nothing, under Art. 12(5), by two people.
    Refused,
    /// A fee was proposed under Art. 12(5), by two people.
    FeeProposed,
    /// We showed that we cannot tell whose data they are (Art. 11(2)).
    Unidentifiable,
}

/// A flag beside a case. A record, never a state that waits (SETTLED 7).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlagState {
    /// Nobody has looked yet.
    Open,
    /// Nobody looked in time: not excessive.
    Lapsed,
    /// A human looked: not excessive.
    NotExcessive,
    /// Two humans looked: excessive.
    Excessive,
}

impl FlagState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Open, Self::Lapsed, Self::NotExcessive, Self::Excessive];

    /// The word of the API and of the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Lapsed => "lapsed",
            Self::NotExcessive => "not_excessive",
            Self::Excessive => "excessive",
        }
    }

    /// Reads the word back.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 6] = [
        Self::Fulfilled,
        Self::Partial,
        Self::Declined,
        Self::Refused,
        Self::FeeProposed,
        Self::Unidentifiable,
    ];

    /// The word of the API and of the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fulfilled => "fulfilled",
            Self::Partial => "partial",
            Self::Declined => "declined",
            Self::Refused => "refused",
            Self::FeeProposed => "fee_proposed",
            Self::Unidentifiable => "unidentifiable",
        }
    }
}

impl Stage {
    /// The word of the API and of the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Received => "received",
            Self::IdentityPending => "identity_pending",
            Self::InProgress => "in_progress",
            Self::Decided(_) => "decided",
            Self::Notified(_) => "notified",
            Self::Closed(_) => "closed",
            Self::Merged => "merged",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The answer, once there is one.
    pub fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Decided(outcome) | Self::Notified(outcome) | Self::Closed(outcome) => {
                Some(outcome)
            }
            Self::New
            | Self::Received
            | Self::IdentityPending
            | Self::InProgress
            | Self::Merged
            | Self::Withdrawn => None,
        }
    }

    /// Whether the person still waits for an answer.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Received | Self::IdentityPending | Self::InProgress)
    }

    /// Reads the two columns of the database back.
    pub fn parse(code: &str, outcome: Option<&str>) -> Option<Self> {
        let outcome = || Outcome::ALL.into_iter().find(|o| Some(o.code()) == outcome);
        Some(match code {
            "received" => Self::Received,
            "identity_pending" => Self::IdentityPending,
            "in_progress" => Self::InProgress,
            "decided" => Self::Decided(outcome()?),
            "notified" => Self::Notified(outcome()?),
            "closed" => Self::Closed(outcome()?),
            "merged" => Self::Merged,
            "withdrawn" => Self::Withdrawn,
            _ => return None,
        })
    }
}
