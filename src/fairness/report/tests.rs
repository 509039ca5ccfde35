use super::rows::{Marks, Row, Rows};
use super::tally::{Outcome, tally};
use super::{Frame, PolicyNote, Report, parity_metrics};
use crate::domain::right::Right;
use crate::domain::time::Instant;
use crate::fairness::cohort::Cohort;
use crate::fairness::dice::Dice;
use crate::fairness::stats::verdict::{Rule, Verdict};
use crate::policy::thresholds::Thresholds;

const DAY_MS: i64 = 86_400_000;
const START: Instant = Instant(1_767_225_600_000);

fn thresholds() -> Thresholds {
    Thresholds::parse(include_str!("../../../policies/thresholds.toml")).unwrap()
}

fn frame(thresholds: &Thresholds) -> Frame<'_> {
    Frame {
        controller: "Example <SAS>",
        from: "2026-01-01".parse().unwrap(),
        to: "2026-12-31".parse().unwrap(),
        policies: vec![PolicyNote {
            hash: thresholds.hash.clone(),
            since: "2026-03-01".parse().unwrap(),
        }],
        thresholds,
        rule: Rule::default(),
    }
}

fn cohort(plan: &str) -> Cohort {
    Cohort { plan: Some(plan.into()), country: Some("FR".into()), language: None }
}

/// A year in which people on these plans are flagged at these rates.
fn year(seed: u64, plans: &[(&str, u32, f64)]) -> Rows {
    let mut dice = Dice::new(seed);
    let mut rows = Rows::default();
    let mut person = 0;
    for (plan, cases, rate) in plans {
        for _ in 0..*cases {
            person += 1;
            let received_at = START.plus_ms(i64::from(dice.below(364)) * DAY_MS);
            let mut marks = Marks::default();
            marks.set(Marks::SIGNED, true);
            marks.set(Marks::FLAGGED, dice.happens(*rate));
            let took = i64::from(dice.below(25 * 24)) * 3_600_000;
            let right = if dice.happens(0.7) { Right::Access } else { Right::Erasure };
            let answered_at = Some(received_at.plus_ms(took));
            rows.push(Row { received_at, answered_at, right, person, marks }, Some(&cohort(plan)));
        }
    }
    rows.flagged(START.plus_days(80), "abc");
    rows
}

#[test]
fn the_same_data_give_the_same_bytes_and_other_data_another_name() {
    let thresholds = thresholds();
    let rows = year(1, &[("free", 900, 0.03), ("pro", 700, 0.03)]);
    let (one, two) = (Report::of(frame(&thresholds), &rows), Report::of(frame(&thresholds), &rows));
    assert_eq!(one.html(), two.html());
    assert_eq!(one.json(), two.json());
    assert_eq!(one.csv(), two.csv());
    assert_ne!(rows.hash(), year(2, &[("free", 900, 0.03), ("pro", 700, 0.03)]).hash());
    let html = one.html();
    assert!(html.contains("Example &lt;SAS&gt;") && !html.contains("<script"));
    assert_eq!(html.matches("<svg ").count(), html.matches("<desc ").count());
    assert_eq!(html.matches("<figure ").count() + 1, html.matches("<table>").count());
}

#[test]
fn a_plan_that_is_flagged_twice_as_often_is_named_first() {
    let thresholds = thresholds();
    let rows = year(3, &[("pro", 4000, 0.03), ("free", 3500, 0.06)]);
    let report = Report::of(frame(&thresholds), &rows);
    let unequal: Vec<_> = report
        .tally()
        .comparisons
        .iter()
        .filter(|c| c.judged.verdict == Verdict::Unequal)
        .collect();
    assert_eq!(unequal.len(), 1, "{unequal:?}");
    assert_eq!((unequal[0].outcome, unequal[0].group.as_str()), (Outcome::Flag, "free"));
    assert!(unequal[0].p_always < 0.01, "the daily alarm saw it too: {}", unequal[0].p_always);
    assert!(unequal[0].p_stratified < 0.001);
    assert!(report.html().contains("`free` and `pro` are treated differently"));
}

