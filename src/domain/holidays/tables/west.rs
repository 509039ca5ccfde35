//! Austria, Belgium, Switzerland, Germany, France, the United Kingdom, Ireland, Liechtenstein,
//! Luxembourg and the Netherlands.

use jiff::civil::Weekday::Monday;

use super::{
    ALL_SAINTS, ASCENSION, ASSUMPTION, Almanac, CHRISTMAS, CORPUS_CHRISTI, EASTER_MONDAY,
    EASTER_SUNDAY, EPIPHANY, GOOD_FRIDAY, IMMACULATE_CONCEPTION, LABOUR_DAY, NEW_YEAR,
    SECOND_CHRISTMAS, ST_STEPHEN, WHIT_MONDAY, WHIT_SUNDAY,
};
use crate::domain::holidays::rule::{date, following, once, saint_brigid};

// Good Friday is a personal holiday of the employee, not a public one.
pub(super) static AT: Almanac = Almanac {
    code: "AT",
    name: "Austria",
    zone: "Europe/Vienna",
    holidays: &[
        NEW_YEAR,
        EPIPHANY,
        EASTER_MONDAY,
        LABOUR_DAY,
        ASCENSION,
        WHIT_MONDAY,
        CORPUS_CHRISTI,
        ASSUMPTION,
        date(10, 26, "National Day"),
        ALL_SAINTS,
        IMMACULATE_CONCEPTION,
        CHRISTMAS,
        ST_STEPHEN,
    ],
};

pub(super) static BE: Almanac = Almanac {
    code: "BE",
    name: "Belgium",
    zone: "Europe/Brussels",
    holidays: &[
        NEW_YEAR,
        EASTER_SUNDAY,
        EASTER_MONDAY,
        LABOUR_DAY,
        ASCENSION,
        WHIT_SUNDAY,
        WHIT_MONDAY,
        date(7, 21, "National Day"),
        ASSUMPTION,
        ALL_SAINTS,
        date(11, 11, "Armistice Day"),
        CHRISTMAS,
    ],
};

// 1 August is the only federal holiday; the other three are holidays in all 26 cantons. What only
// most cantons keep (Good Friday, Easter Monday, Whit Monday) is regional.
pub(super) static CH: Almanac = Almanac {
    code: "CH",
    name: "Switzerland",
    zone: "Europe/Zurich",
    holidays: &[NEW_YEAR, ASCENSION, date(8, 1, "National Day"), CHRISTMAS],
};

