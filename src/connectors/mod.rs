//! Reads and erases one person's data in the systems of the data map.
//!
//! Start with [`collect`] and [`erase`]; `sql` turns a dataset into statements, `sqlite` and `postgres` run them.
//!
//! **Invariants:** a value that identifies a person is only ever a bound parameter, never part of a statement
//! and never part of an error. Nothing is created in a system: a missing database is an error. An erasure is
//! believed only after a second connection has looked again.

mod postgres;
mod sql;
mod sqlite;
pub mod webhook;

use std::collections::BTreeMap;

/// One database of the data map.
#[derive(Clone)]
pub struct System {
    /// Its name in the data map, used in errors.
    pub id: String,
    /// `sqlite:///absolute/path`, `sqlite://relative/path` or `postgres://…`; it may hold a password, so it is never shown.
    pub url: String,
}

/// By what the systems know the person. It has no `Debug`: these are personal data.
#[derive(Clone)]
pub struct Person {
    /// The account identifier, bound to `:account`.
    pub account: Option<String>,
    /// The e-mail address, bound to `:email`.
    pub email: Option<String>,
}

/// One table of a system, and how to find the person's rows in it.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// Its name in the data map.
    pub id: String,
    /// Its name for the person.
    pub title: String,
    /// `table` or `schema.table`.
    pub table: String,
    /// The columns the person is given; empty means all of them.
    pub columns: Vec<String>,
    /// The operator's SQL condition with `:account` and `:email` outside quotes. Both are bound as text: where
    /// PostgreSQL compares them with a column of another type the operator casts, `user_id::text = :account`.
    pub matches: String,
    /// Columns to sort by, such as `sent_at desc, id`. Without it rows are sorted by all the columns given.
    pub order_by: Option<String>,
}

/// The person's rows of one dataset.
pub struct Table {
    /// The dataset's name in the data map.
    pub dataset: String,
    /// The dataset's name for the person.
    pub title: String,
    /// The columns, in the order of each row.
    pub columns: Vec<String>,
    /// The rows; a blob is base64 text, and a number JSON cannot hold exactly is text.
    pub rows: Vec<Vec<serde_json::Value>>,
}

/// What an erasure does to the rows of a dataset.
#[derive(Clone, Debug)]
pub enum How {
    /// The rows go.
    Delete,
    /// The rows stay, these columns get these values.
    Overwrite(BTreeMap<String, String>),
    /// The rows stay as they are, and are counted.
    Keep,
}

/// One step of an erasure.
#[derive(Clone, Debug)]
pub struct Erasure {
    /// Where.
    pub dataset: Dataset,
    /// What to do there.
    pub how: How,
}

/// What one step of an erasure did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Erased {
    /// The dataset's name in the data map.
    pub dataset: String,
    /// The rows it concerned.
    pub rows: u64,
    /// The rows that still hold what was to go (0 once erased), or that were kept.
    pub rows_left: u64,
}

/// Why a system could not be read or erased. No variant carries a personal value, a parameter or a password.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ConnectorError {
    /// There was no answer.
    #[error("`{system}` cannot be reached; check that it is running and that its url is right")]
    Unreachable {
        /// The system's name in the data map.
        system: String,
    },
    /// It answered, but not now: locked, overloaded or out of time.
    #[error("`{system}` refused for now: {what}")]
    Refused {
        /// The system's name in the data map.
        system: String,
        /// What it said, and what to do.
        what: String,
    },
    /// The erasure was committed, and the second reading found rows all the same.
    #[error(
        "`{dataset}` still holds {rows} rows after the erasure; look for a trigger or a job that keeps or restores them"
    )]
    StillThere {
        /// The dataset's name in the data map.
        dataset: String,
        /// How many rows.
        rows: u64,
    },
    /// Trying again will not help before somebody changes the data map or the system.
    #[error("`{system}` needs a change: {what}")]
    Misconfigured {
        /// The system's name in the data map.
        system: String,
        /// What is wrong, and what to do.
        what: String,
    },
}

impl ConnectorError {
    /// Whether a later attempt may succeed without anybody changing anything.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Unreachable { .. } | Self::Refused { .. } => true,
            Self::StillThere { .. } | Self::Misconfigured { .. } => false,
        }
    }
}

/// Reads the person's rows of every dataset, in the order given, from one snapshot of the system.
///
/// # Errors
/// When the system cannot be reached or read, or when the data map does not fit it.
pub fn collect(
    system: &System,
    person: &Person,
    datasets: &[Dataset],
) -> Result<Vec<Table>, ConnectorError> {
    match kind(system)? {
        Kind::Sqlite(path) => sqlite::collect(system, path, person, datasets),
        Kind::Postgres => postgres::collect(system, person, datasets),
    }
}

/// Carries the steps out in one transaction, in the order given, then looks again through a new connection.
///
/// It may be repeated: a second run finds nothing to do. A table read by the condition of another table must
/// come after it; a wrong order is found out before anything is committed.
///
/// # Errors
/// As for [`collect`]; and [`ConnectorError::StillThere`] when the second reading finds rows.
pub fn erase(
    system: &System,
    person: &Person,
    erasures: &[Erasure],
) -> Result<Vec<Erased>, ConnectorError> {
    match kind(system)? {
        Kind::Sqlite(path) => sqlite::erase(system, path, person, erasures),
        Kind::Postgres => postgres::erase(system, person, erasures),
    }
}

/// Connects and reads nothing.
///
/// # Errors
/// When the system cannot be reached or does not let us in.
pub fn probe(system: &System) -> Result<(), ConnectorError> {
    match kind(system)? {
        Kind::Sqlite(path) => sqlite::probe(system, path),
        Kind::Postgres => postgres::probe(system),
    }
}

enum Kind<'a> {
    Sqlite(&'a str),
    Postgres,
}

fn kind(system: &System) -> Result<Kind<'_>, ConnectorError> {
    if let Some(path) = system.url.strip_prefix("sqlite://").filter(|path| !path.is_empty()) {
        return Ok(Kind::Sqlite(path));
    }
    if system.url.starts_with("postgres://") || system.url.starts_with("postgresql://") {
        return Ok(Kind::Postgres);
    }
    Err(misconfigured(
        system,
        "its url must begin with `sqlite://` and a path, or with `postgres://`",
    ))
}

fn misconfigured(system: &System, what: impl Into<String>) -> ConnectorError {
    ConnectorError::Misconfigured { system: system.id.clone(), what: what.into() }
}

fn refused(system: &System, what: impl Into<String>) -> ConnectorError {
    ConnectorError::Refused { system: system.id.clone(), what: what.into() }
}

fn unreachable(system: &System) -> ConnectorError {
    ConnectorError::Unreachable { system: system.id.clone() }
}

#[cfg(test)]
mod tests;
