//! Everything that reads: a person's own requests, the queue, receipts, packages.

use std::sync::Arc;

use crate::audit::proof;
use crate::domain::case::{Done, Outcome, Part, Registration, State};
use crate::domain::hint::Hint;
use crate::domain::id::Reference;
use crate::domain::identity::{Asker, Identifiers, Personal};
use crate::domain::right::Right;
use crate::domain::role::Officer;
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::rows::{CaseRow, JobRow, TaskRow};
use crate::store::vault::Place;

use super::attachments::Attached;
use super::intake::{Opened, Private};
use super::record::{self, state_of};
use super::{CaseworkError, Office, known, people, scribe};

/// Who reads.
#[derive(Clone, Debug)]
pub enum Reader {
    /// A person: their own, and nothing else.
    Person(Asker),
    /// A member of staff: everything; reading is itself logged.
    Officer(Officer),
    /// A member of staff who looks whether something is there and is handed nothing of it: no trace.
    Glance,
}

/// A case to be shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// As the person got it.
    pub opened: Opened,
    /// How it is now.
    pub state: State,
    /// For `If-Match`.
    pub version: i64,
    /// What was done, once there is an answer.
    pub parts: Vec<Part>,
    /// Messages, oldest first.
    pub messages: Vec<(Instant, Personal<String>)>,
    /// Files that go with the answer.
    pub attachments: Vec<Attached>,
    /// What waits for a case worker.
    pub tasks: Vec<TaskRow>,
    /// The words of the request.
    pub message: Option<Personal<String>>,
    /// Whether there is something to download.
    pub has_package: bool,
    /// The amount of a proposed fee, in cents, while the person has not answered it.
    pub fee_cents: Option<i64>,
    /// Letters, oldest first.
    pub notices: Vec<super::letters::Notice>,
    /// What country packs let a reviewer know; nothing for the person.
    pub hints: Vec<Hint>,
    /// By what the person is known in this case: for whoever works on it.
    pub asker: Option<Personal<Identifiers>>,
    /// What is tried again, and when.
    pub waiting: Vec<Waiting>,
    /// Legal holds on the person.
    pub holds: Vec<super::holds::InForce>,
    /// Whether there is an archive of what could be read so far, which an officer can send.
    pub has_draft: bool,
}

/// Work that is tried again.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// What stood in the way, without personal data.
    pub why: Option<String>,
    /// How often it was tried.
    pub tries: i64,
    /// When it is tried next.
    pub next_try_at: Instant,
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Where the next page begins.
    pub next: Option<String>,
}

/// What was opened, read from the database again.
pub fn opened_again(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &CaseRow,
) -> Result<Opened, CaseworkError> {
    let state = state_of(row)?;
    let explanation = match registration(tx, office, row)? {
        Some(known) => known.deadline.steps.iter().map(ToString::to_string).collect(),
        None => Vec::new(),
    };
    // Only a merged request has words to say at once (P9).
    let language = match state.merged_into {
        Some(_) => private(tx, office, row)?.language,
        None => None,
    };
    Ok(Opened {
        reference: row.reference.parse().map_err(|_| CaseworkError::Damaged("reference"))?,
        right: Right::parse(&row.right_asked).ok_or(CaseworkError::Damaged("right"))?,
        stage: state.stage,
        merged_into: state.merged_into,
        received_at: Instant(row.received_at),
        due: state.due.clone().ok_or(CaseworkError::Damaged("due"))?,
        explanation,
        identity: record::identity_code(&state),
        language,
        fresh: false,
    })
}

/// The private part of a case; empty once the person was forgotten.
fn private(tx: &mut Tx<'_>, office: &Office, row: &CaseRow) -> Result<Private, CaseworkError> {
    let Some(person) = people::by_id(tx, &office.vault, &row.subject_id)? else {
        return Ok(Private::default());
    };
    known::private(&person, row)
}

