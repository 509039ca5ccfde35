//! Figures about the whole office, for metrics. Counts and epochs; nothing about anybody.

use std::sync::Arc;

use crate::store::Tx;

use crate::casework::objections::recipients::{self, Told};
use crate::casework::{CaseworkError, Office};

/// How the office is doing.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Tasks that wait for somebody.
    pub tasks_open: i64,
    /// Flags that nobody has reviewed yet.
    pub flags_open: i64,
    /// Open cases whose date passed, and those that are due within the longest reminder.
    pub cases_overdue: i64,
    /// See there.
    pub cases_due_soon: i64,
    /// Jobs that wait for their time.
    pub jobs_ready: i64,
    /// Jobs that were tried and wait to be tried again, because a system is away.
    pub jobs_waiting: i64,
    /// Jobs that ended without success.
    pub jobs_failed: i64,
    /// Mails, by what became of them.
    pub mails: Vec<(String, i64)>,
    /// Leaves of the log.
    pub log_leaves: i64,
    /// Leaves under the last signed head.
    pub log_signed_leaves: i64,
    /// Every witness that ever cosigned, with the leaves under its newest head.
    pub cosigned: Vec<(String, i64)>,
    /// The last epoch of objections in the database.
    pub epoch: i64,
    /// The last epoch that this node's index knows.
    pub index_epoch: i64,
    /// How old its last look is, in milliseconds; none before the first.
    pub index_lag_ms: Option<i64>,
    /// How every system is doing.
    pub recipients: Vec<Told>,
}

/// Open cases that are due before then; those whose period stands still are not.
fn due(tx: &mut Tx<'_>, until: i64) -> Result<i64, CaseworkError> {
    const TOGETHER: i64 = 1000;
    let (mut after, mut count) = (Vec::new(), 0);
    loop {
        let page = tx.cases_due_before(until, &after, TOGETHER)?;
        let Some(last) = page.last() else { return Ok(count) };
        after.clone_from(&last.id);
        for row in &page {
            count += i64::from(row.state()?.suspended.is_none());
        }
    }
}

/// Counts.
///
/// # Errors
/// When the database does not answer.
pub async fn count(office: &Arc<Office>) -> Result<Figures, CaseworkError> {
    let inside = Arc::clone(office);
    let read = move |tx: &mut Tx<'_>| {
        let signed = tx.last_checkpoint()?.map_or(0, |row| row.size);
        let cosigned = tx.cosigned()?.into_iter();
        let now = inside.clock.now();
        let overdue = due(tx, now.0)?;
        let longest = inside.dates.remind_days_before.iter().copied().max().unwrap_or(0);
        let soon = now.plus_days(longest).0;
        Ok(Figures {
            tasks_open: tx.open_tasks()?,
            flags_open: tx.open_flags()?,
            cases_overdue: overdue,
            cases_due_soon: due(tx, soon)? - overdue,
            jobs_ready: tx.jobs_count("ready")?,
            jobs_waiting: tx.jobs_waiting()?,
            jobs_failed: tx.jobs_count("failed")?,
            mails: tx.mails_by_state()?,
            log_leaves: tx.log_head()?.0,
            log_signed_leaves: signed,
            cosigned: cosigned.map(|(witness, size)| (witness, size.unwrap_or(0))).collect(),
            epoch: tx.epoch()?,
            index_epoch: inside.index.epoch(),
            index_lag_ms: inside.index.lag_ms(inside.clock.now()),
            recipients: recipients::all(tx, &inside)?,
        })
    };
    office.store.read("figures", read).await
}
