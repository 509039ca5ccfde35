//! The log of flags, with the evidence of each.

use std::sync::Arc;

use crate::domain::excess::Finding;
use crate::domain::id::{CaseId, FlagId};
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::rows::FlagRow;

use super::browse::{Page, next_cursor, registration};
use super::{CaseworkError, Office};

/// One flag with everything it rests on.
#[derive(Clone, Debug)]
pub struct Flag {
    /// Its id.
    pub id: FlagId,
    /// The case's reference.
    pub case: String,
    /// The rule that raised it.
    pub rule: String,
    /// The policy's hash.
    pub policy: String,
    /// Open, lapsed, not excessive, excessive.
    pub state: String,
    /// When it was raised.
    pub raised_at: Instant,
    /// When it lapses by itself.
    pub lapses_at: Instant,
    /// The evidence; gone when the person was forgotten.
    pub finding: Option<Finding>,
}

/// A page of the log, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list(
    office: &Arc<Office>,
    state: Option<String>,
    before: Option<CaseId>,
    limit: u16,
) -> Result<Page<Flag>, CaseworkError> {
    let inside = Arc::clone(office);
    let read = move |tx: &mut Tx<'_>| {
        let before = before.map_or([0xff; 16], |id| id.0);
        let mut rows = tx.flags_page(state.as_deref(), &before, i64::from(limit) + 1)?;
        let next = next_cursor(&mut rows, limit, |row| &row.id);
        let items =
            rows.into_iter().map(|row| evidence(tx, &inside, row)).collect::<Result<_, _>>()?;
        Ok(Page { items, next })
    };
    office.store.read("list flags", read).await
}

/// One flag.
///
/// # Errors
/// [`CaseworkError::NoSuchCase`], or the database.
pub async fn one(office: &Arc<Office>, id: FlagId) -> Result<Flag, CaseworkError> {
    let inside = Arc::clone(office);
    let read = move |tx: &mut Tx<'_>| {
        let row = tx.flag(&id.0)?.ok_or(CaseworkError::NoSuchCase)?;
        evidence(tx, &inside, row)
    };
    office.store.read("one flag", read).await
}

fn evidence(tx: &mut Tx<'_>, office: &Office, row: FlagRow) -> Result<Flag, CaseworkError> {
    let case = tx.case_by_id(&row.case_id)?.ok_or(CaseworkError::Damaged("flag"))?;
    let finding = registration(tx, office, &case)?.and_then(|known| known.finding);
    let id = row.id.as_slice().try_into().map_err(|_| CaseworkError::Damaged("flag"))?;
    Ok(Flag {
        id: FlagId(id),
        case: case.reference,
        rule: row.rule,
        policy: row.policy,
        state: row.state,
        raised_at: Instant(row.raised_at),
        lapses_at: Instant(row.lapses_at),
        finding,
    })
}
