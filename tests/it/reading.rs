//! What is only looked at, in parts, or in somebody's own way of writing: HEAD, ranges, languages, countries, references.

use std::io::{Read as _, Write as _};

use habeas::auth::Scope;
use reqwest::Method;
use reqwest::blocking::Response;
use serde_json::{Value, json};

use super::document::DOCUMENT;
use super::harness::{Gateway, Person, Setup, reference};

impl Gateway {
    fn looks(&self, method: Method, path: &str, token: &str) -> Response {
        // A GET with the signal would object.
        let gpc = if method == Method::HEAD { "1" } else { "0" };
        let mut asked = self.http.request(method, format!("{}{path}", self.url));
        if !token.is_empty() {
            asked = asked.bearer_auth(token);
        }
        asked.header("Accept", "*/*, text/html").header("Sec-GPC", gpc).send().unwrap()
    }

    /// Asks for the same until it is flagged, and a review is opened towards the person; gives the flag.
    fn is_heard(&self, person: &Person<'_>) -> String {
        for round in 0..4 {
            self.passes_ms(1000);
            let case = reference(&person.asks_for("rectification"));
            let sheet = format!("/v1/cases/{case}");
            self.until("a case worker has it", || {
                let sheet: Value = self.get(&sheet, &self.officer("caseworker")).json().unwrap();
                sheet["tasks"][0]["state"] == "open"
            });
            if round < 3 {
                let body = json!({ "outcome": "fulfilled", "text": "corrected" });
                assert_eq!(self.works(&case, "answer", "caseworker", &body).status(), 200);
            }
        }
        let dpo = self.officer("dpo");
        let flags: Value = self.get("/v1/review/flags", &dpo).json().unwrap();
        let flag = flags["items"][0]["id"].as_str().unwrap().to_owned();
        let path = format!("/v1/review/flags/{flag}/open");
        assert_eq!(self.post(&path, &dpo, &json!({})).send().unwrap().status(), 200);
        flag
    }

    fn fetches(&self, path: &str, token: &str, headers: &[(&str, &str)]) -> Response {
        let asked = self.http.get(format!("{}{path}", self.url)).bearer_auth(token);
        headers
            .iter()
            .fold(asked, |asked, (name, value)| asked.header(*name, *value))
            .send()
            .unwrap()
    }
}

/// Every path that answers GET, with what stands in its place here.
fn paths(parts: &[(&str, &str)], queries: &[(&str, &str)]) -> Vec<String> {
    let routes = DOCUMENT["paths"].as_object().unwrap();
    let readable = routes.iter().filter(|(_, item)| item.get("get").is_some());
    readable
        .map(|(path, _)| {
            let query = queries.iter().find(|(of, _)| of == path).map_or("", |(_, query)| query);
            let parts = parts.iter().filter(|(of, _)| path.contains(*of) || of.starts_with('{'));
            let whole = parts.fold(path.clone(), |path, (of, part)| {
                let name = if of.starts_with('{') { of } else { "{id}" };
                path.replace(name, part)
            });
            whole + query
        })
        .collect()
}

