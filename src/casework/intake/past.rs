//! A request that the same person made before.

use crate::domain::case::{Due, Stage, Words};
use crate::domain::history::Earlier;
use crate::domain::overlap::Marks;

/// What of it the next one is compared with.
pub(super) struct Past {
    pub(super) earlier: Earlier,
    pub(super) due: Due,
    pub(super) stage: Stage,
    pub(super) known: Option<String>,
    pub(super) words: Words,
}

impl Past {
    pub(super) fn marks(&self) -> Marks<'_> {
        Marks {
            identity: self.earlier.identity,
            known: self.known.as_deref(),
            worded: self.words != Words::None,
            right: self.earlier.right,
            scope: &self.earlier.scope,
        }
    }
}
