//! The architecture is a test: who may import whom, which words belong to one place, how long files and functions may be.

#![expect(clippy::unwrap_used, reason = "a test that stops at a surprise has done its work")]

use std::path::{Path, PathBuf};

const FILE_LINES_MAX: usize = 500;
const FUNCTION_LINES_MAX: usize = 70;

/// Who may import what (DESIGN section 3). `clock`, `config` and `telemetry` may be imported by the shell.
const IMPORTS: [(&str, &[&str]); 18] = [
    ("words", &[]),
    ("domain", &["words"]),
    ("policy", &["domain", "words"]),
    ("audit", &["domain"]),
    ("fairness", &["domain", "policy", "audit"]),
    ("store", &["audit", "domain"]),
    ("objections", &["domain", "audit"]),
    ("connectors", &["domain"]),
    ("packaging", &["domain", "words"]),
    ("notices", &["domain", "words"]),
    ("auth", &["domain", "config", "clock", "telemetry"]),
    ("admission", &["domain", "config", "clock"]),
    (
        "casework",
        &[
            "domain",
            "policy",
            "audit",
            "store",
            "objections",
            "connectors",
            "packaging",
            "notices",
            "words",
            "clock",
            "config",
        ],
    ),
    ("jobs", &["domain", "casework", "clock", "config"]),
    (
        "web",
        &[
            "domain",
            "casework",
            "auth",
            "admission",
            "objections",
            "audit",
            "policy",
            "fairness",
            "words",
            "clock",
            "config",
        ],
    ),
    ("config", &["policy"]),
    ("clock", &["domain"]),
    ("telemetry", &[]),
];

/// Words that belong to one place, and why.
const WORDS: [(&str, &[&str], &str); 14] = [
    ("diesel::", &["store/"], "only store knows our database"),
    (
        "rusqlite",
        &["connectors/", "cli/demo/sample.rs"],
        "only connectors reach the company's databases",
    ),
    ("SystemTime", &["clock.rs"], "only clock reads the time"),
    ("Instant::now", &["clock.rs"], "only clock reads the time"),
    ("Timestamp::now", &[], "only clock reads the time"),
    ("println!", &[], "answers go through cli::say"),
    (".hand_over()", &["web/evidence.rs"], "only fairness reads what a token said about a plan"),
    (
        "Officer::attested",
        &["auth/", "domain/review.rs", "domain/referral.rs"],
        "only auth makes an officer",
    ),
    ("Labels::opaque", &["web/api/requests.rs"], "labels pass through, sealed"),
    ("jsonwebtoken::decode", &[], "tokens go through the strict profile"),
    ("jsonwebtoken::crypto", &["auth/token.rs"], "tokens go through the strict profile"),
    ("std::env::var", &["cli/"], "settings come from config"),
    ("TODO", &[], "finish it, or write an issue"),
    ("unimplemented!", &[], "finish it"),
];

/// Who may look inside `Personal`.
const REVEALERS: [&str; 9] = [
    "domain/identity.rs",
    "casework/people.rs",
    "casework/batch.rs",
    "casework/acts.rs",
    // Files of answers: sealed there, named to their readers here.
    "casework/attachments.rs",
    "casework/fulfil/carry.rs",
    "casework/holds.rs",
    "web/api/attachments.rs",
    "web/api/requests.rs",
];

