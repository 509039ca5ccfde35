//! Key files: 32 random bytes in base64, readable by their owner alone.

use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use anyhow::{Context as _, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::store::vault::random;

/// Seals personal fields.
pub(crate) const MASTER: &str = "master.key";
/// Signs the log.
pub(crate) const LOG: &str = "log.key";
/// Signs development tokens.
pub(crate) const DEVELOPMENT: &str = "development.key";

/// Signs what systems are told.
pub(crate) const WEBHOOK: &str = "webhook.key";
/// The one before it, while a rotation lasts.
pub(crate) const WEBHOOK_BEFORE: &str = "webhook.before.key";

/// The keys that sign what systems are told, the newest first; the first is made when there is none.
pub(crate) fn of_webhooks(dir: &Path) -> anyhow::Result<Vec<[u8; 32]>> {
    make(dir, WEBHOOK)?;
    let mut seeds = vec![read(dir, WEBHOOK)?];
    if dir.join(WEBHOOK_BEFORE).exists() {
        seeds.push(read(dir, WEBHOOK_BEFORE)?);
    }
    Ok(seeds)
}

/// Reads a key.
pub(crate) fn read(dir: &Path, name: &str) -> anyhow::Result<[u8; 32]> {
    let path = dir.join(name);
    let text = std::fs::read_to_string(&path).with_context(|| {
        format!(
            "the key `{}` cannot be read; restore it from its backup, or, for a new gateway alone, let `habeas init` make it",
            path.display()
        )
    })?;
    let bytes = STANDARD.decode(text.trim()).ok().and_then(|bytes| bytes.try_into().ok());
    match bytes {
        Some(key) => Ok(key),
        None => bail!(
            "the key `{}` is not 32 bytes of base64; restore it from its backup",
            path.display()
        ),
    }
}

/// Makes a key unless it exists.
pub(crate) fn make(dir: &Path, name: &str) -> anyhow::Result<bool> {
    std::fs::create_dir_all(dir)
        .with_context(|| format!("the folder `{}` cannot be made", dir.display()))?;
    let path = dir.join(name);
    let mut options = std::fs::OpenOptions::new();
    let mut file = match options.write(true).create_new(true).mode(0o600).open(&path) {
        Ok(file) => file,
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => return Ok(false),
        Err(e) => {
            return Err(e)
                .with_context(|| format!("the key `{}` cannot be written", path.display()));
        }
    };
    file.write_all(format!("{}\n", STANDARD.encode(random::<32>())).as_bytes())?;
    file.sync_all()?;
    Ok(true)
}
