//! Whose data it is: only verified identifiers reach data, they belong to the case, and nothing is done that nobody looked at.

use std::path::Path;
use std::sync::Arc;

use habeas::auth::development::Order;
use habeas::casework::CaseworkError;
use habeas::casework::answer::fulfil;
use habeas::casework::case::record;
use habeas::domain::case::{Done, Part};
use habeas::domain::decide::{Command, Working};
use habeas::store::Tx;
use habeas::store::rows::CaseRow;
use serde_json::{Value, json};

use super::harness::{Database, Gateway, SecondNode, Setup, postgres, reference};

/// A company of a test's own.
struct Company {
    gateway: Gateway,
    database: Database,
    _folder: tempfile::TempDir,
}

fn dataset(id: &str, matches: &str, erase: &str) -> String {
    let keep = "[system.dataset.keep]\nground = \"17(3)(b)\"\nlaw = \"Commercial code\"\nreason = \"Books must be kept.\"\nyears = 10\n";
    format!(
        "[[system.dataset]]\nid = \"{id}\"\ntitle = \"{id}\"\ncategory = \"{id}\"\ntable = \"{id}\"\nmatches = {matches}\n\
         change_class = \"normal\"\nprovided_by_person = true\nerase = {erase}\n{}",
        if erase == "\"keep\"" { keep } else { "" }
    )
}

fn directory() -> &'static str {
    "[[directory]]\nsystem = \"shop\"\naccounts = \"SELECT id FROM users WHERE email = :email\"\n"
}

impl Company {
    /// `map` is what stands before the system, and its datasets.
    fn new(sql: &str, before: &str, datasets: &[String], settings: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Database::new(folder.path(), "own");
        Self::with(folder, database, sql, before, datasets, settings)
    }

    /// The same in a database that was chosen.
    fn with(
        folder: tempfile::TempDir,
        database: Database,
        sql: &str,
        before: &str,
        datasets: &[String],
        settings: &str,
    ) -> Self {
        if database.is_postgres() {
            postgres(&database.url, sql);
        } else {
            rusqlite::Connection::open(database.file()).unwrap().execute_batch(sql).unwrap();
        }
        let map = format!(
            "version = \"2026-11-27\"\n{before}[[system]]\nid = \"shop\"\ntitle = \"Shop\"\nconnector = \"sql\"\nurl = \"{}\"\n{}",
            database.url,
            datasets.concat()
        );
        let gateway = Gateway::start_with(Setup {
            settings: settings.to_owned(),
            policies: Box::new(move |policies: &Path| {
                std::fs::write(policies.join("datamap.toml"), &map).unwrap();
            }),
            ..Setup::default()
        });
        Self { gateway, database, _folder: folder }
    }

    fn count(&self, sql: &str) -> i64 {
        self.database.count(sql)
    }

    fn token(&self, sub: &str, email: Option<&str>) -> String {
        self.gateway.token(&Order {
            sub: sub.into(),
            email: email.map(str::to_owned),
            ttl_seconds: 900,
            ..Order::default()
        })
    }

    fn asks(&self, token: &str, body: &Value) -> String {
        self.gateway.passes_ms(1000);
        let answer = self.gateway.post("/v1/requests", token, body).send().unwrap();
        assert_eq!(answer.status(), 201);
        reference(&answer.json().unwrap())
    }

    fn writes(&self, body: &Value) -> String {
        self.gateway.passes_ms(1000);
        let url = format!("{}/v1/requests", self.gateway.url);
        let answer = self.gateway.http.post(url).json(body).send().unwrap();
        assert_eq!(answer.status(), 201);
        reference(&answer.json().unwrap())
    }

    /// What the holder of a link chooses about AI training, without signing in.
    fn chooses(&self, email: &str, act: &str) {
        let key = self.gateway.new_key(habeas::auth::Scope::ObjectionsLink);
        let who = json!({ "email": email });
        let ask = || self.gateway.post("/v1/objections/choices", &key, &who).send().unwrap();
        self.gateway.until("the key is known", || ask().status() == 200);
        let choices: Value = ask().json().unwrap();
        let mut items = choices["items"].as_array().unwrap().iter();
        let own = items.find(|item| item["purpose"] == "ai_training").unwrap();
        let link = own["link"].as_str().unwrap();
        let url = format!("{}{}", self.gateway.url, &link[link.find("/o/").unwrap()..]);
        let form = self.gateway.http.post(&url);
        let form = form.header("Content-Type", "application/x-www-form-urlencoded");
        let done = form.body(format!("act={act}")).send().unwrap();
        assert_eq!(done.status(), 200, "{}", done.text().unwrap());
    }

    fn sheet(&self, case: &str) -> Value {
        let worker = self.gateway.officer("caseworker");
        self.gateway.get(&format!("/v1/cases/{case}"), &worker).json().unwrap()
    }

    fn settles(&self, case: &str) -> Value {
        self.gateway.until("it is answered, or waits for somebody", || {
            let sheet = self.sheet(case);
            sheet["state"] == "decided" || is_handed_over(&sheet)
        });
        self.sheet(case)
    }

    fn acts(&self, role: &str, case: &str, act: &str, body: &Value) -> u16 {
        self.gateway.works(case, act, role, body).status().as_u16()
    }
}

fn open_tasks(sheet: &Value) -> Vec<Value> {
    let tasks = sheet["tasks"].as_array().unwrap().iter();
    tasks.filter(|task| task["state"] == "open").cloned().collect()
}

