//! Objections to "other" uses of Art. 6(1)(e) or (f): stopped at once, then weighed by the controller, and never resumed before
//! the person was told and had time to answer (R-OBJ-1 to R-OBJ-3, Art. 18(3)).

use std::sync::Arc;

use crate::domain::decide::{Answerable, Answering, Command};
use crate::domain::ground::Denial;
use crate::domain::history::Service;
use crate::domain::id::{BalancingId, Reference};
use crate::domain::name::PurposeId;
use crate::domain::objection;
use crate::domain::objection::{Act, Announced, Balancing, COOLING_OFF_DAYS, Weighed};
use crate::domain::right::PurposeKind;
use crate::domain::role::Officer;
use crate::domain::time::Instant;
use crate::notices::{Because, Letter};
use crate::store::Tx;
use crate::store::rows::{BalancingRow, CaseRow, NoticeRow};
use crate::store::vault::random;

use crate::casework::case::actor::{Actor, admit};
use crate::casework::case::dossier;
use crate::casework::case::record::{self, Loaded, act, load};
use crate::casework::letters::post;
use crate::casework::mail::Says;
use crate::casework::objections::objecting;
use crate::casework::{CaseworkError, Office, people};

/// What the controller decided about one purpose.
#[derive(Clone, Debug)]
pub struct Weighing {
    /// Which use.
    pub purpose: PurposeId,
    /// How it came out.
    pub weighed: Weighed,
    /// Why.
    pub record: Balancing,
}

/// Weighs an objection. Upheld, it stays in force; overridden, the person is told, and the stop stays until they have had time.
/// When everything that was stopped is weighed, the case has its answer.
///
/// # Errors
/// See [`CaseworkError`].
pub async fn weigh(
    office: &Arc<Office>,
    officer: Officer,
    version: i64,
    reference: Reference,
    weighing: Weighing,
) -> Result<(), CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| {
        let row = tx.case_by_reference(&reference.to_string())?.ok_or(CaseworkError::NoSuchCase)?;
        let mut case = load(tx, &inside, row)?;
        admit(&inside, &Actor::Officer(officer.clone(), version), &case)?;
        decide(tx, &inside, &officer, &mut case, weighing)
    };
    office.store.write("weigh objection", write).await
}

fn decide(
    tx: &mut Tx<'_>,
    office: &Office,
    officer: &Officer,
    case: &mut Loaded,
    weighing: Weighing,
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let Weighing { purpose, weighed, record } = weighing;
    objection::may_override(officer).map_err(crate::domain::decide::Refusal::from)?;
    let kind = office.policies.purposes.get(&purpose).map(|known| known.kind);
    if kind == Some(PurposeKind::Research) && !record.is_of_research() {
        return Err(CaseworkError::MissingPart("public_task"));
    }
    if let Some(part) = record.missing() {
        return Err(CaseworkError::MissingPart(part));
    }
    if let Some(part) = kind.and_then(|kind| record.misplaced(kind)) {
        return Err(CaseworkError::MisplacedPart(part));
    }
    let notice = match weighed {
        Weighed::Upheld => None,
        Weighed::Overridden => {
            let id = post::new_id(office);
            let letter = letter(office, case, &purpose, &record)?;
            post::write(tx, office, case, id, &letter)?;
            Some(id)
        }
    };
    let balancing = BalancingId::new(now, random());
    let told = purpose.clone();
    tx.close_balancings(&case.row.id, &told, now.0)?;
    let command = Command::Balance { balancing, purpose, weighed, by: officer, record, notice };
    act(tx, office, case, now, command)?;
    tx.insert_balancing(&BalancingRow {
        id: balancing.0.to_vec(),
        case_id: case.row.id.clone(),
        purpose: told,
        outcome: weighed.code().into(),
        notice_id: notice.map(|id| id.0.to_vec()),
        decided_at: now.0,
        lifted_at: None,
        closed_at: None,
    })?;
    answer_when_all_is_weighed(tx, office, case, now)?;
    dossier::tell(tx, office, &case.row.id)
}

