//! What the settings say about people: who vouches for them, what their software may say, and how letters reach them.

use anyhow::{Context as _, bail};

use crate::casework::{Letterhead, Signals};
use crate::config::Config;
use crate::domain::holidays::Country;
use crate::domain::language::Language;
use crate::policy::PolicySet;

use super::datamap;

/// The issuers of people. Where there are several, everything that knows accounts must say whose.
pub(super) fn issuers(config: &Config, policies: &PolicySet) -> anyhow::Result<Vec<String>> {
    let issuers = datamap::people(config);
    match datamap::wrong_issuers(&issuers, &policies.datamap).as_slice() {
        [] => Ok(issuers),
        wrong => bail!(wrong.join("\n")),
    }
}

/// What people's software may say, and where links lead.
pub(super) fn signals(config: &Config, policies: &PolicySet) -> anyhow::Result<Signals> {
    for purpose in &config.signals.gpc {
        if policies.purposes.get(purpose).is_none() {
            bail!("`signals.gpc` names `{purpose}`, which is not in purposes.toml");
        }
    }
    Ok(Signals {
        public_url: config.server.public_url.clone(),
        contact: config.controller.dpo_contact.clone(),
        gpc: config.signals.gpc.clone(),
        last_update: config.signals.last_update.clone(),
    })
}

/// What stands around every letter.
pub(super) fn letterhead(config: &Config, country: Country) -> anyhow::Result<Letterhead> {
    let controller = &config.controller;
    let language = match controller.language.as_str() {
        "" => Language::of_country(country.code()),
        tag => Language::parse(tag)
            .with_context(|| format!("`controller.language` = `{tag}`; use `en`, `fr` or `de`"))?,
    };
    // No law presumes that post takes no time, and none that it takes a month.
    if !(1..=30).contains(&config.letters.presumed_days) {
        bail!("`letters.presumed_days` must lie between 1 and 30");
    }
    Ok(Letterhead {
        address: controller.address.trim().to_owned(),
        signatory: controller.signatory.trim().to_owned(),
        language,
        presumed_days: config.letters.presumed_days,
    })
}
