//! A whole gateway, put together from its settings. `serve`, `demo` and the tests start the same one.

use std::collections::HashMap;
use std::net::{SocketAddr, TcpListener};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use actix_web::dev::ServerHandle;
use anyhow::{Context as _, anyhow, bail};

use crate::admission::core::Room;
use crate::admission::{Ceiling, Door, Guard, Proxies};
use crate::audit::note::{SigningKey, VerifierKey};
use crate::auth::development::Mint;
use crate::auth::login::Login;
use crate::auth::{Authority, Issuer, Pipeline, Scope, jwks};
use crate::casework::Recipients;
use crate::casework::intake::desk::Desk;
use crate::casework::log::cosigning::Witness;
use crate::casework::log::signing::{HeadSigner, SigningError};
use crate::casework::objections::{objecting, pipelines};
use crate::casework::people::unlocking::{self, Fit};
use crate::casework::policies::activation;
use crate::casework::replay::verify::Trust;
use crate::casework::{AtWork, Bell, Dates, Office, Patience, people};
use crate::clock::Clock;
use crate::config::Config;
use crate::connectors::webhook::{self, Caller, Endpoint, Network, Signer};
use crate::domain::deadline::Calendar;
use crate::domain::holidays::Country;
use crate::jobs::Crew;
use crate::jobs::witness::At;
use crate::objections::Index;
use crate::policy::costs::Costs;
use crate::policy::load::Wanted;
use crate::policy::{PolicySet, load};
use crate::store::vault::Vault;
use crate::store::{Location, ServerLock, Store};
use crate::web::metrics::Counters;
use crate::web::server::{self, Listening};
use crate::web::{self, App, Limits};

use super::people::{issuers, letterhead, signals};
use super::{keys, mail};

const READERS: usize = 3;

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

