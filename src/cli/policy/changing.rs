//! `habeas policy change`.

use anyhow::Context as _;

use crate::casework::policies::changes::{Declaration, Declared, declare_now, list_now};
use crate::clock::Clock;
use crate::domain::excess::ResetKind;
use crate::domain::id::Reference;
use crate::domain::time::Instant;
use crate::gateway;

use super::super::{Context, Exit, say};
use super::{refused, typed};

#[derive(clap::Subcommand)]
pub(in crate::cli) enum Action {
    /// Declares a change: what was asked before it does not count any more
    Declare(Declare),
    /// Lists what was declared in the last 180 days
    List {
        /// Machine output
        #[arg(long)]
        json: bool,
    },
}

#[derive(clap::Args)]
pub(in crate::cli) struct Declare {
    /// new_data, new_purpose, new_recipient, breach, terms_change, objection_outcome or legal_proceedings
    #[arg(long, value_parser = kind)]
    why: ResetKind,
    /// A data category that it touches, several times for several [default: all]
    #[arg(long = "category", value_name = "CATEGORY")]
    categories: Vec<String>,
    /// A case of the one person whom it concerns [default: everybody]
    #[arg(long, value_name = "REFERENCE")]
    case: Option<Reference>,
    /// When it happened, such as 2026-11-23T10:00:00Z [default: now]
    #[arg(long, value_name = "INSTANT")]
    at: Option<String>,
    /// What has changed; nothing personal
    #[arg(long)]
    note: String,
    /// Who declares it
    #[arg(long)]
    officer: String,
}

fn kind(code: &str) -> Result<ResetKind, String> {
    ResetKind::parse(code)
        .ok_or_else(|| format!("use one of {}", ResetKind::ALL.map(ResetKind::code).join(", ")))
}

pub(super) fn run(context: &Context, action: &Action) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    gateway::existing(&config)?;
    let office = gateway::office(&config, Clock::System, 1)?;
    match action {
        Action::Declare(order) => {
            let at = order.at.as_deref().map(Instant::parse).transpose();
            let declaration = Declaration {
                why: order.why,
                at: at.context("`--at` cannot be read")?,
                categories: order.categories.iter().cloned().collect(),
                case: order.case,
                note: order.note.clone(),
            };
            match declare_now(&office, typed(&order.officer)?, declaration) {
                Ok(declared) => say(&line(&declared)),
                Err(error) => return refused(error),
            }
        }
        Action::List { json } => {
            for declared in list_now(&office)? {
                say(&if *json { machine(&declared).to_string() } else { line(&declared) });
            }
        }
    }
    Ok(Exit::Fine)
}

fn line(declared: &Declared) -> String {
    let change = &declared.change;
    let whom = if declared.one_person { "one person" } else { "everybody" };
    let categories: Vec<&str> = change.categories.iter().map(String::as_str).collect();
    format!(
        "{}  {:<17} {whom:<10} {}  by {}: {}",
        change.at.rfc3339(),
        change.why.code(),
        if categories.is_empty() { "all data".to_owned() } else { categories.join(", ") },
        declared.officer,
        declared.note.as_deref().unwrap_or("(the person was forgotten)")
    )
}

fn machine(declared: &Declared) -> serde_json::Value {
    let change = &declared.change;
    serde_json::json!({
        "seq": change.seq,
        "why": change.why,
        "at": change.at.rfc3339(),
        "categories": change.categories,
        "one_person": declared.one_person,
        "declared_at": declared.declared_at.rfc3339(),
        "declared_by": declared.officer,
        "note": declared.note,
    })
}
