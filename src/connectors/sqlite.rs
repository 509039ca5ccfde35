//! Runs the statements on a SQLite file of the operator's.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD};
use rusqlite::config::DbConfig;
use rusqlite::functions::FunctionFlags;
use rusqlite::hooks::Action;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Error, ErrorCode, OpenFlags, TransactionBehavior, params_from_iter};
use serde_json::Value;

use crate::domain::address;
use crate::domain::identity::LocalPart;
use crate::domain::matching::Condition;

use super::beside::Asked;
use super::sql::{self, Dialect, Rows, Statement};
use super::step::{self, Step};
use super::{ConnectorError, Consent, Erased, Erasure, Lookup, System, Table};
use super::{misconfigured, refused, unreachable};

const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

pub(super) fn probe(system: &System, path: &str) -> Result<(), ConnectorError> {
    Reach::open(system, path, OpenFlags::SQLITE_OPEN_READ_ONLY).map(|_| ())
}

pub(super) fn collect(
    system: &System,
    path: &str,
    lookups: &[Lookup],
) -> Result<Vec<Table>, ConnectorError> {
    let mut connection = Reach::open(system, path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let snapshot = connection.transaction().map_err(|error| fault(system, "", &error))?;
    let reach = Reach { system, connection: &snapshot };
    lookups.iter().map(|lookup| reach.table(lookup)).collect()
}

pub(super) fn accounts(
    system: &System,
    path: &str,
    query: &Condition,
    address: &str,
    local_part: LocalPart,
) -> Result<Vec<String>, ConnectorError> {
    let connection = Reach::open(system, path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let Some(query) = sql::directory(Dialect::Sqlite, query, address, local_part) else {
        return Ok(Vec::new());
    };
    let all = || {
        let mut prepared = connection.prepare(&query.sql)?;
        if prepared.column_count() != 1 {
            return Ok(None);
        }
        let read = |row: &rusqlite::Row<'_>| row.get_ref(0).map(text_of);
        let rows = prepared.query_map(params_from_iter(bound(&query.values)), read)?;
        rows.collect::<Result<Vec<_>, _>>().map(Some)
    };
    let found = all().map_err(|error| fault(system, " in its directory", &error))?;
    let found = found.ok_or_else(|| {
        misconfigured(system, "the query of its directory must give one column, the account")
    })?;
    Ok(found.into_iter().flatten().collect())
}

pub(super) fn erase(
    system: &System,
    path: &str,
    erasures: &[Erasure],
    consent: &mut Consent<'_>,
) -> Result<Vec<Erased>, ConnectorError> {
    let steps = step::steps(Dialect::Sqlite, system, erasures)?;
    let mut connection = Reach::open(system, path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let changes = Changes::watch(system, &connection)?;
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(|error| fault(system, "", &error))?;
    let rows = Reach { system, connection: &transaction }.carry_out(&steps, &changes)?;
    let kept = step::left_if_done(&steps, &rows);
    if !consent(&step::reports(erasures, &steps, &rows, &kept), None) {
        return Err(ConnectorError::Stopped { system: system.id.clone() });
    }
    transaction.commit().map_err(|error| fault(system, "", &error))?;
    // Empties the write-ahead log, which holds the old pages. If a reader of the operator's is in the way,
    // the next checkpoint does it: the rows are gone either way, so this is no reason to fail.
    let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    drop(connection);
    let unsettled = |_| ConnectorError::Unsettled { system: system.id.clone() };
    let left = look_again(system, path, &steps).map_err(unsettled)?;
    Ok(step::reports(erasures, &steps, &rows, &left))
}

/// What is there now of what these steps are about.
pub(super) fn left(
    system: &System,
    path: &str,
    erasures: &[Erasure],
) -> Result<Vec<Erased>, ConnectorError> {
    let steps = step::steps(Dialect::Sqlite, system, erasures)?;
    let left = look_again(system, path, &steps)?;
    Ok(step::reports(erasures, &steps, &left, &left))
}

fn look_again(
    system: &System,
    path: &str,
    steps: &[Option<Step<'_>>],
) -> Result<Vec<u64>, ConnectorError> {
    let connection = Reach::open(system, path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let reach = Reach { system, connection: &connection };
    let left = |step: &Step<'_>| {
        let rest = step.rest().unwrap_or_else(|| step.rows.count());
        reach.number(&step.rows, &rest)
    };
    steps.iter().flatten().map(left).collect()
}

/// What changed in which table since it was asked last, by whatever statement, cascade or trigger.
struct Changes(Arc<Mutex<BTreeMap<String, [u64; 3]>>>);

impl Changes {
    fn watch(system: &System, connection: &Connection) -> Result<Self, ConnectorError> {
        let counted: Arc<Mutex<BTreeMap<String, [u64; 3]>>> = Arc::default();
        let inside = Arc::clone(&counted);
        let hook = move |action: Action, _: &str, table: &str, _: i64| {
            let kind = if action == Action::SQLITE_INSERT {
                0
            } else if action == Action::SQLITE_UPDATE {
                1
            } else {
                2
            };
            if let Ok(mut counted) = inside.lock()
                && let Some(count) =
                    counted.entry(table.to_ascii_lowercase()).or_default().get_mut(kind)
            {
                *count += 1;
            }
        };
        connection.update_hook(Some(hook)).map_err(|error| fault(system, "", &error))?;
        Ok(Self(counted))
    }

    fn set(&self, seen: BTreeMap<String, [u64; 3]>) {
        if let Ok(mut counted) = self.0.lock() {
            *counted = seen;
        }
    }

    fn of(&self, table: &str) -> u64 {
        self.seen().get(table).map_or(0, |kinds| kinds.iter().sum())
    }

    fn seen(&self) -> BTreeMap<String, [u64; 3]> {
        self.0.lock().map(|counted| counted.clone()).unwrap_or_default()
    }
}

/// A connection, and the system's name for errors.
pub(super) struct Reach<'a> {
    system: &'a System,
    connection: &'a Connection,
}

impl Reach<'_> {
    pub(super) fn open(
        system: &System,
        path: &str,
        flags: OpenFlags,
    ) -> Result<Connection, ConnectorError> {
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let open = || {
            let connection = Connection::open_with_flags(path, flags)?;
            connection.busy_timeout(BUSY_TIMEOUT)?;
            connection.pragma_update(None, "foreign_keys", true)?;
            connection.pragma_update(None, "secure_delete", true)?;
            // Otherwise SQLite takes a misspelt column in double quotes for a piece of text.
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
            add_functions(&connection)?;
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
            Ok(connection)
        };
        open().map_err(|error| fault(system, "", &error))
    }

    fn table(&self, lookup: &Lookup) -> Result<Table, ConnectorError> {
        let dataset = &lookup.dataset;
        let found = Rows::of(Dialect::Sqlite, self.system, lookup)?;
        let mut columns = sql::named_columns(self.system, dataset)?;
        let (mut rows, mut not_text) = (Vec::new(), BTreeSet::new());
        if let Some(found) = found {
            if columns.is_empty() {
                columns = self.all_columns(&found)?;
            }
            let names: Vec<_> = columns.iter().map(|column| sql::quoted(column)).collect();
            let all = names.iter().map(|name| format!("{name} COLLATE BINARY"));
            let all = all.collect::<Vec<_>>().join(", ");
            let order = sql::order(self.system, dataset, &all)?;
            let select = found.select(&names.join(", "), &order);
            rows = self.read(&found, &select, |row| {
                let value = |at| {
                    let value = row.get_ref(at)?;
                    if matches!(value, ValueRef::Text(text) if std::str::from_utf8(text).is_err()) {
                        not_text.insert(at);
                    }
                    Ok(json(value))
                };
                (0..columns.len()).map(value).collect()
            })?;
        }
        let not_text = not_text.into_iter().filter_map(|at| columns.get(at).cloned()).collect();
        let (id, title) = (dataset.id.clone(), dataset.title.clone());
        Ok(Table { dataset: id, title, columns, rows, not_text })
    }

    fn all_columns(&self, rows: &Rows) -> Result<Vec<String>, ConnectorError> {
        let all = format!("SELECT * FROM {} LIMIT 0", rows.table);
        let statement = self.connection.prepare(&all).map_err(|e| self.fault(rows, &e))?;
        Ok(statement.column_names().into_iter().map(str::to_owned).collect())
    }

    /// Carries the steps out and says how many rows each one concerned.
    fn carry_out(
        &self,
        steps: &[Option<Step<'_>>],
        changes: &Changes,
    ) -> Result<Vec<u64>, ConnectorError> {
        let steps: Vec<&Step<'_>> = steps.iter().flatten().collect();
        let mut before = Vec::new();
        for step in &steps {
            before.push((self.number(&step.rows, &step.rows.count())?, self.row_ids(step)?));
        }
        self.apart(&steps, &before)?;
        let told = self.told(&steps, &before)?;
        let mut asked = Asked::default();
        for (table, lookups) in step::deletions(&steps) {
            let count = sql::count_any(Dialect::Sqlite, table, &lookups);
            let rows = steps.iter().find(|step| step.rows.table == table).map(|step| &step.rows);
            let Some(rows) = rows else { continue };
            asked.delete(&Self::real_name(table), self.number(rows, &count)?);
        }
        // A table without row ids tells nobody what changes in it; the sum of all changes does.
        let (at_first, mut untold) = (self.connection.total_changes(), 0);
        let mut hidden = None;
        for (step, (count, _)) in steps.iter().zip(&before) {
            if !step.deletes() && self.number(&step.rows, &step.rows.count())? != *count {
                hidden = hidden.or(Some(step));
            }
            let table = Self::real_name(&step.rows.table);
            let told = changes.of(&table);
            let changed = self.act(step, changes)?;
            if changes.of(&table) == told {
                untold += changed;
            }
            if step.overwrites() {
                asked.change(&table, changed);
            }
        }
        let all = self.connection.total_changes() - at_first;
        self.beside(&asked, changes, all.saturating_sub(untold))?;
        if let Some(step) = hidden {
            return Err(step.out_of_order(self.system));
        }
        for (step, (count, ids)) in steps.iter().zip(&before) {
            let found = self.number(&step.rows, &step.rows.count())?;
            let is_hidden = self.still_there(&step.rows, ids)? > found;
            if is_hidden || (step.keeps() && found != *count) {
                return Err(step.out_of_order(self.system));
            }
        }
        Ok(told)
    }

    /// No row is kept by one step and changed by another.
    fn apart(&self, steps: &[&Step<'_>], before: &[(u64, Vec<i64>)]) -> Result<(), ConnectorError> {
        for overlap in step::overlaps(Dialect::Sqlite, steps) {
            let each = overlap.at.iter().filter_map(|at| before.get(*at)).map(|(rows, _)| rows);
            let Some(step) = overlap.at.first().and_then(|at| steps.get(*at)) else { continue };
            let either = self.number(&step.rows, &overlap.either)?;
            let both = each.sum::<u64>().saturating_sub(either);
            if both > 0 {
                return Err(overlap.misconfigured(self.system, both));
            }
        }
        Ok(())
    }

    /// How many rows each step will have changed; for what is kept, how many there are.
    fn told(
        &self,
        steps: &[&Step<'_>],
        before: &[(u64, Vec<i64>)],
    ) -> Result<Vec<u64>, ConnectorError> {
        let mut told = Vec::new();
        for (at, (step, (count, _))) in steps.iter().zip(before).enumerate() {
            told.push(match step::concerned(Dialect::Sqlite, steps, at) {
                None => *count,
                Some((all, None)) => self.number(&step.rows, &all)?,
                Some((all, Some(earlier))) => {
                    let earlier = self.number(&step.rows, &earlier)?;
                    self.number(&step.rows, &all)?.saturating_sub(earlier)
                }
            });
        }
        Ok(told)
    }

    /// Carries one step out and says how many rows it changed itself.
    fn act(&self, step: &Step<'_>, changes: &Changes) -> Result<u64, ConnectorError> {
        let Some(action) = step.action() else { return Ok(0) };
        let run = |action: &Statement| {
            self.connection.execute(&action.sql, params_from_iter(bound(&action.values)))
        };
        let earlier = changes.seen();
        let done = match run(&action) {
            // One constant cannot stand in each row of a column that must be unique. What was told before it failed was
            // taken back with it.
            Err(error) if step.overwrites() && is_unique_violation(&error) => {
                changes.set(earlier);
                run(&step.action_for_unique_columns())
            }
            done => done,
        };
        done.map(|rows| rows as u64).map_err(|error| self.fault(&step.rows, &error))
    }

    /// What changed beside what was asked for: somebody else's rows, or rows that were to be kept.
    fn beside(&self, asked: &Asked, changes: &Changes, all: u64) -> Result<(), ConnectorError> {
        let system = self.system.id.clone();
        let seen = changes.seen();
        for (table, kinds) in &seen {
            if let Some((what, rows)) = asked.beside(self.system, table, *kinds) {
                let table = table.clone();
                return Err(ConnectorError::Beside { system, table, what, rows });
            }
        }
        match all.saturating_sub(seen.values().flatten().sum()) {
            0 => Ok(()),
            rows => {
                let table = "a table without row ids".to_owned();
                Err(ConnectorError::Beside { system, table, what: "change", rows })
            }
        }
    }

    /// How the database calls a table when it tells of a change.
    fn real_name(quoted: &str) -> String {
        let name = quoted.rsplit_once('.').map_or(quoted, |(_, name)| name);
        name.trim_matches('"').to_ascii_lowercase()
    }

    /// Which rows a deletion is about. A view or a table without row ids has none to tell.
    fn row_ids(&self, step: &Step<'_>) -> Result<Vec<i64>, ConnectorError> {
        let select = step.rows.select("rowid", "");
        if !step.deletes() || self.connection.prepare(&select.sql).is_err() {
            return Ok(Vec::new());
        }
        let ids = self.read(&step.rows, &select, |row| row.get::<_, Option<i64>>(0))?;
        Ok(ids.into_iter().flatten().collect())
    }

    fn still_there(&self, rows: &Rows, ids: &[i64]) -> Result<u64, ConnectorError> {
        if ids.is_empty() {
            return Ok(0);
        }
        let count = || {
            let sql = format!("SELECT 1 FROM {} WHERE rowid = ?1", rows.table);
            let mut statement = self.connection.prepare(&sql)?;
            ids.iter().try_fold(0, |sum, id| Ok(sum + u64::from(statement.exists([id])?)))
        };
        count().map_err(|error| self.fault(rows, &error))
    }

    fn number(&self, rows: &Rows, statement: &Statement) -> Result<u64, ConnectorError> {
        let values = params_from_iter(bound(&statement.values));
        let number = self.connection.query_row(&statement.sql, values, |row| row.get::<_, i64>(0));
        number.map(i64::unsigned_abs).map_err(|error| self.fault(rows, &error))
    }

    fn read<T>(
        &self,
        rows: &Rows,
        statement: &Statement,
        read: impl FnMut(&rusqlite::Row) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, ConnectorError> {
        let all = || {
            let mut prepared = self.connection.prepare(&statement.sql)?;
            prepared
                .query_map(params_from_iter(bound(&statement.values)), read)?
                .collect::<Result<Vec<_>, _>>()
        };
        all().map_err(|error| self.fault(rows, &error))
    }

    fn fault(&self, rows: &Rows, error: &Error) -> ConnectorError {
        fault(self.system, &format!(" at {}", rows.table.replace('"', "")), error)
    }
}

/// The functions that compare what identifies a person (see `sql`).
fn add_functions(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_DIRECTONLY;
    connection
        .create_scalar_function(sql::TEXT, 1, flags, |context| Ok(text_of(context.get_raw(0))))?;
    connection.create_scalar_function(sql::ADDRESS, 2, flags, |context| {
        let is_exact: i64 = context.get(1)?;
        let ValueRef::Text(text) = context.get_raw(0) else { return Ok(None) };
        let form = if is_exact == 1 { address::exact } else { address::normal };
        Ok(std::str::from_utf8(text).ok().and_then(form))
    })
}

/// The text that a value is compared as; a number is the text of its digits, and what is no text is nobody's.
fn text_of(value: ValueRef<'_>) -> Option<String> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match value {
        ValueRef::Text(text) => std::str::from_utf8(text).ok().map(str::to_owned),
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) if number.abs() < EXACT => Some(number.to_string()),
        ValueRef::Real(_) | ValueRef::Blob(_) | ValueRef::Null => None,
    }
}

pub(super) fn bound(values: &[sql::Value]) -> Vec<rusqlite::types::Value> {
    let one = |value: &sql::Value| match value {
        sql::Value::Text(text) => vec![rusqlite::types::Value::Text(text.clone())],
        sql::Value::Whole(number) => vec![rusqlite::types::Value::Integer(*number)],
        sql::Value::Texts(texts) => {
            texts.iter().cloned().map(rusqlite::types::Value::Text).collect()
        }
    };
    values.iter().flat_map(one).collect()
}

fn is_unique_violation(error: &Error) -> bool {
    let Error::SqliteFailure(failure, _) = error else { return false };
    matches!(
        failure.extended_code,
        rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY
    )
}

fn json(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => serde_json::Number::from_f64(number)
            .map_or_else(|| number.to_string().into(), Value::Number),
        ValueRef::Text(text) => match std::str::from_utf8(text) {
            Ok(text) => text.into(),
            Err(_) => STANDARD.encode(text).into(),
        },
        ValueRef::Blob(bytes) => STANDARD.encode(bytes).into(),
    }
}

/// SQLite's own message is passed on only for a statement that does not compile: it names what the operator
/// wrote. What a statement says while it runs may come from a trigger, and quote a row.
pub(super) fn fault(system: &System, place: &str, error: &Error) -> ConnectorError {
    if let Error::SqlInputError { msg, .. } = error {
        return misconfigured(system, format!("{msg}{place}; correct the data map"));
    }
    let what = match error.sqlite_error_code() {
        Some(ErrorCode::CannotOpen | ErrorCode::SystemIoFailure) => return unreachable(system),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            return refused(system, format!("it is locked{place}; it is tried again later"));
        }
        Some(ErrorCode::DiskFull) => {
            return refused(system, format!("its disk is full{place}; make room"));
        }
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            "it cannot be written; give the gateway write access to the file and its directory"
        }
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
            "the file is no intact SQLite database; check its url"
        }
        Some(ErrorCode::ConstraintViolation) => {
            "a constraint forbids this; list the tables that refer to a row before the row's own"
        }
        _ => "a statement failed; try its `matches` by hand",
    };
    misconfigured(system, format!("{what}{place}"))
}
