//! Restriction as a right (Art. 18): stopped at once for every use but those of Art. 18(2), told in the act, and ended only after
//! the person was told and had time.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use super::harness::{Gateway, Person, Setup, reference};

const PURPOSES: [&str; 4] =
    ["ai_training", "marketing_email", "product_analytics", "research_partners"];

struct Restricted<'g> {
    gateway: &'g Gateway,
    person: Person<'g>,
    key: String,
    case: String,
}

impl<'g> Restricted<'g> {
    fn by(gateway: &'g Gateway, body: &Value) -> Self {
        let person = gateway.person("u-0001");
        let case = reference(&person.asks(body));
        let it = Self { gateway, person, key: gateway.pipeline(), case };
        gateway.until("the office is asked to look", || {
            let path = format!("/v1/cases/{}", it.case);
            let sheet: Value = gateway.get(&path, &gateway.officer("dpo")).json().unwrap();
            !sheet["tasks"].as_array().unwrap().is_empty()
        });
        it
    }

    fn check(&self, purpose: &str) -> (bool, bool) {
        let path = format!("/v1/check/{purpose}?subject=u-0001");
        let answer: Value = self.gateway.get(&path, &self.key).json().unwrap();
        (answer["objected"] == true, answer["restricted"] == true)
    }

    fn stopped(&self) -> Vec<&'static str> {
        PURPOSES.into_iter().filter(|purpose| self.check(purpose) == (true, true)).collect()
    }

    fn answers(&self, body: &Value) -> u16 {
        self.gateway.works(&self.case, "answer", "caseworker", body).status().as_u16()
    }

    fn lifts(&self, reason: &str) -> u16 {
        let body = json!({ "reason": reason });
        self.gateway.works(&self.case, "lift", "caseworker", &body).status().as_u16()
    }

    /// The letter of this kind, read by the person.
    fn letter(&self, kind: &str) -> Option<String> {
        self.gateway.letter("u-0001", &self.case, kind)
    }

    fn waits_days(&self, days: i64) {
        self.gateway.passes_days(days);
        std::thread::park_timeout(Duration::from_secs(3));
    }
}

const REASON: &str = "The date of birth that was contested was checked and put right.";

#[test]
fn whoever_asks_for_a_restriction_is_stopped_for_every_use_and_told_so() {
    let gateway = Gateway::start();
    let it = Restricted::by(&gateway, &json!({ "right": "restriction", "language": "de" }));
    assert_eq!(it.stopped(), PURPOSES);
    let bulk = json!({ "subjects": ["u-0002", "u-0001"] });
    let bulk = gateway.post("/v1/check/ai_training", &it.key, &bulk).send().unwrap();
    let bulk: Value = bulk.json().unwrap();
    assert_eq!((&bulk["objected"], &bulk["restricted"]), (&json!([1]), &json!([1])));
    let letter = it.letter("restriction_applied").unwrap();
    assert!(letter.contains("eingeschränkt (Art. 18 DSGVO)"), "{letter}");
    assert!(letter.contains("Training unserer KI-Modelle"), "{letter}");
    // A filter leaves them out, and pipelines that follow the changes hear of it.
    let list = b"{\"subject\":\"u-0001\"}\n{\"subject\":\"u-0002\"}\n";
    let filter = ["objections", "filter", "--purpose", "ai_training", "--key", "subject"];
    let (code, out, said) = gateway.command_with(&filter, list);
    assert_eq!((code, out.as_slice()), (0, b"{\"subject\":\"u-0002\"}\n".as_slice()), "{said}");
    let changes = "/v1/objections/changes?purpose=ai_training&after=0";
    let changes: Value = gateway.get(changes, &it.key).json().unwrap();
    assert_eq!(changes["items"][0]["restricted"], true);
    // It is no objection: nothing of that kind is listed or can be taken back.
    let list: Value = gateway.get("/v1/objections", &it.person.token()).json().unwrap();
    assert_eq!(list["items"], json!([]));
    assert_eq!(gateway.differences(), Vec::<String>::new());
}

