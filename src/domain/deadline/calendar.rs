//! The days of one place: where the controller acts, its zone and its public holidays.

use jiff::civil::{DateTime, Weekday};
use jiff::tz::TimeZone;

use crate::domain::holidays::{Country, public_holiday};
use crate::domain::time::{Day, Instant};

/// The calendar of the place of action (Reg. 1182/71 Art. 2(1)): the controller's, never the
/// person's.
#[derive(Clone, Debug)]
pub struct Calendar {
    country: Country,
    zone: TimeZone,
    zone_name: String,
}

/// The name is not that of a time zone.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not a time zone; use an IANA name like `Europe/Paris`")]
pub struct UnknownZone {
    /// What was given.
    pub given: String,
}

/// Why a day is not a working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DayOff {
    Weekend,
    Holiday(&'static str),
}

impl Calendar {
    /// The calendar of a country in an IANA zone, which need not be the capital's.
    pub fn new(country: Country, zone: &str) -> Result<Self, UnknownZone> {
        let unknown = || UnknownZone { given: zone.to_owned() };
        let zone = TimeZone::get(zone).map_err(|_| unknown())?;
        let zone_name = zone.iana_name().ok_or_else(unknown)?.to_owned();
        Ok(Self { country, zone, zone_name })
    }

    /// The country whose public holidays count.
    pub const fn country(&self) -> Country {
        self.country
    }

    /// The IANA name of the zone.
    pub fn zone(&self) -> &str {
        &self.zone_name
    }

    /// The local day an instant falls on.
    pub fn day_of(&self, instant: Instant) -> Day {
        self.local(instant).date()
    }

    /// The local day and time of an instant.
    pub fn civil(&self, instant: Instant) -> DateTime {
        self.local(instant)
    }

    /// 24:00 local on that day: the first moment of the next one.
    pub fn end_of(&self, day: Day) -> Instant {
        let next = day.tomorrow().unwrap_or(Day::MAX);
        // A day may begin at 01:00 where the clocks go forward at midnight; "compatible" is the
        // moment of the change then.
        let midnight = self.zone.to_ambiguous_timestamp(DateTime::from(next)).compatible();
        midnight.map_or(Instant(i64::MAX), |moment| Instant(moment.as_millisecond()))
    }

    /// Whether the day is neither a Saturday nor a Sunday nor a public holiday
    /// (Reg. 1182/71 Art. 2(2)).
    pub fn is_working_day(&self, day: Day) -> bool {
        !is_weekend(day) && public_holiday(self.country, day).is_none()
    }

    /// The day itself when it is a working day, else the next one.
    pub fn next_working_day_from(&self, day: Day) -> Day {
        let mut day = day;
        while !self.is_working_day(day) {
            match day.tomorrow() {
                Ok(next) => day = next,
                Err(_) => return day,
            }
        }
        day
    }

    pub(super) fn local(&self, instant: Instant) -> DateTime {
        self.zone.to_datetime(instant.timestamp())
    }

    /// Why the day is off; a holiday is named even when it falls on a weekend.
    pub(super) fn day_off(&self, day: Day) -> Option<DayOff> {
        match public_holiday(self.country, day) {
            Some(name) => Some(DayOff::Holiday(name)),
            None => is_weekend(day).then_some(DayOff::Weekend),
        }
    }
}

fn is_weekend(day: Day) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}
