//! The explanation of a deadline: what was done, as data, and in words.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::regime::{Law, NotCounted, PauseCause};
use crate::domain::time::Day;
use crate::words::{Due, Language, weekday_and_day};

/// One step from the receipt of a request to its due dates.
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

    /// The provision behind the rule in this law, or the decision that reads it so. None where the law has none of its own:
    /// Reg. 1182/71 is about acts of the Union, and about no others (R-T-2).
    pub const fn article(&self, law: Law) -> Option<&'static str> {
        match law {
            Law::Union => Some(self.of_the_union()),
            Law::UnitedKingdom => match self {
                Self::PauseCounted { .. }
                | Self::PauseNotCounted { .. }
                | Self::DaysNotCounted { .. }
                | Self::Months { .. }
                | Self::Extension { .. } => Some("UK GDPR Art. 12A"),
                Self::Received { .. }
                | Self::Days { .. }
                | Self::DaysAlreadyRun { .. }
                | Self::NeverShorter { .. }
                | Self::NotAWorkingDay { .. }
                | Self::Due { .. }
                | Self::ExtensionDays { .. }
                | Self::ExtendedDue { .. }
                | Self::Targets { .. } => None,
            },
            Law::Switzerland => match self {
                Self::Days { .. } => Some("FADP Art. 25(7)"),
                Self::ExtensionDays { .. } => Some("DPO Art. 18(2)"),
                Self::Received { .. }
                | Self::Months { .. }
                | Self::PauseCounted { .. }
                | Self::PauseNotCounted { .. }
                | Self::DaysAlreadyRun { .. }
                | Self::NeverShorter { .. }
                | Self::DaysNotCounted { .. }
                | Self::NotAWorkingDay { .. }
                | Self::Due { .. }
                | Self::Extension { .. }
                | Self::ExtendedDue { .. }
                | Self::Targets { .. } => None,
            },
            Law::Other => None,
        }
    }

    const fn of_the_union(&self) -> &'static str {
        match self {
            Self::Received { .. } => "Reg. 1182/71 Art. 3(1)",
            Self::Months { .. } | Self::Days { .. } => "Reg. 1182/71 Art. 3(2)(c)",
            Self::NotAWorkingDay { .. } => "Reg. 1182/71 Art. 3(4)",
            Self::Due { .. } | Self::ExtendedDue { .. } => "Reg. 1182/71 Art. 3(2)(c), 3(4)",
            Self::PauseCounted { cause, .. } | Self::PauseNotCounted { cause, .. } => match cause {
                PauseCause::Identity => "GDPR Art. 12(6)",
                PauseCause::Clarification => "GDPR recital 63",
            },
            Self::DaysAlreadyRun { .. }
            | Self::NeverShorter { .. }
            | Self::DaysNotCounted { .. } => "GDPR Art. 12(6), IMY-2022-9442",
            Self::Extension { .. } | Self::ExtensionDays { .. } | Self::Targets { .. } => {
                "GDPR Art. 12(3)"
            }
        }
    }
}

impl Step {
    /// The explanation, in a language, with the provisions of the law that the period is one of.
    pub fn told(&self, language: Language, law: Law) -> String {
        let say = Due(language);
        let long = |day: &Day| weekday_and_day(language, *day);
        let said = match self {
            Self::Received { day, zone } => say.received(&long(day), zone),
            Self::PauseCounted { cause, from, to, days } => {
                say.pause_counted(&cause.told(say), &long(from), &long(to), *days)
            }
            Self::PauseNotCounted { cause, from, to, why } => {
                say.pause_not_counted(&cause.told(say), &long(from), &long(to), &why.told(say))
            }
            Self::Months { months, from, to } if from.day() == to.day() => {
                say.months(*months, &long(from), &long(to))
            }
            Self::Months { months, from, to } => {
                say.months_clamped(*months, &long(from), &long(to), from.day())
            }
            Self::Days { days, from, to } => say.days(*days, &long(from), &long(to)),
            Self::ExtensionDays { days } => say.extension_days(*days),
            Self::DaysAlreadyRun { days, last } => say.days_already_run(*days, &long(last)),
            Self::NeverShorter { last } => say.never_shorter(&long(last)),
            Self::DaysNotCounted { days, last } => say.days_not_counted(*days, &long(last)),
            Self::NotAWorkingDay { day, holiday: Some(name) } => say.holiday(&long(day), name),
            Self::NotAWorkingDay { day, holiday: None } => say.not_a_working_day(&long(day)),
            Self::Due { day } => say.due(&long(day)),
            Self::Extension { months } => say.extension(*months),
            Self::ExtendedDue { day } => say.extended_due(&long(day)),
            Self::Targets { target, extended_target } => {
                say.targets(&long(target), &long(extended_target))
            }
        };
        match self.article(law) {
            Some(article) => format!("{said} ({}, {article})", self.rule()),
            None => format!("{said} ({})", self.rule()),
        }
    }
}

impl fmt::Display for NotCounted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Due(Language::En)))
    }
}

impl NotCounted {
    fn told(&self, say: Due) -> String {
        match self {
            Self::AskedLate { after_days, within_days } => {
                say.asked_late(*after_days, *within_days)
            }
            Self::RegimeRunsOn => say.regime_runs_on(),
            Self::NoWholeDay => say.no_whole_day(),
            Self::AlreadyExcluded => say.already_excluded(),
            Self::AfterTheEnd => say.after_the_end(),
        }
    }
}

impl PauseCause {
    fn told(self, say: Due) -> String {
        match self {
            Self::Identity => say.identity(),
            Self::Clarification => say.clarification(),
        }
    }
}
