//! A request arrives. Requests that wait are opened together: their histories in one query, their rows in few statements.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

use tokio::sync::oneshot;

use crate::store::StoreError;

use crate::casework::case::opened::Opened;
use crate::casework::intake::ask::Ask;
use crate::casework::intake::batch::Batch;
use crate::casework::{CaseworkError, Office};

const WAITING_MAX: usize = 4096;
const TOGETHER_MAX: usize = 256;

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
