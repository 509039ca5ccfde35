//! The durable queue's workers, and what happens by the clock.
//!
//! Start with [`Crew::start`]. A job calls one casework function; what a job does is safe to do twice.
//!
//! **Invariant:** nothing is forgotten: a job that cannot be done ends as a task for a human.

mod mail;
pub mod witness;

use crate::casework::review::lapse;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::casework::answer::dates;
use crate::casework::answer::fulfil::{self, Tried, Try};
use crate::casework::answer::queue::{self, End, Job, Work};
use crate::casework::letters::post;
use crate::casework::log::signing::HeadSigner;
use crate::casework::objections::{objecting, recipients, restricting, weighing};
use crate::casework::{CaseworkError, Office, StoreError, sessions};
use crate::domain::id::JobId;
use crate::domain::time::Instant;

/// Threads that work until they are told to stop.
#[derive(Debug)]
pub struct Crew {
    stop: Arc<AtomicBool>,
    office: Arc<Office>,
    threads: Vec<JoinHandle<()>>,
}

impl Crew {
    /// Starts `workers` workers, the scribe, and the watch over objections, flags and packages.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn start(
        office: Arc<Office>,
        scribe: HeadSigner,
        workers: u16,
    ) -> Result<Self, StoreError> {
        let stop = Arc::new(AtomicBool::new(false));
        let mut crew = Self { stop, office, threads: Vec::new() };
        for _ in 0..workers {
            crew.spawn("worker", work)?;
        }
        crew.spawn("objections", |office, stop| {
            // PostgreSQL rings when another node has recorded something; looking is the floor.
            while !stop.load(Ordering::Acquire) {
                report("objections feed", objecting::sync(office));
                office.news.wait(Duration::from_millis(200));
            }
        })?;
        crew.spawn("herald", tell)?;
        crew.spawn("mail", mail::carry)?;
        crew.spawn("calendar", |office, stop| {
            every(stop, Duration::from_secs(2), || by_the_clock(office));
        })?;
        let mut scribe = scribe;
        crew.spawn("scribe", move |_, stop| {
            every(stop, Duration::from_millis(250), || {
                if let Err(error) = scribe.sign() {
                    tracing::error!("the log is not signed: {error}");
                }
            });
        })?;
        Ok(crew)
    }

    /// Has these witnesses asked as well.
    ///
    /// # Errors
    /// When no thread can be started.
    pub fn ask_witnesses(&mut self, witnesses: Vec<witness::At>) -> Result<(), StoreError> {
        if witnesses.is_empty() {
            return Ok(());
        }
        self.spawn("witnesses", move |office, stop| witness::watch(office, stop, &witnesses))
    }

    /// Nobody works: for a gateway that only reads.
    pub fn idle(office: Arc<Office>) -> Self {
        Self { stop: Arc::default(), office, threads: Vec::new() }
    }

    fn spawn(
        &mut self,
        name: &str,
        body: impl FnOnce(&Arc<Office>, &AtomicBool) + Send + 'static,
    ) -> Result<(), StoreError> {
        let (office, stop) = (Arc::clone(&self.office), Arc::clone(&self.stop));
        let thread = std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || body(&office, &stop))
            .map_err(|e| {
                StoreError::Broken(format!("no thread for {name} could be started: {e}"))
            })?;
        self.threads.push(thread);
        Ok(())
    }

    /// Lets everybody finish what they are doing.
    pub fn stop(self) {
        self.stop.store(true, Ordering::Release);
        self.office.bell.ring();
        self.office.news.ring();
        self.office.errands.ring();
        self.office.mail.bell.ring();
        for thread in self.threads {
            if thread.join().is_err() {
                tracing::error!("a background thread had panicked");
            }
        }
    }
}

fn every(stop: &AtomicBool, pause: Duration, mut act: impl FnMut()) {
    const STEP: Duration = Duration::from_millis(50);
    while !stop.load(Ordering::Acquire) {
        act();
        let mut waited = Duration::ZERO;
        while waited < pause && !stop.load(Ordering::Acquire) {
            std::thread::sleep(STEP);
            waited += STEP;
        }
    }
}

