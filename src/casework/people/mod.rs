//! Finding a person again, and meeting a new one.
//!
//! **Invariant:** a person is known by keyed hashes alone; nothing here knows what they asked.

pub mod unlocking;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::domain::address;
use crate::domain::id::SubjectId;
use crate::domain::identity::{Asker, Personal};
use crate::domain::right::PurposeKind;
use crate::domain::time::Instant;
use crate::objections::{Mark, MarkKey};
use crate::store::columns::subjects;
use crate::store::rows::SubjectRow;
use crate::store::vault::{Dek, Place, Vault, random};
use crate::store::{StoreError, Tx};

use crate::casework::CaseworkError;

/// The holder of the key for what the controller itself puts into the log.
pub const CONTROLLER: [u8; 16] = [0; 16];

/// A person, with the key that opens what we hold about them.
#[derive(Clone)]
pub struct Known {
    /// Their id.
    pub id: SubjectId,
    /// Their keyed hash: what the objection index knows them by.
    pub blind: [u8; 32],
    /// Their key.
    pub key: Dek,
    fresh: Option<SubjectRow>,
}

/// What a connector needs to find somebody's rows.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Names {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    issuer: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sub: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    email: Option<String>,
}

/// The keyed hash of a person.
pub fn blind(vault: &Vault, asker: &Asker) -> [u8; 32] {
    match asker {
        Asker::Account { issuer, sub, .. } => blind_account(vault, issuer, sub.reveal()),
        Asker::Address(address) | Asker::Confirmed(address) => {
            blind_address(vault, address.reveal())
        }
    }
}

/// The keyed hash of an account.
pub fn blind_account(vault: &Vault, issuer: &str, sub: &str) -> [u8; 32] {
    vault.blind(&["account", issuer, sub])
}

/// The keyed hash of an address, in its normal form.
pub fn blind_address(vault: &Vault, address: &str) -> [u8; 32] {
    let normal = address::normal(address);
    vault.blind(&["email", normal.as_deref().unwrap_or(address)])
}

/// How a person is marked for one purpose.
pub fn mark(key: &MarkKey, asker: &Asker) -> Mark {
    match asker {
        Asker::Account { issuer, sub, .. } => key.people_of(issuer).mark(sub.reveal()),
        Asker::Address(address) | Asker::Confirmed(address) => key.address(address.reveal()),
    }
}

/// The key of the marks for purposes of this kind. It is one for all of them, so that a later purpose can inherit what is
/// known by its mark alone (R-PAR-7).
pub fn mark_key(vault: &Vault, kind: PurposeKind) -> MarkKey {
    MarkKey::new(&vault.mark_key(kind.code()))
}

/// A person's marks, for every kind of purpose.
pub fn marks(vault: &Vault, asker: &Asker) -> Vec<Mark> {
    PurposeKind::ALL.map(|kind| mark(&mark_key(vault, kind), asker)).to_vec()
}

/// Finds these people, or makes them up in memory; [`save_new`] writes the new ones.
pub fn meet<'a>(
    tx: &mut Tx<'_>,
    vault: &Vault,
    askers: impl Iterator<Item = &'a Asker>,
    now: Instant,
) -> Result<HashMap<[u8; 32], Known>, CaseworkError> {
    let askers: HashMap<[u8; 32], &Asker> =
        askers.map(|asker| (blind(vault, asker), asker)).collect();
    let blinds: Vec<Vec<u8>> = askers.keys().map(|blind| blind.to_vec()).collect();
    let mut known = HashMap::with_capacity(askers.len());
    for row in tx.subjects_by_blinds(&blinds)? {
        let person = open(vault, &row)?;
        known.insert(person.blind, person);
    }
    for (blind, asker) in askers {
        if let std::collections::hash_map::Entry::Vacant(slot) = known.entry(blind) {
            slot.insert(introduce(vault, blind, asker, now)?);
        }
    }
    Ok(known)
}

/// Writes the people that [`meet`] made up.
pub fn save_new<'a>(
    tx: &mut Tx<'_>,
    people: impl Iterator<Item = &'a Known>,
) -> Result<(), StoreError> {
    let rows: Vec<SubjectRow> = people.filter_map(|person| person.fresh.clone()).collect();
    if !rows.is_empty() {
        tx.insert_subjects(&rows)?;
    }
    Ok(())
}

