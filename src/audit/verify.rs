//! Checks a whole log while reading it once: entries, checkpoints, tiles and the stored head.
//!
//! Start with [`Verifier`]. Everything is recomputed from the entries; what is stored besides them is only compared. A
//! [`Finding`] says what differs; the check goes on after it.

use std::collections::BTreeMap;
use std::convert::Infallible;

use super::checkpoint::Checkpoint;
use super::entry::Entry;
use super::merkle::{Frontier, Hash, leaf_hash};
use super::note::VerifierKey;
use super::tiles::{TileId, TileSource, WIDTH, size_at};

mod finding;

pub use finding::Finding;

/// Findings that are kept; of more only the number is.
pub const FINDINGS_MAX: usize = 1000;
const TILE_BYTES: usize = WIDTH as usize * 32;

/// Checks one log. Hand it the checkpoints as [`Verifier::checkpoint`] asks, the entries in their order, then the head.
pub struct Verifier<S = NoTiles> {
    // The names the log has had, in their order, and how far it is among them.
    origins: Vec<String>,
    era: usize,
    keys: Vec<VerifierKey>,
    frontier: Frontier,
    // Differs from the size of the frontier once a leaf is missing.
    index_next: u64,
    time_last: i64,
    // Roots that were signed for sizes not reached yet, and the least of those sizes.
    signed: BTreeMap<u64, Vec<Hash>>,
    size_due: u64,
    checkpoints_seen: u64,
    checkpoints: u64,
    tiles: Option<Tiles<S>>,
    findings: Findings,
}

/// What the check has come to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// The leaves that were read.
    pub leaves: u64,
    /// The root over them.
    pub root: Hash,
    /// The checkpoints that were signed by the log and whose root is that of the leaves.
    pub checkpoints: u64,
    /// What differs, in the order in which it came up; at most [`FINDINGS_MAX`].
    pub findings: Vec<Finding>,
    /// The findings that came up, also those that are not kept.
    pub findings_count: u64,
}

/// Stands for the tiles of a check that compares none.
pub enum NoTiles {}

impl TileSource for NoTiles {
    type Error = Infallible;
    fn tile(&mut self, _: TileId) -> Result<Option<Vec<u8>>, Infallible> {
        match *self {}
    }
}

impl Report {
    /// Adds what was found beside the leaves.
    pub fn add(&mut self, finding: Finding) {
        self.findings_count += 1;
        if self.findings.len() < FINDINGS_MAX {
            self.findings.push(finding);
        }
    }
}

impl Verifier {
    /// A check of the log of this origin, whose checkpoints one of the keys has signed under that name.
    pub fn new(origin: &str, keys: Vec<VerifierKey>) -> Self {
        Self {
            origins: vec![origin.to_owned()],
            era: 0,
            keys,
            frontier: Frontier::default(),
            index_next: 0,
            time_last: 0,
            signed: BTreeMap::new(),
            size_due: u64::MAX,
            checkpoints_seen: 0,
            checkpoints: 0,
            tiles: None,
            findings: Findings::default(),
        }
    }

    /// The same check of a log that had other names before: its key under each of them, oldest first. Checkpoints then
    /// come in the order of their sizes, and none under an older name after one under a newer.
    #[must_use]
    pub fn renamed_from(mut self, earlier: &[VerifierKey]) -> Self {
        let names = earlier.iter().map(|key| key.name().to_owned());
        self.origins.splice(0..0, names);
        self.keys.extend_from_slice(earlier);
        self
    }

    /// The same check, comparing also the tiles of this source, each as soon as its leaves have been read. To be asked
    /// for before the first leaf.
    pub fn with_tiles<S: TileSource>(self, source: S) -> Verifier<S> {
        Verifier {
            origins: self.origins,
            era: self.era,
            keys: self.keys,
            frontier: self.frontier,
            index_next: self.index_next,
            time_last: self.time_last,
            signed: self.signed,
            size_due: self.size_due,
            checkpoints_seen: self.checkpoints_seen,
            checkpoints: self.checkpoints,
            tiles: Some(Tiles { source, levels: Vec::new() }),
            findings: self.findings,
        }
    }
}

impl<S: TileSource> Verifier<S> {
    /// The next entry, which is stored under `index`.
    pub fn leaf(&mut self, index: u64, entry: &[u8]) {
        if index != self.index_next {
            self.findings.add(Finding::LeafOutOfPlace { expected: self.index_next, index });
        }
        self.index_next = index.saturating_add(1);
        match Entry::parse(entry) {
            Err(error) => self.findings.add(Finding::Leaf { index, error }),
            Ok(entry) if entry.time() < self.time_last => {
                self.findings.add(Finding::TimeGoesBack { index });
                self.time_last = entry.time();
            }
            Ok(entry) => self.time_last = entry.time(),
        }
        let Self { frontier, tiles, findings, .. } = self;
        match tiles {
            None => frontier.push(leaf_hash(entry)),
            Some(tiles) => {
                let index = frontier.size();
                frontier.push_noting(leaf_hash(entry), |height, hash| {
                    tiles.note(index, height, hash, findings);
                });
            }
        }
        if self.frontier.size() >= self.size_due {
            self.compare_checkpoints();
        }
    }

    /// A signed checkpoint of the log: handed over before the leaf that makes the tree larger than its size, in any order.
    /// Those whose size is not reached yet are kept till then.
    pub fn checkpoint(&mut self, note: &str) {
        self.checkpoints_seen += 1;
        let number = self.checkpoints_seen;
        let checkpoint = match Checkpoint::open(note, &self.keys) {
            Ok(checkpoint) => checkpoint,
            Err(error) => return self.findings.add(Finding::Checkpoint { number, error }),
        };
        let Checkpoint { origin, size, root } = checkpoint;
        let era = self.origins.iter().position(|name| *name == origin);
        let Some(era) = era.filter(|era| *era >= self.era) else {
            return self.findings.add(Finding::OtherOrigin { number, origin });
        };
        self.era = era;
        if size < self.frontier.size() {
            self.findings.add(Finding::CheckpointTooLate { size });
        } else {
            self.signed.entry(size).or_default().push(root);
            self.compare_checkpoints();
        }
    }

