//! The proof that an entry is in the log, in one file (C2SP tlog-proof v1), and the receipt made of it.
//!
//! Start with [`check_receipt`]: it is all that a person, or a court, needs besides the log's public key.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::canonical::{self, CanonicalError};
use super::checkpoint::{Checkpoint, CheckpointError};
use super::entry::{BadEntry, Entry, commit, whole_number};
use super::merkle::{BadProof, Hash, leaf_hash, verify_inclusion};
use super::note::{NOTE_BYTES_MAX, VerifierKey};

const HEAD: &str = "c2sp.org/tlog-proof@v1";
// A tree of 2^63 leaves has no longer path.
const HASHES_MAX: usize = 63;

/// Where an entry stands in which log. Its `Display` is the file `….tlog-proof`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proof {
    /// Base64 of what the format leaves to us: [`receipt_extra`]. The proof does not vouch for it.
    pub extra: Option<String>,
    /// The index of the entry, from 0.
    pub index: u64,
    /// From the leaf's sibling up.
    pub hashes: Vec<Hash>,
    /// The signed checkpoint, a note.
    pub checkpoint: String,
}

/// Why a text is not a proof.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadFile {
    /// Far longer than a proof can be.
    #[error("the file is longer than any proof")]
    TooLong,
    /// An editor has put an invisible character in front.
    #[error(
        "a byte order mark stands in front of the first line; an editor added it when it saved the file, fetch the receipt again"
    )]
    ByteOrderMark,
    /// An editor, or a mail program, has changed the ends of the lines.
    #[error(
        "its lines end in CR LF instead of LF; an editor or a mail program changed them, fetch the receipt again"
    )]
    LineEnds,
    /// The first line.
    #[error("the first line is not `{HEAD}`")]
    Head,
    /// The extra data.
    #[error("the `extra` line is not base64")]
    Extra,
    /// The index.
    #[error("there is no line `index` with a decimal number without zeroes in front")]
    Index,
    /// A line of the proof.
    #[error("hash {number} of the proof is not the base64 of 32 bytes")]
    Hash {
        /// Counted from 1.
        number: usize,
    },
    /// Too many of them.
    #[error("the proof has more than {HASHES_MAX} hashes")]
    TooManyHashes,
    /// The file breaks off.
    #[error("there is no checkpoint after the proof")]
    NoCheckpoint,
}

impl Proof {
    /// The text of the file.
    pub fn to_text(&self) -> String {
        self.to_string()
    }

