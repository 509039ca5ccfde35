//! How a period ran: which pauses stopped its clock, and on which day it ends.

use super::calendar::Calendar;
use super::regime::{NotCounted, PauseCause, Regime, Suspension};
use super::step::Step;
use crate::domain::time::Day;

/// A pause in local days.
#[derive(Clone, Copy)]
pub(super) struct PauseDays {
    pub(super) from: Day,
    pub(super) to: Day,
    pub(super) cause: PauseCause,
}

/// The course of one period of months, with the pauses taken so far.
pub(super) struct Course<'a> {
    regime: &'a Regime,
    months: i32,
    received: Day,
    /// The day whose number the last day bears, when nothing is suspended.
    pub(super) reference: Day,
    /// The day since which the clock has run.
    running_from: Day,
    /// The days it ran between `reference` and the last pause.
    run_days: i64,
    /// The days excluded since `reference`.
    excluded_days: i64,
    /// All days excluded since receipt.
    paused_days: i64,
}

impl<'a> Course<'a> {
    pub(super) fn begin(regime: &'a Regime, months: i32, received: Day) -> Self {
        let (reference, running_from) = (received, received);
        let (run_days, excluded_days, paused_days) = (0, 0, 0);
        Self {
            regime,
            months,
            received,
            reference,
            running_from,
            run_days,
            excluded_days,
            paused_days,
        }
    }

    /// Takes a pause into account and returns the days it excludes. They come in order of
    /// `from`; where identity restarts the month, those for identity come first.
    pub(super) fn take(
        &mut self,
        pause: &PauseDays,
        calendar: &Calendar,
    ) -> Result<i64, NotCounted> {
        let begins = pause.from.max(self.running_from);
        let ran_days = self.run_days + days_between(self.running_from, begins);
        self.admit(pause, ran_days, calendar)?;
        let days = days_between(begins, pause.to);
        self.running_from = pause.to;
        self.paused_days += days;
        if self.restarts_on(pause.cause) {
            // UK GDPR Art. 12A: the period begins when the identity information arrives.
            self.reference = pause.to;
            (self.run_days, self.excluded_days) = (0, 0);
        } else {
            self.run_days = ran_days;
            self.excluded_days += days;
        }
        Ok(days)
    }

    /// The last day of the period before it is moved to a working day.
    pub(super) fn nominal(&self) -> Day {
        let plain = plus_months(self.reference, self.months);
        match self.regime.suspension {
            Suspension::Excluded => plus_days(plain, self.excluded_days),
            Suspension::Remaining if self.excluded_days == 0 => plain,
            Suspension::Remaining => self.remaining().max(plain),
        }
    }

    /// R-T-9, reading B: the plain last day moved by the days of the pauses. When it is earlier
    /// than the `nominal` one it is the day to work towards.
    pub(super) fn target(&self, nominal: Day) -> Day {
        if self.paused_days == 0 {
            return nominal;
        }
        let shifted = plus_days(plus_months(self.received, self.months), self.paused_days);
        shifted.min(nominal)
    }

    /// Adds the steps that lead to `nominal`.
    pub(super) fn explain(&self, steps: &mut Vec<Step>) {
        let months = self.months;
        let plain = plus_months(self.reference, months);
        if self.excluded_days == 0 {
            steps.push(Step::Months { months, from: self.reference, to: plain });
            return;
        }
        match self.regime.suspension {
            Suspension::Excluded => {
                steps.push(Step::Months { months, from: self.reference, to: plain });
                steps.push(Step::DaysNotCounted { days: self.excluded_days, last: self.nominal() });
            }
            Suspension::Remaining => {
                let to = plus_months(self.running_from, months);
                steps.push(Step::Months { months, from: self.running_from, to });
                let last = self.remaining();
                steps.push(Step::DaysAlreadyRun { days: self.run_days, last });
                if last < plain {
                    steps.push(Step::NeverShorter { last: plain });
                }
            }
        }
    }

    /// R-T-9, reading A (IMY-2022-9442): the months from the day the clock resumed, less the
    /// days it had run before.
    fn remaining(&self) -> Day {
        plus_days(plus_months(self.running_from, self.months), -self.run_days)
    }

    /// Whether the pause may stop the clock at all, after it has run for `ran_days`.
    fn admit(
        &self,
        pause: &PauseDays,
        ran_days: i64,
        calendar: &Calendar,
    ) -> Result<(), NotCounted> {
        let within_days = self.regime.identity_asked_within_days;
        let pauses = match pause.cause {
            PauseCause::Identity => self.regime.pauses_for_identity,
            PauseCause::Clarification => self.regime.pauses_for_clarification,
        };
        if !pauses {
            Err(NotCounted::RegimeRunsOn)
        } else if pause.cause == PauseCause::Identity && ran_days > within_days {
            // Art. 12(6) helps only who asks without undue delay.
            Err(NotCounted::AskedLate { after_days: ran_days, within_days })
        } else if pause.from > calendar.next_working_day_from(self.nominal()) {
            Err(NotCounted::AfterTheEnd)
        } else if pause.from == pause.to {
            Err(NotCounted::NoWholeDay)
        } else if pause.to <= self.running_from {
            Err(NotCounted::AlreadyExcluded)
        } else {
            Ok(())
        }
    }

    fn restarts_on(&self, cause: PauseCause) -> bool {
        self.regime.suspension == Suspension::Excluded && cause == PauseCause::Identity
    }
}

/// The day with the same number so many months later, or the last of that month when it has no
/// such day (Reg. 1182/71 Art. 3(2)(c)). The calendar ends with the year 9999.
pub(super) fn plus_months(day: Day, months: i32) -> Day {
    let span = jiff::Span::new().try_months(months);
    span.and_then(|span| day.checked_add(span)).unwrap_or(Day::MAX)
}

fn plus_days(day: Day, days: i64) -> Day {
    let span = jiff::Span::new().try_days(days);
    span.and_then(|span| day.checked_add(span)).unwrap_or(Day::MAX)
}

fn days_between(from: Day, to: Day) -> i64 {
    from.duration_until(to).as_hours() / 24
}