#[test]
fn equal_plans_are_shown_to_be_equal_and_small_ones_are_not_judged() {
    let rows = year(4, &[("free", 6000, 0.03), ("pro", 6000, 0.03), ("team", 40, 0.0)]);
    let counted = tally(&rows, Rule::default());
    let verdict = |group: &str| {
        let mut of = counted.comparisons.iter();
        of.find(|c| c.group == group && c.outcome == Outcome::Flag).unwrap().judged.verdict
    };
    let other = if counted.tables[0].groups[0].name == "free" { "pro" } else { "free" };
    assert_eq!(verdict(other), Verdict::Equivalent);
    assert!(matches!(verdict("team"), Verdict::NotEnough { missing } if missing > 1000));
}

#[test]
fn what_is_under_ten_stands_nowhere() {
    let thresholds = thresholds();
    let rows =
        year(5, &[("free", 500, 0.0), ("pro", 400, 0.01), ("only-me", 1, 1.0), ("nine", 9, 0.5)]);
    let pro = &tally(&rows, Rule::default()).tables[0].groups[1];
    assert!((1..10).contains(&pro.shares[0].hits), "{}", pro.shares[0].hits);
    let report = Report::of(frame(&thresholds), &rows);
    for text in [report.html(), report.json(), report.csv(), parity_metrics(&rows, Rule::default())]
    {
        assert!(!text.contains("only-me") && !text.contains("nine"), "a cohort of one person");
        let hits = format!("\"hits\": {}", pro.shares[0].hits);
        assert!(!text.contains(&hits), "{hits}");
    }
    assert!(report.csv().contains("plan,flag,pro,free,,,,,,,,,,,,"), "{}", report.csv());
    assert!(report.html().contains("Values of plan that are not shown: 2,"));
}

#[test]
fn an_empty_year_a_year_without_labels_and_labels_by_the_thousand_say_so() {
    let thresholds = thresholds();
    let empty = Rows::default();
    assert!(Report::of(frame(&thresholds), &empty).html().contains("nothing to compare"));
    let mut unlabelled = Rows::default();
    let mut invented = Rows::default();
    for n in 0..6000u32 {
        let mut marks = Marks::default();
        marks.set(Marks::SIGNED, true);
        let row =
            Row { received_at: START, answered_at: None, right: Right::Access, person: n, marks };
        unlabelled.push(row, None);
        invented.push(row, Some(&cohort(&format!("plan-{n}"))));
    }
    let said = Report::of(frame(&thresholds), &unlabelled).html();
    assert!(said.contains("6000 requests have no plan"), "{said}");
    let said = Report::of(frame(&thresholds), &invented).html();
    assert!(said.contains("no value has ten requests") && !said.contains("plan-17"), "{said}");
}

#[test]
fn parity_metrics_are_lines_that_prometheus_reads() {
    let rows = year(6, &[("free", 2000, 0.03), ("pro", 1500, 0.03)]);
    let lines = parity_metrics(&rows, Rule::default());
    assert!(lines.contains("habeas_parity_rate{plan=\"free\",outcome=\"flag\"} 0.0"));
    assert!(lines.contains("habeas_parity_days_to_answer{plan=\"pro\",quantile=\"0.95\"}"));
    assert!(lines.contains("habeas_parity_unequal 0"));
    for line in lines.lines().filter(|line| !line.starts_with('#')) {
        assert!(
            line.split(' ').count() == 2 && line.rsplit(' ').next().unwrap().parse::<f64>().is_ok(),
            "{line}"
        );
    }
}

#[test]
fn labels_that_are_not_plain_words_are_none() {
    let read = |text: &str| Cohort::read(text.as_bytes());
    assert_eq!(read("{\"plan\":\"free\",\"country\":\"FR\"}").plan.as_deref(), Some("free"));
    for odd in
        ["", "[]", "{\"plan\":7}", "{\"plan\":\"=cmd|x\"}", "{\"plan\":\"<b>\"}", "{\"plan\":\"\"}"]
    {
        assert_eq!(read(odd).plan, None, "{odd}");
    }
}
