//! A stored case as an earlier request of the same person.

use crate::domain::case::State;
use crate::domain::history::{Earlier, Ended, Fate};
use crate::domain::right::Right;
use crate::domain::time::Instant;
use crate::store::rows::CaseRow;

use crate::casework::CaseworkError;

/// A stored case as the threshold sees it.
pub(crate) fn earlier(row: &CaseRow, state: &State) -> Result<Earlier, CaseworkError> {
    Ok(Earlier {
        case: row.reference.parse().map_err(|_| CaseworkError::Damaged("reference"))?,
        right: Right::parse(&row.right_asked).ok_or(CaseworkError::Damaged("right"))?,
        scope: serde_json::from_str(&row.scope).map_err(|_| CaseworkError::Damaged("scope"))?,
        received_at: Instant(row.received_at),
        identity: state.identity.ok_or(CaseworkError::Damaged("identity"))?,
        fate: fate(state),
    })
}

/// What became of a case.
pub(crate) fn fate(state: &State) -> Fate {
    let State { stage, answer, charged, .. } = state;
    Ended { stage: *stage, answer: answer.as_ref(), charged: *charged }.fate()
}
