//! A restriction that was asked for is in force before anybody looks whether its case is there; what is left is to mark the data
//! in systems, and the answer (Art. 18, LAW 1.3).

use std::sync::Arc;

use crate::casework::answer::fulfil::{
    Failure, Tried, Try, Work, carry, failed, hand_over, still_open,
};
use crate::casework::case::identifiers;
use crate::casework::case::work::raise_task;
use crate::casework::objections::{objecting, restricting};
use crate::casework::{CaseworkError, Office};
use crate::domain::identity::Asker;

pub(super) fn run(office: &Arc<Office>, work: &Work, trying: Try) -> Result<Tried, CaseworkError> {
    // What is known is stopped first, and what a directory knows when it answers.
    put(office, work, identifiers::askers(&work.identifiers))?;
    let accounts = match carry::accounts_behind(office, work) {
        Ok(accounts) => accounts,
        Err(carry::NotCarried::Away(system, error)) => {
            return failed(office, work, vec![Failure { system, error }], trying);
        }
        Err(carry::NotCarried::NoDirectory) => {
            let reason = "the restriction is in force for the address; nothing leads from it to an account: find the account, then identify the case with it".to_owned();
            return hand_over(office, &work.row, "office", reason);
        }
        Err(carry::NotCarried::Office(error)) => return Err(error),
    };
    put(office, work, accounts)?;
    let (inside, id) = (Arc::clone(office), work.row.id.clone());
    office.store.write_blocking("restriction task", move |tx| {
        let Some(mut case) = still_open(tx, &inside, &id)? else { return Ok(Tried::Done) };
        let reason = "the restriction is in force for every use that asks the gateway; mark the data in the other systems, look which case of Art. 18(1) it is, and answer".to_owned();
        raise_task(tx, &inside, &mut case, "office", reason)?;
        Ok::<_, CaseworkError>(Tried::Done)
    })
}

fn put(office: &Arc<Office>, work: &Work, askers: Vec<Asker>) -> Result<(), CaseworkError> {
    if askers.is_empty() {
        return Ok(());
    }
    let (inside, id, scope) = (Arc::clone(office), work.row.id.clone(), work.scope.clone());
    let entries = office.store.write_blocking("restrict", move |tx| {
        let Some(mut case) = still_open(tx, &inside, &id)? else { return Ok(Vec::new()) };
        restricting::restrict(tx, &inside, &mut case, &scope, &askers)
    })?;
    objecting::publish(office, &entries);
    Ok(())
}