fn is_handed_over(sheet: &Value) -> bool {
    !open_tasks(sheet).is_empty()
}

const LETTERS: &str = "CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT);
    CREATE TABLE letters (id INTEGER PRIMARY KEY, user_id TEXT, email TEXT, body TEXT);
    INSERT INTO users VALUES ('u-1', 'Ann@Example.org'), ('u-2', 'bob@example.org');
    INSERT INTO letters VALUES (1, 'u-1', 'ann@example.org', 'a'), (2, 'u-2', 'bob@example.org', 'b'), (3, NULL, 'ann@example.org', 'c');";

#[test]
fn what_a_token_says_later_is_about_another_request() {
    let shop = Company::new(
        LETTERS,
        "",
        &[dataset("letters", "[\"user_id = :account\", \"email = :email\"]", "\"delete\"")],
        "[jobs]\nworkers = 0\n",
    );
    let mut shop = shop;
    // The first token has no address, the second has one, and the third has another person's old one: each counts for its own
    // request, and none is merged into another.
    let none = shop.asks(&shop.token("u-1", None), &json!({ "right": "erasure" }));
    let own = shop.asks(&shop.token("u-1", Some("ANN@example.org")), &json!({ "right": "access" }));
    let other =
        shop.asks(&shop.token("u-1", Some("new@example.org")), &json!({ "right": "access" }));
    assert_eq!(shop.sheet(&own)["state"], "received");
    assert_eq!(
        shop.sheet(&other)["state"],
        "received",
        "known by something else, it is another request"
    );
    shop.gateway.stop();
    let path = shop.gateway.dir.join("habeas.toml");
    let text = std::fs::read_to_string(&path).unwrap().replace("workers = 0", "workers = 2");
    std::fs::write(&path, text).unwrap();
    shop.gateway.restart();
    for case in [&own, &other, &none] {
        shop.gateway.until("it is answered", || shop.sheet(case)["state"] == "decided");
    }
    let rows = |case: &str| shop.sheet(case)["parts"][0]["rows"].as_i64().unwrap();
    assert_eq!(rows(&none), 1, "by the account alone");
    assert_eq!(shop.count("SELECT count(*) FROM letters WHERE user_id = 'u-2'"), 1);
    assert!(rows(&own) >= 1 && rows(&other) <= 1);
}

#[test]
fn whoever_writes_by_mail_is_found_by_the_directory_and_nobody_is_told_done_before() {
    let shop = Company::new(
        LETTERS,
        directory(),
        &[dataset("letters", "\"user_id = :account\"", "\"delete\"")],
        "",
    );
    let case = shop.writes(&json!({ "right": "erasure", "email": "ann@EXAMPLE.org" }));
    let sheet = shop.settles(&case);
    assert_eq!(open_tasks(&sheet)[0]["system"], "identity");
    assert_eq!(shop.acts("caseworker", &case, "identify", &json!({ "how": "called back" })), 200);
    shop.gateway.until("it is answered", || shop.sheet(&case)["state"] == "decided");
    let sheet = shop.sheet(&case);
    assert_eq!(
        (sheet["outcome"].as_str(), sheet["parts"][0]["rows"].as_i64()),
        (Some("fulfilled"), Some(1))
    );
    assert_eq!(shop.count("SELECT count(*) FROM letters WHERE user_id = 'u-1'"), 0);
    assert_eq!(shop.count("SELECT count(*) FROM letters"), 2);
    // Somebody whom the directory does not know has no account: that is looked at, too.
    let case = shop.writes(&json!({ "right": "access", "email": "nobody@example.org" }));
    shop.settles(&case);
    shop.acts("caseworker", &case, "identify", &json!({ "how": "called back" }));
    shop.gateway.until("it is answered", || shop.sheet(&case)["state"] == "decided");
    assert_eq!(shop.sheet(&case)["outcome"], "fulfilled");
}

#[test]
fn what_cannot_be_looked_up_is_a_task_for_each_dataset_and_no_answer_says_done() {
    let shop = Company::new(
        LETTERS,
        "",
        &[
            dataset("letters", "\"email = :email\"", "\"delete\""),
            dataset("users", "\"id = :account\"", "\"delete\""),
        ],
        "",
    );
    // By an address alone, with nothing that leads to an account.
    let case = shop.writes(&json!({ "right": "erasure", "email": "ann@example.org" }));
    shop.settles(&case);
    shop.acts("caseworker", &case, "identify", &json!({ "how": "called back" }));
    shop.gateway.until("it is answered", || shop.sheet(&case)["state"] == "decided");
    let sheet = shop.sheet(&case);
    assert_eq!(sheet["outcome"], "partial");
    let parts = sheet["parts"].as_array().unwrap();
    assert_eq!(parts.iter().filter(|part| part["done"] == "not_searched").count(), 1);
    assert_eq!(open_tasks(&sheet).len(), 1);
    assert_eq!(open_tasks(&sheet)[0]["dataset"], "users");
    assert_eq!(shop.count("SELECT count(*) FROM users"), 2);
    // The officer finds the account: the machine goes on, and the task ends by itself.
    let account = json!({ "how": "asked the person", "account": { "subject": "u-1" } });
    assert_eq!(shop.acts("caseworker", &case, "identify", &account), 200);
    shop.gateway.until("it is whole", || shop.sheet(&case)["outcome"] == "fulfilled");
    assert_eq!(open_tasks(&shop.sheet(&case)).len(), 0);
    assert_eq!(shop.count("SELECT count(*) FROM users"), 1);
    // A token without an address: the same, the other way round.
    let case = shop.asks(&shop.token("u-2", None), &json!({ "right": "access" }));
    shop.gateway.until("it is answered", || shop.sheet(&case)["state"] == "decided");
    let sheet = shop.sheet(&case);
    assert_eq!(
        (sheet["outcome"].as_str(), open_tasks(&sheet)[0]["dataset"].as_str()),
        (Some("partial"), Some("letters"))
    );
}

