//! What pipelines read and tell: snapshots, changes, and the record of a filter run.

use std::sync::Arc;

use crate::audit::leaf::Payload;
use crate::audit::leaf::objections::{FilterRun, KeyHandedOut};
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

/// Writes a run into the audit log; gives the index of its leaf.
///
/// # Errors
/// When there is no such purpose or the database does not answer.
pub async fn log_run(office: &Arc<Office>, run: FilterRun) -> Result<i64, CaseworkError> {
    if office.index.shelf(&run.purpose).is_none() {
        return Err(CaseworkError::NoSuchPurpose(run.purpose.into()));
    }
    controller_leaf(office, run).await
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
    let none = || CaseworkError::NoSuchPurpose(purpose.to_string());
    let key = office.index.shelf(purpose).ok_or_else(none)?.key().clone();
    let told = KeyHandedOut { purpose: purpose.clone(), key: key.id(), runs };
    controller_leaf(office, told).await?;
    Ok(key)
}

async fn controller_leaf(
    office: &Arc<Office>,
    payload: impl Payload + Send + 'static,
) -> Result<i64, CaseworkError> {
    let (inside, kind) = (Arc::clone(office), payload.kind().text());
    let write = move |tx: &mut crate::store::Tx<'_>| {
        let now = inside.clock.now();
        let key = people::controller_key(tx, &inside.vault, now)?;
        log::leaf(tx, now, (&people::CONTROLLER, &key), None, &payload)
    };
    office.store.write(kind, write).await
}
