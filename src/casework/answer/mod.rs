//! The answer to a request, by the company's systems or by an officer.
//!
//! Start with [`fulfil`] (a machine answers) and [`acts`] (a human does).
//!
//! **Invariant:** nothing is told as done that nobody looked at; what a machine could not do becomes a task.

pub mod acts;
pub mod answering;
mod asking;
pub mod dates;
pub mod fulfil;
mod new_data;
pub mod preview;
pub mod queue;
mod secret;
pub mod tasks;
