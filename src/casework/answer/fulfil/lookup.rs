//! What can be looked up by what is known of a person: verified identifiers, and what a directory makes of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::connectors::{self, ConnectorError, Dataset, Lookup, Person, System};
use crate::domain::identity::Identifiers;
use crate::domain::matching::Identifier;
use crate::domain::name::SystemId;
use crate::domain::right::{Right, Scope};
use crate::policy::datamap::{DatasetEntry, Directory, SystemEntry};

use crate::casework::Office;
use crate::casework::answer::fulfil::{Failure, Lost, Work};
use crate::words::Language;

/// What is to be asked of one system.
pub(crate) struct SystemPlan<'o> {
    pub(crate) system: &'o SystemEntry,
    pub(crate) lookups: Vec<(&'o DatasetEntry, Lookup)>,
}

/// Everything that a request is about.
pub(crate) struct Plan<'o> {
    pub(crate) systems: Vec<SystemPlan<'o>>,
    /// What cannot be looked up.
    pub(crate) lost: Vec<Lost>,
    /// Directories that did not answer: what they would have led to is neither.
    pub(crate) failures: Vec<Failure>,
    /// What directories know, by issuer.
    pub(super) found: BTreeMap<String, Vec<String>>,
    /// Issuers of which a directory did not answer.
    unheard: BTreeSet<String>,
    /// Systems with datasets that wait for one of those.
    waiting: BTreeSet<SystemId>,
}

impl Plan<'_> {
    /// Whether a system must lose nothing yet. Some of its datasets wait for a directory: a part of it would be called the
    /// whole. Or it is one of several directories of an issuer, and not all of them have said what they know: what it
    /// lost could not tell any more that an address leads to several people.
    pub(super) fn is_still_asked(&self, office: &Office, system: &SystemId) -> bool {
        if self.waiting.contains(system) {
            return true;
        }
        let directories = &office.policies.datamap.directories;
        directories.iter().filter(|directory| directory.system == *system).any(|directory| {
            let issuer = directory.issuer.as_deref().or_else(|| office.only_issuer());
            issuer.is_some_and(|issuer| self.unheard.contains(issuer))
        })
    }
}

/// What is known of somebody's accounts at one issuer.
enum Accounts {
    /// These; none when a directory knows that there is none.
    Known(Vec<String>),
    /// Nobody knows.
    Unknown,
    /// An address leads to several: whose they are is for a human to find out.
    Several,
    /// The directory that would know does not answer.
    Away,
}

const NO_ACCOUNT: &str =
    "the person's account there is not known; find it, then identify the case with it";
const NO_ADDRESS: &str =
    "no verified address of the person is known; confirm one, then identify the case with it";
const NEITHER: &str =
    "neither an account nor a verified address of the person is known; identify the case with one";
const SEVERAL: &str = "the address leads to several accounts; find out whose request it is, then identify the case with the account";

/// Says what can be looked up, and asks directories where they are needed.
pub(super) fn plan<'o>(office: &'o Office, work: &Work) -> Plan<'o> {
    plan_for(office, &work.scope, work.right, &work.identifiers)
}

/// The same, for anybody.
pub(crate) fn plan_for<'o>(
    office: &'o Office,
    scope: &Scope,
    right: Right,
    identifiers: &Identifiers,
) -> Plan<'o> {
    let mut plan = Plan {
        systems: Vec::new(),
        lost: Vec::new(),
        failures: Vec::new(),
        found: BTreeMap::new(),
        unheard: BTreeSet::new(),
        waiting: BTreeSet::new(),
    };
    let mut known: BTreeMap<Option<&str>, Accounts> = BTreeMap::new();
    for (system, entry) in office.policies.datamap.datasets_in(scope, right) {
        let issuer = entry.issuer(system).or_else(|| office.only_issuer());
        let accounts = known
            .entry(issuer)
            .or_insert_with(|| accounts_at(office, issuer, identifiers, &mut plan));
        match lookup(office, entry, accounts, identifiers) {
            Found::Lookup(lookup) => match plan.systems.last_mut() {
                Some(last) if last.system.id == system.id => last.lookups.push((entry, lookup)),
                _ => plan.systems.push(SystemPlan { system, lookups: vec![(entry, lookup)] }),
            },
            Found::Lost(why) => {
                plan.lost.push(Lost { system: system.id.clone(), dataset: entry.id.clone(), why });
            }
            // Told by the failure.
            Found::Away => {
                plan.waiting.insert(system.id.clone());
            }
        }
    }
    plan
}

