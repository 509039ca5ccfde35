//! `audit verify` and `audit replay`: is all of it as recorded?

use std::collections::HashMap;

use crate::audit::checkpoint::Checkpoint;
use crate::audit::entry::{Entry, commit};
use crate::audit::note::VerifierKey;
use crate::audit::tiles::{self, TileId, TileSource};
use crate::audit::verify::{Finding, Report, Verifier};
use crate::audit::witness::{BadCosignature, Witness};
use crate::store::rows::{CheckpointRow, CosignatureRow, LeafRow, OpeningRow};
use crate::store::vault::{Dek, Vault};
use crate::store::{Store, StoreError, Tiles, Tx};

use crate::casework::CaseworkError;
use crate::casework::case::forget;
use crate::casework::log::open_payload;
use crate::casework::replay::compare;
use crate::casework::replay::retold::{Leaf, Retold};

const PAGE: i64 = 8192;

/// Checks the tree, every signed head and every tile, in one view of the database.
///
/// # Errors
/// When the database does not answer.
pub fn verify(store: &Store, origin: &str, key: VerifierKey) -> Result<Report, CaseworkError> {
    debug_assert_eq!(origin, key.name());
    verify_trusting(store, Trust { key, earlier: Vec::new(), witnesses: Vec::new() })
}

/// Whose word counts in a check.
#[derive(Clone, Debug)]
pub struct Trust {
    /// The log's key, under the name it has.
    pub key: VerifierKey,
    /// The same under the names it had before, oldest first.
    pub earlier: Vec<VerifierKey>,
    /// Witnesses who must have cosigned the newest head.
    pub witnesses: Vec<Witness>,
}

/// As [`verify`], of a log that was renamed or has witnesses.
///
/// # Errors
/// When the database does not answer.
pub fn verify_trusting(store: &Store, trust: Trust) -> Result<Report, CaseworkError> {
    store.read_blocking("verify", move |tx| {
        if let Some(report) = damaged(tx, &trust)? {
            return Ok(report);
        }
        let (size, last_time, peaks) = tx.log_head()?;
        let checkpoints = tx.checkpoints_after(-1, i64::MAX)?;
        let said = tx.cosignatures()?;
        let (mut tiles, odd) = load_tiles(tx)?;
        let origin = trust.key.name().to_owned();
        let mut verifier = Verifier::new(&origin, vec![trust.key.clone()])
            .renamed_from(&trust.earlier)
            .with_tiles(&mut tiles);
        for checkpoint in &checkpoints {
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
        for finding in cosignatures(&checkpoints, &said, &trust.witnesses) {
            report.add(finding);
        }
        let unread = tiles.left().into_iter().chain(odd);
        for tile in unread {
            report.add(Finding::TileUnknown { tile });
        }
        Ok(report)
    })
}

/// Where a file is damaged, the tables of the log may have no end.
fn damaged(tx: &mut Tx<'_>, trust: &Trust) -> Result<Option<Report>, CaseworkError> {
    let mut report = Verifier::new(trust.key.name(), vec![trust.key.clone()]).finish();
    let mut is_damaged = false;
    for table in ["log_head", "log_leaves", "log_tiles", "log_checkpoints", "log_cosignatures"] {
        for what in tx.damage(Some(table))? {
            report.add(Finding::File { what });
            is_damaged = true;
        }
    }
    Ok(is_damaged.then_some(report))
}

/// Every cosignature of a known witness is over a signed head, and each of them has cosigned the newest.
fn cosignatures(
    heads: &[CheckpointRow],
    said: &[CosignatureRow],
    witnesses: &[Witness],
) -> Vec<Finding> {
    let notes: HashMap<i64, &str> = heads.iter().map(|row| (row.size, row.note.as_str())).collect();
    let unsigned = |size| u64::try_from(size).unwrap_or_default();
    let mut findings = Vec::new();
    for row in said {
        let (size, witness) = (unsigned(row.size), row.witness.clone());
        let Some(note) = notes.get(&row.size) else {
            findings.push(Finding::StrayCosignature { size, witness });
            continue;
        };
        for known in witnesses.iter().filter(|known| known.name() == row.witness) {
            if let Err(error) = known.cosigned(note, &row.line) {
                let witness = row.witness.clone();
                findings.push(Finding::NotCosigned { size, witness, error });
            }
        }
    }
    let Some(newest) = heads.last() else { return findings };
    for witness in witnesses {
        if !said.iter().any(|row| row.size == newest.size && row.witness == witness.name()) {
            findings.push(Finding::NotCosigned {
                size: unsigned(newest.size),
                witness: witness.name().to_owned(),
                error: BadCosignature::Missing,
            });
        }
    }
    findings
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
        let damage = tx.damage(None)?;
        if !damage.is_empty() {
            let line =
                |what| format!("the database file is damaged, and nothing else was read: {what}");
            let differences = damage.into_iter().map(line).collect();
            return Ok(Replayed { differences, ..Replayed::default() });
        }
        let mut fold = Retold::default();
        let mut reader = Reader { vault: &vault, keys: HashMap::new() };
        let size = tx.log_head()?.0;
        let stray = tx.openings(i64::MIN, 0)?.len() + tx.openings(size, i64::MAX)?.len();
        if stray > 0 {
            fold.differences.push(format!("{stray} openings belong to no leaf"));
        }
        let mut from = 0;
        while from < size {
            let mut openings = tx.openings(from, from + PAGE)?.into_iter().peekable();
            for leaf in tx.leaves(from, from + PAGE)? {
                let opening = openings.next_if(|opening| opening.idx == leaf.idx);
                if let Err(what) = reader.take(tx, &leaf, opening, &mut fold) {
                    fold.differences.push(format!("leaf {}: {what}", leaf.idx));
                }
            }
            from += PAGE;
        }
        if fold.erased != fold.ledger.openings_erased {
            let (left, told) = (fold.erased, fold.ledger.openings_erased);
            fold.differences.push(format!("{left} openings are erased, the log tells of {told}"));
        }
        compare::everything(tx, &vault, &mut fold)?;
        if !tx.has_own_schema()? {
            let what = "the database's schema is not the one that this program makes";
            fold.differences.push(what.to_owned());
        }
        Ok(Replayed {
            leaves: u64::try_from(size).unwrap_or_default(),
            cases: fold.cases.len() as u64,
            findings: fold.findings,
            erased: fold.erased,
            differences: fold.differences,
        })
    })
}

