//! From a flag to a decision: two people, a person who was heard, and nothing without all of its parts.

use reqwest::blocking::Response;
use serde_json::{Value, json};

use super::harness::{Gateway, reference};

const FIX: &str = "my name is spelt wrong";

impl Gateway {
    pub(crate) fn acts(&self, path: &str, role: &str, body: &Value) -> Response {
        self.post(path, &self.officer(role), body).send().unwrap()
    }

    fn has_task(&self, case: &str) -> bool {
        let sheet: Value =
            self.get(&format!("/v1/cases/{case}"), &self.officer("caseworker")).json().unwrap();
        sheet["tasks"].as_array().unwrap().iter().any(|task| task["state"] == "open")
    }

    /// A request that only a person can answer, waiting for that person.
    pub(crate) fn asks_to_correct(&self, sub: &str) -> String {
        self.passes_ms(1000);
        let body = json!({
            "right": "rectification", "message": FIX, "language": "fr", "country": "DE"
        });
        let case = reference(&self.person(sub).asks(&body));
        self.until("a case worker has it", || self.has_task(&case));
        case
    }

    /// The fourth identical request, flagged and not answered yet; gives the case and its flag.
    pub(crate) fn flagged(&self, sub: &str) -> (String, String) {
        for _ in 0..3 {
            let case = self.asks_to_correct(sub);
            let body = json!({ "outcome": "fulfilled", "text": "corrected" });
            assert_eq!(self.works(&case, "answer", "caseworker", &body).status(), 200);
        }
        let case = self.asks_to_correct(sub);
        (case.clone(), self.flag_of(&case))
    }

    fn flag_of(&self, case: &str) -> String {
        let list: Value = self.get("/v1/review/flags", &self.officer("dpo")).json().unwrap();
        let items = list["items"].as_array().unwrap();
        let flag = items.iter().find(|flag| flag["case"] == case).unwrap();
        flag["id"].as_str().unwrap().to_owned()
    }

    pub(crate) fn flag(&self, id: &str) -> Value {
        self.get(&format!("/v1/review/flags/{id}"), &self.officer("auditor")).json().unwrap()
    }

    pub(crate) fn letter(&self, sub: &str, case: &str, kind: &str) -> Option<String> {
        let person = self.person(sub);
        let seen = person.sees(case);
        let notice = seen["notices"].as_array().unwrap().iter().rfind(|n| n["kind"] == kind)?;
        let text = self.get(notice["link"].as_str().unwrap(), &person.token());
        assert_eq!(text.status(), 200);
        Some(text.text().unwrap())
    }

    /// Opened, answered by the person, and advised.
    fn advised(&self, flag: &str, case: &str, sub: &str) {
        let path = format!("/v1/review/flags/{flag}");
        assert_eq!(self.acts(&format!("{path}/open"), "dpo", &json!({})).status(), 200);
        let comment = json!({ "text": "I only want it right", "contested": [case] });
        let review = format!("/v1/requests/{case}/review");
        let answer = self.post(&review, &self.person(sub).token(), &comment).send().unwrap();
        assert_eq!(answer.status(), 200);
        let opinion = json!({ "view": "excessive", "reasons": reasons() });
        assert_eq!(self.acts(&format!("{path}/opinion"), "dpo", &opinion).status(), 200);
    }

    pub(crate) fn decides(&self, flag: &str, body: &Value) -> Response {
        self.decides_as(flag, &self.officer("controller"), body)
    }

    fn decides_as(&self, flag: &str, token: &str, body: &Value) -> Response {
        let etag = format!("\"{}\"", self.flag(flag)["version"]);
        let path = format!("/v1/review/flags/{flag}/decision");
        self.post(&path, token, body).header("If-Match", etag).send().unwrap()
    }
}

pub(crate) fn reasons() -> Value {
    json!({
        "objective": "the register holds the spelling asked for",
        "subjective": "the message says that it goes on until money is paid",
        "milder_steps": "we offered a statement beside the entry"
    })
}

