//! Somebody objects again while an earlier objection is being weighed.

use crate::domain::decide::Command;
use crate::domain::name::PurposeId;
use crate::domain::objection::Weighed;
use crate::store::Tx;

use crate::casework::case::record::{act, load};
use crate::casework::{CaseworkError, Office, people};

/// Somebody objects again to a use whose stop is about to be lifted: they contest, and are heard first.
///
/// # Errors
/// When the database does not answer.
pub(crate) fn heard_again(
    tx: &mut Tx<'_>,
    office: &Office,
    person: &people::Known,
    purpose: &PurposeId,
) -> Result<(), CaseworkError> {
    let kind = office.policies.purposes.get(purpose).map(|purpose| purpose.kind);
    if kind.is_none_or(crate::domain::right::PurposeKind::is_unconditional) {
        return Ok(());
    }
    for row in tx.cases_of_subjects(&[person.id.0.to_vec()], i64::MIN)? {
        let state = row.state()?;
        let pending = state.weighed.get(purpose) == Some(&Weighed::Overridden)
            && state.restricted.contains(purpose)
            && !state.stage.is_open();
        if pending {
            let mut case = load(tx, office, row)?;
            let now = office.clock.now();
            act(tx, office, &mut case, now, Command::Contest)?;
            let reason = "the person objects again; weigh it again".to_owned();
            crate::casework::case::work::raise_task(tx, office, &mut case, "office", reason)?;
        }
    }
    Ok(())
}
