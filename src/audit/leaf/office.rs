//! What the log is told of the office itself: API keys, tasks of no case, what was handed out, and that the log was recovered.

use serde::{Deserialize, Serialize};

use super::payload::told_as;
use crate::domain::id::{KeyId, TaskId};

told_as! {
    KeyCreated: KeyCreated,
    TaskDone: TaskDone,
    DatamapShown: DatamapShown,
    AuditExported: AuditExported,
    ReviewExported: ReviewExported,
    LogRecovered: LogRecovered,
}

/// A new API key. The hash opens nothing; it is what a key is recognised by.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct KeyCreated {
    /// Its id.
    pub key: KeyId,
    /// What it is called.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<String>,
    /// Base64.
    pub hash: String,
    /// In milliseconds since 1970.
    pub made_at: i64,
    /// In milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires_at: Option<i64>,
}

/// A task of no case was done.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TaskDone {
    /// Which one.
    pub task: TaskId,
    /// The system that it was about.
    pub system: String,
    /// By whom.
    pub officer: String,
}

/// An operator tried the data map on somebody; not on whom.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DatamapShown {
    /// Who looked.
    pub by: String,
    /// The content hash of the map.
    pub map: String,
}

/// A part of the log was handed out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AuditExported {
    /// To whom.
    pub by: String,
    /// The first leaf.
    pub first: i64,
    /// How many.
    pub count: i64,
    /// The size of the signed head that covers them.
    pub head: i64,
}

/// The log of flags was handed out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReviewExported {
    /// To whom.
    pub officer: String,
    /// RFC 3339.
    pub from: String,
    /// RFC 3339, not included.
    pub to: String,
    /// How many.
    pub flags: u64,
}

/// The log went on after it had been rolled back.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LogRecovered {
    /// The signed head that was lost, as a note.
    pub lost: String,
    /// Leaves that were left.
    pub kept: u64,
    /// Under which name the log goes on.
    pub origin: String,
}
