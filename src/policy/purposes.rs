//! `purposes.toml`: what one can object to.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::domain::name::{PurposeId, SystemId};
use crate::domain::right::{PurposeKind, Right};

use super::shape::{Kind, Shape, may, needed};

pub use crate::policy::language::{Language, Words};

const PURPOSE: Shape = &[
    needed("id", Kind::Text),
    needed(
        "kind",
        Kind::OneOf(&[
            "direct_marketing",
            "ai_training",
            "legitimate_interest",
            "research",
            "consent",
        ]),
    ),
    needed("legal_basis", Kind::Text),
    needed("title", Kind::Words),
    needed("words", Kind::Words),
    needed("already_used", Kind::Words),
    needed("obeyed_by", Kind::Texts),
    may(
        "even_restricted",
        Kind::OneOf(&["legal_claims", "rights_of_others", "important_public_interest"]),
    ),
];

pub(super) const SHAPE: Shape = &[may("purpose", Kind::Tables(PURPOSE))];

/// One use of personal data.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purpose {
    /// What pipelines ask for.
    pub id: PurposeId,
    /// How the law treats an objection to it.
    pub kind: PurposeKind,
    /// The ground of Art. 6(1).
    pub legal_basis: String,
    /// Its name.
    pub title: Words,
    /// What it is.
    pub words: Words,
    /// What happens to data already used.
    pub already_used: Words,
    /// Systems that ask before they use data.
    pub obeyed_by: Vec<SystemId>,
    /// Why it goes on under a restriction.
    #[serde(default)]
    pub even_restricted: Option<EvenRestricted>,
}

impl Purpose {
    /// The letter of Art. 6(1), if the ground is one of these.
    pub fn letter(&self) -> Option<&str> {
        let letter = self.legal_basis.trim().strip_prefix("6(1)(")?.strip_suffix(')')?;
        (letter.len() == 1).then_some(letter)
    }
}

/// The uses that a restriction leaves (Art. 18(2)). A consent to one use is asked for anew, case by case, and is none of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvenRestricted {
    /// To establish, exercise or defend legal claims.
    LegalClaims,
    /// To protect the rights of another person.
    RightsOfOthers,
    /// For reasons of important public interest of the Union or a Member State.
    ImportantPublicInterest,
}

/// All purposes.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Purposes {
    #[serde(default)]
    purpose: Vec<Purpose>,
}

/// There is no such purpose.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("there is no purpose `{0}`")]
pub struct UnknownPurpose(pub String);

impl Purposes {
    /// Those that a request means that names none: an objection all of them, a withdrawal every consent.
    pub fn meant_by(&self, right: Right) -> BTreeSet<PurposeId> {
        let is_meant = |purpose: &&Purpose| match right {
            Right::Objection => true,
            Right::ConsentWithdrawal => purpose.kind == PurposeKind::Consent,
            Right::Access
            | Right::Rectification
            | Right::Erasure
            | Right::Restriction
            | Right::Portability
            | Right::AutomatedDecisionReview
            | Right::Other => false,
        };
        self.all().filter(is_meant).map(|purpose| purpose.id.clone()).collect()
    }

    /// The purpose with this id.
    pub fn get(&self, id: &str) -> Option<&Purpose> {
        self.purpose.iter().find(|purpose| purpose.id == id)
    }

    /// What people read of it; its id where it is no more.
    pub fn title_of(&self, id: &str, language: Language) -> String {
        let title = self.get(id).map(|purpose| purpose.title.in_language(language));
        title.filter(|title| !title.is_empty()).unwrap_or(id).to_owned()
    }

    /// All of them, in the order of the file.
    pub fn all(&self) -> impl Iterator<Item = &Purpose> {
        self.purpose.iter()
    }

    /// The kinds of these purposes.
    ///
    /// # Errors
    /// The first that does not exist.
    pub fn kinds_of(&self, ids: &BTreeSet<PurposeId>) -> Result<Vec<PurposeKind>, UnknownPurpose> {
        ids.iter()
            .map(|id| self.get(id).map(|p| p.kind).ok_or_else(|| UnknownPurpose(id.to_string())))
            .collect()
    }
}
