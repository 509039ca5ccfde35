//! Objections to "other" uses: stopped at once, weighed with a record, and lifted only after the person was told (Art. 18(3)).

use serde_json::{Value, json};

use super::harness::{Gateway, Person, reference};

fn record() -> Value {
    json!({
        "grounds": "attacks go unnoticed otherwise", "necessity": "they show only in all traffic",
        "person": "she does not want to be counted", "weighing": "a number without a name is kept"
    })
}

fn weigh(outcome: &str) -> Value {
    json!({ "purpose": "product_analytics", "outcome": outcome, "record": record() })
}

struct Objecting<'g> {
    gateway: &'g Gateway,
    person: Person<'g>,
    pipeline: String,
    case: String,
}

impl<'g> Objecting<'g> {
    fn to_analytics(gateway: &'g Gateway) -> Self {
        let person = gateway.person("u-0001");
        let body = json!({
            "right": "objection", "scope": { "purposes": ["product_analytics"] }, "language": "de"
        });
        let case = reference(&person.asks(&body));
        let it = Self { gateway, person, pipeline: gateway.pipeline(), case };
        gateway.until("it is restricted and waits for the office", || {
            let path = format!("/v1/cases/{}", it.case);
            let sheet: Value = gateway.get(&path, &gateway.officer("dpo")).json().unwrap();
            !sheet["tasks"].as_array().unwrap().is_empty()
        });
        it
    }

    fn is_objected(&self) -> bool {
        let path = "/v1/check/product_analytics?subject=u-0001";
        self.gateway.get(path, &self.pipeline).json::<Value>().unwrap()["objected"] == true
    }

    fn letter(&self) -> String {
        let seen = self.person.sees(&self.case);
        let link = seen["notices"][0]["link"].as_str().unwrap();
        self.gateway.get(link, &self.person.token()).text().unwrap()
    }
}

#[test]
fn an_overridden_objection_is_lifted_only_after_the_person_read_it_and_had_a_week() {
    let gateway = Gateway::start();
    let it = Objecting::to_analytics(&gateway);
    assert!(it.is_objected(), "stopped at once");
    let mut lacking = weigh("overridden");
    lacking["record"]["necessity"] = json!("");
    assert_eq!(gateway.works(&it.case, "weigh", "controller", &lacking).status(), 422);
    let done = |role: &str| gateway.works(&it.case, "weigh", role, &weigh("overridden")).status();
    assert_eq!(done("dpo"), 403);
    assert_eq!(done("controller"), 200);
    assert_eq!(it.person.sees(&it.case)["outcome"], "partial");
    gateway.passes_days(30);
    std::thread::park_timeout(std::time::Duration::from_secs(3));
    assert!(it.is_objected(), "who was not told is not overridden, however long it takes");
    let letter = it.letter();
    assert!(
        letter.contains("frühestens 7 Tage nach") && letter.contains("Auswertung der Nutzung"),
        "{letter}"
    );
    assert!(letter.contains("CNIL") && letter.contains("Gericht"), "{letter}");
    gateway.passes_days(6);
    std::thread::park_timeout(std::time::Duration::from_secs(3));
    assert!(it.is_objected(), "six days are not seven");
    gateway.passes_days(1);
    gateway.until("the stop is lifted", || !it.is_objected());
    let list: Value = gateway.get("/v1/objections", &it.person.token()).json().unwrap();
    assert_eq!(list["items"][0]["standing"], "overridden");
    it.person.objects_to("product_analytics");
    assert!(it.is_objected(), "whoever objects again is heard again");
}

#[test]
fn whoever_contests_is_heard_before_anything_is_lifted() {
    let gateway = Gateway::start();
    let it = Objecting::to_analytics(&gateway);
    let done = gateway.works(&it.case, "weigh", "controller", &weigh("overridden"));
    assert_eq!(done.status(), 200);
    it.letter();
    let contest = format!("/v1/requests/{}/contest", it.case);
    let words = json!({ "text": "you did not understand" });
    let token = it.person.token();
    assert_eq!(gateway.post(&contest, &token, &words).send().unwrap().status(), 200);
    gateway.passes_days(20);
    std::thread::park_timeout(std::time::Duration::from_secs(3));
    assert!(it.is_objected(), "contested: it waits for another look");
    let upheld = gateway.works(&it.case, "weigh", "controller", &weigh("upheld"));
    assert_eq!(upheld.status(), 200);
    assert_eq!(it.person.sees(&it.case)["outcome"], "fulfilled");
    gateway.passes_days(20);
    std::thread::park_timeout(std::time::Duration::from_secs(3));
    assert!(it.is_objected(), "the later weighing counts");
}

