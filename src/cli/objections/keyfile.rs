//! The key file of a pipeline, and snapshots that are read with it.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;

use crate::audit::note::{SigningKey, VerifierKey};
use crate::casework::Office;
use crate::casework::objections::feed;
use crate::cli::whole::Whole;
use crate::objections::MarkKey;
use crate::objections::snapshot::pieces;
use crate::store::vault::random;

use super::{Context, Exit, loaded, say};

#[derive(clap::Args)]
pub(crate) struct Order {
    /// An id of purposes.toml
    #[arg(long)]
    purpose: String,
    /// The issuer of the ids in the pipeline's data, where several are configured
    #[arg(long)]
    issuer: Option<String>,
}

#[derive(clap::Args)]
pub(crate) struct Snapshot {
    /// An id of purposes.toml
    #[arg(long)]
    purpose: String,
    /// Where to write it; it appears when it is complete
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// What a key file holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    purpose: String,
    issuer: String,
    marks: String,
    log: String,
    runs: String,
}

/// A pipeline's keys.
pub(crate) struct KeyFile {
    /// For which purpose.
    pub(crate) purpose: String,
    /// Whose ids the data hold.
    pub(crate) issuer: String,
    /// How people are marked.
    pub(crate) marks: MarkKey,
    /// Who signs snapshots.
    pub(crate) log: VerifierKey,
    /// Signs the records of runs.
    pub(crate) runs: SigningKey,
}

impl KeyFile {
    /// Reads it.
    pub(crate) fn read(path: &Path) -> anyhow::Result<Self> {
        let name = path.display();
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("the key file `{name}` cannot be read"))?;
        // The parser's message would quote the line, and with it a key.
        let text: Text = toml::from_str(&text).map_err(|_| {
            anyhow!("`{name}` is not a key file; `habeas objections key` prints one")
        })?;
        let log = VerifierKey::parse(&text.log).with_context(|| format!("`log` in `{name}`"))?;
        let seed = STANDARD.decode(&text.runs).ok().and_then(|seed| seed.try_into().ok());
        let seed: [u8; 32] = seed.ok_or_else(|| anyhow!("`runs` in `{name}` is not a key"))?;
        Ok(Self {
            runs: runs_key(log.name(), &seed)?,
            marks: MarkKey::parse(&text.marks).with_context(|| format!("`marks` in `{name}`"))?,
            purpose: text.purpose,
            issuer: text.issuer,
            log,
        })
    }
}

fn runs_key(origin: &str, seed: &[u8; 32]) -> anyhow::Result<SigningKey> {
    Ok(SigningKey::from_seed(&format!("{origin}/runs"), seed)?)
}

pub(super) fn print(context: &Context, order: &Order) -> anyhow::Result<Exit> {
    let (config, office) = loaded(context)?;
    let issuer = super::issuer(&config, order.issuer.as_deref())?;
    let seed: [u8; 32] = random();
    let runs = runs_key(office.log_key.name(), &seed)?.vkey();
    let purpose = order.purpose.as_str().into();
    let handing = feed::hand_out_key(&office, &purpose, runs.clone());
    let key = super::server::runtime()?.block_on(handing)?;
    let quoted = |text: &str| toml::Value::from(text).to_string();
    say(&format!(
        "# Tells who objects to `{purpose}`: keep it as secret as the data that it filters.\n\
         purpose = {}\nissuer = {}\nmarks = \"{}\"\nlog = {}\n\
         # Signs the records of filter runs; they verify with {runs}\nruns = \"{}\"",
        quoted(&order.purpose),
        quoted(&issuer),
        key.text(),
        quoted(&office.log_key.vkey()),
        STANDARD.encode(seed),
        purpose = order.purpose,
    ));
    Ok(Exit::Fine)
}

pub(super) fn snapshot(context: &Context, order: &Snapshot) -> anyhow::Result<Exit> {
    let (_, office) = loaded(context)?;
    write_snapshot(&office, order)?;
    Ok(Exit::Fine)
}

fn write_snapshot(office: &Office, order: &Snapshot) -> anyhow::Result<()> {
    let (head, base) = feed::snapshot(office, &order.purpose)?;
    let mut out = Whole::create(&order.out)?;
    out.file.write_all(head.as_bytes())?;
    for piece in pieces(&base) {
        out.file.write_all(&piece)?;
    }
    out.finish()?;
    super::super::note(&format!("{} marks, epoch {}", base.len(), base.epoch));
    Ok(())
}
