//! Durable state: SQLite or PostgreSQL behind one facade, written through lanes that commit in groups.
//!
//! Start with [`Store::write`] and [`tx::Tx`]. A write is acknowledged only after its group was committed with full sync
//! (invariant 1), together with its audit leaves (invariant 2). `queries` has what is asked, a file for each table; `meaning` what a
//! row says to the domain.
//!
//! **Invariant:** nobody outside this folder knows which database answers, and nobody outside it says `diesel`.

mod append;
pub mod column;
mod error;
mod lane;
mod location;
mod meaning;
pub mod migrate;
mod names;
mod postgres;
mod queries;
pub mod rows;
mod schema;
mod sqlite;
mod tail;
mod threads;
pub mod tx;
pub mod vault;

use std::fs::File;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use error::closed;

pub use append::{Draft, Tiles};
pub use column::Damaged;
pub use error::StoreError;
pub use location::Location;
pub use rows::columns;
pub use tx::Tx;

/// The durable state. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    writer: lane::Door,
    readers: lane::Door,
    frozen: Arc<AtomicBool>,
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
            Location::Postgres(_) => Some(threads::database_runtime()?),
        };
        let handle = runtime.as_ref().map(|r| r.handle().clone());
        Ok(Self {
            writer: lane::start_writer(location.clone(), handle.clone())?,
            readers: lane::start_readers(location, handle.as_ref(), readers)?,
            frozen: Arc::default(),
            location: location.clone(),
            runtime: Arc::new(runtime),
        })
    }

    /// From now on nothing is written.
    pub fn freeze(&self) {
        self.frozen.store(true, Ordering::Release);
    }

    /// Whether nothing is written.
    pub fn is_frozen(&self) -> bool {
        self.frozen.load(Ordering::Acquire)
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
        if self.is_frozen() {
            return Err(StoreError::RolledBack.into());
        }
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
        if self.is_frozen() {
            return Err(StoreError::RolledBack.into());
        }
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
