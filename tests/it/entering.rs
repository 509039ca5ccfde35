//! A request that came by letter, by phone or over the counter is entered by an officer: dated by the day it came, and treated
//! like every other.

use serde_json::{Value, json};

use super::harness::{Gateway, reference};

const LETTER: &str = "Bitte senden Sie mir alles.";

fn entry(received_at: &str, people: Value) -> Value {
    json!({ "right": "access", "received_at": received_at, "came_by": "letter", "people": people })
}

fn by_email(address: &str) -> Value {
    json!([{ "email": address }])
}

/// What the officer is told: the cases, or why not.
fn enters(gateway: &Gateway, body: &Value) -> Result<Vec<Value>, String> {
    let answer = gateway.post("/v1/cases", &gateway.officer("caseworker"), body).send().unwrap();
    let status = answer.status();
    let said: Value = answer.json().unwrap();
    if status == 201 {
        return Ok(said["items"].as_array().unwrap().clone());
    }
    assert_eq!(status, 422, "{said}");
    Err(said["detail"].as_str().unwrap().to_owned())
}

fn sheet(gateway: &Gateway, case: &Value, role: &str) -> Value {
    let path = format!("/v1/cases/{}", case["reference"].as_str().unwrap());
    gateway.get(&path, &gateway.officer(role)).json().unwrap()
}

#[test]
fn a_letter_that_is_typed_in_six_days_late_is_due_by_the_day_it_came() {
    let gateway = Gateway::start();
    // Today is Tuesday, 24 November 2026.
    let case = &enters(&gateway, &entry("2026-11-18", by_email("ada@example.org"))).unwrap()[0];
    assert_eq!(case["received_at"], "2026-11-17T23:00:00Z");
    assert_eq!(case["due"]["date"], "2026-12-18");
    assert_eq!(case["identity"], "unverified");
    let said = case["due"]["explanation"].as_array().unwrap();
    assert!(said[0].as_str().unwrap().contains("18 November 2026"), "{said:?}");
    // The log and the sheet tell both days, and who typed it in.
    let sheet = sheet(&gateway, case, "caseworker");
    assert_eq!(sheet["entered"]["at"], gateway.clock.now().rfc3339());
    assert_eq!(sheet["entered"]["came_by"], "letter");
    assert!(sheet["entered"]["by"].as_str().unwrap().contains("caseworker-1"));
    assert_eq!(sheet["asker"]["claimed"], "ada@example.org");
    // The receipt is there to be printed.
    let path = format!("/v1/requests/{}/receipt", case["reference"].as_str().unwrap());
    let token = gateway.officer("caseworker");
    gateway.until("the receipt is signed", || gateway.get(&path, &token).status() == 200);
}

#[test]
fn the_period_ends_as_the_regulation_says_from_the_true_day() {
    let gateway = Gateway::start();
    for (came, due) in [
        // 26 December is a Saturday, and the Friday before it a holiday.
        ("2026-11-23", "2026-12-23"),
        ("2026-10-31", "2026-11-30"),
        // 21 November 2026 was a Saturday.
        ("2026-10-21", "2026-11-23"),
        // 25 October was a Sunday: that changes nothing, its month ends on 25 November.
        ("2026-10-25", "2026-11-25"),
        ("2026-11-24", "2026-12-24"),
    ] {
        let case = &enters(&gateway, &entry(came, by_email("ada@example.org"))).unwrap()[0];
        assert_eq!(case["due"]["date"], due, "{came}");
    }
    // A moment counts by its day where the controller is.
    let moment = entry("2026-11-17T23:30:00Z", by_email("ada@example.org"));
    assert_eq!(enters(&gateway, &moment).unwrap()[0]["due"]["date"], "2026-12-18");
}

