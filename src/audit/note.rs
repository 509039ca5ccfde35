//! Signed notes (C2SP signed-note v1.0.0) with Ed25519 keys: a text that anybody can check with a line of key.
//!
//! Start with [`open`]: it returns the text only if a known key signed it. [`SigningKey::sign`] is the other way round.

use std::fmt;

use aws_lc_rs::signature::{ED25519, Ed25519KeyPair, KeyPair as _, UnparsedPublicKey};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::merkle::Hash;

const ED25519_TYPE: u8 = 0x01;
pub(super) const DASH: &str = "— ";
/// The longest note that is read.
pub const NOTE_BYTES_MAX: usize = 1 << 20;
/// The most signatures one note may carry: the log's, and witnesses'.
pub const SIGNATURES_MAX: usize = 64;

/// The private key of a log, with its name.
pub struct SigningKey {
    pair: Ed25519KeyPair,
    verifier: VerifierKey,
}

/// A public key that is trusted to sign under its name. Its text is the vkey, `<name>+<key id>+<key>`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifierKey {
    // INVARIANT: the name is one that notes can carry, and the id is computed from name and key.
    name: String,
    id: [u8; 4],
    key: [u8; 32],
}

/// Why a key cannot be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadKey {
    /// The name.
    #[error("the name of a key is not empty and holds no space, control character or `+`")]
    Name,
    /// The seed.
    #[error("the seed makes no Ed25519 key")]
    Seed,
    /// The shape.
    #[error("a verifier key is of the form `<name>+<8 hex digits>+<base64>`")]
    Shape,
    /// Another kind of key.
    #[error("the verifier key is not an Ed25519 key (type 1)")]
    Type,
    /// Damaged on the way.
    #[error("the id in the verifier key does not match its name and key")]
    Id,
}

/// A note that a known key signed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opened {
    /// What was signed; ends in a newline.
    pub text: String,
    /// The names of the known keys that signed, in the order of their signatures, each once.
    pub by: Vec<String>,
}

/// Why a note is rejected.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NoteError {
    /// Beyond a megabyte.
    #[error("the note is longer than {NOTE_BYTES_MAX} bytes")]
    TooLong,
    /// Something below U+0020 that is no newline.
    #[error("the note holds a control character other than the newline")]
    ControlCharacter,
    /// No empty line, or no newline at the end.
    #[error("a note is a text, an empty line and signature lines, and ends in a newline")]
    Shape,
    /// A line after the last empty line is not a signature.
    #[error("line {line} after the text of the note is not of the form `— <name> <base64>`")]
    SignatureLine {
        /// Counted from 1.
        line: usize,
    },
    /// More signatures than are looked at.
    #[error("the note carries more than {SIGNATURES_MAX} signatures")]
    TooManySignatures,
    /// A known key's signature is wrong: the text or the signature was altered.
    #[error("the signature of `{name}` does not match the text of the note")]
    BadSignature {
        /// The name of the key.
        name: String,
    },
    /// Nobody we know signed it.
    #[error("no known key has signed the note")]
    NoKnownKey,
    /// Cannot happen with a key that was made.
    #[error("the key refused to sign")]
    Refused,
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey").field("name", &self.name()).finish_non_exhaustive()
    }
}

impl SigningKey {
    /// The key of this name that follows from the seed.
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, BadKey> {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| BadKey::Seed)?;
        let key = pair.public_key().as_ref().try_into().map_err(|_| BadKey::Seed)?;
        Ok(Self { pair, verifier: VerifierKey::new(name, key)? })
    }

    /// The name it signs under.
    pub fn name(&self) -> &str {
        &self.verifier.name
    }

    /// The public half.
    pub fn verifier(&self) -> &VerifierKey {
        &self.verifier
    }

    /// The text of the public half, to be published.
    pub fn vkey(&self) -> String {
        self.verifier.to_string()
    }

    /// The note of this text, which ends in a newline, with one signature.
    pub fn sign(&self, text: &str) -> Result<String, NoteError> {
        check_characters(text)?;
        if !text.ends_with('\n') {
            return Err(NoteError::Shape);
        }
        let signature = self.pair.try_sign(text.as_bytes()).map_err(|_| NoteError::Refused)?;
        let signature = STANDARD.encode([&self.verifier.id, signature.as_ref()].concat());
        Ok(format!("{text}\n{DASH}{} {signature}\n", self.name()))
    }
}

/// The id of a key of this type under this name.
pub(super) fn key_id(name: &str, key_type: u8, key: &[u8; 32]) -> Result<[u8; 4], BadKey> {
    if !is_key_name(name) {
        return Err(BadKey::Name);
    }
    let input = [name.as_bytes(), b"\n", &[key_type], key].concat();
    Ok(Hash::of(&input).0.first_chunk().copied().unwrap_or_default())
}

