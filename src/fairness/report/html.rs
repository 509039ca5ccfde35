//! The report as one page: what it says first, then the plots with their tables, then how it was done.

use super::charts::{Chart, all};
use super::svg::escaped;
use super::ways::{self, Group, WAYS};
use super::{Report, fixed, p_text, words};

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#111;background:#fff}\
h1,h2,h3{line-height:1.2}table{border-collapse:collapse}.wide{overflow-x:auto;margin:.5rem 0 2rem}\
th,td{border:1px solid #666;padding:.25rem .5rem;text-align:left}caption{text-align:left;font-weight:600;padding:.25rem 0}\
figure{margin-inline:0}svg{width:100%;min-width:30rem;height:auto;font:14px system-ui,sans-serif}.band{fill:#ddd}.mark{stroke:#111;stroke-width:2}\
.axis{stroke:#666}.bar{fill:#555}.hollow{fill:#fff;stroke:#555}code{overflow-wrap:anywhere}";

pub(super) fn page(report: &Report<'_>) -> String {
    let frame = &report.frame;
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>Fairness report of {}</title><style>{STYLE}</style></head><body><main>\n<h1>Is anybody treated worse?</h1>\n\
         <p>Fairness report of {}, requests received from {} to {}.</p>\n<h2>What it says</h2>\n",
        escaped(frame.controller),
        escaped(frame.controller),
        frame.from,
        frame.to
    );
    for sentence in words::summary(report) {
        out.push_str(&format!("<p>{}</p>\n", escaped(&sentence)));
    }
    out.push_str("<h2>What it cannot say</h2>\n<ul>\n");
    for sentence in words::limits(report) {
        out.push_str(&format!("<li>{}</li>\n", escaped(&sentence)));
    }
    out.push_str("</ul>\n<h2>Plots</h2>\n");
    for chart in all(report) {
        push_chart(&mut out, &chart);
    }
    push_ways(&mut out, report);
    push_comparisons(&mut out, report);
    out.push_str("<h2>How it was done</h2>\n");
    for sentence in words::method(report) {
        out.push_str(&format!("<p>{}</p>\n", escaped(&sentence)));
    }
    out.push_str(&format!(
        "<h2>What it was made from</h2>\n<p>Data: <code>{}</code>, {} requests. The same data give the same page, byte for byte.</p>\n\
         <p>Thresholds in force: <code>{}</code>.</p>\n<ul>\n",
        report.data_hash,
        report.rows.len(),
        frame.thresholds.hash
    ));
    for policy in &frame.policies {
        out.push_str(&format!("<li><code>{}</code> since {}</li>\n", policy.hash, policy.since));
    }
    out.push_str("</ul>\n</main></body></html>\n");
    out
}

fn push_chart(out: &mut String, chart: &Chart) {
    let title = escaped(&chart.title);
    out.push_str(&format!(
        "<h3>{title}</h3>\n<figure class=\"wide\" tabindex=\"0\" aria-label=\"Plot: {title}\">{}</figure>\n",
        chart.svg
    ));
    push_table(out, &chart.title, &chart.head, &chart.body);
}

fn push_table(out: &mut String, title: &str, head: &[String], body: &[Vec<String>]) {
    // What scrolls sideways can be reached by keyboard, and says what it is.
    let title = escaped(title);
    out.push_str(&format!(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"{title}\"><table><caption>{title}</caption><thead><tr>"
    ));
    for cell in head {
        out.push_str(&format!("<th scope=\"col\">{}</th>", escaped(cell)));
    }
    out.push_str("</tr></thead><tbody>\n");
    for row in body {
        out.push_str("<tr>");
        for cell in row {
            out.push_str(&format!("<td>{}</td>", escaped(cell)));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table></div>\n");
}

fn push_ways(out: &mut String, report: &Report<'_>) {
    let (tally, min) = (&report.tally, report.frame.rule.members_min);
    if tally.ways.groups.is_empty() {
        return;
    }
    let head = ["Plan", "Objections"].into_iter().chain(WAYS.map(|(_, words)| words));
    let head: Vec<String> = head.map(str::to_owned).collect();
    let hidden = || "not shown".to_owned();
    let row = |group: &Group| {
        let counts = group.shown(min).map(|n| n.map_or_else(hidden, |n| n.to_string()));
        [group.name.clone(), group.of.to_string()].into_iter().chain(counts).collect()
    };
    let body: Vec<Vec<String>> = tally.ways.groups.iter().map(row).collect();
    out.push_str("<h2>By which way people objected</h2>\n");
    push_table(out, "Objections by plan and way", &head, &body);
    let points = |x: f64| fixed(x * 100.0, 2);
    let compared = tally.by_way.iter().map(|one| {
        let judged = &one.judged;
        let shown = ways::is_shown(&tally.ways, one, min).then(|| {
            let difference = points(judged.pair.difference().unwrap_or_default());
            let (low, high) = (points(judged.interval.low), points(judged.interval.high));
            [format!("{difference} ({low} to {high}) points"), p_text(judged.p), p_text(judged.q)]
        });
        let needed =
            super::json::still_needed(judged.verdict).map_or("–".into(), |n| n.to_string());
        let said = [
            ways::way_of(one).1.to_owned(),
            one.group.clone(),
            one.reference.clone(),
            words::called(judged.verdict).to_owned(),
        ];
        let figures = shown.unwrap_or_else(|| std::array::from_fn(|_| "–".to_owned()));
        said.into_iter().chain(figures).chain([needed]).collect()
    });
    let compared: Vec<Vec<String>> = compared.collect();
    if !compared.is_empty() {
        let head =
            ["Way", "Plan", "Against", "Verdict", "Difference (95 %)", "p", "q", "Still needed"];
        push_table(out, "Whether the way differs by plan", &head.map(str::to_owned), &compared);
    }
}

fn push_comparisons(out: &mut String, report: &Report<'_>) {
    let head = [
        "Outcome",
        "By",
        "Group",
        "Against",
        "Verdict",
        "Difference (95 %)",
        "p",
        "q",
        "p for equivalence",
        "p within right and month",
        "p at every day",
        "Still needed",
    ];
    let body: Vec<Vec<String>> = report
        .tally
        .comparisons
        .iter()
        .map(|comparison| {
            let judged = &comparison.judged;
            let mut row = vec![
                comparison.outcome.title().to_owned(),
                comparison.attribute.code().to_owned(),
                comparison.group.clone(),
                comparison.reference.clone(),
                words::verdict(comparison).to_owned(),
            ];
            if words::shown(report, comparison) {
                let points = |x: f64| fixed(x * 100.0, 2);
                row.push(format!(
                    "{} ({} to {}) points",
                    points(judged.pair.difference().unwrap_or_default()),
                    points(judged.interval.low),
                    points(judged.interval.high)
                ));
                row.extend(
                    [
                        judged.p,
                        judged.q,
                        judged.p_equivalent,
                        comparison.p_stratified,
                        comparison.p_always,
                    ]
                    .map(p_text),
                );
            } else {
                row.extend(std::iter::repeat_n("–".to_owned(), 6));
            }
            row.push(super::json::missing(comparison).map_or("–".into(), |n| n.to_string()));
            row
        })
        .collect();
    if !body.is_empty() {
        out.push_str("<h2>Every comparison</h2>\n");
        push_table(
            out,
            "Each group against the largest of its attribute",
            &head.map(str::to_owned),
            &body,
        );
    }
}
