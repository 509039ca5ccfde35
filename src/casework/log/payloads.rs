//! What the log tells of the rows that belong to nobody in particular: the objection list, API keys, policies, erasures.
//!
//! The leaves for it are sealed with the controller's key, so that they can be read when the people are forgotten. Of an
//! objection they hold what its row holds, a mark and no name.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use crate::audit::hex::hex;
use crate::domain::id::KeyId;
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::rows::{KeyRow, ObjectionRow, PolicyRow};
use crate::store::vault::Vault;

use crate::casework::{CaseworkError, log, people};

/// A row of the objection list: mark, purpose, standing, since, epoch, assurance, and the mark that it was carried over
/// from; then since when it is under a restriction, if it is. Short, because lists have many.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Row(
    String,
    String,
    String,
    i64,
    i64,
    String,
    Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")] Option<i64>,
);

impl Row {
    pub(crate) fn of(row: &ObjectionRow) -> Self {
        let (purpose, standing) = (row.purpose.to_string(), row.standing.clone());
        let (assurance, via) = (row.assurance.clone(), row.via.as_deref().map(hex));
        Self(
            hex(&row.mark),
            purpose,
            standing,
            row.since,
            row.epoch,
            assurance,
            via,
            row.restricted_at,
        )
    }

    /// What it is found by.
    pub(crate) fn key(&self) -> (String, String) {
        (self.0.clone(), self.1.clone())
    }

    pub(crate) fn epoch(&self) -> i64 {
        self.4
    }

    /// Since when, and whether it is in force.
    pub(crate) fn standing(&self) -> (&str, i64) {
        (&self.2, self.3)
    }
}

/// What is told of rows that changed.
#[derive(Serialize, Deserialize)]
pub(crate) struct Rows {
    pub(crate) rows: Vec<Row>,
}

/// Tells the log how a row of the objection list is now.
pub(crate) fn tell_row(
    tx: &mut Tx<'_>,
    vault: &Vault,
    now: Instant,
    row: &ObjectionRow,
) -> Result<(), CaseworkError> {
    let key = people::controller_key(tx, vault, now)?;
    let told = Rows { rows: vec![Row::of(row)] };
    log::leaf(tx, now, "objections.changed", (&people::CONTROLLER, &key), None, &told)?;
    Ok(())
}

/// A new API key. The hash opens nothing; it is what a key is recognised by.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct KeyMade {
    pub(crate) key: KeyId,
    pub(crate) name: String,
    pub(crate) scopes: Vec<String>,
    pub(crate) hash: String,
    pub(crate) made_at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) expires_at: Option<i64>,
}

impl KeyMade {
    /// As its row tells it.
    pub(crate) fn of(row: &KeyRow) -> Option<Self> {
        Some(Self {
            key: KeyId(row.id.as_slice().try_into().ok()?),
            name: row.name.clone(),
            scopes: row.scopes.split(' ').map(str::to_owned).collect(),
            hash: STANDARD.encode(&row.hash),
            made_at: row.made_at,
            expires_at: row.expires_at,
        })
    }
}

/// A policy text that came into force.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Activated {
    pub(crate) file: String,
    pub(crate) policy: String,
    /// Of the text with its comments, which the policy's own hash leaves out.
    pub(crate) sha256: String,
    pub(crate) at: i64,
    /// Since when this time, and which time it is.
    #[serde(default)]
    pub(crate) since: i64,
    #[serde(default)]
    pub(crate) seq: i64,
}

impl Activated {
    /// As its row tells it.
    pub(crate) fn of(row: &PolicyRow) -> Self {
        Self {
            file: row.kind.clone(),
            policy: row.hash.clone(),
            sha256: hex(&crate::audit::merkle::Hash::of(row.text.as_bytes()).0),
            at: row.activated_at,
            since: row.activated_at,
            seq: 0,
        }
    }
}

/// A person was forgotten. Only counts: which openings and cases they were is told by the marks left in their places, which
/// belong to nobody.
#[derive(Serialize, Deserialize)]
pub(crate) struct Erased {
    pub(crate) openings: u64,
    pub(crate) cases: u64,
    /// The number of the last declared change, anybody's, so that numbers of forgotten changes stay known.
    #[serde(default)]
    pub(crate) last_change: i64,
}

/// A claim ticket has dated a request and cannot again.
#[derive(Serialize, Deserialize)]
pub(crate) struct Spent {
    pub(crate) nonce: String,
    pub(crate) case: String,
    pub(crate) expires_at: i64,
    pub(crate) at: i64,
}

/// Packages whose time was over.
#[derive(Serialize, Deserialize)]
pub(crate) struct Dropped {
    pub(crate) cases: Vec<String>,
}

/// The log went on after it had been rolled back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Recovered {
    /// The signed head that was lost, as a note.
    pub(crate) lost: String,
    /// Leaves that were left.
    pub(crate) kept: u64,
    /// Under which name the log goes on.
    pub(crate) origin: String,
}

pub(crate) const CHANGES: &str = "policy_changes";
