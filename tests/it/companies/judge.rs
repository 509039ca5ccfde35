//! Compares what a gateway did with what is right. Each gives what is wrong; nothing when all is well.

use std::collections::BTreeMap;

use habeas::domain::case::{Done, Outcome, Part};
use habeas::domain::right::Right;
use serde_json::Value;

use super::bureau::{Bureau, Case};
use super::generate::{Cell, Company, Dataset, System, Visitor};
use super::reference::{self, Fate, Later, Looked, Told};

/// A visitor asks for a copy.
pub(crate) fn reading(bureau: &Bureau, company: &Company, visitor: &Visitor) -> Vec<String> {
    let case = bureau.opens(visitor, Right::Access);
    bureau.works(&case);
    let mut seen = bureau.sees(&case);
    seen.tasks.retain(|task| task.state == "open");
    let Some(known) = reference::known(visitor) else {
        let is_asked = seen.tasks.iter().any(|task| task.system == "identity");
        return wrong(
            !is_asked || seen.has_package || seen.has_draft,
            "an unknown person was read",
        );
    };
    let looked = reference::look(company, &known);
    let mut found = tasks(company, &looked, &seen.tasks);
    let is_any = |wanted: fn(&Looked) -> bool| looked.iter().flatten().any(wanted);
    let is_whole = !is_any(|looked| *looked == Looked::Not);
    if !is_any(|looked| *looked != Looked::Not) {
        found.extend(wrong(
            seen.state.answer.is_some(),
            "nothing could be looked up, and it was answered",
        ));
        return found;
    }
    let outcome = if is_whole { Outcome::Fulfilled } else { Outcome::Partial };
    let said = seen.state.answer.as_ref().map(|answer| answer.outcome);
    if said != Some(outcome) {
        found.push(format!("the answer is {said:?} and not {outcome:?}"));
        return found;
    }
    let data = bureau.package(&case);
    for (system, looked) in company.systems.iter().zip(&looked) {
        for (dataset, looked) in system.datasets.iter().zip(looked) {
            let place = format!("{}.{}", system.id, dataset.id);
            let part = part_of(&seen.parts, system, dataset);
            let given = given(&data, system, dataset);
            let (rows, done, count) = match looked {
                Looked::Not => (None, Done::NotSearched, 0),
                Looked::Rows(rows) => {
                    (Some(wanted(system, dataset, rows)), Done::Collected, rows.len())
                }
            };
            if given != rows {
                found.push(format!("{place} gave {given:?} and not {rows:?}"));
            }
            let told = part.map(|part| (part.done, part.rows));
            if told != Some((done, count as u64)) {
                found.push(format!("{place} is told as {told:?} and not {done:?} {count}"));
            }
        }
    }
    found
}

/// A visitor has everything erased; the company is as it is afterwards.
pub(crate) fn erasing(bureau: &Bureau, company: &mut Company, visitor: &Visitor) -> Vec<String> {
    let case = bureau.opens(visitor, Right::Erasure);
    bureau.works(&case);
    erased(bureau, company, visitor, &case)
}

