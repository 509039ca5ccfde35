//! How long a period is: months or days.

use crate::domain::time::Day;

/// A length of time as a law gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// Calendar months.
    Months(i32),
    /// Calendar days.
    Days(i64),
}

impl Period {
    /// The day on which a period ends that is counted from this one. The calendar ends with the year 9999.
    ///
    /// Months: the day with the same number, or the last of the month when it has no such day (Reg. 1182/71 Art. 3(2)(c)).
    pub(super) fn after(self, day: Day) -> Day {
        match self {
            Self::Months(months) => {
                let span = jiff::Span::new().try_months(months);
                span.and_then(|span| day.checked_add(span)).unwrap_or(Day::MAX)
            }
            Self::Days(days) => plus_days(day, days),
        }
    }

    /// Both together; a regime has one unit.
    pub(super) fn with(self, further: Self) -> Self {
        match (self, further) {
            (Self::Months(one), Self::Months(other)) => Self::Months(one.saturating_add(other)),
            (Self::Days(one), Self::Days(other)) => Self::Days(one.saturating_add(other)),
            (one, Self::Months(_) | Self::Days(_)) => one,
        }
    }
}

pub(super) fn plus_days(day: Day, days: i64) -> Day {
    let span = jiff::Span::new().try_days(days);
    span.and_then(|span| day.checked_add(span)).unwrap_or(Day::MAX)
}

/// A regime whose periods are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAPeriod {
    /// Neither unit, both, or one for the period and the other for its extension.
    #[error("give `months` with `extension_months`, or `days` with `extension_days`")]
    Units,
    /// Nothing, or less.
    #[error("the period must be at least one, and its extension not negative")]
    Short,
}
