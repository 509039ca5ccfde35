//! An objection is in force already; what is left is to carry it to the person's accounts, and the answer, or the weighing
//! (R-OBJ-1, R-OBJ-3).

use std::sync::Arc;

use crate::domain::decide::{Answerable, Answering, Command};
use crate::domain::history::Service;
use crate::domain::name::PurposeId;
use crate::domain::right::Right;

use crate::casework::answer::fulfil::{
    Failure, Tried, Try, Work, answer, carry, failed, hand_over, still_open,
};
use crate::casework::case::record::act;
use crate::casework::case::work::raise_task;
use crate::casework::{CaseworkError, Office};

pub(super) fn run(office: &Arc<Office>, work: &Work, trying: Try) -> Result<Tried, CaseworkError> {
    if work.scope.purposes.is_empty() {
        let reason = "no purpose is named; ask which consent is meant".to_owned();
        return hand_over(office, &work.row, "office", reason);
    }
    match carry::of_case(office, work) {
        Ok(()) => {}
        Err(carry::NotCarried::Away(system, error)) => {
            return failed(office, work, vec![Failure { system, error }], trying);
        }
        // Pipelines that know people by their accounts would go on: that is nothing to call done.
        Err(carry::NotCarried::NoDirectory) => {
            let reason = "the objection is in force for the address; nothing leads from it to an account: find the account, then identify the case with it".to_owned();
            return hand_over(office, &work.row, "office", reason);
        }
        Err(carry::NotCarried::Office(error)) => return Err(error),
    }
    let purposes = &office.policies.purposes;
    let weighed: Vec<PurposeId> = work
        .scope
        .purposes
        .iter()
        .filter(|id| purposes.get(id).is_none_or(|p| !p.kind.is_unconditional()))
        .cloned()
        .collect();
    if weighed.is_empty() || work.right == Right::ConsentWithdrawal {
        let answering = Answering {
            outcome: Answerable::Fulfilled,
            service: Service::OnRequest,
            delivered: None,
            parts: Vec::new(),
        };
        return answer(office, &work.row, answering, Vec::new());
    }
    let inside = Arc::clone(office);
    let id = work.row.id.clone();
    office.store.write_blocking("restrict", move |tx| {
        let Some(mut case) = still_open(tx, &inside, &id)? else { return Ok(Tried::Done) };
        let is_new = |purpose: &PurposeId| !case.state.restricted.contains(purpose);
        let purposes: Vec<PurposeId> = weighed.into_iter().filter(is_new).collect();
        let now = inside.clock.now();
        act(tx, &inside, &mut case, now, Command::Restrict { purposes, notice: None })?;
        let reason = "the objection is in force; weigh the grounds and answer".to_owned();
        raise_task(tx, &inside, &mut case, "office", reason)?;
        Ok::<_, CaseworkError>(Tried::Done)
    })
}
