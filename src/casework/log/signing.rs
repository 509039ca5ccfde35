//! The log's pen: signs heads after reading again what it signs, and hands out proofs.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::audit::checkpoint::{Checkpoint, CheckpointError};
use crate::audit::leaf::office::LogRecovered;
use crate::audit::merkle::{Frontier, leaf_hash};
use crate::audit::note::NoteError;
use crate::audit::tiles;
use crate::store::rows::{CheckpointRow, CosignatureRow};
use crate::store::vault::Vault;
use crate::store::{StoreError, Tiles, Tx};

use crate::audit::hex::hex;

use crate::casework::{CaseworkError, Office, log, people};

const PAGE: i64 = 4096;

/// Why the log is not signed.
#[derive(Debug, thiserror::Error)]
pub enum SigningError {
    /// The database is older than the head kept outside it.
    #[error(
        "the database holds {database} log entries, but a head over {signed} was signed already: it was rolled back; \
         restore a newer backup, or begin anew with `habeas audit recover`"
    )]
    RolledBack {
        /// Leaves in the database.
        database: u64,
        /// Leaves under the last signed head.
        signed: u64,
    },
    /// What would be signed is not what was written.
    #[error(
        "the log does not match what was signed ({0}); it is not signed again. Run `habeas audit verify`"
    )]
    Mismatch(String),
    /// The head's file.
    #[error("the file with the log's last signed head cannot be used: {0}")]
    File(String),
    /// The database.
    #[error(transparent)]
    Casework(#[from] CaseworkError),
}

impl From<StoreError> for SigningError {
    fn from(error: StoreError) -> Self {
        Self::Casework(error.into())
    }
}

/// Signs the log of one node. Remembers what it verified, so that each leaf is read again once.
#[derive(Debug)]
pub struct HeadSigner {
    office: Arc<Office>,
    head_file: PathBuf,
    verified: Frontier,
}

impl HeadSigner {
    /// Compares the database with the head kept outside it (the fork guard) and starts from there.
    ///
    /// # Errors
    /// [`SigningError::RolledBack`] or [`SigningError::Mismatch`]: the gateway must not write to such a log.
    pub fn start(office: Arc<Office>, head_file: PathBuf) -> Result<Self, SigningError> {
        let mut scribe = Self { office, head_file, verified: Frontier::default() };
        let Some(outside) = read_head(&scribe.head_file, &scribe.office)? else {
            return Ok(scribe);
        };
        let size = outside.size;
        let (database, root) = scribe.office.store.read_blocking("fork guard", move |tx| {
            let database = u64::try_from(tx.log_head()?.0).unwrap_or_default();
            let root = (database >= size).then(|| tiles::root_at(&mut Tiles(tx), size));
            Ok::<_, CaseworkError>((database, root.map(|r| r.map_err(|e| e.to_string()))))
        })?;
        match root {
            None => return Err(SigningError::RolledBack { database, signed: size }),
            Some(Ok(root)) if root == outside.root => {}
            Some(_) => return Err(SigningError::Mismatch(format!("root at size {size}"))),
        }
        scribe.catch_up(size)?;
        Ok(scribe)
    }

    /// Starts anew under another name: every leaf is read again before the first head is signed.
    pub fn renewed(office: Arc<Office>, head_file: PathBuf) -> Self {
        Self { office, head_file, verified: Frontier::default() }
    }

    // What was signed before a restart was verified then; the frontier is rebuilt from the tiles and held to the root.
    fn catch_up(&mut self, size: u64) -> Result<(), SigningError> {
        let peaks = self.office.store.read_blocking("frontier", move |tx| {
            Ok::<_, CaseworkError>(
                tiles::frontier_at(&mut Tiles(tx), size).map_err(|e| e.to_string()),
            )
        })?;
        self.verified = peaks.map_err(SigningError::Mismatch)?;
        Ok(())
    }

    /// Signs the head if it moved. Tells whether it did.
    ///
    /// # Errors
    /// When the log does not match, or the database does not answer; nothing is signed then.
    pub fn sign(&mut self) -> Result<bool, SigningError> {
        let (size, peaks) = self.office.store.read_blocking("log head", |tx| {
            tx.log_head().map(|(size, _, peaks)| (size, peaks)).map_err(CaseworkError::from)
        })?;
        let target = u64::try_from(size).unwrap_or_default();
        if target <= self.verified.size() {
            return Ok(false);
        }
        let mut verified = self.verified.clone();
        while verified.size() < target {
            self.read_again(&mut verified, size)?;
        }
        let written =
            Frontier::from_bytes(&peaks).map_err(|e| SigningError::Mismatch(e.to_string()))?;
        let root = verified.root();
        let by_tiles = self.office.store.read_blocking("log root", move |tx| {
            Ok::<_, CaseworkError>(
                tiles::root_at(&mut Tiles(tx), target).map_err(|e| e.to_string()),
            )
        })?;
        if written.root() != root || by_tiles.as_ref() != Ok(&root) {
            return Err(SigningError::Mismatch(format!("root at size {target}")));
        }
        let key = &self.office.log_key;
        let checkpoint = Checkpoint { origin: key.name().to_owned(), size: target, root };
        let text = checkpoint.sign(key).map_err(|e| SigningError::Mismatch(e.to_string()))?;
        // Outside first: a head that the database has and the file has not could be rolled back unseen.
        write_head(&self.head_file, &text)?;
        let row = CheckpointRow {
            size,
            note: text,
            signed_at: self.office.clock.now().0,
            seal: Vec::new(),
        };
        let vault = self.office.vault.clone();
        self.office
            .store
            .write_blocking("checkpoint", move |tx| put_checkpoint(tx, &vault, row))?;
        self.verified = verified;
        Ok(true)
    }

