//! The office's side.

use habeas::casework::case::forget;
use habeas::casework::log;
use habeas::casework::people;
use habeas::store::Tx;
use reqwest::Method;
use reqwest::blocking::Response;
use serde_json::{Value, json};

use super::harness::{Gateway, Setup, reference};

const PDF: &str = "cGFnZXM=";

impl Gateway {
    fn sheet(&self, case: &str, role: &str) -> Value {
        self.get(&format!("/v1/cases/{case}"), &self.officer(role)).json().unwrap()
    }

    /// A request that is a case worker's from the first moment on.
    fn has_by_hand(&self, sub: &str) -> String {
        let case = reference(&self.person(sub).asks_for("other"));
        self.until("a case worker has it", || {
            !self.sheet(&case, "caseworker")["tasks"].as_array().unwrap().is_empty()
        });
        case
    }

    fn looks_at(&self, path: &str, token: &str) -> Response {
        let url = format!("{}{path}", self.url);
        self.http.request(Method::HEAD, url).bearer_auth(token).send().unwrap()
    }

    /// What the log tells of readings, oldest first: who read what.
    fn readings(&self) -> Vec<Value> {
        let office = std::sync::Arc::clone(&self.office);
        let read = move |tx: &mut Tx<'_>| {
            let key = people::by_id(tx, &office.vault, &people::CONTROLLER)?.unwrap().key;
            let openings = tx.openings_of(&people::CONTROLLER)?;
            openings.iter().map(|row| log::open_payload(&key, row)).collect::<Result<Vec<_>, _>>()
        };
        let payloads = self.office.store.read_blocking("readings", read).unwrap();
        let all = payloads.iter().map(|bytes| serde_json::from_slice::<Value>(bytes).unwrap());
        all.filter(|told| told["what"].is_string()).collect()
    }
}

#[test]
fn a_case_worker_identifies_somebody_and_the_machine_goes_on() {
    let gateway = Gateway::with_company();
    let opened: Value = gateway
        .http
        .post(format!("{}/v1/requests", gateway.url))
        .json(&json!({ "right": "access", "email": "ada@example.org" }))
        .send()
        .unwrap()
        .json()
        .unwrap();
    let case = format!("/v1/cases/{}", reference(&opened));
    let worker = gateway.officer("caseworker");
    let sheet = || gateway.get(&case, &worker).json::<Value>().unwrap();
    gateway.until("there is a task", || !sheet()["tasks"].as_array().unwrap().is_empty());
    let missing = gateway
        .post(&format!("{case}/identify"), &worker, &json!({ "reason": "call back" }))
        .send()
        .unwrap();
    assert_eq!(missing.status(), 428);
    let stale = gateway
        .post(&format!("{case}/identify"), &worker, &json!({ "reason": "call back" }))
        .header("If-Match", "\"99\"")
        .send()
        .unwrap();
    assert_eq!(stale.status(), 412);
    let etag = format!("\"{}\"", sheet()["version"]);
    let found = json!({ "how": "call back", "account": { "subject": "u-0001" } });
    let done = gateway
        .post(&format!("{case}/identify"), &worker, &found)
        .header("If-Match", etag)
        .send()
        .unwrap();
    assert_eq!(done.status(), 200);
    gateway.until("the machine answers", || sheet()["state"] == "decided");
    assert_eq!(sheet()["identity"], "verified");
}

