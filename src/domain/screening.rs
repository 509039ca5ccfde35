//! The threshold at the door: who is assessed at all, and with what.

use super::command::{Facts, Opening};
use super::excess::{Asked, Finding, assess};
use super::hint::annotate;
use super::history::Identity;

pub use super::command::Screening;

// Invariant 10: what nobody has verified is not assessed. P9: what merges is not either.
pub(super) fn screen(opening: &Opening<'_>, facts: &Facts<'_>) -> Option<Finding> {
    if opening.identity == Identity::Unverified || opening.overlaps.is_some() {
        return None;
    }
    let screening = opening.screening?;
    let asked = Asked {
        right: screening.right,
        scope: &opening.scope,
        received_at: facts.received_at,
        class: screening.class,
        sensitivity: screening.sensitivity,
        detriment: screening.detriment,
        service: screening.service,
    };
    let (history, declared) = (opening.history, opening.declared);
    let mut finding = assess(&asked, history, declared, screening.rule, screening.policy);
    finding.changes = screening.changes;
    annotate(&mut finding, &asked, history, screening.packs);
    Some(finding)
}