#[test]
fn where_nothing_can_be_looked_up_nothing_is_answered_and_an_officer_must_say_how_it_was_done() {
    let shop = Company::new(
        LETTERS,
        "",
        &[dataset("letters", "\"user_id = :account\"", "\"delete\"")],
        "",
    );
    let case = shop.writes(&json!({ "right": "access", "email": "ann@example.org" }));
    shop.settles(&case);
    shop.acts("caseworker", &case, "identify", &json!({ "how": "called back" }));
    shop.gateway.until("it is handed over", || {
        open_tasks(&shop.sheet(&case)).iter().any(|task| task["dataset"] == "letters")
    });
    assert_eq!(shop.sheet(&case)["outcome"], Value::Null);
    let done = json!({ "outcome": "fulfilled", "text": "here it is" });
    assert_eq!(shop.acts("caseworker", &case, "answer", &done), 422);
    let task = open_tasks(&shop.sheet(&case))[0]["id"].as_str().unwrap().to_owned();
    let how = json!({ "how": "searched by name, and copied by hand" });
    let worker = shop.gateway.officer("caseworker");
    let said = shop.gateway.post(&format!("/v1/tasks/{task}/done"), &worker, &how).send().unwrap();
    assert_eq!(said.status(), 200);
    assert_eq!(shop.acts("caseworker", &case, "answer", &done), 200);
}

#[test]
fn an_address_that_two_accounts_share_is_for_a_human_to_tell_apart() {
    let sql = "CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT);
        INSERT INTO users VALUES ('mother', 'family@example.org'), ('son', 'family@example.org');";
    let shop =
        Company::new(sql, directory(), &[dataset("users", "\"id = :account\"", "\"delete\"")], "");
    let case = shop.writes(&json!({ "right": "erasure", "email": "family@example.org" }));
    shop.settles(&case);
    shop.acts("caseworker", &case, "identify", &json!({ "how": "letter" }));
    shop.gateway.until("it is handed over", || {
        open_tasks(&shop.sheet(&case)).iter().any(|task| task["dataset"] == "users")
    });
    assert_eq!(shop.count("SELECT count(*) FROM users"), 2);
    let account = json!({ "how": "passport", "account": { "subject": "son" } });
    assert_eq!(shop.acts("caseworker", &case, "identify", &account), 200);
    shop.gateway.until("it is answered", || shop.sheet(&case)["outcome"] == "fulfilled");
    assert_eq!(shop.count("SELECT count(*) FROM users WHERE id = 'mother'"), 1);
    assert_eq!(shop.count("SELECT count(*) FROM users"), 1);
}

#[test]
fn a_machine_does_not_erase_what_the_person_describes_in_words() {
    let sql = "CREATE TABLE tickets (id INTEGER PRIMARY KEY, user_id TEXT);
        CREATE TABLE chats (id INTEGER PRIMARY KEY, user_id TEXT);
        INSERT INTO tickets VALUES (1, 'u-1'); INSERT INTO chats VALUES (1, 'u-1');";
    let by_account = "\"user_id = :account\"";
    let datasets =
        [dataset("tickets", by_account, "\"delete\""), dataset("chats", by_account, "\"delete\"")];
    let shop = Company::new(sql, "", &datasets, "");
    let words = "delete only my support ticket, keep the rest, I need it in court";
    let token = shop.token("u-1", None);
    let case = shop.asks(&token, &json!({ "right": "erasure", "message": words }));
    let sheet = shop.settles(&case);
    assert!(open_tasks(&sheet)[0]["reason"].as_str().unwrap().contains("in words"));
    assert_eq!(shop.count("SELECT count(*) FROM tickets"), 1);
    // Never more than was asked; the machine does what the officer read.
    let read = json!({ "scope": { "categories": ["tickets"] } });
    assert_eq!(shop.acts("caseworker", &case, "read", &read), 200);
    shop.gateway.until("it is answered", || shop.sheet(&case)["state"] == "decided");
    assert_eq!(
        (shop.count("SELECT count(*) FROM tickets"), shop.count("SELECT count(*) FROM chats")),
        (0, 1)
    );
    let narrow =
        json!({ "right": "erasure", "message": "as said", "scope": { "categories": ["chats"] } });
    let case = shop.asks(&token, &narrow);
    shop.gateway.until("a scope needs no reading", || shop.sheet(&case)["state"] == "decided");
    assert_eq!(shop.count("SELECT count(*) FROM chats"), 0);
    let wide = shop.asks(&token, &json!({ "right": "erasure", "message": "tickets, please" }));
    shop.settles(&wide);
    assert_eq!(shop.acts("caseworker", &wide, "read", &json!({ "scope": {} })), 200);
}