#[test]
fn an_extension_needs_a_reason_and_comes_once_and_inside_the_first_month() {
    let gateway = Gateway::start();
    let opened = reference(&gateway.person("u-0001").asks_for("rectification"));
    let late = reference(&gateway.person("u-0002").asks_for("rectification"));
    let case = format!("/v1/cases/{opened}");
    let extend = |case: &str, reason: &str| {
        let worker = gateway.officer("caseworker");
        gateway.until("the task is raised", || {
            !gateway.get(case, &worker).json::<Value>().unwrap()["tasks"]
                .as_array()
                .unwrap()
                .is_empty()
        });
        let version = gateway.get(case, &worker).json::<Value>().unwrap()["version"].clone();
        gateway
            .post(
                &format!("{case}/extend"),
                &worker,
                &json!({ "reason": "complexity", "facts": reason }),
            )
            .header("If-Match", format!("\"{version}\""))
            .send()
            .unwrap()
    };
    for empty in [" ", "x", "complex"] {
        assert_eq!(extend(&case, empty).status(), 422);
    }
    let extended: Value = extend(&case, "three archives must be searched").json().unwrap();
    assert_eq!(extended["due"]["date"], "2027-02-24");
    assert_eq!(extended["extended"], true);
    // Art. 12(3): the person is told in the same act why, and until when.
    let letter = gateway.letter("u-0001", &opened, "extended").unwrap();
    assert!(letter.contains("three archives must be searched"), "{letter}");
    assert!(letter.contains("24 February 2027"), "{letter}");
    assert_eq!(extend(&case, "three archives must be searched").status(), 409);
    gateway.passes_days(40);
    assert_eq!(
        extend(&format!("/v1/cases/{late}"), "three archives must be searched").status(),
        409
    );
}

#[test]
fn every_role_reaches_what_it_should_and_no_more() {
    let gateway = Gateway::start();
    let opened = reference(&gateway.person("u-0001").asks_for("access"));
    let person = gateway.person("u-0001").token();
    let key = gateway.pipeline();
    let tokens: Vec<(&str, String)> = ["dpo", "controller", "caseworker", "auditor"]
        .map(|role| (role, gateway.officer(role)))
        .into_iter()
        .chain([("person", person), ("pipeline", key)])
        .collect();
    let table: [(String, [&str; 6]); 9] = [
        (format!("/v1/cases/{opened}"), ["dpo", "controller", "caseworker", "auditor", "", ""]),
        ("/v1/cases".into(), ["dpo", "controller", "caseworker", "auditor", "", ""]),
        ("/v1/review/flags".into(), ["dpo", "controller", "auditor", "", "", ""]),
        ("/v1/policy".into(), ["dpo", "controller", "caseworker", "auditor", "", ""]),
        (
            format!("/v1/requests/{opened}"),
            ["dpo", "controller", "caseworker", "auditor", "person", ""],
        ),
        ("/v1/objections".into(), ["person", "", "", "", "", ""]),
        ("/v1/check/ai_training?subject=x".into(), ["pipeline", "", "", "", "", ""]),
        ("/v1/audit/tile/0/000.p/1".into(), ["auditor", "", "", "", "", ""]),
        ("/v1/audit/proof/consistency?from=1&to=2".to_string(), ["auditor", "", "", "", "", ""]),
    ];
    for (path, allowed) in table {
        for (who, token) in &tokens {
            let expected = if allowed.contains(who) { 200 } else { 403 };
            assert_eq!(gateway.get(&path, token).status(), expected, "{who} at {path}");
        }
        assert_eq!(
            gateway.http.get(format!("{}{path}", gateway.url)).send().unwrap().status(),
            401,
            "nobody at {path}"
        );
    }
    let post = |who: &str, path: &str| {
        let token = &tokens.iter().find(|(name, _)| *name == who).unwrap().1;
        gateway
            .post(path, token, &json!({ "reason": "x" }))
            .header("If-Match", "\"1\"")
            .send()
            .unwrap()
            .status()
            .as_u16()
    };
    assert_eq!(
        post("auditor", &format!("/v1/cases/{opened}/extend")),
        403,
        "the auditor only reads"
    );
    for who in ["dpo", "pipeline"] {
        let token = &tokens.iter().find(|(name, _)| *name == who).unwrap().1;
        let sent =
            gateway.post("/v1/requests", token, &json!({ "right": "access" })).send().unwrap();
        assert_eq!(sent.status(), 403, "{who} is not a data subject here");
    }
}

