//! The growing end of the audit log, as a write lane remembers it.

use std::collections::BTreeMap;

use crate::audit::merkle::{Frontier, Hash};
use crate::audit::tiles::TileId;

use super::rows::{LeafRow, OpeningRow};

/// What the lane knows about the head without asking again.
#[derive(Clone, Default)]
pub(crate) struct Tail {
    pub(super) known: bool,
    pub(super) locked: bool,
    pub(super) size: u64,
    pub(super) last_time: i64,
    pub(super) frontier: Frontier,
    pub(super) edge: BTreeMap<TileId, Vec<u8>>,
    pub(super) leaves: Vec<LeafRow>,
    pub(super) openings: Vec<OpeningRow>,
    pub(super) hashes: Vec<Hash>,
}

impl Tail {
    /// A new transaction: the head is not locked any more, and another node may have moved it.
    pub(crate) fn begin(&mut self) {
        self.locked = false;
    }

    /// Nothing that was remembered is certain.
    pub(crate) fn forget(&mut self) {
        *self = Self::default();
    }
}
