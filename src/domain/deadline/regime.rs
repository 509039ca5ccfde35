//! How a law counts: its periods, and what stops them.

use serde::{Deserialize, Serialize};

use crate::domain::time::Instant;

/// How a law counts. `LAW.md` 2.1 and 2.2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Regime {
    /// Its short name: `eu`.
    pub id: String,
    /// The months to answer in.
    pub months: i32,
    /// The further months that an extension gives.
    pub extension_months: i32,
    /// Whether reasonable doubts about identity stop the clock.
    pub pauses_for_identity: bool,
    /// Whether a needed clarification stops the clock.
    pub pauses_for_clarification: bool,
    /// The days the clock may have run before identity is asked for; later is undue delay.
    pub identity_asked_within_days: i64,
    /// What a pause does to the period.
    #[serde(default)]
    pub suspension: Suspension,
}

/// What a pause does to the period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Suspension {
    /// The months run from the day the clock resumes, less the days it had run before
    /// (R-T-9 A, IMY-2022-9442).
    #[default]
    Remaining,
    /// The reading of UK GDPR Art. 12A: the months run from the later of the receipt and the
    /// arrival of the identity information, so what ran before is not taken off; the days from
    /// asking for a clarification to receiving it are excluded one for one.
    Excluded,
}

impl Regime {
    /// The GDPR as the authorities of the Union apply it; no pause for clarification.
    pub fn eu() -> Self {
        Self {
            id: "eu".to_owned(),
            months: 1,
            extension_months: 2,
            pauses_for_identity: true,
            pauses_for_clarification: false,
            identity_asked_within_days: 10,
            suspension: Suspension::Remaining,
        }
    }

    /// The UK GDPR with the Data (Use and Access) Act 2025.
    pub fn uk() -> Self {
        Self {
            id: "uk".to_owned(),
            pauses_for_clarification: true,
            suspension: Suspension::Excluded,
            ..Self::eu()
        }
    }
}

/// What the person was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PauseCause {
    /// Information to confirm the identity (Art. 12(6)).
    Identity,
    /// What the request is about (recital 63).
    Clarification,
}

/// The time from a question to the person until the answer. While none has come, `to` is the
/// present moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// When it was asked.
    pub from: Instant,
    /// When the answer arrived.
    pub to: Instant,
    /// What was asked for.
    pub cause: PauseCause,
}

/// Why a pause did not stop the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum NotCounted {
    /// Identity was asked for after undue delay.
    AskedLate {
        /// The days the clock had run by then.
        after_days: i64,
        /// The days it may have run.
        within_days: i64,
    },
    /// The regime knows no such pause.
    RegimeRunsOn,
    /// Question and answer fell on one day.
    NoWholeDay,
    /// Other pauses, or the start of the month, exclude these days already.
    AlreadyExcluded,
    /// The period had ended by then.
    AfterTheEnd,
}
