//! Erasure. What a system is about to commit is written down before it commits, and what became of it afterwards: the
//! account of what is gone survives a crash, a lost reply, and a person who takes the request back in between.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::connectors::{self, ConnectorError, Erased, Erasure, How, Lookup};
use crate::domain::case::{Done, Part, Words};
use crate::domain::decide::{Answerable, Answering, Command, Working};
use crate::domain::ground::Stated;
use crate::domain::history::Service;
use crate::domain::name::SystemId;
use crate::domain::right::{Right, Scope};
use crate::policy::datamap::{DatasetEntry, Erase, SystemEntry};

use crate::casework::answer::fulfil::lookup::{SystemPlan, plan, plan_for, reach};
use crate::casework::answer::fulfil::{
    Failure, Lost, Tried, Try, Work, answer, did_its_part, failed, not_searched, raise_lost,
    still_open,
};
use crate::casework::case::identifiers;
use crate::casework::case::record::{Loaded, act, load};
use crate::casework::case::work::raise_task;
use crate::casework::letters::denial::LeftOut;
use crate::casework::letters::post;
use crate::casework::{CaseworkError, Office};
use crate::words::Language;

pub(super) fn run(office: &Arc<Office>, work: &Work, trying: Try) -> Result<Tried, CaseworkError> {
    let mut plan = plan(office, work);
    remember(office, work, std::mem::take(&mut plan.found))?;
    let mut failures = std::mem::take(&mut plan.failures);
    let nothing_to_ask = plan.systems.is_empty();
    for asked in &plan.systems {
        if plan.is_still_asked(office, &asked.system.id) {
            failures.push(Failure { system: asked.system.id.clone(), error: waits(asked.system) });
            continue;
        }
        match one(office, work, asked)? {
            Did::Its => {}
            Did::Stopped => {
                // Says why, if the person still waits.
                crate::casework::answer::fulfil::begin(office, work.row.id.clone())?;
                return Ok(Tried::Done);
            }
            Did::Not(error) => failures.push(Failure { system: asked.system.id.clone(), error }),
        }
    }
    if !failures.is_empty() {
        return failed(office, work, failures, trying);
    }
    finish(office, work, plan.lost, nothing_to_ask)
}

fn waits(system: &SystemEntry) -> ConnectorError {
    let what = "a directory of accounts has not answered yet: nothing is erased here before all have said whose the address is";
    ConnectorError::Refused { system: system.id.clone(), what: what.into() }
}

/// Keeps what the directories said with the case, before anything goes: the rows they know it from may be among that.
fn remember(
    office: &Arc<Office>,
    work: &Work,
    found: BTreeMap<String, Vec<String>>,
) -> Result<(), CaseworkError> {
    if found == work.identifiers.found {
        return Ok(());
    }
    let (inside, id) = (Arc::clone(office), work.row.id.clone());
    office.store.write_blocking("remember directories", move |tx| {
        let Some(mut case) = still_open(tx, &inside, &id)? else { return Ok(()) };
        let mut identifiers = identifiers::of(&case)?;
        if case.state.erasing.is_empty() {
            identifiers.found = found;
        } else {
            // What was said first stays.
            for (issuer, accounts) in found {
                identifiers.found.entry(issuer).or_insert(accounts);
            }
        }
        identifiers::keep(tx, &mut case, identifiers)
    })
}

/// What became of one system's part.
enum Did {
    Its,
    /// The person no longer waits, wrote something, or is under a hold.
    Stopped,
    Not(ConnectorError),
}

fn one(office: &Arc<Office>, work: &Work, asked: &SystemPlan<'_>) -> Result<Did, CaseworkError> {
    let system = &asked.system.id;
    if is_done(office, work, system)? {
        return Ok(Did::Its);
    }
    let erasures: Vec<Erasure> =
        asked.lookups.iter().map(|(entry, lookup)| erasure(entry, lookup)).collect();
    let mut refused = None;
    let mut consent = |erased: &[Erased], mark: Option<&str>| {
        let parts = parts(asked.system, &asked.lookups, erased, work.language);
        match commit(office, work, system, parts, mark) {
            Ok(goes_on) => goes_on,
            Err(error) => {
                refused = Some(error);
                false
            }
        }
    };
    let erased =
        reach(office, asked.system).and_then(|at| connectors::erase(&at, &erasures, &mut consent));
    if let Some(error) = refused {
        return Err(error);
    }
    match erased {
        Ok(erased) => {
            let parts = parts(asked.system, &asked.lookups, &erased, work.language);
            told(office, &work.row.id, system, parts)?;
            Ok(Did::Its)
        }
        Err(ConnectorError::Stopped { .. }) => Ok(Did::Stopped),
        Err(error) => {
            // Nothing was erased, but where nobody knows.
            if !matches!(error, ConnectorError::Unsettled { .. }) {
                told(office, &work.row.id, system, Vec::new())?;
            }
            Ok(Did::Not(error))
        }
    }
}

