//! Reads and erases one person's data in the systems of the data map.
//!
//! Start with [`collect`] and [`erase`]; `sql` turns a dataset into statements, `sqlite` and `postgres` run them;
//! [`inspect`](mod@inspect) looks whether a data map fits.
//!
//! **Invariants:** a value that identifies a person is only ever a bound parameter, never part of a statement
//! and never part of an error, and it is compared as text: two of them never reach one row. Nothing is created in a
//! system: a missing database is an error. Nobody else's rows change: what a cascade or a trigger would do beside an
//! erasure is seen before its commit. An erasure is believed only after a second connection has looked again.

mod beside;
pub mod inspect;
pub mod mail;
mod postgres;
mod sql;
mod sqlite;
mod step;
pub mod webhook;

use std::collections::BTreeMap;

use crate::domain::identity::LocalPart;
use crate::domain::matching::{Condition, NewValue};
use crate::domain::name::{DatasetId, SystemId};

/// One database of the data map.
#[derive(Clone)]
pub struct System {
    /// Its name in the data map, used in errors.
    pub id: SystemId,
    /// `sqlite:///absolute/path`, `sqlite://relative/path` or `postgres://…`; it may hold a password, so it is never shown.
    pub url: String,
    /// Tables, and what begins with their name and `_`, that triggers and cascades may change beside an erasure.
    pub side_effects: Vec<String>,
}

/// By what a dataset knows the person: verified identifiers alone (invariant 10). It has no `Debug`: these are personal data.
#[derive(Clone)]
pub struct Person {
    /// Accounts at the issuer of the dataset, bound to `:account`.
    pub accounts: Vec<String>,
    /// E-mail addresses, bound to `:email`.
    pub addresses: Vec<String>,
    /// How their local parts are compared.
    pub local_part: LocalPart,
}

/// Whose rows of what.
#[derive(Clone)]
pub struct Lookup {
    /// Where.
    pub dataset: Dataset,
    /// Whose.
    pub person: Person,
}

/// One table of a system, and how to find the person's rows in it.
#[derive(Clone, Debug)]
pub struct Dataset {
    /// Its name in the data map.
    pub id: DatasetId,
    /// Its name for the person.
    pub title: String,
    /// `table` or `schema.table`.
    pub table: String,
    /// The columns the person is given; empty means all of them.
    pub columns: Vec<String>,
    /// The operator's conditions; each that the known identifiers suffice for is used, and rows are found by any.
    pub matches: Vec<Condition>,
    /// Columns to sort by, such as `sent_at desc, id`. Without it rows are sorted by all the columns given.
    pub order_by: Option<String>,
}

/// The person's rows of one dataset.
pub struct Table {
    /// The dataset's name in the data map.
    pub dataset: DatasetId,
    /// The dataset's name for the person.
    pub title: String,
    /// The columns, in the order of each row.
    pub columns: Vec<String>,
    /// The rows; a blob is base64 text, and a number JSON cannot hold exactly is text.
    pub rows: Vec<Vec<serde_json::Value>>,
    /// Columns in which a text is not UTF-8, and is given as base64 for that.
    pub not_text: Vec<String>,
}

/// What an erasure does to the rows of a dataset.
#[derive(Clone, Debug)]
pub enum How {
    /// The rows go.
    Delete,
    /// The rows stay, these columns get these values.
    Overwrite(BTreeMap<String, NewValue>),
    /// The rows stay as they are, and are counted.
    Keep,
}

/// One step of an erasure.
#[derive(Clone)]
pub struct Erasure {
    /// Whose rows of what.
    pub lookup: Lookup,
    /// What to do there.
    pub how: How,
}

/// What one step of an erasure did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Erased {
    /// The dataset's name in the data map.
    pub dataset: DatasetId,
    /// The rows that it changed, each told once: not those that an earlier step deleted, nor those that had the new values
    /// already. For what is kept, the rows there are.
    pub rows: u64,
    /// The rows that still hold what was to go (0 once erased), or that were kept.
    pub rows_left: u64,
}

/// Asked before an erasure is committed, with what it did so far and what the database calls the transaction, if it tells
/// later what became of one. `false` takes all of it back.
pub type Consent<'c> = dyn FnMut(&[Erased], Option<&str>) -> bool + 'c;

