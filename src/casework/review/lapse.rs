//! Flags that nobody reviewed in time.

use std::sync::Arc;

use crate::domain::decide::Command;

use crate::casework::case::dossier;
use crate::casework::case::record::{act, load};
use crate::casework::{CaseworkError, Office};

/// Closes flags that nobody reviewed in time, in the person's favour (invariant 5, P2).
///
/// # Errors
/// When the database does not answer.
pub fn lapse_flags(office: &Arc<Office>) -> Result<usize, CaseworkError> {
    let now = office.clock.now();
    let due = office.store.read_blocking("flags to lapse", move |tx| {
        tx.flags_to_lapse(now.0, 100).map_err(CaseworkError::from)
    })?;
    let count = due.len();
    for flag in due {
        let inside = Arc::clone(office);
        office.store.write_blocking("lapse flag", move |tx| {
            let row = tx.case_by_id(&flag.case_id)?.ok_or(CaseworkError::NoSuchCase)?;
            tx.close_flag(&flag.id, "lapsed", now.0)?;
            let mut case = match load(tx, &inside, row) {
                Ok(case) => case,
                // The person was forgotten; the flag closes without a word about them.
                Err(CaseworkError::NoSuchCase) => {
                    return dossier::tell(tx, &inside, &flag.case_id);
                }
                Err(error) => return Err(error),
            };
            let command = Command::LapseFlag { flag: flag.id()? };
            act(tx, &inside, &mut case, now, command)?;
            dossier::tell(tx, &inside, &flag.case_id)
        })?;
    }
    Ok(count)
}