#[test]
fn an_officer_who_reads_a_case_leaves_a_trace() {
    let gateway = Gateway::start();
    let opened = reference(&gateway.person("u-0001").asks_for("other"));
    let worker = gateway.officer("caseworker");
    let size = || gateway.database().count("SELECT size FROM log_head");
    gateway.until("the workers are done", || {
        !gateway.get(&format!("/v1/cases/{opened}"), &worker).json::<Value>().unwrap()["tasks"]
            .as_array()
            .unwrap()
            .is_empty()
    });
    let before = size();
    gateway.get(&format!("/v1/cases/{opened}"), &worker);
    assert_eq!(size(), before + 1);
    gateway.person("u-0001").sees(&opened);
    assert_eq!(size(), before + 1, "a person who reads their own leaves none");
}

#[test]
fn who_asked_is_seen_by_whoever_works_on_the_case_and_by_nobody_else() {
    let gateway = Gateway::start();
    let body = json!({ "right": "other", "email": "ada@example.org" });
    let url = format!("{}/v1/requests", gateway.url);
    let case = reference(&gateway.http.post(url).json(&body).send().unwrap().json().unwrap());
    for role in ["caseworker", "dpo", "controller"] {
        let asker = gateway.sheet(&case, role)["asker"].to_string();
        assert!(asker.contains("ada@example.org"), "{role}: {asker}");
    }
    let audited = gateway.sheet(&case, "auditor");
    assert!(audited.get("asker").is_none() && !audited.to_string().contains("ada@example.org"));
    gateway.until("there is a task", || {
        !gateway.sheet(&case, "caseworker")["tasks"].as_array().unwrap().is_empty()
    });
    for list in ["/v1/cases", "/v1/requests", "/v1/tasks"] {
        let page = gateway.get(list, &gateway.officer("caseworker")).text().unwrap();
        assert!(page.contains(&case) && !page.contains("ada@example.org"), "{list}: {page}");
    }
}

#[test]
fn every_reading_by_an_officer_leaves_an_entry_and_a_refused_one_none() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    let case = reference(&ada.is_answered(&json!({ "right": "access" })));
    let own = format!("/v1/requests/{case}");
    gateway.until("the receipt is signed", || {
        gateway.get(&format!("{own}/receipt"), &ada.token()).status() == 200
    });
    let dpo = gateway.officer("dpo");
    let before = gateway.readings();
    for (path, what) in [
        (format!("/v1/cases/{case}"), "case"),
        (own.clone(), "case"),
        (format!("{own}/receipt"), "receipt"),
        (format!("{own}/package"), "package"),
    ] {
        assert_eq!(gateway.get(&path, &ada.token()).status().is_success(), path.starts_with(&own));
        assert_eq!(
            gateway
                .http
                .head(format!("{}{path}", gateway.url))
                .bearer_auth(&dpo)
                .send()
                .unwrap()
                .status(),
            200
        );
        let known = gateway.readings();
        assert_eq!(gateway.get(&path, &dpo).status(), 200, "{path}");
        let after = gateway.readings();
        assert_eq!(after.len(), known.len() + 1, "{path}");
        let entry = after.last().unwrap();
        assert_eq!(
            (entry["what"].as_str(), entry["reference"].as_str()),
            (Some(what), Some(&*case))
        );
        assert!(entry["officer"].as_str().unwrap().contains("#dpo"), "{entry}");
    }
    assert_eq!(
        gateway.readings().len(),
        before.len() + 4,
        "neither the person nor a HEAD leaves any"
    );
    let waits = gateway.has_by_hand("u-0002");
    let before = gateway.readings();
    for path in [format!("/v1/requests/{waits}/package"), "/v1/cases/HB-0000-0000".into()] {
        assert_eq!(gateway.get(&path, &dpo).status(), 404, "{path}");
    }
    assert_eq!(gateway.readings(), before, "nothing was handed over");
    assert_eq!(gateway.command(&["case", "show", &case]).0, 0);
    assert_eq!(gateway.readings().last().unwrap()["officer"], "command");
}

