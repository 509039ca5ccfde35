//! What happens to a case, as a leaf: the event of the machine, and the case it belongs to.

use serde::Serialize;
use serde_json::Value;

use super::kind::{EventKind, LeafKind};
use super::payload::{Payload, Unreadable};
use crate::domain::event::Event;
use crate::domain::id::Reference;
use crate::domain::review::Recorded;

/// An event on its way into the log.
#[derive(Serialize)]
pub struct Happened<'e> {
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<Reference>,
    #[serde(flatten)]
    event: &'e Event,
}

impl<'e> Happened<'e> {
    /// This event of this case.
    pub fn to(reference: Reference, event: &'e Event) -> Self {
        // Two events name the case themselves.
        let named = matches!(event, Event::Received { .. } | Event::Registered(_));
        Self { reference: (!named).then_some(reference), event }
    }
}

impl Payload for Happened<'_> {
    fn kind(&self) -> LeafKind {
        LeafKind::Event(EventKind::of(self.event))
    }
}

/// What a leaf of a case tells.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Told {
    /// An event.
    Event(Event),
    /// The record of a decision under Art. 12(5): it can be told again, and never made again (SETTLED 14).
    Decided(Recorded),
}

/// Reads what happened, and to which case.
///
/// # Errors
/// When the bytes tell of no event.
pub fn read(payload: &[u8]) -> Result<(Reference, Told), Unreadable> {
    read_value(serde_json::from_slice(payload)?)
}

/// The same, of what was parsed already.
///
/// # Errors
/// As [`read`].
pub fn read_value(value: Value) -> Result<(Reference, Told), Unreadable> {
    let reference = value.get("reference").and_then(Value::as_str).unwrap_or_default();
    let reference: Reference = reference.parse().map_err(|_| Unreadable::NoCase)?;
    let told = match value.get("event").and_then(Value::as_str) {
        Some("refused" | "refused_in_part" | "fee_proposed") => {
            let by = value.get("by").cloned().unwrap_or_default();
            Told::Decided(serde_json::from_value(by)?)
        }
        _ => Told::Event(serde_json::from_value(value)?),
    };
    Ok((reference, told))
}

impl EventKind {
    /// Under which kind an event is told.
    pub fn of(event: &Event) -> Self {
        match event {
            Event::Received { .. } => Self::Received,
            Event::Registered(_) => Self::Registered,
            Event::Merged { .. } => Self::Merged,
            Event::TakenOver { .. } => Self::TakenOver,
            Event::IdentityAsked { .. } => Self::IdentityAsked,
            Event::ClarificationAsked { .. } => Self::ClarificationAsked,
            Event::Reminded { .. } => Self::Reminded,
            Event::Overdue { .. } => Self::Overdue,
            Event::Identified { .. } => Self::Identified,
            Event::Started { .. } => Self::Started,
            Event::Suspended { .. } => Self::Suspended,
            Event::Resumed { .. } => Self::Resumed,
            Event::Extended { .. } => Self::Extended,
            Event::TaskRaised { .. } => Self::TaskRaised,
            Event::TaskDone { .. } => Self::TaskDone,
            Event::ScopeRead { .. } => Self::ScopeRead,
            Event::TakenUp { .. } => Self::TakenUp,
            Event::ErasureBegun { .. } => Self::ErasureBegun,
            Event::ErasureSettled { .. } => Self::ErasureSettled,
            Event::Marked { .. } => Self::Marked,
            Event::Unmarked { .. } => Self::Unmarked,
            Event::Answered { .. } => Self::Answered,
            Event::Refused { .. } => Self::Refused,
            Event::RefusedInPart { .. } => Self::RefusedInPart,
            Event::FeeProposed { .. } => Self::FeeProposed,
            Event::FeeAccepted { .. } => Self::FeeAccepted,
            Event::ReviewOpened { .. } => Self::ReviewOpened,
            Event::ReviewAnswered { .. } => Self::ReviewAnswered,
            Event::Opined { .. } => Self::Opined,
            Event::FlagCleared { .. } => Self::FlagCleared,
            Event::Referred { .. } => Self::Referred,
            Event::Reopened { .. } => Self::Reopened,
            Event::FlagLapsed { .. } => Self::FlagLapsed,
            Event::FlagOvertaken { .. } => Self::FlagOvertaken,
            Event::NoticeMade { .. } => Self::NoticeMade,
            Event::NoticeTold { .. } => Self::NoticeTold,
            Event::Balanced { .. } => Self::Balanced,
            Event::Notified { .. } => Self::Notified,
            Event::Closed { .. } => Self::Closed,
            Event::Withdrawn { .. } => Self::Withdrawn,
            Event::Messaged { .. } => Self::Messaged,
            Event::Contested { .. } => Self::Contested,
            Event::Restricted { .. } => Self::Restricted,
            Event::LiftingAnnounced { .. } => Self::LiftingAnnounced,
            Event::RestrictionLifted { .. } => Self::RestrictionLifted,
        }
    }
}
