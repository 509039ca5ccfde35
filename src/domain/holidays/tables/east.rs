//! Bulgaria, Czechia, Hungary, Poland, Romania and Slovakia.

use super::{
    ALL_SAINTS, ASSUMPTION, Almanac, CHRISTMAS, CHRISTMAS_EVE, CORPUS_CHRISTI, EASTER_MONDAY,
    EASTER_SUNDAY, EPIPHANY, GOOD_FRIDAY, LABOUR_DAY, NEW_YEAR, SECOND_CHRISTMAS, WHIT_MONDAY,
    WHIT_SUNDAY,
};
use crate::domain::holidays::rule::{date, orthodox};

// Labour Code, Art. 154: a holiday on a weekend, Easter excepted, is made good on the next
// working day. 31 December 2025 and 2 January 2026 were days off declared for the change to the
// euro, not holidays of that article; in doubt they are working days.
pub(super) static BG: Almanac = Almanac {
    code: "BG",
    name: "Bulgaria",
    zone: "Europe/Sofia",
    holidays: &[
        NEW_YEAR.made_good("New Year's Day (substitute day)"),
        date(3, 3, "Liberation Day").made_good("Liberation Day (substitute day)"),
        orthodox(-2, "Orthodox Good Friday"),
        orthodox(-1, "Orthodox Holy Saturday"),
        orthodox(0, "Orthodox Easter Sunday"),
        orthodox(1, "Orthodox Easter Monday"),
        LABOUR_DAY.made_good("Labour Day (substitute day)"),
        date(5, 6, "Saint George's Day").made_good("Saint George's Day (substitute day)"),
        date(5, 24, "Day of Culture and Slavonic Alphabet")
            .made_good("Day of Culture and Slavonic Alphabet (substitute day)"),
        date(9, 6, "Unification Day").made_good("Unification Day (substitute day)"),
        date(9, 22, "Independence Day").made_good("Independence Day (substitute day)"),
        CHRISTMAS_EVE.made_good("Christmas Eve (substitute day)"),
        CHRISTMAS.made_good("Christmas Day (substitute day)"),
        SECOND_CHRISTMAS.made_good("Second Day of Christmas (substitute day)"),
    ],
};

pub(super) static CZ: Almanac = Almanac {
    code: "CZ",
    name: "Czechia",
    zone: "Europe/Prague",
    holidays: &[
        NEW_YEAR,
        GOOD_FRIDAY,
        EASTER_MONDAY,
        LABOUR_DAY,
        date(5, 8, "Victory Day"),
        date(7, 5, "Saints Cyril and Methodius Day"),
        date(7, 6, "Jan Hus Day"),
        date(9, 28, "Statehood Day"),
        date(10, 28, "Independent Czechoslovak State Day"),
        date(11, 17, "Struggle for Freedom and Democracy Day"),
        CHRISTMAS_EVE,
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};

// The rest days that a decree swaps with a Saturday each year are no public holidays.
pub(super) static HU: Almanac = Almanac {
    code: "HU",
    name: "Hungary",
    zone: "Europe/Budapest",
    holidays: &[
        NEW_YEAR,
        date(3, 15, "National Day"),
        GOOD_FRIDAY,
        EASTER_SUNDAY,
        EASTER_MONDAY,
        LABOUR_DAY,
        WHIT_SUNDAY,
        WHIT_MONDAY,
        date(8, 20, "State Foundation Day"),
        date(10, 23, "National Day of the 1956 Revolution"),
        ALL_SAINTS,
        // Act LXXII of 2026; in the years before it was a swapped rest day.
        CHRISTMAS_EVE.since(2026),
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};

pub(super) static PL: Almanac = Almanac {
    code: "PL",
    name: "Poland",
    zone: "Europe/Warsaw",
    holidays: &[
        NEW_YEAR,
        EPIPHANY,
        EASTER_SUNDAY,
        EASTER_MONDAY,
        LABOUR_DAY,
        date(5, 3, "Constitution Day"),
        WHIT_SUNDAY,
        CORPUS_CHRISTI,
        ASSUMPTION,
        ALL_SAINTS,
        date(11, 11, "Independence Day"),
        CHRISTMAS_EVE.since(2025),
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};

// Labour Code, Art. 139. Bridge days given by the government to be worked later are not listed.
pub(super) static RO: Almanac = Almanac {
    code: "RO",
    name: "Romania",
    zone: "Europe/Bucharest",
    holidays: &[
        NEW_YEAR,
        date(1, 2, "Second Day of the New Year"),
        EPIPHANY.since(2024),
        date(1, 7, "Saint John the Baptist").since(2024),
        date(1, 24, "Unification of the Principalities Day"),
        orthodox(-2, "Orthodox Good Friday"),
        orthodox(0, "Orthodox Easter Sunday"),
        orthodox(1, "Orthodox Easter Monday"),
        LABOUR_DAY,
        date(6, 1, "Children's Day"),
        orthodox(49, "Orthodox Whit Sunday"),
        orthodox(50, "Orthodox Whit Monday"),
        ASSUMPTION,
        date(11, 30, "Saint Andrew's Day"),
        date(12, 1, "National Day"),
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};

// Act 241/1993. Days that are still holidays in name but no longer free of work are working days:
// 1 September since 2024, 17 November since 2025, and 8 May and 15 September in 2026 alone.
pub(super) static SK: Almanac = Almanac {
    code: "SK",
    name: "Slovakia",
    zone: "Europe/Bratislava",
    holidays: &[
        date(1, 1, "Day of the Establishment of the Slovak Republic"),
        EPIPHANY,
        GOOD_FRIDAY,
        EASTER_MONDAY,
        LABOUR_DAY,
        date(5, 8, "Victory over Fascism Day").until(2025),
        date(5, 8, "Victory over Fascism Day").since(2027),
        date(7, 5, "Saints Cyril and Methodius Day"),
        date(8, 29, "Slovak National Uprising Anniversary"),
        date(9, 1, "Constitution Day").until(2023),
        date(9, 15, "Our Lady of the Seven Sorrows").until(2025),
        date(9, 15, "Our Lady of the Seven Sorrows").since(2027),
        ALL_SAINTS,
        date(11, 17, "Struggle for Freedom and Democracy Day").until(2024),
        CHRISTMAS_EVE,
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};
