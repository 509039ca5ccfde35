//! Real rows of a real company: collected exactly, erased and read again, kept with a ground.

use std::io::Read as _;

use serde_json::{Value, json};

use super::harness::{Gateway, Setup, reference};

fn package(gateway: &Gateway, token: &str, reference: &str) -> Value {
    let answer = gateway.get(&format!("/v1/requests/{reference}/package"), token);
    assert_eq!(answer.status(), 200);
    assert!(answer.headers()["repr-digest"].to_str().unwrap().starts_with("sha-256=:"));
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(answer.bytes().unwrap())).unwrap();
    let mut text = String::new();
    zip.by_name("data.json").unwrap().read_to_string(&mut text).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn rows(data: &Value, dataset: &str) -> usize {
    let tables = data["systems"][0]["tables"].as_array().unwrap();
    tables.iter().find(|t| t["dataset"] == dataset).unwrap()["rows"].as_array().unwrap().len()
}

#[test]
fn access_hands_out_exactly_the_rows_of_the_person() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    let answered = ada.is_answered(&json!({ "right": "access" }));
    assert_eq!(answered["outcome"], "fulfilled");
    let data = package(&gateway, &ada.token(), &reference(&answered));
    let company = gateway.company();
    let own = "conversation_id IN (SELECT id FROM conversations WHERE user_id = 'u-0001')";
    for (dataset, sql) in [
        ("messages", format!("SELECT count(*) FROM messages WHERE {own}")),
        ("conversations", "SELECT count(*) FROM conversations WHERE user_id = 'u-0001'".to_owned()),
        ("invoices", "SELECT count(*) FROM invoices WHERE user_id = 'u-0001'".to_owned()),
        ("users", "SELECT count(*) FROM users WHERE id = 'u-0001'".to_owned()),
        (
            "newsletter_settings",
            "SELECT count(*) FROM newsletter_settings WHERE user_id = 'u-0001'".to_owned(),
        ),
        (
            "support_tickets",
            "SELECT count(*) FROM support_tickets WHERE user_id = 'u-0001'".to_owned(),
        ),
    ] {
        let expected = usize::try_from(company.count(&sql)).unwrap();
        assert!(expected > 0, "{dataset} has something to hand out");
        assert_eq!(rows(&data, dataset), expected, "{dataset}");
    }
    assert!(!data.to_string().contains("u-0002"), "and nothing of anybody else");
    let range = gateway
        .http
        .get(format!("{}/v1/requests/{}/package", gateway.url, reference(&answered)))
        .bearer_auth(ada.token())
        .header("Range", "bytes=0-3")
        .send()
        .unwrap();
    assert_eq!(range.status(), 206);
    assert_eq!(&range.bytes().unwrap()[..], b"PK\x03\x04");
}

#[test]
fn portability_hands_over_what_the_person_provided() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    let answered = ada.is_answered(&json!({ "right": "portability" }));
    let data = package(&gateway, &ada.token(), &reference(&answered));
    assert!(
        !data.to_string().contains("billing_name"),
        "the company wrote the invoices, not the person"
    );
    assert!(rows(&data, "messages") > 0);
}

#[test]
fn a_scope_is_kept_to() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    let answered =
        ada.is_answered(&json!({ "right": "access", "scope": { "categories": ["billing"] } }));
    let data = package(&gateway, &ada.token(), &reference(&answered));
    assert_eq!(data["systems"][0]["tables"].as_array().unwrap().len(), 1);
}

#[test]
fn erasure_removes_the_rows_proves_it_and_keeps_invoices_with_their_ground() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    let company = gateway.company();
    let others =
        company.count("SELECT count(*) FROM messages WHERE conversation_id NOT LIKE 'c-0001-%'");
    let invoices = company.count("SELECT count(*) FROM invoices WHERE user_id = 'u-0001'");
    let answered = ada.is_answered(&json!({ "right": "erasure" }));
    assert_eq!(answered["outcome"], "partial");
    let parts = answered["parts"].as_array().unwrap();
    assert_eq!(parts.len(), 6);
    for part in parts {
        if part["dataset"] == "invoices" {
            assert_eq!(part["done"], "kept");
            assert_eq!(part["ground"], "17(3)(b)");
            assert_eq!(part["rows"], invoices);
        } else {
            assert_eq!(part["done"], "erased", "{part}");
            assert_eq!(part["rows_left"], 0, "{part}");
        }
    }
    for table in ["conversations", "newsletter_settings", "support_tickets", "invoices"] {
        let left = company.count(&format!("SELECT count(*) FROM {table} WHERE user_id = 'u-0001'"));
        assert_eq!(left, if table == "invoices" { invoices } else { 0 }, "{table}");
    }
    assert_eq!(
        company.count("SELECT count(*) FROM messages WHERE conversation_id LIKE 'c-0001-%'"),
        0
    );
    assert_eq!(company.count("SELECT count(*) FROM users WHERE id = 'u-0001'"), 0);
    let after =
        company.count("SELECT count(*) FROM messages WHERE conversation_id NOT LIKE 'c-0001-%'");
    assert_eq!(after, others, "nobody else lost anything");
}

#[test]
fn an_erasure_of_a_period_is_left_to_a_human() {
    let gateway = Gateway::with_company();
    let ada = gateway.person("u-0001");
    let opened = ada.asks(&json!({ "right": "erasure", "scope": { "from": "2026-01-01" } }));
    let worker = gateway.officer("caseworker");
    let case = format!("/v1/cases/{}", reference(&opened));
    gateway.until("there is a task", || {
        gateway.get(&case, &worker).json::<Value>().unwrap()["tasks"].as_array().unwrap().len() == 1
    });
    assert_eq!(gateway.company().count("SELECT count(*) FROM users WHERE id = 'u-0001'"), 1);
}

