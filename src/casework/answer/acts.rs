//! What a person or an officer does to a case that exists.

use std::sync::Arc;

use crate::domain::case::{Outcome, Writer};
use crate::domain::decide::{Answerable, Answering, Command, Working};
use crate::domain::history::Service;
use crate::domain::id::Reference;
use crate::domain::identity::Personal;
use crate::domain::right::{Right, Scope};
use crate::domain::role::Officer;
use crate::store::Tx;
use crate::store::rows::{CaseRow, TaskRow};

use crate::casework::answer::answering::Written;
use crate::casework::case::actor::{Actor, admit};
use crate::casework::case::messages::write_message;
use crate::casework::case::record::{Loaded, act, load};
use crate::casework::case::{attachments, dossier, identifiers};
use crate::casework::{CaseworkError, Office};

/// What they do.
#[derive(Clone, Debug)]
pub enum Act {
    /// The person takes it back.
    Withdraw,
    /// Somebody writes.
    Message(Personal<String>),
    /// The person says that the answer is wrong; the words are optional.
    Contest(Option<Personal<String>>),
    /// An officer knows who it is.
    Identify(Identified),
    /// An officer makes the machine try again.
    Retry,
    /// An officer read what the person wrote, and says what the machine may do.
    Read(Scope),
    /// An officer takes two more months.
    Extend(String),
    /// An officer answers.
    Answer(Written),
}

/// What an officer found out about who asks.
#[derive(Clone, Debug)]
pub struct Identified {
    /// How.
    pub how: String,
    /// An account that is theirs: its issuer, none for the only one, and its `sub`.
    pub account: Option<(Option<String>, Personal<String>)>,
    /// The address that they gave is theirs.
    pub email: bool,
}

/// Does it; gives the case as it is now.
///
/// # Errors
/// See [`CaseworkError`].
pub async fn perform(
    office: &Arc<Office>,
    actor: Actor,
    reference: Reference,
    deed: Act,
) -> Result<CaseRow, CaseworkError> {
    let inside = Arc::clone(office);
    let row = office
        .store
        .write("act", move |tx| {
            let row = tx.case_by_reference(&reference.to_string())?;
            let row = row.ok_or(CaseworkError::NoSuchCase)?;
            let mut case = load(tx, &inside, row)?;
            admit(&inside, &actor, &case)?;
            apply(tx, &inside, &mut case, &actor, deed)?;
            tx.case_by_id(&case.row.id)?.ok_or(CaseworkError::NoSuchCase)
        })
        .await?;
    office.bell.ring();
    Ok(row)
}

fn apply(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    actor: &Actor,
    deed: Act,
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    match deed {
        Act::Withdraw => {
            act(tx, office, case, now, Command::Withdraw)?;
            finish_all_tasks(tx, office, case)?;
            take_over(tx, office, case)?;
        }
        Act::Message(words) => {
            let from = match actor {
                Actor::Person(_) => Writer::Person,
                Actor::Officer(..) => Writer::Office,
            };
            act(tx, office, case, now, Command::Message { from })?;
            write_message(tx, office, case, &words)?;
        }
        Act::Contest(words) => {
            act(tx, office, case, now, Command::Contest)?;
            if let Some(words) = words {
                write_message(tx, office, case, &words)?;
            }
            let reason = "the person contests the answer; look at it again".to_owned();
            crate::casework::case::work::raise_task(tx, office, case, "office", reason)?;
        }
        Act::Identify(found) => identify(tx, office, case, found)?,
        Act::Retry => {
            act(tx, office, case, now, Command::Work(Working::TakeUp { by: officer(actor)? }))?;
            crate::casework::case::work::enqueue(tx, office, case, now)?;
        }
        Act::Read(scope) => {
            crate::casework::case::scope::names_what_exists(&office.policies, &scope)?;
            let asked: Scope = serde_json::from_str(&case.row.scope)
                .map_err(|_| CaseworkError::Damaged("scope"))?;
            let command =
                Command::Work(Working::ReadScope { asked: &asked, scope, by: officer(actor)? });
            act(tx, office, case, now, command)?;
            crate::casework::case::work::enqueue(tx, office, case, now)?;
        }
        Act::Extend(reason) => {
            act(tx, office, case, now, Command::Extend { reason })?;
        }
        Act::Answer(written) => answer(tx, office, case, &written)?,
    }
    Ok(())
}

fn officer(actor: &Actor) -> Result<&Officer, CaseworkError> {
    match actor {
        Actor::Officer(officer, _) => Ok(officer),
        Actor::Person(_) => Err(CaseworkError::NoSuchCase),
    }
}

