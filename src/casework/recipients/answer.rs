//! What a system's answer means: written down, logged, and made a task where it does not obey.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value;

use crate::connectors::webhook::NotTaken;
use crate::domain::id::TaskId;
use crate::domain::time::Instant;
use crate::objections::Mark;
use crate::store::Tx;
use crate::store::rows::{RecipientRow, TaskRow};
use crate::store::vault::random;

use super::super::{CaseworkError, Office, people, record};
use super::{Errand, policy};

/// Pauses after failures, in seconds: those of Standard Webhooks.
const PAUSES: [i64; 9] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

/// What the answer means, written down.
pub(super) async fn settle(
    office: &Arc<Office>,
    mut row: RecipientRow,
    errand: Errand,
    decoys: &[Mark],
    told: Result<Option<Value>, NotTaken>,
    now: Instant,
) -> Result<(), CaseworkError> {
    let before = row.sent_epoch;
    row.waiting_since = row.waiting_since.or(Some(now.0));
    let answer = match told {
        Ok(answer) => answer.unwrap_or_default(),
        Err(why) => {
            failed(&mut row, now, why.to_string());
            if why == NotTaken::Gone {
                "disabled".clone_into(&mut row.state);
            }
            put(office, row.clone(), before).await?;
            if why == NotTaken::Gone {
                return raise(office, &row, "it wants no more messages (410); ask its owner why")
                    .await;
            }
            return Ok(());
        }
    };
    let said = match errand {
        Errand::Changes(changes) => {
            row.sent_epoch = changes.last().map_or(row.sent_epoch, |change| change.epoch);
            acknowledged(&mut row, answer.get("obeyed_epoch").and_then(Value::as_i64))
        }
        Errand::Recheck(marks, last) => {
            let said = rechecked(office, &mut row, &marks, decoys, last, &answer, now);
            if let Said::DoesNotHold(missing) = &said {
                resend(office, &mut row, missing).await?;
            }
            said
        }
    };
    match &said {
        Said::Nonsense(what) => failed(&mut row, now, (*what).to_owned()),
        Said::Fine | Said::Obeys | Said::DoesNotHold(_) => {
            row.attempts = 0;
            row.run_at = now.0;
            row.note = None;
        }
    }
    if matches!(said, Said::Obeys) || (row.acked_epoch == row.sent_epoch && row.note.is_none()) {
        row.waiting_since = None;
    }
    put(office, row.clone(), before).await?;
    finish(office, row, said).await
}

/// What an answer says.
pub(super) enum Said {
    /// It was taken; nothing is known about obeying.
    Fine,
    /// It obeys everything it was told.
    Obeys,
    /// It does not hold these.
    DoesNotHold(Vec<Mark>),
    /// Something that cannot be true.
    Nonsense(&'static str),
}

const LIES: &str = "it says that it holds objections that nobody ever made, so it has not looked; \
     its acknowledgements mean nothing until it answers re-checks truly";

pub(super) fn acknowledged(row: &mut RecipientRow, epoch: Option<i64>) -> Said {
    match epoch {
        None => Said::Fine,
        Some(epoch) if epoch > row.sent_epoch => {
            Said::Nonsense("it acknowledges an epoch that it was never told")
        }
        Some(epoch) => {
            row.acked_epoch = row.acked_epoch.max(epoch);
            if row.acked_epoch == row.sent_epoch { Said::Obeys } else { Said::Fine }
        }
    }
}

fn rechecked(
    office: &Office,
    row: &mut RecipientRow,
    marks: &[Mark],
    decoys: &[Mark],
    last: Option<Vec<u8>>,
    answer: &Value,
    now: Instant,
) -> Said {
    let list = answer.get("not_held").and_then(Value::as_array);
    let Some(list) = list else {
        return Said::Nonsense("it answered a re-check without saying in `not_held` what it lacks");
    };
    let lacks: BTreeSet<&str> = list.iter().filter_map(Value::as_str).collect();
    if !decoys.iter().all(|decoy| lacks.contains(decoy.to_string().as_str())) {
        row.contradictions += 1;
        return Said::Nonsense(LIES);
    }
    row.checked += i64::try_from(marks.len()).unwrap_or(i64::MAX);
    if last.is_none() {
        row.recheck_at = now.0.saturating_add(office.recipients.recheck_ms);
        row.recheck_policy = policy(office);
    }
    row.recheck_after = last;
    let lost: Vec<Mark> =
        marks.iter().filter(|mark| lacks.contains(mark.to_string().as_str())).copied().collect();
    if lost.is_empty() {
        return Said::Fine;
    }
    row.contradictions += i64::try_from(lost.len()).unwrap_or(i64::MAX);
    Said::DoesNotHold(lost)
}

/// What a system does not hold is told again, from the first of it on.
async fn resend(
    office: &Office,
    row: &mut RecipientRow,
    missing: &[Mark],
) -> Result<(), CaseworkError> {
    let marks: Vec<Vec<u8>> = missing.iter().map(|mark| mark.bytes().to_vec()).collect();
    let purpose = row.purpose.clone();
    let look = move |tx: &mut Tx<'_>| {
        let rows = tx.objections_of(&marks)?;
        let epochs = rows.iter().filter(|row| row.purpose == purpose).map(|row| row.epoch);
        Ok::<_, CaseworkError>(epochs.min())
    };
    if let Some(first) = office.store.read("what to tell again", look).await? {
        row.sent_epoch = row.sent_epoch.min(first - 1);
        row.acked_epoch = row.acked_epoch.min(row.sent_epoch);
    }
    Ok(())
}

