//! Restriction as a right (Art. 18): stopped like an objection for every use but those of Art. 18(2), told in the act, and ended
//! only after the person was told and had time (Art. 18(3)).

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::decide::Command;
use crate::domain::id::NoticeId;
use crate::domain::identity::{Asker, Identifiers};
use crate::domain::name::PurposeId;
use crate::domain::objection::{self, Announced, Assurance, COOLING_OFF_DAYS, Standing};
use crate::domain::right::{Right, Scope};
use crate::domain::role::Officer;
use crate::domain::time::Instant;
use crate::notices::Letter;
use crate::objections::{Entry, Mark};
use crate::store::rows::{ObjectionRow, RestrictionRow};
use crate::store::{Tx, columns};

use crate::casework::case::dossier;
use crate::casework::case::identifiers;
use crate::casework::case::record::{Loaded, act, load};
use crate::casework::case::work::new_job;
use crate::casework::letters::post;
use crate::casework::objections::objecting;
use crate::casework::{CaseworkError, Office};

/// The uses that a restriction of this scope stops.
pub(crate) fn stopped(office: &Office, scope: &Scope) -> Vec<PurposeId> {
    let named = |id: &PurposeId| scope.purposes.is_empty() || scope.purposes.contains(id);
    let purposes =
        office.policies.purposes.all().filter(|purpose| purpose.even_restricted.is_none());
    purposes.map(|purpose| purpose.id.clone()).filter(named).collect()
}

/// Puts the person of a case under a restriction, by every name that is theirs. A use that was not stopped for this case
/// before is told in a letter of the same act; a repeat changes nothing.
pub(crate) fn restrict(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    scope: &Scope,
    askers: &[Asker],
) -> Result<Vec<Entry>, CaseworkError> {
    let now = office.clock.now();
    let purposes = stopped(office, scope);
    let new: Vec<PurposeId> =
        purposes.iter().filter(|id| !case.state.restricted.contains(*id)).cloned().collect();
    if !new.is_empty() {
        let id = post::new_id(office);
        let titles = titles(office, case, &new)?;
        post::write(tx, office, case, id, &Letter::RestrictionApplied { titles })?;
        act(tx, office, case, now, Command::Restrict { purposes: new, notice: Some(id) })?;
    }
    let mut entries = Vec::new();
    for purpose in &purposes {
        for asker in askers {
            let mark = objecting::mark(office, purpose, asker)?;
            entries.extend(hold(tx, office, case, mark, purpose, now)?);
        }
    }
    if !entries.is_empty() {
        dossier::tell(tx, office, &case.row.id)?;
    }
    Ok(entries)
}

fn hold(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
    mark: Mark,
    purpose: &PurposeId,
    now: Instant,
) -> Result<Option<Entry>, CaseworkError> {
    let row = RestrictionRow {
        case_id: case.row.id.clone(),
        mark: mark.bytes().to_vec(),
        purpose: purpose.clone(),
        since: now.0,
        lifting: None,
    };
    if tx.insert_restriction(&row)? == 0 {
        return Ok(None);
    }
    settle(tx, office, mark, purpose, now).map(Some)
}

/// Brings a row of the objection list to what the restrictions say.
fn settle(
    tx: &mut Tx<'_>,
    office: &Office,
    mark: Mark,
    purpose: &PurposeId,
    now: Instant,
) -> Result<Entry, CaseworkError> {
    let restricted_at = tx.restricted_since(&mark.bytes(), purpose)?;
    let row = match objecting::row_of(tx, mark, purpose)? {
        Some(row) => ObjectionRow { restricted_at, ..row },
        None => ObjectionRow {
            mark: mark.bytes().to_vec(),
            purpose: purpose.clone(),
            standing: Standing::None.code().into(),
            since: now.0,
            epoch: 0,
            assurance: Assurance::Verified.code().into(),
            via: None,
            restricted_at,
        },
    };
    objecting::put(tx, &office.vault, row, now)
}

fn titles(office: &Office, case: &Loaded, ids: &[PurposeId]) -> Result<Vec<String>, CaseworkError> {
    let language = post::language(office, case)?;
    Ok(ids.iter().map(|id| office.policies.purposes.title_of(id, language)).collect())
}

/// Ends what a case holds; what other cases hold stays.
pub(crate) fn end(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
) -> Result<Vec<Entry>, CaseworkError> {
    let now = office.clock.now();
    take_marks_away(tx, case, now)?;
    let held = tx.restrictions_in(std::slice::from_ref(&case.row.id))?;
    if held.is_empty() {
        return Ok(Vec::new());
    }
    tx.drop_restrictions(&case.row.id)?;
    let mut entries = Vec::new();
    for row in held {
        let mark = columns::restrictions::mark.bytes(&row.mark)?;
        entries.push(settle(tx, office, Mark::from_bytes(mark), &row.purpose, now)?);
    }
    dossier::tell(tx, office, &case.row.id)?;
    Ok(entries)
}

/// Gives the machine the work of taking marks away, where a restriction ended that rows carry.
pub(crate) fn take_marks_away(
    tx: &mut Tx<'_>,
    case: &Loaded,
    now: Instant,
) -> Result<(), CaseworkError> {
    let has_ended = case.state.marked.values().any(|marked| marked.has_ended);
    if has_ended && tx.hurry_jobs(&case.row.id, now.0)? == 0 {
        tx.insert_jobs(&[new_job(now, &case.row.id)])?;
    }
    Ok(())
}

