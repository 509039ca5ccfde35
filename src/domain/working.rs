//! The work on a case: who does it, what it may touch, and what it did.

use super::case::{Event, Part, State, Words};
use super::decide::{Refusal, stated};
use super::id::Reference;
use super::right::Scope;
use super::role::Officer;
use super::time::Instant;

/// What happens to the work on a case.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each variant says what its fields are")]
pub enum Working<'a> {
    /// The case that this one was merged into ended without an answer: it goes on by itself.
    TakeOver { from: Reference },
    /// The case that this one was merged into goes on as another one.
    MergeInto { into: Reference },
    /// A human did what a task asks for.
    FinishTask { system: String, dataset: Option<String>, how: String, by: &'a Officer },
    /// An officer read the person's words.
    ReadScope { asked: &'a Scope, scope: Scope, by: &'a Officer },
    /// The machine is to try again.
    TakeUp { by: &'a Officer },
    /// A system is about to commit an erasure.
    BeginErasure { system: String, parts: Vec<Part>, mark: Option<String> },
    /// What became of it.
    SettleErasure { system: String, parts: Vec<Part> },
}

pub(super) fn worked(state: &State, step: Working<'_>, at: Instant) -> Result<Event, Refusal> {
    Ok(match step {
        Working::TakeOver { from } => Event::TakenOver { from, at },
        Working::MergeInto { into } => Event::Merged { into },
        Working::FinishTask { system, dataset, how, by } => {
            let (how, by) = (stated(how)?, by.id().to_owned());
            Event::TaskDone { system, dataset, how, by, at }
        }
        // More than was asked must not be erased.
        Working::ReadScope { asked, scope, .. } if !scope.is_within(asked) => {
            return Err(Refusal::MoreThanAsked);
        }
        Working::ReadScope { scope, by, .. } => {
            Event::ScopeRead { scope, by: by.id().to_owned(), at }
        }
        Working::TakeUp { by } => Event::TakenUp { by: by.id().to_owned(), at },
        Working::BeginErasure { .. } if state.words == Words::Since => {
            return Err(Refusal::WordsUnread);
        }
        Working::BeginErasure { system, .. }
            if state.erasing.get(&system).is_some_and(|known| known.begun.is_some()) =>
        {
            return Err(Refusal::Unsettled);
        }
        Working::BeginErasure { system, parts, mark } => {
            Event::ErasureBegun { system, parts, mark, at }
        }
        Working::SettleErasure { system, parts } => Event::ErasureSettled { system, parts, at },
    })
}
