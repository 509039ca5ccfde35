//! Whoever was erased is told that their objections stay.

use crate::domain::case::Writer;
use crate::domain::identity::Personal;
use crate::domain::objection::Standing;
use crate::store::Tx;

use crate::casework::case::messages::write_message;
use crate::casework::case::record::Loaded;
use crate::casework::letters::post;
use crate::casework::{CaseworkError, Office, people};

/// R-RET-1: a keyed hash on a suppression list is still personal data; whoever was erased is told that it stays.
pub(crate) fn tell_of_kept_objections(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
) -> Result<(), CaseworkError> {
    let language = post::language(office, case)?;
    let marks = people::marks(&office.vault, &people::asker(tx, &case.person)?);
    let mut titles = Vec::new();
    for listed in crate::casework::objections::objecting::listed(tx, &marks)? {
        let (purposes, id) = (&office.policies.purposes, &listed.objection.purpose);
        if listed.objection.standing == Standing::InForce && purposes.get(id).is_some() {
            titles.push(purposes.title_of(id, language));
        }
    }
    if titles.is_empty() {
        return Ok(());
    }
    let words = crate::notices::kept_objections(&titles, language);
    write_message(tx, office, case, &Personal::new(words), Writer::Office)
}
