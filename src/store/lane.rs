//! Lanes: threads that own connections. The write lane commits in groups; read lanes share a queue.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use diesel::result::Error as DieselError;
use diesel::{Connection as _, RunQueryDsl as _};
use tokio::sync::oneshot;

use super::error::{StoreError, closed};
use super::location::{Location, Use};
use super::tail::Tail;
use super::threads::spawn;
use super::tx::{Lent, Tx};
use super::{postgres, sqlite};

const GROUP_MAX: usize = 256;
const WAITING_MAX: usize = 4096;
const QUIET: Duration = Duration::from_millis(200);
/// Rounds of the lane that are left out after somebody was in the way.
const ROUNDS_UNTIL_NEXT_SCRUB: u32 = 64;
/// From so many pages on (128 MiB) the WAL is copied beside the writing, not only in quiet moments.
const WAL_PAGES_LONG: i32 = 32_768;
/// Beyond so many (160 MiB) the writer copies the rest itself, so that the WAL can begin anew.
const WAL_PAGES_MAX: i32 = 40_960;

/// Where work is handed in.
#[derive(Clone)]
pub(crate) struct Door {
    orders: SyncSender<Box<dyn Work>>,
    must_scrub: Arc<AtomicBool>,
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
        match self.orders.try_send(Box::new(call)) {
            Ok(()) => Ok(answer),
            Err(TrySendError::Full(_)) => Err(StoreError::Busy),
            Err(TrySendError::Disconnected(_)) => Err(closed()),
        }
    }

    pub(crate) fn scrub(&self) {
        self.must_scrub.store(true, Ordering::Relaxed);
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
    purpose: Use,
    runtime: Option<tokio::runtime::Handle>,
}

impl Dialer {
    fn dial(&self) -> Result<Link, StoreError> {
        match (&self.location, &self.runtime) {
            (Location::Sqlite(path), _) => {
                sqlite::connect(&path.to_string_lossy(), self.purpose).map(Link::Sqlite)
            }
            (Location::Postgres(url), Some(runtime)) => {
                postgres::connect(url, self.purpose, runtime).map(Link::Postgres)
            }
            (Location::Postgres(_), None) => Err(closed()),
        }
    }
}

fn open_door() -> (Door, Receiver<Box<dyn Work>>) {
    let (orders, inside) = sync_channel(WAITING_MAX);
    (Door { orders, must_scrub: Arc::default() }, inside)
}

pub(crate) fn start_writer(
    location: Location,
    runtime: Option<tokio::runtime::Handle>,
) -> Result<Door, StoreError> {
    let dialer = Dialer { location, purpose: Use::Write, runtime };
    let link = Some(dialer.dial()?);
    let copier = match &dialer.location {
        Location::Sqlite(path) => Some(sqlite::Copier::start(&path.to_string_lossy())?),
        Location::Postgres(_) => None,
    };
    let (door, orders) = open_door();
    // True at first: the process before this one may have been killed while it owed it.
    door.scrub();
    let must_scrub = Arc::clone(&door.must_scrub);
    spawn("write-lane", move || {
        let tail = Tail::default();
        Writer { dialer, link, tail, copier, dirty: false, must_scrub, rounds_until_scrub: 0 }
            .serve(&orders);
    })?;
    Ok(door)
}

pub(crate) fn start_readers(
    location: &Location,
    runtime: Option<&tokio::runtime::Handle>,
    count: usize,
) -> Result<Door, StoreError> {
    let (door, orders) = open_door();
    let orders = Arc::new(Mutex::new(orders));
    for _ in 0..count {
        let dialer =
            Dialer { location: location.clone(), purpose: Use::Read, runtime: runtime.cloned() };
        let mut link = Some(dialer.dial()?);
        let orders = Arc::clone(&orders);
        spawn("read-lane", move || {
            loop {
                let order = match orders.lock() {
                    Ok(orders) => orders.recv(),
                    Err(_) => return,
                };
                let Ok(work) = order else { return };
                read_one(&dialer, &mut link, work);
            }
        })?;
    }
    Ok(door)
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
    copier: Option<sqlite::Copier>,
    dirty: bool,
    must_scrub: Arc<AtomicBool>,
    rounds_until_scrub: u32,
}

impl Writer {
    fn serve(&mut self, orders: &Receiver<Box<dyn Work>>) {
        loop {
            match orders.recv_timeout(QUIET) {
                Ok(first) => {
                    let rest = orders.try_iter().take(GROUP_MAX - 1);
                    self.commit(std::iter::once(first).chain(rest).collect());
                    self.dirty = true;
                    self.shorten_wal();
                }
                Err(RecvTimeoutError::Timeout) => {
                    if std::mem::take(&mut self.dirty)
                        && let Some(copier) = &self.copier
                    {
                        copier.wake();
                    }
                }
                Err(RecvTimeoutError::Disconnected) => {
                    self.must_scrub.store(true, Ordering::Relaxed);
                    return self.scrub();
                }
            }
            self.scrub();
        }
    }

    fn commit(&mut self, mut group: Vec<Box<dyn Work>>) {
        let ended = match self.connected() {
            Ok(()) => self.transact(&mut group),
            Err(error) => Err(error),
        };
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
            None => Err(Undo::Failed(closed())),
        };
        match ended {
            Ok(()) | Err(Undo::Asked) => Ok(()),
            Err(Undo::Failed(error)) => Err(error),
        }
    }

    // Under constant load the copier never catches up with the last page, and only an empty WAL begins anew.
    fn shorten_wal(&mut self) {
        let (Some(Link::Sqlite(conn)), Some(copier)) = (&mut self.link, &self.copier) else {
            return;
        };
        let ended = match sqlite::checkpoint(conn, sqlite::Copy::Look) {
            Ok(wal) if wal.pages > WAL_PAGES_MAX => {
                sqlite::checkpoint(conn, sqlite::Copy::Passive).map(|_| ())
            }
            Ok(wal) if wal.pages > WAL_PAGES_LONG => {
                copier.wake();
                Ok(())
            }
            other => other.map(|_| ()),
        };
        if let Err(error) = ended {
            tracing::warn!("the WAL could not be copied yet: {error}");
        }
    }

    // What was erased stays owed until the WAL is empty: a reader or the copier may be in the way for a moment.
    fn scrub(&mut self) {
        let Some(Link::Sqlite(conn)) = &mut self.link else { return };
        self.rounds_until_scrub = self.rounds_until_scrub.saturating_sub(1);
        if self.rounds_until_scrub > 0 || !self.must_scrub.swap(false, Ordering::Relaxed) {
            return;
        }
        if let Err(error) = sqlite::checkpoint(conn, sqlite::Copy::Truncate) {
            self.must_scrub.store(true, Ordering::Relaxed);
            self.rounds_until_scrub = ROUNDS_UNTIL_NEXT_SCRUB;
            if !matches!(error, StoreError::Busy) {
                tracing::warn!("the WAL could not be emptied yet: {error}");
            }
        }
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
