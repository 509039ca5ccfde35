//! A request arrives. Requests that wait are opened together: their histories in one query, their rows in few statements.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

use serde::{Deserialize, Serialize};
use tokio::sync::oneshot;

use crate::domain::case::{Due, Outcome, Stage, State};
use crate::domain::history::{Answer, Earlier, Fate};
use crate::domain::id::Reference;
use crate::domain::identity::{Asker, Identifiers, Personal};
use crate::domain::right::{Right, Scope};
use crate::domain::time::Instant;
use crate::policy::PolicySet;
use crate::store::StoreError;
use crate::store::rows::CaseRow;

use super::batch::Batch;
use super::tickets::Ticket;
use super::{CaseworkError, Office};

const WAITING_MAX: usize = 4096;
const TOGETHER_MAX: usize = 256;

/// Cohort labels of a token (plan, country, language), as bytes that only `fairness` reads. They are stored beside the
/// case and are no input of anything (invariant 6).
#[derive(Clone, Default)]
pub struct Labels(pub(super) Vec<u8>);

impl Labels {
    /// Takes the labels as they came.
    pub fn opaque(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// Hands the labels to `fairness`; who may call this is a list in `tests/tidy.rs`.
    pub fn hand_over(&self) -> &[u8] {
        &self.0
    }
}

impl std::fmt::Debug for Labels {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[labels]")
    }
}

/// What a person asks.
#[derive(Clone)]
pub struct Ask {
    /// Who.
    pub asker: Asker,
    /// What.
    pub right: Right,
    /// How wide. `detail` is filled in here.
    pub scope: Scope,
    /// In their own words.
    pub message: Option<Personal<String>>,
    /// For the words of the answer.
    pub language: Option<String>,
    /// For the authority named in the answer.
    pub country: Option<String>,
    /// See [`Labels`].
    pub labels: Labels,
    /// A ticket from an attempt that found no room: it dates the request.
    pub ticket: Option<Ticket>,
    /// The caller's key and a digest of the body.
    pub idempotency: Option<(Personal<String>, [u8; 32])>,
}

/// What the person learns at once. Nothing here can tell whether there was a flag (invariant 3).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opened {
    /// What they can quote.
    pub reference: Reference,
    /// What they asked.
    pub right: Right,
    /// Received or merged.
    pub stage: Stage,
    /// The open one it was merged into.
    pub merged_into: Option<Reference>,
    /// When it reached us.
    pub received_at: Instant,
    /// When it is due.
    pub due: Due,
    /// How the date was derived, in sentences.
    pub explanation: Vec<String>,
    /// Whether we know who asks.
    pub identity: &'static str,
    /// The language that the person named, as far as it matters for what they read at once.
    pub language: Option<String>,
    /// Whether it is new, or the answer to the same key again.
    pub fresh: bool,
}

/// The private part of a case: sealed with the person's key.
#[derive(Serialize, Deserialize, Default)]
pub(crate) struct Private {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) message: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) country: Option<String>,
    /// The idempotency key's hash and the body's: their columns must say the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) idempotency: Option<(String, String)>,
    /// A digest of the labels, so that they cannot be taken away unseen; what they say is not read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) labels: Option<String>,
    /// By what the person is known in this case.
    #[serde(default)]
    pub(crate) identifiers: Identifiers,
}

type Reply = oneshot::Sender<Result<Opened, CaseworkError>>;

/// Where requests wait for each other.
#[derive(Clone)]
pub struct Desk(SyncSender<(Ask, Reply)>);

impl Desk {
    /// Starts the desk's thread; it ends when the last handle is dropped.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn start(office: Arc<Office>) -> Result<Self, StoreError> {
        let (door, waiting) = sync_channel(WAITING_MAX);
        std::thread::Builder::new()
            .name("intake-desk".into())
            .spawn(move || serve(&office, &waiting))
            .map_err(|e| {
                StoreError::Broken(format!("no thread for the intake could be started: {e}"))
            })?;
        Ok(Self(door))
    }

    /// Opens a case. Answers after the commit; a caller that goes away changes nothing.
    ///
    /// # Errors
    /// See [`CaseworkError`]; nothing is stored then.
    pub async fn open(&self, ask: Ask) -> Result<Opened, CaseworkError> {
        let (reply, answer) = oneshot::channel();
        match self.0.try_send((ask, reply)) {
            Ok(()) => answer.await.unwrap_or(Err(CaseworkError::Store(StoreError::Busy))),
            Err(TrySendError::Full(_)) => Err(StoreError::Busy.into()),
            Err(TrySendError::Disconnected(_)) => {
                Err(StoreError::Unavailable("the intake has stopped".into()).into())
            }
        }
    }
}

