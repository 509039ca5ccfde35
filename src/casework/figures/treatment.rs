//! What happened to whom, for `fairness` to judge: facts of stored cases, and the labels beside them, still unread.
//!
//! Nobody is named: people are numbers in the order in which they are met.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::Arc;

use crate::domain::case::FlagState;
use crate::domain::deadline::PauseCause;
use crate::domain::history::Earlier;
use crate::domain::id::{CaseId, Reference};
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::rows::CaseRow;
use crate::store::vault::{Dek, Place, Vault};

use crate::casework::case::history::earlier;
use crate::casework::case::labels::{Beside, Came, Labels};
use crate::casework::case::opened;
use crate::casework::objections::ways;
use crate::casework::{CaseworkError, Office};

const PAGE: i64 = 4096;
/// Parameters of one statement.
const AT_ONCE: usize = 500;

/// One stored case.
#[derive(Clone, Debug)]
pub struct Fact {
    /// What was asked and what became of it.
    pub earlier: Earlier,
    /// The person, as a number.
    pub person: u32,
    /// When it was opened; later than its receipt when a claim ticket dated it.
    pub opened_at: Instant,
    /// The flag beside it.
    pub flag: Option<FlagState>,
    /// Whether two more months were taken.
    pub is_extended: bool,
    /// Whether we asked who it is.
    pub is_identity_asked: bool,
    /// What a token said, sealed until now; nothing when it said nothing or the person was forgotten.
    pub labels: Option<Labels>,
}

/// A flag that was raised.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Raised {
    /// When.
    pub at: Instant,
    /// By which rule.
    pub rule: String,
    /// Of which policy.
    pub policy: String,
}

/// Everything that a report is made from.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// Cases, oldest first.
    pub facts: Vec<Fact>,
    /// Flags, oldest first.
    pub flags: Vec<Raised>,
    /// Objections, oldest first.
    pub objections: Vec<Objected>,
    /// Objections that came with a list.
    pub imported: u32,
}

/// An objection, and by which way it came.
#[derive(Clone, Debug)]
pub struct Objected {
    /// When.
    pub at: Instant,
    /// By which way.
    pub came: Came,
    /// What a token said then, or last of this person; nothing when none ever did.
    pub labels: Option<Labels>,
}

/// Reads what was received from `from` on and before `to`. `progress` hears how many cases were read.
///
/// # Errors
/// When the database does not answer, or a row is damaged.
pub fn gather(
    office: &Office,
    from: Instant,
    to: Instant,
    progress: impl Fn(u64) + Send + 'static,
) -> Result<Evidence, CaseworkError> {
    let vault = office.vault.clone();
    office.store.read_blocking("evidence", move |tx| look(tx, &vault, from, to, progress))
}

/// The same for a server.
///
/// # Errors
/// See [`gather`].
pub async fn gathered(
    office: &Office,
    from: Instant,
    to: Instant,
) -> Result<Evidence, CaseworkError> {
    let vault = office.vault.clone();
    office.store.read("evidence", move |tx| look(tx, &vault, from, to, |_| {})).await
}

fn look(
    tx: &mut Tx<'_>,
    vault: &Vault,
    from: Instant,
    to: Instant,
    progress: impl Fn(u64),
) -> Result<Evidence, CaseworkError> {
    let mut evidence = Evidence::default();
    let mut people = People::default();
    // Nothing is opened before it was received, so that older ids need no look. Ids begin in 1970.
    let mut after = CaseId::new(Instant(from.0.saturating_sub(1).max(0)), [0; 16]).0.to_vec();
    let mut read = 0;
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    // While one page is read from the database, those before it are opened and understood.
    std::thread::scope(|scope| {
        let mut pages = VecDeque::new();
        loop {
            let rows = tx.cases_after(&after, PAGE)?;
            let Some(last) = rows.last() else { break };
            let before = std::mem::replace(&mut after, last.id.clone());
            read += rows.len() as u64;
            progress(read);
            let sealed = tx.cohorts_between(&before, &after)?;
            let sealed = sealed.into_iter().map(|row| (row.case_id, row.sealed)).collect();
            let rows = rows.into_iter().filter(|row| (from.0..to.0).contains(&row.received_at));
            let page = Page::read(tx, rows, sealed, &mut people)?;
            pages.push_back(scope.spawn(move || page.facts(vault)));
            if pages.len() > cores
                && let Some(oldest) = pages.pop_front()
            {
                evidence.facts.append(&mut joined(oldest)?);
            }
        }
        for page in pages {
            evidence.facts.append(&mut joined(page)?);
        }
        Ok::<_, CaseworkError>(())
    })?;
    evidence.flags = flags(tx, from, to)?;
    evidence.objections = objections(tx, vault, from, to)?;
    let imported = tx.objections_imported_between(from.0, to.0)?;
    evidence.imported = u32::try_from(imported).unwrap_or(u32::MAX);
    Ok(evidence)
}