/// What was registered at the door: the second leaf of every case. Nothing once the person was forgotten.
pub fn registration(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &CaseRow,
) -> Result<Option<Registration>, CaseworkError> {
    let Some(person) = people::by_id(tx, &office.vault, &row.subject_id)? else { return Ok(None) };
    let openings = tx.openings_at(&[row.leaf + 1])?;
    let Some(opening) = openings.first() else { return Ok(None) };
    let payload = record::open_payload(&person.key, opening)?;
    serde_json::from_slice(&payload).map(Some).map_err(|_| CaseworkError::Damaged("registration"))
}

/// One case. What a person may not see does not exist for them; an officer's reading leaves a trace in the log.
///
/// # Errors
/// [`CaseworkError::NoSuchCase`], or the database.
pub async fn one(
    office: &Arc<Office>,
    reader: Reader,
    reference: Reference,
) -> Result<Shown, CaseworkError> {
    let (inside, own) = (Arc::clone(office), reader.clone());
    let read = move |tx: &mut Tx<'_>| {
        let row = find(tx, &inside, &own, reference)?;
        show(tx, &inside, &row)
    };
    let shown = office.store.read("case", read).await?;
    leave_trace(office, reader, reference, What::Case).await?;
    Ok(shown)
}

/// Writes down that an officer reads something of a case, before it is handed over. Whoever is handed nothing leaves no
/// trace, and neither does a person who reads their own.
pub(super) async fn leave_trace(
    office: &Arc<Office>,
    reader: Reader,
    reference: Reference,
    what: What,
) -> Result<(), CaseworkError> {
    let Reader::Officer(officer) = reader else { return Ok(()) };
    if office.store.is_frozen() {
        // Reading goes on, and nothing can be written into the log; our own log lines tell instead.
        tracing::warn!(case.reference = %reference, ?what, "an officer reads while the log is rolled back");
        return Ok(());
    }
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| log_reading(tx, &inside, officer.id(), reference, what);
    office.store.write("log reading", write).await
}

/// The row of a case, as far as the reader may know that it exists.
pub fn find(
    tx: &mut Tx<'_>,
    office: &Office,
    reader: &Reader,
    reference: Reference,
) -> Result<CaseRow, CaseworkError> {
    let row = tx.case_by_reference(&reference.to_string())?.ok_or(CaseworkError::NoSuchCase)?;
    if let Reader::Person(asker) = reader {
        let blind = people::blind(&office.vault, asker);
        let owner = tx.subjects_by_blinds(&[blind.to_vec()])?;
        if owner.first().map(|subject| &subject.id) != Some(&row.subject_id) {
            return Err(CaseworkError::NoSuchCase);
        }
    }
    Ok(row)
}

/// What of a case was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Its sheet.
    Case,
    /// Its receipt.
    Receipt,
    /// The archive of what was found.
    Package,
    /// A file that goes with its answer.
    Attachment,
    /// A letter.
    Letter,
    /// Its flag, with the evidence.
    Flag,
}

#[derive(serde::Serialize)]
struct Reading<'a> {
    officer: &'a str,
    reference: Reference,
    what: What,
}

pub(super) fn log_reading(
    tx: &mut Tx<'_>,
    office: &Office,
    officer: &str,
    reference: Reference,
    what: What,
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let key = people::controller_key(tx, &office.vault, now)?;
    let payload = Reading { officer, reference, what };
    record::leaf(tx, now, "case.read", (&people::CONTROLLER, &key), None, &payload)?;
    Ok(())
}

