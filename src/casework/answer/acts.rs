//! What a person or an officer does to a case that exists.

use std::sync::Arc;

use crate::domain::arrival::Arrival;
use crate::domain::asked::Means;
use crate::domain::case::{Done, Writer};
use crate::domain::deadline::PauseCause;
use crate::domain::decide::{Answerable, Answering, Command, Working};
use crate::domain::due::Extension;
use crate::domain::ground::Ground;
use crate::domain::history::Service;
use crate::domain::id::Reference;
use crate::domain::identity::{Asker, BY_LINK, Personal};
use crate::domain::name::{DatasetId, SystemId};
use crate::domain::right::{Right, Scope};
use crate::domain::role::Officer;
use crate::store::rows::{CaseRow, TaskRow};
use crate::store::{Tx, columns};

use crate::casework::answer::answering::{Says, Written};
use crate::casework::answer::asking;
use crate::casework::case::actor::{Actor, admit};
use crate::casework::case::messages::write_message;
use crate::casework::case::record::{Loaded, act, load};
use crate::casework::case::{attachments, dossier, identifiers};
use crate::casework::letters::denial::{self, LeftOut};
use crate::casework::letters::post;
use crate::casework::objections::restricting;
use crate::casework::{CaseworkError, Office};
use crate::notices::Letter;

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
    /// An officer takes two more months, and says what makes it take longer.
    Extend(Extension, String),
    /// An officer asks who it is: the doubt, and the least that settles it.
    AskIdentity(String, Means),
    /// An officer asks what the person looks for.
    AskClarification(String),
    /// What was asked for came, now or on that day: the period runs again.
    Resume(Option<Arrival>),
    /// The person has the answer; how we know.
    Notify(String),
    /// The file is closed.
    Close,
    /// An officer answers.
    Answer(Written),
    /// An officer tells the person why a restriction that they asked for ends.
    Lift(String),
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

impl Identified {
    /// The person opened what was sent to the address of the case.
    pub fn by_link() -> Self {
        Self { how: BY_LINK.to_owned(), account: None, email: true }
    }

    fn is_of_link(&self) -> bool {
        self.how == BY_LINK && self.account.is_none() && self.email
    }
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
            restricting::end(tx, office, case)?;
            finish_all_tasks(tx, office, case)?;
            take_over(tx, office, case)?;
        }
        Act::Message(words) => hear(tx, office, case, actor, &words)?,
        Act::Contest(words) => contest(tx, office, case, words)?,
        Act::Identify(found) => {
            // A person confirms by having opened what was sent to the address, and nothing but the address.
            let is_theirs =
                matches!(actor, Actor::Person(Asker::Confirmed(_))) && found.is_of_link();
            if !is_theirs {
                officer(actor)?;
            }
            identify(tx, office, case, found)?;
        }
        Act::Retry => {
            act(tx, office, case, now, Command::Work(Working::TakeUp { by: officer(actor)? }))?;
            crate::casework::case::work::enqueue(tx, office, case, now)?;
        }
        Act::Read(scope) => {
            crate::casework::case::scope::names_what_exists(&office.policies, &scope)?;
            let asked = case.row.scope()?;
            let command =
                Command::Work(Working::ReadScope { asked: &asked, scope, by: officer(actor)? });
            act(tx, office, case, now, command)?;
            crate::casework::case::work::enqueue(tx, office, case, now)?;
        }
        Act::AskIdentity(doubt, means) => asking::identity(tx, office, case, doubt, means)?,
        Act::AskClarification(question) => asking::clarification(tx, office, case, question)?,
        Act::Resume(answered) => asking::resume(tx, office, case, answered)?,
        Act::Notify(how) => {
            let how = format!("{how} ({})", officer(actor)?.id());
            act(tx, office, case, now, Command::Notify { how })?;
        }
        Act::Close => {
            act(tx, office, case, now, Command::Close)?;
        }
        Act::Extend(why, facts) => extend(tx, office, case, why, facts)?,
        Act::Answer(written) => answer(tx, office, case, &written, actor)?,
        Act::Lift(reason) => {
            restricting::announce(tx, office, case, officer(actor)?, reason)?;
        }
    }
    Ok(())
}

