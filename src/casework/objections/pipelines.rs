//! API keys of pipelines: shown once, kept as a hash.

use std::sync::Arc;

use crate::domain::id::KeyId;
use crate::domain::time::Instant;
use crate::store::columns::api_keys;
use crate::store::rows::KeyRow;

use crate::casework::log::rows;
use crate::casework::{CaseworkError, Office, log, people};

/// A key as it is stored.
#[derive(Clone, Debug)]
pub struct StoredKey {
    /// What it is called.
    pub name: String,
    /// Its hash.
    pub hash: Vec<u8>,
    /// What it may do.
    pub scopes: Vec<String>,
    /// When it ends.
    pub expires_at: Option<Instant>,
}

/// Stores a new key by its hash, and logs that it was made.
///
/// # Errors
/// When the database does not answer.
pub fn create(office: &Arc<Office>, id: KeyId, key: StoredKey) -> Result<(), CaseworkError> {
    let inside = Arc::clone(office);
    office.store.write_blocking("create key", move |tx| {
        let now = inside.clock.now();
        let holder = people::controller_key(tx, &inside.vault, now)?;
        let row = KeyRow {
            id: id.0.to_vec(),
            name: key.name,
            hash: key.hash,
            scopes: key.scopes.join(" "),
            made_at: now.0,
            expires_at: key.expires_at.map(|at| at.0),
            revoked_at: None,
        };
        let made = api_keys::id.there(rows::key(&row))?;
        log::leaf(tx, now, (&people::CONTROLLER, &holder), None, &made)?;
        tx.insert_key(&row)?;
        Ok(())
    })
}

/// The keys that open something now.
///
/// # Errors
/// When the database does not answer.
pub fn usable(office: &Office) -> Result<Vec<StoredKey>, CaseworkError> {
    let rows = office.store.read_blocking("keys", |tx| tx.keys().map_err(CaseworkError::from))?;
    let usable = rows.into_iter().filter(|row| row.revoked_at.is_none());
    Ok(usable
        .map(|row| StoredKey {
            name: row.name,
            hash: row.hash,
            scopes: row.scopes.split(' ').map(str::to_owned).collect(),
            expires_at: row.expires_at.map(Instant),
        })
        .collect())
}
