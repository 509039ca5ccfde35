//! When a letter counts as having reached a person (LAW 14.5).
//!
//! **Invariant:** a letter that was only printed has reached nobody, and one by post not on the day it was posted.

use super::deadline::Calendar;
use super::refusal::Refusal;
use super::time::{Day, Instant};

/// How a letter was told, by what the law makes of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Handed {
    /// Whoever tells it knows that the person has it: it was read, handed over, read to them, or signed for.
    InHand,
    /// It was given to the post on this day, and nobody knows when it came.
    ByPost {
        /// The day.
        posted: Day,
        /// After so many days it counts as delivered: national law, commonly three or four.
        presumed_days: u8,
    },
}

/// From when on the letter counts as told. By post that is the beginning of the day so many days after it was posted, and
/// of the next working day where no post comes on that one.
///
/// # Errors
/// When it was posted before it was written, or in a day to come.
pub fn counts_from(
    handed: Handed,
    made_at: Instant,
    now: Instant,
    calendar: &Calendar,
) -> Result<Instant, Refusal> {
    let Handed::ByPost { posted, presumed_days } = handed else { return Ok(now) };
    let (made, today) = (calendar.day_of(made_at), calendar.day_of(now));
    if posted < made || posted > today {
        return Err(Refusal::PostedWhen(made));
    }
    let after = jiff::Span::new().days(presumed_days);
    let delivered = posted.checked_add(after).unwrap_or(Day::MAX);
    let delivered = calendar.next_working_day_from(delivered);
    let eve = delivered.yesterday().unwrap_or(delivered);
    Ok(calendar.end_of(eve))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::holidays::Country;

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    #[test]
    fn a_letter_by_post_counts_from_the_day_presumed_and_never_from_the_one_it_was_printed() {
        let calendar = Calendar::new(Country::parse("DE").unwrap(), "Europe/Berlin").unwrap();
        let made = at("2026-11-23T10:00:00Z");
        let now = at("2026-11-24T09:00:00Z");
        let on = |day| Handed::ByPost { posted: Day::constant(2026, 11, day), presumed_days: 4 };
        let counts = |handed| counts_from(handed, made, now, &calendar);
        assert_eq!(counts(Handed::InHand), Ok(now));
        // Monday and four days: Friday. Tuesday and four days: Saturday, on which the period of the law does not begin.
        assert_eq!(counts(on(23)), Ok(at("2026-11-26T23:00:00Z")));
        assert_eq!(counts(on(24)), Ok(at("2026-11-29T23:00:00Z")));
        let refused = Err(Refusal::PostedWhen(Day::constant(2026, 11, 23)));
        assert_eq!(counts(on(22)), refused, "before it was written");
        assert_eq!(counts(on(25)), refused, "tomorrow");
    }
}
