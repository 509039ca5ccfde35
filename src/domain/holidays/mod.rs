//! The national public holidays of the 32 countries a controller may sit in: EU-27, Iceland,
//! Liechtenstein, Norway, the United Kingdom (England and Wales) and Switzerland.
//!
//! Start with [`public_holiday`]; the holidays themselves are the rows in `tables/`, and `rule`
//! says what a row can express. Complete for 2020 to 2040; one-off days are there as far as they
//! were decided by November 2026.
//!
//! **Invariant:** no regional days, no bank or half days, no working days swapped for a long
//! weekend: in doubt a day is a working day, so a deadline is early rather than late.

mod easter;
mod rule;
mod tables;

use std::fmt;
use std::hash::{Hash, Hasher};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use self::rule::{DayOfYear, Holiday};
use super::country::normal_country;
use super::time::Day;

/// A country whose public holidays are known. Written as its ISO 3166 code: `FR`.
#[derive(Clone, Copy)]
pub struct Country(&'static Almanac);

/// What is known about one country.
struct Almanac {
    code: &'static str,
    name: &'static str,
    zone: &'static str,
    holidays: &'static [Holiday],
}

/// The code is not one of a known country.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not a country whose public holidays are known; use one of {}", known_codes())]
pub struct UnknownCountry {
    /// What was given.
    pub given: String,
}

/// The name of the national public holiday on `day`, if it is one, in English.
///
/// Days on which a weekend holiday is made good by law are holidays too and say so in their name.
/// Saturdays and Sundays are named only where the table lists them; they are never working days.
///
/// Source: the statutes of each country, checked against the Python package `holidays` 0.109; see
/// `tests/vectors/README.md`.
pub fn public_holiday(country: Country, day: Day) -> Option<&'static str> {
    let date = DayOfYear::of(day);
    let listed = country.0.holidays.iter().find(|holiday| holiday.falls_on(&date));
    match listed {
        Some(holiday) => Some(holiday.name),
        None => rule::substitute(country.0.holidays, day),
    }
}

impl Country {
    /// Every known country, in the order of their codes.
    pub const ALL: [Self; 32] = tables::ALL;

    /// Finds a country by its ISO 3166 alpha-2 code, in capitals or not; `UK` and `EL` are known too.
    pub fn parse(code: &str) -> Result<Self, UnknownCountry> {
        let wanted = normal_country(code).ok().flatten();
        let known = Self::ALL.into_iter().find(|c| wanted.as_deref() == Some(c.code()));
        known.ok_or_else(|| UnknownCountry { given: code.to_owned() })
    }

    /// The ISO 3166 alpha-2 code: `FR`.
    pub const fn code(self) -> &'static str {
        self.0.code
    }

    /// The English name: `France`.
    pub const fn name(self) -> &'static str {
        self.0.name
    }

    /// The IANA time zone of the capital: `Europe/Paris`.
    pub const fn default_zone(self) -> &'static str {
        self.0.zone
    }
}

fn known_codes() -> String {
    Country::ALL.map(Country::code).join(", ")
}

impl PartialEq for Country {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Country {}

impl Hash for Country {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code().hash(state);
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({})", self.code())
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(from)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests;
