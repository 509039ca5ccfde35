//! `habeas mail`, and what the settings say about it.

use std::num::NonZeroU32;
use std::time::Duration;

use anyhow::{Context as _, bail};

use crate::admission::Guard;
use crate::audit::hex::hex;
use crate::casework::Bell;
use crate::casework::mail::Mailing;
use crate::clock::Clock;
use crate::config::Config;
use crate::connectors::mail::smtp::{self, Step};
use crate::connectors::mail::{Mailbox, Message, Relay, Route, outbox};
use crate::domain::address;
use crate::store::vault::random;

use super::{Context, Exit, note, say};

/// What is said where people can be told nothing by mail.
pub(super) const NO_SERVER: &str =
    "`mail.smtp_url` is empty: nobody is told anything by mail, and nobody can sign in by mail";

/// Of mails with a way in, at the word of one network.
const AN_HOUR: u32 = 200;

#[derive(clap::Subcommand)]
pub(super) enum Action {
    /// Sends one mail, and says how far it came and what the server answered; exits with 1 if it was not taken
    Test {
        /// To whom
        address: String,
    },
}

/// How mails leave.
pub(super) fn mailing(config: &Config) -> anyhow::Result<Mailing> {
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
pub(super) fn unsafe_settings(config: &Config) -> Vec<String> {
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

pub(super) fn run(context: &Context, action: &Action) -> anyhow::Result<Exit> {
    let Action::Test { address } = action;
    let config = context.settings()?;
    let mailing = mailing(&config)?;
    let Some(to) = address::exact(address) else {
        bail!("this is no address; write `name@example.org`");
    };
    let controller = &config.controller.name;
    let message = Message {
        id: hex(&random::<16>()),
        at: Clock::System.now(),
        from: &mailing.from,
        reply_to: mailing.reply_to.as_ref(),
        to: &to,
        language: "en",
        subject: "A test".into(),
        text: format!(
            "This mail shows that mails of {controller} arrive. Nothing needs to be done.\n"
        ),
    };
    match &mailing.route {
        Route::Outbox(folder) => {
            outbox::file(folder, &message.id, &message.bytes())
                .with_context(|| format!("`{}` cannot be written", folder.display()))?;
            say(&format!("wrote {}", folder.join(format!("{}.eml", message.id)).display()));
            note(NO_SERVER);
            Ok(Exit::Fine)
        }
        Route::Server(relay) => hand_over(relay, &message),
    }
}

fn hand_over(relay: &Relay, message: &Message<'_>) -> anyhow::Result<Exit> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let between = (message.from.address.as_str(), message.to);
    let bytes = message.bytes();
    let told = |step, said: &str| {
        let dash = if said.is_empty() { "" } else { ": " };
        say(&format!("{}{dash}{said}", passed(step)));
    };
    match runtime.block_on(smtp::hand_over(relay, between, &bytes, told)) {
        Ok(()) => Ok(Exit::Fine),
        Err(fault) => {
            let code = fault.code.map(|code| format!("{code} ")).unwrap_or_default();
            say(&format!("not taken: {}: {code}{}", failed(fault.step), fault.said));
            Ok(Exit::Found)
        }
    }
}

fn passed(step: Step) -> &'static str {
    match step {
        Step::Name => "the server has an address",
        Step::Connection => "it can be reached",
        Step::Greeting => "it is a mail server",
        Step::Tls => "what is said is hidden, and its certificate is good",
        Step::Login => "it knows the user",
        Step::Sender => "it takes mails from `mail.from`",
        Step::Recipient => "it takes mails for this address",
        Step::Content => "it has taken the mail",
    }
}

fn failed(step: Step) -> &'static str {
    match step {
        Step::Name => "the server is not found",
        Step::Connection => "the server cannot be reached",
        Step::Greeting => "the server does not speak",
        Step::Tls => "nothing can be said in secret",
        Step::Login => "the server does not know the user",
        Step::Sender => "the server takes no mails from `mail.from`",
        Step::Recipient => "the server takes no mails for this address",
        Step::Content => "the server does not take the mail",
    }
}
