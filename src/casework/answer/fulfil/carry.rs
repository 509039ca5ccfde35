//! Whoever objects by an address is known to pipelines by an account: a directory leads from the one to the other, and the
//! objection is carried over as it is, unverified if it is that.

use std::sync::Arc;

use crate::connectors::ConnectorError;
use crate::domain::identity::{Asker, Personal};
use crate::domain::matching::Identifier;
use crate::domain::name::SystemId;

use crate::casework::answer::fulfil::{Tried, Try, Work, accounts_of};
use crate::casework::case::{identifiers, work};
use crate::casework::objections::objecting::{self, has_directory};
use crate::casework::{CaseworkError, Office, people};

/// Why an objection is not carried over (yet).
pub(super) enum NotCarried {
    /// The directory does not answer.
    Away(SystemId, ConnectorError),
    /// People have accounts, and nothing leads to them.
    NoDirectory,
    /// The office itself.
    Office(CaseworkError),
}

impl From<CaseworkError> for NotCarried {
    fn from(error: CaseworkError) -> Self {
        Self::Office(error)
    }
}

/// Carries what the person of a case objected to over to every account that is theirs. Whose account is known needs no
/// directory, which would lead to everybody else who shares the address.
pub(super) fn of_case(office: &Arc<Office>, work: &Work) -> Result<(), NotCarried> {
    let identifiers = &work.identifiers;
    let verified = identifiers.addresses.iter().map(|known| &known.address);
    let addresses: Vec<&String> = verified.clone().chain(&identifiers.claimed).collect();
    let own: Vec<Asker> = identifiers::askers(identifiers)
        .into_iter()
        .filter(|asker| matches!(asker, Asker::Account { .. }))
        .collect();
    // Of somebody who is known by a name and a house, there is nothing that a directory could be asked.
    let is_lost = addresses.is_empty() || (!has_directory(office) && knows_accounts(office));
    if own.is_empty() && is_lost {
        return Err(NotCarried::NoDirectory);
    }
    over(office, &as_they_came(office, work)?, own.clone())?;
    for address in addresses {
        let accounts = if own.is_empty() { accounts(office, address)? } else { own.clone() };
        over(office, &by_address(address), accounts)?;
    }
    for account in &own {
        over(office, account, verified.clone().map(|address| by_address(address)).collect())?;
    }
    Ok(())
}

/// The accounts that directories know behind the addresses of a case whose account nobody knows.
pub(super) fn accounts_behind(office: &Office, work: &Work) -> Result<Vec<Asker>, NotCarried> {
    let identifiers = &work.identifiers;
    if !identifiers.accounts.is_empty() {
        return Ok(Vec::new());
    }
    if !has_directory(office) && knows_accounts(office) {
        return Err(NotCarried::NoDirectory);
    }
    let mut found = Vec::new();
    for known in &identifiers.addresses {
        found.extend(accounts(office, &known.address)?);
    }
    Ok(found)
}

/// Who the person of a case was when it was opened: a letter may have named no address that anybody could look up.
fn as_they_came(office: &Arc<Office>, work: &Work) -> Result<Asker, CaseworkError> {
    let (inside, id) = (Arc::clone(office), work.row.subject_id.clone());
    office.store.read_blocking("who asked", move |tx| {
        let person = people::by_id(tx, &inside.vault, &id)?.ok_or(CaseworkError::NoSuchCase)?;
        people::asker(tx, &person)
    })
}

fn by_address(address: &str) -> Asker {
    Asker::Address(Personal::new(address.to_owned()))
}

/// The same for an objection that came without a case: by a link, or with the company's own settings page.
///
/// # Errors
/// When the database does not answer.
pub fn of_person(
    office: &Arc<Office>,
    subject: &[u8],
    trying: Try,
) -> Result<Tried, CaseworkError> {
    let (inside, id) = (Arc::clone(office), subject.to_vec());
    let asker = office.store.read_blocking("who objected", move |tx| {
        let person = people::by_id(tx, &inside.vault, &id)?;
        person.map(|person| people::asker(tx, &person)).transpose()
    })?;
    let Some(Asker::Address(address)) = asker else { return Ok(Tried::Done) };
    let address = address.reveal();
    match accounts(office, address)
        .and_then(|accounts| Ok(over(office, &by_address(address), accounts)?))
    {
        Ok(()) => Ok(Tried::Done),
        Err(NotCarried::Away(system, error)) if error.is_transient() => {
            if trying == Try::Patient {
                tell_the_office(office, system.clone(), error.to_string())?;
            }
            // It has no due date: the directory is asked until it answers.
            let due = office.clock.now().plus_days(LONG_DAYS);
            Ok(Tried::Later { system, why: error.to_string(), due })
        }
        Err(NotCarried::Away(system, error)) => {
            tell_the_office(office, system, error.to_string())?;
            Ok(Tried::Done)
        }
        Err(NotCarried::NoDirectory) => Ok(Tried::Done),
        Err(NotCarried::Office(error)) => Err(error),
    }
}

/// Longer than any pause between two tries.
pub(super) const LONG_DAYS: i64 = 30;

fn knows_accounts(office: &Office) -> bool {
    let mut datasets = office.policies.datamap.datasets();
    datasets.any(|(_, d)| d.matches.iter().any(|m| m.needs(Identifier::Account)))
}

fn accounts(office: &Office, address: &str) -> Result<Vec<Asker>, NotCarried> {
    let found =
        accounts_of(office, address).map_err(|(system, error)| NotCarried::Away(system, error))?;
    let asker = |(issuer, sub)| Asker::Account { issuer, sub: Personal::new(sub), email: None };
    Ok(found.into_iter().map(asker).collect())
}

fn over(office: &Arc<Office>, from: &Asker, to: Vec<Asker>) -> Result<(), CaseworkError> {
    if to.is_empty() {
        return Ok(());
    }
    let (inside, from) = (Arc::clone(office), from.clone());
    let entries = office.store.write_blocking("carry objections", move |tx| {
        let mut entries = Vec::new();
        for asker in &to {
            entries.extend(objecting::carry(tx, &inside, &from, asker)?);
        }
        Ok::<_, CaseworkError>(entries)
    })?;
    objecting::publish(office, &entries);
    Ok(())
}

pub(super) fn tell_the_office(
    office: &Arc<Office>,
    system: SystemId,
    reason: String,
) -> Result<(), CaseworkError> {
    let inside = Arc::clone(office);
    office.store.write_blocking("directory task", move |tx| {
        work::tell_the_office(tx, &inside, &system, reason)
    })
}
