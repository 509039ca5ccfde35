//! The office that a command or a server works in, and the parts that it is put together from.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, anyhow, bail};

use crate::audit::note::{SigningKey, VerifierKey};
use crate::casework::Recipients;
use crate::casework::log::cosigning::Witness;
use crate::casework::people::unlocking::{self, Fit};
use crate::casework::policies::activation;
use crate::casework::replay::verify::Trust;
use crate::casework::{AtWork, Bell, Dates, Office, Patience, people};
use crate::clock::Clock;
use crate::config::Config;
use crate::connectors::webhook::{self, Caller, Endpoint, Network, Signer};
use crate::domain::deadline::Calendar;
use crate::domain::holidays::Country;
use crate::jobs::witness::At;
use crate::objections::Index;
use crate::policy::costs::Costs;
use crate::policy::load::Wanted;
use crate::policy::{PolicySet, load};
use crate::store::vault::Vault;
use crate::store::{Location, Store};

use super::people::{issuers, letterhead, signals};
use super::{keys, mail};

/// An office for one command or one server.
///
/// # Errors
/// Whatever is wrong with the settings, the policies, the keys or the database.
pub fn office(config: &Config, clock: Clock, readers: usize) -> anyhow::Result<Arc<Office>> {
    let store = Store::open(&location(config)?, readers)?;
    let vault = vault(config, &store)?;
    let adopted =
        activation::adopt(&store, &config.path(&config.policies.dir), &wanted(config), clock.now())
            .map_err(|unusable| anyhow!("the policies cannot be used:\n{unusable}"))?;
    let policies = adopted.set;
    let country = Country::parse(&config.controller.country)?;
    let purposes = policies.purposes.all();
    let index = Index::new(purposes.map(|p| (p.id.clone(), people::mark_key(&vault, p.kind))));
    let remind = config.dates.remind_days_before.iter().copied().map(i64::from);
    Ok(Arc::new(Office {
        vault,
        log_key: log_key(config)?,
        calendar: Calendar::new(country, &config.controller.zone)?,
        index,
        costs: adopted.costs,
        controller: config.controller.name.clone(),
        letterhead: letterhead(config, country)?,
        country: country.code().to_owned(),
        issuers: issuers(config, &policies)?,
        base: config.base.clone(),
        secrets: config.secrets.clone(),
        bell: Bell::default(),
        news: Bell::default(),
        errands: Bell::default(),
        at_work: AtWork::default(),
        recipients: recipients(config, &policies)?,
        dates: Dates {
            target_days_before: i64::from(config.dates.target_days_before),
            remind_days_before: remind.collect(),
        },
        patience: Patience {
            attempts_max: i64::from(config.jobs.attempts_max),
            pause_ms: i64::from(config.jobs.pause_ms),
            package_days: i64::from(config.jobs.package_days),
        },
        mail: mail::mailing(config)?,
        signals: signals(config, &policies)?,
        ticket_generation: config.admission.ticket_generation,
        policies,
        standing: adopted.standing,
        clock,
        store,
    }))
}

/// The vault of this database. Nobody works with the key of another one.
pub(crate) fn vault(config: &Config, store: &Store) -> anyhow::Result<Vault> {
    let dir = config.path(&config.keys.dir);
    let vault = Vault::new(&keys::read(&dir, keys::MASTER)?)?;
    match unlocking::recognise(store, &vault)? {
        Fit::Own => Ok(vault),
        Fit::Foreign => bail!(
            "`{}` is not the master key of this database: nothing that was sealed opens with it, and every objection would \
             be forgotten; put back the master.key that was backed up for this database, or the database that belongs to this \
             key (the check value lies in the table `key_check`); docs/operators.md, \"Keys\", says how a restore goes",
            dir.join(keys::MASTER).display()
        ),
    }
}

fn recipients(config: &Config, policies: &PolicySet) -> anyhow::Result<Recipients> {
    let dir = config.path(&config.keys.dir);
    let mut endpoints = Vec::new();
    for endpoint in &config.webhooks.endpoint {
        let system = endpoint.system.as_str().into();
        let obeys = policies.purposes.all().any(|p| p.obeyed_by.contains(&system));
        if !obeys {
            bail!(
                "`webhooks.endpoint` names `{}`, which no purpose in purposes.toml is obeyed by",
                endpoint.system
            );
        }
        let secret = endpoint.secret_file.as_ref().map(|file| {
            let path = config.path(file);
            let text = std::fs::read_to_string(&path)
                .with_context(|| format!("the secret `{}` cannot be read", path.display()))?;
            webhook::secret(&text).with_context(|| {
                format!("`{}` is not `whsec_` and 24 to 64 bytes of base64", path.display())
            })
        });
        endpoints.push(Endpoint {
            system,
            url: endpoint.url.clone(),
            network: if endpoint.private { Network::Private } else { Network::Public },
            secret: secret.transpose()?,
        });
    }
    let seeds = if endpoints.is_empty() { Vec::new() } else { keys::of_webhooks(&dir)? };
    let timeout = Duration::from_secs(u64::from(config.webhooks.timeout_seconds.max(1)));
    Ok(Recipients {
        endpoints,
        caller: Caller::new(Signer::from_seeds(&seeds)?, timeout),
        ack_ms: i64::from(config.webhooks.ack_hours) * 3_600_000,
        recheck_ms: i64::from(config.webhooks.recheck_days) * 86_400_000,
        lease_ms: i64::from(config.webhooks.timeout_seconds) * 1000 + 60_000,
    })
}