fn is_done(office: &Arc<Office>, work: &Work, system: &SystemId) -> Result<bool, CaseworkError> {
    let (inside, id, system) = (Arc::clone(office), work.row.id.clone(), system.clone());
    office.store.read_blocking("erasure so far", move |tx| {
        let case = still_open(tx, &inside, &id)?;
        Ok(case.is_some_and(|case| case.state.erasing.get(&system).is_some_and(|e| e.is_done)))
    })
}

/// The last moment before a system commits: is it still wanted? Then the log knows of it first.
fn commit(
    office: &Arc<Office>,
    work: &Work,
    system: &SystemId,
    parts: Vec<Part>,
    mark: Option<&str>,
) -> Result<bool, CaseworkError> {
    let inside = Arc::clone(office);
    let (id, system, mark) = (work.row.id.clone(), system.clone(), mark.map(str::to_owned));
    office.store.write_blocking("begin erasure", move |tx| {
        let Some(mut case) = still_open(tx, &inside, &id)? else { return Ok(false) };
        if case.state.words == Words::Since || identifiers::is_held(tx, &inside, &case)? {
            return Ok(false);
        }
        let now = inside.clock.now();
        act(
            tx,
            &inside,
            &mut case,
            now,
            Command::Work(Working::BeginErasure { system, parts, mark }),
        )?;
        Ok::<_, CaseworkError>(true)
    })
}

/// Writes down what became of it, whatever happened to the case since.
fn told(
    office: &Arc<Office>,
    id: &[u8],
    system: &SystemId,
    parts: Vec<Part>,
) -> Result<(), CaseworkError> {
    let inside = Arc::clone(office);
    let (id, system) = (id.to_vec(), system.clone());
    office.store.write_blocking("erasure settled", move |tx| {
        let Some(row) = tx.case_by_id(&id)? else { return Ok(()) };
        let mut case = load(tx, &inside, row)?;
        let begun = case.state.erasing.get(&system).is_some_and(|e| e.begun.is_some());
        if begun {
            let now = inside.clock.now();
            let left: u64 = parts.iter().filter(|part| part.done != Done::Kept).map(rows_left).sum();
            let happened = !parts.is_empty();
            let command = Command::Work(Working::SettleErasure { system: system.clone(), parts });
            act(tx, &inside, &mut case, now, command)?;
            if left > 0 && case.state.stage.is_open() {
                let reason = format!("{left} rows are still there after the erasure; look for a trigger or a job that keeps or restores them");
                raise_task(tx, &inside, &mut case, &system, reason)?;
            } else if happened {
                did_its_part(tx, &inside, &case, &system)?;
            }
        }
        Ok::<_, CaseworkError>(())
    })
}

fn rows_left(part: &Part) -> u64 {
    part.rows_left.unwrap_or_default()
}

/// Finds out what became of erasures that were begun and never settled: after a crash, or when the reply was lost.
pub(super) fn settle(office: &Arc<Office>, id: &[u8]) -> Result<Option<Tried>, CaseworkError> {
    let (inside, case) = (Arc::clone(office), id.to_vec());
    let found = office.store.read_blocking("erasures to settle", move |tx| {
        let Some(row) = tx.case_by_id(&case)? else { return Ok(None) };
        match load(tx, &inside, row) {
            Ok(case) if case.state.erasing.values().any(|e| e.begun.is_some()) => {
                let identifiers = identifiers::of(&case)?;
                let language = post::language(&inside, &case)?;
                Ok(Some((case.state, identifiers, language)))
            }
            Ok(_) | Err(CaseworkError::NoSuchCase) => Ok(None),
            Err(error) => Err(error),
        }
    })?;
    let Some((state, identifiers, language)) = found else { return Ok(None) };
    let due = state.due.as_ref().map_or(office.clock.now(), |due| due.expires);
    let everything = Scope::default();
    let plan = plan_for(office, &everything, Right::Erasure, &identifiers);
    if let Some(Failure { system, error }) = plan.failures.into_iter().next() {
        return Ok(Some(Tried::Later { system, why: error.to_string(), due }));
    }
    for (system, erasing) in &state.erasing {
        let Some((begun, mark)) = &erasing.begun else { continue };
        let asked = plan.systems.iter().find(|asked| asked.system.id == *system);
        // Nobody can be asked, and nobody says that it happened.
        let gone = || {
            ConnectorError::Misconfigured {
            system: system.clone(),
            what: "an erasure was begun there, and the data map no longer leads to it; find out what became of it".into(),
        }
        };
        let became = asked
            .ok_or_else(gone)
            .and_then(|asked| became(office, asked, (begun, mark.as_deref()), language));
        match became {
            Ok(parts) => told(office, id, system, parts)?,
            Err(error) if error.is_transient() => {
                let (system, why) = (system.clone(), error.to_string());
                return Ok(Some(Tried::Later { system, why, due }));
            }
            Err(error) => {
                crate::casework::answer::fulfil::give_up(office, id, system, error.to_string())?;
                return Ok(Some(Tried::Done));
            }
        }
    }
    Ok(None)
}