#[test]
fn a_legal_hold_keeps_everything_until_the_controller_lifts_it() {
    let shop = Company::new(
        LETTERS,
        directory(),
        &[dataset("letters", "\"user_id = :account\"", "\"delete\"")],
        "",
    );
    let before = shop.asks(&shop.token("u-1", None), &json!({ "right": "rectification" }));
    shop.settles(&before);
    let reason = json!({ "reason": "the court asks for them" });
    assert_eq!(shop.acts("caseworker", &before, "hold", &reason), 403);
    assert_eq!(shop.acts("controller", &before, "hold", &reason), 200);
    let case = shop.asks(&shop.token("u-1", None), &json!({ "right": "erasure" }));
    let sheet = shop.settles(&case);
    assert!(open_tasks(&sheet)[0]["reason"].as_str().unwrap().contains("legal hold"));
    assert_eq!(shop.sheet(&case)["holds"].as_array().unwrap().len(), 1);
    assert_eq!(shop.count("SELECT count(*) FROM letters WHERE user_id = 'u-1'"), 1);
    let (code, _, told) = shop.gateway.command(&["case", "forget", &case, "--yes"]);
    assert!(code != 0 && told.contains("legal hold"), "{told}");
    assert_eq!(shop.acts("controller", &case, "hold", &json!({ "lift": true })), 200);
    shop.gateway.until("it goes on by itself", || shop.sheet(&case)["state"] == "decided");
    assert_eq!(shop.count("SELECT count(*) FROM letters WHERE user_id = 'u-1'"), 0);
}

#[test]
fn what_is_kept_and_what_is_anybody_elses_is_not_lost_by_a_cascade() {
    let sql = "CREATE TABLE users (id TEXT PRIMARY KEY);
        CREATE TABLE invoices (id INTEGER PRIMARY KEY, user_id TEXT REFERENCES users (id) ON DELETE CASCADE);
        CREATE TABLE threads (id INTEGER PRIMARY KEY, user_id TEXT);
        CREATE TABLE comments (id INTEGER PRIMARY KEY, thread_id INTEGER REFERENCES threads (id) ON DELETE CASCADE, user_id TEXT);
        INSERT INTO users VALUES ('ada'), ('bob'), ('cyd'); INSERT INTO invoices VALUES (1, 'ada'), (2, 'ada');
        INSERT INTO threads VALUES (1, 'bob'); INSERT INTO comments VALUES (1, 1, 'bob'), (2, 1, 'cyd');";
    let datasets = [
        dataset("invoices", "\"user_id = :account\"", "\"keep\""),
        dataset("comments", "\"user_id = :account\"", "\"delete\""),
        dataset("threads", "\"user_id = :account\"", "\"delete\""),
        dataset("users", "\"id = :account\"", "\"delete\""),
    ];
    let shop = Company::new(sql, "", &datasets, "");
    for (who, table) in [("ada", "invoices"), ("bob", "comments")] {
        let case = shop.asks(&shop.token(who, None), &json!({ "right": "erasure" }));
        let sheet = shop.settles(&case);
        let task = open_tasks(&sheet)[0]["reason"].as_str().unwrap().to_owned();
        assert!(task.contains(table), "{task}");
        assert_eq!(sheet["outcome"], Value::Null);
    }
    for (table, rows) in [("users", 3), ("invoices", 2), ("threads", 1), ("comments", 2)] {
        assert_eq!(shop.count(&format!("SELECT count(*) FROM {table}")), rows, "{table}");
    }
}

#[test]
fn a_merged_request_lives_on_when_the_first_is_taken_back() {
    let shop = Company::new(
        LETTERS,
        "",
        &[dataset("letters", "\"user_id = :account\"", "\"delete\"")],
        "[jobs]\nworkers = 0\n",
    );
    let token = shop.token("u-1", None);
    let sees = |case: &str| -> Value {
        shop.gateway.get(&format!("/v1/requests/{case}"), &token).json().unwrap()
    };
    let ask = json!({ "right": "access" });
    let (first, second, third) =
        (shop.asks(&token, &ask), shop.asks(&token, &ask), shop.asks(&token, &ask));
    assert_eq!(sees(&second)["merged_into"], first);
    let due = sees(&first)["due"]["date"].clone();
    let path = format!("/v1/requests/{first}/withdraw");
    assert_eq!(shop.gateway.post(&path, &token, &json!({})).send().unwrap().status(), 200);
    assert_eq!(
        (sees(&second)["state"].as_str(), &sees(&second)["due"]["date"]),
        (Some("received"), &due)
    );
    assert_eq!(sees(&third)["merged_into"], second);
    // Words of one's own, other identifiers, or nobody who is known: never merged.
    let worded = shop.asks(&token, &json!({ "right": "access", "message": "and please on paper" }));
    assert_eq!(sees(&worded)["state"], "received");
    let mail = json!({ "right": "access", "email": "office@lawyers.example" });
    let clients = [shop.writes(&mail), shop.writes(&mail), shop.writes(&mail)];
    assert!(clients.iter().all(|case| shop.sheet(case)["state"] == "received"));
}

