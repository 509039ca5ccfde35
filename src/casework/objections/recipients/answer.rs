//! What a system's answer means. One transaction holds the row, moves its epochs, and writes the log and the task that follow, so
//! that an acknowledgement that comes meanwhile, another node, or the end of the process loses nothing.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;

use crate::audit::leaf::objections::{RecipientObeys, RecipientTask};
use crate::connectors::webhook::NotTaken;
use crate::domain::time::Instant;
use crate::objections::Mark;
use crate::store::Tx;
use crate::store::rows::RecipientRow;

use crate::casework::case::{dossier, work};
use crate::casework::objections::recipients::errand::{Errand, policy};
use crate::casework::{CaseworkError, Office, log, people};

/// Pauses after failures, in seconds: those of Standard Webhooks.
const PAUSES: [i64; 9] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];
/// A re-check that came to nothing is tried again so much later. Changes never wait for it.
const RECHECK_AGAIN_MS: i64 = 3_600_000;
/// In place of the policy's hash while a re-check goes on that has found something.
const UNCLEAN: &str = "unclean";

const OVERDUE: &str = "it has not acknowledged objections in time; see that it obeys them";
const GONE: &str = "it wants no more messages (410); ask its owner why";
const LIES: &str = "it says that it holds objections that nobody ever made, so it has not looked; \
     its acknowledgements mean nothing until it answers re-checks truly";

/// What was sent, and what came back.
pub(super) struct Heard {
    /// What was said.
    pub(super) errand: Errand,
    /// Marks among it that nobody has.
    pub(super) decoys: Vec<Mark>,
    /// The answer.
    pub(super) answer: Result<Option<Value>, NotTaken>,
    /// Up to which epoch it had been told when the message went out.
    pub(super) before: i64,
}

/// Writes down what an answer means.
pub(super) async fn settle(
    office: &Arc<Office>,
    row: &RecipientRow,
    heard: Heard,
) -> Result<(), CaseworkError> {
    let inside = Arc::clone(office);
    let (system, purpose) = (row.system.clone(), row.purpose.clone());
    let write = move |tx: &mut Tx<'_>| {
        tx.hold_recipient(&system, &purpose)?;
        let Some(mut row) = tx.recipient(&system, &purpose)? else { return Ok(()) };
        let now = inside.clock.now();
        match (&heard.errand, &heard.answer) {
            (Errand::Changes(changes), Ok(answer)) => {
                let to = changes.last().map_or(heard.before, |change| change.epoch);
                // Unless somebody asked for a replay meanwhile.
                if row.sent_epoch == heard.before {
                    row.sent_epoch = to;
                }
                row.attempts = 0;
                row.run_at = now.0;
                row.note = None;
                row.waiting_since = row.waiting_since.or(Some(now.0));
                let said = answer.as_ref().and_then(|answer| answer.get("obeyed_epoch"));
                if let Some(epoch) = said.and_then(Value::as_i64)
                    && obeys(tx, &inside, &mut row, epoch)?.is_none()
                {
                    let what = "it acknowledges an epoch that there never was".to_owned();
                    failed(&mut row, now, what);
                }
                settled(&mut row);
            }
            (Errand::Changes(_), Err(why)) => {
                failed(&mut row, now, why.to_string());
                row.waiting_since = row.waiting_since.or(Some(now.0));
                if *why == NotTaken::Gone {
                    "disabled".clone_into(&mut row.state);
                    raise(tx, &inside, &row, Cause::Hearing, GONE)?;
                }
            }
            (Errand::Recheck(marks, last), answer) => {
                let answer = answer.as_ref().map_err(ToString::to_string);
                let answer = answer.map(|answer| answer.clone().unwrap_or_default());
                rechecked(
                    tx,
                    &inside,
                    &mut row,
                    &Asked { marks, last, decoys: &heard.decoys },
                    answer,
                )?;
                row.run_at = now.0;
            }
        }
        tx.put_recipient(&row)?;
        Ok(())
    };
    office.store.write("told", write).await
}

/// Nothing waits any more once everything that was said is obeyed.
fn settled(row: &mut RecipientRow) {
    if row.acked_epoch >= row.sent_epoch && row.note.is_none() {
        row.waiting_since = None;
    }
}

fn failed(row: &mut RecipientRow, now: Instant, why: String) {
    let place = usize::try_from(row.attempts).unwrap_or(usize::MAX).min(PAUSES.len() - 1);
    let pause_s = PAUSES.get(place).copied().unwrap_or(86_400);
    row.attempts += 1;
    row.run_at = now.0.saturating_add(pause_s * 1000);
    row.note = Some(why);
}

/// A system says that it obeys everything up to an epoch. Gives nothing when there never was such an epoch; what it cannot have
/// heard yet does not count as obeyed.
pub(super) fn obeys(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &mut RecipientRow,
    epoch: i64,
) -> Result<Option<()>, CaseworkError> {
    if epoch > tx.epoch()? {
        return Ok(None);
    }
    let heard = epoch.min(row.sent_epoch.max(row.told_epoch));
    if heard <= row.acked_epoch {
        return Ok(Some(()));
    }
    row.acked_epoch = heard;
    // It moves: whatever is still missing has its own time.
    row.waiting_since = row.waiting_since.map(|_| office.clock.now().0);
    settled(row);
    let now = office.clock.now();
    let key = people::controller_key(tx, &office.vault, now)?;
    let (system, purpose) = (row.system.clone(), row.purpose.clone());
    let told = RecipientObeys { system, purpose, epoch: heard };
    log::leaf(tx, now, (&people::CONTROLLER, &key), None, &told)?;
    if row.acked_epoch >= row.sent_epoch {
        finish(tx, office, row, Cause::Hearing)?;
    }
    Ok(Some(()))
}

