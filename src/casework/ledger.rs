//! What the log tells of the rows that belong to nobody in particular: the objection list, API keys, policies, erasures.
//!
//! The leaves for it are sealed with the controller's key, so that they can be read when the people are forgotten. Of an
//! objection they hold what its row holds, a mark and no name.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::domain::id::KeyId;
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::rows::{KeyRow, ObjectionRow, PolicyRow};
use crate::store::vault::Vault;

use super::{CaseworkError, hanging, people, record};

/// A row of the objection list: mark, purpose, standing, since, epoch, assurance, and the mark that it was carried over
/// from. Short, because lists have many.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Row(String, String, String, i64, i64, String, Option<String>);

impl Row {
    pub(crate) fn of(row: &ObjectionRow) -> Self {
        let (purpose, standing) = (row.purpose.clone(), row.standing.clone());
        let (assurance, via) = (row.assurance.clone(), row.via.as_deref().map(hex));
        Self(hex(&row.mark), purpose, standing, row.since, row.epoch, assurance, via)
    }

    /// What it is found by.
    pub(crate) fn key(&self) -> (String, String) {
        (self.0.clone(), self.1.clone())
    }

    pub(crate) fn epoch(&self) -> i64 {
        self.4
    }

    /// Since when, and whether it is in force.
    pub(crate) fn standing(&self) -> (&str, i64) {
        (&self.2, self.3)
    }
}

/// What is told of rows that changed.
#[derive(Serialize, Deserialize)]
pub(crate) struct Rows {
    pub(crate) rows: Vec<Row>,
}

/// Tells the log how a row of the objection list is now.
pub(crate) fn tell_row(
    tx: &mut Tx<'_>,
    vault: &Vault,
    now: Instant,
    row: &ObjectionRow,
) -> Result<(), CaseworkError> {
    let key = people::controller_key(tx, vault, now)?;
    let told = Rows { rows: vec![Row::of(row)] };
    record::leaf(tx, now, "objections.changed", (&people::CONTROLLER, &key), None, &told)?;
    Ok(())
}

/// A new API key. The hash opens nothing; it is what a key is recognised by.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct KeyMade {
    pub(crate) key: KeyId,
    pub(crate) name: String,
    pub(crate) scopes: Vec<String>,
    pub(crate) hash: String,
    pub(crate) made_at: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) expires_at: Option<i64>,
}

impl KeyMade {
    /// As its row tells it.
    pub(crate) fn of(row: &KeyRow) -> Option<Self> {
        Some(Self {
            key: KeyId(row.id.as_slice().try_into().ok()?),
            name: row.name.clone(),
            scopes: row.scopes.split(' ').map(str::to_owned).collect(),
            hash: STANDARD.encode(&row.hash),
            made_at: row.made_at,
            expires_at: row.expires_at,
        })
    }
}

/// A policy text that came into force.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Activated {
    pub(crate) file: String,
    pub(crate) policy: String,
    /// Of the text with its comments, which the policy's own hash leaves out.
    pub(crate) sha256: String,
    pub(crate) at: i64,
    /// Since when this time, and which time it is.
    #[serde(default)]
    pub(crate) since: i64,
    #[serde(default)]
    pub(crate) seq: i64,
}

impl Activated {
    /// As its row tells it.
    pub(crate) fn of(row: &PolicyRow) -> Self {
        Self {
            file: row.kind.clone(),
            policy: row.hash.clone(),
            sha256: hex(&crate::audit::merkle::Hash::of(row.text.as_bytes()).0),
            at: row.activated_at,
            since: row.activated_at,
            seq: 0,
        }
    }
}

/// A person was forgotten. Only counts: which openings and cases they were is told by the marks left in their places, which
/// belong to nobody.
#[derive(Serialize, Deserialize)]
pub(crate) struct Erased {
    pub(crate) openings: u64,
    pub(crate) cases: u64,
    /// The number of the last declared change, anybody's, so that numbers of forgotten changes stay known.
    #[serde(default)]
    pub(crate) last_change: i64,
}

/// A claim ticket has dated a request and cannot again.
#[derive(Serialize, Deserialize)]
pub(crate) struct Spent {
    pub(crate) nonce: String,
    pub(crate) case: String,
    pub(crate) expires_at: i64,
    pub(crate) at: i64,
}

/// Packages whose time was over.
#[derive(Serialize, Deserialize)]
pub(crate) struct Dropped {
    pub(crate) cases: Vec<String>,
}

/// The log went on after it had been rolled back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Recovered {
    /// The signed head that was lost, as a note.
    pub(crate) lost: String,
    /// Leaves that were left.
    pub(crate) kept: u64,
    /// Under which name the log goes on.
    pub(crate) origin: String,
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
                read(payload).map(|told: super::announcing::Told| {
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
            "case.rows" => read(payload).map(|told: hanging::Rows| match told.case {
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
            self.epoch = self.epoch.max(row.4);
            self.objections.insert(row.key(), row);
        }
    }
}

fn read<T: DeserializeOwned>(payload: &[u8]) -> Result<T, String> {
    serde_json::from_slice(payload).map_err(super::fold::unreadable)
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
