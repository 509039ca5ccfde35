//! The plots, each with the table that says the same in numbers.

use std::collections::BTreeMap;

use crate::domain::right::Right;
use crate::domain::time::Instant;
use crate::fairness::cohort::Attribute;
use crate::fairness::stats::intervals::wilson;
use crate::fairness::stats::verdict::{jain, least_to_most};

use super::rows::{Marks, Rows};
use super::svg::Picture;
use super::tally::{Outcome, Table};
use super::{Report, fixed, is_shown, words};

const DAY_MS: i64 = 86_400_000;
const LEFT: f64 = 150.0;
const RIGHT: f64 = 610.0;
/// Dashes instead of colours: they survive a grey printer and any eye.
const DASHES: [&str; 6] = ["", "8 4", "2 3", "12 3 2 3", "5 5", "1 5"];

/// A plot and its table.
pub(super) struct Chart {
    pub(super) title: String,
    pub(super) svg: String,
    pub(super) head: Vec<String>,
    pub(super) body: Vec<Vec<String>>,
}

/// All of them.
pub(super) fn all(report: &Report<'_>) -> Vec<Chart> {
    let mut charts = Vec::new();
    for table in &report.tally.tables {
        for outcome in Outcome::ALL {
            if table.attribute == Attribute::Plan || outcome == Outcome::Flag {
                let id = charts.len();
                charts.extend(rates(report, table, outcome, id));
            }
        }
    }
    let plan = report.tally.tables.iter().find(|table| table.attribute == Attribute::Plan);
    for chart in [
        plan.and_then(|plan| times(report, plan, charts.len())),
        per_person(report, charts.len() + 1),
        flags(report, charts.len() + 2),
        plan.and_then(|plan| admission(plan, charts.len() + 3)),
    ] {
        charts.extend(chart);
    }
    charts
}

fn percent(share: f64) -> String {
    format!("{} %", fixed(share * 100.0, 2))
}

fn strings<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}

/// Rates with intervals, and the band in which a group counts as equivalent to the largest.
fn rates(report: &Report<'_>, table: &Table, outcome: Outcome, id: usize) -> Option<Chart> {
    let at = Outcome::ALL.iter().position(|known| *known == outcome)?;
    let min = report.frame.rule.members_min;
    let groups: Vec<_> = table
        .groups
        .iter()
        .filter_map(|group| Some((group, *group.shares.get(at)?)))
        .filter(|(_, share)| share.of >= min)
        .collect();
    let (_, reference) = groups.first()?;
    let margin = report.frame.rule.margin;
    let band = reference.rate().filter(|_| is_shown(*reference, min)).unwrap_or_default();
    let highest = groups
        .iter()
        .filter(|(_, share)| is_shown(*share, min))
        .map(|(_, share)| wilson(*share, 0.95).high)
        .fold(band + 2.0 * margin, f64::max);
    let x = |rate: f64| LEFT + (RIGHT - LEFT) * (rate / highest).clamp(0.0, 1.0);
    let height = 60.0 + 30.0 * f64::from(u32::try_from(groups.len()).unwrap_or_default());
    let mut picture = Picture::new(height);
    let (low, high) = (x(band - margin), x(band + margin));
    picture.bar((low, 10.0), (high - low, height - 50.0), "class=\"band\"");
    let mut body = Vec::new();
    let mut y = 30.0;
    for (group, share) in &groups {
        picture.word((LEFT - 10.0, y + 4.0), "end", &group.name);
        let mut row = vec![group.name.clone()];
        if is_shown(*share, min) {
            let interval = wilson(*share, 0.95);
            picture.line((x(interval.low), y), (x(interval.high), y), "class=\"mark\"");
            picture.dot((x(share.rate().unwrap_or_default()), y));
            row.extend([
                share.hits.to_string(),
                share.of.to_string(),
                percent(share.rate().unwrap_or_default()),
                format!("{} to {}", percent(interval.low), percent(interval.high)),
            ]);
        } else {
            picture.word((LEFT + 10.0, y + 4.0), "start", "fewer than ten: not shown");
            row.extend(["fewer than ten".into(), share.of.to_string(), "–".into(), "–".into()]);
        }
        body.push(row);
        y += 30.0;
    }
    axis(&mut picture, height - 30.0, &[(LEFT, "0 %".into()), (RIGHT, percent(highest))]);
    let title = format!("{} by {}", outcome.title(), table.attribute.code());
    let described = format!(
        "A dot for the rate of each group, a line for its 95 % interval, and a band of {} around the largest group, `{}`. The table below has the numbers.",
        percent(margin),
        groups.first().map(|(group, _)| group.name.as_str()).unwrap_or_default()
    );
    let head = strings(["Group", "Requests with it", "Of", "Rate", "95 % interval"]);
    Some(Chart { svg: picture.finish(id, &title, &described), title, head, body })
}

