//! Why something is not given: a closed list for each right, each ground with its facts (Art. 12(4), LAW 1.3, SETTLED 25).
//!
//! **Invariant:** Art. 12(5) is not among them; it has the review alone. An objection has none: whoever wants to go on
//! weighs it, with a record.

use serde::{Deserialize, Serialize};

use super::id::NoticeId;
use super::right::Right;

/// A ground of the right's own article.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Ground {
    /// Art. 15(4): a copy would adversely affect the rights of others.
    #[serde(rename = "15(4)")]
    RightsOfOthers,
    /// Art. 16: what is held was not shown to be wrong.
    #[serde(rename = "16")]
    AccuracyNotShown,
    /// Art. 17(1): none of its cases is there.
    #[serde(rename = "17(1)")]
    NoCaseForErasure,
    /// Art. 17(3)(a): freedom of expression and information.
    #[serde(rename = "17(3)(a)")]
    Expression,
    /// Art. 17(3)(b): a law demands that it is kept, or a public task.
    #[serde(rename = "17(3)(b)")]
    LegalObligation,
    /// Art. 17(3)(c): public health.
    #[serde(rename = "17(3)(c)")]
    PublicHealth,
    /// Art. 17(3)(d): archives in the public interest, research, statistics.
    #[serde(rename = "17(3)(d)")]
    Research,
    /// Art. 17(3)(e): legal claims.
    #[serde(rename = "17(3)(e)")]
    LegalClaims,
    /// Art. 18(1): none of its cases is there.
    #[serde(rename = "18(1)")]
    NoCaseForRestriction,
    /// Art. 20(1): the person did not provide it.
    #[serde(rename = "20(1)")]
    NotProvided,
    /// Art. 20(1)(a): it is not processed by consent or by contract.
    #[serde(rename = "20(1)(a)")]
    NotByConsentOrContract,
    /// Art. 20(4): the rights of others.
    #[serde(rename = "20(4)")]
    RightsOfOthersToo,
    /// Art. 22(1), (2): there was no such decision, or it may be made so.
    #[serde(rename = "22")]
    NoSuchDecision,
    /// Art. 11(2): nobody can tell whose data they are.
    #[serde(rename = "11(2)")]
    Unidentifiable,
    /// What is asked for is none of these rights.
    #[serde(rename = "none")]
    NoRight,
}

impl Ground {
    /// Every ground, in the order of the articles.
    pub const ALL: [Self; 15] = [
        Self::Unidentifiable,
        Self::RightsOfOthers,
        Self::AccuracyNotShown,
        Self::NoCaseForErasure,
        Self::Expression,
        Self::LegalObligation,
        Self::PublicHealth,
        Self::Research,
        Self::LegalClaims,
        Self::NoCaseForRestriction,
        Self::NotProvided,
        Self::NotByConsentOrContract,
        Self::RightsOfOthersToo,
        Self::NoSuchDecision,
        Self::NoRight,
    ];

