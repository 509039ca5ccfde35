//! A restriction that was asked for is in force before anybody looks whether its case is there; what is left is to mark the data
//! in systems, and the answer (Art. 18, recital 67, LAW 1.3).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::casework::answer::fulfil::lookup::{Plan, SystemPlan, plan, plan_for, reach};
use crate::casework::answer::fulfil::{
    Failure, Lost, Tried, Try, Work, carry, did_its_part, failed, hand_over, raise_lost, still_open,
};
use crate::casework::case::identifiers;
use crate::casework::case::record::{act, load};
use crate::casework::case::work::raise_task;
use crate::casework::letters::post;
use crate::casework::objections::{objecting, restricting};
use crate::casework::{CaseworkError, Office};
use crate::connectors::{self, ConnectorError, Erased, Erasure, How};
use crate::domain::case::{Done, Part};
use crate::domain::decide::{Command, Working};
use crate::domain::identity::{Asker, Identifiers};
use crate::domain::matching::NewValue;
use crate::domain::name::{DatasetId, SystemId};
use crate::domain::right::{Right, Scope};
use crate::policy::datamap::{DatasetEntry, Marks};
use crate::store::Tx;
use crate::store::rows::CaseRow;

pub(super) fn run(office: &Arc<Office>, work: &Work, trying: Try) -> Result<Tried, CaseworkError> {
    // What is known is stopped first, and what a directory knows when it answers.
    put(office, work, identifiers::askers(&work.identifiers))?;
    let accounts = match carry::accounts_behind(office, work) {
        Ok(accounts) => accounts,
        Err(carry::NotCarried::Away(system, error)) => {
            return failed(office, work, vec![Failure { system, error }], trying);
        }
        Err(carry::NotCarried::NoDirectory) => {
            let reason = "the restriction is in force for the address; nothing leads from it to an account: find the account, then identify the case with it".to_owned();
            return hand_over(office, &work.row, "office", reason);
        }
        Err(carry::NotCarried::Office(error)) => return Err(error),
    };
    put(office, work, accounts)?;
    let mut plan = plan(office, work);
    let mut failures = std::mem::take(&mut plan.failures);
    for asked in &plan.systems {
        failures.extend(mark(office, work, asked)?);
    }
    ask_the_office(office, work, &plan)?;
    failed(office, work, failures, trying)
}

fn put(office: &Arc<Office>, work: &Work, askers: Vec<Asker>) -> Result<(), CaseworkError> {
    if askers.is_empty() {
        return Ok(());
    }
    let (inside, id, scope) = (Arc::clone(office), work.row.id.clone(), work.scope.clone());
    let entries = office.store.write_blocking("restrict", move |tx| {
        let Some(mut case) = still_open(tx, &inside, &id)? else { return Ok(Vec::new()) };
        restricting::restrict(tx, &inside, &mut case, &scope, &askers)
    })?;
    objecting::publish(office, &entries);
    Ok(())
}

/// Marks the person's rows in one system, where the data map says how. It may be done again: what is marked stays marked.
fn mark(
    office: &Arc<Office>,
    work: &Work,
    asked: &SystemPlan<'_>,
) -> Result<Option<Failure>, CaseworkError> {
    let done = match write(office, asked, &|_| true, |marks| &marks.set) {
        Ok(done) if done.is_empty() => return Ok(None),
        Ok(done) => done,
        Err(error) => return Ok(Some(Failure { system: asked.system.id.clone(), error })),
    };
    let left: u64 = done.iter().map(|erased| erased.rows_left).sum();
    let (inside, id) = (Arc::clone(office), work.row.id.clone());
    let (system, parts) =
        (asked.system.id.clone(), parts(&asked.system.id, &done, Done::Restricted));
    office.store.write_blocking("marked", move |tx| {
        let Some(row) = tx.case_by_id(&id)? else { return Ok(()) };
        let mut case = load(tx, &inside, row)?;
        let is_new = !case.state.marked.contains_key(&system);
        if !is_new && parts.iter().all(|part| part.rows == 0) {
            return Ok(());
        }
        let now = inside.clock.now();
        let command = Command::Work(Working::Mark { system: system.clone(), parts });
        act(tx, &inside, &mut case, now, command)?;
        restricting::take_marks_away(tx, &case, now)?;
        if left == 0 {
            did_its_part(tx, &inside, &case, &system)?;
        } else if case.state.stage.is_open() {
            let reason = format!("{left} rows have no mark of the restriction, although it was written; look for a trigger or a job that takes it away");
            raise_task(tx, &inside, &mut case, &system, reason)?;
        }
        Ok::<_, CaseworkError>(())
    })?;
    Ok(None)
}