/// Why a system could not be read or erased. No variant carries a personal value, a parameter or a password.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ConnectorError {
    /// There was no answer.
    #[error("`{system}` cannot be reached; check that it is running and that its url is right")]
    Unreachable {
        /// The system's name in the data map.
        system: SystemId,
    },
    /// It answered, but not now: locked, overloaded or out of time.
    #[error("`{system}` refused for now: {what}")]
    Refused {
        /// The system's name in the data map.
        system: SystemId,
        /// What it said, and what to do.
        what: String,
    },
    /// Whether the erasure was committed is not known: the connection was lost in between.
    #[error("`{system}` did not say whether it committed; it is asked again later")]
    Unsettled {
        /// The system's name in the data map.
        system: SystemId,
    },
    /// It was taken back before the commit, because the office no longer wanted it.
    #[error("the erasure in `{system}` was taken back before its commit")]
    Stopped {
        /// The system's name in the data map.
        system: SystemId,
    },
    /// A cascade or a trigger would change rows that nobody asked about.
    #[error(
        "what was to be done in `{system}` would also {what} {rows} rows of `{table}` by a cascade or a trigger, so nothing was changed; map these rows, change the cascade, or name the table in `side_effects`"
    )]
    Beside {
        /// The system's name in the data map.
        system: SystemId,
        /// The table.
        table: String,
        /// Add, change or delete.
        what: &'static str,
        /// How many rows more than was asked for.
        rows: u64,
    },
    /// Trying again will not help before somebody changes the data map or the system.
    #[error("`{system}` needs a change: {what}")]
    Misconfigured {
        /// The system's name in the data map.
        system: SystemId,
        /// What is wrong, and what to do.
        what: String,
    },
}

impl ConnectorError {
    /// Whether a later attempt may succeed without anybody changing anything.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Unreachable { .. } | Self::Refused { .. } | Self::Unsettled { .. } => true,
            Self::Stopped { .. } | Self::Beside { .. } | Self::Misconfigured { .. } => false,
        }
    }
}

/// Reads the person's rows of every dataset, in the order given, from one snapshot of the system.
///
/// # Errors
/// When the system cannot be reached or read, or when the data map does not fit it.
pub fn collect(system: &System, lookups: &[Lookup]) -> Result<Vec<Table>, ConnectorError> {
    match kind(system)? {
        Kind::Sqlite(path) => sqlite::collect(system, path, lookups),
        Kind::Postgres => postgres::collect(system, lookups),
    }
}

/// The accounts that a directory's query gives for an address.
///
/// # Errors
/// As for [`collect`].
pub fn accounts(
    system: &System,
    query: &Condition,
    address: &str,
    local_part: LocalPart,
) -> Result<Vec<String>, ConnectorError> {
    match kind(system)? {
        Kind::Sqlite(path) => sqlite::accounts(system, path, query, address, local_part),
        Kind::Postgres => postgres::accounts(system, query, address, local_part),
    }
}

/// Carries the steps out in one transaction, in the order given, asks for consent, commits, and looks again through a
/// new connection: rows that are there all the same are in the reports.
///
/// It may be repeated: a second run finds nothing to do. A table read by the condition of another table must
/// come after it; a wrong order is found out before anything is committed, and so is what a cascade or a trigger would
/// do to other rows.
///
/// # Errors
/// As for [`collect`]. Nothing was erased, but after [`ConnectorError::Unsettled`]: ask [`settled`] then.
pub fn erase(
    system: &System,
    erasures: &[Erasure],
    consent: &mut Consent<'_>,
) -> Result<Vec<Erased>, ConnectorError> {
    match kind(system)? {
        Kind::Sqlite(path) => sqlite::erase(system, path, erasures, consent),
        Kind::Postgres => postgres::erase(system, erasures, consent),
    }
}

/// What became of an erasure that was about to be committed: what is left of it now, or nothing when it did not happen.
/// `begun` and `mark` are what consent was asked for.
///
/// # Errors
/// As for [`collect`].
pub fn settled(
    system: &System,
    erasures: &[Erasure],
    begun: &[Erased],
    mark: Option<&str>,
) -> Result<Option<Vec<Erased>>, ConnectorError> {
    let (happened, left) = match kind(system)? {
        Kind::Sqlite(path) => (None, sqlite::left(system, path, erasures)?),
        Kind::Postgres => (postgres::outcome(system, mark)?, postgres::left(system, erasures)?),
    };
    let was = |dataset: &DatasetId| begun.iter().find(|erased| erased.dataset == *dataset);
    // A database that does not tell: a transaction happens whole or not at all.
    let gone =
        || left.iter().any(|now| was(&now.dataset).is_some_and(|was| now.rows_left < was.rows));
    if !happened.unwrap_or_else(gone) {
        return Ok(None);
    }
    let report = |now: Erased| Erased { rows: was(&now.dataset).map_or(0, |was| was.rows), ..now };
    Ok(Some(left.into_iter().map(report).collect()))
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