fn axis(picture: &mut Picture, y: f64, marks: &[(f64, String)]) {
    picture.line((LEFT, y), (RIGHT, y), "class=\"axis\"");
    for (x, text) in marks {
        picture.line((*x, y), (*x, y + 5.0), "class=\"axis\"");
        picture.word((*x, y + 20.0), "middle", text);
    }
}

/// Days to the answer of everybody in a group, shortest first.
fn days(rows: &Rows, attribute: Attribute, name: &str) -> Vec<f64> {
    let Some(at) = Attribute::ALL.iter().position(|known| *known == attribute) else {
        return Vec::new();
    };
    let number = rows.names_of(attribute).iter().position(|known| known == name);
    let number = number.and_then(|number| u16::try_from(number + 1).ok());
    let mut days: Vec<i64> = rows
        .cases
        .iter()
        .filter(|(row, numbers)| {
            numbers.get(at).copied() == number && !row.marks.has(Marks::MERGED)
        })
        .filter_map(|(row, _)| Some(row.answered_at?.0 - row.received_at.0))
        .collect();
    days.sort_unstable();
    #[expect(clippy::cast_precision_loss, reason = "days have few digits")]
    let in_days = days.into_iter().map(|ms| ms as f64 / DAY_MS as f64).collect();
    in_days
}

/// Days to the answer at these quantiles, for a group with ten or more answers.
pub(super) fn quantile_days(
    rows: &Rows,
    attribute: Attribute,
    name: &str,
    quantiles: &[f64],
) -> Vec<(f64, f64)> {
    let days = days(rows, attribute, name);
    if days.len() < 10 {
        return Vec::new();
    }
    quantiles.iter().map(|quantile| (*quantile, at_quantile(&days, *quantile))).collect()
}

fn at_quantile(sorted: &[f64], quantile: f64) -> f64 {
    let last = f64::from(u32::try_from(sorted.len().saturating_sub(1)).unwrap_or(u32::MAX));
    let place = crate::fairness::stats::number::ceiling(last * quantile);
    sorted.get(usize::try_from(place).unwrap_or_default()).copied().unwrap_or_default()
}

/// How many were answered within so many days.
fn times(report: &Report<'_>, plan: &Table, id: usize) -> Option<Chart> {
    const DAYS_MAX: u32 = 60;
    let (height, bottom) = (300.0, 250.0);
    let x = |day: f64| LEFT + (RIGHT - LEFT) * day / f64::from(DAYS_MAX);
    let mut picture = Picture::new(height);
    let mut body = Vec::new();
    for (at, group) in plan.groups.iter().enumerate() {
        let days = days(report.rows, Attribute::Plan, &group.name);
        if days.len() < 10 {
            continue;
        }
        let all = f64::from(u32::try_from(days.len()).unwrap_or(u32::MAX));
        // Whole days only: a finer step would be one person.
        let within = |day: u32| {
            let count = days.partition_point(|took| *took <= f64::from(day));
            f64::from(u32::try_from(count).unwrap_or(u32::MAX)) / all
        };
        let points: Vec<(f64, f64)> =
            (0..=DAYS_MAX).map(|day| (x(f64::from(day)), bottom - 220.0 * within(day))).collect();
        let dash = DASHES.get(at % DASHES.len()).copied().unwrap_or_default();
        picture.path(&points, &format!("class=\"mark\" stroke-dasharray=\"{dash}\""));
        let y = 60.0 + 18.0 * f64::from(u32::try_from(at).unwrap_or_default());
        picture.line(
            (10.0, y - 4.0),
            (50.0, y - 4.0),
            &format!("class=\"mark\" stroke-dasharray=\"{dash}\""),
        );
        picture.word((56.0, y), "start", &group.name);
        body.push(vec![
            group.name.clone(),
            days.len().to_string(),
            fixed(at_quantile(&days, 0.5), 1),
            fixed(at_quantile(&days, 0.95), 1),
            percent(within(30)),
        ]);
    }
    if body.is_empty() {
        return None;
    }
    picture.line((x(30.0), 20.0), (x(30.0), bottom), "class=\"axis\" stroke-dasharray=\"4 4\"");
    picture.word((x(30.0), 15.0), "middle", "30 days");
    axis(
        &mut picture,
        bottom,
        &[(LEFT, "0".into()), (x(30.0), "30".into()), (RIGHT, format!("{DAYS_MAX} days"))],
    );
    let title = "Days to the answer, by plan".to_owned();
    let described = "For each plan a line that rises to the share of requests answered within so many days; a vertical line at thirty days.";
    let head =
        strings(["Plan", "Answered", "Half within days", "95 % within days", "Within 30 days"]);
    Some(Chart { svg: picture.finish(id, &title, described), title, head, body })
}

