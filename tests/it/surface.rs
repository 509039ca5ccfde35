//! The reference says what is true.

use std::collections::BTreeSet;

use habeas::casework::case::entry::{Capacity, Way};
use habeas::domain::asked::Means;
use habeas::domain::due::Extension;
use habeas::domain::evidence::Evidence;
use habeas::domain::excess::{Exclusion, ResetKind};
use habeas::domain::information::Information;
use habeas::domain::objection::{Assurance, Standing};
use habeas::domain::right::{PurposeKind, Right};
use habeas::domain::stage::{FlagState, Outcome};
use habeas::notices::Kind;
use habeas::words::Language;
use serde_json::Value;

use super::document::DOCUMENT;
use super::harness::{Gateway, reference};

fn document() -> &'static Value {
    &DOCUMENT
}

#[test]
fn the_document_names_every_route_of_the_server_and_no_other() {
    let server = include_str!("../../src/web/server.rs");
    let routes: BTreeSet<String> = server
        .split("at(\"")
        .skip(1)
        .map(|rest| {
            let path = rest.split('"').next().unwrap().replace(":.*", "");
            let is_api = |path: &str| {
                ["/health", "/docs", "/openapi.json", "/o/", "/habeas-choices.js", "/.well-known"]
                    .iter()
                    .all(|other| !path.starts_with(other))
            };
            if is_api(&path) { format!("/v1{path}") } else { path }
        })
        .collect();
    let documented: BTreeSet<String> =
        document()["paths"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(routes, documented);
}

/// Objects below a schema that would take a member that nobody knows, or that lack nothing when they are empty.
fn loose(schema: &Value, is_part: bool, at: &str, found: &mut BTreeSet<String>) {
    if let Some(to) = schema["$ref"].as_str() {
        let target = document().pointer(to.strip_prefix('#').unwrap()).unwrap();
        return loose(
            target,
            is_part,
            &format!("{to}{}", if is_part { " as a part" } else { "" }),
            found,
        );
    }
    let kind = &schema["type"];
    let is_object = kind == "object"
        || kind.as_array().is_some_and(|kinds| kinds.iter().any(|one| one == "object"));
    let members = schema["properties"].as_object();
    if is_object {
        let is_closed = ["additionalProperties", "unevaluatedProperties"]
            .iter()
            .any(|key| !schema[key].is_null());
        if !is_part && !is_closed {
            found.insert(format!("{at} is open"));
        }
        if members.is_some() && schema["required"].is_null() {
            found.insert(format!("{at} requires nothing"));
        }
    }
    for (name, member) in members.into_iter().flatten() {
        loose(member, false, &format!("{at}/{name}"), found);
    }
    for key in ["items", "additionalProperties"] {
        if let Some(below) = schema.get(key).filter(|below| below.is_object()) {
            loose(below, false, &format!("{at}/{key}"), found);
        }
    }
    for (key, is_part) in [("allOf", true), ("oneOf", false), ("anyOf", false)] {
        for one in schema[key].as_array().into_iter().flatten() {
            loose(one, is_part, &format!("{at}/{key}"), found);
        }
    }
}

#[test]
fn the_document_knows_every_member_of_an_answer_and_which_ones_must_be_there() {
    let mut found = BTreeSet::new();
    let whole = document();
    for (path, item) in whole["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            for (status, response) in operation["responses"].as_object().unwrap() {
                let response = match response["$ref"].as_str() {
                    Some(to) => whole.pointer(to.strip_prefix('#').unwrap()).unwrap(),
                    None => response,
                };
                for (kind, media) in response["content"].as_object().into_iter().flatten() {
                    let at = format!("{method} {path} {status} {kind}");
                    assert!(!media["schema"].is_null(), "{at} says nothing");
                    loose(&media["schema"], false, &at, &mut found);
                }
            }
        }
    }
    assert_eq!(found, BTreeSet::new());
}

