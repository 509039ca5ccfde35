//! Systems that are told of objections.

use serde::Serialize;

use crate::casework::objections::recipients::Told;

use super::Moment;

/// How one system is doing with one use.
#[derive(Serialize)]
pub(in crate::web) struct Recipient<'t> {
    system: &'t str,
    purpose: &'t str,
    state: &'static str,
    sent_epoch: i64,
    acked_epoch: i64,
    waiting_since: Option<Moment>,
    note: Option<&'t str>,
    checked: i64,
    contradictions: i64,
}

impl<'t> Recipient<'t> {
    pub(in crate::web) fn of(told: &'t Told) -> Self {
        Self {
            system: &told.system,
            purpose: &told.purpose,
            state: told.health.code(),
            sent_epoch: told.sent_epoch,
            acked_epoch: told.acked_epoch,
            waiting_since: Moment::maybe(told.waiting_since),
            note: told.note.as_deref(),
            checked: told.checked,
            contradictions: told.contradictions,
        }
    }
}
