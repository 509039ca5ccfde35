//! The report as lines.

use super::ways::{self, ByWay};
use super::{Report, fixed, p_text, words};

/// A header and one line a comparison. Labels are plain words: nothing here can be a formula.
pub(super) fn lines(report: &Report<'_>) -> String {
    let mut out = String::from(
        "attribute,outcome,group,reference,group_hits,group_of,reference_hits,reference_of,difference,low,high,p,q,\
         p_equivalence,p_stratified,p_every_day,verdict,missing\n",
    );
    for comparison in &report.tally.comparisons {
        let judged = &comparison.judged;
        let figures = if words::shown(report, comparison) {
            let (one, other) = (judged.pair.one, judged.pair.other);
            let p = |p: f64| p_text(p).replace("< ", "<");
            [
                one.hits.to_string(),
                one.of.to_string(),
                other.hits.to_string(),
                other.of.to_string(),
                fixed(judged.pair.difference().unwrap_or_default(), 6),
                fixed(judged.interval.low, 6),
                fixed(judged.interval.high, 6),
                p(judged.p),
                p(judged.q),
                p(judged.p_equivalent),
                p(comparison.p_stratified),
                p(comparison.p_always),
            ]
            .join(",")
        } else {
            ",".repeat(11)
        };
        out.push_str(&format!(
            "{},{},{},{},{figures},{},{}\n",
            comparison.attribute.code(),
            comparison.outcome.code(),
            comparison.group,
            comparison.reference,
            words::verdict(comparison),
            super::json::missing(comparison).map(|n| n.to_string()).unwrap_or_default()
        ));
    }
    for one in &report.tally.by_way {
        out.push_str(&way(report, one));
    }
    out
}

/// A plan against the largest, for one way of objecting. Nothing is told within right and month: an objection has none.
fn way(report: &Report<'_>, one: &ByWay) -> String {
    let judged = &one.judged;
    let figures = if ways::is_shown(&report.tally.ways, one, report.frame.rule.members_min) {
        let (of_one, other) = (judged.pair.one, judged.pair.other);
        let p = |p: f64| p_text(p).replace("< ", "<");
        [
            of_one.hits.to_string(),
            of_one.of.to_string(),
            other.hits.to_string(),
            other.of.to_string(),
            fixed(judged.pair.difference().unwrap_or_default(), 6),
            fixed(judged.interval.low, 6),
            fixed(judged.interval.high, 6),
            p(judged.p),
            p(judged.q),
            p(judged.p_equivalent),
            String::new(),
            String::new(),
        ]
        .join(",")
    } else {
        ",".repeat(11)
    };
    format!(
        "plan,{},{},{},{figures},{},{}\n",
        ways::way_of(one).0,
        one.group,
        one.reference,
        words::called(judged.verdict),
        super::json::still_needed(judged.verdict).map(|n| n.to_string()).unwrap_or_default()
    )
}
