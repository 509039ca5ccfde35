//! A gateway that is bound and ready to serve: its office, its workers, its listeners, and who it believes.

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
use crate::auth::development::Mint;
use crate::auth::login::Login;
use crate::auth::{Authority, Issuer, Pipeline, Scope, jwks};
use crate::casework::Office;
use crate::casework::intake::desk::Desk;
use crate::casework::log::signing::{HeadSigner, SigningError};
use crate::casework::objections::{objecting, pipelines};
use crate::casework::policies::activation;
use crate::clock::Clock;
use crate::config::{Config, Publish};
use crate::jobs::Crew;
use crate::store::ServerLock;
use crate::web::metrics::Counters;
use crate::web::server::{self, Listening};
use crate::web::{self, App, Limits};

use super::office::{checked_url, location, office, witnesses};
use super::{keys, mail};

const READERS: usize = 3;

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
            publishes_rules: config.portal.publish_thresholds == Publish::Full,
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
