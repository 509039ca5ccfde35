//! The durable queue, for the workers.

use std::sync::Arc;

use crate::audit::leaf::case::PackagesDropped;
use crate::domain::case::Stage;
use crate::store::Tx;
use crate::store::rows::JobRow;

use crate::casework::case::{record, work};
use crate::casework::{CaseworkError, Office, log, people};

const LEASE_MS: i64 = 120_000;
const TOGETHER: i64 = 16;

/// One piece of work that was claimed.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its id.
    pub id: Vec<u8>,
    /// What is to be done.
    pub work: Work,
    /// Which try this is, from 1.
    pub attempts: i64,
}

/// A kind of work.
#[derive(Clone, Debug)]
pub enum Work {
    /// A case is to be answered.
    Fulfil(Vec<u8>),
    /// A person's objections are to be carried over to their accounts.
    Carry(Vec<u8>),
}

/// How a try ended.
#[derive(Clone, Debug)]
pub enum End {
    /// Nothing more to do.
    Done(Option<String>),
    /// Again, after so many milliseconds.
    Again(i64, String),
    /// It failed in a way that a retry does not mend; a human has it.
    Failed(String),
}

/// Takes jobs whose time has come. A worker that dies lets them go when their lease ends.
///
/// # Errors
/// When the database does not answer.
pub fn claim(office: &Arc<Office>) -> Result<Vec<Job>, CaseworkError> {
    let now = office.clock.now().0;
    // A look is cheap; only a claim writes.
    let next = office
        .store
        .read_blocking("next job", |tx| tx.next_job_at().map_err(CaseworkError::from))?;
    if next.is_none_or(|at| at > now) {
        return Ok(Vec::new());
    }
    let rows = office.store.write_blocking("claim jobs", move |tx| {
        tx.claim_jobs(now, now + LEASE_MS, TOGETHER).map_err(CaseworkError::from)
    })?;
    let job = |row: JobRow| {
        let work = match (row.kind.as_str(), row.case_id, row.subject_id) {
            ("fulfil", Some(case), _) => Work::Fulfil(case),
            ("carry", _, Some(subject)) => Work::Carry(subject),
            _ => return None,
        };
        Some(Job { id: row.id, work, attempts: row.attempts })
    };
    Ok(rows.into_iter().filter_map(job).collect())
}

/// Writes down how a try ended.
///
/// # Errors
/// When the database does not answer; the lease then ends by itself.
pub fn settle(office: &Arc<Office>, job: &Job, end: End) -> Result<(), CaseworkError> {
    let now = office.clock.now().0;
    let id = job.id.clone();
    let (state, run_at, note) = match end {
        End::Done(note) => ("done", now, note),
        End::Again(pause_ms, why) => ("ready", now.saturating_add(pause_ms), Some(why)),
        End::Failed(why) => ("failed", now, Some(why)),
    };
    office.store.write_blocking("settle job", move |tx| {
        tx.settle_job(&id, state, run_at, note.as_deref())?;
        Ok(())
    })
}

/// Jobs that failed, with their notes.
///
/// # Errors
/// When the database does not answer.
pub fn failed(office: &Office) -> Result<Vec<String>, CaseworkError> {
    office.store.read_blocking("failed jobs", |tx| {
        let rows = tx.jobs_in_state("failed")?;
        Ok(rows.into_iter().map(|row| row.note.unwrap_or_default()).collect())
    })
}

/// Gives work to every open case that has neither a job nor a task: a row that was deleted, a crash at the wrong moment, a
/// mistake of ours. Nothing waits for nobody.
///
/// # Errors
/// When the database does not answer.
pub fn watch(office: &Arc<Office>) -> Result<usize, CaseworkError> {
    const TOGETHER: i64 = 100;
    let look = |tx: &mut Tx<'_>| tx.cases_left_alone(TOGETHER).map_err(CaseworkError::from);
    let alone = office.store.read_blocking("cases left alone", look)?;
    if alone.is_empty() {
        return Ok(0);
    }
    let inside = Arc::clone(office);
    let found = office.store.write_blocking("watch", move |tx| {
        let now = inside.clock.now();
        // Looked at again under the lock: somebody may have taken one up in between.
        let still = tx.cases_left_alone(TOGETHER)?;
        for id in &still {
            let Some(row) = tx.case_by_id(id)? else { continue };
            match record::load(tx, &inside, row) {
                Ok(mut case) if case.state.stage == Stage::IdentityPending => {
                    let reason =
                        "the person was asked who they are; look for their answer".to_owned();
                    work::raise_task(tx, &inside, &mut case, "identity", reason)?;
                }
                Ok(_) => {
                    tx.insert_jobs(&[work::new_job(now, id)])?;
                }
                // Their person was forgotten: there is nobody to answer.
                Err(CaseworkError::NoSuchCase) => {}
                Err(error) => return Err(error),
            }
        }
        Ok::<_, CaseworkError>(still.len())
    })?;
    if found > 0 {
        tracing::warn!("{found} open cases had neither a job nor a task, and have one now");
        office.bell.ring();
    }
    Ok(found)
}

/// Deletes packages whose time is over (LAW section 6).
///
/// # Errors
/// When the database does not answer.
pub fn drop_old_packages(office: &Arc<Office>) -> Result<usize, CaseworkError> {
    let now = office.clock.now();
    let look = move |tx: &mut Tx<'_>| tx.packages_over(now.0).map_err(CaseworkError::from);
    if office.store.read_blocking("packages to drop", look)?.is_empty() {
        return Ok(0);
    }
    let inside = Arc::clone(office);
    office.store.write_blocking("drop packages", move |tx| {
        // Which ones, so that a replay can tell this from a loss.
        let over = tx.packages_over(now.0)?;
        let cases = tx.cases_by_ids(&over)?.into_iter().map(|case| case.reference).collect();
        let key = people::controller_key(tx, &inside.vault, now)?;
        let holder = (people::CONTROLLER.as_slice(), &key);
        log::leaf(tx, now, holder, None, &PackagesDropped { cases })?;
        tx.drop_packages_before(now.0).map_err(CaseworkError::from)
    })
}
