//! The counting itself.

use crate::domain::history::{
    Answer, Earlier, Fate, Grounds, Identity, Service, Standing, Timeliness,
};
use crate::domain::id::Reference;
use crate::domain::stage::Outcome;
use crate::domain::time::Instant;

use super::{
    Asked, Because, Counted, Detriment, Excluded, Exclusion, Finding, Reset, ResetKind, Reviewable,
    Sensitivity, Threshold, Verdict,
};

const DAY_MS: i64 = 86_400_000;

/// Counts this request together with the earlier ones of its kind inside the window that ends at its receipt. The window
/// is closed: one received exactly `window_days` earlier still counts. `history` may come in any order and may hold
/// anything; what does not count is listed with its reason. `declared` are material changes that somebody recorded; a
/// change in the data themselves is read off the digests of what was handed over.
pub fn assess(
    asked: &Asked<'_>,
    history: &[Earlier],
    declared: &[Reset],
    rule: Option<&Threshold>,
    policy: &str,
) -> Finding {
    let mut finding = Finding {
        policy: policy.to_owned(),
        rule: rule.map(|rule| rule.id.clone()),
        verdict: Verdict::Ordinary { because: Because::NoRule },
        class: asked.class,
        sensitivity: asked.sensitivity,
        detriment: asked.detriment,
        service: asked.service,
        resets: resets(asked, history, declared),
        counted: Vec::new(),
        excluded: Vec::new(),
        changes: 0,
        packs: Vec::new(),
        hints: Vec::new(),
    };
    let Some(rule) = rule else { return finding };
    let mut last_answer: Option<Instant> = None;
    let mut earlier: Vec<&Earlier> = history.iter().collect();
    earlier.sort_by_key(|e| (e.received_at, e.case));
    for e in earlier {
        match exclusion(asked, e, rule.window_days, &finding.resets) {
            Err(reason) => finding.excluded.push(Excluded { case: e.case, reason }),
            Ok(answer) => {
                last_answer = last_answer.max(Some(answer.at));
                finding.counted.push(Counted { case: e.case, received_at: e.received_at });
            }
        }
    }
    finding.verdict = verdict(asked, rule, finding.counted.len(), last_answer);
    finding
}

impl Threshold {
    /// The number and the gap in days that hold for data and processing of this kind (P11, P12).
    pub fn figures(&self, sensitivity: Sensitivity, detriment: Detriment) -> (u32, u32) {
        let (kth, gap_days) = match sensitivity {
            Sensitivity::Ordinary => (self.kth, self.never_if_gap_days),
            Sensitivity::Sensitive => (self.sensitive_kth, self.sensitive_gap_days),
        };
        match detriment {
            Detriment::None => (kth, gap_days),
            // A gap of no days would mean that there is none, and spare nobody.
            Detriment::Training | Detriment::Scoring | Detriment::Blocking => {
                (kth.saturating_add(1), (gap_days / 2).max(gap_days.min(1)))
            }
        }
    }
}

fn verdict(asked: &Asked<'_>, rule: &Threshold, counted: usize, last: Option<Instant>) -> Verdict {
    let (kth, gap_days) = rule.figures(asked.sensitivity, asked.detriment);
    if asked.service == Service::SelfService {
        return Verdict::Ordinary { because: Because::SelfService };
    }
    let seen = u32::try_from(counted).unwrap_or(u32::MAX).saturating_add(1);
    // P3: a first request is never flagged by frequency, whatever the rule says.
    if seen < kth || seen < 2 {
        return Verdict::Ordinary { because: Because::Few };
    }
    let gap_ms = i64::from(gap_days) * DAY_MS;
    let spaced = last.is_some_and(|at| asked.received_at.0.saturating_sub(at.0) >= gap_ms);
    if gap_ms > 0 && spaced {
        return Verdict::Ordinary { because: Because::Spaced };
    }
    Verdict::Review { seen, kth, window_days: rule.window_days }
}

pub(in crate::domain) fn exclusion<'e>(
    asked: &Asked<'_>,
    earlier: &'e Earlier,
    window_days: u32,
    resets: &[Reset],
) -> Result<&'e Answer, Exclusion> {
    let age_ms = asked.received_at.0.saturating_sub(earlier.received_at.0);
    if earlier.right != asked.right.right() {
        return Err(Exclusion::OtherRight);
    }
    if earlier.scope != *asked.scope {
        return Err(Exclusion::OtherScope);
    }
    if age_ms < 0 || age_ms > i64::from(window_days) * DAY_MS {
        return Err(Exclusion::OutsideWindow);
    }
    if earlier.identity == Identity::Unverified {
        return Err(Exclusion::Unverified);
    }
    let answer = match &earlier.fate {
        Fate::Open => return Err(Exclusion::Unanswered),
        Fate::Merged => return Err(Exclusion::Merged),
        Fate::Withdrawn => return Err(Exclusion::Withdrawn),
        Fate::Answered(answer) => answer,
    };
    answer_counts(asked.right, answer)?;
    if resets.iter().any(|reset| earlier.received_at < reset.at) {
        return Err(Exclusion::BeforeChange);
    }
    Ok(answer)
}

// P5: only answers that were complete, on time and free count.
fn answer_counts(right: Reviewable, answer: &Answer) -> Result<(), Exclusion> {
    if answer.timeliness == Timeliness::Late {
        return Err(Exclusion::AnsweredLate);
    }
    if answer.standing == Standing::Disputed {
        return Err(Exclusion::Disputed);
    }
    if answer.service == Service::SelfService {
        return Err(Exclusion::SelfService);
    }
    match answer.outcome {
        Outcome::Fulfilled if answer.grounds == Grounds::Unstated => Err(Exclusion::Unstated),
        Outcome::Fulfilled => Ok(()),
        Outcome::Partial | Outcome::Declined
            if answer.grounds == Grounds::Own && right.counts_a_refusal_on_own_grounds() =>
        {
            Ok(())
        }
        Outcome::Partial | Outcome::Declined => Err(Exclusion::Incomplete),
        Outcome::Unidentifiable => Err(Exclusion::Unidentifiable),
        Outcome::Refused | Outcome::FeeProposed => Err(Exclusion::PastFinding),
    }
}

// P8: when two answers of the same scope handed over different data, the data had changed; what was asked before the
// later of the two had another object.
fn resets(asked: &Asked<'_>, history: &[Earlier], declared: &[Reset]) -> Vec<Reset> {
    let mut answered: Vec<(Instant, Reference, &str)> = history
        .iter()
        .filter(|e| e.right == asked.right.right() && e.scope == *asked.scope)
        .filter(|e| e.received_at <= asked.received_at)
        .filter_map(|e| match &e.fate {
            Fate::Answered(answer) => {
                answer.delivered.as_deref().map(|digest| (e.received_at, e.case, digest))
            }
            Fate::Open | Fate::Merged | Fate::Withdrawn => None,
        })
        .collect();
    answered.sort_unstable();
    let changed = answered.windows(2).filter_map(|pair| match pair {
        [(_, _, before), (at, _, after)] if before != after => {
            Some(Reset { at: *at, why: ResetKind::NewData })
        }
        _ => None,
    });
    let mut all: Vec<Reset> =
        declared.iter().copied().filter(|r| r.at <= asked.received_at).chain(changed).collect();
    all.sort_unstable();
    all.dedup();
    all
}
