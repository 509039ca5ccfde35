//! `habeas fairness`: a check that turns on the gateway and on itself, and the report.

mod bar;
mod check;
mod report;
mod stored;
mod surface;
mod tables;

use super::{Context, Exit};

const EXAMPLES: &str = "\
Examples:
  habeas fairness check                                     exit 1 names what differs, and what was not caught
  habeas fairness check --flips 10000000 --http-flips 200000
  habeas fairness report --format html --out fairness.html --from 2026-01-01 --to 2026-12-31";

#[derive(clap::Subcommand)]
#[command(after_help = EXAMPLES)]
pub(super) enum Action {
    /// Flips plan, country, address and more on made-up and stored histories, and lets thirty-two planted biases be caught
    Check(check::Options),
    /// What became of whom by plan, country, language and channel, and how sure that is
    Report(report::Options),
    /// Reads tables as lines of JSON and writes every statistic of each, to be compared with other programs
    #[command(hide = true)]
    Tables,
}

pub(super) fn run(context: &Context, action: &Action) -> anyhow::Result<Exit> {
    match action {
        Action::Check(options) => check::run(context, options),
        Action::Report(options) => report::run(context, options),
        Action::Tables => tables::run(),
    }
}
