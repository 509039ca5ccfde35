//! The Merkle tree of RFC 6962 (RFC 9162, section 2.1): hashes, the growing edge, and the checks of both proofs.
//!
//! Start with [`Frontier`], which holds all that is needed to grow a tree and to know its root.

use std::fmt;
use std::str::FromStr;

use aws_lc_rs::digest::{Context, SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

const LEAF: u8 = 0x00;
const NODE: u8 = 0x01;
/// The largest tree: its size fits the databases' signed integers.
pub const SIZE_MAX: u64 = i64::MAX as u64;
// Entries are around 130 bytes. Below this length one call hashes prefix and entry together, without a context.
const SHORT_BYTES: usize = 256;

/// A SHA-256 hash. Its text is standard base64, 44 characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

/// A text that is not the base64 of 32 bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not the base64 of 32 bytes")]
pub struct NotAHash;

impl Hash {
    /// SHA-256 of the bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::taken_from(digest(&SHA256, bytes).as_ref())
    }

    // A SHA-256 digest has 32 bytes, so the default is never taken.
    pub(super) fn taken_from(digest: &[u8]) -> Self {
        Self(digest.first_chunk().copied().unwrap_or_default())
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [0; 44];
        let length = STANDARD.encode_slice(self.0, &mut text).map_err(|_| fmt::Error)?;
        let text = text.get(..length).and_then(|text| std::str::from_utf8(text).ok());
        f.write_str(text.ok_or(fmt::Error)?)
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Hash {
    type Err = NotAHash;

    fn from_str(text: &str) -> Result<Self, NotAHash> {
        Self::from_base64(text.as_bytes()).ok_or(NotAHash)
    }
}

impl Hash {
    /// Reads 44 base64 characters. There is one text for each hash: padding is required, spare bits are zero.
    pub(super) fn from_base64(text: &[u8]) -> Option<Self> {
        let mut bytes = [0; 33];
        if text.len() != 44 || STANDARD.decode_slice(text, &mut bytes) != Ok(32) {
            return None;
        }
        bytes.first_chunk().copied().map(Self)
    }
}

/// The hash of an entry: `SHA-256(0x00 || entry)`.
pub fn leaf_hash(entry: &[u8]) -> Hash {
    let mut input = [LEAF; SHORT_BYTES];
    let end = entry.len() + 1;
    if let Some(room) = input.get_mut(1..end) {
        room.copy_from_slice(entry);
        return Hash::of(input.get(..end).unwrap_or_default());
    }
    let mut context = Context::new(&SHA256);
    context.update(&[LEAF]);
    context.update(entry);
    Hash::taken_from(context.finish().as_ref())
}

/// The hash of an inner node: `SHA-256(0x01 || left || right)`.
pub fn node_hash(left: Hash, right: Hash) -> Hash {
    let mut input = [NODE; 65];
    input[1..33].copy_from_slice(&left.0);
    input[33..].copy_from_slice(&right.0);
    Hash::of(&input)
}

/// The root of the tree without leaves: SHA-256 of nothing.
pub fn empty_root() -> Hash {
    Hash::of(&[])
}

/// The right edge of a tree: the roots of its perfect subtrees, the largest (leftmost) first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Frontier {
    // INVARIANT: one peak for each one bit of `size`.
    size: u64,
    peaks: Vec<Hash>,
}

/// Bytes that are not a frontier.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadFrontier {
    /// Fewer than the eight bytes of the size.
    #[error("a stored frontier of {bytes} bytes does not hold its size")]
    NoSize {
        /// How many bytes there are.
        bytes: usize,
    },
    /// A tree this large cannot have come about.
    #[error("a stored frontier states the size {size}, which is more than 2^63 - 1")]
    TooLarge {
        /// The size it states.
        size: u64,
    },
    /// The number of peaks does not follow from the size.
    #[error("a frontier of size {size} needs {needed} bytes of peaks, {given} are stored")]
    Peaks {
        /// The size it states.
        size: u64,
        /// The bytes that follow from the size.
        needed: usize,
        /// The bytes that are there.
        given: usize,
    },
}

impl Frontier {
    /// From the roots of a tree's perfect subtrees, as many as `size` has one bits.
    pub(super) fn of(size: u64, peaks: Vec<Hash>) -> Self {
        Self { size, peaks }
    }

    /// Appends a leaf: two hashes on average, 63 at most.
    pub fn push(&mut self, leaf: Hash) {
        self.push_noting(leaf, |_, _| ());
    }

    /// Appends a leaf and tells of each perfect subtree this completes: its height (0 is the leaf) and its root.
    pub(super) fn push_noting(&mut self, leaf: Hash, mut note: impl FnMut(u32, Hash)) {
        note(0, leaf);
        let mut whole = leaf;
        for height in 1..=self.size.trailing_ones() {
            let Some(left) = self.peaks.pop() else { break };
            whole = node_hash(left, whole);
            note(height, whole);
        }
        self.peaks.push(whole);
        self.size += 1;
    }

    /// The root of the tree: the peaks joined from the right.
    pub fn root(&self) -> Hash {
        let joined = self.peaks.iter().copied().rev().reduce(|right, left| node_hash(left, right));
        joined.unwrap_or_else(empty_root)
    }

