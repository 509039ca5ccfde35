//! The company's systems answer: collect for Arts. 15 and 20, erase for Art. 17, and a task for a human wherever a
//! machine may not or could not. Never a silent gap.
//!
//! Start with [`try_to`]; `lookup` says what can be looked up by what, `collect`, `erase` and `object` do it.
//!
//! **Invariant:** nothing is looked up by an identifier that is not verified and does not belong to the case.

pub mod carry;
mod collect;
mod erase;
pub(crate) mod lookup;
mod object;
mod restrict;
mod told;

use std::sync::Arc;

use crate::connectors::ConnectorError;
use crate::domain::case::{Part, Stage, Words};
use crate::domain::decide::{Answering, Command, awaits_an_answer};
use crate::domain::id::Reference;
use crate::domain::identity::Identifiers;
use crate::domain::name::{DatasetId, SystemId};
use crate::domain::right::{Right, Scope};
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::rows::CaseRow;

use crate::casework::case::dossier;
use crate::casework::case::identifiers::{self, is_verified};
use crate::casework::case::record::{Loaded, act, finish_tasks, load};
use crate::casework::case::work::{raise, raise_task};
use crate::casework::letters::denial;
use crate::casework::letters::post;
use crate::casework::{CaseworkError, Office};
use crate::words::Language;

pub(crate) use lookup::accounts_of;

/// What became of one try.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tried {
    /// Nothing more to do for a machine.
    Done,
    /// A system could not be reached: it is tried again, until well before the due date.
    Later {
        /// Which system.
        system: SystemId,
        /// Why, without personal data.
        why: String,
        /// When the answer is due.
        due: Instant,
    },
}

/// How much is done about a system that does not answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Try {
    /// It may be a moment: nobody is troubled yet.
    Early,
    /// It has been a while: a human is told, and gets what there is.
    Patient,
}

/// A case in work: what a machine needs to know of it.
struct Work {
    row: CaseRow,
    right: Right,
    scope: Scope,
    identifiers: Identifiers,
    due: Instant,
    /// The person's.
    language: Language,
}

/// A system that could not do its part.
pub(crate) struct Failure {
    pub(crate) system: SystemId,
    pub(crate) error: ConnectorError,
}

/// Tries to answer a case.
///
/// # Errors
/// When the database does not answer.
pub fn try_to(office: &Arc<Office>, case: &[u8], trying: Try) -> Result<Tried, CaseworkError> {
    let Some(_taken) = office.at_work.take(case) else {
        let (system, why) = ("office".into(), "somebody works on it at this moment".to_owned());
        return Ok(Tried::Later { system, why, due: Instant(i64::MAX) });
    };
    // Whatever happened to the case since: what an erasure did is told first.
    if let Some(later) = erase::settle(office, case)? {
        return Ok(later);
    }
    if let Some(tried) = restrict::after_the_answer(office, case)? {
        return Ok(tried);
    }
    let Some(work) = begin(office, case.to_vec())? else { return Ok(Tried::Done) };
    match work.right {
        Right::Access | Right::Portability => collect::run(office, &work, trying),
        Right::Erasure if work.scope.is_for_a_machine() => erase::run(office, &work, trying),
        Right::Objection | Right::ConsentWithdrawal => object::run(office, &work, trying),
        Right::Restriction => restrict::run(office, &work, trying),
        Right::Erasure | Right::Rectification | Right::AutomatedDecisionReview | Right::Other => {
            let reason = format!("{} needs a case worker", work.right.code().replace('_', " "));
            hand_over(office, &work.row, "office", reason)
        }
    }
}

/// The same at once, for whoever cannot wait for the queue.
///
/// # Errors
/// [`CaseworkError::NoSuchCase`], or the database.
pub fn try_now(office: &Arc<Office>, reference: Reference) -> Result<Tried, CaseworkError> {
    let row = office.store.read_blocking("case", move |tx| {
        tx.case_by_reference(&reference.to_string())?.ok_or(CaseworkError::NoSuchCase)
    })?;
    try_to(office, &row.id, Try::Patient)
}