    /// Reads the text, in its only spelling. The checkpoint is kept as it is, unopened.
    pub fn parse(text: &str) -> Result<Self, BadFile> {
        if text.len() > 2 * NOTE_BYTES_MAX {
            return Err(BadFile::TooLong);
        }
        if text.starts_with('\u{feff}') {
            return Err(BadFile::ByteOrderMark);
        }
        let rest = text.strip_prefix(HEAD).ok_or(BadFile::Head)?;
        if rest.starts_with("\r\n") {
            return Err(BadFile::LineEnds);
        }
        let text = rest.strip_prefix('\n').ok_or(BadFile::Head)?;
        let (head, checkpoint) = text.split_once("\n\n").ok_or(BadFile::NoCheckpoint)?;
        let mut lines = head.split('\n').peekable();
        let extra = lines.next_if(|line| line.starts_with("extra"));
        let extra =
            extra.map(|line| line.strip_prefix("extra ").ok_or(BadFile::Extra)).transpose()?;
        if extra.is_some_and(|extra| STANDARD.decode(extra).is_err()) {
            return Err(BadFile::Extra);
        }
        let index = lines.next().and_then(|line| line.strip_prefix("index "));
        let index =
            index.and_then(|digits| whole_number(digits.as_bytes())).ok_or(BadFile::Index)?;
        let mut hashes = Vec::new();
        for (line, number) in lines.zip(1..) {
            if number > HASHES_MAX {
                return Err(BadFile::TooManyHashes);
            }
            hashes.push(line.parse().map_err(|_| BadFile::Hash { number })?);
        }
        if checkpoint.is_empty() {
            return Err(BadFile::NoCheckpoint);
        }
        let extra = extra.map(str::to_owned);
        Ok(Self { extra, index, hashes, checkpoint: checkpoint.to_owned() })
    }
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEAD}")?;
        if let Some(extra) = &self.extra {
            writeln!(f, "extra {extra}")?;
        }
        writeln!(f, "index {}", self.index)?;
        for hash in &self.hashes {
            writeln!(f, "{hash}")?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Extra {
    entry: String,
    payload: String,
    salt: String,
}

/// A receipt that checks: this was logged, at this place, with this content.
#[derive(Clone, PartialEq, Debug)]
pub struct CheckedReceipt {
    /// The leaf.
    pub entry: Entry<'static>,
    /// What the leaf commits to.
    pub payload: serde_json::Value,
    /// The place of the leaf, from 0.
    pub index: u64,
    /// The signed head of the log that holds the leaf.
    pub checkpoint: Checkpoint,
}

/// What in a receipt does not match.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ReceiptError {
    /// Not a proof at all.
    #[error("this is not a receipt: {0}")]
    File(#[from] BadFile),
    /// A proof without content.
    #[error("the receipt has no `extra` line, so there is nothing to check the proof against")]
    NoExtra,
    /// The extra data is something else.
    #[error("the `extra` line does not hold exactly `entry`, `payload` and `salt`")]
    Extra,
    /// The leaf.
    #[error("the entry in the receipt cannot be read: {0}")]
    Entry(#[from] BadEntry),
    /// The payload.
    #[error("the payload in the receipt cannot be read: {0}")]
    Payload(#[from] CanonicalError),
    /// The payload or the salt is not the one logged.
    #[error("the payload and salt do not match the commitment in the entry")]
    Commit,
    /// The log's word is missing or false.
    #[error("the checkpoint in the receipt is not to be trusted: {0}")]
    Checkpoint(#[from] CheckpointError),
    /// The log holds something else at this place.
    #[error("the entry is not the one that the log holds at this place: {0}")]
    Inclusion(#[from] BadProof),
}

/// The `extra` of a receipt: base64 of `{"entry":"…","payload":"…","salt":"…"}`, in canonical JSON.
pub fn receipt_extra(
    entry: &[u8],
    payload: &[u8],
    salt: &[u8; 32],
) -> Result<String, ReceiptError> {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).map_err(|_| ReceiptError::Extra);
    let extra =
        Extra { entry: text(entry)?, payload: text(payload)?, salt: Hash(*salt).to_string() };
    Ok(STANDARD.encode(canonical::to_vec(&extra)?))
}

/// Checks a receipt: that the checkpoint is signed by a key that bears the log's name, that the log holds the entry at
/// the index, and that the entry commits to the payload.
pub fn check_receipt(text: &str, keys: &[VerifierKey]) -> Result<CheckedReceipt, ReceiptError> {
    let proof = Proof::parse(text)?;
    let Extra { entry, payload, salt } = read_extra(&proof.extra.ok_or(ReceiptError::NoExtra)?)?;
    let salt: Hash = salt.parse().map_err(|_| ReceiptError::Extra)?;
    let leaf = leaf_hash(entry.as_bytes());
    let entry = Entry::parse(entry.as_bytes())?.into_owned();
    if entry.commit() != commit(&salt.0, payload.as_bytes()) {
        return Err(ReceiptError::Commit);
    }
    let payload = canonical::parse_strict(payload.as_bytes())?;
    let checkpoint = Checkpoint::open(&proof.checkpoint, keys)?;
    verify_inclusion(checkpoint.root, checkpoint.size, proof.index, leaf, &proof.hashes)?;
    Ok(CheckedReceipt { entry, payload, index: proof.index, checkpoint })
}

fn read_extra(extra: &str) -> Result<Extra, ReceiptError> {
    let json = STANDARD.decode(extra).map_err(|_| ReceiptError::Extra)?;
    let value = canonical::parse_strict(&json).map_err(|_| ReceiptError::Extra)?;
    serde_json::from_value(value).map_err(|_| ReceiptError::Extra)
}

#[cfg(test)]
mod tests;
