//! A whole gateway, put together from its settings. `serve`, `demo` and the tests start the same one.
//!
//! Start with [`Gateway::open`]; [`office()`] is what commands work in. `people`, `mail` and `keys` are what the settings say of
//! each, [`beginning`] what a new gateway begins with.
//!
//! **Invariant:** nothing here decides anything. Settings come in, parts are made and handed to each other.

pub(crate) mod beginning;
pub(crate) mod keys;
pub(crate) mod mail;
mod office;
pub(crate) mod people;
mod server;

pub use office::office;
pub(crate) use office::{existing, location, log_key, policies, trust, vault, wanted};
pub use server::{Gateway, mint};
