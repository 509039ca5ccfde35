//! `habeas mail`.

use anyhow::{Context as _, bail};

use crate::audit::hex::hex;
use crate::clock::Clock;
use crate::connectors::mail::smtp::{self, Step};
use crate::connectors::mail::{Message, Relay, Route, outbox};
use crate::domain::address;
use crate::gateway::mail::{NO_SERVER, mailing};
use crate::store::vault::random;

use super::{Context, Exit, note, say};

#[derive(clap::Subcommand)]
pub(super) enum Action {
    /// Sends one mail, and says how far it came and what the server answered; exits with 1 if it was not taken
    Test {
        /// To whom
        address: String,
    },
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
