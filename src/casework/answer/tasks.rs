//! What waits for somebody of the office, in all cases and in none.

use std::sync::Arc;

use crate::audit::leaf::office::TaskDone;
use crate::domain::id::TaskId;
use crate::domain::name::DatasetId;
use crate::domain::role::Officer;
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::rows::TaskRow;

use crate::casework::case::dossier;
use crate::casework::case::reading::Page;
use crate::casework::{CaseworkError, Office, log, people};

/// One task.
#[derive(Clone, Debug)]
pub struct Task {
    /// Its id.
    pub id: TaskId,
    /// The case, if it belongs to one.
    pub case: Option<String>,
    /// The system, or who has to act.
    pub system: String,
    /// The dataset, if a human has to look somebody up.
    pub dataset: Option<DatasetId>,
    /// What to do.
    pub reason: String,
    /// Open or done.
    pub state: String,
    /// Since when it waits.
    pub raised_at: Instant,
    /// When it was done.
    pub done_at: Option<Instant>,
}

fn task(tx: &mut Tx<'_>, row: TaskRow) -> Result<Task, CaseworkError> {
    let case = match &row.case_id {
        Some(id) => tx.case_by_id(id)?.map(|case| case.reference),
        None => None,
    };
    Ok(Task {
        id: row.id()?,
        case,
        system: row.system,
        dataset: row.dataset,
        reason: row.reason,
        state: row.state,
        raised_at: Instant(row.raised_at),
        done_at: row.done_at.map(Instant),
    })
}

/// A page of tasks, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list(
    office: &Arc<Office>,
    state: String,
    after: Option<TaskId>,
    limit: u16,
) -> Result<Page<Task>, CaseworkError> {
    let read = move |tx: &mut Tx<'_>| {
        let after = after.map(|id| id.0.to_vec()).unwrap_or_default();
        let mut rows = tx.tasks_page(&state, &after, i64::from(limit) + 1)?;
        let is_more = rows.len() > usize::from(limit);
        rows.truncate(usize::from(limit));
        let items = rows.into_iter().map(|row| task(tx, row)).collect::<Result<Vec<_>, _>>()?;
        let next = items.last().filter(|_| is_more).map(|last| last.id.to_string());
        Ok(Page { items, next })
    };
    office.store.read("list tasks", read).await
}

/// One task.
///
/// # Errors
/// [`CaseworkError::NoSuchTask`], or the database.
pub async fn one(office: &Arc<Office>, id: TaskId) -> Result<Task, CaseworkError> {
    let read = move |tx: &mut Tx<'_>| {
        let row = tx.task(&id.0)?.ok_or(CaseworkError::NoSuchTask)?;
        task(tx, row)
    };
    office.store.read("one task", read).await
}

/// An officer says that a task is done; of a task of a case, how it was.
///
/// # Errors
/// [`CaseworkError::NoSuchTask`], or [`CaseworkError::TaskOfCase`] when it is not said how.
pub async fn done(
    office: &Arc<Office>,
    officer: Officer,
    id: TaskId,
    how: Option<String>,
) -> Result<Task, CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| {
        let row = tx.task(&id.0)?.ok_or(CaseworkError::NoSuchTask)?;
        if row.case_id.is_some() {
            let how = how.ok_or(CaseworkError::TaskOfCase)?;
            if row.state == "open" {
                crate::casework::answer::acts::finish_task(tx, &inside, &officer, &row, how)?;
            }
            let row = tx.task(&id.0)?.ok_or(CaseworkError::NoSuchTask)?;
            return task(tx, row);
        }
        let now = inside.clock.now();
        if tx.finish_task(&id.0, now.0)? == 1 {
            let key = people::controller_key(tx, &inside.vault, now)?;
            let (system, officer) = (row.system.clone(), officer.id().to_owned());
            let told = TaskDone { task: id, system, officer };
            log::leaf(tx, now, (&people::CONTROLLER, &key), None, &told)?;
            dossier::tell_office_tasks(tx, &inside)?;
        }
        let row = tx.task(&id.0)?.ok_or(CaseworkError::NoSuchTask)?;
        task(tx, row)
    };
    office.store.write("task done", write).await
}