fn failed(row: &mut RecipientRow, now: Instant, why: String) {
    let place = usize::try_from(row.attempts).unwrap_or(usize::MAX).min(PAUSES.len() - 1);
    let pause_s = PAUSES.get(place).copied().unwrap_or(86_400);
    row.attempts += 1;
    row.run_at = now.0.saturating_add(pause_s * 1000);
    row.note = Some(why);
}

/// Writes how far it is, together with what was acknowledged or asked for again while the message was under way.
async fn put(office: &Office, mut row: RecipientRow, before: i64) -> Result<(), CaseworkError> {
    let write = move |tx: &mut Tx<'_>| {
        if let Some(now) = tx.recipient(&row.system, &row.purpose)? {
            if now.sent_epoch < before {
                row.sent_epoch = now.sent_epoch;
            }
            if row.sent_epoch >= before {
                row.acked_epoch = row.acked_epoch.max(now.acked_epoch);
            }
            row.acked_epoch = row.acked_epoch.min(row.sent_epoch);
        }
        tx.put_recipient(&row)?;
        Ok(())
    };
    office.store.write("told", write).await
}

/// The log and the tasks that follow from an answer.
async fn finish(office: &Arc<Office>, row: RecipientRow, said: Said) -> Result<(), CaseworkError> {
    match said {
        Said::Fine => Ok(()),
        Said::Obeys => {
            let inside = Arc::clone(office);
            office.store.write("obeyed", move |tx| log_ack(tx, &inside, &row)).await
        }
        Said::Nonsense(LIES) => {
            tracing::error!(recipient.system = %row.system, "`{}` comes out opted in: {LIES}", row.system);
            raise(office, &row, LIES).await
        }
        Said::Nonsense(_) => Ok(()),
        Said::DoesNotHold(lost) => {
            let count = lost.len();
            tracing::error!(
                recipient.system = %row.system, recipient.purpose = %row.purpose,
                "`{}` comes out opted in: it does not hold {count} objections; they are told again", row.system
            );
            let what = format!(
                "it did not hold {count} objections; they were told again, see that it obeys them"
            );
            raise(office, &row, &what).await
        }
    }
}

#[derive(serde::Serialize)]
struct Acknowledged<'r> {
    system: &'r str,
    purpose: &'r str,
    epoch: i64,
}

pub(super) fn log_ack(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &RecipientRow,
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let key = people::controller_key(tx, &office.vault, now)?;
    let told = Acknowledged { system: &row.system, purpose: &row.purpose, epoch: row.acked_epoch };
    record::leaf(tx, now, "recipient.obeys", (&people::CONTROLLER, &key), None, &told)?;
    for task in tx.office_tasks(&task_of(row))? {
        tx.finish_task(&task.id, now.0)?;
    }
    Ok(())
}

fn task_of(row: &RecipientRow) -> String {
    format!("{}/{}", row.system, row.purpose)
}

#[derive(serde::Serialize)]
struct Raised<'r> {
    system: &'r str,
    purpose: &'r str,
    reason: &'r str,
}

/// A task for the office, and its entry in the log. While one is open for the same system and purpose there is no second.
pub(super) async fn raise(
    office: &Arc<Office>,
    row: &RecipientRow,
    why: &str,
) -> Result<(), CaseworkError> {
    let (inside, row, why) = (Arc::clone(office), row.clone(), why.to_owned());
    let write = move |tx: &mut Tx<'_>| {
        let system = task_of(&row);
        if !tx.office_tasks(&system)?.is_empty() {
            return Ok(());
        }
        let now = inside.clock.now();
        let key = people::controller_key(tx, &inside.vault, now)?;
        let told = Raised { system: &row.system, purpose: &row.purpose, reason: &why };
        record::leaf(tx, now, "recipient.task", (&people::CONTROLLER, &key), None, &told)?;
        tx.insert_task(&TaskRow {
            id: TaskId::new(now, random()).0.to_vec(),
            case_id: None,
            system,
            reason: why,
            state: "open".into(),
            raised_at: now.0,
            done_at: None,
        })?;
        Ok(())
    };
    office.store.write("recipient task", write).await
}
