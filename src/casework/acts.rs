//! What a person or an officer does to a case that exists.

use std::sync::Arc;

use crate::domain::case::{Event, Outcome};
use crate::domain::decide::{Answerable, Answering, Command};
use crate::domain::history::{Grounds, Identity, Service};
use crate::domain::id::Reference;
use crate::domain::identity::{Asker, Personal};
use crate::domain::role::Officer;
use crate::store::Tx;
use crate::store::rows::{CaseRow, MessageRow};
use crate::store::vault::{Place, random};

use super::record::{Loaded, act, load};
use super::{CaseworkError, Office, people};

/// Who acts.
#[derive(Clone, Debug)]
pub enum Actor {
    /// The person whose case it is.
    Person(Asker),
    /// A member of staff who may work, and the version of the case that they saw.
    Officer(Officer, i64),
}

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
    Identify(String),
    /// An officer takes two more months.
    Extend(String),
    /// An officer answers.
    Answer {
        /// What the answer says.
        outcome: Outcome,
        /// The text to the person.
        text: Personal<String>,
        /// Whether what is missing rests on the right's own grounds.
        grounds: Grounds,
    },
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
            apply(tx, &inside, &mut case, deed)?;
            tx.case_by_id(&case.row.id)?.ok_or(CaseworkError::NoSuchCase)
        })
        .await?;
    office.bell.ring();
    Ok(row)
}

// Somebody else's reference looks exactly like one that does not exist.
pub(super) fn admit(office: &Office, actor: &Actor, case: &Loaded) -> Result<(), CaseworkError> {
    match actor {
        Actor::Person(asker) if people::blind(&office.vault, asker) == case.person.blind => Ok(()),
        Actor::Person(_) => Err(CaseworkError::NoSuchCase),
        Actor::Officer(_, seen) if *seen == case.row.version => Ok(()),
        Actor::Officer(..) => Err(CaseworkError::Stale { now: case.row.version }),
    }
}

fn apply(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    deed: Act,
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    match deed {
        Act::Withdraw => {
            act(tx, office, case, now, Command::Withdraw)?;
            tx.finish_tasks(&case.row.id, now.0)?;
        }
        Act::Message(words) => {
            act(tx, office, case, now, Command::Message)?;
            write_message(tx, office, case, &words)?;
        }
        Act::Contest(words) => {
            act(tx, office, case, now, Command::Contest)?;
            if let Some(words) = words {
                write_message(tx, office, case, &words)?;
            }
            let reason = "the person contests the answer; look at it again".to_owned();
            super::fulfil::raise_task(tx, office, case, "office", reason)?;
        }
        Act::Identify(how) => {
            act(tx, office, case, now, Command::Identify { how })?;
            super::fulfil::enqueue(tx, case, now)?;
        }
        Act::Extend(reason) => {
            act(tx, office, case, now, Command::Extend { reason })?;
        }
        Act::Answer { outcome, text, grounds } => {
            answer(tx, office, case, outcome, &text, grounds)?;
        }
    }
    Ok(())
}

fn answer(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    outcome: Outcome,
    text: &Personal<String>,
    grounds: Grounds,
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let outcome = match outcome {
        Outcome::Fulfilled => Answerable::Fulfilled,
        Outcome::Partial => Answerable::Partial,
        Outcome::Unidentifiable => Answerable::Unidentifiable,
        // Invariant 4: Art. 12(5) has its own door.
        Outcome::Refused | Outcome::FeeProposed => return Err(CaseworkError::Damaged("outcome")),
    };
    let answering = Answering {
        outcome,
        grounds,
        service: Service::OnRequest,
        delivered: None,
        parts: Vec::new(),
    };
    act(tx, office, case, now, Command::Answer(answering))?;
    write_message(tx, office, case, text)?;
    tx.finish_tasks(&case.row.id, now.0)?;
    Ok(())
}

pub(super) fn write_message(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
    words: &Personal<String>,
) -> Result<(), CaseworkError> {
    let id: [u8; 16] = crate::domain::id::TaskId::new(office.clock.now(), random()).0;
    let place = Place { table: "messages", column: "sealed", row: &id };
    tx.insert_message(&MessageRow {
        id: id.to_vec(),
        case_id: case.row.id.clone(),
        subject_id: case.row.subject_id.clone(),
        written_at: office.clock.now().0,
        sealed: case.person.key.seal(&place, words.reveal().as_bytes())?,
    })?;
    Ok(())
}

/// Closes flags that nobody reviewed in time, in the person's favour (invariant 5, P2).
///
/// # Errors
/// When the database does not answer.
pub fn lapse_flags(office: &Arc<Office>) -> Result<usize, CaseworkError> {
    let now = office.clock.now();
    let due = office.store.read_blocking("flags to lapse", move |tx| {
        tx.flags_to_lapse(now.0, 100).map_err(CaseworkError::from)
    })?;
    let count = due.len();
    for flag in due {
        let inside = Arc::clone(office);
        office.store.write_blocking("lapse flag", move |tx| {
            let row = tx.case_by_id(&flag.case_id)?.ok_or(CaseworkError::NoSuchCase)?;
            tx.close_flag(&flag.id, "lapsed", now.0)?;
            let mut case = match load(tx, &inside, row) {
                Ok(case) => case,
                // The person was forgotten; the flag closes without a word about them.
                Err(CaseworkError::NoSuchCase) => return Ok(()),
                Err(error) => return Err(error),
            };
            let id = flag.id.as_slice().try_into().map_err(|_| CaseworkError::Damaged("flag"))?;
            let command = Command::LapseFlag { flag: crate::domain::id::FlagId(id) };
            act(tx, &inside, &mut case, now, command).map(|_: Vec<Event>| ())
        })?;
    }
    Ok(count)
}

/// Whether an answer by e-mail address may be given: only after somebody has confirmed who asks.
pub(crate) fn is_verified(case: &Loaded) -> bool {
    case.state.identity == Some(Identity::Verified)
}
