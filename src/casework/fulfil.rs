//! The company's systems answer: collect for Arts. 15 and 20, erase for Art. 17, and a task for a human wherever a
//! machine may not or could not. Never a silent gap.

use std::sync::Arc;

use crate::connectors::{self, ConnectorError};
use crate::domain::case::{Done, Part, Stage};
use crate::domain::decide::{Answerable, Answering, Command, awaits_an_answer};
use crate::domain::history::{Grounds, Service};
use crate::domain::id::{JobId, TaskId};
use crate::domain::identity::Asker;
use crate::domain::objection::Standing;
use crate::domain::right::{Right, Scope};
use crate::domain::time::Instant;
use crate::packaging::{Contents, SystemPart};
use crate::policy::datamap::{DatasetEntry, Erase, SystemEntry};
use crate::store::Tx;
use crate::store::rows::{CaseRow, JobRow, PackageRow, TaskRow};
use crate::store::vault::{Place, random};

use super::acts::is_verified;
use super::record::{Loaded, act, finish_tasks, keep_package, load};
use super::{CaseworkError, Office, hanging, people};

/// What became of one try.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tried {
    /// Nothing more to do for a machine.
    Done,
    /// A system could not be reached: try again, or give it to a human.
    Later {
        /// Which system.
        system: String,
        /// Why, without personal data.
        why: String,
    },
}

type SystemPlan<'a> = (&'a SystemEntry, Vec<&'a DatasetEntry>);

/// Tries to answer a case.
///
/// # Errors
/// When the database does not answer.
pub fn try_to(office: &Arc<Office>, case: &[u8]) -> Result<Tried, CaseworkError> {
    let Some((case, account, email)) = begin(office, case.to_vec())? else {
        return Ok(Tried::Done);
    };
    let scope: Scope =
        serde_json::from_str(&case.row.scope).map_err(|_| CaseworkError::Damaged("scope"))?;
    let person = connectors::Person {
        account: account.map(|a| a.reveal().clone()),
        email: email.map(|e| e.reveal().clone()),
    };
    match case.right {
        Right::Access | Right::Portability => {
            collect(office, &case.row, case.right, &scope, &person)
        }
        // More than was asked must not be erased: a period or a purpose is for a human to apply.
        Right::Erasure
            if scope.from.is_none() && scope.to.is_none() && scope.purposes.is_empty() =>
        {
            erase(office, &case.row, &scope, &person)
        }
        Right::Objection | Right::ConsentWithdrawal => object(office, &case.row, &scope),
        Right::Erasure
        | Right::Rectification
        | Right::Restriction
        | Right::AutomatedDecisionReview
        | Right::Other => {
            let reason = format!("{} needs a case worker", case.right.code().replace('_', " "));
            hand_over(office, &case.row, "office", reason)
        }
    }
}

type Begun = (Loaded, Option<Name>, Option<Name>);
type Name = crate::domain::identity::Personal<String>;

/// Marks the start, unless there is nothing for a machine to do.
fn begin(office: &Arc<Office>, id: Vec<u8>) -> Result<Option<Begun>, CaseworkError> {
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
        let (account, email) = match people::asker(tx, &case.person)? {
            Asker::Account { sub, email, .. } => (Some(sub), email),
            Asker::Address(address) => (None, Some(address)),
        };
        if case.state.stage == Stage::Received {
            let now = inside.clock.now();
            act(tx, &inside, &mut case, now, Command::Start)?;
        }
        Ok(Some((case, account, email)))
    })
}

fn collect(
    office: &Arc<Office>,
    row: &CaseRow,
    right: Right,
    scope: &Scope,
    person: &connectors::Person,
) -> Result<Tried, CaseworkError> {
    let mut systems = Vec::new();
    let mut parts = Vec::new();
    for (system, entries) in plan(office, scope, right) {
        let datasets: Vec<_> = entries.iter().map(|entry| dataset(entry)).collect();
        match reach(office, system).and_then(|at| connectors::collect(&at, person, &datasets)) {
            Ok(tables) => {
                parts.extend(tables.iter().map(|table| Part {
                    system: system.id.clone(),
                    dataset: table.dataset.clone(),
                    done: Done::Collected,
                    rows: table.rows.len() as u64,
                    rows_left: None,
                    ground: None,
                    reason: None,
                }));
                systems.push(SystemPart {
                    id: system.id.clone(),
                    title: system.title.clone(),
                    tables: tables.into_iter().map(packed).collect(),
                });
            }
            Err(error) => return unreached(office, row, system, &error),
        }
    }
    hand_out(office, row, right, scope, systems, parts)
}

fn packed(table: connectors::Table) -> crate::packaging::Table {
    crate::packaging::Table {
        dataset: table.dataset,
        title: table.title,
        columns: table.columns,
        rows: table.rows,
    }
}

