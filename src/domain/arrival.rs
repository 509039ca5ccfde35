//! When something reached us that came by another way than the gateway's own door: a letter, a call, a word at the counter.

use super::deadline::Calendar;
use super::time::{Day, Instant};

/// The longest that is believed: what is older has a mistake in its date.
const YEARS_MAX: i16 = 10;
/// Art. 99(2): no request under the GDPR is older.
const LAW_APPLIES_FROM: Day = Day::constant(2018, 5, 25);

/// The day or the moment that somebody wrote down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Arrival {
    /// A day, where the controller is.
    On(Day),
    /// A moment.
    At(Instant),
}

/// It cannot have come then.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotThen {
    /// Neither a day nor a moment.
    #[error("`{0}` is no day and no moment; write `2026-11-23` or `2026-11-23T10:32:00Z`")]
    Unreadable(String),
    /// It is still to come.
    #[error(
        "it cannot have been received on {0}: today is {1}; give the day on which it reached you"
    )]
    ToCome(Day, Day),
    /// Before the law, or long ago.
    #[error("nothing is taken that was received before {0}; look at the year of {1}")]
    LongAgo(Day, Day),
}

impl Arrival {
    /// Reads a day or an RFC 3339 moment.
    ///
    /// # Errors
    /// [`NotThen::Unreadable`].
    pub fn parse(text: &str) -> Result<Self, NotThen> {
        let text = text.trim();
        let unreadable = || NotThen::Unreadable(text.to_owned());
        if text.len() == 10 {
            return text.parse().map(Self::On).map_err(|_| unreadable());
        }
        Instant::parse(text).map(Self::At).map_err(|_| unreadable())
    }

    /// The moment from which the period is counted. Of a day it is its first one: Reg. 1182/71, Art. 3(1) does not count that
    /// day whatever the hour (R-T-2).
    ///
    /// # Errors
    /// It cannot have come then.
    pub fn moment(self, calendar: &Calendar, now: Instant) -> Result<Instant, NotThen> {
        let today = calendar.day_of(now);
        let (day, moment) = match self {
            Self::On(day) => {
                (day, day.yesterday().map_or(Instant(i64::MIN), |before| calendar.end_of(before)))
            }
            Self::At(moment) => (calendar.day_of(moment), moment),
        };
        if moment > now {
            return Err(NotThen::ToCome(day, today));
        }
        let long_ago = jiff::Span::new().years(YEARS_MAX);
        let first = today.checked_sub(long_ago).unwrap_or(Day::MIN).max(LAW_APPLIES_FROM);
        if day < first {
            return Err(NotThen::LongAgo(first, day));
        }
        Ok(moment)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::holidays::Country;

    fn calendar() -> Calendar {
        Calendar::new(Country::parse("FR").unwrap(), "Europe/Paris").unwrap()
    }

    fn day(text: &str) -> String {
        let now = Instant::parse("2026-11-24T22:30:00Z").unwrap();
        match Arrival::parse(text).and_then(|arrival| arrival.moment(&calendar(), now)) {
            Ok(moment) => moment.rfc3339(),
            Err(refused) => refused.to_string(),
        }
    }

    #[test]
    fn a_day_begins_where_the_controller_is() {
        assert_eq!(day("2026-11-18"), "2026-11-17T23:00:00Z");
        assert_eq!(day("2026-11-24"), "2026-11-23T23:00:00Z");
        assert_eq!(day("2026-07-01"), "2026-06-30T22:00:00Z");
        assert_eq!(day("2026-11-24T10:00:00+01:00"), "2026-11-24T09:00:00Z");
    }

    #[test]
    fn what_is_still_to_come_or_older_than_the_law_was_not_received() {
        assert!(day("2026-11-25").contains("today is 2026-11-24"));
        assert!(day("2026-11-24T22:30:01Z").contains("cannot have been received"));
        assert!(day("2018-05-24").contains("before 2018-05-25"));
        assert_eq!(day("2018-05-25"), "2018-05-24T22:00:00Z");
        assert!(day("last week").starts_with("`last week` is no day"));
        assert!(day("2026-02-30").contains("is no day"));
    }
}
