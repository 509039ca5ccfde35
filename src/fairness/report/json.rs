//! The report for programs. Fractions are strings of fixed length, so that the same data give the same bytes everywhere.

use serde_json::{Value, json};

use crate::fairness::stats::verdict::{Verdict, jain, least_to_most};

use super::tally::{Comparison, Outcome, Table};
use super::ways::{self, WAYS};
use super::{Report, fixed, is_shown, p_text, words};

pub(super) fn document(report: &Report<'_>) -> String {
    let frame = &report.frame;
    let policies: Vec<Value> = frame
        .policies
        .iter()
        .map(|policy| json!({ "hash": policy.hash, "since": policy.since.to_string() }))
        .collect();
    let document = json!({
        "controller": frame.controller,
        "from": frame.from.to_string(),
        "to": frame.to.to_string(),
        "cases": report.rows.len(),
        "data_hash": report.data_hash,
        "policies": policies,
        "policy_in_force": frame.thresholds.hash,
        "rule": {
            "margin": fixed(frame.rule.margin, 4), "alpha": fixed(frame.rule.alpha, 4),
            "power": fixed(frame.rule.power, 4), "members_min": frame.rule.members_min,
        },
        "summary": words::summary(report),
        "limits": words::limits(report),
        "method": words::method(report),
        "groups": report.tally.tables.iter().map(|table| groups(report, table)).collect::<Vec<_>>(),
        "objections": objections(report),
        "comparisons": report.tally.comparisons.iter().map(|c| comparison(report, c)).collect::<Vec<_>>(),
    });
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

fn groups(report: &Report<'_>, table: &Table) -> Value {
    let min = report.frame.rule.members_min;
    let groups: Vec<Value> = table
        .groups
        .iter()
        .map(|group| {
            let shares: serde_json::Map<String, Value> = Outcome::ALL
                .iter()
                .zip(group.shares)
                .map(|(outcome, share)| {
                    let told = is_shown(share, min)
                        .then(|| json!({ "hits": share.hits, "of": share.of, "rate": fixed(share.rate().unwrap_or_default(), 6) }));
                    (outcome.code().to_owned(), told.unwrap_or(Value::Null))
                })
                .collect();
            json!({ "name": group.name, "cases": group.cases, "outcomes": shares })
        })
        .collect();
    let admitted = super::charts::admitted(table);
    json!({
        "attribute": table.attribute.code(),
        "groups": groups,
        "unlabelled": words::under_ten(table.unlabelled),
        "values_not_shown": table.small.0,
        "admission": { "least_to_most": fixed(least_to_most(&admitted), 4), "jain": fixed(jain(&admitted), 4) },
    })
}

/// By which way people objected, for each plan.
fn objections(report: &Report<'_>) -> Value {
    let (tally, min) = (&report.tally, report.frame.rule.members_min);
    let groups = tally.ways.groups.iter().map(|group| {
        let by = WAYS.iter().zip(group.shown(min));
        let by: serde_json::Map<String, Value> =
            by.map(|((code, _), count)| ((*code).to_owned(), json!(count))).collect();
        json!({ "plan": group.name, "objections": group.of, "ways": by })
    });
    let compared = tally.by_way.iter().map(|one| {
        let judged = &one.judged;
        let figures = ways::is_shown(&tally.ways, one, min).then(|| {
            json!({
                "difference": fixed(judged.pair.difference().unwrap_or_default(), 6),
                "low": fixed(judged.interval.low, 6), "high": fixed(judged.interval.high, 6),
                "p": p_text(judged.p), "q": p_text(judged.q), "p_equivalence": p_text(judged.p_equivalent),
            })
        });
        json!({
            "outcome": ways::way_of(one).0, "group": one.group, "reference": one.reference,
            "verdict": words::called(judged.verdict), "missing": still_needed(judged.verdict), "figures": figures,
        })
    });
    json!({
        "plans": groups.collect::<Vec<_>>(),
        "no_plan_told": words::under_ten(tally.ways.unlabelled),
        "imported": words::under_ten(tally.ways.imported),
        "plans_not_shown": tally.ways.small,
        "comparisons": compared.collect::<Vec<_>>(),
    })
}

fn comparison(report: &Report<'_>, comparison: &Comparison) -> Value {
    let judged = &comparison.judged;
    let figures = words::shown(report, comparison).then(|| {
        json!({
            "difference": fixed(judged.pair.difference().unwrap_or_default(), 6),
            "low": fixed(judged.interval.low, 6), "high": fixed(judged.interval.high, 6),
            "ratio": judged.pair.ratio().map(|ratio| fixed(ratio, 3)),
            "p": p_text(judged.p), "q": p_text(judged.q), "p_equivalence": p_text(judged.p_equivalent),
            "p_stratified": p_text(comparison.p_stratified), "p_every_day": p_text(comparison.p_always),
        })
    });
    json!({
        "attribute": comparison.attribute.code(), "outcome": comparison.outcome.code(),
        "group": comparison.group, "reference": comparison.reference,
        "verdict": words::verdict(comparison), "missing": missing(comparison), "figures": figures,
    })
}

/// How many members are missing, where that is what is wrong.
pub(super) fn missing(comparison: &Comparison) -> Option<u32> {
    still_needed(comparison.judged.verdict)
}

pub(super) fn still_needed(verdict: Verdict) -> Option<u32> {
    match verdict {
        Verdict::NotEnough { missing } => Some(missing),
        Verdict::Unequal | Verdict::Equivalent => None,
    }
}
