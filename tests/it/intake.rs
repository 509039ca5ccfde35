//! A request arrives.

use serde_json::{Value, json};

use super::harness::{Gateway, reference};

#[test]
fn a_request_is_recorded_with_its_due_date_and_costs_nothing() {
    let gateway = Gateway::start();
    let answer =
        gateway.person("u-0001").sends(&json!({ "right": "access", "message": "my back hurts" }));
    assert_eq!(answer.status(), 201);
    assert!(answer.headers()["location"].to_str().unwrap().starts_with("/v1/requests/HB-"));
    assert_eq!(answer.headers()["cache-control"], "no-store");
    let body: Value = answer.json().unwrap();
    assert_eq!(body["right"], "access");
    assert_eq!(body["state"], "received");
    assert_eq!(body["identity"], "verified");
    assert_eq!(body["fee"], Value::Null);
    assert_eq!(body["due"]["date"], "2026-12-24");
    assert!(body["due"]["explanation"].as_array().unwrap().len() > 1);
    let seen = gateway.person("u-0001").sees(&reference(&body));
    assert_eq!(seen["message"], "my back hurts");
}

#[test]
fn every_right_has_a_door() {
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    for right in [
        "access",
        "rectification",
        "erasure",
        "restriction",
        "portability",
        "objection",
        "automated_decision_review",
        "consent_withdrawal",
        "other",
    ] {
        assert_eq!(ada.asks_for(right)["right"], right);
    }
}

#[test]
fn the_same_key_again_gives_the_same_case_and_another_body_is_refused() {
    let gateway = Gateway::start();
    let token = gateway.person("u-0001").token();
    let send = |key: &str, body: &Value| {
        gateway.post("/v1/requests", &token, body).header("Idempotency-Key", key).send().unwrap()
    };
    let body = json!({ "right": "access" });
    let first = send("\"k-1\"", &body);
    assert_eq!(first.status(), 201);
    let first: Value = first.json().unwrap();
    let again = send("k-1", &body);
    assert_eq!(again.status(), 200, "quoted or bare, it is the same key");
    let again: Value = again.json().unwrap();
    assert_eq!(again["reference"], first["reference"]);
    assert_eq!(again["due"], first["due"]);
    let other = send("k-1", &json!({ "right": "erasure" }));
    assert_eq!(other.status(), 422);
    assert_eq!(gateway.database().count("SELECT count(*) FROM cases"), 1);
    // A string of the draft may hold blanks, and escapes that stand for what they escape.
    let spaced = reference(&send("\"my key; no 1\"", &body).json().unwrap());
    for (key, status) in [
        ("\"my key; no 1\"", 200),
        ("\"my key; no 1\"; a=1", 200),
        ("\"my\\ key\"", 400),
        ("\"my key", 400),
        ("\"my\" key\"", 400),
        ("my key; no 1", 400),
        ("\" \"", 400),
    ] {
        assert_eq!(send(key, &body).status(), status, "{key}");
    }
    assert_eq!(send("a\\b", &body).status(), 201);
    assert_eq!(send("\"a\\\\b\"", &body).status(), 200, "the same key, escaped");
    assert_eq!(gateway.database().count("SELECT count(*) FROM cases"), 3);
    assert_ne!(spaced, reference(&first));
    // Another person's key is another key.
    let noor = gateway.person("u-0002").token();
    let theirs =
        gateway.post("/v1/requests", &noor, &body).header("Idempotency-Key", "k-1").send().unwrap();
    assert_eq!(theirs.status(), 201);
}

