//! Plan, country, language, user agent and address change nothing: not a status, a header, a body, a date or a finding.

use serde_json::{Value, json};

use super::harness::Gateway;

/// What one life of requests looked like from outside, without ids and times.
fn life(
    gateway: &Gateway,
    sub: &str,
    plan: &str,
    country: &str,
    language: &str,
    agent: &str,
) -> Vec<String> {
    let person = gateway.person_on(sub, plan, country, language);
    let mut seen = Vec::new();
    let mut look = |answer: reqwest::blocking::Response| {
        let mut headers: Vec<String> = answer
            .headers()
            .iter()
            .filter(|(name, _)| {
                *name != "date"
                    && *name != "location"
                    && *name != "content-length"
                    && *name != "etag"
                    && *name != "repr-digest"
                    && *name != "content-disposition"
            })
            .map(|(name, value)| format!("{name}: {value:?}"))
            .collect();
        headers.sort();
        let status = answer.status();
        let mut body: Value = answer.json().unwrap_or(Value::Null);
        let reference = body["reference"].as_str().unwrap_or_default().to_owned();
        for name in ["received_at", "answered_at", "since", "epoch", "merged_into", "notice"] {
            if body.get(name).is_some() {
                body[name] = json!("…");
            }
        }
        let text = if reference.is_empty() {
            body.to_string()
        } else {
            body.to_string().replace(&reference, "REF")
        };
        seen.push(format!("{status} {headers:?} {text}"));
        reference
    };
    let http = &gateway.http;
    let send = |body: &Value| {
        http.post(format!("{}/v1/requests", gateway.url))
            .bearer_auth(person.token())
            .header("User-Agent", agent)
            .header("X-Forwarded-For", "203.0.113.7")
            .json(body)
            .send()
            .unwrap()
    };
    for body in [
        json!({ "right": "rectification" }),
        json!({ "right": "rectification" }),
        json!({ "right": "objection", "scope": { "purposes": ["product_analytics"] } }),
        json!({ "right": "nonsense" }),
        json!({ "right": "erasure", "scope": { "categories": ["conversations"] } }),
    ] {
        look(send(&body));
    }
    look(
        http.put(format!("{}/v1/objections/ai_training", gateway.url))
            .bearer_auth(person.token())
            .header("User-Agent", agent)
            .send()
            .unwrap(),
    );
    for _ in 0..5 {
        let reference =
            look(send(&json!({ "right": "access", "scope": { "categories": ["account"] } })));
        gateway.until("it is answered", || person.sees(&reference)["state"] == "decided");
        look(gateway.get(&format!("/v1/requests/{reference}"), &person.token()));
    }
    seen
}

#[test]
fn permuting_everything_a_plan_could_buy_changes_nothing() {
    let gateway = Gateway::with_company();
    let lives = [
        life(&gateway, "x-1", "free", "FR", "fr", "curl/8"),
        life(&gateway, "x-2", "enterprise", "DE", "de", "Mozilla/5.0"),
        life(&gateway, "x-3", "pro", "IE", "en", "a pipeline"),
        life(&gateway, "x-4", "", "", "", ""),
    ];
    for other in &lives[1..] {
        for (theirs, first) in other.iter().zip(&lives[0]) {
            assert_eq!(theirs, first);
        }
        assert_eq!(other.len(), lives[0].len());
    }
    let flags = gateway.database().count("SELECT count(*) FROM flags");
    let people = gateway
        .database()
        .count("SELECT count(DISTINCT c.subject_id) FROM flags f JOIN cases c ON c.id = f.case_id");
    assert_eq!(people, 4, "each of the four was flagged alike");
    assert_eq!(flags % 4, 0);
}