/// Words of plans and prices: the core has none (R-PAR-1).
const COHORTS: [&str; 6] = ["plan", "tier", "price", "subscription", "cohort", "ip_address"];

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
                files.push((name, std::fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

/// The part of a file that is not its tests.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

fn is_test(name: &str) -> bool {
    name.ends_with("/tests.rs") || name.ends_with("/reference.rs")
}

fn module(name: &str) -> &str {
    name.split('/').next().unwrap().trim_end_matches(".rs")
}

fn uncommented(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn everybody_imports_only_what_their_layer_may() {
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        let Some((own, allowed)) =
            IMPORTS.iter().find(|(module_name, _)| *module_name == module(&name))
        else {
            continue;
        };
        if is_test(&name) {
            continue;
        }
        for rest in uncommented(code(&text)).flat_map(|line| line.split("crate::").skip(1)) {
            let names: Vec<&str> = match rest.strip_prefix('{') {
                Some(list) => {
                    list.split([',', '}']).map(|n| n.trim().split("::").next().unwrap()).collect()
                }
                None => {
                    vec![rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap()]
                }
            };
            for imported in names.into_iter().filter(|n| !n.is_empty() && n != own) {
                if !allowed.contains(&imported) {
                    wrong.push(format!("{name}: `{own}` may not import `{imported}`"));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn words_stay_where_they_belong() {
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        if is_test(&name) {
            continue;
        }
        for (word, places, why) in WORDS {
            let elsewhere = !places.iter().any(|place| name.starts_with(place));
            if elsewhere && uncommented(code(&text)).any(|line| line.contains(word)) {
                wrong.push(format!("{name}: `{word}` ({why})"));
            }
        }
        if code(&text).contains(".reveal()") && !REVEALERS.contains(&name.as_str()) {
            wrong.push(format!("{name}: `.reveal()` looks inside something personal; add it to the list only with a reason"));
        }
        if module(&name) == "domain" {
            for word in COHORTS {
                let named = uncommented(code(&text)).any(|line| {
                    line.split(|c: char| !c.is_alphanumeric() && c != '_')
                        .any(|piece| piece.eq_ignore_ascii_case(word))
                });
                if named {
                    wrong.push(format!("{name}: the core has no `{word}` (R-PAR-1)"));
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Where everything that is written is for people, and so stands in `words/`. The sample letters are filled in by hand.
const SPEAKERS: [&str; 6] = [
    "notices/",
    "policy/explain/",
    "packaging/",
    "web/choices.rs",
    "web/merged.rs",
    "casework/fulfil/collect.rs",
];

/// Texts of a file in quotation marks, one line each.
fn literals(text: &str) -> Vec<String> {
    let lines: Vec<&str> = uncommented(code(text))
        .filter(|line| !line.contains("#[error(") && !line.contains("reason = "))
        .collect();
    let text = lines.join("\n").replace("\\\"", "").replace("'\"'", "");
    text.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Three words that begin or end as a sentence does. A problem detail begins small and has no full stop.
fn is_a_sentence(text: &str) -> bool {
    let is_word =
        |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_alphabetic() || c == '\'');
    let words = text.split(|c: char| c.is_whitespace() || ",.:;?!".contains(c)).filter(is_word);
    let begins = text.trim_start().starts_with(char::is_uppercase);
    words.count() >= 3 && (begins || text.trim_end().ends_with(['.', ':', '?', '!']))
}

#[test]
fn sentences_for_people_stand_in_words() {
    assert!(is_a_sentence("You have not objected.") && is_a_sentence("only what is new:"));
    assert!(
        !is_a_sentence("send a form with act=object") && !is_a_sentence("text/html; charset=utf-8")
    );
    let planted = "let quote = '\"'; say(\"\\\"So\\\" it is said.\");";
    assert_eq!(literals(planted), ["So it is said."]);
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        let speaks = SPEAKERS.iter().any(|place| name.starts_with(place));
        if !speaks || is_test(&name) || name == "notices/sample.rs" {
            continue;
        }
        let found = literals(&text).into_iter().filter(|text| is_a_sentence(text));
        wrong.extend(found.map(|text| format!("{name}: `{text}` belongs into src/words/*.ftl")));
    }
    for name in [
        "packaging/templates/index.html",
        "web/templates/choice.html",
        "web/templates/choices.html",
        "web/templates/lost.html",
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(name);
        let page = std::fs::read_to_string(path).unwrap();
        let left = outside(&outside(&outside(&page, "<style>", "</style>"), "{", "}"), "<", ">");
        if left.contains(char::is_alphabetic) {
            wrong.push(format!("{name}: `{}` belongs into src/words/*.ftl", left.trim()));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// A text without what stands between two marks.
fn outside(text: &str, from: &str, to: &str) -> String {
    let mut parts = text.split(from);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |kept, part| kept + part.split_once(to).map_or(part, |(_, rest)| rest))
}

#[test]
fn every_message_is_said_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut texts: Vec<String> = sources()
        .into_iter()
        .filter(|(name, _)| name != "words/messages.rs" && !is_test(name))
        .map(|(_, text)| code(&text).to_owned())
        .collect();
    for folder in ["packaging/templates", "web/templates"] {
        for page in std::fs::read_dir(root.join(folder)).unwrap() {
            texts.push(std::fs::read_to_string(page.unwrap().path()).unwrap());
        }
    }
    let keys = habeas::words::messages::KEYS.iter().flat_map(|topic| topic.iter());
    let unused: Vec<&str> = keys
        .map(|(key, _)| *key)
        .filter(|key| {
            let call = format!(".{}(", key.split_once('-').unwrap().1);
            // The names of months and days are read by key, once.
            let by_key = format!("\"{key}\"");
            !texts.iter().any(|text| text.contains(&call) || text.contains(&by_key))
        })
        .collect();
    assert_eq!(unused, Vec::<&str>::new(), "no one says these");
}

#[test]
fn files_fit_a_thought_and_functions_a_screen() {
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        let lines = code(&text).lines().count();
        if lines > FILE_LINES_MAX {
            wrong.push(format!("{name}: {lines} lines; make two files of it"));
        }
        let mut start = None;
        for (at, line) in text.lines().enumerate() {
            let indent = line.len() - line.trim_start().len();
            let words = line.trim_start();
            let begins = [
                "fn ",
                "pub fn ",
                "pub(crate) fn ",
                "pub(super) fn ",
                "async fn ",
                "pub async fn ",
            ];
            if begins.iter().any(|b| words.starts_with(b)) {
                start = Some((at, indent));
            }
            if let Some((from, depth)) = start
                && line == format!("{}}}", " ".repeat(depth))
            {
                if at - from > FUNCTION_LINES_MAX {
                    wrong.push(format!("{name}:{}: a function of {} lines", from + 1, at - from));
                }
                start = None;
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_lint_of_a_policy_has_its_page_and_its_line_in_the_docs() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let docs = std::fs::read_to_string(root.join("policies.md")).unwrap();
    let mut pages: Vec<String> = std::fs::read_dir(root.join("lints"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    pages.sort();
    let known: Vec<String> =
        habeas::policy::lint::LINTS.iter().map(|lint| format!("{}.md", lint.id)).collect();
    assert_eq!(pages, known, "a page for each lint, and no other");
    for lint in habeas::policy::lint::LINTS {
        let line = format!("| [`{0}`](lints/{0}.md) | {1} |", lint.id, lint.refuses);
        assert!(docs.contains(&line), "docs/policies.md lacks: {line}");
        let headings: Vec<&str> = lint.page.lines().filter(|line| line.starts_with('#')).collect();
        let title = format!("# {}", lint.id);
        assert_eq!(headings, [&title, "## Avoid", "## Prefer", "## Rationale"]);
    }
}

#[test]
fn the_project_speaks_of_itself_alone() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts: Vec<(String, String)> = sources();
    for name in ["README.md", "CHANGELOG.md", "Cargo.toml"] {
        texts.push((name.into(), std::fs::read_to_string(root.join(name)).unwrap()));
    }
    let pages = |folder: &str| std::fs::read_dir(root.join(folder)).unwrap();
    for entry in pages("docs").chain(pages("docs/lints")) {
        let path = entry.unwrap().path();
        if path.is_dir() {
            continue;
        }
        texts.push((path.display().to_string(), std::fs::read_to_string(&path).unwrap()));
    }
    // Put together here so that this file does not hold them.
    for word in [
        "crates".to_owned() + ".io",
        "registry.".to_owned() + "npmjs",
        "pypi".to_owned() + ".org",
        "/wo".to_owned() + "rk/",
        "/ro".to_owned() + "ot/",
    ] {
        for (name, text) in &texts {
            assert!(!text.contains(&word), "{name} holds `{word}`");
        }
    }
}