/// How many requests for the same right one person sent, against the number at which a rule first looks.
fn per_person(report: &Report<'_>, id: usize) -> Option<Chart> {
    const MOST: usize = 10;
    let mut sent: BTreeMap<(u32, Right), usize> = BTreeMap::new();
    for (row, _) in report.rows.cases.iter().filter(|(row, _)| !row.marks.has(Marks::MERGED)) {
        *sent.entry((row.person, row.right)).or_default() += 1;
    }
    let mut people = [0u32; MOST];
    for count in sent.values() {
        if let Some(cell) = people.get_mut((*count).clamp(1, MOST) - 1) {
            *cell += 1;
        }
    }
    let most = people.iter().copied().max().filter(|most| *most > 0)?;
    let first = report.frame.thresholds.rules.iter().map(|rule| rule.kth).min().unwrap_or(u32::MAX);
    let (height, bottom) = (260.0, 210.0);
    let mut picture = Picture::new(height);
    let width = (RIGHT - LEFT) / 10.0;
    let scale = 180.0 / (1.0 + f64::from(most)).ln();
    let mut body = Vec::new();
    for (at, count) in (1u32..).zip(people) {
        let x = LEFT + width * f64::from(at - 1);
        let shown = count == 0 || count >= 10;
        let tall = scale * (1.0 + f64::from(if shown { count } else { 9 })).ln();
        let style = if shown { "class=\"bar\"" } else { "class=\"hollow\"" };
        if count > 0 {
            picture.bar((x + 4.0, bottom - tall), (width - 8.0, tall), style);
        }
        let label = if at == 10 { "10+".to_owned() } else { at.to_string() };
        picture.word((x + width / 2.0, bottom + 18.0), "middle", &label);
        body.push(vec![label, words::under_ten(count).to_lowercase()]);
    }
    picture.line((LEFT, bottom), (RIGHT, bottom), "class=\"axis\"");
    if (1..=10).contains(&first) {
        let x = LEFT + width * f64::from(first - 1);
        picture.line((x, 10.0), (x, bottom), "class=\"axis\" stroke-dasharray=\"4 4\"");
        picture.word(
            (x + 4.0, 20.0),
            "start",
            &format!("the strictest rule looks from {first} in its window"),
        );
    }
    let title = "Requests of one person for the same right".to_owned();
    let described = "Bars on a logarithmic scale: how many people sent one, two, three requests for the same right in the whole period; a line where the strictest rule first looks inside its shorter window. Hollow bars stand for fewer than ten people.";
    let head = strings(["Requests for the same right", "People"]);
    Some(Chart { svg: picture.finish(id, &title, described), title, head, body })
}

