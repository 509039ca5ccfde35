//! What happened to whom, for `fairness` to judge: facts of stored cases, and the labels beside them, still unread.
//!
//! Nobody is named: people are numbers in the order in which they are met.

use std::collections::HashMap;

use crate::domain::case::FlagState;
use crate::domain::deadline::PauseCause;
use crate::domain::history::Earlier;
use crate::domain::id::Reference;
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::rows::CaseRow;
use crate::store::vault::{Dek, Place, Vault};

use super::intake::{Labels, earlier};
use super::record::state_of;
use super::{CaseworkError, Office, browse};

const PAGE: i64 = 4096;

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
    let mut numbers: HashMap<Vec<u8>, u32> = HashMap::new();
    let mut after = vec![0u8; 16];
    let mut read = 0;
    loop {
        let page = tx.cases_after(&after, PAGE)?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.id);
        read += page.len() as u64;
        progress(read);
        let page: Vec<CaseRow> =
            page.into_iter().filter(|row| (from.0..to.0).contains(&row.received_at)).collect();
        let labels = labels(tx, vault, &page)?;
        for (row, labels) in page.iter().zip(labels) {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            let person = *numbers.entry(row.subject_id.clone()).or_insert(next);
            evidence.facts.push(fact(row, person, labels)?);
        }
    }
    evidence.flags = flags(tx, from, to)?;
    Ok(evidence)
}

fn fact(row: &CaseRow, person: u32, labels: Option<Labels>) -> Result<Fact, CaseworkError> {
    let state = state_of(row)?;
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

fn labels(
    tx: &mut Tx<'_>,
    vault: &Vault,
    page: &[CaseRow],
) -> Result<Vec<Option<Labels>>, CaseworkError> {
    let cases: Vec<Vec<u8>> = page.iter().map(|row| row.id.clone()).collect();
    let sealed: HashMap<Vec<u8>, Vec<u8>> =
        tx.cohorts_in(&cases)?.into_iter().map(|row| (row.case_id, row.sealed)).collect();
    let mut subjects: Vec<Vec<u8>> = page.iter().map(|row| row.subject_id.clone()).collect();
    subjects.sort_unstable();
    subjects.dedup();
    let mut keys: HashMap<Vec<u8>, Dek> = HashMap::new();
    for row in tx.subjects_by_ids(&subjects)? {
        keys.insert(row.id.clone(), vault.unwrap_key(&row.id, &row.key_wrapped)?);
    }
    page.iter()
        .map(|row| {
            let (Some(sealed), Some(key)) = (sealed.get(&row.id), keys.get(&row.subject_id)) else {
                return Ok(None);
            };
            let place = Place { table: "cohorts", column: "sealed", row: &row.id };
            Ok(Some(Labels(key.open(&place, sealed)?)))
        })
        .collect()
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
                let reference =
                    row.reference.parse().map_err(|_| CaseworkError::Damaged("reference"))?;
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
    office: &std::sync::Arc<Office>,
    references: Vec<Reference>,
) -> Result<HashMap<Reference, String>, CaseworkError> {
    let inside = std::sync::Arc::clone(office);
    let read = move |tx: &mut Tx<'_>| {
        let mut found = HashMap::new();
        for reference in references {
            let row = tx.case_by_reference(&reference.to_string())?;
            let row = row.ok_or(CaseworkError::NoSuchCase)?;
            let finding = browse::registration(tx, &inside, &row)?.and_then(|known| known.finding);
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
