//! Runs the statements on a `PostgreSQL` server of the operator's.

use std::collections::BTreeMap;
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

use crate::domain::identity::LocalPart;
use crate::domain::matching::Condition;

use super::beside::Asked;
use super::sql::{self, Dialect, Rows, Statement, Step};
use super::{ConnectorError, Consent, Dataset, Erased, Erasure, Lookup, System, Table};
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

pub(super) fn collect(system: &System, lookups: &[Lookup]) -> Result<Vec<Table>, ConnectorError> {
    wait(system, async {
        let mut client = connect(system).await?;
        let mut found = Vec::new();
        for lookup in lookups {
            let rows = Rows::of(Dialect::Postgres, system, lookup)?;
            found.push(match rows {
                Some(rows) => Some(fitting(&client, rows).await),
                None => None,
            });
        }
        let snapshot = begin(system, &mut client, Access::Read).await?;
        let reach = Reach { system, transaction: &snapshot };
        let mut tables = Vec::new();
        for (lookup, rows) in lookups.iter().zip(found) {
            tables.push(reach.table(&lookup.dataset, rows).await?);
        }
        Ok(tables)
    })
}

pub(super) fn accounts(
    system: &System,
    query: &Condition,
    address: &str,
    local_part: LocalPart,
) -> Result<Vec<String>, ConnectorError> {
    let Some(query) = sql::directory(Dialect::Postgres, query, address, local_part) else {
        return Ok(Vec::new());
    };
    wait(system, async {
        let mut client = connect(system).await?;
        let snapshot = begin(system, &mut client, Access::Read).await?;
        let fault = |error: Error| fault(system, " in its directory", &error);
        let sql = format!("SELECT habeas_found::text FROM ({}) AS habeas_found", query.sql);
        let prepared = snapshot.prepare(&query.sql).await.map_err(fault)?;
        let [column] = prepared.columns() else {
            let what = "the query of its directory must give one column, the account";
            return Err(misconfigured(system, what));
        };
        let column = sql::quoted(column.name());
        let sql = sql.replacen("habeas_found::text", &format!("habeas_found.{column}::text"), 1);
        let rows = run(&snapshot, &Statement { sql, values: query.values }).await.map_err(fault)?;
        let text = |row: &tokio_postgres::Row| row.try_get::<_, Option<String>>(0);
        let accounts: Result<Vec<_>, _> = rows.iter().map(text).collect();
        Ok(accounts.map_err(fault)?.into_iter().flatten().collect())
    })
}

pub(super) fn erase(
    system: &System,
    erasures: &[Erasure],
    consent: &mut Consent<'_>,
) -> Result<Vec<Erased>, ConnectorError> {
    let mut steps = sql::steps(Dialect::Postgres, system, erasures)?;
    let unsettled = || ConnectorError::Unsettled { system: system.id.clone() };
    wait(system, async {
        let mut client = connect(system).await?;
        for step in steps.iter_mut().flatten() {
            step.rows = fitting(&client, step.rows.clone()).await;
        }
        let transaction = begin(system, &mut client, Access::Write).await?;
        let reach = Reach { system, transaction: &transaction };
        let rows = reach.carry_out(&steps).await?;
        let mark = reach.mark().await?;
        let kept = sql::left_if_done(&steps, &rows);
        if !consent(&sql::reports(erasures, &steps, &rows, &kept), mark.as_deref()) {
            return Err(ConnectorError::Stopped { system: system.id.clone() });
        }
        // Without an answer nobody knows: the server may have committed.
        let committed = transaction.commit().await;
        committed.map_err(|error| match error.code() {
            Some(_) => fault(system, " at commit", &error),
            None => unsettled(),
        })?;
        drop(client);
        let left = look_again(system, &steps).await.map_err(|_| unsettled())?;
        Ok(sql::reports(erasures, &steps, &rows, &left))
    })
}

/// What is there now of what these steps are about.
pub(super) fn left(system: &System, erasures: &[Erasure]) -> Result<Vec<Erased>, ConnectorError> {
    let steps = sql::steps(Dialect::Postgres, system, erasures)?;
    wait(system, async {
        let left = look_again(system, &steps).await?;
        Ok(sql::reports(erasures, &steps, &left, &left))
    })
}