#[test]
fn an_officer_writes_to_the_person() {
    let gateway = Gateway::start();
    let case = gateway.has_by_hand("u-0001");
    assert_eq!(
        gateway.works(&case, "messages", "caseworker", &json!({ "text": " " })).status(),
        422
    );
    let words = json!({ "text": "which of the two accounts do you mean?" });
    assert_eq!(gateway.works(&case, "messages", "caseworker", &words).status(), 200);
    let seen = gateway.person("u-0001").sees(&case);
    assert_eq!(seen["messages"][0]["text"], words["text"]);
    assert_ne!(seen["state"], "decided", "it is no answer");
    let other = gateway.person("u-0002").token();
    assert_eq!(gateway.get(&format!("/v1/requests/{case}"), &other).status(), 404);
}

#[test]
fn a_file_attached_to_an_answer_reaches_the_person_and_nobody_else() {
    let mut gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    let case = gateway.has_by_hand("u-0001");
    let name = "Lovelace \"März\".html";
    let files = [json!({ "name": name, "media_type": "text/html", "content": PDF })];
    let body = json!({ "outcome": "fulfilled", "text": "see the letter", "attachments": files });
    let answered: Value = gateway.works(&case, "answer", "caseworker", &body).json().unwrap();
    assert_eq!(answered["attachments"][0]["name"], name, "{answered}");
    let seen = ada.sees(&case)["attachments"][0].clone();
    assert_eq!((seen["name"].as_str(), seen["size"].as_i64()), (Some(name), Some(5)));
    let link = seen["link"].as_str().unwrap();
    let file = gateway.get(link, &ada.token());
    let header = |name: &str| file.headers()[name].to_str().unwrap().to_owned();
    let disposition = header("content-disposition");
    assert!(disposition.starts_with("attachment;"), "{disposition}");
    assert!(
        disposition.contains("filename*=UTF-8''Lovelace%20%22M%C3%A4rz%22.html"),
        "{disposition}"
    );
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(
        (header("content-type"), header("cache-control")),
        ("text/html".into(), "no-store".into())
    );
    assert_eq!(file.text().unwrap(), "pages");

    let before = gateway.readings().len();
    let other = gateway.person("u-0002").token();
    assert_eq!(gateway.get(link, &other).status(), 404);
    let elsewhere = link.replace(&case, &gateway.has_by_hand("u-0002"));
    let known = gateway.readings().len();
    assert_eq!(gateway.get(&elsewhere, &other).status(), 404, "it hangs on one case alone");
    assert_eq!(gateway.get(link, &gateway.pipeline()).status(), 403);
    let worker = gateway.officer("caseworker");
    assert_eq!(gateway.looks_at(link, &worker).status(), 200);
    assert_eq!(gateway.readings().len(), known, "a HEAD leaves no trace");
    assert_eq!(gateway.get(link, &worker).text().unwrap(), "pages");
    assert!(gateway.readings().len() > before);
    assert_eq!(gateway.readings().last().unwrap()["what"], "attachment");

    gateway.stop();
    forget::forget(&gateway.office, case.parse().unwrap()).unwrap();
    assert_eq!(gateway.database().count("SELECT count(*) FROM attachments"), 0);
}

#[test]
fn a_file_that_could_not_be_saved_is_refused_and_nothing_is_answered() {
    let gateway = Gateway::start();
    let case = gateway.has_by_hand("u-0001");
    let long = "x".repeat(121);
    let file = |name: &str, kind: &str, content: &str| json!({ "name": name, "media_type": kind, "content": content });
    let pdf = "application/pdf";
    let mut wrong: Vec<Vec<Value>> = ["", "../letter.pdf", "a\\b.pdf", "a\tb.pdf", "..", &long]
        .map(|name| vec![file(name, pdf, PDF)])
        .into();
    wrong.push(vec![file("a.pdf", "pdf", PDF)]);
    wrong.push(vec![file("a.pdf", "text/html\nx: y", PDF)]);
    wrong.push(vec![file("a.pdf", pdf, "no base64!")]);
    wrong.push(vec![file("a.pdf", pdf, "")]);
    wrong.push(vec![file("a.pdf", pdf, PDF); 11]);
    for files in wrong {
        let body = json!({ "outcome": "fulfilled", "text": "done", "attachments": files });
        let answer = gateway.works(&case, "answer", "caseworker", &body);
        assert_eq!(answer.status(), 422, "{files:?}");
        assert_eq!(
            answer.json::<Value>().unwrap()["errors"][0]["pointer"],
            "#/attachments",
            "{files:?}"
        );
    }
    let large = json!({ "outcome": "fulfilled", "text": "done", "attachments": [file("a.pdf", pdf, &PDF.repeat(9000))] });
    assert_eq!(gateway.works(&case, "answer", "caseworker", &large).status(), 413);
    assert_ne!(gateway.sheet(&case, "caseworker")["state"], "decided");
}

