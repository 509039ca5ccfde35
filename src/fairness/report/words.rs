//! The report in plain language: what it says first, what it does not say, and how it was done.

use crate::fairness::stats::verdict::Verdict;

use super::tally::{Comparison, Outcome};
use super::ways::{self, ByWay};
use super::{Report, fixed, is_shown};

/// What the verdict of a comparison is called.
pub(super) fn verdict(comparison: &Comparison) -> &'static str {
    called(comparison.judged.verdict)
}

/// What a verdict is called.
pub(super) fn called(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Unequal => "unequal",
        Verdict::Equivalent => "equivalent",
        Verdict::NotEnough { .. } => "not enough data",
    }
}

/// Whether the counts of a comparison may be shown.
pub(super) fn shown(report: &Report<'_>, comparison: &Comparison) -> bool {
    let min = report.frame.rule.members_min;
    let pair = comparison.judged.pair;
    is_shown(pair.one, min) && is_shown(pair.other, min)
}

/// The first paragraphs, for somebody who reads nothing else.
pub(super) fn summary(report: &Report<'_>) -> Vec<String> {
    let comparisons = &report.tally.comparisons;
    let of = |wanted: &str| comparisons.iter().filter(|c| verdict(c) == wanted).count();
    let mut said = Vec::new();
    if report.rows.is_empty() {
        said.push(
            "No request was received in this period: there is nothing to compare.".to_owned(),
        );
        said.extend(of_ways(report));
        return said;
    }
    let unequal: Vec<&Comparison> =
        comparisons.iter().filter(|c| verdict(c) == "unequal").collect();
    said.push(format!(
        "{} requests were compared in {} pairs of groups and outcomes: {} are unequal, {} are equivalent within {} \
         percentage points, and for {} there is not enough data.",
        report.rows.len(),
        comparisons.len(),
        unequal.len(),
        of("equivalent"),
        fixed(report.frame.rule.margin * 100.0, 1),
        of("not enough data"),
    ));
    for comparison in unequal {
        said.push(unequal_sentence(report, comparison));
    }
    if comparisons.is_empty() {
        said.push("No two groups of ten or more requests can be compared.".to_owned());
    } else if of("unequal") == 0 {
        said.push(
            "No difference was found that chance does not explain. That is not the same as none: see what is equivalent, \
             and for what there is not enough data."
                .to_owned(),
        );
    }
    said.extend(of_ways(report));
    said
}

/// Whether people on one plan object by another way than those on another.
fn of_ways(report: &Report<'_>) -> Vec<String> {
    let by_way = &report.tally.by_way;
    let unequal: Vec<&ByWay> =
        by_way.iter().filter(|one| one.judged.verdict == Verdict::Unequal).collect();
    let mut said: Vec<String> = unequal.iter().map(|one| way_sentence(report, one)).collect();
    if !by_way.is_empty() && unequal.is_empty() {
        said.push(format!(
            "By which way people objected was compared in {} pairs of plans and ways: no difference was found that chance does \
             not explain.",
            by_way.len()
        ));
    }
    said
}

fn way_sentence(report: &Report<'_>, one: &ByWay) -> String {
    let percent = |rate: Option<f64>| fixed(rate.unwrap_or_default() * 100.0, 1);
    let pair = one.judged.pair;
    let figures = if ways::is_shown(&report.tally.ways, one, report.frame.rule.members_min) {
        format!("{} % against {} %", percent(pair.one.rate()), percent(pair.other.rate()))
    } else {
        "counts under ten are not shown".to_owned()
    };
    format!(
        "Objecting {}: plan `{}` and `{}` differ ({figures}); look whether both are offered the same way.",
        ways::way_of(one).1,
        one.group,
        one.reference
    )
}

