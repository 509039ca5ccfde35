//! English.

use crate::domain::excess::{
    Because, ChangeClass, Exclusion, Reset, ResetKind, Reviewable, Threshold,
};
use crate::domain::hint::Hint;
use crate::policy::thresholds::{Record, Thresholds};

use super::Tongue;
use super::rhythm::Rhythm;

pub(super) struct English;

impl Tongue for English {
    fn head(&self, thresholds: &Thresholds) -> String {
        let Thresholds { id, version, hash, owner, effective_from, .. } = thresholds;
        let mut head = format!("Thresholds `{id}`, version {version}, content hash {hash}.");
        if let Some(day) = effective_from {
            head += &format!(" Not in force before {day}.");
        }
        if !owner.is_empty() {
            head += &format!(" Who answers for them: {owner}.");
        }
        head
    }

    fn preamble(&self) -> &'static [&'static str] {
        &[
            "What a flag does: it asks a human to look. It refuses nothing, prices nothing, delays nothing and changes no word \
             of any answer. A flag that nobody reviews in time closes as not excessive.",
            "What is never looked at: a first request; objections to direct marketing and to AI training; signals of a browser; \
             withdrawn consent; restriction; and everything that is not one of the rights below.",
            "What never counts: requests that were merged, withdrawn, answered late or in part, contested, not yet answered, \
             sent by somebody whom nobody has confirmed, about another right or another scope (purpose, system, category or \
             period), or made before the data or the circumstances changed. Everybody is counted alone, whoever shares their \
             address, their lawyer or their words.",
            "What makes a rule kinder: sensitive data, by the figures below; processing that can harm the person (training, \
             scoring, blocking) adds one more request and halves the days; where both are there, one after the other.",
        ]
    }

    fn rule(&self, rule: &Threshold) -> String {
        let gap = match rule.never_if_gap_days {
            0 => String::new(),
            days => format!(", unless {days} days have passed since the last complete answer"),
        };
        let kinder = match (rule.sensitive_kth > rule.kth, rule.sensitive_gap_days) {
            (false, _) => String::new(),
            (true, 0) => format!(" For sensitive data it is the {}.", ordinal(rule.sensitive_kth)),
            (true, days) => {
                format!(
                    " For sensitive data it is the {}, and {days} days.",
                    ordinal(rule.sensitive_kth)
                )
            }
        };
        format!(
            "[{}] {} about {} is looked at when it is at least the {} of its kind in {} days{gap}.{kinder}",
            rule.id,
            self.right(rule.right),
            self.class(rule.class),
            ordinal(rule.kth),
            rule.window_days,
        )
    }

    fn rhythm(&self, rhythm: Rhythm, first: Option<u32>) -> String {
        let name = match rhythm {
            Rhythm::Daily => "daily requests",
            Rhythm::Weekly => "weekly",
            Rhythm::Monthly => "monthly",
            Rhythm::Quarterly => "quarterly",
        };
        match first {
            Some(n) => format!("{name}: from the {}", in_words(n)),
            None => format!("{name}: never"),
        }
    }

    fn meaning(&self, rhythms: &str) -> String {
        format!("What it means, when all are answered completely and in time: {rhythms}.")
    }

    fn superseded(&self, record: &Record, by: &str) -> String {
        format!("[{}] applies to nothing any more: `{by}` took its place.", record.id)
    }

    fn sources(&self, sources: &str) -> String {
        format!("Sources: {sources}")
    }

    fn conclusion(&self, seen: u32, kth: u32, window_days: u32) -> String {
        format!(
            "This is the {} request of its kind in {window_days} days; from the {} on a human looks. The number alone shows nothing: intention would have to be shown.",
            ordinal(seen),
            ordinal(kth)
        )
    }

    fn ordinary(&self, because: Because) -> &'static str {
        match because {
            Because::NoRule => "Ordinary: there is no rule for this right and these data.",
            Because::SelfService => "Ordinary: the person can fetch these data alone at any time.",
            Because::Few => "Ordinary: fewer than the rule's number.",
            Because::Spaced => "Ordinary: long enough after the last complete answer.",
        }
    }

    fn the_rule(&self, rule: &str) -> String {
        format!("The rule: {rule}")
    }

    fn counted(&self, case: &str, received_at: &str) -> String {
        format!("{case} of {received_at} counted.")
    }

    fn excluded(&self, case: &str, reason: &str) -> String {
        format!("{case} did not count: {reason}.")
    }

    fn reason(&self, exclusion: Exclusion) -> &'static str {
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

    fn reset(&self, reset: &Reset) -> String {
        let what = match reset.why {
            ResetKind::NewData => "the data had changed",
            ResetKind::NewPurpose => "there was a new purpose",
            ResetKind::NewRecipient => "there was a new recipient",
            ResetKind::Breach => "there was a breach",
            ResetKind::TermsChange => "the terms changed",
            ResetKind::ObjectionOutcome => "an objection was decided",
            ResetKind::LegalProceedings => "proceedings began",
        };
        format!("On {} {what}: what was asked before that does not count.", reset.at.rfc3339())
    }

    fn fewer(&self, fewer: u32) -> String {
        let plural = if fewer == 1 { "" } else { "s" };
        format!("With {fewer} earlier request{plural} less it would have been ordinary.")
    }

    fn hint(&self, hint: &Hint) -> String {
        format!(
            "Hint `{}`: this is the {} in {} days. It changes nothing; whether there is a legitimate cause is for the reviewer to find out, without asking the person.",
            hint.id,
            ordinal(hint.seen),
            hint.window_days
        )
    }

    fn right(&self, right: Reviewable) -> &'static str {
        match right {
            Reviewable::Access => "An access request",
            Reviewable::Rectification => "A request to correct the same thing",
            Reviewable::Erasure => "A request to erase the same data",
            Reviewable::Portability => "A request to hand over the same data",
            Reviewable::OtherObjection => "An objection that was overridden with reasons",
            Reviewable::AutomatedDecisionReview => "A request to review the same decision",
        }
    }

    fn class(&self, class: ChangeClass) -> &'static str {
        match class {
            ChangeClass::Static => "data that no longer change",
            ChangeClass::Normal => "data that change now and then",
            ChangeClass::Dynamic => "data that change often",
        }
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

fn in_words(n: u32) -> String {
    let words = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    let at = usize::try_from(n).unwrap_or_default().checked_sub(1);
    at.and_then(|at| words.get(at)).map_or_else(|| ordinal(n), |&word| word.to_owned())
}
