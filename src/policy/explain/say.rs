//! Which words there are for what the law and the thresholds know.

use crate::domain::excess::{
    Because, ChangeClass, Exclusion, Reset, ResetKind, Reviewable, Threshold,
};
use crate::domain::hint::Hint;
use crate::domain::time::Instant;
use crate::policy::thresholds::Thresholds;
use crate::words::{self, Explain, Language, Local};

use super::rhythm::{Rhythm, first_looked_at};

/// The window is exact to the moment; whoever reads this has no calendar at hand.
pub(super) fn when(at: Instant, language: Language) -> String {
    words::moment(language, at.utc(), "UTC")
}

fn nth(language: Language, n: u32) -> String {
    Local(language).ordinal(n)
}

pub(super) fn head(thresholds: &Thresholds, language: Language) -> String {
    let say = Explain(language);
    let Thresholds { id, version, hash, owner, effective_from, .. } = thresholds;
    let mut sentences = vec![say.head(id, version, hash)];
    sentences.extend(effective_from.map(|day| say.not_before(&words::day(language, day))));
    if !owner.is_empty() {
        sentences.push(say.owner(owner));
    }
    sentences.join(" ")
}

/// What a flag does, what is never looked at, what never counts, what makes a rule kinder; a paragraph each.
pub(super) fn preamble(language: Language) -> [String; 4] {
    let say = Explain(language);
    [say.flag_does(), say.never_looked_at(), say.never_counts(), say.kinder()]
}

pub(super) fn rule(rule: &Threshold, language: Language) -> String {
    let say = Explain(language);
    let mut sentence = say.rule(
        &rule.id,
        &right(rule.right, say),
        &class(rule.class, say),
        &nth(language, rule.kth),
        rule.window_days,
        rule.never_if_gap_days,
    );
    if rule.sensitive_kth > rule.kth {
        let kinder = say.sensitive(&nth(language, rule.sensitive_kth), rule.sensitive_gap_days);
        sentence = format!("{sentence} {kinder}");
    }
    sentence
}

pub(super) fn meaning(rule: &Threshold, language: Language) -> String {
    let say = Explain(language);
    let [daily, weekly, monthly, quarterly] =
        Rhythm::ALL.map(|rhythm| match first_looked_at(rule, rhythm) {
            Some(n) => say.from_nth(n, &nth(language, n)),
            None => say.never(),
        });
    say.meaning(&daily, &weekly, &monthly, &quarterly)
}

pub(super) fn conclusion(seen: u32, kth: u32, window_days: u32, language: Language) -> String {
    Explain(language).conclusion(&nth(language, seen), &nth(language, kth), window_days)
}

pub(super) fn ordinary(because: Because, say: Explain) -> String {
    match because {
        Because::NoRule => say.ordinary_no_rule(),
        Because::SelfService => say.ordinary_self_service(),
        Because::Few => say.ordinary_few(),
        Because::Spaced => say.ordinary_spaced(),
    }
}

pub(super) fn reason(exclusion: Exclusion, say: Explain) -> String {
    match exclusion {
        Exclusion::OtherRight => say.not_other_right(),
        Exclusion::OtherScope => say.not_other_scope(),
        Exclusion::OutsideWindow => say.not_outside_window(),
        Exclusion::Unverified => say.not_unverified(),
        Exclusion::Merged => say.not_merged(),
        Exclusion::Withdrawn => say.not_withdrawn(),
        Exclusion::Unanswered => say.not_unanswered(),
        Exclusion::AnsweredLate => say.not_answered_late(),
        Exclusion::Incomplete => say.not_incomplete(),
        Exclusion::Unstated => say.not_unstated(),
        Exclusion::Unidentifiable => say.not_unidentifiable(),
        Exclusion::Disputed => say.not_disputed(),
        Exclusion::PastFinding => say.not_past_finding(),
        Exclusion::SelfService => say.not_self_service(),
        Exclusion::BeforeChange => say.not_before_change(),
    }
}

pub(super) fn reset(reset: &Reset, language: Language) -> String {
    let say = Explain(language);
    let day = when(reset.at, language);
    match reset.why {
        ResetKind::NewData => say.reset_new_data(&day),
        ResetKind::NewPurpose => say.reset_new_purpose(&day),
        ResetKind::NewRecipient => say.reset_new_recipient(&day),
        ResetKind::Breach => say.reset_breach(&day),
        ResetKind::TermsChange => say.reset_terms_change(&day),
        ResetKind::ObjectionOutcome => say.reset_objection_outcome(&day),
        ResetKind::LegalProceedings => say.reset_legal_proceedings(&day),
    }
}

pub(super) fn hint(hint: &Hint, language: Language) -> String {
    Explain(language).hint(&hint.id, &nth(language, hint.seen), hint.window_days)
}

fn right(right: Reviewable, say: Explain) -> String {
    match right {
        Reviewable::Access => say.right_access(),
        Reviewable::Rectification => say.right_rectification(),
        Reviewable::Erasure => say.right_erasure(),
        Reviewable::Portability => say.right_portability(),
        Reviewable::OtherObjection => say.right_other_objection(),
        Reviewable::AutomatedDecisionReview => say.right_automated_decision_review(),
    }
}

fn class(class: ChangeClass, say: Explain) -> String {
    match class {
        ChangeClass::Static => say.class_static(),
        ChangeClass::Normal => say.class_normal(),
        ChangeClass::Dynamic => say.class_dynamic(),
    }
}