/// Opens leaves, each key and each policy once.
struct Reader<'v> {
    vault: &'v Vault,
    keys: HashMap<Vec<u8>, Option<Dek>>,
}

impl Reader<'_> {
    fn take(
        &mut self,
        tx: &mut Tx<'_>,
        leaf: &LeafRow,
        opening: Option<OpeningRow>,
        fold: &mut Retold,
    ) -> Result<(), &'static str> {
        let opening = opening.ok_or("its opening is missing and no erasure says why")?;
        if opening.subject_id == forget::NOBODY {
            return erased(self.vault, &opening, fold);
        }
        let key = key_of(tx, self.vault, &mut self.keys, &opening.subject_id)
            .map_err(|_| "its key cannot be read")?
            .ok_or("its key is gone, its opening is not")?;
        let payload = open_payload(&key, &opening).map_err(|_| "its opening does not open")?;
        let salt = opening.salt.as_slice().try_into().map_err(|_| "its salt is not 32 bytes")?;
        let entry = Entry::parse(&leaf.entry).map_err(|_| "not an entry")?;
        if commit(&salt, &payload) != entry.commit() {
            return Err("the opening is not what was committed to");
        }
        let mut text = |hash: &str| tx.policy(hash).ok().flatten().map(|row| row.text);
        let leaf = Leaf {
            idx: leaf.idx,
            kind: entry.kind(),
            time: entry.time(),
            subject: &opening.subject_id,
            case: opening.case_id.as_deref(),
            payload: &payload,
        };
        fold.take(&leaf, &mut text);
        Ok(())
    }
}

// An erased opening holds the mark of its erasure and nothing else.
fn erased(vault: &Vault, opening: &OpeningRow, fold: &mut Retold) -> Result<(), &'static str> {
    let empty = opening.salt.is_empty() && opening.case_id.is_none();
    if !empty || opening.payload != forget::erased_mark(vault, opening.idx) {
        return Err("it was not the gateway that erased its opening");
    }
    fold.erased += 1;
    Ok(())
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