#[test]
fn fifty_at_once_with_one_key_are_one_case() {
    let gateway = Gateway::start();
    let token = gateway.person("u-0001").token();
    let body = json!({ "right": "other", "message": "wheelchair" });
    let references: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..50)
            .map(|_| {
                scope.spawn(|| {
                    let answer = gateway
                        .post("/v1/requests", &token, &body)
                        .header("Idempotency-Key", "same")
                        .send()
                        .unwrap();
                    assert!(answer.status().is_success());
                    reference(&answer.json().unwrap())
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(references.iter().all(|r| *r == references[0]));
    assert_eq!(gateway.database().count("SELECT count(*) FROM cases"), 1);
}

#[test]
fn a_second_request_while_the_first_is_open_is_merged_and_keeps_its_date() {
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    let first = ada.asks_for("rectification");
    gateway.passes_days(3);
    let second = ada.asks_for("rectification");
    assert_eq!(second["state"], "merged");
    assert_eq!(second["merged_into"], first["reference"]);
    assert_eq!(second["due"]["date"], first["due"]["date"]);
    assert_ne!(second["reference"], first["reference"]);
    let other = ada.asks(&json!({ "right": "rectification", "message": "another thing" }));
    assert_eq!(other["state"], "received", "another matter is another request");
}

#[test]
fn a_request_without_an_account_is_recorded_unverified_and_waits_for_a_human() {
    let gateway = Gateway::with_company();
    let send = || {
        gateway
            .http
            .post(format!("{}/v1/requests", gateway.url))
            .json(&json!({ "right": "access", "email": "Ada@Example.org" }))
            .send()
            .unwrap()
    };
    let answer = send();
    assert_eq!(answer.status(), 201);
    let body: Value = answer.json().unwrap();
    assert_eq!(body["identity"], "unverified");
    assert_eq!(body["due"]["date"], "2026-12-24", "the clock runs");
    let case = format!("/v1/cases/{}", reference(&body));
    let worker = gateway.officer("caseworker");
    gateway.until("a case worker has a task", || {
        let sheet: Value = gateway.get(&case, &worker).json().unwrap();
        sheet["tasks"][0]["system"] == "identity"
    });
    assert_eq!(
        gateway.database().count("SELECT count(*) FROM packages"),
        0,
        "nothing is handed out"
    );
}

#[test]
fn somebody_elses_reference_looks_like_one_that_does_not_exist() {
    let gateway = Gateway::start();
    let ada = reference(&gateway.person("u-0001").asks_for("access"));
    let noor = gateway.person("u-0002").token();
    for path in ["", "/receipt", "/package"] {
        let theirs = gateway.get(&format!("/v1/requests/{ada}{path}"), &noor);
        let none = gateway.get(&format!("/v1/requests/HB-0000-0000{path}"), &noor);
        let nonsense = gateway.get(&format!("/v1/requests/whatever{path}"), &noor);
        assert_eq!(theirs.status(), 404);
        assert_eq!(none.status(), 404);
        let headers = |answer: &reqwest::blocking::Response| {
            let mut headers = answer.headers().clone();
            headers.remove("date");
            headers
        };
        assert_eq!(headers(&theirs), headers(&none));
        let text = theirs.text().unwrap();
        assert_eq!(text, none.text().unwrap());
        assert_eq!(text, nonsense.text().unwrap());
    }
    for act in ["withdraw", "contest", "messages"] {
        let answer = gateway
            .post(&format!("/v1/requests/{ada}/{act}"), &noor, &json!({ "text": "x" }))
            .send()
            .unwrap();
        assert_eq!(answer.status(), 404, "{act}");
    }
}

#[test]
fn a_person_lists_their_own_requests_page_by_page() {
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    gateway.person("u-0002").asks_for("access");
    let mut sent: Vec<String> = Vec::new();
    for n in 0..5 {
        gateway.passes_ms(1000);
        sent.push(reference(
            &ada.asks(&json!({ "right": "other", "message": format!("matter {n}") })),
        ));
    }
    sent.reverse();
    let mut seen = Vec::new();
    let mut path = "/v1/requests?limit=2".to_owned();
    loop {
        let page: Value = gateway.get(&path, &ada.token()).json().unwrap();
        seen.extend(page["items"].as_array().unwrap().iter().map(reference));
        match page["next"].as_str() {
            Some(next) => path = format!("/v1/requests?limit=2&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(seen, sent);
}

#[test]
fn what_was_taken_back_is_closed_and_what_was_answered_can_be_contested() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    let open = reference(&ada.asks_for("restriction"));
    let withdrawn: Value = gateway
        .post(&format!("/v1/requests/{open}/withdraw"), &ada.token(), &json!({}))
        .send()
        .unwrap()
        .json()
        .unwrap();
    assert_eq!(withdrawn["state"], "withdrawn");
    let again = gateway
        .post(&format!("/v1/requests/{open}/withdraw"), &ada.token(), &json!({}))
        .send()
        .unwrap();
    assert_eq!(again.status(), 409);
    let answered = reference(&ada.is_answered(&json!({ "right": "access" })));
    let contested: Value = gateway
        .post(
            &format!("/v1/requests/{answered}/contest"),
            &ada.token(),
            &json!({ "text": "my back hurts" }),
        )
        .send()
        .unwrap()
        .json()
        .unwrap();
    assert_eq!(contested["state"], "in_progress");
    assert_eq!(contested["messages"][0]["text"], "my back hurts");
}