/// The parts that were erased after all, or none.
fn became(
    office: &Office,
    asked: &SystemPlan<'_>,
    (begun, mark): (&[Part], Option<&str>),
    language: Language,
) -> Result<Vec<Part>, ConnectorError> {
    let then = |entry: &DatasetEntry| begun.iter().any(|part| part.dataset == entry.id);
    let lookups: Vec<_> = asked.lookups.iter().filter(|(entry, _)| then(entry)).cloned().collect();
    let erasures: Vec<Erasure> =
        lookups.iter().map(|(entry, lookup)| erasure(entry, lookup)).collect();
    let was = |part: &Part| Erased {
        dataset: part.dataset.clone(),
        rows: part.rows,
        rows_left: rows_left(part),
    };
    let was: Vec<Erased> = begun.iter().map(was).collect();
    let now = connectors::settled(&reach(office, asked.system)?, &erasures, &was, mark)?;
    Ok(now.map(|erased| parts(asked.system, &lookups, &erased, language)).unwrap_or_default())
}

/// Every system did its part: the answer adds up what their events tell.
fn finish(
    office: &Arc<Office>,
    work: &Work,
    lost: Vec<Lost>,
    nothing_to_ask: bool,
) -> Result<Tried, CaseworkError> {
    let (inside, id, missing) = (Arc::clone(office), work.row.id.clone(), lost.clone());
    let done = office.store.write_blocking("erasures so far", move |tx| {
        let Some(mut case) = still_open(tx, &inside, &id)? else { return Ok(None) };
        if nothing_to_ask && !missing.is_empty() {
            raise_lost(tx, &inside, &mut case, &missing)?;
            return Ok(None);
        }
        Ok::<_, CaseworkError>(so_far(&case))
    })?;
    let Some(mut parts) = done else { return Ok(Tried::Done) };
    let kept = parts.iter().filter(|part| part.done == Done::Kept && part.rows > 0);
    let left_out =
        LeftOut { grounds: kept.map(ground).collect(), not_searched: not_searched(&lost) };
    let outcome =
        left_out.denial(post::new_id(office)).map_or(Answerable::Fulfilled, Answerable::Partial);
    parts.extend(lost.iter().map(Lost::part));
    let service = Service::OnRequest;
    answer(office, &work.row, Answering { outcome, service, delivered: None, parts }, lost)
}

/// Art. 17(3): what is kept, on the ground that the data map names.
fn ground(part: &Part) -> Stated {
    let dataset = format!("{}.{}", part.system, part.dataset);
    let code = part.ground.as_deref().unwrap_or_default();
    Stated::mapped(code, dataset, part.reason.clone().unwrap_or_default())
}

/// What was erased in all systems. Nothing where rows are there after all: somebody has to look before anybody says that
/// they are gone.
fn so_far(case: &Loaded) -> Option<Vec<Part>> {
    let parts = case.state.erasing.values().flat_map(|erasing| erasing.parts.clone());
    let parts: Vec<Part> = parts.collect();
    let is_gone = |part: &Part| part.done == Done::Kept || rows_left(part) == 0;
    parts.iter().all(is_gone).then_some(parts)
}

fn erasure(entry: &DatasetEntry, lookup: &Lookup) -> Erasure {
    let how = match &entry.erase {
        Erase::Delete => How::Delete,
        Erase::Set(values) => How::Overwrite(values.clone()),
        Erase::Keep(_) => How::Keep,
    };
    Erasure { lookup: lookup.clone(), how }
}

fn parts(
    system: &SystemEntry,
    lookups: &[(&DatasetEntry, Lookup)],
    erased: &[Erased],
    language: Language,
) -> Vec<Part> {
    let each = lookups.iter().zip(erased);
    each.map(|((entry, _), done)| part(system, entry, done, language)).collect()
}

fn part(system: &SystemEntry, entry: &DatasetEntry, done: &Erased, language: Language) -> Part {
    let (did, ground, reason) = match &entry.erase {
        Erase::Delete => (Done::Erased, None, None),
        Erase::Set(_) => (Done::Overwritten, None, None),
        // Art. 17(3): kept to the extent that a named ground demands, and the person is told which.
        Erase::Keep(keep) => (Done::Kept, Some(keep.ground.clone()), Some(keep.said(language))),
    };
    Part {
        system: system.id.clone(),
        dataset: entry.id.clone(),
        done: did,
        rows: done.rows,
        rows_left: Some(done.rows_left),
        ground,
        reason,
    }
}
