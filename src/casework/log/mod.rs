//! The log as the office writes it: leaves, what they hold, signed heads, witnesses, proofs, and the bundle for an authority.
//!
//! Start with [`leaf`]; what leaves hold is [`crate::audit::leaf`], and `rows` says of which rows of the database it is told.
//!
//! **Invariant:** no leaf is changed or taken away, and nothing here knows a case.

pub mod bundle;
pub mod cosigning;
pub mod proofs;
pub(crate) mod rows;
pub mod signing;

use crate::audit::entry;
use crate::audit::leaf::Payload;
use crate::domain::id::CaseId;
use crate::domain::time::Instant;
use crate::store::column::Column;
use crate::store::columns::openings;
use crate::store::rows::OpeningRow;
use crate::store::vault::{Dek, Place, random};
use crate::store::{Draft, Tx};

use crate::casework::CaseworkError;

/// Where the hashes of the tree lie.
pub(crate) const TILES: Column = Column::new("log_tiles", "hashes");

/// Appends one leaf with this payload, sealed with the holder's key; gives its index.
pub fn leaf(
    tx: &mut Tx<'_>,
    now: Instant,
    holder: (&[u8], &Dek),
    case: Option<CaseId>,
    payload: &impl Payload,
) -> Result<i64, CaseworkError> {
    let kind = payload.kind().text();
    let payload = openings::payload.read(payload.bytes())?;
    let salt: [u8; 32] = random();
    let commit = entry::commit(&salt, &payload);
    // The leaf's own salt names its place: its index is known only under the lock.
    let sealed = holder.1.seal(&opening_place(&salt), &payload)?;
    let draft =
        Draft { subject: holder.0.to_vec(), case: case.map(|c| c.0.to_vec()), salt, sealed };
    let bytes =
        |time: i64| entry::Entry::new(kind, time, commit).map(|e| e.bytes()).unwrap_or_default();
    Ok(tx.append(now.0, draft, bytes)?)
}

/// Opens what a leaf committed to.
pub fn open_payload(key: &Dek, row: &OpeningRow) -> Result<Vec<u8>, CaseworkError> {
    Ok(key.open(&opening_place(&row.salt), &row.payload)?)
}

pub(crate) fn opening_place(salt: &[u8]) -> Place<'_> {
    Place { table: "openings", column: "payload", row: salt }
}
