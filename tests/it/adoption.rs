//! Thresholds come into force: at once when they are not stricter, and otherwise with a notice, time and two people. What
//! does not load never replaces what did.

use std::path::Path;

use serde_json::{Value, json};

use super::harness::{Gateway, Setup, open};

/// The first version of these tests: laxer than the shipped one.
fn lax(dir: &Path) {
    write(dir, &[("version = \"2026-11-25\"", "version = \"2026-11-01\""), KTH]);
}

const KTH: (&str, &str) = ("kth = 3\nwindow_days = 90", "kth = 4\nwindow_days = 90");

fn write(dir: &Path, changes: &[(&str, &str)]) {
    let shipped = include_str!("../../policies/thresholds.toml");
    let text = changes.iter().fold(shipped.to_owned(), |text, (whole, by)| {
        assert!(text.contains(whole), "the shipped thresholds hold `{whole}`");
        text.replacen(whole, by, 1)
    });
    std::fs::write(dir.join("thresholds.toml"), text).unwrap();
}

fn start() -> Gateway {
    Gateway::start_with(Setup { policies: Box::new(lax), ..Setup::default() })
}

fn policy(gateway: &Gateway) -> Value {
    gateway.get("/v1/policy", &gateway.officer("auditor")).json().unwrap()
}

fn kth(policy: &Value, rule: &str) -> Value {
    let rules = policy["rules"].as_array().unwrap();
    rules.iter().find(|known| known["id"] == rule).unwrap()["kth"].clone()
}

const NOTICE: &str =
    "# notice = { en = \"…\" }                  # what people are told about a stricter version";

fn stricter(gateway: &Gateway) -> String {
    let dir = gateway.dir.join("policies");
    let changes = [
        ("effective_from = \"2026-11-24\"", "effective_from = \"2026-12-10\""),
        (
            NOTICE,
            "notice = { en = \"Repeated identical requests may be looked at a little earlier.\" }",
        ),
    ];
    write(&dir, &changes);
    std::fs::read_to_string(dir.join("thresholds.toml")).unwrap()
}

#[test]
fn a_laxer_version_comes_into_force_at_the_next_start_and_the_old_one_stays_readable() {
    let mut gateway = start();
    let before = policy(&gateway);
    assert_eq!(kth(&before, "access.static"), 4);
    let dir = gateway.dir.join("policies");
    write(
        &dir,
        &[
            ("kth = 3\nwindow_days = 90", "kth = 5\nwindow_days = 90"),
            ("sensitive_kth = 4", "sensitive_kth = 5"),
        ],
    );
    gateway.passes_days(1);
    gateway.restart();
    let after = policy(&gateway);
    assert_eq!(kth(&after, "access.static"), 5);
    assert_eq!(after["waiting"], Value::Null);
    let old = format!("/v1/policy/{}?lang=de", before["hash"].as_str().unwrap());
    let old: Value = gateway.get(&old, &gateway.officer("dpo")).json().unwrap();
    assert!(old["text"].as_str().unwrap().contains("kth = 4\n"));
    assert!(old["explanation"].as_str().unwrap().contains("mindestens der 4."));
    assert_eq!(old["superseded_by"], after["hash"]);
    assert_eq!(old["in_force"].as_array().unwrap().len(), 1);
    assert_eq!(old["in_force"][0]["until"], gateway.clock.now().rfc3339());
    // Back to the first: it is in force again, for a second term, and the log says so.
    let terms = "SELECT count(*) FROM policy_terms WHERE kind = 'thresholds.toml'";
    assert_eq!(gateway.database().count(terms), 2);
    gateway.restart();
    assert_eq!(gateway.database().count(terms), 2, "a start without a change is no new term");
}

