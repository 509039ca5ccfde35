//! A gateway in which everything has happened once: every table has rows.

use habeas::casework::forget;
use habeas::casework::lists::{Line, import};
use habeas::domain::time::Instant;
use habeas::objections::Mark;
use serde_json::json;

use super::engine::Auditor;
use crate::harness::{Gateway, reference};

/// Runs a while and stops.
pub(crate) fn lived_in() -> Gateway {
    let mut gateway = Gateway::with_company();
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
    let sheet = gateway.get(&case, &worker).json::<serde_json::Value>().unwrap();
    let answer = json!({ "outcome": "fulfilled", "text": "done by hand" });
    let answer = gateway.post(&format!("{case}/answer"), &worker, &answer);
    let answer = answer.header("If-Match", format!("\"{}\"", sheet["version"])).send().unwrap();
    assert_eq!(answer.status(), 200);

    let noor = gateway.person("u-0002");
    noor.objects_to("ai_training");
    let gone = reference(&noor.asks(&json!({ "right": "other", "message": "Noor's words" })));
    noor.asks(&json!({ "right": "objection", "scope": { "purposes": ["marketing_email"] } }));
    let back = format!("{}/v1/objections/marketing_email", gateway.url);
    gateway.http.delete(back).bearer_auth(noor.token()).send().unwrap();
    let line = |n: u128, since| Line { mark: Mark(n), purpose: "ai_training".into(), since };
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
