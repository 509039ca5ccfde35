//! The report as lines.

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
    out
}