#[test]
fn a_restriction_that_was_granted_ends_a_week_after_its_person_read_why_and_not_before() {
    let gateway = Gateway::start();
    let it = Restricted::by(&gateway, &json!({ "right": "restriction" }));
    assert_eq!(it.lifts(REASON), 409, "it has no answer yet");
    assert_eq!(it.answers(&json!({ "outcome": "fulfilled", "text": "Done." })), 200);
    it.waits_days(40);
    assert_eq!(it.stopped(), PURPOSES, "it ends by nothing but an act");
    assert_eq!(it.lifts("x"), 422, "that is no reason");
    assert_eq!(it.lifts(REASON), 200);
    it.waits_days(30);
    assert_eq!(it.stopped(), PURPOSES, "nobody has told the person");
    let letter = it.letter("restriction_ends").unwrap();
    assert!(letter.contains(REASON) && letter.contains("Art. 18(3)"), "{letter}");
    it.waits_days(6);
    assert_eq!(it.stopped(), PURPOSES, "six days are not seven");
    gateway.passes_days(1);
    gateway.until("it ended", || it.stopped().is_empty());
    assert_eq!(it.person.sees(&it.case)["restricted"], json!([]));
    assert_eq!(gateway.database().count("SELECT count(*) FROM restrictions"), 0);
    assert_eq!(gateway.differences(), Vec::<String>::new());
}

#[test]
fn a_restriction_that_is_declined_ends_like_any_other_and_whoever_contests_is_heard_first() {
    let gateway = Gateway::start();
    let it = Restricted::by(&gateway, &json!({ "right": "restriction" }));
    let facts = "Nothing is contested, all of it is lawful, and we need the data ourselves.";
    let declined = json!({ "outcome": "declined", "text": "No.", "grounds": [{ "code": "18(1)", "facts": facts }] });
    assert_eq!(it.answers(&declined), 200);
    assert!(it.letter("declined").unwrap().contains(facts));
    assert!(it.letter("restriction_ends").unwrap().contains(facts));
    let contest = format!("/v1/requests/{}/contest", it.case);
    let words = json!({ "text": "I do contest it" });
    let contested = gateway.post(&contest, &it.person.token(), &words).send().unwrap();
    assert_eq!(contested.status(), 200);
    it.waits_days(20);
    assert_eq!(it.stopped(), PURPOSES, "contested: it waits for another look");
    assert_eq!(it.answers(&declined), 200);
    it.letter("restriction_ends");
    gateway.passes_days(8);
    gateway.until("it ended", || it.stopped().is_empty());
    assert_eq!(gateway.differences(), Vec::<String>::new());
}

#[test]
fn an_objection_outlives_a_restriction_and_a_restriction_an_objection() {
    let gateway = Gateway::start();
    let it = Restricted::by(&gateway, &json!({ "right": "restriction" }));
    it.person.objects_to("ai_training");
    let back = format!("{}/v1/objections/marketing_email", gateway.url);
    it.person.objects_to("marketing_email");
    gateway.http.delete(back).bearer_auth(it.person.token()).send().unwrap();
    assert_eq!(it.stopped(), PURPOSES, "taking an objection back lifts no restriction");
    let withdraw = format!("/v1/requests/{}/withdraw", it.case);
    let done = gateway.post(&withdraw, &it.person.token(), &json!({})).send().unwrap();
    assert_eq!(done.status(), 200);
    gateway.until("who takes the request back is free at once", || it.stopped().is_empty());
    assert_eq!(it.check("ai_training"), (true, false), "the objection is another matter");
    assert_eq!(it.check("marketing_email"), (false, false));
    assert_eq!(gateway.differences(), Vec::<String>::new());
}

#[test]
fn what_article_18_2_allows_goes_on_and_a_named_use_is_stopped_alone() {
    let gateway = Gateway::start_with(Setup {
        policies: Box::new(|policies: &Path| {
            let path = policies.join("purposes.toml");
            let text = std::fs::read_to_string(&path).unwrap();
            let obeyed = "obeyed_by = [\"analytics\"]";
            let allowed = format!("{obeyed}\neven_restricted = \"legal_claims\"");
            std::fs::write(path, text.replace(obeyed, &allowed)).unwrap();
        }),
        ..Setup::default()
    });
    let it = Restricted::by(&gateway, &json!({ "right": "restriction" }));
    assert_eq!(it.stopped(), ["ai_training", "marketing_email", "research_partners"]);
    let noor = gateway.person("u-0002");
    let scope = json!({ "purposes": ["research_partners"] });
    noor.asks(&json!({ "right": "restriction", "scope": scope }));
    let stopped = |purpose: &str| {
        let path = format!("/v1/check/{purpose}?subject=u-0002");
        gateway.get(&path, &it.key).json::<Value>().unwrap()["restricted"] == true
    };
    gateway.until("the use that was named is stopped", || stopped("research_partners"));
    assert!(!stopped("ai_training"));
}

