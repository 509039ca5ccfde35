//! A stricter version of the thresholds is announced, and two people approve it. Each step is an entry of the log.

use std::sync::Arc;

use crate::audit::leaf::policy::PolicyStep;
use crate::audit::merkle::Hash;
use crate::domain::role::Role;
use crate::domain::time::Instant;
use crate::policy::adoption::{APPROVERS, Approval, Missing, missing};
use crate::policy::difference::{Difference, compare};
use crate::policy::thresholds::Thresholds;
use crate::store::rows::{AnnouncementRow, ApprovalRow};
use crate::store::{Tx, columns};

use crate::audit::hex::hex;

use crate::casework::policies::activation::{THRESHOLDS, announced};
use crate::casework::{CaseworkError, Office, log, people};

/// An announced version.
#[derive(Clone, Debug)]
pub struct Announcement {
    /// What it says.
    pub thresholds: Thresholds,
    /// Its text.
    pub text: String,
    /// When it was announced.
    pub announced_at: Instant,
    /// By whom.
    pub announced_by: String,
    /// Who approved it.
    pub approvals: Vec<Approval>,
    /// What it changes, against the version in force; none before the first start.
    pub difference: Option<Difference>,
    /// What is still missing.
    pub missing: Vec<Missing>,
    /// Whether it is the one in force.
    pub in_force: bool,
}

/// What to do with a version.
#[derive(Clone, Debug)]
pub enum Step {
    /// Tell everybody.
    Announce {
        /// The file's text.
        text: String,
    },
    /// One person agrees.
    Approve {
        /// The content hash.
        hash: String,
        /// In which role.
        role: Role,
    },
}

/// Announces or approves.
///
/// # Errors
/// [`CaseworkError::Unfit`] when the text is no policy or somebody approves twice, or the database.
pub async fn take(
    office: &Arc<Office>,
    officer: String,
    step: Step,
) -> Result<Announcement, CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| take_in(tx, &inside, &officer, step);
    office.store.write("announce policy", write).await
}

/// The same, for a command.
///
/// # Errors
/// As [`take`].
pub fn take_now(
    office: &Arc<Office>,
    officer: String,
    step: Step,
) -> Result<Announcement, CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| take_in(tx, &inside, &officer, step);
    office.store.write_blocking("announce policy", write)
}

fn take_in(
    tx: &mut Tx<'_>,
    office: &Office,
    officer: &str,
    step: Step,
) -> Result<Announcement, CaseworkError> {
    let hash = match step {
        Step::Announce { text } => announce(tx, office, officer, text)?,
        Step::Approve { hash, role } => {
            approve(tx, office, officer, &hash, role)?;
            hash
        }
    };
    let row = columns::policy_announcements::hash.there(tx.announcement(&hash)?)?;
    shown(tx, office, row)
}

fn announce(
    tx: &mut Tx<'_>,
    office: &Office,
    officer: &str,
    text: String,
) -> Result<String, CaseworkError> {
    let thresholds = Thresholds::checked(THRESHOLDS, &text).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        CaseworkError::Unfit(lines.join("\n"))
    })?;
    let now = office.clock.now();
    let hash = thresholds.hash;
    let row = AnnouncementRow {
        hash: hash.clone(),
        text,
        announced_at: now.0,
        announced_by: officer.to_owned(),
    };
    if tx.announce_policy(&row)? == 1 {
        let told = PolicyStep {
            file: THRESHOLDS.to_owned(),
            policy: hash.clone(),
            officer: officer.to_owned(),
            at: now.0,
            role: None,
            sha256: Some(hex(&Hash::of(row.text.as_bytes()).0)),
        };
        log(tx, office, now, &told)?;
    }
    Ok(hash)
}

