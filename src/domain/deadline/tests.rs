use jiff::civil::date;

use super::*;
use crate::domain::holidays::Country;
use crate::words::Language;

fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

fn calendar(country: &str, zone: &str) -> Calendar {
    Calendar::new(Country::parse(country).unwrap(), zone).unwrap()
}

fn sweden() -> Calendar {
    calendar("SE", "Europe/Stockholm")
}

fn london() -> Calendar {
    calendar("GB", "Europe/London")
}

/// A pause from noon to noon of two days.
fn pause(cause: PauseCause, from: &str, to: &str) -> Pause {
    Pause { from: at(&format!("{from}T12:00Z")), to: at(&format!("{to}T12:00Z")), cause }
}

fn identity(from: &str, to: &str) -> Pause {
    pause(PauseCause::Identity, from, to)
}

fn clarification(from: &str, to: &str) -> Pause {
    pause(PauseCause::Clarification, from, to)
}

fn eu(received: &str, calendar: &Calendar, pauses: &[Pause]) -> Deadline {
    derive(at(&format!("{received}T10:00Z")), calendar, &Regime::eu(), pauses).unwrap()
}

fn uk(received: &str, pauses: &[Pause]) -> Deadline {
    derive(at(&format!("{received}T10:00Z")), &london(), &Regime::uk(), pauses).unwrap()
}

fn said(deadline: &Deadline, law: Law) -> Vec<String> {
    deadline.steps.iter().map(|step| step.told(Language::En, law)).collect()
}

fn why_not(deadline: &Deadline) -> Vec<NotCounted> {
    let why = |step: &Step| {
        if let Step::PauseNotCounted { why, .. } = step { Some(*why) } else { None }
    };
    deadline.steps.iter().filter_map(why).collect()
}

/// `Sun 2026-04-05` without its weekday.
fn day(column: &str) -> Day {
    column.split(' ').next_back().unwrap().parse().unwrap()
}

#[test]
fn every_worked_example_gives_its_dates() {
    let rows = include_str!("../../../tests/vectors/deadlines.csv").lines().skip(1);
    let mut seen = 0;
    for row in rows {
        // The note, the last column, may hold commas; nothing here reads it.
        let c: Vec<&str> = row.split(',').collect();
        let calendar = calendar(c[3], c[2]);
        let found = derive(at(c[1]), &calendar, &Regime::eu(), &[]).unwrap();
        let local = found.received_local.replace('T', " ");
        assert!(local.starts_with(c[4].split_once(' ').unwrap().1), "{row}");
        assert!(local.ends_with(&format!("[{}]", c[2])), "{row}");
        assert_eq!((found.nominal, found.due), (day(c[5]), day(c[6])), "{row}");
        assert_eq!(found.due_expires, at(c[7]), "{row}");
        assert_eq!((found.extended_nominal, found.extended_due), (day(c[8]), day(c[9])), "{row}");
        assert_eq!(found.extended_expires, at(c[10]), "{row}");
        assert_eq!(found.extended_target, day(c[11]), "{row}");
        seen += 1;
    }
    assert_eq!(seen, 27);
}

#[test]
fn the_british_regime_counts_plain_months_like_the_european_one() {
    let found = uk("2026-11-25", &[]);
    assert_eq!(found.received_local, "2026-11-25T10:00:00[Europe/London]");
    assert_eq!((found.due, found.extended_due), (date(2026, 12, 29), date(2027, 2, 25)));
}

#[test]
fn s1_the_imy_case_is_due_a_month_after_the_answer_less_the_days_that_had_run() {
    let found = eu("2022-02-09", &sweden(), &[identity("2022-02-15", "2022-04-19")]);
    assert_eq!(found.due, date(2022, 5, 13));
    assert_eq!(found.target, date(2022, 5, 11));
    assert_eq!(found.extended_due, date(2022, 7, 13));
    assert_eq!(found.extended_target, date(2022, 7, 11));
    assert_eq!(found.reference_day, date(2022, 2, 9));
}

#[test]
fn s2_identity_asked_too_late_suspends_nothing_and_says_so() {
    let found = eu("2022-02-09", &sweden(), &[identity("2022-03-08", "2022-04-19")]);
    assert_eq!((found.due, found.target), (date(2022, 3, 9), date(2022, 3, 9)));
    let late = NotCounted::AskedLate { after_days: 27, within_days: 10 };
    assert_eq!(why_not(&found), [late]);
    let explained: Vec<String> = said(&found, Law::Union);
    assert!(explained[1].contains("the clock ran on: asked after 27 days, not within 10"));
}

