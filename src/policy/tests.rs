use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::*;

use crate::domain::case::Outcome;
use crate::domain::excess::{
    Asked, Because, ChangeClass, Exclusion, Finding, Reviewable, Sensitivity, Threshold, Verdict,
    assess,
};
use crate::domain::history::{
    Answer, Earlier, Fate, Grounds, Identity, Service, Standing, Timeliness,
};
use crate::domain::id::Reference;
use crate::domain::right::{PurposeKind, Right, Scope};
use crate::domain::time::Instant;

use super::thresholds::Thresholds;
use super::{cases, load};

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
        service: Service::OnRequest,
    };
    let thresholds = shipped();
    assess(&asked, history, &[], thresholds.rule_for(Reviewable::Access, class), &thresholds.hash)
}

#[test]
fn the_shipped_policies_load_and_every_golden_case_holds() {
    let set =
        load::from_dir(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/policies")), "eu").unwrap();
    assert_eq!(set.thresholds.rules.len(), 18, "six rights and three classes");
    assert_eq!(set.regime, crate::domain::deadline::Regime::eu());
    let uk =
        load::from_dir(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/policies")), "uk").unwrap();
    assert_eq!(uk.regime, crate::domain::deadline::Regime::uk());
    let results = cases::run(&set.thresholds, CASES).unwrap();
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

fn texts() -> BTreeMap<String, String> {
    ["thresholds.toml", "purposes.toml", "datamap.toml", "regimes/eu.toml"]
        .map(|name| {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies").join(name);
            (name.to_owned(), std::fs::read_to_string(path).unwrap())
        })
        .into()
}

#[test]
fn a_broken_file_names_its_line_and_what_to_do() {
    let breakages = [
        ("thresholds.toml", "window_days = 90", "widow_days = 90", "did you mean `window_days`"),
        ("thresholds.toml", "kth = 3\n", "kth = \"three\"\n", "a whole number is needed"),
        ("thresholds.toml", "kth = 3\n", "kth = 1\n", "first request"),
        ("thresholds.toml", "kth = 3\n", "kth = 2\n", "looks earlier"),
        ("thresholds.toml", "window_days = 90", "window_days = 400", "shorten the window"),
        ("thresholds.toml", "window_days = 90", "window_days = 180", "looks earlier"),
        ("thresholds.toml", "sensitive_kth = 4", "sensitive_kth = 3", "looks earlier"),
        ("thresholds.toml", "sensitive_gap_days = 45", "sensitive_gap_days = 0", "looks earlier"),
        ("thresholds.toml", "sensitive_gap_days = 45", "sensitive_gap_days = 90", "looks earlier"),
        (
            "thresholds.toml",
            "id = \"access.static\"",
            "id = \"access.free_plan\"",
            "names a cohort",
        ),
        ("thresholds.toml", "id = \"access.static\"", "id = \"access.normal\"", "stands twice"),
        ("thresholds.toml", "kth = 3\n", "kth = 3\nplan = \"pro\"\n", "unknown field `plan`"),
        ("thresholds.toml", "\"flag_for_review\"", "\"refuse\"", "flag_for_review"),
        (
            "thresholds.toml",
            "pauses_clock = false",
            "pauses_clock = true",
            "never pauses the clock",
        ),
        ("thresholds.toml", "\"ai_training\", ", "", "`ai_training` is missing"),
        ("purposes.toml", "6(1)(f)", "6(1)(a)", "Art. 21"),
        ("purposes.toml", "kind = \"ai_training\"", "kind = \"training\"", "did you mean"),
        ("datamap.toml", "17(3)(b)", "17(3)(z)", "(a) to (e)"),
        ("datamap.toml", "matches = \"id = :account\"", "matches = \"1 = 1\"", "everybody's rows"),
        ("datamap.toml", "connector = \"sql\"", "connector = \"ftp\"", "sql"),
        ("regimes/eu.toml", "months = 1 ", "mnths = 1 ", "months"),
    ];
    for (file, whole, broken, expected) in breakages {
        let mut texts = texts();
        let text = texts[file].clone();
        assert!(text.contains(whole), "{file} holds `{whole}`");
        texts.insert(file.to_owned(), text.replacen(whole, broken, 1));
        let errors = load::from_texts(&texts, "regimes/eu.toml").unwrap_err();
        let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
        let said = said.join("\n");
        assert!(said.contains(expected), "{file}: `{broken}` gave {said}");
        assert!(
            errors.iter().all(|e| e.file == file && e.line > 0),
            "{file}: `{broken}` gave {said}"
        );
    }
}

#[test]
fn comments_and_order_do_not_change_the_hash_and_content_does() {
    let plain = super::hash::of("[a]\nx = 1\ny = 2\n").unwrap();
    assert_eq!(plain, super::hash::of("# why\n[a]\ny = 2\n\nx = 1 # so\n").unwrap());
    assert_ne!(plain, super::hash::of("[a]\nx = 1\ny = 3\n").unwrap());
    assert_ne!(plain, super::hash::of("[a]\nx = \"1\"\ny = 2\n").unwrap());
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

proptest! {
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
            sensitivity: Sensitivity::Ordinary, service: Service::OnRequest,
        };
        prop_assert!(!assess(&asked, &[], &[], Some(&rule), "p").asks_for_review());
    }
}
