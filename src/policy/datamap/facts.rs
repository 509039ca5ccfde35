//! What the law wants told of a dataset beside the data (Art. 15(1) and (2)). What a map does not state is none: it is said to
//! be not stated, and never made up.

use serde::Deserialize;

use crate::domain::information::Information;
use crate::policy::language::Words;
use crate::policy::shape::{Kind, Shape, needed};

pub(super) const TRANSFER: Shape =
    &[needed("country", Kind::Words), needed("safeguard", Kind::Words)];

pub(super) const AUTOMATED: Shape = &[
    needed("logic", Kind::Words),
    needed("significance", Kind::Words),
    needed("consequences", Kind::Words),
];

/// What is told of one dataset.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Facts {
    /// What the data are used for: words, or ids of `purposes.toml`.
    pub purposes: Option<Vec<Words>>,
    /// The ground of what they are used for, such as `6(1)(b)`; a purpose of `purposes.toml` has its own.
    pub legal_basis: Option<String>,
    /// Who receives them, by name; an empty list says nobody.
    pub recipients: Option<Vec<Words>>,
    /// Whether the system itself tells them of corrections, restrictions and erasures (Art. 19).
    pub passes_on: bool,
    /// `you`, or where they come from.
    pub source: Option<Words>,
    /// For how long, or by which criteria.
    pub retention: Option<Words>,
    /// Outside the Union; an empty list says nowhere.
    pub transfers: Option<Vec<Transfer>>,
    /// Without a human; an empty list says none.
    pub automated_decisions: Option<Vec<Automated>>,
}

/// Where data go outside the Union.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// To which country.
    pub country: Words,
    /// What protects them there (Art. 46), or which decision says that nothing more is needed (Art. 45).
    pub safeguard: Words,
}

/// A decision that no human makes (Art. 22).
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Automated {
    /// How it is made (C-203/22: in words that the person can use).
    pub logic: Words,
    /// What weight it has.
    pub significance: Words,
    /// What is meant to follow for the person.
    pub consequences: Words,
}

impl Facts {
    /// Whether this question can be answered. Categories stand in every map.
    pub fn states(&self, what: Information) -> bool {
        match what {
            Information::Categories => true,
            Information::Purposes => self.has_purposes() && self.has_legal_basis(),
            Information::Recipients => self.recipients.as_ref().is_some_and(|all| worded(all)),
            Information::Retention => self.retention.as_ref().is_some_and(is_worded),
            Information::Source => self.source.as_ref().is_some_and(is_worded),
            Information::Transfers => self.transfers.as_ref().is_some_and(|all| {
                all.iter().all(|one| is_worded(&one.country) && is_worded(&one.safeguard))
            }),
            Information::AutomatedDecisions => {
                self.automated_decisions.as_ref().is_some_and(|all| all.iter().all(is_explained))
            }
        }
    }

    /// Whether it says what the data are used for: nothing is used for nothing.
    pub fn has_purposes(&self) -> bool {
        self.purposes.as_ref().is_some_and(|all| !all.is_empty() && worded(all))
    }

    /// Whether it names a ground. Art. 6(1) has six; another law has other words.
    pub fn has_legal_basis(&self) -> bool {
        let basis = self.legal_basis.as_deref().map(str::trim).unwrap_or_default();
        match basis.strip_prefix("6(1)") {
            Some(rest) => ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)"]
                .iter()
                .any(|letter| rest.starts_with(letter)),
            None => !basis.is_empty(),
        }
    }

    /// Whether the data come from the person.
    pub fn is_from_the_person(&self) -> bool {
        self.source.as_ref().and_then(|source| source.get("en")) == Some("you")
    }
}

fn is_explained(one: &Automated) -> bool {
    [&one.logic, &one.significance, &one.consequences].into_iter().all(is_worded)
}

fn worded(all: &[Words]) -> bool {
    all.iter().all(is_worded)
}

/// English is what everybody falls back to.
fn is_worded(words: &Words) -> bool {
    words.get("en").is_some()
}
