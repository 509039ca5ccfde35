//! Runs the statements on a `PostgreSQL` server of the operator's.

mod link;
mod value;

use std::collections::BTreeMap;

use tokio_postgres::error::SqlState;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Error, IsolationLevel, Transaction};

use crate::domain::identity::LocalPart;
use crate::domain::matching::Condition;

use super::beside::Asked;
use super::sql::{self, Dialect, Rows, Statement};
use super::step::{self, Step};
use super::{ConnectorError, Consent, Dataset, Erased, Erasure, Lookup, System, Table};
use super::{misconfigured, refused};
pub(in crate::connectors) use link::{connect, fault, runtime, wait};
use value::{Bound, Kind};

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
    let mut steps = step::steps(Dialect::Postgres, system, erasures)?;
    let unsettled = || ConnectorError::Unsettled { system: system.id.clone() };
    let runtime = runtime(system)?;
    let mut client = runtime.block_on(connect(system))?;
    let begun = async {
        for step in steps.iter_mut().flatten() {
            step.rows = fitting(&client, step.rows.clone()).await;
        }
        let transaction = begin(system, &mut client, Access::Write).await?;
        let reach = Reach { system, transaction: &transaction };
        let rows = reach.carry_out(&steps).await?;
        let mark = reach.mark().await?;
        Ok::<_, ConnectorError>((transaction, rows, mark))
    };
    let (transaction, rows, mark) = runtime.block_on(begun)?;
    let kept = step::left_if_done(&steps, &rows);
    if !consent(&step::reports(erasures, &steps, &rows, &kept), mark.as_deref()) {
        return Err(ConnectorError::Stopped { system: system.id.clone() });
    }
    // Without an answer nobody knows: the server may have committed.
    let committed = runtime.block_on(transaction.commit());
    committed.map_err(|error| match error.code() {
        Some(_) => fault(system, " at commit", &error),
        None => unsettled(),
    })?;
    drop(client);
    let left = runtime.block_on(look_again(system, &steps)).map_err(|_| unsettled())?;
    Ok(step::reports(erasures, &steps, &rows, &left))
}

/// What is there now of what these steps are about.
pub(super) fn left(system: &System, erasures: &[Erasure]) -> Result<Vec<Erased>, ConnectorError> {
    let steps = step::steps(Dialect::Postgres, system, erasures)?;
    wait(system, async {
        let left = look_again(system, &steps).await?;
        Ok(step::reports(erasures, &steps, &left, &left))
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
pub(super) async fn fitting(client: &Client, rows: Rows) -> Rows {
    match client.prepare(&rows.count().sql).await {
        Err(error) if error.code().is_some_and(|code| code.code().starts_with("42")) => {
            rows.plain()
        }
        // Whatever else is wrong is told when the rows are read.
        _ => rows,
    }
}

pub(super) async fn run(
    transaction: &Transaction<'_>,
    statement: &Statement,
) -> Result<Vec<tokio_postgres::Row>, Error> {
    let values: Vec<Bound<'_>> = statement.values.iter().map(Bound::of).collect();
    let values: Vec<_> = values.iter().map(|value| value as &(dyn ToSql + Sync)).collect();
    transaction.query(&statement.sql, &values).await
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    Read,
    Write,
}

pub(super) async fn begin<'a>(
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
        self.apart(&steps, &before).await?;
        let told = self.told(&steps, &before).await?;
        let mut asked = Asked::default();
        for (table, lookups) in step::deletions(&steps) {
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

    /// No row is kept by one step and changed by another.
    async fn apart(
        &self,
        steps: &[&Step<'_>],
        before: &[(u64, Places)],
    ) -> Result<(), ConnectorError> {
        for overlap in step::overlaps(Dialect::Postgres, steps) {
            let each = overlap.at.iter().filter_map(|at| before.get(*at)).map(|(rows, _)| rows);
            let Some(step) = overlap.at.first().and_then(|at| steps.get(*at)) else { continue };
            let either = self.number(&step.rows, &overlap.either).await?;
            let both = each.sum::<u64>().saturating_sub(either);
            if both > 0 {
                return Err(overlap.misconfigured(self.system, both));
            }
        }
        Ok(())
    }

    /// How many rows each step will have changed; for what is kept, how many there are.
    async fn told(
        &self,
        steps: &[&Step<'_>],
        before: &[(u64, Places)],
    ) -> Result<Vec<u64>, ConnectorError> {
        let mut told = Vec::new();
        for (at, (step, (count, _))) in steps.iter().zip(before).enumerate() {
            told.push(match step::concerned(Dialect::Postgres, steps, at) {
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