#[test]
fn a_stricter_version_waits_for_its_notice_its_time_and_two_people() {
    let mut gateway = start();
    let text = stricter(&gateway);
    gateway.restart();
    let waits = policy(&gateway);
    assert_eq!(kth(&waits, "access.static"), 4, "the version before stays in force");
    let missing = waits["waiting"]["missing"].to_string();
    for part in ["2026-12-10", "not announced", "as dpo", "as controller"] {
        assert!(missing.contains(part), "{part} in {missing}");
    }

    let (dpo, controller) = (gateway.officer("dpo"), gateway.officer("controller"));
    let send =
        |path: &str, token: &str, body: &Value| gateway.post(path, token, body).send().unwrap();
    let announced = send("/v1/policy/announcements", &dpo, &json!({ "text": text }));
    assert_eq!(announced.status(), 201);
    let announced: Value = announced.json().unwrap();
    assert_eq!(announced["difference"]["stricter"], true);
    let hash = announced["hash"].as_str().unwrap();
    let approval = format!("/v1/policy/announcements/{hash}/approval");
    let caseworker = gateway.officer("caseworker");
    assert_eq!(send(&approval, &caseworker, &json!({ "role": "dpo" })).status(), 403);
    assert_eq!(send(&approval, &dpo, &json!({ "role": "controller" })).status(), 403);
    assert_eq!(send(&approval, &dpo, &json!({ "role": "dpo" })).status(), 200);
    assert_eq!(send(&approval, &dpo, &json!({ "role": "dpo" })).status(), 422, "once");
    let both = gateway.token(&habeas::auth::development::Order {
        sub: "dpo-1".into(),
        roles: vec!["dpo".into(), "controller".into()],
        ttl_seconds: 900,
        ..Default::default()
    });
    let second = send(&approval, &both, &json!({ "role": "controller" }));
    assert_eq!(second.status(), 422, "one person cannot be two");
    assert!(second.text().unwrap().contains("a second person is needed"));
    assert_eq!(send(&approval, &controller, &json!({ "role": "controller" })).status(), 200);

    // Anybody reads the notice, and no figure of it.
    let public =
        gateway.http.get(format!("{}/v1/policy/announcements", gateway.url)).send().unwrap();
    let public = public.text().unwrap();
    assert!(public.contains("a little earlier") && public.contains("2026-12-10"), "{public}");
    assert!(!public.contains("kth") && !public.contains("dpo-1"), "{public}");

    gateway.passes_days(13);
    gateway.restart();
    assert_eq!(kth(&policy(&gateway), "access.static"), 4, "its day has not come");
    gateway.passes_days(3);
    gateway.restart();
    let after = policy(&gateway);
    assert_eq!(kth(&after, "access.static"), 3);
    assert_eq!(after["hash"], hash);
}

#[test]
fn a_stricter_version_whose_notice_was_only_pretended_is_found_afterwards() {
    let mut gateway = start();
    gateway.expects_damage = true;
    let text = stricter(&gateway);
    let told =
        gateway.post("/v1/policy/announcements", &gateway.officer("dpo"), &json!({ "text": text }));
    let hash = told.send().unwrap().json::<Value>().unwrap()["hash"].as_str().unwrap().to_owned();
    gateway.passes_days(17);
    gateway.stop();
    assert_eq!(gateway.differences(), Vec::<String>::new());
    // Two approvals that nobody gave, for as long as the gateway needs to start.
    for (role, officer) in [("dpo", "dpo-1"), ("controller", "controller-1")] {
        gateway.database().execute(&format!(
            "INSERT INTO policy_approvals (hash, role, officer, approved_at) VALUES ('{hash}', '{role}', '{officer}', 0)"
        ));
    }
    gateway.restart();
    assert_eq!(kth(&policy(&gateway), "access.static"), 3);
    gateway.stop();
    gateway.database().execute("DELETE FROM policy_approvals");
    let found = gateway.differences().join("\n");
    assert!(found.contains("came into force at 2026-12-11"), "{found}");
    assert!(found.contains("nobody has approved it as dpo"), "{found}");
}

