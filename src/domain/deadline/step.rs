//! The explanation of a deadline: what was done, as data, and in English.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::regime::{NotCounted, PauseCause};
use crate::domain::time::Day;

/// One step from the receipt of a request to its due dates. Its `Display` is the explanation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case", deny_unknown_fields)]
pub enum Step {
    /// The local day of receipt, which is the reference and is not counted.
    Received {
        /// The local day.
        day: Day,
        /// The IANA zone it is local to.
        zone: String,
    },
    /// A pause stopped the clock.
    PauseCounted {
        /// What was asked for.
        cause: PauseCause,
        /// The day it was asked for.
        from: Day,
        /// The day it arrived.
        to: Day,
        /// The days this one adds to those not counted already.
        days: i64,
    },
    /// A pause did not stop the clock.
    PauseNotCounted {
        /// What was asked for.
        cause: PauseCause,
        /// The day it was asked for.
        from: Day,
        /// The day it arrived.
        to: Day,
        /// Why not.
        why: NotCounted,
    },
    /// The months were counted from one day to another.
    Months {
        /// How many.
        months: i32,
        /// The day they run from.
        from: Day,
        /// The day with the same number, or the last of its month.
        to: Day,
    },
    /// The days were counted from one day to another.
    Days {
        /// How many.
        days: i64,
        /// The day they run from, which is not counted.
        from: Day,
        /// The last of them.
        to: Day,
    },
    /// Days that had run before a pause were taken from the period that began anew after it.
    DaysAlreadyRun {
        /// How many.
        days: i64,
        /// The last day then.
        last: Day,
    },
    /// The suspension would have brought the last day forward; it stays what it was without.
    NeverShorter {
        /// The last day without any suspension.
        last: Day,
    },
    /// Days that do not count were added at the end.
    DaysNotCounted {
        /// How many.
        days: i64,
        /// The last day then.
        last: Day,
    },
    /// The last day was not a working day, so the period runs on.
    NotAWorkingDay {
        /// The day.
        day: Day,
        /// The public holiday it is; otherwise it is a Saturday or Sunday.
        holiday: Option<Cow<'static, str>>,
    },
    /// The last day of the period.
    Due {
        /// The day, which counts until 24:00.
        day: Day,
    },
    /// From here on, the steps for an extended period.
    Extension {
        /// The months of the whole period when extended.
        months: i32,
    },
    /// The same in a regime that counts days.
    ExtensionDays {
        /// The days of the whole period when extended.
        days: i64,
    },
    /// The last day of the extended period.
    ExtendedDue {
        /// The day, which counts until 24:00.
        day: Day,
    },
    /// The days to work towards, where they are earlier than the law asks.
    Targets {
        /// For an answer without extension.
        target: Day,
        /// For an answer with one.
        extended_target: Day,
    },
}