fn unequal_sentence(report: &Report<'_>, comparison: &Comparison) -> String {
    let pair = comparison.judged.pair;
    let what = format!(
        "{}: {} `{}` and `{}` are treated differently",
        comparison.outcome.title(),
        comparison.attribute.code(),
        comparison.group,
        comparison.reference
    );
    let percent = |rate: Option<f64>| fixed(rate.unwrap_or_default() * 100.0, 1);
    let figures = if shown(report, comparison) {
        format!(" ({} % against {} %)", percent(pair.one.rate()), percent(pair.other.rate()))
    } else {
        " (counts under ten are not shown)".to_owned()
    };
    let within = pair.difference().is_some_and(|d| d.abs() < report.frame.rule.margin);
    let size = if within { "; the difference is smaller than the margin" } else { "" };
    let mix = if comparison.p_stratified > 0.05 {
        "; within right and month it disappears, so look at what was asked before looking at how it was treated"
    } else {
        ""
    };
    format!("{what}{figures}{size}{mix}.")
}

/// What the report cannot say.
pub(super) fn limits(report: &Report<'_>) -> Vec<String> {
    let mut said = Vec::new();
    for table in &report.tally.tables {
        let name = table.attribute.code();
        if table.groups.is_empty() {
            said.push(format!("Nothing can be said by {name}: no value has ten requests."));
        } else if table.groups.len() == 1 {
            said.push(format!(
                "By {name} there is one group only, and nothing to compare it with."
            ));
        }
        if table.unlabelled > 0 {
            let count = under_ten(table.unlabelled);
            said.push(format!("{count} requests have no {name}: none was told, or the person was forgotten. They are in no group."));
        }
        if table.small.0 > 0 {
            said.push(format!(
                "Values of {name} that are not shown: {}, with fewer than ten requests each, or beyond the twelve largest. A \
                 token can say anything, and one person can be a value of their own.",
                table.small.0
            ));
        }
    }
    let missing = report.tally.comparisons.iter().filter_map(|c| match c.judged.verdict {
        Verdict::NotEnough { missing } => Some(missing),
        Verdict::Unequal | Verdict::Equivalent => None,
    });
    if let Some(most) = missing.max() {
        said.push(format!(
            "Where there is not enough data, up to {most} more requests are needed in the smaller group before equality can \
             be shown."
        ));
    }
    let counted = &report.tally.ways;
    if counted.unlabelled > 0 || counted.imported > 0 {
        said.push(format!(
            "Of those who objected, no plan is known for: {}; and of a list came: {}. They are in no group.",
            under_ten(counted.unlabelled),
            under_ten(counted.imported)
        ));
    }
    said.push(
        "Labels are what an issuer's token said. Whether they are true, this report cannot tell."
            .to_owned(),
    );
    said.push(
        "Rates compare people who asked; who never asked, because asking was made hard, is in none of them.".to_owned(),
    );
    said
}

/// A count as it may be written.
pub(super) fn under_ten(count: u32) -> String {
    if (1..10).contains(&count) { "Fewer than ten".to_owned() } else { count.to_string() }
}

/// How it was done.
pub(super) fn method(report: &Report<'_>) -> Vec<String> {
    let rule = report.frame.rule;
    let alpha = fixed(rule.alpha * 100.0, 0);
    vec![
        format!(
            "Each group is compared with the largest of its attribute, for {} outcomes. Unequal means: Boschloo's exact test, \
             after Benjamini and Yekutieli over all comparisons of this report, leaves at most {alpha} % false discoveries \
             (above {} requests in a pair, twice the one-sided Fisher test, which is never smaller).",
            Outcome::ALL.len(),
            crate::fairness::stats::boschloo::EXACT_MAX
        ),
        format!(
            "Equivalent means: two one-sided score tests (Miettinen and Nurminen) at {alpha} % show that the rates differ by \
             less than {} percentage points. Everything else is not enough data; the number still needed would show \
             equality with {} % power.",
            fixed(rule.margin * 100.0, 1),
            fixed(rule.power * 100.0, 0)
        ),
        "Intervals of rates are Wilson's, of differences Newcombe's, both at 95 %. The stratified p-value is that of Cochran, \
         Mantel and Haenszel within right and thirty days. The p-value of every day is that of an e-process over days: who \
         alarms at 0.01 is wrong at most once in a hundred years of daily looks."
            .to_owned(),
        "Flags are compared among verified requests; refusals and times among answered ones; reversals among reviewed flags. A \
         time is compared by whether it is longer than that of half of all requests for the same right."
            .to_owned(),
        "Groups and counts under ten are shown in no form: no number, no rate, no p-value. No attribute was collected for this \
         report."
            .to_owned(),
    ]
}