fn witnesses(config: &Config) -> anyhow::Result<Vec<At>> {
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

/// A gateway that is bound and ready to serve.
pub struct Gateway {
    /// Where it listens.
    pub address: SocketAddr,
    /// Its office.
    pub office: Arc<Office>,
    app: App,
    listener: TcpListener,
    metrics: Option<TcpListener>,
    listening: Listening,
    crew: Crew,
    watch: Watch,
    lock: ServerLock,
}

impl Gateway {
    /// Opens everything, in the order in which it is needed; nothing is served yet.
    ///
    /// # Errors
    /// Whatever is wrong, with what to do.
    pub fn open(config: &Config, clock: Clock) -> anyhow::Result<Self> {
        let lock = ServerLock::take(&location(config)?)?;
        let office = office(config, clock, READERS)?;
        let authority = Arc::new(authority(config)?);
        for line in office.standing.lines() {
            tracing::error!("{line}");
        }
        let head_file = config.path(&config.audit.head_file);
        let scribe = match HeadSigner::start(Arc::clone(&office), head_file) {
            Ok(scribe) => Some(scribe),
            Err(error @ (SigningError::RolledBack { .. } | SigningError::Mismatch(_))) => {
                tracing::error!("READ-ONLY: {error}");
                office.store.freeze();
                None
            }
            Err(error) => return Err(error.into()),
        };
        // Read-only, the index is left as it is: never read, so that every check answers "objected".
        if scribe.is_some() {
            activation::activate(&office)?;
            // Invariant 8: every objection is known before the first question.
            objecting::sync(&office)?;
        }
        let address = config.server.bind.parse().context("`server.bind` is not an address")?;
        let (listener, address) = server::bind(address).with_context(|| {
            format!(
                "`{address}` cannot be listened on; another program may use it, choose another port"
            )
        })?;
        follow(&office);
        let metrics = metrics(config)?;
        let desk = Desk::start(Arc::clone(&office))?;
        let watch = Watch::start(Arc::clone(&office), Arc::clone(&authority))?;
        let crew = match scribe {
            Some(scribe) => {
                let mut crew = Crew::start(Arc::clone(&office), scribe, config.jobs.workers)?;
                crew.ask_witnesses(witnesses(config)?)?;
                crew
            }
            None => Crew::idle(Arc::clone(&office)),
        };
        let app = App {
            office: Arc::clone(&office),
            desk,
            authority,
            counters: Counters::default(),
            parity: crate::web::evidence::Parity::default(),
            demo: None,
            guard: Arc::new(Guard::new(ceiling(config)?)),
            mailed: Arc::new(mail::ceiling(config)?),
            door: Door::new(room(config)?, office.clock.clone()),
            proxies: Arc::new(
                Proxies::parse(&config.server.trusted_proxies)
                    .context("`server.trusted_proxies`")?,
            ),
            limits: Limits {
                body_bytes_max: usize::try_from(config.server.max_body_bytes)?,
                body_timeout_ms: u64::from(config.server.body_timeout_ms),
            },
        };
        let listening = Listening {
            workers: usize::from(config.server.workers),
            shutdown_seconds: u64::from(config.server.shutdown_seconds),
            is_measured: metrics.is_some(),
        };
        Ok(Self { address, office, app, listener, metrics, listening, crew, watch, lock })
    }

    /// Has a desk at which one can be the sample company's people.
    pub fn show(&mut self, desk: crate::web::demo::Demo) {
        self.app.demo = Some(Arc::new(desk));
    }

    /// Where its metrics are, if anywhere.
    pub fn metrics_address(&self) -> Option<SocketAddr> {
        self.metrics.as_ref()?.local_addr().ok()
    }

    /// Serves until the handle given to `started` stops it; open requests finish, then the threads.
    ///
    /// # Errors
    /// When the listener breaks.
    pub fn serve(self, started: impl FnOnce(ServerHandle)) -> anyhow::Result<()> {
        // A key that was made since it was opened counts from the first question on.
        reload(&self.office, &self.app.authority)?;
        let Self { app, listener, metrics, listening, crew, watch, lock, .. } = self;
        let served = actix_web::rt::System::new().block_on(async move {
            let beside = metrics.map(|m| web::metrics::serve(app.clone(), m)).transpose()?;
            let server = server::serve(app, listener, listening)?;
            started(server.handle());
            let handle = beside.as_ref().map(actix_web::dev::Server::handle);
            let beside = beside.map(actix_web::rt::spawn);
            let served = server.await;
            if let (Some(handle), Some(beside)) = (handle, beside) {
                handle.stop(false).await;
                let _ = beside.await;
            }
            served
        });
        watch.stop();
        crew.stop();
        drop(lock);
        served.context("the listener broke")
    }
}

fn metrics(config: &Config) -> anyhow::Result<Option<TcpListener>> {
    if config.server.metrics_bind.is_empty() {
        return Ok(None);
    }
    let address = config.server.metrics_bind.parse().context("`server.metrics_bind`")?;
    let (listener, address) = server::bind(address).with_context(|| {
        format!("`{address}` cannot be listened on for metrics; choose another port")
    })?;
    tracing::info!("metrics on http://{address}/metrics");
    Ok(Some(listener))
}

/// Lets the database ring when another node has recorded an objection. It holds the office weakly: the store that rings
/// belongs to it.
fn follow(office: &Arc<Office>) {
    let weak = Arc::downgrade(office);
    office.store.listen(move || {
        let office = weak.upgrade();
        if let Some(office) = &office {
            office.news.ring();
        }
        office.is_some()
    });
}

/// Looks for new API keys twice a second: commands make them beside the server.
struct Watch {
    stop: Arc<AtomicBool>,
    thread: std::thread::JoinHandle<()>,
}

impl Watch {
    fn start(office: Arc<Office>, authority: Arc<Authority>) -> anyhow::Result<Self> {
        reload(&office, &authority)?;
        let stop = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&stop);
        let thread = std::thread::Builder::new().name("keys".into()).spawn(move || {
            while !seen.load(Ordering::Acquire) {
                std::thread::sleep(Duration::from_millis(400));
                if reload(&office, &authority).is_err() {
                    tracing::warn!("the API keys cannot be looked up, will retry");
                }
            }
        })?;
        Ok(Self { stop, thread })
    }

    fn stop(self) {
        self.stop.store(true, Ordering::Release);
        let _ = self.thread.join();
    }
}