fn approve(
    tx: &mut Tx<'_>,
    office: &Office,
    officer: &str,
    hash: &str,
    role: Role,
) -> Result<(), CaseworkError> {
    let unfit = |what: String| Err(CaseworkError::Unfit(what));
    if !APPROVERS.contains(&role) {
        return unfit("approve as `dpo` or as `controller`".into());
    }
    let Some(known) = announced(tx, hash)? else {
        return unfit(format!("no version `{hash}` was announced; announce it first"));
    };
    if let Some(taken) = known.approvals.iter().find(|approval| approval.role == role) {
        return unfit(format!("`{}` has approved it as {} already", taken.officer, role.code()));
    }
    if known.approvals.iter().any(|approval| approval.officer == officer) {
        return unfit("you have approved it already; a second person is needed".into());
    }
    let now = office.clock.now();
    tx.approve_policy(&ApprovalRow {
        hash: hash.to_owned(),
        role: role.code().to_owned(),
        officer: officer.to_owned(),
        approved_at: now.0,
    })?;
    let told = PolicyStep {
        file: THRESHOLDS.to_owned(),
        policy: hash.to_owned(),
        officer: officer.to_owned(),
        at: now.0,
        role: Some(role),
        sha256: None,
    };
    log(tx, office, now, &told)
}

fn log(
    tx: &mut Tx<'_>,
    office: &Office,
    now: Instant,
    told: &PolicyStep,
) -> Result<(), CaseworkError> {
    let key = people::controller_key(tx, &office.vault, now)?;
    log::leaf(tx, now, (people::CONTROLLER.as_slice(), &key), None, told)?;
    Ok(())
}

/// Every announced version, latest first.
///
/// # Errors
/// When the database does not answer.
pub async fn list(office: &Arc<Office>) -> Result<Vec<Announcement>, CaseworkError> {
    let inside = Arc::clone(office);
    let read = move |tx: &mut Tx<'_>| {
        let rows = tx.announcements()?;
        rows.into_iter().map(|row| shown(tx, &inside, row)).collect()
    };
    office.store.read("announced policies", read).await
}

fn shown(
    tx: &mut Tx<'_>,
    office: &Office,
    row: AnnouncementRow,
) -> Result<Announcement, CaseworkError> {
    let thresholds = columns::policy_announcements::text.read(Thresholds::parse(&row.text))?;
    let known = announced(tx, &row.hash)?;
    let term = tx.policy_in_force(THRESHOLDS)?;
    let in_force = term.as_ref().is_some_and(|term| term.hash == row.hash);
    let current = match term {
        Some(term) => tx.policy(&term.hash)?,
        None => None,
    };
    let (difference, missing) = match current.filter(|_| !in_force) {
        Some(current) => {
            let current = columns::policies::text.read(Thresholds::parse(&current.text))?;
            let now = office.clock.now();
            let missing = missing(&current, &thresholds, known.as_ref(), now);
            (Some(compare(&current, &thresholds)), missing)
        }
        None => (None, Vec::new()),
    };
    Ok(Announcement {
        thresholds,
        text: row.text,
        announced_at: Instant(row.announced_at),
        announced_by: row.announced_by,
        approvals: known.map(|known| known.approvals).unwrap_or_default(),
        difference,
        missing,
        in_force,
    })
}

/// What would be missing before these thresholds come into force, and what they change; nothing before the first start.
///
/// # Errors
/// When the database does not answer.
pub fn outlook(
    office: &Arc<Office>,
    next: &Thresholds,
) -> Result<Option<(Difference, Vec<Missing>)>, CaseworkError> {
    let inside = Arc::clone(office);
    let next = next.clone();
    office.store.read_blocking("outlook of a policy", move |tx| {
        let Some(term) = tx.policy_in_force(THRESHOLDS)? else { return Ok(None) };
        let row = columns::policy_terms::hash.there(tx.policy(&term.hash)?)?;
        let current = columns::policies::text.read(Thresholds::parse(&row.text))?;
        let known = announced(tx, &next.hash)?;
        let missing = missing(&current, &next, known.as_ref(), inside.clock.now());
        Ok(Some((compare(&current, &next), missing)))
    })
}
