//! The gateway forgets a person itself (R-RET-1 to 3): keys, names, openings and free text go; the tree stays, and every
//! proof still verifies (invariant 11). Objections stay as keyed hashes, because they must be honoured (LAW 6).
//!
//! What is left belongs to nobody: an erased opening leaves a mark that only says that the gateway erased it, a case is cut
//! loose from its person and from their other cases, and the log is told how many there were, not which.

use std::sync::Arc;

use serde_json::json;

use crate::domain::id::Reference;
use crate::store::Tx;
use crate::store::rows::{CaseRow, FlagRow, TaskRow};
use crate::store::vault::Vault;

use super::ledger::{Erased, hex};
use super::{CaseworkError, Office, people, record};

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
        person.ok_or(CaseworkError::NoSuchCase)?;
        let leaves: Vec<i64> = tx.openings_of(&subject)?.iter().map(|row| row.idx).collect();
        tx.drop_private(&subject)?;
        let mut cases = 0;
        for mut case in tx.cases_of_subjects(std::slice::from_ref(&subject), i64::MIN)? {
            blank(tx, &inside.vault, &mut case)?;
            cases += 1;
        }
        for idx in &leaves {
            tx.erase_opening(*idx, &NOBODY, &erased_mark(&inside.vault, *idx))?;
        }
        tx.forget_subject(&subject)?;
        let now = inside.clock.now();
        let key = people::controller_key(tx, &inside.vault, now)?;
        let told = Erased { openings: leaves.len() as u64, cases };
        record::leaf(tx, now, "openings.erased", (&people::CONTROLLER, &key), None, &told)?;
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
fn blank(tx: &mut Tx<'_>, vault: &Vault, case: &mut CaseRow) -> Result<(), CaseworkError> {
    let mut state = record::state_of(case)?;
    // It would lead to another case of the same person.
    state.merged_into = None;
    case.state = serde_json::to_string(&state).map_err(|_| CaseworkError::Damaged("state"))?;
    case.subject_id.clone_from(&case.id);
    (case.idem_key, case.idem_body) = (None, None);
    let flag = tx.flag_of(&case.id)?;
    let tasks = tx.tasks_of(&case.id)?;
    case.sealed = blank_mark(vault, case, flag.as_ref(), &tasks).to_vec();
    tx.blank_case(case)?;
    Ok(())
}

/// The same once more, after a flag of such a case has closed.
pub(crate) fn blank_again(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &[u8],
) -> Result<(), CaseworkError> {
    let mut case = tx.case_by_id(case)?.ok_or(CaseworkError::NoSuchCase)?;
    blank(tx, &office.vault, &mut case)
}

/// A keyed hash over everything that is left of a case whose person was forgotten.
pub(crate) fn blank_mark(
    vault: &Vault,
    case: &CaseRow,
    flag: Option<&FlagRow>,
    tasks: &[TaskRow],
) -> [u8; 32] {
    let flag = flag.map(|f| {
        json!([hex(&f.id), f.rule, f.policy, f.state, f.raised_at, f.lapses_at, f.closed_at])
    });
    let mut tasks: Vec<_> = tasks
        .iter()
        .map(|t| json!([hex(&t.id), t.system, t.reason, t.state, t.raised_at, t.done_at]))
        .collect();
    tasks.sort_by_key(ToString::to_string);
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
        case.decision_id.as_deref().map(hex),
        case.idem_key.is_none() && case.idem_body.is_none(),
        flag,
        tasks,
    ]);
    vault.blind(&["blanked case", &left.to_string()])
}