// The nine days that every Land has; all others are regional.
pub(super) static DE: Almanac = Almanac {
    code: "DE",
    name: "Germany",
    zone: "Europe/Berlin",
    holidays: &[
        NEW_YEAR,
        GOOD_FRIDAY,
        EASTER_MONDAY,
        LABOUR_DAY,
        ASCENSION,
        WHIT_MONDAY,
        date(10, 3, "German Unity Day"),
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};

// Code du travail, L3133-1. Good Friday and 26 December are holidays in Alsace-Moselle only.
pub(super) static FR: Almanac = Almanac {
    code: "FR",
    name: "France",
    zone: "Europe/Paris",
    holidays: &[
        NEW_YEAR,
        EASTER_MONDAY,
        LABOUR_DAY,
        date(5, 8, "Victory Day"),
        ASCENSION,
        WHIT_MONDAY,
        date(7, 14, "Bastille Day"),
        ASSUMPTION,
        ALL_SAINTS,
        date(11, 11, "Armistice Day"),
        CHRISTMAS,
    ],
};

// England and Wales: Banking and Financial Dealings Act 1971, Sch. 1, the common-law holidays,
// and the royal proclamations that move a day or add one.
pub(super) static GB: Almanac = Almanac {
    code: "GB",
    name: "United Kingdom",
    zone: "Europe/London",
    holidays: &[
        NEW_YEAR.made_good("New Year's Day (substitute day)"),
        GOOD_FRIDAY,
        EASTER_MONDAY,
        following(Monday, 5, 1, "Early May bank holiday").until(2019),
        once(2020, 5, 8, "Early May bank holiday (VE day)"),
        following(Monday, 5, 1, "Early May bank holiday").since(2021),
        once(2023, 5, 8, "Coronation of King Charles III"),
        following(Monday, 5, 25, "Spring bank holiday").until(2021),
        once(2022, 6, 2, "Spring bank holiday"),
        once(2022, 6, 3, "Platinum Jubilee bank holiday"),
        following(Monday, 5, 25, "Spring bank holiday").since(2023),
        following(Monday, 8, 25, "Summer bank holiday"),
        once(2022, 9, 19, "State Funeral of Queen Elizabeth II"),
        CHRISTMAS.made_good("Christmas Day (substitute day)"),
        date(12, 26, "Boxing Day").made_good("Boxing Day (substitute day)"),
    ],
};

// A holiday on a weekend gives the employee another day off; it does not move the holiday.
pub(super) static IE: Almanac = Almanac {
    code: "IE",
    name: "Ireland",
    zone: "Europe/Dublin",
    holidays: &[
        NEW_YEAR,
        saint_brigid("Saint Brigid's Day").since(2023),
        date(3, 17, "Saint Patrick's Day"),
        once(2022, 3, 18, "Day of Remembrance and Recognition"),
        EASTER_MONDAY,
        following(Monday, 5, 1, "May holiday"),
        following(Monday, 6, 1, "June holiday"),
        following(Monday, 8, 1, "August holiday"),
        following(Monday, 10, 25, "October holiday"),
        CHRISTMAS,
        ST_STEPHEN,
    ],
};

// 2 January, Shrove Tuesday, Good Friday, 24 and 31 December are days on which banks and offices
// close by custom.
pub(super) static LI: Almanac = Almanac {
    code: "LI",
    name: "Liechtenstein",
    zone: "Europe/Vaduz",
    holidays: &[
        NEW_YEAR,
        EPIPHANY,
        date(2, 2, "Candlemas"),
        date(3, 19, "Saint Joseph's Day"),
        EASTER_SUNDAY,
        EASTER_MONDAY,
        LABOUR_DAY,
        ASCENSION,
        WHIT_SUNDAY,
        WHIT_MONDAY,
        CORPUS_CHRISTI,
        date(8, 15, "National Day"),
        date(9, 8, "Nativity of Mary"),
        ALL_SAINTS,
        IMMACULATE_CONCEPTION,
        CHRISTMAS,
        ST_STEPHEN,
    ],
};

pub(super) static LU: Almanac = Almanac {
    code: "LU",
    name: "Luxembourg",
    zone: "Europe/Luxembourg",
    holidays: &[
        NEW_YEAR,
        EASTER_MONDAY,
        LABOUR_DAY,
        date(5, 9, "Europe Day"),
        ASCENSION,
        WHIT_MONDAY,
        date(6, 23, "National Day"),
        ASSUMPTION,
        ALL_SAINTS,
        CHRISTMAS,
        ST_STEPHEN,
    ],
};

// Algemene termijnenwet, Art. 3: Good Friday is put on a par with the holidays, and so it is one
// here. The same article has 5 May in every year, but most offices work on it outside the years
// that divide by five; in doubt it is a working day in those. King's Day moves to the 26th when
// the 27th is a Sunday, which is then a Saturday and changes nothing.
pub(super) static NL: Almanac = Almanac {
    code: "NL",
    name: "Netherlands",
    zone: "Europe/Amsterdam",
    holidays: &[
        NEW_YEAR,
        GOOD_FRIDAY,
        EASTER_SUNDAY,
        EASTER_MONDAY,
        date(4, 27, "King's Day"),
        date(5, 5, "Liberation Day").every(5),
        ASCENSION,
        WHIT_SUNDAY,
        WHIT_MONDAY,
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};
