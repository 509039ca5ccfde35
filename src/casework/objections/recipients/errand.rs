//! What one system has to hear next, and the message that says it.

use std::collections::BTreeSet;

use serde_json::json;

use crate::connectors::webhook::Message;
use crate::objections::Mark;
use crate::store::Tx;
use crate::store::rows::{ObjectionRow, RecipientRow};
use crate::store::vault::random;

use crate::casework::objections::objecting;
use crate::casework::{CaseworkError, Office};

const CHANGES_MAX: i64 = 100;
const MARKS_MAX: i64 = 500;
const DECOYS: usize = 3;

/// What one system has to hear next.
pub(super) enum Errand {
    Changes(Vec<ObjectionRow>),
    /// Those in force among a page of marks, and the last mark of the page; none at the end.
    Recheck(Vec<Mark>, Option<Vec<u8>>),
}

/// What a system has to hear now, if anything.
pub(super) fn errand(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &RecipientRow,
    now: i64,
) -> Result<Option<Errand>, CaseworkError> {
    let changes = tx.changes_after(&row.purpose, row.sent_epoch, CHANGES_MAX)?;
    if !changes.is_empty() {
        return Ok(Some(Errand::Changes(changes)));
    }
    // After a set time, and at every change of the purposes.
    let due = row.recheck_after.is_some()
        || now >= row.recheck_at
        || row.recheck_policy != policy(office);
    // Only what it says it obeys can be missing.
    let obeyed = |entry: &&ObjectionRow| entry.epoch <= row.acked_epoch;
    if !due {
        return Ok(None);
    }
    let after = row.recheck_after.clone().unwrap_or_default();
    let page = tx.objections_after_mark(&row.purpose, &after, MARKS_MAX)?;
    let last = page.last().map(|row| row.mark.clone());
    let entries = page.iter().filter(obeyed).map(objecting::entry);
    let entries = entries.collect::<Result<Vec<_>, _>>()?;
    let stopped = entries.into_iter().filter(|entry| entry.stop.is_some());
    Ok(Some(Errand::Recheck(stopped.map(|entry| entry.mark).collect(), last)))
}

/// The message for it, and the marks in it that nobody has.
pub(super) fn message(
    office: &Office,
    row: &RecipientRow,
    errand: &Errand,
) -> (Message, Vec<Mark>) {
    let now = office.clock.now();
    let (kind, id, data, decoys) = match errand {
        Errand::Changes(changes) => {
            let to = changes.last().map_or(row.sent_epoch, |change| change.epoch);
            let each = changes.iter().filter_map(|row| objecting::entry(row).ok());
            let each = each.map(|e| {
                json!({
                    "mark": e.mark.to_string(),
                    "objected": e.stop.is_some(),
                    "restricted": e.stop.is_some_and(|stop| stop.is_restricted),
                    "since": e.stop.map(|stop| stop.since.rfc3339()),
                    "epoch": e.epoch,
                })
            });
            let data =
                json!({ "purpose": row.purpose, "epoch": to, "changes": each.collect::<Vec<_>>() });
            let id = format!("objections_{}_{}_{to}", row.purpose, row.sent_epoch);
            ("objections.changed", id, data, Vec::new())
        }
        Errand::Recheck(marks, _) => {
            // Marks that nobody has: whoever says that it holds those has not looked.
            let decoys: Vec<Mark> = (0..DECOYS).map(|_| Mark::from_bytes(random::<16>())).collect();
            let all: BTreeSet<Mark> = marks.iter().chain(&decoys).copied().collect();
            let all: Vec<String> = all.iter().map(ToString::to_string).collect();
            let data = json!({ "purpose": row.purpose, "epoch": row.sent_epoch, "marks": all });
            let chance = u64::from_be_bytes(random());
            ("objections.recheck", format!("recheck_{}_{chance:016x}", row.purpose), data, decoys)
        }
    };
    let body = json!({ "type": kind, "timestamp": now.rfc3339(), "data": data }).to_string();
    (Message { id, sent_at: now.0.div_euclid(1000), body }, decoys)
}

/// The version of the purposes in force, by its content hash.
pub(super) fn policy(office: &Office) -> String {
    office.policies.texts.get("purposes.toml").map(|text| text.hash.clone()).unwrap_or_default()
}
