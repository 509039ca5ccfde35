//! What the log told of the rows that belong to nobody in particular, taken leaf by leaf.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::audit::leaf::case::{CaseRows, OpeningsErased, PackagesDropped, TicketSpent};
use crate::audit::leaf::objections::{ObjectionsChanged, Row};
use crate::audit::leaf::office::{KeyCreated, LogRecovered};
use crate::audit::leaf::policy::{PolicyActivated, PolicyStep};
use crate::audit::leaf::{LeafKind, Unreadable, read};
use crate::domain::id::KeyId;
use crate::domain::name::PurposeId;
use crate::domain::time::Instant;

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
    pub(crate) objections: HashMap<(String, PurposeId), Row>,
    pub(crate) epoch: i64,
    pub(crate) keys: BTreeMap<KeyId, KeyCreated>,
    pub(crate) policies: BTreeMap<String, PolicyActivated>,
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
    /// Takes a leaf of the controller's; of every other kind, nothing.
    pub(crate) fn take(&mut self, kind: LeafKind, payload: &[u8]) -> Result<(), Unreadable> {
        use LeafKind as K;
        match kind {
            // What an import or an inheritance tells beside its rows is for people.
            K::ObjectionsChanged | K::ObjectionsImported | K::ObjectionsInherited => {
                self.listed(payload)?;
            }
            K::KeyCreated => {
                let made: KeyCreated = read(payload)?;
                self.keys.insert(made.key, made);
            }
            K::PolicyActivated => self.activated(read(payload)?),
            K::PolicyAnnounced | K::PolicyApproved => {
                let told: PolicyStep = read(payload)?;
                let role = told.role.map(|role| role.code().to_owned());
                let (officer, at) = (told.officer, Instant(told.at));
                let step = Step { officer, at, sha256: told.sha256 };
                self.announced.insert((told.policy, role), step);
            }
            K::OpeningsErased => {
                let told: OpeningsErased = read(payload)?;
                self.openings_erased += told.openings;
                self.cases_blanked += told.cases;
                self.last_change = told.last_change;
            }
            K::TicketSpent => {
                let told: TicketSpent = read(payload)?;
                self.tickets.retain(|_, (_, expires_at)| *expires_at >= told.at);
                self.tickets.insert(told.nonce, (told.case, told.expires_at));
            }
            K::PackagesDropped => {
                let told: PackagesDropped = read(payload)?;
                self.dropped.extend(told.cases);
            }
            K::LogRecovered => drop(read::<LogRecovered>(payload)?),
            K::CaseRows => self.hanging(read(payload)?),
            // Told for people; no row rests on them. What belongs to a person is taken elsewhere.
            K::CaseRead
            | K::DatamapShown
            | K::ObjectionsKey
            | K::FilterRun
            | K::AuditExported
            | K::RecipientObeys
            | K::RecipientTask
            | K::TaskDone
            | K::ReviewExported
            | K::Event(_)
            | K::RequestEntered
            | K::TicketRedeemed
            | K::MessageKept
            | K::AttachmentKept
            | K::PackageKept
            | K::ObjectionRecorded
            | K::ChangeDeclared => {}
        }
        Ok(())
    }

    fn activated(&mut self, told: PolicyActivated) {
        let term = (told.file.clone(), told.policy.clone(), told.since);
        self.terms.insert(told.seq, term);
        let text = PolicyActivated { since: told.at, seq: 0, ..told };
        self.policies.entry(text.policy.clone()).or_insert(text);
    }

    fn hanging(&mut self, told: CaseRows) {
        match told.case {
            Some(case) => {
                self.rows.insert(case, told.sha256);
            }
            None => self.office_tasks = Some(told.sha256),
        }
    }

    fn listed(&mut self, payload: &[u8]) -> Result<(), Unreadable> {
        let told: ObjectionsChanged = read(payload)?;
        for row in told.rows {
            self.epoch = self.epoch.max(row.epoch);
            self.objections.insert((row.mark.clone(), row.purpose.clone()), row);
        }
        Ok(())
    }
}
