//! Writing down what happened: an audit leaf per event, and the projection beside it.

use crate::audit::leaf::Payload;
use crate::audit::leaf::case::PackageKept;
use crate::audit::leaf::event::Happened;
use crate::audit::merkle::Hash;
use crate::domain::case::{Event, State};
use crate::domain::decide::{Command, Facts, decide};
use crate::domain::id::{CaseId, FlagId, Reference, TaskId};
use crate::domain::right::Right;
use crate::domain::time::Instant;
use crate::store::rows::{CaseChange, CaseRow, PackageRow};
use crate::store::{Tx, columns};

use crate::audit::hex::hex;

use crate::casework::case::dossier;
use crate::casework::log::leaf;
use crate::casework::people::{self, Known};
use crate::casework::{CaseworkError, Office};

/// An id that follows from what it stands for, so that a replay can tell it too.
fn derived(now: Instant, what: &str, of: &[u8]) -> [u8; 16] {
    let text = [what.as_bytes(), b"\0", of].concat();
    Hash::of(&text).0.first_chunk().map(|chance| TaskId::new(now, *chance).0).unwrap_or_default()
}

/// The id of a case's flag.
pub(crate) fn flag_id(raised_at: Instant, case: &[u8]) -> FlagId {
    FlagId(derived(raised_at, "flag", case))
}

/// One leaf for a row that hangs on a case.
pub(crate) fn kept_leaf(
    tx: &mut Tx<'_>,
    now: Instant,
    case: &Loaded,
    kept: &impl Payload,
) -> Result<(), CaseworkError> {
    leaf(tx, now, (&case.person.id.0, &case.person.key), Some(case.id), kept)?;
    Ok(())
}

/// Stores a package, and tells the log of it.
pub(crate) fn keep_package(
    tx: &mut Tx<'_>,
    now: Instant,
    case: &Loaded,
    package: &PackageRow,
) -> Result<(), CaseworkError> {
    let kept = PackageKept {
        reference: case.reference,
        sha256: hex(&package.sha256),
        size: package.size,
        made_at: package.made_at,
        expires_at: package.expires_at,
    };
    kept_leaf(tx, now, case, &kept)?;
    tx.put_package(package)?;
    Ok(())
}

/// Marks a case's tasks as done.
pub(crate) fn finish_tasks(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
) -> Result<(), CaseworkError> {
    if tx.finish_tasks(&case.row.id, office.clock.now().0)? > 0 {
        dossier::tell(tx, office, &case.row.id)?;
    }
    Ok(())
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
    let payload = Happened::to(reference, event);
    leaf(tx, now, (&person.id.0, &person.key), Some(case), &payload)
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
        state: row.state()?,
        id: row.id()?,
        reference: row.reference()?,
        right: row.right()?,
        person,
        row,
    })
}

/// Decides a command on a loaded case, appends its leaves and writes the projection. The case's version rises by their
/// number.
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
    let change = change_of(&case.state, &case.row, events.len())?;
    if tx.change_case(&case.row.id, case.row.version, &change)? != 1 {
        return Err(CaseworkError::Stale { now: case.row.version + 1 });
    }
    case.row.version = change.version;
    case.row.stage = change.stage;
    Ok(events)
}

fn change_of(state: &State, row: &CaseRow, events: usize) -> Result<CaseChange, CaseworkError> {
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
        state: columns::cases::state.to_json_text(state)?,
        // One for each event, so that the log tells the version too.
        version: row.version + i64::try_from(events).unwrap_or(1),
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
