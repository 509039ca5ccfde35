//! Cuts an erasure between any two of its steps: a system fails, the gateway dies, the person takes the request back.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use habeas::casework::CaseworkError;
use habeas::casework::answer::acts::Act;
use habeas::casework::answer::fulfil::{self, Try};
use habeas::casework::case::record;
use habeas::connectors::{self, Dataset, Erased, Erasure, How, Lookup, Person, System as At};
use habeas::domain::case::{Done, Erasing, Part, Stage};
use habeas::domain::decide::{Command, Working};
use habeas::domain::name::SystemId;
use habeas::domain::right::Right;
use habeas::fairness::dice::Dice;
use habeas::policy::datamap::{DatasetEntry, Erase, SystemEntry};
use habeas::words::Language;

use super::bureau::{Bureau, Case};
use super::generate::{Company, Engine, Visitor};
use super::judge;
use super::place::Broken;
use super::reference::{self, Looked};

/// Cuts somewhere; gives what is wrong.
pub(crate) fn anywhere(bureau: &mut Bureau, company: &mut Company) -> Vec<String> {
    let mut dice = Dice::new(company.seed);
    let visitors = company.visitors.clone();
    let Some(visitor) = visitors.iter().find(|visitor| reference::known(visitor).is_some()) else {
        return Vec::new();
    };
    let before = company.clone();
    let at = usize::try_from(dice.below(3)).unwrap();
    let case = bureau.opens(visitor, Right::Erasure);
    let (cut, withdraws) = (dice.below(4), dice.happens(0.3));
    let mut wrong = match cut {
        3 => overtaken(bureau, &before, at, &case),
        0 => fails(bureau, &before, at, &case, &mut dice),
        1 => dies(bureau, &before, at, &case, visitor, Commits::Yes),
        _ => dies(bureau, &before, at, &case, visitor, Commits::No),
    };
    if bureau.sees(&case).state.stage == Stage::Withdrawn {
        wrong.extend(judge::balanced(bureau, &before, &case));
    } else if withdraws && bureau.sees(&case).state.stage.is_open() {
        bureau.person_withdraws(&case);
        let lost = bureau.sees(&case).state.erasing;
        bureau.works(&case);
        wrong.extend(judge::balanced(bureau, &before, &case));
        wrong.extend(went_on(bureau, &case, &lost));
    } else {
        // What failed is tried again by the machine itself, or because an officer says so.
        if bureau.sees(&case).state.stage.is_open() && dice.happens(0.5) {
            bureau.officer_does(&case, Act::Retry);
        }
        bureau.works(&case);
        wrong.extend(judge::balanced(bureau, &before, &case));
        wrong.extend(judge::erased(bureau, company, visitor, &case));
    }
    if !wrong.is_empty() {
        wrong.push(format!("cut {cut} in {at}, withdraws {withdraws}"));
    }
    wrong
}

/// The person takes the request back while a worker waits for a system.
fn overtaken(bureau: &Bureau, before: &Company, at: usize, case: &Case) -> Vec<String> {
    let held = bureau.place.holds(&before.systems[at]);
    let (office, id) = (Arc::clone(&bureau.office), case.id.clone());
    let worker = std::thread::spawn(move || fulfil::try_to(&office, &id, Try::Patient).unwrap());
    // Time for the worker to get there; wherever it is by then, what follows must hold.
    std::thread::park_timeout(Duration::from_millis(30));
    let is_withdrawn = bureau.sees(case).state.stage.is_open() && bureau.withdraws(case);
    let lost = bureau.sees(case).state.erasing;
    drop(held);
    worker.join().unwrap();
    if is_withdrawn { went_on(bureau, case, &lost) } else { Vec::new() }
}

/// What a system lost that had not begun when the request was taken back.
fn went_on(bureau: &Bureau, case: &Case, lost: &BTreeMap<SystemId, Erasing>) -> Vec<String> {
    let seen = bureau.sees(case).state;
    let mut systems = seen.erasing.iter();
    let more = systems
        .any(|(system, now)| lost.get(system).is_none_or(|was| was.begun.is_none() && was != now));
    if more || seen.stage != Stage::Withdrawn {
        return vec!["something went on after the withdrawal".into()];
    }
    Vec::new()
}

