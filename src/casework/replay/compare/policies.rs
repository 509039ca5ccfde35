//! Which policies were in force, who announced and approved them, and whether they were allowed to come into force.

use std::collections::BTreeMap;

use crate::audit::merkle::Hash;
use crate::domain::role::Role;
use crate::domain::time::Instant;
use crate::policy::adoption::{Announced, Approval, Missing, missing};
use crate::policy::thresholds::Thresholds;
use crate::store::Tx;

use crate::audit::hex::hex;

use crate::casework::CaseworkError;
use crate::casework::policies::activation::THRESHOLDS;
use crate::casework::replay::ledger::Step;
use crate::casework::replay::retold::Retold;

type Steps = BTreeMap<(String, Option<String>), Step>;

/// When which version was in force, and who announced and approved it.
pub(super) fn terms(tx: &mut Tx<'_>, fold: &mut Retold) -> Result<(), CaseworkError> {
    let stored = tx.terms_all()?.into_iter().map(|row| (row.seq, (row.kind, row.hash, row.since)));
    if !stored.eq(fold.ledger.terms.clone()) {
        fold.differences.push("when which policy was in force is not what the log tells".into());
    }
    let mut announced = Steps::new();
    for row in tx.announcements()? {
        for approval in tx.approvals_of(&row.hash)? {
            let step =
                Step { officer: approval.officer, at: Instant(approval.approved_at), sha256: None };
            announced.insert((row.hash.clone(), Some(approval.role)), step);
        }
        let sha256 = Some(hex(&Hash::of(row.text.as_bytes()).0));
        let at = Instant(row.announced_at);
        announced.insert((row.hash, None), Step { officer: row.announced_by, at, sha256 });
    }
    if announced != fold.ledger.announced {
        fold.differences.push("announcements or approvals are not what the log tells".into());
    }
    adoptions(tx, fold)
}

/// Decision 0021: what could have somebody looked at earlier came into force with a notice, after its time, by two people.
/// What the log told by then counts, whatever was in the tables.
fn adoptions(tx: &mut Tx<'_>, fold: &mut Retold) -> Result<(), CaseworkError> {
    let mut in_force: Option<Thresholds> = None;
    for (file, hash, since) in fold.ledger.terms.values() {
        if file != THRESHOLDS {
            continue;
        }
        let Some(next) = tx.policy(hash)?.and_then(|row| Thresholds::parse(&row.text).ok()) else {
            let what = "cannot be read: whether they were allowed to come into force is not known";
            fold.differences.push(format!("thresholds `{hash}` {what}"));
            continue;
        };
        if let Some(before) = &in_force {
            let since = Instant(*since);
            let told = told_by(&fold.ledger.announced, hash, since);
            let parts: Vec<String> = missing(before, &next, told.as_ref(), since)
                .iter()
                .map(Missing::to_string)
                .collect();
            if !parts.is_empty() {
                let (version, since) = (&next.version, since.rfc3339());
                let parts = parts.join("; ");
                fold.differences.push(format!(
                    "thresholds {version} came into force at {since} although: {parts}"
                ));
            }
        }
        in_force = Some(next);
    }
    Ok(())
}

fn told_by(steps: &Steps, hash: &str, by: Instant) -> Option<Announced> {
    let known = steps.iter().filter(|((policy, _), step)| policy == hash && step.at <= by);
    let mut announced = None;
    let mut approvals = Vec::new();
    for ((_, role), step) in known {
        match role {
            None => announced = Some(step.at),
            Some(role) => approvals.extend(
                Role::parse(role).map(|role| Approval { officer: step.officer.clone(), role }),
            ),
        }
    }
    announced.map(|at| Announced { at, approvals })
}
