//! Systems that are told of every objection to a purpose they obey, and asked again whether they still hold them.
//!
//! Start with [`turn`]. A system's place in the feed of changes is two epochs: up to which it was told, and up to which it
//! says that it obeys. So nothing can be lost between them, a system that was away hears everything, and a replay is a
//! smaller number. Messages hold marks, never names.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::connectors::webhook::{Caller, Endpoint, Message, NotTaken};
use crate::domain::id::TaskId;
use crate::domain::objection::Standing;
use crate::domain::time::Instant;
use crate::objections::Mark;
use crate::store::Tx;
use crate::store::rows::{ObjectionRow, RecipientRow, TaskRow};
use crate::store::vault::random;

use super::{CaseworkError, Office, hanging, objecting, people, record};

const CHANGES_MAX: i64 = 100;
const MARKS_MAX: i64 = 500;
const DECOYS: usize = 3;
/// While somebody sends, nobody else does.
const LEASE_MS: i64 = 60_000;
/// Pauses after failures, in seconds: those of Standard Webhooks.
const PAUSES: [i64; 9] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

/// Who is told, and how patiently.
#[derive(Debug)]
pub struct Recipients {
    /// Where they listen.
    pub endpoints: Vec<Endpoint>,
    /// Signs and sends.
    pub caller: Caller,
    /// From the first unacknowledged message to the task.
    pub ack_ms: i64,
    /// From one re-check to the next.
    pub recheck_ms: i64,
}

impl std::fmt::Debug for Endpoint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.system)
    }
}

/// How one system is doing with one purpose.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Health {
    /// Everything was told and acknowledged.
    Obeying,
    /// Something is on its way.
    Waiting,
    /// Something was not acknowledged in time.
    Overdue,
    /// It said that it wants no more messages.
    Disabled,
    /// No endpoint is configured: it asks or filters by itself.
    Asks,
}

impl Health {
    /// The word of the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::Obeying => "obeying",
            Self::Waiting => "waiting",
            Self::Overdue => "overdue",
            Self::Disabled => "disabled",
            Self::Asks => "asks",
        }
    }
}

/// One system and one purpose, for lists and metrics.
#[derive(Clone, Debug)]
pub struct Told {
    /// The system.
    pub system: String,
    /// The purpose.
    pub purpose: String,
    /// See [`Health`].
    pub health: Health,
    /// Up to which epoch it was told.
    pub sent_epoch: i64,
    /// Up to which epoch it says that it obeys.
    pub acked_epoch: i64,
    /// Since when something waits for its acknowledgement.
    pub waiting_since: Option<Instant>,
    /// What went wrong last.
    pub note: Option<String>,
    /// Objections that a re-check asked about.
    pub checked: i64,
    /// Objections that it turned out not to hold.
    pub contradictions: i64,
}

type Pair = (String, String);

/// Systems with an endpoint and the purposes they obey.
fn pairs(office: &Office) -> Vec<(&Endpoint, &str)> {
    let purposes = office.policies.purposes.all();
    purposes
        .flat_map(|purpose| purpose.obeyed_by.iter().map(|system| (system, purpose.id.as_str())))
        .filter_map(|(system, purpose)| {
            let endpoint = office.recipients.endpoints.iter().find(|e| e.system == *system);
            endpoint.map(|endpoint| (endpoint, purpose))
        })
        .collect()
}

fn policy(office: &Office) -> String {
    office.policies.texts.get("purposes.toml").map(|text| text.hash.clone()).unwrap_or_default()
}

/// Makes a place for every system that is to be told. A new one hears everything from the first objection on.
///
/// # Errors
/// When the database does not answer.
pub fn register(office: &Arc<Office>) -> Result<(), CaseworkError> {
    let pairs: Vec<Pair> =
        pairs(office).into_iter().map(|(e, purpose)| (e.system.clone(), purpose.into())).collect();
    if pairs.is_empty() {
        return Ok(());
    }
    let inside = Arc::clone(office);
    office.store.write_blocking("recipients", move |tx| {
        let now = inside.clock.now();
        for (system, purpose) in pairs {
            tx.insert_recipient(&RecipientRow {
                system,
                purpose,
                state: "active".into(),
                sent_epoch: 0,
                acked_epoch: 0,
                waiting_since: None,
                attempts: 0,
                run_at: now.0,
                note: None,
                recheck_at: now.0.saturating_add(inside.recipients.recheck_ms),
                recheck_after: None,
                recheck_policy: policy(&inside),
                checked: 0,
                contradictions: 0,
            })?;
        }
        Ok(())
    })
}

