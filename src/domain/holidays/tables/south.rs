//! Cyprus, Spain, Greece, Croatia, Italy, Malta, Portugal and Slovenia.

use super::{
    ALL_SAINTS, ASSUMPTION, Almanac, CHRISTMAS, CORPUS_CHRISTI, EASTER_MONDAY, EASTER_SUNDAY,
    EPIPHANY, GOOD_FRIDAY, IMMACULATE_CONCEPTION, LABOUR_DAY, NEW_YEAR, SECOND_CHRISTMAS,
    ST_STEPHEN, WHIT_SUNDAY,
};
use crate::domain::holidays::rule::{date, once, orthodox};

// Easter Tuesday is kept by banks and shops only.
pub(super) static CY: Almanac = Almanac {
    code: "CY",
    name: "Cyprus",
    zone: "Asia/Nicosia",
    holidays: &[
        NEW_YEAR,
        EPIPHANY,
        orthodox(-48, "Clean Monday"),
        date(3, 25, "Greek Independence Day"),
        date(4, 1, "Cyprus National Day"),
        orthodox(-2, "Orthodox Good Friday"),
        orthodox(0, "Orthodox Easter Sunday"),
        orthodox(1, "Orthodox Easter Monday"),
        LABOUR_DAY,
        orthodox(50, "Orthodox Whit Monday"),
        ASSUMPTION,
        date(10, 1, "Cyprus Independence Day"),
        date(10, 28, "Ohi Day"),
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};

// Real Decreto 2001/1983, Art. 45: the days of the whole nation. Regions may exchange some of
// them and move a Sunday's to Monday; both are regional decisions.
pub(super) static ES: Almanac = Almanac {
    code: "ES",
    name: "Spain",
    zone: "Europe/Madrid",
    holidays: &[
        NEW_YEAR,
        EPIPHANY,
        GOOD_FRIDAY,
        LABOUR_DAY,
        ASSUMPTION,
        date(10, 12, "National Day"),
        ALL_SAINTS,
        date(12, 6, "Constitution Day"),
        IMMACULATE_CONCEPTION,
        CHRISTMAS,
    ],
};

// Labour Day is moved by ministerial decision when it meets a Sunday or the Holy Week. The moves
// decided so far are listed; a future one is not assumed, though the `holidays` package does so.
pub(super) static GR: Almanac = Almanac {
    code: "GR",
    name: "Greece",
    zone: "Europe/Athens",
    holidays: &[
        NEW_YEAR,
        EPIPHANY,
        orthodox(-48, "Clean Monday"),
        date(3, 25, "Independence Day"),
        orthodox(-2, "Orthodox Good Friday"),
        orthodox(0, "Orthodox Easter Sunday"),
        orthodox(1, "Orthodox Easter Monday"),
        LABOUR_DAY.until(2023),
        once(2021, 5, 4, "Labour Day (moved)"),
        once(2022, 5, 2, "Labour Day (moved)"),
        once(2024, 5, 7, "Labour Day (moved)"),
        LABOUR_DAY.since(2025),
        orthodox(50, "Orthodox Whit Monday"),
        ASSUMPTION,
        date(10, 28, "Ohi Day"),
        CHRISTMAS,
        SECOND_CHRISTMAS,
    ],
};

pub(super) static HR: Almanac = Almanac {
    code: "HR",
    name: "Croatia",
    zone: "Europe/Zagreb",
    holidays: &[
        NEW_YEAR,
        EPIPHANY,
        EASTER_SUNDAY,
        EASTER_MONDAY,
        LABOUR_DAY,
        date(5, 30, "Statehood Day").since(2020),
        CORPUS_CHRISTI,
        date(6, 22, "Anti-Fascist Struggle Day"),
        date(8, 5, "Victory and Homeland Thanksgiving Day"),
        ASSUMPTION,
        ALL_SAINTS,
        date(11, 18, "Remembrance Day").since(2020),
        CHRISTMAS,
        ST_STEPHEN,
    ],
};

// The patron saint of a town is a local day; Saint Francis is national since 2026 (Law 151/2025).
pub(super) static IT: Almanac = Almanac {
    code: "IT",
    name: "Italy",
    zone: "Europe/Rome",
    holidays: &[
        NEW_YEAR,
        EPIPHANY,
        EASTER_SUNDAY,
        EASTER_MONDAY,
        date(4, 25, "Liberation Day"),
        LABOUR_DAY,
        date(6, 2, "Republic Day"),
        ASSUMPTION,
        date(10, 4, "Saint Francis of Assisi").since(2026),
        ALL_SAINTS,
        IMMACULATE_CONCEPTION,
        CHRISTMAS,
        ST_STEPHEN,
    ],
};

pub(super) static MT: Almanac = Almanac {
    code: "MT",
    name: "Malta",
    zone: "Europe/Malta",
    holidays: &[
        NEW_YEAR,
        date(2, 10, "Saint Paul's Shipwreck"),
        date(3, 19, "Saint Joseph's Day"),
        date(3, 31, "Freedom Day"),
        GOOD_FRIDAY,
        LABOUR_DAY,
        date(6, 7, "Sette Giugno"),
        date(6, 29, "Saint Peter and Saint Paul"),
        ASSUMPTION,
        date(9, 8, "Our Lady of Victories"),
        date(9, 21, "Independence Day"),
        IMMACULATE_CONCEPTION,
        date(12, 13, "Republic Day"),
        CHRISTMAS,
    ],
};

// Carnival is granted by the government year by year, to its own staff.
pub(super) static PT: Almanac = Almanac {
    code: "PT",
    name: "Portugal",
    zone: "Europe/Lisbon",
    holidays: &[
        NEW_YEAR,
        GOOD_FRIDAY,
        EASTER_SUNDAY,
        date(4, 25, "Freedom Day"),
        LABOUR_DAY,
        CORPUS_CHRISTI,
        date(6, 10, "Portugal Day"),
        ASSUMPTION,
        date(10, 5, "Republic Day"),
        ALL_SAINTS,
        date(12, 1, "Restoration of Independence Day"),
        IMMACULATE_CONCEPTION,
        CHRISTMAS,
    ],
};

pub(super) static SI: Almanac = Almanac {
    code: "SI",
    name: "Slovenia",
    zone: "Europe/Ljubljana",
    holidays: &[
        NEW_YEAR,
        date(1, 2, "Second Day of the New Year"),
        date(2, 8, "Prešeren Day"),
        EASTER_SUNDAY,
        EASTER_MONDAY,
        date(4, 27, "Day of Uprising Against Occupation"),
        LABOUR_DAY,
        date(5, 2, "Second Day of Labour Day"),
        WHIT_SUNDAY,
        date(6, 25, "Statehood Day"),
        once(2023, 8, 14, "Solidarity Day"),
        ASSUMPTION,
        date(10, 31, "Reformation Day"),
        date(11, 1, "Remembrance Day"),
        CHRISTMAS,
        date(12, 26, "Independence and Unity Day"),
    ],
};
