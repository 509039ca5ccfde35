//! What pipelines read and tell: snapshots, changes, and the record of a filter run.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::name::PurposeId;
use crate::objections::base::Base;
use crate::objections::snapshot::Head;
use crate::objections::{Entry, MarkKey};

use crate::casework::{CaseworkError, Office, log, people};

/// Everybody who objects to a purpose now, with the signed head of a snapshot.
///
/// # Errors
/// When there is no such purpose.
pub fn snapshot(office: &Office, purpose: &str) -> Result<(String, Arc<Base>), CaseworkError> {
    let none = || CaseworkError::NoSuchPurpose(purpose.to_string());
    let key = office.index.shelf(purpose).ok_or_else(none)?.key();
    let base = office.index.everybody(purpose).ok_or_else(none)?;
    let head = Head::of(&base, purpose, key, office.clock.now());
    let signed = head.sign(&office.log_key).map_err(|_| CaseworkError::Unmade("log key"))?;
    Ok((signed, base))
}

/// What changed for one purpose after an epoch, oldest first, at most `limit`; each person's last change only.
///
/// # Errors
/// When there is no such purpose or the database does not answer.
pub async fn changes(
    office: &Office,
    purpose: &str,
    after: i64,
    limit: i64,
) -> Result<Vec<Entry>, CaseworkError> {
    if office.index.shelf(purpose).is_none() {
        return Err(CaseworkError::NoSuchPurpose(purpose.to_string()));
    }
    let purpose = PurposeId::from(purpose);
    let look = move |tx: &mut crate::store::Tx<'_>| {
        tx.changes_after(&purpose, after, limit)?
            .iter()
            .map(crate::casework::objections::objecting::entry)
            .collect()
    };
    office.store.read("objections changes", look).await
}

/// What a filter run did: by this a training set can be traced to the epoch it obeyed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Run {
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

/// Writes a run into the audit log; gives the index of its leaf.
///
/// # Errors
/// When there is no such purpose or the database does not answer.
pub async fn log_run(office: &Arc<Office>, run: Run) -> Result<i64, CaseworkError> {
    if office.index.shelf(&run.purpose).is_none() {
        return Err(CaseworkError::NoSuchPurpose(run.purpose.into()));
    }
    controller_leaf(office, "filter.run", run).await
}

/// Hands out the key of a purpose's marks, which the log remembers.
///
/// # Errors
/// When there is no such purpose or the database does not answer.
pub async fn hand_out_key(
    office: &Arc<Office>,
    purpose: &PurposeId,
    runs: String,
) -> Result<MarkKey, CaseworkError> {
    #[derive(Serialize)]
    struct HandedOut {
        purpose: PurposeId,
        key: String,
        runs: String,
    }
    let none = || CaseworkError::NoSuchPurpose(purpose.to_string());
    let key = office.index.shelf(purpose).ok_or_else(none)?.key().clone();
    let told = HandedOut { purpose: purpose.to_owned(), key: key.id(), runs };
    controller_leaf(office, "objections.key", told).await?;
    Ok(key)
}

async fn controller_leaf(
    office: &Arc<Office>,
    kind: &'static str,
    payload: impl Serialize + Send + 'static,
) -> Result<i64, CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut crate::store::Tx<'_>| {
        let now = inside.clock.now();
        let key = people::controller_key(tx, &inside.vault, now)?;
        log::leaf(tx, now, kind, (&people::CONTROLLER, &key), None, &payload)
    };
    office.store.write(kind, write).await
}
