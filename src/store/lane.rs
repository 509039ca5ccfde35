//! Lanes: threads that own connections. The write lane commits in groups; read lanes share a queue.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use diesel::result::Error as DieselError;
use diesel::{Connection as _, RunQueryDsl as _};
use tokio::sync::oneshot;

use super::tail::Tail;
use super::tx::{Lent, Tx};
use super::{Location, StoreError, postgres, sqlite};

const GROUP_MAX: usize = 256;
const WAITING_MAX: usize = 4096;
const QUIET: Duration = Duration::from_millis(200);

/// Where work is handed in.
#[derive(Clone)]
pub(crate) struct Door(SyncSender<Order>);

enum Order {
    Work(Box<dyn Work>),
    Scrub,
}

/// One closure and the channel that waits for its result.
trait Work: Send {
    /// Runs it; false means: undo what it did.
    fn run(&mut self, tx: &mut Tx<'_>) -> bool;
    /// Replaces the result.
    fn fail(&mut self, error: StoreError);
    /// Answers, after the commit or instead of it.
    fn settle(self: Box<Self>);
    fn name(&self) -> &'static str;
}

struct Call<T, E, F> {
    name: &'static str,
    work: Option<F>,
    result: Option<Result<T, E>>,
    reply: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Work for Call<T, E, F>
where
    T: Send,
    E: From<StoreError> + Send,
    F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send,
{
    fn run(&mut self, tx: &mut Tx<'_>) -> bool {
        let Some(work) = self.work.take() else { return false };
        let outcome = catch_unwind(AssertUnwindSafe(|| work(tx)));
        let result = outcome.unwrap_or_else(|_| {
            Err(StoreError::Broken(format!("the transaction `{}` panicked", self.name)).into())
        });
        let keep = result.is_ok();
        self.result = Some(result);
        keep
    }

    fn fail(&mut self, error: StoreError) {
        self.result = Some(Err(error.into()));
    }

    fn settle(self: Box<Self>) {
        if let Some(result) = self.result {
            // The caller may have gone away; what was committed stays committed.
            let _ = self.reply.send(result);
        }
    }

    fn name(&self) -> &'static str {
        self.name
    }
}

impl Door {
    pub(crate) fn send<T, E, F>(
        &self,
        name: &'static str,
        work: F,
    ) -> Result<oneshot::Receiver<Result<T, E>>, StoreError>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        let (reply, answer) = oneshot::channel();
        let call = Call { name, work: Some(work), result: None, reply };
        match self.0.try_send(Order::Work(Box::new(call))) {
            Ok(()) => Ok(answer),
            Err(TrySendError::Full(_)) => Err(StoreError::Busy),
            Err(TrySendError::Disconnected(_)) => Err(super::closed()),
        }
    }

    pub(crate) fn scrub(&self) {
        // A full queue means that the lane is busy; it scrubs with the next erasure or at the next quiet moment.
        let _ = self.0.try_send(Order::Scrub);
    }
}

/// A connection, owned by its lane.
#[expect(
    clippy::large_enum_variant,
    reason = "there are five of them, and each lives as long as its thread"
)]
enum Link {
    Sqlite(sqlite::Conn),
    Postgres(postgres::Conn),
}

#[derive(Clone)]
struct Dialer {
    location: Location,
    purpose: sqlite::Use,
    runtime: Option<tokio::runtime::Handle>,
}

impl Dialer {
    fn dial(&self) -> Result<Link, StoreError> {
        match (&self.location, &self.runtime) {
            (Location::Sqlite(path), _) => {
                sqlite::connect(&path.to_string_lossy(), self.purpose).map(Link::Sqlite)
            }
            (Location::Postgres(url), Some(runtime)) => {
                postgres::connect(url, runtime).map(Link::Postgres)
            }
            (Location::Postgres(_), None) => Err(super::closed()),
        }
    }
}