/// Marks the start, unless there is nothing for a machine to do.
fn begin(office: &Arc<Office>, id: Vec<u8>) -> Result<Option<Work>, CaseworkError> {
    let inside = Arc::clone(office);
    office.store.write_blocking("begin case", move |tx| {
        let Some(row) = tx.case_by_id(&id)? else { return Ok(None) };
        let mut case = match load(tx, &inside, row) {
            Ok(case) => case,
            Err(CaseworkError::NoSuchCase) => return Ok(None),
            Err(error) => return Err(error),
        };
        if !awaits_an_answer(&case.state) {
            return Ok(None);
        }
        let objecting = matches!(case.right, Right::Objection | Right::ConsentWithdrawal);
        // Art. 12(6): data go to somebody we know. An objection needs no more than the address (LAW section 5).
        if !is_verified(&case) && !objecting {
            let reason =
                "nobody has confirmed who asks; confirm it, then identify the case".to_owned();
            raise_task(tx, &inside, &mut case, "identity", reason)?;
            return Ok(None);
        }
        let asked = case.row.scope()?;
        if let Some(reason) = only_a_human(tx, &inside, &case, &asked)? {
            raise_task(tx, &inside, &mut case, "office", reason.to_owned())?;
            return Ok(None);
        }
        if case.state.stage == Stage::Received {
            let now = inside.clock.now();
            act(tx, &inside, &mut case, now, Command::Start)?;
        }
        let due = case.state.due.as_ref().map_or(inside.clock.now(), |due| due.expires);
        let mut identifiers = identifiers::of(&case)?;
        if case.state.erasing.is_empty() {
            // Nothing has gone: the directories are asked again.
            identifiers.found.clear();
        }
        Ok(Some(Work {
            language: post::language(&inside, &case)?,
            identifiers,
            right: case.right,
            scope: case.state.read.clone().unwrap_or(asked),
            row: case.row,
            due,
        }))
    })
}

/// Why a machine must not erase here.
fn only_a_human(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
    asked: &Scope,
) -> Result<Option<&'static str>, CaseworkError> {
    let is_searched = matches!(case.right, Right::Access | Right::Portability | Right::Erasure);
    if is_searched && office.policies.datamap.says_nothing() {
        return Ok(Some(
            "the data map names no place where data lie, so nothing was searched; look yourself and answer, and write the map: if there is really nothing anywhere, it says `nowhere = true`",
        ));
    }
    if case.right != Right::Erasure {
        return Ok(None);
    }
    if identifiers::is_held(tx, office, case)? {
        return Ok(Some(
            "a legal hold keeps this person's data; answer on Art. 17(3)(e), or lift the hold",
        ));
    }
    Ok(match case.state.words {
        Words::Since => Some(
            "the person wrote while their erasure was waiting; read it, then say what may be erased",
        ),
        Words::AtTheDoor if asked.is_everything() => Some(
            "the person says in words what is to be erased; read it, then say what may be erased",
        ),
        Words::AtTheDoor | Words::None => None,
    })
}

/// Writes the answer down, if the person still waits for it.
fn answer(
    office: &Arc<Office>,
    row: &CaseRow,
    answering: Answering,
    lost: Vec<Lost>,
) -> Result<Tried, CaseworkError> {
    let inside = Arc::clone(office);
    let id = row.id.clone();
    office.store.write_blocking("answer", move |tx| {
        let Some(mut case) = still_open(tx, &inside, &id)? else { return Ok(Tried::Done) };
        raise_lost(tx, &inside, &mut case, &lost)?;
        denial::answer(tx, &inside, &mut case, answering)?;
        if case.right == Right::Erasure {
            crate::casework::objections::kept::tell_of_kept_objections(tx, &inside, &case)?;
        }
        finish_tasks(tx, &inside, &case)?;
        Ok::<_, CaseworkError>(Tried::Done)
    })
}

/// A dataset that cannot be looked up, and what is missing.
#[derive(Clone)]
pub(crate) struct Lost {
    pub(crate) system: SystemId,
    pub(crate) dataset: DatasetId,
    pub(crate) why: &'static str,
}