#[test]
fn eighty_people_are_stopped_whatever_the_way_they_came() {
    let mut sql = "CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT);".to_owned();
    for n in 0..80 {
        sql += &format!("INSERT INTO users VALUES ('p-{n}', 'Person.{n}@Example.org');");
    }
    let shop =
        Company::new(&sql, directory(), &[dataset("users", "\"id = :account\"", "\"delete\"")], "");
    let key = shop.gateway.pipeline();
    for n in 0..40 {
        let url = format!("{}/v1/objections/ai_training", shop.gateway.url);
        let token = shop.token(&format!("p-{n}"), None);
        assert_eq!(shop.gateway.http.put(url).bearer_auth(token).send().unwrap().status(), 200);
    }
    let scope = json!({ "purposes": ["ai_training"] });
    let cases: Vec<String> = (40..80)
        .map(|n| {
            let email = format!("person.{n}@example.org");
            shop.writes(&json!({ "right": "objection", "email": email, "scope": scope }))
        })
        .collect();
    for case in &cases {
        shop.gateway.until("it is answered", || shop.sheet(case)["outcome"] == "fulfilled");
    }
    let subjects: Vec<String> = (0..80).map(|n| format!("p-{n}")).collect();
    let asked = json!({ "subjects": subjects });
    let answer: Value =
        shop.gateway.post("/v1/check/ai_training", &key, &asked).send().unwrap().json().unwrap();
    assert_eq!(answer["objected"].as_array().unwrap().len(), 80);
}

#[test]
fn an_objection_by_mail_is_not_done_where_nothing_leads_to_the_account() {
    let shop = Company::new(
        LETTERS,
        "",
        &[dataset("letters", "\"user_id = :account\"", "\"delete\"")],
        "",
    );
    let key = shop.gateway.pipeline();
    let scope = json!({ "purposes": ["ai_training"] });
    let body = json!({ "right": "objection", "email": "ann@example.org", "scope": scope });
    let case = shop.writes(&body);
    let sheet = shop.settles(&case);
    assert!(open_tasks(&sheet)[0]["reason"].as_str().unwrap().contains("find the account"));
    let objected = || -> Value {
        let path = "/v1/check/ai_training?subject=u-1";
        shop.gateway.get(path, &key).json::<Value>().unwrap()["objected"].clone()
    };
    assert_eq!(objected(), false);
    let account = json!({ "how": "asked the person", "account": { "subject": "u-1" } });
    assert_eq!(shop.acts("caseworker", &case, "identify", &account), 200);
    shop.gateway.until("it is answered", || shop.sheet(&case)["outcome"] == "fulfilled");
    assert_eq!(objected(), true);
}

#[test]
fn a_token_that_shows_that_both_are_one_person_brings_their_objections_together() {
    let shop = Company::new(LETTERS, "", &[], "");
    let key = shop.gateway.pipeline();
    let scope = json!({ "purposes": ["ai_training"] });
    let body = json!({ "right": "objection", "email": "Ann@example.org", "scope": scope });
    let case = shop.writes(&body);
    shop.gateway.until("it is answered", || shop.sheet(&case)["outcome"] == "fulfilled");
    let ask = |subject: Value| -> Value {
        let body = json!({ "subjects": [subject] });
        let answer = shop.gateway.post("/v1/check/ai_training", &key, &body).send().unwrap();
        answer.json::<Value>().unwrap()["objected"].clone()
    };
    assert_eq!(ask(json!("u-1")), json!([]));
    let token = shop.token("u-1", Some("ann@EXAMPLE.org"));
    // Whatever they come for.
    assert_eq!(shop.gateway.get("/v1/requests", &token).status(), 200);
    assert_eq!(ask(json!("u-1")), json!([0]));
    // Taking it back takes it back under both names, and nothing brings it up again.
    let url = format!("{}/v1/objections/ai_training", shop.gateway.url);
    assert_eq!(shop.gateway.http.delete(url).bearer_auth(&token).send().unwrap().status(), 200);
    assert_eq!(shop.gateway.get("/v1/objections", &token).status(), 200);
    assert_eq!(
        (ask(json!("u-1")), ask(json!({ "email": "ann@example.org" }))),
        (json!([]), json!([]))
    );
}

#[test]
fn whoever_disowns_an_unverified_objection_frees_the_account_it_was_carried_to() {
    let shop = Company::new(
        LETTERS,
        directory(),
        &[dataset("letters", "\"user_id = :account\"", "\"delete\"")],
        "",
    );
    let key = shop.gateway.pipeline();
    let scope = json!({ "purposes": ["ai_training"] });
    let body = json!({ "right": "objection", "email": "bob@example.org", "scope": scope });
    let case = shop.writes(&body);
    shop.gateway.until("it is answered", || shop.sheet(&case)["outcome"] == "fulfilled");
    let objected = || -> Value {
        let path = "/v1/check/ai_training?subject=u-2";
        shop.gateway.get(path, &key).json::<Value>().unwrap()["objected"].clone()
    };
    assert_eq!(objected(), true, "unverified, and in force");
    shop.chooses("bob@example.org", "disown");
    assert_eq!(objected(), false);
}