#[test]
fn an_attachment_that_is_changed_added_or_deleted_by_hand_is_found() {
    let mut gateway = Gateway::start();
    let cases = ["u-0001", "u-0002"].map(|sub| {
        let case = gateway.has_by_hand(sub);
        let file = json!({ "name": "letter.pdf", "media_type": "application/pdf", "content": PDF });
        let body = json!({ "outcome": "fulfilled", "text": "done", "attachments": [file, file] });
        assert_eq!(gateway.works(&case, "answer", "caseworker", &body).status(), 200);
        case
    });
    gateway.stop();
    let database = gateway.database();
    database.execute("CREATE TABLE untouched AS SELECT * FROM attachments");
    // The table that the rows are put back from is found as well.
    let found = || {
        let all = gateway.differences().into_iter();
        all.filter(|found| !found.contains("schema")).collect::<Vec<_>>().join("\n")
    };
    let one = "WHERE id = (SELECT id FROM untouched ORDER BY id LIMIT 1)";
    for change in [
        format!(
            "UPDATE attachments SET title = (SELECT title FROM untouched ORDER BY id DESC LIMIT 1) {one}"
        ),
        format!(
            "UPDATE attachments SET sealed = (SELECT sealed FROM untouched ORDER BY id DESC LIMIT 1) {one}"
        ),
        format!("UPDATE attachments SET size = size + 1 {one}"),
        format!("UPDATE attachments SET made_at = made_at + 1 {one}"),
        format!("UPDATE attachments SET subject_id = id {one}"),
        format!(
            "UPDATE attachments SET case_id = (SELECT u.case_id FROM untouched u WHERE u.case_id <> attachments.case_id LIMIT 1) {one}"
        ),
        format!("DELETE FROM attachments {one}"),
        "DELETE FROM attachments".to_owned(),
        format!(
            "INSERT INTO attachments SELECT case_id, case_id, subject_id, made_at, size, title, sealed FROM untouched {one}"
        ),
    ] {
        assert_eq!(found(), "");
        database.execute(&change);
        let found = found();
        assert!(found.contains("its attachments are not what the log tells"), "{change}: {found}");
        assert!(cases.iter().any(|case| found.contains(case)), "{change}: {found}");
        database.execute("DELETE FROM attachments");
        database.execute("INSERT INTO attachments SELECT * FROM untouched");
    }
    database.execute("DROP TABLE untouched");
}

#[test]
fn what_waits_for_a_system_stands_on_the_case_and_among_the_metrics() {
    let gateway = Gateway::start_with(Setup {
        with_company: true,
        settings: "[server]\nmetrics_bind = \"127.0.0.1:0\"\n".into(),
        policies: Box::new(|policies| {
            let path = policies.join("datamap.toml");
            let map = std::fs::read_to_string(&path).unwrap();
            let line = map.lines().find(|line| line.starts_with("url = ")).unwrap().to_owned();
            let away = "url = \"sqlite://no/such/folder/company.db\"";
            std::fs::write(&path, map.replace(&line, away)).unwrap();
        }),
    });
    let case = reference(&gateway.person("u-0001").asks_for("access"));
    gateway.until("the case says that it waits", || {
        gateway.sheet(&case, "caseworker")["waiting"][0]["tries"].as_i64().is_some()
    });
    let metrics = || gateway.http.get(&gateway.metrics).send().unwrap().text().unwrap();
    gateway.until("the metrics say so", || metrics().contains("\nhabeas_jobs_waiting 1\n"));
    let (_, shown, _) = gateway.command(&["case", "show", &case]);
    assert!(shown.contains("\nwaiting    "), "{shown}");
}

