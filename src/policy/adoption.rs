//! May these thresholds come into force? A change that could have somebody looked at earlier needs a newer version, a
//! notice, time, and two people; any other comes into force on its day.

use serde::Serialize;

use crate::domain::role::Role;
use crate::domain::time::{Day, Instant};

use super::difference::compare;
use super::thresholds::Thresholds;

/// How long before it comes into force a stricter version must have been announced.
pub const NOTICE_DAYS: i64 = 14;

/// Who must have approved a stricter version; two people, one in each role.
pub const APPROVERS: [Role; 2] = [Role::Dpo, Role::Controller];

/// An announced version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Announced {
    /// Since when everybody can read it.
    pub at: Instant,
    /// Who approved it, each in one role.
    pub approvals: Vec<Approval>,
}

/// One person's approval.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Approval {
    /// Who.
    pub officer: String,
    /// In which role.
    pub role: Role,
}

/// What is still missing.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error, Serialize)]
#[serde(tag = "missing", rename_all = "snake_case")]
pub enum Missing {
    /// Its day has not come.
    #[error("its `effective_from` is {day}; wait, or write another day")]
    Day {
        /// The day.
        day: Day,
    },
    /// It says nothing about when.
    #[error("it has no `effective_from`; write a day")]
    NoDay,
    /// It bears the old name.
    #[error("its version `{version}` is not newer than `{in_force}`, which is in force; raise it")]
    Version {
        /// That of the file.
        version: String,
        /// That in force.
        in_force: String,
    },
    /// Nobody is told anything.
    #[error("it has no `notice`; write under [policy] what people are told about it")]
    Notice,
    /// It was not announced.
    #[error("it was not announced; run `habeas policy announce FILE`")]
    Announcement,
    /// The notice is too short.
    #[error(
        "its `effective_from` is {day}, and {NOTICE_DAYS} days after its announcement is {earliest}; write that day or a later one, and announce it again"
    )]
    TooSoon {
        /// The day.
        day: Day,
        /// The first day possible.
        earliest: Day,
    },
    /// Somebody has not approved.
    #[error("nobody has approved it as {}; run `habeas policy approve FILE`, or use the API", .role.code())]
    Approval {
        /// In which role.
        role: Role,
    },
    /// One person cannot be two.
    #[error("one person approved it in both roles; a second person is needed")]
    SecondPerson,
}

/// What is missing before `next` may take the place of `in_force`; nothing when it may.
pub fn missing(
    in_force: &Thresholds,
    next: &Thresholds,
    announced: Option<&Announced>,
    now: Instant,
) -> Vec<Missing> {
    let mut missing = Vec::new();
    if let Some(day) = next.effective_from.filter(|day| *day > day_of(now)) {
        missing.push(Missing::Day { day });
    }
    if !compare(in_force, next).stricter {
        return missing;
    }
    if next.version <= in_force.version {
        let (version, in_force) = (next.version.clone(), in_force.version.clone());
        missing.push(Missing::Version { version, in_force });
    }
    if next.notice.get("en").is_none() {
        missing.push(Missing::Notice);
    }
    match (announced, next.effective_from) {
        (None, _) => missing.push(Missing::Announcement),
        (Some(_), None) => missing.push(Missing::NoDay),
        (Some(announced), Some(day)) => {
            let earliest = day_of(announced.at.plus_days(NOTICE_DAYS));
            if day < earliest {
                missing.push(Missing::TooSoon { day, earliest });
            }
        }
    }
    let approvals = announced.map(|announced| announced.approvals.as_slice()).unwrap_or_default();
    for role in APPROVERS {
        if !approvals.iter().any(|approval| approval.role == role) {
            missing.push(Missing::Approval { role });
        }
    }
    let people: std::collections::BTreeSet<&str> =
        approvals.iter().map(|approval| approval.officer.as_str()).collect();
    if approvals.len() >= APPROVERS.len() && people.len() < APPROVERS.len() {
        missing.push(Missing::SecondPerson);
    }
    missing
}

/// The day in UTC: a policy's day begins everywhere at the same moment.
fn day_of(at: Instant) -> Day {
    at.rfc3339().get(..10).and_then(|day| day.parse().ok()).unwrap_or(Day::MAX)
}