/// Other requests that restrict the same person, by whatever name of theirs.
pub(crate) fn others(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
    identifiers: &Identifiers,
) -> Result<Vec<Vec<u8>>, CaseworkError> {
    let mut marks = Vec::new();
    for asker in identifiers::askers(identifiers) {
        for purpose in stopped(office, &Scope::default()) {
            marks.push(objecting::mark(office, &purpose, &asker)?.bytes().to_vec());
        }
    }
    let mut cases = tx.cases_restricting(&marks)?;
    cases.retain(|id| *id != case.row.id);
    Ok(cases)
}

/// Tells the person that the restriction they asked for ends, why, and how to stop that (Art. 18(3)).
pub(crate) fn announce(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &mut Loaded,
    officer: &Officer,
    reason: String,
) -> Result<(), CaseworkError> {
    let id = post::new_id(office);
    let titles: Vec<PurposeId> = case.state.restricted.iter().cloned().collect();
    let letter = Letter::RestrictionEnds {
        titles: self::titles(office, case, &titles)?,
        reason: reason.clone(),
        days: COOLING_OFF_DAYS,
        remedies: post::remedies(office, case)?,
    };
    let command = Command::AnnounceLifting { reason, notice: id, by: officer };
    act(tx, office, case, office.clock.now(), command)?;
    post::write(tx, office, case, id, &letter)?;
    tx.announce_lifting(&case.row.id, Some(&id.0.to_vec()))?;
    dossier::tell(tx, office, &case.row.id)
}

/// Ends restrictions whose people were told long enough ago and did not contest. Gives how many cases.
///
/// # Errors
/// When the database does not answer.
pub fn lift_due(office: &Arc<Office>) -> Result<usize, CaseworkError> {
    let told_before = office.clock.now().plus_days(-COOLING_OFF_DAYS).0;
    let due = office.store.read_blocking("restrictions to lift", move |tx| {
        tx.restrictions_ending(told_before, 100).map_err(CaseworkError::from)
    })?;
    let mut lifted = 0;
    for (case, notice) in due {
        let inside = Arc::clone(office);
        let done = office
            .store
            .write_blocking("lift restriction", move |tx| lift(tx, &inside, &case, &notice));
        let entries = match done {
            Ok(entries) => entries,
            // One that cannot be lifted stays, and keeps nobody else's.
            Err(error @ CaseworkError::Store(_)) => return Err(error),
            Err(error) => {
                tracing::error!("a restriction could not be lifted and stays: {error}");
                continue;
            }
        };
        objecting::publish(office, &entries);
        lifted += usize::from(!entries.is_empty());
    }
    Ok(lifted)
}

fn lift(
    tx: &mut Tx<'_>,
    office: &Office,
    id: &[u8],
    notice: &[u8],
) -> Result<Vec<Entry>, CaseworkError> {
    let now = office.clock.now();
    let Some(row) = tx.case_by_id(id)? else { return Ok(Vec::new()) };
    let mut case = match load(tx, office, row) {
        Ok(case) => case,
        // Its person was forgotten, and nobody can contest any more.
        Err(CaseworkError::NoSuchCase) => {
            tx.announce_lifting(id, None)?;
            dossier::tell(tx, office, id)?;
            return Ok(Vec::new());
        }
        Err(error) => return Err(error),
    };
    let letter = case.state.lifting.filter(|letter| letter.notice.0.as_slice() == notice);
    let announced = letter.map(|letter| Announced {
        case: case.id,
        notice: NoticeId(letter.notice.0),
        told_at: letter.told_at,
    });
    let lifting = announced.and_then(|announced| objection::lift(&announced, now).ok());
    // Whoever contests is heard first.
    let Some(lifting) = lifting.filter(|_| !case.state.stage.is_open()) else {
        tx.announce_lifting(id, None)?;
        dossier::tell(tx, office, id)?;
        return Ok(Vec::new());
    };
    for purpose in case.state.restricted.clone() {
        act(tx, office, &mut case, now, Command::LiftRestriction { purpose, lifting })?;
    }
    end(tx, office, &case)
}

/// Uses that came later are stopped too for whoever asked for a restriction of everything.
///
/// # Errors
/// When the database does not answer. It can be done again.
pub fn renew(office: &Arc<Office>) -> Result<(), CaseworkError> {
    let cases = office.store.read_blocking("restrictions", move |tx| {
        tx.restricted_cases().map_err(CaseworkError::from)
    })?;
    let all: BTreeSet<PurposeId> = stopped(office, &Scope::default()).into_iter().collect();
    for id in cases {
        let (inside, all) = (Arc::clone(office), all.clone());
        let entries = office.store.write_blocking("renew restriction", move |tx| {
            let Some(row) = tx.case_by_id(&id)? else { return Ok(Vec::new()) };
            let mut case = match load(tx, &inside, row) {
                Ok(case) => case,
                Err(CaseworkError::NoSuchCase) => return Ok(Vec::new()),
                Err(error) => return Err(error),
            };
            let asked = case.row.scope()?;
            let is_of_all = case.right == Right::Restriction && asked.purposes.is_empty();
            if !is_of_all || all.is_subset(&case.state.restricted) {
                return Ok(Vec::new());
            }
            let identifiers = identifiers::of(&case)?;
            let askers = identifiers::askers(&identifiers);
            restrict(tx, &inside, &mut case, &asked, &askers)
        })?;
        objecting::publish(office, &entries);
    }
    Ok(())
}
