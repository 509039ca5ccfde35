//! The rows that hang on a case: flags, tasks, letters, weighings, opinions, decisions, holds, restrictions. Whenever one changed, the log is told
//! a digest over all of them; a replay compares it with what is stored.
//!
//! The leaf is the controller's, so that it can be read when the person is forgotten. A migration that adds a column to one
//! of these tables changes what is hashed, and must tell every case anew.

use serde::Serialize;

use crate::audit::canonical;
use crate::audit::leaf::case::CaseRows;
use crate::audit::merkle::Hash;
use crate::store::Tx;
use crate::store::rows::{
    BalancingRow, CaseRow, DecisionRow, FlagRow, HoldRow, NoticeRow, OpinionRow, RestrictionRow,
    TaskRow,
};

use crate::audit::hex::hex;

use crate::casework::{CaseworkError, Office, log, people};

/// Everything that hangs on one case.
#[derive(Clone, Default, Debug)]
pub(crate) struct Dossier {
    pub(crate) flags: Vec<FlagRow>,
    pub(crate) tasks: Vec<TaskRow>,
    pub(crate) notices: Vec<NoticeRow>,
    pub(crate) balancings: Vec<BalancingRow>,
    pub(crate) opinions: Vec<OpinionRow>,
    pub(crate) decisions: Vec<DecisionRow>,
    pub(crate) holds: Vec<HoldRow>,
    pub(crate) restrictions: Vec<RestrictionRow>,
}

impl Dossier {
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
            holds: tx.holds_of(case)?,
            restrictions: tx.restrictions_in(&one)?,
        })
    }

    /// Nothing but what a flag at the door brings.
    pub(crate) fn is_plain(&self) -> bool {
        let Self { flags: _, tasks, notices, balancings, opinions, decisions, holds, restrictions } =
            self;
        holds.is_empty()
            && restrictions.is_empty()
            && tasks.is_empty()
            && notices.is_empty()
            && balancings.is_empty()
            && opinions.is_empty()
            && decisions.is_empty()
    }

    /// How many rows of each table.
    pub(crate) fn counts(&self) -> [(&'static str, usize); 8] {
        [
            ("flags", self.flags.len()),
            ("tasks", self.tasks.len()),
            ("notices", self.notices.len()),
            ("balancings", self.balancings.len()),
            ("opinions", self.opinions.len()),
            ("decisions", self.decisions.len()),
            ("holds", self.holds.len()),
            ("restrictions", self.restrictions.len()),
        ]
    }

    /// The digest over all of them, and over the decision that the case names.
    pub(crate) fn digest(&self, decision: Option<&Vec<u8>>) -> String {
        let mut rows: Vec<Vec<u8>> = Vec::new();
        rows.extend(self.flags.iter().map(|row| told("flag", row)));
        rows.extend(self.tasks.iter().map(|row| told("task", row)));
        rows.extend(self.notices.iter().map(|row| told("notice", row)));
        rows.extend(self.balancings.iter().map(|row| told("balancing", row)));
        rows.extend(self.opinions.iter().map(|row| told("opinion", row)));
        rows.extend(self.decisions.iter().map(|row| told("decision", row)));
        rows.extend(self.holds.iter().map(|row| told("hold", row)));
        rows.extend(self.restrictions.iter().map(|row| told("restriction", row)));
        rows.sort();
        rows.push(told("case", &decision));
        hex(&Hash::of(&rows.join(&b'\n')).0)
    }
}

/// A row as the log knows it: canonical JSON of its table's name, the version of its form, and its columns.
fn told(table: &str, row: &impl Serialize) -> Vec<u8> {
    const FORM: u8 = 1;
    // Rows are numbers, texts and bytes, which JSON always holds.
    canonical::to_vec(&(table, FORM, row)).unwrap_or_default()
}

/// Tells the log how they are now. To be called last, after every change of them.
pub(crate) fn tell(tx: &mut Tx<'_>, office: &Office, case: &[u8]) -> Result<(), CaseworkError> {
    let row: CaseRow = tx.case_by_id(case)?.ok_or(CaseworkError::NoSuchCase)?;
    let sha256 = Dossier::of(tx, case)?.digest(row.decision_id.as_ref());
    append(tx, office, &CaseRows { case: Some(row.reference), sha256 })
}

/// The same for tasks that belong to no case.
pub(crate) fn tell_office_tasks(tx: &mut Tx<'_>, office: &Office) -> Result<(), CaseworkError> {
    let sha256 = office_digest(tx.tasks_of_no_case()?);
    append(tx, office, &CaseRows { case: None, sha256 })
}

/// The digest over tasks of no case.
pub(crate) fn office_digest(tasks: Vec<TaskRow>) -> String {
    Dossier { tasks, ..Dossier::default() }.digest(None)
}

fn append(tx: &mut Tx<'_>, office: &Office, rows: &CaseRows) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let key = people::controller_key(tx, &office.vault, now)?;
    log::leaf(tx, now, (&people::CONTROLLER, &key), None, rows)?;
    Ok(())
}
