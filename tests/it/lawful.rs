//! Ordinary answers are lawful ones: what is not given has a ground of its own article, facts, and a letter in the same act.

use std::path::Path;

use reqwest::StatusCode;
use serde_json::{Value, json};

use super::harness::{Gateway, Setup, reference};

const FACTS: &str = "section 147 of the tax code, until 31 December 2034";

/// A case by hand of somebody who signed in.
fn by_hand(gateway: &Gateway, sub: &str, body: &Value) -> String {
    let case = reference(&gateway.person(sub).asks(body));
    has_a_task(gateway, &case);
    case
}

fn has_a_task(gateway: &Gateway, case: &str) {
    gateway.until("a case worker has it", || {
        !sheet(gateway, case)["tasks"].as_array().unwrap().is_empty()
    });
}

fn sheet(gateway: &Gateway, case: &str) -> Value {
    gateway.get(&format!("/v1/cases/{case}"), &gateway.officer("caseworker")).json().unwrap()
}

/// What the answer is told, or that it was given.
fn answers(gateway: &Gateway, case: &str, body: &Value) -> Result<(), String> {
    let answer = gateway.works(case, "answer", "caseworker", body);
    if answer.status() == StatusCode::OK {
        return Ok(());
    }
    assert_eq!(answer.status(), 422);
    Err(answer.json::<Value>().unwrap()["detail"].as_str().unwrap().to_owned())
}

fn ground(code: &str, facts: &str) -> Value {
    json!({ "code": code, "facts": facts })
}

#[test]
fn nobody_is_refused_because_a_case_worker_does_not_want_to() {
    let gateway = Gateway::start();
    let case = by_hand(&gateway, "u-0001", &json!({ "right": "rectification" }));
    let says = |outcome: &str, grounds: Value| {
        answers(
            &gateway,
            &case,
            &json!({ "outcome": outcome, "text": "Nein.", "grounds": grounds }),
        )
    };
    for outcome in ["partial", "declined"] {
        let said = says(outcome, json!([ground("wir wollen nicht", FACTS)])).unwrap_err();
        assert_eq!(said, "`wir wollen nicht` is no ground; use `16`");
        assert!(says(outcome, json!([])).unwrap_err().contains("`grounds`"));
        assert!(
            says(outcome, json!([ground("17(3)(b)", FACTS)])).unwrap_err().contains("use `16`")
        );
        assert!(says(outcome, json!([ground("16", "x")])).unwrap_err().contains("say in words"));
        // Art. 12(5) has the review alone.
        assert!(says(outcome, json!([ground("12(5)", FACTS)])).unwrap_err().contains("no ground"));
    }
    for outcome in ["refuse", "refused", "fee"] {
        assert!(says(outcome, json!([])).unwrap_err().contains("the review alone"));
    }
    let mixed = says("fulfilled", json!([ground("16", FACTS)])).unwrap_err();
    assert!(mixed.contains("leaves nothing out"), "{mixed}");
    assert_eq!(sheet(&gateway, &case)["state"], "in_progress", "nothing of it happened");
    assert!(gateway.letter("u-0001", &case, "declined").is_none());
}