fn hand_out(
    office: &Arc<Office>,
    row: &CaseRow,
    right: Right,
    scope: &Scope,
    systems: Vec<SystemPart>,
    parts: Vec<Part>,
) -> Result<Tried, CaseworkError> {
    let inside = Arc::clone(office);
    let (id, scope) = (row.id.clone(), scope.clone());
    office.store.write_blocking("hand out package", move |tx| {
        let Some(mut case) = still_open(tx, &inside, &id)? else { return Ok(Tried::Done) };
        let now = inside.clock.now();
        let asker = people::asker(tx, &case.person)?;
        let objections = super::objecting::listed(tx, &people::marks(&inside.vault, &asker))?;
        let data = serde_json::to_vec(&systems.iter().map(rows_of).collect::<Vec<_>>())
            .map_err(|_| CaseworkError::Damaged("package"))?;
        let delivered = case.person.key.digest("delivered", &data);
        let contents = Contents {
            reference: case.reference.to_string(),
            right: right.code().to_owned(),
            controller: inside.controller.clone(),
            received_at: Instant(case.row.received_at).rfc3339(),
            prepared_at: now.rfc3339(),
            language: "en".into(),
            systems,
            notes: notes(&scope, &parts),
            objections: objections
                .into_iter()
                .filter(|o| o.objection.standing == Standing::InForce)
                .map(|o| (o.objection.purpose, o.objection.since.rfc3339()))
                .collect(),
        };
        let archive =
            crate::packaging::build(&contents).map_err(|_| CaseworkError::Damaged("package"))?;
        let place = Place { table: "packages", column: "sealed", row: &case.row.id };
        let package = PackageRow {
            case_id: case.row.id.clone(),
            subject_id: case.row.subject_id.clone(),
            sealed: case.person.key.seal(&place, &archive)?,
            sha256: crate::audit::merkle::Hash::of(&archive).0.to_vec(),
            size: i64::try_from(archive.len()).unwrap_or(i64::MAX),
            made_at: now.0,
            expires_at: now.plus_days(inside.patience.package_days).0,
        };
        keep_package(tx, now, &case, &package)?;
        let service = inside.policies.datamap.screening_of(&scope, right).service;
        let answering = Answering {
            outcome: Answerable::Fulfilled,
            grounds: Grounds::None,
            service,
            delivered: Some(crate::audit::merkle::Hash(delivered).to_string()),
            parts,
        };
        act(tx, &inside, &mut case, now, Command::Answer(answering))?;
        super::overtaking::look_again(tx, &inside, &mut case, now)?;
        finish_tasks(tx, &inside, &case)?;
        Ok::<_, CaseworkError>(Tried::Done)
    })
}

fn rows_of(system: &SystemPart) -> Vec<&Vec<Vec<serde_json::Value>>> {
    system.tables.iter().map(|table| &table.rows).collect()
}

fn notes(scope: &Scope, parts: &[Part]) -> Vec<String> {
    let mut notes = Vec::new();
    if scope.from.is_some() || scope.to.is_some() {
        notes.push("You asked about a period. This archive holds everything in the categories you named, whatever its date.".to_owned());
    }
    if parts.iter().all(|part| part.rows == 0) {
        notes.push("We looked in every system listed here and found no data about you.".to_owned());
    }
    notes
}

fn erase(
    office: &Arc<Office>,
    row: &CaseRow,
    scope: &Scope,
    person: &connectors::Person,
) -> Result<Tried, CaseworkError> {
    let mut parts = Vec::new();
    for (system, entries) in plan(office, scope, Right::Erasure) {
        let erasures: Vec<_> = entries.iter().map(|entry| erasure(entry)).collect();
        match reach(office, system).and_then(|at| connectors::erase(&at, person, &erasures)) {
            Ok(erased) => {
                parts.extend(entries.iter().zip(erased).map(|(e, done)| part(system, e, &done)));
            }
            Err(error) => return unreached(office, row, system, &error),
        }
    }
    let kept = super::browse::was_kept(&parts);
    let (outcome, grounds) = if kept {
        (Answerable::Partial, Grounds::Own)
    } else {
        (Answerable::Fulfilled, Grounds::None)
    };
    answer(
        office,
        row,
        Answering { outcome, grounds, service: Service::OnRequest, delivered: None, parts },
    )
}

