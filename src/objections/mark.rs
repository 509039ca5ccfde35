//! What a person is known by in the index, in snapshots and in pipelines: a keyed hash that any query language can compute.
//!
//! `mark = first 16 bytes of SHA-256(key ‖ LF ‖ issuer ‖ LF ‖ sub)`, where `key` is 64 lower-case hex characters: one
//! block, so that its work is done once. Cutting the hash in half is what makes a prefix key safe here (nothing can be
//! appended), and 128 bits leave a wrong match among 10 million people at one in 10²⁴; a wrong match would leave data out.

use std::fmt;

use sha2::{Digest as _, Sha256};

use crate::domain::address;

/// The issuer of people who are known by an e-mail address alone.
pub const ADDRESSES: &str = "mailto";

/// One person, for purposes of one kind. The same person has another mark for every kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark(pub u128);

impl Mark {
    /// Its bytes, whose order is the order of marks.
    pub fn bytes(self) -> [u8; 16] {
        self.0.to_be_bytes()
    }

    /// From its bytes.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(u128::from_be_bytes(bytes))
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl fmt::Debug for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mark({self})")
    }
}

/// It is not 64 lower-case hex characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("a key of marks is 64 lower-case hex characters")]
pub struct BadMarkKey;

/// The key of the marks for purposes of one kind.
#[derive(Clone)]
pub struct MarkKey {
    hex: String,
    start: Sha256,
}

impl fmt::Debug for MarkKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MarkKey({})", self.id())
    }
}

impl MarkKey {
    /// From 32 bytes.
    pub fn new(key: &[u8; 32]) -> Self {
        let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        let start = Sha256::new().chain_update(&hex);
        Self { hex, start }
    }

    /// From its text.
    ///
    /// # Errors
    /// When it is not 64 lower-case hex characters.
    pub fn parse(text: &str) -> Result<Self, BadMarkKey> {
        let lower = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
        if text.len() != 64 || !text.bytes().all(lower) {
            return Err(BadMarkKey);
        }
        Ok(Self { hex: text.to_owned(), start: Sha256::new().chain_update(text) })
    }

    /// Its text: a secret.
    pub fn text(&self) -> &str {
        &self.hex
    }

    /// A name of the key that gives nothing away: eight hex digits.
    pub fn id(&self) -> String {
        let hash =
            Sha256::new().chain_update("habeas mark key\n").chain_update(&self.hex).finalize();
        hash.iter().take(4).map(|byte| format!("{byte:02x}")).collect()
    }

    /// For people of this issuer.
    pub fn people_of(&self, issuer: &str) -> People {
        let start = self.start.clone();
        People(start.chain_update("\n").chain_update(issuer).chain_update("\n"))
    }

    /// For people known by an address, in its normal form.
    pub fn address(&self, address: &str) -> Mark {
        let normal = address::normal(address);
        self.people_of(ADDRESSES).mark(normal.as_deref().unwrap_or(address))
    }
}

/// The people of one issuer.
#[derive(Clone)]
pub struct People(Sha256);

impl fmt::Debug for People {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("People")
    }
}

impl People {
    /// The mark of the person with this `sub`.
    pub fn mark(&self, sub: &str) -> Mark {
        let hash = self.0.clone().chain_update(sub).finalize();
        let mut first = [0u8; 16];
        first.copy_from_slice(hash.get(..16).unwrap_or(&[0; 16]));
        Mark::from_bytes(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_half_of_a_plain_hash_that_any_tool_computes() {
        let key = MarkKey::new(&[0xab; 32]);
        let plain = format!("{}\nhttps://login.example\nu-1", "ab".repeat(32));
        let whole: String =
            Sha256::digest(plain.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        let mark = key.people_of("https://login.example").mark("u-1");
        assert_eq!(mark.to_string(), whole[..32]);
        assert_eq!(Mark::from_bytes(mark.bytes()), mark);
        assert_eq!(MarkKey::parse(key.text()).unwrap().id(), key.id());
        assert!(MarkKey::parse(&"AB".repeat(32)).is_err(), "upper case is another text");
    }

    #[test]
    fn an_address_is_matched_in_its_normal_form_and_is_nobodys_account() {
        let key = MarkKey::new(&[1; 32]);
        assert_eq!(key.address(" ADA@example.org"), key.address("ada@example.org"));
        assert_ne!(key.address("ada@example.org"), key.people_of("i").mark("ada@example.org"));
    }
}
