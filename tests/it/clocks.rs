//! What an officer asks the person, how the period takes it, and what is told when a date comes near or passes.

use habeas::casework::answer::dates;
use reqwest::StatusCode;
use serde_json::{Value, json};

use super::harness::{Gateway, Setup, reference};

const DOUBT: &str = "the letter is signed with another name than the account has";

/// A request that came by letter today, from somebody whom nobody knows.
fn unknown(gateway: &Gateway, right: &str) -> String {
    let body = json!({
        "right": right, "received_at": "2026-11-24", "came_by": "letter",
        "people": [{ "email": "ada@example.org" }],
    });
    let answer = gateway.post("/v1/cases", &gateway.officer("caseworker"), &body).send().unwrap();
    assert_eq!(answer.status(), 201);
    reference(&answer.json::<Value>().unwrap()["items"][0])
}

fn sheet(gateway: &Gateway, case: &str) -> Value {
    gateway.get(&format!("/v1/cases/{case}"), &gateway.officer("caseworker")).json().unwrap()
}

/// The sheet after an act, or the status and why not.
fn does(gateway: &Gateway, case: &str, act: &str, body: &Value) -> Result<Value, (u16, String)> {
    let answer = gateway.works(case, act, "caseworker", body);
    let status = answer.status();
    let said: Value = answer.json().unwrap();
    if status == StatusCode::OK {
        return Ok(said);
    }
    Err((status.as_u16(), said["detail"].as_str().unwrap().to_owned()))
}

fn asks_who(gateway: &Gateway, case: &str) -> Result<Value, (u16, String)> {
    does(gateway, case, "ask-identity", &json!({ "doubt": DOUBT, "means": "confirm_address" }))
}

fn letter(gateway: &Gateway, case: &str, kind: &str) -> Option<String> {
    let notices = sheet(gateway, case)["notices"].as_array().unwrap().clone();
    let notice = notices.iter().rfind(|notice| notice["kind"] == kind)?;
    let answer = gateway.get(notice["link"].as_str().unwrap(), &gateway.officer("caseworker"));
    Some(answer.text().unwrap())
}

fn due(sheet: &Value) -> &str {
    sheet["due"]["date"].as_str().unwrap()
}

fn handed_to_the_office(gateway: &Gateway, case: &str) {
    gateway
        .until("somebody has it", || !sheet(gateway, case)["tasks"].as_array().unwrap().is_empty());
}

/// A company whose systems are away: a request for access waits for somebody.
fn away(settings: &str) -> Gateway {
    Gateway::start_with(Setup {
        settings: settings.into(),
        with_company: true,
        policies: Box::new(|policies| {
            let path = policies.join("datamap.toml");
            let map = std::fs::read_to_string(&path).unwrap();
            let line = map.lines().find(|line| line.starts_with("url = ")).unwrap().to_owned();
            let away = "url = \"sqlite://no/such/folder/company.db\"";
            std::fs::write(&path, map.replace(&line, away)).unwrap();
        }),
    })
}

#[test]
fn nobody_is_asked_who_they_are_without_a_doubt_or_by_a_copy_of_a_document() {
    let gateway = Gateway::start();
    let case = unknown(&gateway, "access");
    for doubt in ["", "policy", "we always ask"] {
        let body = json!({ "doubt": doubt, "means": "confirm_address" });
        let (status, said) = does(&gateway, &case, "ask-identity", &body).unwrap_err();
        assert_eq!(status, 422);
        assert!(said.contains("what makes you doubt"), "{said}");
    }
    let body = json!({ "doubt": DOUBT, "means": "identity_card" });
    let (status, said) = does(&gateway, &case, "ask-identity", &body).unwrap_err();
    assert!(status == 422 && said.contains("identity document"), "{said}");
    assert_eq!(sheet(&gateway, &case)["state"], "received");
    assert!(letter(&gateway, &case, "identity_asked").is_none());
}

#[test]
fn whoever_signed_in_is_known_and_what_holds_unconditionally_asks_nobody() {
    let gateway = Gateway::start();
    let own = reference(&gateway.person("u-0001").asks_for("rectification"));
    handed_to_the_office(&gateway, &own);
    let (status, said) = asks_who(&gateway, &own).unwrap_err();
    assert!(status == 409 && said.contains("is known already"), "{said}");
    for right in ["automated_decision_review", "other"] {
        let (status, said) = asks_who(&gateway, &unknown(&gateway, right)).unwrap_err();
        assert!(status == 409 && said.contains("nobody is asked"), "{said}");
    }
}