pub(crate) fn refusal() -> Value {
    json!({
        "outcome": "refuse", "reasons": reasons(), "evidence": ["frequency", "money_for_silence"]
    })
}

#[test]
fn a_refusal_goes_through_hearing_opinion_and_another_officer_and_tells_the_person_everything() {
    let gateway = Gateway::start();
    let (case, flag) = gateway.flagged("u-0001");
    let before = gateway.person("u-0001").sees(&case);
    assert_eq!(before["notices"], json!([]), "nobody is told of a flag before a review is opened");
    let review = format!("/v1/requests/{case}/review");
    assert_eq!(gateway.get(&review, &gateway.person("u-0001").token()).status(), 404);
    gateway.advised(&flag, &case, "u-0001");
    let seen: Value = gateway.get(&review, &gateway.person("u-0001").token()).json().unwrap();
    assert_eq!(seen["counted"].as_array().unwrap().len(), 3);
    assert!(seen.get("opinions").is_none());
    assert_eq!(gateway.get(&review, &gateway.person("u-0002").token()).status(), 404);
    let opening = gateway.letter("u-0001", &case, "review_opened").unwrap();
    assert!(
        opening.contains("Rien n'est décidé") && opening.contains("rectification"),
        "{opening}"
    );
    let done = gateway.decides(&flag, &refusal());
    assert_eq!(done.status(), 200, "{}", done.text().unwrap());
    let after = gateway.person("u-0001").sees(&case);
    assert_eq!((&after["state"], &after["outcome"]), (&json!("decided"), &json!("refused")));
    assert_eq!(after["due"], before["due"], "a review moves no date");
    let letter = gateway.letter("u-0001", &case, "refused").unwrap();
    for part in ["money is paid", "statement beside", "CNIL", "Bundesland", "tribunal"] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    let sheet = gateway.flag(&flag);
    assert_eq!(sheet["state"], "excessive");
    assert_eq!(sheet["decisions"][0]["evidence"], json!(["frequency", "money_for_silence"]));
    assert_ne!(sheet["decisions"][0]["by"], sheet["opinions"][0]["by"]);
    assert!(sheet["explanation"].to_string().contains("earlier request"));
}

#[test]
fn nothing_is_refused_without_all_of_its_parts() {
    let gateway = Gateway::start();
    let (case, flag) = gateway.flagged("u-0001");
    let path = format!("/v1/review/flags/{flag}");
    let said = |answer: Response| {
        (answer.status().as_u16(), answer.json::<Value>().unwrap()["detail"].to_string())
    };
    let refused = |body: &Value, words: &str| {
        let (status, detail) = said(gateway.decides(&flag, body));
        assert!((400..500).contains(&status) && detail.contains(words), "{status} {detail}");
    };
    refused(&refusal(), "open the review first");
    assert_eq!(gateway.acts(&format!("{path}/open"), "controller", &json!({})).status(), 200);
    gateway.passes_days(4);
    refused(&refusal(), "has not read the letter");
    let notice = gateway.flag(&flag)["opened"]["notice"].as_str().unwrap().to_owned();
    let posted = json!({ "how": "handed over", "by": "hand" });
    let told = gateway.works(&case, &format!("notices/{notice}/told"), "caseworker", &posted);
    assert_eq!(told.status(), 200);
    refused(&refusal(), "this is possible from");
    gateway.passes_days(3);
    refused(&refusal(), "opinion");
    let path_of = format!("{path}/decision");
    assert_eq!(gateway.acts(&path_of, "controller", &refusal()).status(), 428);
    let opinion =
        |role: &str, body: &Value| said(gateway.acts(&format!("{path}/opinion"), role, body)).0;
    let mute = json!({ "view": "excessive", "reasons": { "objective": "x" } });
    assert_eq!(opinion("dpo", &mute), 422);
    assert_eq!(opinion("controller", &json!({ "view": "excessive", "reasons": reasons() })), 403);
    let kind = json!({ "view": "not_excessive", "reasons": { "objective": "she wants it right" } });
    assert_eq!(gateway.acts(&format!("{path}/opinion"), "dpo", &kind).status(), 200);
    refused(&refusal(), "against_advice");
    let excessive = json!({ "view": "excessive", "reasons": reasons() });
    assert_eq!(gateway.acts(&format!("{path}/opinion"), "dpo", &excessive).status(), 200);
    for role in ["dpo", "caseworker", "auditor"] {
        let token = gateway.officer(role);
        assert_eq!(gateway.decides_as(&flag, &token, &refusal()).status(), 403);
    }
    for (name, value, words) in [
        ("evidence", json!(["frequency"]), "alone is never a reason"),
        ("evidence", json!([]), "alone is never a reason"),
        ("evidence", json!(["gut_feeling"]), "name what shows it"),
        ("reasons", json!({ "objective": "x", "subjective": "y" }), "`objective`"),
        (
            "reasons",
            json!({
                "objective": "the register holds the spelling asked for",
                "subjective": "the message says that it goes on until money is paid",
                "milder_steps": " The message says,  that it goes on until MONEY is paid! "
            }),
            "`subjective` and `milder_steps` say the same",
        ),
        ("outcome", json!("ignore"), "use `answer`"),
    ] {
        let mut body = refusal();
        body[name] = value;
        refused(&body, words);
    }
    let both = gateway.token(&habeas::auth::development::Order {
        sub: "dpo-1".into(),
        roles: vec!["dpo".into(), "controller".into()],
        ttl_seconds: 900,
        ..Default::default()
    });
    let same = gateway.decides_as(&flag, &both, &refusal());
    assert!(said(same).1.contains("who advised cannot decide"));
    assert_eq!(gateway.person("u-0001").sees(&case)["outcome"], Value::Null);
    assert_eq!(
        gateway.letter("u-0001", &case, "refused"),
        None,
        "no letter of what was not decided"
    );
}

