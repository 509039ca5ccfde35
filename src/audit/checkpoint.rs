//! What a log signs: how many leaves it has and under which root (C2SP tlog-checkpoint v1.0.0).
//!
//! Start with [`Checkpoint::open`]. A log never signs two checkpoints of which one does not continue the other; to see to
//! that is the caller's part.

use std::fmt;

use super::entry::whole_number;
use super::merkle::{Hash, SIZE_MAX};
use super::note::{self, NoteError, SigningKey, VerifierKey};

/// The head of a log. Its text is three lines: origin, size, root.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checkpoint {
    /// Which log: one line that is not empty. Here it is also the name of the log's key.
    pub origin: String,
    /// The number of leaves.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

/// Why something is no checkpoint of a log we know.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CheckpointError {
    /// The note around it.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// Not three lines, or more.
    #[error("a checkpoint is three lines that are not empty: origin, size and root hash")]
    Shape,
    /// The second line.
    #[error("the size of a checkpoint is a decimal number below 2^63 without zeroes in front")]
    Size,
    /// The third line.
    #[error("the root of a checkpoint is the base64 of 32 bytes")]
    Root,
    /// Signed by somebody we know, but not by the log it speaks of.
    #[error("the checkpoint of `{origin}` is not signed by a key of that name")]
    NotItsOwn {
        /// The log it speaks of.
        origin: String,
    },
}

impl Checkpoint {
    /// Reads the text of a checkpoint, in its only spelling. Extension lines are refused: nobody could audit them.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        let lines = text.strip_suffix('\n').ok_or(CheckpointError::Shape)?;
        let mut lines = lines.split('\n');
        let (Some(origin), Some(size), Some(root), None) =
            (lines.next(), lines.next(), lines.next(), lines.next())
        else {
            return Err(CheckpointError::Shape);
        };
        if origin.is_empty() {
            return Err(CheckpointError::Shape);
        }
        let size = whole_number(size.as_bytes()).filter(|size| *size <= SIZE_MAX);
        Ok(Self {
            origin: origin.to_owned(),
            size: size.ok_or(CheckpointError::Size)?,
            root: root.parse().map_err(|_| CheckpointError::Root)?,
        })
    }

    /// Opens a signed checkpoint. One of the keys must bear the origin as its name and have signed.
    pub fn open(note: &str, keys: &[VerifierKey]) -> Result<Self, CheckpointError> {
        let opened = note::open(note, keys)?;
        let checkpoint = Self::parse(&opened.text)?;
        if opened.by.contains(&checkpoint.origin) {
            Ok(checkpoint)
        } else {
            Err(CheckpointError::NotItsOwn { origin: checkpoint.origin })
        }
    }

    /// The signed note. The key must bear the origin as its name.
    pub fn sign(&self, key: &SigningKey) -> Result<String, CheckpointError> {
        if key.name() != self.origin {
            return Err(CheckpointError::NotItsOwn { origin: self.origin.clone() });
        }
        Ok(key.sign(&self.to_string())?)
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { origin, size, root } = self;
        writeln!(f, "{origin}\n{size}\n{root}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ORIGIN: &str = "dsr.example/habeas";

    fn checkpoint() -> Checkpoint {
        Checkpoint { origin: ORIGIN.to_owned(), size: 20_852_163, root: Hash([7; 32]) }
    }

    fn key(name: &str) -> SigningKey {
        SigningKey::from_seed(name, &[1; 32]).unwrap()
    }

    #[test]
    fn a_checkpoint_is_three_lines() {
        let text = "dsr.example/habeas\n20852163\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n";
        assert_eq!(checkpoint().to_string(), text);
        assert_eq!(Checkpoint::parse(text), Ok(checkpoint()));
    }

    #[test]
    fn other_spellings_are_refused() {
        let text = checkpoint().to_string();
        for (from, to, why) in [
            ("20852163", "020852163", CheckpointError::Size),
            ("20852163", "+20852163", CheckpointError::Size),
            ("20852163", " 20852163", CheckpointError::Size),
            ("20852163", "", CheckpointError::Size),
            ("20852163", "9223372036854775808", CheckpointError::Size),
            ("20852163", "18446744073709551616", CheckpointError::Size),
            ("Bwc=\n", "Bwc\n", CheckpointError::Root),
            ("Bwc=\n", "Bwd=\n", CheckpointError::Root),
            ("Bwc=\n", "Bwc=", CheckpointError::Shape),
            ("Bwc=\n", "Bwc=\n\n", CheckpointError::Shape),
            ("Bwc=\n", "Bwc=\nextension\n", CheckpointError::Shape),
            (ORIGIN, "", CheckpointError::Shape),
        ] {
            let other = text.replacen(from, to, 1);
            assert_eq!(Checkpoint::parse(&other), Err(why), "{other}");
        }
        assert_eq!(Checkpoint::parse(""), Err(CheckpointError::Shape));
    }

    #[test]
    fn only_the_log_itself_signs_its_checkpoint() {
        let (own, other) = (key(ORIGIN), key("other.example"));
        let keys = [own.verifier().clone(), other.verifier().clone()];
        let note = checkpoint().sign(&own).unwrap();
        assert_eq!(Checkpoint::open(&note, &keys), Ok(checkpoint()));
        let not_its_own = CheckpointError::NotItsOwn { origin: ORIGIN.to_owned() };
        assert_eq!(checkpoint().sign(&other), Err(not_its_own.clone()));
        let note = other.sign(&checkpoint().to_string()).unwrap();
        assert_eq!(Checkpoint::open(&note, &keys), Err(not_its_own));
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_back(
            origin in "[^\\p{Cc}]{1,20}", size in 0..=SIZE_MAX, root: [u8; 32],
        ) {
            let checkpoint = Checkpoint { origin, size, root: Hash(root) };
            prop_assert_eq!(Checkpoint::parse(&checkpoint.to_string()), Ok(checkpoint));
        }
    }
}
