//! `habeas db`.

use crate::gateway;
use crate::store::migrate;

use super::{Context, Exit, say};

#[derive(clap::Subcommand)]
pub(super) enum Action {
    /// Brings the database to this program's schema
    Migrate,
    /// Lists the migrations and whether they ran
    Status,
}

pub(super) fn run(context: &Context, action: &Action) -> anyhow::Result<Exit> {
    let location = gateway::location(&context.settings()?)?;
    if matches!(action, Action::Migrate) {
        migrate::up(&location)?;
    }
    for step in migrate::status(&location)? {
        say(&format!("{} {}", if step.applied { "applied" } else { "pending" }, step.name));
    }
    Ok(Exit::Fine)
}