#[test]
fn identity_asked_on_the_tenth_day_is_in_time() {
    let found = eu("2026-03-02", &sweden(), &[identity("2026-03-12", "2026-03-16")]);
    assert!(why_not(&found).is_empty());
    let found = eu("2026-03-02", &sweden(), &[identity("2026-03-13", "2026-03-16")]);
    assert_eq!(why_not(&found).len(), 1);
}

#[test]
fn pauses_that_cross_each_other_count_their_days_once() {
    let crossing = [identity("2026-03-04", "2026-03-14"), identity("2026-03-10", "2026-03-20")];
    let whole = [identity("2026-03-04", "2026-03-20")];
    let within = [identity("2026-03-04", "2026-03-20"), identity("2026-03-06", "2026-03-08")];
    let expected = eu("2026-03-02", &sweden(), &whole);
    let reversed = [crossing[1], crossing[0]];
    for pauses in [crossing, reversed, within] {
        let found = eu("2026-03-02", &sweden(), &pauses);
        assert_eq!((found.due, found.target), (expected.due, expected.target));
        assert_eq!(found.extended_due, expected.extended_due);
    }
    let found = eu("2026-03-02", &sweden(), &within);
    assert_eq!(why_not(&found), [NotCounted::AlreadyExcluded]);
}

#[test]
fn a_second_pause_takes_off_the_days_that_ran_before_and_between() {
    let pauses = [identity("2026-03-04", "2026-03-10"), identity("2026-03-13", "2026-03-20")];
    let found = eu("2026-03-02", &sweden(), &pauses);
    // Two days and three ran; a month from 20 March is 20 April. 13 days more than 2 April is 15.
    assert_eq!((found.nominal, found.target), (date(2026, 4, 15), date(2026, 4, 15)));
}

#[test]
fn a_pause_of_less_than_a_day_changes_nothing() {
    let found = eu("2026-01-20", &sweden(), &[identity("2026-01-28", "2026-01-28")]);
    assert_eq!(found.nominal, date(2026, 2, 20));
    assert_eq!(why_not(&found), [NotCounted::NoWholeDay]);
}

#[test]
fn a_pause_never_shortens_the_period() {
    // Counted anew from February, the shorter month, a day's pause would cost two days.
    let found = eu("2026-01-25", &sweden(), &[identity("2026-02-01", "2026-02-02")]);
    assert_eq!((found.nominal, found.target), (date(2026, 2, 25), date(2026, 2, 25)));
    assert!(found.steps.contains(&Step::NeverShorter { last: date(2026, 2, 25) }));
}

#[test]
fn an_impossible_pause_is_refused_by_name() {
    let backwards = identity("2026-03-10", "2026-03-04");
    let early = identity("2026-02-27", "2026-03-04");
    let received = at("2026-03-02T10:00Z");
    let refused = |pause| derive(received, &sweden(), &Regime::eu(), &[pause]).unwrap_err();
    assert_eq!(
        refused(backwards).to_string(),
        "the pause from `2026-03-10T12:00:00Z` to `2026-03-04T12:00:00Z` ends before it begins; \
         give the earlier one first"
    );
    assert_eq!(refused(early), ImpossiblePause::BeforeReceipt { from: early.from, received });
}

#[test]
fn clarification_runs_on_in_the_union_and_is_excluded_day_for_day_in_britain() {
    let asked = [clarification("2026-03-10", "2026-03-17")];
    let found = eu("2026-03-02", &sweden(), &asked);
    assert_eq!(found.nominal, date(2026, 4, 2));
    assert_eq!(why_not(&found), [NotCounted::RegimeRunsOn]);
    let found = uk("2026-03-02", &asked);
    assert_eq!((found.nominal, found.target), (date(2026, 4, 10), date(2026, 4, 10)));
    assert_eq!(found.extended_nominal, date(2026, 6, 10));
}

#[test]
fn the_british_month_begins_when_the_identity_is_known() {
    let found = uk("2026-03-02", &[identity("2026-03-04", "2026-03-20")]);
    assert_eq!(found.reference_day, date(2026, 3, 20));
    assert_eq!((found.nominal, found.target), (date(2026, 4, 20), date(2026, 4, 18)));
    assert_eq!(found.extended_nominal, date(2026, 6, 20));
    // Of a clarification that was open meanwhile only the days after that are excluded.
    let both = [clarification("2026-03-03", "2026-03-25"), identity("2026-03-04", "2026-03-20")];
    let found = uk("2026-03-02", &both);
    assert_eq!((found.nominal, found.target), (date(2026, 4, 25), date(2026, 4, 23)));
}