/// Name and key of a vkey of this type, whose id is right.
pub(super) fn read_vkey(vkey: &str, key_type: u8) -> Result<(&str, [u8; 32]), BadKey> {
    let mut parts = vkey.splitn(3, '+');
    let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(BadKey::Shape);
    };
    let key = STANDARD.decode(key).map_err(|_| BadKey::Shape)?;
    let key: [u8; 32] = match key.split_first() {
        Some((found, key)) if *found == key_type => key.try_into().map_err(|_| BadKey::Shape)?,
        Some(_) => return Err(BadKey::Type),
        None => return Err(BadKey::Shape),
    };
    if id_text(key_id(name, key_type, &key)?) == id { Ok((name, key)) } else { Err(BadKey::Id) }
}

/// An id as vkeys spell it.
pub(super) fn id_text(id: [u8; 4]) -> String {
    format!("{:08x}", u32::from_be_bytes(id))
}

impl VerifierKey {
    fn new(name: &str, key: [u8; 32]) -> Result<Self, BadKey> {
        Ok(Self { name: name.to_owned(), id: key_id(name, ED25519_TYPE, &key)?, key })
    }

    /// Reads a vkey, in the one spelling that this type prints.
    pub fn parse(vkey: &str) -> Result<Self, BadKey> {
        let (name, key) = read_vkey(vkey, ED25519_TYPE)?;
        Self::new(name, key)
    }

    /// The name it is trusted to sign under.
    pub fn name(&self) -> &str {
        &self.name
    }

    fn has_signed(&self, text: &str, signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&ED25519, self.key).verify(text.as_bytes(), signature).is_ok()
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = STANDARD.encode([&[ED25519_TYPE][..], &self.key].concat());
        write!(f, "{}+{}+{key}", self.name, id_text(self.id))
    }
}

/// Opens a note. Signatures of unknown keys are passed over; one of a known key (by name and id) that does not match
/// rejects the note, and so does the lack of any.
pub fn open(note: &str, keys: &[VerifierKey]) -> Result<Opened, NoteError> {
    if note.len() > NOTE_BYTES_MAX {
        return Err(NoteError::TooLong);
    }
    check_characters(note)?;
    let split = note.rfind("\n\n").ok_or(NoteError::Shape)?;
    let (text, signatures) = note.split_at_checked(split + 1).ok_or(NoteError::Shape)?;
    let signatures = signatures.strip_prefix('\n').and_then(|lines| lines.strip_suffix('\n'));

    let mut by: Vec<String> = Vec::new();
    for (place, line) in signatures.ok_or(NoteError::Shape)?.split('\n').enumerate() {
        if place >= SIGNATURES_MAX {
            return Err(NoteError::TooManySignatures);
        }
        let signature = signature(line).ok_or(NoteError::SignatureLine { line: place + 1 })?;
        let Signature { name, id, bytes } = &signature;
        let known = |key: &&VerifierKey| key.name == *name && key.id == *id;
        let mut known = keys.iter().filter(known).peekable();
        if known.peek().is_none() {
            continue;
        }
        if !known.any(|key| key.has_signed(text, bytes)) {
            return Err(NoteError::BadSignature { name: (*name).to_owned() });
        }
        if !by.iter().any(|earlier| earlier == name) {
            by.push((*name).to_owned());
        }
    }
    if by.is_empty() {
        return Err(NoteError::NoKnownKey);
    }
    Ok(Opened { text: text.to_owned(), by })
}

pub(super) struct Signature<'n> {
    pub(super) name: &'n str,
    pub(super) id: [u8; 4],
    pub(super) bytes: Vec<u8>,
}

pub(super) fn signature(line: &str) -> Option<Signature<'_>> {
    let (name, encoded) = line.strip_prefix(DASH)?.split_once(' ')?;
    let decoded = STANDARD.decode(encoded).ok()?;
    let (id, bytes) = decoded.split_first_chunk()?;
    let is_signature = is_key_name(name) && !bytes.is_empty();
    is_signature.then(|| Signature { name, id: *id, bytes: bytes.to_vec() })
}

fn is_key_name(name: &str) -> bool {
    let is_barred = |c: char| c.is_whitespace() || c < ' ' || c == '+';
    !name.is_empty() && !name.contains(is_barred)
}

fn check_characters(text: &str) -> Result<(), NoteError> {
    if text.bytes().any(|byte| byte < 0x20 && byte != b'\n') {
        return Err(NoteError::ControlCharacter);
    }
    Ok(())
}

#[cfg(test)]
pub(super) mod tests;