/// Somebody writes in the case.
fn hear(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    actor: &Actor,
    words: &Personal<String>,
) -> Result<(), CaseworkError> {
    let from = match actor {
        Actor::Person(_) => Writer::Person,
        Actor::Officer(..) => Writer::Office,
    };
    if from == Writer::Person {
        asking::answered(tx, office, case, PauseCause::Clarification)?;
    }
    act(tx, office, case, office.clock.now(), Command::Message { from })?;
    write_message(tx, office, case, words, from)
}

/// The person does not accept the answer: somebody looks again.
fn contest(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    words: Option<Personal<String>>,
) -> Result<(), CaseworkError> {
    act(tx, office, case, office.clock.now(), Command::Contest)?;
    if let Some(words) = words {
        write_message(tx, office, case, &words, Writer::Person)?;
    }
    let reason = "the person contests the answer; look at it again".to_owned();
    crate::casework::case::work::raise_task(tx, office, case, "office", reason)
}

/// Art. 12(3): the date moves with the letter that says why and until when, or not at all.
fn extend(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    why: Extension,
    facts: String,
) -> Result<(), CaseworkError> {
    let (now, notice) = (office.clock.now(), post::new_id(office));
    let command = Command::Extend { why, facts: facts.clone(), notice };
    act(tx, office, case, now, command)?;
    let due = columns::cases::state.there(case.state.due.as_ref())?.date;
    post::write(tx, office, case, notice, &Letter::Extended { why, facts, due })
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
        let issuer = office.issuer_named(issuer)?;
        identifiers.add_account(issuer, sub.reveal().clone(), &how, now);
    }
    if email {
        identifiers.confirm_address(&how, now);
    }
    let known = Some(identifiers::digest(&case.person, &identifiers));
    identifiers::keep(tx, case, identifiers)?;
    asking::answered(tx, office, case, PauseCause::Identity)?;
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
    let (system, dataset) = (task.system.as_str().into(), task.dataset.clone());
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
    actor: &Actor,
) -> Result<(), CaseworkError> {
    let open = not_searched(tx, case)?;
    let outcome = outcome(tx, office, case, written, &open)?;
    let (is_partial, is_unidentifiable) = (
        matches!(outcome, Answerable::Partial(_)),
        matches!(outcome, Answerable::Unidentifiable(_)),
    );
    let declined = match &outcome {
        Answerable::Declined(denial) => denial.grounds().first().map(|g| g.facts().to_owned()),
        Answerable::Fulfilled
        | Answerable::FulfilledUnstated
        | Answerable::Partial(_)
        | Answerable::Unidentifiable(_) => None,
    };
    let parts = case.state.did();
    let service = Service::OnRequest;
    let answering = Answering { outcome, service, delivered: None, parts };
    denial::answer(tx, office, case, answering)?;
    // Art. 18(3): what was in force from the beginning ends after its person was told, and not before.
    if let Some(facts) = declined.filter(|_| is_restricted(case)) {
        restricting::announce(tx, office, case, officer(actor)?, facts)?;
    }
    write_message(tx, office, case, &written.text, Writer::Office)?;
    for file in &written.files {
        attachments::keep(tx, office, case, file)?;
    }
    // What was not looked at goes on being somebody's task.
    if is_partial && !open.is_empty() {
        return Ok(());
    }
    finish_all_tasks(tx, office, case)?;
    // Art. 11(2) says nothing about the next one: it may be known by more.
    if is_unidentifiable {
        take_over(tx, office, case)?;
    }
    Ok(())
}

fn is_restricted(case: &Loaded) -> bool {
    case.right == Right::Restriction && !case.state.restricted.is_empty()
}

