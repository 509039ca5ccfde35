//! The frequency threshold: when a repeated request is *looked at*. It decides nothing (C-416/23, paras 47, 50, 59).
//!
//! Start with [`assess`]. Its input has the right, the scope, instants, outcomes, the change class, the sensitivity and
//! the policy; there is no other input (SETTLED 10), and so no plan can matter.

use serde::{Deserialize, Serialize};

use super::case::Outcome;
use super::history::{Answer, Earlier, Fate, Grounds, Identity, Service, Standing, Timeliness};
use super::id::Reference;
use super::right::{PurposeKind, Right, Scope};
use super::time::Instant;

const DAY_MS: i64 = 86_400_000;

/// The rights whose repetition may be looked at. Direct marketing, AI training, automated signals, consent withdrawal,
/// restriction and everything under "other" have no variant: for them no flag can be written down (P4, invariant 9).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reviewable {
    /// Art. 15.
    Access,
    /// Art. 16.
    Rectification,
    /// Art. 17.
    Erasure,
    /// Art. 20.
    Portability,
    /// Art. 21(1) against other uses than AI training, when every purpose named is of that kind.
    OtherObjection,
    /// Art. 22(3).
    AutomatedDecisionReview,
}

impl Reviewable {
    /// The flag path of a request, if it has one. `kinds` are those of the purposes named.
    pub fn of(right: Right, kinds: &[PurposeKind]) -> Option<Self> {
        match right {
            Right::Access => Some(Self::Access),
            Right::Rectification => Some(Self::Rectification),
            Right::Erasure => Some(Self::Erasure),
            Right::Portability => Some(Self::Portability),
            Right::AutomatedDecisionReview => Some(Self::AutomatedDecisionReview),
            Right::Objection => {
                let other = |kind: &PurposeKind| *kind == PurposeKind::LegitimateInterest;
                (!kinds.is_empty() && kinds.iter().all(other)).then_some(Self::OtherObjection)
            }
            Right::Restriction | Right::ConsentWithdrawal | Right::Other => None,
        }
    }

    /// The right that it is a path of.
    pub fn right(self) -> Right {
        match self {
            Self::Access => Right::Access,
            Self::Rectification => Right::Rectification,
            Self::Erasure => Right::Erasure,
            Self::Portability => Right::Portability,
            Self::OtherObjection => Right::Objection,
            Self::AutomatedDecisionReview => Right::AutomatedDecisionReview,
        }
    }

    // SETTLED 3: access and portability count when answered completely, in time and free; the others also when a
    // reasoned and timely refusal rests on the right's own grounds.
    fn counts_a_refusal_on_own_grounds(self) -> bool {
        !matches!(self, Self::Access | Self::Portability)
    }
}

/// How often the data in a scope change (EDPB 01/2022, factor i). More change, more reason to ask again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeClass {
    /// Storage only, such as a closed account.
    Static,
    /// Most registers.
    Normal,
    /// Chat, telemetry, payments.
    Dynamic,
}

/// Whether the scope holds data of Arts. 9 or 10, of children, credit, employment or health (P11).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sensitivity {
    /// None of them.
    Ordinary,
    /// At least one: the person may ask more often.
    Sensitive,
}

/// One rule of `policies/thresholds.toml`: a request is looked at when it is at least the `kth` of its kind inside
/// `window_days`, unless `never_if_gap_days` have passed since the last complete answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Threshold {
    /// Its name in the policy, the log and the letters.
    pub id: String,
    /// For which requests.
    pub right: Reviewable,
    /// For which data.
    pub class: ChangeClass,
    /// Which request in the window is the first to be looked at; at least 2 (P3).
    pub kth: u32,
    /// Length of the window that ends at receipt, in days of 24 hours, exact to the millisecond.
    pub window_days: u32,
    /// Days since the last complete answer after which nothing is looked at; 0 switches this off.
    pub never_if_gap_days: u32,
    /// `kth` when the scope is sensitive.
    pub sensitive_kth: u32,
    /// `never_if_gap_days` when the scope is sensitive.
    pub sensitive_gap_days: u32,
}

/// A material change since which earlier requests no longer count (P8).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Reset {
    /// When it happened: requests received before it do not count.
    pub at: Instant,
    /// What happened.
    pub why: ResetKind,
}

/// What changed. A change of plan is not in this list and cannot be (SETTLED 5).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResetKind {
    /// The data handed over differed from those of the time before.
    NewData,
    /// A new purpose.
    NewPurpose,
    /// A new recipient.
    NewRecipient,
    /// A notified breach.
    Breach,
    /// New terms or a new policy.
    TermsChange,
    /// An objection was decided.
    ObjectionOutcome,
    /// Proceedings began.
    LegalProceedings,
}

