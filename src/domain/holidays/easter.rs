//! The two Easters, as days of the year.

/// Easter Sunday in the Gregorian calendar, as a day of that year counted from 1.
///
/// After the lunar corrections of the Gregorian reform: the paschal full moon is found from the
/// year's place in the 19-year cycle, then the Sunday after it.
pub(super) const fn western(year: i32) -> i32 {
    let century = year / 100;
    let golden = year % 19;
    // How far the century's skipped leap days and lunar drift have moved the full moon.
    let drift = century - century / 4 - (8 * century + 13) / 25;
    let mut moon = (19 * golden + drift + 15) % 30;
    // The moon is never later than 18 April, nor twice on that day within one cycle.
    if moon == 29 || (moon == 28 && golden > 10) {
        moon -= 1;
    }
    let sunday = 7 - (year + year / 4 - century + century / 4 + moon + 2) % 7;
    in_march(year, 21 + moon + sunday)
}

/// Easter Sunday of the Orthodox churches, as a day of the Gregorian year counted from 1.
pub(super) const fn orthodox(year: i32) -> i32 {
    let moon = (19 * (year % 19) + 15) % 30;
    let sunday = 7 - (year + year / 4 + moon) % 7;
    // The Julian calendar is behind by the leap days that the Gregorian one has skipped.
    let behind = year / 100 - year / 400 - 2;
    in_march(year, 21 + moon + sunday + behind)
}

/// The day of the year of a date written as a day of March, which may run on into April and May.
const fn in_march(year: i32, day: i32) -> i32 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let before_march = if leap { 60 } else { 59 };
    before_march + day
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Weekday, date};

    fn day_of_year(year: i16, month: i8, day: i8) -> i32 {
        i32::from(date(year, month, day).day_of_year())
    }

    #[test]
    fn western_easter_falls_on_its_published_sundays() {
        // 1954, 1981, 2049 and 2076 are the years where the full moon is held back by a day.
        for (year, month, day) in [
            (1954, 4, 18),
            (1981, 4, 19),
            (2000, 4, 23),
            (2008, 3, 23),
            (2024, 3, 31),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
            (2049, 4, 18),
            (2076, 4, 19),
        ] {
            assert_eq!(western(year.into()), day_of_year(year, month, day), "{year}");
        }
    }

    #[test]
    fn orthodox_easter_falls_on_its_published_sundays() {
        for (year, month, day) in [
            (2016, 5, 1),
            (2021, 5, 2),
            (2024, 5, 5),
            (2025, 4, 20),
            (2026, 4, 12),
            (2027, 5, 2),
            (2030, 4, 28),
            (2040, 5, 6),
        ] {
            assert_eq!(orthodox(year.into()), day_of_year(year, month, day), "{year}");
        }
    }

    #[test]
    fn both_easters_are_sundays_in_every_year_of_three_centuries() {
        for year in 1900_i16..2200 {
            for easter in [western(year.into()), orthodox(year.into())] {
                let easter = easter.try_into().unwrap();
                let sunday = date(year, 1, 1).with().day_of_year(easter).build().unwrap();
                assert_eq!(sunday.weekday(), Weekday::Sunday, "{sunday}");
            }
        }
    }
}