#[test]
fn a_prompt_question_stops_the_period_until_the_person_is_known() {
    let gateway = Gateway::start();
    let case = unknown(&gateway, "access");
    handed_to_the_office(&gateway, &case);
    gateway.passes_days(6);
    let asked = asks_who(&gateway, &case).unwrap();
    assert_eq!((asked["state"].as_str(), due(&asked)), (Some("identity_pending"), "2026-12-24"));
    assert_eq!(asked["suspended"]["for"], "identity");
    let text = letter(&gateway, &case, "identity_asked").unwrap();
    assert!(text.contains(DOUBT) && text.contains("stands still from"), "{text}");
    // It stands still: nothing is overdue, and nobody is reminded.
    gateway.passes_days(40);
    assert_eq!(dates::watch(&gateway.office).unwrap(), 0);
    assert_eq!(sheet(&gateway, &case)["overdue"], false);
    // IMY-2022-9442: one month from the answer, less the six days that had run.
    let known = json!({ "how": "they answered from the address", "email": true });
    let case = &case;
    let resumed = does(&gateway, case, "identify", &known).unwrap();
    assert_eq!((due(&resumed), &resumed["suspended"]), ("2027-02-03", &Value::Null));
    let said = resumed["due"]["explanation"].to_string();
    assert!(said.contains("30 November 2026") && said.contains("IMY-2022-9442"), "{said}");
}

#[test]
fn the_day_on_which_the_answer_came_counts_and_not_the_day_on_which_it_was_read() {
    let gateway = Gateway::start();
    let case = unknown(&gateway, "erasure");
    handed_to_the_office(&gateway, &case);
    asks_who(&gateway, &case).unwrap();
    gateway.passes_days(10);
    for day in ["2026-11-23", "2026-12-05"] {
        assert!(does(&gateway, &case, "resume", &json!({ "answered_at": day })).is_err(), "{day}");
    }
    let resumed = does(&gateway, &case, "resume", &json!({ "answered_at": "2026-11-30" })).unwrap();
    assert_eq!(due(&resumed), "2026-12-30");
    let (status, said) = does(&gateway, &case, "resume", &json!({})).unwrap_err();
    assert!(status == 409 && said.contains("not suspended"), "{said}");
}

#[test]
fn a_late_question_stops_no_period_and_says_so() {
    let gateway = Gateway::start();
    let case = unknown(&gateway, "access");
    handed_to_the_office(&gateway, &case);
    gateway.passes_days(11);
    let asked = asks_who(&gateway, &case).unwrap();
    assert_eq!((due(&asked), &asked["suspended"]), ("2026-12-24", &Value::Null));
    let text = letter(&gateway, &case, "identity_asked").unwrap();
    assert!(text.contains("runs on meanwhile"), "{text}");
    gateway.passes_days(25);
    assert_eq!(sheet(&gateway, &case)["overdue"], true);
}

#[test]
fn a_clarification_stops_the_period_in_the_united_kingdom_and_nowhere_in_the_union() {
    let question = json!({ "question": "which of the four accounts do you mean by it" });
    let body = json!({ "right": "access", "message": "everything about me", "language": "en" });
    let union = away("");
    let case = reference(&union.person("u-0001").asks(&body));
    let asked = does(&union, &case, "ask-clarification", &question).unwrap();
    assert_eq!((due(&asked), &asked["suspended"]), ("2026-12-24", &Value::Null));
    assert!(letter(&union, &case, "clarification_asked").unwrap().contains("runs on meanwhile"));
    let (status, said) = does(&union, &case, "ask-clarification", &question).unwrap_err();
    assert!(status == 409 && said.contains("asked already"), "{said}");
    drop(union);

    let settings = "[controller]\nregime = \"uk\"\ncountry = \"GB\"\nzone = \"Europe/London\"\n";
    let kingdom = away(settings);
    let ada = kingdom.person("u-0001");
    let case = reference(&ada.asks(&body));
    kingdom.passes_days(2);
    let asked = does(&kingdom, &case, "ask-clarification", &question).unwrap();
    assert_eq!(asked["suspended"]["for"], "clarification");
    kingdom.passes_days(4);
    let path = format!("/v1/requests/{case}/messages");
    let text = json!({ "text": "the one for the shop" });
    assert_eq!(kingdom.post(&path, &ada.token(), &text).send().unwrap().status(), 200);
    let resumed = sheet(&kingdom, &case);
    // Five days do not count, both ends among them (s. 54(3C)).
    assert_eq!((due(&resumed), &resumed["suspended"]), ("2026-12-29", &Value::Null));
    // Of another right it stops nothing there either.
    let other = unknown(&kingdom, "rectification");
    let asked = does(&kingdom, &other, "ask-clarification", &question).unwrap();
    assert_eq!(asked["suspended"], Value::Null);
}