    /// The number of leaves.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The size, big-endian in eight bytes, and the peaks.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(8 + 32 * self.peaks.len());
        bytes.extend_from_slice(&self.size.to_be_bytes());
        bytes.extend(self.peaks.iter().flat_map(|peak| peak.0));
        bytes
    }

    /// Reads what [`Frontier::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, BadFrontier> {
        let Some((size, peaks)) = bytes.split_first_chunk() else {
            return Err(BadFrontier::NoSize { bytes: bytes.len() });
        };
        let size = u64::from_be_bytes(*size);
        if size > SIZE_MAX {
            return Err(BadFrontier::TooLarge { size });
        }
        let needed = size.count_ones() as usize * 32;
        if peaks.len() != needed {
            return Err(BadFrontier::Peaks { size, needed, given: peaks.len() });
        }
        Ok(Self { size, peaks: hashes_in(peaks) })
    }
}

/// The hashes laid end to end in `bytes`; a rest shorter than a hash is left out.
pub(super) fn hashes_in(bytes: &[u8]) -> Vec<Hash> {
    bytes.as_chunks().0.iter().copied().map(Hash).collect()
}

/// Why a proof proves nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadProof {
    /// There is no such leaf.
    #[error("leaf {index} lies outside a tree of {size} leaves")]
    Outside {
        /// The index asked about.
        index: u64,
        /// The size of the tree.
        size: u64,
    },
    /// A tree cannot become a smaller one.
    #[error("a tree of {from} leaves cannot grow into one of {to}")]
    Shrinks {
        /// The older size.
        from: u64,
        /// The newer size.
        to: u64,
    },
    /// Hashes are missing or left over.
    #[error("the proof has the wrong number of hashes: {given}")]
    WrongLength {
        /// How many there are.
        given: usize,
    },
    /// The hashes lead to another root than the (newer) one given.
    #[error("the proof leads to another root than the one given")]
    OtherRoot,
    /// The hashes lead to another root than the older one given.
    #[error("the proof leads to another old root than the one given")]
    OtherOldRoot,
}

/// Checks that the tree of `size` leaves with this root holds the leaf at `index` (RFC 9162, section 2.1.3.2).
/// `proof` runs from the leaf's sibling up.
pub fn verify_inclusion(
    root: Hash,
    size: u64,
    index: u64,
    leaf: Hash,
    proof: &[Hash],
) -> Result<(), BadProof> {
    if index >= size {
        return Err(BadProof::Outside { index, size });
    }
    let (mut place, mut last, mut hash) = (index, size - 1, leaf);
    for sibling in proof {
        if last == 0 {
            return Err(BadProof::WrongLength { given: proof.len() });
        }
        hash = climb(&mut place, &mut last, |on_the_right| {
            if on_the_right { node_hash(*sibling, hash) } else { node_hash(hash, *sibling) }
        });
    }
    if last != 0 {
        return Err(BadProof::WrongLength { given: proof.len() });
    }
    if hash == root { Ok(()) } else { Err(BadProof::OtherRoot) }
}

/// Checks that the tree of `to` leaves begins with the tree of `from` leaves (RFC 9162, section 2.1.4.2). An empty tree
/// begins every tree and needs no hash.
pub fn verify_consistency(
    from_root: Hash,
    from: u64,
    to_root: Hash,
    to: u64,
    proof: &[Hash],
) -> Result<(), BadProof> {
    let wrong_length = BadProof::WrongLength { given: proof.len() };
    if from > to {
        return Err(BadProof::Shrinks { from, to });
    }
    if from == 0 || from == to {
        return match (proof.is_empty(), from) {
            (false, _) => Err(wrong_length),
            (true, 0) if from_root != empty_root() => Err(BadProof::OtherOldRoot),
            (true, _) if from == to && from_root != to_root => Err(BadProof::OtherRoot),
            (true, _) => Ok(()),
        };
    }
    // The older tree's last perfect subtree is where both trees part. If it is the whole older tree, the proof leaves its
    // root out, for the verifier has it already.
    let level = from.trailing_zeros();
    let (mut place, mut last) = ((from - 1) >> level, (to - 1) >> level);
    let (seed, path) = if from.is_power_of_two() {
        (from_root, proof)
    } else {
        let (first, rest) = proof.split_first().ok_or(wrong_length)?;
        (*first, rest)
    };
    let (mut old, mut new) = (seed, seed);
    for sibling in path {
        if last == 0 {
            return Err(wrong_length);
        }
        new = climb(&mut place, &mut last, |on_the_right| {
            if on_the_right {
                old = node_hash(*sibling, old);
                node_hash(*sibling, new)
            } else {
                node_hash(new, *sibling)
            }
        });
    }
    match (last == 0, old == from_root, new == to_root) {
        (false, _, _) => Err(wrong_length),
        (true, false, _) => Err(BadProof::OtherOldRoot),
        (true, true, false) => Err(BadProof::OtherRoot),
        (true, true, true) => Ok(()),
    }
}

/// Joins with one sibling and moves up to the next level at which there is another. `join` is told whether we stand on
/// the right of the sibling: as an odd node, or as the last one, which was carried up unpaired to where it pairs.
fn climb(place: &mut u64, last: &mut u64, mut join: impl FnMut(bool) -> Hash) -> Hash {
    let on_the_right = *place & 1 == 1 || place == last;
    let hash = join(on_the_right);
    if on_the_right && *place != 0 {
        let carried = place.trailing_zeros();
        *place >>= carried;
        *last >>= carried;
    }
    *place >>= 1;
    *last >>= 1;
    hash
}

#[cfg(test)]
mod tests;