#[test]
fn a_directory_that_is_away_is_told_to_the_office_and_asked_until_it_answers() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::sqlite(folder.path(), "own");
    let shop = Company::with(
        folder,
        database,
        LETTERS,
        directory(),
        &[dataset("letters", "\"user_id = :account\"", "\"delete\"")],
        "[jobs]\nattempts_max = 2\npause_ms = 20\n",
    );
    let (file, away) = (shop.database.file(), shop.database.file().with_extension("away"));
    std::fs::rename(&file, &away).unwrap();
    shop.chooses("bob@example.org", "object");
    let worker = shop.gateway.officer("caseworker");
    shop.gateway.until("the office is told", || {
        shop.gateway.passes_ms(100);
        let tasks: Value = shop.gateway.get("/v1/tasks", &worker).json().unwrap();
        tasks["items"].as_array().unwrap().len() == 1
    });
    let key = shop.gateway.pipeline();
    let objected = || {
        let path = "/v1/check/ai_training?subject=u-2";
        shop.gateway.get(path, &key).json::<Value>().unwrap()["objected"] == true
    };
    // Two months later it is back.
    shop.gateway.passes_days(60);
    assert!(!objected());
    std::fs::rename(&away, &file).unwrap();
    shop.gateway.until("it is in force for the account", || {
        shop.gateway.passes_ms(3_600_000);
        objected()
    });
}

#[test]
fn a_directory_loses_nothing_before_every_directory_has_said_whose_an_address_is() {
    let folder = tempfile::tempdir().unwrap();
    let (database, mail) =
        (Database::sqlite(folder.path(), "own"), Database::sqlite(folder.path(), "mail"));
    // One address, and an account of somebody else in each system.
    let sql = "CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT);
        INSERT INTO users VALUES ('u-9', 'ann@example.org');
        CREATE TABLE letters (id INTEGER PRIMARY KEY, user_id TEXT); INSERT INTO letters VALUES (1, 'u-9');";
    rusqlite::Connection::open(mail.file()).unwrap().execute_batch(sql).unwrap();
    let map = format!(
        "{}{}[[system]]\nid = \"mail\"\ntitle = \"Mail\"\nconnector = \"sql\"\nurl = \"{}\"\n{}",
        directory(),
        directory().replace("shop", "mail"),
        mail.url,
        dataset("letters", "\"user_id = :account\"", "\"delete\"")
    );
    let users = [dataset("users", "\"email = :email\"", "\"delete\"")];
    let shop = Company::with(folder, database, LETTERS, &map, &users, "[jobs]\npause_ms = 20\n");
    let (file, away) = (mail.file(), mail.file().with_extension("away"));
    std::fs::rename(&file, &away).unwrap();
    let case = shop.writes(&json!({ "right": "erasure", "email": "ann@example.org" }));
    shop.settles(&case);
    shop.acts("caseworker", &case, "identify", &json!({ "how": "called back" }));
    let waiting = |system: &str| {
        let sheet = shop.sheet(&case);
        open_tasks(&sheet).iter().any(|task| task["system"] == system)
    };
    shop.gateway.until("the office is told of both", || {
        shop.gateway.passes_ms(3_600_000);
        waiting("mail") && waiting("shop")
    });
    assert_eq!(shop.count("SELECT count(*) FROM users"), 2, "nothing has gone");
    std::fs::rename(&away, &file).unwrap();
    shop.gateway.until("what can be is done", || {
        shop.gateway.passes_ms(3_600_000);
        shop.sheet(&case)["state"] == "decided"
    });
    assert_eq!(shop.count("SELECT count(*) FROM users"), 1, "what the address itself is at");
    assert_eq!(mail.count("SELECT count(*) FROM letters"), 1, "the address leads to two accounts");
    assert_eq!(shop.sheet(&case)["outcome"], "partial");
}

#[test]
fn what_waits_for_a_directory_is_not_called_done_when_the_rest_of_its_system_was() {
    let folder = tempfile::tempdir().unwrap();
    let (database, mail) =
        (Database::sqlite(folder.path(), "own"), Database::sqlite(folder.path(), "mail"));
    let sql = "CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT);
        INSERT INTO users VALUES ('u-1', 'ann@example.org');";
    rusqlite::Connection::open(mail.file()).unwrap().execute_batch(sql).unwrap();
    let map = format!(
        "{}[[system]]\nid = \"mail\"\ntitle = \"Mail\"\nconnector = \"sql\"\nurl = \"{}\"\n",
        directory().replace("shop", "mail"),
        mail.url,
    );
    let datasets = [
        dataset("letters", "\"user_id = :account\"", "\"delete\""),
        dataset("users", "\"email = :email\"", "\"delete\""),
    ];
    let shop = Company::with(folder, database, LETTERS, &map, &datasets, "[jobs]\npause_ms = 20\n");
    let (file, away) = (mail.file(), mail.file().with_extension("away"));
    std::fs::rename(&file, &away).unwrap();
    let case = shop.writes(&json!({ "right": "erasure", "email": "ann@example.org" }));
    shop.settles(&case);
    shop.acts("caseworker", &case, "identify", &json!({ "how": "called back" }));
    shop.gateway.until("the office is told", || {
        shop.gateway.passes_ms(3_600_000);
        open_tasks(&shop.sheet(&case)).iter().any(|task| task["system"] == "shop")
    });
    assert_eq!(shop.count("SELECT count(*) FROM users"), 2, "nothing has gone");
    std::fs::rename(&away, &file).unwrap();
    shop.gateway.until("it is answered", || {
        shop.gateway.passes_ms(3_600_000);
        shop.sheet(&case)["state"] == "decided"
    });
    assert_eq!(shop.sheet(&case)["outcome"], "fulfilled");
    assert_eq!(shop.count("SELECT count(*) FROM letters WHERE user_id = 'u-1'"), 0);
    assert_eq!(open_tasks(&shop.sheet(&case)).len(), 0);
}

