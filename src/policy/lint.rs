//! What a policy may not say, however well it is formed. Each lint has an id, and a line in `docs/policies.md`.

use std::collections::BTreeSet;

use super::PolicyError;
use super::datamap::{Datamap, Erase};
use super::load::line_of;
use super::purposes::Purposes;
use super::thresholds::{File, Rule};

/// Every lint: id, and what it refuses.
pub const LINTS: [(&str, &str); 14] = [
    ("first-request", "a rule that could look at a first request (P3)"),
    ("sensitive", "a rule that is stricter for sensitive data than for others (P11)"),
    ("window", "a window of no days, or longer than 180: counters must expire (LAW 6)"),
    ("pauses-clock", "a flag that pauses the clock (P1)"),
    ("never-complete", "a list of what is never looked at that leaves something out (P4)"),
    ("one-rule", "two rules with one id, or for one right and class"),
    ("plan-blind", "a word for a plan, a price or a cohort (R-PAR-1)"),
    ("reasons", "a rule without a rationale or without sources (P20)"),
    ("stricter", "a rule that looks earlier than the defaults that the sources bear (LAW 10.2)"),
    ("purpose-words", "a purpose without its words in English"),
    (
        "purpose-basis",
        "a purpose on another ground than Art. 6(1)(e) or (f), where there is no objection",
    ),
    ("ids", "an id with other characters than lower-case letters, digits and `_`"),
    ("keep-ground", "a dataset kept on a ground that Art. 17(3) does not name"),
    ("matches", "a dataset that is not matched by `:account` or `:email`"),
];

const NEVER: [&str; 6] = [
    "direct_marketing",
    "ai_training",
    "automated_signal",
    "consent_withdrawal",
    "restriction",
    "other",
];
const COHORT_WORDS: [&str; 8] =
    ["plan", "price", "tier", "segment", "cohort", "subscription", "channel", "paying"];

struct Findings<'a> {
    file: &'static str,
    text: &'a str,
    list: Vec<PolicyError>,
}

impl Findings<'_> {
    fn require(&mut self, holds: bool, line: usize, lint: &str, what: String) {
        if !holds {
            self.list.push(PolicyError {
                file: self.file.to_owned(),
                line,
                what: format!("{what} [{lint}]"),
            });
        }
    }
}

pub(super) fn thresholds(file: &File, text: &str) -> Vec<PolicyError> {
    let mut found = Findings { file: "thresholds.toml", text, list: Vec::new() };
    let clock = line_of(text, "pauses_clock");
    found.require(
        !file.policy.pauses_clock,
        clock,
        "pauses-clock",
        "a flag never pauses the clock; write `pauses_clock = false`".into(),
    );
    for kind in NEVER {
        let listed = file.never.kinds.iter().any(|listed| listed == kind);
        found.require(
            listed,
            line_of(text, "[never]"),
            "never-complete",
            format!("`{kind}` is missing; add it to `kinds`"),
        );
    }
    let mut ids = BTreeSet::new();
    let mut places = BTreeSet::new();
    for rule in &file.rule {
        let line = 1 + text.get(..rule.span().start).unwrap_or_default().matches('\n').count();
        let rule = rule.get_ref();
        found.require(
            ids.insert(rule.id.clone()),
            line,
            "one-rule",
            format!("the id `{}` stands twice; choose another", rule.id),
        );
        found.require(
            places.insert((rule.right, rule.class)),
            line,
            "one-rule",
            format!("rule `{}` is the second for its right and class; remove one", rule.id),
        );
        rule_lints(&mut found, rule, line);
    }
    found.list
}

fn rule_lints(found: &mut Findings<'_>, rule: &Rule, line: usize) {
    let id = &rule.id;
    found.require(
        rule.kth >= 2,
        line,
        "first-request",
        format!(
            "rule `{id}`: `kth` is {}; a first request is never looked at, write 2 or more",
            rule.kth
        ),
    );
    found.require(
        rule.sensitive_kth >= rule.kth,
        line,
        "sensitive",
        format!("rule `{id}`: `sensitive_kth` is lower than `kth`; raise it"),
    );
    found.require(
        rule.sensitive_gap_days <= rule.never_if_gap_days,
        line,
        "sensitive",
        format!("rule `{id}`: `sensitive_gap_days` is longer than `never_if_gap_days`; shorten it"),
    );
    found.require(
        (1..=180).contains(&rule.window_days),
        line,
        "window",
        format!(
            "rule `{id}`: window `{} days` must be from 1 to 180; shorten the window",
            rule.window_days
        ),
    );
    found.require(!rule.rationale.trim().is_empty() && !rule.sources.is_empty(), line, "reasons", format!("rule `{id}` has no `rationale` or no `sources`; a rule without a reason cannot be defended"));
    let named = COHORT_WORDS.iter().find(|word| id.contains(**word));
    found.require(
        named.is_none(),
        line,
        "plan-blind",
        format!("rule `{id}` names a cohort; rules see right, scope and time alone"),
    );
    let Floor { kth, window, gap, sensitive_kth, sensitive_gap } = floor(rule);
    // A shorter gap spares more people; no gap at all spares nobody.
    let spares = |days: u32, most: u32| days <= most && (most == 0 || days > 0);
    let lax = rule.kth >= kth
        && rule.window_days <= window
        && spares(rule.never_if_gap_days, gap)
        && rule.sensitive_kth >= sensitive_kth
        && spares(rule.sensitive_gap_days, sensitive_gap);
    let most = format!(
        "rule `{id}` looks earlier than the sources bear; write at least `kth` {kth} and `sensitive_kth` {sensitive_kth}, at most \
         {window} days of window, and gaps of at most {gap} and {sensitive_gap} days"
    );
    found.require(lax, line, "stricter", most);
}