fn part(system: &SystemEntry, entry: &DatasetEntry, done: &connectors::Erased) -> Part {
    let (did, ground, reason) = match &entry.erase {
        Erase::Delete => (Done::Erased, None, None),
        Erase::Set(_) => (Done::Overwritten, None, None),
        // Art. 17(3): kept to the extent that a named ground demands, and the person is told which.
        Erase::Keep(keep) => {
            (Done::Kept, Some(keep.ground.clone()), Some(format!("{} ({})", keep.reason, keep.law)))
        }
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

// An objection is in force already; what is left is the answer, or the weighing (R-OBJ-1, R-OBJ-3).
fn object(office: &Arc<Office>, row: &CaseRow, scope: &Scope) -> Result<Tried, CaseworkError> {
    let purposes = &office.policies.purposes;
    let weighed: Vec<String> = scope
        .purposes
        .iter()
        .filter(|id| purposes.get(id).is_none_or(|p| !p.kind.is_unconditional()))
        .cloned()
        .collect();
    let withdrawal = row.right_asked == Right::ConsentWithdrawal.code();
    if scope.purposes.is_empty() {
        return hand_over(
            office,
            row,
            "office",
            "no purpose is named; ask which consent is meant".into(),
        );
    }
    if weighed.is_empty() || withdrawal {
        let answering = Answering {
            outcome: Answerable::Fulfilled,
            grounds: Grounds::None,
            service: Service::OnRequest,
            delivered: None,
            parts: Vec::new(),
        };
        return answer(office, row, answering);
    }
    let inside = Arc::clone(office);
    let id = row.id.clone();
    office.store.write_blocking("restrict", move |tx| {
        let Some(mut case) = still_open(tx, &inside, &id)? else { return Ok(Tried::Done) };
        for purpose in weighed {
            if !case.state.restricted.contains(&purpose) {
                let now = inside.clock.now();
                act(tx, &inside, &mut case, now, Command::Restrict { purpose })?;
            }
        }
        let reason = "the objection is in force; weigh the grounds and answer".to_owned();
        raise_task(tx, &inside, &mut case, "office", reason)?;
        Ok::<_, CaseworkError>(Tried::Done)
    })
}

fn answer(
    office: &Arc<Office>,
    row: &CaseRow,
    answering: Answering,
) -> Result<Tried, CaseworkError> {
    let inside = Arc::clone(office);
    let id = row.id.clone();
    office.store.write_blocking("answer", move |tx| {
        let Some(mut case) = still_open(tx, &inside, &id)? else { return Ok(Tried::Done) };
        let now = inside.clock.now();
        act(tx, &inside, &mut case, now, Command::Answer(answering))?;
        if case.right == Right::Erasure {
            super::letters::tell_of_kept_objections(tx, &inside, &case)?;
        }
        finish_tasks(tx, &inside, &case)?;
        Ok::<_, CaseworkError>(Tried::Done)
    })
}

fn unreached(
    office: &Arc<Office>,
    row: &CaseRow,
    system: &SystemEntry,
    error: &ConnectorError,
) -> Result<Tried, CaseworkError> {
    if error.is_transient() {
        return Ok(Tried::Later { system: system.id.clone(), why: error.to_string() });
    }
    hand_over(office, row, &system.id, error.to_string())
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

/// A task beside the case, and its event in the log. A second one for the same system while one is open changes nothing.
pub(crate) fn raise_task(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    system: &str,
    reason: String,
) -> Result<(), CaseworkError> {
    let open = tx.tasks_of(&case.row.id)?;
    if open.iter().any(|task| task.state == "open" && task.system == system) {
        return Ok(());
    }
    let now = office.clock.now();
    let command = Command::RaiseTask { system: system.to_owned(), reason: reason.clone() };
    act(tx, office, case, now, command)?;
    tx.insert_task(&TaskRow {
        id: TaskId::new(now, random()).0.to_vec(),
        case_id: Some(case.row.id.clone()),
        system: system.to_owned(),
        reason,
        state: "open".into(),
        raised_at: now.0,
        done_at: None,
    })?;
    hanging::tell(tx, office, &case.row.id)
}

/// Queues another try at a case.
pub(crate) fn enqueue(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
    now: Instant,
) -> Result<(), CaseworkError> {
    finish_tasks(tx, office, case)?;
    tx.insert_jobs(&[JobRow {
        id: JobId::new(now, random()).0.to_vec(),
        kind: "fulfil".into(),
        case_id: Some(case.row.id.clone()),
        state: "ready".into(),
        run_at: now.0,
        attempts: 0,
        note: None,
    }])?;
    Ok(())
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

fn plan<'a>(office: &'a Office, scope: &Scope, right: Right) -> Vec<SystemPlan<'a>> {
    let mut plan: Vec<SystemPlan<'a>> = Vec::new();
    for (system, entry) in office.policies.datamap.datasets_in(scope, right) {
        match plan.iter_mut().find(|(known, _)| known.id == system.id) {
            Some((_, entries)) => entries.push(entry),
            None => plan.push((system, vec![entry])),
        }
    }
    plan
}

fn reach(office: &Office, system: &SystemEntry) -> Result<connectors::System, ConnectorError> {
    let url = super::secret::url(office, system)?;
    let url = match url.strip_prefix("sqlite://") {
        Some(path) => format!("sqlite://{}", office.base.join(path).display()),
        None => url,
    };
    Ok(connectors::System { id: system.id.clone(), url })
}

fn dataset(entry: &DatasetEntry) -> connectors::Dataset {
    connectors::Dataset {
        id: entry.id.clone(),
        title: entry.title.clone(),
        table: entry.table.clone(),
        columns: entry.columns.clone(),
        matches: entry.matches.clone(),
        order_by: entry.order_by.clone(),
    }
}

fn erasure(entry: &DatasetEntry) -> connectors::Erasure {
    let how = match &entry.erase {
        Erase::Delete => connectors::How::Delete,
        Erase::Set(values) => connectors::How::Overwrite(values.clone()),
        Erase::Keep(_) => connectors::How::Keep,
    };
    connectors::Erasure { dataset: dataset(entry), how }
}
