//! The rows that hang on a case: flags, tasks, letters, weighings, opinions, decisions. Whenever one changed, the log is told
//! a digest over all of them; a replay compares it with what is stored.
//!
//! The leaf is the controller's, so that it can be read when the person is forgotten. A migration that adds a column to one
//! of these tables changes what is hashed, and must tell every case anew.

use serde::{Deserialize, Serialize};

use crate::audit::merkle::Hash;
use crate::store::Tx;
use crate::store::rows::{
    BalancingRow, CaseRow, DecisionRow, FlagRow, NoticeRow, OpinionRow, TaskRow,
};

use super::ledger::hex;
use super::{CaseworkError, Office, people, record};

/// Everything that hangs on one case.
#[derive(Clone, Default, Debug)]
pub(crate) struct Hanging {
    pub(crate) flags: Vec<FlagRow>,
    pub(crate) tasks: Vec<TaskRow>,
    pub(crate) notices: Vec<NoticeRow>,
    pub(crate) balancings: Vec<BalancingRow>,
    pub(crate) opinions: Vec<OpinionRow>,
    pub(crate) decisions: Vec<DecisionRow>,
}

/// What the log is told.
#[derive(Serialize, Deserialize)]
pub(crate) struct Rows {
    /// None for the tasks of no case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) case: Option<String>,
    pub(crate) sha256: String,
}

impl Hanging {
    /// Loads them.
    pub(crate) fn of(tx: &mut Tx<'_>, case: &[u8]) -> Result<Self, CaseworkError> {
        let one = [case.to_vec()];
        let flags = tx.flags_in(&one)?;
        let (mut opinions, mut decisions) = (Vec::new(), Vec::new());
        for flag in &flags {
            opinions.extend(tx.opinions_of(&flag.id)?);
            decisions.extend(tx.decisions_of(&flag.id)?);
        }
        Ok(Self {
            flags,
            tasks: tx.tasks_of(case)?,
            notices: tx.notices_of(case)?,
            balancings: tx.balancings_of(case)?,
            opinions,
            decisions,
        })
    }

    /// Nothing but what a flag at the door brings.
    pub(crate) fn is_plain(&self) -> bool {
        let Self { tasks, notices, balancings, opinions, decisions, .. } = self;
        tasks.is_empty()
            && notices.is_empty()
            && balancings.is_empty()
            && opinions.is_empty()
            && decisions.is_empty()
    }

    /// How many rows of each table.
    pub(crate) fn counts(&self) -> [(&'static str, usize); 6] {
        [
            ("flags", self.flags.len()),
            ("tasks", self.tasks.len()),
            ("notices", self.notices.len()),
            ("balancings", self.balancings.len()),
            ("opinions", self.opinions.len()),
            ("decisions", self.decisions.len()),
        ]
    }

    /// The digest over all of them, and over the decision that the case names.
    pub(crate) fn digest(&self, decision: Option<&Vec<u8>>) -> String {
        let mut rows: Vec<String> = Vec::new();
        rows.extend(self.flags.iter().map(|row| format!("{row:?}")));
        rows.extend(self.tasks.iter().map(|row| format!("{row:?}")));
        rows.extend(self.notices.iter().map(|row| format!("{row:?}")));
        rows.extend(self.balancings.iter().map(|row| format!("{row:?}")));
        rows.extend(self.opinions.iter().map(|row| format!("{row:?}")));
        rows.extend(self.decisions.iter().map(|row| format!("{row:?}")));
        rows.sort();
        rows.push(format!("{decision:?}"));
        hex(&Hash::of(rows.join("\n").as_bytes()).0)
    }
}

/// Tells the log how they are now. To be called last, after every change of them.
pub(crate) fn tell(tx: &mut Tx<'_>, office: &Office, case: &[u8]) -> Result<(), CaseworkError> {
    let row: CaseRow = tx.case_by_id(case)?.ok_or(CaseworkError::NoSuchCase)?;
    let sha256 = Hanging::of(tx, case)?.digest(row.decision_id.as_ref());
    append(tx, office, &Rows { case: Some(row.reference), sha256 })
}

/// The same for tasks that belong to no case.
pub(crate) fn tell_office_tasks(tx: &mut Tx<'_>, office: &Office) -> Result<(), CaseworkError> {
    let sha256 = office_digest(tx.tasks_of_no_case()?);
    append(tx, office, &Rows { case: None, sha256 })
}

/// The digest over tasks of no case.
pub(crate) fn office_digest(tasks: Vec<TaskRow>) -> String {
    Hanging { tasks, ..Hanging::default() }.digest(None)
}

fn append(tx: &mut Tx<'_>, office: &Office, rows: &Rows) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let key = people::controller_key(tx, &office.vault, now)?;
    record::leaf(tx, now, "case.rows", (&people::CONTROLLER, &key), None, rows)?;
    Ok(())
}
