//! A case and everything that belongs to it: its record, its dossier, its private part, who may read it, what waits to be done.
//!
//! Start with [`record`], through which every change goes.
//!
//! **Invariant:** nothing changes a case but [`record::act`], with its leaves in the same transaction.

pub mod actor;
pub mod attachments;
pub mod browse;
pub(crate) mod dossier;
pub mod entry;
pub mod forget;
pub(crate) mod history;
pub mod holds;
pub(crate) mod identifiers;
pub mod labels;
pub(crate) mod messages;
pub mod notices;
pub mod opened;
pub(crate) mod private;
pub mod reading;
pub mod record;
pub(crate) mod scope;
pub mod slips;
pub(crate) mod work;
