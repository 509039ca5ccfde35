//! `habeas serve` and `habeas healthcheck`.

use std::path::PathBuf;
use std::time::Duration;

use crate::clock::Clock;
use crate::config::{Config, SAMPLE_MAP};
use crate::gateway::Gateway;
use crate::gateway::{self, keys, mail};
use crate::policy::PolicySet;
use crate::telemetry;

use super::{Context, Exit, datamap, note, say};

#[derive(clap::Args)]
pub(super) struct Options {
    /// Refuses to start with any setting that is unsafe in production, and lists them
    #[arg(long)]
    production: bool,
}

#[derive(clap::Args)]
pub(super) struct HealthOptions {
    /// The gateway [default: the configured address]
    #[arg(long, value_name = "URL")]
    url: Option<String>,
}

pub(super) fn run(context: &Context, options: &Options) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    start_log(&config);
    if options.production {
        let mut found = config.unsafe_settings();
        found.extend(mail::unsafe_settings(&config));
        // Policies that cannot be read are told at the start.
        if let Ok(policies) = gateway::policies(&config) {
            found.extend(unstated(&policies));
        }
        if refuses(&found) {
            return Ok(Exit::Found);
        }
    }
    first_keys(&config)?;
    let gateway = Gateway::open(&config, Clock::System)?;
    // If the file is broken, the map before is in force.
    if options.production {
        let policies = &gateway.office.policies;
        let mut found = unstated(policies);
        found.extend(policies.datamap.is_sample().then(|| SAMPLE_MAP.to_owned()));
        if refuses(&found) {
            return Ok(Exit::Found);
        }
    }
    if config.mail.smtp_url.is_empty() {
        tracing::warn!("{}", mail::NO_SERVER);
    }
    tracing::info!("listening on http://{}", gateway.address);
    gateway.serve(stop_on_signal)?;
    tracing::info!("stopped");
    Ok(Exit::Fine)
}

/// What the map leaves unstated of what people are to be told.
fn unstated(policies: &PolicySet) -> Vec<String> {
    datamap::unstated(policies).into_iter().map(|said| said.what).collect()
}

/// Says what is unsafe, and whether anything is.
fn refuses(found: &[String]) -> bool {
    for what in found {
        note(&format!("unsafe: {what}"));
    }
    !found.is_empty()
}

/// Logs to standard error, as configured.
pub(super) fn start_log(config: &Config) {
    let format = match config.log.format.as_str() {
        "json" => telemetry::Format::Json,
        _ => telemetry::Format::Text,
    };
    telemetry::quiet_panics();
    telemetry::start(format, &config.log.level, std::io::stderr);
}

// A first start needs no `init`. With a database but without its keys something is lost, and new keys would hide that.
fn first_keys(config: &Config) -> anyhow::Result<()> {
    let database: Option<PathBuf> =
        config.database.url.strip_prefix("sqlite://").map(|path| config.path(path));
    if database.is_some_and(|path| !path.exists()) {
        let dir = config.path(&config.keys.dir);
        keys::make(&dir, keys::MASTER)?;
        keys::make(&dir, keys::LOG)?;
    }
    Ok(())
}

/// Stops the server gracefully on SIGINT or SIGTERM.
pub(super) fn stop_on_signal(handle: actix_web::dev::ServerHandle) {
    actix_web::rt::spawn(async move {
        use tokio::signal::unix::{SignalKind, signal};
        let (Ok(mut terminate), Ok(mut interrupt)) =
            (signal(SignalKind::terminate()), signal(SignalKind::interrupt()))
        else {
            return;
        };
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        handle.stop(true).await;
    });
}

pub(super) fn health(context: &Context, options: &HealthOptions) -> anyhow::Result<Exit> {
    let base = match &options.url {
        Some(url) => url.clone(),
        None => format!("http://{}", context.settings()?.server.bind),
    };
    let url = format!("{}/health/ready", base.trim_end_matches('/'));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let ready = runtime.block_on(async {
        let client =
            reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(5)).build()?;
        client.get(&url).send().await.map(|answer| answer.status().is_success())
    });
    match ready {
        Ok(true) => {
            say("ready");
            Ok(Exit::Fine)
        }
        Ok(false) => {
            say("not ready");
            Ok(Exit::Found)
        }
        Err(_) => anyhow::bail!("nothing answers at {url}; is the gateway running?"),
    }
}
