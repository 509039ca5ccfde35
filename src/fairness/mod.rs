//! Fairness: is anybody treated worse for their plan, their country, their address or the way they came?
//!
//! Start with [`stats`], the arithmetic of small counts.
//!
//! **Invariant:** the only place where cohort labels mean something. It looks and reports; nothing here can change a case.

pub mod stats;
