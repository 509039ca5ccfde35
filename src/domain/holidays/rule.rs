//! What a row of the holiday tables can say, and whether a day is the one it means.

use std::collections::VecDeque;

use jiff::ToSpan;
use jiff::civil::Weekday;

use super::easter;
use crate::domain::time::Day;

/// One public holiday: its name, its day, and the years in which the law has it.
#[derive(Clone, Copy)]
pub(super) struct Holiday {
    pub(super) name: &'static str,
    on: On,
    first_year: i16,
    last_year: i16,
    every_years: i16,
    /// The name of the working day that replaces it when it falls on a weekend, where the law
    /// gives one.
    substitute: Option<&'static str>,
}

/// How the day of a holiday is found in a year.
#[derive(Clone, Copy)]
enum On {
    /// The same month and day each year.
    Date(i8, i8),
    /// So many days after the Gregorian Easter Sunday.
    Easter(i32),
    /// So many days after the Orthodox Easter Sunday.
    OrthodoxEaster(i32),
    /// The first such weekday on or after that month and day.
    Following(Weekday, i8, i8),
    /// The first Monday in February, but 1 February itself when that is a Friday.
    SaintBrigid,
}

pub(super) const fn date(month: i8, day: i8, name: &'static str) -> Holiday {
    always(On::Date(month, day), name)
}

pub(super) const fn easter(days: i32, name: &'static str) -> Holiday {
    always(On::Easter(days), name)
}

pub(super) const fn orthodox(days: i32, name: &'static str) -> Holiday {
    always(On::OrthodoxEaster(days), name)
}

/// The first `weekday` on or after the day; a day of 1 makes it the first of the month, and 25
/// the last of a month with 31 days.
pub(super) const fn following(weekday: Weekday, month: i8, day: i8, name: &'static str) -> Holiday {
    always(On::Following(weekday, month, day), name)
}

pub(super) const fn saint_brigid(name: &'static str) -> Holiday {
    always(On::SaintBrigid, name)
}

/// A day declared for one year only.
pub(super) const fn once(year: i16, month: i8, day: i8, name: &'static str) -> Holiday {
    date(month, day, name).since(year).until(year)
}

const fn always(on: On, name: &'static str) -> Holiday {
    Holiday {
        name,
        on,
        first_year: i16::MIN,
        last_year: i16::MAX,
        every_years: 1,
        substitute: None,
    }
}

impl Holiday {
    /// A holiday from that year on.
    pub(super) const fn since(self, year: i16) -> Self {
        Self { first_year: year, ..self }
    }

    /// A holiday up to and including that year.
    pub(super) const fn until(self, year: i16) -> Self {
        Self { last_year: year, ..self }
    }

    /// A holiday only in years that divide by this.
    pub(super) const fn every(self, years: i16) -> Self {
        Self { every_years: years, ..self }
    }

    /// When it falls on a weekend the next free working day is a holiday too, called this.
    pub(super) const fn made_good(self, substitute: &'static str) -> Self {
        Self { substitute: Some(substitute), ..self }
    }

    pub(super) fn falls_on(&self, date: &DayOfYear) -> bool {
        let in_force = (self.first_year..=self.last_year).contains(&date.year)
            && date.year % self.every_years == 0;
        in_force
            && match self.on {
                On::Date(month, day) => date.month == month && date.day == day,
                On::Easter(days) => date.of_year - date.easter == days,
                On::OrthodoxEaster(days) => date.of_year - date.orthodox == days,
                On::Following(weekday, month, day) => date.is_following(weekday, month, day),
                On::SaintBrigid => date.is_saint_brigid(),
            }
    }
}

/// A day taken apart once, so that a row is compared with a few integers.
pub(super) struct DayOfYear {
    year: i16,
    month: i8,
    day: i8,
    weekday: Weekday,
    of_year: i32,
    easter: i32,
    orthodox: i32,
}

impl DayOfYear {
    pub(super) fn of(day: Day) -> Self {
        Self {
            year: day.year(),
            month: day.month(),
            day: day.day(),
            weekday: day.weekday(),
            of_year: day.day_of_year().into(),
            easter: easter::western(day.year().into()),
            orthodox: easter::orthodox(day.year().into()),
        }
    }

    fn is_weekend(&self) -> bool {
        matches!(self.weekday, Weekday::Saturday | Weekday::Sunday)
    }

    fn is_following(&self, weekday: Weekday, month: i8, day: i8) -> bool {
        // The seven days may run into the next month: All Saints' is a Saturday from 31 October.
        let first = jiff::civil::Date::new(self.year, month, day)
            .map(|first| i32::from(first.day_of_year()));
        let after = first.map(|first| self.of_year - first);
        self.weekday == weekday && after.is_ok_and(|days| (0..7).contains(&days))
    }

    fn is_saint_brigid(&self) -> bool {
        // Organisation of Working Time Act 1997, Sch. 2, as amended in 2022. When 1 February is
        // a Friday the Monday after is the 4th, which is then not a holiday.
        let friday_the_first = self.weekday == Weekday::Friday && self.day == 1;
        let first_monday = self.weekday == Weekday::Monday && self.day <= 7 && self.day != 4;
        self.month == 2 && (friday_the_first || first_monday)
    }
}

/// The name of the substitute that falls on `day`, if the law puts one there.
///
/// Each holiday on a Saturday or Sunday takes, in turn, the next day that is neither a weekend
/// nor a holiday nor taken by an earlier one. A week of looking back is enough: no country has so
/// many holidays in a row that one could be carried across a whole working week.
pub(super) fn substitute(holidays: &[Holiday], day: Day) -> Option<&'static str> {
    let none_made_good = holidays.iter().all(|holiday| holiday.substitute.is_none());
    if none_made_good || matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
        return None;
    }
    let mut owed: VecDeque<&'static str> = VecDeque::new();
    let week_before = (1_i64..=7).rev().filter_map(|days| day.checked_sub(days.days()).ok());
    for earlier in week_before {
        let date = DayOfYear::of(earlier);
        let mut today = holidays.iter().filter(|holiday| holiday.falls_on(&date)).peekable();
        if date.is_weekend() {
            owed.extend(today.filter_map(|holiday| holiday.substitute));
        } else if today.peek().is_none() {
            owed.pop_front();
        }
    }
    owed.pop_front()
}
