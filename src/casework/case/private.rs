//! The private part of a case: sealed with the key of its person.

use serde::{Deserialize, Serialize};

use crate::domain::identity::{Identifiers, Personal};
use crate::store::rows::CaseRow;
use crate::store::vault::Place;

use crate::casework::CaseworkError;
use crate::casework::case::entry::Entry;
use crate::casework::people::Known;

/// The private part of a case: sealed with the person's key.
#[derive(Serialize, Deserialize, Default)]
pub(crate) struct Private {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) message: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) country: Option<String>,
    /// The idempotency key's hash and the body's: their columns must say the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) idempotency: Option<(String, String)>,
    /// A digest of the labels, so that they cannot be taken away unseen; what they say is not read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) labels: Option<String>,
    /// By what the person is known in this case.
    #[serde(default)]
    pub(crate) identifiers: Identifiers,
    /// How it came, when an officer entered it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) entry: Option<Entry>,
}

impl Private {
    /// Where a mail about the case may go: to the address that asked. One that somebody wrote down who acts for them is not
    /// theirs until it was shown to be.
    pub(crate) fn address(&self) -> Option<Personal<String>> {
        let acts = self.entry.as_ref().is_some_and(|entry| entry.representative.is_some());
        let is_shown = !self.identifiers.addresses.is_empty();
        self.identifiers.address().filter(|_| is_shown || !acts)
    }
}

/// The private part of a case.
pub(crate) fn open(person: &Known, row: &CaseRow) -> Result<Private, CaseworkError> {
    let place = Place { table: "cases", column: "sealed", row: &row.id };
    Ok(place.column().json(person.key.open(&place, &row.sealed)?)?)
}