#[test]
fn an_imported_address_stops_what_pipelines_know_by_the_account() {
    let shop = Company::new(
        LETTERS,
        directory(),
        &[dataset("letters", "\"user_id = :account\"", "\"delete\"")],
        "",
    );
    let list = b"{\"email\":\"BOB@example.org\",\"purpose\":\"ai_training\"}\n";
    let import = |more: &[&str]| {
        let all = [["objections", "import"].as_slice(), more].concat();
        let (code, said, _) = shop.gateway.command_with(&all, list);
        (code, String::from_utf8(said).unwrap())
    };
    let (code, said) = import(&["--dry-run"]);
    assert_eq!(code, 0);
    assert!(said.contains("1 entries are right, 1 accounts are behind their addresses"), "{said}");
    assert_eq!(import(&[]).0, 0);
    let key = shop.gateway.pipeline();
    let objected = |subject: &str| -> bool {
        let path = format!("/v1/check/ai_training?subject={subject}");
        shop.gateway.get(&path, &key).json::<Value>().unwrap()["objected"] == true
    };
    shop.gateway.until("it is in force for the account", || objected("u-2"));
    assert!(!objected("u-1"));
    // Whoever takes it back by the address is free by the account too.
    shop.chooses("bob@example.org", "take_back");
    shop.gateway.until("it is taken back for the account", || !objected("u-2"));
}

#[test]
fn an_objection_by_mail_is_in_force_for_the_account_on_every_node() {
    if std::env::var("TEST_POSTGRES_URL").is_err() {
        // Several nodes need PostgreSQL; one is in `eighty_people_are_stopped_whatever_the_way_they_came`.
        return;
    }
    let shop = Company::new(
        LETTERS,
        directory(),
        &[dataset("letters", "\"user_id = :account\"", "\"delete\"")],
        "",
    );
    let other = SecondNode::beside(&shop.gateway);
    let key = shop.gateway.pipeline();
    let scope = json!({ "purposes": ["ai_training"] });
    let body = json!({ "right": "objection", "email": "ann@example.org", "scope": scope });
    let case = shop.writes(&body);
    shop.gateway.until("it is answered", || shop.sheet(&case)["outcome"] == "fulfilled");
    for url in [&shop.gateway.url, &other.url] {
        shop.gateway.until("the node knows", || {
            let path = format!("{url}/v1/check/ai_training?subject=u-1");
            let answer = shop.gateway.http.get(path).bearer_auth(&key).send().unwrap();
            answer.json::<Value>().unwrap()["objected"] == true
        });
    }
    other.stop();
}

#[test]
fn a_system_that_comes_back_is_asked_again_and_its_task_ends_by_itself() {
    // A file can be put away and back.
    let folder = tempfile::tempdir().unwrap();
    let database = Database::sqlite(folder.path(), "own");
    let shop = Company::with(
        folder,
        database,
        LETTERS,
        "",
        &[dataset("letters", "\"user_id = :account\"", "\"delete\"")],
        "[jobs]\nattempts_max = 2\npause_ms = 20\n",
    );
    let (file, away) = (shop.database.file(), shop.database.file().with_extension("away"));
    std::fs::rename(&file, &away).unwrap();
    let case = shop.asks(&shop.token("u-1", None), &json!({ "right": "access" }));
    shop.gateway.until("somebody is told", || {
        shop.gateway.passes_ms(100);
        is_handed_over(&shop.sheet(&case))
    });
    shop.gateway.until("it is tried again all the same", || {
        !shop.sheet(&case)["waiting"].as_array().unwrap().is_empty()
    });
    std::fs::rename(&away, &file).unwrap();
    // Unless the machine has tried again by itself meanwhile.
    let told = shop.acts("caseworker", &case, "retry", &json!({}));
    assert!(told == 200 || (told == 409 && shop.sheet(&case)["outcome"] == "fulfilled"), "{told}");
    shop.gateway.until("it is answered", || shop.sheet(&case)["outcome"] == "fulfilled");
    assert_eq!(open_tasks(&shop.sheet(&case)).len(), 0);
}

#[test]
fn a_case_whose_job_was_lost_is_given_another() {
    let shop = Company::new(
        LETTERS,
        "",
        &[dataset("letters", "\"user_id = :account\"", "\"delete\"")],
        "[jobs]\nworkers = 0\n",
    );
    let mut shop = shop;
    let case = shop.asks(&shop.token("u-1", None), &json!({ "right": "access" }));
    shop.gateway.database().execute("DELETE FROM jobs");
    shop.gateway.stop();
    let path = shop.gateway.dir.join("habeas.toml");
    let text = std::fs::read_to_string(&path).unwrap().replace("workers = 0", "workers = 1");
    std::fs::write(&path, text).unwrap();
    shop.gateway.restart();
    shop.gateway.until("it is answered", || shop.sheet(&case)["outcome"] == "fulfilled");
}

