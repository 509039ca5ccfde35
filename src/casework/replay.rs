//! `audit verify` and `audit replay`: is all of it as recorded?

use std::collections::HashMap;

use crate::audit::checkpoint::Checkpoint;
use crate::audit::entry::{Entry, commit};
use crate::audit::note::VerifierKey;
use crate::audit::tiles::{self, TileId, TileSource};
use crate::audit::verify::{Finding, Report, Verifier};
use crate::domain::excess::Threshold;
use crate::policy::thresholds::Thresholds;
use crate::store::rows::OpeningRow;
use crate::store::vault::{Dek, Vault};
use crate::store::{Store, StoreError, Tiles, Tx};

use super::fold::{Fold, Leaf};
use super::record::open_payload;
use super::{CaseworkError, compare, forget};

const PAGE: i64 = 8192;

/// Checks the tree, every signed head and every tile, in one view of the database.
///
/// # Errors
/// When the database does not answer.
pub fn verify(store: &Store, origin: &str, key: VerifierKey) -> Result<Report, CaseworkError> {
    let origin = origin.to_owned();
    store.read_blocking("verify", move |tx| {
        let (size, last_time, peaks) = tx.log_head()?;
        let checkpoints = tx.checkpoints_after(-1, i64::MAX)?;
        let (mut tiles, odd) = load_tiles(tx)?;
        let mut verifier = Verifier::new(&origin, vec![key]).with_tiles(&mut tiles);
        for checkpoint in checkpoints {
            verifier.checkpoint_at(
                u64::try_from(checkpoint.size).unwrap_or(u64::MAX),
                &checkpoint.note,
            );
        }
        let mut next = 0;
        // Whatever the head counts: a leaf beyond it was added by somebody.
        loop {
            let page = tx.leaves_from(next, PAGE)?;
            let Some(last) = page.last() else { break };
            next = last.idx.saturating_add(1);
            for row in &page {
                verifier.leaf(u64::try_from(row.idx).unwrap_or(u64::MAX), &row.entry);
            }
        }
        verifier.head(u64::try_from(size).unwrap_or_default(), &peaks);
        verifier.head_time(last_time);
        let mut report = verifier.finish();
        let unread = tiles.left().into_iter().chain(odd);
        for tile in unread {
            report.add(Finding::TileUnknown { tile });
        }
        Ok(report)
    })
}

/// All tiles in memory, 32 bytes a leaf; each is handed out once, so that what is left belongs to no leaf.
struct Loaded(HashMap<TileId, Vec<u8>>);

impl Loaded {
    fn left(self) -> Vec<String> {
        let mut left: Vec<String> = self.0.keys().map(ToString::to_string).collect();
        left.sort();
        left
    }
}

impl TileSource for Loaded {
    type Error = StoreError;

    fn tile(&mut self, id: TileId) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.0.remove(&id))
    }
}

/// Compares with the head kept outside the database: what it says must still be so. Tells what is not.
///
/// # Errors
/// When the database does not answer.
pub fn against_head(
    store: &Store,
    head: &str,
    keys: &[VerifierKey],
) -> Result<Option<String>, CaseworkError> {
    let head = match Checkpoint::open(head, keys) {
        Ok(head) => head,
        Err(error) => {
            return Ok(Some(format!("the head kept outside the database cannot be read: {error}")));
        }
    };
    store.read_blocking("head outside", move |tx| {
        let size = u64::try_from(tx.log_head()?.0).unwrap_or_default();
        let signed = tx.last_checkpoint()?.map_or(0, |row| row.size);
        if head.size > size {
            return Ok(Some(format!(
                "a head over {} leaves was signed, but the database holds {size}: it was rolled back",
                head.size
            )));
        }
        if i64::try_from(head.size).unwrap_or(i64::MAX) > signed {
            return Ok(Some(format!(
                "a head over {} leaves was signed, but the last one stored is over {signed}",
                head.size
            )));
        }
        let same = tiles::root_at(&mut Tiles(tx), head.size).is_ok_and(|root| root == head.root);
        Ok((!same).then(|| {
            format!("the head kept outside, over {} leaves, has another root than they", head.size)
        }))
    })
}

