//! Writing down what happened: an audit leaf per event, and the projection beside it.

use serde::Serialize;

use crate::audit::{canonical, entry};
use crate::domain::case::{Event, State};
use crate::domain::decide::{Command, Facts, decide};
use crate::domain::id::{CaseId, Reference};
use crate::domain::right::Right;
use crate::domain::time::Instant;
use crate::store::rows::{CaseChange, CaseRow, OpeningRow};
use crate::store::vault::{Dek, Place, random};
use crate::store::{Draft, Tx};

use super::people::{self, Known};
use super::{CaseworkError, Office};

/// What an event's payload looks like in the log: the event, and the case it belongs to.
#[derive(Serialize)]
struct Payload<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<Reference>,
    #[serde(flatten)]
    event: &'a Event,
}

/// Appends one leaf with this payload, sealed with the holder's key; gives its index.
pub fn leaf(
    tx: &mut Tx<'_>,
    now: Instant,
    kind: &str,
    holder: (&[u8], &Dek),
    case: Option<CaseId>,
    payload: &impl Serialize,
) -> Result<i64, CaseworkError> {
    let payload = canonical::to_vec(payload).map_err(|_| CaseworkError::Damaged("payload"))?;
    let salt: [u8; 32] = random();
    let commit = entry::commit(&salt, &payload);
    // The leaf's own salt names its place: its index is known only under the lock.
    let sealed = holder.1.seal(&opening_place(&salt), &payload)?;
    let draft =
        Draft { subject: holder.0.to_vec(), case: case.map(|c| c.0.to_vec()), salt, sealed };
    let bytes =
        |time: i64| entry::Entry::new(kind, time, commit).map(|e| e.bytes()).unwrap_or_default();
    Ok(tx.append(now.0, draft, bytes)?)
}

/// One leaf for an event of a case.
pub fn event_leaf(
    tx: &mut Tx<'_>,
    now: Instant,
    person: &Known,
    case: CaseId,
    reference: Reference,
    event: &Event,
) -> Result<i64, CaseworkError> {
    // Two events name the case themselves.
    let named = matches!(event, Event::Received { .. } | Event::Registered(_));
    let payload = Payload { reference: (!named).then_some(reference), event };
    leaf(tx, now, event.kind(), (&person.id.0, &person.key), Some(case), &payload)
}

/// Opens what a leaf committed to.
pub fn open_payload(key: &Dek, row: &OpeningRow) -> Result<Vec<u8>, CaseworkError> {
    Ok(key.open(&opening_place(&row.salt), &row.payload)?)
}

fn opening_place(salt: &[u8]) -> Place<'_> {
    Place { table: "openings", column: "payload", row: salt }
}

/// A case, loaded for a change.
pub struct Loaded {
    /// Its row.
    pub row: CaseRow,
    /// Its state.
    pub state: State,
    /// Its person.
    pub person: Known,
    /// Its id.
    pub id: CaseId,
    /// Its reference.
    pub reference: Reference,
    /// What was asked.
    pub right: Right,
}

/// Loads a case; one whose person was forgotten is read-only and not found here.
pub fn load(tx: &mut Tx<'_>, office: &Office, row: CaseRow) -> Result<Loaded, CaseworkError> {
    let person =
        people::by_id(tx, &office.vault, &row.subject_id)?.ok_or(CaseworkError::NoSuchCase)?;
    Ok(Loaded {
        state: state_of(&row)?,
        id: CaseId(row.id.as_slice().try_into().map_err(|_| CaseworkError::Damaged("id"))?),
        reference: row.reference.parse().map_err(|_| CaseworkError::Damaged("reference"))?,
        right: Right::parse(&row.right_asked).ok_or(CaseworkError::Damaged("right"))?,
        person,
        row,
    })
}

/// The state column.
pub fn state_of(row: &CaseRow) -> Result<State, CaseworkError> {
    serde_json::from_str(&row.state).map_err(|_| CaseworkError::Damaged("state"))
}

/// Decides a command on a loaded case, appends its leaves and writes the projection. The case's version rises by one.
pub fn act(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    now: Instant,
    command: Command<'_>,
) -> Result<Vec<Event>, CaseworkError> {
    let facts = Facts {
        now,
        received_at: Instant(case.row.received_at),
        right: case.right,
        calendar: &office.calendar,
        regime: &office.policies.regime,
    };
    let events = decide(&case.state, command, &facts)?;
    for event in &events {
        case.state = std::mem::take(&mut case.state)
            .after(event)
            .map_err(crate::domain::decide::Refusal::from)?;
        event_leaf(tx, now, &case.person, case.id, case.reference, event)?;
    }
    let change = change_of(&case.state, &case.row)?;
    if tx.change_case(&case.row.id, case.row.version, &change)? != 1 {
        return Err(CaseworkError::Stale { now: case.row.version + 1 });
    }
    case.row.version = change.version;
    case.row.stage = change.stage;
    Ok(events)
}

fn change_of(state: &State, row: &CaseRow) -> Result<CaseChange, CaseworkError> {
    let (due_date, due_expires) = match &state.due {
        Some(due) => (due.date.to_string(), due.expires.0),
        None => (row.due_date.clone(), row.due_expires),
    };
    Ok(CaseChange {
        stage: state.stage.code().to_owned(),
        outcome: Some(state.stage.outcome().map(|o| o.code().to_owned())),
        identity: identity_code(state).to_owned(),
        due_date,
        due_expires,
        state: serde_json::to_string(state).map_err(|_| CaseworkError::Damaged("state"))?,
        version: row.version + 1,
        decision_id: None,
    })
}

/// The word of the identity column.
pub fn identity_code(state: &State) -> &'static str {
    use crate::domain::history::Identity;
    match state.identity {
        Some(Identity::Verified) => "verified",
        Some(Identity::Unverified) | None => "unverified",
    }
}
