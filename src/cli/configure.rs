//! `habeas init` and `habeas config`.

use std::path::{Path, PathBuf};

use anyhow::Context as _;

use crate::config::{Config, DEFAULTS};
use crate::policy::load::DATAMAP;
use crate::policy::secret;

use super::datamap::{self, Said};
use super::{Context, Exit, keys, mail, note, say};

/// The policies that a new gateway begins with, by file name.
pub(super) const POLICIES: [(&str, &str); 9] = [
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

#[derive(clap::Args)]
pub(super) struct InitOptions {
    /// Where to
    #[arg(default_value = ".")]
    dir: PathBuf,
}

#[derive(clap::Subcommand)]
pub(super) enum Action {
    /// Says whether the configuration, the policies and the data map as it is written can be used
    Check,
    /// Prints every setting as it is in force
    Dump {
        /// Also where each comes from
        #[arg(long)]
        origin: bool,
    },
}

pub(super) fn init(options: &InitOptions) -> anyhow::Result<Exit> {
    for path in write_all(&options.dir, DEFAULTS)? {
        say(&format!("wrote {}", path.display()));
    }
    say("next: edit habeas.toml, then run `habeas config check` and `habeas serve`");
    say("keep keys/ out of the database's backups, and back it up elsewhere");
    Ok(Exit::Fine)
}

/// Writes what is not there yet; gives what was written.
pub(super) fn write_all(dir: &Path, settings: &str) -> anyhow::Result<Vec<PathBuf>> {
    let mut written = Vec::new();
    let files = POLICIES.iter().map(|(name, text)| (format!("policies/{name}"), *text));
    for (name, text) in files.chain([("habeas.toml".to_owned(), settings)]) {
        let path = dir.join(name);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .with_context(|| format!("the folder `{}` cannot be made", folder.display()))?;
        }
        if !path.exists() {
            std::fs::write(&path, text)
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

/// What could be better kept.
fn remarks(config: &Config) -> Vec<String> {
    let settings = config.in_clear.iter().map(|path| {
        format!("a password stands in clear in `{path}`; write `env:NAME` or `file:PATH` instead")
    });
    let address = config.controller.address.trim().is_empty().then(|| {
        "letters name no postal address of the controller; write `controller.address`".to_owned()
    });
    let of_map = in_clear(&config.path(&config.policies.dir).join(DATAMAP));
    settings.chain(of_map).chain(address).collect()
}

/// Secrets that stand in clear in a data map.
pub(super) fn in_clear(map: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(map).unwrap_or_default();
    let found = secret::in_clear(&text).into_iter();
    found.map(|found| format!("{}:{found}", map.display())).collect()
}

pub(super) fn run(context: &Context, action: &Action) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    match action {
        Action::Check => return check(&config),
        Action::Dump { origin } => {
            let defaults: toml::Table = toml::from_str(DEFAULTS)?;
            for (section, keys) in &defaults {
                for key in keys.as_table().into_iter().flat_map(toml::Table::keys) {
                    let path = format!("{section}.{key}");
                    let value = config.shown(&path).map(ToString::to_string).unwrap_or_default();
                    let from = config.origins.get(&path).map_or("the default", String::as_str);
                    say(&if *origin {
                        format!("{path} = {value}    # {from}")
                    } else {
                        format!("{path} = {value}")
                    });
                }
            }
            let issuers = config.shown("auth.issuer").and_then(toml::Value::as_array);
            for issuer in issuers.into_iter().flatten() {
                let name = issuer.get("issuer").and_then(toml::Value::as_str).unwrap_or_default();
                say(&format!("auth.issuer = \"{name}\""));
            }
        }
    }
    Ok(Exit::Fine)
}

fn check(config: &Config) -> anyhow::Result<Exit> {
    let policies = super::gateway::policies(config)?;
    let _ = super::gateway::location(config)?;
    let _ = mail::mailing(config)?;
    let (remarks_on_map, wrong): (Vec<_>, Vec<_>) =
        datamap::written(config, &policies).into_iter().partition(|said| said.is_remark);
    if wrong.is_empty() {
        say(&format!("the configuration can be used; thresholds {}", policies.thresholds.hash));
    }
    for said in &wrong {
        say(&said.line());
    }
    for what in remarks(config).into_iter().chain(remarks_on_map.iter().map(Said::line)) {
        note(&what);
    }
    if config.mail.smtp_url.is_empty() {
        note(mail::NO_SERVER);
    }
    for what in config.unsafe_settings().into_iter().chain(mail::unsafe_settings(config)) {
        say(&format!("not for production: {what}"));
    }
    Ok(if wrong.is_empty() { Exit::Fine } else { Exit::Found })
}