#[test]
fn a_notice_of_less_than_fourteen_days_and_an_old_version_are_not_enough() {
    let mut gateway = start();
    let dir = gateway.dir.join("policies");
    let changes = [
        ("version = \"2026-11-25\"", "version = \"2026-11-01\""),
        ("effective_from = \"2026-11-24\"", "effective_from = \"2026-12-01\""),
    ];
    write(&dir, &changes);
    let text = std::fs::read_to_string(dir.join("thresholds.toml")).unwrap();
    let dpo = gateway.officer("dpo");
    let announced = gateway.post("/v1/policy/announcements", &dpo, &json!({ "text": text })).send();
    let missing = announced.unwrap().json::<Value>().unwrap()["missing"].to_string();
    for part in ["is not newer than", "2026-12-08", "no `notice`"] {
        assert!(missing.contains(part), "{part} in {missing}");
    }
    gateway.passes_days(10);
    gateway.restart();
    assert_eq!(kth(&policy(&gateway), "access.static"), 4);
}

#[test]
fn what_does_not_load_never_replaces_what_did() {
    let mut gateway = start();
    let hash = policy(&gateway)["hash"].clone();
    let dir = gateway.dir.join("policies");
    write(&dir, &[("effect = \"flag_for_review\"", "effect = \"refuse\"")]);
    std::fs::remove_file(dir.join("purposes.toml")).unwrap();
    gateway.restart();
    let after = policy(&gateway);
    assert_eq!(after["hash"], hash);
    let broken = after["broken"].to_string();
    assert!(broken.contains("[action]") && broken.contains("purposes.toml"), "{broken}");
    assert!(broken.contains("policies/thresholds.toml:"), "the path as it is on disk: {broken}");
    // People do not notice: requests and objections go on under the versions before.
    gateway.person("u-0001").asks_for("access");
    gateway.person("u-0001").objects_to("ai_training");
    let (code, _, said) = gateway.command(&["config", "check"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("[action]"), "{said}");
    // Without any version before, nothing starts.
    gateway.stop();
    gateway.expects_damage = true;
    gateway.database().execute("DELETE FROM policy_terms");
    let refused = open(&gateway.dir, gateway.clock.clone()).err().unwrap().to_string();
    assert!(refused.contains("the policies cannot be used") && refused.contains("[action]"));
    assert!(refused.contains("[unreadable]"), "all mistakes at once: {refused}");
}

#[test]
fn the_command_line_says_what_is_missing_and_takes_two_names() {
    let gateway = start();
    stricter(&gateway);
    let file = gateway.dir.join("policies/thresholds.toml");
    let file = file.to_str().unwrap();
    let (code, out, said) = gateway.command(&["policy", "check", file, "--against"]);
    assert_eq!(code, 1, "{out}{said}");
    assert!(out.contains("kth: 4 -> 3: stricter"), "{out}");
    assert!(said.contains("missing: it was not announced"), "{said}");
    let run = |arguments: &[&str]| gateway.command(arguments);
    let (code, ..) = run(&["policy", "approve", file, "--officer", "dana", "--role", "dpo"]);
    assert_eq!(code, 1, "it was not announced yet");
    assert_eq!(run(&["policy", "announce", file, "--officer", "dana"]).0, 0);
    assert_eq!(run(&["policy", "approve", file, "--officer", "dana", "--role", "dpo"]).0, 0);
    let again = run(&["policy", "approve", file, "--officer", "dana", "--role", "controller"]);
    assert_eq!(again.0, 1);
    assert!(again.2.contains("second person"), "{}", again.2);
    assert_eq!(run(&["policy", "approve", file, "--officer", "carl", "--role", "controller"]).0, 0);
    let (code, _, said) = run(&["policy", "check", file, "--against"]);
    assert_eq!(code, 1);
    assert!(said.contains("effective_from") && !said.contains("approved it as"), "{said}");
    let (code, out, _) = run(&["policy", "lint", "stricter"]);
    assert_eq!(code, 0);
    assert!(out.starts_with("# stricter\n\n## Avoid"), "{out}");
    let hash = policy(&gateway)["hash"].as_str().unwrap().to_owned();
    let (code, out, _) = run(&["policy", "explain", "--hash", &hash, "--lang", "fr"]);
    assert_eq!(code, 0);
    assert!(
        out.contains("mensuelles : jamais") && out.contains("à partir de la cinquième"),
        "{out}"
    );
    assert_eq!(run(&["policy", "show", "none"]).0, 3);
}
