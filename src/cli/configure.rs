//! `habeas init` and `habeas config`.

use std::path::{Path, PathBuf};

use crate::config::{Config, DEFAULTS};
use crate::gateway::{self, beginning, mail};
use crate::policy::load::DATAMAP;
use crate::policy::secret;

use super::datamap::{self, Said};
use super::{Context, Exit, note, say};

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
    for path in beginning::write_all(&options.dir, DEFAULTS)? {
        say(&format!("wrote {}", path.display()));
    }
    say("next: edit habeas.toml, then run `habeas config check` and `habeas serve`");
    say("keep keys/ out of the database's backups, and back it up elsewhere");
    Ok(Exit::Fine)
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
    let policies = gateway::policies(config)?;
    let _ = gateway::location(config)?;
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
