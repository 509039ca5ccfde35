use std::path::Path;

use proptest::prelude::*;

use crate::domain::case::Outcome;
use crate::domain::change::{Change, resets};
use crate::domain::deadline::Regime;
use crate::domain::excess::{
    Asked, Because, ChangeClass, Detriment, Excluded, Exclusion, Finding, Reset, ResetKind,
    Reviewable, Sensitivity, Threshold, Verdict, assess,
};
use crate::domain::hint::{Hint, HintPack, HintRule, annotate};
use crate::domain::history::{
    Answer, Earlier, Fate, Grounds, Identity, Service, Standing, Timeliness,
};
use crate::domain::id::Reference;
use crate::domain::right::{PurposeKind, Right, Scope};
use crate::domain::time::Instant;

use super::difference::compare;
use super::explain::rhythm::{Rhythm, first_looked_at};
use super::language::Language;
use super::thresholds::Thresholds;
use super::{cases, explain, load};

const DAY: i64 = 86_400_000;
const THRESHOLDS: &str = include_str!("../../policies/thresholds.toml");
const CASES: &str = include_str!("../../policies/thresholds.cases.toml");

fn shipped() -> Thresholds {
    Thresholds::parse(THRESHOLDS).unwrap()
}

fn answered(n: u64, received_at: i64) -> Earlier {
    Earlier {
        case: Reference::new(n),
        right: Right::Access,
        scope: Scope::default(),
        received_at: Instant(received_at),
        identity: Identity::Verified,
        fate: Fate::Answered(Answer {
            at: Instant(received_at + 1),
            outcome: Outcome::Fulfilled,
            timeliness: Timeliness::OnTime,
            grounds: Grounds::None,
            service: Service::OnRequest,
            delivered: None,
            standing: Standing::Undisputed,
        }),
    }
}

fn access(history: &[Earlier], at: i64, class: ChangeClass) -> Finding {
    let scope = Scope::default();
    let asked = Asked {
        right: Reviewable::Access,
        scope: &scope,
        received_at: Instant(at),
        class,
        sensitivity: Sensitivity::Ordinary,
        detriment: Detriment::None,
        service: Service::OnRequest,
    };
    let thresholds = shipped();
    assess(&asked, history, &[], thresholds.rule_for(Reviewable::Access, class), &thresholds.hash)
}