#[test]
fn whoever_objects_again_before_the_stop_is_lifted_is_heard_again() {
    let gateway = Gateway::start();
    let it = Objecting::to_analytics(&gateway);
    let done = gateway.works(&it.case, "weigh", "controller", &weigh("overridden"));
    assert_eq!(done.status(), 200);
    it.letter();
    gateway.passes_days(3);
    it.person.objects_to("product_analytics");
    assert_eq!(it.person.sees(&it.case)["state"], "in_progress", "it is weighed again");
    gateway.passes_days(10);
    std::thread::park_timeout(std::time::Duration::from_secs(3));
    assert!(it.is_objected());
    let text = json!({ "outcome": "fulfilled", "text": "we stop" });
    assert_eq!(gateway.works(&it.case, "answer", "caseworker", &text).status(), 200);
    gateway.passes_days(10);
    std::thread::park_timeout(std::time::Duration::from_secs(3));
    assert!(it.is_objected(), "an answer in their favour lifts nothing");
}

#[test]
fn a_letter_by_post_is_evidence_and_unconditional_objections_are_never_weighed() {
    let gateway = Gateway::start();
    let it = Objecting::to_analytics(&gateway);
    let other = json!({ "purpose": "ai_training", "outcome": "overridden", "record": record() });
    let refused = gateway.works(&it.case, "weigh", "controller", &other);
    assert_eq!(refused.status(), 409, "{}", refused.text().unwrap());
    let done = gateway.works(&it.case, "weigh", "controller", &weigh("overridden"));
    let notice = done.json::<Value>().unwrap()["notices"][0]["id"].as_str().unwrap().to_owned();
    let told = |how: &str| {
        let act = format!("notices/{notice}/told");
        gateway.works(&it.case, &act, "caseworker", &json!({ "how": how, "by": "hand" })).status()
    };
    assert_eq!(told("signed for today, receipt 4711"), 200);
    gateway.passes_days(7);
    gateway.until("the stop is lifted", || !it.is_objected());
}

#[test]
fn only_what_nobody_confirmed_can_be_disowned_by_its_owner() {
    let gateway = Gateway::start();
    let pipeline = gateway.pipeline();
    let body = json!({
        "right": "objection", "email": "ada@example.org", "scope": { "purposes": ["ai_training"] }
    });
    let sent =
        gateway.http.post(format!("{}/v1/requests", gateway.url)).json(&body).send().unwrap();
    assert_eq!(sent.status(), 201);
    let ask = json!({ "subjects": [{ "email": "ada@example.org" }] });
    let is_objected = || {
        let answer = gateway.post("/v1/check/ai_training", &pipeline, &ask).send().unwrap();
        answer.json::<Value>().unwrap()["objected"] == json!([0])
    };
    assert!(is_objected(), "unverified, and in force at once");
    let key = gateway.new_key(habeas::auth::Scope::ObjectionsLink);
    let whose = json!({ "email": "ada@example.org" });
    let mint = || gateway.post("/v1/objections/choices", &key, &whose).send().unwrap();
    gateway.until("the key is known", || mint().status() == 200);
    let items: Value = mint().json().unwrap();
    let item = items["items"].as_array().unwrap().iter().find(|i| i["purpose"] == "ai_training");
    let item = item.unwrap();
    assert_eq!(item["assurance"], "unverified");
    let token = item["link"].as_str().unwrap().rsplit('/').next().unwrap();
    let link = format!("{}/o/{token}", gateway.url);
    let page = gateway.http.get(&link).header("Accept-Language", "fr").send().unwrap();
    assert!(page.text().unwrap().contains("Était-ce vous"));
    let send = |form: &'static str| {
        let kind = "application/x-www-form-urlencoded";
        let asked = gateway.http.post(&link).header("Content-Type", kind);
        asked
            .header("Accept", "application/json")
            .body(form)
            .send()
            .unwrap()
            .json::<Value>()
            .unwrap()
    };
    assert_eq!(send("act=disown")["objected"], false);
    assert!(!is_objected());
    gateway.http.post(format!("{}/v1/requests", gateway.url)).json(&body).send().unwrap();
    assert_eq!(send("act=confirm")["objected"], true);
    assert_eq!(
        send("act=disown")["objected"],
        true,
        "what its owner confirmed is taken back, not disowned"
    );
    assert_eq!(send("act=take_back")["objected"], false);
}

