//! Evaluation in depth: what counts, what resets, what makes a rule kinder, and what a country may add; each of it live, and
//! again in the replay that ends every test.

use std::path::Path;

use serde_json::{Value, json};

use super::harness::{Gateway, Person, Setup, reference};

fn with(policies: impl Fn(&Path) + 'static, settings: &str) -> Gateway {
    Gateway::start_with(Setup {
        with_company: true,
        settings: settings.to_owned(),
        policies: Box::new(policies),
    })
}

fn edit(file: &Path, whole: &str, by: &str) {
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.contains(whole), "{} holds `{whole}`", file.display());
    std::fs::write(file, text.replace(whole, by)).unwrap();
}

fn flags(gateway: &Gateway) -> i64 {
    gateway.database().count("SELECT count(*) FROM flags")
}

fn account() -> Value {
    json!({ "right": "access", "scope": { "categories": ["account"] } })
}

fn asks(person: &Person<'_>, times: usize) {
    for _ in 0..times {
        person.is_answered(&account());
    }
}

fn declare(gateway: &Gateway, body: &Value) -> Value {
    let answer = gateway.post("/v1/policy/changes", &gateway.officer("dpo"), body).send().unwrap();
    assert_eq!(answer.status(), 201, "{}", answer.text().unwrap());
    gateway.passes_ms(1);
    answer.json().unwrap()
}

#[test]
fn the_same_static_data_three_times_in_forty_days_raise_one_flag_and_change_nothing() {
    let gateway = with(
        |dir| {
            edit(
                &dir.join("datamap.toml"),
                "change_class = \"normal\"",
                "change_class = \"static\"",
            );
        },
        "",
    );
    let ada = gateway.person("u-0001");
    let mut answers = Vec::new();
    for _ in 0..3 {
        answers.push(ada.is_answered(&account()));
        gateway.passes_days(20);
    }
    assert_eq!(flags(&gateway), 1);
    let plain = |answer: &Value| {
        let mut answer = answer.clone();
        let own = reference(&answer);
        for name in ["received_at", "answered_at", "due"] {
            answer[name] = Value::Null;
        }
        answer.to_string().replace(&own, "REF")
    };
    assert_eq!(plain(&answers[2]), plain(&answers[0]));
    // The due date is that of the calendar: one month after receipt, flag or not.
    let (code, out, _) = gateway.command(&[
        "deadline",
        answers[2]["received_at"].as_str().unwrap(),
        "--country",
        "FR",
        "--zone",
        "Europe/Paris",
        "--json",
    ]);
    assert_eq!(code, 0);
    let expected: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answers[2]["due"]["date"], expected["due"]);
}

#[test]
fn a_declared_change_resets_the_count_for_those_whom_it_concerns() {
    let gateway = Gateway::with_company();
    let (ada, bob) = (gateway.person("u-0001"), gateway.person("u-0002"));
    asks(&ada, 3);
    asks(&bob, 3);
    // A change in data that nobody here asked for touches none of it.
    declare(
        &gateway,
        &json!({ "why": "new_recipient", "categories": ["billing"], "note": "a new tax adviser" }),
    );
    let case = reference(&ada.is_answered(&json!({ "right": "portability" })));
    // One that concerns one person resets hers and nobody else's.
    declare(
        &gateway,
        &json!({ "why": "legal_proceedings", "case": case, "note": "proceedings began" }),
    );
    asks(&ada, 1);
    assert_eq!(flags(&gateway), 0, "hers were reset");
    asks(&bob, 1);
    assert_eq!(flags(&gateway), 1, "his were not");
    declare(&gateway, &json!({ "why": "breach", "note": "a notified breach" }));
    asks(&bob, 2);
    assert_eq!(flags(&gateway), 1, "everybody's were reset");
    let listed: Value =
        gateway.get("/v1/policy/changes", &gateway.officer("auditor")).json().unwrap();
    let whom: Vec<&Value> =
        listed["items"].as_array().unwrap().iter().map(|item| &item["concerns"]).collect();
    assert_eq!(whom, ["everybody", "one_person", "everybody"]);
    // What was found before stays as it was found: the replay that ends this test assesses it again.
    let (code, out, _) = gateway.command(&["policy", "change", "list"]);
    assert_eq!(code, 0);
    assert!(out.contains("breach") && out.contains("one person"), "{out}");
    let (code, out, said) = gateway.command(&[
        "policy",
        "change",
        "declare",
        "--why",
        "terms_change",
        "--note",
        "new terms",
        "--officer",
        "dana",
        "--at",
        "2026-11-23T10:00:00Z",
    ]);
    assert_eq!(code, 0, "{out}{said}");
}

