//! Durable state: SQLite or PostgreSQL behind one facade, written through lanes that commit in groups.
//!
//! Start with [`Store::write`] and [`tx::Tx`]. A write is acknowledged only after its group was committed with full sync
//! (invariant 1), together with its audit leaves (invariant 2).
//!
//! **Invariant:** nobody outside this folder knows which database answers, and nobody outside it says `diesel`.

mod lane;
pub mod migrate;
mod postgres;
pub mod rows;
mod schema;
mod sqlite;
pub mod tail;
pub mod tx;
pub mod vault;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use diesel::result::{DatabaseErrorKind, Error as DieselError};

pub use tail::{Draft, Tiles};
pub use tx::Tx;

/// What a caller can react to.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    /// Too much waits already: come back in a moment.
    #[error("the database is busy; try again in a moment")]
    Busy,
    /// The disk is full: nothing was written.
    #[error("the disk is full; free some space, then try again")]
    Full,
    /// A constraint said no.
    #[error("the database refused it: {constraint}")]
    Conflict {
        /// What the database called it.
        constraint: String,
    },
    /// The database does not answer; it will be tried again.
    #[error("{0}")]
    Unavailable(String),
    /// Something is wrong that a retry does not mend.
    #[error("{0}")]
    Broken(String),
}

impl From<DieselError> for StoreError {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the library's lists of errors are open")]
    fn from(error: DieselError) -> Self {
        let DieselError::DatabaseError(kind, info) = error else {
            return match error {
                DieselError::BrokenTransactionManager => {
                    Self::Unavailable("the database connection broke".into())
                }
                other => Self::Broken(format!("a query failed: {other}")),
            };
        };
        let message = info.message().to_owned();
        match kind {
            DatabaseErrorKind::UniqueViolation
            | DatabaseErrorKind::ForeignKeyViolation
            | DatabaseErrorKind::NotNullViolation
            | DatabaseErrorKind::CheckViolation => Self::Conflict { constraint: message },
            DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand => {
                Self::Unavailable("the connection to the database is closed".into())
            }
            DatabaseErrorKind::SerializationFailure => Self::Busy,
            _ if message.contains("disk is full") || message.contains("No space left") => {
                Self::Full
            }
            _ if message.contains("is locked") => Self::Busy,
            _ if message.contains("terminating connection")
                || message.contains("shutting down") =>
            {
                Self::Unavailable("the database is shutting down".into())
            }
            _ => Self::Broken(format!("the database failed: {message}")),
        }
    }
}

/// Where the data lie.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Location {
    /// One file.
    Sqlite(PathBuf),
    /// A server, by URL.
    Postgres(String),
}

impl Location {
    /// Reads `sqlite://path` or `postgres://…`; a relative path is relative to `base`.
    ///
    /// # Errors
    /// When it is neither.
    pub fn parse(url: &str, base: &Path) -> Result<Self, StoreError> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(url.to_owned()));
        }
        match url.strip_prefix("sqlite://") {
            Some(path) if !path.is_empty() => Ok(Self::Sqlite(base.join(path))),
            _ => Err(StoreError::Broken(
                "the database URL is not understood; write `sqlite://habeas.db` or `postgres://user@host/db`".into(),
            )),
        }
    }
}

/// The durable state. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    writer: lane::Door,
    readers: lane::Door,
    location: Location,
    // Last, so that the lanes' connections close before their runtime does.
    runtime: Arc<Option<tokio::runtime::Runtime>>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

impl Store {
    /// Opens the database, migrates it and starts its lanes, `readers` of them for reading. Call it on a plain thread, before any server runs.
    ///
    /// # Errors
    /// When the database cannot be reached or is newer than this program.
    pub fn open(location: &Location, readers: usize) -> Result<Self, StoreError> {
        migrate::up(location)?;
        let runtime = match location {
            Location::Sqlite(_) => None,
            Location::Postgres(_) => Some(database_runtime()?),
        };
        let handle = runtime.as_ref().map(|r| r.handle().clone());
        Ok(Self {
            writer: lane::start_writer(location.clone(), handle.clone())?,
            readers: lane::start_readers(location, handle.as_ref(), readers)?,
            location: location.clone(),
            runtime: Arc::new(runtime),
        })
    }

