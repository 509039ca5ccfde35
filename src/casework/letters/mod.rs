//! Letters that the office writes and hands over.
//!
//! **Invariant:** a letter is written complete, or not at all.

pub mod delivery;
pub(crate) mod denial;
mod done;
mod head;
pub mod post;