/// A system cannot do its part, and can later.
fn fails(
    bureau: &Bureau,
    before: &Company,
    at: usize,
    case: &Case,
    dice: &mut Dice,
) -> Vec<String> {
    let system = &before.systems[at];
    let is_file = before.engine == Engine::Sqlite && dice.happens(0.5);
    let how = if is_file { Broken::Garbage } else { Broken::Renamed(system.datasets[0].table) };
    bureau.place.breaks(system, how);
    bureau.works(case);
    bureau.place.mends(system, how);
    judge::balanced(bureau, before, case)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Commits {
    Yes,
    No,
}

/// A system is about to commit, and nobody is there to hear whether it did.
fn dies(
    bureau: &mut Bureau,
    before: &Company,
    at: usize,
    case: &Case,
    visitor: &Visitor,
    commits: Commits,
) -> Vec<String> {
    // The first try does nothing but ask the directories.
    let things = Broken::Renamed(1);
    before.systems.iter().for_each(|system| bureau.place.breaks(system, things));
    bureau.works(case);
    before.systems.iter().for_each(|system| bureau.place.mends(system, things));
    if !bureau.sees(case).state.stage.is_open() {
        return Vec::new();
    }
    let known = reference::known(visitor).unwrap_or_default();
    let looked = reference::look(before, &known);
    let office = Arc::clone(&bureau.office);
    let entry = &office.policies.datamap.systems[at];
    let mut steps = Vec::new();
    for (nth, looked) in looked[at].iter().enumerate() {
        if *looked != Looked::Not {
            let issuer = before.systems[at].datasets[nth].issuer;
            let accounts = reference::accounts(before, &known, issuer).unwrap_or_default();
            let local_part = office.policies.datamap.local_part;
            let person = Person { accounts, addresses: known.addresses.clone(), local_part };
            steps.push((&entry.datasets[nth], erasure(&entry.datasets[nth], person)));
        }
    }
    if !steps.is_empty() {
        let to = At {
            id: entry.id.clone(),
            url: entry.url.clone(),
            side_effects: entry.side_effects.clone(),
        };
        let erasures: Vec<Erasure> = steps.iter().map(|(_, erasure)| erasure.clone()).collect();
        let mut consent = |erased: &[Erased], mark: Option<&str>| {
            let parts = steps.iter().zip(erased).map(|((set, _), done)| part(entry, set, done));
            begins(&office, case, &entry.id, parts.collect(), mark.map(str::to_owned));
            commits == Commits::Yes
        };
        let _ = connectors::erase(&to, &erasures, &mut consent);
    }
    drop(office);
    bureau.dies();
    Vec::new()
}

fn begins(
    office: &Arc<habeas::casework::Office>,
    case: &Case,
    system: &SystemId,
    parts: Vec<Part>,
    mark: Option<String>,
) {
    let (inside, id, system) = (Arc::clone(office), case.id.clone(), system.clone());
    let write = move |tx: &mut habeas::store::Tx<'_>| {
        let row = tx.case_by_id(&id)?.unwrap();
        let mut case = record::load(tx, &inside, row)?;
        let now = inside.clock.now();
        let command = Command::Work(Working::BeginErasure { system, parts, mark });
        record::act(tx, &inside, &mut case, now, command)?;
        Ok::<_, CaseworkError>(())
    };
    office.store.write_blocking("begin", write).unwrap();
}

fn erasure(entry: &DatasetEntry, person: Person) -> Erasure {
    let dataset = Dataset {
        id: entry.id.clone(),
        title: entry.title.in_language(Language::En).to_owned(),
        table: entry.table.clone(),
        columns: entry.columns.clone(),
        matches: entry.matches.clone(),
        order_by: None,
    };
    let how = match &entry.erase {
        Erase::Delete => How::Delete,
        Erase::Set(values) => How::Overwrite(values.clone()),
        Erase::Keep(_) => How::Keep,
    };
    Erasure { lookup: Lookup { dataset, person }, how }
}

fn part(system: &SystemEntry, entry: &DatasetEntry, done: &Erased) -> Part {
    Part {
        system: system.id.clone(),
        dataset: entry.id.clone(),
        done: match &entry.erase {
            Erase::Delete => Done::Erased,
            Erase::Set(_) => Done::Overwritten,
            Erase::Keep(_) => Done::Kept,
        },
        rows: done.rows,
        rows_left: Some(done.rows_left),
        ground: None,
        reason: None,
    }
}
