use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::*;

use crate::domain::case::Outcome;
use crate::domain::excess::{
    Asked, Because, ChangeClass, Detriment, Exclusion, Finding, Reviewable, Sensitivity, Threshold,
    Verdict, assess,
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
        detriment: Detriment::None,
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

fn texts() -> BTreeMap<String, String> {
    ["thresholds.toml", "purposes.toml", "datamap.toml", "regimes/eu.toml"]
        .map(|name| {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies").join(name);
            (name.to_owned(), std::fs::read_to_string(path).unwrap())
        })
        .into()
}

/// A file with a part of it replaced, and the mistakes that it then has.
fn broken(file: &str, whole: &str, by: &str) -> Vec<super::PolicyError> {
    let mut texts = texts();
    let text = texts[file].clone();
    assert!(text.contains(whole), "{file} holds `{whole}`");
    texts.insert(file.to_owned(), text.replacen(whole, by, 1));
    load::from_texts(&texts, "regimes/eu.toml").unwrap_err()
}

#[test]
fn a_broken_file_names_its_line_its_lint_and_what_to_do() {
    let cases = [
        (
            "thresholds.toml",
            "window_days = 90",
            "widow_days = 90",
            "unknown-key",
            "did you mean `window_days`",
        ),
        (
            "thresholds.toml",
            "kth = 3\n",
            "kth = \"three\"\n",
            "wrong-type",
            "a whole number is needed",
        ),
        ("thresholds.toml", "kth = 3\n", "kth = 1\n", "first-request", "write 2 or more"),
        ("thresholds.toml", "kth = 3\n", "kth = 2\n", "stricter", "looks earlier"),
        ("thresholds.toml", "kth = 3\n", "", "missing-key", "has no `kth`; add it"),
        (
            "thresholds.toml",
            "window_days = 90",
            "window_days = 400",
            "window",
            "shorten the window",
        ),
        ("thresholds.toml", "window_days = 90", "window_days = 180", "stricter", "looks earlier"),
        ("thresholds.toml", "sensitive_kth = 4", "sensitive_kth = 3", "stricter", "looks earlier"),
        ("thresholds.toml", "sensitive_kth = 4", "sensitive_kth = 2", "sensitive", "raise it"),
        (
            "thresholds.toml",
            "sensitive_gap_days = 45",
            "sensitive_gap_days = 0",
            "stricter",
            "looks earlier",
        ),
        (
            "thresholds.toml",
            "sensitive_gap_days = 45",
            "sensitive_gap_days = 91",
            "sensitive",
            "shorten it",
        ),
        (
            "thresholds.toml",
            "id = \"access.static\"",
            "id = \"access.free_plan\"",
            "plan-blind",
            "names a cohort",
        ),
        (
            "thresholds.toml",
            "id = \"access.static\"",
            "id = \"access.normal\"",
            "one-rule",
            "stands twice",
        ),
        (
            "thresholds.toml",
            "class = \"normal\"",
            "class = \"static\"",
            "one-rule",
            "second for its right",
        ),
        ("thresholds.toml", "kth = 3\n", "kth = 3\nplan = \"pro\"\n", "plan-blind", "never a plan"),
        ("thresholds.toml", "kth = 3\n", "kth = 3\nprice_max = 3\n", "plan-blind", "remove it"),
        (
            "thresholds.toml",
            "kth = 3\n",
            "kth = 3\nip_address = \"x\"\n",
            "plan-blind",
            "an address",
        ),
        ("thresholds.toml", "kth = 3\n", "kth = 3\nperson = \"x\"\n", "plan-blind", "a person"),
        ("thresholds.toml", "\"flag_for_review\"", "\"refuse\"", "action", "asks a human to look"),
        (
            "thresholds.toml",
            "right = \"access\"",
            "right = \"ai_training\"",
            "no-rule",
            "no rule on `ai_training`",
        ),
        (
            "thresholds.toml",
            "right = \"access\"",
            "right = \"direct_marketing\"",
            "no-rule",
            "no rule on",
        ),
        (
            "thresholds.toml",
            "right = \"access\"",
            "right = \"consent_withdrawal\"",
            "no-rule",
            "no rule on",
        ),
        (
            "thresholds.toml",
            "right = \"access\"",
            "right = \"restriction\"",
            "no-rule",
            "no rule on",
        ),
        (
            "thresholds.toml",
            "right = \"access\"",
            "right = \"automated_signal\"",
            "no-rule",
            "no rule on",
        ),
        ("thresholds.toml", "right = \"access\"", "right = \"objection\"", "no-rule", "no rule on"),
        (
            "thresholds.toml",
            "right = \"access\"",
            "right = \"acess\"",
            "unknown-word",
            "did you mean `access`",
        ),
        (
            "thresholds.toml",
            "pauses_clock = false",
            "pauses_clock = true",
            "pauses-clock",
            "never pauses the clock",
        ),
        ("thresholds.toml", "\"ai_training\", ", "", "never-complete", "`ai_training` is missing"),
        ("thresholds.toml", "\"breach\", ", "", "resets", "leaves out `breach`"),
        ("thresholds.toml", "\"unverified\", ", "", "excludes", "leaves out `unverified`"),
        (
            "thresholds.toml",
            "counts = [\"answered_complete_on_time_free\"]",
            "counts = [\"answered_late\"]",
            "counts",
            "answered_complete_on_time_free",
        ),
        (
            "thresholds.toml",
            "version = \"2026-11-25\"",
            "version = \"two\"",
            "dates",
            "does not begin with a day",
        ),
        (
            "thresholds.toml",
            "effective_from = \"2026-11-24\"",
            "effective_from = \"soon\"",
            "dates",
            "is no day",
        ),
        (
            "thresholds.toml",
            "owner = \"Data protection officer\"",
            "owner = \" \"",
            "owner",
            "nobody answers",
        ),
        (
            "thresholds.toml",
            "fr = \"Des données simplement",
            "# fr = \"",
            "languages",
            "has no `rationale.fr`",
        ),
        (
            "thresholds.toml",
            "kth = 3\n",
            "kth = 3\nsuperseded_by = \"none\"\n",
            "superseded",
            "no other rule",
        ),
        (
            "thresholds.toml",
            "sources = [\"C-416/23:47,50,59\", \"EDPB-01/2022:reasonable-interval\", \"Rb-Gelderland:5.3.2\", \"Saxony-2022:quarterly\"]",
            "sources = []",
            "reasons",
            "write both",
        ),
        ("thresholds.toml", "[never]", "[never", "syntax", "mend the line"),
        ("purposes.toml", "6(1)(f)", "6(1)(a)", "purpose-basis", "Art. 21"),
        (
            "purposes.toml",
            "kind = \"ai_training\"",
            "kind = \"training\"",
            "unknown-word",
            "did you mean",
        ),
        (
            "purposes.toml",
            "en = \"Training of our AI models\"",
            "en = \"\"",
            "purpose-words",
            "lacks `title.en`",
        ),
        ("datamap.toml", "17(3)(b)", "17(3)(z)", "keep-ground", "(a) to (e)"),
        ("datamap.toml", "erase = \"keep\"", "erase = \"delete\"", "keep-ground", "is not `keep`"),
        (
            "datamap.toml",
            "matches = \"id = :account\"",
            "matches = \"1 = 1\"",
            "matches",
            "everybody's rows",
        ),
        ("datamap.toml", "connector = \"sql\"", "connector = \"ftp\"", "unknown-word", "sql"),
        ("datamap.toml", "sensitive = false", "sensitive = \"no\"", "wrong-type", "true or false"),
        ("datamap.toml", "id = \"messages\"", "id = \"Messages\"", "ids", "lower-case"),
        ("regimes/eu.toml", "months = 1 ", "mnths = 1 ", "unknown-key", "months"),
    ];
    for (file, whole, by, lint, expected) in cases {
        let errors = broken(file, whole, by);
        let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
        let said = said.join("\n");
        let hit = errors.iter().any(|e| e.lint == lint && e.what.contains(expected));
        assert!(hit, "{file}: `{by}` gave {said}");
        for error in &errors {
            assert!(error.file == file && error.line > 0, "{file}: `{by}` gave {said}");
            assert!(super::lint::lint(error.lint).is_some(), "`{}` has a page", error.lint);
            assert!(error.to_string().ends_with(&format!("[{}]", error.lint)));
        }
    }
}

#[test]
fn all_mistakes_of_a_file_are_told_at_once_each_with_its_line() {
    let mut texts = texts();
    let text = texts["thresholds.toml"]
        .replacen("kth = 3\n", "kth = \"three\"\n", 1)
        .replacen("class = \"normal\"", "clas = \"normal\"", 1)
        .replacen("\"flag_for_review\"", "\"refuse\"", 1);
    texts.insert("thresholds.toml".into(), text.clone());
    texts.insert("datamap.toml".into(), texts["datamap.toml"].replacen("\"sql\"", "7", 1));
    let errors = load::from_texts(&texts, "regimes/eu.toml").unwrap_err();
    let lints: Vec<&str> = errors.iter().map(|error| error.lint).collect();
    assert_eq!(lints, ["action", "wrong-type", "missing-key", "unknown-key", "wrong-type"]);
    let line_of = |piece: &str| text.lines().position(|line| line.contains(piece)).unwrap() + 1;
    assert_eq!(errors[0].line, line_of("\"refuse\""));
    assert_eq!(errors[1].line, line_of("kth = \"three\""));
    assert_eq!(errors[3].line, line_of("clas ="));
}

#[test]
fn a_file_that_was_in_force_before_later_keys_came_can_still_be_read() {
    let old = "[policy]\nid = \"p\"\nversion = \"2026-01-01\"\neffect = \"flag_for_review\"\n\
        on_reviewer_silence = \"not_excessive\"\npauses_clock = false\n[never]\nkinds = []\n[[rule]]\nid = \"r\"\n\
        right = \"access\"\nclass = \"static\"\nkth = 3\nwindow_days = 90\nnever_if_gap_days = 90\nsensitive_kth = 4\n\
        sensitive_gap_days = 45\nrationale = \"why\"\nsources = [\"x\"]\n";
    let read = Thresholds::parse(old).unwrap();
    assert_eq!(read.rules.len(), 1);
    assert_eq!(read.records[0].rationale.get("en"), Some("why"));
    assert!(Thresholds::checked("old.toml", old).is_err(), "but it may not come into force again");
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
            sensitivity: Sensitivity::Ordinary, detriment: Detriment::None, service: Service::OnRequest,
        };
        prop_assert!(!assess(&asked, &[], &[], Some(&rule), "p").asks_for_review());
    }
}