/// Writes what stands in rows while they are restricted, or afterwards.
fn write(
    office: &Office,
    asked: &SystemPlan<'_>,
    concerns: &dyn Fn(&DatasetEntry) -> bool,
    values: impl Fn(&Marks) -> &BTreeMap<String, NewValue>,
) -> Result<Vec<Erased>, ConnectorError> {
    let step = |(entry, lookup): &(&DatasetEntry, connectors::Lookup)| {
        let marks = entry.restrict.as_ref().filter(|_| concerns(entry))?;
        let how = How::Overwrite(values(marks).clone());
        Some(Erasure { lookup: lookup.clone(), how })
    };
    let steps: Vec<Erasure> = asked.lookups.iter().filter_map(step).collect();
    if steps.is_empty() {
        return Ok(Vec::new());
    }
    connectors::erase(&reach(office, asked.system)?, &steps, &mut |_, _| true)
}

fn parts(system: &SystemId, written: &[Erased], done: Done) -> Vec<Part> {
    let part = |erased: &Erased| Part {
        system: system.clone(),
        dataset: erased.dataset.clone(),
        done,
        rows: erased.rows,
        rows_left: None,
        ground: None,
        reason: None,
    };
    written.iter().map(part).collect()
}

/// Whether it is a case of Art. 18(1) is for a human, and so is every dataset that cannot be marked.
fn ask_the_office(office: &Arc<Office>, work: &Work, plan: &Plan<'_>) -> Result<(), CaseworkError> {
    let map = &office.policies.datamap;
    let unmarked = map.datasets_in(&work.scope, Right::Restriction).into_iter();
    let unmarked = unmarked.filter(|(_, entry)| entry.restrict.is_none());
    let names: Vec<String> =
        unmarked.map(|(system, entry)| format!("{}.{}", system.id, entry.id)).collect();
    let by_hand = match names.as_slice() {
        [] => String::new(),
        names => format!(
            "see to it by hand in {}, where the data map has no `restrict`; ",
            names.join(", ")
        ),
    };
    let reason = format!(
        "the restriction is in force for every use that asks the gateway; {by_hand}look which case of Art. 18(1) it is, and answer"
    );
    let markable = |lost: &&Lost| {
        map.datasets().any(|(system, entry)| {
            system.id == lost.system && entry.id == lost.dataset && entry.restrict.is_some()
        })
    };
    let lost: Vec<Lost> = plan.lost.iter().filter(markable).cloned().collect();
    let (inside, id) = (Arc::clone(office), work.row.id.clone());
    office.store.write_blocking("restriction task", move |tx| {
        let Some(mut case) = still_open(tx, &inside, &id)? else { return Ok(()) };
        raise_lost(tx, &inside, &mut case, &lost)?;
        raise_task(tx, &inside, &mut case, "office", reason)
    })
}

/// What a machine still has to do.
enum Left {
    Nothing,
    ToMark(Box<Work>),
    ToTakeAway(Box<Ended>),
}

/// A case whose restriction ended while rows carry its mark.
struct Ended {
    systems: BTreeSet<SystemId>,
    scope: Scope,
    identifiers: Identifiers,
    /// What other requests of the person restrict: it keeps its mark until they end.
    elsewhere: Vec<Scope>,
}

/// What is left for a machine when the office has answered, or when the person took the request back: a mark that could not be
/// written yet, or one that has to go (Art. 18(3)).
pub(super) fn after_the_answer(
    office: &Arc<Office>,
    id: &[u8],
) -> Result<Option<Tried>, CaseworkError> {
    let (inside, case) = (Arc::clone(office), id.to_vec());
    let left = office.store.read_blocking("marks", move |tx| left(tx, &inside, &case))?;
    match left {
        Left::Nothing => Ok(None),
        Left::ToMark(work) => {
            let plan = plan(office, &work);
            let mut failures = plan.failures;
            for asked in &plan.systems {
                failures.extend(mark(office, &work, asked)?);
            }
            became(office, failures, "rows could not be marked as restricted").map(Some)
        }
        Left::ToTakeAway(ended) => take_away(office, id, &ended).map(Some),
    }
}

