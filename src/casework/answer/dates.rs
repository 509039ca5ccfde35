//! The dates of open cases: the office is told when one comes nearer and when one passed. Nothing else follows from it.

use std::sync::Arc;

use crate::domain::dates::call;
use crate::domain::decide::{Command, Facts};
use crate::domain::due::Call;
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::rows::CaseRow;

use crate::casework::case::record::{act, load};
use crate::casework::{CaseworkError, Office};

const TOGETHER: i64 = 500;
const DAY_MS: i64 = 86_400_000;

/// Looks at every open case whose date is near or over.
///
/// # Errors
/// When the database does not answer.
pub fn watch(office: &Arc<Office>) -> Result<usize, CaseworkError> {
    let longest = office.dates.remind_days_before.iter().copied().max().unwrap_or(0);
    let until = office.clock.now().0.saturating_add(longest.saturating_mul(DAY_MS));
    let (mut after, mut count) = (Vec::new(), 0);
    loop {
        let from = after.clone();
        let page = office.store.read_blocking("dates", move |tx| {
            tx.cases_due_before(until, &from, TOGETHER).map_err(CaseworkError::from)
        })?;
        let Some(last) = page.last() else { return Ok(count) };
        after.clone_from(&last.id);
        for row in page {
            if wanted(office, &row)?.is_some() {
                count += usize::from(say(office, row.id)?);
            }
        }
    }
}

fn wanted(office: &Office, row: &CaseRow) -> Result<Option<Call>, CaseworkError> {
    let facts = Facts {
        now: office.clock.now(),
        received_at: Instant(row.received_at),
        right: row.right()?,
        calendar: &office.calendar,
        regime: &office.policies.regime,
    };
    Ok(call(&row.state()?, &office.dates.remind_days_before, &facts))
}

fn say(office: &Arc<Office>, id: Vec<u8>) -> Result<bool, CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| {
        let Some(row) = tx.case_by_id(&id)? else { return Ok(None) };
        // Looked at again under the lock: another node may have said it.
        let Some(call) = wanted(&inside, &row)? else { return Ok(None) };
        let mut case = match load(tx, &inside, row) {
            Ok(case) => case,
            // Their person was forgotten: nobody waits.
            Err(CaseworkError::NoSuchCase) => return Ok(None),
            Err(error) => return Err(error),
        };
        act(tx, &inside, &mut case, inside.clock.now(), Command::Call(call))?;
        Ok(Some((case.reference, call)))
    };
    let said = office.store.write_blocking("say a date", write)?;
    match said {
        Some((case, Call::Overdue)) => {
            tracing::warn!(case.reference = %case, "the date of case {case} passed without an answer");
        }
        Some((case, Call::Remind { days })) => {
            tracing::info!(case.reference = %case, days, "case {case} is due within {days} days");
        }
        None => {}
    }
    Ok(said.is_some())
}
