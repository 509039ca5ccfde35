//! `thresholds.toml` as it is written.

use serde::Deserialize;
use toml::Spanned;

use crate::domain::excess::{ChangeClass, Reviewable};
use crate::policy::language::Words;
use crate::policy::shape::{Kind, Shape, may, needed};

/// The only way to compare scopes.
pub const SAME: &str = "same";

pub(in crate::policy) const RIGHTS: &[&str] = &[
    "access",
    "rectification",
    "erasure",
    "portability",
    "other_objection",
    "automated_decision_review",
];
pub(in crate::policy) const CLASSES: &[&str] = &["static", "normal", "dynamic"];

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

pub(in crate::policy) const SHAPE: Shape = &[
    needed("policy", Kind::Table(HEAD)),
    needed("never", Kind::Table(&[needed("kinds", Kind::Texts)])),
    needed("every_rule", Kind::Table(EVERY_RULE)),
    may("rule", Kind::Tables(RULE)),
];

// What follows reads every file that was ever in force: keys that came later have defaults.

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::policy) struct File {
    pub(in crate::policy) policy: Head,
    pub(in crate::policy) never: Never,
    #[serde(default)]
    pub(in crate::policy) every_rule: EveryRule,
    #[serde(default)]
    pub(in crate::policy) rule: Vec<Spanned<Rule>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::policy) struct Head {
    pub(super) id: String,
    pub(in crate::policy) version: String,
    pub(in crate::policy) effective_from: Option<String>,
    #[serde(default)]
    pub(in crate::policy) owner: String,
    #[serde(default = "english")]
    pub(in crate::policy) languages: Vec<String>,
    #[serde(default)]
    pub(super) notice: Words,
    #[serde(rename = "effect")]
    _effect: Effect,
    #[serde(rename = "on_reviewer_silence")]
    _on_reviewer_silence: Silence,
    pub(in crate::policy) pauses_clock: bool,
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
pub(in crate::policy) struct Never {
    pub(in crate::policy) kinds: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub(in crate::policy) struct EveryRule {
    pub(super) scope: Option<String>,
    pub(in crate::policy) counts: Option<Vec<String>>,
    pub(in crate::policy) resets: Option<Vec<String>>,
    pub(in crate::policy) excludes: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::policy) struct Rule {
    pub(in crate::policy) id: String,
    pub(in crate::policy) right: Reviewable,
    pub(in crate::policy) class: ChangeClass,
    pub(in crate::policy) kth: u32,
    pub(in crate::policy) window_days: u32,
    pub(in crate::policy) never_if_gap_days: u32,
    pub(in crate::policy) sensitive_kth: u32,
    pub(in crate::policy) sensitive_gap_days: u32,
    pub(in crate::policy) rationale: Words,
    pub(in crate::policy) sources: Vec<String>,
    pub(super) scope: Option<String>,
    pub(in crate::policy) counts: Option<Vec<String>>,
    pub(in crate::policy) resets: Option<Vec<String>>,
    pub(in crate::policy) excludes: Option<Vec<String>>,
    pub(in crate::policy) owner: Option<String>,
    pub(in crate::policy) effective_from: Option<String>,
    pub(in crate::policy) superseded_by: Option<String>,
}
