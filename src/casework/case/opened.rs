//! What a person learns of their request at once, and again whenever they look.

use crate::audit::leaf::event::{self, Told};
use crate::domain::case::Event;
use crate::domain::case::{Due, Registration, Stage};
use crate::domain::deadline::{Step, derive};
use crate::domain::id::Reference;
use crate::domain::right::Right;
use crate::domain::time::Instant;
use crate::store::rows::CaseRow;
use crate::store::{Tx, columns};
use crate::words::Language;

use crate::casework::case::private::{self, Private};
use crate::casework::case::record;
use crate::casework::{CaseworkError, Office, log, people};

/// What the person learns at once. Nothing here can tell whether there was a flag (invariant 3).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opened {
    /// What they can quote.
    pub reference: Reference,
    /// What they asked.
    pub right: Right,
    /// Received or merged.
    pub stage: Stage,
    /// The open one it was merged into.
    pub merged_into: Option<Reference>,
    /// When it reached us.
    pub received_at: Instant,
    /// When it is due.
    pub due: Due,
    /// How the date was derived, in sentences.
    pub explanation: Vec<String>,
    /// Whether we know who asks.
    pub identity: &'static str,
    /// The person's language, as far as it matters for what they read at once; the controller's, where it is none of ours.
    pub language: Language,
    /// Whether it is new, or the answer to the same key again.
    pub fresh: bool,
}

/// What was opened, read from the database again.
pub fn opened_again(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &CaseRow,
) -> Result<Opened, CaseworkError> {
    let state = row.state()?;
    let explanation = explained(office, &steps(tx, office, row)?);
    // Only a merged request has words to say at once (P9).
    let language = match state.merged_into {
        Some(_) => office.spoken(private(tx, office, row)?.language.as_deref()),
        None => office.letterhead.language,
    };
    Ok(Opened {
        reference: row.reference()?,
        right: row.right()?,
        stage: state.stage,
        merged_into: state.merged_into,
        received_at: Instant(row.received_at),
        due: columns::cases::state.there(state.due.clone())?,
        explanation,
        identity: record::identity_code(&state),
        language,
        fresh: false,
    })
}

/// Steps in words, with the provisions of the law that the controller is under.
pub(crate) fn explained(office: &Office, steps: &[Step]) -> Vec<String> {
    let law = office.policies.regime.law();
    steps.iter().map(|step| step.told(Language::En, law)).collect()
}

/// How the date that binds was derived.
pub(crate) fn steps(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &CaseRow,
) -> Result<Vec<Step>, CaseworkError> {
    let pauses = row.state()?.pauses;
    Ok(match registration(tx, office, row)? {
        // R-T-9: after a pause the date was derived anew, and is explained so.
        Some(_) if !pauses.is_empty() => {
            let received = Instant(row.received_at);
            let again = derive(received, &office.calendar, &office.policies.regime, &pauses);
            columns::cases::state.read(again)?.steps
        }
        Some(known) => known.deadline.steps,
        None => Vec::new(),
    })
}

/// The private part of a case; empty once the person was forgotten.
pub(crate) fn private(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &CaseRow,
) -> Result<Private, CaseworkError> {
    let Some(person) = people::by_id(tx, &office.vault, &row.subject_id)? else {
        return Ok(Private::default());
    };
    private::open(&person, row)
}

/// What was registered at the door: the second leaf of every case. Nothing once the person was forgotten.
pub fn registration(
    tx: &mut Tx<'_>,
    office: &Office,
    row: &CaseRow,
) -> Result<Option<Registration>, CaseworkError> {
    let Some(person) = people::by_id(tx, &office.vault, &row.subject_id)? else { return Ok(None) };
    let openings = tx.openings_at(&[row.leaf + 1])?;
    let Some(opening) = openings.first() else { return Ok(None) };
    let payload = log::open_payload(&person.key, opening)?;
    let registered = match event::read(&payload) {
        Ok((_, Told::Event(Event::Registered(known)))) => Some(*known),
        _ => None,
    };
    Ok(Some(columns::openings::payload.there(registered)?))
}