#[test]
fn a_system_that_cannot_be_reached_is_tried_again_and_then_becomes_a_task() {
    let gateway = Gateway::start_with(Setup {
        with_company: true,
        policies: Box::new(|policies| {
            let path = policies.join("datamap.toml");
            let map = std::fs::read_to_string(&path).unwrap();
            let line = map.lines().find(|line| line.starts_with("url = ")).unwrap().to_owned();
            std::fs::write(
                &path,
                map.replace(&line, "url = \"sqlite://no/such/folder/company.db\""),
            )
            .unwrap();
        }),
        ..Setup::default()
    });
    let ada = gateway.person("u-0001");
    let opened = reference(&ada.asks(&json!({ "right": "access" })));
    let worker = gateway.officer("caseworker");
    let sheet = || gateway.get(&format!("/v1/cases/{opened}"), &worker).json::<Value>().unwrap();
    gateway.until("a task is raised", || {
        gateway.passes_ms(100);
        !sheet()["tasks"].as_array().unwrap().is_empty()
    });
    assert_eq!(sheet()["tasks"][0]["system"], "chat");
    assert_eq!(sheet()["state"], "in_progress", "never a silent gap: it stays open");
    let answer = || {
        let answer = json!({ "outcome": "fulfilled", "text": "sent by post" });
        gateway.works(&opened, "answer", "caseworker", &answer)
    };
    assert_eq!(answer().status(), 422, "nobody has looked there yet");
    let task = sheet()["tasks"][0]["id"].as_str().unwrap().to_owned();
    let done = |how: &Value| {
        gateway.post(&format!("/v1/tasks/{task}/done"), &worker, how).send().unwrap().status()
    };
    assert_eq!(done(&json!({})), 409, "and how it was done is said");
    assert_eq!(done(&json!({ "how": "copied by hand from the backup" })), 200);
    let given = answer();
    assert_eq!(given.status(), 200, "{}", given.text().unwrap());
    assert_eq!(ada.sees(&opened)["messages"][0]["text"], "sent by post");
    assert_eq!(sheet()["tasks"][0]["state"], "done");
}

#[test]
fn a_forgotten_person_leaves_no_byte_and_every_proof_still_verifies() {
    let mut gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    let words = "my back hurts, says Lovelace in the wheelchair";
    let opened = reference(&ada.asks(&json!({ "right": "other", "message": words })));
    let noor = reference(
        &gateway.person("u-0002").asks(&json!({ "right": "other", "message": "Noor's own words" })),
    );
    gateway.until("the workers are done", || {
        gateway.database().count("SELECT count(*) FROM tasks") == 2
    });
    let receipt_path = format!("/v1/requests/{opened}/receipt");
    gateway.until("the receipt is signed", || {
        gateway.get(&receipt_path, &ada.token()).status() == 200
    });
    let receipt = gateway.get(&receipt_path, &ada.token()).text().unwrap();
    let before = gateway.database().count("SELECT count(*) FROM log_leaves");
    let (code, said, _) = gateway.command(&["case", "forget", &opened, "--yes"]);
    assert_eq!(code, 0, "{said}");
    assert_eq!(gateway.get(&format!("/v1/requests/{opened}"), &ada.token()).status(), 404);
    assert_eq!(gateway.person("u-0002").sees(&noor)["message"], "Noor's own words");
    assert_eq!(
        gateway.database().count("SELECT count(*) FROM log_leaves"),
        before + 2,
        "the tree only grows"
    );
    let file = gateway.dir.join("receipt.tlog-proof");
    std::fs::write(&file, receipt).unwrap();
    let key = gateway.office.log_key.vkey();
    let (code, _, wrong) =
        gateway.command(&["audit", "check-receipt", file.to_str().unwrap(), "--key", &key]);
    assert_eq!(code, 0, "the receipt outlives what it proves: {wrong}");
    let (code, _, _) = gateway.command(&["case", "forget", &opened, "--yes"]);
    assert_eq!(code, 3, "there is nobody left to forget");
    gateway.stop();
    if !gateway.database().is_postgres() {
        // Sealed, so that the words could not be found anyway; what must be gone is the person's own wrapped key.
        gateway.office.store.scrub();
        let wal = std::fs::read(gateway.dir.join("gateway.db-wal")).unwrap_or_default();
        let mut bytes = std::fs::read(gateway.database().file()).unwrap();
        bytes.extend(wal);
        for trace in ["back hurts", "Lovelace", "u-0001"] {
            assert!(
                !bytes.windows(trace.len()).any(|window| window == trace.as_bytes()),
                "{trace}"
            );
        }
    }
}

#[test]
fn whoever_is_erased_is_told_that_their_objections_stay_as_a_keyed_hash() {
    let gateway = Gateway::with_company();
    let person = gateway.person("u-0001");
    person.objects_to("ai_training");
    let seen = person.is_answered(&json!({ "right": "erasure", "language": "fr" }));
    let words = seen["messages"].to_string();
    assert!(words.contains("Entraînement") && words.contains("empreinte à clé"), "{words}");
    let other = gateway.person("u-0002");
    let seen = other.is_answered(&json!({ "right": "erasure" }));
    assert_eq!(seen["messages"], json!([]));
}
