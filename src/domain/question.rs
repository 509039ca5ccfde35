//! The rules for a question to the person, and whether the period waits for the answer (Art. 12(6), recital 63, LAW 2.2).
//!
//! **Invariant:** nobody is asked who they are because that is the habit: there is a doubt, in words.

use super::asked::{Askable, Means};
use super::case::State;
use super::command::Facts;
use super::deadline::{Pause, PauseCause, Step, derive};
use super::event::Event;
use super::ground::says_something;
use super::history::Identity;
use super::id::NoticeId;
use super::refusal::Refusal;
use super::right::Right;
use super::time::Instant;

/// Art. 12(6): only somebody whom nobody knows yet, and only for a doubt that says something.
pub(super) fn ask_identity(
    state: &State,
    (doubt, means, notice): (String, Means, NoticeId),
    _may: Askable,
    at: Instant,
) -> Result<Event, Refusal> {
    if state.identity == Some(Identity::Verified) {
        return Err(Refusal::KnownAlready);
    }
    if !says_something(&doubt) {
        return Err(Refusal::NoDoubt);
    }
    Ok(Event::IdentityAsked { doubt, means: Some(means), notice: Some(notice), at })
}

/// Recital 63: what the person looks for may be asked, and need not be answered.
pub(super) fn ask_clarification(
    state: &State,
    (question, notice): (String, NoticeId),
    at: Instant,
) -> Result<Event, Refusal> {
    if state.asked.clarification.is_some() {
        return Err(Refusal::AskedAlready);
    }
    if !says_something(&question) {
        return Err(Refusal::NoQuestion);
    }
    Ok(Event::ClarificationAsked { question, notice, at })
}

/// The period stands still from the question on, where the regime says so (LAW 2.2).
pub(super) fn suspend(
    state: &State,
    cause: PauseCause,
    facts: &Facts<'_>,
) -> Result<Event, Refusal> {
    let asked_at = state.asked.since(cause).ok_or(Refusal::NothingAsked)?;
    if state.suspended.is_some() {
        return Err(Refusal::SuspendedAlready);
    }
    // UK GDPR Art. 12A, DPA 2018 s. 54(3C): what a request under Art. 15 is about, and no other.
    if cause == PauseCause::Clarification && facts.right != Right::Access {
        return Err(Refusal::OnlyForAccess);
    }
    stands_still(state, cause, asked_at, facts)?;
    Ok(Event::Suspended { cause, at: asked_at })
}

/// A pause of two days on trial: the derivation itself says whether it would count.
fn stands_still(
    state: &State,
    cause: PauseCause,
    asked_at: Instant,
    facts: &Facts<'_>,
) -> Result<(), Refusal> {
    let trial = Pause { from: asked_at, to: asked_at.plus_days(2), cause };
    let pauses: Vec<Pause> = state.pauses.iter().copied().chain([trial]).collect();
    let deadline = derive(facts.received_at, facts.calendar, facts.regime, &pauses)
        .map_err(|e| Refusal::NoDeadline(e.to_string()))?;
    let ends = facts.calendar.day_of(trial.to);
    let mut counted = false;
    let mut refused = None;
    for step in &deadline.steps {
        if let Step::PauseCounted { cause: of, to, .. } = step {
            counted |= *of == cause && *to == ends;
        }
        if let Step::PauseNotCounted { cause: of, to, why, .. } = step
            && (*of, *to) == (cause, ends)
        {
            refused = Some(*why);
        }
    }
    match refused {
        // Within two more months it counts for these.
        Some(_) if state.extended && counted => Ok(()),
        Some(why) => Err(Refusal::PeriodRunsOn(why)),
        None => Ok(()),
    }
}

/// The period runs again from the answer; the due date is derived anew.
pub(super) fn resume(
    state: &State,
    answered_at: Option<Instant>,
    facts: &Facts<'_>,
) -> Result<Event, Refusal> {
    let (cause, from) = state.suspended.ok_or(Refusal::NotSuspended)?;
    let to = answered_at.unwrap_or(facts.now);
    if to > facts.now || to < from {
        return Err(Refusal::AnsweredWhen(facts.calendar.day_of(from)));
    }
    let pause = Pause { from, to, cause };
    let pauses: Vec<Pause> = state.pauses.iter().copied().chain([pause]).collect();
    let deadline = derive(facts.received_at, facts.calendar, facts.regime, &pauses)
        .map_err(|e| Refusal::NoDeadline(e.to_string()))?;
    Ok(Event::Resumed { pause, due: deadline.due_when(state.extended) })
}