/// The key that signs the log.
pub(crate) fn log_key(config: &Config) -> anyhow::Result<SigningKey> {
    let seed = keys::read(&config.path(&config.keys.dir), keys::LOG)?;
    SigningKey::from_seed(&config.origin(), &seed)
        .with_context(|| format!("`{}` cannot name the log; set `audit.origin`", config.origin()))
}

/// The same key under the names that the log had before, oldest first.
pub(crate) fn earlier_keys(config: &Config) -> anyhow::Result<Vec<VerifierKey>> {
    let seed = keys::read(&config.path(&config.keys.dir), keys::LOG)?;
    let names = config.audit.past_origins.iter();
    names
        .map(|name| {
            let key = SigningKey::from_seed(name, &seed)
                .with_context(|| format!("`{name}` of `audit.past_origins` cannot name a log"))?;
            Ok(key.verifier().clone())
        })
        .collect()
}

/// Whose word counts when the log is checked; `more` are witnesses that the settings do not name.
pub(crate) fn trust(config: &Config, more: &[String]) -> anyhow::Result<Trust> {
    let mut known: Vec<Witness> = witnesses(config)?.into_iter().map(|at| at.witness).collect();
    for vkey in more {
        known.push(
            Witness::parse(vkey.trim())
                .with_context(|| format!("`{vkey}` is not the verifier key of a witness"))?,
        );
    }
    Ok(Trust {
        key: log_key(config)?.verifier().clone(),
        earlier: earlier_keys(config)?,
        witnesses: known,
    })
}

/// The witnesses of the settings.
pub(super) fn witnesses(config: &Config) -> anyhow::Result<Vec<At>> {
    let settings = config.audit.witness.iter();
    settings
        .map(|at| {
            let witness = Witness::parse(&at.vkey).with_context(|| {
                format!("`{}` of `[[audit.witness]]` is not the verifier key of a witness", at.vkey)
            })?;
            Ok(At { url: checked_url("`url` of `[[audit.witness]]`", &at.url)?, witness })
        })
        .collect()
}

/// Where the data lie.
pub(crate) fn location(config: &Config) -> anyhow::Result<Location> {
    Ok(Location::parse(&config.database.url, &config.base)?)
}

/// Where the data lie, for commands that only read: a wrong path must not make an empty database.
pub(crate) fn existing(config: &Config) -> anyhow::Result<Location> {
    let location = location(config)?;
    if let Location::Sqlite(path) = &location
        && !path.exists()
    {
        bail!("there is no database `{}`; check `--config` and `--database`", path.display());
    }
    Ok(location)
}

/// The policies, or every mistake in them.
pub(crate) fn policies(config: &Config) -> anyhow::Result<PolicySet> {
    let dir = config.path(&config.policies.dir);
    let loaded = load::load_dir(&dir, &wanted(config));
    let costs = Costs::from_dir(&dir).err().unwrap_or_default();
    let (set, mut errors) = match loaded {
        Ok(set) => (Some(set), Vec::new()),
        Err(errors) => (None, errors),
    };
    errors.extend(costs);
    set.filter(|_| errors.is_empty()).ok_or_else(|| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        anyhow!("the policies cannot be used:\n{}", lines.join("\n"))
    })
}

/// The files that a set of policies consists of here.
pub(crate) fn wanted(config: &Config) -> Wanted {
    Wanted { regime: config.controller.regime.clone(), packs: config.policies.packs.clone() }
}

// The setting is named, not quoted: a URL may hold a secret.
pub(super) fn checked_url(setting: &str, url: &str) -> anyhow::Result<String> {
    let is_here = |host: &str| matches!(host, "127.0.0.1" | "localhost" | "[::1]");
    let read = reqwest::Url::parse(url).ok();
    let is_safe = read.is_some_and(|read| {
        // `http://127.0.0.1@example.org` is at example.org.
        let names_nobody = read.username().is_empty() && read.password().is_none();
        names_nobody
            && match read.scheme() {
                "https" => read.host_str().is_some(),
                "http" => read.host_str().is_some_and(is_here),
                _ => false,
            }
    });
    if is_safe {
        return Ok(url.to_owned());
    }
    bail!("{setting} is not https; write a URL that is")
}