#[test]
fn closed_lists_of_the_document_are_those_of_the_law() {
    let lists: [(&str, Vec<&str>); 15] = [
        ("Right", Right::ALL.map(Right::code).into()),
        ("UseKind", PurposeKind::ALL.map(PurposeKind::code).into()),
        ("ChangeKind", ResetKind::ALL.map(ResetKind::code).into()),
        ("Exclusion/properties/reason", Exclusion::ALL.map(Exclusion::code).into()),
        ("Scope/properties/information/items", Information::ALL.map(Information::code).into()),
        ("Doubt/properties/means", Means::ALL.map(Means::code).into()),
        ("Extension/properties/reason", Extension::ALL.map(Extension::code).into()),
        ("Decision/properties/evidence/items", Evidence::ALL.map(Evidence::code).into()),
        ("Objection/properties/standing", Standing::ALL.map(Standing::code).into()),
        ("Objection/properties/assurance", Assurance::ALL.map(Assurance::code).into()),
        ("Flagged/properties/state", FlagState::ALL.map(FlagState::code).into()),
        ("Followed/properties/outcome", Outcome::ALL.map(Outcome::code).into()),
        ("Entry/properties/came_by", Way::ALL.map(Way::code).into()),
        (
            "Entry/properties/representative/properties/kind",
            Capacity::ALL.map(Capacity::code).into(),
        ),
        ("Told/properties/notices/items/properties/kind", Kind::ALL.map(Kind::code).into()),
    ];
    for (place, codes) in lists {
        let at = format!("/components/schemas/{place}/enum");
        let listed = document().pointer(&at).unwrap().as_array().unwrap();
        let listed: BTreeSet<&str> = listed.iter().filter_map(Value::as_str).collect();
        assert_eq!(listed, codes.into_iter().collect(), "{place}");
    }
    let parameter = document().pointer("/components/parameters/lang/schema/enum").unwrap();
    assert_eq!(*parameter, serde_json::json!(Language::ALL.map(Language::code)));
}

#[test]
fn another_method_is_told_which_ones_there_are() {
    let gateway = Gateway::start();
    for (path, item) in document()["paths"].as_object().unwrap() {
        let url = format!("{}{}", gateway.url, path.replace(['{', '}'], ""));
        let answer = gateway.http.request(reqwest::Method::PATCH, url).send().unwrap();
        assert_eq!(answer.status(), 405, "{path}");
        let allowed: BTreeSet<String> = answer.headers()["allow"]
            .to_str()
            .unwrap()
            .split(", ")
            .map(str::to_lowercase)
            .collect();
        let mut documented: BTreeSet<String> = item.as_object().unwrap().keys().cloned().collect();
        if documented.contains("get") {
            // Said once, for all of them, in the introduction.
            documented.insert("head".to_owned());
        }
        assert_eq!(allowed, documented, "{path}");
        let problem: Value = answer.json().unwrap();
        assert_eq!(problem["status"], 405, "{path}");
    }
}

#[test]
fn every_documented_route_answers_and_documents_its_status() {
    let gateway = Gateway::start();
    let opened = reference(&gateway.person("u-0001").asks_for("access"));
    let auditor = gateway.officer("auditor");
    for (path, item) in document()["paths"].as_object().unwrap() {
        let real = path
            .replace("{ref}", &opened)
            .replace("{purpose}", "ai_training")
            .replace("{path}", "0/000.p/1")
            .replace("{id}", "flag_x")
            .replace("{token}", "none")
            .replace("{hash}", "none");
        for (method, operation) in item.as_object().unwrap() {
            let method = reqwest::Method::from_bytes(method.to_uppercase().as_bytes()).unwrap();
            let answer = gateway
                .http
                .request(method.clone(), format!("{}{real}", gateway.url))
                .bearer_auth(&auditor)
                .send()
                .unwrap();
            let status = answer.status().as_u16();
            assert_ne!(status, 405, "{method} {path}");
            assert!(
                operation["responses"].get(status.to_string()).is_some(),
                "{method} {path} answered {status}"
            );
            if status >= 400 {
                assert_eq!(
                    answer.headers()["content-type"],
                    "application/problem+json",
                    "{method} {path}"
                );
            }
        }
    }
}

#[test]
fn the_page_of_the_reference_works_without_a_script() {
    let gateway = Gateway::start();
    let page = gateway.http.get(format!("{}/docs", gateway.url)).send().unwrap();
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    let html = page.text().unwrap();
    assert!(!html.contains("<script"));
    assert!(html.contains("id=\"temporary-reduced-capacity\""), "problem types point here");
    let shared = DOCUMENT.pointer("/components/responses/Stale/description").unwrap();
    assert!(html.contains(shared.as_str().unwrap()), "what several routes answer is told too");
}

#[test]
fn answers_carry_the_headers_that_keep_them_private() {
    let gateway = Gateway::start();
    let answer = gateway.get("/v1/requests", &gateway.person("u-0001").token());
    for (name, value) in [
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
    ] {
        assert_eq!(answer.headers()[name], value);
    }
    assert!(
        !answer.headers().keys().any(|name| name.as_str().contains("ratelimit")),
        "nobody is shown a quota (P18)"
    );
}
