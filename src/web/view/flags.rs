//! A flag: for the person whom it concerns, and for those who review it.

use serde::Serialize;

use crate::casework::review::flags::{Flag, GivenOpinion, Signed};
use crate::domain::excess::{self, Excluded, Finding};
use crate::domain::id::{FlagId, NoticeId, Reference};
use crate::domain::review::{Opened, Reasons};
use crate::domain::time::Instant;

use super::Moment;

const DAY_MS: i64 = 86_400_000;

/// What a person sees of a review that concerns them: the rule, and the requests counted and left out.
#[derive(Serialize)]
pub(in crate::web) struct Own<'f> {
    id: FlagId,
    case: &'f str,
    version: i64,
    rule: &'f str,
    policy: &'f str,
    state: &'f str,
    raised_at: Moment,
    lapses_at: Moment,
    due: Moment,
    case_is_answered: bool,
    counted: Vec<Counted>,
    /// Nothing when the evidence is gone.
    excluded: Option<&'f [Excluded]>,
    opened: Option<Told>,
}

#[derive(Serialize)]
struct Counted {
    case: Reference,
    received_at: Moment,
}

#[derive(Serialize)]
struct Told {
    notice: NoticeId,
    at: Moment,
    is_answered: bool,
}

impl<'f> Own<'f> {
    pub(in crate::web) fn of(flag: &'f Flag) -> Self {
        let finding = flag.finding.as_ref();
        let each = |counted: &excess::Counted| Counted {
            case: counted.case,
            received_at: Moment(counted.received_at),
        };
        let told = |opened: Opened| Told {
            notice: opened.notice,
            at: Moment(opened.at),
            is_answered: opened.is_answered,
        };
        Self {
            id: flag.id,
            case: &flag.case,
            version: flag.version,
            rule: &flag.rule,
            policy: &flag.policy,
            state: &flag.state,
            raised_at: Moment(flag.raised_at),
            lapses_at: Moment(flag.lapses_at),
            due: Moment(flag.due),
            case_is_answered: flag.is_answered,
            counted: finding.map_or_else(Vec::new, |f| f.counted.iter().map(each).collect()),
            excluded: finding.map(|finding| finding.excluded.as_slice()),
            opened: flag.opened.map(told),
        }
    }
}

/// A flag in the log: with what was advised and decided.
#[derive(Serialize)]
pub(in crate::web) struct Listed<'f> {
    #[serde(flatten)]
    own: Own<'f>,
    days_left: i64,
    opinions: Vec<Opinion<'f>>,
    decisions: Vec<Decision<'f>>,
}

#[derive(Serialize)]
struct Opinion<'f> {
    view: &'f str,
    by: &'f str,
    at: Moment,
    reasons: Option<&'f Reasons>,
}

impl<'f> Opinion<'f> {
    fn of(given: &'f GivenOpinion) -> Self {
        let GivenOpinion { view, by, at, reasons } = given;
        Self { view, by, at: Moment(*at), reasons: reasons.as_ref() }
    }
}

#[derive(Serialize)]
struct Decision<'f> {
    outcome: &'f str,
    by: &'f str,
    at: Moment,
    evidence: &'f [String],
    reasons: Option<&'f Reasons>,
    fee_cents: Option<i64>,
    notice: Option<NoticeId>,
    reopened_at: Option<Moment>,
}

impl<'f> Decision<'f> {
    fn of(signed: &'f Signed) -> Self {
        Self {
            outcome: &signed.outcome,
            by: &signed.by,
            at: Moment(signed.at),
            evidence: &signed.evidence,
            reasons: signed.reasons.as_ref(),
            fee_cents: signed.fee_cents,
            notice: signed.notice,
            reopened_at: Moment::maybe(signed.reopened_at),
        }
    }
}

impl<'f> Listed<'f> {
    pub(in crate::web) fn of(flag: &'f Flag, now: Instant) -> Self {
        Self {
            own: Own::of(flag),
            days_left: (flag.due.0 - now.0).div_euclid(DAY_MS),
            opinions: flag.opinions.iter().map(Opinion::of).collect(),
            decisions: flag.decisions.iter().map(Decision::of).collect(),
        }
    }
}

/// A flag with its evidence.
#[derive(Serialize)]
pub(in crate::web) struct Sheet<'f> {
    #[serde(flatten)]
    listed: Listed<'f>,
    /// The finding in sentences, under the policy that raised it.
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    finding: Option<&'f Finding>,
}

impl<'f> Sheet<'f> {
    pub(in crate::web) fn of(
        flag: &'f Flag,
        now: Instant,
        explanation: Option<Vec<String>>,
    ) -> Self {
        Self { listed: Listed::of(flag, now), explanation, finding: flag.finding.as_ref() }
    }
}
