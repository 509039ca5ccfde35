//! The identifiers of a case: what was known and verified of its person when it was made or identified (invariant 10). They
//! lie sealed with the case, and everything that is looked up for it is looked up by them alone.

use crate::audit::merkle::Hash;
use crate::domain::history::Identity;
use crate::domain::identity::{Asker, Identifiers, Personal};
use crate::store::Tx;
use crate::store::vault::{Place, Vault};

use crate::casework::case::private::{self, Private};
use crate::casework::case::record::Loaded;
use crate::casework::people::{self, Known};
use crate::casework::{CaseworkError, Office};

/// A digest of them under the person's key: it tells whether two are the same, and to nobody what they are.
pub(crate) fn digest(person: &Known, identifiers: &Identifiers) -> String {
    Hash(person.key.digest("identifiers", identifiers.identity().as_bytes())).to_string()
}

/// The identifiers of a case.
pub(crate) fn of(case: &Loaded) -> Result<Identifiers, CaseworkError> {
    Ok(private::open(&case.person, &case.row)?.identifiers)
}

/// Seals others with a case; the event that tells of them carries their digest.
pub(crate) fn keep(
    tx: &mut Tx<'_>,
    case: &mut Loaded,
    identifiers: Identifiers,
) -> Result<(), CaseworkError> {
    let private = Private { identifiers, ..private::open(&case.person, &case.row)? };
    let place = Place { table: "cases", column: "sealed", row: &case.row.id };
    let plain = place.column().to_json(&private)?;
    case.row.sealed = case.person.key.seal(&place, &plain)?;
    tx.reseal_case(&case.row.id, &case.row.sealed)?;
    Ok(())
}

/// Everybody that these identifiers may be, as the gateway would meet them.
pub(crate) fn askers(identifiers: &Identifiers) -> Vec<Asker> {
    let accounts = identifiers.accounts.iter().map(|known| Asker::Account {
        issuer: known.issuer.clone(),
        sub: Personal::new(known.sub.clone()),
        email: None,
    });
    let addresses = identifiers.addresses.iter().map(|known| &known.address);
    let addresses = addresses.chain(&identifiers.claimed);
    accounts.chain(addresses.map(|a| Asker::Address(Personal::new(a.clone())))).collect()
}

/// The keyed hashes by which the gateway knows the person of a case.
pub(crate) fn blinds(vault: &Vault, case: &Loaded) -> Result<Vec<Vec<u8>>, CaseworkError> {
    let all = askers(&of(case)?);
    let mut blinds: Vec<Vec<u8>> =
        all.iter().map(|asker| people::blind(vault, asker).to_vec()).collect();
    blinds.push(case.person.blind.to_vec());
    blinds.sort();
    blinds.dedup();
    Ok(blinds)
}

/// Whether a legal hold keeps this person's data where they are.
pub(crate) fn is_held(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
) -> Result<bool, CaseworkError> {
    Ok(!tx.holds_on(&blinds(&office.vault, case)?)?.is_empty())
}

/// Whether an answer by e-mail address may be given: only after somebody has confirmed who asks.
pub(crate) fn is_verified(case: &Loaded) -> bool {
    case.state.identity == Some(Identity::Verified)
}
