//! The date by which a request must be answered.

use serde::{Deserialize, Serialize};

use super::time::{Day, Instant};

/// Why an answer takes longer: Art. 12(3) knows two reasons, and LAW 2.4 none beside them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Extension {
    /// The complexity of the request.
    Complexity,
    /// The number of requests, of this person.
    NumberOfRequests,
}

impl Extension {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Complexity, Self::NumberOfRequests];

    /// The word of the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::Complexity => "complexity",
            Self::NumberOfRequests => "number_of_requests",
        }
    }

    /// Reads the word of the API.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.code() == code)
    }
}

/// How far the office was told of a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Reminded {
    /// Which date.
    pub due: Day,
    /// The days that were left, at most.
    pub days: i64,
}

/// What is to be said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Call {
    /// So many days are left, at most.
    Remind {
        /// How many.
        days: i64,
    },
    /// The date passed.
    Overdue,
}

/// The date that binds us.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Due {
    /// The last day, in the controller's zone.
    pub date: Day,
    /// The instant at which that day ends.
    pub expires: Instant,
}

impl Due {
    /// The office's own date: so many days before the one that binds.
    pub fn target(&self, days_before: i64) -> Day {
        let days = jiff::Span::new().try_days(days_before);
        days.and_then(|days| self.date.checked_sub(days)).unwrap_or(self.date)
    }

    /// P2: a flag that nobody reviewed closes when half of the time from here on is over, as *not excessive*.
    pub fn half_way_from(&self, from: Instant) -> Instant {
        let left = self.expires.0.saturating_sub(from.0).max(0);
        Instant(from.0.saturating_add(left / 2))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flag_lapses_half_way_and_at_once_when_no_time_is_left() {
        let date: Day = "2026-12-28".parse().unwrap();
        let due = Due { date, expires: Instant(1_000) };
        assert_eq!(due.half_way_from(Instant(200)), Instant(600));
        assert_eq!(due.half_way_from(Instant(999)), Instant(999));
        assert_eq!(due.half_way_from(Instant(1_000)), Instant(1_000));
        assert_eq!(due.half_way_from(Instant(4_000)), Instant(4_000));
    }
}
