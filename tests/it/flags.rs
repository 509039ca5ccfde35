//! A threshold flags, and does nothing else.

use serde_json::{Value, json};

use super::harness::{Gateway, reference};

fn flags(gateway: &Gateway, state: &str) -> Vec<Value> {
    let token = gateway.officer("dpo");
    let page: Value =
        gateway.get(&format!("/v1/review/flags?state={state}"), &token).json().unwrap();
    page["items"].as_array().unwrap().clone()
}

#[test]
fn the_fourth_identical_request_is_flagged_and_the_person_cannot_tell() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    let body = json!({ "right": "access", "scope": { "categories": ["account"] } });
    let mut answers = Vec::new();
    for _ in 0..4 {
        answers.push(ada.is_answered(&body));
    }
    let open = flags(&gateway, "open");
    assert_eq!(open.len(), 1);
    assert_eq!(open[0]["rule"], "access.normal");
    assert_eq!(open[0]["case"], answers[3]["reference"]);
    let counted: Vec<&Value> =
        open[0]["counted"].as_array().unwrap().iter().map(|c| &c["case"]).collect();
    assert_eq!(counted, answers[..3].iter().map(|a| &a["reference"]).collect::<Vec<_>>());
    let one: Value = gateway
        .get(
            &format!("/v1/review/flags/{}", open[0]["id"].as_str().unwrap()),
            &gateway.officer("auditor"),
        )
        .json()
        .unwrap();
    let explanation = one["explanation"].to_string();
    assert!(explanation.contains("With one earlier request fewer"), "{explanation}");
    // Byte by byte the same, but for the reference and the times.
    let plain = |answer: &Value| {
        let mut answer = answer.clone();
        let own = reference(&answer);
        for name in ["received_at", "answered_at"] {
            answer[name] = Value::Null;
        }
        answer.to_string().replace(&own, "REF")
    };
    assert_eq!(plain(&answers[3]), plain(&answers[0]));
}

#[test]
fn whoever_reads_a_flag_at_the_command_line_stands_in_the_log_like_whoever_reads_it_over_http() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    for _ in 0..4 {
        ada.is_answered(&json!({ "right": "access", "scope": { "categories": ["account"] } }));
    }
    let flag = flags(&gateway, "open")[0].clone();
    let (id, case) = (flag["id"].as_str().unwrap(), flag["case"].as_str().unwrap());
    let readings = |gateway: &Gateway| {
        let rows =
            gateway.office.store.read_blocking("leaves", |tx| tx.leaves(0, i64::MAX)).unwrap();
        rows.iter().filter(|r| String::from_utf8_lossy(&r.entry).contains("case.read")).count()
    };
    let before = readings(&gateway);
    gateway.get(&format!("/v1/review/flags/{id}"), &gateway.officer("dpo"));
    assert_eq!(readings(&gateway), before + 1, "over HTTP");
    let (code, said, _) = gateway.command(&["review", "show", id]);
    assert_eq!(code, 0);
    assert!(said.contains(case) && said.contains("access.normal"), "{said}");
    assert!(said.contains("With one earlier request fewer"), "{said}");
    assert_eq!(readings(&gateway), before + 2, "at the command line");
    let (code, said, _) = gateway.command(&["case", "show", case]);
    assert_eq!(code, 0);
    assert!(said.contains("flag       open by access.normal"), "{said}");
    assert_eq!(readings(&gateway), before + 3, "the sheet of the case");
    // Lists hold nobody's words, and whoever finds nothing has read nothing.
    let (code, said, _) = gateway.command(&["review", "list", "--state", "open", "--json"]);
    assert_eq!(code, 0);
    let listed: Value = serde_json::from_str(said.trim()).unwrap();
    assert_eq!((&listed["id"], &listed["counted"]), (&flag["id"], &json!(3)));
    assert_eq!(gateway.command(&["case", "list"]).0, 0);
    assert_eq!(gateway.command(&["review", "show", "flag_00000000000000000000000000"]).0, 3);
    assert_eq!(readings(&gateway), before + 3);
}

#[test]
fn a_flag_that_nobody_reviews_closes_in_the_persons_favour() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    for _ in 0..4 {
        ada.is_answered(&json!({ "right": "access", "scope": { "categories": ["account"] } }));
    }
    assert_eq!(flags(&gateway, "open").len(), 1);
    gateway.passes_days(14);
    assert_eq!(flags(&gateway, "lapsed").len(), 0, "half of the time is not over");
    gateway.passes_days(2);
    gateway.until("the flag lapses", || flags(&gateway, "lapsed").len() == 1);
    assert!(flags(&gateway, "open").is_empty());
}

#[test]
fn a_thousand_objections_raise_no_flag() {
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    for _ in 0..250 {
        ada.objects_to("marketing_email");
        let body = json!({ "right": "objection", "scope": { "purposes": ["ai_training"] } });
        assert_eq!(ada.sends(&body).status(), 201);
        assert_eq!(ada.sends(&json!({ "right": "restriction" })).status(), 201);
        assert_eq!(ada.sends(&json!({ "right": "consent_withdrawal" })).status(), 201);
    }
    assert_eq!(gateway.database().count("SELECT count(*) FROM flags"), 0);
}

#[test]
fn what_does_not_count_does_not_flag() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    let account = json!({ "right": "access", "scope": { "categories": ["account"] } });
    ada.is_answered(&account);
    ada.is_answered(&account);
    // Contested: P5. Another scope: P7. Another right: P7.
    let contested = reference(&ada.is_answered(&account));
    gateway
        .post(&format!("/v1/requests/{contested}/contest"), &ada.token(), &json!({}))
        .send()
        .unwrap();
    let ground = json!({ "code": "15(4)", "facts": "one thread holds what others wrote" });
    let partial = json!({ "outcome": "partial", "text": "here", "grounds": [ground] });
    let answer = gateway.works(&contested, "answer", "caseworker", &partial);
    assert_eq!(answer.status(), 200);
    ada.is_answered(&json!({ "right": "access", "scope": { "categories": ["billing"] } }));
    ada.is_answered(&json!({ "right": "portability", "scope": { "categories": ["account"] } }));
    let last = ada.is_answered(&account);
    assert!(flags(&gateway, "open").is_empty());
    assert_eq!(last["outcome"], "fulfilled");
}

#[test]
fn new_data_in_between_clear_the_count_and_the_flag() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    let account = json!({ "right": "access", "scope": { "categories": ["account"] } });
    for _ in 0..3 {
        ada.is_answered(&account);
    }
    gateway.company().execute("UPDATE users SET country = 'PT' WHERE id = 'u-0001'");
    // At the door nobody could know. The answer shows it, and with it the flag closes in the person's favour (P8).
    let fourth = ada.is_answered(&account);
    assert_eq!(flags(&gateway, "open").len(), 0);
    let overtaken = flags(&gateway, "not_excessive");
    assert_eq!(overtaken.len(), 1);
    assert_eq!(overtaken[0]["case"], fourth["reference"]);
    // From now on only what came since counts.
    for _ in 0..2 {
        ada.is_answered(&account);
    }
    assert_eq!(flags(&gateway, "open").len(), 0);
    ada.is_answered(&account);
    assert_eq!(flags(&gateway, "open").len(), 1, "the fourth with the same data is looked at");
}
