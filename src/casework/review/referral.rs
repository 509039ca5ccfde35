//! A review that somebody asks for: of a request that no threshold flagged, or of a decision that was made.

use std::sync::Arc;

use crate::audit::leaf::event::{self, Told};
use crate::domain::case::{Event, FlagState};
use crate::domain::decide::{Command, Refusal, Reviewing};
use crate::domain::excess::Reviewable;
use crate::domain::id::{FlagId, Reference};
use crate::domain::review::{Checklist, refer};
use crate::domain::role::Officer;
use crate::store::Tx;
use crate::store::rows::FlagRow;
use crate::store::vault::random;

use crate::casework::case::record::{Loaded, act, load};
use crate::casework::case::{dossier, work};
use crate::casework::review::flags::{Flagged, flagged};
use crate::casework::{CaseworkError, Office, log};
use crate::notices::Held;

/// The rule that a referral by hand is filed under.
pub const BY_HAND: &str = "by_hand";

/// Refers a request that no threshold flagged, with the checklist of C-526/24 (LAW 10.3).
///
/// # Errors
/// See [`CaseworkError`].
pub async fn refer_by_hand(
    office: &Arc<Office>,
    officer: Officer,
    reference: Reference,
    checklist: Checklist,
) -> Result<FlagId, CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| {
        let row = tx.case_by_reference(&reference.to_string())?.ok_or(CaseworkError::NoSuchCase)?;
        let mut case = load(tx, &inside, row)?;
        let now = inside.clock.now();
        let scope = case.row.scope()?;
        let kinds = inside.policies.purposes.kinds_of(&scope.purposes).unwrap_or_default();
        let path = Reviewable::of(case.right, &kinds).ok_or(Refusal::NoFlagPath)?;
        let referral = refer(&officer, checklist).map_err(Refusal::from)?;
        let flag = FlagId::new(now, random());
        let command = Command::Review(Reviewing::Refer { flag, by: referral, path });
        let events = act(tx, &inside, &mut case, now, command)?;
        let lapses_at = events.iter().find_map(Event::lapses_at);
        tx.insert_flags(&[FlagRow {
            id: flag.0.to_vec(),
            case_id: case.row.id.clone(),
            rule: BY_HAND.into(),
            policy: inside.policies.thresholds.hash.clone(),
            state: FlagState::Open.code().into(),
            raised_at: now.0,
            lapses_at: lapses_at.unwrap_or(now).0,
            closed_at: None,
        }])?;
        dossier::tell(tx, &inside, &case.row.id)?;
        Ok(flag)
    };
    office.store.write("refer", write).await
}

/// What is held against the person of a referred case: it is told by the log alone, sealed.
pub(super) fn held(
    tx: &mut Tx<'_>,
    case: &Loaded,
    id: FlagId,
) -> Result<Option<Held>, CaseworkError> {
    for opening in tx.openings_of(&case.row.subject_id)?.iter().rev() {
        if opening.case_id.as_deref() != Some(&case.row.id) {
            continue;
        }
        let payload = log::open_payload(&case.person.key, opening)?;
        if let Ok((_, Told::Event(Event::Referred { flag, checklist, .. }))) = event::read(&payload)
            && flag == id
        {
            return Ok(Some(Held {
                objective: checklist.purpose_not_served,
                subjective: checklist.intention,
                evidence: checklist.evidence_in_file,
            }));
        }
    }
    Ok(None)
}

/// Looks at a decision again; it stays readable, and the case waits for an answer again if it was decided against the person.
///
/// # Errors
/// See [`CaseworkError`].
pub async fn reopen(
    office: &Arc<Office>,
    officer: Officer,
    id: FlagId,
    reason: String,
) -> Result<(), CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| {
        let Flagged { mut case, .. } = flagged(tx, &inside, id)?;
        let now = inside.clock.now();
        let command =
            Command::Review(Reviewing::Reopen { flag: id, by: officer.id().to_owned(), reason });
        let events = act(tx, &inside, &mut case, now, command)?;
        let lapses_at = events.iter().find_map(Event::lapses_at);
        tx.reopen_decisions(&id.0, now.0)?;
        tx.reopen_flag(&id.0, lapses_at.unwrap_or(now).0)?;
        work::enqueue(tx, &inside, &case, now)?;
        dossier::tell(tx, &inside, &case.row.id)?;
        Ok::<_, CaseworkError>(())
    };
    office.store.write("reopen", write).await?;
    office.bell.ring();
    Ok(())
}
