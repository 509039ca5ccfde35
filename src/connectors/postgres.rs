//! Runs the statements on a `PostgreSQL` server of the operator's.

use std::error::Error as _;
use std::future::Future;
use std::time::Duration;

use serde_json::Value;
use tokio_postgres::config::SslMode;
use tokio_postgres::error::SqlState;
use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{Format, IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{Client, Config, Error, IsolationLevel, NoTls, Transaction};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::sql::{self, Dialect, Rows, Statement, Step};
use super::{ConnectorError, Dataset, Erased, Erasure, Person, System, Table};
use super::{misconfigured, refused, unreachable};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// After this long without an acknowledgement the connection counts as lost.
const SILENCE_TIMEOUT: Duration = Duration::from_secs(30);
/// Timestamps are given in UTC, and no statement waits for ever.
const SESSION: &str = "SET statement_timeout = '30s'; SET lock_timeout = '5s'; \
    SET TIME ZONE 'UTC'; SET IntervalStyle = 'iso_8601'; SET standard_conforming_strings = on";

pub(super) fn probe(system: &System) -> Result<(), ConnectorError> {
    wait(system, async { connect(system).await.map(|_| ()) })
}

pub(super) fn collect(
    system: &System,
    person: &Person,
    datasets: &[Dataset],
) -> Result<Vec<Table>, ConnectorError> {
    wait(system, async {
        let mut client = connect(system).await?;
        let snapshot = begin(system, &mut client, Access::Read).await?;
        let reach = Reach { system, transaction: &snapshot };
        let mut tables = Vec::new();
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
    wait(system, async {
        let mut client = connect(system).await?;
        let transaction = begin(system, &mut client, Access::Write).await?;
        let rows = Reach { system, transaction: &transaction }.carry_out(&steps).await?;
        transaction.commit().await.map_err(|error| fault(system, " at commit", &error))?;
        drop(client);
        look_again(system, &steps).await?;
        Ok(sql::reports(erasures, &steps, rows))
    })
}

async fn look_again(system: &System, steps: &[Option<Step<'_>>]) -> Result<(), ConnectorError> {
    let mut client = connect(system).await?;
    let snapshot = begin(system, &mut client, Access::Read).await?;
    let reach = Reach { system, transaction: &snapshot };
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

/// The callers are plain threads, so each call has a runtime of its own. Dropping it ends the connection.
fn wait<T>(
    system: &System,
    work: impl Future<Output = Result<T, ConnectorError>>,
) -> Result<T, ConnectorError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|_| refused(system, "the gateway is out of threads or files; raise its limits"))?;
    runtime.block_on(work)
}

async fn connect(system: &System) -> Result<Client, ConnectorError> {
    let mut config: Config = system.url.parse().map_err(|_| {
        let what = "its url is not understood; the form is `postgres://user:password@host/database`, \
             and `sslmode` is `disable`, `prefer` or `require`";
        misconfigured(system, what)
    })?;
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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    Read,
    Write,
}

async fn begin<'a>(
    system: &System,
    client: &'a mut Client,
    access: Access,
) -> Result<Transaction<'a>, ConnectorError> {
    let begun = client
        .build_transaction()
        .isolation_level(IsolationLevel::RepeatableRead)
        .read_only(access == Access::Read)
        .start();
    begun.await.map_err(|error| fault(system, "", &error))
}

/// A transaction, and the system's name for errors.
struct Reach<'a> {
    system: &'a System,
    transaction: &'a Transaction<'a>,
}