/// Tells every system what it has to hear now. Gives whether anything was sent: then there may be more.
pub async fn turn(office: &Arc<Office>) -> bool {
    let each = pairs(office).into_iter().map(|(endpoint, purpose)| one(office, endpoint, purpose));
    let sent = futures_util::future::join_all(each).await;
    let mut any = false;
    for done in sent {
        match done {
            Ok(sent) => any |= sent,
            Err(error) => tracing::warn!("a system could not be told of objections yet: {error}"),
        }
    }
    any
}

/// What one system has to hear next.
enum Errand {
    Changes(Vec<ObjectionRow>),
    /// Those in force among a page of marks, and the last mark of the page; none at the end.
    Recheck(Vec<Mark>, Option<Vec<u8>>),
}

async fn one(
    office: &Arc<Office>,
    endpoint: &Endpoint,
    purpose: &str,
) -> Result<bool, CaseworkError> {
    let Some((row, errand)) = next(office, &endpoint.system, purpose).await? else {
        return Ok(false);
    };
    let now = office.clock.now();
    let (message, decoys) = message(office, &row, &errand);
    let told = office.recipients.caller.send(endpoint, &message).await;
    if let Err(why) = &told {
        tracing::warn!(
            recipient.system = %row.system, recipient.purpose = %row.purpose, attempt = row.attempts + 1,
            "`{}` was not told of objections, will retry: {why}", row.system
        );
    }
    settle(office, row, errand, &decoys, told, now).await?;
    Ok(true)
}

/// Looks whether there is something to say, and takes the errand so that no other node does.
async fn next(
    office: &Arc<Office>,
    system: &str,
    purpose: &str,
) -> Result<Option<(RecipientRow, Errand)>, CaseworkError> {
    let inside = Arc::clone(office);
    let (system, purpose) = (system.to_owned(), purpose.to_owned());
    let look = move |tx: &mut Tx<'_>| {
        let now = inside.clock.now().0;
        let row = tx.recipient(&system, &purpose)?.filter(|row| row.state == "active");
        let Some(row) = row else { return Ok(None) };
        let overdue =
            row.waiting_since.is_some_and(|at| now.saturating_sub(at) >= inside.recipients.ack_ms);
        if row.run_at > now {
            return Ok(Some((row, None, overdue)));
        }
        let errand = errand(tx, &inside, &row, now)?;
        Ok::<_, CaseworkError>(Some((row, errand, overdue)))
    };
    let Some((row, errand, overdue)) = office.store.read("what to tell", look).await? else {
        return Ok(None);
    };
    if overdue {
        raise(office, &row, "it has not acknowledged objections in time; see that it obeys them")
            .await?;
    }
    let Some(errand) = errand else { return Ok(None) };
    let (now, claimed) = (office.clock.now().0, row.clone());
    let taken = office
        .store
        .write("take errand", move |tx| {
            tx.claim_recipient(&claimed.system, &claimed.purpose, now, now + LEASE_MS)
                .map_err(CaseworkError::from)
        })
        .await?;
    Ok((taken == 1).then_some((row, errand)))
}

fn errand(
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
    if !due {
        return Ok(None);
    }
    let after = row.recheck_after.clone().unwrap_or_default();
    let page = tx.objections_after_mark(&row.purpose, &after, MARKS_MAX)?;
    let last = page.last().map(|row| row.mark.clone());
    let in_force = page.iter().filter(|row| row.standing == Standing::InForce.code());
    let marks = in_force.map(|row| objecting::entry(row).map(|entry| entry.mark));
    Ok(Some(Errand::Recheck(marks.collect::<Result<_, _>>()?, last)))
}

