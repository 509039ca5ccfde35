//! The architecture is a test: who may import whom, which words belong to one place, how long files and functions may be.

#![expect(clippy::unwrap_used, reason = "a test that stops at a surprise has done its work")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

const FILE_LINES_MAX: usize = 500;
const FUNCTION_LINES_MAX: usize = 70;

/// Who may import what (DESIGN section 3). `clock`, `config` and `telemetry` may be imported by the shell.
const IMPORTS: [(&str, &[&str]); 21] = [
    ("words", &[]),
    ("domain", &["words"]),
    ("policy", &["domain", "words"]),
    ("audit", &["domain"]),
    ("fairness", &["domain", "policy", "audit"]),
    ("store", &["audit", "config", "domain"]),
    ("objections", &["domain", "audit"]),
    ("connectors", &["config", "domain"]),
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
    (
        "gateway",
        &[
            "domain",
            "policy",
            "audit",
            "store",
            "objections",
            "connectors",
            "casework",
            "jobs",
            "auth",
            "admission",
            "web",
            "clock",
            "config",
        ],
    ),
    ("demo", &["domain", "store", "casework", "auth", "web", "gateway", "clock", "config"]),
    (
        "cli",
        &[
            "domain",
            "policy",
            "audit",
            "fairness",
            "store",
            "objections",
            "connectors",
            "notices",
            "casework",
            "auth",
            "web",
            "gateway",
            "demo",
            "clock",
            "config",
            "telemetry",
        ],
    ),
    ("config", &["policy"]),
    ("clock", &["domain"]),
    ("telemetry", &[]),
];

/// Files that import each other in a circle, until they are mended. It only grows shorter: what is a circle no more must go.
const CIRCLES: [&[&str]; 0] = [];

/// Words that belong to one place, and why.
const WORDS: [(&str, &[&str], &str); 14] = [
    ("diesel::", &["store/"], "only store knows our database"),
    (
        "rusqlite",
        &["connectors/", "demo/sample.rs"],
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
    (
        "Labels::opaque",
        &[
            "web/api/requests.rs",
            "web/api/objections.rs",
            "web/api/choices.rs",
            "web/portal/login.rs",
        ],
        "labels pass through, sealed",
    ),
    ("jsonwebtoken::decode", &[], "tokens go through the strict profile"),
    ("jsonwebtoken::crypto", &["auth/token.rs"], "tokens go through the strict profile"),
    ("std::env::var", &["cli/"], "settings come from config"),
    ("TODO", &[], "finish it, or write an issue"),
    ("unimplemented!", &[], "finish it"),
];

/// Commands that open a transaction themselves: what they read is no case, or is read without a server, and nothing is shown of it.
const TRANSACTIONS: [&str; 3] = [
    // Heads and proofs, offline.
    "cli/audit.rs",
    // The objection list, by a mark.
    "cli/objections/mod.rs",
    // A version of a policy, by its hash.
    "cli/policy/reading.rs",
];

/// Who may look inside `Personal`.
const REVEALERS: [&str; 18] = [
    "domain/identity.rs",
    // A person reads their own.
    "web/portal/own.rs",
    "casework/people/mod.rs",
    "casework/intake/ask.rs",
    "casework/intake/batch.rs",
    // What an officer typed in: sealed there, read back for the office here.
    "casework/intake/entering.rs",
    "casework/intake/sealing.rs",
    "casework/answer/acts.rs",
    // An address: sealed there, for a mail.
    "casework/mail/mod.rs",
    "casework/case/messages.rs",
    // Files of answers: sealed there, named to their readers here.
    "casework/case/attachments.rs",
    "casework/answer/fulfil/carry.rs",
    "casework/case/holds.rs",
    // One case, for an authority.
    "casework/authority/gather.rs",
    "web/api/attachments.rs",
    "web/view/attached.rs",
    "web/view/cases.rs",
    "web/view/requests.rs",
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

/// Paths of ours that a text names, as it writes them: imports, also over several lines, and what stands in the code. Each
/// begins with `crate`, `super` or `self`.
fn paths(text: &str) -> Vec<String> {
    let bare: Vec<&str> = uncommented(code(text)).collect();
    let bare = bare.join("\n");
    let mut found = Vec::new();
    for root in ["crate::", "super::", "self::"] {
        for (at, _) in bare.match_indices(root) {
            let before = bare[..at].chars().next_back();
            // A piece of another name, or of a path that was taken from its beginning.
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            take_path(&bare[at..], "", &mut found);
        }
    }
    found
}

/// Takes one path with its groups from the beginning of `rest`; gives what is left.
fn take_path<'t>(rest: &'t str, before: &str, found: &mut Vec<String>) -> &'t str {
    let mut path = before.to_owned();
    let mut rest = rest;
    loop {
        let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        path.push_str(&rest[..length]);
        rest = &rest[length..];
        let Some(more) = rest.strip_prefix("::") else { break };
        rest = more;
        path.push_str("::");
        if let Some(mut inside) = rest.strip_prefix('{') {
            loop {
                inside = inside.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
                if inside.is_empty() || inside.starts_with('}') {
                    return inside.get(1..).unwrap_or_default();
                }
                inside = take_path(inside, &path, found);
                let to = inside.find([',', '}']).unwrap_or(inside.len());
                inside = &inside[to..];
            }
        }
    }
    found.push(path);
    rest
}

