//! The tables, by region. A row is a holiday; a comment says why a day is there, or is not.
//!
//! Where a country's statute and the `holidays` package disagree, the day is left out: a working
//! day makes the deadline earlier, which harms nobody. Moved or one-off days are listed when the
//! competent authority has decided them, never guessed ahead.
//!
//! **Invariant:** data only; how a row is read is `rule`'s business.

mod east;
mod north;
mod south;
mod west;

use super::rule::{Holiday, date, easter};
use super::{Almanac, Country};

pub(super) const ALL: [Country; 32] = [
    Country(&west::AT),
    Country(&west::BE),
    Country(&east::BG),
    Country(&west::CH),
    Country(&south::CY),
    Country(&east::CZ),
    Country(&west::DE),
    Country(&north::DK),
    Country(&north::EE),
    Country(&south::ES),
    Country(&north::FI),
    Country(&west::FR),
    Country(&west::GB),
    Country(&south::GR),
    Country(&south::HR),
    Country(&east::HU),
    Country(&west::IE),
    Country(&north::IS),
    Country(&south::IT),
    Country(&west::LI),
    Country(&north::LT),
    Country(&west::LU),
    Country(&north::LV),
    Country(&south::MT),
    Country(&west::NL),
    Country(&north::NO),
    Country(&east::PL),
    Country(&south::PT),
    Country(&east::RO),
    Country(&north::SE),
    Country(&south::SI),
    Country(&east::SK),
];

// Days that most of the countries share.
const NEW_YEAR: Holiday = date(1, 1, "New Year's Day");
const EPIPHANY: Holiday = date(1, 6, "Epiphany");
const MAUNDY_THURSDAY: Holiday = easter(-3, "Maundy Thursday");
const GOOD_FRIDAY: Holiday = easter(-2, "Good Friday");
const EASTER_SUNDAY: Holiday = easter(0, "Easter Sunday");
const EASTER_MONDAY: Holiday = easter(1, "Easter Monday");
const LABOUR_DAY: Holiday = date(5, 1, "Labour Day");
const ASCENSION: Holiday = easter(39, "Ascension Day");
const WHIT_SUNDAY: Holiday = easter(49, "Whit Sunday");
const WHIT_MONDAY: Holiday = easter(50, "Whit Monday");
const CORPUS_CHRISTI: Holiday = easter(60, "Corpus Christi");
const ASSUMPTION: Holiday = date(8, 15, "Assumption Day");
const ALL_SAINTS: Holiday = date(11, 1, "All Saints' Day");
const IMMACULATE_CONCEPTION: Holiday = date(12, 8, "Immaculate Conception");
const CHRISTMAS_EVE: Holiday = date(12, 24, "Christmas Eve");
const CHRISTMAS: Holiday = date(12, 25, "Christmas Day");
const SECOND_CHRISTMAS: Holiday = date(12, 26, "Second Day of Christmas");
const ST_STEPHEN: Holiday = date(12, 26, "Saint Stephen's Day");