impl Step {
    /// The project's rule that the step applies.
    pub const fn rule(&self) -> &'static str {
        match self {
            Self::Received { .. } | Self::Months { .. } | Self::NotAWorkingDay { .. } => "R-T-2",
            Self::PauseCounted { .. }
            | Self::PauseNotCounted { .. }
            | Self::DaysAlreadyRun { .. }
            | Self::NeverShorter { .. }
            | Self::DaysNotCounted { .. } => "R-T-9",
            Self::Due { .. } | Self::ExtendedDue { .. } => "R-T-6",
            Self::Extension { .. } | Self::ExtensionDays { .. } | Self::Targets { .. } => "R-T-7",
            Self::Days { .. } => "LAW 14.1",
        }
    }

    /// The provision behind the rule, or the decision that reads it so.
    pub const fn article(&self) -> &'static str {
        match self {
            Self::Received { .. } => "Reg. 1182/71 Art. 3(1)",
            Self::Months { .. } => "Reg. 1182/71 Art. 3(2)(c)",
            Self::NotAWorkingDay { .. } => "Reg. 1182/71 Art. 3(4)",
            Self::Due { .. } | Self::ExtendedDue { .. } => "Reg. 1182/71 Art. 3(2)(c), 3(4)",
            Self::PauseCounted { cause, .. } | Self::PauseNotCounted { cause, .. } => match cause {
                PauseCause::Identity => "GDPR Art. 12(6)",
                PauseCause::Clarification => "GDPR recital 63",
            },
            Self::DaysAlreadyRun { .. } | Self::NeverShorter { .. } => {
                "GDPR Art. 12(6), IMY-2022-9442"
            }
            Self::DaysNotCounted { .. } => "UK GDPR Art. 12A",
            Self::Extension { .. } | Self::Targets { .. } => "GDPR Art. 12(3)",
            Self::Days { .. } => "FADP Art. 25(7)",
            Self::ExtensionDays { .. } => "DPO Art. 18(2)",
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Received { day, zone } => {
                write!(f, "received on {} ({zone}); this day is not counted", long(*day))?;
            }
            Self::PauseCounted { cause, from, to, days } => {
                write!(f, "{cause} was asked for on {} and ", long(*from))?;
                write!(f, "arrived on {}; {} not counted", long(*to), many(*days, "day"))?;
            }
            Self::PauseNotCounted { cause, from, to, why } => {
                write!(f, "{cause} was asked for on {} and ", long(*from))?;
                write!(f, "arrived on {}, but the clock ran on: {why}", long(*to))?;
            }
            Self::Months { months, from, to } => {
                let end = if *months == 1 { "ends" } else { "end" };
                let months = many((*months).into(), "month");
                write!(f, "{months} from {} {end} on {}", long(*from), long(*to))?;
                if from.day() != to.day() {
                    // Only 29, 30 and 31 can be missing from a month.
                    let ordinal = if from.day() == 31 { "st" } else { "th" };
                    write!(f, ", as that month has no {}{ordinal}", from.day())?;
                }
            }
            Self::Days { days, from, to } => {
                let end = if *days == 1 { "ends" } else { "end" };
                let days = many(*days, "day");
                write!(f, "{days} from {} {end} on {}", long(*from), long(*to))?;
            }
            Self::DaysAlreadyRun { days, last } => {
                let days = many(*days, "day");
                write!(f, "{days} had run before the pause, which leaves {}", long(*last))?;
            }
            Self::NeverShorter { last } => {
                write!(f, "a pause never shortens the period, so it ends on {}", long(*last))?;
            }
            Self::DaysNotCounted { days, last } => {
                let days = many(*days, "day");
                write!(f, "{days} not counted are added, which gives {}", long(*last))?;
            }
            Self::NotAWorkingDay { day, holiday: Some(name) } => {
                write!(f, "{} is a public holiday, {name}; the period runs on", long(*day))?;
            }
            Self::NotAWorkingDay { day, holiday: None } => {
                write!(f, "{} is not a working day; the period runs on", long(*day))?;
            }
            Self::Due { day } => write!(f, "due on {}, until 24:00 local time", long(*day))?,
            Self::Extension { months } => in_all(f, &many((*months).into(), "month"))?,
            Self::ExtensionDays { days } => in_all(f, &many(*days, "day"))?,
            Self::ExtendedDue { day } => {
                write!(f, "if extended, due on {}, until 24:00 local time", long(*day))?;
            }
            Self::Targets { target, extended_target } => {
                write!(f, "to be safe, answer by {}", long(*target))?;
                write!(f, "; if extended, by {}", long(*extended_target))?;
            }
        }
        write!(f, " ({}, {})", self.rule(), self.article())
    }
}

impl fmt::Display for NotCounted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AskedLate { after_days, within_days } => {
                write!(f, "asked after {}, not within {within_days}", many(*after_days, "day"))
            }
            Self::RegimeRunsOn => f.write_str("this regime does not pause for it"),
            Self::NoWholeDay => f.write_str("it took less than a day"),
            Self::AlreadyExcluded => f.write_str("these days are not counted already"),
            Self::AfterTheEnd => f.write_str("the period had ended before it was asked for"),
        }
    }
}

impl fmt::Display for PauseCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Identity => "proof of identity",
            Self::Clarification => "clarification",
        })
    }
}

fn in_all(f: &mut fmt::Formatter<'_>, period: &str) -> fmt::Result {
    write!(f, "if extended, {period} are counted in all, and not from the first due date")
}

/// `Thursday 5 March 2026`.
fn long(day: Day) -> impl fmt::Display {
    day.strftime("%A %-d %B %Y")
}

fn many(count: i64, unit: &str) -> String {
    if count == 1 { format!("one {unit}") } else { format!("{count} {unit}s") }
}