fn serve(office: &Arc<Office>, waiting: &Receiver<(Ask, Reply)>) {
    while let Ok(first) = waiting.recv() {
        let (asks, replies): (Vec<Ask>, Vec<Reply>) =
            std::iter::once(first).chain(waiting.try_iter().take(TOGETHER_MAX - 1)).unzip();
        let asks: Arc<[Ask]> = asks.into();
        let answers = match together(office, &asks) {
            Ok(answers) => answers,
            // One that the database refuses must not take the others with it: each alone.
            Err(
                CaseworkError::Store(StoreError::Conflict { .. } | StoreError::Broken(_))
                | CaseworkError::Sealed(_),
            ) if asks.len() > 1 => asks
                .iter()
                .map(|ask| together(office, &Arc::from([ask.clone()])).and_then(only))
                .collect(),
            Err(error) => asks.iter().map(|_| Err(error.clone())).collect(),
        };
        for (reply, answer) in replies.into_iter().zip(answers) {
            let _ = reply.send(answer);
        }
        office.bell.ring();
    }
}

fn only(answers: Vec<Result<Opened, CaseworkError>>) -> Result<Opened, CaseworkError> {
    answers.into_iter().next().unwrap_or(Err(CaseworkError::NoSuchCase))
}

type Answers = Vec<Result<Opened, CaseworkError>>;

fn together(office: &Arc<Office>, asks: &Arc<[Ask]>) -> Result<Answers, CaseworkError> {
    let inside = Arc::clone(office);
    let asks = Arc::clone(asks);
    let (answers, objections) = office.store.write_blocking("intake", move |tx| {
        let mut batch = Batch::load(tx, &inside, &asks)?;
        let answers = asks.iter().map(|ask| batch.open(tx, ask)).collect::<Vec<_>>();
        batch.save(tx)?;
        Ok::<_, CaseworkError>((answers, batch.objections))
    })?;
    // Invariant 8: the check says "objected" before the person reads "recorded".
    office.index.publish(&objections);
    if !objections.is_empty() {
        office.errands.ring();
    }
    Ok(answers)
}

/// A stored case as the threshold sees it.
pub fn earlier(row: &CaseRow, state: &State) -> Result<Earlier, CaseworkError> {
    Ok(Earlier {
        case: row.reference.parse().map_err(|_| CaseworkError::Damaged("reference"))?,
        right: Right::parse(&row.right_asked).ok_or(CaseworkError::Damaged("right"))?,
        scope: serde_json::from_str(&row.scope).map_err(|_| CaseworkError::Damaged("scope"))?,
        received_at: Instant(row.received_at),
        identity: state.identity.ok_or(CaseworkError::Damaged("identity"))?,
        fate: fate(state),
    })
}

/// What became of a case.
pub fn fate(state: &State) -> Fate {
    match (state.stage, &state.answer) {
        (Stage::Merged, _) => Fate::Merged,
        (Stage::Withdrawn, _) => Fate::Withdrawn,
        // P5: an answer for a fee is no free one, and a past finding is no input to a new one.
        (_, Some(answer)) if state.charged => {
            Fate::Answered(Answer { outcome: Outcome::FeeProposed, ..answer.clone() })
        }
        (_, Some(answer)) => Fate::Answered(answer.clone()),
        (_, None) => Fate::Open,
    }
}

/// Whether everything that a scope names is there.
pub(super) fn names_what_exists(policies: &PolicySet, scope: &Scope) -> Result<(), CaseworkError> {
    let categories = policies.datamap.categories();
    if let Some(unknown) = scope.categories.iter().find(|c| !categories.contains(c.as_str())) {
        return Err(CaseworkError::NoSuchCategory(unknown.clone()));
    }
    if let Some(unknown) = scope.purposes.iter().find(|p| policies.purposes.get(p).is_none()) {
        return Err(CaseworkError::NoSuchPurpose(unknown.clone()));
    }
    let systems = policies.datamap.system_ids();
    if let Some(unknown) = scope.systems.iter().find(|s| !systems.contains(s.as_str())) {
        return Err(CaseworkError::NoSuchSystem(unknown.clone()));
    }
    Ok(())
}