fn show(tx: &mut Tx<'_>, office: &Office, row: &CaseRow) -> Result<Shown, CaseworkError> {
    let opened = opened_again(tx, office, row)?;
    let state = state_of(row)?;
    let person = people::by_id(tx, &office.vault, &row.subject_id)?;
    let (mut messages, mut attachments) = (Vec::new(), Vec::new());
    let mut message = None;
    let mut asker = None;
    let mut parts = Vec::new();
    if let Some(person) = &person {
        for written in tx.messages_of(&row.id)? {
            let place = Place { table: "messages", column: "sealed", row: &written.id };
            let words = text(person.key.open(&place, &written.sealed)?)?;
            messages.push((Instant(written.written_at), words));
        }
        attachments = super::attachments::of_case(tx, person, row)?;
        let private = super::known::private(person, row)?;
        message = private.message.map(Personal::new);
        asker = Some(Personal::new(private.identifiers));
        parts = parts_of(tx, row, person)?;
        if parts.is_empty() {
            // Not answered yet: what was erased so far is told all the same.
            parts.extend(state.erasing.values().flat_map(|erasing| erasing.parts.clone()));
        }
    }
    let finding = registration(tx, office, row)?.and_then(|known| known.finding);
    let has_package = tx.package_of(&row.id)?.is_some();
    Ok(Shown {
        hints: finding.map(|finding| finding.hints).unwrap_or_default(),
        // Before the answer it is a draft, and nobody's but the office's.
        has_package: has_package && state.answer.is_some(),
        has_draft: has_package && state.answer.is_none(),
        asker,
        waiting: tx.jobs_of_case(&row.id)?.into_iter().filter_map(waiting).collect(),
        holds: super::holds::in_force(tx, office, row)?,
        notices: super::letters::of_case(tx, &row.id)?,
        fee_cents: proposed_fee(tx, row, &state)?,
        tasks: tx.tasks_of(&row.id)?,
        version: row.version,
        opened,
        state,
        parts,
        messages,
        attachments,
        message,
    })
}

fn waiting(job: JobRow) -> Option<Waiting> {
    (job.attempts > 0).then_some(Waiting {
        why: job.note,
        tries: job.attempts,
        next_try_at: Instant(job.run_at),
    })
}

fn proposed_fee(
    tx: &mut Tx<'_>,
    row: &CaseRow,
    state: &State,
) -> Result<Option<i64>, CaseworkError> {
    let (Some(Outcome::FeeProposed), Some(decision)) = (state.stage.outcome(), &row.decision_id)
    else {
        return Ok(None);
    };
    let Some(flag) = tx.flag_of(&row.id)? else { return Ok(None) };
    let decisions = tx.decisions_of(&flag.id)?;
    Ok(decisions.into_iter().find(|d| d.id == *decision).and_then(|d| d.fee_cents))
}

fn text(bytes: Vec<u8>) -> Result<Personal<String>, CaseworkError> {
    String::from_utf8(bytes).map(Personal::new).map_err(|_| CaseworkError::Damaged("message"))
}

/// What the answer did, from the log itself.
fn parts_of(
    tx: &mut Tx<'_>,
    row: &CaseRow,
    person: &people::Known,
) -> Result<Vec<Part>, CaseworkError> {
    #[derive(serde::Deserialize)]
    struct Answered {
        event: String,
        #[serde(default)]
        parts: Vec<Part>,
    }
    let mut parts = Vec::new();
    if state_of(row)?.answer.is_none() {
        return Ok(parts);
    }
    for opening in tx.openings_of(&row.subject_id)? {
        if opening.case_id.as_ref() == Some(&row.id) && opening.idx > row.leaf + 1 {
            let payload = record::open_payload(&person.key, &opening)?;
            if let Ok(answered) = serde_json::from_slice::<Answered>(&payload)
                && answered.event == "answered"
            {
                parts = answered.parts;
            }
        }
    }
    Ok(parts)
}

/// Whether something was kept, so that the answer must name the grounds.
pub fn was_kept(parts: &[Part]) -> bool {
    parts.iter().any(|part| part.done == Done::Kept && part.rows > 0)
}