#[test]
fn what_cannot_have_come_then_is_refused_and_leaves_nothing() {
    let gateway = Gateway::start();
    let tries = |received_at: &str| {
        enters(&gateway, &entry(received_at, by_email("ada@example.org"))).unwrap_err()
    };
    assert!(tries("2026-11-25").contains("today is 2026-11-24"));
    assert!(tries("2018-05-24").contains("before 2018-05-25"));
    assert!(tries("gestern").contains("is no day"));
    let list: Value = gateway.get("/v1/cases", &gateway.officer("caseworker")).json().unwrap();
    assert_eq!(list["items"], json!([]));
    let answer = gateway
        .post("/v1/cases", &gateway.officer("auditor"), &entry("2026-11-18", by_email("a@b.org")))
        .send()
        .unwrap();
    assert_eq!(answer.status(), 403);
}

#[test]
fn a_letter_counts_and_merges_as_if_its_person_had_sent_it_that_day() {
    let gateway = Gateway::start();
    let known =
        json!([{ "account": { "subject": "u-0001" }, "how": "the customer number in the letter" }]);
    // A human corrects what is wrong.
    let mends = |received_at: &str, people: Value| {
        let mut body = entry(received_at, people);
        body["right"] = json!("rectification");
        body
    };
    let typed = enters(&gateway, &mends("2026-11-20", known.clone())).unwrap()[0].clone();
    assert_eq!(typed["identity"], "verified");
    // The same person, wordless, for the same: one request (P9).
    let sent = gateway.person("u-0001").asks_for("rectification");
    assert_eq!(sent["merged_into"], typed["reference"]);
    assert_eq!(sent["due"]["date"], typed["due"]["date"]);
    // They see it as their own, and an earlier letter is never due later than it came.
    let seen = gateway.person("u-0001").sees(&reference(&typed));
    assert_eq!(seen["due"]["date"], "2026-12-21");
    let older = enters(&gateway, &mends("2026-11-16", known)).unwrap()[0].clone();
    assert_eq!(
        (older["state"].as_str(), older["due"]["date"].as_str()),
        (Some("received"), Some("2026-12-16"))
    );
    let said =
        enters(&gateway, &entry("2026-11-20", json!([{ "account": { "subject": "u-0001" } }])));
    assert!(said.unwrap_err().contains("how it is known"));
}

#[test]
fn two_represented_people_are_two_cases_that_know_nothing_of_each_other() {
    let gateway = Gateway::start();
    let mut body = entry(
        "2026-11-18",
        json!([
            { "name": "Ada Lovelace", "postal": "1 St James's Square, London" },
            { "name": "Ada Lovelace", "postal": "1 St James's Square, London" },
        ]),
    );
    assert!(enters(&gateway, &body).unwrap_err().contains("`representative`"));
    body["representative"] = json!({
        "kind": "lawyer", "name": "Charles Babbage", "contact": "babbage@example.org",
        "mandate": "power of attorney of 1 November 2026",
    });
    let cases = enters(&gateway, &body).unwrap();
    assert_eq!(cases.len(), 2);
    for case in &cases {
        assert_eq!(
            (case["state"].as_str(), case["identity"].as_str()),
            (Some("received"), Some("unverified"))
        );
        let sheet = sheet(&gateway, case, "dpo");
        assert_eq!(sheet["entered"]["representative"]["name"], "Charles Babbage");
        assert_eq!(sheet["entered"]["name"], "Ada Lovelace");
        // Who only audits sees that somebody acts for them, and nobody's name.
        let audited = self::sheet(&gateway, case, "auditor")["entered"].clone();
        assert_eq!(audited["represented_by"], "lawyer");
        assert!(
            !audited.to_string().contains("Babbage") && !audited.to_string().contains("Lovelace")
        );
    }
    // An address is not a person: the lawyer's is nobody else's (P10).
    body["people"] = json!([{ "email": "babbage@example.org" }]);
    assert!(enters(&gateway, &body).unwrap_err().contains("`representative.contact`"));
    body["people"] = json!([{ "email": "house@example.org" }, { "email": "House@example.org" }]);
    assert!(enters(&gateway, &body).unwrap_err().contains("give each their own"));
    // Nobody's account is opened by the word of somebody else alone.
    body["representative"]["mandate"] = Value::Null;
    body["people"] = json!([{ "account": { "subject": "u-0001" }, "how": "their mother says so" }]);
    assert!(enters(&gateway, &body).unwrap_err().contains("`representative.mandate`"));
}

