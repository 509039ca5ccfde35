//! The office's side.

use serde_json::{Value, json};

use super::harness::{Gateway, reference};

#[test]
fn a_case_worker_identifies_somebody_and_the_machine_goes_on() {
    let gateway = Gateway::with_company();
    let opened: Value = gateway
        .http
        .post(format!("{}/v1/requests", gateway.url))
        .json(&json!({ "right": "access", "email": "ada@example.org" }))
        .send()
        .unwrap()
        .json()
        .unwrap();
    let case = format!("/v1/cases/{}", reference(&opened));
    let worker = gateway.officer("caseworker");
    let sheet = || gateway.get(&case, &worker).json::<Value>().unwrap();
    gateway.until("there is a task", || !sheet()["tasks"].as_array().unwrap().is_empty());
    let missing = gateway
        .post(&format!("{case}/identify"), &worker, &json!({ "reason": "call back" }))
        .send()
        .unwrap();
    assert_eq!(missing.status(), 428);
    let stale = gateway
        .post(&format!("{case}/identify"), &worker, &json!({ "reason": "call back" }))
        .header("If-Match", "\"99\"")
        .send()
        .unwrap();
    assert_eq!(stale.status(), 412);
    let etag = format!("\"{}\"", sheet()["version"]);
    let done = gateway
        .post(&format!("{case}/identify"), &worker, &json!({ "reason": "call back" }))
        .header("If-Match", etag)
        .send()
        .unwrap();
    assert_eq!(done.status(), 200);
    gateway.until("the machine answers", || sheet()["state"] == "decided");
    assert_eq!(sheet()["identity"], "verified");
}

#[test]
fn an_extension_needs_a_reason_and_comes_once_and_inside_the_first_month() {
    let gateway = Gateway::start();
    let opened = reference(&gateway.person("u-0001").asks_for("rectification"));
    let late = reference(&gateway.person("u-0002").asks_for("rectification"));
    let case = format!("/v1/cases/{opened}");
    let extend = |case: &str, reason: &str| {
        let worker = gateway.officer("caseworker");
        gateway.until("the task is raised", || {
            !gateway.get(case, &worker).json::<Value>().unwrap()["tasks"]
                .as_array()
                .unwrap()
                .is_empty()
        });
        let version = gateway.get(case, &worker).json::<Value>().unwrap()["version"].clone();
        gateway
            .post(&format!("{case}/extend"), &worker, &json!({ "reason": reason }))
            .header("If-Match", format!("\"{version}\""))
            .send()
            .unwrap()
    };
    assert_eq!(extend(&case, " ").status(), 422);
    let extended: Value = extend(&case, "three archives must be searched").json().unwrap();
    assert_eq!(extended["due"]["date"], "2027-02-24");
    assert_eq!(extended["extended"], true);
    assert_eq!(extend(&case, "again").status(), 409);
    gateway.passes_days(40);
    assert_eq!(extend(&format!("/v1/cases/{late}"), "too late").status(), 409);
}

#[test]
fn every_role_reaches_what_it_should_and_no_more() {
    let gateway = Gateway::start();
    let opened = reference(&gateway.person("u-0001").asks_for("access"));
    let person = gateway.person("u-0001").token();
    let key = gateway.pipeline();
    let tokens: Vec<(&str, String)> = ["dpo", "controller", "caseworker", "auditor"]
        .map(|role| (role, gateway.officer(role)))
        .into_iter()
        .chain([("person", person), ("pipeline", key)])
        .collect();
    let table: [(String, [&str; 6]); 9] = [
        (format!("/v1/cases/{opened}"), ["dpo", "controller", "caseworker", "auditor", "", ""]),
        ("/v1/cases".into(), ["dpo", "controller", "caseworker", "auditor", "", ""]),
        ("/v1/review/flags".into(), ["dpo", "controller", "auditor", "", "", ""]),
        ("/v1/policy".into(), ["dpo", "controller", "caseworker", "auditor", "", ""]),
        (
            format!("/v1/requests/{opened}"),
            ["dpo", "controller", "caseworker", "auditor", "person", ""],
        ),
        ("/v1/objections".into(), ["person", "", "", "", "", ""]),
        ("/v1/check/ai_training?subject=x".into(), ["pipeline", "", "", "", "", ""]),
        ("/v1/audit/tile/0/000.p/1".into(), ["auditor", "", "", "", "", ""]),
        ("/v1/audit/proof/consistency?from=1&to=2".to_string(), ["auditor", "", "", "", "", ""]),
    ];
    for (path, allowed) in table {
        for (who, token) in &tokens {
            let expected = if allowed.contains(who) { 200 } else { 403 };
            assert_eq!(gateway.get(&path, token).status(), expected, "{who} at {path}");
        }
        assert_eq!(
            gateway.http.get(format!("{}{path}", gateway.url)).send().unwrap().status(),
            401,
            "nobody at {path}"
        );
    }
    let post = |who: &str, path: &str| {
        let token = &tokens.iter().find(|(name, _)| *name == who).unwrap().1;
        gateway
            .post(path, token, &json!({ "reason": "x" }))
            .header("If-Match", "\"1\"")
            .send()
            .unwrap()
            .status()
            .as_u16()
    };
    assert_eq!(
        post("auditor", &format!("/v1/cases/{opened}/extend")),
        403,
        "the auditor only reads"
    );
    for who in ["dpo", "pipeline"] {
        let token = &tokens.iter().find(|(name, _)| *name == who).unwrap().1;
        let sent =
            gateway.post("/v1/requests", token, &json!({ "right": "access" })).send().unwrap();
        assert_eq!(sent.status(), 403, "{who} is not a data subject here");
    }
}

#[test]
fn an_officer_who_reads_a_case_leaves_a_trace() {
    let gateway = Gateway::start();
    let opened = reference(&gateway.person("u-0001").asks_for("other"));
    let worker = gateway.officer("caseworker");
    let size = || gateway.database().count("SELECT size FROM log_head");
    gateway.until("the workers are done", || {
        !gateway.get(&format!("/v1/cases/{opened}"), &worker).json::<Value>().unwrap()["tasks"]
            .as_array()
            .unwrap()
            .is_empty()
    });
    let before = size();
    gateway.get(&format!("/v1/cases/{opened}"), &worker);
    assert_eq!(size(), before + 1);
    gateway.person("u-0001").sees(&opened);
    assert_eq!(size(), before + 1, "a person who reads their own leaves none");
}
