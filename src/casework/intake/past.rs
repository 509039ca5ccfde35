//! A request that the same person made before.

use crate::domain::case::{Due, Stage, Words};
use crate::domain::history::Earlier;
use crate::domain::overlap::Marks;
use crate::store::columns;
use crate::store::rows::CaseRow;

use crate::casework::CaseworkError;
use crate::casework::case::history::earlier;

/// What of it the next one is compared with.
pub(super) struct Past {
    pub(super) earlier: Earlier,
    pub(super) due: Due,
    pub(super) stage: Stage,
    pub(super) known: Option<String>,
    pub(super) words: Words,
}

impl Past {
    pub(super) fn of(row: &CaseRow) -> Result<Self, CaseworkError> {
        let state = row.state()?;
        Ok(Self {
            earlier: earlier(row, &state)?,
            due: columns::cases::state.there(state.due.clone())?,
            stage: state.stage,
            known: state.known,
            words: state.words,
        })
    }

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