#[test]
fn the_office_is_reminded_once_and_an_overdue_case_shows_everywhere_and_waits() {
    let settings = "[server]\nmetrics_bind = \"127.0.0.1:0\"\n".to_owned();
    let gateway = Gateway::start_with(Setup { settings, ..Setup::default() });
    let case = reference(&gateway.person("u-0001").asks_for("rectification"));
    handed_to_the_office(&gateway, &case);
    assert_eq!(sheet(&gateway, &case)["target"], "2026-12-19");
    let said = |days: i64| {
        gateway
            .until("the calendar has spoken", || sheet(&gateway, &case)["reminded_days"] == days);
        let version = sheet(&gateway, &case)["version"].clone();
        assert_eq!(dates::watch(&gateway.office).unwrap(), 0, "once is enough");
        assert_eq!(sheet(&gateway, &case)["version"], version);
    };
    let list = |which: &str| -> Vec<String> {
        let path = format!("/v1/cases?due={which}");
        let list: Value = gateway.get(&path, &gateway.officer("caseworker")).json().unwrap();
        list["items"].as_array().unwrap().iter().map(reference).collect()
    };
    let metrics = || gateway.http.get(&gateway.metrics).send().unwrap().text().unwrap();
    gateway.passes_days(23);
    assert_eq!(sheet(&gateway, &case)["reminded_days"], Value::Null);
    gateway.passes_days(1);
    said(7);
    assert_eq!((list("soon"), list("overdue")), (vec![case.clone()], vec![]));
    assert!(metrics().contains("habeas_cases_due_soon 1"));
    gateway.passes_days(5);
    said(2);
    gateway.passes_days(2);
    let state = |name: &str| sheet(&gateway, &case)[name].clone();
    gateway.until("the log tells that the date passed", || {
        let version = state("version");
        dates::watch(&gateway.office).unwrap() == 0 && state("version") == version
    });
    assert_eq!((list("soon"), list("overdue")), (vec![], vec![case.clone()]));
    assert!(metrics().contains("habeas_cases_overdue 1"));
    assert_eq!((state("overdue"), state("state")), (json!(true), json!("in_progress")));
    // The command has the clock on the wall: what was said of a case stands all the same.
    let (code, _, err) = gateway.command(&["case", "list", "--due", "overdue"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(gateway.command(&["case", "list", "--due", "never"]).0, 2);
    let (_, out, _) = gateway.command(&["case", "show", &case]);
    assert!(out.contains("(overdue)"), "{out}");
    // It is answered by nobody but somebody, and late.
    gateway.passes_days(60);
    assert_eq!(dates::watch(&gateway.office).unwrap(), 0);
    assert_eq!(state("state"), "in_progress");
    let (code, out, err) = gateway.command(&["audit", "replay"]);
    assert_eq!(code, 0, "{out}{err}");
}

#[test]
fn an_answer_is_told_by_its_letter_and_the_file_closed_after_that() {
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    let case = reference(&ada.asks_for("rectification"));
    handed_to_the_office(&gateway, &case);
    let (status, said) = does(&gateway, &case, "notify", &json!({ "how": "by post" })).unwrap_err();
    assert!(status == 409 && said.contains("cannot be notified"), "{said}");
    let facts = "the register of births has the same date as we have";
    let grounds = json!([{ "code": "16", "facts": facts }]);
    let answer = json!({ "outcome": "declined", "text": "No.", "grounds": grounds });
    does(&gateway, &case, "answer", &answer).unwrap();
    assert!(does(&gateway, &case, "close", &json!({})).is_err(), "nobody was told yet");
    let notice = ada.sees(&case)["notices"][0]["link"].as_str().unwrap().to_owned();
    assert_eq!(gateway.get(&notice, &ada.token()).status(), 200);
    assert_eq!(sheet(&gateway, &case)["state"], "notified");
    assert_eq!(does(&gateway, &case, "close", &json!({})).unwrap()["state"], "closed");
    // Whoever contests is heard all the same.
    let path = format!("/v1/requests/{case}/contest");
    assert_eq!(gateway.post(&path, &ada.token(), &json!({})).send().unwrap().status(), 200);
    assert_eq!(sheet(&gateway, &case)["state"], "in_progress");
}

#[test]
fn an_officer_says_how_an_answer_without_a_letter_reached_the_person() {
    let gateway = Gateway::start();
    let case = unknown(&gateway, "rectification");
    handed_to_the_office(&gateway, &case);
    let known = json!({ "how": "the clerk at the counter knows them", "email": true });
    does(&gateway, &case, "identify", &known).unwrap();
    handed_to_the_office(&gateway, &case);
    let answer = json!({ "outcome": "fulfilled", "text": "It is corrected." });
    does(&gateway, &case, "answer", &answer).unwrap();
    let (code, out, err) = gateway.command(&[
        "case",
        "notify",
        &case,
        "--officer",
        "clerk",
        "--how",
        "posted on 25 November",
    ]);
    assert_eq!(code, 0, "{err}");
    assert!(out.contains("notified"), "{out}");
    let (code, out, _) = gateway.command(&["case", "close", &case, "--officer", "clerk"]);
    assert!(code == 0 && out.contains("closed"), "{out}");
}