#[test]
fn head_answers_as_get_does_wherever_get_does_and_leaves_no_trace() {
    let gateway = Gateway::start_with(Setup {
        settings: "[signals]\ngpc = [\"marketing_email\"]".into(),
        with_company: true,
        ..Setup::default()
    });
    let ada = gateway.person("u-0001");
    let case = reference(&ada.is_answered(&json!({ "right": "access" })));
    let flag = gateway.is_heard(&ada);
    let list: Value = gateway.get("/v1/requests", &ada.token()).json().unwrap();
    let heard = list["items"][0]["reference"].as_str().unwrap().to_owned();
    // A letter that the person has not read.
    let letter = ada.sees(&heard)["notices"][0]["link"].as_str().unwrap().to_owned();
    let receipt = format!("/v1/requests/{case}/receipt");
    gateway.until("the receipt is signed", || gateway.get(&receipt, &ada.token()).status() == 200);
    let keys = gateway.new_key_with(&[Scope::ObjectionsCheck, Scope::ObjectionsLink]);
    gateway.until("the key is known", || {
        gateway.get("/v1/check/ai_training?subject=x", &keys).status() == 200
    });
    let choices: Value = gateway
        .post("/v1/objections/choices", &keys, &json!({ "subject": "u-0001" }))
        .send()
        .unwrap()
        .json()
        .unwrap();
    let marketing = choices["items"].as_array().unwrap().iter();
    let marketing = marketing.into_iter().find(|item| item["purpose"] == "marketing_email");
    let link = marketing.unwrap()["link"].as_str().unwrap().to_owned();
    let policy: Value = gateway.get("/v1/policy", &gateway.officer("dpo")).json().unwrap();

    let mut all = paths(
        &[
            ("{ref}", &case),
            ("flags", &flag),
            ("{purpose}", "ai_training"),
            ("{path}", "0/000.p/1"),
            ("{token}", link.rsplit('/').next().unwrap()),
            ("{hash}", policy["hash"].as_str().unwrap()),
        ],
        &[
            ("/v1/check/{purpose}", "?subject=u-0001"),
            ("/v1/objections/snapshot", "?purpose=ai_training"),
            ("/v1/objections/changes", "?purpose=ai_training"),
            ("/v1/audit/proof/inclusion", &format!("?ref={case}")),
            ("/v1/audit/proof/consistency", "?from=1&to=2"),
        ],
    );
    all.push(format!("/v1/cases/{heard}"));
    all.push(format!("/v1/requests/{heard}/review"));
    all.push("/v1/review/log?format=csv".into());
    // Last: whoever reads it is told, which is a new version of the case.
    all.push(letter);
    assert!(all.len() > 35, "{all:?}");
    let officers = ["dpo", "auditor"].map(|role| gateway.officer(role));
    let [dpo, auditor] = &officers;
    let noor = gateway.person("u-0002").token();
    let speakers = [ada.token(), noor, dpo.clone(), auditor.clone(), keys, String::new()];

    let trace = || {
        ["log_leaves", "objections", "notices WHERE told_at IS NOT NULL", "messages", "jobs"]
            .map(|table| gateway.database().count(&format!("SELECT count(*) FROM {table}")))
    };
    let before = trace();
    let mut heads = Vec::new();
    for path in &all {
        for speaker in &speakers {
            heads.push(gateway.looks(Method::HEAD, path, speaker));
        }
    }
    assert_eq!(trace(), before, "whoever only looks has read, got and said nothing");
    let mut heads = heads.into_iter();
    let mut fine = 0;
    for path in &all {
        for speaker in &speakers {
            let head = heads.next().unwrap();
            let whole = gateway.looks(Method::GET, path, speaker);
            assert_eq!(head.status(), whole.status(), "{path}");
            for name in ["content-type", "cache-control", "etag", "content-disposition", "vary"] {
                // A case that was read has another version afterwards only if something happened to it.
                assert_eq!(head.headers().get(name), whole.headers().get(name), "{path}: {name}");
            }
            fine += usize::from(whole.status() == 200);
            let length = head.headers().get("content-length").cloned();
            assert!(head.bytes().unwrap().is_empty(), "{path}");
            // The log grows while it is read.
            let changes = ["/audit/", "/receipt"].iter().any(|part| path.contains(part));
            if let Some(length) = length.filter(|_| !changes) {
                let body = whole.bytes().unwrap();
                assert_eq!(length.to_str().unwrap(), body.len().to_string(), "{path}");
            }
        }
    }
    assert!(fine > 60, "most of it could be read by somebody: {fine}");
    assert_ne!(trace(), before, "reading is written down");
}

#[test]
fn a_head_has_the_length_of_the_body_and_not_one_byte_of_it() {
    let gateway = Gateway::start();
    let raw = |head: &str| {
        let address = gateway.url.strip_prefix("http://").unwrap();
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(std::time::Duration::from_secs(20))).unwrap();
        write!(stream, "{head} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n").unwrap();
        write!(stream, "Authorization: Bearer {}\r\n", gateway.pipeline()).unwrap();
        write!(stream, "Accept: text/event-stream\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    };
    let whole = raw("GET /v1/purposes");
    let length = whole.split_once("\r\n\r\n").unwrap().1.len();
    let head = raw("HEAD /v1/purposes");
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(
        head.to_ascii_lowercase().contains(&format!("\r\ncontent-length: {length}\r\n")),
        "{head}"
    );
    // A stream without end has no body either, and ends at once.
    for path in ["/v1/purposes", "/v1/objections/changes?purpose=ai_training", "/nothing"] {
        let head = raw(&format!("HEAD {path}"));
        assert!(head.ends_with("\r\n\r\n") && head.matches("\r\n\r\n").count() == 1, "{head}");
    }
    let posted =
        gateway.http.head(format!("{}/v1/requests/x/withdraw", gateway.url)).send().unwrap();
    assert_eq!(
        (posted.status().as_u16(), &posted.headers()["allow"]),
        (405, &"POST".parse().unwrap())
    );
}

#[test]
fn a_download_is_resumed_only_within_the_archive_that_it_began_with() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    let case = reference(&ada.is_answered(&json!({ "right": "access" })));
    let path = format!("/v1/requests/{case}/package");
    let get = |headers: &[(&str, &str)]| gateway.fetches(&path, &ada.token(), headers);
    let whole = get(&[]);
    let tag = whole.headers()["etag"].to_str().unwrap().to_owned();
    let whole = whole.bytes().unwrap();
    let resumed = |seen: &str| get(&[("Range", "bytes=10-"), ("If-Range", seen)]);
    let rest = resumed(&tag);
    assert_eq!(rest.status(), 206);
    assert_eq!(
        rest.headers()["content-range"],
        format!("bytes 10-{}/{}", whole.len() - 1, whole.len()).as_str()
    );
    assert_eq!(rest.bytes().unwrap(), whole[10..]);
    for other in ["\"another\"", &format!("W/{tag}"), "Thu, 01 Jan 1970 00:00:00 GMT"] {
        let answer = resumed(other);
        assert_eq!(answer.status(), 200, "{other}");
        assert_eq!(answer.bytes().unwrap(), whole, "{other}");
    }
    for several in ["bytes=0-1,4-5", "rows=0-1", "bytes=3-1"] {
        assert_eq!(get(&[("Range", several)]).bytes().unwrap(), whole, "{several}");
    }
    let beyond = get(&[("Range", "bytes=999999999-")]);
    assert_eq!(beyond.status(), 416);
    assert_eq!(beyond.headers()["content-range"], format!("bytes */{}", whole.len()).as_str());
    let known = get(&[("If-None-Match", &format!("\"x\", W/{tag}")), ("Range", "bytes=10-")]);
    assert_eq!(
        (known.status().as_u16(), known.headers()["etag"].to_str().unwrap()),
        (304, tag.as_str())
    );
    assert!(known.bytes().unwrap().is_empty());
}

