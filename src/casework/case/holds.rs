//! Legal holds: a person's data must not be erased while they are needed for a claim (Art. 17(3)(e)). A controller sets one and
//! lifts it, with a reason; it holds for the person, whichever case it was set on.

use std::sync::Arc;

use crate::domain::decide::{Command, Working, awaits_an_answer};
use crate::domain::id::{Reference, TaskId};
use crate::domain::identity::Personal;
use crate::domain::right::Right;
use crate::domain::role::{Officer, Role};
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::rows::{CaseRow, HoldRow};
use crate::store::vault::{Place, random};

use crate::casework::case::actor::{Actor, admit};
use crate::casework::case::record::{act, load};
use crate::casework::case::{dossier, identifiers, work};
use crate::casework::{CaseworkError, Office};

/// What happens to a hold.
#[derive(Clone, Debug)]
pub enum Hold {
    /// It is set, for this reason.
    Set(Personal<String>),
    /// It is lifted; erasures that waited for it go on.
    Lift,
}

/// A hold in force, without its reason.
#[derive(Clone, Debug)]
pub struct InForce {
    /// Who set it.
    pub by: String,
    /// When.
    pub since: Instant,
}

/// Sets or lifts a hold on the person of a case.
///
/// # Errors
/// See [`CaseworkError`]; a hold is the controller's.
pub async fn hold(
    office: &Arc<Office>,
    officer: Officer,
    version: i64,
    reference: Reference,
    what: Hold,
) -> Result<CaseRow, CaseworkError> {
    if !officer.is(Role::Controller) {
        return Err(CaseworkError::Unfit(
            "a legal hold is set and lifted by the controller; ask somebody with that role".into(),
        ));
    }
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| {
        let row = tx.case_by_reference(&reference.to_string())?.ok_or(CaseworkError::NoSuchCase)?;
        let case = load(tx, &inside, row)?;
        admit(&inside, &Actor::Officer(officer.clone(), version), &case)?;
        let now = inside.clock.now();
        let blinds = identifiers::blinds(&inside.vault, &case)?;
        match what {
            Hold::Set(reason) => {
                for blind in blinds {
                    let id = TaskId::new(now, random()).0;
                    let place = Place { table: "holds", column: "sealed", row: &id };
                    tx.insert_hold(&HoldRow {
                        id: id.to_vec(),
                        case_id: case.row.id.clone(),
                        blind,
                        sealed: case.person.key.seal(&place, reason.reveal().as_bytes())?,
                        set_by: officer.id().to_owned(),
                        set_at: now.0,
                        lifted_by: None,
                        lifted_at: None,
                    })?;
                }
            }
            Hold::Lift => {
                for row in tx.holds_on(&blinds)? {
                    tx.lift_hold(&row.id, officer.id(), now.0)?;
                    if row.case_id != case.row.id {
                        dossier::tell(tx, &inside, &row.case_id)?;
                    }
                }
            }
        }
        dossier::tell(tx, &inside, &case.row.id)?;
        go_on(tx, &inside, &officer, &case.row.subject_id)?;
        tx.case_by_id(&case.row.id)?.ok_or(CaseworkError::NoSuchCase)
    };
    let row = office.store.write("legal hold", write).await?;
    office.bell.ring();
    Ok(row)
}

/// Erasures of this person that nothing holds any more go on.
fn go_on(
    tx: &mut Tx<'_>,
    office: &Office,
    by: &Officer,
    subject: &[u8],
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    for row in tx.cases_of_subjects(&[subject.to_vec()], i64::MAX)? {
        let mut case = load(tx, office, row)?;
        if case.right == Right::Erasure
            && awaits_an_answer(&case.state)
            && !identifiers::is_held(tx, office, &case)?
        {
            act(tx, office, &mut case, now, Command::Work(Working::TakeUp { by }))?;
            work::enqueue(tx, office, &case, now)?;
        }
    }
    Ok(())
}

/// The holds in force on the person of a case.
pub(crate) fn in_force(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &CaseRow,
) -> Result<Vec<InForce>, CaseworkError> {
    let case = match load(tx, office, row.clone()) {
        Ok(case) => case,
        Err(CaseworkError::NoSuchCase) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut holds: Vec<InForce> = Vec::new();
    for row in tx.holds_on(&identifiers::blinds(&office.vault, &case)?)? {
        if !holds.iter().any(|hold| hold.since.0 == row.set_at) {
            holds.push(InForce { by: row.set_by, since: Instant(row.set_at) });
        }
    }
    Ok(holds)
}
