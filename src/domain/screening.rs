//! The threshold at the door: who is assessed at all, and with what.

use super::decide::{Facts, Opening};
use super::excess::{
    Asked, ChangeClass, Detriment, Finding, Reviewable, Sensitivity, Threshold, assess,
};
use super::hint::{HintPack, annotate};
use super::history::{Identity, Service};

/// What the policy says about the data in scope.
#[derive(Clone, Copy, Debug)]
pub struct Screening<'a> {
    /// The flag path.
    pub right: Reviewable,
    /// Of the data in scope.
    pub class: ChangeClass,
    /// Of the data in scope.
    pub sensitivity: Sensitivity,
    /// Of the processing in scope.
    pub detriment: Detriment,
    /// Of the data in scope.
    pub service: Service,
    /// The rule for this right and class.
    pub rule: Option<&'a Threshold>,
    /// Content hash of the thresholds, hex.
    pub policy: &'a str,
    /// The country packs in force; they can add a hint and nothing else.
    pub packs: &'a [HintPack],
    /// How many changes have been declared so far.
    pub changes: i64,
}

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
