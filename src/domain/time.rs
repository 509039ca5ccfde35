//! Instants and days. A case is recorded at an [`Instant`]; the law counts in [`Day`]s.
//!
//! **Invariant:** nothing here reads a clock. Whoever needs the time is given it.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// A local calendar day; which zone it is local to is the business of the calendar.
pub type Day = jiff::civil::Date;

/// A moment in milliseconds since 1970-01-01T00:00:00Z.
///
/// What lies beyond the years -9999 to 9999 is shown, and counted, as their first or last moment.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Instant(pub i64);

/// The text is not a moment.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not a moment in time; write it like `2026-11-23T10:32:00Z`")]
pub struct NotAnInstant {
    /// What was given.
    pub given: String,
}

impl Instant {
    /// Reads an RFC 3339 moment with its offset; seconds may be left out, what is finer than a
    /// millisecond is dropped.
    pub fn parse(text: &str) -> Result<Self, NotAnInstant> {
        match text.trim().parse::<Timestamp>() {
            Ok(moment) => Ok(Self(moment.as_millisecond())),
            Err(_) => Err(NotAnInstant { given: text.to_owned() }),
        }
    }

    /// `2026-11-23T10:32:00Z`; with three digits of milliseconds unless they are zero.
    pub fn rfc3339(self) -> String {
        let moment = self.timestamp();
        if self.0 % 1000 == 0 { format!("{moment:.0}") } else { format!("{moment:.3}") }
    }

    /// Its day and time in UTC.
    pub fn utc(self) -> jiff::civil::DateTime {
        jiff::tz::TimeZone::UTC.to_datetime(self.timestamp())
    }

    /// The moment that many milliseconds later, or earlier when negative.
    #[must_use]
    pub const fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// The moment that many times 24 hours later. Periods of the law are counted in
    /// [`deadline`](super::deadline) instead, by the calendar.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(days.saturating_mul(DAY_MS)))
    }

    /// How many times 24 hours have passed since `earlier`, rounded down.
    pub const fn days_since(self, earlier: Self) -> i64 {
        self.0.saturating_sub(earlier.0).div_euclid(DAY_MS)
    }

    /// The same moment for the calendar arithmetic.
    pub(super) fn timestamp(self) -> Timestamp {
        let edge = if self.0 < 0 { Timestamp::MIN } else { Timestamp::MAX };
        Timestamp::from_millisecond(self.0).unwrap_or(edge)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rfc3339())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_reads_and_prints_rfc_3339() {
        let instant = Instant::parse("2026-11-23T11:32:00+01:00").unwrap();
        assert_eq!(instant.rfc3339(), "2026-11-23T10:32:00Z");
        assert_eq!(instant.plus_ms(50).to_string(), "2026-11-23T10:32:00.050Z");
        assert_eq!(Instant::parse("2026-11-23T10:32Z").unwrap(), instant);
        assert_eq!(Instant(-1).rfc3339(), "1969-12-31T23:59:59.999Z");
    }

    #[test]
    fn what_is_not_a_moment_is_named_and_a_way_out_is_shown() {
        for text in ["", "yesterday", "2026-11-23", "2026-11-23T10:32:00", "2026-02-30T10:00:00Z"] {
            let refused = Instant::parse(text).unwrap_err().to_string();
            assert!(refused.starts_with(&format!("`{text}` is not a moment")), "{refused}");
        }
    }

    #[test]
    fn days_between_instants_are_whole_and_rounded_down() {
        let noon = Instant::parse("2026-11-23T12:00:00Z").unwrap();
        assert_eq!(noon.plus_days(3).days_since(noon), 3);
        assert_eq!(noon.plus_days(3).plus_ms(-1).days_since(noon), 2);
        assert_eq!(noon.plus_ms(-1).days_since(noon), -1);
    }

    #[test]
    fn the_far_ends_of_time_are_printed_and_never_panic() {
        assert!(Instant(i64::MAX).plus_days(i64::MAX).rfc3339().starts_with("9999-12-30"));
        assert!(Instant(i64::MIN).plus_ms(-1).rfc3339().starts_with("-009999"));
        assert_eq!(Instant(i64::MIN).days_since(Instant(i64::MAX)), i64::MIN.div_euclid(DAY_MS));
    }

    #[test]
    fn an_instant_is_a_plain_number_in_json() {
        let instant = Instant(1_795_429_920_000);
        assert_eq!(serde_json::to_string(&instant).unwrap(), "1795429920000");
        assert_eq!(serde_json::from_str::<Instant>("1795429920000").unwrap(), instant);
    }
}