    /// Verify before signing: the entries as stored, through another path than the one that wrote the tiles.
    fn read_again(&self, verified: &mut Frontier, size: i64) -> Result<(), SigningError> {
        let from = i64::try_from(verified.size()).unwrap_or(i64::MAX);
        let to = size.min(from + PAGE);
        let rows = self.office.store.read_blocking("log leaves", move |tx| {
            tx.leaves(from, to).map_err(CaseworkError::from)
        })?;
        if i64::try_from(rows.len()).ok() != Some(to - from) {
            return Err(SigningError::Mismatch(format!("entries missing after {from}")));
        }
        for (expected, row) in (from..).zip(rows) {
            if row.idx != expected {
                return Err(SigningError::Mismatch(format!("entry {expected} is missing")));
            }
            verified.push(leaf_hash(&row.entry));
        }
        Ok(())
    }
}

/// Stores a signed head behind the last one; another node may have stored a larger one in the meantime.
fn put_checkpoint(
    tx: &mut Tx<'_>,
    vault: &Vault,
    mut row: CheckpointRow,
) -> Result<(), CaseworkError> {
    tx.lock_head()?;
    let before = tx.last_checkpoint()?;
    if before.as_ref().is_none_or(|before| before.size < row.size) {
        row.seal = seal_of(vault, before.as_ref(), &row);
        tx.put_checkpoint(&row)?;
    }
    Ok(())
}

/// The keyed hash that chains a stored head to the one before.
pub(crate) fn seal_of(
    vault: &Vault,
    before: Option<&CheckpointRow>,
    row: &CheckpointRow,
) -> Vec<u8> {
    let before = before.map(|row| hex(&row.seal)).unwrap_or_default();
    let (size, signed_at) = (row.size.to_string(), row.signed_at.to_string());
    vault.blind(&["signed head", &before, &size, &row.note, &signed_at]).to_vec()
}

/// The same for what a witness said.
pub(crate) fn cosignature_seal(vault: &Vault, before: &[u8], row: &CosignatureRow) -> Vec<u8> {
    let size = row.size.to_string();
    vault.blind(&["cosignature", &hex(before), &row.witness, &size, &row.line]).to_vec()
}

/// Says in the log that it was rolled back, and which signed head was lost.
///
/// # Errors
/// When the database does not answer.
pub fn tell_recovery(office: &Arc<Office>, lost: String) -> Result<i64, CaseworkError> {
    let inside = Arc::clone(office);
    office.store.write_blocking("recover", move |tx| {
        let now = inside.clock.now();
        let key = people::controller_key(tx, &inside.vault, now)?;
        let kept = u64::try_from(tx.log_head()?.0).unwrap_or_default();
        let told = LogRecovered { lost, kept, origin: inside.log_key.name().to_owned() };
        log::leaf(tx, now, (&people::CONTROLLER, &key), None, &told)
    })
}

/// The last signed head as kept outside the database.
fn read_head(path: &Path, office: &Office) -> Result<Option<Checkpoint>, SigningError> {
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(SigningError::File(e.to_string())),
    };
    let unreadable = |e: &dyn std::fmt::Display| SigningError::File(e.to_string());
    let key = office.log_key.verifier();
    match Checkpoint::open(&text, std::slice::from_ref(key)) {
        Ok(head) => Ok(Some(head)),
        Err(CheckpointError::Note(NoteError::NoKnownKey)) => Err(SigningError::File(format!(
            "it is not signed as `{}`; after a recovery `audit.origin` must be the new name",
            key.name()
        ))),
        Err(error) => Err(unreadable(&error)),
    }
}

// Written beside, synced, then renamed over: there is always one whole head.
fn write_head(path: &Path, text: &str) -> Result<(), SigningError> {
    let failed = |e: std::io::Error| SigningError::File(e.to_string());
    let beside = path.with_extension("new");
    let mut file = std::fs::File::create(&beside).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    std::fs::rename(&beside, path).map_err(failed)?;
    if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
        std::fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
    }
    Ok(())
}
