//! The fast answer to "may I use this person's data for that?".
//!
//! Start with [`Index::ask`]: hash lookups in memory, no lock, no database. A write commits first and is published here
//! before the person reads "recorded" (invariant 8). [`snapshot`] carries the same knowledge to where the data are, and
//! [`filter`] applies it to files.
//!
//! **Invariant:** unknown or stale means "objected". Nobody is known here but by keyed hash.

pub mod base;
pub mod filter;
mod index;
pub mod mark;
pub mod person;
pub mod snapshot;

pub use base::Stop;
pub use index::{Answer, Entry, Index, STALE_AFTER_MS, Shelf};
pub use mark::{Mark, MarkKey};
