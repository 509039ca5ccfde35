//! What an officer asks the person, and how the period takes it: the question, its letter and the pause are one act (Art. 12(6),
//! recital 63, invariant 13).

use crate::domain::arrival::Arrival;
use crate::domain::asked::{Askable, Means};
use crate::domain::deadline::PauseCause;
use crate::domain::decide::{Command, Refusal};
use crate::notices::{Letter, Period};
use crate::store::{Tx, columns};

use crate::casework::case::record::{Loaded, act};
use crate::casework::case::work::raise_task;
use crate::casework::letters::post;
use crate::casework::{CaseworkError, Office};

/// Asks who it is.
pub(super) fn identity(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    doubt: String,
    means: Means,
) -> Result<(), CaseworkError> {
    let scope = case.row.scope()?;
    let kinds = office.policies.purposes.kinds_of(&scope.purposes);
    let kinds = kinds.map_err(|unknown| CaseworkError::NoSuchPurpose(unknown.0))?;
    let may = Askable::of(case.right, &kinds).ok_or(Refusal::IdentityNeverAsked(case.right))?;
    let (now, notice) = (office.clock.now(), post::new_id(office));
    act(tx, office, case, now, Command::AskIdentity { doubt: doubt.clone(), means, notice, may })?;
    let period = suspend(tx, office, case, PauseCause::Identity)?;
    post::write(tx, office, case, notice, &Letter::IdentityAsked { doubt, means, period })?;
    let reason = "the person was asked who they are; look for their answer".to_owned();
    raise_task(tx, office, case, "identity", reason)
}

/// Asks what the person looks for.
pub(super) fn clarification(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    question: String,
) -> Result<(), CaseworkError> {
    let (now, notice) = (office.clock.now(), post::new_id(office));
    act(tx, office, case, now, Command::AskClarification { question: question.clone(), notice })?;
    let period = suspend(tx, office, case, PauseCause::Clarification)?;
    post::write(tx, office, case, notice, &Letter::ClarificationAsked { question, period })
}

/// The period stands still where the regime says so, and runs on everywhere else (LAW 2.2).
fn suspend(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    cause: PauseCause,
) -> Result<Period, CaseworkError> {
    let now = office.clock.now();
    match act(tx, office, case, now, Command::Suspend { cause }) {
        Ok(_) => Ok(Period::StandsStill(office.calendar.day_of(now))),
        Err(CaseworkError::Refused(Refusal::SuspendedAlready)) => {
            let since = case.state.suspended.map_or(now, |(_, since)| since);
            Ok(Period::StandsStill(office.calendar.day_of(since)))
        }
        Err(CaseworkError::Refused(Refusal::PeriodRunsOn(_) | Refusal::OnlyForAccess)) => {
            let due = columns::cases::state.there(case.state.due.as_ref())?;
            Ok(Period::RunsOn(due.date))
        }
        Err(error) => Err(error),
    }
}

/// The answer came: now, or when an officer says.
pub(super) fn resume(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    answered: Option<Arrival>,
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let moment = |arrival: Arrival| arrival.moment(&office.calendar, now);
    let told = answered.map(moment).transpose();
    let told = told.map_err(|wrong| CaseworkError::Unfit(wrong.to_string()))?;
    // A day begins before the question of the same day.
    let asked_at = case.state.suspended.map(|(_, since)| since);
    let same_day =
        |at| asked_at.is_some_and(|q| office.calendar.day_of(q) == office.calendar.day_of(at));
    let answered_at = told.map(|at| if same_day(at) { asked_at.unwrap_or(at).max(at) } else { at });
    act(tx, office, case, now, Command::Resume { answered_at })?;
    Ok(())
}

/// The same by itself, when what was asked for is there.
pub(super) fn answered(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    what: PauseCause,
) -> Result<(), CaseworkError> {
    match case.state.suspended {
        Some((cause, _)) if cause == what => resume(tx, office, case, None),
        _ => Ok(()),
    }
}