/// The layers that a file names.
fn imported_layers(text: &str) -> Vec<String> {
    let of_crate =
        |path: &String| path.strip_prefix("crate::")?.split("::").next().map(str::to_owned);
    let layers = paths(text).iter().filter_map(of_crate).collect::<BTreeSet<_>>();
    layers.into_iter().filter(|layer| !layer.is_empty()).collect()
}

/// A file as a module: its path from the root.
fn place(name: &str) -> Vec<&str> {
    let stem = name.trim_end_matches(".rs");
    stem.strip_suffix("/mod").unwrap_or(stem).split('/').collect()
}

/// Who imports whom among these files. A module that declares another in itself may use it; only paths count.
fn arrows(files: &[(String, String)]) -> BTreeMap<String, BTreeSet<String>> {
    let names: BTreeMap<Vec<&str>, &String> =
        files.iter().map(|(name, _)| (place(name), name)).collect();
    let mut arrows = BTreeMap::new();
    for (name, text) in files {
        let mut to = BTreeSet::new();
        for path in paths(text) {
            let mut full = place(name);
            for piece in path.split("::") {
                match piece {
                    "crate" => full.clear(),
                    "super" => drop(full.pop()),
                    "self" => {}
                    other => full.push(other),
                }
            }
            // The longest beginning that is a file: the rest are names in it.
            let target = (1..=full.len()).rev().find_map(|n| names.get(full.get(..n)?));
            if let Some(target) = target.filter(|target| **target != name) {
                to.insert((*target).clone());
            }
        }
        arrows.insert(name.clone(), to);
    }
    arrows
}

/// Groups of more than one that reach each other.
fn circles(arrows: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reach = |from: &String| {
        let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(to) = next.pop().and_then(|at| arrows.get(at)) {
            next.extend(to.iter().filter(|one| seen.insert((*one).clone())));
        }
        seen
    };
    let reached: BTreeMap<&String, BTreeSet<String>> =
        arrows.keys().map(|name| (name, reach(name))).collect();
    let mut circles: Vec<Vec<String>> = Vec::new();
    for (name, to) in &reached {
        if to.contains(*name) && !circles.iter().any(|circle| circle.contains(name)) {
            let back = |other: &&String| reached.get(*other).is_some_and(|r| r.contains(*name));
            circles.push(to.iter().filter(back).cloned().collect());
        }
    }
    circles
}

/// The same arrows between the folders of a layer: a file right in it stands for itself, but for its `mod.rs`.
fn between_folders(
    arrows: &BTreeMap<String, BTreeSet<String>>,
) -> BTreeMap<String, BTreeSet<String>> {
    let room =
        |name: &str| name.trim_end_matches(".rs").split('/').take(2).collect::<Vec<_>>().join("/");
    let mut rooms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (from, to) in arrows {
        let own = room(from);
        let others = to.iter().map(|name| room(name)).filter(|other| *other != own);
        rooms.entry(own.clone()).or_default().extend(others);
    }
    rooms
}

#[test]
fn no_files_of_a_layer_import_each_other_in_a_circle() {
    let files: Vec<_> = sources().into_iter().filter(|(name, _)| !is_test(name)).collect();
    let layers: BTreeSet<&str> = files.iter().map(|(name, _)| module(name)).collect();
    let mut found = Vec::new();
    for layer in layers {
        let own: Vec<_> = files.iter().filter(|(name, _)| module(name) == layer).cloned().collect();
        let arrows = arrows(&own);
        found.extend(circles(&arrows));
        found.extend(circles(&between_folders(&arrows)));
    }
    let listed: Vec<Vec<String>> =
        CIRCLES.iter().map(|circle| circle.iter().map(ToString::to_string).collect()).collect();
    let new: Vec<_> = found.iter().filter(|circle| !listed.contains(circle)).collect();
    assert!(new.is_empty(), "files that import each other in a circle: {new:#?}");
    let gone: Vec<_> = listed.iter().filter(|circle| !found.contains(circle)).collect();
    assert!(gone.is_empty(), "no circle any more; take it off the list: {gone:#?}");
}