#[test]
fn a_question_after_the_end_revives_no_period_but_counts_in_an_extended_one() {
    let found = uk("2026-03-02", &[clarification("2026-04-10", "2026-04-20")]);
    assert_eq!((found.nominal, found.extended_nominal), (date(2026, 4, 2), date(2026, 6, 13)));
    assert_eq!(why_not(&found), [NotCounted::AfterTheEnd]);
}

#[test]
fn a_day_lasts_until_midnight_however_the_clocks_change() {
    let paris = calendar("FR", "Europe/Paris");
    assert_eq!(paris.end_of(date(2026, 3, 29)), at("2026-03-29T22:00Z"));
    assert_eq!(paris.end_of(date(2026, 10, 25)), at("2026-10-25T23:00Z"));
    // In the Azores the clocks go forward at midnight: 29 March 2026 begins at 01:00.
    let azores = calendar("PT", "Atlantic/Azores");
    assert_eq!(azores.end_of(date(2026, 3, 28)), at("2026-03-29T01:00Z"));
    assert_eq!(azores.day_of(at("2026-03-29T00:59:59.999Z")), date(2026, 3, 28));
    assert_eq!(azores.day_of(at("2026-03-29T01:00Z")), date(2026, 3, 29));
}

#[test]
fn an_unknown_zone_is_named_and_a_known_one_gets_its_proper_name() {
    let france = Country::parse("FR").unwrap();
    let refused = Calendar::new(france, "Europe/Pariss").unwrap_err().to_string();
    assert_eq!(refused, "`Europe/Pariss` is not a time zone; use an IANA name like `Europe/Paris`");
    assert!(Calendar::new(france, "").is_err());
    assert_eq!(calendar("FR", "europe/paris").zone(), "Europe/Paris");
    assert_eq!(calendar("FR", "UTC").zone(), "UTC");
}

#[test]
fn a_deadline_never_falls_on_a_day_that_is_not_a_working_day() {
    for country in Country::ALL {
        let calendar = Calendar::new(country, country.default_zone()).unwrap();
        for days in 0..(4 * 366) {
            let received = at("2025-12-01T11:00Z").plus_days(days);
            let found = derive(received, &calendar, &Regime::eu(), &[]).unwrap();
            for (nominal, due) in
                [(found.nominal, found.due), (found.extended_nominal, found.extended_due)]
            {
                assert!(calendar.is_working_day(due), "{country:?} {received}");
                assert_eq!(due, calendar.next_working_day_from(nominal));
            }
            assert!(found.target <= found.due && found.extended_target <= found.extended_due);
            assert!(found.due < found.extended_due && received < found.due_expires);
        }
    }
}

#[test]
fn the_steps_explain_the_dates_in_plain_english() {
    let explained = said(&uk("2026-11-25", &[]), Law::UnitedKingdom);
    assert_eq!(
        explained,
        [
            "received on Wednesday 25 November 2026 (Europe/London); this day is not counted (R-T-2)",
            "one month from Wednesday 25 November 2026 ends on Friday 25 December 2026 \
             (R-T-2, UK GDPR Art. 12A)",
            "Friday 25 December 2026 is a public holiday, Christmas Day; the period runs on \
             (R-T-2)",
            "Saturday 26 December 2026 is a public holiday, Boxing Day; the period runs on \
             (R-T-2)",
            "Sunday 27 December 2026 is not a working day; the period runs on \
             (R-T-2)",
            "Monday 28 December 2026 is a public holiday, Boxing Day (substitute day); the period \
             runs on (R-T-2)",
            "due on Tuesday 29 December 2026, until 24:00 local time \
             (R-T-6)",
            "if extended, 3 months are counted in all, and not from the first due date \
             (R-T-7, UK GDPR Art. 12A)",
            "3 months from Wednesday 25 November 2026 end on Thursday 25 February 2027 \
             (R-T-2, UK GDPR Art. 12A)",
            "if extended, due on Thursday 25 February 2027, until 24:00 local time \
             (R-T-6)",
        ]
    );
}

#[test]
fn a_regulation_of_the_union_is_cited_for_the_union_alone() {
    let found = uk("2026-11-25", &[identity("2026-11-26", "2026-12-01")]);
    let cites = |law| said(&found, law).iter().any(|step| step.contains("1182/71"));
    assert!(cites(Law::Union));
    for law in [Law::UnitedKingdom, Law::Switzerland, Law::Other] {
        assert!(!cites(law), "{law:?}");
        assert!(!said(&found, law).iter().any(|step| step.contains(", GDPR")), "{law:?}");
    }
}