    /// The word of the API, and of the article.
    pub fn code(self) -> &'static str {
        match self {
            Self::RightsOfOthers => "15(4)",
            Self::AccuracyNotShown => "16",
            Self::NoCaseForErasure => "17(1)",
            Self::Expression => "17(3)(a)",
            Self::LegalObligation => "17(3)(b)",
            Self::PublicHealth => "17(3)(c)",
            Self::Research => "17(3)(d)",
            Self::LegalClaims => "17(3)(e)",
            Self::NoCaseForRestriction => "18(1)",
            Self::NotProvided => "20(1)",
            Self::NotByConsentOrContract => "20(1)(a)",
            Self::RightsOfOthersToo => "20(4)",
            Self::NoSuchDecision => "22",
            Self::Unidentifiable => "11(2)",
            Self::NoRight => "none",
        }
    }

    /// Reads the word of the API.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.code() == code)
    }

    /// The grounds on which a part, or all, of what a right asks for may be left out.
    pub fn of(right: Right) -> &'static [Self] {
        match right {
            Right::Access => &[Self::RightsOfOthers],
            Right::Rectification => &[Self::AccuracyNotShown],
            Right::Erasure => &[
                Self::NoCaseForErasure,
                Self::Expression,
                Self::LegalObligation,
                Self::PublicHealth,
                Self::Research,
                Self::LegalClaims,
            ],
            Right::Restriction => &[Self::NoCaseForRestriction],
            Right::Portability => {
                &[Self::NotProvided, Self::NotByConsentOrContract, Self::RightsOfOthersToo]
            }
            Right::AutomatedDecisionReview => &[Self::NoSuchDecision],
            Right::Other => &[Self::NoRight],
            // R-OBJ-1: stop first; who wants to go on weighs it. Art. 7(3): a consent is gone when it is withdrawn.
            Right::Objection | Right::ConsentWithdrawal => &[],
        }
    }

    /// Art. 11(2): Arts. 15 to 20 do not apply to whom nobody can find. Arts. 21 and 22 do (LAW 1.1).
    pub fn may_be_unidentifiable(right: Right) -> bool {
        match right {
            Right::Access
            | Right::Rectification
            | Right::Erasure
            | Right::Restriction
            | Right::Portability => true,
            Right::Objection
            | Right::AutomatedDecisionReview
            | Right::ConsentWithdrawal
            | Right::Other => false,
        }
    }
}

/// A ground with what shows that it holds here.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    code: Ground,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    dataset: Option<String>,
    facts: String,
}

/// Facts shorter than this say nothing.
const FACTS_CHARS_MIN: usize = 20;
const FACTS_WORDS_MIN: usize = 3;

/// Why a ground is none.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NoGround {
    /// No such word.
    #[error("`{given}` is no ground; use {}", listed(.may))]
    Unknown {
        /// What was given.
        given: String,
        /// What would do.
        may: Vec<Ground>,
    },
    /// A ground of another right.
    #[error("`{}` is no ground for this right; use {}", .given.code(), listed(.may))]
    OfAnotherRight {
        /// What was given.
        given: Ground,
        /// What would do.
        may: Vec<Ground>,
    },
    /// Nothing that could be checked.
    #[error("say in words what shows that `{}` holds here: which law, which person, until when", .0.code())]
    NoFacts(Ground),
}

/// Whether a text can be a fact at all: a letter, an `x` or a blank is none.
pub fn says_something(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() >= FACTS_CHARS_MIN && text.split_whitespace().count() >= FACTS_WORDS_MIN
}

/// Whether two texts are the same but for spaces, case and punctuation: said twice, it is one reason.
pub fn is_same_text(one: &str, other: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(other)
}

fn listed(may: &[Ground]) -> String {
    match may {
        [] => "none: this right is answered, and an objection is weighed".to_owned(),
        some => some.iter().map(|g| format!("`{}`", g.code())).collect::<Vec<_>>().join(", "),
    }
}

impl Stated {
    /// States a ground for what is left out of a right.
    ///
    /// # Errors
    /// When it is none of the right's own, or has no facts.
    pub fn new(
        right: Right,
        code: &str,
        dataset: Option<String>,
        facts: String,
    ) -> Result<Self, NoGround> {
        let may = Ground::of(right);
        let Some(ground) = Ground::parse(code) else {
            return Err(NoGround::Unknown { given: code.to_owned(), may: may.to_vec() });
        };
        if !may.contains(&ground) {
            return Err(NoGround::OfAnotherRight { given: ground, may: may.to_vec() });
        }
        Self::with_facts(ground, dataset, facts)
    }

    /// States why nobody can tell whose data they are: what was searched, and what would help.
    ///
    /// # Errors
    /// When it has no facts.
    pub fn unidentifiable(facts: String) -> Result<Self, NoGround> {
        Self::with_facts(Ground::Unidentifiable, None, facts)
    }

    /// A dataset that the data map keeps: its file was read by whoever is responsible for it.
    pub fn mapped(code: &str, dataset: String, facts: String) -> Self {
        // A map that names a law instead is kept by that law.
        let code = Ground::parse(code).unwrap_or(Ground::LegalObligation);
        Self { code, dataset: Some(dataset), facts }
    }