impl Reach<'_> {
    async fn table(&self, dataset: &Dataset, person: &Person) -> Result<Table, ConnectorError> {
        let found = Rows::of(Dialect::Postgres, self.system, dataset, person)?;
        let mut columns = sql::named_columns(self.system, dataset)?;
        let mut rows = Vec::new();
        if let Some(found) = found {
            if columns.is_empty() {
                columns = self.all_columns(&found).await?;
            }
            let values = columns
                .iter()
                .map(|column| format!("to_jsonb({})::text COLLATE \"C\"", sql::quoted(column)));
            let values = values.collect::<Vec<_>>().join(", ");
            let all = (1..=columns.len()).map(|n| n.to_string()).collect::<Vec<_>>().join(", ");
            let order = sql::order(self.system, dataset, &all)?;
            for row in self.query(&found, &found.select(&values, &order)).await? {
                let values = (0..columns.len()).map(|n| row.try_get(n).map(json));
                let values = values.collect::<Result<_, _>>();
                rows.push(values.map_err(|error| self.fault(&found, &error))?);
            }
        }
        let (id, title) = (dataset.id.clone(), dataset.title.clone());
        Ok(Table { dataset: id, title, columns, rows })
    }

    async fn all_columns(&self, rows: &Rows) -> Result<Vec<String>, ConnectorError> {
        let all = format!("SELECT * FROM {} LIMIT 0", rows.table);
        let prepared = self.transaction.prepare(&all).await;
        let prepared = prepared.map_err(|error| self.fault(rows, &error))?;
        Ok(prepared.columns().iter().map(|column| column.name().to_owned()).collect())
    }

    /// Carries the steps out and says how many rows each one concerned.
    async fn carry_out(&self, steps: &[Option<Step<'_>>]) -> Result<Vec<u64>, ConnectorError> {
        let steps = || steps.iter().flatten();
        let mut before = Vec::new();
        for step in steps() {
            let count = self.number(&step.rows, &step.rows.count()).await?;
            before.push((count, self.places(step).await?));
        }
        for (step, (count, _)) in steps().zip(&before) {
            let now = self.number(&step.rows, &step.rows.count()).await?;
            if !step.deletes() && now != *count {
                return Err(step.out_of_order(self.system));
            }
            if let Some(action) = step.action() {
                self.query(&step.rows, &action).await?;
            }
        }
        for (step, (_, places)) in steps().zip(&before) {
            let found = self.number(&step.rows, &step.rows.count()).await?;
            if self.still_there(&step.rows, places).await? > found {
                return Err(step.out_of_order(self.system));
            }
            // What cannot be compared must fail before the commit, not after it.
            if let Some(rest) = step.rest() {
                self.number(&step.rows, &rest).await?;
            }
        }
        Ok(before.into_iter().map(|(count, _)| count).collect())
    }

    /// Where the rows of a deletion lie. A row that nobody touches keeps its place within a transaction.
    async fn places(&self, step: &Step<'_>) -> Result<Places, ConnectorError> {
        let mut places = Places { inside: Vec::new(), whole: Vec::new() };
        if !step.deletes() {
            return Ok(places);
        }
        let select = step.rows.select("ctid::text, tableoid::text || ctid::text", "");
        for row in self.query(&step.rows, &select).await? {
            let place = row.try_get(0).and_then(|inside| Ok((inside, row.try_get(1)?)));
            let (inside, whole) = place.map_err(|error| self.fault(&step.rows, &error))?;
            places.inside.push(inside);
            places.whole.push(whole);
        }
        Ok(places)
    }

    async fn still_there(&self, rows: &Rows, places: &Places) -> Result<u64, ConnectorError> {
        if places.inside.is_empty() {
            return Ok(0);
        }
        let sql = format!(
            "SELECT count(*) FROM {} WHERE ctid = ANY($1::text[]::tid[]) \
             AND (tableoid::text || ctid::text) = ANY($2::text[])",
            rows.table
        );
        let counted = self.transaction.query_one(&sql, &[&places.inside, &places.whole]).await;
        let count: Result<i64, _> = counted.and_then(|row| row.try_get(0));
        count.map(i64::unsigned_abs).map_err(|error| self.fault(rows, &error))
    }

    async fn number(&self, rows: &Rows, statement: &Statement) -> Result<u64, ConnectorError> {
        let counted = self.query(rows, statement).await?;
        let count: Result<i64, _> = counted.first().map_or(Ok(0), |row| row.try_get(0));
        count.map(i64::unsigned_abs).map_err(|error| self.fault(rows, &error))
    }

    async fn query(
        &self,
        rows: &Rows,
        statement: &Statement,
    ) -> Result<Vec<tokio_postgres::Row>, ConnectorError> {
        let values: Vec<_> = statement.values.iter().map(|value| Written(value)).collect();
        let values: Vec<_> = values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
        let found = self.transaction.query(&statement.sql, &values).await;
        found.map_err(|error| self.fault(rows, &error))
    }

    fn fault(&self, rows: &Rows, error: &Error) -> ConnectorError {
        fault(self.system, &format!(" at {}", rows.table.replace('"', "")), error)
    }
}

/// Rows by their place inside a partition, and by partition and place.
struct Places {
    inside: Vec<String>,
    whole: Vec<String>,
}

/// A value sent as it is written, for the server to read as the type the statement expects.
#[derive(Debug)]
struct Written<'a>(&'a str);

impl ToSql for Written<'_> {
    fn to_sql(
        &self,
        _: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        out.extend_from_slice(self.0.as_bytes());
        Ok(IsNull::No)
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn encode_format(&self, _: &Type) -> Format {
        Format::Text
    }

    to_sql_checked!();
}

/// A number that JSON would round stays text.
fn json(text: Option<String>) -> Value {
    let Some(text) = text else { return Value::Null };
    match serde_json::from_str(&text) {
        Ok(Value::Number(number)) if digits(&number.to_string()) != digits(&text) => text.into(),
        Ok(value) => value,
        Err(_) => text.into(),
    }
}

fn digits(number: &str) -> String {
    let mantissa = number.split(['e', 'E']).next().unwrap_or_default();
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
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
fn fault(system: &System, place: &str, error: &Error) -> ConnectorError {
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
