//! Runs the statements on a PostgreSQL server of the operator's.

use std::time::Duration;

use serde_json::Value;
use tokio_postgres::config::SslMode;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Config, Error, IsolationLevel, NoTls, Transaction};

use super::sql::{self, Dialect, Rows, Statement, Step};
use super::{ConnectorError, Dataset, Erased, Erasure, Person, System, Table};
use super::{misconfigured, refused, unreachable};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);

pub(super) fn probe(system: &System) -> Result<(), ConnectorError> {
    run(system, async |_| Ok(()))
}

pub(super) fn collect(
    system: &System,
    person: &Person,
    datasets: &[Dataset],
) -> Result<Vec<Table>, ConnectorError> {
    run(system, async |client| {
        let fault = |error: Error| fault(system, "", &error);
        let builder = client.build_transaction().read_only(true);
        let isolated = builder.isolation_level(IsolationLevel::RepeatableRead);
        let snapshot = isolated.start().await.map_err(fault)?;
        let reach = Reach { system, snapshot: &snapshot };
        let mut tables = Vec::with_capacity(datasets.len());
        for dataset in datasets {
            tables.push(reach.table(dataset, person).await?);
        }
        Ok(tables)
    })
}

pub(super) fn erase(
    system: &System,
    person: &Person,
    erasures: &[Erasure],
) -> Result<Vec<Erased>, ConnectorError> {
    let steps = sql::steps(Dialect::Postgres, system, person, erasures)?;
    let rows = run(system, async |client| {
        let fault = |error: Error| fault(system, "", &error);
        let transaction = client.transaction().await.map_err(fault)?;
        let rows = Reach { system, snapshot: &transaction }.carry_out(&steps).await?;
        transaction.commit().await.map_err(fault)?;
        Ok(rows)
    })?;
    run(system, async |client| look_again(system, client, &steps).await)?;
    Ok(sql::reports(erasures, &steps, rows))
}

async fn look_again(
    system: &System,
    client: &mut Client,
    steps: &[Option<Step<'_>>],
) -> Result<(), ConnectorError> {
    let snapshot = client.transaction().await.map_err(|error| fault(system, "", &error))?;
    let reach = Reach { system, snapshot: &snapshot };
    for step in steps.iter().flatten() {
        let Some(rest) = step.rest() else { continue };
        let rows = reach.number(&step.rows, &rest).await?;
        if rows > 0 {
            let dataset = step.erasure.dataset.id.clone();
            return Err(ConnectorError::StillThere { dataset, rows });
        }
    }
    Ok(())
}

/// Connects on a runtime of its own, does the work, and hangs up. Called from plain worker threads.
fn run<T>(
    system: &System,
    work: impl AsyncFnOnce(&mut Client) -> Result<T, ConnectorError>,
) -> Result<T, ConnectorError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|_| refused(system, "no thread could be started"))?;
    let mut config: Config = system.url.parse().map_err(|_| {
        misconfigured(system, "its url is not understood; write postgres://user@host/db")
    })?;
    config
        .application_name("habeas connector")
        .connect_timeout(CONNECT_TIMEOUT)
        .options("-c statement_timeout=30000 -c lock_timeout=5000");
    runtime.block_on(async {
        let mut client = connect(system, &config).await?;
        work(&mut client).await
    })
}

async fn connect(system: &System, config: &Config) -> Result<Client, ConnectorError> {
    let fault = |error: Error| fault(system, "", &error);
    if config.get_ssl_mode() == SslMode::Disable {
        let (client, connection) = config.connect(NoTls).await.map_err(fault)?;
        tokio::spawn(connection);
        return Ok(client);
    }
    let mut roots = rustls::RootCertStore::empty();
    for certificate in rustls_native_certs::load_native_certs().certs {
        // A root that cannot be read simply does not count.
        let _ = roots.add(certificate);
    }
    let provider = std::sync::Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    let tls = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|_| misconfigured(system, "TLS cannot be set up here"))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let tls = tokio_postgres_rustls::MakeRustlsConnect::new(tls);
    let (client, connection) = config.connect(tls).await.map_err(fault)?;
    tokio::spawn(connection);
    Ok(client)
}

/// A transaction, and the system's name for errors.
struct Reach<'a> {
    system: &'a System,
    snapshot: &'a Transaction<'a>,
}

