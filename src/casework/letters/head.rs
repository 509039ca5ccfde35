//! What stands around a letter: who writes, to whom, when, and about what.

use crate::domain::time::Instant;
use crate::notices::{Head, To};
use crate::words::Language;

use crate::casework::case::private::{self, Private};
use crate::casework::case::record::Loaded;
use crate::casework::{CaseworkError, Office};

/// The head of a letter that is written now.
pub(super) fn of(office: &Office, case: &Loaded, now: Instant) -> Result<Head, CaseworkError> {
    let private = private::open(&case.person, &case.row)?;
    let asked_in = private.language.clone().filter(|tag| Language::parse(tag).is_none());
    Ok(Head {
        controller: office.controller.clone(),
        law: office.policies.regime.law(),
        address: office.letterhead.address.clone(),
        signatory: office.letterhead.signatory.clone(),
        to: to(&private),
        written: office.calendar.day_of(now),
        asked_in,
        contact: office.signals.contact.clone(),
        reference: case.reference.to_string(),
        received: office.calendar.day_of(Instant(case.row.received_at)),
    })
}

/// What is known of the person: name and postal address, an e-mail address, the account. Whoever acts for them is known to the
/// office alone.
fn to(private: &Private) -> To {
    let entry = private.entry.as_ref();
    let name = entry.and_then(|entry| entry.name.clone());
    let postal = entry.and_then(|entry| entry.postal.as_deref());
    let verified = private.identifiers.addresses.first().map(|known| known.address.as_str());
    let given = entry.and_then(|entry| entry.email.as_deref());
    let email = verified.or(given).or(private.identifiers.claimed.as_deref());
    let reached: Vec<String> = postal.or(email).into_iter().flat_map(lines).collect();
    let named: Vec<String> = name.into_iter().chain(reached).collect();
    if named.is_empty() { To::Account } else { To::Named(named) }
}

fn lines(text: &str) -> impl Iterator<Item = String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::casework::case::entry::{Entry, Way};

    fn entered() -> Entry {
        Entry {
            came_by: Way::Letter,
            by: "clerk".into(),
            at: Instant(0),
            name: Some("Ada Lovelace".into()),
            postal: Some("4 rue des Lilas\n\n 69003 Lyon ".into()),
            email: Some("ada@example.org".into()),
            how: None,
            representative: None,
        }
    }

    fn named(lines: &[&str]) -> To {
        To::Named(lines.iter().map(|&line| line.to_owned()).collect())
    }

    #[test]
    fn a_letter_goes_to_the_best_address_that_is_known() {
        assert_eq!(to(&Private::default()), To::Account);
        let with = |entry| to(&Private { entry: Some(entry), ..Private::default() });
        let all = named(&["Ada Lovelace", "4 rue des Lilas", "69003 Lyon"]);
        assert_eq!(with(entered()), all);
        let mail = Entry { postal: None, ..entered() };
        assert_eq!(with(mail), named(&["Ada Lovelace", "ada@example.org"]));
        let mut claimed = Private::default();
        claimed.identifiers.claimed = Some("ada@example.org".into());
        assert_eq!(to(&claimed), named(&["ada@example.org"]));
    }
}
