//! `habeas policy simulate`.

use std::path::Path;

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::casework::policies::{activation, simulation};
use crate::clock::Clock;
use crate::gateway;
use crate::policy::simulate::{Count, Tally};
use crate::policy::thresholds::Thresholds;

use super::super::{Context, Exit, note, say};
use super::{report, thresholds};

pub(super) fn simulate(
    context: &Context,
    file: &Path,
    against: Option<&Path>,
    as_json: bool,
) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    gateway::existing(&config)?;
    let office = gateway::office(&config, Clock::System, 1)?;
    let proposed = match thresholds(file)? {
        Ok(thresholds) => thresholds,
        Err(errors) => return Ok(report(&errors)),
    };
    let in_force = match against {
        Some(other) => match thresholds(other)? {
            Ok(thresholds) => thresholds,
            Err(errors) => return Ok(report(&errors)),
        },
        None => activation::thresholds_in_force(&office.store)?
            .unwrap_or_else(|| office.policies.thresholds.clone()),
    };
    let bar = progress();
    let tally = simulation::simulate(&office, &in_force, &proposed, &mut |done, total| {
        bar.set_length(total);
        bar.set_position(done);
    });
    bar.finish_and_clear();
    let tally = tally.context("the stored history cannot be told again")?;
    if as_json {
        say(&serde_json::to_string_pretty(&machine(&tally, &in_force, &proposed))?);
    } else {
        table(&tally, &in_force, &proposed);
    }
    Ok(Exit::Fine)
}

/// A bar on standard error, when that is a terminal.
fn progress() -> indicatif::ProgressBar {
    let bar = indicatif::ProgressBar::new(0);
    let style = indicatif::ProgressStyle::with_template(
        "{bar:30} {human_pos} of {human_len} requests ({per_sec}, {eta} left)",
    );
    match style {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn machine(tally: &Tally, in_force: &Thresholds, proposed: &Thresholds) -> Value {
    let months: Vec<Value> = tally
        .months
        .iter()
        .map(|((month, right), count)| {
            let mut row = json!(count);
            if let Value::Object(members) = &mut row {
                members.insert("month".into(), json!(month));
                members.insert("right".into(), json!(right));
            }
            row
        })
        .collect();
    json!({
        "in_force": in_force.hash,
        "proposed": proposed.hash,
        "people": tally.people,
        "requests": tally.requests,
        "total": tally.total(),
        "months": months,
    })
}

fn table(tally: &Tally, in_force: &Thresholds, proposed: &Thresholds) {
    say(&format!(
        "{} requests of {} people, told again under version {} (in force) and version {} (proposed)",
        tally.requests, tally.people, in_force.version, proposed.version
    ));
    say(&format!(
        "{:<8}  {:<26} {:>9} {:>9} {:>9} {:>13} {:>13}",
        "month", "right", "requests", "in force", "proposed", "only proposed", "only in force"
    ));
    for ((month, right), count) in &tally.months {
        say(&row(month, right, count));
    }
    let total = tally.total();
    say(&row("all", "", &total));
    note(
        "A flag asks a human to look; nobody here would have been refused, charged or kept waiting.",
    );
}

fn row(month: &str, right: &str, count: &Count) -> String {
    format!(
        "{month:<8}  {right:<26} {:>9} {:>9} {:>9} {:>13} {:>13}",
        count.requests, count.in_force, count.proposed, count.only_proposed, count.only_in_force
    )
}
