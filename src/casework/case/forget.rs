//! The gateway forgets a person itself (R-RET-1 to 3): keys, names, openings and free text go; the tree stays, and every
//! proof still verifies (invariant 11). Objections stay as keyed hashes, because they must be honoured (LAW 6).
//!
//! What is left belongs to nobody: an erased opening leaves a mark that only says that the gateway erased it, a case is cut
//! loose from its person and from their other cases, and the log is told how many there were, not which.

use std::sync::Arc;

use serde_json::json;

use crate::audit::leaf::case::OpeningsErased;
use crate::domain::id::Reference;
use crate::store::rows::CaseRow;
use crate::store::vault::Vault;
use crate::store::{Tx, columns};

use crate::audit::hex::hex;

use crate::casework::case::dossier;
use crate::casework::log::rows::CHANGES;
use crate::casework::{CaseworkError, Office, log, people};

/// In whose name an erased opening lies: nobody's.
pub(crate) const NOBODY: [u8; 16] = [0xff; 16];

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
        let person = person.ok_or(CaseworkError::NoSuchCase)?;
        // Art. 17(3)(e): what is held is not forgotten either.
        if !tx.holds_on(&[person.blind.to_vec()])?.is_empty() {
            return Err(CaseworkError::Unfit(
                "a legal hold keeps this person's data; lift it first".into(),
            ));
        }
        let leaves: Vec<i64> = tx.openings_of(&subject)?.iter().map(|row| row.idx).collect();
        tx.drop_private(&subject)?;
        tx.drop_notices(&subject)?;
        tx.drop_changes(&subject)?;
        tx.drop_mails_of(&subject, &person.blind)?;
        let mut cases = 0;
        for mut case in tx.cases_of_subjects(std::slice::from_ref(&subject), i64::MIN)? {
            blank(tx, &inside, &mut case)?;
            cases += 1;
        }
        for idx in &leaves {
            tx.erase_opening(*idx, &NOBODY, &erased_mark(&inside.vault, *idx))?;
        }
        tx.end_sessions_of(&person.blind)?;
        tx.forget_subject(&subject)?;
        let now = inside.clock.now();
        let key = people::controller_key(tx, &inside.vault, now)?;
        let last_change = tx.last_of(CHANGES)?;
        let told = OpeningsErased { openings: leaves.len() as u64, cases, last_change };
        log::leaf(tx, now, (&people::CONTROLLER, &key), None, &told)?;
        Ok::<_, CaseworkError>(leaves.len())
    })?;
    office.store.scrub();
    Ok(erased)
}

/// What lies in the place of an opening that the gateway erased.
pub(crate) fn erased_mark(vault: &Vault, idx: i64) -> [u8; 32] {
    vault.blind(&["erased opening", &idx.to_string()])
}

/// Cuts a case loose: its person becomes the case itself, and what was sealed becomes a mark over what is left.
fn blank(tx: &mut Tx<'_>, office: &Office, case: &mut CaseRow) -> Result<(), CaseworkError> {
    let mut state = case.state()?;
    // It would lead to another case of the same person.
    state.merged_into = None;
    case.state = columns::cases::state.to_json_text(&state)?;
    case.subject_id.clone_from(&case.id);
    (case.idem_key, case.idem_body) = (None, None);
    case.sealed = blank_mark(&office.vault, case).to_vec();
    tx.blank_case(case)?;
    dossier::tell(tx, office, &case.id)
}

/// A keyed hash over what is left of a case whose person was forgotten.
pub(crate) fn blank_mark(vault: &Vault, case: &CaseRow) -> [u8; 32] {
    let left = json!([
        hex(&case.id),
        case.reference,
        hex(&case.subject_id),
        case.right_asked,
        case.scope,
        case.stage,
        case.outcome,
        case.identity,
        case.received_at,
        case.due_date,
        case.due_expires,
        case.state,
        case.leaf,
        case.version,
        case.idem_key.is_none() && case.idem_body.is_none(),
    ]);
    vault.blind(&["blanked case", &left.to_string()])
}