/// Binds what was found out to the case, and lets the machine go on with it.
fn identify(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    found: Identified,
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let mut identifiers = identifiers::of(case)?;
    let Identified { how, account, email } = found;
    if let Some((issuer, sub)) = account {
        let issuer = match issuer {
            Some(issuer) if office.issuers.contains(&issuer) => issuer,
            Some(_) => {
                let known = office.issuers.join("`, `");
                return Err(CaseworkError::Unfit(format!(
                    "this is no issuer of people; use one of `{known}`"
                )));
            }
            None => office.only_issuer().map(str::to_owned).ok_or_else(|| {
                CaseworkError::Unfit(
                    "there are several issuers; name the account's `issuer`".into(),
                )
            })?,
        };
        identifiers.add_account(issuer, sub.reveal().clone(), &how, now);
    }
    if email {
        identifiers.confirm_address(&how, now);
    }
    let known = Some(identifiers::digest(&case.person, &identifiers));
    identifiers::keep(tx, case, identifiers)?;
    act(tx, office, case, now, Command::Identify { how, known })?;
    crate::casework::case::work::enqueue(tx, office, case, now)
}

/// A request that was merged into one that ended without an answer goes on by itself; the others follow it.
fn take_over(tx: &mut Tx<'_>, office: &Office, ended: &Loaded) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let mut heir = None;
    for row in tx.merged_of(&ended.row.subject_id)? {
        let mut case = load(tx, office, row)?;
        if case.state.merged_into != Some(ended.reference) {
            continue;
        }
        match heir {
            None => {
                let from = ended.reference;
                act(tx, office, &mut case, now, Command::Work(Working::TakeOver { from }))?;
                crate::casework::case::work::enqueue(tx, office, &case, now)?;
                heir = Some(case.reference);
            }
            Some(into) => {
                act(tx, office, &mut case, now, Command::Work(Working::MergeInto { into }))?;
            }
        }
    }
    Ok(())
}

/// An officer did what a task of a case asks for, and says how.
pub(crate) fn finish_task(
    tx: &mut Tx<'_>,
    office: &Office,
    by: &Officer,
    task: &TaskRow,
    how: String,
) -> Result<(), CaseworkError> {
    let case = task.case_id.as_ref().ok_or(CaseworkError::NoSuchTask)?;
    let row = tx.case_by_id(case)?.ok_or(CaseworkError::NoSuchTask)?;
    let mut case = load(tx, office, row)?;
    let now = office.clock.now();
    let (system, dataset) = (task.system.clone(), task.dataset.clone());
    act(
        tx,
        office,
        &mut case,
        now,
        Command::Work(Working::FinishTask { system, dataset, how, by }),
    )?;
    tx.finish_task(&task.id, now.0)?;
    dossier::tell(tx, office, &case.row.id)
}

fn finish_all_tasks(tx: &mut Tx<'_>, office: &Office, case: &Loaded) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let mut ended = 0;
    for task in tx.tasks_of(&case.row.id)?.iter().filter(|task| task.state == "open") {
        ended += tx.finish_task(&task.id, now.0)?;
    }
    if ended > 0 { dossier::tell(tx, office, &case.row.id) } else { Ok(()) }
}

fn answer(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    written: &Written,
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let outcome = match written.outcome {
        Outcome::Fulfilled => Answerable::Fulfilled,
        Outcome::Partial => Answerable::Partial,
        Outcome::Unidentifiable => Answerable::Unidentifiable,
        // Invariant 4: Art. 12(5) has its own door.
        Outcome::Refused | Outcome::FeeProposed => return Err(CaseworkError::Damaged("outcome")),
    };
    if outcome == Answerable::Fulfilled {
        everything_was_looked_at(tx, case)?;
    }
    let erased = case.state.erasing.values().flat_map(|erasing| erasing.parts.clone());
    let answering = Answering {
        outcome,
        grounds: written.grounds,
        service: Service::OnRequest,
        delivered: None,
        parts: erased.collect(),
    };
    act(tx, office, case, now, Command::Answer(answering))?;
    write_message(tx, office, case, &written.text)?;
    for file in &written.files {
        attachments::keep(tx, office, case, file)?;
    }
    finish_all_tasks(tx, office, case)?;
    // Art. 11(2) says nothing about the next one: it may be known by more.
    if outcome == Answerable::Unidentifiable {
        take_over(tx, office, case)?;
    }
    Ok(())
}

/// "Done" is said of what was looked at (invariant 2): by a machine, or by somebody who says how.
fn everything_was_looked_at(tx: &mut Tx<'_>, case: &Loaded) -> Result<(), CaseworkError> {
    if !matches!(case.right, Right::Access | Right::Portability | Right::Erasure) {
        return Ok(());
    }
    let open = tx.tasks_of(&case.row.id)?.into_iter().find(|task| {
        task.state == "open" && !matches!(task.system.as_str(), "office" | "identity")
    });
    match open {
        None => Ok(()),
        Some(task) => {
            let what = task.dataset.map_or(task.system.clone(), |d| format!("{}.{d}", task.system));
            Err(CaseworkError::Unfit(format!(
                "nobody has looked at `{what}` yet; finish its task and say how it was done, make the machine try again, or answer `partial`"
            )))
        }
    }
}
