//! `habeas webhook`: systems that are told of objections.

use anyhow::{Context as _, bail};

use crate::casework::CaseworkError;
use crate::casework::objections::recipients;
use crate::clock::Clock;
use crate::connectors::webhook::Signer;
use crate::gateway::{self, keys};

use super::{Context, Exit, note, say};

#[derive(clap::Subcommand)]
pub(super) enum Action {
    /// Lists every system that `purposes.toml` names, and how it obeys; exits with 1 if one is overdue or disabled
    List {
        /// Machine output
        #[arg(long)]
        json: bool,
    },
    /// Tells a system again everything after an epoch, and lets a disabled one hear again
    Replay {
        /// As `obeyed_by` names it
        #[arg(long)]
        system: String,
        /// An id of purposes.toml
        #[arg(long)]
        purpose: String,
        /// Tell everything after this epoch
        #[arg(long, default_value_t = 0)]
        after: i64,
    },
    /// Prints the public keys that sign messages, one a line, the newest first
    Key,
    /// Makes a new signing key; both sign until `retire`. Restart the server afterwards
    Rotate,
    /// Ends a rotation: only the newest key signs. Restart the server afterwards
    Retire,
}

pub(super) fn run(context: &Context, action: &Action) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    let dir = config.path(&config.keys.dir);
    match action {
        Action::List { json } => list(context, *json),
        Action::Replay { system, purpose, after } => {
            gateway::existing(&config)?;
            let office = gateway::office(&config, Clock::System, 1)?;
            let (whose, what) = (system.as_str().into(), purpose.as_str().into());
            match recipients::replay(&office, whose, what, *after) {
                Ok(()) => {
                    say(&format!("`{system}` will be told again what came after epoch {after}"));
                    Ok(Exit::Fine)
                }
                Err(CaseworkError::NoSuchRecipient) => {
                    note(&format!(
                        "`{system}` is not told of `{purpose}`; see `habeas webhook list`"
                    ));
                    Ok(Exit::NotFound)
                }
                Err(error) => Err(error.into()),
            }
        }
        Action::Key => {
            for key in Signer::from_seeds(&keys::of_webhooks(&dir)?)?.public() {
                say(&key);
            }
            Ok(Exit::Fine)
        }
        Action::Rotate => {
            if dir.join(keys::WEBHOOK_BEFORE).exists() {
                bail!("a rotation is under way; end it with `habeas webhook retire` first");
            }
            keys::make(&dir, keys::WEBHOOK)?;
            let moved = std::fs::rename(dir.join(keys::WEBHOOK), dir.join(keys::WEBHOOK_BEFORE));
            moved.context("the key cannot be moved")?;
            keys::make(&dir, keys::WEBHOOK)?;
            note(
                "both keys sign from the next start on; give receivers the new public key, then `habeas webhook retire`",
            );
            run(context, &Action::Key)
        }
        Action::Retire => {
            if !dir.join(keys::WEBHOOK_BEFORE).exists() {
                bail!("there is no rotation to end; `habeas webhook rotate` begins one");
            }
            std::fs::remove_file(dir.join(keys::WEBHOOK_BEFORE))
                .context("the old key cannot be removed")?;
            run(context, &Action::Key)
        }
    }
}

fn list(context: &Context, machine: bool) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    gateway::existing(&config)?;
    let office = gateway::office(&config, Clock::System, 1)?;
    let all = super::case::wait(recipients::list(&office))??;
    let mut worst = Exit::Fine;
    for told in &all {
        if matches!(told.health, recipients::Health::Overdue | recipients::Health::Disabled) {
            worst = Exit::Found;
        }
        let (state, why) = (told.health.code(), told.note.as_deref().unwrap_or_default());
        say(&if machine {
            serde_json::json!({
                "system": told.system, "purpose": told.purpose, "state": state, "sent_epoch": told.sent_epoch,
                "acked_epoch": told.acked_epoch, "checked": told.checked, "contradictions": told.contradictions, "note": told.note,
            })
            .to_string()
        } else {
            format!(
                "{:<20} {:<20} {state:<9} told {:>6}, obeys {:>6}  {why}",
                told.system, told.purpose, told.sent_epoch, told.acked_epoch
            )
        });
    }
    Ok(worst)
}
