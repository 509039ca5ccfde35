//! A snapshot: everybody who objects to one purpose, signed by the log's key, to be carried to where the data are.
//!
//! `habeas-objections-snapshot/v1 <length of the note>` and a newline; a signed note that names purpose, epoch, time, count, the
//! hash of what follows and the key of the marks; then the marks, 16 bytes each, ascending. Whoever holds the key of the marks
//! can ask it about people they know; it names nobody to anyone else.

use std::io::Read;
use std::sync::Arc;

use sha2::{Digest as _, Sha256};

use super::base::Base;
use super::mark::MarkKey;
use crate::audit::note::{self, NoteError, SigningKey, VerifierKey};
use crate::domain::time::Instant;

const MAGIC: &str = "habeas-objections-snapshot/v1 ";
const TITLE: &str = "habeas-objections/v1";
const NOTE_BYTES_MAX: usize = 4096;
const MARK_BYTES: usize = 16;

/// What the signature covers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    /// The purpose.
    pub purpose: String,
    /// Every objection up to this epoch is in it.
    pub epoch: i64,
    /// When it was made.
    pub made_at: Instant,
    /// How many marks.
    pub count: usize,
    /// Of the marks, in hex.
    pub sha256: String,
    /// Which key made the marks, see [`MarkKey::id`].
    pub key: String,
}

/// Why a snapshot is refused.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// Not one, or cut off at its beginning.
    #[error("this is no snapshot of objections; fetch it again")]
    Shape,
    /// Altered, or of another gateway.
    #[error("the snapshot is not signed by the log that the key file names: {0}")]
    Signature(#[from] NoteError),
    /// For something else.
    #[error("the snapshot is for the purpose `{0}`; fetch the one for yours")]
    Purpose(String),
    /// Made with another key.
    #[error(
        "the snapshot was made with the key {theirs}, the key file holds {ours}; make the key file anew"
    )]
    Key {
        /// In the snapshot.
        theirs: String,
        /// In the key file.
        ours: String,
    },
    /// Older than asked for.
    #[error("the snapshot is of epoch {0}, older than asked for; fetch a newer one")]
    Epoch(i64),
    /// Older than allowed.
    #[error(
        "the snapshot was made at {0}, too long ago; fetch a newer one, or allow it with --max-age"
    )]
    Old(String),
    /// Altered or cut off.
    #[error("the marks of the snapshot are not those that were signed; fetch it again")]
    Marks,
    /// Reading.
    #[error("the snapshot cannot be read: {0}")]
    Io(#[from] std::io::Error),
}

/// What the reader expects.
#[derive(Debug)]
pub struct Expected<'a> {
    /// Who must have signed it.
    pub log: &'a VerifierKey,
    /// Who made the marks.
    pub key: &'a MarkKey,
    /// For what.
    pub purpose: &'a str,
    /// At least this epoch.
    pub min_epoch: i64,
    /// Not made before.
    pub not_before: Instant,
}

impl Head {
    /// For this base.
    pub fn of(base: &Base, purpose: &str, key: &MarkKey, now: Instant) -> Self {
        let mut hash = Sha256::new();
        for mark in base.marks() {
            hash.update(mark.bytes());
        }
        Self {
            purpose: purpose.to_owned(),
            epoch: base.epoch,
            made_at: now,
            count: base.len(),
            sha256: hex(&hash.finalize()),
            key: key.id(),
        }
    }

    fn text(&self) -> String {
        format!(
            "{TITLE}\npurpose {}\nepoch {}\ntime {}\nmarks {}\nsha256 {}\nkey {}\n",
            self.purpose,
            self.epoch,
            self.made_at.rfc3339(),
            self.count,
            self.sha256,
            self.key
        )
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        (lines.next()? == TITLE).then_some(())?;
        let mut line = |name: &str| lines.next()?.strip_prefix(name)?.strip_prefix(' ');
        let head = Self {
            purpose: line("purpose")?.to_owned(),
            epoch: line("epoch")?.parse().ok()?,
            made_at: Instant::parse(line("time")?).ok()?,
            count: line("marks")?.parse().ok()?,
            sha256: line("sha256")?.to_owned(),
            key: line("key")?.to_owned(),
        };
        (head.text() == text).then_some(head)
    }

    /// What stands before the marks.
    ///
    /// # Errors
    /// When the key refuses to sign, which it does not.
    pub fn sign(&self, signer: &SigningKey) -> Result<String, NoteError> {
        let note = signer.sign(&self.text())?;
        Ok(format!("{MAGIC}{}\n{note}", note.len()))
    }
}

/// The marks in pieces of 64 KiB.
pub fn pieces(base: &Arc<Base>) -> impl Iterator<Item = Vec<u8>> + use<> {
    const TOGETHER: usize = 4096;
    let base = Arc::clone(base);
    (0..base.len().div_ceil(TOGETHER)).map(move |piece| {
        let marks = base.slice(piece * TOGETHER, TOGETHER);
        marks.iter().flat_map(|mark| mark.to_be_bytes()).collect()
    })
}

