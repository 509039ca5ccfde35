//! Everything that reads: a person's own requests, the queue, receipts, packages.

use std::sync::Arc;

use crate::audit::leaf::case::What;
use crate::audit::leaf::event::{self, Told};
use crate::domain::case::{Event, Outcome, Part, State, Writer};
use crate::domain::deadline::Step;
use crate::domain::hint::Hint;
use crate::domain::id::Reference;
use crate::domain::identity::{Identifiers, Personal};
use crate::domain::time::Instant;
use crate::store::rows::{CaseRow, JobRow, TaskRow};
use crate::store::vault::Place;
use crate::store::{Tx, columns};

use crate::casework::case::attachments::Attached;
use crate::casework::case::opened::{self, Opened, opened_again, registration};
use crate::casework::case::reading::{Page, Reader, find, leave_trace, next_cursor};
use crate::casework::log::{self, proofs};
use crate::casework::{CaseworkError, Office, people};

/// A case to be shown.
#[derive(Clone, Debug)]
pub struct Shown {
    /// As the person got it.
    pub opened: Opened,
    /// How it is now.
    pub state: State,
    /// How the date that binds was derived.
    pub steps: Vec<Step>,
    /// For `If-Match`.
    pub version: i64,
    /// Its first entry of the log.
    pub leaf: i64,
    /// What was done, once there is an answer.
    pub parts: Vec<Part>,
    /// Messages, oldest first.
    pub messages: Vec<Message>,
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
    pub notices: Vec<crate::casework::case::notices::Notice>,
    /// How the mails about it fared: for the office.
    pub mails: Vec<crate::casework::mail::Fared>,
    /// What country packs let a reviewer know; nothing for the person.
    pub hints: Vec<Hint>,
    /// By what the person is known in this case: for whoever works on it.
    pub asker: Option<Personal<Identifiers>>,
    /// How it came, when an officer entered it.
    pub entry: Option<Personal<crate::casework::case::entry::Entry>>,
    /// What is tried again, and when.
    pub waiting: Vec<Waiting>,
    /// Legal holds on the person.
    pub holds: Vec<crate::casework::case::holds::InForce>,
    /// Whether there is an archive of what could be read so far, which an officer can send.
    pub has_draft: bool,
}

