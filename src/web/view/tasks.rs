//! What waits for a human.

use serde::Serialize;

use crate::casework::answer::tasks;
use crate::domain::id::TaskId;

use super::Moment;

/// A task, of a case or of none.
#[derive(Serialize)]
pub(in crate::web) struct Task<'t> {
    id: TaskId,
    case: Option<&'t str>,
    system: &'t str,
    dataset: Option<&'t str>,
    reason: &'t str,
    state: &'t str,
    raised_at: Moment,
    done_at: Option<Moment>,
}

impl<'t> Task<'t> {
    pub(in crate::web) fn of(task: &'t tasks::Task) -> Self {
        Self {
            id: task.id,
            case: task.case.as_deref(),
            system: &task.system,
            dataset: task.dataset.as_deref(),
            reason: &task.reason,
            state: &task.state,
            raised_at: Moment(task.raised_at),
            done_at: Moment::maybe(task.done_at),
        }
    }
}
