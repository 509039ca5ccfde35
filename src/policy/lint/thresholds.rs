//! Lints of the thresholds.

use std::collections::BTreeSet;

use crate::domain::excess::{ChangeClass, Reviewable};
use crate::domain::time::Day;
use crate::policy::PolicyError;
use crate::policy::shape::{COHORT_WORDS, NEVER};
use crate::policy::text::line_of;
use crate::policy::thresholds::{File, Head, Rule, SHAPE, Thresholds, counts, excludes, resets};

use super::{Findings, checked};

impl Thresholds {
    /// Reads a text and lints it: what is about to come into force.
    ///
    /// # Errors
    /// Every mistake.
    pub fn checked(file: &str, text: &str) -> Result<Self, Vec<PolicyError>> {
        Self::of(checked(file, text, SHAPE, look)?, text)
    }
}

fn look(file: &str, read: &File, text: &str) -> Vec<PolicyError> {
    let mut found = Findings { file, text, list: Vec::new() };
    head(&mut found, &read.policy);
    let never = line_of(text, "[never]");
    for kind in NEVER {
        let listed = read.never.kinds.iter().any(|listed| listed == kind);
        let what = format!("`{kind}` is missing; add it to `kinds`");
        found.require(listed, never, "never-complete", what);
    }
    let every = line_of(text, "[every_rule]");
    complete(&mut found, "every rule", every, "resets", read.every_rule.resets.as_ref(), &resets());
    complete(
        &mut found,
        "every rule",
        every,
        "excludes",
        read.every_rule.excludes.as_ref(),
        &excludes(),
    );
    let mut ids = BTreeSet::new();
    let mut places = BTreeSet::new();
    for spanned in &read.rule {
        let line = 1 + text.get(..spanned.span().start).unwrap_or_default().matches('\n').count();
        let rule = spanned.get_ref();
        let id = &rule.id;
        let what = format!("the id `{id}` stands twice; choose another");
        found.require(ids.insert(id), line, "one-rule", what);
        if rule.superseded_by.is_none() {
            let what = format!("rule `{id}` is the second for its right and class; remove one");
            found.require(places.insert((rule.right, rule.class)), line, "one-rule", what);
        }
        figures(&mut found, rule, line);
        record(&mut found, read, rule, line);
    }
    found.list
}

fn head(found: &mut Findings<'_>, head: &Head) {
    let text = found.text;
    found.require(
        !head.pauses_clock,
        line_of(text, "pauses_clock"),
        "pauses-clock",
        "a flag never pauses the clock; write `pauses_clock = false`".into(),
    );
    found.require(
        begins_with_a_day(&head.version),
        line_of(text, "version ="),
        "dates",
        format!("version `{}` does not begin with a day; write it as 2026-11-25", head.version),
    );
    if let Some(day) = &head.effective_from {
        let what = format!("`effective_from` is `{day}`, which is no day; write it as 2026-11-25");
        found.require(is_day(day), line_of(text, "effective_from"), "dates", what);
    }
    found.require(
        !head.owner.trim().is_empty(),
        line_of(text, "owner"),
        "owner",
        "nobody answers for the policy; write its `owner`".into(),
    );
    found.require(
        head.languages.iter().any(|language| language == "en"),
        line_of(text, "languages"),
        "languages",
        "`languages` lacks `en`; add it".into(),
    );
}

fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<Day>().is_ok()
}

fn begins_with_a_day(text: &str) -> bool {
    text.get(..10).is_some_and(is_day)
        && text.get(10..).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '-']))
}

fn complete(
    found: &mut Findings<'_>,
    whose: &str,
    line: usize,
    lint: &'static str,
    given: Option<&Vec<String>>,
    wanted: &[String],
) {
    let Some(given) = given else { return };
    for one in wanted.iter().filter(|one| !given.contains(one)) {
        let what = format!("{whose}: `{lint}` leaves out `{one}`; add it, it is not a setting");
        found.require(false, line, lint, what);
    }
    for one in given.iter().filter(|one| !wanted.contains(one)) {
        let what = format!("{whose}: `{lint}` has no `{one}`; use {}", wanted.join(", "));
        found.require(false, line, lint, what);
    }
}

fn record(found: &mut Findings<'_>, file: &File, rule: &Rule, line: usize) {
    let id = &rule.id;
    let whose = format!("rule `{id}`");
    let given = rule.counts.as_ref().or(file.every_rule.counts.as_ref());
    complete(found, &whose, line, "counts", given, &counts(rule.right));
    complete(found, &whose, line, "resets", rule.resets.as_ref(), &resets());
    complete(found, &whose, line, "excludes", rule.excludes.as_ref(), &excludes());
    let reasons = rule.rationale.get("en").is_some() && !rule.sources.is_empty();
    let what = format!(
        "rule `{id}` has no `rationale` or no `sources`; a rule without a reason cannot be defended, write both"
    );
    found.require(reasons, line, "reasons", what);
    for language in file.policy.languages.iter().filter(|language| *language != "en") {
        let what =
            format!("rule `{id}` has no `rationale.{language}`; say it in that language too");
        found.require(rule.rationale.get(language).is_some(), line, "languages", what);
    }
    let owned = rule.owner.as_ref().is_none_or(|owner| !owner.trim().is_empty());
    found.require(
        owned,
        line,
        "owner",
        format!("rule `{id}` has an empty `owner`; write who answers for it, or leave it out"),
    );
    if let Some(day) = &rule.effective_from {
        let policy = file.policy.effective_from.as_deref().unwrap_or_default();
        let what = format!(
            "rule `{id}`: `effective_from` is `{day}`; write a day that is not after the policy's own `{policy}`"
        );
        found.require(is_day(day) && day.as_str() <= policy, line, "dates", what);
    }
    if let Some(successor) = &rule.superseded_by {
        let stands = file.rule.iter().map(toml::Spanned::get_ref).any(|other| {
            other.id == *successor
                && other.id != *id
                && (other.right, other.class) == (rule.right, rule.class)
        });
        let what = format!(
            "rule `{id}` is superseded by `{successor}`, which is no other rule for the same right and class; name that one"
        );
        found.require(stands, line, "superseded", what);
    }
    let named = COHORT_WORDS.iter().find(|word| id.contains(**word));
    found.require(
        named.is_none(),
        line,
        "plan-blind",
        format!(
            "rule `{id}` names a cohort; rules see right, scope and time alone, choose another id"
        ),
    );
}

fn figures(found: &mut Findings<'_>, rule: &Rule, line: usize) {
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
    use ChangeClass as C;
    use Reviewable as R;
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
