//! Denmark, Estonia, Finland, Iceland, Lithuania, Latvia, Norway and Sweden.

use jiff::civil::Weekday::{Monday, Saturday, Thursday};

use super::{
    ALL_SAINTS, ASCENSION, ASSUMPTION, Almanac, CHRISTMAS, CHRISTMAS_EVE, EASTER_MONDAY,
    EASTER_SUNDAY, EPIPHANY, GOOD_FRIDAY, LABOUR_DAY, MAUNDY_THURSDAY, NEW_YEAR, SECOND_CHRISTMAS,
    WHIT_MONDAY, WHIT_SUNDAY,
};
use crate::domain::holidays::rule::{date, easter, following, once};

// Constitution Day (5 June), Christmas Eve and New Year's Eve are not holidays by law.
pub(super) static DK: Almanac = Almanac {
    code: "DK",
    name: "Denmark",
    zone: "Europe/Copenhagen",
    holidays: &[
        NEW_YEAR,
        MAUNDY_THURSDAY,
        GOOD_FRIDAY,
        EASTER_SUNDAY,
        EASTER_MONDAY,
        easter(26, "Great Prayer Day").until(2023),
        ASCENSION,
        WHIT_SUNDAY,
        WHIT_MONDAY,
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};

pub(super) static EE: Almanac = Almanac {
    code: "EE",
    name: "Estonia",
    zone: "Europe/Tallinn",
    holidays: &[
        NEW_YEAR,
        date(2, 24, "Independence Day"),
        GOOD_FRIDAY,
        EASTER_SUNDAY,
        LABOUR_DAY,
        WHIT_SUNDAY,
        date(6, 23, "Victory Day"),
        date(6, 24, "Midsummer Day"),
        date(8, 20, "Day of Restoration of Independence"),
        CHRISTMAS_EVE,
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};

// Midsummer Eve and Christmas Eve are days off by collective agreement and equal a holiday in the
// Finnish act on time limits (150/1930), but no statute makes them public holidays. As in Sweden
// they are working days here, although the `holidays` package lists them.
pub(super) static FI: Almanac = Almanac {
    code: "FI",
    name: "Finland",
    zone: "Europe/Helsinki",
    holidays: &[
        NEW_YEAR,
        EPIPHANY,
        GOOD_FRIDAY,
        EASTER_SUNDAY,
        EASTER_MONDAY,
        LABOUR_DAY,
        ASCENSION,
        WHIT_SUNDAY,
        following(Saturday, 6, 20, "Midsummer Day"),
        following(Saturday, 10, 31, "All Saints' Day"),
        date(12, 6, "Independence Day"),
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};

// The afternoons of 24 and 31 December are half days.
pub(super) static IS: Almanac = Almanac {
    code: "IS",
    name: "Iceland",
    zone: "Atlantic/Reykjavik",
    holidays: &[
        NEW_YEAR,
        MAUNDY_THURSDAY,
        GOOD_FRIDAY,
        EASTER_SUNDAY,
        EASTER_MONDAY,
        following(Thursday, 4, 19, "First Day of Summer"),
        LABOUR_DAY,
        ASCENSION,
        WHIT_SUNDAY,
        WHIT_MONDAY,
        date(6, 17, "National Day"),
        following(Monday, 8, 1, "Commerce Day"),
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};

pub(super) static LT: Almanac = Almanac {
    code: "LT",
    name: "Lithuania",
    zone: "Europe/Vilnius",
    holidays: &[
        NEW_YEAR,
        date(2, 16, "Day of Restoration of the State"),
        date(3, 11, "Day of Restoration of Independence"),
        EASTER_SUNDAY,
        EASTER_MONDAY,
        LABOUR_DAY,
        date(6, 24, "Saint John's Day"),
        date(7, 6, "Statehood Day"),
        ASSUMPTION,
        ALL_SAINTS,
        date(11, 2, "All Souls' Day").since(2020),
        CHRISTMAS_EVE,
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};

// By law 4 May, 18 November and the last day of the Song Festival are made good on a Monday. The
// days that the government swaps with a Saturday each year are no holidays.
pub(super) static LV: Almanac = Almanac {
    code: "LV",
    name: "Latvia",
    zone: "Europe/Riga",
    holidays: &[
        NEW_YEAR,
        GOOD_FRIDAY,
        EASTER_SUNDAY,
        EASTER_MONDAY,
        LABOUR_DAY,
        date(5, 4, "Restoration of Independence Day")
            .made_good("Restoration of Independence Day (substitute day)"),
        once(2023, 5, 29, "Ice hockey bronze medal day"),
        WHIT_SUNDAY,
        date(6, 23, "Midsummer Eve"),
        date(6, 24, "Midsummer Day"),
        once(2023, 7, 10, "Song and Dance Festival (substitute day)"),
        date(11, 18, "Proclamation Day").made_good("Proclamation Day (substitute day)"),
        CHRISTMAS_EVE,
        CHRISTMAS,
        SECOND_CHRISTMAS,
        date(12, 31, "New Year's Eve"),
    ],
};

pub(super) static NO: Almanac = Almanac {
    code: "NO",
    name: "Norway",
    zone: "Europe/Oslo",
    holidays: &[
        NEW_YEAR,
        MAUNDY_THURSDAY,
        GOOD_FRIDAY,
        EASTER_SUNDAY,
        EASTER_MONDAY,
        LABOUR_DAY,
        date(5, 17, "Constitution Day"),
        ASCENSION,
        WHIT_SUNDAY,
        WHIT_MONDAY,
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};

// Lag (1989:253) om allmänna helgdagar. Midsummer Eve, Christmas Eve and New Year's Eve are
// equal to a Sunday only in the Swedish act on time limits (1930:173).
pub(super) static SE: Almanac = Almanac {
    code: "SE",
    name: "Sweden",
    zone: "Europe/Stockholm",
    holidays: &[
        NEW_YEAR,
        EPIPHANY,
        GOOD_FRIDAY,
        EASTER_SUNDAY,
        EASTER_MONDAY,
        LABOUR_DAY,
        ASCENSION,
        WHIT_SUNDAY,
        date(6, 6, "National Day"),
        following(Saturday, 6, 20, "Midsummer Day"),
        following(Saturday, 10, 31, "All Saints' Day"),
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};
