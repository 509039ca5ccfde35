//! `habeas objections`: asking, filtering files, and carrying objections to where the data are.

use std::sync::Arc;

use anyhow::bail;
use serde_json::json;

use crate::auth::development;
use crate::casework::objections::objecting;
use crate::casework::{CaseworkError, Office};
use crate::clock::Clock;
use crate::config::{Config, Serves};
use crate::domain::objection::Standing;
use crate::gateway;
use crate::objections::person;

use super::{Context, Exit, say};

mod filter;
mod keyfile;
mod lists;
mod selftest;
mod server;

#[derive(clap::Subcommand)]
pub(super) enum Action {
    /// Says whether somebody has objected, from the database
    Check(Check),
    /// Leaves out of a file what belongs to people who object; everything else is copied byte for byte
    Filter(filter::Options),
    /// Writes a signed snapshot of everybody who objects to a purpose, to be carried to where the data are
    Snapshot(keyfile::Snapshot),
    /// Prints the key file with which a pipeline reads snapshots; a secret
    Key(keyfile::Order),
    /// Puts an existing suppression list into force: JSONL or CSV
    Import(lists::Import),
    /// Writes everybody who objects, by keyed hash: JSONL, CSV or Parquet
    Export(lists::Export),
    /// Sends an objection through a running gateway, and fails loudly if anything would not obey it
    Selftest(selftest::Options),
}

#[derive(clap::Args)]
pub(super) struct Check {
    /// The `sub` of the person
    subject: String,
    /// An id of purposes.toml
    #[arg(long)]
    purpose: String,
    /// Their issuer, where several are configured
    #[arg(long)]
    issuer: Option<String>,
    /// Exits with 10 (objected) or 11 (not objected)
    #[arg(long)]
    exit_code: bool,
}

pub(super) fn run(context: &Context, action: &Action) -> anyhow::Result<Exit> {
    match action {
        Action::Check(check) => run_check(context, check),
        Action::Filter(options) => filter::run(context, options),
        Action::Snapshot(order) => keyfile::snapshot(context, order),
        Action::Key(order) => keyfile::print(context, order),
        Action::Import(order) => lists::import(context, order),
        Action::Export(order) => lists::export(context, order),
        Action::Selftest(options) => selftest::run(context, options),
    }
}

/// An office of this database whose index knows every objection.
fn loaded(context: &Context) -> anyhow::Result<(Config, Arc<Office>)> {
    let config = context.settings()?;
    gateway::existing(&config)?;
    let office = gateway::office(&config, Clock::System, 1)?;
    objecting::sync(&office)?;
    Ok((config, office))
}

fn run_check(context: &Context, check: &Check) -> anyhow::Result<Exit> {
    person::subject(&check.subject)?;
    let config = context.settings()?;
    let issuer = issuer(&config, check.issuer.as_deref())?;
    gateway::existing(&config)?;
    let office = gateway::office(&config, Clock::System, 1)?;
    let Some(shelf) = office.index.shelf(&check.purpose) else {
        bail!("there is no purpose `{}` in purposes.toml", check.purpose);
    };
    let mark = shelf.key().people_of(&issuer).mark(&check.subject);
    let (entries, epoch) = office.store.read_blocking("check", move |tx| {
        Ok::<_, CaseworkError>((objecting::listed(tx, &[mark])?, tx.epoch()?))
    })?;
    let entry = entries
        .iter()
        .map(|listed| &listed.objection)
        .find(|o| o.purpose == check.purpose && o.standing == Standing::InForce);
    let since = entry.map(|objection| objection.since.rfc3339());
    say(&json!({ "objected": entry.is_some(), "since": since, "epoch": epoch }).to_string());
    Ok(match (check.exit_code, entry) {
        (true, Some(_)) => Exit::Code(10),
        (true, None) => Exit::Code(11),
        (false, _) => Exit::Fine,
    })
}

fn issuer(config: &Config, named: Option<&str>) -> anyhow::Result<String> {
    let mut known: Vec<&str> = config
        .auth
        .issuer
        .iter()
        .filter(|issuer| issuer.serves == Serves::Subject)
        .map(|issuer| issuer.issuer.as_str())
        .collect();
    if config.auth.development_issuer {
        known.push(development::PEOPLE);
    }
    match (named, known.as_slice()) {
        (Some(name), _) if known.contains(&name) => Ok(name.to_owned()),
        (Some(name), _) => bail!("the issuer `{name}` is not configured"),
        (None, [only]) => Ok((*only).to_owned()),
        (None, []) => bail!("no issuer of people is configured"),
        (None, _) => bail!("several issuers are configured; name one with --issuer"),
    }
}
