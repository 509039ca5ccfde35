//! The mail that says that a request has come: to the address that asked, and with nothing in it but what they can quote.

use crate::domain::history::Identity;
use crate::domain::id::CaseId;
use crate::domain::right::{Right, Scope};

use crate::casework::case::opened::Opened;
use crate::casework::case::private::Private;
use crate::casework::intake::ask::Ask;
use crate::casework::mail::{Mail, Pace, Says, Whose};
use crate::casework::objections::choices;
use crate::casework::people::Known;
use crate::casework::{CaseworkError, Office};

/// A request that was taken in.
pub(super) struct Asked<'a> {
    pub(super) ask: &'a Ask,
    pub(super) private: &'a Private,
    pub(super) scope: &'a Scope,
    pub(super) opened: &'a Opened,
}

/// Nothing where nobody gave an address.
pub(super) fn receipt(
    office: &Office,
    asked: &Asked<'_>,
    person: &Known,
    case: CaseId,
) -> Result<Option<Mail>, CaseworkError> {
    let Some(to) = asked.private.address() else { return Ok(None) };
    let opened = asked.opened;
    let choices = doubted(office, asked)?;
    let says = if choices.is_empty() {
        Says::Receipt { reference: opened.reference, due: opened.due.date }
    } else {
        Says::ObjectionRecorded { reference: Some(opened.reference), choices }
    };
    Ok(Some(Mail {
        to,
        language: office.spoken(asked.ask.language.as_deref()),
        says,
        of: Some(Whose { person: person.clone(), case: Some(case) }),
        pace: Pace::Usual,
    }))
}

/// What is stopped already, while nobody has shown that it was they who asked: each is confirmed or disowned by its link.
fn doubted(office: &Office, asked: &Asked<'_>) -> Result<Vec<String>, CaseworkError> {
    let ask = asked.ask;
    let stops = matches!(ask.right, Right::Objection | Right::ConsentWithdrawal);
    if !stops || ask.asker.identity() == Identity::Verified {
        return Ok(Vec::new());
    }
    let purposes = asked.scope.purposes.iter();
    purposes.map(|purpose| choices::token(office, &ask.asker, purpose)).collect()
}
