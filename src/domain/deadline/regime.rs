//! How a law counts: its periods, and what stops them.

use serde::{Deserialize, Serialize};

use super::period::{NotAPeriod, Period};
use crate::domain::time::Instant;

pub use crate::words::Law;

/// How a law counts. `LAW.md` 2.1 and 2.2.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Written")]
pub struct Regime {
    /// Its short name: `eu`.
    pub id: String,
    /// The time to answer in.
    pub period: Period,
    /// The further time that an extension gives, in the same unit.
    pub extension: Period,
    /// Whether reasonable doubts about identity stop the clock.
    pub pauses_for_identity: bool,
    /// Whether a needed clarification stops the clock.
    pub pauses_for_clarification: bool,
    /// The days the clock may have run before identity is asked for; later is undue delay.
    pub identity_asked_within_days: i64,
    /// What a pause does to the period.
    pub suspension: Suspension,
}

/// As it stands in a file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: String,
    months: Option<i32>,
    extension_months: Option<i32>,
    days: Option<i64>,
    extension_days: Option<i64>,
    pauses_for_identity: bool,
    pauses_for_clarification: bool,
    identity_asked_within_days: i64,
    #[serde(default)]
    suspension: Suspension,
}

impl TryFrom<Written> for Regime {
    type Error = NotAPeriod;

    fn try_from(written: Written) -> Result<Self, NotAPeriod> {
        let in_months = (written.months, written.extension_months);
        let (period, extension) = match (in_months, (written.days, written.extension_days)) {
            ((Some(period), Some(further)), (None, None)) => {
                (Period::Months(period), Period::Months(further))
            }
            ((None, None), (Some(period), Some(further))) => {
                (Period::Days(period), Period::Days(further))
            }
            _ => return Err(NotAPeriod::Units),
        };
        let is_short = |period, least| match period {
            Period::Months(months) => months < least,
            Period::Days(days) => days < i64::from(least),
        };
        if is_short(period, 1) || is_short(extension, 0) {
            return Err(NotAPeriod::Short);
        }
        Ok(Self {
            id: written.id,
            period,
            extension,
            pauses_for_identity: written.pauses_for_identity,
            pauses_for_clarification: written.pauses_for_clarification,
            identity_asked_within_days: written.identity_asked_within_days,
            suspension: written.suspension,
        })
    }
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
    /// Whose provisions explain a date of this regime.
    pub fn law(&self) -> Law {
        match self.id.as_str() {
            "eu" => Law::Union,
            "uk" => Law::UnitedKingdom,
            "ch" => Law::Switzerland,
            _ => Law::Other,
        }
    }

    /// The GDPR as the authorities of the Union apply it; no pause for clarification.
    pub fn eu() -> Self {
        Self {
            id: "eu".to_owned(),
            period: Period::Months(1),
            extension: Period::Months(2),
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

    /// The Swiss Data Protection Act: 30 days, Art. 25(7) FADP (LAW 14.1). Its ordinance lets the controller name a later
    /// day when it cannot answer in time, and sets no limit; ours is twice the period, as in the Union.
    pub fn ch() -> Self {
        Self {
            id: "ch".to_owned(),
            period: Period::Days(30),
            extension: Period::Days(60),
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
