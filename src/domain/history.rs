//! What the person asked before, reduced to what the law lets a threshold see.

use serde::{Deserialize, Serialize};

use super::id::Reference;
use super::right::{Right, Scope};
use super::stage::{Outcome, Stage};
use super::time::Instant;

/// Whether we know who asks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Identity {
    /// By a token of a configured issuer, or by an officer.
    Verified,
    /// By an address that nobody has confirmed yet. Recorded, clock running, never counted (invariant 10).
    Unverified,
}

/// One earlier request of the same person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Earlier {
    /// Which one.
    pub case: Reference,
    /// What was asked.
    pub right: Right,
    /// How wide.
    pub scope: Scope,
    /// When it reached us.
    pub received_at: Instant,
    /// Who asked, as far as we knew.
    pub identity: Identity,
    /// What became of it.
    pub fate: Fate,
}

/// What became of an earlier request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fate {
    /// No answer yet.
    Open,
    /// It overlapped with an open one and was answered with that (P9).
    Merged,
    /// The person took it back (P6).
    Withdrawn,
    /// It got an answer.
    Answered(Answer),
}

/// How a request stands, as far as its fate follows from it.
#[derive(Clone, Copy, Debug)]
pub struct Ended<'a> {
    /// Where it is.
    pub stage: Stage,
    /// Its answer.
    pub answer: Option<&'a Answer>,
    /// Whether the person paid for it.
    pub charged: bool,
}

impl Ended<'_> {
    /// What became of it.
    pub fn fate(&self) -> Fate {
        match (self.stage, self.answer) {
            (Stage::Merged, _) => Fate::Merged,
            (Stage::Withdrawn, _) => Fate::Withdrawn,
            // P5: an answer for a fee is no free one, and a past finding is no input to a new one.
            (_, Some(answer)) if self.charged => {
                Fate::Answered(Answer { outcome: Outcome::FeeProposed, ..answer.clone() })
            }
            (_, Some(answer)) => Fate::Answered(answer.clone()),
            (_, None) => Fate::Open,
        }
    }
}

/// The answer that an earlier request got.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Answer {
    /// When it was given.
    pub at: Instant,
    /// What it said.
    pub outcome: Outcome,
    /// Whether it came before the due date.
    pub timeliness: Timeliness,
    /// What it could not give rests on a ground of the right itself: 17(3), 15(4), contested accuracy (SETTLED 3).
    pub grounds: Grounds,
    /// Whether it came from data that the person can fetch alone at any time (P13).
    pub service: Service,
    /// A digest of what was handed over: another digest means that the data had changed (P8).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered: Option<String>,
    /// Whether the person contested it; a disputed answer never counts (P5).
    pub standing: Standing,
}

/// In time or not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timeliness {
    /// Before the due date ended.
    OnTime,
    /// After it.
    Late,
}

/// Why a part was not given.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Grounds {
    /// Everything was given.
    None,
    /// A ground that the right's own article names, with reasons.
    Own,
    /// None: the data map does not state everything that Art. 15(1) and (2) want told beside the data.
    Unstated,
}

/// How the answer was produced.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Service {
    /// On request, by a connector or an officer.
    OnRequest,
    /// By the person alone, at any time (`self_service` in the data map).
    SelfService,
}

/// Whether the person accepted the answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Nobody said otherwise.
    Undisputed,
    /// The person said that it is wrong or incomplete.
    Disputed,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_for_a_fee_never_counts_as_a_free_one() {
        let answer = Answer {
            at: Instant(1),
            outcome: Outcome::Fulfilled,
            timeliness: Timeliness::OnTime,
            grounds: Grounds::None,
            service: Service::OnRequest,
            delivered: None,
            standing: Standing::Undisputed,
        };
        let fate = |stage, answer, charged| Ended { stage, answer, charged }.fate();
        let done = Stage::Decided(Outcome::Fulfilled);
        assert_eq!(fate(done, Some(&answer), false), Fate::Answered(answer.clone()));
        let charged = Answer { outcome: Outcome::FeeProposed, ..answer.clone() };
        assert_eq!(fate(done, Some(&answer), true), Fate::Answered(charged));
        assert_eq!(fate(Stage::Merged, Some(&answer), true), Fate::Merged);
        assert_eq!(fate(Stage::Withdrawn, Some(&answer), false), Fate::Withdrawn);
        assert_eq!(fate(Stage::Received, None, false), Fate::Open);
    }
}
