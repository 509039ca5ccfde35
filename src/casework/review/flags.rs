//! The log of flags, with the evidence of each.

use std::sync::Arc;

use crate::audit::leaf::case::What;
use crate::audit::leaf::office::ReviewExported;
use crate::domain::excess::Finding;
use crate::domain::id::{CaseId, FlagId, NoticeId, Reference};
use crate::domain::identity::Asker;
use crate::domain::review::{Opened, Reasons};
use crate::domain::role::Officer;
use crate::domain::time::Instant;
use crate::policy::thresholds::Thresholds;
use crate::store::rows::{DecisionRow, FlagRow, OpinionRow};
use crate::store::vault::Place;
use crate::store::{Tx, columns};

use crate::casework::case::opened::registration;
use crate::casework::case::reading::{Page, Reader, find, log_reading, next_cursor};
use crate::casework::case::record;
use crate::casework::people::{self, Known};
use crate::casework::{CaseworkError, Office, log};

const PAGE: i64 = 200;

/// One flag with everything it rests on.
#[derive(Clone, Debug)]
pub struct Flag {
    /// Its id.
    pub id: FlagId,
    /// The case's reference.
    pub case: String,
    /// The rule that raised it.
    pub rule: String,
    /// The policy's hash.
    pub policy: String,
    /// Open, lapsed, not excessive, excessive.
    pub state: String,
    /// When it was raised.
    pub raised_at: Instant,
    /// When it lapses by itself.
    pub lapses_at: Instant,
    /// The evidence; gone when the person was forgotten.
    pub finding: Option<Finding>,
    /// The case's version, for `If-Match`.
    pub version: i64,
    /// When the case is due.
    pub due: Instant,
    /// Whether the case still waits for its answer: only then can anything be decided against it.
    pub is_answered: bool,
    /// Since when the person knows of the review, and whether they have answered.
    pub opened: Option<Opened>,
    /// What the DPO advised, oldest first.
    pub opinions: Vec<GivenOpinion>,
    /// What was decided, oldest first; reopened ones stay.
    pub decisions: Vec<Signed>,
}

/// An opinion, to be read.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as in domain::review::Opinion")]
pub struct GivenOpinion {
    pub view: String,
    pub by: String,
    pub at: Instant,
    pub reasons: Option<Reasons>,
}

/// A decision, to be read.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "as in domain::review::Enacted")]
pub struct Signed {
    pub outcome: String,
    pub by: String,
    pub at: Instant,
    pub evidence: Vec<String>,
    pub reasons: Option<Reasons>,
    pub fee_cents: Option<i64>,
    pub notice: Option<NoticeId>,
    pub reopened_at: Option<Instant>,
}

/// A page of the log, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list(
    office: &Arc<Office>,
    state: Option<String>,
    before: Option<CaseId>,
    limit: u16,
) -> Result<Page<Flag>, CaseworkError> {
    let inside = Arc::clone(office);
    let read = move |tx: &mut Tx<'_>| {
        let before = before.map_or([0xff; 16], |id| id.0);
        let mut rows = tx.flags_page(state.as_deref(), &before, i64::from(limit) + 1)?;
        let next = next_cursor(&mut rows, limit, |row| &row.id);
        let items =
            rows.into_iter().map(|row| outline(tx, &inside, row)).collect::<Result<_, _>>()?;
        Ok(Page { items, next })
    };
    office.store.read("list flags", read).await
}

/// One flag. Reading it leaves a trace in the log, like reading the case.
///
/// # Errors
/// [`CaseworkError::NoSuchFlag`], or the database.
pub async fn one(
    office: &Arc<Office>,
    officer: &Officer,
    id: FlagId,
) -> Result<Flag, CaseworkError> {
    let (inside, officer) = (Arc::clone(office), officer.id().to_owned());
    let read = move |tx: &mut Tx<'_>| {
        let row = tx.flag(&id.0)?.ok_or(CaseworkError::NoSuchFlag)?;
        let flag = evidence(tx, &inside, row)?;
        let reference = columns::cases::reference.parsed(&flag.case)?;
        log_reading(tx, &inside, &officer, reference, What::Flag)?;
        Ok(flag)
    };
    office.store.write("one flag", read).await
}

/// The flag of a case, if it has one, without anybody's words.
///
/// # Errors
/// [`CaseworkError::NoSuchCase`], or the database.
pub async fn of_case(
    office: &Arc<Office>,
    reference: Reference,
) -> Result<Option<Flag>, CaseworkError> {
    let inside = Arc::clone(office);
    let read = move |tx: &mut Tx<'_>| {
        let row = find(tx, &inside, &Reader::Glance, reference)?;
        tx.flag_of(&row.id)?.map(|flag| outline(tx, &inside, flag)).transpose()
    };
    office.store.read("flag of case", read).await
}

/// The flag of a person's own case, once a review of it was opened towards them; none before (invariant 3).
///
/// # Errors
/// [`CaseworkError::NoSuchCase`], or the database.
pub async fn own(
    office: &Arc<Office>,
    asker: Asker,
    reference: Reference,
) -> Result<Option<Flag>, CaseworkError> {
    let inside = Arc::clone(office);
    let read = move |tx: &mut Tx<'_>| {
        let row = find(tx, &inside, &Reader::Person(asker), reference)?;
        if row.state()?.review.opened.is_none() {
            return Ok(None);
        }
        let flag = tx.flag_of(&row.id)?;
        flag.map(|flag| evidence(tx, &inside, flag)).transpose()
    };
    office.store.read("own review", read).await
}

