//! What a letter is about, in a few words: for lists.

use crate::words::{Language, Own};

use super::Kind;

impl Kind {
    /// In the reader's language.
    pub fn heading(self, language: Language) -> String {
        let own = Own(language);
        match self {
            Self::ReviewOpened | Self::Referred => own.letter_review(),
            Self::FeeProposed => own.letter_fee(),
            Self::Refused | Self::Declined | Self::Unidentifiable => own.letter_refused(),
            Self::RefusedInPart | Self::NotInFull => own.letter_partial(),
            Self::Narrow => own.letter_narrow(),
            Self::BeforeLifting => own.letter_objection(),
            Self::Extended => own.letter_extended(),
            Self::IdentityAsked => own.letter_identity(),
            Self::ClarificationAsked => own.letter_clarification(),
            Self::RestrictionApplied => own.letter_restricted(),
            Self::RestrictionEnds => own.letter_restriction_ends(),
            Self::Receipt => own.letter_receipt(),
            Self::Completed => own.letter_completed(),
        }
    }
}