#[test]
fn research_is_asked_the_question_of_its_own_article_and_no_other() {
    let gateway = Gateway::start();
    let person = gateway.person("u-0001");
    let body = json!({
        "right": "objection", "scope": { "purposes": ["research_partners"] }, "language": "fr"
    });
    let case = reference(&person.asks(&body));
    let path = format!("/v1/cases/{case}");
    gateway.until("it waits for the office", || {
        let sheet: Value = gateway.get(&path, &gateway.officer("dpo")).json().unwrap();
        !sheet["tasks"].as_array().unwrap().is_empty()
    });
    let weighs = |record: &Value| {
        let body =
            json!({ "purpose": "research_partners", "outcome": "overridden", "record": record });
        let answer = gateway.works(&case, "weigh", "controller", &body);
        (answer.status().as_u16(), answer.text().unwrap())
    };
    let (status, said) = weighs(&record());
    assert!(status == 422 && said.contains("`public_task` is missing"), "{said}");
    let task = "The register of accidents that the law of 9 August 2004 gives to the institute.";
    let mut both = record();
    both["public_task"] = json!(task);
    let (status, said) = weighs(&both);
    assert!(status == 422 && said.contains("`grounds` answers another question"), "{said}");
    let own = json!({
        "public_task": task, "necessity": "the register is of everybody who was hurt",
        "person": "you wrote that you do not want to be counted"
    });
    let (status, said) = weighs(&own);
    assert_eq!(status, 200, "{said}");
    let sheet: Value = serde_json::from_str(&said).unwrap();
    assert_eq!(sheet["state"], "decided");
    let link = person.sees(&case)["notices"][0]["link"].as_str().unwrap().to_owned();
    let letter = gateway.get(&link, &person.token()).text().unwrap();
    for part in
        [task, "article 21, paragraphe 6", "mission d'intérêt public", "cette mission ne peut"]
    {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    assert!(!letter.contains("l'emportent") && !letter.contains("impérieux"), "{letter}");
    // Whoever has the letter has the answer.
    assert_eq!(person.sees(&case)["state"], "notified");
    // And no other use is asked for a task.
    let it = Objecting::to_analytics(&gateway);
    let mut other = weigh("overridden");
    other["record"] = json!({ "public_task": task, "necessity": "b", "person": "c" });
    let refused = gateway.works(&it.case, "weigh", "controller", &other);
    assert_eq!(refused.status(), 422);
    assert!(refused.text().unwrap().contains("`public_task` answers another question"));
}

#[test]
fn a_stop_is_lifted_a_week_after_the_post_has_come_and_not_after_the_letter_went() {
    let gateway = Gateway::start();
    let it = Objecting::to_analytics(&gateway);
    let done = gateway.works(&it.case, "weigh", "controller", &weigh("overridden"));
    let notice = done.json::<Value>().unwrap()["notices"][0]["id"].as_str().unwrap().to_owned();
    let act = format!("notices/{notice}/told");
    let posted = json!({ "how": "to the address on file", "by": "post" });
    let told = gateway.works(&it.case, &act, "caseworker", &posted);
    assert_eq!(told.status(), 200);
    let sheet: Value = told.json().unwrap();
    assert_eq!(sheet["state"], "decided", "it is on its way");
    let from = sheet["notices"][0]["told_at"].as_str().unwrap().to_owned();
    let from = habeas::domain::time::Instant::parse(&from).unwrap();
    gateway.passes_days(7);
    std::thread::park_timeout(std::time::Duration::from_secs(3));
    assert!(it.is_objected(), "a week after it was posted");
    gateway.until("the letter has come", || it.person.sees(&it.case)["state"] == "notified");
    gateway.passes_ms(from.plus_days(7).0 - gateway.clock.now().0 - 1);
    std::thread::park_timeout(std::time::Duration::from_secs(3));
    assert!(it.is_objected(), "not a moment before");
    gateway.passes_ms(1);
    gateway.until("the stop is lifted", || !it.is_objected());
}
