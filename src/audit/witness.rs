//! Witnesses: others who see that a log only grows (C2SP tlog-cosignature v1 and tlog-witness v1.0.0).
//!
//! Start with [`Seen::take`], the whole judgement of a witness, and [`Witness::cosigned`], which checks what one said. A log
//! that shows two faces needs a witness that lies for it.

use std::fmt;

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::checkpoint::{Checkpoint, CheckpointError};
use super::entry::whole_number;
use super::merkle::{Hash, verify_consistency};
use super::note::{BadKey, DASH, NoteError, VerifierKey, id_text, key_id, read_vkey, signature};

const COSIGNATURE_TYPE: u8 = 0x04;
const HASHES_MAX: usize = 63;

/// The public key of a witness. Its text is the vkey, `<name>+<key id>+<key>`, of type 4.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Witness {
    name: String,
    id: [u8; 4],
    key: [u8; 32],
}

/// The private key of a witness.
pub struct Cosigner {
    pair: Ed25519KeyPair,
    public: Witness,
}

impl fmt::Debug for Cosigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cosigner").field("name", &self.public.name).finish_non_exhaustive()
    }
}

/// Why a cosignature does not count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadCosignature {
    /// The witness has not signed.
    #[error("there is no cosignature of this witness")]
    Missing,
    /// It is not what the witness signed.
    #[error("the cosignature does not match the checkpoint")]
    Wrong,
}

impl Witness {
    fn new(name: &str, key: [u8; 32]) -> Result<Self, BadKey> {
        Ok(Self { name: name.to_owned(), id: key_id(name, COSIGNATURE_TYPE, &key)?, key })
    }

    /// Reads a vkey of type 4.
    ///
    /// # Errors
    /// When it is none.
    pub fn parse(vkey: &str) -> Result<Self, BadKey> {
        let (name, key) = read_vkey(vkey, COSIGNATURE_TYPE)?;
        Self::new(name, key)
    }

    /// The name it signs under.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// When the witness cosigned this checkpoint, in seconds since 1970. `lines` are signature lines, or a whole note.
    ///
    /// # Errors
    /// When it did not, or not this.
    pub fn cosigned(&self, note: &str, lines: &str) -> Result<u64, BadCosignature> {
        let text = text_of(note).ok_or(BadCosignature::Wrong)?;
        let own =
            lines.lines().filter_map(signature).find(|s| s.name == self.name && s.id == self.id);
        let own = own.ok_or(BadCosignature::Missing)?;
        let (seconds, signed) = own.bytes.split_first_chunk().ok_or(BadCosignature::Wrong)?;
        let seconds = u64::from_be_bytes(*seconds);
        UnparsedPublicKey::new(&ED25519, self.key)
            .verify(message(text, seconds).as_bytes(), signed)
            .map_err(|_| BadCosignature::Wrong)?;
        Ok(seconds)
    }
}

impl fmt::Display for Witness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = STANDARD.encode([&[COSIGNATURE_TYPE][..], &self.key].concat());
        write!(f, "{}+{}+{key}", self.name, id_text(self.id))
    }
}

impl Cosigner {
    /// The key of this name that follows from the seed.
    ///
    /// # Errors
    /// When the name cannot be one.
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, BadKey> {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| BadKey::Seed)?;
        let key = pair.public_key().as_ref().try_into().map_err(|_| BadKey::Seed)?;
        Ok(Self { pair, public: Witness::new(name, key)? })
    }

    /// The public half.
    pub fn public(&self) -> &Witness {
        &self.public
    }

    /// The cosignature line, with its newline.
    ///
    /// # Errors
    /// When the note is none.
    pub fn cosign(&self, note: &str, seconds: u64) -> Result<String, NoteError> {
        let text = text_of(note).ok_or(NoteError::Shape)?;
        let signed = self
            .pair
            .try_sign(message(text, seconds).as_bytes())
            .map_err(|_| NoteError::Refused)?;
        let bytes = [&self.public.id[..], &seconds.to_be_bytes(), signed.as_ref()].concat();
        Ok(format!("{DASH}{} {}\n", self.public.name, STANDARD.encode(bytes)))
    }
}

