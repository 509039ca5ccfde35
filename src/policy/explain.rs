//! The thresholds in plain words, and a finding in sentences: for a DPO, or a judge.

use std::fmt::Write as _;

use crate::domain::excess::{
    Because, ChangeClass, Exclusion, Finding, Reviewable, Threshold, Verdict,
};

use super::thresholds::Thresholds;

/// What a thresholds file means.
pub fn thresholds(thresholds: &Thresholds) -> String {
    let mut page = format!(
        "Thresholds `{}`, version {}, content hash {}.\n\n\
         What a flag does: it asks a human to look. It refuses nothing, prices nothing, delays nothing and changes no word \
         of any answer. A flag that nobody reviews in time closes as not excessive.\n\n\
         What is never looked at: a first request; objections to direct marketing and to AI training; signals of a browser; \
         withdrawn consent; restriction; and everything that is not one of the rights below.\n\n\
         What never counts: requests that were merged, withdrawn, answered late or in part, contested, not yet answered, \
         sent by somebody whom nobody has confirmed, about another right or another scope, or made before the data changed.\n\n",
        thresholds.id, thresholds.version, thresholds.hash
    );
    for (rule, rationale) in thresholds.rules.iter().zip(&thresholds.rationales) {
        let _ = writeln!(page, "{}\n  {}\n", sentence(rule), rationale);
    }
    page.trim_end().to_owned()
}

fn sentence(rule: &Threshold) -> String {
    let gap = match rule.never_if_gap_days {
        0 => String::new(),
        days => format!(", unless {days} days have passed since the last complete answer"),
    };
    let kinder = if rule.sensitive_kth > rule.kth {
        format!(" For sensitive data it is the {}.", ordinal(rule.sensitive_kth))
    } else {
        String::new()
    };
    format!(
        "[{}] {} about {} is looked at when it is at least the {} of its kind in {} days{gap}.{kinder}",
        rule.id,
        words(rule.right),
        class(rule.class),
        ordinal(rule.kth),
        rule.window_days,
    )
}

/// A finding in sentences: the conclusion, what counted, what did not and why, and what would have changed it.
pub fn finding(finding: &Finding, thresholds: &Thresholds) -> Vec<String> {
    let mut lines = vec![conclusion(finding)];
    if let Some(rule) = thresholds.rules.iter().find(|rule| Some(&rule.id) == finding.rule.as_ref())
    {
        lines.push(format!("The rule: {}", sentence(rule)));
    }
    for counted in &finding.counted {
        lines.push(format!("{} of {} counted.", counted.case, counted.received_at.rfc3339()));
    }
    for excluded in &finding.excluded {
        lines.push(format!("{} did not count: {}.", excluded.case, reason(excluded.reason)));
    }
    if let Verdict::Review { seen, kth, .. } = finding.verdict {
        let fewer = seen + 1 - kth;
        lines.push(format!(
            "With {fewer} earlier request{} less it would have been ordinary.",
            if fewer == 1 { "" } else { "s" }
        ));
    }
    lines
}

fn conclusion(finding: &Finding) -> String {
    match &finding.verdict {
        Verdict::Review { seen, kth, window_days } => format!(
            "This is the {} request of its kind in {window_days} days; from the {} on a human looks. The number alone shows nothing: intention would have to be shown.",
            ordinal(*seen),
            ordinal(*kth)
        ),
        Verdict::Ordinary { because } => match because {
            Because::NoRule => "Ordinary: there is no rule for this right and these data.".into(),
            Because::SelfService => {
                "Ordinary: the person can fetch these data alone at any time.".into()
            }
            Because::Few => "Ordinary: fewer than the rule's number.".into(),
            Because::Spaced => "Ordinary: long enough after the last complete answer.".into(),
        },
    }
}

fn words(right: Reviewable) -> &'static str {
    match right {
        Reviewable::Access => "An access request",
        Reviewable::Rectification => "A request to correct the same thing",
        Reviewable::Erasure => "A request to erase the same data",
        Reviewable::Portability => "A request to hand over the same data",
        Reviewable::OtherObjection => "An objection that was overridden with reasons",
        Reviewable::AutomatedDecisionReview => "A request to review the same decision",
    }
}

fn class(class: ChangeClass) -> &'static str {
    match class {
        ChangeClass::Static => "data that no longer change",
        ChangeClass::Normal => "data that change now and then",
        ChangeClass::Dynamic => "data that change often",
    }
}

/// Why an earlier request did not count, in words.
pub fn reason(exclusion: Exclusion) -> &'static str {
    match exclusion {
        Exclusion::OtherRight => "it was about another right",
        Exclusion::OtherScope => "it was about other data",
        Exclusion::OutsideWindow => "it lies outside the window",
        Exclusion::Unverified => "nobody had confirmed who asked",
        Exclusion::Merged => "it was answered together with an open one",
        Exclusion::Withdrawn => "it was taken back",
        Exclusion::Unanswered => "it has no answer yet",
        Exclusion::AnsweredLate => "it was answered late",
        Exclusion::Incomplete => "its answer was not complete",
        Exclusion::Unidentifiable => "the person could not be identified",
        Exclusion::Disputed => "the person contested the answer",
        Exclusion::PastFinding => {
            "it was refused or charged: a past finding is no input to a new one"
        }
        Exclusion::SelfService => "the person had fetched it alone",
        Exclusion::BeforeChange => "the data or the circumstances have changed since",
    }
}

fn ordinal(n: u32) -> String {
    let suffix = match (n % 10, n % 100) {
        (1, tens) if tens != 11 => "st",
        (2, tens) if tens != 12 => "nd",
        (3, tens) if tens != 13 => "rd",
        _ => "th",
    };
    format!("{n}{suffix}")
}
