//! Material changes that somebody declares (P8): a new purpose, a new recipient, a breach, new terms; for everybody, for
//! some categories, or for one person. What was asked before does not count any more. Findings that were made stay.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::audit::leaf;
use crate::audit::leaf::policy::ChangeDeclared;
use crate::domain::change::{Change, LOOKBACK_DAYS, resets};
use crate::domain::excess::{Reset, ResetKind};
use crate::domain::id::Reference;
use crate::domain::right::Scope;
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::columns::{self, policy_changes};
use crate::store::rows::ChangeRow;

use crate::casework::log::rows::CHANGES;
use crate::casework::{CaseworkError, Office, log, people};
const NOTE_MAX: usize = 2_000;

/// What somebody declares.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Declaration {
    /// What happened.
    pub why: ResetKind,
    /// When; now, when left out.
    pub at: Option<Instant>,
    /// The data categories that it touches; empty means all.
    pub categories: BTreeSet<String>,
    /// A case of the one person whom it concerns; everybody, when left out.
    pub case: Option<Reference>,
    /// In the officer's words; nothing personal.
    pub note: String,
}

/// What was declared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Declared {
    /// The change.
    pub change: Change,
    /// Whether it concerns one person alone.
    pub one_person: bool,
    /// When it was declared.
    pub declared_at: Instant,
    /// By whom.
    pub officer: String,
    /// In their words; gone when the person was forgotten.
    pub note: Option<String>,
}

/// Declares a change; in force when this returns.
///
/// # Errors
/// [`CaseworkError::Unfit`] when it makes no sense, or the database.
pub async fn declare(
    office: &Arc<Office>,
    officer: String,
    declaration: Declaration,
) -> Result<Declared, CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| declare_in(tx, &inside, &officer, &declaration);
    office.store.write("declare change", write).await
}

/// The same, for a command.
///
/// # Errors
/// As [`declare`].
pub fn declare_now(
    office: &Arc<Office>,
    officer: String,
    declaration: Declaration,
) -> Result<Declared, CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| declare_in(tx, &inside, &officer, &declaration);
    office.store.write_blocking("declare change", write)
}

fn declare_in(
    tx: &mut Tx<'_>,
    office: &Office,
    officer: &str,
    declaration: &Declaration,
) -> Result<Declared, CaseworkError> {
    let now = office.clock.now();
    let at = declaration.at.unwrap_or(now);
    fits(office, declaration, at, now)?;
    let controller = people::controller_key(tx, &office.vault, now)?;
    let (subject, key) = match declaration.case {
        None => (None, controller),
        Some(reference) => {
            let row = tx.case_by_reference(&reference.to_string())?;
            let row = row.ok_or(CaseworkError::NoSuchCase)?;
            let person = people::by_id(tx, &office.vault, &row.subject_id)?;
            (Some(row.subject_id), person.ok_or(CaseworkError::NoSuchCase)?.key)
        }
    };
    let seq = tx.next_of(CHANGES)?;
    let categories = declaration.categories.clone();
    let change = Change { seq, why: declaration.why, at, categories };
    let holder = subject.as_deref().unwrap_or(people::CONTROLLER.as_slice());
    let note = declaration.note.trim().to_owned();
    let told = ChangeDeclared { change, declared_at: now, officer: officer.to_owned(), note };
    let leaf = log::leaf(tx, now, (holder, &key), None, &told)?;
    let ChangeDeclared { change, officer, note, .. } = told;
    tx.declare_change(&ChangeRow {
        seq,
        why: change.why.code().to_owned(),
        categories: policy_changes::categories.to_json_text(&change.categories)?,
        happened_at: at.0,
        declared_at: now.0,
        declared_by: officer.clone(),
        subject_id: subject.clone(),
        leaf,
    })?;
    let one_person = subject.is_some();
    Ok(Declared { change, one_person, declared_at: now, officer, note: Some(note) })
}

