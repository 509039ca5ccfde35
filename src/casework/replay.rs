//! `audit verify` and `audit replay`: is all of it as recorded?

use std::collections::{BTreeMap, HashMap};

use crate::audit::entry::{Entry, commit};
use crate::audit::note::VerifierKey;
use crate::audit::tiles::{TileId, TileSource};
use crate::audit::verify::{Report, Verifier};
use crate::domain::objection::Standing;
use crate::store::rows::CaseRow;
use crate::store::vault::{Dek, Vault};
use crate::store::{Store, StoreError, Tx};

use super::CaseworkError;
use super::fold::{Fold, is_stored};
use super::record::{open_payload, state_of};

const PAGE: i64 = 8192;

/// Checks the tree, every signed head and every tile, in one view of the database.
///
/// # Errors
/// When the database does not answer.
pub fn verify(store: &Store, origin: &str, key: VerifierKey) -> Result<Report, CaseworkError> {
    let origin = origin.to_owned();
    store.read_blocking("verify", move |tx| {
        let (size, _, peaks) = tx.log_head()?;
        let checkpoints = tx.checkpoints_after(-1, i64::MAX)?;
        let tiles = load_tiles(tx, size)?;
        let mut verifier = Verifier::new(&origin, vec![key]).with_tiles(tiles);
        for checkpoint in checkpoints {
            verifier.checkpoint(&checkpoint.note);
        }
        let mut next = 0;
        loop {
            let page = tx.leaves(next, next + PAGE)?;
            for row in &page {
                verifier.leaf(u64::try_from(row.idx).unwrap_or(u64::MAX), &row.entry);
            }
            next += PAGE;
            if next >= size && page.is_empty() {
                break;
            }
        }
        verifier.head(u64::try_from(size).unwrap_or_default(), &peaks);
        Ok(verifier.finish())
    })
}

/// All tiles in memory: 32 bytes a leaf.
struct Loaded(HashMap<TileId, Vec<u8>>);

impl TileSource for Loaded {
    type Error = StoreError;

    fn tile(&mut self, id: TileId) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.0.get(&id).cloned())
    }
}

fn load_tiles(tx: &mut Tx<'_>, size: i64) -> Result<Loaded, CaseworkError> {
    let mut tiles = HashMap::new();
    let mut wide = size;
    for level in 0u8..8 {
        for (index, bytes) in tx.tiles_between(i64::from(level), 0, i64::MAX)? {
            let index = u64::try_from(index).unwrap_or(u64::MAX);
            tiles.insert(TileId { level, index }, bytes);
        }
        wide /= 256;
        if wide == 0 {
            break;
        }
    }
    Ok(Loaded(tiles))
}

/// What a replay found.
#[derive(Clone, Debug, Default)]
pub struct Replayed {
    /// Leaves read.
    pub leaves: u64,
    /// Cases told again.
    pub cases: u64,
    /// Findings assessed again.
    pub findings: u64,
    /// Leaves whose opening was erased on purpose.
    pub erased: u64,
    /// What is not as recorded.
    pub differences: Vec<String>,
}

/// Tells the log again and compares with every projection.
///
/// # Errors
/// When the database does not answer.
pub fn replay(store: &Store, vault: &Vault) -> Result<Replayed, CaseworkError> {
    let vault = vault.clone();
    store.read_blocking("replay", move |tx| {
        let mut fold = Fold::default();
        let mut keys: HashMap<Vec<u8>, Option<Dek>> = HashMap::new();
        let mut missing = Vec::new();
        let size = tx.log_head()?.0;
        let mut from = 0;
        while from < size {
            let openings = tx.openings(from, from + PAGE)?;
            let mut openings = openings.into_iter().peekable();
            for leaf in tx.leaves(from, from + PAGE)? {
                let Some(opening) = openings.next_if(|opening| opening.idx == leaf.idx) else {
                    missing.push(leaf.idx);
                    continue;
                };
                let Some(key) = key_of(tx, &vault, &mut keys, &opening.subject_id)? else {
                    fold.differences
                        .push(format!("leaf {}: its key is gone, its opening is not", leaf.idx));
                    continue;
                };
                let Ok(payload) = open_payload(&key, &opening) else {
                    fold.differences.push(format!("leaf {}: its opening does not open", leaf.idx));
                    continue;
                };
                let salt = opening.salt.as_slice().try_into().unwrap_or([0; 32]);
                let Ok(entry) = Entry::parse(&leaf.entry) else {
                    fold.differences.push(format!("leaf {}: not an entry", leaf.idx));
                    continue;
                };
                if commit(&salt, &payload) != entry.commit() {
                    fold.differences.push(format!(
                        "leaf {}: the opening is not what was committed to",
                        leaf.idx
                    ));
                    continue;
                }
                let mut text = |hash: &str| tx.policy(hash).ok().flatten().map(|row| row.text);
                fold.take(leaf.idx, entry.kind(), &opening.subject_id, &payload, &mut text);
            }
            from += PAGE;
        }
        let missing_unexplained = missing.iter().filter(|idx| !fold.erased.contains(idx));
        let lost: Vec<String> = missing_unexplained
            .map(|idx| format!("leaf {idx}: its opening is missing and no erasure says why"))
            .collect();
        fold.differences.extend(lost);
        compare_cases(tx, &mut fold)?;
        compare_objections(tx, &vault, &mut fold)?;
        Ok(Replayed {
            leaves: u64::try_from(size).unwrap_or_default(),
            cases: fold.cases.len() as u64,
            findings: fold.findings,
            erased: fold.erased.len() as u64,
            differences: fold.differences,
        })
    })
}