/// A page of cases, newest first: a person's own, or all.
///
/// # Errors
/// When the database does not answer.
pub async fn list(
    office: &Arc<Office>,
    reader: Reader,
    before: Option<[u8; 16]>,
    limit: u16,
) -> Result<Page<(Opened, State, i64)>, CaseworkError> {
    let inside = Arc::clone(office);
    let read = move |tx: &mut Tx<'_>| {
        let before = before.unwrap_or([0xff; 16]);
        let more = i64::from(limit) + 1;
        let mut rows = match &reader {
            Reader::Officer(_) | Reader::Glance => tx.cases_page(&before, more)?,
            Reader::Person(asker) => {
                let blind = people::blind(&inside.vault, asker);
                match tx.subjects_by_blinds(&[blind.to_vec()])?.first() {
                    Some(subject) => tx.cases_page_of(&subject.id, &before, more)?,
                    None => Vec::new(),
                }
            }
        };
        let next = next_cursor(&mut rows, limit, |row| &row.id);
        let items = rows
            .iter()
            .map(|row| Ok((opened_again(tx, &inside, row)?, state_of(row)?, row.version)))
            .collect::<Result<_, CaseworkError>>()?;
        Ok(Page { items, next })
    };
    office.store.read("list cases", read).await
}

/// Cuts the one row too many and tells where the next page begins.
pub(crate) fn next_cursor<T>(
    rows: &mut Vec<T>,
    limit: u16,
    id: impl Fn(&T) -> &Vec<u8>,
) -> Option<String> {
    if rows.len() <= usize::from(limit) {
        return None;
    }
    rows.truncate(usize::from(limit));
    let last: [u8; 16] = id(rows.last()?).as_slice().try_into().ok()?;
    Some(crate::domain::id::CaseId(last).to_string())
}

/// The receipt of a request, as a tlog-proof that opens its leaf.
///
/// # Errors
/// [`CaseworkError::NotSignedYet`] for up to a second after the request.
pub async fn receipt(
    office: &Arc<Office>,
    reader: Reader,
    reference: Reference,
) -> Result<String, CaseworkError> {
    let (inside, own) = (Arc::clone(office), reader.clone());
    let read = move |tx: &mut Tx<'_>| {
        let row = find(tx, &inside, &own, reference)?;
        let person = people::by_id(tx, &inside.vault, &row.subject_id)?;
        let person = person.ok_or(CaseworkError::NoSuchCase)?;
        let damaged = || CaseworkError::Damaged("opening");
        let opening = tx.openings_at(&[row.leaf])?.into_iter().next().ok_or_else(damaged)?;
        let entry = tx.leaves(row.leaf, row.leaf + 1)?.into_iter().next().ok_or_else(damaged)?;
        let payload = record::open_payload(&person.key, &opening)?;
        let salt: [u8; 32] = opening.salt.as_slice().try_into().map_err(|_| damaged())?;
        let extra = proof::receipt_extra(&entry.entry, &payload, &salt).map_err(|_| damaged())?;
        scribe::prove(tx, row.leaf, Some(extra))
    };
    let receipt = office.store.read("receipt", read).await?;
    leave_trace(office, reader, reference, What::Receipt).await?;
    Ok(receipt)
}

/// The archive of a request and its SHA-256.
///
/// # Errors
/// [`CaseworkError::NoPackage`] when there is none or its time is over.
pub async fn package(
    office: &Arc<Office>,
    reader: Reader,
    reference: Reference,
) -> Result<(Vec<u8>, Vec<u8>), CaseworkError> {
    let (inside, own) = (Arc::clone(office), reader.clone());
    let read = move |tx: &mut Tx<'_>| {
        let row = find(tx, &inside, &own, reference)?;
        let now = inside.clock.now();
        let package = tx.package_of(&row.id)?.filter(|package| package.expires_at > now.0);
        let package = package.ok_or(CaseworkError::NoPackage)?;
        if matches!(own, Reader::Person(_)) && state_of(&row)?.answer.is_none() {
            return Err(CaseworkError::NoPackage);
        }
        let person = people::by_id(tx, &inside.vault, &row.subject_id)?;
        let person = person.ok_or(CaseworkError::NoPackage)?;
        let place = Place { table: "packages", column: "sealed", row: &row.id };
        Ok::<_, CaseworkError>((person.key.open(&place, &package.sealed)?, package.sha256))
    };
    let package = office.store.read("package", read).await?;
    leave_trace(office, reader, reference, What::Package).await?;
    Ok(package)
}