/// Systems that are away are asked until they answer; each that will not mend by itself is for a human.
fn became(
    office: &Arc<Office>,
    failures: Vec<Failure>,
    what: &str,
) -> Result<Tried, CaseworkError> {
    let mut later = None;
    for Failure { system, error } in failures {
        if error.is_transient() {
            let due = office.clock.now().plus_days(carry::LONG_DAYS);
            later.get_or_insert(Tried::Later { system, why: error.to_string(), due });
        } else {
            carry::tell_the_office(office, system, format!("{what}; do it by hand: {error}"))?;
        }
    }
    Ok(later.unwrap_or(Tried::Done))
}

fn take_away(office: &Arc<Office>, id: &[u8], ended: &Ended) -> Result<Tried, CaseworkError> {
    let map = &office.policies.datamap;
    let kept: BTreeSet<(&SystemId, &DatasetId)> = ended
        .elsewhere
        .iter()
        .flat_map(|scope| map.datasets_in(scope, Right::Restriction))
        .map(|(system, entry)| (&system.id, &entry.id))
        .collect();
    let plan = plan_for(office, &ended.scope, Right::Restriction, &ended.identifiers);
    let mut failures = plan.failures;
    // What a directory would have led to is neither there nor gone.
    let is_whole = failures.is_empty();
    for system in &ended.systems {
        let asked = plan.systems.iter().find(|asked| asked.system.id == *system);
        let concerns = |entry: &DatasetEntry| !kept.contains(&(system, &entry.id));
        let written = match asked {
            Some(asked) => write(office, asked, &concerns, |marks| &marks.lift),
            None if !is_whole => continue,
            None => Err(ConnectorError::Misconfigured {
                system: system.clone(),
                what: "rows carry the mark of a restriction there, and the data map no longer leads to it".into(),
            }),
        };
        match written {
            Ok(done) => {
                unmarked(office, id, system, parts(system, &done, Done::RestrictionLifted))?;
            }
            Err(error) => failures.push(Failure { system: system.clone(), error }),
        }
    }
    became(office, failures, "a restriction ended, and its mark is still there")
}

fn left(tx: &mut Tx<'_>, office: &Office, id: &[u8]) -> Result<Left, CaseworkError> {
    let Some(row) = tx.case_by_id(id)? else { return Ok(Left::Nothing) };
    let case = match load(tx, office, row) {
        Ok(case) => case,
        Err(CaseworkError::NoSuchCase) => return Ok(Left::Nothing),
        Err(error) => return Err(error),
    };
    if case.right != Right::Restriction || case.state.stage.is_open() {
        return Ok(Left::Nothing);
    }
    let (scope, identifiers) = (scope_of(&case.row)?, identifiers::of(&case)?);
    let marked = case.state.marked.iter().filter(|(_, marked)| marked.has_ended);
    let systems: BTreeSet<SystemId> = marked.map(|(system, _)| system.clone()).collect();
    if systems.is_empty() && case.state.restricted.is_empty() {
        return Ok(Left::Nothing);
    }
    if systems.is_empty() {
        let language = post::language(office, &case)?;
        let (right, due) = (case.right, office.clock.now());
        let work = Work { row: case.row, right, scope, identifiers, due, language };
        return Ok(Left::ToMark(Box::new(work)));
    }
    let mut elsewhere = Vec::new();
    for other in restricting::others(tx, office, &case, &identifiers)? {
        let Some(row) = tx.case_by_id(&other)? else { continue };
        // Also of somebody who was forgotten since: what they restricted is restricted.
        elsewhere.push(scope_of(&row)?);
    }
    Ok(Left::ToTakeAway(Box::new(Ended { systems, scope, identifiers, elsewhere })))
}

fn scope_of(row: &CaseRow) -> Result<Scope, CaseworkError> {
    match row.state()?.read {
        Some(read) => Ok(read),
        None => Ok(row.scope()?),
    }
}

fn unmarked(
    office: &Arc<Office>,
    id: &[u8],
    system: &SystemId,
    parts: Vec<Part>,
) -> Result<(), CaseworkError> {
    let (inside, id, system) = (Arc::clone(office), id.to_vec(), system.clone());
    office.store.write_blocking("unmarked", move |tx| {
        let Some(row) = tx.case_by_id(&id)? else { return Ok(()) };
        let mut case = load(tx, &inside, row)?;
        if case.state.marked.get(&system).is_some_and(|marked| marked.has_ended) {
            let now = inside.clock.now();
            act(tx, &inside, &mut case, now, Command::Work(Working::Unmark { system, parts }))?;
        }
        Ok::<_, CaseworkError>(())
    })
}