#[test]
fn who_asked_is_seen_by_those_who_work_on_it_and_by_nobody_else() {
    let shop = Company::new(LETTERS, "", &[], "[jobs]\nworkers = 0\n");
    let case = shop.asks(&shop.token("u-2", Some("bob@example.org")), &json!({ "right": "other" }));
    let asker = |role: &str| -> Value {
        let path = format!("/v1/cases/{case}");
        shop.gateway.get(&path, &shop.gateway.officer(role)).json::<Value>().unwrap()["asker"]
            .clone()
    };
    for role in ["caseworker", "dpo", "controller"] {
        let known = asker(role);
        assert_eq!(known["accounts"][0]["sub"], "u-2");
        assert_eq!(known["addresses"][0]["address"], "bob@example.org");
    }
    assert_eq!(asker("auditor"), Value::Null);
    let list = shop.gateway.get("/v1/cases", &shop.gateway.officer("caseworker"));
    assert!(!list.text().unwrap().contains("bob@"));
}

#[test]
fn one_dataset_that_can_be_looked_up_now_ends_its_own_task_and_no_other() {
    let shop = Company::new(
        LETTERS,
        "",
        &[
            dataset("letters", "\"email = :email\"", "\"delete\""),
            dataset("users", "\"id = :account\"", "\"delete\""),
        ],
        "",
    );
    let scope = json!({ "categories": ["letters", "users"] });
    let case =
        shop.writes(&json!({ "right": "access", "email": "ann@example.org", "scope": scope }));
    shop.settles(&case);
    let account = json!({ "how": "asked the person", "account": { "subject": "u-1" } });
    assert_eq!(shop.acts("caseworker", &case, "identify", &account), 200);
    shop.gateway.until("it is answered", || shop.sheet(&case)["outcome"] == "partial");
    let open = open_tasks(&shop.sheet(&case));
    assert_eq!((open.len(), open[0]["dataset"].as_str()), (1, Some("letters")));
    // The replay at the end holds the rows against the log.
    assert_eq!(
        shop.acts("caseworker", &case, "identify", &json!({ "how": "code", "email": true })),
        200
    );
    shop.gateway.until("it is whole", || shop.sheet(&case)["outcome"] == "fulfilled");
    assert_eq!(open_tasks(&shop.sheet(&case)).len(), 0);
}

#[test]
fn a_hold_that_is_lifted_anywhere_lets_the_persons_erasure_go_on() {
    let shop = Company::new(
        LETTERS,
        "",
        &[dataset("letters", "\"user_id = :account\"", "\"delete\"")],
        "",
    );
    let before = shop.asks(&shop.token("u-1", None), &json!({ "right": "rectification" }));
    shop.settles(&before);
    let reason = json!({ "reason": "the court asks for them" });
    assert_eq!(shop.acts("controller", &before, "hold", &reason), 200);
    let case = shop.asks(&shop.token("u-1", None), &json!({ "right": "erasure" }));
    shop.settles(&case);
    assert_eq!(shop.acts("controller", &before, "hold", &json!({ "lift": true })), 200);
    shop.gateway.until("it goes on by itself", || shop.sheet(&case)["state"] == "decided");
    assert_eq!(shop.sheet(&before)["state"], "in_progress", "which is nobody's erasure");
}

#[test]
fn an_open_case_of_somebody_who_was_forgotten_is_left_alone() {
    let shop = Company::new(LETTERS, "", &[], "[jobs]\nworkers = 0\n");
    let case = shop.asks(&shop.token("u-9", None), &json!({ "right": "other" }));
    let reference = case.parse().unwrap();
    habeas::casework::case::forget::forget(&shop.gateway.office, reference).unwrap();
    shop.gateway.database().execute("DELETE FROM jobs");
    assert_eq!(habeas::casework::answer::queue::watch(&shop.gateway.office).unwrap(), 0);
}

#[test]
fn an_erasure_that_nobody_can_ask_about_any_more_is_not_told_as_done() {
    let shop = Company::new(
        LETTERS,
        "",
        &[dataset("letters", "\"user_id = :account\"", "\"delete\"")],
        "[jobs]\nworkers = 0\n",
    );
    let case = shop.asks(&shop.token("u-1", None), &json!({ "right": "erasure" }));
    let office = &shop.gateway.office;
    let (inside, name) = (Arc::clone(office), case.clone());
    // It was about to commit in a system that the data map has lost since.
    let begun = Part {
        system: "gone".into(),
        dataset: "letters".into(),
        done: Done::Erased,
        rows: 7,
        rows_left: Some(0),
        ground: None,
        reason: None,
    };
    let write = move |tx: &mut Tx<'_>| {
        let row = tx_case(tx, &name)?;
        let mut case = record::load(tx, &inside, row)?;
        let now = inside.clock.now();
        let system = "gone".into();
        let begin = Working::BeginErasure { system, parts: vec![begun], mark: None };
        record::act(tx, &inside, &mut case, now, Command::Start)?;
        record::act(tx, &inside, &mut case, now, Command::Work(begin))?;
        Ok::<_, CaseworkError>(())
    };
    office.store.write_blocking("begin", write).unwrap();
    fulfil::try_now(office, case.parse().unwrap()).unwrap();
    let sheet = shop.sheet(&case);
    assert_eq!((sheet["outcome"].clone(), sheet["parts"].clone()), (Value::Null, json!([])));
    assert!(open_tasks(&sheet)[0]["reason"].as_str().unwrap().contains("what became of it"));
    assert_eq!(shop.count("SELECT count(*) FROM letters"), 3, "and nothing goes on around it");
}

fn tx_case(tx: &mut Tx<'_>, name: &str) -> Result<CaseRow, CaseworkError> {
    tx.case_by_reference(name)?.ok_or(CaseworkError::NoSuchCase)
}
