//! A flag is overtaken by what the answer shows: the data had changed since the last answer that counted, so that there was
//! a reason to ask again (P8). At the door nobody could know (decision 0006).

use crate::domain::case::FlagState;
use crate::domain::decide::Command;
use crate::domain::time::Instant;
use crate::store::Tx;

use crate::casework::case::record::{Loaded, act};
use crate::casework::case::{dossier, opened};
use crate::casework::{CaseworkError, Office};

/// Closes the flag of a case that was just answered, in the person's favour, when what was handed over is not what the
/// last counted answer handed over.
pub(crate) fn look_again(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    now: Instant,
) -> Result<(), CaseworkError> {
    if case.state.flag != Some(FlagState::Open) {
        return Ok(());
    }
    let Some(flag) = tx.flag_of(&case.row.id)? else { return Ok(()) };
    let finding = opened::registration(tx, office, &case.row)?.and_then(|known| known.finding);
    // A flag that was not raised by frequency is a matter of evidence, not of new data.
    let Some(finding) =
        finding.filter(|f| f.asks_for_review() && f.rule.as_ref() == Some(&flag.rule))
    else {
        return Ok(());
    };
    let Some(last) = finding.counted.last() else { return Ok(()) };
    let Some(row) = tx.case_by_reference(&last.case.to_string())? else { return Ok(()) };
    let before = row.state()?.answer.and_then(|answer| answer.delivered);
    let shown = case.state.answer.as_ref().and_then(|answer| answer.delivered.clone());
    if before.is_some() && shown.is_some() && before != shown {
        act(tx, office, case, now, Command::OvertakeFlag { flag: flag.id()? })?;
        tx.close_flag(&flag.id, FlagState::NotExcessive.code(), now.0)?;
        dossier::tell(tx, office, &case.row.id)?;
    }
    Ok(())
}
