//! Where the data lie, and what a connection to them is for.

use std::path::{Path, PathBuf};

use super::error::StoreError;

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

/// What a connection is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Write,
    Read,
}