fn joined<T>(thread: std::thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Everybody who was met so far: by id their number, and what their key is wrapped in.
#[derive(Default)]
struct People {
    numbers: HashMap<Vec<u8>, u32>,
    wrapped: HashMap<Vec<u8>, Arc<[u8]>>,
}

impl People {
    fn number(&mut self, id: &[u8]) -> u32 {
        let next = u32::try_from(self.numbers.len()).unwrap_or(u32::MAX);
        *self.numbers.entry(id.to_vec()).or_insert(next)
    }

    /// The wrapped keys of these people; who was forgotten has none.
    fn keys_of(
        &mut self,
        tx: &mut Tx<'_>,
        ids: &BTreeSet<&[u8]>,
    ) -> Result<HashMap<Vec<u8>, Arc<[u8]>>, CaseworkError> {
        let unknown = ids.iter().filter(|id| !self.wrapped.contains_key(**id));
        let unknown: Vec<Vec<u8>> = unknown.map(|id| id.to_vec()).collect();
        for row in tx.subjects_by_ids(&unknown)? {
            self.wrapped.insert(row.id, row.key_wrapped.into());
        }
        let known = ids.iter().filter_map(|id| self.wrapped.get_key_value(*id));
        Ok(known.map(|(id, key)| (id.clone(), Arc::clone(key))).collect())
    }
}

/// Rows as they were read, each with its person's number, and what opens their labels.
struct Page {
    rows: Vec<(u32, CaseRow)>,
    sealed: HashMap<Vec<u8>, Vec<u8>>,
    keys: HashMap<Vec<u8>, Arc<[u8]>>,
}

impl Page {
    fn read(
        tx: &mut Tx<'_>,
        rows: impl Iterator<Item = CaseRow>,
        sealed: HashMap<Vec<u8>, Vec<u8>>,
        people: &mut People,
    ) -> Result<Self, CaseworkError> {
        let rows: Vec<_> = rows.map(|row| (people.number(&row.subject_id), row)).collect();
        let labelled = rows.iter().filter(|(_, row)| sealed.contains_key(&row.id));
        let keys = people.keys_of(tx, &labelled.map(|(_, row)| &*row.subject_id).collect())?;
        Ok(Self { rows, sealed, keys })
    }

    fn facts(self, vault: &Vault) -> Result<Vec<Fact>, CaseworkError> {
        let mut opened: HashMap<&[u8], Dek> = HashMap::new();
        for (id, wrapped) in &self.keys {
            opened.insert(id, vault.unwrap_key(id, wrapped)?);
        }
        let labels = |row: &CaseRow| match (self.sealed.get(&row.id), opened.get(&*row.subject_id))
        {
            (Some(sealed), Some(key)) => {
                let place = Place { table: "cohorts", column: "sealed", row: &row.id };
                key.open(&place, sealed).map(|labels| Some(Labels(labels)))
            }
            (None, _) | (_, None) => Ok(None),
        };
        self.rows.iter().map(|(person, row)| fact(row, *person, labels(row)?)).collect()
    }
}

fn fact(row: &CaseRow, person: u32, labels: Option<Labels>) -> Result<Fact, CaseworkError> {
    let state = row.state()?;
    let by_identity = |cause: PauseCause| cause == PauseCause::Identity;
    Ok(Fact {
        earlier: earlier(row, &state)?,
        person,
        opened_at: opened_at(row),
        flag: state.flag,
        is_extended: state.extended,
        is_identity_asked: row.stage == "identity_pending"
            || state.suspended.is_some_and(|(cause, _)| by_identity(cause))
            || state.pauses.iter().any(|pause| by_identity(pause.cause)),
        labels,
    })
}

// The first six bytes of an id are the time at which it was made.
fn opened_at(row: &CaseRow) -> Instant {
    let bytes = row.id.iter().take(6).fold(0i64, |time, byte| (time << 8) | i64::from(*byte));
    Instant(bytes)
}

fn flags(tx: &mut Tx<'_>, from: Instant, to: Instant) -> Result<Vec<Raised>, CaseworkError> {
    let mut raised = Vec::new();
    let mut before = vec![0xffu8; 16];
    loop {
        let page = tx.flags_page(None, &before, PAGE)?;
        let Some(last) = page.last() else { break };
        before.clone_from(&last.id);
        let inside = page.into_iter().filter(|row| (from.0..to.0).contains(&row.raised_at));
        raised.extend(inside.map(|row| Raised {
            at: Instant(row.raised_at),
            rule: row.rule,
            policy: row.policy,
        }));
    }
    raised.sort_by(|a, b| (a.at, &a.rule).cmp(&(b.at, &b.rule)));
    Ok(raised)
}

/// Who said no by a link or a letter showed no token: what an earlier one of theirs said counts then.
fn objections(
    tx: &mut Tx<'_>,
    vault: &Vault,
    from: Instant,
    to: Instant,
) -> Result<Vec<Objected>, CaseworkError> {
    let mut objections = Vec::new();
    let mut last_told: HashMap<Vec<u8>, Labels> = HashMap::new();
    let mut after = i64::MIN;
    loop {
        let page = tx.objection_ways_between((from.0, to.0), after, PAGE)?;
        let Some(last) = page.last() else { return Ok(objections) };
        after = last.epoch;
        let ids: BTreeSet<&[u8]> = page.iter().map(|row| row.subject_id.as_slice()).collect();
        let ids: Vec<Vec<u8>> = ids.into_iter().map(<[u8]>::to_vec).collect();
        let mut keys: HashMap<Vec<u8>, Dek> = HashMap::new();
        for some in ids.chunks(AT_ONCE) {
            for row in tx.subjects_by_ids(some)? {
                keys.insert(row.id.clone(), vault.unwrap_key(&row.id, &row.key_wrapped)?);
            }
            for (subject, case, sealed) in tx.cohorts_of(some)? {
                let Some(key) = keys.get(&subject) else { continue };
                let place = Place { table: "cohorts", column: "sealed", row: &case };
                last_told.insert(subject, Labels(key.open(&place, &sealed)?));
            }
        }
        for row in &page {
            let Some(key) = keys.get(&row.subject_id) else { continue };
            let Beside { came, labels } = ways::open(key, row)?;
            if !labels.0.is_empty() {
                last_told.insert(row.subject_id.clone(), labels.clone());
            }
            let labels = last_told.get(&row.subject_id).cloned();
            objections.push(Objected { at: Instant(row.made_at), came, labels });
        }
    }
}

/// Hashes of the thresholds that were ever in force, and since when, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn policies(office: &Office) -> Result<Vec<(String, Instant)>, CaseworkError> {
    let read = |tx: &mut Tx<'_>| {
        let rows = tx.policies_of("thresholds.toml")?;
        Ok(rows.into_iter().map(|row| (row.hash, Instant(row.activated_at))).collect())
    };
    office.store.read("policies", read).await
}

