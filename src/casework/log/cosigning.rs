//! What is asked of witnesses, and what they said. The asking itself is the jobs' part.

use std::sync::Arc;

use crate::audit::tiles;
use crate::audit::witness::AddCheckpoint;
pub use crate::audit::witness::Witness;
use crate::store::rows::{CheckpointRow, CosignatureRow};
use crate::store::{Tiles, Tx};

use crate::casework::log::TILES;
use crate::casework::log::signing::cosignature_seal;
use crate::casework::{CaseworkError, Office};

/// One question to a witness.
#[derive(Clone, Debug)]
pub struct Question {
    /// The signed head it is about.
    pub size: u64,
    /// The body of the request.
    pub body: String,
    head: CheckpointRow,
}

/// What there is to ask a witness: the newest head, unless they have cosigned it. `old` is what they said they have seen;
/// without it the last of their cosignatures tells.
///
/// # Errors
/// When the database does not answer.
pub fn question(
    office: &Office,
    witness: &Witness,
    old: Option<u64>,
) -> Result<Option<Question>, CaseworkError> {
    let name = witness.name().to_owned();
    office.store.read_blocking("witness question", move |tx| {
        let Some(head) = tx.last_checkpoint()? else { return Ok(None) };
        let seen = tx.last_cosignature(&name)?.map_or(0, |row| row.size);
        if seen >= head.size {
            return Ok(None);
        }
        let size = u64::try_from(head.size).unwrap_or_default();
        let old = old.unwrap_or_else(|| u64::try_from(seen).unwrap_or_default());
        let proof = if old >= size {
            Vec::new()
        } else {
            TILES.read(tiles::prove_consistency(&mut Tiles(tx), old, size))?
        };
        let asked = AddCheckpoint { old, proof, checkpoint: head.note.clone() };
        Ok(Some(Question { size, body: asked.to_string(), head }))
    })
}

/// Keeps a witness's answer. `false`: it holds no cosignature of theirs over this head.
///
/// # Errors
/// When the database does not answer.
pub fn keep(
    office: &Arc<Office>,
    witness: &Witness,
    question: &Question,
    answer: &str,
) -> Result<bool, CaseworkError> {
    if witness.cosigned(&question.head.note, answer).is_err() {
        return Ok(false);
    }
    let own = answer
        .lines()
        .find(|line| witness.cosigned(&question.head.note, line).is_ok())
        .unwrap_or_default();
    let mut row = CosignatureRow {
        size: question.head.size,
        witness: witness.name().to_owned(),
        line: format!("{own}\n"),
        seal: Vec::new(),
    };
    let inside = Arc::clone(office);
    office.store.write_blocking("cosignature", move |tx| {
        tx.lock_head()?;
        let before = tx.last_cosignature(&row.witness)?;
        if before.as_ref().is_none_or(|before| before.size < row.size) {
            let before = before.map(|row| row.seal).unwrap_or_default();
            row.seal = cosignature_seal(&inside.vault, &before, &row);
            tx.put_cosignature(&row)?;
        }
        Ok::<_, CaseworkError>(true)
    })
}

/// The newest signed head, with everything that witnesses said of it.
///
/// # Errors
/// When the database does not answer.
pub fn head(tx: &mut Tx<'_>) -> Result<Option<CheckpointRow>, CaseworkError> {
    tx.last_checkpoint()?.map(|row| with_cosignatures(tx, row)).transpose()
}

/// The head that a proof of this leaf is made under: the newest that a witness has cosigned, if one covers it.
pub(crate) fn head_over(
    tx: &mut Tx<'_>,
    leaf: i64,
) -> Result<Option<CheckpointRow>, CaseworkError> {
    let cosigned = tx.last_cosigned()?.filter(|size| *size > leaf);
    let row = match cosigned {
        Some(size) => tx.checkpoints_after(size - 1, 1)?.into_iter().find(|row| row.size == size),
        None => tx.last_checkpoint()?,
    };
    row.filter(|row| row.size > leaf).map(|row| with_cosignatures(tx, row)).transpose()
}

pub(crate) fn with_cosignatures(
    tx: &mut Tx<'_>,
    mut row: CheckpointRow,
) -> Result<CheckpointRow, CaseworkError> {
    for said in tx.cosignatures_of(row.size)? {
        row.note.push_str(&said.line);
    }
    Ok(row)
}