/// Tells systems of objections (Art. 21, R-PAR-5), at once and again until they obey.
fn tell(office: &Arc<Office>, stop: &AtomicBool) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let Ok(runtime) = runtime else {
        tracing::error!("no runtime for telling systems of objections could be started");
        return;
    };
    let mut is_registered = false;
    while !stop.load(Ordering::Acquire) {
        if !is_registered {
            let done = recipients::register(office);
            is_registered = done.is_ok();
            report("recipients", done);
        }
        if !runtime.block_on(recipients::turn(office)) {
            office.errands.wait(Duration::from_secs(1));
        }
    }
}

fn by_the_clock(office: &Arc<Office>) {
    report("flags to lapse", lapse::lapse_flags(office).map(|_| ()));
    report("letters that have come", post::come(office));
    report("stops to lift", weighing::lift_due(office).map(|_| ()));
    report("restrictions to lift", restricting::lift_due(office).map(|_| ()));
    report("packages to drop", queue::drop_old_packages(office).map(|_| ()));
    report("sessions", sessions::thin(office));
    report("dates", dates::watch(office).map(|_| ()));
    report("cases left alone", queue::watch(office).map(|_| ()));
}

fn report(what: &'static str, result: Result<(), CaseworkError>) {
    match result {
        Ok(()) => {}
        Err(CaseworkError::Store(StoreError::Unavailable(_) | StoreError::Busy)) => {
            tracing::warn!("{what}: the database does not answer, will retry");
        }
        Err(error) => tracing::error!("{what}: {error}"),
    }
}

fn work(office: &Arc<Office>, stop: &AtomicBool) {
    while !stop.load(Ordering::Acquire) {
        let jobs = queue::claim(office).unwrap_or_else(|error| {
            report("jobs", Err(error));
            Vec::new()
        });
        if jobs.is_empty() {
            office.bell.wait(Duration::from_millis(250));
        }
        for job in jobs {
            let end = run(office, &job);
            report("job", queue::settle(office, &job, end));
        }
    }
}

fn run(office: &Arc<Office>, job: &Job) -> End {
    let is_long = job.attempts >= office.patience.attempts_max;
    let trying = if is_long { Try::Patient } else { Try::Early };
    let done = match &job.work {
        Work::Fulfil(case) => fulfil::try_to(office, case, trying),
        Work::Carry(subject) => fulfil::carry::of_person(office, subject, trying),
    };
    match done {
        Ok(Tried::Done) => End::Done(None),
        Ok(Tried::Later { system, why, due }) => later(office, job, &system, why, due),
        Err(CaseworkError::Store(StoreError::Unavailable(why))) => {
            End::Again(pause_ms(office, job.attempts), why)
        }
        Err(error) if is_long => {
            tracing::error!("a job failed and is left to a human: {error}");
            if let Work::Fulfil(case) = &job.work {
                let reason = "the gateway could not do it; see its log".to_owned();
                report("task", fulfil::give_up(office, case, "office", reason));
            }
            End::Failed(error.to_string())
        }
        Err(error) => End::Again(pause_ms(office, job.attempts), error.to_string()),
    }
}

/// A system is away: it is asked again and again, until there is just enough time left for a human.
fn later(office: &Office, job: &Job, system: &str, why: String, due: Instant) -> End {
    let pause_ms = pause_ms(office, job.attempts);
    let id = JobId(job.id.as_slice().try_into().unwrap_or_default());
    if office.clock.now().0 + pause_ms > due.0 - HUMAN_MS {
        tracing::warn!(job.id = %id, system, "`{system}` does not answer and the date is near: it is left to a human");
        return End::Done(Some(why));
    }
    tracing::warn!(job.id = %id, system, attempt = job.attempts, pause_ms, "`{system}` does not answer, will retry");
    End::Again(pause_ms, why)
}

/// What a human needs to answer in time.
const HUMAN_MS: i64 = 5 * 86_400_000;
/// The longest pause between two tries.
const PAUSE_MS_MAX: i64 = 4 * 3_600_000;

fn pause_ms(office: &Office, attempts: i64) -> i64 {
    let doublings = u32::try_from(attempts.clamp(1, 32) - 1).unwrap_or(0);
    office.patience.pause_ms.saturating_mul(1 << doublings).min(PAUSE_MS_MAX)
}
