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
    /// Jobs that wait for their time.
    pub jobs_ready: i64,
    /// Jobs that were tried and wait to be tried again, because a system is away.
    pub jobs_waiting: i64,
    /// Jobs that ended without success.
    pub jobs_failed: i64,
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

/// Counts.
///
/// # Errors
/// When the database does not answer.
pub async fn count(office: &Arc<Office>) -> Result<Figures, CaseworkError> {
    let inside = Arc::clone(office);
    let read = move |tx: &mut Tx<'_>| {
        let signed = tx.last_checkpoint()?.map_or(0, |row| row.size);
        let cosigned = tx.cosigned()?.into_iter();
        Ok(Figures {
            tasks_open: tx.open_tasks()?,
            flags_open: tx.open_flags()?,
            jobs_ready: tx.jobs_count("ready")?,
            jobs_waiting: tx.jobs_waiting()?,
            jobs_failed: tx.jobs_count("failed")?,
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
