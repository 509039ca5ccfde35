//! Leaves of the audit log are gathered during a job and written together.

use crate::audit::merkle::{Frontier, leaf_hash};
use crate::audit::tiles::{TileId, TileSource};

use super::error::StoreError;
use super::rows::{LeafRow, OpeningRow};
use super::tx::Tx;

/// A leaf about to be written.
#[derive(Debug)]
pub struct Draft {
    /// Person whose key sealed the payload.
    pub subject: Vec<u8>,
    /// The case, when it belongs to one.
    pub case: Option<Vec<u8>>,
    /// The leaf's own salt.
    pub salt: [u8; 32],
    /// The sealed payload.
    pub sealed: Vec<u8>,
}

impl Tx<'_> {
    /// Appends a leaf. `entry` makes its bytes from the time it will carry: the log's time never runs backwards.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn append(
        &mut self,
        now_ms: i64,
        draft: Draft,
        entry: impl FnOnce(i64) -> Vec<u8>,
    ) -> Result<i64, StoreError> {
        self.lock_log()?;
        let time = now_ms.max(self.tail.last_time);
        let idx = self.tail.size + self.tail.leaves.len() as u64;
        let idx = i64::try_from(idx).map_err(|_| StoreError::Broken("the log is full".into()))?;
        let entry = entry(time);
        self.tail.last_time = time;
        self.tail.hashes.push(leaf_hash(&entry));
        self.tail.leaves.push(LeafRow { idx, entry });
        self.tail.openings.push(OpeningRow {
            idx,
            subject_id: draft.subject,
            case_id: draft.case,
            salt: draft.salt.to_vec(),
            payload: draft.sealed,
        });
        Ok(idx)
    }

    /// The time of the leaf that was appended last: what hangs on it carries the same.
    pub fn leaf_time(&self) -> i64 {
        self.tail.last_time
    }

    fn lock_log(&mut self) -> Result<(), StoreError> {
        if self.tail.locked {
            return Ok(());
        }
        let (size, last_time, peaks) = self.lock_head()?;
        let size = u64::try_from(size).unwrap_or_default();
        if !self.tail.known || self.tail.size != size {
            self.tail.forget();
            self.tail.frontier = Frontier::from_bytes(&peaks)
                .map_err(|e| StoreError::Broken(format!("the head of the log is damaged: {e}")))?;
            self.tail.known = true;
            self.tail.size = size;
        }
        self.tail.last_time = last_time;
        self.tail.locked = true;
        Ok(())
    }

    /// Writes what was appended: leaves, openings, tiles and head in few statements.
    pub(crate) fn flush_log(&mut self) -> Result<(), StoreError> {
        if self.tail.leaves.is_empty() {
            return Ok(());
        }
        let leaves = std::mem::take(&mut self.tail.leaves);
        let openings = std::mem::take(&mut self.tail.openings);
        let hashes = std::mem::take(&mut self.tail.hashes);
        self.insert_leaves(&leaves)?;
        self.insert_openings(&openings)?;
        let size = self.tail.size;
        let tiles = crate::audit::tiles::append(&mut Edge(self), size, &hashes)
            .map_err(|e| StoreError::Broken(format!("the tiles of the log are damaged: {e}")))?;
        for (id, bytes) in tiles {
            self.put_tile(id, &bytes)?;
            self.tail.edge.retain(|old, _| old.level != id.level || old.index >= id.index);
            self.tail.edge.insert(id, bytes);
        }
        for hash in &hashes {
            self.tail.frontier.push(*hash);
        }
        self.tail.size += hashes.len() as u64;
        let peaks = self.tail.frontier.to_bytes();
        let size = i64::try_from(self.tail.size).unwrap_or(i64::MAX);
        self.set_head(size, self.tail.last_time, &peaks)?;
        Ok(())
    }
}

/// Reads tiles from memory first, then from the database.
struct Edge<'a, 'b>(&'a mut Tx<'b>);

impl TileSource for Edge<'_, '_> {
    type Error = StoreError;

    fn tile(&mut self, id: TileId) -> Result<Option<Vec<u8>>, StoreError> {
        match self.0.tail.edge.get(&id) {
            Some(bytes) => Ok(Some(bytes.clone())),
            None => self.0.tile(id),
        }
    }
}

/// Tiles straight from the database, for proofs.
#[derive(Debug)]
pub struct Tiles<'a, 'b>(pub &'a mut Tx<'b>);

impl TileSource for Tiles<'_, '_> {
    type Error = StoreError;

    fn tile(&mut self, id: TileId) -> Result<Option<Vec<u8>>, StoreError> {
        self.0.tile(id)
    }
}