enum Found {
    Lookup(Lookup),
    Lost(&'static str),
    Away,
}

fn lookup(
    office: &Office,
    entry: &DatasetEntry,
    accounts: &Accounts,
    identifiers: &Identifiers,
) -> Found {
    let addresses: Vec<String> =
        identifiers.addresses.iter().map(|known| known.address.clone()).collect();
    let knows_account = matches!(accounts, Accounts::Known(_));
    let is_usable = |needs_account: bool, needs_address: bool| {
        (!needs_account || knows_account) && (!needs_address || !addresses.is_empty())
    };
    let needs = entry.matches.iter().map(|condition| {
        (condition.needs(Identifier::Account), condition.needs(Identifier::Email))
    });
    let needs: Vec<(bool, bool)> = needs.collect();
    if needs.iter().any(|(account, address)| is_usable(*account, *address)) {
        let accounts = match accounts {
            Accounts::Known(accounts) => accounts.clone(),
            Accounts::Unknown | Accounts::Several | Accounts::Away => Vec::new(),
        };
        let local_part = office.policies.datamap.local_part;
        let person = Person { accounts, addresses, local_part };
        return Found::Lookup(Lookup { dataset: dataset(entry), person });
    }
    let by_account = needs.iter().any(|(account, _)| *account);
    let by_address = needs.iter().any(|(_, address)| *address);
    match (accounts, by_account, by_address && addresses.is_empty()) {
        (Accounts::Away, true, _) => Found::Away,
        (Accounts::Several, true, _) => Found::Lost(SEVERAL),
        (Accounts::Unknown, true, true) => Found::Lost(NEITHER),
        (_, _, true) => Found::Lost(NO_ADDRESS),
        (_, _, false) => Found::Lost(NO_ACCOUNT),
    }
}

fn accounts_at(
    office: &Office,
    issuer: Option<&str>,
    identifiers: &Identifiers,
    plan: &mut Plan<'_>,
) -> Accounts {
    let Some(issuer) = issuer else { return Accounts::Unknown };
    let own = identifiers.accounts_at(issuer);
    if !own.is_empty() {
        return Accounts::Known(own);
    }
    // What they said before an erasure began: they may not know it any more.
    let found = match identifiers.found.get(issuer) {
        Some(found) => Ok(Some(found.clone())),
        None => from_directories(office, issuer, identifiers),
    };
    match found {
        Ok(Some(found)) => {
            plan.found.insert(issuer.to_owned(), found.clone());
            if found.len() < 2 { Accounts::Known(found) } else { Accounts::Several }
        }
        Ok(None) => Accounts::Unknown,
        Err(failure) => {
            plan.failures.push(failure);
            plan.unheard.insert(issuer.to_owned());
            Accounts::Away
        }
    }
}

/// What the directories of an issuer know behind the addresses; nothing when none was asked.
fn from_directories(
    office: &Office,
    issuer: &str,
    identifiers: &Identifiers,
) -> Result<Option<Vec<String>>, Failure> {
    let mut found = Vec::new();
    let mut asked = false;
    for directory in &office.policies.datamap.directories {
        if directory.issuer.as_deref().or_else(|| office.only_issuer()) != Some(issuer) {
            continue;
        }
        for known in &identifiers.addresses {
            asked = true;
            let accounts = ask(office, directory, &known.address)
                .map_err(|error| Failure { system: directory.system.clone(), error })?;
            found.extend(accounts);
        }
    }
    found.sort();
    found.dedup();
    Ok(asked.then_some(found))
}

/// Every account that the directories know behind an address, with its issuer.
pub(crate) fn accounts_of(
    office: &Office,
    address: &str,
) -> Result<Vec<(String, String)>, (SystemId, ConnectorError)> {
    let mut found = Vec::new();
    for directory in &office.policies.datamap.directories {
        let Some(issuer) = directory.issuer.as_deref().or_else(|| office.only_issuer()) else {
            continue;
        };
        let accounts =
            ask(office, directory, address).map_err(|error| (directory.system.clone(), error))?;
        found.extend(accounts.into_iter().map(|account| (issuer.to_owned(), account)));
    }
    found.sort();
    found.dedup();
    Ok(found)
}

fn ask(
    office: &Office,
    directory: &Directory,
    address: &str,
) -> Result<Vec<String>, ConnectorError> {
    let map = &office.policies.datamap;
    let Some(system) = map.system(&directory.system) else { return Ok(Vec::new()) };
    connectors::accounts(&reach(office, system)?, &directory.accounts, address, map.local_part)
}

/// How a system is reached.
pub(crate) fn reach(office: &Office, system: &SystemEntry) -> Result<System, ConnectorError> {
    let url = crate::casework::answer::secret::url(office, system)?;
    let url = match url.strip_prefix("sqlite://") {
        Some(path) => format!("sqlite://{}", office.base.join(path).display()),
        None => url,
    };
    Ok(System { id: system.id.clone(), url, side_effects: system.side_effects.clone() })
}

fn dataset(entry: &DatasetEntry) -> Dataset {
    Dataset {
        id: entry.id.clone(),
        title: entry.title.in_language(Language::En).to_owned(),
        table: entry.table.clone(),
        columns: entry.columns.clone(),
        matches: entry.matches.clone(),
        order_by: entry.order_by.clone(),
    }
}