/// What an erasure that went its way has done, and what is said about it.
pub(crate) fn erased(
    bureau: &Bureau,
    company: &mut Company,
    visitor: &Visitor,
    case: &Case,
) -> Vec<String> {
    let mut seen = bureau.sees(case);
    seen.tasks.retain(|task| task.state == "open");
    let Some(known) = reference::known(visitor) else {
        let is_asked = seen.tasks.iter().any(|task| task.system == "identity");
        let mut found = wrong(!is_asked, "nobody was asked who it is");
        found.extend(unchanged(bureau, company));
        return found;
    };
    let looked = reference::look(company, &known);
    let fates = reference::erase(company, &known);
    let mut found = tasks(company, &looked, &seen.tasks);
    for (system, fate) in company.systems.iter().zip(&fates) {
        let now = bureau.place.rows(system);
        let is_as_it_was = system.tables.iter().zip(&now).all(|(table, now)| table.rows == *now);
        let has_task =
            seen.tasks.iter().any(|task| task.system == system.id && task.dataset.is_none());
        let parts: Vec<&Part> = seen
            .parts
            .iter()
            .filter(|p| p.system == system.id && p.done != Done::NotSearched)
            .collect();
        match fate {
            Fate::Untouched | Fate::Refused => {
                let is_refused = *fate == Fate::Refused;
                if !is_as_it_was || has_task != is_refused || !parts.is_empty() {
                    found.push(format!(
                        "{}: {fate:?}, but changed {}, task {has_task}, parts {parts:?}; tasks {:?}",
                        system.id, !is_as_it_was, reasons(&seen.tasks)
                    ));
                }
            }
            Fate::Done { tables, told } => {
                if has_task {
                    found.push(format!("{} has a task: {:?}", system.id, reasons(&seen.tasks)));
                }
                found.extend(compared(system, tables, &now));
                found.extend(accounted(system, told, &parts));
            }
        }
    }
    let is_refused = fates.contains(&Fate::Refused);
    let is_idle = fates.iter().all(|fate| *fate == Fate::Untouched);
    let is_lost = looked.iter().flatten().any(|looked| *looked == Looked::Not);
    let is_kept = |told: &Option<Told>| matches!(told, Some(Told::Kept(1..)));
    let keeps = |fate: &Fate| matches!(fate, Fate::Done { told, .. } if told.iter().any(is_kept));
    let outcome = match (is_refused || is_idle, is_lost || fates.iter().any(keeps)) {
        (true, _) => None,
        (false, true) => Some(Outcome::Partial),
        (false, false) => Some(Outcome::Fulfilled),
    };
    let said = seen.state.answer.as_ref().map(|answer| answer.outcome);
    found.extend(wrong(said != outcome, &format!("the answer is {said:?} and not {outcome:?}")));
    renew(bureau, company);
    found
}

/// The sum of the events is what the systems lost, and no answer says more.
pub(crate) fn balanced(bureau: &Bureau, before: &Company, case: &Case) -> Vec<String> {
    let seen = bureau.sees(case);
    let mut found = Vec::new();
    for system in &before.systems {
        let mut lost = (0, 0);
        let now = bureau.place.rows(system);
        for (at, (table, now)) in system.tables.iter().zip(&now).enumerate() {
            if system.side_effects.contains(&at) {
                continue;
            }
            let now: BTreeMap<&Cell, &Vec<Cell>> = now.iter().map(|row| (&row[0], row)).collect();
            for row in &table.rows {
                match now.get(&row[0]) {
                    None => lost.0 += 1,
                    Some(other) if *other != row => lost.1 += 1,
                    Some(_) => {}
                }
            }
        }
        let erasing = seen.state.erasing.get(system.id);
        let events = erasing.map_or((0, 0), |erasing| sums(&erasing.parts, system.id));
        if events != lost {
            found.push(format!("{} lost {lost:?}, its events tell {events:?}", system.id));
        }
        let said = sums(&seen.parts, system.id);
        if seen.state.answer.is_some() && said != lost {
            found.push(format!("{} lost {lost:?}, the answer says {said:?}", system.id));
        }
    }
    found
}

/// Rows that are told as erased, and as overwritten.
fn sums(parts: &[Part], system: &str) -> (u64, u64) {
    let sum = |done: Done| {
        let own = parts.iter().filter(|part| part.system == system && part.done == done);
        own.map(|part| part.rows - part.rows_left.unwrap_or_default()).sum()
    };
    (sum(Done::Erased), sum(Done::Overwritten))
}

fn wrong(is_wrong: bool, what: &str) -> Vec<String> {
    if is_wrong { vec![what.to_owned()] } else { Vec::new() }
}

fn unchanged(bureau: &Bureau, company: &Company) -> Vec<String> {
    let changed = company.systems.iter().filter(|system| {
        let now = bureau.place.rows(system);
        system.tables.iter().zip(&now).any(|(table, now)| table.rows != *now)
    });
    changed.map(|system| format!("{} changed", system.id)).collect()
}

