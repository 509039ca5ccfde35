//! Proofs out of the log: that a leaf lies under a signed head, that one head continues another, and the tiles for anybody who checks.

use crate::audit::tiles::TileId;
use crate::audit::{proof, tiles};
use crate::store::columns::{log_leaves, openings};
use crate::store::vault::Dek;
use crate::store::{Tiles, Tx};

use crate::casework::CaseworkError;
use crate::casework::log::{self, cosigning};

/// A proof that a leaf lies under the newest signed head, as a tlog-proof; `extra` opens the leaf where it is given.
///
/// # Errors
/// [`CaseworkError::NotSignedYet`] until a head covers the leaf.
pub fn prove(tx: &mut Tx<'_>, leaf: i64, extra: Option<String>) -> Result<String, CaseworkError> {
    let signed = cosigning::head_over(tx, leaf)?.ok_or(CaseworkError::NotSignedYet)?;
    let index = u64::try_from(leaf).unwrap_or_default();
    let size = u64::try_from(signed.size).unwrap_or_default();
    let hashes = log::TILES.read(tiles::prove_inclusion(&mut Tiles(tx), size, index))?;
    let proof = proof::Proof { extra, index, hashes, checkpoint: signed.note };
    Ok(proof.to_text())
}

/// A receipt: the same proof, with what the leaf commits to, which this key opens.
///
/// # Errors
/// [`CaseworkError::NotSignedYet`] until a head covers the leaf.
pub fn receipt(tx: &mut Tx<'_>, key: &Dek, leaf: i64) -> Result<String, CaseworkError> {
    let opening = openings::idx.there(tx.openings_at(&[leaf])?.into_iter().next())?;
    let entry = log_leaves::idx.there(tx.leaves(leaf, leaf + 1)?.into_iter().next())?;
    let payload = log::open_payload(key, &opening)?;
    let salt = openings::salt.bytes(&opening.salt)?;
    let extra = openings::payload.read(proof::receipt_extra(&entry.entry, &payload, &salt))?;
    prove(tx, leaf, Some(extra))
}

/// A proof that the head over `from` leaves is a prefix of the one over `to`, one hash a line.
///
/// # Errors
/// When there are no such sizes.
pub fn prove_consistency(
    tx: &mut Tx<'_>,
    from: u64,
    to: u64,
) -> Result<Vec<String>, CaseworkError> {
    let size = u64::try_from(tx.log_head()?.0).unwrap_or_default();
    if from > to || to > size {
        return Err(CaseworkError::NoSuchCase);
    }
    let hashes = log::TILES.read(tiles::prove_consistency(&mut Tiles(tx), from, to))?;
    Ok(hashes.iter().map(ToString::to_string).collect())
}

/// The first `width` entries of a bundle (tlog-tiles): each behind its length in two bytes.
///
/// # Errors
/// When the database does not answer.
pub fn entries(tx: &mut Tx<'_>, index: u64, width: u16) -> Result<Option<Vec<u8>>, CaseworkError> {
    let Some(first) = index.checked_mul(256).and_then(|first| i64::try_from(first).ok()) else {
        return Ok(None);
    };
    let rows = tx.leaves(first, first.saturating_add(i64::from(width)))?;
    if rows.len() != usize::from(width) {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    for row in rows {
        let length = log_leaves::entry.read(u16::try_from(row.entry.len()))?;
        bytes.extend_from_slice(&length.to_be_bytes());
        bytes.extend_from_slice(&row.entry);
    }
    Ok(Some(bytes))
}

/// The first `width` hashes of a tile, if the signed log is that wide.
///
/// # Errors
/// When the database does not answer.
pub fn tile(tx: &mut Tx<'_>, id: TileId, width: u16) -> Result<Option<Vec<u8>>, CaseworkError> {
    let bytes = tx.tile(id)?;
    Ok(bytes.and_then(|bytes| bytes.get(..usize::from(width) * 32).map(<[u8]>::to_vec)))
}