    /// Runs `work` in the next group and answers after its commit. When it fails, nothing of it was written. The name
    /// appears in logs.
    ///
    /// # Errors
    /// What `work` returned, or that the database did not commit.
    pub async fn write<T, E, F>(&self, name: &'static str, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        match self.writer.send(name, work) {
            Ok(answer) => answer.await.unwrap_or_else(|_| Err(closed().into())),
            Err(error) => Err(error.into()),
        }
    }

    /// As [`Store::write`], from a plain thread.
    ///
    /// # Errors
    /// As [`Store::write`].
    pub fn write_blocking<T, E, F>(&self, name: &'static str, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        match self.writer.send(name, work) {
            Ok(answer) => answer.blocking_recv().unwrap_or_else(|_| Err(closed().into())),
            Err(error) => Err(error.into()),
        }
    }

    /// Runs `work` on a connection that cannot write.
    ///
    /// # Errors
    /// What `work` returned, or that the database did not answer.
    pub async fn read<T, E, F>(&self, name: &'static str, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        match self.readers.send(name, work) {
            Ok(answer) => answer.await.unwrap_or_else(|_| Err(closed().into())),
            Err(error) => Err(error.into()),
        }
    }

    /// As [`Store::read`], from a plain thread.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub fn read_blocking<T, E, F>(&self, name: &'static str, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        match self.readers.send(name, work) {
            Ok(answer) => answer.blocking_recv().unwrap_or_else(|_| Err(closed().into())),
            Err(error) => Err(error.into()),
        }
    }

    /// Calls `wake` whenever another node has committed an objection, as far as the database can tell (PostgreSQL), until
    /// `wake` says no. It is a shortcut: whoever needs to know also looks.
    pub fn listen(&self, wake: impl Fn() -> bool + Send + Sync + 'static) {
        if let (Location::Postgres(url), Some(runtime)) = (&self.location, &*self.runtime) {
            runtime.spawn(postgres::listen(url.clone(), wake));
        }
    }

    /// Copies everything into the main file and empties the WAL, so that nothing deleted is left in it (SECURITY F5).
    pub fn scrub(&self) {
        self.writer.scrub();
    }
}

fn closed() -> StoreError {
    StoreError::Unavailable("the database lane has stopped".into())
}

fn database_runtime() -> Result<tokio::runtime::Runtime, StoreError> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name("database")
        .enable_all()
        .build()
        .map_err(|e| {
            StoreError::Broken(format!("no thread for the database could be started: {e}"))
        })
}

/// The mark of the one server of a SQLite file. Commands may open the file beside it (SETTLED 6).
#[derive(Debug)]
pub struct ServerLock {
    _file: Option<File>,
}

impl ServerLock {
    /// Takes the lock; it goes with the value, or with the process.
    ///
    /// # Errors
    /// When another server has it.
    pub fn take(location: &Location) -> Result<Self, StoreError> {
        let Location::Sqlite(database) = location else { return Ok(Self { _file: None }) };
        let mut path = database.as_os_str().to_owned();
        path.push(".lock");
        let refused = |e: std::io::Error| {
            StoreError::Broken(format!("the lock file beside the database cannot be made: {e}"))
        };
        let file = File::create(&path).map_err(refused)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: Some(file) }),
            Err(std::fs::TryLockError::WouldBlock) => Err(StoreError::Broken(
                "another server already serves this database file; stop it, or use PostgreSQL for several nodes".into(),
            )),
            Err(std::fs::TryLockError::Error(e)) => Err(refused(e)),
        }
    }
}
