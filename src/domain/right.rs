//! What a person can ask for, and how wide they ask.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::information::Information;
use super::name::{PurposeId, SystemId};
use super::time::Day;

/// The nine doors of the portal. All of them, not "the top three" (BVwG W137 2248575-1).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Art. 15: a copy of the data and everything that 15(1) lists.
    Access,
    /// Art. 16: correct what is wrong, complete what is missing.
    Rectification,
    /// Art. 17: erase.
    Erasure,
    /// Art. 18: store, and do nothing else with it.
    Restriction,
    /// Art. 20: hand over what the person provided, machine-readable.
    Portability,
    /// Art. 21: stop using it for a purpose.
    Objection,
    /// Art. 22(3): a human looks at an automated decision.
    AutomatedDecisionReview,
    /// Art. 7(3): as easy to withdraw as it was to give.
    ConsentWithdrawal,
    /// Anything else, in the person's own words: no magic words are needed (FI 6629/163/21).
    Other,
}

impl Right {
    /// Every right, in the order of the articles.
    pub const ALL: [Self; 9] = [
        Self::Access,
        Self::Rectification,
        Self::Erasure,
        Self::Restriction,
        Self::Portability,
        Self::Objection,
        Self::AutomatedDecisionReview,
        Self::ConsentWithdrawal,
        Self::Other,
    ];

    /// The word of the API and of the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Rectification => "rectification",
            Self::Erasure => "erasure",
            Self::Restriction => "restriction",
            Self::Portability => "portability",
            Self::Objection => "objection",
            Self::AutomatedDecisionReview => "automated_decision_review",
            Self::ConsentWithdrawal => "consent_withdrawal",
            Self::Other => "other",
        }
    }

    /// Reads the word of the API.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|right| right.code() == code)
    }
}

impl fmt::Display for Right {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// How the law treats an objection to a purpose (Art. 21).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PurposeKind {
    /// Art. 21(2)-(3): absolute; no balancing, no reasons.
    DirectMarketing,
    /// Unconditional by our own rule R-PAR-4; no reasons are asked.
    AiTraining,
    /// Any other use on Art. 6(1)(e) or (f): stop first, then balance (R-OBJ-1).
    LegitimateInterest,
    /// Art. 21(6): research and statistics.
    Research,
    /// Art. 6(1)(a): consent, withdrawn at any time and as easily as given (Art. 7(3)).
    Consent,
}

impl PurposeKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::DirectMarketing,
        Self::AiTraining,
        Self::LegitimateInterest,
        Self::Research,
        Self::Consent,
    ];

    /// Its name in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::DirectMarketing => "direct_marketing",
            Self::AiTraining => "ai_training",
            Self::LegitimateInterest => "legitimate_interest",
            Self::Research => "research",
            Self::Consent => "consent",
        }
    }

    /// Whether the objection holds without anybody weighing anything.
    pub fn is_unconditional(self) -> bool {
        matches!(self, Self::DirectMarketing | Self::AiTraining | Self::Consent)
    }

    /// Whether the ground of Art. 6(1) fits: an objection is against (e) or (f), a withdrawal of (a).
    pub fn fits(self, legal_basis: &str) -> bool {
        let is_objectable =
            legal_basis.starts_with("6(1)(e)") || legal_basis.starts_with("6(1)(f)");
        if self == Self::Consent { legal_basis.starts_with("6(1)(a)") } else { is_objectable }
    }

    /// Whether who said no to one use of the kind has said so to a later one (R-PAR-7). Not for consent: it is given to one
    /// use alone, and a later one begins without it.
    pub fn is_inherited(self) -> bool {
        self != Self::Consent
    }
}

/// How wide a request is. Two requests are about the same thing only when their scopes are equal (P7).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Scope {
    /// Data categories of the data map; empty means all.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub categories: BTreeSet<String>,
    /// Purposes of `purposes.toml`; empty means all.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub purposes: BTreeSet<PurposeId>,
    /// Systems of the data map; empty means all.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub systems: BTreeSet<SystemId>,
    /// First day of the data asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Day>,
    /// Last day of the data asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Day>,
    /// For rights about one particular thing (a field, a decision, one's grounds): a keyed digest of the words, so that
    /// only a request for the very same thing is the same request. Never the words themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Of access: questions about the use of the data, and not the data (Art. 15(1)(a) to (h), 15(2)); empty means data and all.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub information: BTreeSet<Information>,
}

impl Scope {
    /// Whether it leaves out nothing: the person named no part.
    pub fn is_everything(&self) -> bool {
        self.categories.is_empty()
            && self.purposes.is_empty()
            && self.systems.is_empty()
            && self.from.is_none()
            && self.to.is_none()
    }

    /// Whether a machine may erase what it names: a period or a purpose is for a human to apply.
    pub fn is_for_a_machine(&self) -> bool {
        self.purposes.is_empty()
            && self.from.is_none()
            && self.to.is_none()
            && self.information.is_empty()
    }

    /// Whether it names nothing that the other does not.
    pub fn is_within(&self, asked: &Self) -> bool {
        fn within<T: Ord>(own: &BTreeSet<T>, asked: &BTreeSet<T>) -> bool {
            asked.is_empty() || (!own.is_empty() && own.is_subset(asked))
        }
        within(&self.categories, &asked.categories)
            && within(&self.systems, &asked.systems)
            && within(&self.purposes, &asked.purposes)
            && asked.from.is_none_or(|from| self.from.is_some_and(|own| own >= from))
            && asked.to.is_none_or(|to| self.to.is_some_and(|own| own <= to))
    }
}
