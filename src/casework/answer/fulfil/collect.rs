//! Access and portability: one archive with what every system in scope holds.

use std::sync::Arc;

use crate::connectors;
use crate::domain::case::{Done, Part};
use crate::domain::decide::{Answerable, Answering};
use crate::domain::name::{DatasetId, SystemId};
use crate::domain::objection::Standing;
use crate::domain::right::{Right, Scope};
use crate::domain::time::Instant;
use crate::packaging::{Contents, SystemPart};
use crate::policy::datamap::{Datamap, SystemEntry};
use crate::store::Tx;
use crate::store::rows::PackageRow;
use crate::store::vault::Place;
use crate::words::{Language, Packages};

use crate::casework::answer::fulfil::lookup::{Plan, plan, reach};
use crate::casework::answer::fulfil::{
    Lost, Tried, Try, Work, did_its_part, failed, not_searched, raise_lost, still_open, told,
};
use crate::casework::answer::new_data;
use crate::casework::case::identifiers;
use crate::casework::case::record::{Loaded, finish_tasks, keep_package};
use crate::casework::letters::denial::{self, LeftOut};
use crate::casework::letters::post;
use crate::casework::objections::objecting;
use crate::casework::{CaseworkError, Office, people};

/// What the systems gave.
#[derive(Default)]
struct Gathered {
    systems: Vec<SystemPart>,
    parts: Vec<Part>,
    lost: Vec<Lost>,
    /// Systems that did not answer.
    away: Vec<SystemId>,
}

pub(super) fn run(office: &Arc<Office>, work: &Work, trying: Try) -> Result<Tried, CaseworkError> {
    if told::asks_without_data(work.right, &work.scope) {
        return hand_out(office, work, Gathered::default(), Kind::Answer);
    }
    let Plan { systems, lost, mut failures, .. } = plan(office, work);
    let nothing_to_ask = systems.is_empty();
    let mut gathered = Gathered { lost, ..Gathered::default() };
    for asked in systems {
        let lookups: Vec<_> = asked.lookups.into_iter().map(|(_, lookup)| lookup).collect();
        match reach(office, asked.system).and_then(|at| connectors::collect(&at, &lookups)) {
            Ok(tables) => gathered.take(asked.system, tables, work.language),
            Err(error) => failures.push(crate::casework::answer::fulfil::Failure {
                system: asked.system.id.clone(),
                error,
            }),
        }
    }
    gathered.parts.extend(gathered.lost.iter().map(Lost::part));
    if failures.is_empty() {
        // Where nothing can be looked up there is nothing to hand out: a human has to find the person first.
        let kind =
            if nothing_to_ask && !gathered.lost.is_empty() { Kind::Tasks } else { Kind::Answer };
        return hand_out(office, work, gathered, kind);
    }
    gathered.away = failures.iter().map(|failure| failure.system.clone()).collect();
    let lasting = failures.iter().any(|failure| !failure.error.is_transient());
    if lasting || trying == Try::Patient {
        hand_out(office, work, gathered, Kind::Draft)?;
    }
    failed(office, work, failures, trying)
}

impl Gathered {
    fn take(&mut self, system: &SystemEntry, tables: Vec<connectors::Table>, language: Language) {
        self.parts.extend(tables.iter().map(|table| Part {
            system: system.id.clone(),
            dataset: table.dataset.clone(),
            done: Done::Collected,
            rows: table.rows.len() as u64,
            rows_left: None,
            ground: None,
            reason: None,
        }));
        self.systems.push(SystemPart {
            id: system.id.to_string(),
            title: system.title.in_language(language).to_owned(),
            tables: tables.into_iter().map(|table| packed(system, table, language)).collect(),
        });
    }
}

/// A table as the person reads it: its title and its columns in their language.
fn packed(
    system: &SystemEntry,
    table: connectors::Table,
    language: Language,
) -> crate::packaging::Table {
    let entry = system.datasets.iter().find(|entry| entry.id == table.dataset);
    let heading = |column: &String| match entry {
        Some(entry) => entry.heading(column, language),
        None => column.clone(),
    };
    crate::packaging::Table {
        headings: table.columns.iter().map(heading).collect(),
        title: entry.map_or(table.title, |entry| entry.title.in_language(language).to_owned()),
        dataset: table.dataset.into(),
        columns: table.columns,
        rows: table.rows,
        not_text: table.not_text,
    }
}

/// What is made of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The answer.
    Answer,
    /// What an officer can send if the rest does not come.
    Draft,
    /// Nothing but tasks.
    Tasks,
}

