//! How a server is reached, and what its refusals mean.

use std::error::Error as _;
use std::future::Future;
use std::time::Duration;

use tokio_postgres::config::SslMode;
use tokio_postgres::error::SqlState;
use tokio_postgres::{Client, Config, Error, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::config::transport::demand_tls;
use crate::connectors::{ConnectorError, System, misconfigured, refused, unreachable};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// After this long without an acknowledgement the connection counts as lost.
const SILENCE_TIMEOUT: Duration = Duration::from_secs(30);
/// Timestamps are given in UTC, and no statement waits for ever.
const SESSION: &str = "SET statement_timeout = '30s'; SET lock_timeout = '5s'; \
    SET TIME ZONE 'UTC'; SET IntervalStyle = 'iso_8601'; SET standard_conforming_strings = on";

/// What drives the connections of one call. Whoever asks the office in between leaves it for that time: the office waits, and
/// nothing may wait inside of it.
pub(in crate::connectors) fn runtime(
    system: &System,
) -> Result<tokio::runtime::Runtime, ConnectorError> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|_| refused(system, "the gateway is out of threads or files; raise its limits"))
}

/// The callers are plain threads, so each call has a runtime of its own. Dropping it ends the connection.
pub(in crate::connectors) fn wait<T>(
    system: &System,
    work: impl Future<Output = Result<T, ConnectorError>>,
) -> Result<T, ConnectorError> {
    runtime(system)?.block_on(work)
}

pub(in crate::connectors) async fn connect(system: &System) -> Result<Client, ConnectorError> {
    let mut config: Config = system.url.parse().map_err(|_| {
        let what = "its url is not understood; the form is `postgres://user:password@host/database`, \
             and `sslmode` is `disable`, `prefer` or `require`";
        misconfigured(system, what)
    })?;
    demand_tls(&mut config, &system.url);
    config.application_name("habeas connector");
    config.connect_timeout(CONNECT_TIMEOUT).tcp_user_timeout(SILENCE_TIMEOUT);
    let opening = open(system, &config);
    let opened = tokio::time::timeout(CONNECT_TIMEOUT, opening).await;
    let client = opened.map_err(|_| unreachable(system))??;
    client.batch_execute(SESSION).await.map_err(|error| fault(system, "", &error))?;
    Ok(client)
}

async fn open(system: &System, config: &Config) -> Result<Client, ConnectorError> {
    // A lost connection shows in the statement that waits for it, so its task has nothing to tell.
    if config.get_ssl_mode() == SslMode::Disable {
        let opened = config.connect(NoTls).await;
        let (client, connection) = opened.map_err(|error| login_fault(system, &error))?;
        tokio::spawn(connection);
        return Ok(client);
    }
    let opened = config.connect(tls(system)?).await;
    let (client, connection) = opened.map_err(|error| login_fault(system, &error))?;
    tokio::spawn(connection);
    Ok(client)
}

fn tls(system: &System) -> Result<MakeRustlsConnect, ConnectorError> {
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = rustls::crypto::aws_lc_rs::default_provider();
    let config = rustls::ClientConfig::builder_with_provider(provider.into())
        .with_safe_default_protocol_versions()
        .map_err(|_| misconfigured(system, "this build has no TLS version the server knows"))?;
    let config = config.with_root_certificates(roots).with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}

fn login_fault(system: &System, error: &Error) -> ConnectorError {
    let untrusted = error.source().and_then(|source| source.downcast_ref::<std::io::Error>());
    if untrusted.is_some_and(|source| source.kind() == std::io::ErrorKind::InvalidData) {
        let what = "its TLS certificate is not trusted; add its issuer to the system's certificates, or name it in SSL_CERT_FILE";
        return misconfigured(system, what);
    }
    let said = error.to_string();
    // The driver has no other way to tell these apart; its messages at this point are constants.
    if said.starts_with("invalid configuration") || said.starts_with("authentication error") {
        return misconfigured(system, "the login does not fit the server; check user and password");
    }
    if said.starts_with("error performing TLS handshake") && untrusted.is_none() {
        return misconfigured(
            system,
            "the server has no TLS; turn it on, or set `sslmode=disable`",
        );
    }
    fault(system, "", error)
}

/// The server's own message may quote a row, so only its code is passed on.
pub(in crate::connectors) fn fault(system: &System, place: &str, error: &Error) -> ConnectorError {
    let Some(state) = error.code() else { return unreachable(system) };
    let code = state.code();
    let said = |advice: &str| format!("SQLSTATE {code}{place}: {advice}");
    let transient = [
        SqlState::T_R_SERIALIZATION_FAILURE,
        SqlState::T_R_DEADLOCK_DETECTED,
        SqlState::LOCK_NOT_AVAILABLE,
        SqlState::QUERY_CANCELED,
    ];
    if transient.contains(state) {
        return refused(system, said("it is busy or locked, and is tried again later"));
    }
    match code.get(..2).unwrap_or_default() {
        "08" | "57" => unreachable(system),
        "53" => refused(system, said("it has no room left; free memory, disk or connections")),
        "28" | "3D" => misconfigured(system, said("check user, password and database in its url")),
        "23" => misconfigured(
            system,
            said(
                "a constraint forbids this; list the tables that refer to a row before the row's own",
            ),
        ),
        "42" => misconfigured(
            system,
            said(
                "the statement or a right is wrong; check names, grants, and casts like `id::text = :account`",
            ),
        ),
        _ => misconfigured(system, said("a statement failed; try its `matches` by hand")),
    }
}
