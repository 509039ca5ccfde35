//! What the office does. Each function loads, decides and commits; each is one named transaction.
//!
//! The rooms, from the ground up: [`people`], [`log`], [`case`], [`mail`], [`letters`], [`objections`], [`answer`], [`review`],
//! [`policies`], [`intake`], [`sessions`], [`figures`], [`authority`], `replay`. Start with [`intake`] (a request arrives), [`answer`] (it is answered) and
//! [`case::browse`] (everything that reads).
//!
//! **Invariant:** the only door to a case. Nothing changes one but events that `domain::decide` returned, each with its
//! audit leaf in the same transaction; and no room imports one that stands above it.

pub mod answer;
pub mod authority;
pub mod case;
pub mod figures;
pub mod intake;
pub mod letters;
pub mod log;
pub mod mail;
pub mod objections;
mod office;
pub mod people;
pub mod policies;
pub mod replay;
pub mod review;
pub mod sessions;

pub use office::{
    AtWork, Bell, CaseworkError, Dates, Letterhead, Office, Patience, Reading, Recipients, Signals,
    Standing, StoreError, TicketRefused, Waiting, random_id,
};