/// The request to assess.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Its flag path.
    pub right: Reviewable,
    /// How wide.
    pub scope: &'a Scope,
    /// When it reached us: the window ends here.
    pub received_at: Instant,
    /// Of the data in scope.
    pub class: ChangeClass,
    /// Of the data in scope.
    pub sensitivity: Sensitivity,
    /// Whether the person can fetch all of it alone.
    pub service: Service,
}

/// What the machine concluded, with its reasons as data.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Finding {
    /// Content hash of the policy, hex.
    pub policy: String,
    /// The rule that applied; none when the policy has none for this right and class.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The conclusion.
    pub verdict: Verdict,
    /// The facts about the scope that chose the rule.
    pub class: ChangeClass,
    /// See [`Sensitivity`].
    pub sensitivity: Sensitivity,
    /// See [`Service`].
    pub service: Service,
    /// Material changes taken into account.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resets: Vec<Reset>,
    /// Earlier requests that counted, oldest first.
    pub counted: Vec<Counted>,
    /// Earlier requests that did not, oldest first, each with the reason.
    pub excluded: Vec<Excluded>,
}

impl Finding {
    /// Whether a human should look. Nothing follows from it but that (P1).
    pub fn asks_for_review(&self) -> bool {
        matches!(self.verdict, Verdict::Review { .. })
    }
}

/// The conclusion.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Verdict {
    /// Nothing to look at.
    Ordinary {
        /// Why not.
        because: Because,
    },
    /// At least the `kth` in the window.
    Review {
        /// This request and the counted ones.
        seen: u32,
        /// The rule's number.
        kth: u32,
        /// The rule's window.
        window_days: u32,
    },
}

/// Why there is nothing to look at.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// The policy has no rule for this right and class.
    NoRule,
    /// The person can fetch it alone at any time (P13).
    SelfService,
    /// Fewer than the rule's number.
    Few,
    /// Long enough after the last complete answer.
    Spaced,
}

/// An earlier request that counted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Counted {
    /// Which.
    pub case: Reference,
    /// When it reached us.
    pub received_at: Instant,
}

/// An earlier request that did not count.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Excluded {
    /// Which.
    pub case: Reference,
    /// Why not.
    pub reason: Exclusion,
}

/// Why an earlier request did not count.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Exclusion {
    /// Another right (P7).
    OtherRight,
    /// Another scope (P7).
    OtherScope,
    /// Before the window, or after this one.
    OutsideWindow,
    /// Nobody had confirmed who asked (invariant 10).
    Unverified,
    /// Answered together with an open one (P9).
    Merged,
    /// Taken back (P6).
    Withdrawn,
    /// Not answered yet: more requests follow from silence (C-416/23, para 47).
    Unanswered,
    /// Answered after its due date (P5).
    AnsweredLate,
    /// Answered in part, or not on the right's own grounds (P5).
    Incomplete,
    /// Closed because we could not tell whose data they are (P6).
    Unidentifiable,
    /// The person contested the answer (P5).
    Disputed,
    /// Refused under Art. 12(5) or charged: a past finding is no input to a new one (P16).
    PastFinding,
    /// The person had fetched it alone (P13).
    SelfService,
    /// Before a material change (P8).
    BeforeChange,
}

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
        service: asked.service,
        resets: resets(asked, history, declared),
        counted: Vec::new(),
        excluded: Vec::new(),
    };
    let Some(rule) = rule else { return finding };
    let mut last_answer: Option<Instant> = None;
    let mut earlier: Vec<&Earlier> = history.iter().collect();
    earlier.sort_by_key(|e| (e.received_at, e.case));
    for e in earlier {
        match exclusion(asked, e, rule, &finding.resets) {
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

fn verdict(asked: &Asked<'_>, rule: &Threshold, counted: usize, last: Option<Instant>) -> Verdict {
    let (kth, gap_days) = match asked.sensitivity {
        Sensitivity::Ordinary => (rule.kth, rule.never_if_gap_days),
        Sensitivity::Sensitive => (rule.sensitive_kth, rule.sensitive_gap_days),
    };
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

fn exclusion<'e>(
    asked: &Asked<'_>,
    earlier: &'e Earlier,
    rule: &Threshold,
    resets: &[Reset],
) -> Result<&'e Answer, Exclusion> {
    let age_ms = asked.received_at.0.saturating_sub(earlier.received_at.0);
    if earlier.right != asked.right.right() {
        return Err(Exclusion::OtherRight);
    }
    if earlier.scope != *asked.scope {
        return Err(Exclusion::OtherScope);
    }
    if age_ms < 0 || age_ms > i64::from(rule.window_days) * DAY_MS {
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
        Outcome::Fulfilled => Ok(()),
        Outcome::Partial
            if answer.grounds == Grounds::Own && right.counts_a_refusal_on_own_grounds() =>
        {
            Ok(())
        }
        Outcome::Partial => Err(Exclusion::Incomplete),
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
