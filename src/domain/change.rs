//! A material change that somebody declared: since then people have a new reason to ask (P8). What the data themselves
//! show needs no declaration; see the digests in [`super::history::Answer`].

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::excess::{Reset, ResetKind};
use super::right::Scope;
use super::time::Instant;

/// How far back a declared change can still matter: no window is longer (`window` lint).
pub const LOOKBACK_DAYS: i64 = 180;

/// What was declared, as the log has it. Whom it concerns is a matter of the leaf's holder: everybody, or one person.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Change {
    /// Counted from 1, in the order in which they were declared.
    pub seq: i64,
    /// What happened.
    pub why: ResetKind,
    /// When it happened.
    pub at: Instant,
    /// The data categories that it touches; empty means all.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub categories: BTreeSet<String>,
}

impl Change {
    /// Whether a request of this scope has something to do with it. A doubt goes in the person's favour.
    pub fn touches(&self, scope: &Scope) -> bool {
        self.categories.is_empty()
            || scope.categories.is_empty()
            || !self.categories.is_disjoint(&scope.categories)
    }
}

/// The resets that these changes mean for a request.
pub fn resets<'c>(
    changes: impl IntoIterator<Item = &'c Change>,
    scope: &Scope,
    received_at: Instant,
) -> Vec<Reset> {
    let since = received_at.plus_days(-LOOKBACK_DAYS);
    let matters =
        |change: &&Change| (since..=received_at).contains(&change.at) && change.touches(scope);
    let mut all: Vec<Reset> = changes
        .into_iter()
        .filter(matters)
        .map(|change| Reset { at: change.at, why: change.why })
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}
