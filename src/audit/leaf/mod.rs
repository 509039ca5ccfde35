//! The log's vocabulary: every kind of leaf with its exact text, and what each commits to. It is written and read here alone.
//!
//! Start with [`LeafKind`], then [`Payload`]. [`event`] has what happens to a case, [`case`] what else is told of one,
//! [`objections`], [`policy`] and [`office`] the rest.
//!
//! **Invariant:** a text or a shape of these is never changed, for leaves are kept for ever: a kind or a member is added. A
//! member that is new may be missing when a leaf is read. Nothing here is personal in clear.

pub mod case;
pub mod event;
mod kind;
pub mod objections;
pub mod office;
mod payload;
pub mod policy;

pub use kind::{EventKind, LeafKind};
pub use payload::{Payload, Unreadable, read};
