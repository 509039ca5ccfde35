//! Reading a case: who may, and the trace that an officer leaves.

use std::sync::Arc;

use crate::audit::leaf::case::{CaseRead, What};
use crate::domain::id::Reference;
use crate::domain::identity::Asker;
use crate::domain::role::Officer;
use crate::store::Tx;
use crate::store::rows::CaseRow;

use crate::casework::{CaseworkError, Office, log, people};

/// Who reads.
#[derive(Clone, Debug)]
pub enum Reader {
    /// A person: their own, and nothing else.
    Person(Asker),
    /// A member of staff: everything; reading is itself logged.
    Officer(Officer),
    /// A member of staff who looks whether something is there and is handed nothing of it: no trace.
    Glance,
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Where the next page begins.
    pub next: Option<String>,
}

/// Writes down that an officer reads something of a case, before it is handed over. Whoever is handed nothing leaves no
/// trace, and neither does a person who reads their own.
pub(crate) async fn leave_trace(
    office: &Arc<Office>,
    reader: Reader,
    reference: Reference,
    what: What,
) -> Result<(), CaseworkError> {
    let Reader::Officer(officer) = reader else { return Ok(()) };
    if office.store.is_frozen() {
        // Reading goes on, and nothing can be written into the log; our own log lines tell instead.
        tracing::warn!(case.reference = %reference, ?what, "an officer reads while the log is rolled back");
        return Ok(());
    }
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| log_reading(tx, &inside, officer.id(), reference, what);
    office.store.write("log reading", write).await
}

/// A case as it is, for an act on its version of the moment. Whoever acts is handed nothing of it, so that no trace is left but
/// the act's own.
///
/// # Errors
/// When the database does not answer.
pub fn of_the_moment(
    office: &Office,
    reference: Reference,
) -> Result<Option<CaseRow>, CaseworkError> {
    office.store.read_blocking("choose case", move |tx| {
        tx.case_by_reference(&reference.to_string()).map_err(CaseworkError::from)
    })
}

/// The row of a case, as far as the reader may know that it exists.
pub fn find(
    tx: &mut Tx<'_>,
    office: &Office,
    reader: &Reader,
    reference: Reference,
) -> Result<CaseRow, CaseworkError> {
    let row = tx.case_by_reference(&reference.to_string())?.ok_or(CaseworkError::NoSuchCase)?;
    if let Reader::Person(asker) = reader {
        let blind = people::blind(&office.vault, asker);
        let owner = tx.subjects_by_blinds(&[blind.to_vec()])?;
        if owner.first().map(|subject| &subject.id) != Some(&row.subject_id) {
            return Err(CaseworkError::NoSuchCase);
        }
    }
    Ok(row)
}

pub(crate) fn log_reading(
    tx: &mut Tx<'_>,
    office: &Office,
    officer: &str,
    reference: Reference,
    what: What,
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let key = people::controller_key(tx, &office.vault, now)?;
    let payload = CaseRead { officer: officer.to_owned(), reference, what };
    log::leaf(tx, now, (&people::CONTROLLER, &key), None, &payload)?;
    Ok(())
}

/// Cuts the one row too many and tells where the next page begins.
pub(crate) fn next_cursor<T>(
    rows: &mut Vec<T>,
    limit: u16,
    id: impl Fn(&T) -> &Vec<u8>,
) -> Option<String> {
    if rows.len() <= usize::from(limit) {
        return None;
    }
    rows.truncate(usize::from(limit));
    let last: [u8; 16] = id(rows.last()?).as_slice().try_into().ok()?;
    Some(crate::domain::id::CaseId(last).to_string())
}
