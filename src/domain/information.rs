//! What a person can ask about the use of their data, beside the data themselves (Art. 15(1)(a) to (h), 15(2)).

use serde::{Deserialize, Serialize};

/// One of the questions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Information {
    /// (a): what for, and on which ground.
    Purposes,
    /// (b): which kinds of data.
    Categories,
    /// (c): who receives them, by name (C-154/21).
    Recipients,
    /// (d): for how long.
    Retention,
    /// (g): where they come from.
    Source,
    /// (h): what is decided without a human, how, and what follows from it.
    AutomatedDecisions,
    /// 15(2): where they go outside the Union, and what protects them there.
    Transfers,
}

impl Information {
    /// Every question, in the order in which it is answered.
    pub const ALL: [Self; 7] = [
        Self::Purposes,
        Self::Categories,
        Self::Recipients,
        Self::Retention,
        Self::Source,
        Self::AutomatedDecisions,
        Self::Transfers,
    ];

    /// The word of the API and of the archive.
    pub fn code(self) -> &'static str {
        match self {
            Self::Purposes => "purposes",
            Self::Categories => "categories",
            Self::Recipients => "recipients",
            Self::Retention => "retention",
            Self::Source => "source",
            Self::AutomatedDecisions => "automated_decisions",
            Self::Transfers => "transfers",
        }
    }

    /// Reads the word of the API.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::right::Scope;

    #[test]
    fn every_code_is_read_back_and_is_what_is_stored() {
        for what in Information::ALL {
            assert_eq!(Information::parse(what.code()), Some(what));
            assert_eq!(serde_json::to_string(&what).unwrap(), format!("\"{}\"", what.code()));
        }
        assert_eq!(Information::parse("rights"), None);
    }

    #[test]
    fn a_scope_without_questions_is_stored_as_it_always_was() {
        let old = r#"{"categories":["account"],"from":"2026-01-01","detail":"d"}"#;
        let scope: Scope = serde_json::from_str(old).unwrap();
        assert_eq!(serde_json::to_string(&scope).unwrap(), old);
        assert_eq!(serde_json::to_string(&Scope::default()).unwrap(), "{}");
        let asks = Scope { information: [Information::Recipients].into(), ..scope.clone() };
        assert_ne!(asks, scope);
        assert!(!asks.is_for_a_machine(), "nothing is erased for somebody who asks");
    }
}
