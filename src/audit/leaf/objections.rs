//! What the log is told of objections: a person's own word, the list that pipelines obey, and who obeys it.

use serde::{Deserialize, Serialize};

use super::payload::told_as;
use crate::domain::id::Reference;
use crate::domain::name::{PurposeId, SystemId};
use crate::domain::objection::Objection;

told_as! {
    ObjectionRecorded: ObjectionRecorded,
    ObjectionsChanged: ObjectionsChanged,
    ObjectionsImported: ObjectionsImported,
    ObjectionsInherited: ObjectionsInherited,
    KeyHandedOut: ObjectionsKey,
    FilterRun: FilterRun,
    RecipientObeys: RecipientObeys,
    RecipientTask: RecipientTask,
}

/// A person objected, or took it back; the leaf is theirs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ObjectionRecorded {
    /// The entry as it is now.
    pub objection: Objection,
    /// The epoch from which pipelines obey it.
    pub epoch: i64,
    /// The case it came with, when it came as a request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<Reference>,
    /// A digest of what is kept sealed beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<String>,
}

/// A row of the objection list: a mark and no name. Short, because lists have many.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(into = "Columns", from = "Columns")]
pub struct Row {
    /// In hex.
    pub mark: String,
    /// For what.
    pub purpose: PurposeId,
    /// Whether it is in force, as a word.
    pub standing: String,
    /// In milliseconds since 1970.
    pub since: i64,
    /// From which pipelines obey it.
    pub epoch: i64,
    /// How sure it is, as a word.
    pub assurance: String,
    /// The mark that it was carried over from, in hex.
    pub via: Option<String>,
    /// Since when it is under a restriction, in milliseconds since 1970.
    pub restricted_at: Option<i64>,
}

#[derive(Serialize, Deserialize)]
struct Columns(
    String,
    PurposeId,
    String,
    i64,
    i64,
    String,
    Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")] Option<i64>,
);

impl From<Row> for Columns {
    fn from(row: Row) -> Self {
        let Row { mark, purpose, standing, since, epoch, assurance, via, restricted_at } = row;
        Self(mark, purpose, standing, since, epoch, assurance, via, restricted_at)
    }
}

impl From<Columns> for Row {
    fn from(columns: Columns) -> Self {
        let Columns(mark, purpose, standing, since, epoch, assurance, via, restricted_at) = columns;
        Self { mark, purpose, standing, since, epoch, assurance, via, restricted_at }
    }
}

/// How rows are now.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ObjectionsChanged {
    /// Those that changed.
    pub rows: Vec<Row>,
}

/// What an import did.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Imported {
    /// Objections that are in force now and were not before.
    pub added: u64,
    /// That were in force already.
    pub known: u64,
    /// That the person took back later than the list says.
    pub taken_back: u64,
}

/// A list was brought in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ObjectionsImported {
    /// What that did.
    #[serde(flatten)]
    pub done: Imported,
    /// The rows that are new.
    pub rows: Vec<Row>,
}

/// A later purpose of the same kind took over who objected.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ObjectionsInherited {
    /// The later one.
    pub purpose: PurposeId,
    /// The elder one.
    pub from: String,
    /// How many.
    pub count: u64,
    /// The rows that are new.
    pub rows: Vec<Row>,
}

/// The key of a purpose's marks was handed out.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct KeyHandedOut {
    /// For what.
    pub purpose: PurposeId,
    /// The id of the key of the marks.
    pub key: String,
    /// By which API key, or by a command.
    pub runs: String,
}

/// What a filter run did: by this a training set can be traced to the epoch it obeyed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilterRun {
    /// For what.
    pub purpose: PurposeId,
    /// Every objection up to this epoch was obeyed.
    pub epoch: i64,
    /// Of the bytes read, in hex.
    pub input_sha256: String,
    /// How many.
    pub input_bytes: u64,
    /// Of the bytes written, in hex.
    pub output_sha256: String,
    /// How many.
    pub output_bytes: u64,
    /// Records copied.
    pub kept: u64,
    /// Records left out, because their people object.
    pub dropped: u64,
    /// Records left out, because they could not be read.
    pub skipped: u64,
}

/// A system says up to which epoch it obeys.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RecipientObeys {
    /// Which one.
    pub system: SystemId,
    /// For what.
    pub purpose: PurposeId,
    /// Everything up to this one.
    pub epoch: i64,
}

/// A system did not hear or obey, and a human must see to it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RecipientTask {
    /// Which one.
    pub system: SystemId,
    /// For what.
    pub purpose: PurposeId,
    /// What is wrong.
    pub reason: String,
}
