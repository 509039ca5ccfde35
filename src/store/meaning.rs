//! What rows mean to the domain.

use crate::domain::case::State;
use crate::domain::id::{CaseId, FlagId, NoticeId, OpinionId, Reference, SubjectId, TaskId};
use crate::domain::objection::{Assurance, Standing};
use crate::domain::right::{Right, Scope};

use super::column::Damaged;
use super::rows::{
    CaseRow, FlagRow, HistoryRow, NoticeRow, ObjectionRow, OpinionRow, SubjectRow, TaskRow, columns,
};

/// Makes methods that read an id of a row.
macro_rules! ids {
    ($($row:ident in $table:ident = $id:ident;)*) => {$(
        impl $row {
            /// Its id.
            ///
            /// # Errors
            /// When the column holds something else.
            pub fn id(&self) -> Result<$id, Damaged> {
                columns::$table::id.bytes(&self.id).map($id)
            }
        }
    )*};
}

ids! {
    CaseRow in cases = CaseId;
    FlagRow in flags = FlagId;
    NoticeRow in notices = NoticeId;
    OpinionRow in opinions = OpinionId;
    SubjectRow in subjects = SubjectId;
    TaskRow in tasks = TaskId;
}

/// What was asked, and in what state it is: the rows of cases say so, and what a simulation reads of them.
macro_rules! asked {
    ($($row:ident)*) => {$(
        #[expect(clippy::missing_errors_doc, reason = "each fails only when its column holds something else")]
        impl $row {
            /// What people quote.
            pub fn reference(&self) -> Result<Reference, Damaged> {
                columns::cases::reference.parsed(&self.reference)
            }

            /// Which right was asked for.
            pub fn right(&self) -> Result<Right, Damaged> {
                columns::cases::right_asked.there(Right::parse(&self.right_asked))
            }

            /// What of it was asked.
            pub fn scope(&self) -> Result<Scope, Damaged> {
                columns::cases::scope.json(&self.scope)
            }
        }
    )*};
}

asked!(CaseRow HistoryRow);

/// The digests of an idempotency key and of the body that came with it.
type Digests = ([u8; 32], [u8; 32]);

impl CaseRow {
    /// Its state.
    ///
    /// # Errors
    /// When the column holds something else.
    pub fn state(&self) -> Result<State, Damaged> {
        columns::cases::state.json(&self.state)
    }

    /// The digests of the idempotency key and of the body that came with it.
    ///
    /// # Errors
    /// When a column holds something else.
    pub fn idempotency(&self) -> Result<Option<Digests>, Damaged> {
        let (Some(key), Some(body)) = (&self.idem_key, &self.idem_body) else { return Ok(None) };
        Ok(Some((columns::cases::idem_key.bytes(key)?, columns::cases::idem_body.bytes(body)?)))
    }
}

#[expect(
    clippy::missing_errors_doc,
    reason = "each fails only when its column holds something else"
)]
impl ObjectionRow {
    /// The bytes of the mark.
    pub fn mark(&self) -> Result<[u8; 16], Damaged> {
        columns::objections::mark.bytes(&self.mark)
    }

    /// Whether it is in force.
    pub fn standing(&self) -> Result<Standing, Damaged> {
        columns::objections::standing.there(Standing::parse(&self.standing))
    }

    /// How sure we are of it.
    pub fn assurance(&self) -> Result<Assurance, Damaged> {
        columns::objections::assurance.there(Assurance::parse(&self.assurance))
    }
}
