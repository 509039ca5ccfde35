//! Where the tree's hashes lie: C2SP tlog-tiles, 256 hashes to a tile.
//!
//! Start with [`append`], which turns new leaves into changed tiles, and [`prove_inclusion`]. Level 0 holds leaf hashes;
//! each hash of a higher level is the root of one full tile below. The nodes between are hashed again when asked for.
//! A source may hold more than the size asked about: only hashes of subtrees that were full at that size are read.

use super::merkle::{Frontier, Hash, SIZE_MAX, empty_root, hashes_in, node_hash};

mod path;

pub use path::{BadPath, TileId};

/// Hashes in a full tile.
pub const WIDTH: u16 = 256;
// The height of the subtree whose leaves are one tile.
const HEIGHT: u32 = 8;

/// Gives the tiles that are stored.
pub trait TileSource {
    /// Why a tile could not be read.
    type Error: std::error::Error + 'static;

    /// The hashes of this tile laid end to end, as many as there are; `None` if there are none.
    fn tile(&mut self, id: TileId) -> Result<Option<Vec<u8>>, Self::Error>;
}

impl<S: TileSource> TileSource for &mut S {
    type Error = S::Error;
    fn tile(&mut self, id: TileId) -> Result<Option<Vec<u8>>, S::Error> {
        (**self).tile(id)
    }
}

/// Why tiles cannot answer.
#[derive(PartialEq, Eq, Debug, thiserror::Error)]
pub enum TileError<E: std::error::Error + 'static> {
    /// The source failed.
    #[error(transparent)]
    Source(E),
    /// The source has no such tile.
    #[error("tile `{tile}` is missing")]
    Missing {
        /// Which.
        tile: TileId,
    },
    /// The source has too little of this tile.
    #[error("tile `{tile}` has {has} hashes, {needed} are needed")]
    Short {
        /// Which.
        tile: TileId,
        /// The hashes that are there.
        has: usize,
        /// The hashes that are needed.
        needed: usize,
    },
    /// There is no such leaf or older tree, or the tree would be larger than any.
    #[error("{asked} lies outside a tree of {size} leaves")]
    Outside {
        /// The index or size asked about.
        asked: u64,
        /// The size of the tree.
        size: u64,
    },
}

type Answer<T, S> = Result<T, TileError<<S as TileSource>::Error>>;

/// Appends leaves to a tree of `size` leaves. Returns every tile that changes, on all levels, as it is afterwards. If the
/// source holds more than `size` leaves, what lies beyond is overwritten.
pub fn append<S: TileSource>(
    source: &mut S,
    size: u64,
    leaves: &[Hash],
) -> Answer<Vec<(TileId, Vec<u8>)>, S> {
    let added = leaves.len() as u64;
    if added > SIZE_MAX.saturating_sub(size) {
        return Err(TileError::Outside { asked: size.saturating_add(added), size: SIZE_MAX });
    }
    let mut reader = Reader::over(source);
    let mut changed = Vec::new();
    let mut hashes = leaves.to_vec();
    for level in 0.. {
        if hashes.is_empty() {
            break;
        }
        hashes = append_level(&mut reader, level, size_at(level, size), &hashes, &mut changed)?;
    }
    Ok(changed)
}

/// Appends to one level that has `width` hashes; returns the roots of the tiles this fills.
fn append_level<S: TileSource>(
    reader: &mut Reader<'_, S>,
    level: u8,
    width: u64,
    mut hashes: &[Hash],
    changed: &mut Vec<(TileId, Vec<u8>)>,
) -> Answer<Vec<Hash>, S> {
    let mut full = Vec::new();
    let (TileId { mut index, .. }, present) = holding(level, width);
    let mut tile = reader.first_of(TileId { level, index }, present)?;
    while !hashes.is_empty() {
        let room = usize::from(WIDTH).saturating_sub(tile.len());
        let (now, later) = hashes.split_at(room.min(hashes.len()));
        tile.extend_from_slice(now);
        if tile.len() == usize::from(WIDTH) {
            full.extend(subtree_root(&tile));
        }
        let bytes = tile.iter().flat_map(|hash| hash.0).collect();
        changed.push((TileId { level, index }, bytes));
        (hashes, index) = (later, index + 1);
        tile.clear();
    }
    Ok(full)
}

/// The root of the first `size` leaves.
pub fn root_at<S: TileSource>(source: &mut S, size: u64) -> Answer<Hash, S> {
    if size > SIZE_MAX {
        return Err(TileError::Outside { asked: size, size: SIZE_MAX });
    }
    Reader::over(source).root_of(0, size)
}

/// The right edge of the tree of the first `size` leaves: where a reader that stopped there goes on.
pub fn frontier_at<S: TileSource>(source: &mut S, size: u64) -> Answer<Frontier, S> {
    if size > SIZE_MAX {
        return Err(TileError::Outside { asked: size, size: SIZE_MAX });
    }
    Ok(Frontier::of(size, Reader::over(source).peaks(0, size)?))
}