fn hand_out(
    office: &Arc<Office>,
    work: &Work,
    gathered: Gathered,
    kind: Kind,
) -> Result<Tried, CaseworkError> {
    let inside = Arc::clone(office);
    let (id, scope, right) = (work.row.id.clone(), work.scope.clone(), work.right);
    office.store.write_blocking("hand out package", move |tx| {
        let Some(mut case) = still_open(tx, &inside, &id)? else { return Ok(Tried::Done) };
        let now = inside.clock.now();
        for part in &gathered.systems {
            did_its_part(tx, &inside, &case, &part.id.as_str().into())?;
        }
        raise_lost(tx, &inside, &mut case, &gathered.lost)?;
        if kind == Kind::Tasks {
            return Ok(Tried::Done);
        }
        let parts = gathered.parts.clone();
        let left_out = LeftOut { grounds: Vec::new(), not_searched: not_searched(&gathered.lost) };
        let delivered = package(tx, &inside, &case, &scope, right, gathered, now)?;
        if kind == Kind::Draft {
            return Ok(Tried::Done);
        }
        let service = inside.policies.datamap.screening_of(&scope, right).service;
        let outcome = left_out
            .denial(post::new_id(&inside))
            .map_or(Answerable::Fulfilled, Answerable::Partial);
        let answering = Answering { outcome, service, delivered: Some(delivered), parts };
        denial::answer(tx, &inside, &mut case, answering)?;
        new_data::look_again(tx, &inside, &mut case, now)?;
        finish_tasks(tx, &inside, &case)?;
        Ok::<_, CaseworkError>(Tried::Done)
    })
}

/// Stores the archive; gives a digest of what is handed over, under the person's key.
fn package(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
    scope: &Scope,
    right: Right,
    gathered: Gathered,
    now: Instant,
) -> Result<String, CaseworkError> {
    let Gathered { systems, parts, away, .. } = gathered;
    let language = post::language(office, case)?;
    let without_data = told::asks_without_data(right, scope);
    let about = told::about(office, case, scope, language)?;
    // Other facts are another answer to the same question; another language is not.
    let in_english = told::about(office, case, scope, Language::En)?.filter(|_| without_data);
    let data = match &in_english {
        Some(about) => serde_json::to_vec(&about.json(Language::En, office.policies.regime.law())),
        None => serde_json::to_vec(&systems.iter().map(rows_of).collect::<Vec<_>>()),
    };
    let data = data.map_err(|_| CaseworkError::Unmade("package"))?;
    let delivered = case.person.key.digest("delivered", &data);
    let askers = identifiers::askers(&identifiers::of(case)?);
    let marks: Vec<_> =
        askers.iter().flat_map(|asker| people::marks(&office.vault, asker)).collect();
    let objections = objecting::listed(tx, &marks)?;
    let kept = if about.is_some() && !without_data { Some(told::kept(tx, case)?) } else { None };
    let law = office.policies.regime.law();
    let contents = Contents {
        reference: case.reference.to_string(),
        right: right.code().to_owned(),
        controller: office.controller.clone(),
        received_at: Instant(case.row.received_at).rfc3339(),
        prepared_at: now.rfc3339(),
        language,
        law,
        notes: if without_data {
            vec![Packages(language, law).told_only()]
        } else {
            let say = (&office.policies.datamap, Packages(language, law));
            notes(scope, &systems, &parts, &away, say)
        },
        systems,
        zone: office.calendar.zone().to_owned(),
        objections: objecting::once_for_each(objections)
            .into_iter()
            .filter(|o| !without_data && o.objection.standing == Standing::InForce)
            .map(|o| (o.objection.purpose.to_string(), o.objection.since.rfc3339()))
            .collect(),
        about,
        kept,
    };
    let archive =
        crate::packaging::build(&contents).map_err(|_| CaseworkError::Unmade("package"))?;
    let place = Place { table: "packages", column: "sealed", row: &case.row.id };
    let package = PackageRow {
        case_id: case.row.id.clone(),
        subject_id: case.row.subject_id.clone(),
        sealed: case.person.key.seal(&place, &archive)?,
        sha256: crate::audit::merkle::Hash::of(&archive).0.to_vec(),
        size: i64::try_from(archive.len()).unwrap_or(i64::MAX),
        made_at: now.0,
        expires_at: now.plus_days(office.patience.package_days).0,
    };
    keep_package(tx, now, case, &package)?;
    Ok(crate::audit::merkle::Hash(delivered).to_string())
}

fn rows_of(system: &SystemPart) -> Vec<&Vec<Vec<serde_json::Value>>> {
    system.tables.iter().map(|table| &table.rows).collect()
}

fn notes(
    scope: &Scope,
    systems: &[SystemPart],
    parts: &[Part],
    away: &[SystemId],
    (map, say): (&Datamap, Packages),
) -> Vec<String> {
    let mut notes = Vec::new();
    if scope.from.is_some() || scope.to.is_some() {
        notes.push(say.note_period());
    }
    let title = |system: &SystemId, dataset: &DatasetId| map.title_of(system, dataset, say.0);
    let lost: Vec<String> = parts
        .iter()
        .filter(|part| part.done == Done::NotSearched)
        .map(|part| title(&part.system, &part.dataset))
        .collect();
    if !lost.is_empty() {
        notes.push(say.note_not_searched(&lost.join(", ")));
    }
    if !away.is_empty() {
        let away: Vec<String> =
            away.iter().map(|system| title(system, &DatasetId::default())).collect();
        notes.push(say.note_away(&away.join(", ")));
    }
    for table in systems.iter().flat_map(|system| &system.tables) {
        if !table.not_text.is_empty() {
            notes.push(say.note_not_text(&table.title, &table.not_text.join(", ")));
        }
    }
    if lost.is_empty() && away.is_empty() && parts.iter().all(|part| part.rows == 0) {
        notes.push(say.note_nothing());
    }
    notes
}
