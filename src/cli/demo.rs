//! `habeas demo`: everything at once, on this machine.

use std::path::PathBuf;

use anyhow::{Context as _, bail};

use crate::demo;
use crate::store::vault::random;

use super::{Exit, note, say, serve};

#[derive(clap::Args)]
pub(super) struct Options {
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Where to keep everything [default: a temporary folder]
    #[arg(long)]
    dir: Option<PathBuf>,
    /// Keeps the folder at the end
    #[arg(long)]
    keep: bool,
    /// Prints the tour: lines to paste into another shell
    #[arg(long)]
    tour: bool,
}

pub(super) fn run(options: &Options) -> anyhow::Result<Exit> {
    let dir = folder(options)?;
    let config = demo::settle(&dir, options.port)?;
    serve::start_log(&config);
    let shown = demo::open(&dir, &config)?;
    say(&format!("http://{}/demo", shown.gateway.address));
    if options.tour {
        say(&shown.tour);
    }
    note(&format!(
        "# open that in a browser; everything lies in {}, the curl tour in tour.sh; stop with Ctrl-C",
        dir.display()
    ));
    shown.gateway.serve(serve::stop_on_signal)?;
    if options.keep || options.dir.is_some() {
        note(&format!("# kept: {}", dir.display()));
    } else {
        std::fs::remove_dir_all(&dir).context("the demo's folder cannot be removed")?;
    }
    Ok(Exit::Fine)
}

fn folder(options: &Options) -> anyhow::Result<PathBuf> {
    let dir = if let Some(dir) = &options.dir {
        dir.clone()
    } else {
        let name: u64 = u64::from_be_bytes(random());
        std::env::temp_dir().join(format!("habeas-demo-{name:016x}"))
    };
    std::fs::create_dir_all(&dir).with_context(|| format!("`{}` cannot be made", dir.display()))?;
    if options.dir.is_some()
        && dir.join("habeas.db").exists()
        && !dir.join("sample-company.db").exists()
    {
        bail!("`{}` holds another gateway; choose an empty folder", dir.display());
    }
    Ok(dir.canonicalize()?)
}
