//! What the log told of the rows that belong to nobody in particular, taken leaf by leaf.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::de::DeserializeOwned;

use crate::domain::id::KeyId;
use crate::domain::time::Instant;

use crate::casework::case::dossier;
use crate::casework::log::payloads::{
    Activated, Dropped, Erased, KeyMade, Recovered, Row, Rows, Spent,
};

pub(crate) fn unreadable(error: serde_json::Error) -> String {
    // The position says enough; the text of the error could quote the payload.
    format!("the payload is not what this kind holds (column {})", error.column())
}

/// Somebody announced or approved a version of the thresholds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Step {
    pub(crate) officer: String,
    pub(crate) at: Instant,
    /// Of the text that was announced.
    pub(crate) sha256: Option<String>,
}

/// Everything told so far.
#[derive(Default)]
pub(crate) struct Ledger {
    pub(crate) objections: HashMap<(String, String), Row>,
    pub(crate) epoch: i64,
    pub(crate) keys: BTreeMap<KeyId, KeyMade>,
    pub(crate) policies: BTreeMap<String, Activated>,
    /// When which text was in force, by number.
    pub(crate) terms: BTreeMap<i64, (String, String, i64)>,
    /// Who announced a version, and who approved it in which role.
    pub(crate) announced: BTreeMap<(String, Option<String>), Step>,
    /// Declared changes by number: their leaf, officer and time.
    pub(crate) changes: BTreeMap<i64, (i64, String, i64)>,
    /// Redeemed claim tickets that are kept: their cases, and until when.
    pub(crate) tickets: BTreeMap<String, (String, i64)>,
    pub(crate) dropped: BTreeSet<String>,
    pub(crate) openings_erased: u64,
    pub(crate) cases_blanked: u64,
    /// The number of the last declared change when somebody was forgotten last.
    pub(crate) last_change: i64,
    /// What hangs on each case, by reference, as a digest.
    pub(crate) rows: BTreeMap<String, String>,
    pub(crate) office_tasks: Option<String>,
}

impl Ledger {
    /// Takes a leaf of the controller's. `None`: it is of no kind that this knows.
    pub(crate) fn take(&mut self, kind: &str, payload: &[u8]) -> Option<Result<(), String>> {
        Some(match kind {
            "objections.changed" | "objections.imported" | "objections.inherited" => {
                read(payload).map(|told| self.rows(told))
            }
            "key.created" => read(payload).map(|made: KeyMade| {
                self.keys.insert(made.key, made);
            }),
            "policy.activated" => read(payload).map(|told: Activated| {
                let term = (told.file.clone(), told.policy.clone(), told.since);
                self.terms.insert(told.seq, term);
                let text = Activated { since: told.at, seq: 0, ..told };
                self.policies.entry(text.policy.clone()).or_insert(text);
            }),
            "policy.announced" | "policy.approved" => {
                read(payload).map(|told: crate::casework::policies::announcing::Told| {
                    let role = told.role.map(|role| role.code().to_owned());
                    let (officer, at) = (told.officer, Instant(told.at));
                    let step = Step { officer, at, sha256: told.sha256 };
                    self.announced.insert((told.policy, role), step);
                })
            }
            "openings.erased" => read(payload).map(|told: Erased| {
                self.openings_erased += told.openings;
                self.cases_blanked += told.cases;
                self.last_change = told.last_change;
            }),
            "ticket.spent" => read(payload).map(|told: Spent| {
                self.tickets.retain(|_, (_, expires_at)| *expires_at >= told.at);
                self.tickets.insert(told.nonce, (told.case, told.expires_at));
            }),
            "packages.dropped" => read(payload).map(|told: Dropped| {
                self.dropped.extend(told.cases);
            }),
            "log.recovered" => read(payload).map(|_: Recovered| ()),
            "case.rows" => read(payload).map(|told: dossier::Rows| match told.case {
                Some(case) => {
                    self.rows.insert(case, told.sha256);
                }
                None => self.office_tasks = Some(told.sha256),
            }),
            "case.read" | "datamap.shown" | "objections.key" | "filter.run" | "audit.exported"
            | "recipient.obeys" | "recipient.task" | "task.done" | "review.exported" => Ok(()),
            _ => return None,
        })
    }

    fn rows(&mut self, told: Rows) {
        for row in told.rows {
            self.epoch = self.epoch.max(row.epoch());
            self.objections.insert(row.key(), row);
        }
    }
}

pub(crate) fn read<T: DeserializeOwned>(payload: &[u8]) -> Result<T, String> {
    serde_json::from_slice(payload).map_err(crate::casework::replay::ledger::unreadable)
}
