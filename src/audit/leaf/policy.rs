//! What the log is told of policies: which text was in force when, who announced and approved it, and what changed outside.

use serde::{Deserialize, Serialize};

use super::kind::LeafKind;
use super::payload::{Payload, told_as};
use crate::domain::change::Change;
use crate::domain::role::Role;
use crate::domain::time::Instant;

told_as! {
    PolicyActivated: PolicyActivated,
    ChangeDeclared: ChangeDeclared,
}

/// A policy text that came into force.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PolicyActivated {
    /// Its file.
    pub file: String,
    /// Its content hash.
    pub policy: String,
    /// Of the text with its comments, which the policy's own hash leaves out.
    pub sha256: String,
    /// When it came into force for the first time, in milliseconds since 1970.
    pub at: i64,
    /// Since when this time, in milliseconds since 1970.
    #[serde(default)]
    pub since: i64,
    /// Which time it is, counted over all files.
    #[serde(default)]
    pub seq: i64,
}

/// Somebody announced or approved a version of the thresholds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PolicyStep {
    /// Its file.
    pub file: String,
    /// Its content hash.
    pub policy: String,
    /// Who.
    pub officer: String,
    /// In milliseconds since 1970.
    pub at: i64,
    /// In which role somebody approved; none for the announcement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Of the text that was announced, comments and all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

impl Payload for PolicyStep {
    fn kind(&self) -> LeafKind {
        match self.role {
            None => LeafKind::PolicyAnnounced,
            Some(_) => LeafKind::PolicyApproved,
        }
    }
}

/// Somebody declared a material change (P8). Whom it concerns is a matter of the leaf's holder: everybody, or one person.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ChangeDeclared {
    /// The change.
    #[serde(flatten)]
    pub change: Change,
    /// When it was declared.
    pub declared_at: Instant,
    /// By whom.
    pub officer: String,
    /// In their words.
    pub note: String,
}