fn message(text: &str, seconds: u64) -> String {
    format!("cosignature/v1\ntime {seconds}\n{text}")
}

/// The text of a note, with the newline at its end.
fn text_of(note: &str) -> Option<&str> {
    note.get(..=note.rfind("\n\n")?)
}

/// What a log asks a witness.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AddCheckpoint {
    /// The size that the log thinks the witness has seen.
    pub old: u64,
    /// That the checkpoint continues it.
    pub proof: Vec<Hash>,
    /// The signed checkpoint, a note.
    pub checkpoint: String,
}

impl AddCheckpoint {
    /// Reads the body of the question. `None`: it is malformed.
    pub fn parse(body: &str) -> Option<Self> {
        let (head, checkpoint) = body.split_once("\n\n")?;
        let mut lines = head.split('\n');
        let old = whole_number(lines.next()?.strip_prefix("old ")?.as_bytes())?;
        let proof: Vec<Hash> = lines.map(str::parse).collect::<Result<_, _>>().ok()?;
        (proof.len() <= HASHES_MAX).then(|| Self { old, proof, checkpoint: checkpoint.to_owned() })
    }
}

impl fmt::Display for AddCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "old {}", self.old)?;
        for hash in &self.proof {
            writeln!(f, "{hash}")?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}

/// What a witness remembers of a log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seen {
    /// The largest size it cosigned.
    pub size: u64,
    /// Its root.
    pub root: Hash,
}

impl Default for Seen {
    fn default() -> Self {
        Self { size: 0, root: super::merkle::empty_root() }
    }
}

/// Why a witness does not cosign. Each has its status.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Declined {
    /// 404.
    #[error("this witness does not know the log `{0}`")]
    UnknownLog(String),
    /// 403.
    #[error("the checkpoint is not signed by the log's key")]
    NotSigned,
    /// 400.
    #[error("the checkpoint is older than the size it says to continue")]
    Older,
    /// 409: the witness has seen another size.
    #[error("the witness has seen the log at size {0}")]
    OtherSize(u64),
    /// 409: the same size with another root. The log has two faces.
    #[error("the witness has seen another root at size {0}: the log shows two faces")]
    OtherRoot(u64),
    /// 422.
    #[error("the proof does not show that the log continues what the witness has seen")]
    BadProof,
}

