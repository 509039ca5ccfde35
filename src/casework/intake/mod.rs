//! A request arrives. Requests that wait are opened together: their histories in one query, their rows in few statements.
//!
//! Start with [`desk`].
//!
//! **Invariant:** nobody is answered before the commit, and nothing here refuses a request for how often it was made.

pub mod ask;
mod batch;
pub mod desk;
pub mod entering;
mod past;
mod sealing;
mod telling;
pub mod tickets;
