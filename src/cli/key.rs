//! `habeas key`.

use anyhow::{Context as _, bail};

use crate::auth::{Scope, pipeline};
use crate::casework::objections::pipelines::{StoredKey, create};
use crate::clock::Clock;
use crate::domain::id::KeyId;
use crate::domain::time::{Day, Instant};
use crate::gateway;
use crate::store::vault::random;

use super::{Context, Exit, say};

#[derive(clap::Subcommand)]
pub(super) enum Action {
    /// Makes an API key for a pipeline and prints it, once
    Create(Create),
}

#[derive(clap::Args)]
pub(super) struct Create {
    /// What to call it
    #[arg(long)]
    name: String,
    /// What it may do, separated by commas: objections:check, objections:link,
    /// objections:acknowledge (then the name is the system of purposes.toml)
    #[arg(long, value_delimiter = ',', required = true)]
    scope: Vec<String>,
    /// Its last day, such as 2027-12-31
    #[arg(long, value_name = "DATE")]
    expires: Option<String>,
}

pub(super) fn run(context: &Context, action: &Action) -> anyhow::Result<Exit> {
    let Action::Create(order) = action;
    for scope in &order.scope {
        if Scope::parse(scope).is_none() {
            let known = Scope::ALL.map(Scope::code).join(", ");
            bail!("there is no scope `{scope}`; use {known}");
        }
    }
    let office = gateway::office(&context.settings()?, Clock::System, 1)?;
    let expires_at = order.expires.as_deref().map(|text| end_of(text, &office)).transpose()?;
    let text = pipeline::text(&random());
    let stored = StoredKey {
        name: order.name.clone(),
        hash: pipeline::hash(&text).to_vec(),
        scopes: order.scope.clone(),
        expires_at,
    };
    create(&office, KeyId::new(office.clock.now(), random()), stored)?;
    say(&text);
    Ok(Exit::Fine)
}

fn end_of(text: &str, office: &crate::casework::Office) -> anyhow::Result<Instant> {
    let day: Day =
        text.parse().with_context(|| format!("`{text}` is not a day; write it as 2027-12-31"))?;
    Ok(office.calendar.end_of(day))
}
