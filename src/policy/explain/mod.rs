//! The thresholds in plain words, and a finding in sentences: for a DPO, or a judge.
//!
//! Start with [`page`]; what a rule means for somebody who asks weekly or monthly is not written down but worked out by
//! [`rhythm::first_looked_at`], with the same `assess` that the gateway uses. The sentences are those of
//! [`Explain`](crate::words::Explain).

pub mod rhythm;
mod say;

use crate::domain::excess::{Excluded, Exclusion, Finding, Threshold, Verdict};
use crate::words::Explain;

use super::language::Language;
use super::thresholds::Thresholds;

/// What a thresholds file means, in English.
pub fn thresholds(thresholds: &Thresholds) -> String {
    page(thresholds, Language::En)
}

/// What a thresholds file means.
pub fn page(thresholds: &Thresholds, language: Language) -> String {
    let mut paragraphs = vec![say::head(thresholds, language)];
    paragraphs.extend(say::preamble(language));
    for rule in &thresholds.rules {
        paragraphs.push(entry(rule, thresholds, language));
    }
    for record in &thresholds.records {
        if let Some(by) = &record.superseded_by {
            paragraphs.push(Explain(language).superseded(&record.id, by));
        }
    }
    paragraphs.join("\n\n")
}

/// Which thresholds they are: name, version and hash.
pub fn head(thresholds: &Thresholds, language: Language) -> String {
    say::head(thresholds, language)
}

/// What holds whatever the figures are, for everybody to read (P18).
pub fn promises(language: Language) -> [String; 3] {
    let say = Explain(language);
    [say.flag_does(), say.never_looked_at(), say.never_counts()]
}

fn entry(rule: &Threshold, thresholds: &Thresholds, language: Language) -> String {
    let mut lines = vec![say::rule(rule, language), format!("  {}", meaning(rule, language))];
    if let Some(record) = thresholds.record(&rule.id) {
        lines.push(format!("  {}", record.rationale.in_language(language)));
        lines.push(format!("  {}", Explain(language).sources(&record.sources.join("; "))));
    }
    lines.join("\n")
}

/// One rule in a sentence.
pub fn rule(rule: &Threshold, language: Language) -> String {
    say::rule(rule, language)
}

/// One rule in a sentence for the person whom it asked somebody to look at: without its id, which tells them nothing.
pub fn rule_in_words(rule: &Threshold, language: Language) -> String {
    let sentence = say::rule(rule, language);
    let id = format!("[{}] ", rule.id);
    sentence.strip_prefix(&id).map_or_else(|| sentence.clone(), str::to_owned)
}

/// What a rule means for somebody who asks for the same thing again and again.
pub fn meaning(rule: &Threshold, language: Language) -> String {
    say::meaning(rule, language)
}

/// A finding in sentences, in English.
pub fn finding(finding: &Finding, thresholds: &Thresholds) -> Vec<String> {
    finding_in(finding, thresholds, Language::En)
}

/// A finding in sentences: the conclusion, what counted, what did not and why, and what would have changed it.
pub fn finding_in(finding: &Finding, thresholds: &Thresholds, language: Language) -> Vec<String> {
    let words = Explain(language);
    let mut lines = vec![match &finding.verdict {
        Verdict::Review { seen, kth, window_days } => {
            say::conclusion(*seen, *kth, *window_days, language)
        }
        Verdict::Ordinary { because } => say::ordinary(*because, words),
    }];
    let applied = |rule: &&Threshold| Some(&rule.id) == finding.rule.as_ref();
    if let Some(rule) = thresholds.rules.iter().find(applied) {
        lines.push(words.the_rule(&say::rule(rule, language)));
    }
    for counted in &finding.counted {
        let when = say::when(counted.received_at, language);
        lines.push(words.counted(&counted.case.to_string(), &when));
    }
    for Excluded { case, reason } in &finding.excluded {
        lines.push(words.excluded(&case.to_string(), &say::reason(*reason, words)));
    }
    lines.extend(finding.resets.iter().map(|reset| say::reset(reset, language)));
    if let Verdict::Review { seen, kth, .. } = finding.verdict {
        lines.push(words.fewer(seen.saturating_add(1).saturating_sub(kth)));
    }
    lines.extend(finding.hints.iter().map(|hint| say::hint(hint, language)));
    lines
}

/// Why an earlier request did not count, in words.
pub fn reason(exclusion: Exclusion, language: Language) -> String {
    say::reason(exclusion, Explain(language))
}
