//! A leaf of the log: what kind of thing happened and when, and a commitment to the rest.
//!
//! Start with [`Entry`]. Its bytes are RFC 8785 canonical JSON of one fixed shape, so both directions are written by hand:
//! an auditor reads millions of them.

use std::borrow::Cow;
use std::fmt::Write as _;

use aws_lc_rs::digest::{Context, SHA256};

use super::merkle::Hash;

const COMMIT_PREFIX: &[u8] = b"habeas/commit/v1\n";
const KIND_BYTES_MAX: usize = 64;
/// The largest time an entry may carry: the largest whole number that every JSON reader keeps, 2^53.
pub const TIME_MAX: i64 = 1 << 53;

/// A salted commitment to a payload. It says nothing about the payload to who has not the salt.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Commit(pub [u8; 32]);

/// `SHA-256("habeas/commit/v1" || 0x0A || salt || payload)`. One salt per leaf, never per person; `payload` is canonical
/// JSON. The salt has a fixed length, so no two pairs of salt and payload share their input.
pub fn commit(salt: &[u8; 32], payload: &[u8]) -> Commit {
    let mut context = Context::new(&SHA256);
    context.update(COMMIT_PREFIX);
    context.update(salt);
    context.update(payload);
    Commit(Hash::taken_from(context.finish().as_ref()).0)
}

/// A leaf. Written by [`Entry::bytes`], read by [`Entry::parse`]; each has exactly one text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry<'a> {
    // INVARIANT: `kind` needs no escapes in JSON, and `time` is a whole number that every JSON reader keeps.
    kind: Cow<'a, str>,
    time: i64,
    commit: Commit,
}

/// Why something is not an entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BadEntry {
    /// The bytes have not the shape of an entry.
    #[error(
        "the entry is not of the form {{\"commit\":…,\"kind\":…,\"time\":…,\"v\":1}}, without spaces"
    )]
    Shape,
    /// The commitment.
    #[error("the `commit` of the entry is not the base64 of 32 bytes")]
    Commit,
    /// The kind.
    #[error(
        "the `kind` of an entry has 1 to 64 characters of `a` to `z`, `0` to `9`, `.`, `_` and `-`"
    )]
    Kind,
    /// The time.
    #[error("the `time` of an entry is a number of milliseconds since 1970, from 0 to 2^53")]
    Time,
}

impl<'a> Entry<'a> {
    /// An entry of this kind (`case.received`) at this time in milliseconds since 1970, UTC.
    pub fn new(kind: impl Into<Cow<'a, str>>, time: i64, commit: Commit) -> Result<Self, BadEntry> {
        let kind = kind.into();
        if !is_kind(kind.as_bytes()) {
            return Err(BadEntry::Kind);
        }
        if !(0..=TIME_MAX).contains(&time) {
            return Err(BadEntry::Time);
        }
        Ok(Self { kind, time, commit })
    }

    /// The bytes that are hashed: `{"commit":"…","kind":"case.received","time":1764…,"v":1}`.
    pub fn bytes(&self) -> Vec<u8> {
        let mut text = String::with_capacity(104 + self.kind.len());
        let Self { kind, time, commit } = self;
        // Writing to a string does not fail.
        let _ = write!(
            text,
            r#"{{"commit":"{}","kind":"{kind}","time":{time},"v":1}}"#,
            Hash(commit.0)
        );
        text.into_bytes()
    }

