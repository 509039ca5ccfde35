//! A stored case as an earlier request of the same person.

use crate::domain::case::State;
use crate::domain::history::{Earlier, Ended, Fate};
use crate::domain::time::Instant;
use crate::store::columns;
use crate::store::rows::CaseRow;

use crate::casework::CaseworkError;

/// A stored case as the threshold sees it.
pub(crate) fn earlier(row: &CaseRow, state: &State) -> Result<Earlier, CaseworkError> {
    Ok(Earlier {
        case: row.reference()?,
        right: row.right()?,
        scope: row.scope()?,
        received_at: Instant(row.received_at),
        identity: columns::cases::state.there(state.identity)?,
        fate: fate(state),
    })
}

/// What became of a case.
pub(crate) fn fate(state: &State) -> Fate {
    let State { stage, answer, charged, .. } = state;
    Ended { stage: *stage, answer: answer.as_ref(), charged: *charged }.fate()
}
