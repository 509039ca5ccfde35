//! `habeas audit export`.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};

use crate::casework::log::bundle::{self, Range};
use crate::clock::Clock;
use crate::domain::time::Day;

use super::{Context, Exit, gateway, say};

#[derive(clap::Args)]
pub(super) struct Options {
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
    if options.out.exists() {
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
    let files = bundle::export(&office, "the command line", keys, range)?;
    let count = files.len();
    if options.out.extension().is_some_and(|ending| ending == "zip") {
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

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let mut file = std::fs::File::create_new(path)
        .with_context(|| format!("`{}` cannot be written", path.display()))?;
    file.write_all(bytes)?;
    Ok(())
}