/// Proves that the tree of `size` leaves holds the leaf at `index`: the hashes from its sibling up (RFC 6962,
/// section 2.1.1).
pub fn prove_inclusion<S: TileSource>(
    source: &mut S,
    size: u64,
    index: u64,
) -> Answer<Vec<Hash>, S> {
    if index >= size || size > SIZE_MAX {
        return Err(TileError::Outside { asked: index, size });
    }
    let mut reader = Reader::over(source);
    let (mut start, mut length, mut place) = (0, size, index);
    let mut proof = Vec::new();
    while length > 1 {
        let left = largest_power_below(length);
        if place < left {
            proof.push(reader.root_of(start + left, length - left)?);
            length = left;
        } else {
            proof.push(reader.root_of(start, left)?);
            (start, length, place) = (start + left, length - left, place - left);
        }
    }
    proof.reverse();
    Ok(proof)
}

/// Proves that the tree of `to` leaves begins with the tree of `from` leaves (RFC 6962, section 2.1.2).
pub fn prove_consistency<S: TileSource>(
    source: &mut S,
    from: u64,
    to: u64,
) -> Answer<Vec<Hash>, S> {
    if from > to || to > SIZE_MAX {
        return Err(TileError::Outside { asked: from, size: to });
    }
    if from == 0 {
        return Ok(Vec::new());
    }
    let mut reader = Reader::over(source);
    let (mut start, mut length, mut old) = (0, to, from);
    let mut proof = Vec::new();
    while old < length {
        let left = largest_power_below(length);
        if old <= left {
            proof.push(reader.root_of(start + left, length - left)?);
            length = left;
        } else {
            proof.push(reader.root_of(start, left)?);
            (start, length, old) = (start + left, length - left, old - left);
        }
    }
    // Where the older tree ends with a whole subtree, the verifier needs its root, unless it is the older tree's own.
    if start > 0 {
        proof.push(reader.root_of(start, length)?);
    }
    proof.reverse();
    Ok(proof)
}

/// How many hashes a level has in a tree of `size` leaves.
pub(super) fn size_at(level: u8, size: u64) -> u64 {
    size.checked_shr(HEIGHT * u32::from(level)).unwrap_or(0)
}

/// The tile that holds the `place`-th hash of a level, and where in it. A tile is one byte wide.
pub(super) fn holding(level: u8, place: u64) -> (TileId, usize) {
    (TileId { level, index: place >> HEIGHT }, place.to_le_bytes()[0].into())
}

/// The root of a perfect subtree; `None` without leaves.
fn subtree_root(leaves: &[Hash]) -> Option<Hash> {
    let mut row = leaves.to_vec();
    while row.len() > 1 {
        row = row.as_chunks().0.iter().map(|[left, right]| node_hash(*left, *right)).collect();
    }
    row.first().copied()
}

// For `length` of two and more: where RFC 6962 splits a tree.
fn largest_power_below(length: u64) -> u64 {
    1 << (length - 1).ilog2()
}

/// Reads each tile once. A proof needs at most two tiles of a level, of at most eight levels.
struct Reader<'s, S> {
    source: &'s mut S,
    tiles: Vec<(TileId, Vec<Hash>)>,
}

impl<'s, S: TileSource> Reader<'s, S> {
    fn over(source: &'s mut S) -> Self {
        Self { source, tiles: Vec::new() }
    }

    /// The root over `length` leaves from `start` on, which is where a subtree at least this large begins.
    fn root_of(&mut self, start: u64, length: u64) -> Answer<Hash, S> {
        let joined = self
            .peaks(start, length)?
            .into_iter()
            .rev()
            .reduce(|right, left| node_hash(left, right));
        Ok(joined.unwrap_or_else(empty_root))
    }

    /// The roots of the perfect subtrees that make up those leaves, the largest first.
    fn peaks(&mut self, start: u64, length: u64) -> Answer<Vec<Hash>, S> {
        let (mut start, mut rest, mut peaks) = (start, length, Vec::new());
        while let Some(height) = rest.checked_ilog2() {
            peaks.push(self.node(height, start >> height)?);
            start += 1 << height;
            rest -= 1 << height;
        }
        Ok(peaks)
    }

    /// The root of the perfect subtree of 2^height leaves that is the `place`-th of its kind.
    fn node(&mut self, height: u32, place: u64) -> Answer<Hash, S> {
        let (level, within) = (height / HEIGHT, height % HEIGHT);
        // The height is at most 62, the level at most 7.
        let (id, from) = holding(level.to_le_bytes()[0], place << within);
        let to = from + (1 << within);
        let tile = self.tile(id)?;
        let short = TileError::Short { tile: id, has: tile.len(), needed: to };
        tile.get(from..to).and_then(subtree_root).ok_or(short)
    }

    /// The first `count` hashes of a tile, which may have more.
    fn first_of(&mut self, id: TileId, count: usize) -> Answer<Vec<Hash>, S> {
        if count == 0 {
            return Ok(Vec::with_capacity(usize::from(WIDTH)));
        }
        let tile = self.tile(id)?;
        let short = TileError::Short { tile: id, has: tile.len(), needed: count };
        tile.get(..count).map(<[Hash]>::to_vec).ok_or(short)
    }

    fn tile(&mut self, id: TileId) -> Answer<&[Hash], S> {
        let known = self.tiles.iter().position(|(known, _)| *known == id);
        let place = if let Some(place) = known {
            place
        } else {
            let bytes = self.source.tile(id).map_err(TileError::Source)?;
            let hashes = hashes_in(&bytes.ok_or(TileError::Missing { tile: id })?);
            self.tiles.push((id, hashes));
            self.tiles.len() - 1
        };
        self.tiles.get(place).map(|(_, hashes)| &**hashes).ok_or(TileError::Missing { tile: id })
    }
}

#[cfg(test)]
pub(super) mod tests;