    fn with_facts(code: Ground, dataset: Option<String>, facts: String) -> Result<Self, NoGround> {
        if !says_something(&facts) {
            return Err(NoGround::NoFacts(code));
        }
        Ok(Self { code, dataset, facts })
    }

    /// Which ground.
    pub fn ground(&self) -> Ground {
        self.code
    }

    /// What is left out, if not everything.
    pub fn dataset(&self) -> Option<&str> {
        self.dataset.as_deref()
    }

    /// What shows it.
    pub fn facts(&self) -> &str {
        &self.facts
    }
}

/// What an answer does not give, and the letter that says so: the one does not exist without the other (Art. 12(4),
/// invariant 13).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Denial {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    grounds: Vec<Stated>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    not_searched: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    notice: Option<NoticeId>,
}

impl Denial {
    /// By grounds, and by datasets that nobody could look at; nothing when there is neither. The caller writes the letter
    /// of this id in the same transaction.
    pub fn told(grounds: Vec<Stated>, not_searched: Vec<String>, notice: NoticeId) -> Option<Self> {
        let is_empty = grounds.is_empty() && not_searched.is_empty();
        (!is_empty).then_some(Self { grounds, not_searched, notice: Some(notice) })
    }

    /// An objection that was overridden: its record and its letter are an event of their own (R-OBJ-3).
    pub fn weighed() -> Self {
        Self { grounds: Vec::new(), not_searched: Vec::new(), notice: None }
    }

    /// The grounds that were stated.
    pub fn grounds(&self) -> &[Stated] {
        &self.grounds
    }

    /// The datasets that nobody could look at.
    pub fn not_searched(&self) -> &[String] {
        &self.not_searched
    }

    /// The letter.
    pub fn notice(&self) -> Option<NoticeId> {
        self.notice
    }

    /// Whether the right's own grounds explain all that is missing (SETTLED 3).
    pub fn is_on_own_grounds(&self) -> bool {
        self.not_searched.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACTS: &str = "section 147 of the tax code, until 31 December 2034";

    #[test]
    fn a_ground_is_one_of_the_right_itself_and_has_facts() {
        for right in Right::ALL {
            for ground in Ground::ALL {
                let stated = Stated::new(right, ground.code(), None, FACTS.into());
                assert_eq!(
                    stated.is_ok(),
                    Ground::of(right).contains(&ground),
                    "{right} {ground:?}"
                );
            }
        }
        for empty in ["", "x", "because", "                         ", "wirwollennichtbasta!"] {
            let said = Stated::new(Right::Erasure, "17(3)(b)", None, empty.into());
            assert_eq!(said, Err(NoGround::NoFacts(Ground::LegalObligation)));
        }
        let said = Stated::new(Right::Access, "wir wollen nicht", None, FACTS.into()).unwrap_err();
        assert_eq!(said.to_string(), "`wir wollen nicht` is no ground; use `15(4)`");
    }

    #[test]
    fn the_frequency_of_requests_is_no_ground_of_any_right() {
        for right in Right::ALL {
            assert!(Stated::new(right, "12(5)", None, FACTS.into()).is_err());
        }
    }

    #[test]
    fn nobody_is_unidentifiable_to_an_objection_or_an_automated_decision() {
        let may = Right::ALL.into_iter().filter(|right| Ground::may_be_unidentifiable(*right));
        assert_eq!(may.count(), 5, "Arts. 15 to 20");
        assert!(!Ground::may_be_unidentifiable(Right::Objection));
        assert!(!Ground::may_be_unidentifiable(Right::AutomatedDecisionReview));
    }

    #[test]
    fn words_are_read_back() {
        for ground in Ground::ALL {
            assert_eq!(Ground::parse(ground.code()), Some(ground));
            let json = serde_json::to_value(ground).unwrap();
            assert_eq!(json, ground.code());
        }
    }
}
