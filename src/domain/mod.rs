//! The law as a machine: what a request is, what may happen to it next, and when it is due.
//!
//! Start with [`decide`]: a command and the facts go in, events come out; [`case::State::after`] folds them.
//! [`excess::assess`] is the frequency threshold, [`deadline::derive`] the due date.
//!
//! **Invariant:** pure. No clock, no randomness, no I/O, no async, nothing of ours from outside this folder but [`words`](crate::words); and no
//! type for a plan, a price, a tier, a channel or a network address (R-PAR-1).

pub mod address;
pub mod arrival;
pub mod asked;
pub mod case;
pub mod change;
pub mod command;
pub mod country;
pub mod dates;
pub mod deadline;
pub mod decide;
pub mod due;
pub mod event;
pub mod evidence;
pub mod excess;
pub mod ground;
pub mod hint;
pub mod history;
pub mod holidays;
pub mod id;
pub mod identity;
pub mod information;
pub mod matching;
pub mod name;
pub mod not_enacted;
pub mod objection;
pub mod overlap;
pub mod part;
pub mod question;
pub mod referral;
pub mod refusal;
pub mod review;
pub mod right;
pub mod role;
pub mod screening;
pub mod signal;
pub mod stage;
pub mod time;
pub mod told;
pub mod working;

pub use crate::words::language;