pub(crate) fn start_writer(
    location: Location,
    runtime: Option<tokio::runtime::Handle>,
) -> Result<Door, StoreError> {
    let dialer = Dialer { location, purpose: sqlite::Use::Write, runtime };
    let link = dialer.dial()?;
    let (door, orders) = sync_channel(WAITING_MAX);
    spawn("write-lane", move || {
        let mut lane = Writer { dialer, link: Some(link), tail: Tail::default(), dirty: false };
        lane.serve(&orders);
    })?;
    Ok(Door(door))
}

pub(crate) fn start_readers(
    location: &Location,
    runtime: Option<&tokio::runtime::Handle>,
    count: usize,
) -> Result<Door, StoreError> {
    let (door, orders) = sync_channel(WAITING_MAX);
    let orders = Arc::new(Mutex::new(orders));
    for _ in 0..count {
        let dialer = Dialer {
            location: location.clone(),
            purpose: sqlite::Use::Read,
            runtime: runtime.cloned(),
        };
        let mut link = Some(dialer.dial()?);
        let orders = Arc::clone(&orders);
        spawn("read-lane", move || {
            loop {
                let order = match orders.lock() {
                    Ok(orders) => orders.recv(),
                    Err(_) => return,
                };
                match order {
                    Ok(Order::Work(work)) => read_one(&dialer, &mut link, work),
                    Ok(Order::Scrub) => {}
                    Err(_) => return,
                }
            }
        })?;
    }
    Ok(Door(door))
}

fn spawn(name: &str, body: impl FnOnce() + Send + 'static) -> Result<(), StoreError> {
    std::thread::Builder::new().name(name.to_owned()).spawn(body).map(|_| ()).map_err(|e| {
        StoreError::Broken(format!("no thread for the database could be started: {e}"))
    })
}

fn read_one(dialer: &Dialer, link: &mut Option<Link>, mut work: Box<dyn Work>) {
    if link.is_none() {
        match dialer.dial() {
            Ok(fresh) => *link = Some(fresh),
            Err(error) => work.fail(error),
        }
    }
    if let Some(open) = link.as_mut() {
        let mut tail = Tail::default();
        let ended = match open {
            Link::Sqlite(conn) => conn.transaction(|conn| {
                run(&mut Tx { conn: Lent::Sqlite(conn), tail: &mut tail }, &mut work)
            }),
            Link::Postgres(conn) => conn.transaction(|conn| {
                run(&mut Tx { conn: Lent::Postgres(conn), tail: &mut tail }, &mut work)
            }),
        };
        let doubtful = ended.is_err();
        if let Err(Undo::Failed(error)) = ended {
            work.fail(error);
        }
        if doubtful && !is_alive(open) {
            *link = None;
        }
    }
    work.settle();
}

/// Why a savepoint is undone.
enum Undo {
    /// The work said so itself; its result stands.
    Asked,
    /// The database did.
    Failed(StoreError),
}

impl From<DieselError> for Undo {
    fn from(error: DieselError) -> Self {
        Self::Failed(error.into())
    }
}

fn run(tx: &mut Tx<'_>, work: &mut Box<dyn Work>) -> Result<(), Undo> {
    if !work.run(tx) {
        return Err(Undo::Asked);
    }
    tx.flush_log().map_err(Undo::Failed)
}

// SQLite is a library; only a connection over a network can be gone.
fn is_alive(link: &mut Link) -> bool {
    match link {
        Link::Sqlite(_) => true,
        Link::Postgres(conn) => {
            use diesel::connection::{TransactionManager, TransactionManagerStatus};
            type Manager = <postgres::Conn as diesel::Connection>::TransactionManager;
            let idle = matches!(
                Manager::transaction_manager_status_mut(conn),
                TransactionManagerStatus::Valid(state) if state.transaction_depth().is_none()
            );
            idle && diesel::sql_query("SELECT 1").execute(conn).is_ok()
        }
    }
}

struct Writer {
    dialer: Dialer,
    link: Option<Link>,
    tail: Tail,
    dirty: bool,
}