/// Cases that wait for the workers, in the order in which they will be taken.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(office: &Office) -> Result<Vec<Reference>, CaseworkError> {
    let read = |tx: &mut Tx<'_>| {
        let ids = tx.jobs_in_order()?;
        let mut places: HashMap<Vec<u8>, usize> = HashMap::new();
        for (place, id) in ids.iter().enumerate() {
            places.entry(id.clone()).or_insert(place);
        }
        let mut named = Vec::new();
        for some in ids.chunks(1000) {
            for row in tx.cases_by_ids(some)? {
                let place = places.get(&row.id).copied().unwrap_or(usize::MAX);
                let reference = row.reference()?;
                named.push((place, reference));
            }
        }
        named.sort_unstable();
        Ok(named.into_iter().map(|(_, reference)| reference).collect())
    };
    office.store.read("waiting", read).await
}

/// What the threshold found for these cases, in words that name no case and no time.
///
/// # Errors
/// When the database does not answer.
pub async fn findings(
    office: &Arc<Office>,
    references: Vec<Reference>,
) -> Result<HashMap<Reference, String>, CaseworkError> {
    let inside = Arc::clone(office);
    let read = move |tx: &mut Tx<'_>| {
        let mut found = HashMap::new();
        for reference in references {
            let row = tx.case_by_reference(&reference.to_string())?;
            let row = row.ok_or(CaseworkError::NoSuchCase)?;
            let finding = opened::registration(tx, &inside, &row)?.and_then(|known| known.finding);
            let words = finding.map_or_else(String::new, |finding| {
                let reasons: Vec<_> = finding.excluded.iter().map(|e| e.reason).collect();
                format!(
                    "{:?} {} {reasons:?} {}",
                    finding.verdict,
                    finding.counted.len(),
                    finding.policy
                )
            });
            found.insert(reference, words);
        }
        Ok(found)
    };
    office.store.read("findings", read).await
}