fn key_of(
    tx: &mut Tx<'_>,
    vault: &Vault,
    keys: &mut HashMap<Vec<u8>, Option<Dek>>,
    subject: &[u8],
) -> Result<Option<Dek>, CaseworkError> {
    if let Some(known) = keys.get(subject) {
        return Ok(known.clone());
    }
    let rows = tx.subjects_by_ids(&[subject.to_vec()])?;
    let key = rows.first().map(|row| vault.unwrap_key(&row.id, &row.key_wrapped)).transpose()?;
    keys.insert(subject.to_vec(), key.clone());
    Ok(key)
}

/// Every stored case must be what the log tells, and the log must tell of no other.
fn compare_cases(tx: &mut Tx<'_>, fold: &mut Fold) -> Result<(), CaseworkError> {
    let mut told: BTreeMap<String, bool> =
        fold.cases.keys().map(|reference| (reference.to_string(), false)).collect();
    let mut after = vec![0u8; 16];
    loop {
        let page = tx.cases_after(&after, PAGE)?;
        let Some(last) = page.last() else { break };
        after.clone_from(&last.id);
        for row in &page {
            if let Some(seen) = told.get_mut(&row.reference) {
                *seen = true;
                compare_case(tx, fold, row)?;
            } else if !tx.subjects_by_ids(std::slice::from_ref(&row.subject_id))?.is_empty() {
                fold.differences
                    .push(format!("case {}: the log does not tell of it", row.reference));
            }
        }
    }
    let lost = told.into_iter().filter(|(_, seen)| !seen);
    fold.differences
        .extend(lost.map(|(name, _)| format!("case {name}: told by the log, not stored")));
    Ok(())
}

fn compare_case(tx: &mut Tx<'_>, fold: &mut Fold, row: &CaseRow) -> Result<(), CaseworkError> {
    let Ok(reference) = row.reference.parse() else { return Ok(()) };
    let Some(told) = fold.cases.get(&reference) else { return Ok(()) };
    let mut wrong = Vec::new();
    let stored = state_of(row);
    if stored.as_ref().ok() != Some(&told.state) || !is_stored(told.state.stage) {
        wrong.push("state");
    }
    let columns = (row.stage.as_str(), row.outcome.as_deref());
    if columns
        != (
            told.state.stage.code(),
            told.state.stage.outcome().map(super::super::domain::case::Outcome::code),
        )
    {
        wrong.push("stage");
    }
    let due = told.state.due.as_ref().map(|due| (due.date.to_string(), due.expires.0));
    if due != Some((row.due_date.clone(), row.due_expires)) {
        wrong.push("due date");
    }
    if told.received_at.0 != row.received_at || told.right.code() != row.right_asked {
        wrong.push("right or time of receipt");
    }
    if told.subject != row.subject_id {
        wrong.push("person");
    }
    let scope = told.registration.as_ref().map(|known| serde_json::to_string(&known.scope).ok());
    if scope != Some(Some(row.scope.clone())) {
        wrong.push("scope");
    }
    let flag = tx.flag_of(&row.id)?.map(|flag| flag.state);
    if flag.as_deref() != told.state.flag.map(super::super::domain::case::FlagState::code) {
        wrong.push("flag");
    }
    let wrong = wrong
        .iter()
        .map(|what| format!("case {}: {what} is not what the log tells", row.reference));
    fold.differences.extend(wrong.collect::<Vec<_>>());
    Ok(())
}

fn compare_objections(
    tx: &mut Tx<'_>,
    vault: &Vault,
    fold: &mut Fold,
) -> Result<(), CaseworkError> {
    let told = std::mem::take(&mut fold.objections);
    for ((subject, purpose), entry) in told {
        let Some(person) = super::people::by_id(tx, vault, &subject)? else { continue };
        let asker = super::people::asker(tx, &person)?;
        let stored = super::objecting::listed(tx, &super::people::marks(vault, &asker))?;
        let same =
            stored.iter().filter(|listed| listed.objection.purpose == purpose).any(|listed| {
                let told = listed.objection == entry.objection && listed.epoch == entry.epoch;
                let by_list = listed.objection.standing == Standing::InForce
                    && listed.epoch > entry.epoch
                    && fold.lists.iter().any(|epochs| epochs.contains(&listed.epoch));
                told || by_list
            });
        if !same {
            fold.differences.push(format!("an objection to `{purpose}` is not what the log tells"));
        }
    }
    Ok(())
}
