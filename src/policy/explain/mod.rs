//! The thresholds in plain words, and a finding in sentences: for a DPO, or a judge. In English, French and German.
//!
//! Start with [`page`]; what a rule means for somebody who asks weekly or monthly is not written down but worked out by
//! [`rhythm::first_looked_at`], with the same `assess` that the gateway uses.

mod de;
mod en;
mod fr;
pub mod rhythm;

use crate::domain::excess::{
    Because, ChangeClass, Excluded, Exclusion, Finding, Reset, Reviewable, Threshold, Verdict,
};
use crate::domain::hint::Hint;

use super::language::Language;
use super::thresholds::{Record, Thresholds};

use rhythm::Rhythm;

/// The words of one language.
trait Tongue: Sync {
    fn head(&self, thresholds: &Thresholds) -> String;
    /// What a flag does, what is never looked at, what never counts, what makes a rule kinder; a paragraph each.
    fn preamble(&self) -> &'static [&'static str];
    fn rule(&self, rule: &Threshold) -> String;
    fn rhythm(&self, rhythm: Rhythm, first: Option<u32>) -> String;
    fn meaning(&self, rhythms: &str) -> String;
    fn superseded(&self, record: &Record, by: &str) -> String;
    fn sources(&self, sources: &str) -> String;
    fn conclusion(&self, seen: u32, kth: u32, window_days: u32) -> String;
    fn ordinary(&self, because: Because) -> &'static str;
    fn the_rule(&self, rule: &str) -> String;
    fn counted(&self, case: &str, received_at: &str) -> String;
    fn excluded(&self, case: &str, reason: &str) -> String;
    fn reason(&self, exclusion: Exclusion) -> &'static str;
    fn reset(&self, reset: &Reset) -> String;
    fn fewer(&self, fewer: u32) -> String;
    fn hint(&self, hint: &Hint) -> String;
    fn right(&self, right: Reviewable) -> &'static str;
    fn class(&self, class: ChangeClass) -> &'static str;
}

fn tongue(language: Language) -> &'static dyn Tongue {
    match language {
        Language::En => &en::English,
        Language::Fr => &fr::French,
        Language::De => &de::German,
    }
}

/// What a thresholds file means, in English.
pub fn thresholds(thresholds: &Thresholds) -> String {
    page(thresholds, Language::En)
}

/// What a thresholds file means.
pub fn page(thresholds: &Thresholds, language: Language) -> String {
    let tongue = tongue(language);
    let mut paragraphs = vec![tongue.head(thresholds)];
    paragraphs.extend(tongue.preamble().iter().map(|&text| text.to_owned()));
    for rule in &thresholds.rules {
        paragraphs.push(entry(rule, thresholds, language));
    }
    for record in &thresholds.records {
        if let Some(by) = &record.superseded_by {
            paragraphs.push(tongue.superseded(record, by));
        }
    }
    paragraphs.join("\n\n")
}

fn entry(rule: &Threshold, thresholds: &Thresholds, language: Language) -> String {
    let tongue = tongue(language);
    let mut lines = vec![tongue.rule(rule), format!("  {}", meaning(rule, language))];
    if let Some(record) = thresholds.record(&rule.id) {
        lines.push(format!("  {}", record.rationale.in_language(language)));
        lines.push(format!("  {}", tongue.sources(&record.sources.join("; "))));
    }
    lines.join("\n")
}

/// One rule in a sentence.
pub fn rule(rule: &Threshold, language: Language) -> String {
    tongue(language).rule(rule)
}

/// What a rule means for somebody who asks for the same thing again and again.
pub fn meaning(rule: &Threshold, language: Language) -> String {
    let tongue = tongue(language);
    let each = Rhythm::ALL
        .map(|rhythm| tongue.rhythm(rhythm, rhythm::first_looked_at(rule, rhythm)))
        .join("; ");
    tongue.meaning(&each)
}

/// A finding in sentences, in English.
pub fn finding(finding: &Finding, thresholds: &Thresholds) -> Vec<String> {
    finding_in(finding, thresholds, Language::En)
}

/// A finding in sentences: the conclusion, what counted, what did not and why, and what would have changed it.
pub fn finding_in(finding: &Finding, thresholds: &Thresholds, language: Language) -> Vec<String> {
    let tongue = tongue(language);
    let mut lines = vec![match &finding.verdict {
        Verdict::Review { seen, kth, window_days } => tongue.conclusion(*seen, *kth, *window_days),
        Verdict::Ordinary { because } => tongue.ordinary(*because).to_owned(),
    }];
    let applied = |rule: &&Threshold| Some(&rule.id) == finding.rule.as_ref();
    if let Some(rule) = thresholds.rules.iter().find(applied) {
        lines.push(tongue.the_rule(&tongue.rule(rule)));
    }
    for counted in &finding.counted {
        lines.push(tongue.counted(&counted.case.to_string(), &counted.received_at.rfc3339()));
    }
    for Excluded { case, reason } in &finding.excluded {
        lines.push(tongue.excluded(&case.to_string(), tongue.reason(*reason)));
    }
    lines.extend(finding.resets.iter().map(|reset| tongue.reset(reset)));
    if let Verdict::Review { seen, kth, .. } = finding.verdict {
        lines.push(tongue.fewer(seen.saturating_add(1).saturating_sub(kth)));
    }
    lines.extend(finding.hints.iter().map(|hint| tongue.hint(hint)));
    lines
}

/// Why an earlier request did not count, in words.
pub fn reason(exclusion: Exclusion) -> &'static str {
    tongue(Language::En).reason(exclusion)
}
