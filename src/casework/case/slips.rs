//! What a browser that sent a request may see again without anybody signing in: a slip for one case, as with a coat. It opens
//! nothing personal, and nothing that came later.

use std::sync::Arc;

use crate::domain::deadline::Step;
use crate::domain::history::Identity;
use crate::domain::id::Reference;
use crate::domain::identity::Asker;
use crate::domain::time::{Day, Instant};
use crate::store::vault::random;
use crate::store::{Tx, columns};

use crate::audit::hex::hex;

use crate::casework::case::opened;
use crate::casework::case::record::load;
use crate::casework::{CaseworkError, Office, people};

/// What a slip shows.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The case.
    pub reference: Reference,
    /// When it is due.
    pub due: Day,
    /// How that date was derived.
    pub steps: Vec<Step>,
    /// Whether we knew who sent it.
    pub is_verified: bool,
}

/// The slip of a case.
pub fn slip(office: &Office, reference: Reference) -> String {
    let mut slip = hex(&office.vault.blind(&["slip", &reference.to_string()]));
    slip.truncate(32);
    slip
}

/// A key by which a form that is sent twice is known again.
pub fn form_key() -> String {
    hex(&random::<16>())
}

fn fits(office: &Office, reference: Reference, given: &str) -> bool {
    // Compared as keyed hashes: how long it takes tells nothing.
    let veiled = |text: &str| office.vault.blind(&["slip, given", text]);
    veiled(given) == veiled(&slip(office, reference))
}

/// What the slip shows.
///
/// # Errors
/// [`CaseworkError::NoSuchCase`] when it is none of this case's.
pub async fn seen(
    office: &Arc<Office>,
    reference: Reference,
    given: &str,
) -> Result<Seen, CaseworkError> {
    if !fits(office, reference, given) {
        return Err(CaseworkError::NoSuchCase);
    }
    let inside = Arc::clone(office);
    let look = move |tx: &mut Tx<'_>| {
        let row = tx.case_by_reference(&reference.to_string())?.ok_or(CaseworkError::NoSuchCase)?;
        let known = opened::registration(tx, &inside, &row)?.ok_or(CaseworkError::NoSuchCase)?;
        Ok::<_, CaseworkError>(Seen {
            reference,
            is_verified: row.state()?.identity == Some(Identity::Verified),
            due: columns::cases::due_date.parsed(&row.due_date)?,
            steps: known.deadline.steps,
        })
    };
    office.store.read("slip", look).await
}

/// Who sent it, for whoever holds the slip.
///
/// # Errors
/// [`CaseworkError::NoSuchCase`] when it is none of this case's.
pub(crate) async fn sender(
    office: &Arc<Office>,
    reference: Reference,
    given: &str,
) -> Result<(Asker, Instant), CaseworkError> {
    if !fits(office, reference, given) {
        return Err(CaseworkError::NoSuchCase);
    }
    let inside = Arc::clone(office);
    let look = move |tx: &mut Tx<'_>| {
        let row = tx.case_by_reference(&reference.to_string())?.ok_or(CaseworkError::NoSuchCase)?;
        let received_at = Instant(row.received_at);
        let case = load(tx, &inside, row)?;
        Ok::<_, CaseworkError>((people::asker(tx, &case.person)?, received_at))
    };
    office.store.read("slip", look).await
}
