//! `thresholds.toml`: when a repeated request is looked at by a human.

use serde::Deserialize;
use toml::Spanned;

use crate::domain::excess::{ChangeClass, Reviewable, Threshold};

use super::{PolicyError, hash, lint, load};

/// The thresholds in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Thresholds {
    /// Their name.
    pub id: String,
    /// Their version, a day.
    pub version: String,
    /// Their content hash, hex.
    pub hash: String,
    /// The rules, at most one for each right and class.
    pub rules: Vec<Threshold>,
    /// Why each rule is as it is, in the order of `rules`.
    pub rationales: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) policy: Head,
    pub(super) never: Never,
    #[serde(default)]
    pub(super) rule: Vec<Spanned<Rule>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    id: String,
    version: String,
    #[serde(rename = "effect")]
    _effect: Effect,
    #[serde(rename = "on_reviewer_silence")]
    _on_reviewer_silence: Silence,
    pub(super) pauses_clock: bool,
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
    pub(super) rationale: String,
    pub(super) sources: Vec<String>,
}

impl Thresholds {
    /// Reads a text. It is not linted: replay must be able to read an old one by its hash, whatever lints came since.
    ///
    /// # Errors
    /// Every mistake.
    pub fn parse(text: &str) -> Result<Self, Vec<PolicyError>> {
        let file: File = load::read("thresholds.toml", text)?;
        let rationales = file.rule.iter().map(|rule| rule.get_ref().rationale.clone()).collect();
        let rules = file.rule.into_iter().map(|rule| threshold(rule.into_inner())).collect();
        let hash = hash::of(text).map_err(|error| vec![error])?;
        Ok(Self { id: file.policy.id, version: file.policy.version, hash, rules, rationales })
    }

    /// Reads a text and lints it: what is about to come into force.
    ///
    /// # Errors
    /// Every mistake.
    pub fn checked(text: &str) -> Result<Self, Vec<PolicyError>> {
        let file: File = load::read("thresholds.toml", text)?;
        let wrong = lint::thresholds(&file, text);
        if wrong.is_empty() { Self::parse(text) } else { Err(wrong) }
    }

    /// The rule for a right and class, if there is one.
    pub fn rule_for(&self, right: Reviewable, class: ChangeClass) -> Option<&Threshold> {
        self.rules.iter().find(|rule| rule.right == right && rule.class == class)
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