impl Seen {
    /// Judges a question against what was seen; what is to be remembered before anything is cosigned.
    ///
    /// # Errors
    /// When it is not to be cosigned.
    pub fn take(&self, asked: &AddCheckpoint, log: &VerifierKey) -> Result<Self, Declined> {
        let checkpoint = match Checkpoint::open(&asked.checkpoint, std::slice::from_ref(log)) {
            Ok(checkpoint) => checkpoint,
            Err(CheckpointError::NotItsOwn { origin }) => return Err(Declined::UnknownLog(origin)),
            Err(_) => return Err(Declined::NotSigned),
        };
        if asked.old > checkpoint.size {
            return Err(Declined::Older);
        }
        if asked.old != self.size {
            return Err(Declined::OtherSize(self.size));
        }
        if checkpoint.size == self.size && checkpoint.root != self.root {
            return Err(Declined::OtherRoot(self.size));
        }
        let (old, new) = ((self.root, self.size), (checkpoint.root, checkpoint.size));
        let continues = if self.size == 0 || old == new {
            asked.proof.is_empty()
        } else {
            verify_consistency(old.0, old.1, new.0, new.1, &asked.proof).is_ok()
        };
        if continues { Ok(Self { size: new.1, root: new.0 }) } else { Err(Declined::BadProof) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::merkle::{Frontier, leaf_hash};
    use super::super::note::SigningKey;
    use super::*;

    fn head(leaves: &[&str], key: &SigningKey) -> (Checkpoint, String) {
        let mut frontier = Frontier::default();
        for leaf in leaves {
            frontier.push(leaf_hash(leaf.as_bytes()));
        }
        let (size, root) = (frontier.size(), frontier.root());
        let checkpoint = Checkpoint { origin: key.name().to_owned(), size, root };
        let note = checkpoint.sign(key).unwrap();
        (checkpoint, note)
    }

    fn ask(old: u64, proof: Vec<Hash>, checkpoint: String) -> AddCheckpoint {
        AddCheckpoint { old, proof, checkpoint }
    }

    #[test]
    fn a_cosignature_counts_for_its_checkpoint_alone() {
        let key = SigningKey::from_seed("log.example", &[1; 32]).unwrap();
        let witness = Cosigner::from_seed("witness.example", &[2; 32]).unwrap();
        let (_, note) = head(&["a"], &key);
        let line = witness.cosign(&note, 1_764_547_200).unwrap();
        let vkey = witness.public().to_string();
        let public = Witness::parse(&vkey).unwrap();
        assert_eq!(&public, witness.public());
        assert_eq!(public.cosigned(&note, &line), Ok(1_764_547_200));
        // Appended to the note it is one more signature, and nobody's else changes.
        let both = format!("{note}{line}");
        assert_eq!(public.cosigned(&both, &both), Ok(1_764_547_200));
        assert!(Checkpoint::open(&both, std::slice::from_ref(key.verifier())).is_ok());
        let (_, other) = head(&["b"], &key);
        assert_eq!(public.cosigned(&other, &line), Err(BadCosignature::Wrong));
        assert_eq!(public.cosigned(&note, &note), Err(BadCosignature::Missing));
        assert_eq!(Witness::parse(&key.vkey()), Err(BadKey::Type));
    }

    #[test]
    fn a_witness_follows_a_log_that_grows_and_no_other() {
        let key = SigningKey::from_seed("log.example", &[1; 32]).unwrap();
        let log = key.verifier();
        let (one, first) = head(&["a"], &key);
        let (two, second) = head(&["a", "b"], &key);
        let (_, fork) = head(&["x", "b"], &key);
        let seen = Seen::default().take(&ask(0, vec![], first.clone()), log).unwrap();
        assert_eq!(seen, Seen { size: 1, root: one.root });
        let b = leaf_hash(b"b");
        let grown = seen.take(&ask(1, vec![b], second.clone()), log).unwrap();
        assert_eq!(grown, Seen { size: 2, root: two.root });
        assert_eq!(grown.take(&ask(2, vec![], second.clone()), log), Ok(grown.clone()));
        assert_eq!(seen.take(&ask(1, vec![b], fork.clone()), log), Err(Declined::BadProof));
        assert_eq!(seen.take(&ask(1, vec![], second.clone()), log), Err(Declined::BadProof));
        assert_eq!(grown.take(&ask(2, vec![], fork), log), Err(Declined::OtherRoot(2)));
        assert_eq!(grown.take(&ask(1, vec![b], second.clone()), log), Err(Declined::OtherSize(2)));
        assert_eq!(grown.take(&ask(2, vec![], first.clone()), log), Err(Declined::Older));
        let stranger = SigningKey::from_seed("log.example", &[9; 32]).unwrap();
        let (_, forged) = head(&["a"], &stranger);
        let refused = Seen::default().take(&ask(0, vec![], forged), log);
        assert_eq!(refused, Err(Declined::NotSigned));
    }

    #[test]
    fn a_question_is_read_as_it_is_written() {
        let key = SigningKey::from_seed("log.example", &[1; 32]).unwrap();
        let (_, note) = head(&["a", "b"], &key);
        let asked = ask(1, vec![leaf_hash(b"b")], note);
        assert_eq!(AddCheckpoint::parse(&asked.to_string()), Some(asked.clone()));
        assert_eq!(AddCheckpoint::parse(&asked.to_string().replacen("old 1", "old 01", 1)), None);
        assert_eq!(AddCheckpoint::parse("old 1\n"), None);
    }
}
