//! How mails leave, as the settings say.

use std::num::NonZeroU32;
use std::time::Duration;

use anyhow::Context as _;

use crate::admission::Guard;
use crate::casework::Bell;
use crate::casework::mail::Mailing;
use crate::config::Config;
use crate::connectors::mail::{Mailbox, Relay, Route};

/// What is said where people can be told nothing by mail.
pub(crate) const NO_SERVER: &str =
    "`mail.smtp_url` is empty: nobody is told anything by mail, and nobody can sign in by mail";

/// Of mails with a way in, at the word of one network.
const AN_HOUR: u32 = 200;

/// How mails leave.
pub(crate) fn mailing(config: &Config) -> anyhow::Result<Mailing> {
    let settings = &config.mail;
    let reply_to = Some(settings.reply_to.as_str()).filter(|text| !text.trim().is_empty());
    let route = match relay(config)? {
        Some(relay) => Route::Server(relay),
        None => Route::Outbox(config.path(&settings.outbox)),
    };
    Ok(Mailing {
        route,
        from: mailbox("mail.from", &settings.from)?,
        reply_to: reply_to.map(|text| mailbox("mail.reply_to", text)).transpose()?,
        bell: Bell::default(),
    })
}

/// Ways in that are mailed at the word of one network. Many people share an address, and none of them signs in all day long.
pub(super) fn ceiling(config: &Config) -> anyhow::Result<Guard> {
    let positive = |n| NonZeroU32::new(n).context("the guard's figures must be positive");
    Ok(Guard::hourly(positive(AN_HOUR)?, positive(config.guard.networks_max)?))
}

fn relay(config: &Config) -> anyhow::Result<Option<Relay>> {
    let settings = &config.mail;
    let timeout = Duration::from_secs(u64::from(settings.timeout_seconds));
    let relay = Relay::parse(&settings.smtp_url, &settings.password, timeout);
    relay.map_err(|wrong| anyhow::anyhow!("`mail.smtp_url`: {wrong}"))
}

fn mailbox(setting: &str, text: &str) -> anyhow::Result<Mailbox> {
    Mailbox::parse(text).with_context(|| {
        format!(
            "`{setting}` is no address; write `privacy@example.org` or `Name <privacy@example.org>`"
        )
    })
}

/// What of it must not be so in production. Settings that cannot be used are told elsewhere.
pub(crate) fn unsafe_settings(config: &Config) -> Vec<String> {
    let mut found = Vec::new();
    let Ok(Mailing { route: Route::Server(relay), from, .. }) = mailing(config) else {
        return found;
    };
    if relay.is_in_clear() {
        found.push(
            "`mail.smtp_url` lets mails leave this machine in clear; write `smtps://` or `tls=required`".into(),
        );
    }
    if from.domain() == "example.org" {
        found.push("`mail.from` is still the example; write the address that people know".into());
    }
    found
}