#[test]
fn who_writes_by_mail_is_restricted_when_somebody_has_confirmed_the_address() {
    let gateway = Gateway::start();
    let key = gateway.pipeline();
    let url = format!("{}/v1/requests", gateway.url);
    let body = json!({ "right": "restriction", "email": "eve@example.org" });
    let case = reference(&gateway.http.post(url).json(&body).send().unwrap().json().unwrap());
    let stopped = || {
        let body = json!({ "subjects": [{ "email": "eve@example.org" }] });
        let answer = gateway.post("/v1/check/ai_training", &key, &body).send().unwrap();
        answer.json::<Value>().unwrap()["restricted"] == json!([0])
    };
    gateway.until("somebody is asked who it is", || {
        let path = format!("/v1/cases/{case}");
        let sheet: Value = gateway.get(&path, &gateway.officer("dpo")).json().unwrap();
        sheet["tasks"][0]["system"] == "identity"
    });
    assert!(!stopped());
    let found = json!({ "how": "a call to the number on file", "email": true });
    assert_eq!(gateway.works(&case, "identify", "caseworker", &found).status(), 200);
    gateway.until("it is in force for the address", stopped);
    assert_eq!(gateway.differences(), Vec::<String>::new());
}

/// How many people of the sample company carry the mark.
fn marked(gateway: &Gateway) -> i64 {
    gateway.company().count("SELECT count(*) FROM users WHERE is_restricted = 1")
}

fn withdraws(it: &Restricted<'_>, case: &str) {
    let path = format!("/v1/requests/{case}/withdraw");
    let done = it.gateway.post(&path, &it.person.token(), &json!({})).send().unwrap();
    assert_eq!(done.status(), 200);
}

#[test]
fn rows_carry_a_mark_while_any_request_of_the_person_restricts_them_and_no_longer() {
    let gateway = Gateway::with_company();
    assert_eq!(marked(&gateway), 0);
    let it = Restricted::by(&gateway, &json!({ "right": "restriction" }));
    gateway.until("the account is marked", || marked(&gateway) == 1);
    let own = "SELECT count(*) FROM users WHERE is_restricted = 1 AND id = 'u-0001'";
    assert_eq!(gateway.company().count(own), 1, "and nobody else's");
    let sheet: Value = gateway
        .get(&format!("/v1/cases/{}", it.case), &gateway.officer("caseworker"))
        .json()
        .unwrap();
    let task = sheet["tasks"][0]["reason"].as_str().unwrap();
    assert!(task.contains("by hand in chat.messages,") && !task.contains("users"), "{task}");
    let part = json!({ "system": "chat", "dataset": "users", "done": "restricted", "rows": 1 });
    assert_eq!(sheet["parts"], json!([part]));
    // Another one, of a part: what it restricts stays marked when the first ends.
    let scope = json!({ "categories": ["account"], "purposes": ["ai_training"] });
    let second = it.person.asks(&json!({ "right": "restriction", "scope": scope }));
    let second = reference(&second);
    gateway.until("the second one is looked at", || {
        let path = format!("/v1/cases/{second}");
        let sheet: Value = gateway.get(&path, &gateway.officer("dpo")).json().unwrap();
        !sheet["tasks"].as_array().unwrap().is_empty()
    });
    withdraws(&it, &it.case);
    let taken_away = |case: &str| {
        gateway.until("the machine looked after the mark", || {
            let open = "SELECT count(*) FROM jobs WHERE state <> 'done'";
            gateway.database().count(open) == 0
        });
        it.person.sees(case)
    };
    taken_away(&it.case);
    assert_eq!(marked(&gateway), 1, "the other request restricts it");
    // Granted, and ended after its person was told.
    let path = format!("/v1/cases/{second}");
    let answer = json!({ "outcome": "fulfilled", "text": "Done." });
    assert_eq!(gateway.works(&second, "answer", "caseworker", &answer).status(), 200, "{path}");
    let reason = json!({ "reason": REASON });
    assert_eq!(gateway.works(&second, "lift", "caseworker", &reason).status(), 200);
    assert!(gateway.letter("u-0001", &second, "restriction_ends").is_some());
    gateway.passes_days(8);
    gateway.until("the mark is gone", || marked(&gateway) == 0);
    assert_eq!(gateway.differences(), Vec::<String>::new());
}