/// What a re-check asked about.
struct Asked<'a> {
    marks: &'a [Mark],
    last: &'a Option<Vec<u8>>,
    decoys: &'a [Mark],
}

fn rechecked(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &mut RecipientRow,
    asked: &Asked<'_>,
    answer: Result<Value, String>,
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let answer = match answer {
        Ok(answer) => answer,
        Err(why) => {
            again(row, now, office, why);
            return Ok(());
        }
    };
    let Some(list) = answer.get("not_held").and_then(Value::as_array) else {
        let what = "it answered a re-check without saying in `not_held` what it lacks".to_owned();
        again(row, now, office, what);
        return Ok(());
    };
    let lacks: BTreeSet<&str> = list.iter().filter_map(Value::as_str).collect();
    if !asked.decoys.iter().all(|decoy| lacks.contains(decoy.to_string().as_str())) {
        row.contradictions += 1;
        tracing::error!(recipient.system = %row.system, "`{}` comes out opted in: {LIES}", row.system);
        raise(tx, office, row, Cause::Recheck, LIES)?;
        again(row, now, office, LIES.to_owned());
        return Ok(());
    }
    row.checked += i64::try_from(asked.marks.len()).unwrap_or(i64::MAX);
    row.recheck_after.clone_from(asked.last);
    row.note = None;
    let lost: Vec<Mark> = asked
        .marks
        .iter()
        .filter(|mark| lacks.contains(mark.to_string().as_str()))
        .copied()
        .collect();
    if !lost.is_empty() {
        return tell_again(tx, office, row, &lost);
    }
    if asked.last.is_none() {
        let is_clean = row.recheck_policy != UNCLEAN;
        let pause_ms = if is_clean { office.recipients.recheck_ms } else { RECHECK_AGAIN_MS };
        row.recheck_at = now.0.saturating_add(pause_ms);
        row.recheck_policy = policy(office);
        if is_clean {
            finish(tx, office, row, Cause::Recheck)?;
        }
    }
    Ok(())
}

/// The whole re-check from its beginning, later.
fn again(row: &mut RecipientRow, now: Instant, office: &Office, why: String) {
    row.recheck_after = None;
    row.recheck_at = now.0.saturating_add(RECHECK_AGAIN_MS);
    row.recheck_policy = policy(office);
    row.note = Some(why);
}

/// What a system does not hold is told again, from the first of it on.
fn tell_again(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &mut RecipientRow,
    lost: &[Mark],
) -> Result<(), CaseworkError> {
    let count = lost.len();
    UNCLEAN.clone_into(&mut row.recheck_policy);
    row.contradictions += i64::try_from(count).unwrap_or(i64::MAX);
    tracing::error!(
        recipient.system = %row.system, recipient.purpose = %row.purpose,
        "`{}` comes out opted in: it does not hold {count} objections; they are told again", row.system
    );
    let marks: Vec<Vec<u8>> = lost.iter().map(|mark| mark.bytes().to_vec()).collect();
    let rows = tx.objections_of(&marks)?;
    let own = rows.iter().filter(|entry| entry.purpose == row.purpose);
    if let Some(first) = own.map(|entry| entry.epoch).min() {
        row.sent_epoch = row.sent_epoch.min(first - 1);
        row.told_epoch = row.told_epoch.min(row.sent_epoch);
        row.acked_epoch = row.acked_epoch.min(row.sent_epoch);
    }
    let what =
        format!("it did not hold {count} objections; they were told again, see that it obeys them");
    raise(tx, office, row, Cause::Recheck, &what)
}

/// Why a task was raised: it ends only by its own reason.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cause {
    /// It does not acknowledge, or does not listen.
    Hearing,
    /// A re-check found something.
    Recheck,
}

fn task_of(row: &RecipientRow, cause: Cause) -> String {
    match cause {
        Cause::Hearing => format!("{}/{}", row.system, row.purpose),
        Cause::Recheck => format!("{}/{}/recheck", row.system, row.purpose),
    }
}

fn finish(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &RecipientRow,
    cause: Cause,
) -> Result<(), CaseworkError> {
    let open = tx.office_tasks(&task_of(row, cause))?;
    for task in &open {
        tx.finish_task(&task.id, office.clock.now().0)?;
    }
    if open.is_empty() { Ok(()) } else { dossier::tell_office_tasks(tx, office) }
}

/// A task for what was not acknowledged in time.
pub(super) fn overdue(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &RecipientRow,
) -> Result<(), CaseworkError> {
    raise(tx, office, row, Cause::Hearing, OVERDUE)
}

/// A task for the office, and its entry in the log. While one is open for the same cause there is no second.
fn raise(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &RecipientRow,
    cause: Cause,
    reason: &str,
) -> Result<(), CaseworkError> {
    let system = task_of(row, cause);
    if !tx.office_tasks(&system)?.is_empty() {
        return Ok(());
    }
    let now = office.clock.now();
    let key = people::controller_key(tx, &office.vault, now)?;
    let told = RecipientTask {
        system: row.system.clone(),
        purpose: row.purpose.clone(),
        reason: reason.to_owned(),
    };
    log::leaf(tx, now, (&people::CONTROLLER, &key), None, &told)?;
    work::tell_the_office(tx, office, &system, reason.to_owned())
}
