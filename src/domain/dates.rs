//! What the calendar tells of a case that waits: a date that comes nearer, and one that passed (LAW 11 (i)). Neither answers
//! anything, and neither moves a date.

use super::case::State;
use super::command::Facts;
use super::due::Call;
use super::event::Event;
use super::refusal::Refusal;

const DAY_MS: i64 = 86_400_000;

/// What the calendar has to say of a case, if anything: that its date passed, or how many days are left of those at which the office
/// wants to be reminded.
pub fn call(state: &State, remind_days: &[i64], facts: &Facts<'_>) -> Option<Call> {
    let due = state.due.as_ref().filter(|_| state.stage.is_open() && state.suspended.is_none())?;
    if facts.now >= due.expires {
        return (state.overdue != Some(due.date)).then_some(Call::Overdue);
    }
    let left_ms = due.expires.0 - facts.now.0;
    let reached = remind_days.iter().copied().filter(|days| left_ms <= days * DAY_MS).min()?;
    let is_said = state.reminded.is_some_and(|said| said.due == due.date && said.days <= reached);
    (!is_said).then_some(Call::Remind { days: reached })
}

/// Says it, once for each date.
pub(super) fn said(state: &State, call: Call, facts: &Facts<'_>) -> Result<Event, Refusal> {
    let Some(due) = state.due.as_ref().filter(|_| state.suspended.is_none()) else {
        return Err(Refusal::NotDue);
    };
    let (at, day) = (facts.now, due.date);
    let is_over = facts.now >= due.expires;
    match call {
        Call::Overdue if is_over && state.overdue != Some(day) => {
            Ok(Event::Overdue { due: day, at })
        }
        Call::Remind { days } if !is_over && due.expires.0 - at.0 <= days * DAY_MS => {
            Ok(Event::Reminded { due: day, days, at })
        }
        Call::Overdue | Call::Remind { .. } => Err(Refusal::NotDue),
    }
}
