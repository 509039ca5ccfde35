//! What can be wrong with a log, each with where.

use super::super::checkpoint::CheckpointError;
use super::super::entry::BadEntry;
use super::super::merkle::{BadFrontier, Hash};
use super::super::tiles::TileId;
use super::super::witness::BadCosignature;

/// One difference between the log and what follows from its entries.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Finding {
    /// The database says that its own file is damaged; nothing else was read.
    #[error("the database file is damaged, and nothing else was read: {what}")]
    File {
        /// In its words.
        what: String,
    },
    /// Leaves are missing, doubled or out of order.
    #[error(
        "leaf {index} follows where leaf {expected} should; the roots from here on cannot match"
    )]
    LeafOutOfPlace {
        /// The index that should have come.
        expected: u64,
        /// The index that came.
        index: u64,
    },
    /// The bytes of a leaf are not those of an entry.
    #[error("leaf {index} is not an entry: {error}")]
    Leaf {
        /// Which leaf.
        index: u64,
        /// What is wrong with it.
        error: BadEntry,
    },
    /// An entry is dated before the one in front of it.
    #[error("leaf {index} is dated before the leaf in front of it")]
    TimeGoesBack {
        /// Which leaf.
        index: u64,
    },
    /// A checkpoint that cannot be trusted.
    #[error("checkpoint number {number} of those given is not to be trusted: {error}")]
    Checkpoint {
        /// Counted from 1, in the order in which they were given.
        number: u64,
        /// What is wrong with it.
        error: CheckpointError,
    },
    /// A checkpoint of another log.
    #[error("checkpoint number {number} of those given belongs to the log `{origin}`")]
    OtherOrigin {
        /// Counted from 1, in the order in which they were given.
        number: u64,
        /// The log it belongs to.
        origin: String,
    },
    /// The log signed a root that its leaves do not have.
    #[error(
        "the checkpoint of size {size} was signed over root `{signed}`, its leaves have `{computed}`"
    )]
    RootDiffers {
        /// The size signed.
        size: u64,
        /// The root signed.
        signed: Hash,
        /// The root of the leaves that are there.
        computed: Hash,
    },
    /// A checkpoint was handed over after its size had been passed; this is the caller's mistake, not the log's.
    #[error("the checkpoint of size {size} came too late to be compared")]
    CheckpointTooLate {
        /// The size signed.
        size: u64,
    },
    /// The log has lost leaves: it was cut, or rolled back.
    #[error("a checkpoint of size {size} was signed, and the log has only {leaves} leaves")]
    LogTooShort {
        /// The size signed.
        size: u64,
        /// The leaves that are there.
        leaves: u64,
    },
    /// The source of tiles failed.
    #[error("tile `{tile}` cannot be read: {cause}")]
    TileUnreadable {
        /// Which tile.
        tile: TileId,
        /// What the source said.
        cause: String,
    },
    /// No such tile is stored.
    #[error("tile `{tile}` is missing")]
    TileMissing {
        /// Which tile.
        tile: TileId,
    },
    /// Right as far as it goes, and too short or too long.
    #[error("tile `{tile}` has {has} hashes, {needed} follow from the leaves")]
    TileWidth {
        /// Which tile.
        tile: TileId,
        /// The whole hashes that are stored.
        has: usize,
        /// The hashes that follow from the leaves.
        needed: usize,
    },
    /// A stored hash is another than that of the leaves.
    #[error(
        "tile `{tile}` differs at hash {place}, which is over leaf {first_leaf} and those after it"
    )]
    TileDiffers {
        /// Which tile.
        tile: TileId,
        /// The first hash that differs, from 0.
        place: u64,
        /// The first leaf it is over; on level 0 the only one.
        first_leaf: u64,
    },
    /// The stored head counts other leaves than there are.
    #[error("the stored head counts {size} leaves, the log has {leaves}")]
    HeadSize {
        /// The size stored.
        size: u64,
        /// The leaves that are there.
        leaves: u64,
    },
    /// A witness that should have cosigned has not, or not this.
    #[error("the signed head over {size} leaves is not cosigned by `{witness}`: {error}")]
    NotCosigned {
        /// The size signed.
        size: u64,
        /// The witness.
        witness: String,
        /// Why not.
        error: BadCosignature,
    },
    /// A cosignature that belongs to no signed head, or to a witness nobody named.
    #[error("the cosignature of `{witness}` over {size} leaves belongs to no signed head")]
    StrayCosignature {
        /// The size it lies under.
        size: u64,
        /// The witness.
        witness: String,
    },
    /// A checkpoint lies under another size than its own.
    #[error(
        "checkpoint number {number} of those given lies under size {size}, which is not its own"
    )]
    CheckpointOutOfPlace {
        /// Counted from 1, in the order in which they were given.
        number: u64,
        /// The size it lies under.
        size: u64,
    },
    /// A tile that no leaf asks for.
    #[error("tile `{tile}` belongs to no leaf")]
    TileUnknown {
        /// Where it lies.
        tile: String,
    },
    /// The stored head has another time than the last leaf.
    #[error("the stored head is dated {time}, the last leaf {last}")]
    HeadTime {
        /// The time stored.
        time: i64,
        /// The time of the last leaf.
        last: i64,
    },
    /// The stored head is damaged.
    #[error("the frontier of the stored head cannot be read: {error}")]
    HeadUnreadable {
        /// What is wrong with it.
        error: BadFrontier,
    },
    /// The stored head is of other leaves.
    #[error("the frontier of the stored head is not that of the leaves")]
    HeadDiffers,
}
