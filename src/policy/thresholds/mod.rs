//! `thresholds.toml`: when a repeated request is looked at by a human.
//!
//! Start with [`Thresholds`]. `file` is the text as it is written; what it may not say is in [`lint`](super::lint).

mod file;

pub use file::SAME;
pub(super) use file::{CLASSES, File, Head, RIGHTS, Rule, SHAPE};

use serde::Serialize;

use crate::domain::excess::{ChangeClass, Exclusion, ResetKind, Reviewable, Threshold};
use crate::domain::time::Day;
use crate::policy::language::Words;
use crate::policy::{PolicyError, hash, text};

use self::file::EveryRule;

pub(super) const FILE: &str = "thresholds.toml";

/// The thresholds in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Thresholds {
    /// Their name.
    pub id: String,
    /// Their version: a day, and more behind it when a day has several.
    pub version: String,
    /// Their content hash, hex.
    pub hash: String,
    /// Not in force before this day.
    pub effective_from: Option<Day>,
    /// Who answers for them.
    pub owner: String,
    /// What people are told when they become stricter.
    pub notice: Words,
    /// The languages that everything people read stands in.
    pub languages: Vec<String>,
    /// The rules that apply, at most one for each right and class.
    pub rules: Vec<Threshold>,
    /// What else is on record about each rule, in the order of `rules`; after them the rules that were superseded.
    pub records: Vec<Record>,
}

/// What is on record about a rule beside its figures.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Record {
    /// The rule.
    pub id: String,
    /// How two scopes are compared. `same`: only equal scopes are the same request (P7).
    pub scope: String,
    /// Which answers count (P5).
    pub counts: Vec<String>,
    /// Which changes reset the count (P8).
    pub resets: Vec<String>,
    /// What is left out of the count (P5 to P10, P13, P16).
    pub excludes: Vec<String>,
    /// Why the rule is as it is, by language.
    #[serde(serialize_with = "words")]
    pub rationale: Words,
    /// What bears it.
    pub sources: Vec<String>,
    /// Who answers for it.
    pub owner: String,
    /// Since when it stands as it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effective_from: Option<Day>,
    /// The rule that took its place; a superseded rule is a record and applies to nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superseded_by: Option<String>,
}

fn words<S: serde::Serializer>(words: &Words, to: S) -> Result<S::Ok, S::Error> {
    words.all().serialize(to)
}

const COMPLETE: &str = "answered_complete_on_time_free";
const OWN_GROUNDS: &str = "refused_on_own_grounds_on_time";

/// Which answers count for a right.
pub fn counts(right: Reviewable) -> Vec<String> {
    let mut counts = vec![COMPLETE.to_owned()];
    if right.counts_a_refusal_on_own_grounds() {
        counts.push(OWN_GROUNDS.to_owned());
    }
    counts
}

fn every<T: Copy>(all: &[T], code: fn(T) -> &'static str) -> Vec<String> {
    all.iter().map(|&one| code(one).to_owned()).collect()
}

/// Every change that resets.
pub fn resets() -> Vec<String> {
    every(&ResetKind::ALL, ResetKind::code)
}

/// Everything that does not count.
pub fn excludes() -> Vec<String> {
    // What the data map leaves unstated never counts, whatever a policy says: it is not the policy's to list.
    let mut codes = every(&Exclusion::ALL, Exclusion::code);
    codes.retain(|code| code != Exclusion::Unstated.code());
    codes
}

impl Thresholds {
    /// Reads a text. It is not linted: replay must be able to read an old one by its hash, whatever lints came since.
    ///
    /// # Errors
    /// Every mistake.
    pub fn parse(text: &str) -> Result<Self, Vec<PolicyError>> {
        Self::parse_in(FILE, text)
    }

    /// The same, with the name of the file for the mistakes.
    ///
    /// # Errors
    /// Every mistake.
    pub fn parse_in(file: &str, text: &str) -> Result<Self, Vec<PolicyError>> {
        Self::of(text::read(file, text)?, text)
    }

    /// As a file that was read.
    pub(super) fn of(file: File, text: &str) -> Result<Self, Vec<PolicyError>> {
        let hash = hash::of(text).map_err(|error| vec![error])?;
        let mut rules = Vec::new();
        let (mut records, mut past) = (Vec::new(), Vec::new());
        for rule in file.rule {
            let rule = rule.into_inner();
            let record = record(&rule, &file.every_rule, &file.policy);
            if record.superseded_by.is_some() {
                past.push(record);
            } else {
                records.push(record);
                rules.push(threshold(rule));
            }
        }
        records.append(&mut past);
        let Head { id, version, effective_from, owner, notice, languages, .. } = file.policy;
        let effective_from = effective_from.and_then(|day| day.parse().ok());
        Ok(Self { id, version, hash, effective_from, owner, notice, languages, rules, records })
    }

    /// The rule for a right and class, if there is one.
    pub fn rule_for(&self, right: Reviewable, class: ChangeClass) -> Option<&Threshold> {
        self.rules.iter().find(|rule| rule.right == right && rule.class == class)
    }

    /// What is on record about a rule.
    pub fn record(&self, id: &str) -> Option<&Record> {
        self.records.iter().find(|record| record.id == id)
    }
}

fn record(rule: &Rule, every: &EveryRule, head: &Head) -> Record {
    let list = |own: &Option<Vec<String>>, every: &Option<Vec<String>>, usual: Vec<String>| {
        own.clone().or_else(|| every.clone()).unwrap_or(usual)
    };
    let day = rule.effective_from.as_ref().or(head.effective_from.as_ref());
    Record {
        id: rule.id.clone(),
        scope: rule.scope.clone().or_else(|| every.scope.clone()).unwrap_or_else(|| SAME.into()),
        counts: list(&rule.counts, &every.counts, counts(rule.right)),
        resets: list(&rule.resets, &every.resets, resets()),
        excludes: list(&rule.excludes, &every.excludes, excludes()),
        rationale: rule.rationale.clone(),
        sources: rule.sources.clone(),
        owner: rule.owner.clone().unwrap_or_else(|| head.owner.clone()),
        effective_from: day.and_then(|day| day.parse().ok()),
        superseded_by: rule.superseded_by.clone(),
    }
}

fn threshold(rule: Rule) -> Threshold {
    Threshold {
        id: rule.id,
        right: rule.right,
        class: rule.class,
        kth: rule.kth,
        window_days: rule.window_days,
        never_if_gap_days: rule.never_if_gap_days,
        sensitive_kth: rule.sensitive_kth,
        sensitive_gap_days: rule.sensitive_gap_days,
    }
}