#[test]
fn a_system_that_was_away_is_marked_when_it_is_back_also_after_the_answer() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("company.db");
    let url = format!("sqlite://{}", file.display());
    let gateway = Gateway::start_with(Setup {
        with_company: true,
        policies: Box::new(move |policies: &Path| {
            let path = policies.join("datamap.toml");
            let map = std::fs::read_to_string(&path).unwrap();
            let line = map.lines().find(|line| line.starts_with("url = ")).unwrap().to_owned();
            std::fs::write(&path, map.replace(&line, &format!("url = \"{url}\""))).unwrap();
        }),
        ..Setup::default()
    });
    let it = Restricted::by(&gateway, &json!({ "right": "restriction" }));
    assert_eq!(it.stopped(), PURPOSES, "what asks the gateway is stopped all the same");
    assert_eq!(it.answers(&json!({ "outcome": "fulfilled", "text": "Done." })), 200);
    habeas::demo::sample::load_sqlite(&file, 1).unwrap();
    let marked = || {
        let open = rusqlite::Connection::open(&file).unwrap();
        let sql = "SELECT count(*) FROM users WHERE is_restricted = 1";
        open.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap()
    };
    gateway.until("it is marked", || {
        gateway.passes_ms(1_000_000);
        marked() == 1
    });
    assert_eq!(gateway.differences(), Vec::<String>::new());
}

#[test]
fn a_system_that_needs_a_change_hides_none_that_is_only_away() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("company.db");
    let (url, beside) = (format!("sqlite://{}", file.display()), folder.path().join("beside.db"));
    let other = format!("sqlite://{}", beside.display());
    habeas::demo::sample::load_sqlite(&beside, 1).unwrap();
    let gateway = Gateway::start_with(Setup {
        with_company: true,
        policies: Box::new(move |policies: &Path| {
            let path = policies.join("datamap.toml");
            let map = std::fs::read_to_string(&path).unwrap();
            let line = map.lines().find(|line| line.starts_with("url = ")).unwrap().to_owned();
            let more = format!(
                "\n[[system]]\nid = \"shop\"\ntitle = \"Shop\"\nconnector = \"sql\"\nurl = \"{other}\"\n\
                 [[system.dataset]]\nid = \"buyers\"\ntitle = \"Buyers\"\ncategory = \"account\"\ntable = \"users\"\n\
                 matches = \"id = :account\"\nchange_class = \"normal\"\nerase = \"delete\"\n\
                 restrict = {{ set = {{ no_such = \"1\" }}, lift = {{ no_such = \"0\" }} }}\n"
            );
            let map = map.replace(&line, &format!("url = \"{url}\"")) + &more;
            std::fs::write(&path, map).unwrap();
        }),
        ..Setup::default()
    });
    // The one is away, the other has no such column: the case is answered while both are as they are.
    let it = Restricted::by(&gateway, &json!({ "right": "restriction" }));
    assert_eq!(it.answers(&json!({ "outcome": "fulfilled", "text": "Done." })), 200);
    gateway.until("the office is told of what needs a change", || {
        gateway.passes_ms(1_000_000);
        let tasks: Value =
            gateway.get("/v1/tasks?state=open", &gateway.officer("caseworker")).json().unwrap();
        tasks.to_string().contains("rows could not be marked as restricted; do it by hand")
    });
    habeas::demo::sample::load_sqlite(&file, 1).unwrap();
    gateway.until("the one that was away is marked", || {
        gateway.passes_ms(1_000_000);
        let open = rusqlite::Connection::open(&file).unwrap();
        let sql = "SELECT count(*) FROM users WHERE is_restricted = 1";
        open.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap() == 1
    });
    assert_eq!(gateway.differences(), Vec::<String>::new());
}

#[test]
fn a_mark_goes_with_the_request_also_where_no_use_was_stopped() {
    let gateway = Gateway::start_with(Setup {
        with_company: true,
        policies: Box::new(|policies: &Path| {
            let path = policies.join("purposes.toml");
            let text = std::fs::read_to_string(&path).unwrap();
            let line = "[purpose.title]";
            let allowed = format!("even_restricted = \"legal_claims\"\n{line}");
            std::fs::write(&path, text.replace(line, &allowed)).unwrap();
        }),
        ..Setup::default()
    });
    let it = Restricted::by(&gateway, &json!({ "right": "restriction" }));
    assert_eq!(it.stopped(), [""; 0]);
    gateway.until("the account is marked", || marked(&gateway) == 1);
    withdraws(&it, &it.case);
    gateway.until("the mark is gone", || marked(&gateway) == 0);
    assert_eq!(gateway.differences(), Vec::<String>::new());
}