#[test]
fn what_is_declined_is_told_in_the_same_act_with_ground_facts_authority_and_court() {
    let gateway = Gateway::start();
    let asked = json!({ "right": "rectification", "language": "de", "country": "DE" });
    let case = by_hand(&gateway, "u-0001", &asked);
    let facts = "Das Geburtenregister nennt dasselbe Datum wie wir.";
    let body =
        json!({ "outcome": "declined", "text": "Guten Tag", "grounds": [ground("16", facts)] });
    answers(&gateway, &case, &body).unwrap();
    let seen = gateway.person("u-0001").sees(&case);
    assert_eq!(seen["outcome"], "declined");
    assert_eq!(seen["fee"], Value::Null);
    let letter = gateway.letter("u-0001", &case, "declined").unwrap();
    for part in [facts, "Art. 16 DSGVO", "Aufsichtsbehörde", "Art. 77", "Gericht", "überprüfen"]
    {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    // The person may say that it is wrong, and is heard.
    let contest = format!("/v1/requests/{case}/contest");
    let token = gateway.person("u-0001").token();
    assert_eq!(gateway.post(&contest, &token, &json!({})).send().unwrap().status(), 200);
    assert_eq!(sheet(&gateway, &case)["state"], "in_progress");
}

#[test]
fn only_who_cannot_be_found_is_unidentifiable_and_never_to_an_objection() {
    let gateway = Gateway::start();
    let says = |case: &str, grounds: Value| {
        let body =
            json!({ "outcome": "unidentifiable", "text": "who are you", "grounds": grounds });
        answers(&gateway, case, &body)
    };
    let searched = || json!([ground("11(2)", "we searched every system by the address you gave")]);
    let signed_in = by_hand(&gateway, "u-0001", &json!({ "right": "restriction" }));
    assert!(says(&signed_in, searched()).unwrap_err().contains("signed in"));
    let other = by_hand(&gateway, "u-0002", &json!({ "right": "automated_decision_review" }));
    assert!(says(&other, searched()).unwrap_err().contains("Arts. 15 to 20"));
    let writes = |right: &str| {
        let body = json!({ "right": right, "email": "nobody@example.org" });
        let url = format!("{}/v1/requests", gateway.url);
        let case = reference(&gateway.http.post(url).json(&body).send().unwrap().json().unwrap());
        has_a_task(&gateway, &case);
        case
    };
    let unknown = writes("rectification");
    assert!(says(&unknown, json!([])).unwrap_err().contains("what was searched"));
    assert!(says(&unknown, json!([ground("16", FACTS)])).unwrap_err().contains("use `11(2)`"));
    says(&unknown, searched()).unwrap();
    assert_eq!(sheet(&gateway, &unknown)["outcome"], "unidentifiable");
    let kinds: Vec<Value> = sheet(&gateway, &unknown)["notices"]
        .as_array()
        .unwrap()
        .iter()
        .map(|notice| notice["kind"].clone())
        .collect();
    assert_eq!(kinds, ["unidentifiable"]);
}

#[test]
fn a_copy_that_is_none_is_not_called_fulfilled() {
    let gateway = Gateway::start();
    let body = json!({ "right": "access", "email": "nobody@example.org" });
    let url = format!("{}/v1/requests", gateway.url);
    let case = reference(&gateway.http.post(url).json(&body).send().unwrap().json().unwrap());
    has_a_task(&gateway, &case);
    let refusal = "we refuse, you ask too often, pay 50 EUR";
    let said = answers(&gateway, &case, &json!({ "outcome": "fulfilled", "text": refusal }));
    assert!(said.unwrap_err().contains("nothing is handed over"));
    let file =
        json!({ "name": "copy.pdf", "media_type": "application/pdf", "content": "cGFnZXM=" });
    let body = json!({ "outcome": "fulfilled", "text": "here it is", "attachments": [file] });
    answers(&gateway, &case, &body).unwrap();
}

#[test]
fn an_objection_is_weighed_and_never_declined() {
    let gateway = Gateway::start();
    let asked = json!({ "right": "objection", "scope": { "purposes": ["product_analytics"] } });
    let case = by_hand(&gateway, "u-0001", &asked);
    for outcome in ["partial", "declined", "unidentifiable"] {
        for code in ["21(1)", "16", "11(2)", "none"] {
            let body = json!({ "outcome": outcome, "text": "votre opposition est rejetée",
                "grounds": [ground(code, FACTS)] });
            assert!(answers(&gateway, &case, &body).is_err(), "{outcome} {code}");
        }
    }
    assert_eq!(sheet(&gateway, &case)["state"], "in_progress");
}

#[test]
fn a_system_that_nobody_could_reach_is_named_in_the_letter_as_people_know_it() {
    let gateway = Gateway::start_with(Setup {
        with_company: true,
        settings: "[jobs]\nattempts_max = 1\npause_ms = 20\n".into(),
        policies: Box::new(|policies| {
            let path = policies.join("datamap.toml");
            let map = std::fs::read_to_string(&path).unwrap();
            let line = map.lines().find(|line| line.starts_with("url = ")).unwrap().to_owned();
            let away = "url = \"sqlite://no/such/folder/company.db\"";
            std::fs::write(&path, map.replace(&line, away)).unwrap();
        }),
    });
    let case = by_hand(&gateway, "u-0001", &json!({ "right": "access" }));
    let body = json!({ "outcome": "partial", "text": "our archive is broken" });
    answers(&gateway, &case, &body).unwrap();
    let letter = gateway.letter("u-0001", &case, "not_in_full").unwrap();
    assert!(letter.contains("- Chat service: this cannot be searched by machine"), "{letter}");
    let tasks = sheet(&gateway, &case)["tasks"].clone();
    assert_eq!(tasks[0]["state"], "open", "somebody still has to look");
}

#[test]
fn what_is_kept_is_told_in_a_letter_with_its_law() {
    let gateway = Gateway::with_company();
    let asked = json!({ "right": "erasure", "language": "fr" });
    let case = reference(&gateway.person("u-0001").asks(&asked));
    gateway.until("it is answered", || sheet(&gateway, &case)["outcome"] == "partial");
    let letter = gateway.letter("u-0001", &case, "not_in_full").unwrap();
    for part in [
        "Vos factures",
        "conservées pendant dix ans",
        "article 17, paragraphe 3, point b)",
        "autorité de contrôle",
        "tribunal",
    ] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
}

#[test]
fn the_command_line_refuses_what_the_api_refuses() {
    let gateway = Gateway::start();
    let case = by_hand(&gateway, "u-0001", &json!({ "right": "rectification" }));
    let run = |rest: &[&str]| gateway.command(&[&["case"], rest, &["--officer", "dana"]].concat());
    let says = |ground: &str| {
        run(&["answer", &case, "--outcome", "declined", "--text", "no", "--ground", ground])
    };
    let (code, said, wrong) = says("wir wollen nicht=because we do not want to");
    assert_eq!(code, 1, "{said}{wrong}");
    assert!(format!("{said}{wrong}").contains("use `16`"), "{said}{wrong}");
    let extend = |why: &str, facts: &str| run(&["extend", &case, "--why", why, "--facts", facts]);
    assert_eq!(extend("holidays", "everybody is away over Christmas").0, 2);
    assert_eq!(extend("complexity", "x").0, 1);
    assert_eq!(extend("complexity", "three archives must be searched").0, 0);
    assert_eq!(sheet(&gateway, &case)["extended"], true);
    assert!(gateway.letter("u-0001", &case, "extended").is_some());
    assert_eq!(says("16=the register of births says the same").0, 0);
}

#[test]
fn a_ground_names_a_dataset_that_exists_and_is_told_which_there_are() {
    let gateway = Gateway::with_company();
    let case = by_hand(&gateway, "u-0001", &json!({ "right": "rectification" }));
    let says = |dataset: &str| {
        let ground = json!({ "code": "16", "dataset": dataset, "facts": FACTS });
        let body = json!({ "outcome": "declined", "text": "Nein.", "grounds": [ground] });
        answers(&gateway, &case, &body)
    };
    let names = gateway.office.policies.datamap.dataset_names();
    let some = names.iter().find(|name| name.ends_with(".conversations")).unwrap();
    for unknown in ["shop.moonbeams", "moonbeams", "", "shop."] {
        let said = says(unknown).unwrap_err();
        assert!(said.contains(&format!("there is no dataset `{unknown}`")), "{said}");
        assert!(names.iter().all(|name| said.contains(name)), "{said}");
    }
    assert_eq!(sheet(&gateway, &case)["state"], "in_progress", "nothing of it happened");
    says(some).unwrap();
    let letter = gateway.letter("u-0001", &case, "declined").unwrap();
    assert!(letter.contains("- Your conversations: "), "by its name for people: {letter}");
}

#[test]
fn a_map_that_names_no_place_answers_nobody() {
    let gateway = Gateway::start_with(Setup {
        policies: Box::new(|policies: &Path| {
            std::fs::write(policies.join("datamap.toml"), "version = \"2026-11-28\"\n").unwrap();
        }),
        ..Setup::default()
    });
    for right in ["access", "portability", "erasure"] {
        let case = reference(&gateway.person("u-0001").asks(&json!({ "right": right })));
        gateway.until("a human has it", || {
            let path = format!("/v1/cases/{case}");
            let sheet: Value = gateway.get(&path, &gateway.officer("dpo")).json().unwrap();
            let task = sheet["tasks"][0]["reason"].as_str().unwrap_or_default();
            task.contains("nothing was searched") && task.contains("`nowhere = true`")
        });
        assert_eq!(gateway.person("u-0001").sees(&case)["state"], "received", "{right}");
    }
    let both = "version = \"2026-11-28\"\nnowhere = true\n";
    let map =
        include_str!("../../policies/datamap.toml").replacen("version = \"2026-11-24\"\n", both, 1);
    std::fs::write(gateway.dir.join("policies/datamap.toml"), map).unwrap();
    let (code, _, said) = gateway.command(&["config", "check"]);
    assert!(code == 1 || code == 2, "{said}");
    assert!(said.contains("`nowhere` says that no personal data lie anywhere"), "{said}");
}
