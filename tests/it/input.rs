//! Bad input: the right 4xx with a problem that says what to do; nothing stored, nothing leaked, nothing panicking.

use reqwest::header::CONTENT_TYPE;
use serde_json::{Value, json};

use super::harness::Gateway;

fn nothing_was_stored(gateway: &Gateway) {
    for table in ["cases", "subjects", "jobs", "messages"] {
        let rows = if table == "subjects" {
            "SELECT count(*) FROM subjects WHERE kind <> 'controller'".to_owned()
        } else {
            format!("SELECT count(*) FROM {table}")
        };
        assert_eq!(gateway.database().count(&rows), 0, "{table}");
    }
}

#[test]
fn bad_bodies_are_refused_with_a_reason_and_nothing_is_stored() {
    let gateway = Gateway::start();
    let token = gateway.person("u-0001").token();
    let deep = format!("{{\"right\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let long = format!("{{\"right\":\"other\",\"message\":\"{}\"}}", "x".repeat(20_000));
    let huge = format!("{{\"right\":\"other\",\"message\":\"{}\"}}", "x".repeat(200_000));
    let many = format!(
        "{{\"right\":\"access\",\"scope\":{{\"categories\":[{}]}}}}",
        vec!["\"account\""; 100].join(",")
    );
    let cases: Vec<(Vec<u8>, u16, &str)> = vec![
        (b"".to_vec(), 400, "not valid JSON"),
        (b"{".to_vec(), 400, "not valid JSON"),
        (b"[]".to_vec(), 400, "wrong type"),
        (b"null".to_vec(), 400, "wrong type"),
        (b"{}".to_vec(), 400, "missing member `right`"),
        (b"{\"right\":\"access\",\"right\":\"erasure\"}".to_vec(), 400, "duplicate member `right`"),
        (b"{\"right\":\"access\",\"plan\":\"pro\"}".to_vec(), 400, "not known here"),
        (b"{\"right\":5}".to_vec(), 400, "wrong type"),
        (b"{\"right\":\"acess\"}".to_vec(), 422, "use one of access"),
        (b"{\"right\":\"access\xff\"}".to_vec(), 400, "UTF-8"),
        (b"{\"right\":\"\\ud800\"}".to_vec(), 400, "not valid JSON"),
        (deep.into_bytes(), 413, "larger than"),
        (long.into_bytes(), 422, "longer than"),
        (huge.into_bytes(), 413, "larger than"),
        (many.into_bytes(), 422, "at most 64"),
        (b"{\"right\":\"access\",\"scope\":{\"from\":\"2026-13-01\"}}".to_vec(), 422, "2026-01-31"),
        (b"{\"right\":\"access\",\"scope\":{\"from\":\"yesterday\"}}".to_vec(), 422, "2026-01-31"),
        (b"{\"right\":\"access\",\"scope\":{\"from\":\"2026-02-30\"}}".to_vec(), 422, "2026-01-31"),
        (
            b"{\"right\":\"access\",\"scope\":{\"from\":\"2026-02-02\",\"to\":\"2026-01-01\"}}"
                .to_vec(),
            422,
            "swap",
        ),
        (
            b"{\"right\":\"access\",\"scope\":{\"categories\":[\"nothing\"]}}".to_vec(),
            422,
            "no data category",
        ),
        (
            b"{\"right\":\"objection\",\"scope\":{\"purposes\":[\"nothing\"]}}".to_vec(),
            404,
            "no purpose",
        ),
        (b"{\"right\":\"access\",\"language\":\"French\"}".to_vec(), 422, "language"),
        (b"{\"right\":\"access\",\"country\":\"France\"}".to_vec(), 422, "country"),
        (
            b"{\"right\":\"access\",\"email\":\"ada@example.org\"}".to_vec(),
            422,
            "leave `email` out",
        ),
    ];
    for (body, status, reason) in cases {
        let shown = String::from_utf8_lossy(&body[..body.len().min(80)]).into_owned();
        let answer = gateway
            .http
            .post(format!("{}/v1/requests", gateway.url))
            .bearer_auth(&token)
            .header(CONTENT_TYPE, "application/json")
            .body(body)
            .send()
            .unwrap();
        assert_eq!(answer.status(), status, "{shown}");
        assert_eq!(answer.headers()["content-type"], "application/problem+json");
        let problem: Value = answer.json().unwrap();
        assert_eq!(problem["status"], status);
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(reason), "{shown}: {detail}");
        assert!(!detail.contains("ada@example.org"), "an error quotes nothing personal");
    }
    nothing_was_stored(&gateway);
}

#[test]
fn a_text_with_control_characters_is_a_clear_error_on_every_database() {
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    let refused = |answer: reqwest::blocking::Response, pointer: &str| {
        assert_eq!(answer.status(), 422, "{pointer}");
        let problem: Value = answer.json().unwrap();
        assert_eq!(problem["errors"][0]["pointer"], pointer);
        assert!(problem["detail"].as_str().unwrap().contains("control character"), "{problem}");
        assert!(!problem.to_string().contains("wheelchair"), "an error quotes nothing personal");
    };
    for barred in ["\0", "\u{8}", "\u{b}", "\u{c}", "\u{1f}"] {
        let message = format!("wheel{barred}chair");
        refused(ada.sends(&json!({ "right": "other", "message": message })), "#/message");
    }
    let scope = json!({ "categories": ["account", "a\0"] });
    refused(ada.sends(&json!({ "right": "access", "scope": scope })), "#/scope/categories/1");
    nothing_was_stored(&gateway);
    let kept = "one\n\ttwo\r\n\u{7f} \u{85} \u{2028} é \u{1f469}\u{200d}\u{1f680}";
    let asked = ada.asks(&json!({ "right": "other", "message": kept }));
    let case = asked["reference"].as_str().unwrap();
    assert_eq!(ada.sees(case)["message"], kept, "as it was written");
    let dpo = gateway.officer("dpo");
    let sends = |path: &str, body: &Value| {
        gateway.post(path, &dpo, body).header("If-Match", "\"1\"").send().unwrap()
    };
    let reason = json!({ "reason": "no\0" });
    let facts = json!({ "reason": "complexity", "facts": "no\0" });
    refused(sends(&format!("/v1/cases/{case}/extend"), &facts), "#/facts");
    refused(sends(&format!("/v1/cases/{case}/identify"), &reason), "#/reason");
    let change = json!({ "why": "new_terms", "note": "a\0" });
    let declared = sends("/v1/policy/changes", &change);
    refused(declared, "#/note");
    for path in
        ["/v1/policy/%00", "/v1/policy/a%00b?lang=en", "/v1/requests/%00", "/v1/tasks/%00/done"]
    {
        let answer = gateway.get(path, &dpo);
        assert!(matches!(answer.status().as_u16(), 404 | 405), "{path}: {}", answer.status());
    }
    let approval = sends("/v1/policy/announcements/%00/approval", &json!({ "role": "dpo" }));
    assert_eq!(approval.status(), 422);
}

#[test]
fn another_media_type_or_encoding_is_refused() {
    let gateway = Gateway::start();
    let token = gateway.person("u-0001").token();
    let send = |kind: &str, encoding: Option<&str>| {
        let mut request =
            gateway.http.post(format!("{}/v1/requests", gateway.url)).bearer_auth(&token);
        request = request.header(CONTENT_TYPE, kind).body("{\"right\":\"access\"}");
        if let Some(encoding) = encoding {
            request = request.header("Content-Encoding", encoding);
        }
        request.send().unwrap().status().as_u16()
    };
    assert_eq!(send("text/plain", None), 415);
    assert_eq!(send("application/json", Some("gzip")), 415);
    nothing_was_stored(&gateway);
    assert_eq!(send("application/json; charset=utf-8", None), 201);
}

#[test]
fn addresses_keys_queries_and_paths_that_make_no_sense_are_refused() {
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    let anonymous = |body: &Value| {
        gateway
            .http
            .post(format!("{}/v1/requests", gateway.url))
            .json(body)
            .send()
            .unwrap()
            .status()
            .as_u16()
    };
    assert_eq!(anonymous(&json!({ "right": "access" })), 401, "somebody must ask");
    assert_eq!(anonymous(&json!({ "right": "access", "email": "not an address" })), 422);
    for key in ["", "\"\"", "has space", "\u{1}"] {
        if let Ok(value) = reqwest::header::HeaderValue::from_str(key) {
            let answer = gateway
                .post("/v1/requests", &ada.token(), &json!({ "right": "access" }))
                .header("Idempotency-Key", value)
                .send()
                .unwrap();
            assert_eq!(answer.status(), 400, "{key:?}");
        }
    }
    for path in [
        "/v1/requests?limit=0",
        "/v1/requests?limit=201",
        "/v1/requests?cursor=x",
        "/v1/requests?nothing=1",
    ] {
        assert_eq!(gateway.get(path, &ada.token()).status(), 400, "{path}");
    }
    for path in ["/nothing", "/v1", "/v1/nothing", "/v1/requests/..%2f..%2fetc", "/v1/requests/%00"]
    {
        assert_eq!(gateway.get(path, &ada.token()).status(), 404, "{path}");
    }
    nothing_was_stored(&gateway);
}

#[test]
fn a_port_behind_a_forwarded_address_does_not_make_everybody_one_caller() {
    let gateway = Gateway::start_with(super::harness::Setup {
        settings: "[server]\ntrusted_proxies = [\"127.0.0.1\"]\n[guard]\nrequests_per_second = 1\nburst = 3".into(),
        ..Default::default()
    });
    let from = |address: &str| {
        let asked = gateway.http.get(format!("{}/o/x", gateway.url));
        asked.header("X-Forwarded-For", address).send().unwrap().status().as_u16()
    };
    for (loud, quiet) in
        [("198.51.100.7:5555", "203.0.113.9:6666"), ("[2001:db8:1::1]:443", "[2001:db8:2::1]:443")]
    {
        while from(loud) != 503 {}
        assert_eq!(from(quiet), 404, "{quiet} is somebody else");
    }
}

#[test]
fn a_body_that_never_ends_is_cut_off() {
    use std::io::{Read as _, Write as _};
    let gateway = Gateway::start_with(super::harness::Setup {
        settings: "[server]\nbody_timeout_ms = 300".into(),
        ..Default::default()
    });
    let token = gateway.person("u-0001").token();
    let address = gateway.url.strip_prefix("http://").unwrap();
    let mut stream = std::net::TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(std::time::Duration::from_secs(20))).unwrap();
    let head = format!(
        "POST /v1/requests HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {token}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{"
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = [0u8; 12];
    stream.read_exact(&mut answer).unwrap();
    assert_eq!(&answer, b"HTTP/1.1 408");
    nothing_was_stored(&gateway);
}

#[test]
fn the_guard_answers_503_with_current_headers_and_only_to_callers_nobody_knows() {
    let gateway = Gateway::start_with(super::harness::Setup {
        settings: "[guard]\nrequests_per_second = 1\nburst = 3".into(),
        ..Default::default()
    });
    let ada = gateway.person("u-0001");
    let anonymous = || {
        gateway
            .http
            .post(format!("{}/v1/requests", gateway.url))
            .json(&json!({ "right": "access", "email": "ada@example.org" }))
            .send()
            .unwrap()
    };
    let mut answers: Vec<_> = (0..8).map(|_| anonymous()).collect();
    let refused = answers.pop().unwrap();
    assert_eq!(refused.status(), 503);
    assert!(refused.headers()["retry-after"].to_str().unwrap().parse::<u64>().unwrap() >= 1);
    assert_eq!(refused.headers()["ratelimit-policy"], "\"network\";q=3;w=3");
    assert!(refused.headers()["ratelimit"].to_str().unwrap().starts_with("\"network\";r=0;t="));
    let problem: Value = refused.json().unwrap();
    assert!(problem["type"].as_str().unwrap().ends_with("temporary-reduced-capacity"));
    for _ in 0..20 {
        assert_eq!(
            ada.sends(&json!({ "right": "access" })).status(),
            201,
            "somebody we know passes"
        );
    }
}
