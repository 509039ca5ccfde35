//! How a period ran: which pauses stopped its clock, and on which day it ends.

use super::calendar::Calendar;
use super::period::{Period, plus_days};
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

/// The course of one period, with the pauses taken so far.
pub(super) struct Course<'a> {
    regime: &'a Regime,
    period: Period,
    received: Day,
    /// The day that the period is counted from, when nothing is suspended.
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
    pub(super) fn begin(regime: &'a Regime, period: Period, received: Day) -> Self {
        let (reference, running_from) = (received, received);
        let (run_days, excluded_days, paused_days) = (0, 0, 0);
        Self {
            regime,
            period,
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
        let days = days_between(begins, pause.to) + self.day_of_question(pause);
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
        let plain = self.period.after(self.reference);
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
        let shifted = plus_days(self.period.after(self.received), self.paused_days);
        shifted.min(nominal)
    }

    /// Adds the steps that lead to `nominal`.
    pub(super) fn explain(&self, steps: &mut Vec<Step>) {
        let plain = self.period.after(self.reference);
        if self.excluded_days == 0 {
            steps.push(self.counted(self.reference, plain));
            return;
        }
        match self.regime.suspension {
            Suspension::Excluded => {
                steps.push(self.counted(self.reference, plain));
                steps.push(Step::DaysNotCounted { days: self.excluded_days, last: self.nominal() });
            }
            Suspension::Remaining => {
                steps.push(self.counted(self.running_from, self.period.after(self.running_from)));
                let last = self.remaining();
                steps.push(Step::DaysAlreadyRun { days: self.run_days, last });
                if last < plain {
                    steps.push(Step::NeverShorter { last: plain });
                }
            }
        }
    }

    fn counted(&self, from: Day, to: Day) -> Step {
        match self.period {
            Period::Months(months) => Step::Months { months, from, to },
            Period::Days(days) => Step::Days { days, from, to },
        }
    }

    /// R-T-9, reading A (IMY-2022-9442): the months from the day the clock resumed, less the
    /// days it had run before.
    fn remaining(&self) -> Day {
        plus_days(self.period.after(self.running_from), -self.run_days)
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

    /// DPA 2018 s. 54(3C): the days from the question to the answer do not count, and both are among them (LAW 14.2); a day
    /// that does not count anyway is not taken off twice.
    fn day_of_question(&self, pause: &PauseDays) -> i64 {
        let excluded = self.regime.suspension == Suspension::Excluded;
        let asks = pause.cause == PauseCause::Clarification && pause.from > self.running_from;
        i64::from(excluded && asks)
    }

    fn restarts_on(&self, cause: PauseCause) -> bool {
        self.regime.suspension == Suspension::Excluded && cause == PauseCause::Identity
    }
}

fn days_between(from: Day, to: Day) -> i64 {
    from.duration_until(to).as_hours() / 24
}
