//! A part of the log, put together for an authority: entries, what they open to, signed heads, proofs, and how to check it
//! without us.
//!
//! Start with [`export`]. What is handed out is told to the log first, so that an export is never without its entry.

pub(crate) mod pages;

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::Value;

use crate::audit::entry::Entry;
use crate::audit::leaf::office::AuditExported;
use crate::audit::merkle::{Hash, leaf_hash};
use crate::audit::proof::{Proof, receipt_extra};
use crate::audit::tiles;
use crate::domain::time::{Day, Instant};
use crate::packaging;
use crate::store::columns::{log_checkpoints, log_leaves, openings};
use crate::store::rows::{CheckpointRow, LeafRow, OpeningRow};
use crate::store::vault::Dek;
use crate::store::{Tiles, Tx};

use crate::casework::log::{self, cosigning};
use crate::casework::{CaseworkError, Office, people};

/// Entries in one bundle at most; a longer time is exported in parts.
pub const ENTRIES_MAX: i64 = 100_000;

/// Which part of the log.
#[derive(Clone, Copy, Debug, Default)]
pub struct Range {
    /// From this day on, in the controller's zone.
    pub from: Option<Day>,
    /// Until the end of this day.
    pub to: Option<Day>,
}

/// A file of the bundle.
#[derive(Debug)]
pub struct File {
    /// Its path.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// One entry as it is handed out.
#[derive(Serialize)]
pub(crate) struct Line {
    pub(crate) index: i64,
    pub(crate) time: String,
    pub(crate) kind: String,
    /// The bytes of the leaf, as a string.
    entry: String,
    leaf_hash: String,
    /// What it commits to; nothing once that was erased.
    pub(crate) payload: Option<Value>,
    #[serde(skip)]
    text: Option<String>,
    salt: Option<String>,
}

/// Everything that the files are made of.
pub(crate) struct Bundle {
    origin: String,
    vkeys: Vec<String>,
    made_at: String,
    head: CheckpointRow,
    heads: Vec<CheckpointRow>,
    consistency: Vec<Hash>,
    lines: Vec<Line>,
    proofs: Vec<(i64, String)>,
}

/// Tells the log that somebody takes a part of it, and puts that part together.
///
/// # Errors
/// [`CaseworkError::NotSignedYet`] when no head covers the range; [`CaseworkError::TooMuch`] beyond [`ENTRIES_MAX`].
pub fn export(
    office: &Arc<Office>,
    by: &str,
    vkeys: Vec<String>,
    range: Range,
) -> Result<Vec<File>, CaseworkError> {
    let (inside, by) = (Arc::clone(office), by.to_owned());
    let (first, end, head) = office.store.write_blocking("audit export", move |tx| {
        let (first, end, head) = bounds(tx, &inside, range)?;
        let now = inside.clock.now();
        let key = people::controller_key(tx, &inside.vault, now)?;
        let told = AuditExported { by, first, count: end - first, head };
        log::leaf(tx, now, (&people::CONTROLLER, &key), None, &told)?;
        Ok::<_, CaseworkError>((first, end, head))
    })?;
    let inside = Arc::clone(office);
    let bundle = office
        .store
        .read_blocking("audit export", move |tx| gather(tx, &inside, vkeys, (first, end), head))?;
    pages::files(&bundle)
}

/// The files as one archive.
///
/// # Errors
/// When it cannot be put together.
pub fn zip(files: Vec<File>) -> Result<Vec<u8>, CaseworkError> {
    let files = files.into_iter().map(|file| (file.name, file.bytes)).collect();
    packaging::zip(files).map_err(|_| CaseworkError::Unmade("export"))
}

/// The first leaf, the one after the last, and the size of the head that covers them.
fn bounds(
    tx: &mut Tx<'_>,
    office: &Office,
    range: Range,
) -> Result<(i64, i64, i64), CaseworkError> {
    let head = tx.last_checkpoint()?.ok_or(CaseworkError::NotSignedYet)?.size;
    let first = match range.from {
        Some(day) => first_where(tx, head, |time| office.calendar.day_of(Instant(time)) >= day)?,
        None => 0,
    };
    let end = match range.to {
        Some(day) => first_where(tx, head, |time| office.calendar.day_of(Instant(time)) > day)?,
        None => head,
    };
    if end - first > ENTRIES_MAX {
        return Err(CaseworkError::TooMuch);
    }
    Ok((first, end.max(first), head))
}

// The time of the log never runs backwards.
fn first_where(
    tx: &mut Tx<'_>,
    size: i64,
    holds: impl Fn(i64) -> bool,
) -> Result<i64, CaseworkError> {
    let (mut low, mut high) = (0, size);
    while low < high {
        let middle = i64::midpoint(low, high);
        let leaf = tx.leaves(middle, middle + 1)?.into_iter().next();
        let leaf = log_leaves::idx.there(leaf)?;
        let time = log_leaves::entry.read(Entry::parse(&leaf.entry))?.time();
        if holds(time) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}

fn gather(
    tx: &mut Tx<'_>,
    office: &Office,
    vkeys: Vec<String>,
    (first, end): (i64, i64),
    size: i64,
) -> Result<Bundle, CaseworkError> {
    let mut heads = Vec::new();
    for head in tx.checkpoints_after(first.min(size - 1), i64::MAX)? {
        if head.size <= size {
            heads.push(cosigning::with_cosignatures(tx, head)?);
        }
    }
    let head = log_checkpoints::size.there(heads.last().cloned())?;
    let whole = |size: i64| u64::try_from(size).unwrap_or_default();
    let oldest = heads.first().map_or(size, |head| head.size);
    let consistency = tiles::prove_consistency(&mut Tiles(tx), whole(oldest), whole(size));
    let consistency = log::TILES.read(consistency)?;
    let mut lines = Vec::new();
    let mut openings = tx.openings(first, end)?.into_iter().peekable();
    for leaf in tx.leaves(first, end)? {
        let opening = openings.next_if(|opening| opening.idx == leaf.idx);
        lines.push(line(tx, office, &leaf, opening.as_ref())?);
    }
    let mut proofs = Vec::with_capacity(lines.len());
    for line in &lines {
        proofs.push((line.index, prove(tx, line, &head)?));
    }
    Ok(Bundle {
        origin: office.log_key.name().to_owned(),
        vkeys,
        made_at: office.clock.now().rfc3339(),
        head,
        heads,
        consistency,
        lines,
        proofs,
    })
}

/// The proof that an entry lies under this head, with what it opens to.
pub(crate) fn prove(
    tx: &mut Tx<'_>,
    line: &Line,
    head: &CheckpointRow,
) -> Result<String, CaseworkError> {
    let whole = |number: i64| u64::try_from(number).unwrap_or_default();
    let (index, size) = (whole(line.index), whole(head.size));
    let hashes = log::TILES.read(tiles::prove_inclusion(&mut Tiles(tx), size, index))?;
    let extra = openings::payload.read(line.extra())?;
    Ok(Proof { extra, index, hashes, checkpoint: head.note.clone() }.to_text())
}

/// An entry as it is handed out.
pub(crate) fn line(
    tx: &mut Tx<'_>,
    office: &Office,
    leaf: &LeafRow,
    opening: Option<&OpeningRow>,
) -> Result<Line, CaseworkError> {
    let entry = log_leaves::entry.read(Entry::parse(&leaf.entry))?;
    let opened = opening.map(|opening| open(tx, office, opening)).transpose()?.flatten();
    Ok(Line {
        index: leaf.idx,
        time: Instant(entry.time()).rfc3339(),
        kind: entry.kind().to_owned(),
        entry: log_leaves::entry.text(leaf.entry.clone())?,
        leaf_hash: leaf_hash(&leaf.entry).to_string(),
        payload: opened.as_ref().and_then(|(text, _)| serde_json::from_str(text).ok()),
        salt: opened.as_ref().map(|(_, salt)| STANDARD.encode(salt)),
        text: opened.map(|(text, _)| text),
    })
}

// Nothing, once it was erased.
fn open(
    tx: &mut Tx<'_>,
    office: &Office,
    opening: &OpeningRow,
) -> Result<Option<(String, [u8; 32])>, CaseworkError> {
    let rows = tx.subjects_by_ids(std::slice::from_ref(&opening.subject_id))?;
    let key: Option<Dek> =
        rows.first().and_then(|row| office.vault.unwrap_key(&row.id, &row.key_wrapped).ok());
    let Some(key) = key else { return Ok(None) };
    let payload = log::open_payload(&key, opening)?;
    let text = openings::payload.text(payload)?;
    Ok(Some((text, openings::salt.bytes(&opening.salt)?)))
}

impl Line {
    fn extra(&self) -> Result<Option<String>, ()> {
        let (Some(text), Some(salt)) = (&self.text, &self.salt) else { return Ok(None) };
        let salt: Hash = salt.parse().map_err(|_| ())?;
        receipt_extra(self.entry.as_bytes(), text.as_bytes(), &salt.0).map(Some).map_err(|_| ())
    }
}
