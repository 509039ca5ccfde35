//! Policies come into force: their texts are kept for ever by content hash, and the log says since when.

use std::sync::Arc;

use crate::policy::purposes::Purposes;
use crate::store::rows::PolicyRow;

use super::ledger::Activated;
use super::{CaseworkError, Office, people, record};

/// Stores the policies in force; a text that was known already changes nothing.
///
/// # Errors
/// When the database does not answer.
pub fn activate(office: &Arc<Office>) -> Result<(), CaseworkError> {
    // First: were it done afterwards and broke off, nobody would know that it is still owed.
    let before = office.store.read_blocking("purposes until now", purposes_until_now)?;
    super::lists::inherit(office, &before)?;
    let inside = Arc::clone(office);
    office.store.write_blocking("activate policies", move |tx| {
        let now = inside.clock.now();
        for (file, policy) in &inside.policies.texts {
            let row = PolicyRow {
                hash: policy.hash.clone(),
                kind: file.clone(),
                text: policy.text.clone(),
                activated_at: now.0,
            };
            if tx.put_policy(&row)? == 1 {
                let key = people::controller_key(tx, &inside.vault, now)?;
                let payload = Activated::of(&row);
                let holder = (people::CONTROLLER.as_slice(), &key);
                record::leaf(tx, now, "policy.activated", holder, None, &payload)?;
            }
        }
        Ok(())
    })
}

fn purposes_until_now(tx: &mut crate::store::Tx<'_>) -> Result<Vec<Purposes>, CaseworkError> {
    let rows = tx.policies_of("purposes.toml")?;
    rows.iter()
        .map(|row| toml::from_str(&row.text).map_err(|_| CaseworkError::Damaged("purposes")))
        .collect()
}

/// A policy text by its hash.
///
/// # Errors
/// When the database does not answer.
pub async fn text(
    office: &Arc<Office>,
    hash: String,
) -> Result<Option<(String, String)>, CaseworkError> {
    let read =
        move |tx: &mut crate::store::Tx<'_>| Ok(tx.policy(&hash)?.map(|row| (row.kind, row.text)));
    office.store.read("policy", read).await
}
