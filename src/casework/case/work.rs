//! What is still to be done about a case: jobs for the machine, tasks for a human.

use crate::domain::decide::Command;
use crate::domain::id::{JobId, TaskId};
use crate::domain::name::{DatasetId, SystemId};
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::rows::{JobRow, TaskRow};
use crate::store::vault::random;

use crate::casework::case::dossier;
use crate::casework::case::record::{Loaded, act, finish_tasks};
use crate::casework::{CaseworkError, Office};

/// A task beside the case, and its event in the log. A second one for the same system while one is open changes nothing.
pub(crate) fn raise_task(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    system: &str,
    reason: String,
) -> Result<(), CaseworkError> {
    raise(tx, office, case, &system.into(), None, reason)
}

pub(crate) fn raise(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    system: &SystemId,
    dataset: Option<&DatasetId>,
    reason: String,
) -> Result<(), CaseworkError> {
    let open = tx.tasks_of(&case.row.id)?;
    let is_known = |task: &TaskRow| {
        task.state == "open" && task.system == *system && task.dataset.as_ref() == dataset
    };
    if open.iter().any(is_known) {
        return Ok(());
    }
    let now = office.clock.now();
    let (system, dataset) = (system.clone(), dataset.cloned());
    let command = Command::RaiseTask {
        system: system.clone(),
        dataset: dataset.clone(),
        reason: reason.clone(),
    };
    act(tx, office, case, now, command)?;
    tx.insert_task(&TaskRow {
        id: TaskId::new(now, random()).0.to_vec(),
        case_id: Some(case.row.id.clone()),
        system: system.into(),
        reason,
        state: "open".into(),
        raised_at: now.0,
        done_at: None,
        dataset,
    })?;
    dossier::tell(tx, office, &case.row.id)
}

/// A task of no case: what it is about is answered, and nothing happens to an answered case any more. A second one for the same
/// place while one is open changes nothing.
pub(crate) fn tell_the_office(
    tx: &mut Tx<'_>,
    office: &Office,
    place: &str,
    reason: String,
) -> Result<(), CaseworkError> {
    if !tx.office_tasks(place)?.is_empty() {
        return Ok(());
    }
    let now = office.clock.now();
    tx.insert_task(&TaskRow {
        id: TaskId::new(now, random()).0.to_vec(),
        case_id: None,
        system: place.to_owned(),
        reason,
        state: "open".into(),
        raised_at: now.0,
        done_at: None,
        dataset: None,
    })?;
    dossier::tell_office_tasks(tx, office)
}

/// Queues another try at a case, at once; a try that waits for its time is taken forward.
pub(crate) fn enqueue(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
    now: Instant,
) -> Result<(), CaseworkError> {
    finish_tasks(tx, office, case)?;
    if tx.hurry_jobs(&case.row.id, now.0)? == 0 {
        tx.insert_jobs(&[new_job(now, &case.row.id)])?;
    }
    Ok(())
}

/// Work on a case that may begin now.
pub(crate) fn new_job(now: Instant, case: &[u8]) -> JobRow {
    JobRow {
        id: JobId::new(now, random()).0.to_vec(),
        kind: "fulfil".into(),
        case_id: Some(case.to_vec()),
        state: "ready".into(),
        run_at: now.0,
        attempts: 0,
        note: None,
        subject_id: None,
    }
}