#[test]
fn a_fee_is_made_of_the_cost_list_and_the_person_chooses() {
    let gateway = Gateway::start();
    let (case, flag) = gateway.flagged("u-0001");
    gateway.advised(&flag, &case, "u-0001");
    let fee = |items: Value| {
        let evidence = ["identical_content"];
        json!({ "outcome": "fee", "reasons": reasons(), "evidence": evidence, "fee": { "items": items } })
    };
    let lots = json!([{ "item": "handling", "quantity": 1000 }]);
    for (items, words) in [
        (json!([]), "at least one item"),
        (lots, "cap"),
        (json!([{ "item": "overheads", "quantity": 1 }]), "no item `overheads`"),
    ] {
        let answer: Value = gateway.decides(&flag, &fee(items)).json().unwrap();
        assert!(answer["detail"].as_str().unwrap().contains(words), "{answer}");
    }
    let person = gateway.person("u-0001");
    assert_eq!(person.sees(&case)["fee"], Value::Null, "no amount without a decision");
    let twenty = fee(json!([{ "item": "handling", "quantity": 20 }]));
    assert_eq!(gateway.decides(&flag, &twenty).status(), 200);
    let seen = person.sees(&case);
    assert_eq!(
        (&seen["outcome"], &seen["fee"]),
        (&json!("fee_proposed"), &json!({ "cents": 800 }))
    );
    let letter = gateway.letter("u-0001", &case, "fee_proposed").unwrap();
    assert!(letter.contains("8,00 €") && letter.contains("20 × 0,40 €"), "{letter}");
    gateway.passes_days(40);
    assert_eq!(person.sees(&case)["outcome"], "fee_proposed", "silence is no consent");
    let choose = |choice: &str| {
        let body = json!({ "choice": choice });
        let path = format!("/v1/requests/{case}/fee");
        gateway.post(&path, &person.token(), &body).send().unwrap()
    };
    assert_eq!(choose("pay_later").status(), 400);
    assert_eq!(choose("accept").json::<Value>().unwrap()["state"], "in_progress");
    assert_eq!(choose("withdraw").json::<Value>().unwrap()["state"], "withdrawn");
}

