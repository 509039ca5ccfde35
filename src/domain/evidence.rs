//! What a decision under Art. 12(5) may rest on.

use serde::{Deserialize, Serialize};

/// What a decision may rest on: the circumstances that C-526/24 and C-416/23 name. The number alone never suffices.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// How often the same was asked (C-416/23, para 57: an indication, with others).
    Frequency,
    /// The content is the same, to the letter, and nothing has changed since.
    IdenticalContent,
    /// The person supplied the data without need, to have something to ask about (C-526/24).
    DataVolunteered,
    /// What the request is evidently for.
    Aim,
    /// How soon after the data were given it came (C-526/24).
    TimeUntilRequest,
    /// How the person behaved towards the controller.
    Conduct,
    /// A publicly known pattern that fits with other evidence (C-526/24).
    PublicPattern,
    /// Money was demanded for withdrawing it.
    MoneyForSilence,
    /// The person said that it is meant to disrupt.
    IntentToDisrupt,
}

impl Evidence {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::Frequency,
        Self::IdenticalContent,
        Self::DataVolunteered,
        Self::Aim,
        Self::TimeUntilRequest,
        Self::Conduct,
        Self::PublicPattern,
        Self::MoneyForSilence,
        Self::IntentToDisrupt,
    ];

    /// The word of the API and of the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Frequency => "frequency",
            Self::IdenticalContent => "identical_content",
            Self::DataVolunteered => "data_volunteered",
            Self::Aim => "aim",
            Self::TimeUntilRequest => "time_until_request",
            Self::Conduct => "conduct",
            Self::PublicPattern => "public_pattern",
            Self::MoneyForSilence => "money_for_silence",
            Self::IntentToDisrupt => "intent_to_disrupt",
        }
    }

    /// Reads the word back.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|evidence| evidence.code() == code)
    }
}
