//! What a person asks.

use crate::domain::identity::{Asker, Personal};
use crate::domain::right::{Right, Scope};

use crate::casework::intake::tickets::Ticket;

/// Cohort labels of a token (plan, country, language), as bytes that only `fairness` reads. They are stored beside the
/// case and are no input of anything (invariant 6).
#[derive(Clone, Default)]
pub struct Labels(pub(crate) Vec<u8>);

impl Labels {
    /// Takes the labels as they came.
    pub fn opaque(bytes: Vec<u8>) -> Self {
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

/// What a person asks.
#[derive(Clone)]
pub struct Ask {
    /// Who.
    pub asker: Asker,
    /// What.
    pub right: Right,
    /// How wide. `detail` is filled in here.
    pub scope: Scope,
    /// In their own words.
    pub message: Option<Personal<String>>,
    /// For the words of the answer.
    pub language: Option<String>,
    /// For the authority named in the answer.
    pub country: Option<String>,
    /// See [`Labels`].
    pub labels: Labels,
    /// A ticket from an attempt that found no room: it dates the request.
    pub ticket: Option<Ticket>,
    /// The caller's key and a digest of the body.
    pub idempotency: Option<(Personal<String>, [u8; 32])>,
}
