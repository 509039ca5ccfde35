//! Objections: recorded, weighed where the law has them weighed, and told to every system that must obey.
//!
//! Start with [`objecting`].
//!
//! **Invariant:** what is recorded is in force before its person reads so, and nothing here counts against anybody.

pub(crate) mod again;
pub mod choices;
pub mod feed;
pub(crate) mod kept;
pub mod lists;
pub mod objecting;
pub mod pipelines;
pub mod receipts;
pub mod recipients;
pub mod restricting;
pub(crate) mod ways;
pub mod weighing;
