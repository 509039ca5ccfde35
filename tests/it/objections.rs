//! Objections: in force when answered.

use serde_json::{Value, json};

use super::harness::Gateway;

#[test]
fn the_check_says_objected_as_soon_as_the_person_reads_recorded() {
    let gateway = Gateway::start();
    let key = gateway.pipeline();
    for n in 0..200 {
        let person = gateway.person(&format!("someone-{n}"));
        let check = || -> Value {
            gateway.get(&format!("/v1/check/ai_training?subject=someone-{n}"), &key).json().unwrap()
        };
        assert_eq!(check()["objected"], false);
        let recorded = person.objects_to("ai_training");
        let checked = check();
        assert_eq!(checked["objected"], true);
        assert!(checked["epoch"].as_i64() >= recorded["epoch"].as_i64());
        assert_eq!(checked["since"], recorded["since"]);
    }
}

#[test]
fn an_objection_is_taken_back_as_easily() {
    let gateway = Gateway::start();
    let key = gateway.pipeline();
    let ada = gateway.person("u-0001");
    let first = ada.objects_to("ai_training");
    assert_eq!(ada.objects_to("ai_training"), first, "a repeat confirms and changes nothing");
    let url = format!("{}/v1/objections/ai_training", gateway.url);
    let back: Value =
        gateway.http.delete(&url).bearer_auth(ada.token()).send().unwrap().json().unwrap();
    assert_eq!(back["objected"], false);
    let check: Value = gateway.get("/v1/check/ai_training?subject=u-0001", &key).json().unwrap();
    assert_eq!(check["objected"], false);
    let list: Value = gateway.get("/v1/objections", &ada.token()).json().unwrap();
    assert_eq!(list["items"][0]["objected"], false);
}

#[test]
fn an_objection_sent_as_a_request_is_in_force_too_even_by_address() {
    let gateway = Gateway::start();
    let key = gateway.pipeline();
    gateway.person("u-0001").asks(&json!({ "right": "objection" }));
    let anonymous = json!({ "right": "objection", "scope": { "purposes": ["ai_training"] }, "email": "ada@example.org" });
    let sent =
        gateway.http.post(format!("{}/v1/requests", gateway.url)).json(&anonymous).send().unwrap();
    assert_eq!(sent.status(), 201);
    let body = json!({ "subjects": ["u-0001", "u-0002", { "email": " ADA@example.org" }, { "email": "noor@example.org" }] });
    let checked: Value =
        gateway.post("/v1/check/ai_training", &key, &body).send().unwrap().json().unwrap();
    assert_eq!(checked["objected"], json!([0, 2]));
    let marketing: Value =
        gateway.post("/v1/check/marketing_email", &key, &body).send().unwrap().json().unwrap();
    assert_eq!(marketing["objected"], json!([0]), "without a purpose it is one to every purpose");
}

#[test]
fn unknown_purposes_are_an_error_and_a_later_epoch_is_objected() {
    let gateway = Gateway::start();
    let key = gateway.pipeline();
    assert_eq!(gateway.get("/v1/check/nothing?subject=x", &key).status(), 404);
    let ahead: Value =
        gateway.get("/v1/check/ai_training?subject=x&min_epoch=99", &key).json().unwrap();
    assert_eq!(ahead["objected"], true, "what this node has not seen yet counts as objected");
    let many: Vec<String> = (0..10_001).map(|n| n.to_string()).collect();
    let refused =
        gateway.post("/v1/check/ai_training", &key, &json!({ "subjects": many })).send().unwrap();
    assert_eq!(refused.status(), 422);
    let most: Vec<String> = (0..10_000).map(|n| n.to_string()).collect();
    let fine =
        gateway.post("/v1/check/ai_training", &key, &json!({ "subjects": most })).send().unwrap();
    assert_eq!(fine.status(), 200);
}

#[test]
fn objections_survive_a_restart_and_being_forgotten() {
    let mut gateway = Gateway::start();
    let key = gateway.pipeline();
    gateway.person("u-0001").objects_to("ai_training");
    let request = super::harness::reference(&gateway.person("u-0001").asks_for("other"));
    gateway.until("the worker is done", || {
        gateway.person("u-0001").sees(&request)["state"] == "in_progress"
    });
    gateway.restart();
    let check: Value = gateway.get("/v1/check/ai_training?subject=u-0001", &key).json().unwrap();
    assert_eq!(check["objected"], true);
    let (code, said, _) = gateway.command(&["case", "forget", &request, "--yes"]);
    assert_eq!(code, 0, "{said}");
    let check: Value = gateway.get("/v1/check/ai_training?subject=u-0001", &key).json().unwrap();
    assert_eq!(check["objected"], true, "a keyed hash stays, so that it can be honoured");
    let (code, said, _) = gateway.command(&[
        "objections",
        "check",
        "u-0001",
        "--purpose",
        "ai_training",
        "--exit-code",
    ]);
    assert_eq!(code, 10, "{said}");
}

#[test]
fn the_purposes_are_public_and_worded() {
    let gateway = Gateway::start();
    let answer = gateway.http.get(format!("{}/v1/purposes", gateway.url)).send().unwrap();
    let purposes: Value = answer.json().unwrap();
    assert_eq!(purposes["items"].as_array().unwrap().len(), 4);
    assert!(purposes["items"][0]["words"]["fr"].is_string());
}

#[test]
fn between_nodes_an_objection_travels_within_a_second_also_when_nobody_rings() {
    let gateway = Gateway::start();
    if !gateway.database().is_postgres() {
        return;
    }
    let other = super::harness::SecondNode::beside(&gateway);
    let key = gateway.pipeline();
    let is_known = |person: &str| {
        let url = format!("{}/v1/check/ai_training?subject={person}", other.url);
        let answer = gateway.http.get(url).bearer_auth(&key).send().unwrap();
        answer.json::<Value>().unwrap()["objected"] == true
    };
    gateway.until("the other node knows the key", || {
        let url = format!("{}/v1/check/ai_training?subject=x", other.url);
        gateway.http.get(url).bearer_auth(&key).send().unwrap().status() == 200
    });
    let travels = |person: &str| {
        gateway.person(person).objects_to("ai_training");
        let begun = std::time::Instant::now();
        gateway.until(person, || is_known(person));
        begun.elapsed()
    };
    let listeners = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'habeas listener' AND datname = current_database()";
    gateway.until("both nodes listen", || gateway.database().count(listeners) == 2);
    let rung: Vec<_> = (0..20).map(|n| travels(&format!("rung-{n}"))).collect();
    // Nobody rings: every listener is cut off, and is back only after a second.
    gateway.database().execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'habeas listener' AND datname = current_database()",
    );
    let unrung: Vec<_> = (0..5).map(|n| travels(&format!("unrung-{n}"))).collect();
    // The median, because one answer may be late on a busy machine.
    for mut took in [rung, unrung] {
        took.sort_unstable();
        assert!(took[took.len() / 2].as_millis() < 1_000, "{took:?}");
    }
    gateway.until("both nodes listen again", || gateway.database().count(listeners) == 2);
    other.stop();
}
