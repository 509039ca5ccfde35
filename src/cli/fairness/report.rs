//! `habeas fairness report`.

use std::io::Write as _;
use std::path::PathBuf;

use anyhow::bail;

use crate::casework::figures::treatment;
use crate::cli::whole::Whole;
use crate::cli::{Context, Exit, note, say};
use crate::clock::Clock;
use crate::domain::time::Day;
use crate::fairness::report::Report;
use crate::gateway;
use crate::web::evidence as web_evidence;

use super::bar::bar;

#[derive(clap::Args)]
pub(in crate::cli) struct Options {
    /// The first day of receipt [default: a year before the last]
    #[arg(long, value_name = "DAY")]
    from: Option<Day>,
    /// The last day of receipt [default: today, in UTC]
    #[arg(long, value_name = "DAY")]
    to: Option<Day>,
    /// How to write it
    #[arg(long, value_enum, default_value_t = Format::Html)]
    format: Format,
    /// Where to; appears only when complete [default: standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Html,
    Json,
    Csv,
}

pub(super) fn run(context: &Context, options: &Options) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    gateway::existing(&config)?;
    let office = gateway::office(&config, Clock::System, 1)?;
    let period = web_evidence::Period::of(options.from, options.to, office.clock.now());
    let Some(period) = period else { bail!("`--from` lies after `--to`; swap them") };
    let bar = bar(0, "cases");
    bar.set_draw_target(indicatif::ProgressDrawTarget::stderr());
    let heard = bar.clone();
    let evidence = treatment::gather(&office, period.start, period.end, move |read| {
        heard.set_length(read);
        heard.set_position(read);
    })?;
    let rows = web_evidence::rows(&evidence);
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let policies = runtime.block_on(web_evidence::policies(&office))?;
    let report = Report::of(web_evidence::frame(&office, period, policies), &rows);
    bar.finish_and_clear();
    let text = match options.format {
        Format::Html => report.html(),
        Format::Json => report.json(),
        Format::Csv => report.csv(),
    };
    let Some(path) = &options.out else {
        say(text.trim_end_matches('\n'));
        return Ok(Exit::Fine);
    };
    let mut out = Whole::create(path)?;
    out.file.write_all(text.as_bytes())?;
    out.finish()?;
    note(&format!("wrote {} about {} requests", path.display(), rows.len()));
    Ok(Exit::Fine)
}