/// Flags in thirty days each, with a line where a policy came into force.
fn flags(report: &Report<'_>, id: usize) -> Option<Chart> {
    const SPAN: i64 = 30 * DAY_MS;
    let start = |day: crate::domain::time::Day| {
        Instant::parse(&format!("{day}T00:00:00Z")).map_or(0, |at| at.0)
    };
    let from = start(report.frame.from);
    let to = start(report.frame.to) + DAY_MS;
    let spans =
        u32::try_from((to - from + SPAN - 1) / SPAN).ok().filter(|n| (1..=120).contains(n))?;
    let mut counts: BTreeMap<i64, u32> = BTreeMap::new();
    for (at, _) in &report.rows.flags {
        *counts.entry((at.0 - from).div_euclid(SPAN)).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or_default().max(10);
    let (height, bottom) = (240.0, 190.0);
    let width = (RIGHT - LEFT) / f64::from(spans);
    let mut picture = Picture::new(height);
    let mut body = Vec::new();
    for span in 0..spans {
        let count = counts.get(&i64::from(span)).copied().unwrap_or_default();
        let shown = count == 0 || count >= 10;
        let tall = 160.0 * f64::from(if shown { count } else { 9 }) / f64::from(most);
        let style = if shown { "class=\"bar\"" } else { "class=\"hollow\"" };
        if count > 0 {
            picture.bar(
                (LEFT + width * f64::from(span), bottom - tall),
                (width * 0.9, tall),
                style,
            );
        }
        let day = Instant(from + i64::from(span) * SPAN).rfc3339();
        let day = day.split('T').next().unwrap_or_default().to_owned();
        body.push(vec![
            day,
            words::under_ten(count).to_lowercase(),
            policies(report, from + i64::from(span) * SPAN, SPAN),
        ]);
    }
    for policy in &report.frame.policies {
        let since = start(policy.since);
        if (from..to).contains(&since) {
            #[expect(clippy::cast_precision_loss, reason = "a place in a picture")]
            let x = LEFT + (RIGHT - LEFT) * (since - from) as f64 / (to - from) as f64;
            picture.line((x, 10.0), (x, bottom), "class=\"axis\" stroke-dasharray=\"4 4\"");
        }
    }
    axis(
        &mut picture,
        bottom,
        &[(LEFT, report.frame.from.to_string()), (RIGHT, report.frame.to.to_string())],
    );
    let title = "Flags over time".to_owned();
    let described = "A bar for the flags of every thirty days, hollow where they are fewer than ten; a vertical line where a policy came into force.";
    let head = strings(["Thirty days from", "Flags", "Policies that came into force"]);
    Some(Chart { svg: picture.finish(id, &title, described), title, head, body })
}

fn policies(report: &Report<'_>, from: i64, span: i64) -> String {
    let inside = report.frame.policies.iter().filter(|policy| {
        Instant::parse(&format!("{}T00:00:00Z", policy.since))
            .is_ok_and(|at| (from..from + span).contains(&at.0))
    });
    let names: Vec<&str> = inside.filter_map(|policy| policy.hash.get(..12)).collect();
    if names.is_empty() { "–".into() } else { names.join(", ") }
}

/// Shares that found room at the first attempt.
pub(super) fn admitted(table: &Table) -> Vec<f64> {
    let sent_away = Outcome::ALL.iter().position(|known| *known == Outcome::SentAway);
    let share = |group: &super::tally::Group| group.shares.get(sent_away?)?.rate();
    table.groups.iter().filter_map(|group| Some(1.0 - share(group)?)).collect()
}

fn admission(plan: &Table, id: usize) -> Option<Chart> {
    let shares = admitted(plan);
    if shares.len() < 2 {
        return None;
    }
    let height = 50.0 + 30.0 * f64::from(u32::try_from(shares.len()).unwrap_or_default());
    let mut picture = Picture::new(height);
    let mut body = Vec::new();
    let mut y = 15.0;
    for (group, share) in plan.groups.iter().zip(&shares) {
        picture.word((LEFT - 10.0, y + 14.0), "end", &group.name);
        picture.bar((LEFT, y), ((RIGHT - LEFT) * share, 20.0), "class=\"bar\"");
        let missed = (1.0 - share) * f64::from(group.cases);
        let text = if missed > 0.5 && missed < 9.5 {
            "all but fewer than ten".to_owned()
        } else {
            percent(*share)
        };
        body.push(vec![group.name.clone(), text]);
        y += 30.0;
    }
    axis(&mut picture, height - 30.0, &[(LEFT, "0 %".into()), (RIGHT, "100 %".into())]);
    body.push(vec!["Smallest in parts of largest".into(), fixed(least_to_most(&shares), 4)]);
    body.push(vec!["Jain's index".into(), fixed(jain(&shares), 4)]);
    let title = "Room at the first attempt, by plan".to_owned();
    let described = "A bar for the share of each plan's requests that found room at the first attempt. Jain's index hides small victims, so the smallest share in parts of the largest stands beside it.";
    let head = strings(["Plan", "Found room at once"]);
    Some(Chart { svg: picture.finish(id, &title, described), title, head, body })
}
