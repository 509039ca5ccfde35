use std::collections::BTreeSet;

use jiff::civil::{Date, Weekday, date};

use super::*;

fn country(code: &str) -> Country {
    Country::parse(code).unwrap()
}

fn named(code: &str, year: i16, month: i8, day: i8) -> Option<&'static str> {
    public_holiday(country(code), date(year, month, day))
}

fn days(from: Date, until: Date) -> impl Iterator<Item = Date> {
    from.series(jiff::Span::new().days(1)).take_while(move |day| *day <= until)
}

#[test]
fn countries_are_found_in_any_case_and_by_their_european_names() {
    for (text, code) in [("fr", "FR"), ("UK", "GB"), ("el", "GR"), ("GB", "GB")] {
        assert_eq!(country(text).code(), code);
    }
    for text in ["", "FRA", "XX", "France"] {
        let refused = Country::parse(text).unwrap_err();
        assert!(refused.to_string().starts_with(&format!("`{text}` is not a country")));
    }
}

#[test]
fn the_tables_agree_with_the_vectors_both_ways_on_every_weekday_from_2024_to_2032() {
    let vectors: BTreeSet<(&str, Date)> = include_str!("../../../tests/vectors/holidays.csv")
        .lines()
        .skip(1)
        .map(|row| row.split_once(',').unwrap())
        .map(|(code, day)| (code, day.parse().unwrap()))
        .collect();
    let mut ours = BTreeSet::new();
    for country in Country::ALL {
        for day in days(date(2024, 1, 1), date(2032, 12, 31)) {
            let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
            if !weekend && public_holiday(country, day).is_some() {
                ours.insert((country.code(), day));
            }
        }
    }
    let missing: Vec<_> = vectors.difference(&ours).collect();
    let invented: Vec<_> = ours.difference(&vectors).collect();
    assert!(missing.is_empty() && invented.is_empty(), "- {missing:?}\n+ {invented:?}");
    assert!(vectors.len() > 2500);
}

#[test]
fn every_country_has_its_code_its_zone_and_the_first_of_january() {
    for pair in Country::ALL.windows(2) {
        assert!(pair[0].code() < pair[1].code(), "{} is out of order", pair[1].code());
    }
    for country in Country::ALL {
        assert_eq!(Country::parse(country.code()), Ok(country));
        assert!(jiff::tz::TimeZone::get(country.default_zone()).is_ok(), "{country:?}");
        assert!(public_holiday(country, date(2027, 1, 1)).is_some(), "{country:?}");
        assert!(!country.name().is_empty());
    }
}

#[test]
fn a_code_is_read_in_small_letters_and_an_unknown_one_is_named_with_the_known_ones() {
    assert_eq!(country("fr"), country("FR"));
    let refused = Country::parse("US").unwrap_err().to_string();
    assert!(refused.starts_with("`US` is not a country whose public holidays are known; use one"));
    assert!(refused.contains("AT, BE, BG, CH, CY") && refused.ends_with("SI, SK"));
    assert!(Country::parse("").is_err());
}

#[test]
fn a_country_is_its_code_in_json() {
    assert_eq!(serde_json::to_string(&country("GR")).unwrap(), "\"GR\"");
    assert_eq!(serde_json::from_str::<Country>("\"GR\"").unwrap(), country("GR"));
    assert!(serde_json::from_str::<Country>("\"XX\"").is_err());
}

#[test]
fn a_british_holiday_on_a_weekend_is_made_good_in_its_turn() {
    assert_eq!(named("GB", 2026, 12, 28), Some("Boxing Day (substitute day)"));
    assert_eq!(named("GB", 2026, 12, 29), None);
    assert_eq!(named("GB", 2027, 12, 27), Some("Christmas Day (substitute day)"));
    assert_eq!(named("GB", 2027, 12, 28), Some("Boxing Day (substitute day)"));
    assert_eq!(named("GB", 2022, 12, 26), Some("Boxing Day"));
    assert_eq!(named("GB", 2022, 12, 27), Some("Christmas Day (substitute day)"));
    assert_eq!(named("GB", 2023, 1, 2), Some("New Year's Day (substitute day)"));
}

#[test]
fn the_proclaimed_british_days_are_there_once_and_replace_what_they_moved() {
    for (year, month, day) in
        [(2020, 5, 8), (2022, 6, 2), (2022, 6, 3), (2022, 9, 19), (2023, 5, 8)]
    {
        assert!(named("GB", year, month, day).is_some(), "{year}-{month}-{day}");
    }
    assert_eq!(named("GB", 2020, 5, 4), None);
    assert_eq!(named("GB", 2022, 5, 30), None);
    assert_eq!(named("GB", 2024, 5, 8), None);
}

#[test]
fn a_holiday_counts_only_in_the_years_that_have_it() {
    assert_eq!(named("PL", 2024, 12, 24), None);
    assert_eq!(named("PL", 2025, 12, 24), Some("Christmas Eve"));
    assert_eq!(named("DK", 2023, 5, 5), Some("Great Prayer Day"));
    assert_eq!(named("DK", 2024, 4, 26), None);
    assert_eq!(named("NL", 2025, 5, 5), Some("Liberation Day"));
    assert_eq!(named("NL", 2026, 5, 5), None);
    assert_eq!(named("SK", 2026, 5, 8), None);
    assert_eq!(named("SK", 2028, 5, 8), Some("Victory over Fascism Day"));
}

#[test]
fn saint_brigid_is_the_first_monday_of_february_or_friday_the_first() {
    assert_eq!(named("IE", 2027, 2, 1), Some("Saint Brigid's Day"));
    assert_eq!(named("IE", 2028, 2, 7), Some("Saint Brigid's Day"));
    assert_eq!(named("IE", 2030, 2, 1), Some("Saint Brigid's Day"));
    assert_eq!(named("IE", 2030, 2, 4), None);
    assert_eq!(named("IE", 2022, 2, 7), None);
}

#[test]
fn bulgaria_makes_good_every_holiday_but_easter() {
    assert_eq!(named("BG", 2027, 5, 4), Some("Labour Day (substitute day)"));
    assert_eq!(named("BG", 2022, 12, 28), Some("Christmas Day (substitute day)"));
    assert_eq!(named("BG", 2024, 5, 7), None);
}

#[test]
fn the_eves_of_the_north_are_working_days() {
    for code in ["SE", "FI"] {
        assert_eq!(named(code, 2026, 6, 19), None);
        assert_eq!(named(code, 2026, 12, 24), None);
        assert_eq!(named(code, 2026, 6, 20), Some("Midsummer Day"));
        assert_eq!(named(code, 2026, 10, 31), Some("All Saints' Day"));
    }
}