impl Writer {
    fn serve(&mut self, orders: &Receiver<Order>) {
        loop {
            let first = match orders.recv_timeout(QUIET) {
                Ok(order) => order,
                Err(RecvTimeoutError::Timeout) => {
                    self.quiet();
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => return self.finish(),
            };
            let mut group = Vec::new();
            let mut scrub = false;
            for order in std::iter::once(first).chain(orders.try_iter().take(GROUP_MAX - 1)) {
                match order {
                    Order::Work(work) => group.push(work),
                    Order::Scrub => scrub = true,
                }
            }
            if !group.is_empty() {
                self.commit(group);
            }
            if scrub {
                self.copy_wal(true);
            }
        }
    }

    fn commit(&mut self, mut group: Vec<Box<dyn Work>>) {
        let ended = match self.connected() {
            Ok(()) => self.transact(&mut group),
            Err(error) => Err(error),
        };
        self.dirty = true;
        if let Err(error) = &ended {
            self.tail.forget();
            for work in &mut group {
                work.fail(error.clone());
            }
        }
        if ended.is_err() && !self.link.as_mut().is_some_and(is_alive) {
            self.link = None;
        }
        for work in group {
            work.settle();
        }
        // SETTLED 11: after a failed flush pages may be marked clean that are not on disk. Stop, and recover from disk.
        if let (Err(StoreError::Broken(what)), Location::Sqlite(_)) =
            (&ended, &self.dialer.location)
        {
            tracing::error!(
                "the database could not commit and the process stops to recover from disk: {what}"
            );
            std::process::exit(70);
        }
    }

    fn connected(&mut self) -> Result<(), StoreError> {
        if self.link.is_none() {
            self.link = Some(self.dialer.dial()?);
            self.tail.forget();
        }
        Ok(())
    }

    fn transact(&mut self, group: &mut [Box<dyn Work>]) -> Result<(), StoreError> {
        let tail = &mut self.tail;
        tail.begin();
        let ended = match self.link.as_mut() {
            Some(Link::Sqlite(conn)) => conn.immediate_transaction(|conn| {
                each(tail, group, |tail, work| {
                    conn.transaction(|conn| run(&mut Tx { conn: Lent::Sqlite(conn), tail }, work))
                })
            }),
            Some(Link::Postgres(conn)) => conn.transaction(|conn| {
                each(tail, group, |tail, work| {
                    conn.transaction(|conn| run(&mut Tx { conn: Lent::Postgres(conn), tail }, work))
                })
            }),
            None => Err(Undo::Failed(super::closed())),
        };
        match ended {
            Ok(()) | Err(Undo::Asked) => Ok(()),
            Err(Undo::Failed(error)) => Err(error),
        }
    }

    fn quiet(&mut self) {
        if self.dirty {
            self.dirty = false;
            self.copy_wal(false);
        }
    }

    fn copy_wal(&mut self, truncate: bool) {
        if let Some(Link::Sqlite(conn)) = &mut self.link
            && let Err(error) = sqlite::checkpoint(conn, truncate)
        {
            tracing::warn!("the WAL could not be copied yet: {error}");
        }
    }

    fn finish(&mut self) {
        self.copy_wal(true);
    }
}

/// Runs each piece of work in a savepoint of its own: one that fails takes nobody with it.
fn each(
    tail: &mut Tail,
    group: &mut [Box<dyn Work>],
    mut savepoint: impl FnMut(&mut Tail, &mut Box<dyn Work>) -> Result<(), Undo>,
) -> Result<(), Undo> {
    for work in group {
        let before = tail.clone();
        match savepoint(tail, work) {
            Ok(()) => {}
            Err(Undo::Asked) => *tail = before,
            Err(Undo::Failed(error @ (StoreError::Unavailable(_) | StoreError::Full))) => {
                return Err(Undo::Failed(error));
            }
            Err(Undo::Failed(error)) => {
                tracing::error!("the transaction `{}` failed: {error}", work.name());
                *tail = before;
                work.fail(error);
            }
        }
    }
    Ok(())
}
