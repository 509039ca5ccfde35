//! What can go wrong in the database, as a caller can react to it.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

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
    /// The log was rolled back: nothing is written until somebody has decided how it goes on.
    #[error(
        "the log was rolled back: this gateway reads and does not write; see docs/audit.md, \"Rolled back\""
    )]
    RolledBack,
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

/// The lane that would have done it has ended.
pub(super) fn closed() -> StoreError {
    StoreError::Unavailable("the database lane has stopped".into())
}