#[test]
fn a_change_that_makes_no_sense_is_refused_with_what_to_do() {
    let gateway = Gateway::with_company();
    let send = |body: Value| {
        let answer =
            gateway.post("/v1/policy/changes", &gateway.officer("dpo"), &body).send().unwrap();
        (answer.status().as_u16(), answer.text().unwrap())
    };
    for (body, status, expected) in [
        (json!({ "why": "plan_change", "note": "x" }), 422, "use one of new_data"),
        (json!({ "why": "breach", "note": " " }), 422, "say in `note`"),
        (
            json!({ "why": "breach", "note": "x", "at": "2030-01-01T00:00:00Z" }),
            422,
            "in the future",
        ),
        (json!({ "why": "breach", "note": "x", "at": "2020-01-01T00:00:00Z" }), 422, "180 days"),
        (json!({ "why": "breach", "note": "x", "categories": ["none"] }), 422, "no data category"),
        (json!({ "why": "breach", "note": "x", "case": "HB-0000-0000" }), 404, "no such"),
    ] {
        let (got, said) = send(body.clone());
        assert_eq!(got, status, "{body}: {said}");
        assert!(said.contains(expected), "{body}: {said}");
    }
    let answer = gateway
        .post(
            "/v1/policy/changes",
            &gateway.officer("caseworker"),
            &json!({ "why": "breach", "note": "x" }),
        )
        .send()
        .unwrap();
    assert_eq!(answer.status(), 403);
}

#[test]
fn what_can_harm_the_person_makes_a_rule_kinder() {
    let gateway = with(
        |dir| {
            let map = dir.join("datamap.toml");
            edit(&map, "category = \"account\"", "category = \"account\"\ndetriment = \"scoring\"");
        },
        "",
    );
    let ada = gateway.person("u-0001");
    asks(&ada, 4);
    assert_eq!(flags(&gateway), 0, "the fourth would be looked at without it");
    asks(&ada, 1);
    assert_eq!(flags(&gateway), 1);
}

#[test]
fn the_spanish_pack_adds_a_hint_to_the_evidence_and_nothing_else() {
    let pack = |dir: &Path| {
        std::fs::create_dir_all(dir.join("packs")).unwrap();
        let text = include_str!("../../policies/packs/es.toml");
        std::fs::write(dir.join("packs/es.toml"), text).unwrap();
    };
    let mut with_pack = with(pack, "[policies]\npacks = [\"es\"]\n");
    let plain = with(|_| {}, "");
    let hints = |gateway: &Gateway, answer: &Value| -> Value {
        let path = format!("/v1/cases/{}", reference(answer));
        gateway.get(&path, &gateway.officer("dpo")).json::<Value>().unwrap()["hints"].clone()
    };
    let stripped = |answer: &Value| {
        let mut answer = answer.clone();
        let own = reference(&answer);
        answer["answered_at"] = Value::Null;
        answer["parts"] = Value::Null;
        answer.to_string().replace(&own, "REF")
    };
    let mut last = Value::Null;
    for n in 0..3 {
        let hinted = with_pack.person("u-0001").is_answered(&account());
        let unhinted = plain.person("u-0001").is_answered(&account());
        assert_eq!(stripped(&hinted), stripped(&unhinted), "the person cannot tell");
        let expected = if n == 0 { json!([]) } else { json!("es_13_3") };
        let got = hints(&with_pack, &hinted);
        assert_eq!(if n == 0 { got.clone() } else { got[0]["id"].clone() }, expected);
        assert_eq!(hints(&plain, &unhinted), json!([]));
        last = hinted;
    }
    assert_eq!((flags(&with_pack), flags(&plain)), (0, 0), "a hint is no flag");
    // With the pack gone the evidence of then can still be told again.
    let config = with_pack.dir.join("habeas.toml");
    edit(&config, "packs = [\"es\"]", "packs = []");
    with_pack.restart();
    assert_eq!(hints(&with_pack, &last)[0]["seen"], 3);
}

#[test]
fn another_system_is_another_scope_and_an_unknown_one_an_error() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    let chat =
        json!({ "right": "access", "scope": { "categories": ["account"], "systems": ["chat"] } });
    asks(&ada, 3);
    for _ in 0..3 {
        let answer = ada.is_answered(&chat);
        assert_eq!(answer["outcome"], "fulfilled");
    }
    assert_eq!(flags(&gateway), 0, "three of each are ordinary");
    let unknown = ada.sends(&json!({ "right": "access", "scope": { "systems": ["none"] } }));
    assert_eq!(unknown.status(), 422);
    assert!(unknown.text().unwrap().contains("there is no system `none`"));
    ada.is_answered(&chat);
    assert_eq!(flags(&gateway), 1);
}

