//! The policies in force, those that were, and those to come.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::casework::Office;
use crate::casework::policies::activation::Kept;
use crate::casework::policies::announcing::Announcement;
use crate::casework::policies::changes::Declared;
use crate::domain::excess::{ResetKind, Threshold};
use crate::domain::role::Role;
use crate::domain::time::Day;
use crate::policy::difference::Difference;
use crate::policy::explain;
use crate::policy::explain::rhythm::{Rhythm, first_looked_at};
use crate::policy::language::Language;
use crate::policy::thresholds::{Record, Thresholds};

use super::Moment;

/// The policies in force.
#[derive(Serialize)]
pub(in crate::web) struct InForce<'p> {
    #[serde(flatten)]
    described: Described<'p>,
    /// The content hash of each file.
    files: BTreeMap<&'p str, &'p str>,
    packs: Vec<Pack<'p>>,
    waiting: Option<Waiting<'p>>,
    broken: Vec<String>,
}

/// Thresholds, in figures and in words.
#[derive(Serialize)]
struct Described<'p> {
    id: &'p str,
    version: &'p str,
    hash: &'p str,
    effective_from: Option<Day>,
    owner: &'p str,
    rules: &'p [Threshold],
    records: &'p [Record],
    /// By rule and rhythm.
    first_looked_at: BTreeMap<&'p str, BTreeMap<&'static str, Option<u32>>>,
    explanation: String,
}

#[derive(Serialize)]
struct Pack<'p> {
    id: &'p str,
    version: &'p str,
    hash: &'p str,
}

/// A stricter version in the folder, and what it still needs.
#[derive(Serialize)]
struct Waiting<'p> {
    version: &'p str,
    hash: &'p str,
    missing: Vec<String>,
}

impl<'p> InForce<'p> {
    pub(in crate::web) fn of(office: &'p Office, language: Language) -> Self {
        let (policies, standing) = (&office.policies, &office.standing);
        let waiting = standing.waiting.as_ref().map(|waiting| Waiting {
            version: &waiting.version,
            hash: &waiting.hash,
            missing: waiting.missing.iter().map(ToString::to_string).collect(),
        });
        let files = policies.texts.iter();
        let packs = policies.packs.iter();
        Self {
            described: Described::of(&policies.thresholds, language),
            files: files.map(|(name, text)| (name.as_str(), text.hash.as_str())).collect(),
            packs: packs
                .map(|pack| Pack { id: &pack.id, version: &pack.version, hash: &pack.hash })
                .collect(),
            waiting,
            broken: standing.broken.iter().map(ToString::to_string).collect(),
        }
    }
}

impl<'p> Described<'p> {
    fn of(thresholds: &'p Thresholds, language: Language) -> Self {
        let rhythms = |rule: &Threshold| {
            Rhythm::ALL.map(|rhythm| (rhythm.code(), first_looked_at(rule, rhythm))).into()
        };
        Self {
            id: &thresholds.id,
            version: &thresholds.version,
            hash: &thresholds.hash,
            effective_from: thresholds.effective_from,
            owner: &thresholds.owner,
            rules: &thresholds.rules,
            records: &thresholds.records,
            first_looked_at: thresholds
                .rules
                .iter()
                .map(|rule| (rule.id.as_str(), rhythms(rule)))
                .collect(),
            explanation: explain::page(thresholds, language),
        }
    }
}

/// A file that was in force.
#[derive(Serialize)]
pub(in crate::web) struct Document<'k> {
    hash: &'k str,
    file: &'k str,
    text: &'k str,
    in_force: Vec<Term>,
    superseded_by: Option<&'k str>,
    /// Of thresholds alone.
    #[serde(skip_serializing_if = "Option::is_none")]
    explanation: Option<String>,
}

#[derive(Serialize)]
struct Term {
    from: Moment,
    until: Option<Moment>,
}

impl<'k> Document<'k> {
    pub(in crate::web) fn of(hash: &'k str, kept: &'k Kept, explanation: Option<String>) -> Self {
        let terms = kept.terms.iter();
        Self {
            hash,
            file: &kept.file,
            text: &kept.text,
            in_force: terms
                .map(|(from, until)| Term { from: Moment(*from), until: Moment::maybe(*until) })
                .collect(),
            superseded_by: kept.superseded_by.as_deref(),
            explanation,
        }
    }
}

/// What everybody reads of a version that was announced.
#[derive(Serialize)]
pub(in crate::web) struct ForEverybody<'a> {
    version: &'a str,
    hash: &'a str,
    announced_at: Moment,
    effective_from: Option<Day>,
    in_force: bool,
    notice: &'a BTreeMap<String, String>,
}

impl<'a> ForEverybody<'a> {
    pub(in crate::web) fn of(announcement: &'a Announcement) -> Self {
        let thresholds = &announcement.thresholds;
        Self {
            version: &thresholds.version,
            hash: &thresholds.hash,
            announced_at: Moment(announcement.announced_at),
            effective_from: thresholds.effective_from,
            in_force: announcement.in_force,
            notice: thresholds.notice.all(),
        }
    }
}

/// What officers read of it.
#[derive(Serialize)]
pub(in crate::web) struct ForOfficers<'a> {
    #[serde(flatten)]
    public: ForEverybody<'a>,
    announced_by: &'a str,
    approvals: Vec<Approved<'a>>,
    difference: Option<&'a Difference>,
    missing: Vec<String>,
    text: &'a str,
}

#[derive(Serialize)]
struct Approved<'a> {
    role: Role,
    officer: &'a str,
}

impl<'a> ForOfficers<'a> {
    pub(in crate::web) fn of(announcement: &'a Announcement) -> Self {
        let approvals = announcement.approvals.iter();
        Self {
            public: ForEverybody::of(announcement),
            announced_by: &announcement.announced_by,
            approvals: approvals
                .map(|approval| Approved { role: approval.role, officer: &approval.officer })
                .collect(),
            difference: announcement.difference.as_ref(),
            missing: announcement.missing.iter().map(ToString::to_string).collect(),
            text: &announcement.text,
        }
    }
}

/// A material change that an officer declared.
#[derive(Serialize)]
pub(in crate::web) struct Change<'d> {
    seq: i64,
    why: ResetKind,
    at: Moment,
    categories: Vec<&'d str>,
    concerns: Concerns,
    declared_at: Moment,
    declared_by: &'d str,
    /// Gone when the person was forgotten.
    note: Option<&'d str>,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Concerns {
    OnePerson,
    Everybody,
}

impl<'d> Change<'d> {
    pub(in crate::web) fn of(declared: &'d Declared) -> Self {
        let change = &declared.change;
        Self {
            seq: change.seq,
            why: change.why,
            at: Moment(change.at),
            categories: change.categories.iter().map(String::as_str).collect(),
            concerns: if declared.one_person { Concerns::OnePerson } else { Concerns::Everybody },
            declared_at: Moment(declared.declared_at),
            declared_by: &declared.officer,
            note: declared.note.as_deref(),
        }
    }
}
