//! What a new gateway begins with: policies, settings and keys. Nothing that is there is written over.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;

use super::keys;

/// The policies that a new gateway begins with, by file name.
pub(crate) const POLICIES: [(&str, &str); 9] = [
    ("thresholds.toml", include_str!("../../policies/thresholds.toml")),
    ("thresholds.cases.toml", include_str!("../../policies/thresholds.cases.toml")),
    ("purposes.toml", include_str!("../../policies/purposes.toml")),
    ("datamap.toml", include_str!("../../policies/datamap.toml")),
    ("costs.toml", include_str!("../../policies/costs.toml")),
    ("regimes/eu.toml", include_str!("../../policies/regimes/eu.toml")),
    ("regimes/uk.toml", include_str!("../../policies/regimes/uk.toml")),
    ("regimes/ch.toml", include_str!("../../policies/regimes/ch.toml")),
    ("packs/es.toml", include_str!("../../policies/packs/es.toml")),
];

/// Settings and policies name systems, and may hold a password: for their owner alone.
fn write(path: &Path, text: &str) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    file.write_all(text.as_bytes())
}

/// Writes what is not there yet; gives what was written.
pub(crate) fn write_all(dir: &Path, settings: &str) -> anyhow::Result<Vec<PathBuf>> {
    let mut written = Vec::new();
    let files = POLICIES.iter().map(|(name, text)| (format!("policies/{name}"), *text));
    for (name, text) in files.chain([("habeas.toml".to_owned(), settings)]) {
        let path = dir.join(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("the folder `{}` cannot be made", folder.display()))?;
        }
        if !path.exists() {
            write(&path, text)
                .with_context(|| format!("`{}` cannot be written", path.display()))?;
            written.push(path);
        }
    }
    for name in [keys::MASTER, keys::LOG] {
        if keys::make(&dir.join("keys"), name)? {
            written.push(dir.join("keys").join(name));
        }
    }
    Ok(written)
}