/// The whole log of flags between two moments, oldest last; exporting it is itself logged.
///
/// # Errors
/// When the database does not answer.
pub async fn export(
    office: &Arc<Office>,
    officer: &Officer,
    from: Instant,
    to: Instant,
) -> Result<Vec<Flag>, CaseworkError> {
    let (inside, officer) = (Arc::clone(office), officer.id().to_owned());
    let read = move |tx: &mut Tx<'_>| {
        let mut flags = Vec::new();
        let mut before = vec![0xff; 16];
        loop {
            let page = tx.flags_page(None, &before, PAGE)?;
            let Some(last) = page.last() else { break };
            before.clone_from(&last.id);
            for row in page.into_iter().filter(|row| (from.0..to.0).contains(&row.raised_at)) {
                flags.push(evidence(tx, &inside, row)?);
            }
        }
        let now = inside.clock.now();
        let key = people::controller_key(tx, &inside.vault, now)?;
        let (from, to) = (from.rfc3339(), to.rfc3339());
        let told = ReviewExported { officer, from, to, flags: flags.len() as u64 };
        log::leaf(tx, now, (&people::CONTROLLER, &key), None, &told)?;
        Ok(flags)
    };
    office.store.write("export flags", read).await
}

/// The thresholds with this hash, whenever they were in force.
///
/// # Errors
/// When the database does not answer.
pub async fn thresholds(
    office: &Arc<Office>,
    hash: String,
) -> Result<Option<Thresholds>, CaseworkError> {
    let read = move |tx: &mut Tx<'_>| Ok::<_, CaseworkError>(tx.policy(&hash)?.map(|row| row.text));
    let text = office.store.read("thresholds by hash", read).await?;
    Ok(text.and_then(|text| Thresholds::parse(&text).ok()))
}

// A list holds nobody's words; whoever reads those opens the flag, which is logged.
fn outline(tx: &mut Tx<'_>, office: &Office, row: FlagRow) -> Result<Flag, CaseworkError> {
    let mut flag = evidence(tx, office, row)?;
    flag.opinions.iter_mut().for_each(|opinion| opinion.reasons = None);
    flag.decisions.iter_mut().for_each(|decision| decision.reasons = None);
    Ok(flag)
}

/// A flag with everything it rests on and everything that was said about it.
///
/// # Errors
/// When the database does not answer.
pub fn evidence(tx: &mut Tx<'_>, office: &Office, row: FlagRow) -> Result<Flag, CaseworkError> {
    let case = columns::flags::case_id.there(tx.case_by_id(&row.case_id)?)?;
    let finding = registration(tx, office, &case)?.and_then(|known| known.finding);
    let state = case.state()?;
    let person = people::by_id(tx, &office.vault, &case.subject_id)?;
    let id = row.id()?;
    let mut opinions = Vec::new();
    for opinion in tx.opinions_of(&row.id)? {
        opinions.push(given(person.as_ref(), opinion)?);
    }
    let mut decisions = Vec::new();
    for decision in tx.decisions_of(&row.id)? {
        decisions.push(signed(person.as_ref(), decision)?);
    }
    Ok(Flag {
        id,
        case: case.reference,
        rule: row.rule,
        policy: row.policy,
        state: row.state,
        raised_at: Instant(row.raised_at),
        lapses_at: Instant(row.lapses_at),
        finding,
        version: case.version,
        due: Instant(case.due_expires),
        is_answered: !state.stage.is_open(),
        opened: state.review.opened,
        opinions,
        decisions,
    })
}

fn given(person: Option<&Known>, row: OpinionRow) -> Result<GivenOpinion, CaseworkError> {
    let place = Place { table: "opinions", column: "sealed", row: &row.id };
    let reasons = person.map(|person| -> Result<Reasons, CaseworkError> {
        Ok(place.column().json(person.key.open(&place, &row.sealed)?)?)
    });
    let at = Instant(row.given_at);
    Ok(GivenOpinion { view: row.view, by: row.by_officer, at, reasons: reasons.transpose()? })
}

fn signed(person: Option<&Known>, row: DecisionRow) -> Result<Signed, CaseworkError> {
    let open = |column: &'static str, sealed: &Option<Vec<u8>>| -> Result<String, CaseworkError> {
        let (Some(person), Some(sealed)) = (person, sealed) else { return Ok(String::new()) };
        let place = Place { table: "decisions", column, row: &row.id };
        Ok(place.column().text(person.key.open(&place, sealed)?)?)
    };
    let reasons = Reasons {
        objective: open("objective", &row.objective)?,
        subjective: open("subjective", &row.subjective)?,
        milder_steps: open("milder_steps", &row.milder_steps)?,
    };
    let notice = row.notice_id.as_deref().map(|id| columns::decisions::notice_id.bytes(id));
    Ok(Signed {
        outcome: row.outcome,
        by: row.decided_by,
        at: Instant(row.decided_at),
        evidence: row.evidence.split_ascii_whitespace().map(str::to_owned).collect(),
        reasons: person.map(|_| reasons),
        fee_cents: row.fee_cents,
        notice: notice.transpose()?.map(NoticeId),
        reopened_at: row.reopened_at.map(Instant),
    })
}

/// A flag with its case.
pub(super) struct Flagged {
    pub(super) row: FlagRow,
    pub(super) id: FlagId,
    pub(super) case: record::Loaded,
}

pub(super) fn flagged(
    tx: &mut Tx<'_>,
    office: &Office,
    id: FlagId,
) -> Result<Flagged, CaseworkError> {
    let row = tx.flag(&id.0)?.ok_or(CaseworkError::NoSuchFlag)?;
    let case = columns::flags::case_id.there(tx.case_by_id(&row.case_id)?)?;
    Ok(Flagged { id, case: record::load(tx, office, case)?, row })
}
