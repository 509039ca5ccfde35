//! `habeas audit export`.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, bail};

use crate::auth;
use crate::casework::authority::{self, Fairness, Taker};
use crate::casework::figures::treatment;
use crate::casework::log::bundle::{self, Range};
use crate::casework::{CaseworkError, Office};
use crate::clock::Clock;
use crate::domain::role::Role;
use crate::domain::time::Day;
use crate::fairness::report::Report;
use crate::gateway;
use crate::web::evidence;

use super::{Context, Exit, note, say};

#[derive(clap::Args)]
pub(super) struct Options {
    /// One case: its letters, its words, its rules and its entries, instead of a part of the log
    #[arg(long, value_name = "REF", conflicts_with_all = ["from", "to"])]
    case: Option<String>,
    /// Who you are; it stands in the log as a reading of the case
    #[arg(long, value_name = "NAME", requires = "case")]
    officer: Option<String>,
    /// From this day on, such as 2026-01-01, in the controller's zone
    #[arg(long, value_name = "DAY")]
    from: Option<String>,
    /// Until the end of this day
    #[arg(long, value_name = "DAY")]
    to: Option<String>,
    /// A new folder, or a file that ends in .zip
    #[arg(long, value_name = "DIR|FILE.zip")]
    out: PathBuf,
}

pub(super) fn run(context: &Context, options: &Options) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    gateway::existing(&config)?;
    let is_taken = match std::fs::read_dir(&options.out) {
        Ok(mut folder) => folder.next().is_some() || options.is_zip(),
        Err(_) => options.out.exists(),
    };
    if is_taken {
        bail!("`{}` exists; an export overwrites nothing", options.out.display());
    }
    let day = |text: &Option<String>| {
        let read = |text: &String| {
            text.parse::<Day>()
                .with_context(|| format!("`{text}` is not a day; write it as 2026-12-31"))
        };
        text.as_ref().map(read).transpose()
    };
    let range = Range { from: day(&options.from)?, to: day(&options.to)? };
    let trust = gateway::trust(&config, &[])?;
    let keys = [&trust.key].into_iter().chain(&trust.earlier).map(ToString::to_string).collect();
    let office = gateway::office(&config, Clock::System, 1)?;
    let files = if let Some(reference) = &options.case {
        let Some(files) = one_case(&office, options, keys, reference)? else {
            note(&format!("there is no case `{reference}`"));
            return Ok(Exit::NotFound);
        };
        files
    } else {
        bundle::export(&office, "the command line", keys, range)?
    };
    let count = files.len();
    if options.is_zip() {
        write(&options.out, &bundle::zip(files)?)?;
    } else {
        for file in files {
            let path = options.out.join(&file.name);
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)?;
            }
            write(&path, &file.bytes)?;
        }
    }
    say(&format!(
        "{count} files in `{}`; VERIFY.md tells how to check them",
        options.out.display()
    ));
    Ok(Exit::Fine)
}

impl Options {
    fn is_zip(&self) -> bool {
        self.out.extension().is_some_and(|ending| ending == "zip")
    }
}

fn one_case(
    office: &Arc<Office>,
    options: &Options,
    keys: Vec<String>,
    reference: &str,
) -> anyhow::Result<Option<Vec<bundle::File>>> {
    let Ok(reference) = reference.parse() else { return Ok(None) };
    let officer = auth::at_the_command_line(options.officer.as_deref(), Role::Controller);
    // The answer to "people on the free plan cannot": the figures of the last year lie beside the case.
    let fairness = year(office)?;
    let files =
        authority::export(office, officer.id(), Taker::Works, keys, reference, Some(&fairness));
    match files {
        Ok(files) => Ok(Some(files)),
        Err(CaseworkError::NoSuchCase) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn year(office: &Arc<Office>) -> anyhow::Result<Fairness> {
    let period = evidence::Period::of(None, None, office.clock.now());
    let period = period.context("the clock stands outside the calendar")?;
    let rows = evidence::rows(&treatment::gather(office, period.start, period.end, |_| {})?);
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let policies = runtime.block_on(evidence::policies(office))?;
    let report = Report::of(evidence::frame(office, period, policies), &rows);
    Ok(Fairness { html: report.html(), json: report.json() })
}

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let mut file = std::fs::File::create_new(path)
        .with_context(|| format!("`{}` cannot be written", path.display()))?;
    file.write_all(bytes)?;
    Ok(())
}
