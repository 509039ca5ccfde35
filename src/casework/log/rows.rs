//! Rows of the database as the log tells them: of an objection what its row holds, of a policy its digest, of a key its hash.
//!
//! The leaves for them are sealed with the controller's key, so that they can be read when the people are forgotten.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::audit::hex::hex;
use crate::audit::leaf::objections::{ObjectionsChanged, Row};
use crate::audit::leaf::office::KeyCreated;
use crate::audit::leaf::policy::PolicyActivated;
use crate::audit::merkle::Hash;
use crate::domain::id::KeyId;
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::rows::{KeyRow, ObjectionRow, PolicyRow};
use crate::store::vault::Vault;

use crate::casework::{CaseworkError, log, people};

/// The counter of declared changes.
pub(crate) const CHANGES: &str = "policy_changes";

/// A row of the objection list.
pub(crate) fn objection(row: &ObjectionRow) -> Row {
    Row {
        mark: hex(&row.mark),
        purpose: row.purpose.clone(),
        standing: row.standing.clone(),
        since: row.since,
        epoch: row.epoch,
        assurance: row.assurance.clone(),
        via: row.via.as_deref().map(hex),
        restricted_at: row.restricted_at,
    }
}

/// Tells the log how a row of the objection list is now.
pub(crate) fn tell_objection(
    tx: &mut Tx<'_>,
    vault: &Vault,
    now: Instant,
    row: &ObjectionRow,
) -> Result<(), CaseworkError> {
    let key = people::controller_key(tx, vault, now)?;
    let told = ObjectionsChanged { rows: vec![objection(row)] };
    log::leaf(tx, now, (&people::CONTROLLER, &key), None, &told)?;
    Ok(())
}

/// An API key. Nothing when its id is none.
pub(crate) fn key(row: &KeyRow) -> Option<KeyCreated> {
    Some(KeyCreated {
        key: KeyId(row.id.as_slice().try_into().ok()?),
        name: row.name.clone(),
        scopes: row.scopes.split(' ').map(str::to_owned).collect(),
        hash: STANDARD.encode(&row.hash),
        made_at: row.made_at,
        expires_at: row.expires_at,
    })
}

/// A policy, in force for the first time.
pub(crate) fn policy(row: &PolicyRow) -> PolicyActivated {
    PolicyActivated {
        file: row.kind.clone(),
        policy: row.hash.clone(),
        sha256: hex(&Hash::of(row.text.as_bytes()).0),
        at: row.activated_at,
        since: row.activated_at,
        seq: 0,
    }
}
