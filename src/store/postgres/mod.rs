//! PostgreSQL over tokio-postgres and rustls: the connection, and the few statements that differ.

use diesel::prelude::*;
use diesel::result::QueryResult;
use diesel_async::AsyncPgConnection;
use diesel_async::async_connection_wrapper::AsyncConnectionWrapper;
use tokio_postgres::config::SslMode;

use crate::config::transport::demand_tls;

use super::error::StoreError;
use super::location::Use;

pub(crate) type Conn = AsyncConnectionWrapper<AsyncPgConnection>;

/// Inserts rows in one statement, which is one round trip.
macro_rules! insert_all {
    ($conn:expr, $table:expr, $rows:expr) => {
        diesel::insert_into($table).values($rows).execute($conn)
    };
}

/// A row that no other transaction changes until this one ends.
macro_rules! locked {
    ($query:expr) => {
        $query.for_update()
    };
}

/// Rows that no other node is taking, held until the transaction ends.
macro_rules! taken {
    ($query:expr) => {
        $query.for_update().skip_locked()
    };
}

/// What a statement says in its own way here.
pub(super) mod dialect {
    pub(in crate::store) use super::Conn;
    pub(in crate::store) use {insert_all, locked, taken};
}

/// Connects, by TLS to another machine; certificates are verified against the system's roots unless the URL says `sslmode=disable`.
///
/// A reader sees one moment of the database all through its transaction, however long it takes.
pub(crate) fn connect(
    url: &str,
    purpose: Use,
    runtime: &tokio::runtime::Handle,
) -> Result<Conn, StoreError> {
    let _inside = runtime.enter();
    let mut config: tokio_postgres::Config = url.parse().map_err(|_| {
        StoreError::Unavailable(
            "the database URL is not understood; write postgres://user@host/db".to_owned(),
        )
    })?;
    demand_tls(&mut config, url);
    // A plan that is kept from when a table was empty reads the whole of it later on: plan each time.
    let mut options = "-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000 \
        -c synchronous_commit=on -c plan_cache_mode=force_custom_plan"
        .to_owned();
    if purpose == Use::Read {
        options.push_str(" -c default_transaction_isolation=repeatable\\ read");
    }
    config.application_name("habeas").connect_timeout(std::time::Duration::from_secs(5));
    config.options(&options);
    let inner = runtime.block_on(async {
        if config.get_ssl_mode() == SslMode::Disable {
            let (client, connection) =
                config.connect(tokio_postgres::NoTls).await.map_err(not_let_in)?;
            AsyncPgConnection::try_from_client_and_connection(client, connection)
                .await
                .map_err(gone)
        } else {
            let tls = tokio_postgres_rustls::MakeRustlsConnect::new(tls_config()?);
            let (client, connection) = config.connect(tls).await.map_err(not_let_in)?;
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

/// Why a connection did not come about, as far as it is known. The driver has no other way to tell some of it apart; its messages at
/// this point are constants.
fn not_let_in(error: tokio_postgres::Error) -> StoreError {
    use std::error::Error as _;
    let below = error.source().and_then(|source| source.downcast_ref::<std::io::Error>());
    let untrusted = below.is_some_and(|below| below.kind() == std::io::ErrorKind::InvalidData);
    let code = error.code().map(|state| state.code().to_owned()).unwrap_or_default();
    let no_tls = error.to_string().starts_with("error performing TLS handshake") && below.is_none();
    let what = match code.get(..2).unwrap_or_default() {
        "28" => "PostgreSQL does not let us in; check the user and the password of the URL",
        "3D" => "PostgreSQL has no database of this name; make it, or check the URL",
        _ if untrusted => {
            "the certificate of PostgreSQL is not trusted; add its issuer to the system's certificates, or name it in SSL_CERT_FILE"
        }
        _ if no_tls => {
            "PostgreSQL has no TLS; turn it on, or write `sslmode=disable` into the URL where nobody stands between"
        }
        _ => return gone(error),
    };
    StoreError::Unavailable(what.into())
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

/// On which objections are told to other nodes.
const CHANNEL: &str = "habeas_objections";

/// Tells every node at the commit that there is something new. Several in one transaction are told once.
pub(crate) fn notify(conn: &mut Conn) -> QueryResult<()> {
    diesel::sql_query(format!("NOTIFY {CHANNEL}")).execute(conn).map(|_| ())
}

/// Calls `wake` whenever some node has told something, until it says to stop; connects again when the connection breaks.
/// What was told meanwhile is found by polling.
pub(crate) async fn listen(url: String, wake: impl Fn() -> bool) {
    const PAUSE: std::time::Duration = std::time::Duration::from_secs(1);
    loop {
        if let Err(error) = listen_once(&url, &wake).await {
            tracing::debug!("notifications: {error}");
        }
        if !wake() {
            return;
        }
        tokio::time::sleep(PAUSE).await;
    }
}

async fn listen_once(url: &str, wake: &impl Fn() -> bool) -> Result<(), StoreError> {
    let mut config: tokio_postgres::Config = url.parse().map_err(gone)?;
    demand_tls(&mut config, url);
    config.application_name("habeas listener").connect_timeout(std::time::Duration::from_secs(5));
    if config.get_ssl_mode() == SslMode::Disable {
        let (client, connection) =
            config.connect(tokio_postgres::NoTls).await.map_err(not_let_in)?;
        hear(&client, connection, wake).await
    } else {
        let tls = tokio_postgres_rustls::MakeRustlsConnect::new(tls_config()?);
        let (client, connection) = config.connect(tls).await.map_err(not_let_in)?;
        hear(&client, connection, wake).await
    }
}

async fn hear<S, T>(
    client: &tokio_postgres::Client,
    mut connection: tokio_postgres::Connection<S, T>,
    wake: &impl Fn() -> bool,
) -> Result<(), StoreError>
where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
    T: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
{
    use tokio_postgres::AsyncMessage;
    let text = format!("LISTEN {CHANNEL}");
    let listening = client.batch_execute(&text);
    tokio::pin!(listening);
    let mut is_listening = false;
    loop {
        let message = std::future::poll_fn(|context| connection.poll_message(context));
        tokio::select! {
            done = &mut listening, if !is_listening => {
                done.map_err(gone)?;
                is_listening = true;
            }
            heard = message => match heard {
                Some(Ok(AsyncMessage::Notification(_))) => {
                    if !wake() {
                        return Ok(());
                    }
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(gone(error)),
                None => return Ok(()),
            },
        }
    }
}