#[test]
fn a_short_month_and_a_suspension_are_explained_too() {
    let found = eu("2027-01-31", &sweden(), &[identity("2027-02-01", "2027-03-30")]);
    let text = said(&found, Law::Union).join("\n");
    assert!(text.contains("proof of identity was asked for on Monday 1 February 2027"), "{text}");
    assert!(text.contains("one day had run before the pause, which leaves"), "{text}");
    assert!(text.contains("to be safe, answer by Monday 26 April 2027"), "{text}");
    let found = eu("2027-01-31", &sweden(), &[]);
    let text = &said(&found, Law::Union)[1];
    assert!(text.contains("28 February 2027, as that month has no 31st"), "{text}");
}

#[test]
fn a_deadline_with_all_its_steps_survives_json() {
    let pauses = [identity("2026-11-27", "2026-12-01"), identity("2026-12-20", "2026-12-21")];
    for found in [uk("2026-11-25", &pauses), eu("2026-11-25", &sweden(), &pauses)] {
        let json = serde_json::to_string(&found).unwrap();
        assert_eq!(serde_json::from_str::<Deadline>(&json).unwrap(), found, "{json}");
    }
}

#[test]
fn a_regime_is_read_strictly_and_may_leave_out_how_it_suspends() {
    let read = |length: &str, rest: &str| {
        toml::from_str::<Regime>(&format!(
            "id = \"eu\"\n{length}\npauses_for_identity = true\npauses_for_clarification = false\n\
             identity_asked_within_days = 10\n{rest}"
        ))
        .map_err(|error| error.to_string())
    };
    let months = "months = 1\nextension_months = 2";
    assert_eq!(read(months, "").unwrap(), Regime::eu());
    assert!(read(months, "fee = 5").is_err());
    let days = Regime { id: "eu".into(), ..Regime::ch() };
    assert_eq!(read("days = 30\nextension_days = 60", "").unwrap(), days);
    for wrong in [
        "months = 1",
        "months = 1\nextension_days = 60",
        "days = 30\nextension_days = 60\nmonths = 1",
    ] {
        assert!(read(wrong, "").unwrap_err().contains("give `months` with"), "{wrong}");
    }
    for wrong in ["months = 0\nextension_months = 2", "days = 30\nextension_days = -1"] {
        assert!(read(wrong, "").unwrap_err().contains("at least one"), "{wrong}");
    }
}

#[test]
fn switzerland_counts_thirty_days_and_no_month() {
    let due = |received: &str, pauses: &[Pause]| {
        let received = at(&format!("{received}T10:00Z"));
        derive(received, &calendar("CH", "Europe/Zurich"), &Regime::ch(), pauses).unwrap()
    };
    let found = due("2026-01-05", &[]);
    assert_eq!((found.due, found.extended_due), (date(2026, 2, 4), date(2026, 4, 6)));
    assert_eq!(due("2026-03-02", &[]).due, date(2026, 4, 1));
    let explained = said(&found, Law::Switzerland);
    assert!(
        explained[1].starts_with("30 days from Monday 5 January 2026 end on Wednesday 4 February"),
        "{explained:?}"
    );
    assert!(explained[1].ends_with("FADP Art. 25(7))"), "{explained:?}");
    assert!(explained.iter().any(|step| step.contains("90 days are counted in all")));
    // A pause gives its days back, and no more.
    let paused = due("2026-03-02", &[identity("2026-03-05", "2026-03-12")]);
    assert_eq!(paused.due, date(2026, 4, 8));
}

#[test]
fn a_british_clarification_excludes_both_the_day_of_the_question_and_that_of_the_answer() {
    let found = uk("2026-11-25", &[clarification("2026-11-26", "2026-11-30")]);
    // 26, 27, 28, 29 and 30 November do not count: 25 December and five days.
    assert_eq!(found.nominal, date(2026, 12, 30));
}

#[test]
fn the_ends_of_time_and_absurd_regimes_give_a_date_and_no_panic() {
    let absurd = Regime {
        period: Period::Months(i32::MAX),
        extension: Period::Months(i32::MAX),
        ..Regime::eu()
    };
    let long = Regime {
        period: Period::Days(i64::MAX),
        extension: Period::Days(i64::MAX),
        ..Regime::ch()
    };
    for received in [Instant(i64::MIN), Instant(i64::MAX), Instant(0)] {
        for regime in [&Regime::eu(), &absurd, &long] {
            let long = Pause { from: received, to: Instant(i64::MAX), cause: PauseCause::Identity };
            let found = derive(received, &london(), regime, &[long]).unwrap();
            assert!(found.due <= found.extended_due);
        }
    }
}
