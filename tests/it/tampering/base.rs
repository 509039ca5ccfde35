//! A gateway in which everything has happened once: every table has rows.

use std::path::Path;

use habeas::casework::case::forget;
use habeas::casework::intake::tickets;
use habeas::casework::objections::lists::{Line, import};
use habeas::domain::identity::{Asker, Personal};
use habeas::domain::right::Right;
use habeas::domain::time::Instant;
use habeas::objections::Mark;
use serde_json::{Value, json};

use super::engine::Auditor;
use crate::harness::{Gateway, Setup, reference};

/// Runs a while and stops.
pub(crate) fn lived_in() -> Gateway {
    let policies = Box::new(lax);
    let mut gateway =
        Gateway::start_with(Setup { with_company: true, policies, ..Setup::default() });
    let ada = gateway.person("u-0001");
    ada.objects_to("ai_training");
    let answered = reference(&ada.is_answered(&json!({ "right": "access" })));
    for _ in 0..4 {
        ada.is_answered(&json!({ "right": "access" }));
    }
    let worker = gateway.officer("caseworker");
    let other = reference(&ada.asks(&json!({ "right": "other", "message": "first words" })));
    let keyed = json!({ "right": "rectification", "message": "other words" });
    let sent = gateway.post("/v1/requests", &ada.token(), &keyed);
    assert_eq!(sent.header("Idempotency-Key", "key-1").send().unwrap().status(), 201);
    let message = json!({ "text": "one thing more" });
    let path = format!("/v1/requests/{other}/messages");
    gateway.post(&path, &ada.token(), &message).send().unwrap().error_for_status().unwrap();
    let path = format!("/v1/requests/{answered}/contest");
    gateway.post(&path, &ada.token(), &message).send().unwrap().error_for_status().unwrap();
    let case = format!("/v1/cases/{other}");
    gateway.until("there is a task", || {
        let sheet = gateway.get(&case, &worker).json::<serde_json::Value>().unwrap();
        !sheet["tasks"].as_array().unwrap().is_empty()
    });
    let files = ["letter.pdf", "list.pdf"].map(
        |name| json!({ "name": name, "media_type": "application/pdf", "content": "cGFnZXM=" }),
    );
    let answer = json!({ "outcome": "fulfilled", "text": "done by hand", "attachments": files });
    let answer = gateway.works(&other, "answer", "caseworker", &answer);
    assert_eq!(answer.status(), 200);

    refused_and_weighed(&gateway);
    announced(&gateway);
    redeemed(&gateway);
    let noor = gateway.person("u-0002");
    noor.objects_to("ai_training");
    let gone = reference(&noor.asks(&json!({ "right": "other", "message": "Noor's words" })));
    noor.asks(&json!({ "right": "objection", "scope": { "purposes": ["marketing_email"] } }));
    let back = format!("{}/v1/objections/marketing_email", gateway.url);
    gateway.http.delete(back).bearer_auth(noor.token()).send().unwrap();
    let line =
        |n: u128, since| Line { mark: Mark(n), purpose: "ai_training".into(), since, via: None };
    import(&gateway.office, vec![line(1 << 90, None), line(77, Some(Instant(5)))]).unwrap();
    gateway.pipeline();
    gateway.until("the workers are done", || noor.sees(&gone)["state"] == "in_progress");
    forget::forget(&gateway.office, gone.parse().unwrap()).unwrap();
    let size = gateway.database().count("SELECT size FROM log_head");
    gateway.until("all of it is signed", || {
        gateway.database().count("SELECT coalesce(max(size), 0) FROM log_checkpoints") >= size
    });
    gateway.stop();
    if !gateway.database().is_postgres() {
        gateway.office.store.scrub();
        gateway.database().execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    assert_eq!(gateway.differences(), Vec::<String>::new());
    gateway
}

/// Who checks copies of it.
pub(crate) fn auditor(gateway: &Gateway) -> Auditor {
    Auditor {
        origin: gateway.office.log_key.name().to_owned(),
        key: gateway.office.log_key.verifier().clone(),
        vault: gateway.office.vault.clone(),
        head: std::fs::read_to_string(gateway.dir.join("log-head.note")).unwrap(),
    }
}

/// An officer's act on a case, with the version of the moment.
fn works(gateway: &Gateway, case: &str, act: &str, role: &str, body: &Value) {
    let answer = gateway.works(case, act, role, body);
    assert_eq!(answer.status(), 200, "{}", answer.text().unwrap());
}

fn waits_for_an_officer(gateway: &Gateway, body: &Value) -> String {
    gateway.passes_ms(1000);
    let case = reference(&gateway.person("u-0003").asks(body));
    let path = format!("/v1/cases/{case}");
    gateway.until("a case worker has it", || {
        let sheet: Value = gateway.get(&path, &gateway.officer("caseworker")).json().unwrap();
        !sheet["tasks"].as_array().unwrap().is_empty()
    });
    case
}

/// The shipped thresholds, changed.
fn thresholds(changes: &[(&str, &str)]) -> String {
    let shipped = include_str!("../../../policies/thresholds.toml").to_owned();
    changes.iter().fold(shipped, |text, (whole, by)| {
        assert!(text.contains(whole), "the shipped thresholds hold `{whole}`");
        text.replacen(whole, by, 1)
    })
}

/// An older and laxer version, so that the shipped one is stricter.
fn lax(dir: &Path) {
    let laxer = "kth = 6\nwindow_days = 90\nnever_if_gap_days = 30\nsensitive_kth = 7";
    let text = thresholds(&[
        ("version = \"2026-11-25\"", "version = \"2026-11-01\""),
        ("kth = 4\nwindow_days = 90\nnever_if_gap_days = 30\nsensitive_kth = 5", laxer),
    ]);
    std::fs::write(dir.join("thresholds.toml"), text).unwrap();
}

/// Stricter thresholds, announced by one officer and approved by two; and a change that was declared.
fn announced(gateway: &Gateway) {
    let text = thresholds(&[
        ("effective_from = \"2026-11-24\"", "effective_from = \"2026-12-28\""),
        (
            "# notice = { en = \"…\" }                  # what people are told about a stricter version",
            "notice = { en = \"Copies are looked at earlier.\" }",
        ),
    ]);
    let path = "/v1/policy/announcements";
    let order = gateway.post(path, &gateway.officer("dpo"), &json!({ "text": text }));
    let answer: Value = order.send().unwrap().json().unwrap();
    let hash = answer["hash"].as_str().unwrap_or_else(|| panic!("{answer}"));
    let path = format!("{path}/{hash}/approval");
    for role in ["dpo", "controller"] {
        let order = gateway.post(&path, &gateway.officer(role), &json!({ "role": role }));
        assert_eq!(order.send().unwrap().status(), 200);
    }
    let change = json!({ "why": "breach", "note": "a notified breach" });
    let order = gateway.post("/v1/policy/changes", &gateway.officer("dpo"), &change);
    assert_eq!(order.send().unwrap().status(), 201);
}

/// A request that is dated at its first attempt.
fn redeemed(gateway: &Gateway) {
    let asker = Asker::Account {
        issuer: habeas::auth::development::PEOPLE.into(),
        sub: Personal::new("u-0004".to_owned()),
        email: None,
    };
    let at = gateway.office.clock.now();
    let ticket = tickets::issue(&gateway.office, &asker, Right::Access, at, true);
    let token = gateway.person("u-0004").token();
    let order = gateway.post("/v1/requests", &token, &json!({ "right": "access" }));
    assert_eq!(order.header("Claim-Ticket", ticket).send().unwrap().status(), 201);
}

/// Letters, an opinion, a decision and a weighing.
fn refused_and_weighed(gateway: &Gateway) {
    let same = json!({ "right": "rectification", "message": "the same words" });
    for _ in 0..3 {
        let case = waits_for_an_officer(gateway, &same);
        let done = json!({ "outcome": "fulfilled", "text": "corrected" });
        works(gateway, &case, "answer", "caseworker", &done);
    }
    let case = waits_for_an_officer(gateway, &same);
    let list: Value = gateway.get("/v1/review/flags", &gateway.officer("dpo")).json().unwrap();
    let flag = list["items"].as_array().unwrap().iter().find(|flag| flag["case"] == case.as_str());
    let path = format!("/v1/review/flags/{}", flag.unwrap()["id"].as_str().unwrap());
    let sheet = format!("/v1/cases/{case}");
    let act = |path: &str, token: &str, body: &Value| {
        let sheet: Value = gateway.get(&sheet, &gateway.officer("dpo")).json().unwrap();
        let order = gateway.post(path, token, body);
        let order = order.header("If-Match", format!("\"{}\"", sheet["version"]));
        let answer = order.send().unwrap();
        assert_eq!(answer.status(), 200, "{}", answer.text().unwrap());
    };
    let reasons = json!({ "objective": "it is right already, as we showed twice",
        "subjective": "the message says that it goes on until money is paid", "milder_steps": "we offered a statement" });
    act(&format!("{path}/open"), &gateway.officer("dpo"), &json!({}));
    let comment = json!({ "text": "I want it right", "contested": [case] });
    let person = gateway.person("u-0003").token();
    act(&format!("/v1/requests/{case}/review"), &person, &comment);
    let opinion = json!({ "view": "excessive", "reasons": reasons });
    act(&format!("{path}/opinion"), &gateway.officer("dpo"), &opinion);
    let refusal = json!({ "outcome": "refuse", "reasons": reasons, "evidence": ["frequency", "money_for_silence"] });
    act(&format!("{path}/decision"), &gateway.officer("controller"), &refusal);
    let scope = json!({ "purposes": ["product_analytics"] });
    let case = waits_for_an_officer(gateway, &json!({ "right": "objection", "scope": scope }));
    let record = json!({ "grounds": "attacks go unnoticed", "necessity": "they show in all traffic",
        "person": "she does not want to be counted", "weighing": "a number is kept" });
    let weighing =
        json!({ "purpose": "product_analytics", "outcome": "overridden", "record": record });
    works(gateway, &case, "weigh", "controller", &weighing);
}