#[test]
fn a_part_is_refused_and_the_rest_answered_and_narrowing_is_only_ever_suggested() {
    let gateway = Gateway::start();
    let (case, flag) = gateway.flagged("u-0001");
    gateway.advised(&flag, &case, "u-0001");
    let mut body = refusal();
    body["outcome"] = json!("partial");
    assert_eq!(gateway.decides(&flag, &body).status(), 422);
    body["part"] = json!("the entry of 2019");
    body["text"] = json!("the entry of 2026 is corrected");
    assert_eq!(gateway.decides(&flag, &body).status(), 200);
    assert_eq!(gateway.person("u-0001").sees(&case)["outcome"], "partial");
    let letter = gateway.letter("u-0001", &case, "refused_in_part").unwrap();
    assert!(letter.contains("the entry of 2019"), "{letter}");
    let (case, flag) = gateway.flagged("u-0002");
    let narrow = json!({ "outcome": "narrow", "suggestion": "only the entry of 2026" });
    assert_eq!(gateway.decides(&flag, &narrow).status(), 200);
    assert_eq!(gateway.flag(&flag)["state"], "not_excessive");
    assert!(gateway.letter("u-0002", &case, "narrow").is_some());
    assert_eq!(gateway.person("u-0002").sees(&case)["state"], "in_progress", "still answered");
}

#[test]
fn silence_ends_a_review_in_the_persons_favour_even_after_an_opinion() {
    let gateway = Gateway::start();
    let (case, flag) = gateway.flagged("u-0001");
    gateway.advised(&flag, &case, "u-0001");
    gateway.passes_days(17);
    gateway.until("the flag lapses", || gateway.flag(&flag)["state"] == "lapsed");
    assert_eq!(gateway.decides(&flag, &refusal()).status(), 409);
    assert_eq!(gateway.person("u-0001").sees(&case)["state"], "in_progress");
}

#[test]
fn a_decision_is_reopened_with_its_trail_and_a_past_refusal_counts_for_nothing() {
    let gateway = Gateway::start();
    let (case, flag) = gateway.flagged("u-0001");
    gateway.advised(&flag, &case, "u-0001");
    assert_eq!(gateway.decides(&flag, &refusal()).status(), 200);
    let contest = format!("/v1/requests/{case}/contest");
    let words = json!({ "text": "look again" });
    let token = gateway.person("u-0001").token();
    assert_eq!(gateway.post(&contest, &token, &words).send().unwrap().status(), 200);
    let reopen = format!("/v1/review/flags/{flag}/reopen");
    assert_eq!(gateway.acts(&reopen, "controller", &json!({ "reason": "" })).status(), 422);
    let reason = json!({ "reason": "new facts" });
    assert_eq!(gateway.acts(&reopen, "controller", &reason).status(), 200);
    let sheet = gateway.flag(&flag);
    assert_eq!(
        (&sheet["state"], sheet["decisions"].as_array().unwrap().len()),
        (&json!("open"), 1)
    );
    assert!(sheet["decisions"][0]["reopened_at"].is_string());
    gateway.until("a case worker has it again", || gateway.has_task(&case));
    let refused = gateway.decides(&flag, &refusal());
    assert_eq!(refused.status(), 409, "a reopened review begins anew: hearing, opinion, decision");
    let answer = json!({ "outcome": "answer", "reasons": { "objective": "she is right" } });
    assert_eq!(gateway.decides(&flag, &answer).status(), 200);
    assert_eq!(gateway.flag(&flag)["state"], "not_excessive");
    let text = json!({ "outcome": "fulfilled", "text": "corrected" });
    assert_eq!(gateway.works(&case, "answer", "caseworker", &text).status(), 200);
    let next = gateway.asks_to_correct("u-0001");
    let next = gateway.flag(&gateway.flag_of(&next));
    assert_eq!(next["counted"].as_array().unwrap().len(), 4);
    assert!(next["excluded"].as_array().unwrap().is_empty());
}

