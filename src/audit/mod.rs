//! The audit log's core: what a leaf says, how leaves become one signed root, and how anybody checks it later.
//!
//! Start with [`entry`] (a leaf), [`mod@leaf`] (every kind of it, and what each commits to) and [`merkle`] (the tree), then [`tiles`] (where its hashes lie), [`checkpoint`] over
//! [`note`] (what is signed), [`proof`] (a person's receipt) and [`verify`] (the whole log at once). Every payload is
//! [`canonical`] JSON, so that its bytes can be hashed. Formats: RFC 6962, RFC 8785 and the C2SP tlog specifications.
//!
//! **Invariant:** nothing here reads a clock, a database, a file or a source of chance. Times, keys and salts come in as
//! arguments; bytes and findings go out. An entry holds no personal data, only a salted commitment to it.

pub mod canonical;
pub mod checkpoint;
pub mod entry;
pub(crate) mod hex;
pub mod leaf;
pub mod merkle;
pub mod note;
pub mod proof;
pub mod tiles;
pub mod verify;
pub mod witness;

#[cfg(test)]
mod reference;
