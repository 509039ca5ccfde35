//! `habeas deadline`.

use anyhow::{Context as _, bail};
use serde_json::json;

use crate::domain::deadline::{Calendar, Pause, PauseCause, Regime, Step, derive};
use crate::domain::holidays::Country;
use crate::domain::language::Language;
use crate::domain::time::Instant;

use super::{Exit, say};

const EXAMPLES: &str = "\
Examples:
  habeas deadline 2026-11-25T10:00:00Z --country GB
  habeas deadline 2022-02-09T10:00:00Z --country SE --pause 2022-02-15T09:00:00Z..2022-04-19T09:00:00Z --json
  habeas deadline 2026-11-25T10:00:00Z --country GB --clarification 2026-11-26T09:00:00Z..2026-11-30T09:00:00Z

The regime is `uk` for GB and `eu` otherwise. Holidays are the national public ones; GB means England and Wales.";

#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// When the request was received, such as 2026-11-25T10:00:00Z
    received: String,
    /// The country of the office that answers: two letters
    #[arg(long, value_name = "CC")]
    country: String,
    /// Its time zone [default: the capital's]
    #[arg(long)]
    zone: Option<String>,
    /// eu, uk or ch
    #[arg(long)]
    regime: Option<String>,
    /// A time in which the identity was being asked for: FROM..TO; may be given several times
    #[arg(long, value_name = "FROM..TO")]
    pause: Vec<String>,
    /// A time in which a clarification was being asked for, which stops the period under `uk` alone: FROM..TO; may be
    /// given several times
    #[arg(long, value_name = "FROM..TO")]
    clarification: Vec<String>,
    /// Machine output
    #[arg(long)]
    json: bool,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Exit> {
    let country = Country::parse(&options.country)?;
    let zone = options.zone.as_deref().unwrap_or(country.default_zone());
    let calendar = Calendar::new(country, zone)?;
    let usual = match country.code() {
        "GB" => "uk",
        "CH" => "ch",
        _ => "eu",
    };
    let regime = match options.regime.as_deref().unwrap_or(usual) {
        "eu" => Regime::eu(),
        "uk" => Regime::uk(),
        "ch" => Regime::ch(),
        other => bail!("there is no regime `{other}`; use eu, uk or ch"),
    };
    let asked = options.pause.iter().map(|text| (text, PauseCause::Identity));
    let clarified = options.clarification.iter().map(|text| (text, PauseCause::Clarification));
    let pauses = asked.chain(clarified).map(|(text, cause)| pause(text, cause));
    let pauses = pauses.collect::<anyhow::Result<Vec<_>>>()?;
    let deadline = derive(Instant::parse(&options.received)?, &calendar, &regime, &pauses)?;
    let told = |step: &Step| step.told(Language::En, regime.law());
    let explanation: Vec<String> = deadline.steps.iter().map(told).collect();
    if options.json {
        let answer = json!({
            "received_local": deadline.received_local,
            "due": deadline.due.to_string(),
            "due_expires": deadline.due_expires.rfc3339(),
            "extended_due": deadline.extended_due.to_string(),
            "extended_due_expires": deadline.extended_expires.rfc3339(),
            "target": deadline.target.to_string(),
            "extended_target": deadline.extended_target.to_string(),
            "regime": regime.id,
            "explanation": explanation,
        });
        say(&answer.to_string());
    } else {
        say(&format!("received  {}", deadline.received_local));
        say(&format!("due       {} (until {})", deadline.due, deadline.due_expires.rfc3339()));
        say(&format!(
            "extended  {} (only with reasons, told before the due date)",
            deadline.extended_due
        ));
        for step in explanation {
            say(&format!("  - {step}"));
        }
    }
    Ok(Exit::Fine)
}

fn pause(text: &str, cause: PauseCause) -> anyhow::Result<Pause> {
    let (from, to) = text.split_once("..").with_context(|| format!("`{text}` is not FROM..TO"))?;
    Ok(Pause { from: Instant::parse(from)?, to: Instant::parse(to)?, cause })
}
