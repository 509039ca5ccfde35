//! Settings that are one of a few words, and the names of claims.

use serde::Deserialize;

/// What everybody may read of the thresholds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Publish {
    /// What they do and never do.
    Words,
    /// The rules with their numbers as well.
    Full,
}

/// Whom an issuer vouches for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Serves {
    /// People who send requests.
    Subject,
    /// Staff.
    Officer,
}

/// Names of claims.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(missing_docs, reason = "config.default.toml describes every key")]
pub struct Claims {
    pub email: String,
    pub plan: String,
    pub country: String,
    pub language: String,
    pub roles: String,
}

impl Default for Claims {
    fn default() -> Self {
        let own = str::to_owned;
        Self {
            email: own("email"),
            plan: own("plan"),
            country: own("country"),
            language: own("locale"),
            roles: own("roles"),
        }
    }
}