#[test]
fn a_circle_is_found_however_the_import_is_written() {
    let files = |texts: &[(&str, &str)]| -> Vec<(String, String)> {
        texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    };
    let there = "use std::fmt;\nuse crate::{\n    clock,\n    law::case::{\n        self, State,\n    },\n};\n";
    for back in [
        "use crate::law::event::Event;",
        "use super::event::{self, Event};",
        "use super::{\n    other,\n    event,\n};",
        "fn f() { super::event::g() }",
        "fn f() { let x: crate::law::event::X = 1; }",
        "mod inner { }\nfn f() { self::super::event::g() }",
    ] {
        let two = files(&[("law/case.rs", back), ("law/event.rs", there), ("law/other.rs", "")]);
        let circle = vec!["law/case.rs".to_owned(), "law/event.rs".to_owned()];
        assert_eq!(circles(&arrows(&two)), [circle], "{back}");
    }
    for harmless in
        ["// use crate::law::event::Event;", "use crate::lawful::event;", "use std::event;"]
    {
        let two = files(&[("law/case.rs", harmless), ("law/event.rs", there)]);
        assert_eq!(circles(&arrows(&two)), Vec::<Vec<String>>::new(), "{harmless}");
    }
    // Three files and two folders: a circle of folders without one of files.
    let rooms = files(&[
        ("law/a/one.rs", "use super::super::b::three::T;"),
        ("law/a/two.rs", ""),
        ("law/b/three.rs", ""),
        ("law/b/mod.rs", "use crate::law::a::two;"),
    ]);
    assert_eq!(circles(&arrows(&rooms)), Vec::<Vec<String>>::new());
    assert_eq!(
        circles(&between_folders(&arrows(&rooms))),
        [vec!["law/a".to_owned(), "law/b".to_owned()]]
    );
}

#[test]
fn a_layer_is_found_however_the_import_is_written() {
    let text = "use crate::{\n    audit::{hex, note},\n    // store\n    policy,\n};\nfn f() { crate::web::g(); }\n";
    assert_eq!(imported_layers(text), ["audit", "policy", "web"]);
    assert_eq!(
        imported_layers("#[cfg(test)]\nmod tests { use crate::store; }"),
        Vec::<String>::new()
    );
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
        for imported in imported_layers(&text) {
            if imported != *own && !allowed.contains(&imported.as_str()) {
                wrong.push(format!("{name}: `{own}` may not import `{imported}`"));
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

/// A case is read through `casework`, which leaves a trace of the officer who read it, over HTTP and at the command line alike.
#[test]
fn commands_read_cases_through_casework_alone() {
    let mut opening = Vec::new();
    for (name, text) in sources() {
        let opens =
            |line: &str| line.contains("read_blocking(") || line.contains("write_blocking(");
        if name.starts_with("cli/") && uncommented(code(&text)).any(opens) {
            opening.push(name);
        }
    }
    assert_eq!(opening, TRANSACTIONS, "go through casework");
}

/// Texts of kinds of leaves that mean something else where they stand, and what.
const NOT_KINDS: [(&str, &str, &str); 1] = [(
    "casework/objections/recipients/errand.rs",
    "objections.changed",
    "the type of a message to a system",
)];

/// The log's vocabulary has one room: a kind is named elsewhere, and never spelled.
#[test]
fn no_kind_of_a_leaf_is_spelled_outside_its_room() {
    let mut wrong = Vec::new();
    for (name, text) in sources() {
        if is_test(&name) || name.starts_with("audit/leaf/") {
            continue;
        }
        for kind in habeas::audit::leaf::LeafKind::ALL {
            let quoted = format!("\"{kind}\"");
            let known =
                NOT_KINDS.iter().any(|(file, text, _)| *file == name && *text == kind.text());
            if !known && uncommented(code(&text)).any(|line| line.contains(&quoted)) {
                wrong.push(format!("{name}: {quoted}; use audit::leaf::LeafKind"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Where everything that is written is for people, and so stands in `words/`. The sample letters are filled in by hand.
const SPEAKERS: [&str; 7] = [
    "notices/",
    "policy/explain/",
    "packaging/",
    "web/choices.rs",
    "web/merged.rs",
    "web/portal/",
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
        "web/templates/portal.html",
        "web/templates/portal_ask.html",
        "web/templates/portal_check.html",
        "web/templates/portal_nothing.html",
        "web/templates/portal_object.html",
        "web/templates/portal_recorded.html",
        "web/templates/portal_rights.html",
        "web/templates/portal_sent.html",
        "web/templates/portal_start.html",
        "web/templates/portal_words.html",
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
                "pub(crate) async fn ",
                "pub(super) async fn ",
                "pub(in crate::web) fn ",
                "pub(in crate::web) async fn ",
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
