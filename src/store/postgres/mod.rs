//! PostgreSQL over tokio-postgres and rustls: the connection, and the few statements that differ.

use diesel::prelude::*;
use diesel::result::QueryResult;
use diesel_async::AsyncPgConnection;
use diesel_async::async_connection_wrapper::AsyncConnectionWrapper;
use tokio_postgres::config::SslMode;

pub(crate) type Conn = AsyncConnectionWrapper<AsyncPgConnection>;

#[path = "../queries/cases.rs"]
pub(crate) mod cases;
#[path = "../queries/fairness.rs"]
pub(crate) mod fairness;
#[path = "../queries/jobs.rs"]
pub(crate) mod jobs;
#[path = "../queries/log.rs"]
pub(crate) mod log;
#[path = "../queries/people.rs"]
pub(crate) mod people;

use super::StoreError;
use super::schema::{jobs as jobs_table, log_head};

/// Connects; certificates are verified against the system's roots unless the URL says `sslmode=disable`.
pub(crate) fn connect(url: &str, runtime: &tokio::runtime::Handle) -> Result<Conn, StoreError> {
    let _inside = runtime.enter();
    let mut config: tokio_postgres::Config = url.parse().map_err(|_| {
        StoreError::Unavailable(
            "the database URL is not understood; write postgres://user@host/db".to_owned(),
        )
    })?;
    // A plan that is kept from when a table was empty reads the whole of it later on: plan each time.
    config.application_name("habeas").connect_timeout(std::time::Duration::from_secs(5)).options(
        "-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 \
         -c synchronous_commit=on -c plan_cache_mode=force_custom_plan",
    );
    let inner = runtime.block_on(async {
        if config.get_ssl_mode() == SslMode::Disable {
            let (client, connection) = config.connect(tokio_postgres::NoTls).await.map_err(gone)?;
            AsyncPgConnection::try_from_client_and_connection(client, connection)
                .await
                .map_err(gone)
        } else {
            let tls = tokio_postgres_rustls::MakeRustlsConnect::new(tls_config()?);
            let (client, connection) = config.connect(tls).await.map_err(gone)?;
            AsyncPgConnection::try_from_client_and_connection(client, connection)
                .await
                .map_err(gone)
        }
    })?;
    Ok(Conn::from(inner))
}

// The message of the driver may quote parts of the URL: only its kind is told.
fn gone(_: impl std::error::Error) -> StoreError {
    StoreError::Unavailable(
        "PostgreSQL does not answer; check that it runs and that the URL is right".into(),
    )
}

fn tls_config() -> Result<rustls::ClientConfig, StoreError> {
    let mut roots = rustls::RootCertStore::empty();
    for certificate in rustls_native_certs::load_native_certs().certs {
        // A root that cannot be read simply does not count.
        let _ = roots.add(certificate);
    }
    let provider = std::sync::Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let builder = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|e| StoreError::Broken(e.to_string()))?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

/// Locks the head row until the end of the transaction: batches of several nodes follow each other.
pub(crate) fn lock_head(conn: &mut Conn) -> QueryResult<(i64, i64, Vec<u8>)> {
    log_head::table
        .select((log_head::size, log_head::last_time, log_head::peaks))
        .for_update()
        .first(conn)
}

/// Ids of jobs whose time has come and that no other node is taking.
pub(crate) fn due_jobs(conn: &mut Conn, now: i64, limit: i64) -> QueryResult<Vec<Vec<u8>>> {
    jobs_table::table
        .filter(jobs_table::state.eq_any(["ready", "leased"]))
        .filter(jobs_table::run_at.le(now))
        .order(jobs_table::run_at)
        .limit(limit)
        .select(jobs_table::id)
        .for_update()
        .skip_locked()
        .load(conn)
}
