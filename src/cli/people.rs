//! What the settings say about people: who vouches for them, and what their software may say.

use anyhow::bail;

use crate::casework::Signals;
use crate::config::Config;
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
