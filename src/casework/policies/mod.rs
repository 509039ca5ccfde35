//! Which policies are in force: announced, approved, brought into force, tried on the stored history; and changes that count
//! as a reason to ask again.
//!
//! **Invariant:** no version of the thresholds comes into force before it was announced and approved.

pub mod activation;
pub mod announcing;
pub mod changes;
pub mod simulation;
