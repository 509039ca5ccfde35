//! What a policy file may not say, and how that is told.

use std::collections::BTreeMap;
use std::path::Path;

use habeas::policy::costs::Costs;
use habeas::policy::thresholds::Thresholds;
use habeas::policy::{PolicyError, lint, load};

fn texts() -> BTreeMap<String, String> {
    ["thresholds.toml", "purposes.toml", "datamap.toml", "regimes/eu.toml"]
        .map(|name| {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies").join(name);
            (name.to_owned(), std::fs::read_to_string(path).unwrap())
        })
        .into()
}

/// File, what stands there, what is written instead, the lint, and what it says.
const BREAKAGES: [(&str, &str, &str, &str, &str); 55] = [
    (
        "thresholds.toml",
        "window_days = 90",
        "widow_days = 90",
        "unknown-key",
        "did you mean `window_days`",
    ),
    ("thresholds.toml", "kth = 3\n", "kth = \"three\"\n", "wrong-type", "a whole number is needed"),
    ("thresholds.toml", "kth = 3\n", "kth = 1\n", "first-request", "write 2 or more"),
    ("thresholds.toml", "kth = 3\n", "kth = 2\n", "stricter", "looks earlier"),
    ("thresholds.toml", "kth = 3\n", "", "missing-key", "has no `kth`; add it"),
    ("thresholds.toml", "window_days = 90", "window_days = 400", "window", "shorten the window"),
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
    (
        "thresholds.toml",
        "[rule.rationale]\n",
        "[rule.rationale]\nplan = \"pro\"\n",
        "plan-blind",
        "never a plan",
    ),
    (
        "thresholds.toml",
        "[rule.rationale]\n",
        "[rule.rationale]\nkth = \"3\"\n",
        "unknown-key",
        "no language code",
    ),
    ("thresholds.toml", "kth = 3\n", "kth = 3\nprice_max = 3\n", "plan-blind", "remove it"),
    ("thresholds.toml", "kth = 3\n", "kth = 3\nip_address = \"x\"\n", "plan-blind", "an address"),
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
    ("thresholds.toml", "right = \"access\"", "right = \"restriction\"", "no-rule", "no rule on"),
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
    ("purposes.toml", "6(1)(f)", "6(1)(b)", "purpose-basis", "Art. 21"),
    ("purposes.toml", "6(1)(f)", "6(1)(a)", "purpose-basis", "kind = \"consent\""),
    (
        "purposes.toml",
        "kind = \"ai_training\"",
        "kind = \"consent\"",
        "purpose-basis",
        "consent is Art. 6(1)(a)",
    ),
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
        "names nobody",
    ),
    ("datamap.toml", "connector = \"sql\"", "connector = \"ftp\"", "unknown-word", "sql"),
    ("datamap.toml", "sensitive = false", "sensitive = \"no\"", "wrong-type", "true or false"),
    ("datamap.toml", "id = \"messages\"", "id = \"Messages\"", "ids", "lower-case"),
    (
        "datamap.toml",
        "legal_basis = \"6(1)(b)\"",
        "legal_base = \"6(1)(b)\"",
        "unknown-key",
        "did you mean `legal_basis`",
    ),
    ("datamap.toml", "transfers = []", "transfers = \"none\"", "wrong-type", "one table for each"),
    ("datamap.toml", "purposes = [\"marketing_email\"]", "purposes = [7]", "wrong-type", "text"),
    ("regimes/eu.toml", "months = 1 ", "mnths = 1 ", "unknown-key", "months"),
];

/// What stands in the shipped map, what is written instead, the fact that is unstated then, and of which dataset.
const UNSTATED: [(&str, &str, &str, &str); 12] = [
    ("purposes = [\"marketing_email\"]\n", "", "fact-purposes", "newsletter_settings"),
    ("purposes = [\"marketing_email\"]", "purposes = []", "fact-purposes", "newsletter_settings"),
    ("[\"marketing_email\"]", "[\"marketing_mail\"]", "fact-purposes", "newsletter_settings"),
    ("legal_basis = \"6(1)(c)\"\n", "", "fact-legal-basis", "invoices"),
    ("legal_basis = \"6(1)(c)\"", "legal_basis = \"6(1)(z)\"", "fact-legal-basis", "invoices"),
    ("Cabinet Lenoir, Nancy (accountants)", "", "fact-recipients", "invoices"),
    ("source.en = \"We wrote", "source.it = \"We wrote", "fact-source", "invoices"),
    ("retention.en = \"Ten years from", "retention.it = \"Ten", "fact-retention", "invoices"),
    ("transfers = []\n", "", "fact-transfers", "messages"),
    ("en = \"United States of America\"", "en = \" \"", "fact-transfers", "support_tickets"),
    ("automated_decisions = []\n", "", "fact-automated-decisions", "messages"),
    (
        "automated_decisions = []\n",
        "automated_decisions = [{ logic = \"a score\", significance = \"\", consequences = \"none\" }]\n",
        "fact-automated-decisions",
        "messages",
    ),
];

