//! What the settings say about mail.

use anyhow::Context as _;

use crate::casework::Bell;
use crate::casework::mail::Mailing;
use crate::config::Config;
use crate::connectors::mail::{Mailbox, Route};

/// How mails leave.
pub(super) fn mailing(config: &Config) -> anyhow::Result<Mailing> {
    let settings = &config.mail;
    let reply_to = Some(settings.reply_to.as_str()).filter(|text| !text.trim().is_empty());
    Ok(Mailing {
        route: Route::Outbox(config.path(&settings.outbox)),
        from: mailbox("mail.from", &settings.from)?,
        reply_to: reply_to.map(|text| mailbox("mail.reply_to", text)).transpose()?,
        bell: Bell::default(),
    })
}

fn mailbox(setting: &str, text: &str) -> anyhow::Result<Mailbox> {
    Mailbox::parse(text).with_context(|| {
        format!("`{setting}` is not an address; write `privacy@example.org` or `Name <privacy@example.org>`")
    })
}
