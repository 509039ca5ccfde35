//! When an answer is due. The only place that counts the law's time.
//!
//! Start with [`derive()`]: a pure function of the receipt, the controller's [`Calendar`], the
//! [`Regime`] and the [`Pause`]s, which returns the dates and every [`Step`] that led to them.
//! `course` counts months, days and pauses; `calendar` knows the working days.
//!
//! **Invariant:** no clock, no storage, no panic; the last day is always a working day; nothing
//! about the person is an input. The calendar ends with the year 9999, where dates stop moving.

mod calendar;
mod course;
mod period;
mod regime;
mod step;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use self::calendar::DayOff;
use self::course::{Course, PauseDays};
use super::due::Due;
use super::time::{Day, Instant};

pub use self::calendar::{Calendar, UnknownZone};
pub use self::period::{NotAPeriod, Period};
pub use self::regime::{Law, NotCounted, Pause, PauseCause, Regime, Suspension};
pub use self::step::Step;

/// A pause that cannot have happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImpossiblePause {
    /// The answer is earlier than the question.
    #[error("the pause from `{from}` to `{to}` ends before it begins; give the earlier one first")]
    EndsBeforeItBegins {
        /// When it was asked.
        from: Instant,
        /// When the answer arrived.
        to: Instant,
    },
    /// The question is from a day before the request.
    #[error("the pause from `{from}` begins before the request of `{received}` was received")]
    BeforeReceipt {
        /// When it was asked.
        from: Instant,
        /// When the request was received.
        received: Instant,
    },
}

/// The dates of a request and how they were found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// The receipt in local time: `2026-11-25T10:00:00[Europe/London]`.
    pub received_local: String,
    /// The day whose number the last day bears.
    pub reference_day: Day,
    /// The last day before it is moved to a working day.
    pub nominal: Day,
    /// The last day.
    pub due: Day,
    /// The end of the last day, 24:00 local time.
    pub due_expires: Instant,
    /// As `nominal`, when extended.
    pub extended_nominal: Day,
    /// As `due`, when extended.
    pub extended_due: Day,
    /// As `due_expires`, when extended.
    pub extended_expires: Instant,
    /// The day to work towards: the earliest that any reading of the law gives. It is not moved
    /// to a working day and never after `due`.
    pub target: Day,
    /// As `target`, when extended.
    pub extended_target: Day,
    /// What was done, in order.
    pub steps: Vec<Step>,
}

impl Deadline {
    /// The date that binds, of the two.
    pub fn due_when(&self, extended: bool) -> Due {
        if extended {
            Due { date: self.extended_due, expires: self.extended_expires }
        } else {
            Due { date: self.due, expires: self.due_expires }
        }
    }
}

/// Finds the due dates of a request received at that moment.
///
/// A pause that does not stop the clock is no error: a step says why. Source: Art. 12(3) GDPR,
/// Reg. (EEC, Euratom) 1182/71, C-171/03, IMY-2022-9442; `LAW.md` R-T-1 to R-T-9.
pub fn derive(
    received: Instant,
    calendar: &Calendar,
    regime: &Regime,
    pauses: &[Pause],
) -> Result<Deadline, ImpossiblePause> {
    // R-T-6: the day is the local one at the place of action. Art. 3(1): it is the reference and
    // is not counted (C-171/03, paras 33 and 36); whether it was a working day does not matter.
    let local = calendar.local(received);
    let day = local.date();
    let pauses = in_days(pauses, received, calendar, regime)?;

    let mut steps = Vec::with_capacity(8);
    steps.push(Step::Received { day, zone: calendar.zone().to_owned() });
    let first = run(regime, regime.period, day, calendar, &pauses, &mut steps);
    let nominal = first.nominal();
    let due = roll(nominal, calendar, &mut steps);
    steps.push(Step::Due { day: due });

    // R-T-7: three months from receipt, then moved once. Chaining from a first date that was
    // itself moved would be too long.
    let whole = regime.period.with(regime.extension);
    steps.push(match whole {
        Period::Months(months) => Step::Extension { months },
        Period::Days(days) => Step::ExtensionDays { days },
    });
    let extended = run(regime, whole, day, calendar, &pauses, &mut steps);
    let extended_nominal = extended.nominal();
    let extended_due = roll(extended_nominal, calendar, &mut steps);
    steps.push(Step::ExtendedDue { day: extended_due });

    // "That period may be extended by two further months" can also be read as two months after
    // the end of the first, which is earlier when that one was cut to the end of a short month.
    let target = first.target(nominal);
    let chained = regime.extension.after(target);
    let extended_target = extended.target(extended_nominal).min(chained);
    if (target, extended_target) != (nominal, extended_nominal) {
        steps.push(Step::Targets { target, extended_target });
    }

    Ok(Deadline {
        received_local: format!("{local}[{}]", calendar.zone()),
        reference_day: first.reference,
        nominal,
        due,
        due_expires: calendar.end_of(due),
        extended_nominal,
        extended_due,
        extended_expires: calendar.end_of(extended_due),
        target,
        extended_target,
        steps,
    })
}

/// The pauses in local days, in the order in which a course takes them.
fn in_days(
    pauses: &[Pause],
    received: Instant,
    calendar: &Calendar,
    regime: &Regime,
) -> Result<Vec<PauseDays>, ImpossiblePause> {
    let mut days = Vec::with_capacity(pauses.len());
    for &Pause { from, to, cause } in pauses {
        if to < from {
            return Err(ImpossiblePause::EndsBeforeItBegins { from, to });
        }
        // A question of the same day is in order: people and machines round their times.
        let pause = PauseDays { from: calendar.day_of(from), to: calendar.day_of(to), cause };
        if pause.from < calendar.day_of(received) {
            return Err(ImpossiblePause::BeforeReceipt { from, received });
        }
        days.push(pause);
    }
    // Where identity restarts the month, that is settled before what is excluded within it.
    let identity_first = regime.suspension == Suspension::Excluded;
    days.sort_by_key(|pause| {
        (identity_first && pause.cause == PauseCause::Clarification, pause.from, pause.to)
    });
    Ok(days)
}

/// Counts a period with its pauses, and says how.
fn run<'a>(
    regime: &'a Regime,
    period: Period,
    received: Day,
    calendar: &Calendar,
    pauses: &[PauseDays],
    steps: &mut Vec<Step>,
) -> Course<'a> {
    let mut course = Course::begin(regime, period, received);
    for pause in pauses {
        let PauseDays { from, to, cause } = *pause;
        let step = match course.take(pause, calendar) {
            Ok(days) => Step::PauseCounted { cause, from, to, days },
            Err(why) => Step::PauseNotCounted { cause, from, to, why },
        };
        // The extended period takes the same pauses; only what differs is said again.
        if !steps.contains(&step) {
            steps.push(step);
        }
    }
    course.explain(steps);
    course
}

/// Art. 3(4): a period whose last day is a public holiday, a Sunday or a Saturday ends with the
/// last hour of the next working day.
fn roll(nominal: Day, calendar: &Calendar, steps: &mut Vec<Step>) -> Day {
    let mut day = nominal;
    while let Some(off) = calendar.day_off(day) {
        let holiday = match off {
            DayOff::Holiday(name) => Some(Cow::Borrowed(name)),
            DayOff::Weekend => None,
        };
        steps.push(Step::NotAWorkingDay { day, holiday });
        match day.tomorrow() {
            Ok(next) => day = next,
            Err(_) => return day,
        }
    }
    day
}

#[cfg(test)]
mod tests;