fn fits(
    office: &Office,
    declaration: &Declaration,
    at: Instant,
    now: Instant,
) -> Result<(), CaseworkError> {
    let known = office.policies.datamap.categories();
    if let Some(other) = declaration.categories.iter().find(|c| !known.contains(c.as_str())) {
        return Err(CaseworkError::NoSuchCategory(other.clone()));
    }
    let unfit = |what: &str| Err(CaseworkError::Unfit(what.to_owned()));
    if at > now {
        return unfit("the change lies in the future; declare it when it has happened");
    }
    if at < now.plus_days(-LOOKBACK_DAYS) {
        return unfit("the change is older than 180 days; it no longer resets anything");
    }
    match declaration.note.trim().len() {
        0 => unfit("say in `note` what has changed"),
        1..=NOTE_MAX => Ok(()),
        _ => unfit("`note` is longer than 2000 bytes; shorten it"),
    }
}

/// What was declared in the last 180 days, latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list(office: &Arc<Office>) -> Result<Vec<Declared>, CaseworkError> {
    let inside = Arc::clone(office);
    office.store.read("list changes", move |tx| list_in(tx, &inside)).await
}

/// The same, for a command.
///
/// # Errors
/// When the database does not answer.
pub fn list_now(office: &Arc<Office>) -> Result<Vec<Declared>, CaseworkError> {
    let inside = Arc::clone(office);
    office.store.read_blocking("list changes", move |tx| list_in(tx, &inside))
}

fn list_in(tx: &mut Tx<'_>, office: &Office) -> Result<Vec<Declared>, CaseworkError> {
    let since = office.clock.now().plus_days(-LOOKBACK_DAYS);
    let mut rows = tx.policy_changes_since(since.0, i64::MAX)?;
    rows.reverse();
    rows.into_iter().map(|row| shown(tx, office, row)).collect()
}

fn shown(tx: &mut Tx<'_>, office: &Office, row: ChangeRow) -> Result<Declared, CaseworkError> {
    let opening = tx.openings_at(&[row.leaf])?.into_iter().next();
    let note = match opening {
        Some(opening) => {
            let rows = tx.subjects_by_ids(std::slice::from_ref(&opening.subject_id))?;
            let wrapped = columns::openings::subject_id.there(rows.first())?;
            let key = office.vault.unwrap_key(&wrapped.id, &wrapped.key_wrapped)?;
            let payload = log::open_payload(&key, &opening)?;
            let told: ChangeDeclared = columns::openings::payload.read(leaf::read(&payload))?;
            Some(told.note)
        }
        None => None,
    };
    Ok(Declared {
        change: change(&row)?,
        one_person: row.subject_id.is_some(),
        declared_at: Instant(row.declared_at),
        officer: row.declared_by,
        note,
    })
}

fn change(row: &ChangeRow) -> Result<Change, CaseworkError> {
    Ok(Change {
        seq: row.seq,
        why: policy_changes::why.there(ResetKind::parse(&row.why))?,
        at: Instant(row.happened_at),
        categories: policy_changes::categories.json(&row.categories)?,
    })
}

/// The changes that matter now, for requests that are opened together.
#[derive(Default)]
pub(crate) struct Changes {
    /// How many had been declared.
    pub(crate) last: i64,
    all: Vec<(Option<Vec<u8>>, Change)>,
}

impl Changes {
    pub(crate) fn load(tx: &mut Tx<'_>, now: Instant) -> Result<Self, CaseworkError> {
        // First the number: a change that is declared meanwhile has a higher one, here and in a replay.
        let last = tx.last_of(CHANGES)?;
        if last == 0 {
            return Ok(Self::default());
        }
        let rows = tx.policy_changes_since(now.plus_days(-LOOKBACK_DAYS).0, last)?;
        let all = rows
            .into_iter()
            .map(|row| Ok((row.subject_id.clone(), change(&row)?)))
            .collect::<Result<_, CaseworkError>>()?;
        Ok(Self { last, all })
    }

    /// The resets for a request of one person.
    pub(crate) fn resets_for(&self, subject: &[u8], scope: &Scope, at: Instant) -> Vec<Reset> {
        let concerns = |whom: &Option<Vec<u8>>| whom.as_deref().is_none_or(|whom| whom == subject);
        let own = self.all.iter().filter(|(whom, _)| concerns(whom)).map(|(_, change)| change);
        resets(own, scope, at)
    }

    /// Those that concern everybody: what a simulation can know without knowing who.
    pub(crate) fn for_everybody(self) -> Vec<Change> {
        self.all.into_iter().filter(|(whom, _)| whom.is_none()).map(|(_, change)| change).collect()
    }
}
