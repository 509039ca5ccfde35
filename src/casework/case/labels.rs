//! What is kept beside for `fairness` alone: what a token said of somebody, and by which way they came.
//!
//! **Invariant:** no input of anything that decides (invariant 6).

use serde::{Deserialize, Serialize};

/// Cohort labels of a token (plan, country, language), as bytes that only `fairness` reads. They are stored beside the
/// case and are no input of anything (invariant 6).
#[derive(Clone, Default)]
pub struct Labels(pub(crate) Vec<u8>);

impl Labels {
    /// Takes the labels as they came.
    pub fn opaque(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// What a session keeps, sealed, for the requests that are sent in it.
    pub(crate) fn hand_on(&self) -> Vec<u8> {
        self.0.clone()
    }

    /// The other way round.
    pub(crate) fn kept(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// Hands the labels to `fairness`; who may call this is a list in `tests/tidy.rs`.
    pub fn hand_over(&self) -> &[u8] {
        &self.0
    }
}

impl std::fmt::Debug for Labels {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[labels]")
    }
}

/// By which way somebody said no to a use.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Came {
    /// On a page of the portal.
    Page,
    /// By a link of their own, or a mail program's one click.
    Link,
    /// By a call of a program with their token.
    #[default]
    Program,
    /// By what their browser says of itself (GPC, ADPC).
    Signal,
    /// By e-mail, entered by the office.
    Email,
    /// By letter, by phone or over the counter, entered by the office.
    Office,
}

impl Came {
    /// The word of the report.
    pub fn code(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Link => "link",
            Self::Program => "program",
            Self::Signal => "signal",
            Self::Email => "email",
            Self::Office => "office",
        }
    }
}

/// Both together.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// By which way.
    pub came: Came,
    /// What a token said.
    pub labels: Labels,
}

impl Beside {
    /// Without a token.
    pub fn by(came: Came) -> Self {
        Self { came, labels: Labels::default() }
    }
}