#[test]
fn nobody_is_refused_for_how_a_language_or_a_country_is_written() {
    let gateway = Gateway::start();
    let written = [
        ("language", "EN"),
        ("language", "fr_FR"),
        ("language", "zh-hant-TW"),
        ("language", "x-klingon"),
        ("language", "tlh"),
        ("language", ""),
        ("country", "fr"),
        ("country", "UK"),
        ("country", "EL"),
        ("country", "XX"),
        ("country", "FRA"),
        ("country", ""),
    ];
    for (at, (name, text)) in written.into_iter().enumerate() {
        let answer =
            gateway.person(&format!("p-{at}")).sends(&json!({ "right": "access", name: text }));
        assert_eq!(answer.status(), 201, "{name} {text}");
    }
    // What is said in it is said in the language that was meant.
    let ada = gateway.person("u-0001");
    let first = ada.asks(&json!({ "right": "rectification", "language": "FR_be" }));
    let second = ada.asks(&json!({ "right": "rectification", "language": "FR_be" }));
    assert_eq!(second["merged_into"], first["reference"]);
    assert!(second["notice"].as_str().unwrap().starts_with("Vous avez demandé"), "{second}");
}

#[test]
fn a_reference_is_read_as_it_is_written_by_hand() {
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    let own = reference(&ada.asks_for("access"));
    for written in [
        own.to_lowercase(),
        own.replace('-', ""),
        own.replace('-', "%20"),
        own.replace('0', "O"),
        own.replace('1', "l"),
        own.replace('-', "%E2%80%91"),
    ] {
        let answer = gateway.get(&format!("/v1/requests/{written}"), &ada.token());
        assert_eq!(answer.status(), 200, "{written}");
        assert_eq!(reference(&answer.json().unwrap()), own);
    }
    let by_hand = own.to_lowercase().replace('-', " ");
    let (code, shown, _) = gateway.command(&["case", "show", &by_hand]);
    assert!(code == 0 && shown.contains(&own), "{shown}");
    let (code, _, said) = gateway.command(&["audit", "prove", "HB-0000-0001"]);
    assert_eq!((code, said.trim()), (3, "there is no case `HB-0000-0001`"));
    gateway.until("its proof is signed", || gateway.command(&["audit", "prove", &by_hand]).0 == 0);
}

#[test]
fn a_page_is_in_the_language_that_the_browser_prefers() {
    let gateway = Gateway::start();
    let key = gateway.new_key(Scope::ObjectionsLink);
    let body = json!({ "subject": "u-0001", "language": "de-AT;q=0.5, fr" });
    let ask = || gateway.post("/v1/objections/choices", &key, &body).send().unwrap();
    gateway.until("the key is known", || ask().status() == 200);
    let choices: Value = ask().json().unwrap();
    assert!(
        choices["html"].as_str().unwrap().contains("M'opposer")
            || choices["html"].as_str().unwrap().contains("M&#39;opposer")
    );
    let link = choices["items"][0]["link"].as_str().unwrap();
    let page = format!("{}/o/{}", gateway.url, link.rsplit('/').next().unwrap());
    for (header, language) in [
        ("de;q=0.1, fr;q=0.9", "fr"),
        ("sv, de;q=0.5, en;q=0.9", "en"),
        ("de;q=0, fr", "fr"),
        ("den, en", "en"),
        ("fry-NL, en;q=0.8", "en"),
        ("DE", "de"),
        ("*", "en"),
        ("", "en"),
    ] {
        let html = gateway.http.get(&page).header("Accept-Language", header).send().unwrap();
        let html = html.text().unwrap();
        assert!(html.contains(&format!("<html lang=\"{language}\"")), "{header}: {html}");
    }
}