#[test]
fn the_shipped_policies_load_and_every_golden_case_holds() {
    let load = |regime| {
        load::from_dir(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/policies")), regime).unwrap()
    };
    let set = load("eu");
    assert_eq!(set.thresholds.rules.len(), 18, "six rights and three classes");
    assert_eq!(set.regime, Regime::eu());
    assert_eq!(load("uk").regime, Regime::uk());
    assert_eq!(load("ch").regime, Regime::ch());
    let results = cases::run(&set.thresholds, "thresholds.cases.toml", CASES).unwrap();
    assert!(results.len() >= 10);
    for result in results {
        assert!(result.passed, "{}: expected {}, got {}", result.name, result.expected, result.got);
    }
}

#[test]
fn rights_without_a_flag_path_have_none() {
    use PurposeKind as K;
    for right in [Right::Restriction, Right::ConsentWithdrawal, Right::Other] {
        assert_eq!(Reviewable::of(right, &[]), None);
    }
    for kinds in [
        &[][..],
        &[K::DirectMarketing],
        &[K::AiTraining],
        &[K::LegitimateInterest, K::AiTraining],
        &[K::Research],
    ] {
        assert_eq!(Reviewable::of(Right::Objection, kinds), None, "{kinds:?}");
    }
    assert_eq!(
        Reviewable::of(Right::Objection, &[K::LegitimateInterest]),
        Some(Reviewable::OtherObjection)
    );
}

#[test]
fn the_window_is_closed_and_exact_to_the_millisecond() {
    let edge = 90 * DAY;
    let at = |first: i64| {
        access(&[answered(1, first), answered(2, edge - DAY)], edge, ChangeClass::Static)
    };
    assert_eq!(at(0).counted.len(), 2, "exactly ninety days before still counts");
    assert!(at(0).asks_for_review());
    let before = at(-1);
    assert_eq!(before.excluded[0].reason, Exclusion::OutsideWindow);
    assert!(!before.asks_for_review());
}

#[test]
fn monthly_access_to_a_chat_is_never_looked_at_in_a_year() {
    let mut history = Vec::new();
    for month in 0..12 {
        let at = month * 30 * DAY + DAY;
        assert!(!access(&history, at, ChangeClass::Dynamic).asks_for_review(), "month {month}");
        history.push(answered(u64::try_from(month).unwrap(), at));
    }
}

#[test]
fn self_service_is_never_looked_at() {
    let scope = Scope::default();
    let asked = Asked {
        right: Reviewable::Access,
        scope: &scope,
        received_at: Instant(10 * DAY),
        class: ChangeClass::Static,
        sensitivity: Sensitivity::Ordinary,
        detriment: Detriment::None,
        service: Service::SelfService,
    };
    let history: Vec<_> = (0..9).map(|n| answered(n, i64::try_from(n).unwrap() * DAY)).collect();
    let thresholds = shipped();
    let finding = assess(
        &asked,
        &history,
        &[],
        thresholds.rule_for(Reviewable::Access, ChangeClass::Static),
        "p",
    );
    assert_eq!(finding.verdict, Verdict::Ordinary { because: Because::SelfService });
}

#[test]
fn an_answer_that_left_something_unstated_is_excluded_and_no_policy_lists_that() {
    let mut history: Vec<_> =
        (0..9).map(|n| answered(n, i64::try_from(n).unwrap() * DAY)).collect();
    assert!(access(&history, 10 * DAY, ChangeClass::Static).asks_for_review());
    for earlier in &mut history {
        if let Fate::Answered(answer) = &mut earlier.fate {
            answer.grounds = Grounds::Unstated;
        }
    }
    let finding = access(&history, 10 * DAY, ChangeClass::Static);
    assert_eq!((finding.counted.len(), finding.excluded.len()), (0, 9));
    assert!(finding.excluded.iter().all(|one| one.reason == Exclusion::Unstated));
    assert_eq!(finding.verdict, Verdict::Ordinary { because: Because::Few });
    assert!(!super::thresholds::excludes().contains(&"unstated".to_owned()));
}

#[test]
fn comments_and_order_do_not_change_the_hash_and_content_does() {
    let plain = super::hash::of("[a]\nx = 1\ny = 2\n").unwrap();
    assert_eq!(plain, super::hash::of("# why\n[a]\ny = 2\n\nx = 1 # so\n").unwrap());
    assert_ne!(plain, super::hash::of("[a]\nx = 1\ny = 3\n").unwrap());
    assert_ne!(plain, super::hash::of("[a]\nx = \"1\"\ny = 2\n").unwrap());
}

#[test]
fn ten_thousand_requests_that_nobody_confirmed_change_nothing() {
    let own = [answered(1, 0), answered(2, DAY)];
    let mut flooded = own.to_vec();
    flooded.extend((0..10_000).map(|n| Earlier {
        identity: Identity::Unverified,
        ..answered(100 + n, i64::try_from(n).unwrap() * 100_000)
    }));
    for class in [ChangeClass::Static, ChangeClass::Normal, ChangeClass::Dynamic] {
        let (alone, named) = (access(&own, 20 * DAY, class), access(&flooded, 20 * DAY, class));
        assert_eq!((alone.verdict, alone.counted), (named.verdict, named.counted));
        assert!(named.excluded.iter().all(|e| e.reason == Exclusion::Unverified));
    }
}

#[test]
fn what_a_rule_means_is_worked_out_and_said_in_three_languages() {
    let thresholds = shipped();
    let means = |class: ChangeClass| {
        let rule = thresholds.rule_for(Reviewable::Access, class).unwrap();
        Rhythm::ALL.map(|rhythm| first_looked_at(rule, rhythm))
    };
    assert_eq!(means(ChangeClass::Static), [Some(3), Some(3), Some(3), None]);
    assert_eq!(means(ChangeClass::Normal), [Some(4), Some(4), Some(4), None]);
    assert_eq!(means(ChangeClass::Dynamic), [Some(5), Some(5), None, None]);
    let rule = thresholds.rule_for(Reviewable::Access, ChangeClass::Dynamic).unwrap();
    for (language, said) in [
        (Language::En, "weekly: from the fifth; monthly: never"),
        (Language::Fr, "hebdomadaires : à partir de la cinquième ; mensuelles : jamais"),
        (Language::De, "wöchentliche: ab dem fünften; monatliche: nie"),
    ] {
        assert!(explain::meaning(rule, language).contains(said), "{}", language.code());
        let page = explain::page(&thresholds, language);
        assert!(page.contains(&thresholds.hash));
        for rule in &thresholds.rules {
            assert!(page.contains(&format!("[{}]", rule.id)));
            let why = thresholds.record(&rule.id).unwrap().rationale.get(language.code()).unwrap();
            assert!(page.contains(why), "{} has its reason in {}", rule.id, language.code());
        }
    }
}

/// Every sentence that a finding can be told in.
fn told(language: Language) -> Vec<String> {
    let thresholds = shipped();
    let day = |n: i64| Instant(1_790_000_000_000 + n * DAY);
    let earlier: Vec<Earlier> = (1..=3).map(|n| answered(n, day(9 * n64(n)).0)).collect();
    let mut finding = access(&earlier, day(40).0, ChangeClass::Static);
    assert!(finding.asks_for_review());
    finding.excluded = Exclusion::ALL
        .into_iter()
        .zip(50..)
        .map(|(reason, n)| Excluded { case: Reference::new(n), reason })
        .collect();
    finding.resets = ResetKind::ALL.into_iter().map(|why| Reset { at: day(1), why }).collect();
    finding.hints =
        vec![Hint { pack: "abc".into(), id: "es.access".into(), seen: 2, window_days: 180 }];
    let mut lines = explain::finding_in(&finding, &thresholds, language);
    for because in [Because::NoRule, Because::SelfService, Because::Few, Because::Spaced] {
        let finding = Finding { verdict: Verdict::Ordinary { because }, ..finding.clone() };
        lines.extend(explain::finding_in(&finding, &thresholds, language).into_iter().take(1));
    }
    lines
}

fn n64(n: u64) -> i64 {
    i64::try_from(n).unwrap()
}

#[test]
fn explanations_in_every_language() {
    let thresholds = shipped();
    for language in Language::ALL {
        let page = explain::page(&thresholds, language).replace(&thresholds.hash, "[hash]");
        insta::assert_snapshot!(format!("page.{}", language.code()), page);
        let told = told(language).join("\n");
        insta::assert_snapshot!(format!("finding.{}", language.code()), told);
    }
}

#[test]
fn a_quarterly_rhythm_is_never_looked_at_where_the_window_is_a_quarter() {
    let thresholds = shipped();
    for rule in &thresholds.rules {
        assert_eq!(
            first_looked_at(rule, Rhythm::Quarterly).filter(|_| rule.window_days <= 90),
            None
        );
    }
}

#[test]
fn a_rule_that_was_superseded_is_a_record_and_applies_to_nothing() {
    let old = "\n[[rule]]\nid = \"access.static.2025\"\nright = \"access\"\nclass = \"static\"\nkth = 5\nwindow_days = 90\n\
        never_if_gap_days = 90\nsensitive_kth = 6\nsensitive_gap_days = 45\nsources = [\"x\"]\n\
        superseded_by = \"access.static\"\neffective_from = \"2025-01-01\"\n\
        rationale = { en = \"a\", fr = \"b\", de = \"c\" }\n";
    let thresholds = Thresholds::checked("t", &format!("{THRESHOLDS}{old}")).unwrap();
    assert_eq!(thresholds.rules.len(), 18);
    assert_eq!(thresholds.rule_for(Reviewable::Access, ChangeClass::Static).unwrap().kth, 3);
    let record = thresholds.record("access.static.2025").unwrap();
    assert_eq!(record.superseded_by.as_deref(), Some("access.static"));
    assert!(explain::page(&thresholds, Language::En).contains("`access.static` took its place"));
}

prop_compose! {
    fn figures()(kth in 2u32..8, window in 1u32..180, gap in 0u32..100, more in 0u32..3, less in 0u32..60) -> Threshold {
        Threshold {
            id: "r".into(), right: Reviewable::Access, class: ChangeClass::Static, kth, window_days: window,
            never_if_gap_days: gap, sensitive_kth: kth + more, sensitive_gap_days: gap.saturating_sub(less),
        }
    }
}

fn with_rule(rule: &Threshold) -> Thresholds {
    Thresholds { rules: vec![rule.clone()], records: Vec::new(), ..shipped() }
}

fn under(
    rule: &Threshold,
    history: &[Earlier],
    at: i64,
    sensitivity: Sensitivity,
    detriment: Detriment,
) -> Finding {
    let scope = Scope::default();
    let asked = Asked {
        right: rule.right,
        scope: &scope,
        received_at: Instant(at),
        class: rule.class,
        sensitivity,
        detriment,
        service: Service::OnRequest,
    };
    assess(&asked, history, &[], Some(rule), "p")
}

prop_compose! {
    fn history()(steps in prop::collection::vec((0i64..200 * DAY, 0u8..8), 0..12)) -> Vec<Earlier> {
        steps.into_iter().zip(0..).map(|((at, kind), n)| {
            let mut earlier = answered(n, at);
            match kind {
                0 => earlier.fate = Fate::Open,
                1 => earlier.fate = Fate::Merged,
                2 => earlier.identity = Identity::Unverified,
                3 => earlier.right = Right::Erasure,
                4 => earlier.scope.categories.extend(["x".to_owned()]),
                _ => {}
            }
            earlier
        }).collect()
    }
}

fn classes() -> impl Strategy<Value = ChangeClass> {
    prop_oneof![Just(ChangeClass::Static), Just(ChangeClass::Normal), Just(ChangeClass::Dynamic)]
}

fn sensitivities() -> impl Strategy<Value = Sensitivity> {
    prop_oneof![Just(Sensitivity::Ordinary), Just(Sensitivity::Sensitive)]
}

proptest! {
    #[test]
    fn what_is_called_not_stricter_never_has_anybody_looked_at_who_was_not(
        before in figures(), after in figures(), history in history(), at in 0i64..250 * DAY, sensitivity in sensitivities(),
    ) {
        let stricter = compare(&with_rule(&before), &with_rule(&after)).stricter;
        let looked_at = |rule: &Threshold| under(rule, &history, at, sensitivity, Detriment::None).asks_for_review();
        prop_assert!(stricter || !looked_at(&after) || looked_at(&before));
    }

    #[test]
    fn detriment_is_only_ever_kinder(rule in figures(), history in history(), at in 0i64..250 * DAY, sensitivity in sensitivities()) {
        let looked_at = |detriment| under(&rule, &history, at, sensitivity, detriment).asks_for_review();
        prop_assert!(looked_at(Detriment::None) || !looked_at(Detriment::Scoring));
        prop_assert_eq!(looked_at(Detriment::Scoring), looked_at(Detriment::Training));
    }

    #[test]
    fn one_more_counted_request_never_turns_a_flag_into_none_under_any_rule(
        rule in figures(), history in history(), at in 0i64..250 * DAY, extra in 0i64..250 * DAY, sensitivity in sensitivities(),
    ) {
        let before = under(&rule, &history, at, sensitivity, Detriment::Blocking);
        let mut more = history;
        more.push(answered(1_000, extra));
        let after = under(&rule, &more, at, sensitivity, Detriment::Blocking);
        prop_assert!(!before.asks_for_review() || after.asks_for_review());
    }

    #[test]
    fn a_declared_change_never_raises_a_flag(history in history(), at in 0i64..250 * DAY, changed in 0i64..250 * DAY, class in classes()) {
        let scope = Scope::default();
        let change = Change { seq: 1, why: ResetKind::Breach, at: Instant(changed), categories: std::collections::BTreeSet::new() };
        let declared = resets([&change], &scope, Instant(at));
        let asked = Asked {
            right: Reviewable::Access, scope: &scope, received_at: Instant(at), class, sensitivity: Sensitivity::Ordinary,
            detriment: Detriment::None, service: Service::OnRequest,
        };
        let thresholds = shipped();
        let after = assess(&asked, &history, &declared, thresholds.rule_for(Reviewable::Access, class), &thresholds.hash);
        prop_assert!(!after.asks_for_review() || access(&history, at, class).asks_for_review());
        prop_assert!(after.counted.len() <= access(&history, at, class).counted.len());
    }

    #[test]
    fn a_hint_changes_nothing_but_the_hints(history in history(), at in 0i64..250 * DAY, kth in 0u32..4, class in classes()) {
        let scope = Scope::default();
        let asked = Asked {
            right: Reviewable::Access, scope: &scope, received_at: Instant(at), class, sensitivity: Sensitivity::Ordinary,
            detriment: Detriment::None, service: Service::OnRequest,
        };
        let rule = HintRule { id: "h".into(), right: Reviewable::Access, kth, window_days: 180 };
        let plain = access(&history, at, class);
        let mut hinted = plain.clone();
        annotate(&mut hinted, &asked, &history, &[HintPack { hash: "p".into(), rules: vec![rule] }]);
        prop_assert!(hinted.hints.iter().all(|hint| hint.seen >= 2), "never on a first request");
        hinted.hints.clear();
        hinted.packs.clear();
        prop_assert_eq!(hinted, plain);
    }

    #[test]
    fn a_finding_is_the_same_bytes_after_being_stored(history in history(), at in 0i64..250 * DAY, class in classes()) {
        let finding = access(&history, at, class);
        let bytes = serde_json::to_string(&finding).unwrap();
        for name in ["detriment", "changes", "packs", "hints"] {
            prop_assert!(!bytes.contains(name), "what is not there is not written: {}", name);
        }
        let read: Finding = serde_json::from_str(&bytes).unwrap();
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), bytes);
    }

    #[test]
    fn the_order_of_the_history_changes_nothing(history in history(), at in 0i64..250 * DAY, class in classes()) {
        let mut reversed = history.clone();
        reversed.reverse();
        prop_assert_eq!(access(&history, at, class), access(&reversed, at, class));
    }

    #[test]
    fn moving_everything_in_time_changes_nothing(history in history(), at in 0i64..250 * DAY, by in -50 * DAY..50 * DAY, class in classes()) {
        let moved: Vec<Earlier> = history.iter().cloned().map(|mut e| {
            e.received_at.0 += by;
            if let Fate::Answered(answer) = &mut e.fate { answer.at.0 += by; }
            e
        }).collect();
        prop_assert_eq!(access(&history, at, class).verdict, access(&moved, at + by, class).verdict);
    }

    #[test]
    fn one_more_counted_request_never_turns_a_flag_into_none(history in history(), at in 0i64..250 * DAY, extra in 0i64..250 * DAY, class in classes()) {
        let before = access(&history, at, class);
        let mut more = history;
        more.push(answered(1_000, extra));
        let after = access(&more, at, class);
        if before.asks_for_review() {
            prop_assert!(after.asks_for_review());
        }
    }

    #[test]
    fn a_first_request_is_never_flagged_whatever_the_rule(kth in 0u32..3, window in 1u32..400, at in 0i64..DAY) {
        let scope = Scope::default();
        let rule = Threshold {
            id: "r".into(), right: Reviewable::Access, class: ChangeClass::Static, kth, window_days: window,
            never_if_gap_days: 0, sensitive_kth: kth, sensitive_gap_days: 0,
        };
        let asked = Asked {
            right: Reviewable::Access, scope: &scope, received_at: Instant(at), class: ChangeClass::Static,
            sensitivity: Sensitivity::Ordinary, detriment: Detriment::None, service: Service::OnRequest,
        };
        prop_assert!(!assess(&asked, &[], &[], Some(&rule), "p").asks_for_review());
    }
}
