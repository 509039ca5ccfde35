//! The gateway forgets a person itself (R-RET-1 to 3): keys, names, openings and free text go; the tree stays, and every
//! proof still verifies (invariant 11). Objections stay as keyed hashes, because they must be honoured (LAW 6).

use std::sync::Arc;

use crate::domain::id::Reference;

use super::{CaseworkError, Office, people, record};

#[derive(serde::Serialize)]
struct Erased {
    /// Which openings are gone, so that a verifier can tell an erasure from a loss.
    leaves: Vec<i64>,
}

/// Forgets the person behind a case. Gives how many openings were erased.
///
/// # Errors
/// [`CaseworkError::NoSuchCase`] when there is no such case or its person was forgotten before.
pub fn forget(office: &Arc<Office>, reference: Reference) -> Result<usize, CaseworkError> {
    let inside = Arc::clone(office);
    let erased = office.store.write_blocking("forget", move |tx| {
        let row = tx.case_by_reference(&reference.to_string())?.ok_or(CaseworkError::NoSuchCase)?;
        let subject = row.subject_id;
        let person = people::by_id(tx, &inside.vault, &subject)?;
        person.ok_or(CaseworkError::NoSuchCase)?;
        let leaves: Vec<i64> = tx.openings_of(&subject)?.iter().map(|row| row.idx).collect();
        let count = leaves.len();
        let now = inside.clock.now();
        let key = people::controller_key(tx, &inside.vault, now)?;
        let payload = Erased { leaves };
        record::leaf(tx, now, "openings.erased", (&people::CONTROLLER, &key), None, &payload)?;
        tx.shred_openings(&subject)?;
        tx.drop_private(&subject)?;
        tx.drop_notices(&subject)?;
        tx.blank_cases(&subject)?;
        tx.drop_changes(&subject)?;
        tx.forget_subject(&subject)?;
        Ok::<_, CaseworkError>(count)
    })?;
    office.store.scrub();
    Ok(erased)
}