#[test]
fn the_scanned_letter_lies_with_the_case_and_the_command_does_the_same() {
    let gateway = Gateway::start();
    let scan =
        json!({ "name": "letter.pdf", "media_type": "application/pdf", "content": "JVBERi0=" });
    let mut body =
        entry("2026-11-18", json!([{ "email": "ada@example.org", "attachments": [scan] }]));
    body["message"] = json!(LETTER);
    let case = &enters(&gateway, &body).unwrap()[0];
    let sheet = sheet(&gateway, case, "caseworker");
    assert_eq!(sheet["attachments"][0]["name"], "letter.pdf");
    assert_eq!(sheet["message"], LETTER);

    let (code, out, err) = gateway.command(&[
        "case",
        "enter",
        "--officer",
        "clerk",
        "--right",
        "erasure",
        "--received",
        "2026-11-18",
        "--came-by",
        "counter",
        "--email",
        "ada@example.org",
    ]);
    assert_eq!((code, err.as_str()), (0, ""), "{out}");
    assert!(out.contains("received 2026-11-17T23:00:00Z"), "{out}");
    let (code, _, err) = gateway.command(&[
        "case",
        "enter",
        "--officer",
        "clerk",
        "--right",
        "erasure",
        "--received",
        "2090-01-01",
        "--came-by",
        "counter",
        "--email",
        "ada@example.org",
    ]);
    assert_eq!(code, 1, "{err}");
    assert!(err.contains("today is"), "{err}");
}

#[test]
fn an_objection_by_letter_holds_for_the_account_as_soon_as_that_is_found() {
    let gateway = Gateway::start();
    let key = gateway.pipeline();
    let objected = || {
        let answer = gateway.get("/v1/check/ai_training?subject=u-0001", &key);
        answer.json::<Value>().unwrap()["objected"] == true
    };
    let mut body = entry(
        "2026-11-23",
        json!([{ "name": "Ada Lovelace", "postal": "1 St James's Square, London" }]),
    );
    body["right"] = json!("objection");
    body["scope"] = json!({ "purposes": ["ai_training"] });
    let case = &enters(&gateway, &body).unwrap()[0];
    // Nobody knows yet whose account it is: that is nothing to call done.
    gateway.until("somebody looks for the account", || {
        !sheet(&gateway, case, "caseworker")["tasks"].as_array().unwrap().is_empty()
    });
    assert!(!objected());
    let found =
        json!({ "how": "the only contract in that house", "account": { "subject": "u-0001" } });
    let answer = gateway.works(&reference(case), "identify", "caseworker", &found);
    assert_eq!(answer.status(), 200);
    gateway.until("the objection is in force for the account", objected);
}