#[test]
fn a_fact_that_people_are_to_be_told_and_the_map_leaves_out_is_named_and_stops_no_start() {
    let shipped = load::from_texts(&texts(), "regimes/eu.toml").unwrap();
    assert_eq!(lint::unstated("datamap.toml", &shipped), []);
    for (whole, by, lint, dataset) in UNSTATED {
        let mut texts = texts();
        assert!(texts["datamap.toml"].contains(whole), "{whole}");
        let text = texts["datamap.toml"].replacen(whole, by, 1);
        texts.insert("datamap.toml".into(), text.clone());
        let policies = load::from_texts(&texts, "regimes/eu.toml").unwrap();
        let found = lint::unstated("datamap.toml", &policies);
        let [one] = found.as_slice() else { panic!("`{by}` gave {found:?}") };
        assert_eq!(one.lint, lint, "{one}");
        assert!(one.what.contains(&format!("`chat.{dataset}`")), "{one}");
        let id = format!("id = \"{dataset}\"");
        assert_eq!(text.lines().position(|line| line == id), Some(one.line - 1), "{one}");
        assert!(lint::lint(one.lint).is_some(), "`{}` has a page", one.lint);
    }
}

/// A file with a part of it replaced, and the mistakes that it then has.
fn broken(file: &str, whole: &str, by: &str) -> Vec<PolicyError> {
    let mut texts = texts();
    let text = texts[file].clone();
    assert!(text.contains(whole), "{file} holds `{whole}`");
    texts.insert(file.to_owned(), text.replacen(whole, by, 1));
    load::from_texts(&texts, "regimes/eu.toml").unwrap_err()
}

#[test]
fn a_broken_file_names_its_line_its_lint_and_what_to_do() {
    for (file, whole, by, lint, expected) in BREAKAGES {
        let errors = broken(file, whole, by);
        let said: Vec<String> = errors.iter().map(ToString::to_string).collect();
        let said = said.join("\n");
        let hit = errors.iter().any(|e| e.lint == lint && e.what.contains(expected));
        assert!(hit, "{file}: `{by}` gave {said}");
        for error in &errors {
            assert!(error.file == file && error.line > 0, "{file}: `{by}` gave {said}");
            assert!(lint::lint(error.lint).is_some(), "`{}` has a page", error.lint);
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
fn a_list_of_costs_is_held_to_its_lints_too() {
    let folder = tempfile::tempdir().unwrap();
    let shipped = include_str!("../../policies/costs.toml");
    for (whole, by, lint) in [
        ("cap_cents = 5000", "cap_cents = 0", "cost-cap"),
        ("cap_cents = 5000", "cap_cents = \"much\"", "wrong-type"),
        ("cents = 40", "cents = 0", "cost-basis"),
        ("id = \"handling\"", "id = \"legal_advice\"", "cost-direct"),
        ("currency = \"EUR\"", "curency = \"EUR\"", "unknown-key"),
        ("currency = \"EUR\"", "currency = \"EUR\"\nprice_of_plan = 3", "plan-blind"),
    ] {
        assert!(shipped.contains(whole), "{whole}");
        let file = folder.path().join("costs.toml");
        std::fs::write(&file, shipped.replacen(whole, by, 1)).unwrap();
        let errors = Costs::from_dir(folder.path()).unwrap_err();
        assert!(errors.iter().any(|error| error.lint == lint), "{by}: {errors:?}");
        for error in errors {
            assert_eq!(error.file, file.display().to_string());
            assert!(error.line > 0 && lint::lint(error.lint).is_some(), "{error}");
        }
    }
}

fn habeas(arguments: &[&str]) -> (i32, String, String) {
    let output =
        std::process::Command::new(env!("CARGO_BIN_EXE_habeas")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn check_runs_the_golden_cases_and_reads_every_pack() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().to_str().unwrap();
    assert_eq!(habeas(&["init", dir]).0, 0);
    let policies = folder.path().join("policies");
    let check = || habeas(&["policy", "check", policies.to_str().unwrap()]);
    let (code, out, said) = check();
    assert_eq!(code, 0, "{said}");
    assert!(
        out.contains("18 rules, 14 golden cases hold") && out.contains("pack es: fine"),
        "{out}"
    );

    let golden = policies.join("thresholds.cases.toml");
    let cases = std::fs::read_to_string(&golden).unwrap();
    let wrong = cases.replacen("expect = \"review\"", "expect = \"ordinary\"", 1);
    std::fs::write(&golden, &wrong).unwrap();
    let (code, _, said) = check();
    let line =
        wrong.lines().position(|line| line.contains("three times in forty days")).unwrap() + 1;
    assert_eq!(code, 1);
    assert!(
        said.contains(&format!("thresholds.cases.toml:{line}: `the same static data")),
        "{said}"
    );
    assert!(said.contains("expected ordinary with 2 counted, got review with 2 counted"), "{said}");
    assert!(said.trim_end().ends_with("[golden]"), "{said}");
    std::fs::write(&golden, cases).unwrap();

    // A pack has no word for a flag, a count, a delay or a price.
    let pack = policies.join("packs/es.toml");
    let text = std::fs::read_to_string(&pack).unwrap();
    for (whole, by, lint) in [
        ("\"review_hint\"", "\"flag_for_review\"", "[action]"),
        ("kth = 2", "kth = 1", "[first-request]"),
        ("kth = 2", "kth = 2\nfee_cents = 100", "[unknown-key]"),
        ("right = \"access\"", "right = \"consent_withdrawal\"", "[no-rule]"),
        ("window_days = 180 ", "window_days = 365 ", "[window]"),
        ("[hint.question]\nen = ", "[hint.question]\nit = ", "[pack-hint]"),
    ] {
        assert!(text.contains(whole), "{whole}");
        std::fs::write(&pack, text.replacen(whole, by, 1)).unwrap();
        let (code, _, said) = check();
        assert!(
            code == 1 && said.contains("packs/es.toml:") && said.contains(lint),
            "{by}: {said}"
        );
    }
}
