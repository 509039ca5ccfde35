//! API keys of pipelines: `hbk_` and 256 random bits, kept as a hash, so that a stolen database opens nothing.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::domain::time::Instant;

/// What secret scanners look for.
pub const PREFIX: &str = "hbk_";

/// What a key may do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Scope {
    /// Ask whether people have objected.
    ObjectionsCheck,
    /// Make links by which people choose, for a company's own pages and mails.
    ObjectionsLink,
    /// Say, as the system that the key is named after, that objections are obeyed.
    ObjectionsAcknowledge,
    /// Make links by which people who are signed in at the company are signed in at the portal.
    PortalLink,
}

impl Scope {
    /// Every scope.
    pub const ALL: [Self; 4] = [
        Self::ObjectionsCheck,
        Self::ObjectionsLink,
        Self::ObjectionsAcknowledge,
        Self::PortalLink,
    ];

    /// The word of the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::ObjectionsCheck => "objections:check",
            Self::ObjectionsLink => "objections:link",
            Self::ObjectionsAcknowledge => "objections:acknowledge",
            Self::PortalLink => "portal:link",
        }
    }

    /// Reads the word.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.code() == code)
    }
}

/// A program that holds a key.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pipeline {
    /// What the key is called.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// When it ends.
    pub expires_at: Option<Instant>,
}

impl Pipeline {
    /// Whether it may do this.
    pub fn may(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }
}

/// The text of a new key, from 256 random bits.
pub fn text(chance: &[u8; 32]) -> String {
    format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(chance))
}

/// What is stored of a key.
pub fn hash(text: &str) -> [u8; 32] {
    super::fingerprint(text)
}