#[test]
fn a_first_request_is_looked_at_only_by_hand_with_every_question_answered() {
    let gateway = Gateway::start();
    let case = gateway.asks_to_correct("u-0001");
    let path = format!("/v1/cases/{case}/refer");
    let full = json!({
        "purpose_not_served": "nothing of what the register says is wrong",
        "intention": "a demand for money is in the file",
        "reasonable_person": "nobody else would want it changed",
        "milder_step": "a statement beside the entry was offered",
        "evidence_in_file": "the message of the first of the month"
    });
    assert_eq!(gateway.acts(&path, "caseworker", &full).status(), 403);
    for nothing in [" ", "x", "because"] {
        let mut lacking = full.clone();
        lacking["intention"] = json!(nothing);
        assert_eq!(gateway.acts(&path, "dpo", &lacking).status(), 422, "{nothing}");
    }
    let flag: Value = gateway.acts(&path, "controller", &full).json().unwrap();
    assert_eq!((&flag["rule"], &flag["state"]), (&json!("by_hand"), &json!("open")));
    assert_eq!(gateway.acts(&path, "dpo", &full).status(), 409, "one flag at a time");
    let flag = flag["id"].as_str().unwrap();
    gateway.advised(flag, &case, "u-0001");
    // The person is heard on what is held against them, and nobody speaks of repetition.
    let letter = gateway.letter("u-0001", &case, "referral_opened").unwrap();
    for said in ["a demand for money is in the file", "the message of the first of the month"] {
        assert!(letter.contains(said), "{letter}");
    }
    assert!(
        !letter.contains("repeat") && gateway.letter("u-0001", &case, "review_opened").is_none()
    );
    // Nothing was counted: then nothing repeats, and frequency is no evidence, with or without more.
    let answer = gateway.decides(flag, &refusal());
    assert_eq!(answer.status(), 409);
    assert!(answer.text().unwrap().contains("nothing was counted here"));
    let mut same = refusal();
    same["evidence"] = json!(["identical_content", "money_for_silence"]);
    assert_eq!(gateway.decides(flag, &same).status(), 409);
    let mut one = refusal();
    one["evidence"] = json!(["money_for_silence"]);
    one["reasons"]["subjective"] = one["reasons"]["objective"].clone();
    assert_ne!(gateway.decides(flag, &one).status(), 200, "one text for both elements");
    one["reasons"] = reasons();
    assert_eq!(gateway.decides(flag, &one).status(), 200);
    assert_eq!(gateway.differences(), Vec::<String>::new());
}

#[test]
fn whoever_refers_a_request_does_not_advise_on_it() {
    let gateway = Gateway::start();
    let case = gateway.asks_to_correct("u-0001");
    let full = json!({
        "purpose_not_served": "nothing of what the register says is wrong",
        "intention": "a demand for money is in the file",
        "reasonable_person": "nobody else would want it changed",
        "milder_step": "a statement beside the entry was offered",
        "evidence_in_file": "the message of the first of the month"
    });
    let path = format!("/v1/cases/{case}/refer");
    let flag: Value = gateway.acts(&path, "dpo", &full).json().unwrap();
    let path = format!("/v1/review/flags/{}/opinion", flag["id"].as_str().unwrap());
    let opinion = json!({ "view": "excessive", "reasons": reasons() });
    let advised = gateway.acts(&path, "dpo", &opinion);
    assert_eq!(advised.status(), 409);
    assert!(advised.text().unwrap().contains("does not advise on it"));
}

#[test]
fn rights_without_a_flag_path_are_not_referred_either() {
    let gateway = Gateway::start();
    let full = json!({
        "purpose_not_served": "nothing of what the register says is wrong",
        "intention": "a demand for money is in the file",
        "reasonable_person": "nobody else would want it changed",
        "milder_step": "a statement beside the entry was offered",
        "evidence_in_file": "the message of the first of the month"
    });
    for body in [
        json!({ "right": "restriction" }),
        json!({ "right": "other", "message": "hello" }),
        json!({ "right": "consent_withdrawal" }),
        json!({ "right": "objection", "scope": { "purposes": ["product_analytics", "ai_training"] } }),
    ] {
        let case = reference(&gateway.person("u-0001").asks(&body));
        gateway.until("a case worker has it", || gateway.has_task(&case));
        let answer = gateway.acts(&format!("/v1/cases/{case}/refer"), "dpo", &full);
        assert_eq!(answer.status(), 409, "{body}");
    }
}