    /// Reads the bytes of an entry, and nothing that differs from them by a single byte.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, BadEntry> {
        let rest = bytes.strip_prefix(br#"{"commit":""#).ok_or(BadEntry::Shape)?;
        let (commit, rest) = rest.split_at_checked(44).ok_or(BadEntry::Shape)?;
        let rest = rest.strip_prefix(br#"","kind":""#).ok_or(BadEntry::Shape)?;
        let rest = rest.strip_suffix(br#","v":1}"#).ok_or(BadEntry::Shape)?;
        let quote = rest.iter().position(|byte| *byte == b'"').ok_or(BadEntry::Shape)?;
        let (kind, rest) = rest.split_at_checked(quote).ok_or(BadEntry::Shape)?;
        let time = rest.strip_prefix(br#"","time":"#).ok_or(BadEntry::Shape)?;

        let commit = Hash::from_base64(commit).ok_or(BadEntry::Commit)?;
        let kind = std::str::from_utf8(kind).map_err(|_| BadEntry::Kind)?;
        let time = whole_number(time).and_then(|time| i64::try_from(time).ok());
        Self::new(kind, time.ok_or(BadEntry::Time)?, Commit(commit.0))
    }

    /// What happened: `case.received`.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// When, in milliseconds since 1970, UTC.
    pub fn time(&self) -> i64 {
        self.time
    }

    /// The commitment to the payload.
    pub fn commit(&self) -> Commit {
        self.commit
    }

    /// The same entry, no longer borrowed from the bytes it was read from.
    pub fn into_owned(self) -> Entry<'static> {
        let Self { kind, time, commit } = self;
        Entry { kind: Cow::Owned(kind.into_owned()), time, commit }
    }
}

fn is_kind(kind: &[u8]) -> bool {
    let fits = |byte: &u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-');
    (1..=KIND_BYTES_MAX).contains(&kind.len()) && kind.iter().all(fits)
}

/// Reads a decimal number in its only spelling: digits alone, and no zero in front unless it is `0`.
pub(super) fn whole_number(text: &[u8]) -> Option<u64> {
    let is_plain = !text.is_empty() && (text == b"0" || text.first() != Some(&b'0'));
    let number = text.iter().try_fold(0u64, |number, byte| {
        let digit = byte.is_ascii_digit().then(|| u64::from(byte - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    });
    number.filter(|_| is_plain)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LEAF: &str = concat!(
        r#"{"commit":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=","kind":"case.received","#,
        r#""time":1764547200000,"v":1}"#
    );

    #[test]
    fn an_entry_has_exactly_these_bytes() {
        let entry = Entry::new("case.received", 1_764_547_200_000, Commit([0; 32])).unwrap();
        assert_eq!(std::str::from_utf8(&entry.bytes()).unwrap(), LEAF);
        assert_eq!(Entry::parse(LEAF.as_bytes()).unwrap(), entry);
        let value: serde_json::Value = serde_json::from_str(LEAF).unwrap();
        assert_eq!(super::super::canonical::of_value(&value).unwrap(), LEAF.as_bytes());
    }

    #[test]
    fn a_commitment_is_the_hash_of_prefix_salt_and_payload() {
        let joined = [b"habeas/commit/v1\n".as_slice(), &[7; 32], b"{}"].concat();
        assert_eq!(commit(&[7; 32], b"{}").0, Hash::of(&joined).0);
        assert_ne!(commit(&[7; 32], b"{}"), commit(&[8; 32], b"{}"));
    }

    #[test]
    fn other_spellings_of_the_same_entry_are_refused() {
        for (from, to, why) in [
            ("{", "{ ", BadEntry::Shape),
            ("}", "}\n", BadEntry::Shape),
            (":1}", ":1,\"v\":1}", BadEntry::Time),
            (":1}", ":2}", BadEntry::Shape),
            ("1764547200000", "01764547200000", BadEntry::Time),
            ("1764547200000", "1764547200000.0", BadEntry::Time),
            ("1764547200000", "-1764547200000", BadEntry::Time),
            ("1764547200000", "9007199254740993", BadEntry::Time),
            ("case", "c\\u0061se", BadEntry::Kind),
            ("case.received", "", BadEntry::Kind),
            ("case", "Case", BadEntry::Kind),
            ("AA=", "AB=", BadEntry::Commit),
            ("AA=", "AAA", BadEntry::Commit),
            ("AA=", "A=", BadEntry::Shape),
        ] {
            let other = LEAF.replacen(from, to, 1);
            assert_eq!(Entry::parse(other.as_bytes()), Err(why), "{other}");
        }
        assert_eq!(Entry::new("Ada Lovelace", 0, Commit([0; 32])), Err(BadEntry::Kind));
        assert_eq!(Entry::new("a", -1, Commit([0; 32])), Err(BadEntry::Time));
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_back(
            kind in "[a-z0-9._-]{1,64}", time in 0..=TIME_MAX, bytes: [u8; 32],
        ) {
            let entry = Entry::new(kind, time, Commit(bytes)).unwrap();
            let bytes = entry.bytes();
            prop_assert_eq!(Entry::parse(&bytes).unwrap(), entry.clone());
            let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            prop_assert_eq!(super::super::canonical::of_value(&value).unwrap(), bytes);
        }

        #[test]
        fn whatever_is_read_is_written_back(at in 0usize..110, byte: u8) {
            let mut bytes = LEAF.as_bytes().to_vec();
            bytes[at % LEAF.len()] = byte;
            if let Ok(entry) = Entry::parse(&bytes) {
                prop_assert_eq!(entry.bytes(), bytes);
            }
        }
    }
}