/// Reads and verifies a snapshot. Nothing of it is believed before all of it was checked.
///
/// # Errors
/// See [`SnapshotError`].
pub fn read(mut file: impl Read, expected: &Expected<'_>) -> Result<(Head, Base), SnapshotError> {
    let head = read_head(&mut file, expected)?;
    let mut bytes = Vec::new();
    let length = head.count.checked_mul(MARK_BYTES).ok_or(SnapshotError::Marks)?;
    file.take(u64::try_from(length).unwrap_or(u64::MAX).saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() != length || hex(&Sha256::digest(&bytes)) != head.sha256 {
        return Err(SnapshotError::Marks);
    }
    let (marks, _) = bytes.as_chunks::<MARK_BYTES>();
    let marks: Vec<u128> = marks.iter().map(|mark| u128::from_be_bytes(*mark)).collect();
    if !marks.is_sorted_by(|one, next| one < next) {
        return Err(SnapshotError::Marks);
    }
    let epoch = head.epoch;
    Ok((head, Base::new(epoch, marks, Vec::new())))
}

fn read_head(file: &mut impl Read, expected: &Expected<'_>) -> Result<Head, SnapshotError> {
    let mut line = Vec::new();
    while line.last() != Some(&b'\n') && line.len() < MAGIC.len() + 6 {
        let mut byte = [0u8];
        if file.read(&mut byte)? == 0 {
            return Err(SnapshotError::Shape);
        }
        line.extend(byte);
    }
    let length: usize = std::str::from_utf8(&line)
        .ok()
        .and_then(|line| line.strip_prefix(MAGIC)?.strip_suffix('\n')?.parse().ok())
        .filter(|length| *length <= NOTE_BYTES_MAX)
        .ok_or(SnapshotError::Shape)?;
    let mut note = vec![0u8; length];
    file.read_exact(&mut note).map_err(|_| SnapshotError::Shape)?;
    let note = String::from_utf8(note).map_err(|_| SnapshotError::Shape)?;
    let opened = note::open(&note, std::slice::from_ref(expected.log))?;
    let head = Head::parse(&opened.text).ok_or(SnapshotError::Shape)?;
    if head.purpose != expected.purpose {
        return Err(SnapshotError::Purpose(head.purpose));
    }
    if head.key != expected.key.id() {
        return Err(SnapshotError::Key { theirs: head.key, ours: expected.key.id() });
    }
    if head.epoch < expected.min_epoch {
        return Err(SnapshotError::Epoch(head.epoch));
    }
    if head.made_at < expected.not_before {
        return Err(SnapshotError::Old(head.made_at.rfc3339()));
    }
    Ok(head)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::objections::mark::Mark;

    fn whole() -> (Vec<u8>, SigningKey, MarkKey) {
        let signer = SigningKey::from_seed("log.example/habeas", &[7; 32]).unwrap();
        let key = MarkKey::new(&[1; 32]);
        let stop = crate::objections::Stop { since: Instant(1), is_restricted: false };
        let mut marks: Vec<_> =
            (0..9_000).map(|n| (key.people_of("i").mark(&n.to_string()), Some(stop))).collect();
        marks.sort_unstable_by_key(|(mark, _)| *mark);
        let base = Arc::new(Base::default().with(12, &marks));
        let mut file = Head::of(&base, "ai_training", &key, Instant(1_000))
            .sign(&signer)
            .unwrap()
            .into_bytes();
        file.extend(pieces(&base).flatten());
        (file, signer, key)
    }

    fn expected<'a>(signer: &'a SigningKey, key: &'a MarkKey) -> Expected<'a> {
        Expected {
            log: signer.verifier(),
            key,
            purpose: "ai_training",
            min_epoch: 12,
            not_before: Instant(0),
        }
    }

    #[test]
    fn a_snapshot_says_what_the_index_said() {
        let (file, signer, key) = whole();
        let (head, base) = read(file.as_slice(), &expected(&signer, &key)).unwrap();
        assert_eq!((head.count, head.epoch, base.len()), (9_000, 12, 9_000));
        let people = key.people_of("i");
        assert!((0..9_000).all(|n| base.has(people.mark(&n.to_string()))));
        assert!((9_000..20_000).all(|n| !base.has(people.mark(&n.to_string()))));
        assert!(!base.has(Mark(0)));
    }

    #[test]
    fn a_flipped_byte_a_missing_end_or_a_longer_one_is_refused_wherever_it_is() {
        let (file, signer, key) = whole();
        let expected = expected(&signer, &key);
        let places = (0..600).chain((600..file.len()).step_by(997));
        for at in places {
            let mut changed = file.clone();
            changed[at] ^= 1;
            assert!(read(changed.as_slice(), &expected).is_err(), "byte {at}");
        }
        for length in [0, 10, 400, file.len() - 1] {
            assert!(read(&file[..length], &expected).is_err(), "{length} bytes");
        }
        let longer = [file.as_slice(), &[0]].concat();
        assert!(read(longer.as_slice(), &expected).is_err());
    }

    #[test]
    fn another_purpose_key_signer_epoch_or_age_is_told_apart() {
        let (file, signer, key) = whole();
        let other = SigningKey::from_seed("log.example/habeas", &[8; 32]).unwrap();
        let other_key = MarkKey::new(&[2; 32]);
        let fine = expected(&signer, &key);
        let say =
            |expected: Expected<'_>| read(file.as_slice(), &expected).unwrap_err().to_string();
        assert!(say(Expected { purpose: "marketing", ..fine }).contains("`ai_training`"));
        let fine = || expected(&signer, &key);
        assert!(say(Expected { key: &other_key, ..fine() }).contains("key file"));
        assert!(say(Expected { log: other.verifier(), ..fine() }).contains("not signed by"));
        assert!(say(Expected { min_epoch: 13, ..fine() }).contains("epoch 12"));
        assert!(say(Expected { not_before: Instant(1_001), ..fine() }).contains("--max-age"));
    }
}
