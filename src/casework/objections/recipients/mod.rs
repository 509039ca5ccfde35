//! Systems that are told of every objection to a purpose they obey, and asked again whether they still hold them.
//!
//! Start with [`turn`]. A system's place in the feed of changes is two epochs: up to which it was told, and up to which it
//! says that it obeys. So nothing can be lost between them, a system that was away hears everything, and a replay is a
//! smaller number. Messages hold marks, never names.

mod answer;
mod errand;

use std::sync::Arc;

use crate::connectors::webhook::Endpoint;
use crate::domain::name::{PurposeId, SystemId};
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::rows::RecipientRow;

use crate::casework::objections::recipients::answer::{Heard, obeys, overdue, settle};
use crate::casework::objections::recipients::errand::{Errand, errand, message, policy};
use crate::casework::{CaseworkError, Office};

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
    pub system: SystemId,
    /// The purpose.
    pub purpose: PurposeId,
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

type Pair = (SystemId, PurposeId);

/// Systems with an endpoint and the purposes they obey.
fn pairs(office: &Office) -> Vec<(&Endpoint, &PurposeId)> {
    let purposes = office.policies.purposes.all();
    purposes
        .flat_map(|purpose| purpose.obeyed_by.iter().map(|system| (system, &purpose.id)))
        .filter_map(|(system, purpose)| {
            let endpoint = office.recipients.endpoints.iter().find(|e| e.system == *system);
            endpoint.map(|endpoint| (endpoint, purpose))
        })
        .collect()
}

/// Makes a place for every system that is to be told. A new one hears everything from the first objection on.
///
/// # Errors
/// When the database does not answer.
pub fn register(office: &Arc<Office>) -> Result<(), CaseworkError> {
    let pairs: Vec<Pair> =
        pairs(office).into_iter().map(|(e, purpose)| (e.system.clone(), purpose.clone())).collect();
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
                told_epoch: 0,
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

async fn one(
    office: &Arc<Office>,
    endpoint: &Endpoint,
    purpose: &PurposeId,
) -> Result<bool, CaseworkError> {
    if !is_due(office, &endpoint.system, purpose).await? {
        return Ok(false);
    }
    let Some((row, errand)) = take(office, &endpoint.system, purpose).await? else {
        return Ok(false);
    };
    let (message, decoys) = message(office, &row, &errand);
    let answer = office.recipients.caller.send(endpoint, &message).await;
    if let Err(why) = &answer {
        tracing::warn!(
            recipient.system = %row.system, recipient.purpose = %row.purpose, attempt = row.attempts + 1,
            "`{}` was not told of objections, will retry: {why}", row.system
        );
    }
    let before = row.sent_epoch;
    settle(office, &row, Heard { errand, decoys, answer, before }).await?;
    Ok(true)
}

/// A look that writes nothing: is there anything to say or to raise?
async fn is_due(
    office: &Arc<Office>,
    system: &SystemId,
    purpose: &PurposeId,
) -> Result<bool, CaseworkError> {
    let inside = Arc::clone(office);
    let (system, purpose) = (system.clone(), purpose.clone());
    let look = move |tx: &mut Tx<'_>| {
        let now = inside.clock.now().0;
        let row = tx.recipient(&system, &purpose)?.filter(|row| row.state == "active");
        let Some(row) = row else { return Ok(false) };
        Ok::<_, CaseworkError>(
            is_overdue(&inside, &row, now)
                || (row.run_at <= now && errand(tx, &inside, &row, now)?.is_some()),
        )
    };
    office.store.read("what to tell", look).await
}

fn is_overdue(office: &Office, row: &RecipientRow, now: i64) -> bool {
    row.waiting_since.is_some_and(|at| now.saturating_sub(at) >= office.recipients.ack_ms)
}

/// Takes the errand, so that no other node does, as it is at that moment.
async fn take(
    office: &Arc<Office>,
    system: &SystemId,
    purpose: &PurposeId,
) -> Result<Option<(RecipientRow, Errand)>, CaseworkError> {
    let inside = Arc::clone(office);
    let (system, purpose) = (system.clone(), purpose.clone());
    let write = move |tx: &mut Tx<'_>| {
        let now = inside.clock.now().0;
        tx.hold_recipient(&system, &purpose)?;
        let row = tx.recipient(&system, &purpose)?.filter(|row| row.state == "active");
        let Some(mut row) = row else { return Ok(None) };
        if is_overdue(&inside, &row, now) {
            overdue(tx, &inside, &row)?;
        }
        if row.run_at > now {
            return Ok(None);
        }
        let Some(errand) = errand(tx, &inside, &row, now)? else { return Ok(None) };
        row.run_at = now.saturating_add(inside.recipients.lease_ms);
        if let Errand::Changes(changes) = &errand {
            row.told_epoch = changes.last().map_or(row.sent_epoch, |change| change.epoch);
        }
        tx.put_recipient(&row)?;
        Ok::<_, CaseworkError>(Some((row, errand)))
    };
    office.store.write("take errand", write).await
}

/// A system says that it obeys everything up to an epoch.
///
/// # Errors
/// [`CaseworkError::NoSuchRecipient`], or [`CaseworkError::NoSuchEpoch`].
pub async fn acknowledge(
    office: &Arc<Office>,
    system: SystemId,
    purpose: PurposeId,
    epoch: i64,
) -> Result<Told, CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| {
        tx.hold_recipient(&system, &purpose)?;
        let row = tx.recipient(&system, &purpose)?;
        let mut row = row.ok_or(CaseworkError::NoSuchRecipient)?;
        obeys(tx, &inside, &mut row, epoch)?.ok_or(CaseworkError::NoSuchEpoch)?;
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
    system: SystemId,
    purpose: PurposeId,
    after: i64,
) -> Result<(), CaseworkError> {
    office.store.write_blocking("replay to recipient", move |tx| {
        tx.hold_recipient(&system, &purpose)?;
        let mut row = tx.recipient(&system, &purpose)?.ok_or(CaseworkError::NoSuchRecipient)?;
        row.sent_epoch = row.sent_epoch.min(after.max(0));
        row.told_epoch = row.told_epoch.min(row.sent_epoch);
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
    let overdue = is_overdue(office, &row, now);
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