/// The person with this id, unless they were forgotten.
pub fn by_id(tx: &mut Tx<'_>, vault: &Vault, id: &[u8]) -> Result<Option<Known>, CaseworkError> {
    let rows = tx.subjects_by_ids(&[id.to_vec()])?;
    rows.first().map(|row| open(vault, row)).transpose()
}

/// Who a person is, as they came to us.
pub fn asker(tx: &mut Tx<'_>, person: &Known) -> Result<Asker, CaseworkError> {
    let rows = tx.subjects_by_ids(&[person.id.0.to_vec()])?;
    let row = rows.first().ok_or(CaseworkError::NoSuchCase)?;
    asker_from_bytes(&person.key.open(&place(&row.id), &row.sealed)?)
}

/// Who somebody is, to be sealed.
pub fn asker_bytes(asker: &Asker) -> Result<Vec<u8>, CaseworkError> {
    Ok(subjects::sealed.to_json(&names(asker))?)
}

/// The other way round.
pub fn asker_from_bytes(bytes: &[u8]) -> Result<Asker, CaseworkError> {
    let names: Names = subjects::sealed.json(bytes)?;
    let email = names.email.map(Personal::new);
    match (names.issuer, names.sub, email) {
        (Some(issuer), Some(sub), email) => {
            Ok(Asker::Account { issuer, sub: Personal::new(sub), email })
        }
        (_, _, address) => Ok(Asker::Address(subjects::sealed.there(address)?)),
    }
}

fn names(asker: &Asker) -> Names {
    match asker {
        Asker::Account { issuer, sub, email } => Names {
            issuer: Some(issuer.clone()),
            sub: Some(sub.reveal().clone()),
            email: email.as_ref().map(|email| email.reveal().clone()),
        },
        Asker::Address(address) | Asker::Confirmed(address) => {
            Names { email: Some(address.reveal().clone()), ..Names::default() }
        }
    }
}

/// The key for what concerns nobody in particular.
pub fn controller_key(tx: &mut Tx<'_>, vault: &Vault, now: Instant) -> Result<Dek, CaseworkError> {
    if let Some(row) = tx.subjects_by_ids(&[CONTROLLER.to_vec()])?.first() {
        return Ok(vault.unwrap_key(&row.id, &row.key_wrapped)?);
    }
    let (key, key_wrapped) = vault.new_key(&CONTROLLER)?;
    let row = SubjectRow {
        id: CONTROLLER.to_vec(),
        blind: vault.blind(&["controller"]).to_vec(),
        kind: "controller".into(),
        key_wrapped,
        sealed: Vec::new(),
        made_at: now.0,
    };
    tx.insert_subjects(&[row])?;
    Ok(key)
}

fn open(vault: &Vault, row: &SubjectRow) -> Result<Known, CaseworkError> {
    Ok(Known {
        id: row.id()?,
        blind: subjects::blind.bytes(&row.blind)?,
        key: vault.unwrap_key(&row.id, &row.key_wrapped)?,
        fresh: None,
    })
}

fn introduce(
    vault: &Vault,
    blind: [u8; 32],
    asker: &Asker,
    now: Instant,
) -> Result<Known, CaseworkError> {
    let id = SubjectId::new(now, random());
    let (key, key_wrapped) = vault.new_key(&id.0)?;
    let kind = match asker {
        Asker::Account { .. } => "account",
        Asker::Address(_) | Asker::Confirmed(_) => "email",
    };
    let plain = asker_bytes(asker)?;
    let row = SubjectRow {
        id: id.0.to_vec(),
        blind: blind.to_vec(),
        kind: kind.into(),
        key_wrapped,
        sealed: key.seal(&place(&id.0), &plain)?,
        made_at: now.0,
    };
    Ok(Known { id, blind, key, fresh: Some(row) })
}

fn place(id: &[u8]) -> Place<'_> {
    Place { table: "subjects", column: "sealed", row: id }
}