/// What the answer is, by what was stated and by what was looked at. An officer's text is no part of it.
fn outcome(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
    written: &Written,
    open: &[(SystemId, DatasetId)],
) -> Result<Answerable, CaseworkError> {
    let unfit = |what: &str| CaseworkError::Unfit(what.to_owned());
    let grounds =
        written.grounds(case.right).map_err(|wrong| CaseworkError::Unfit(wrong.to_string()))?;
    written.names_what_exists(&office.policies.datamap.dataset_names())?;
    let letter = post::new_id(office);
    let left_out = |grounds, not_searched| LeftOut { grounds, not_searched }.denial(letter);
    match written.says {
        Says::Fulfilled => {
            everything_was_looked_at(case.right, open)?;
            something_is_handed_over(tx, case, written)?;
            something_is_restricted(tx, case)?;
            Ok(Answerable::Fulfilled)
        }
        Says::Partial => left_out(grounds, open.to_vec()).map(Answerable::Partial).ok_or_else(|| {
            unfit("name in `grounds` what is not given, and why: its `code`, such as `17(3)(b)`, and its `facts`")
        }),
        Says::Declined => {
            let mut erased = case.state.erasing.values().flat_map(|erasing| &erasing.parts);
            if erased.any(|part| part.done != Done::Kept && part.rows > 0) {
                return Err(unfit("a part of it was erased already; answer `partial`"));
            }
            let why = "name in `grounds` why nothing is given: its `code` and its `facts`";
            left_out(grounds, Vec::new()).map(Answerable::Declined).ok_or_else(|| unfit(why))
        }
        Says::Unidentifiable => {
            if !Ground::may_be_unidentifiable(case.right) {
                return Err(unfit(
                    "Art. 11(2) is about Arts. 15 to 20; this request is answered all the same",
                ));
            }
            if !identifiers::of(case)?.accounts.is_empty() {
                return Err(unfit("the person signed in, so they are known; answer the request"));
            }
            let facts = "state in `grounds`, under `11(2)`, what was searched and what would help to find the person";
            left_out(grounds, Vec::new()).map(Answerable::Unidentifiable).ok_or_else(|| unfit(facts))
        }
    }
}

/// What nobody has looked at yet: system and dataset, or the system alone.
fn not_searched(
    tx: &mut Tx<'_>,
    case: &Loaded,
) -> Result<Vec<(SystemId, DatasetId)>, CaseworkError> {
    if !matches!(case.right, Right::Access | Right::Portability | Right::Erasure) {
        return Ok(Vec::new());
    }
    let open = tx.tasks_of(&case.row.id)?.into_iter().filter(|task| {
        task.state == "open" && !matches!(task.system.as_str(), "office" | "identity")
    });
    Ok(open.map(|task| (task.system.into(), task.dataset.unwrap_or_default())).collect())
}

/// A copy is something: the archive, a file, or what somebody did by hand and says how. Words alone are none.
fn something_is_handed_over(
    tx: &mut Tx<'_>,
    case: &Loaded,
    written: &Written,
) -> Result<(), CaseworkError> {
    let is_copy = matches!(case.right, Right::Access | Right::Portability);
    if !is_copy || !written.files.is_empty() || tx.package_of(&case.row.id)?.is_some() {
        return Ok(());
    }
    let by_hand = tx.tasks_of(&case.row.id)?.iter().any(|task| task.state == "done");
    if by_hand {
        return Ok(());
    }
    Err(CaseworkError::Unfit(
        "nothing is handed over: attach a file, finish a task and say how it was done, or say what is not given".into(),
    ))
}

/// A restriction that stops nothing is none.
fn something_is_restricted(tx: &mut Tx<'_>, case: &Loaded) -> Result<(), CaseworkError> {
    if case.right != Right::Restriction || is_restricted(case) {
        return Ok(());
    }
    if tx.tasks_of(&case.row.id)?.iter().any(|task| task.state == "done") {
        return Ok(());
    }
    Err(CaseworkError::Unfit(
        "nothing is under a restriction: identify the case so that it comes into force, finish a task and say how it was done, or say why not".into(),
    ))
}

/// "Done" is said of what was looked at (invariant 2): by a machine, or by somebody who says how.
fn everything_was_looked_at(
    right: Right,
    open: &[(SystemId, DatasetId)],
) -> Result<(), CaseworkError> {
    let Some((system, dataset)) = open.first() else { return Ok(()) };
    let what = if dataset.is_empty() { system.to_string() } else { format!("{system}.{dataset}") };
    Err(CaseworkError::Unfit(format!(
        "nobody has looked at `{what}` yet for this {right}; finish its task and say how it was done, make the machine try again, or answer `partial`"
    )))
}
