//! What has changed between two versions of the thresholds, and whether somebody could be looked at earlier for it.

use serde::Serialize;

use crate::domain::excess::{ChangeClass, Reviewable, Threshold};

use super::thresholds::{Record, Thresholds};

/// Everything that has changed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Difference {
    /// The earlier version.
    pub before: Version,
    /// The later one.
    pub after: Version,
    /// Whether any change is stricter.
    pub stricter: bool,
    /// Rule by rule; those that are the same in both are left out.
    pub rules: Vec<RuleDifference>,
}

/// Which version.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[expect(missing_docs, reason = "as in the file")]
pub struct Version {
    pub id: String,
    pub version: String,
    pub hash: String,
}

/// What has changed for one right and class.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RuleDifference {
    /// The rule's name: the later one, where there is one.
    pub rule: String,
    /// For which requests.
    pub right: Reviewable,
    /// For which data.
    pub class: ChangeClass,
    /// What became of it.
    pub what: What,
    /// Whether somebody could be looked at earlier for it.
    pub stricter: bool,
    /// Figures and words that are not what they were.
    pub changes: Vec<Change>,
}

/// What became of a rule.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// There was none.
    Added,
    /// There is none any more.
    Removed,
    /// It says something else.
    Changed,
}

/// One key that is not what it was.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Change {
    /// The key.
    pub key: &'static str,
    /// What it was.
    pub before: String,
    /// What it is.
    pub after: String,
    /// Whether somebody could be looked at earlier for it.
    pub stricter: bool,
}

/// Compares two versions.
pub fn compare(before: &Thresholds, after: &Thresholds) -> Difference {
    let mut rules = Vec::new();
    for right in Reviewable::ALL {
        for class in [ChangeClass::Static, ChangeClass::Normal, ChangeClass::Dynamic] {
            rules.extend(one(before, after, right, class));
        }
    }
    Difference {
        before: version(before),
        after: version(after),
        stricter: rules.iter().any(|rule| rule.stricter),
        rules,
    }
}

fn version(thresholds: &Thresholds) -> Version {
    let Thresholds { id, version, hash, .. } = thresholds;
    Version { id: id.clone(), version: version.clone(), hash: hash.clone() }
}

fn one(
    before: &Thresholds,
    after: &Thresholds,
    right: Reviewable,
    class: ChangeClass,
) -> Option<RuleDifference> {
    let (was, is) = (before.rule_for(right, class), after.rule_for(right, class));
    let (rule, what, changes) = match (was, is) {
        (None, None) => return None,
        (None, Some(is)) => (&is.id, What::Added, Vec::new()),
        (Some(was), None) => (&was.id, What::Removed, Vec::new()),
        (Some(was), Some(is)) => {
            let mut changes = figures(was, is);
            changes.extend(words(before.record(&was.id), after.record(&is.id)));
            if changes.is_empty() {
                return None;
            }
            (&is.id, What::Changed, changes)
        }
    };
    // A new rule looks at requests that nothing looked at.
    let stricter = what == What::Added || changes.iter().any(|change| change.stricter);
    Some(RuleDifference { rule: rule.clone(), right, class, what, stricter, changes })
}

fn figures(was: &Threshold, is: &Threshold) -> Vec<Change> {
    // A longer gap spares fewer people; no gap at all spares nobody.
    let longer = |was: u32, is: u32| was > 0 && (is > was || is == 0);
    let all = [
        ("kth", was.kth, is.kth, is.kth < was.kth),
        ("window_days", was.window_days, is.window_days, is.window_days > was.window_days),
        (
            "never_if_gap_days",
            was.never_if_gap_days,
            is.never_if_gap_days,
            longer(was.never_if_gap_days, is.never_if_gap_days),
        ),
        (
            "sensitive_kth",
            was.sensitive_kth,
            is.sensitive_kth,
            is.sensitive_kth < was.sensitive_kth,
        ),
        (
            "sensitive_gap_days",
            was.sensitive_gap_days,
            is.sensitive_gap_days,
            longer(was.sensitive_gap_days, is.sensitive_gap_days),
        ),
    ];
    all.into_iter()
        .filter(|(_, was, is, _)| was != is)
        .map(|(key, was, is, stricter)| Change {
            key,
            before: was.to_string(),
            after: is.to_string(),
            stricter,
        })
        .collect()
}

fn words(was: Option<&Record>, is: Option<&Record>) -> Vec<Change> {
    let (Some(was), Some(is)) = (was, is) else { return Vec::new() };
    let english =
        |record: &Record| record.rationale.in_language(super::language::Language::En).to_owned();
    let pairs = [
        ("id", was.id.clone(), is.id.clone()),
        ("rationale", english(was), english(is)),
        ("sources", was.sources.join("; "), is.sources.join("; ")),
        ("owner", was.owner.clone(), is.owner.clone()),
    ];
    pairs
        .into_iter()
        .filter(|(_, was, is)| was != is)
        .map(|(key, before, after)| Change { key, before, after, stricter: false })
        .collect()
}

impl Difference {
    /// In words, a line each.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!(
            "`{}` version {} ({}) -> `{}` version {} ({})",
            self.before.id,
            self.before.version,
            short(&self.before.hash),
            self.after.id,
            self.after.version,
            short(&self.after.hash),
        )];
        for rule in &self.rules {
            let mark = if rule.stricter { "stricter" } else { "not stricter" };
            let what = match rule.what {
                What::Added => "a new rule",
                What::Removed => "the rule is gone",
                What::Changed => "changed",
            };
            lines.push(format!("[{}] {what} ({mark})", rule.rule));
            for change in &rule.changes {
                let mark = if change.stricter { ": stricter" } else { "" };
                lines
                    .push(format!("  {}: {} -> {}{mark}", change.key, change.before, change.after));
            }
        }
        lines.push(match (self.rules.is_empty(), self.stricter) {
            (true, _) => "No rule is different.".into(),
            (false, true) => {
                "Stricter: it needs a newer version, a notice of 14 days, and two people.".into()
            }
            (false, false) => "Not stricter: it may come into force at once.".into(),
        });
        lines
    }
}

fn short(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}