fn renew(bureau: &Bureau, company: &mut Company) {
    for system in &mut company.systems {
        let now = bureau.place.rows(system);
        for (table, now) in system.tables.iter_mut().zip(now) {
            table.rows = now;
        }
    }
}

fn reasons(tasks: &[habeas::store::rows::TaskRow]) -> Vec<String> {
    tasks.iter().map(|task| format!("{}: {}", task.system, task.reason)).collect()
}

/// A task for each dataset that could not be looked up, and for no other.
fn tasks(
    company: &Company,
    looked: &[Vec<Looked>],
    tasks: &[habeas::store::rows::TaskRow],
) -> Vec<String> {
    let mut found = Vec::new();
    let is_answerable = tasks.iter().all(|task| task.dataset.is_some());
    for (system, looked) in company.systems.iter().zip(looked) {
        for (dataset, looked) in system.datasets.iter().zip(looked) {
            let has = tasks.iter().any(|task| {
                task.system == system.id && task.dataset.as_deref() == Some(dataset.id)
            });
            let should = *looked == Looked::Not && is_answerable;
            if has != should {
                found.push(format!("{}.{}: task {has}, not {should}", system.id, dataset.id));
            }
        }
    }
    found
}

fn part_of<'p>(parts: &'p [Part], system: &System, dataset: &Dataset) -> Option<&'p Part> {
    parts.iter().find(|part| part.system == system.id && part.dataset == dataset.id)
}

/// The rows of a dataset in the package, in any order.
fn given(data: &Value, system: &System, dataset: &Dataset) -> Option<Vec<String>> {
    let systems = data["systems"].as_array()?;
    let given = systems.iter().find(|given| given["id"] == system.id)?;
    let tables = given["tables"].as_array()?;
    let table = tables.iter().find(|table| table["dataset"] == dataset.id)?;
    let mut rows: Vec<String> = table["rows"].as_array()?.iter().map(ToString::to_string).collect();
    rows.sort();
    Some(rows)
}

fn wanted(system: &System, dataset: &Dataset, rows: &[usize]) -> Vec<String> {
    let table = &system.tables[dataset.table];
    let all: Vec<usize> = (0..table.columns.len()).collect();
    let columns = if dataset.columns.is_empty() { &all } else { &dataset.columns };
    let row = |row: &usize| {
        let cells = columns.iter().map(|column| table.rows[*row][*column].json());
        Value::Array(cells.collect()).to_string()
    };
    let mut rows: Vec<String> = rows.iter().map(row).collect();
    rows.sort();
    rows
}

fn compared(system: &System, wanted: &[Vec<Vec<Later>>], now: &[Vec<Vec<Cell>>]) -> Vec<String> {
    let mut found = Vec::new();
    for ((table, wanted), now) in system.tables.iter().zip(wanted).zip(now) {
        let fits = |(wanted, now): (&Vec<Later>, &Vec<Cell>)| {
            wanted.iter().zip(now).all(|(wanted, now)| wanted.fits(now))
        };
        if wanted.len() != now.len() || !wanted.iter().zip(now).all(fits) {
            found.push(format!("{}.{} holds {now:?} and not {wanted:?}", system.id, table.name));
        }
    }
    found
}

fn accounted(system: &System, told: &[Option<Told>], parts: &[&Part]) -> Vec<String> {
    let mut found = Vec::new();
    for (dataset, told) in system.datasets.iter().zip(told) {
        let part = parts.iter().find(|part| part.dataset == dataset.id);
        let wanted = told.map(|told| match told {
            Told::Erased(rows) => (Done::Erased, rows, 0),
            Told::Overwritten(rows) => (Done::Overwritten, rows, 0),
            Told::Kept(rows) => (Done::Kept, rows, rows),
        });
        let said = part.map(|part| (part.done, part.rows, part.rows_left.unwrap_or_default()));
        if said != wanted {
            found.push(format!("{}.{} tells {said:?}, not {wanted:?}", system.id, dataset.id));
        }
    }
    found
}
