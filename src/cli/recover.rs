//! `habeas audit recover`: how a log goes on after it was rolled back and no newer backup exists.

use anyhow::{Context as _, bail};

use crate::audit::checkpoint::Checkpoint;
use crate::audit::note::VerifierKey;
use crate::casework::log::signing::{self, HeadSigner};
use crate::casework::replay::verify;
use crate::clock::Clock;
use crate::gateway;
use crate::store::{ServerLock, Store};

use super::{Context, Exit, note, say};

#[derive(clap::Args)]
pub(super) struct Options {
    /// The log's new name. Never one that it had before
    #[arg(long, value_name = "NAME")]
    new_origin: String,
    /// Yes, no newer backup exists; what was signed beyond this database is lost
    #[arg(long, required = true)]
    yes: bool,
}

pub(super) fn run(context: &Context, options: &Options) -> anyhow::Result<Exit> {
    let mut config = context.settings()?;
    let _lock = ServerLock::take(&gateway::existing(&config)?)?;
    let trust = gateway::trust(&config, &[])?;
    let keys: Vec<VerifierKey> = trust.earlier.iter().chain([&trust.key]).cloned().collect();
    if keys.iter().any(|key| key.name() == options.new_origin) {
        bail!("the log has or had the name `{}`; choose another", options.new_origin);
    }
    let head_file = config.path(&config.audit.head_file);
    let lost = std::fs::read_to_string(&head_file).with_context(|| {
        format!("`{}`, the head kept outside, cannot be read", head_file.display())
    })?;
    let size = Checkpoint::open(&lost, &keys)?.size;
    let store = Store::open(&gateway::existing(&config)?, 1)?;
    if verify::against_head(&store, &lost, &keys)?.is_none() {
        note("the log was not rolled back: there is nothing to recover from");
        return Ok(Exit::NotFound);
    }
    // What is left must be whole: a new name does not make changed entries right.
    let trust = verify::Trust { witnesses: Vec::new(), ..trust };
    let report = verify::verify_trusting(&store, trust)?;
    drop(store);
    if !report.findings.is_empty() {
        for finding in &report.findings {
            note(&finding.to_string());
        }
        note("what is left of the log does not verify; restore a backup that does");
        return Ok(Exit::Found);
    }
    let kept = head_file.with_extension(format!("note.lost-{size}"));
    std::fs::copy(&head_file, &kept)?;
    std::fs::File::open(&kept)?.sync_all()?;
    config.audit.past_origins.push(config.origin());
    config.audit.origin.clone_from(&options.new_origin);
    let office = gateway::office(&config, Clock::System, 1)?;
    let leaf = signing::tell_recovery(&office, lost)?;
    HeadSigner::renewed(office.clone(), head_file).sign()?;
    say(&format!(
        "recovered: leaf {leaf} names the head over {size} leaves that was lost; it is kept in `{}`",
        kept.display()
    ));
    say("write into the configuration, then start again:");
    let past: Vec<String> =
        config.audit.past_origins.iter().map(|name| format!("{name:?}")).collect();
    say(&format!(
        "[audit]\norigin = {:?}\npast_origins = [{}]",
        options.new_origin,
        past.join(", ")
    ));
    say(&format!(
        "publish the new verifier key; receipts of before keep the old one:\n{}",
        office.log_key.vkey()
    ));
    Ok(Exit::Fine)
}
