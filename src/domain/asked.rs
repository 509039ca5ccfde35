//! What the person can be asked before the answer (Art. 12(6), recital 63, LAW 5).
//!
//! **Invariant:** the means is one of a list that knows no copy of an identity document.

use serde::{Deserialize, Serialize};

use super::deadline::PauseCause;
use super::right::{PurposeKind, Right};
use super::time::Instant;

/// The least that settles a doubt (LAW section 5: existing ways first, no document).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// The person signs in.
    SignIn,
    /// They answer from the address that we have.
    ConfirmAddress,
    /// They name their customer number, or what we gave them instead.
    CustomerNumber,
    /// They name something that they alone and we know: the day of the last order, an amount.
    KnownDetail,
    /// We call the number that we have.
    CallBack,
    /// They send back a code from a letter to the address that we have.
    LetterCode,
}

impl Means {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::SignIn,
        Self::ConfirmAddress,
        Self::CustomerNumber,
        Self::KnownDetail,
        Self::CallBack,
        Self::LetterCode,
    ];

    /// The word of the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::ConfirmAddress => "confirm_address",
            Self::CustomerNumber => "customer_number",
            Self::KnownDetail => "known_detail",
            Self::CallBack => "call_back",
            Self::LetterCode => "letter_code",
        }
    }

    /// Reads the word of the API.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|means| means.code() == code)
    }
}

/// Questions that the person has not answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Questions {
    /// Since when we wait to know who they are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub identity: Option<Instant>,
    /// Since when we wait to know what they look for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clarification: Option<Instant>,
}

impl Questions {
    /// Since when this one is open.
    pub fn since(&self, cause: PauseCause) -> Option<Instant> {
        match cause {
            PauseCause::Identity => self.identity,
            PauseCause::Clarification => self.clarification,
        }
    }

    pub(super) fn set(&mut self, cause: PauseCause, since: Option<Instant>) {
        match cause {
            PauseCause::Identity => self.identity = since,
            PauseCause::Clarification => self.clarification = since,
        }
    }

    pub(super) fn are_none(&self) -> bool {
        *self == Self::default()
    }
}

/// A request whose person may be asked who they are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Askable(());

impl Askable {
    /// Art. 12(6) names Arts. 15 to 21. For an objection that holds unconditionally the address is enough (LAW 1.3, invariant (v)
    /// of LAW 11).
    pub fn of(right: Right, kinds: &[PurposeKind]) -> Option<Self> {
        let may = match right {
            Right::Access
            | Right::Rectification
            | Right::Erasure
            | Right::Restriction
            | Right::Portability => true,
            Right::Objection => !kinds.iter().any(|kind| kind.is_unconditional()),
            Right::AutomatedDecisionReview | Right::ConsentWithdrawal | Right::Other => false,
        };
        may.then_some(Self(()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identity_is_asked_for_the_rights_of_articles_15_to_21_alone() {
        let may = |right, kinds: &[PurposeKind]| Askable::of(right, kinds).is_some();
        assert!(may(Right::Access, &[]) && may(Right::Erasure, &[]));
        assert!(may(Right::Objection, &[PurposeKind::LegitimateInterest]));
        for kind in [PurposeKind::DirectMarketing, PurposeKind::AiTraining] {
            assert!(!may(Right::Objection, &[PurposeKind::LegitimateInterest, kind]));
        }
        assert!(!may(Right::AutomatedDecisionReview, &[]) && !may(Right::ConsentWithdrawal, &[]));
    }
}
