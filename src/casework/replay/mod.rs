//! The log told again, and every row of the database compared with it.
//!
//! Start with [`verify`].
//!
//! **Invariant:** it reads and writes nothing; the same machine that runs live tells the log again.

mod compare;
mod ledger;
mod retold;
pub mod verify;