fn reload(office: &Office, authority: &Authority) -> anyhow::Result<()> {
    let mut known = HashMap::new();
    for key in pipelines::usable(office)? {
        let Ok(hash) = key.hash.as_slice().try_into() else { continue };
        let scopes = key.scopes.iter().filter_map(|scope| Scope::parse(scope)).collect();
        known.insert(hash, Pipeline { name: key.name, scopes, expires_at: key.expires_at });
    }
    authority.set_pipelines(known);
    Ok(())
}

fn authority(config: &Config) -> anyhow::Result<Authority> {
    let mut issuers = Vec::new();
    for settings in &config.auth.issuer {
        let source = match (&settings.jwks_url, &settings.jwks_file) {
            (Some(url), _) => jwks::Source::Url(checked_url("`jwks_url`", url)?),
            (None, Some(file)) => jwks::Source::File(config.path(file)),
            (None, None) => bail!("issuer `{}` needs `jwks_url` or `jwks_file`", settings.issuer),
        };
        let algorithms = settings.algorithms.iter().map(|name| {
            jwks::algorithm(name).filter(|alg| !format!("{alg:?}").starts_with("HS")).ok_or_else(
                || anyhow!("issuer `{}`: the algorithm `{name}` is not one of ES256, ES384, EdDSA, RS256…", settings.issuer),
            )
        });
        issuers.push(Issuer {
            name: settings.issuer.clone(),
            audience: settings.audience.clone(),
            algorithms: algorithms.collect::<Result<_, _>>()?,
            serves: settings.serves,
            typ: settings.typ.clone(),
            max_lifetime_seconds: i64::from(
                settings.max_lifetime_seconds.unwrap_or(config.auth.max_lifetime_seconds),
            ),
            claims: settings.claims.clone(),
            email_is_verified: settings.email_is_verified,
            keys: jwks::Keyring::lazy(source),
            login: Login::at(settings.client_id.clone(), settings.client_secret.clone()),
        });
    }
    if config.auth.development_issuer {
        issuers.extend(mint(config)?.issuers(i64::from(config.auth.max_lifetime_seconds))?);
    }
    Ok(Authority::new(issuers, i64::from(config.auth.leeway_seconds)))
}

// The setting is named, not quoted: a URL may hold a secret.
fn checked_url(setting: &str, url: &str) -> anyhow::Result<String> {
    let local = url.starts_with("http://127.0.0.1")
        || url.starts_with("http://localhost")
        || url.starts_with("http://[::1]");
    if url.starts_with("https://") || local {
        return Ok(url.to_owned());
    }
    bail!("{setting} is not https; write a URL that is")
}

/// The development issuer's key; made when there is none.
///
/// # Errors
/// When it cannot be read or written.
pub fn mint(config: &Config) -> anyhow::Result<Mint> {
    let dir = config.path(&config.keys.dir);
    keys::make(&dir, keys::DEVELOPMENT)?;
    Ok(Mint::new(&keys::read(&dir, keys::DEVELOPMENT)?)?)
}

fn room(config: &Config) -> anyhow::Result<Room> {
    Ok(Room {
        inside: usize::try_from(config.admission.inside)?,
        waiting: usize::try_from(config.admission.waiting)?,
        wait_ms_max: u64::from(config.admission.wait_ms_max),
    })
}

fn ceiling(config: &Config) -> anyhow::Result<Ceiling> {
    let positive = |n: u32| NonZeroU32::new(n).context("the guard's figures must be positive");
    Ok(Ceiling {
        per_second: positive(config.guard.requests_per_second)?,
        burst: positive(config.guard.burst)?,
        networks_max: positive(config.guard.networks_max)?,
    })
}
