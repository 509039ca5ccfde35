//! Every row of the database against what the log tells.
//!
//! Start with [`everything`]. [`cases`] compares cases and what hangs on them; [`ledger`] the rest: people, objections, keys,
//! policies, counters, and the seals of signed heads. What is not compared (the queue of jobs) is no evidence: see
//! docs/audit.md, "What each column rests on".

mod cases;
mod ledger;
mod policies;

use crate::store::Tx;
use crate::store::vault::Vault;

use crate::casework::CaseworkError;
use crate::casework::replay::retold::Retold;

/// Adds what differs to the differences of the fold.
pub(super) fn everything(
    tx: &mut Tx<'_>,
    vault: &Vault,
    fold: &mut Retold,
) -> Result<(), CaseworkError> {
    cases::compare(tx, vault, fold)?;
    ledger::key_check(tx, vault, fold)?;
    ledger::people(tx, vault, fold)?;
    ledger::objections(tx, fold)?;
    ledger::ways(tx, fold)?;
    ledger::keys(tx, fold)?;
    ledger::policies(tx, fold)?;
    ledger::counters(tx, fold)?;
    policies::terms(tx, fold)?;
    ledger::changes(tx, fold)?;
    ledger::tickets(tx, fold)?;
    ledger::signed_heads(tx, vault, fold)
}
