//! The limiter: protects the service, never decides a right. Two layers; the third, the threshold that flags, is
//! `domain::excess` and knows nothing of load.
//!
//! Start with [`door::Door::enter`], where people wait for their turn, and [`guard::Guard::admit`] for callers whom nobody
//! knows. [`turns`] says whose turn it is, [`seen`] who has had one, [`proxies`] where a call came from.
//!
//! **Invariant:** bounded memory; no quota on a right; the only refusal is "the process is full, come back in n seconds",
//! and it loses nobody a day. No plan, country or address has any say in whose turn it is.

pub mod core;
pub mod door;
pub mod guard;
pub mod proxies;
pub mod seen;
#[cfg(test)]
mod tests;
pub mod turns;

pub use door::Door;
pub use guard::{Busy, Ceiling, Guard};
pub use proxies::Proxies;