/// What an answer says of them.
fn not_searched(lost: &[Lost]) -> Vec<(SystemId, DatasetId)> {
    lost.iter().map(|lost| (lost.system.clone(), lost.dataset.clone())).collect()
}

impl Lost {
    fn part(&self) -> Part {
        Part {
            system: self.system.clone(),
            dataset: self.dataset.clone(),
            done: crate::domain::case::Done::NotSearched,
            rows: 0,
            rows_left: None,
            ground: None,
            reason: Some(self.why.to_owned()),
        }
    }
}

/// A task for each dataset that could not be looked up; those that can be now are done.
fn raise_lost(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    lost: &[Lost],
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let mut ended = 0;
    for task in tx.tasks_of(&case.row.id)?.iter().filter(|task| task.state == "open") {
        let Some(dataset) = &task.dataset else { continue };
        if !lost.iter().any(|lost| lost.system == task.system && lost.dataset == *dataset) {
            ended += tx.finish_tasks_of(
                &case.row.id,
                &task.system.as_str().into(),
                Some(dataset),
                now.0,
            )?;
        }
    }
    for lost in lost {
        let dataset = Some(&lost.dataset);
        raise(tx, office, case, &lost.system, dataset, lost.why.to_owned())?;
    }
    if ended > 0 {
        dossier::tell(tx, office, &case.row.id)?;
    }
    Ok(())
}

/// A system did its part: nobody has to look after it any more.
fn did_its_part(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
    system: &SystemId,
) -> Result<(), CaseworkError> {
    if tx.finish_tasks_of(&case.row.id, system, None, office.clock.now().0)? > 0 {
        dossier::tell(tx, office, &case.row.id)?;
    }
    Ok(())
}

/// Some systems could not do their part. Humans hear of those that will not mend by themselves, and after a while of all.
fn failed(
    office: &Arc<Office>,
    work: &Work,
    failures: Vec<Failure>,
    trying: Try,
) -> Result<Tried, CaseworkError> {
    let mut later = None;
    for failure in failures {
        let why = failure.error.to_string();
        if !failure.error.is_transient() || trying == Try::Patient {
            hand_over(office, &work.row, &failure.system, why.clone())?;
        }
        if failure.error.is_transient() && later.is_none() {
            later = Some(Tried::Later { system: failure.system, why, due: work.due });
        }
    }
    Ok(later.unwrap_or(Tried::Done))
}

/// Gives the case to a human, with what a machine could not do.
///
/// # Errors
/// When the database does not answer.
pub fn hand_over(
    office: &Arc<Office>,
    row: &CaseRow,
    system: &str,
    reason: String,
) -> Result<Tried, CaseworkError> {
    let inside = Arc::clone(office);
    let (id, system) = (row.id.clone(), system.to_owned());
    office.store.write_blocking("raise task", move |tx| {
        let Some(mut case) = still_open(tx, &inside, &id)? else { return Ok(Tried::Done) };
        raise_task(tx, &inside, &mut case, &system, reason)?;
        Ok::<_, CaseworkError>(Tried::Done)
    })
}

/// As [`hand_over`], by the case's id.
///
/// # Errors
/// When the database does not answer.
pub fn give_up(
    office: &Arc<Office>,
    case: &[u8],
    system: &str,
    reason: String,
) -> Result<(), CaseworkError> {
    let id = case.to_vec();
    let row = office
        .store
        .read_blocking("case", move |tx| tx.case_by_id(&id).map_err(CaseworkError::from))?;
    match row {
        Some(row) => hand_over(office, &row, system, reason).map(|_| ()),
        None => Ok(()),
    }
}

/// The case, if the person still waits. They may have taken it back while a connector worked.
fn still_open(
    tx: &mut Tx<'_>,
    office: &Office,
    id: &[u8],
) -> Result<Option<Loaded>, CaseworkError> {
    let Some(row) = tx.case_by_id(id)? else { return Ok(None) };
    let case = load(tx, office, row)?;
    Ok(awaits_an_answer(&case.state).then_some(case))
}
