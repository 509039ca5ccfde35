//! What of a request is sealed with its person's key.

use crate::audit::hex::hex;
use crate::domain::id::CaseId;
use crate::domain::time::Instant;
use crate::store::columns;
use crate::store::vault::Place;

use crate::casework::CaseworkError;
use crate::casework::case::private::Private;
use crate::casework::intake::ask::Ask;
use crate::casework::people::Known;

/// What is kept of a request for its person, and for whoever answers it.
pub(super) fn private(ask: &Ask, key: Option<([u8; 32], [u8; 32])>, now: Instant) -> Private {
    let labels = &ask.labels.0;
    Private {
        idempotency: key.map(|(key, body)| (hex(&key), hex(&body))),
        labels: (!labels.is_empty()).then(|| hex(&crate::audit::merkle::Hash::of(labels).0)),
        message: ask.message.as_ref().map(|m| m.reveal().clone()),
        language: ask.language.clone(),
        country: ask.country.clone(),
        identifiers: ask.identifiers(now),
        entry: ask.entered.as_ref().map(|(entry, _)| entry.reveal().clone()),
    }
}

pub(super) fn seal(
    private: &Private,
    person: &Known,
    id: CaseId,
) -> Result<Vec<u8>, CaseworkError> {
    let plain = columns::cases::sealed.to_json(private)?;
    let place = Place { table: "cases", column: "sealed", row: &id.0 };
    Ok(person.key.seal(&place, &plain)?)
}
