//! The work on a case: who does it, what it may touch, and what it did.

use super::case::{Event, State, Words};
use super::refusal::{Refusal, stated};
use super::time::Instant;

pub use super::command::Working;

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
        Working::Mark { system, parts } => Event::Marked { system, parts, at },
        Working::Unmark { system, parts } => Event::Unmarked { system, parts, at },
    })
}
