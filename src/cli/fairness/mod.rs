//! `habeas fairness`: checks that turn on the gateway and on themselves, and the report.

mod tables;

use super::{Context, Exit};

#[derive(clap::Subcommand)]
pub(super) enum Action {
    /// Reads tables as lines of JSON and writes every statistic of each, to be compared with other programs
    #[command(hide = true)]
    Tables,
}

pub(super) fn run(_context: &Context, action: &Action) -> anyhow::Result<Exit> {
    match action {
        Action::Tables => tables::run(),
    }
}