/// Whether a transaction was committed, if the server still knows.
pub(super) fn outcome(system: &System, mark: Option<&str>) -> Result<Option<bool>, ConnectorError> {
    let Some(mark) = mark else { return Ok(None) };
    wait(system, async {
        let client = connect(system).await?;
        let asked = client.query_one("SELECT pg_xact_status($1::text::xid8)", &[&mark]).await;
        let status = asked.and_then(|row| row.try_get::<_, Option<String>>(0));
        match status.map_err(|error| fault(system, "", &error))?.as_deref() {
            Some("committed") => Ok(Some(true)),
            Some("aborted") => Ok(Some(false)),
            Some(_) => Err(refused(system, "an erasure is still being committed")),
            None => Ok(None),
        }
    })
}

async fn look_again(
    system: &System,
    steps: &[Option<Step<'_>>],
) -> Result<Vec<u64>, ConnectorError> {
    let mut client = connect(system).await?;
    let mut found = Vec::new();
    for step in steps.iter().flatten() {
        found.push((step, fitting(&client, step.rows.clone()).await));
    }
    let snapshot = begin(system, &mut client, Access::Read).await?;
    let reach = Reach { system, transaction: &snapshot };
    let mut left = Vec::new();
    for (step, rows) in found {
        let rest = step.rest_of(&rows).unwrap_or_else(|| rows.count());
        left.push(reach.number(&rows, &rest).await?);
    }
    Ok(left)
}

/// The rows with a condition that fits the types of their columns. Asked before a transaction, which an error would end.
async fn fitting(client: &Client, rows: Rows) -> Rows {
    match client.prepare(&rows.count().sql).await {
        Err(error) if error.code().is_some_and(|code| code.code().starts_with("42")) => {
            rows.plain()
        }
        // Whatever else is wrong is told when the rows are read.
        _ => rows,
    }
}

async fn run(
    transaction: &Transaction<'_>,
    statement: &Statement,
) -> Result<Vec<tokio_postgres::Row>, Error> {
    let values: Vec<Bound<'_>> = statement.values.iter().map(Bound::of).collect();
    let values: Vec<_> = values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
    transaction.query(&statement.sql, &values).await
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
    async fn table(&self, dataset: &Dataset, rows: Option<Rows>) -> Result<Table, ConnectorError> {
        let mut columns = sql::named_columns(self.system, dataset)?;
        let mut out = Vec::new();
        if let Some(found) = rows {
            let kinds = self.kinds(&found, &columns).await?;
            columns = kinds.iter().map(|(name, _)| name.clone()).collect();
            let values: Vec<String> = kinds.iter().map(|(name, kind)| kind.written(name)).collect();
            let all = (1..=columns.len()).map(|n| n.to_string()).collect::<Vec<_>>().join(", ");
            let order = sql::order(self.system, dataset, &all)?;
            for row in self.query(&found, &found.select(&values.join(", "), &order)).await? {
                let value = |(at, (_, kind)): (usize, &(String, Kind))| {
                    row.try_get(at).map(|text| kind.json(text))
                };
                let values: Result<_, _> = kinds.iter().enumerate().map(value).collect();
                out.push(values.map_err(|error| self.fault(&found, &error))?);
            }
        }
        let (id, title) = (dataset.id.clone(), dataset.title.clone());
        // The server has checked the encoding of every text.
        Ok(Table { dataset: id, title, columns, rows: out, not_text: Vec::new() })
    }

    /// The columns that are given, or all, each with how its values are written.
    async fn kinds(
        &self,
        rows: &Rows,
        columns: &[String],
    ) -> Result<Vec<(String, Kind)>, ConnectorError> {
        let names: Vec<String> = columns.iter().map(|column| sql::quoted(column)).collect();
        let names = if names.is_empty() { "*".to_owned() } else { names.join(", ") };
        let all = format!("SELECT {names} FROM {} LIMIT 0", rows.table);
        let prepared = self.transaction.prepare(&all).await;
        let prepared = prepared.map_err(|error| self.fault(rows, &error))?;
        let columns = prepared.columns().iter();
        Ok(columns.map(|column| (column.name().to_owned(), Kind::of(column.type_()))).collect())
    }

    /// What the server calls this transaction; an old one has no name that it remembers.
    async fn mark(&self) -> Result<Option<String>, ConnectorError> {
        let fault = |error: Error| fault(self.system, "", &error);
        let known = "SELECT to_regtype('xid8') IS NOT NULL";
        let known: bool = self
            .transaction
            .query_one(known, &[])
            .await
            .and_then(|row| row.try_get(0))
            .map_err(fault)?;
        if !known {
            return Ok(None);
        }
        let mark = self.transaction.query_one("SELECT pg_current_xact_id()::text", &[]).await;
        mark.and_then(|row| row.try_get(0)).map(Some).map_err(fault)
    }

    /// Carries the steps out and says how many rows each one concerned.
    async fn carry_out(&self, steps: &[Option<Step<'_>>]) -> Result<Vec<u64>, ConnectorError> {
        let steps: Vec<&Step<'_>> = steps.iter().flatten().collect();
        let mut before = Vec::new();
        for step in &steps {
            let count = self.number(&step.rows, &step.rows.count()).await?;
            before.push((count, self.places(step).await?));
        }
        let told = self.told(&steps, &before).await?;
        let mut asked = Asked::default();
        for (table, lookups) in sql::deletions(&steps) {
            let count = sql::count_any(Dialect::Postgres, table, &lookups);
            let rows = steps.iter().find(|step| step.rows.table == table).map(|step| &step.rows);
            let Some(rows) = rows else { continue };
            asked.delete(&self.real_name(rows).await?, self.number(rows, &count).await?);
        }
        let mut at_first = self.changes().await?;
        let mut hidden = None;
        for (step, (count, _)) in steps.iter().zip(&before) {
            if !step.deletes() && self.number(&step.rows, &step.rows.count()).await? != *count {
                hidden = hidden.or(Some(step));
            }
            let changed = self.act(step, &mut at_first).await?;
            if step.overwrites() {
                asked.change(&self.real_name(&step.rows).await?, changed);
            }
        }
        self.beside(&asked, &at_first).await?;
        if let Some(step) = hidden {
            return Err(step.out_of_order(self.system));
        }
        for (step, (count, places)) in steps.iter().zip(&before) {
            let found = self.number(&step.rows, &step.rows.count()).await?;
            let is_hidden = self.still_there(&step.rows, places).await? > found;
            if is_hidden || (step.keeps() && found != *count) {
                return Err(step.out_of_order(self.system));
            }
            // What cannot be compared must fail before the commit, not after it.
            if let Some(rest) = step.rest() {
                self.number(&step.rows, &rest).await?;
            }
        }
        Ok(told)
    }

    /// How many rows each step will have changed; for what is kept, how many there are.
    async fn told(
        &self,
        steps: &[&Step<'_>],
        before: &[(u64, Places)],
    ) -> Result<Vec<u64>, ConnectorError> {
        let mut told = Vec::new();
        for (at, (step, (count, _))) in steps.iter().zip(before).enumerate() {
            told.push(match sql::concerned(Dialect::Postgres, steps, at) {
                None => *count,
                Some((all, None)) => self.number(&step.rows, &all).await?,
                Some((all, Some(earlier))) => {
                    let earlier = self.number(&step.rows, &earlier).await?;
                    self.number(&step.rows, &all).await?.saturating_sub(earlier)
                }
            });
        }
        Ok(told)
    }

    /// Carries one step out and says how many rows it changed itself. What failed on the way is no change: it is added to
    /// what the tables had seen before.
    async fn act(&self, step: &Step<'_>, at_first: &mut Counted) -> Result<u64, ConnectorError> {
        let Some(action) = step.action() else { return Ok(0) };
        let fault = |error: Error| self.fault(&step.rows, &error);
        if !step.overwrites() {
            return self.execute(&action).await.map_err(fault);
        }
        let earlier = self.changes().await?;
        self.transaction.batch_execute("SAVEPOINT habeas").await.map_err(fault)?;
        match self.execute(&action).await {
            // One constant cannot stand in each row of a column that must be unique.
            Err(error) if error.code() == Some(&SqlState::UNIQUE_VIOLATION) => {
                let back = "ROLLBACK TO SAVEPOINT habeas";
                self.transaction.batch_execute(back).await.map_err(fault)?;
                for (table, now) in self.changes().await? {
                    let was = earlier.get(&table).copied().unwrap_or_default();
                    let first = at_first.entry(table).or_default();
                    for (first, (now, was)) in first.iter_mut().zip(now.iter().zip(was)) {
                        *first += now - was;
                    }
                }
                self.execute(&step.action_for_unique_columns()).await.map_err(fault)
            }
            done => done.map_err(fault),
        }
    }

    async fn execute(&self, statement: &Statement) -> Result<u64, Error> {
        let values: Vec<Bound<'_>> = statement.values.iter().map(Bound::of).collect();
        let values: Vec<_> = values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
        self.transaction.execute(&statement.sql, &values).await
    }

    /// The server's own count of what this transaction did to each table, partitions under the name of the whole.
    async fn changes(&self) -> Result<Counted, ConnectorError> {
        const ALL: &str = "SELECT coalesce(pg_partition_root(relid)::oid, relid)::regclass::text, \
            sum(n_tup_ins)::int8, sum(n_tup_upd)::int8, sum(n_tup_del)::int8 \
            FROM pg_stat_xact_all_tables \
            WHERE schemaname NOT IN ('pg_catalog', 'pg_toast', 'information_schema') \
            GROUP BY 1 HAVING sum(n_tup_ins + n_tup_upd + n_tup_del) > 0";
        let fault = |error: Error| fault(self.system, "", &error);
        let mut counted = Counted::new();
        for row in self.transaction.query(ALL, &[]).await.map_err(fault)? {
            let number = |at| row.try_get::<_, i64>(at).map(i64::unsigned_abs);
            let read = || Ok((row.try_get(0)?, [number(1)?, number(2)?, number(3)?]));
            let (table, kinds) = read().map_err(fault)?;
            counted.insert(table, kinds);
        }
        Ok(counted)
    }

    /// What changed beside what was asked for: somebody else's rows, or rows that were to be kept.
    async fn beside(&self, asked: &Asked, at_first: &Counted) -> Result<(), ConnectorError> {
        let counts = self.transaction.query_one("SHOW track_counts", &[]).await;
        let counts: Result<String, _> = counts.and_then(|row| row.try_get(0));
        if counts.map_err(|error| fault(self.system, "", &error))? != "on" {
            let what = "`track_counts` is off, so that nobody could see what a cascade or a trigger changes; turn it on";
            return Err(misconfigured(self.system, what));
        }
        for (table, now) in self.changes().await? {
            let was = at_first.get(&table).copied().unwrap_or_default();
            let mut kinds = now;
            for (kind, was) in kinds.iter_mut().zip(was) {
                *kind -= was;
            }
            if let Some((what, rows)) = asked.beside(self.system, &table, kinds) {
                let system = self.system.id.clone();
                return Err(ConnectorError::Beside { system, table, what, rows });
            }
        }
        Ok(())
    }

    /// How the server calls a table when it counts.
    async fn real_name(&self, rows: &Rows) -> Result<String, ConnectorError> {
        let sql = "SELECT coalesce(pg_partition_root(to_regclass($1))::oid, to_regclass($1)::oid)::regclass::text";
        let name = self.transaction.query_one(sql, &[&rows.table]).await;
        let name: Result<Option<String>, _> = name.and_then(|row| row.try_get(0));
        Ok(name.map_err(|error| self.fault(rows, &error))?.unwrap_or_default())
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
        run(self.transaction, statement).await.map_err(|error| self.fault(rows, &error))
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

/// What each table has seen in this transaction: rows added, changed, deleted.
type Counted = BTreeMap<String, [u64; 3]>;

/// A parameter: a text is sent as it is written, for the server to read as the type the statement expects.
#[derive(Debug)]
enum Bound<'a> {
    Text(&'a str),
    Texts(&'a [String]),
    Whole(i64),
}

impl<'a> Bound<'a> {
    fn of(value: &'a sql::Value) -> Self {
        match value {
            sql::Value::Text(text) => Self::Text(text),
            sql::Value::Texts(texts) => Self::Texts(texts),
            sql::Value::Whole(number) => Self::Whole(*number),
        }
    }
}

impl ToSql for Bound<'_> {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Text(text) => {
                out.extend_from_slice(text.as_bytes());
                Ok(IsNull::No)
            }
            Self::Texts(texts) => texts.to_sql(kind, out),
            Self::Whole(number) => number.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    fn encode_format(&self, _: &Type) -> Format {
        match self {
            Self::Text(_) => Format::Text,
            Self::Texts(_) | Self::Whole(_) => Format::Binary,
        }
    }

    to_sql_checked!();
}

/// How the values of a column are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// JSON is given as the text that the database holds: `json` may hold what no JSON value can be made of.
    Json,
    /// Everything else as the server makes JSON of it.
    Other,
}

impl Kind {
    fn of(kind: &Type) -> Self {
        if kind.name().contains("json") { Self::Json } else { Self::Other }
    }

    fn written(self, column: &str) -> String {
        let column = sql::quoted(column);
        match self {
            Self::Json => format!("{column}::text COLLATE \"C\""),
            Self::Other => format!("to_jsonb({column})::text COLLATE \"C\""),
        }
    }

    /// A number that JSON would write in another way stays text.
    fn json(self, text: Option<String>) -> Value {
        let Some(text) = text else { return Value::Null };
        if self == Self::Json {
            return text.into();
        }
        match serde_json::from_str(&text) {
            Ok(Value::Number(number)) if number.to_string() != text => text.into(),
            Ok(value) => value,
            Err(_) => text.into(),
        }
    }
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
