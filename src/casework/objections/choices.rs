//! Choices without signing in: links that carry, sealed, who may object to what. Whoever holds the link holds the choice,
//! as with a link to unsubscribe; it reaches nothing else.

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::domain::id::Reference;
use crate::domain::identity::Asker;
use crate::domain::name::PurposeId;
use crate::domain::objection::{Act, Assurance, Objection, Standing};
use crate::store::vault::Place;

use crate::casework::case::slips;
use crate::casework::objections::objecting;
use crate::casework::{CaseworkError, Office, people};

const PLACE: Place<'static> = Place { table: "links", column: "choice", row: b"v1" };

/// A link's token for this person and purpose. It says neither to anybody else.
///
/// # Errors
/// When there is no such purpose.
pub fn token(office: &Office, asker: &Asker, purpose: &str) -> Result<String, CaseworkError> {
    if office.index.shelf(purpose).is_none() {
        return Err(CaseworkError::NoSuchPurpose(purpose.to_string()));
    }
    let plain = [purpose.as_bytes(), b"\n", &people::asker_bytes(asker)?].concat();
    Ok(URL_SAFE_NO_PAD.encode(office.vault.links().seal(&PLACE, &plain)?))
}

/// Whose link it is and for what; nothing when it is not one of ours, or its purpose is gone.
pub fn opened(office: &Office, token: &str) -> Option<(Asker, PurposeId)> {
    let sealed = URL_SAFE_NO_PAD.decode(token).ok()?;
    let plain = office.vault.links().open(&PLACE, &sealed).ok()?;
    let at = plain.iter().position(|byte| *byte == b'\n')?;
    let (purpose, asker) = plain.split_at_checked(at)?;
    let purpose = PurposeId::from(std::str::from_utf8(purpose).ok()?);
    office.index.shelf(&purpose)?;
    Some((people::asker_from_bytes(asker.get(1..)?).ok()?, purpose))
}

/// This person's objection to a purpose, if it is in force.
///
/// # Errors
/// When the database does not answer.
pub async fn in_force(
    office: &Office,
    asker: &Asker,
    purpose: &str,
) -> Result<Option<Objection>, CaseworkError> {
    let mark = objecting::mark(office, purpose, asker)?;
    let purpose = PurposeId::from(purpose);
    let look = move |tx: &mut crate::store::Tx<'_>| objecting::listed(tx, &[mark]);
    let entries = office.store.read("choice", look).await?;
    let mut entries = entries.into_iter().map(|listed| listed.objection);
    Ok(entries.find(|o| o.purpose == purpose && o.standing == Standing::InForce))
}

/// Undoes what the holder of a slip has entered by a form: what nobody has confirmed and what came with that case. What was
/// in force before, or what its owner has confirmed since, stays; the answer is the same.
///
/// # Errors
/// [`CaseworkError::NoSuchCase`] when the slip is none of this case's.
pub async fn undo(
    office: &Arc<Office>,
    reference: Reference,
    slip: &str,
    purpose: &PurposeId,
) -> Result<(), CaseworkError> {
    let (asker, received_at) = slips::sender(office, reference, slip).await?;
    let entry = in_force(office, &asker, purpose).await?;
    let is_theirs = |objection: &Objection| {
        objection.assurance == Assurance::Unverified && objection.since >= received_at
    };
    if entry.as_ref().is_some_and(is_theirs) {
        objecting::act(office, asker, purpose.to_owned(), Act::Disown, None).await?;
    }
    Ok(())
}