#[test]
fn a_repeated_question_attaches_to_the_open_one_and_says_so() {
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    let body = json!({ "right": "rectification", "language": "de-AT" });
    let first = ada.asks(&body);
    let second = ada.asks(&body);
    assert_eq!(second["state"], "merged");
    assert_eq!(second["due"]["date"], first["due"]["date"]);
    let notice = second["notice"].as_str().unwrap();
    assert!(notice.contains(first["reference"].as_str().unwrap()), "{notice}");
    let due = first["due"]["date"].as_str().unwrap().parse().unwrap();
    let due = habeas::words::day(habeas::words::Language::De, due);
    assert!(notice.contains(&due), "{notice}: {due}");
    assert!(notice.starts_with("Sie haben dasselbe"), "{notice}");
    assert_eq!(ada.sees(second["reference"].as_str().unwrap())["notice"], second["notice"]);
    assert!(first.get("notice").is_none());
    // A message is no request: it attaches and counts nowhere.
    let path = format!("/v1/requests/{}/messages", reference(&first));
    for _ in 0..5 {
        let sent =
            gateway.post(&path, &ada.token(), &json!({ "text": "any news?" })).send().unwrap();
        assert_eq!(sent.status(), 200);
    }
    assert_eq!(gateway.database().count("SELECT count(*) FROM cases"), 2);
}

#[test]
fn requests_that_nobody_confirmed_change_nothing_for_whom_they_name() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    asks(&ada, 2);
    for n in 0..200 {
        let body = json!({ "right": "access", "email": "ada@example.org", "scope": { "categories": ["account"] },
            "message": format!("{n}") });
        let url = format!("{}/v1/requests", gateway.url);
        assert_eq!(gateway.http.post(url).json(&body).send().unwrap().status(), 201);
    }
    let third = ada.is_answered(&account());
    assert_eq!(third["outcome"], "fulfilled");
    assert_eq!(third["identity"], "verified");
    assert_eq!(flags(&gateway), 0);
    asks(&ada, 1);
    assert_eq!(
        flags(&gateway),
        1,
        "her own fourth, and nobody else's, is the one that is looked at"
    );
}

#[test]
fn thirty_seven_people_through_one_lawyer_are_thirty_seven_people() {
    let gateway = Gateway::start();
    for n in 0..37 {
        let client = gateway.person(&format!("client-{n}"));
        let body = json!({ "right": "access", "message": "On behalf of my client, c/o one and the same chambers" });
        assert_eq!(client.sends(&body).status(), 201);
        gateway.passes_days(1);
    }
    assert_eq!(flags(&gateway), 0);
}

#[test]
fn a_version_is_tried_on_the_history_and_nobody_is_named() {
    let gateway = Gateway::with_company();
    asks(&gateway.person("u-0001"), 5);
    asks(&gateway.person("u-0002"), 1);
    let lax = gateway.dir.join("lax.toml");
    let shipped = include_str!("../../policies/thresholds.toml");
    std::fs::write(&lax, shipped.replacen("\nkth = 4\n", "\nkth = 5\n", 1)).unwrap();
    let (code, out, said) =
        gateway.command(&["policy", "simulate", lax.to_str().unwrap(), "--json"]);
    assert_eq!(code, 0, "{said}");
    let told: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(told["requests"], 6);
    assert_eq!(told["people"], 2);
    let total = &told["total"];
    assert_eq!(total["in_force"], gateway.database().count("SELECT count(*) FROM flags"));
    assert_eq!((&total["in_force"], &total["proposed"]), (&json!(2), &json!(1)));
    assert_eq!((&total["only_in_force"], &total["only_proposed"]), (&json!(1), &json!(0)));
    assert_eq!(told["months"][0]["right"], "access");
    assert_eq!(told["months"][0]["month"], "2026-11");
    let (code, table, said) = gateway.command(&["policy", "simulate", lax.to_str().unwrap()]);
    assert_eq!(code, 0);
    for text in [&out, &table, &said] {
        assert!(!text.contains("HB-") && !text.contains("u-0001"), "{text}");
    }
    let (code, out, _) = gateway.command(&[
        "policy",
        "diff",
        gateway.dir.join("policies/thresholds.toml").to_str().unwrap(),
        lax.to_str().unwrap(),
        "--json",
    ]);
    assert_eq!(code, 1, "there is a difference");
    let difference: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(difference["stricter"], false);
    assert_eq!(
        difference["rules"][0]["changes"][0],
        json!({ "key": "kth", "before": "4", "after": "5", "stricter": false })
    );
}

#[test]
fn the_same_inputs_give_the_same_bytes_after_a_restart() {
    let mut gateway = Gateway::with_company();
    asks(&gateway.person("u-0001"), 4);
    let flag = |gateway: &Gateway| -> String {
        let token = gateway.officer("auditor");
        let list: Value = gateway.get("/v1/review/flags", &token).json().unwrap();
        let id = list["items"][0]["id"].as_str().unwrap().to_owned();
        gateway.get(&format!("/v1/review/flags/{id}"), &token).json::<Value>().unwrap()["finding"]
            .to_string()
    };
    let before = flag(&gateway);
    gateway.restart();
    assert_eq!(flag(&gateway), before);
    assert_eq!(gateway.differences(), Vec::<String>::new());
}
