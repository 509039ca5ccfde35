//! The receipt of an objection: that it was recorded, when, and from which epoch on it was obeyed, for its person to keep.

use std::sync::Arc;

use crate::audit::entry::Entry;
use crate::audit::leaf::objections::ObjectionRecorded;
use crate::audit::leaf::{self, LeafKind};
use crate::domain::identity::Asker;
use crate::domain::name::PurposeId;
use crate::domain::objection::Standing;
use crate::store::Tx;
use crate::store::columns::{log_leaves, openings};

use crate::casework::log::{self, proofs};
use crate::casework::objections::objecting;
use crate::casework::people::{self, Known};
use crate::casework::{CaseworkError, Office};

/// Which of a person's entries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wanted {
    /// The objection that is in force.
    InForce,
    /// What they had last said at this epoch, whatever it was.
    At(i64),
}

/// A leaf of a person's own.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    /// Its place in the log.
    pub(crate) leaf: i64,
    /// What it says.
    pub(crate) told: ObjectionRecorded,
}

/// The receipt, as a tlog-proof that opens the leaf of the objection itself.
///
/// # Errors
/// [`CaseworkError::NoReceipt`] for whoever has no such entry; [`CaseworkError::NotSignedYet`] for up to a second after it.
pub async fn receipt(
    office: &Arc<Office>,
    asker: Asker,
    purpose: PurposeId,
    wanted: Wanted,
) -> Result<String, CaseworkError> {
    let inside = Arc::clone(office);
    let read = move |tx: &mut Tx<'_>| {
        let mut found: Option<(Known, i64)> = None;
        for name in std::iter::once(asker.clone()).chain(objecting::own_address(&asker)) {
            let current = objecting::mark(&inside, &purpose, &name)?;
            let current = objecting::row_of(tx, current, &purpose)?;
            let current = current.as_ref().map(objecting::objection_of).transpose()?;
            let Some(person) = known(tx, &inside, &name)? else { continue };
            let mut said = said(tx, &person)?;
            said.retain(|said| said.told.objection.purpose == purpose);
            let leaf = match wanted {
                // What is in force must be what the leaf says: what was carried over from another name has none here.
                Wanted::InForce => said.last().filter(|said| {
                    said.told.objection.standing == Standing::InForce
                        && current.as_ref() == Some(&said.told.objection)
                }),
                Wanted::At(epoch) => said.iter().rfind(|said| said.told.epoch <= epoch),
            };
            if let Some(said) = leaf
                && found.as_ref().is_none_or(|(_, leaf)| *leaf < said.leaf)
            {
                found = Some((person, said.leaf));
            }
        }
        let (person, leaf) = found.ok_or(CaseworkError::NoReceipt)?;
        proofs::receipt(tx, &person.key, leaf)
    };
    office.store.read("receipt of an objection", read).await
}

fn known(tx: &mut Tx<'_>, office: &Office, asker: &Asker) -> Result<Option<Known>, CaseworkError> {
    let blind = people::blind(&office.vault, asker).to_vec();
    match tx.subjects_by_blinds(&[blind])?.first() {
        Some(row) => people::by_id(tx, &office.vault, &row.id),
        None => Ok(None),
    }
}

/// What a person said, by their own leaves, oldest first.
pub(crate) fn said(tx: &mut Tx<'_>, person: &Known) -> Result<Vec<Said>, CaseworkError> {
    let mut said = Vec::new();
    for opening in tx.openings_of(&person.id.0)? {
        if opening.case_id.is_some() {
            continue;
        }
        let row = tx.leaves(opening.idx, opening.idx + 1)?.into_iter().next();
        let row = log_leaves::idx.there(row)?;
        let entry = log_leaves::entry.read(Entry::parse(&row.entry))?;
        if entry.kind() != LeafKind::ObjectionRecorded.text() {
            continue;
        }
        let payload = log::open_payload(&person.key, &opening)?;
        let told: ObjectionRecorded = openings::payload.read(leaf::read(&payload))?;
        said.push(Said { leaf: opening.idx, told });
    }
    Ok(said)
}
