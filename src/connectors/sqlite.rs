//! Runs the statements on a SQLite file of the operator's.

use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD};
use rusqlite::config::DbConfig;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Error, ErrorCode, OpenFlags, TransactionBehavior, params_from_iter};
use serde_json::Value;

use super::sql::{self, Dialect, Rows, Statement, Step};
use super::{ConnectorError, Dataset, Erased, Erasure, Person, System, Table};
use super::{misconfigured, refused, unreachable};

const BUSY_TIMEOUT: Duration = Duration::from_secs(5);

pub(super) fn probe(system: &System, path: &str) -> Result<(), ConnectorError> {
    Reach::open(system, path, OpenFlags::SQLITE_OPEN_READ_ONLY).map(|_| ())
}

pub(super) fn collect(
    system: &System,
    path: &str,
    person: &Person,
    datasets: &[Dataset],
) -> Result<Vec<Table>, ConnectorError> {
    let mut connection = Reach::open(system, path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let snapshot = connection.transaction().map_err(|error| fault(system, "", &error))?;
    let reach = Reach { system, connection: &snapshot };
    datasets.iter().map(|dataset| reach.table(dataset, person)).collect()
}

pub(super) fn erase(
    system: &System,
    path: &str,
    person: &Person,
    erasures: &[Erasure],
) -> Result<Vec<Erased>, ConnectorError> {
    let steps = sql::steps(Dialect::Sqlite, system, person, erasures)?;
    let mut connection = Reach::open(system, path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    let transaction = connection
        .transaction_with_behavior(TransactionBehavior::Immediate)
        .map_err(|error| fault(system, "", &error))?;
    let rows = Reach { system, connection: &transaction }.carry_out(&steps)?;
    transaction.commit().map_err(|error| fault(system, "", &error))?;
    // Empties the write-ahead log, which holds the old pages. If a reader of the operator's is in the way,
    // the next checkpoint does it: the rows are gone either way, so this is no reason to fail.
    let _ = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    drop(connection);
    look_again(system, path, &steps)?;
    Ok(sql::reports(erasures, &steps, rows))
}

fn look_again(system: &System, path: &str, steps: &[Option<Step>]) -> Result<(), ConnectorError> {
    let connection = Reach::open(system, path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let reach = Reach { system, connection: &connection };
    for step in steps.iter().flatten() {
        let Some(rest) = step.rest() else { continue };
        let rows = reach.number(&step.rows, &rest)?;
        if rows > 0 {
            let dataset = step.erasure.dataset.id.clone();
            return Err(ConnectorError::StillThere { dataset, rows });
        }
    }
    Ok(())
}

/// A connection, and the system's name for errors.
struct Reach<'a> {
    system: &'a System,
    connection: &'a Connection,
}

impl Reach<'_> {
    fn open(system: &System, path: &str, flags: OpenFlags) -> Result<Connection, ConnectorError> {
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let open = || {
            let connection = Connection::open_with_flags(path, flags)?;
            connection.busy_timeout(BUSY_TIMEOUT)?;
            connection.pragma_update(None, "foreign_keys", true)?;
            connection.pragma_update(None, "secure_delete", true)?;
            // Otherwise SQLite takes a misspelt column in double quotes for a piece of text.
            connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
            connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
            Ok(connection)
        };
        open().map_err(|error| fault(system, "", &error))
    }

    fn table(&self, dataset: &Dataset, person: &Person) -> Result<Table, ConnectorError> {
        let found = Rows::of(Dialect::Sqlite, self.system, dataset, person)?;
        let mut columns = sql::named_columns(self.system, dataset)?;
        let mut rows = Vec::new();
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
                (0..columns.len()).map(|index| row.get_ref(index).map(json)).collect()
            })?;
        }
        let (id, title) = (dataset.id.clone(), dataset.title.clone());
        Ok(Table { dataset: id, title, columns, rows })
    }

    fn all_columns(&self, rows: &Rows) -> Result<Vec<String>, ConnectorError> {
        let all = format!("SELECT * FROM {} LIMIT 0", rows.table);
        let statement = self.connection.prepare(&all).map_err(|e| self.fault(rows, &e))?;
        Ok(statement.column_names().into_iter().map(str::to_owned).collect())
    }

    /// Carries the steps out and says how many rows each one concerned.
    fn carry_out(&self, steps: &[Option<Step>]) -> Result<Vec<u64>, ConnectorError> {
        let steps = || steps.iter().flatten();
        let mut before = Vec::new();
        for step in steps() {
            before.push((self.number(&step.rows, &step.rows.count())?, self.row_ids(step)?));
        }
        for (step, (count, _)) in steps().zip(&before) {
            if !step.deletes() && self.number(&step.rows, &step.rows.count())? != *count {
                return Err(step.out_of_order(self.system));
            }
            if let Some(action) = step.action() {
                self.connection
                    .execute(&action.sql, params_from_iter(&action.values))
                    .map_err(|error| self.fault(&step.rows, &error))?;
            }
        }
        for (step, (_, ids)) in steps().zip(&before) {
            let found = self.number(&step.rows, &step.rows.count())?;
            if self.still_there(&step.rows, ids)? > found {
                return Err(step.out_of_order(self.system));
            }
        }
        Ok(before.into_iter().map(|(count, _)| count).collect())
    }

    /// Which rows a deletion is about. A view or a table without row ids has none to tell.
    fn row_ids(&self, step: &Step) -> Result<Vec<i64>, ConnectorError> {
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
        let values = params_from_iter(&statement.values);
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
                .query_map(params_from_iter(&statement.values), read)?
                .collect::<Result<Vec<_>, _>>()
        };
        all().map_err(|error| self.fault(rows, &error))
    }

    fn fault(&self, rows: &Rows, error: &Error) -> ConnectorError {
        fault(self.system, &format!(" at {}", rows.table.replace('"', "")), error)
    }
}

fn json(value: ValueRef) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => number.into(),
        ValueRef::Real(number) => serde_json::Number::from_f64(number)
            .map_or_else(|| number.to_string().into(), Value::Number),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into(),
        ValueRef::Blob(bytes) => STANDARD.encode(bytes).into(),
    }
}

/// SQLite's own message is passed on only for a statement that does not compile: it names what the operator
/// wrote. What a statement says while it runs may come from a trigger, and quote a row.
fn fault(system: &System, place: &str, error: &Error) -> ConnectorError {
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
