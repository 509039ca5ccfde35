//! Consent is withdrawn as an objection is made: at once, by every way, without reasons, and never counted (Art. 7(3)).

use std::path::Path;

use serde_json::{Value, json};

use super::harness::{Gateway, Setup, reference};

fn gateway() -> Gateway {
    const PURPOSES: &str = "[[purpose]]\nid = \"voice\"\nkind = \"consent\"\nlegal_basis = \"6(1)(a)\"\nobeyed_by = [\"voice-lab\"]\n\
        title = { en = \"Recordings of your voice\", de = \"Aufnahmen Ihrer Stimme\" }\n\
        words = { en = \"We keep what you say to make speech recognition better.\" }\n\
        already_used = { en = \"Recordings are deleted within a week.\" }\n";
    Gateway::start_with(Setup {
        policies: Box::new(|policies: &Path| {
            let path = policies.join("purposes.toml");
            let text = std::fs::read_to_string(&path).unwrap();
            std::fs::write(path, format!("{text}\n{PURPOSES}")).unwrap();
        }),
        ..Setup::default()
    })
}

fn is_stopped(gateway: &Gateway, key: &str, purpose: &str, subject: &str) -> bool {
    let path = format!("/v1/check/{purpose}?subject={subject}");
    gateway.get(&path, key).json::<Value>().unwrap()["objected"] == true
}

#[test]
fn consent_is_withdrawn_in_one_call_and_nobody_weighs_or_counts_it() {
    let gateway = gateway();
    let key = gateway.pipeline();
    let ada = gateway.person("u-1");
    ada.objects_to("voice");
    assert!(is_stopped(&gateway, &key, "voice", "u-1"));
    assert!(!is_stopped(&gateway, &key, "voice", "u-2"));
    // As a request it is answered at once, as often as anybody says so.
    for _ in 0..6 {
        let scope = json!({ "purposes": ["voice"] });
        let answer = ada.is_answered(&json!({ "right": "consent_withdrawal", "scope": scope }));
        assert_eq!((&answer["outcome"], &answer["flag"]), (&json!("fulfilled"), &Value::Null));
        gateway.passes_days(1);
    }
    assert_eq!(gateway.database().count("SELECT count(*) FROM flags"), 0);
    assert_eq!(gateway.differences(), Vec::<String>::new());
}

#[test]
fn who_withdraws_consent_and_says_not_to_what_withdraws_all_of_it_and_nothing_else() {
    let gateway = gateway();
    let key = gateway.pipeline();
    let noor = gateway.person("u-7");
    let answer = noor.is_answered(&json!({ "right": "consent_withdrawal" }));
    assert_eq!(answer["outcome"], "fulfilled");
    assert!(is_stopped(&gateway, &key, "voice", "u-7"));
    assert!(!is_stopped(&gateway, &key, "ai_training", "u-7"), "that is no consent");
    // Without a token, by an address, it is in force for the address as soon as it is recorded.
    let url = format!("{}/v1/requests", gateway.url);
    let body = json!({ "right": "consent_withdrawal", "email": "eve@example.org" });
    let answer = gateway.http.post(url).json(&body).send().unwrap();
    assert_eq!(answer.status(), 201);
    reference(&answer.json().unwrap());
    let body = json!({ "subjects": [{ "email": "eve@example.org" }] });
    let checked: Value =
        gateway.post("/v1/check/voice", &key, &body).send().unwrap().json().unwrap();
    assert_eq!(checked["objected"], json!([0]));
}
