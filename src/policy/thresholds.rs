//! `thresholds.toml`: when a repeated request is looked at by a human.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::domain::excess::{ChangeClass, Exclusion, ResetKind, Reviewable, Threshold};
use crate::domain::time::Day;

use super::language::Words;
use super::shape::{Kind, Shape, may, needed};
use super::{PolicyError, hash, lint, shape, text};

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

/// The only way to compare scopes.
pub const SAME: &str = "same";
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

pub(super) const RIGHTS: &[&str] = &[
    "access",
    "rectification",
    "erasure",
    "portability",
    "other_objection",
    "automated_decision_review",
];
pub(super) const CLASSES: &[&str] = &["static", "normal", "dynamic"];

const HEAD: Shape = &[
    needed("id", Kind::Text),
    needed("version", Kind::Text),
    needed("effective_from", Kind::Text),
    needed("owner", Kind::Text),
    may("languages", Kind::Texts),
    may("notice", Kind::Words),
    needed("effect", Kind::OneOf(&["flag_for_review"])),
    needed("on_reviewer_silence", Kind::OneOf(&["not_excessive"])),
    needed("pauses_clock", Kind::Flag),
];

const EVERY_RULE: Shape = &[
    needed("scope", Kind::OneOf(&[SAME])),
    needed("counts", Kind::Texts),
    needed("resets", Kind::Texts),
    needed("excludes", Kind::Texts),
];

const RULE: Shape = &[
    needed("id", Kind::Text),
    needed("right", Kind::OneOf(RIGHTS)),
    needed("class", Kind::OneOf(CLASSES)),
    needed("kth", Kind::Whole),
    needed("window_days", Kind::Whole),
    needed("never_if_gap_days", Kind::Whole),
    needed("sensitive_kth", Kind::Whole),
    needed("sensitive_gap_days", Kind::Whole),
    needed("rationale", Kind::Words),
    needed("sources", Kind::Texts),
    may("scope", Kind::OneOf(&[SAME])),
    may("counts", Kind::Texts),
    may("resets", Kind::Texts),
    may("excludes", Kind::Texts),
    may("owner", Kind::Text),
    may("effective_from", Kind::Text),
    may("superseded_by", Kind::Text),
];

const SHAPE: Shape = &[
    needed("policy", Kind::Table(HEAD)),
    needed("never", Kind::Table(&[needed("kinds", Kind::Texts)])),
    needed("every_rule", Kind::Table(EVERY_RULE)),
    may("rule", Kind::Tables(RULE)),
];

// What follows reads every file that was ever in force: keys that came later have defaults.

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) policy: Head,
    pub(super) never: Never,
    #[serde(default)]
    pub(super) every_rule: EveryRule,
    #[serde(default)]
    pub(super) rule: Vec<Spanned<Rule>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    id: String,
    pub(super) version: String,
    pub(super) effective_from: Option<String>,
    #[serde(default)]
    pub(super) owner: String,
    #[serde(default = "english")]
    pub(super) languages: Vec<String>,
    #[serde(default)]
    notice: Words,
    #[serde(rename = "effect")]
    _effect: Effect,
    #[serde(rename = "on_reviewer_silence")]
    _on_reviewer_silence: Silence,
    pub(super) pauses_clock: bool,
}

fn english() -> Vec<String> {
    vec!["en".into()]
}

// P1 and P2 are not settings: each key has one legal value, and writing it down tells the reader.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Effect {
    FlagForReview,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Silence {
    NotExcessive,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Never {
    pub(super) kinds: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(super) struct EveryRule {
    scope: Option<String>,
    pub(super) counts: Option<Vec<String>>,
    pub(super) resets: Option<Vec<String>>,
    pub(super) excludes: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    pub(super) id: String,
    pub(super) right: Reviewable,
    pub(super) class: ChangeClass,
    pub(super) kth: u32,
    pub(super) window_days: u32,
    pub(super) never_if_gap_days: u32,
    pub(super) sensitive_kth: u32,
    pub(super) sensitive_gap_days: u32,
    pub(super) rationale: Words,
    pub(super) sources: Vec<String>,
    scope: Option<String>,
    pub(super) counts: Option<Vec<String>>,
    pub(super) resets: Option<Vec<String>>,
    pub(super) excludes: Option<Vec<String>>,
    pub(super) owner: Option<String>,
    pub(super) effective_from: Option<String>,
    pub(super) superseded_by: Option<String>,
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

    /// Reads a text and lints it: what is about to come into force.
    ///
    /// # Errors
    /// Every mistake.
    pub fn checked(file: &str, text: &str) -> Result<Self, Vec<PolicyError>> {
        let wrong = shape::check(file, text, SHAPE);
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let read: File = text::read(file, text)?;
        let wrong = lint::thresholds(file, &read, text);
        if wrong.is_empty() { Self::of(read, text) } else { Err(wrong) }
    }

    fn of(file: File, text: &str) -> Result<Self, Vec<PolicyError>> {
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
