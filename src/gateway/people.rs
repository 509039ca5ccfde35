//! What the settings say about people: who vouches for them, what their software may say, and how letters reach them.

use anyhow::{Context as _, bail};

use crate::auth::development;
use crate::casework::{Letterhead, Signals};
use crate::config::{Config, Serves};
use crate::domain::holidays::Country;
use crate::domain::language::Language;
use crate::policy::PolicySet;
use crate::policy::datamap::Datamap;

/// The issuers of people. Where there are several, everything that knows accounts must say whose.
pub(super) fn issuers(config: &Config, policies: &PolicySet) -> anyhow::Result<Vec<String>> {
    let issuers = people(config);
    match wrong_issuers(&issuers, &policies.datamap).as_slice() {
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
        tag => Language::parse(tag).with_context(|| {
            let known = Language::ALL.map(Language::code).join("`, `");
            format!("`controller.language` = `{tag}`; use one of `{known}`")
        })?,
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

/// The issuers of people, as configured.
pub(crate) fn people(config: &Config) -> Vec<String> {
    let subjects = config.auth.issuer.iter().filter(|i| i.serves == Serves::Subject);
    let mut issuers: Vec<String> = subjects.map(|i| i.issuer.clone()).collect();
    if config.auth.development_issuer {
        issuers.push(development::PEOPLE.to_owned());
    }
    issuers
}

/// What a data map leaves open about whose accounts it knows, or says wrongly.
pub(crate) fn wrong_issuers(issuers: &[String], map: &Datamap) -> Vec<String> {
    let wrong = |(what, issuer): (String, Option<&str>)| match issuer {
        None if issuers.len() > 1 => Some(format!(
            "datamap.toml: {what} does not say whose accounts it knows, and there are {} issuers of people; give it an `issuer`",
            issuers.len()
        )),
        // An issuer that is gone knows nobody any more; a misspelt one would never be looked up.
        Some(issuer) if !issuers.iter().any(|known| known == issuer) => Some(format!(
            "datamap.toml: {what} names the issuer `{issuer}`, which `[[auth.issuer]]` does not have for people"
        )),
        _ => None,
    };
    map.issuers().into_iter().filter_map(wrong).collect()
}