fn message(office: &Office, row: &RecipientRow, errand: &Errand) -> (Message, Vec<Mark>) {
    let now = office.clock.now();
    let (kind, id, data, decoys) = match errand {
        Errand::Changes(changes) => {
            let to = changes.last().map_or(row.sent_epoch, |change| change.epoch);
            let each = changes.iter().filter_map(|row| objecting::entry(row).ok());
            let each = each.map(|e| {
                json!({
                    "mark": e.mark.to_string(),
                    "objected": e.in_force_since.is_some(),
                    "since": e.in_force_since.map(Instant::rfc3339),
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

/// What the answer means, written down.
async fn settle(
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
enum Said {
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

fn acknowledged(row: &mut RecipientRow, epoch: Option<i64>) -> Said {
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

fn log_ack(tx: &mut Tx<'_>, office: &Office, row: &RecipientRow) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let key = people::controller_key(tx, &office.vault, now)?;
    let told = Acknowledged { system: &row.system, purpose: &row.purpose, epoch: row.acked_epoch };
    record::leaf(tx, now, "recipient.obeys", (&people::CONTROLLER, &key), None, &told)?;
    let open = tx.office_tasks(&task_of(row))?;
    for task in &open {
        tx.finish_task(&task.id, now.0)?;
    }
    if open.is_empty() { Ok(()) } else { hanging::tell_office_tasks(tx, office) }
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
async fn raise(office: &Arc<Office>, row: &RecipientRow, why: &str) -> Result<(), CaseworkError> {
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
        hanging::tell_office_tasks(tx, &inside)
    };
    office.store.write("recipient task", write).await
}

/// A system says that it obeys everything up to an epoch.
///
/// # Errors
/// [`CaseworkError::NoSuchRecipient`], or [`CaseworkError::NotToldYet`] when it was not told so far.
pub async fn acknowledge(
    office: &Arc<Office>,
    system: String,
    purpose: String,
    epoch: i64,
) -> Result<Told, CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| {
        let row = tx.recipient(&system, &purpose)?;
        let mut row = row.ok_or(CaseworkError::NoSuchRecipient)?;
        match acknowledged(&mut row, Some(epoch)) {
            Said::Nonsense(_) => {
                return Err(CaseworkError::NotToldYet { sent: row.sent_epoch });
            }
            Said::Obeys => {
                row.waiting_since = None;
                log_ack(tx, &inside, &row)?;
            }
            Said::Fine | Said::DoesNotHold(_) => {}
        }
        tx.put_recipient(&row)?;
        Ok(told(&inside, row))
    };
    office.store.write("acknowledge", write).await
}

/// Tells a system again everything after an epoch, and lets a disabled one hear again.
///
/// # Errors
/// [`CaseworkError::NoSuchRecipient`], or the database.
pub fn replay(
    office: &Arc<Office>,
    system: String,
    purpose: String,
    after: i64,
) -> Result<(), CaseworkError> {
    office.store.write_blocking("replay to recipient", move |tx| {
        let mut row = tx.recipient(&system, &purpose)?.ok_or(CaseworkError::NoSuchRecipient)?;
        row.sent_epoch = row.sent_epoch.min(after.max(0));
        row.acked_epoch = row.acked_epoch.min(row.sent_epoch);
        row.run_at = 0;
        row.attempts = 0;
        "active".clone_into(&mut row.state);
        tx.put_recipient(&row)?;
        Ok(())
    })
}

fn told(office: &Office, row: RecipientRow) -> Told {
    let now = office.clock.now().0;
    let overdue =
        row.waiting_since.is_some_and(|at| now.saturating_sub(at) >= office.recipients.ack_ms);
    let health = match row.state.as_str() {
        "disabled" => Health::Disabled,
        _ if overdue => Health::Overdue,
        _ if row.waiting_since.is_some() || row.acked_epoch < row.sent_epoch => Health::Waiting,
        _ => Health::Obeying,
    };
    Told {
        system: row.system,
        purpose: row.purpose,
        health,
        sent_epoch: row.sent_epoch,
        acked_epoch: row.acked_epoch,
        waiting_since: row.waiting_since.map(Instant),
        note: row.note,
        checked: row.checked,
        contradictions: row.contradictions,
    }
}

/// Every system that `purposes.toml` names, and how it is doing.
///
/// # Errors
/// When the database does not answer.
pub async fn list(office: &Arc<Office>) -> Result<Vec<Told>, CaseworkError> {
    let inside = Arc::clone(office);
    office.store.read("recipients", move |tx| all(tx, &inside)).await
}

/// As [`list`], inside a transaction.
///
/// # Errors
/// When the database does not answer.
pub fn all(tx: &mut Tx<'_>, office: &Office) -> Result<Vec<Told>, CaseworkError> {
    let rows = tx.recipients()?;
    let mut list = Vec::new();
    for purpose in office.policies.purposes.all() {
        for system in &purpose.obeyed_by {
            let row = rows.iter().find(|r| r.system == *system && r.purpose == purpose.id);
            let is_told = office.recipients.endpoints.iter().any(|e| e.system == *system);
            list.push(match row {
                Some(row) if is_told => told(office, row.clone()),
                _ => Told {
                    system: system.clone(),
                    purpose: purpose.id.clone(),
                    health: Health::Asks,
                    sent_epoch: 0,
                    acked_epoch: 0,
                    waiting_since: None,
                    note: None,
                    checked: 0,
                    contradictions: 0,
                },
            });
        }
    }
    Ok(list)
}
