//! The frequency threshold: when a repeated request is *looked at*. It decides nothing (C-416/23, paras 47, 50, 59).
//!
//! Start with [`assess`]. Its input has the right, the scope, instants, outcomes, the change class, the sensitivity and
//! the policy; there is no other input (SETTLED 10), and so no plan can matter.

mod count;

use serde::{Deserialize, Serialize};

pub use count::assess;
pub(super) use count::exclusion;

use super::history::Service;
use super::id::Reference;
use super::right::{PurposeKind, Right, Scope};
use super::time::Instant;

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
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Access,
        Self::Rectification,
        Self::Erasure,
        Self::Portability,
        Self::OtherObjection,
        Self::AutomatedDecisionReview,
    ];

    /// Its name in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Rectification => "rectification",
            Self::Erasure => "erasure",
            Self::Portability => "portability",
            Self::OtherObjection => "other_objection",
            Self::AutomatedDecisionReview => "automated_decision_review",
        }
    }

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

    /// The right that people ask for.
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

    /// Access and portability count when answered completely, in time and free; the others also when a reasoned and
    /// timely refusal rests on the right's own grounds (SETTLED 3).
    pub fn counts_a_refusal_on_own_grounds(self) -> bool {
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

/// What the processing can do to the person (EDPB 01/2022, factor iii; P12). Like sensitivity it raises the number by one
/// and halves the gap; where both are there, each does so in turn. The later variant is the graver one.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Detriment {
    /// Nothing of the kind.
    #[default]
    None,
    /// A model learns from the data.
    Training,
    /// The person is scored.
    Scoring,
    /// The person can be shut out.
    Blocking,
}

impl Detriment {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
    fn is_none(&self) -> bool {
        *self == Self::None
    }
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

/// What changed. A change of what somebody pays for is not in this list and cannot be (SETTLED 5).
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

impl ResetKind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::NewData,
        Self::NewPurpose,
        Self::NewRecipient,
        Self::Breach,
        Self::TermsChange,
        Self::ObjectionOutcome,
        Self::LegalProceedings,
    ];

    /// Its name in files and in the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::NewData => "new_data",
            Self::NewPurpose => "new_purpose",
            Self::NewRecipient => "new_recipient",
            Self::Breach => "breach",
            Self::TermsChange => "terms_change",
            Self::ObjectionOutcome => "objection_outcome",
            Self::LegalProceedings => "legal_proceedings",
        }
    }

    /// Reads the name.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
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
    /// Of the processing in scope.
    pub detriment: Detriment,
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
    /// See [`Detriment`].
    #[serde(default, skip_serializing_if = "Detriment::is_none")]
    pub detriment: Detriment,
    /// See [`Service`].
    pub service: Service,
    /// Material changes taken into account.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resets: Vec<Reset>,
    /// Earlier requests that counted, oldest first.
    pub counted: Vec<Counted>,
    /// Earlier requests that did not, oldest first, each with the reason.
    pub excluded: Vec<Excluded>,
    /// How many changes had been declared by then: a replay knows the same ones (P20).
    #[serde(default, skip_serializing_if = "is_zero")]
    pub changes: i64,
    /// Content hashes of the country packs that were in force, hex.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub packs: Vec<String>,
    /// What the country packs add to the evidence. Nothing follows from it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hints: Vec<Hint>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
fn is_zero(n: &i64) -> bool {
    *n == 0
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

/// A hint in the evidence.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Hint {
    /// The content hash of the pack that it comes from, hex.
    pub pack: String,
    /// Its name there.
    pub id: String,
    /// This request and the earlier ones that counted in the window.
    pub seen: u32,
    /// The window.
    pub window_days: u32,
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
    /// Answered without everything that Art. 15(1) and (2) want told beside the data (P5).
    Unstated,
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

impl Exclusion {
    /// All of them, in the order in which they are looked for.
    pub const ALL: [Self; 15] = [
        Self::OtherRight,
        Self::OtherScope,
        Self::OutsideWindow,
        Self::Unverified,
        Self::Merged,
        Self::Withdrawn,
        Self::Unanswered,
        Self::AnsweredLate,
        Self::Incomplete,
        Self::Unstated,
        Self::Unidentifiable,
        Self::Disputed,
        Self::PastFinding,
        Self::SelfService,
        Self::BeforeChange,
    ];

    /// Its code in files and findings.
    pub fn code(self) -> &'static str {
        match self {
            Self::OtherRight => "other_right",
            Self::OtherScope => "other_scope",
            Self::OutsideWindow => "outside_window",
            Self::Unverified => "unverified",
            Self::Merged => "merged",
            Self::Withdrawn => "withdrawn",
            Self::Unanswered => "unanswered",
            Self::AnsweredLate => "answered_late",
            Self::Incomplete => "incomplete",
            Self::Unstated => "unstated",
            Self::Unidentifiable => "unidentifiable",
            Self::Disputed => "disputed",
            Self::PastFinding => "past_finding",
            Self::SelfService => "self_service",
            Self::BeforeChange => "before_change",
        }
    }
}