/// The strictest figures that the sources bear (LAW 10.2).
struct Floor {
    kth: u32,
    window: u32,
    gap: u32,
    sensitive_kth: u32,
    sensitive_gap: u32,
}

fn floor(rule: &Rule) -> Floor {
    use crate::domain::excess::{ChangeClass as C, Reviewable as R};
    let (kth, window, gap) = match (rule.right, rule.class) {
        (R::Access, C::Static) => (3, 90, 90),
        (R::Access, C::Normal) => (4, 90, 60),
        (R::Access, C::Dynamic) => (5, 90, 30),
        (R::Portability, C::Static) => (4, 90, 30),
        (R::Portability, C::Normal) => (5, 90, 30),
        (R::Portability, C::Dynamic) => (6, 90, 30),
        (R::AutomatedDecisionReview, _) => (3, 180, 0),
        (R::Rectification | R::Erasure | R::OtherObjection, _) => (4, 180, 90),
    };
    let sensitive_gap = if rule.right == R::Access { gap / 2 } else { gap };
    Floor { kth, window, gap, sensitive_kth: kth + 1, sensitive_gap }
}

pub(super) fn purposes(purposes: &Purposes, text: &str) -> Vec<PolicyError> {
    let mut found = Findings { file: "purposes.toml", text, list: Vec::new() };
    let mut ids = BTreeSet::new();
    for purpose in purposes.all() {
        let line = line_of(found.text, &format!("\"{}\"", purpose.id));
        let id = &purpose.id;
        found.require(
            plain_id(id),
            line,
            "ids",
            format!("purpose `{id}`: use lower-case letters, digits and `_`"),
        );
        found.require(
            ids.insert(id),
            line,
            "ids",
            format!("purpose `{id}` stands twice; choose another id"),
        );
        let objectable = purpose.legal_basis.starts_with("6(1)(e)")
            || purpose.legal_basis.starts_with("6(1)(f)");
        found.require(
            objectable,
            line,
            "purpose-basis",
            format!(
                "purpose `{id}` rests on `{}`; Art. 21 is about 6(1)(e) and 6(1)(f)",
                purpose.legal_basis
            ),
        );
        let worded = [&purpose.title, &purpose.words, &purpose.already_used]
            .iter()
            .all(|words| words.get("en").is_some_and(|text| !text.trim().is_empty()));
        found.require(worded, line, "purpose-words", format!("purpose `{id}` lacks `title.en`, `words.en` or `already_used.en`; say it in plain words"));
    }
    found.list
}

pub(super) fn datamap(map: &Datamap, text: &str) -> Vec<PolicyError> {
    let mut found = Findings { file: "datamap.toml", text, list: Vec::new() };
    let mut systems = BTreeSet::new();
    for system in &map.systems {
        let line = line_of(found.text, &format!("\"{}\"", system.id));
        found.require(
            plain_id(&system.id),
            line,
            "ids",
            format!("system `{}`: use lower-case letters, digits and `_`", system.id),
        );
        found.require(
            systems.insert(&system.id),
            line,
            "ids",
            format!("system `{}` stands twice; choose another id", system.id),
        );
        let mut datasets = BTreeSet::new();
        for dataset in &system.datasets {
            let line = line_of(found.text, &format!("\"{}\"", dataset.id));
            let id = &dataset.id;
            found.require(
                plain_id(id) && plain_id(&dataset.category),
                line,
                "ids",
                format!("dataset `{id}`: id and category are lower-case letters, digits and `_`"),
            );
            found.require(
                datasets.insert(id),
                line,
                "ids",
                format!("dataset `{id}` stands twice in its system; choose another id"),
            );
            let matched =
                dataset.matches.contains(":account") || dataset.matches.contains(":email");
            found.require(matched, line, "matches", format!("dataset `{id}`: `matches` names neither `:account` nor `:email`; it would hand out everybody's rows"));
            if let Erase::Keep(keep) = &dataset.erase {
                let named = matches!(
                    keep.ground.as_str(),
                    "17(3)(a)" | "17(3)(b)" | "17(3)(c)" | "17(3)(d)" | "17(3)(e)"
                );
                found.require(
                    named,
                    line,
                    "keep-ground",
                    format!(
                        "dataset `{id}` is kept on `{}`; Art. 17(3) knows (a) to (e)",
                        keep.ground
                    ),
                );
            }
        }
    }
    found.list
}

fn plain_id(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_lowercase())
        && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}
