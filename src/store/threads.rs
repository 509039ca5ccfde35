//! The threads of the database: one for each lane, and one for PostgreSQL's connections.

use super::error::StoreError;

/// Starts a thread that has a name.
pub(super) fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> Result<(), StoreError> {
    std::thread::Builder::new().name(name.to_owned()).spawn(body).map(|_| ()).map_err(|e| {
        StoreError::Broken(format!("no thread for the database could be started: {e}"))
    })
}

/// Where the connections of PostgreSQL live.
pub(super) fn database_runtime() -> Result<tokio::runtime::Runtime, StoreError> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .thread_name("database")
        .enable_all()
        .build()
        .map_err(|e| {
            StoreError::Broken(format!("no thread for the database could be started: {e}"))
        })
}
