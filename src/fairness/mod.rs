//! Fairness: is anybody treated worse for their plan, their country, their address or the way they came?
//!
//! Start with [`cohort`], which shows by what does not compile that a plan fits nowhere; then [`flip`], the same request on
//! another plan; then [`report`], what became of whom, with [`stats`] for how sure that is.
//!
//! **Invariant:** the only place where cohort labels mean something. It looks and reports; nothing here can change a case.

pub mod cohort;
pub mod dice;
pub mod flip;
pub mod report;
pub mod stats;