fn letter(
    office: &Office,
    case: &Loaded,
    purpose: &PurposeId,
    record: &Balancing,
) -> Result<Letter, CaseworkError> {
    let purposes = &office.policies.purposes;
    if purposes.get(purpose).is_none() {
        return Err(CaseworkError::NoSuchPurpose(purpose.to_string()));
    }
    let language = post::language(office, case)?;
    let record = record.clone();
    Ok(Letter::BeforeLifting {
        purpose: purposes.title_of(purpose, language),
        because: if record.is_of_research() {
            Because::PublicTask { task: record.public_task }
        } else {
            Because::Overriding { grounds: record.grounds, weighing: record.weighing }
        },
        necessity: record.necessity,
        person: record.person,
        days: COOLING_OFF_DAYS,
        remedies: post::remedies(office, case)?,
    })
}

fn answer_when_all_is_weighed(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    now: Instant,
) -> Result<(), CaseworkError> {
    let state = &case.state;
    let all = state.restricted.iter().all(|purpose| state.weighed.contains_key(purpose));
    if !all || !state.stage.is_open() {
        return Ok(());
    }
    let overridden = state.weighed.values().any(|weighed| *weighed == Weighed::Overridden);
    // SETTLED 3: a reasoned refusal on the right's own grounds is an ordinary answer.
    let outcome =
        if overridden { Answerable::Partial(Denial::weighed()) } else { Answerable::Fulfilled };
    let service = Service::OnRequest;
    let answering = Answering { outcome, service, delivered: None, parts: Vec::new() };
    act(tx, office, case, now, Command::Answer(answering))?;
    let reference = case.reference;
    post::announce(tx, office, case, Says::AnswerReady { reference })?;
    record::finish_tasks(tx, office, case)
}

/// Lifts stops whose people were told long enough ago and did not contest. Gives how many.
///
/// # Errors
/// When the database does not answer.
pub fn lift_due(office: &Arc<Office>) -> Result<usize, CaseworkError> {
    let now = office.clock.now();
    let told_before = now.plus_days(-COOLING_OFF_DAYS).0;
    let due = office.store.read_blocking("stops to lift", move |tx| {
        tx.balancings_to_lift(told_before, 100).map_err(CaseworkError::from)
    })?;
    let mut lifted = 0;
    for (balancing, notice) in due {
        let inside = Arc::clone(office);
        let done = office.store.write_blocking("lift stop", move |tx| {
            let Some(row) = tx.case_by_id(&balancing.case_id)? else { return Ok(Vec::new()) };
            let lifted = lift(tx, &inside, row, &balancing, &notice)?;
            tx.close_balancings(&balancing.case_id, &balancing.purpose, now.0)?;
            dossier::tell(tx, &inside, &balancing.case_id)?;
            Ok(lifted)
        });
        let entries = match done {
            Ok(entries) => entries,
            // One that cannot be lifted keeps its stop, and keeps nobody else's.
            Err(error @ CaseworkError::Store(_)) => return Err(error),
            Err(error) => {
                tracing::error!("a stop could not be lifted and stays: {error}");
                continue;
            }
        };
        objecting::publish(office, &entries);
        lifted += usize::from(!entries.is_empty());
    }
    Ok(lifted)
}

fn lift(
    tx: &mut Tx<'_>,
    office: &Office,
    row: CaseRow,
    balancing: &BalancingRow,
    notice: &NoticeRow,
) -> Result<Vec<crate::objections::Entry>, CaseworkError> {
    let now = office.clock.now();
    let mut case = match load(tx, office, row) {
        Ok(case) => case,
        Err(CaseworkError::NoSuchCase) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    // Contested, or objected to again: it waits to be weighed again, and this weighing leads to nothing.
    let weighed = case.state.weighed.get(&balancing.purpose);
    if case.state.stage.is_open() || weighed != Some(&Weighed::Overridden) {
        return Ok(Vec::new());
    }
    let told_at = notice.told_at.map(Instant);
    let announced = Announced { case: case.id, notice: notice.id()?, told_at };
    let Ok(lifting) = objection::lift(&announced, now) else { return Ok(Vec::new()) };
    let purpose = balancing.purpose.clone();
    let asker = people::asker(tx, &case.person)?;
    let mark = objecting::mark(office, &purpose, &asker)?;
    let who = objecting::Who { person: &case.person, mark, vault: &office.vault, beside: None };
    let act_of = Act::Lift(lifting);
    let changed = objecting::change(tx, &who, &purpose, act_of, now, Some(case.reference))?;
    if changed.entries.is_empty() {
        return Ok(Vec::new());
    }
    act(tx, office, &mut case, now, Command::LiftRestriction { purpose, lifting })?;
    tx.lift_balancing(&balancing.id, now.0)?;
    Ok(changed.entries)
}