// Tiles at places that no tree has come second.
fn load_tiles(tx: &mut Tx<'_>) -> Result<(Loaded, Vec<String>), CaseworkError> {
    let (mut tiles, mut odd) = (HashMap::new(), Vec::new());
    for (level, index, bytes) in tx.tiles_all()? {
        match (u8::try_from(level), u64::try_from(index)) {
            (Ok(level), Ok(index)) if level < 8 => {
                tiles.insert(TileId { level, index }, bytes);
            }
            _ => odd.push(format!("{level}/{index}")),
        }
    }
    Ok((Loaded(tiles), odd))
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
        let mut policies: HashMap<String, Option<Thresholds>> = HashMap::new();
        let size = tx.log_head()?.0;
        let stray = tx.openings(i64::MIN, 0)?.len() + tx.openings(size, i64::MAX)?.len();
        if stray > 0 {
            fold.differences.push(format!("{stray} openings belong to no leaf"));
        }
        let mut from = 0;
        while from < size {
            let openings = tx.openings(from, from + PAGE)?;
            let mut openings = openings.into_iter().peekable();
            for leaf in tx.leaves(from, from + PAGE)? {
                let Some(opening) = openings.next_if(|opening| opening.idx == leaf.idx) else {
                    let idx = leaf.idx;
                    fold.differences.push(format!(
                        "leaf {idx}: its opening is missing and no erasure says why"
                    ));
                    continue;
                };
                if opening.subject_id == forget::NOBODY {
                    erased(&vault, &opening, &mut fold);
                    continue;
                }
                let Some(key) = key_of(tx, &vault, &mut keys, &opening.subject_id)? else {
                    fold.differences
                        .push(format!("leaf {}: its key is gone, its opening is not", leaf.idx));
                    continue;
                };
                let Ok(payload) = open_payload(&key, &opening) else {
                    fold.differences.push(format!("leaf {}: its opening does not open", leaf.idx));
                    continue;
                };
                let Ok(salt) = opening.salt.as_slice().try_into() else {
                    fold.differences.push(format!("leaf {}: its salt is not 32 bytes", leaf.idx));
                    continue;
                };
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
                let mut rule = |hash: &str, id: &str| rule_of(tx, &mut policies, hash, id);
                let leaf = Leaf {
                    idx: leaf.idx,
                    kind: entry.kind(),
                    time: entry.time(),
                    subject: &opening.subject_id,
                    case: opening.case_id.as_deref(),
                    payload: &payload,
                };
                fold.take(&leaf, &mut rule);
            }
            from += PAGE;
        }
        if fold.erased != fold.ledger.openings_erased {
            let (left, told) = (fold.erased, fold.ledger.openings_erased);
            fold.differences.push(format!("{left} openings are erased, the log tells of {told}"));
        }
        compare::everything(tx, &vault, &mut fold)?;
        fold.differences.extend(tx.integrity()?);
        Ok(Replayed {
            leaves: u64::try_from(size).unwrap_or_default(),
            cases: fold.cases.len() as u64,
            findings: fold.findings,
            erased: fold.erased,
            differences: fold.differences,
        })
    })
}

// An erased opening holds the mark of its erasure and nothing else.
fn erased(vault: &Vault, opening: &OpeningRow, fold: &mut Fold) {
    let idx = opening.idx;
    let empty = opening.salt.is_empty() && opening.case_id.is_none();
    if empty && opening.payload == forget::erased_mark(vault, idx) {
        fold.erased += 1;
    } else {
        fold.differences
            .push(format!("leaf {idx}: it was not the gateway that erased its opening"));
    }
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
    let key = rows.first().and_then(|row| vault.unwrap_key(&row.id, &row.key_wrapped).ok());
    keys.insert(subject.to_vec(), key.clone());
    Ok(key)
}

fn rule_of(
    tx: &mut Tx<'_>,
    policies: &mut HashMap<String, Option<Thresholds>>,
    hash: &str,
    id: &str,
) -> Option<Threshold> {
    let thresholds = policies.entry(hash.to_owned()).or_insert_with(|| {
        let row = tx.policy(hash).ok().flatten()?;
        Thresholds::parse(&row.text).ok()
    });
    thresholds.as_ref()?.rules.iter().find(|rule| rule.id == id).cloned()
}