#[test]
fn a_letter_typed_in_twice_with_one_key_is_one_case_and_with_another_body_is_refused() {
    let gateway = Gateway::start();
    let send = |key: &str, role: &str, body: &Value| {
        let order = gateway.post("/v1/cases", &gateway.officer(role), body);
        let answer = order.header("Idempotency-Key", key).send().unwrap();
        (answer.status().as_u16(), answer.json::<Value>().unwrap())
    };
    let cases = || gateway.database().count("SELECT count(*) FROM cases");
    let scan =
        json!({ "name": "letter.pdf", "media_type": "application/pdf", "content": "JVBERi0=" });
    // Two people without an account, who are met nowhere else: the key is the officer's.
    let mut body = entry(
        "2026-11-18",
        json!([
            { "name": "Ada Lovelace", "postal": "1 St James's Square, London", "attachments": [scan] },
            { "name": "Ada Lovelace", "postal": "1 St James's Square, London" },
        ]),
    );
    body["representative"] = json!({ "kind": "parent", "name": "Annabella Byron" });
    let (status, first) = send("\"in-tray 4711\"", "caseworker", &body);
    assert_eq!((status, first["items"].as_array().unwrap().len()), (201, 2));
    gateway.passes_days(2);
    let (status, again) = send("\"in-tray 4711\"", "caseworker", &body);
    assert_eq!((status, &again), (200, &first), "the same cases, with the same dates");
    assert_eq!(cases(), 2);
    let files = "SELECT count(*) FROM attachments";
    assert_eq!(gateway.database().count(files), 1, "the scan is kept once");

    body["right"] = json!("erasure");
    let (status, refused) = send("\"in-tray 4711\"", "caseworker", &body);
    assert_eq!((status, refused["type"].as_str()), (422, Some("/docs#idempotency-key-reused")));
    assert_eq!(send("\"in-tray 4711", "caseworker", &body).0, 400);
    assert_eq!(cases(), 2);
    // Another officer's key is another key, and no key is none.
    assert_eq!(send("\"in-tray 4711\"", "dpo", &body).0, 201);
    let without = || {
        let order = gateway.post("/v1/cases", &gateway.officer("caseworker"), &body);
        order.send().unwrap().status().as_u16()
    };
    assert_eq!((without(), without()), (201, 201));
    assert_eq!(cases(), 8);
}

#[test]
fn twenty_at_once_with_one_key_enter_one_case_and_the_command_does_the_same() {
    let gateway = Gateway::start();
    let body = entry("2026-11-18", by_email("ada@example.org"));
    let token = gateway.officer("caseworker");
    let references: Vec<String> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..20)
            .map(|_| {
                scope.spawn(|| {
                    let order = gateway.post("/v1/cases", &token, &body);
                    let answer = order.header("Idempotency-Key", "same").send().unwrap();
                    assert!(answer.status().is_success(), "{}", answer.status());
                    reference(&answer.json::<Value>().unwrap()["items"][0])
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(references.iter().all(|r| *r == references[0]), "{references:?}");
    assert_eq!(gateway.database().count("SELECT count(*) FROM cases"), 1);

    let order = |right: &str| {
        let words = "case enter --officer clerk --received 2026-11-18 --came-by counter --email ada@example.org --idempotency-key k-1 --right";
        let words: Vec<&str> = words.split(' ').chain([right]).collect();
        gateway.command(&words)
    };
    let (code, first, wrong) = order("erasure");
    assert_eq!(code, 0, "{wrong}");
    assert_eq!(order("erasure"), (0, first, String::new()));
    let (code, _, wrong) = order("rectification");
    assert_eq!(code, 1);
    assert!(wrong.contains("used with another body"), "{wrong}");
    assert_eq!(gateway.database().count("SELECT count(*) FROM cases"), 2);
}

#[test]
fn whoever_asks_by_letter_gets_a_receipt_to_keep_with_their_own_words_and_the_date() {
    let gateway = Gateway::start();
    let mut body = entry("2026-11-18", by_email("ada@example.org"));
    body["language"] = json!("fr");
    body["right"] = json!("erasure");
    body["message"] = json!("Effacez mon compte, s'il vous plaît.");
    let case = &enters(&gateway, &body).unwrap()[0];
    let reference = case["reference"].as_str().unwrap();
    let seen = sheet(&gateway, case, "caseworker");
    let letters = seen["notices"].as_array().unwrap();
    assert_eq!(letters.len(), 1, "{seen}");
    assert_eq!(letters[0]["kind"], "receipt");
    let path = letters[0]["link"].as_str().unwrap();
    let letter = gateway.get(path, &gateway.officer("caseworker")).text().unwrap();
    for part in [
        "Effacez mon compte, s'il vous plaît.",
        "effacement de vos données",
        "18 décembre 2026",
        "à tout moment",
        "/privacy",
        "gratuit",
        reference,
    ] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    assert_eq!(gateway.differences(), Vec::<String>::new());
}