/// Something that was written in a case.
#[derive(Clone, Debug)]
pub struct Message {
    /// When.
    pub at: Instant,
    /// By whom, if that was kept.
    pub from: Option<Writer>,
    /// What.
    pub text: Personal<String>,
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

/// Everything of a case that is shown.
pub(crate) fn show(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &CaseRow,
) -> Result<Shown, CaseworkError> {
    let known = opened_again(tx, office, row)?;
    let state = row.state()?;
    let person = people::by_id(tx, &office.vault, &row.subject_id)?;
    let (mut messages, mut attachments) = (Vec::new(), Vec::new());
    let mut message = None;
    let mut asker = None;
    let mut entry = None;
    let mut parts = Vec::new();
    if let Some(person) = &person {
        for written in tx.messages_of(&row.id)? {
            let place = Place { table: "messages", column: "sealed", row: &written.id };
            let words = text(person.key.open(&place, &written.sealed)?)?;
            messages.push(Message {
                at: Instant(written.written_at),
                from: written.writer.as_deref().and_then(Writer::parse),
                text: words,
            });
        }
        attachments = crate::casework::case::attachments::of_case(tx, person, row)?;
        let private = crate::casework::case::private::open(person, row)?;
        message = private.message.map(Personal::new);
        asker = Some(Personal::new(private.identifiers));
        entry = private.entry.map(Personal::new);
        parts = parts_of(tx, row, person)?;
        if parts.is_empty() {
            // Not answered yet: what was done so far is told all the same.
            parts = state.did();
        }
    }
    let finding = registration(tx, office, row)?.and_then(|known| known.finding);
    let has_package = tx.package_of(&row.id)?.is_some();
    Ok(Shown {
        leaf: row.leaf,
        hints: finding.map(|finding| finding.hints).unwrap_or_default(),
        // Before the answer it is a draft, and nobody's but the office's.
        has_package: has_package && state.answer.is_some(),
        has_draft: has_package && state.answer.is_none(),
        asker,
        entry,
        waiting: tx.jobs_of_case(&row.id)?.into_iter().filter_map(waiting).collect(),
        holds: crate::casework::case::holds::in_force(tx, office, row)?,
        notices: crate::casework::case::notices::of_case(tx, &row.id)?,
        mails: crate::casework::mail::of_case(tx, &row.id)?,
        fee_cents: proposed_fee(tx, row, &state)?,
        tasks: tx.tasks_of(&row.id)?,
        version: row.version,
        steps: opened::steps(tx, office, row)?,
        opened: known,
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
    Ok(Personal::new(columns::messages::sealed.text(bytes)?))
}

/// What the answer did, from the log itself.
fn parts_of(
    tx: &mut Tx<'_>,
    row: &CaseRow,
    person: &people::Known,
) -> Result<Vec<Part>, CaseworkError> {
    let mut parts = Vec::new();
    if row.state()?.answer.is_none() {
        return Ok(parts);
    }
    for opening in tx.openings_of(&row.subject_id)? {
        if opening.case_id.as_ref() == Some(&row.id) && opening.idx > row.leaf + 1 {
            let payload = log::open_payload(&person.key, &opening)?;
            if let Ok((_, Told::Event(Event::Answered { parts: told, .. }))) = event::read(&payload)
            {
                parts = told;
            }
        }
    }
    Ok(parts)
}

/// Which open cases a list is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Due {
    /// Those whose date passed.
    Overdue,
    /// Those that are due within the longest reminder, and not over.
    Soon,
}

impl Due {
    /// Reads the word of the API.
    pub fn parse(code: &str) -> Option<Self> {
        match code {
            "overdue" => Some(Self::Overdue),
            "soon" => Some(Self::Soon),
            _ => None,
        }
    }
}

/// What a list shows of each case.
fn listed(
    tx: &mut Tx<'_>,
    office: &Office,
    rows: &[CaseRow],
) -> Result<Vec<(Opened, State, i64)>, CaseworkError> {
    let each = rows.iter();
    each.map(|row| Ok((opened_again(tx, office, row)?, row.state()?, row.version))).collect()
}

/// A page of open cases by their date, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn due(
    office: &Arc<Office>,
    which: Due,
    before: Option<[u8; 16]>,
    limit: u16,
) -> Result<Page<(Opened, State, i64)>, CaseworkError> {
    let inside = Arc::clone(office);
    let read = move |tx: &mut Tx<'_>| {
        let more = i64::from(limit) + 1;
        let before = before.unwrap_or([0xff; 16]);
        let mut rows = rows_due(tx, &inside, which, before, more)?;
        let next = next_cursor(&mut rows, limit, |row| &row.id);
        Ok(Page { items: listed(tx, &inside, &rows)?, next })
    };
    office.store.read("list due cases", read).await
}

/// The newest cases, all or the open ones by their date, as far as nothing of them is personal: for commands.
///
/// # Errors
/// When the database does not answer.
pub fn newest(
    office: &Arc<Office>,
    which: Option<Due>,
    limit: i64,
) -> Result<Vec<CaseRow>, CaseworkError> {
    let inside = Arc::clone(office);
    office.store.read_blocking("list cases", move |tx| match which {
        None => Ok(tx.cases_page(&[0xff; 16], limit)?),
        Some(which) => rows_due(tx, &inside, which, [0xff; 16], limit),
    })
}

/// Open cases by their date, newest first. A period that stands still is not over.
fn rows_due(
    tx: &mut Tx<'_>,
    office: &Office,
    which: Due,
    before: [u8; 16],
    limit: i64,
) -> Result<Vec<CaseRow>, CaseworkError> {
    let now = office.clock.now();
    let longest = office.dates.remind_days_before.iter().copied().max().unwrap_or(0);
    let until = if which == Due::Overdue { now } else { now.plus_days(longest) };
    let wanted = usize::try_from(limit).unwrap_or_default();
    let (mut before, mut found) = (before.to_vec(), Vec::new());
    while found.len() < wanted {
        let page = tx.cases_page_due(until.0, &before, limit)?;
        let Some(last) = page.last() else { break };
        before.clone_from(&last.id);
        for row in page {
            let is_over = row.due_expires <= now.0;
            if is_over == (which == Due::Overdue) && row.state()?.suspended.is_none() {
                found.push(row);
            }
        }
    }
    found.truncate(wanted);
    Ok(found)
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
        Ok(Page { items: listed(tx, &inside, &rows)?, next })
    };
    office.store.read("list cases", read).await
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
        proofs::receipt(tx, &person.key, row.leaf)
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
        if matches!(own, Reader::Person(_)) && row.state()?.answer.is_none() {
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