#[test]
fn what_ended_in_the_persons_favour_is_not_opened_again() {
    let gateway = Gateway::start();
    let (_, lapsed) = gateway.flagged("u-0001");
    let (_, cleared) = gateway.flagged("u-0002");
    assert_eq!(gateway.decides(&cleared, &json!({ "outcome": "answer" })).status(), 200);
    gateway.passes_days(17);
    gateway.until("the flag lapses", || gateway.flag(&lapsed)["state"] == "lapsed");
    for flag in [&lapsed, &cleared] {
        let path = format!("/v1/review/flags/{flag}/reopen");
        let answer = gateway.acts(&path, "controller", &json!({ "reason": "I want to" }));
        assert_eq!(answer.status(), 409);
    }
}

#[test]
fn the_log_of_flags_is_exported_whole_and_the_export_is_logged() {
    let gateway = Gateway::start();
    let (case, flag) = gateway.flagged("u-0001");
    gateway.advised(&flag, &case, "u-0001");
    assert_eq!(gateway.decides(&flag, &refusal()).status(), 200);
    let get = |query: &str, role: &str| {
        gateway.get(&format!("/v1/review/log{query}"), &gateway.officer(role))
    };
    assert_eq!(get("", "caseworker").status(), 403);
    let all: Value = get("", "auditor").json().unwrap();
    assert_eq!(all["items"][0]["decisions"][0]["outcome"], "refuse");
    let csv = get("?format=csv", "dpo").text().unwrap();
    assert!(csv.lines().count() == 2 && csv.contains("refuse by"), "{csv}");
    let none: Value = get("?from=2030-01-01", "dpo").json().unwrap();
    assert_eq!(none["items"], json!([]));
    assert_eq!(get("?from=yesterday", "dpo").status(), 400);
    assert_eq!(get("?format=xml", "dpo").status(), 400);
}

#[test]
fn the_database_itself_refuses_a_decision_without_its_parts() {
    let mut gateway = Gateway::start();
    let (case, flag) = gateway.flagged("u-0001");
    gateway.advised(&flag, &case, "u-0001");
    assert_eq!(gateway.decides(&flag, &refusal()).status(), 200);
    let other = gateway.asks_to_correct("u-0002");
    gateway.stop();
    let database = gateway.database();
    let refused = |sql: String| {
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| database.execute(&sql))).is_err()
    };
    for change in [
        "opinion_id = NULL",
        "opinion_by = NULL",
        "opinion_by = 'somebody else'",
        "decided_by = opinion_by",
        "evidence = 'frequency'",
        "evidence = ''",
        "objective = NULL",
        "subjective = NULL",
        "milder_steps = NULL",
        "notice_id = NULL",
        "fee_cents = 100",
        "outcome = 'fee'",
        "outcome = 'ignore'",
    ] {
        assert!(refused(format!("UPDATE decisions SET {change}")), "{change}");
    }
    let take = format!(
        "UPDATE cases SET outcome = 'refused', decision_id = (SELECT id FROM decisions) WHERE reference = '{other}'"
    );
    assert!(refused(take), "the decision of another case refuses nothing here");
    assert!(refused("UPDATE cases SET outcome = 'fee_proposed' WHERE outcome = 'refused'".into()));
    assert!(refused("UPDATE cases SET decision_id = NULL WHERE outcome = 'refused'".into()));
    assert!(refused("DELETE FROM decisions".into()) && refused("DELETE FROM opinions".into()));
    assert!(refused("DELETE FROM notices WHERE kind = 'refused'".into()));
    // The way back and there again works with decisions in the database; what cannot be kept is lost on purpose.
    gateway.expects_damage = true;
    let location = habeas::store::Location::parse(&gateway.database().url, &gateway.dir).unwrap();
    habeas::store::migrate::down(&location).unwrap();
    habeas::store::migrate::up(&location).unwrap();
}