impl Reach<'_> {
    async fn table(&self, dataset: &Dataset, person: &Person) -> Result<Table, ConnectorError> {
        let mut columns = sql::named_columns(self.system, dataset)?;
        let mut rows = Vec::new();
        if let Some(found) = Rows::of(Dialect::Postgres, self.system, dataset, person)? {
            if columns.is_empty() {
                columns = self.all_columns(&found).await?;
            }
            let names: Vec<String> = columns.iter().map(|column| sql::quoted(column)).collect();
            // As text first: any type can be sorted and shown that way, and equal rows never swap.
            let all = names.iter().map(|name| format!("{name}::text COLLATE \"C\""));
            let order = sql::order(self.system, dataset, &all.collect::<Vec<_>>().join(", "))?;
            let json = names.iter().map(|name| format!("to_jsonb({name})::text"));
            let select = found.select(&json.collect::<Vec<_>>().join(", "), &order);
            for row in self.query(&found, &select).await? {
                let value = |at| row.try_get::<_, Option<String>>(at).ok().flatten();
                rows.push((0..columns.len()).map(|at| parsed(value(at))).collect());
            }
        }
        let (id, title) = (dataset.id.clone(), dataset.title.clone());
        Ok(Table { dataset: id, title, columns, rows })
    }

    async fn all_columns(&self, rows: &Rows) -> Result<Vec<String>, ConnectorError> {
        let all = format!("SELECT * FROM {} LIMIT 0", rows.table);
        let statement = self.snapshot.prepare(&all).await.map_err(|e| self.fault(rows, &e))?;
        Ok(statement.columns().iter().map(|column| column.name().to_owned()).collect())
    }

    /// Carries the steps out and says how many rows each one concerned.
    async fn carry_out(&self, steps: &[Option<Step<'_>>]) -> Result<Vec<u64>, ConnectorError> {
        let mut before = Vec::new();
        for step in steps.iter().flatten() {
            before.push(self.number(&step.rows, &step.rows.count()).await?);
        }
        for (step, count) in steps.iter().flatten().zip(&before) {
            if self.number(&step.rows, &step.rows.count()).await? != *count {
                return Err(step.out_of_order(self.system));
            }
            if let Some(action) = step.action() {
                let values = parameters(&action.values);
                let done = self.snapshot.execute(&action.sql, &values).await;
                done.map_err(|error| self.fault(&step.rows, &error))?;
            }
        }
        Ok(before)
    }

    async fn number(&self, rows: &Rows, statement: &Statement) -> Result<u64, ConnectorError> {
        let found = self.query(rows, statement).await?;
        let number = found.first().and_then(|row| row.try_get::<_, i64>(0).ok());
        Ok(number.unwrap_or_default().unsigned_abs())
    }

    async fn query(
        &self,
        rows: &Rows,
        statement: &Statement,
    ) -> Result<Vec<tokio_postgres::Row>, ConnectorError> {
        let values = parameters(&statement.values);
        let found = self.snapshot.query(&statement.sql, &values).await;
        found.map_err(|error| self.fault(rows, &error))
    }

    fn fault(&self, rows: &Rows, error: &Error) -> ConnectorError {
        fault(self.system, &format!(" at {}", rows.table.replace('"', "")), error)
    }
}

fn parameters(values: &[String]) -> Vec<&(dyn ToSql + Sync)> {
    values.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

fn parsed(text: Option<String>) -> Value {
    let Some(text) = text else { return Value::Null };
    serde_json::from_str(&text).unwrap_or(Value::String(text))
}

/// The server's message may quote a row; only its code and the table are told.
fn fault(system: &System, place: &str, error: &Error) -> ConnectorError {
    let Some(code) = error.code() else { return unreachable(system) };
    if matches!(
        *code,
        SqlState::LOCK_NOT_AVAILABLE
            | SqlState::QUERY_CANCELED
            | SqlState::T_R_DEADLOCK_DETECTED
            | SqlState::TOO_MANY_CONNECTIONS
            | SqlState::T_R_SERIALIZATION_FAILURE
    ) {
        return refused(
            system,
            format!("it is busy{place} ({}); it is tried again later", code.code()),
        );
    }
    if matches!(
        *code,
        SqlState::ADMIN_SHUTDOWN
            | SqlState::CRASH_SHUTDOWN
            | SqlState::CANNOT_CONNECT_NOW
            | SqlState::CONNECTION_FAILURE
    ) {
        return unreachable(system);
    }
    let what = match *code {
        SqlState::INVALID_PASSWORD | SqlState::INVALID_AUTHORIZATION_SPECIFICATION => {
            "it does not let us in; check the user and the password of its url"
        }
        SqlState::UNDEFINED_TABLE => "there is no such table; correct the data map",
        SqlState::UNDEFINED_COLUMN => "there is no such column; correct the data map",
        SqlState::UNDEFINED_FUNCTION => {
            "types do not fit; cast in `matches`, as in `user_id::text = :account`"
        }
        SqlState::INSUFFICIENT_PRIVILEGE => "a right is missing; grant it to the gateway's user",
        SqlState::FOREIGN_KEY_VIOLATION => {
            "a constraint forbids this; list the tables that refer to a row before the row's own"
        }
        _ => "a statement failed; try its `matches` by hand",
    };
    misconfigured(system, format!("{what}{place} (SQLSTATE {})", code.code()))
}
