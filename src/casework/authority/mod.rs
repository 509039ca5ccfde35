//! One case, put together for an authority: what was asked, told and done, how the choice was offered and to whom, and how to
//! check it without us.
//!
//! Start with [`export`]. `gather` reads, `pages` writes the files. Who takes it is told to the log first.
//!
//! **Invariant:** nothing of another person; and what the log does not bear is not called proven.

mod gather;
mod pages;

use std::sync::Arc;

use crate::audit::leaf::case::What;
use crate::domain::id::Reference;
use crate::store::Tx;

use crate::casework::case::reading::{Reader, find, log_reading};
use crate::casework::log::bundle::File;
use crate::casework::{CaseworkError, Office};

/// Who takes it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Taker {
    /// Whoever works on the case knows who asks.
    Works,
    /// Whoever only audits it must not.
    Audits,
}

/// The fairness report of the time, as its files.
#[derive(Clone, Debug)]
pub struct Fairness {
    /// To read.
    pub html: String,
    /// For programs.
    pub json: String,
}

/// Tells the log that somebody takes a case, and puts it together. Entries that no signed head covers yet are left out, and
/// counted.
///
/// # Errors
/// [`CaseworkError::NoSuchCase`]; [`CaseworkError::NotSignedYet`] for up to a second after the request.
pub fn export(
    office: &Arc<Office>,
    by: &str,
    taker: Taker,
    vkeys: Vec<String>,
    reference: Reference,
    fairness: Option<&Fairness>,
) -> Result<Vec<File>, CaseworkError> {
    let (inside, officer) = (Arc::clone(office), by.to_owned());
    let row = office.store.write_blocking("case export", move |tx: &mut Tx<'_>| {
        let row = find(tx, &inside, &Reader::Glance, reference)?;
        let head = tx.last_checkpoint()?.map_or(0, |head| head.size);
        if head <= row.leaf + 1 {
            return Err(CaseworkError::NotSignedYet);
        }
        log_reading(tx, &inside, &officer, reference, What::Dossier)?;
        Ok(row)
    })?;
    let inside = Arc::clone(office);
    let handout = office.store.read_blocking("case export", move |tx: &mut Tx<'_>| {
        gather::gather(tx, &inside, &row, taker)
    })?;
    pages::files(&handout, vkeys, fairness)
}