    /// As [`Verifier::checkpoint`], of a checkpoint that is stored under this size.
    pub fn checkpoint_at(&mut self, size: u64, note: &str) {
        let number = self.checkpoints_seen + 1;
        if note.split('\n').nth(1) != Some(size.to_string().as_str()) {
            self.findings.add(Finding::CheckpointOutOfPlace { number, size });
        }
        self.checkpoint(note);
    }

    /// The time of the last leaf as it is stored with the head. To be called after the last leaf.
    pub fn head_time(&mut self, time: i64) {
        if time != self.time_last {
            self.findings.add(Finding::HeadTime { time, last: self.time_last });
        }
    }

    /// The head as it is stored beside the log: the size, and the frontier's bytes. To be called after the last leaf.
    pub fn head(&mut self, size: u64, frontier: &[u8]) {
        let leaves = self.frontier.size();
        if size != leaves {
            self.findings.add(Finding::HeadSize { size, leaves });
        }
        match Frontier::from_bytes(frontier) {
            Err(error) => self.findings.add(Finding::HeadUnreadable { error }),
            Ok(frontier) if frontier != self.frontier => self.findings.add(Finding::HeadDiffers),
            Ok(_) => {}
        }
    }

    /// Compares what is left: the tiles that are not full, and checkpoints of a larger log than this.
    pub fn finish(mut self) -> Report {
        let leaves = self.frontier.size();
        if let Some(tiles) = &mut self.tiles {
            tiles.compare_rest(leaves, &mut self.findings);
        }
        for (size, roots) in self.signed {
            for _ in roots {
                self.findings.add(Finding::LogTooShort { size, leaves });
            }
        }
        Report {
            leaves,
            root: self.frontier.root(),
            checkpoints: self.checkpoints,
            findings: self.findings.kept,
            findings_count: self.findings.count,
        }
    }

    fn compare_checkpoints(&mut self) {
        let size = self.frontier.size();
        if let Some(roots) = self.signed.remove(&size) {
            let computed = self.frontier.root();
            for signed in roots {
                if signed == computed {
                    self.checkpoints += 1;
                } else {
                    self.findings.add(Finding::RootDiffers { size, signed, computed });
                }
            }
        }
        self.size_due = self.signed.first_key_value().map_or(u64::MAX, |(size, _)| *size);
    }
}

/// The tiles as they must be, and those that are stored.
struct Tiles<S> {
    source: S,
    // The tile being filled, on each level.
    levels: Vec<Vec<u8>>,
}

impl<S: TileSource> Tiles<S> {
    /// Takes up the root of a subtree that the leaf at `index` completes; only every eighth height has a level.
    fn note(&mut self, index: u64, height: u32, hash: Hash, findings: &mut Findings) {
        if !height.is_multiple_of(8) {
            return;
        }
        // The height is at most 62, the level at most 7.
        let level = (height / 8).to_le_bytes()[0];
        if self.levels.len() == usize::from(level) {
            self.levels.push(Vec::with_capacity(TILE_BYTES));
        }
        let Some(tile) = self.levels.get_mut(usize::from(level)) else { return };
        tile.extend_from_slice(&hash.0);
        if tile.len() == TILE_BYTES {
            let id = TileId { level, index: size_at(level + 1, index) };
            findings.extend(compare(&mut self.source, id, tile));
            tile.clear();
        }
    }

    /// Compares the last tile of each level. Where a level ends with a full tile, and on the level above the last, there
    /// must be none.
    fn compare_rest(&mut self, size: u64, findings: &mut Findings) {
        let none = Vec::new();
        for (tile, level) in self.levels.iter().chain([&none]).zip(0u8..) {
            let index = size_at(level + 1, size);
            findings.extend(compare(&mut self.source, TileId { level, index }, tile));
        }
    }
}

/// Compares a stored tile with the bytes that follow from the leaves.
fn compare<S: TileSource>(source: &mut S, tile: TileId, expected: &[u8]) -> Option<Finding> {
    let stored = match source.tile(tile) {
        Ok(stored) => stored.unwrap_or_default(),
        Err(error) => return Some(Finding::TileUnreadable { tile, cause: error.to_string() }),
    };
    if stored == expected {
        return None;
    }
    let mut pairs = stored.chunks(32).zip(expected.chunks(32)).zip(0u64..);
    if let Some((_, place)) = pairs.find(|((stored, expected), _)| stored != expected) {
        let first_leaf = (tile.index * u64::from(WIDTH) + place) << (8 * u32::from(tile.level));
        return Some(Finding::TileDiffers { tile, place, first_leaf });
    }
    let (has, needed) = (stored.len() / 32, expected.len() / 32);
    Some(if stored.is_empty() {
        Finding::TileMissing { tile }
    } else {
        Finding::TileWidth { tile, has, needed }
    })
}

#[derive(Default)]
struct Findings {
    kept: Vec<Finding>,
    count: u64,
}

impl Findings {
    fn add(&mut self, finding: Finding) {
        self.count += 1;
        if self.kept.len() < FINDINGS_MAX {
            self.kept.push(finding);
        }
    }

    fn extend(&mut self, finding: Option<Finding>) {
        if let Some(finding) = finding {
            self.add(finding);
        }
    }
}

#[cfg(test)]
mod tests;
