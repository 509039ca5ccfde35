//! Whether the master key is the one that sealed this database. With another one nothing opens, and every objection would
//! be forgotten: nobody starts so.

use crate::store::rows::SubjectRow;
use crate::store::vault::Vault;
use crate::store::{Store, Tx};

use crate::casework::CaseworkError;

/// How many people are tried before a key counts as wrong: a row may be damaged.
const TRIED_MAX: i64 = 16;

/// What a key is to a database.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fit {
    /// It is the key of this database.
    Own,
    /// It is another one's.
    Foreign,
}

/// Compares the key with the check value in the database. Where there is none yet, the key must open what is sealed; then
/// its check value is stored.
///
/// # Errors
/// When the database does not answer.
pub fn recognise(store: &Store, vault: &Vault) -> Result<Fit, CaseworkError> {
    let inside = vault.clone();
    let known = store.read_blocking("key check", move |tx| told(tx, &inside))?;
    if let Some(fit) = known {
        return Ok(fit);
    }
    let inside = vault.clone();
    store.write_blocking("keep key check", move |tx| {
        tx.put_key_check(&inside.check_value())?;
        // Of two nodes that start together, the second one reads what the first one wrote.
        Ok(told(tx, &inside)?.unwrap_or(Fit::Foreign))
    })
}

/// Nothing when no check value is stored and nothing speaks against the key.
fn told(tx: &mut Tx<'_>, vault: &Vault) -> Result<Option<Fit>, CaseworkError> {
    let stored = tx.key_checks()?;
    if stored.iter().any(|(_, value)| *value == vault.check_value()) {
        return Ok(Some(Fit::Own));
    }
    let people = tx.subjects_after(&[], TRIED_MAX)?;
    let opens = |row: &SubjectRow| vault.unwrap_key(&row.id, &row.key_wrapped).is_ok();
    match (people.iter().any(opens), stored.is_empty()) {
        // The key opens what is sealed: it is the check value that was changed, and a replay names it.
        (true, false) => Ok(Some(Fit::Own)),
        (true, true) => Ok(None),
        (false, true) if people.is_empty() => Ok(None),
        (false, _) => Ok(Some(Fit::Foreign)),
    }
}