#[test]
fn the_commands_do_what_the_api_does() {
    let gateway = Gateway::with_company();
    let body = json!({ "right": "other", "email": "ada@example.org" });
    let url = format!("{}/v1/requests", gateway.url);
    let case = reference(&gateway.http.post(url).json(&body).send().unwrap().json().unwrap());
    let sheet = || gateway.sheet(&case, "caseworker");
    gateway.until("there is a task", || !sheet()["tasks"].as_array().unwrap().is_empty());
    let run = |arguments: &[&str]| {
        let whole = [&["case", arguments[0], &case], &arguments[1..], &["--officer", "dana"]];
        gateway.command(&whole.concat())
    };
    let does = |arguments: &[&str]| {
        let (code, said, wrong) = run(arguments);
        assert_eq!(code, 0, "{arguments:?}: {said}{wrong}");
        said
    };
    does(&["identify", "--how", "called back"]);
    assert_eq!(sheet()["identity"], "verified");
    does(&["hold", "--reason", "a claim in court"]);
    assert_eq!(sheet()["holds"][0]["by"], "command-line dana");
    does(&["hold", "--lift"]);
    assert_eq!(sheet()["holds"], json!([]));
    does(&["retry"]);
    does(&["read", "--category", "billing"]);
    assert_eq!(run(&["read", "--category", "nothing"]).0, 1, "there is no such category");

    let shown = gateway.command(&["case", "show", &case]).1;
    let task = sheet()["tasks"][0]["id"].as_str().unwrap().to_owned();
    assert!(shown.contains(&task), "{shown}");
    assert!(!shown.contains("ada@example.org"), "{shown}");
    does(&["task", &task, "--how", "looked it up by hand"]);
    assert_eq!(run(&["task", "task_x", "--how", "by hand"]).0, 3);

    let letter = gateway.dir.join("letter.pdf");
    std::fs::write(&letter, "pages").unwrap();
    let letter = letter.to_str().unwrap();
    assert_eq!(
        run(&["answer", "--outcome", "refused", "--text", "no"]).0,
        1,
        "that has its own door"
    );
    assert_eq!(
        run(&["answer", "--outcome", "partial", "--text", "some"]).0,
        1,
        "it needs a ground"
    );
    let said = does(&[
        "answer",
        "--outcome",
        "partial",
        "--text",
        "some of it",
        "--ground",
        "none=a price list holds nobody's data",
        "--attach",
        letter,
    ]);
    assert!(said.starts_with(&format!("{case}  decided (partial)")), "{said}");
    let after = sheet();
    assert_eq!(after["outcome"], "partial");
    assert_eq!(after["messages"][0]["text"], "some of it");
    let file = &after["attachments"][0];
    assert_eq!(
        (file["name"].as_str(), file["media_type"].as_str()),
        (Some("letter.pdf"), Some("application/pdf"))
    );

    assert_eq!(
        run(&["answer", "--outcome", "fulfilled", "--text", "again"]).0,
        1,
        "it is answered"
    );
    assert_eq!(gateway.command(&["case", "retry", "HB-0000-0000", "--officer", "dana"]).0, 3);
    assert_eq!(gateway.command(&["case", "retry", &case]).0, 2, "somebody says who they are");
    assert_eq!(run(&["hold"]).0, 2, "set it or lift it");
    let missing = gateway.dir.join("missing.pdf");
    let missing =
        ["answer", "--outcome", "fulfilled", "--text", "x", "--attach", missing.to_str().unwrap()];
    assert_eq!(run(&missing).0, 2);
}
