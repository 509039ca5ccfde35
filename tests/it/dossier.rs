//! One case, put together for an authority: whole, checked by the binary and by Python alone, and with nothing of anybody else.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::harness::{Gateway, reference};

const WORDS: &str = "My name is spelt wrong, and I am on the free plan.";
const FACTS: &str = "The name was compared with the passport that was shown on 3 November 2026.";

fn signed(gateway: &Gateway) {
    let all = "SELECT count(*) FROM log_head h JOIN log_checkpoints c ON c.size = h.size";
    gateway.until("all of it is signed", || gateway.database().count(all) > 0);
}

/// By Python alone, and by the binary: exit code and what was said.
fn checked(gateway: &Gateway, folder: &Path, key: &str) -> [(i32, String); 2] {
    let output = Command::new("python3")
        .arg(folder.join("verify.py"))
        .args(["--key", key])
        .arg(folder)
        .output()
        .unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    let named = folder.to_str().unwrap();
    let (code, out, err) = gateway.command(&["audit", "check-export", named, "--key", key]);
    [(output.status.code().unwrap(), said), (code, format!("{out}{err}"))]
}

fn json_of(folder: &Path, name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(folder.join(name)).unwrap()).unwrap()
}

/// Somebody on the free plan objects and asks, is declined with a letter, and somebody else asks too; gives both cases.
fn two_people(gateway: &Gateway) -> (String, String) {
    let ada = gateway.person_on("u-0001", "free", "FR", "fr");
    ada.objects_to("ai_training");
    let body = json!({
        "right": "rectification", "message": WORDS, "language": "fr", "country": "FR"
    });
    let case = reference(&ada.asks(&body));
    let noor = gateway.person_on("u-0002", "enterprise", "FR", "en");
    noor.objects_to("marketing_email");
    let other = reference(&noor.asks(&json!({ "right": "other", "message": "wheelchair" })));
    gateway.until("a case worker has it", || {
        let sheet = gateway.get(&format!("/v1/cases/{case}"), &gateway.officer("caseworker"));
        !sheet.json::<Value>().unwrap()["tasks"].as_array().unwrap().is_empty()
    });
    let grounds = json!([{ "code": "16", "facts": FACTS }]);
    let declined = json!({ "outcome": "declined", "text": "Non.", "grounds": grounds });
    assert_eq!(gateway.works(&case, "answer", "caseworker", &declined).status(), 200);
    signed(gateway);
    (case, other)
}

fn export(gateway: &Gateway, case: &str, folder: &Path) -> (i32, String) {
    let order = ["audit", "export", "--case", case, "--officer", "Grace", "--out"];
    let order: Vec<&str> = order.into_iter().chain(folder.to_str()).collect();
    let (code, out, err) = gateway.command(&order);
    (code, format!("{out}{err}"))
}

#[test]
fn a_case_is_put_together_whole_and_the_binary_verifies_it() {
    let gateway = Gateway::start();
    let (case, other) = two_people(&gateway);
    let out = gateway.dir.join("case");
    std::fs::create_dir(&out).unwrap();
    let (code, said) = export(&gateway, &case, &out);
    assert_eq!(code, 0, "an empty folder is as good as none: {said}");
    let key = gateway.office.log_key.vkey();
    for (code, said) in checked(&gateway, &out, &key) {
        assert!(code == 0 && said.starts_with("verified"), "{said}");
    }
    let told = json_of(&out, "case.json");
    assert_eq!((&told["reference"], &told["outcome"]), (&json!(case), &json!("declined")));
    assert_eq!(told["words"], WORDS);
    assert_eq!(told["asker"]["accounts"][0]["sub"], "u-0001");

    // The letter in full, and the entry that tells its digest; a receipt of that entry by itself is genuine.
    let letter = &told["letters"][0];
    let text = std::fs::read_to_string(out.join(letter["file"].as_str().unwrap())).unwrap();
    assert!(text.contains(FACTS) && text.contains("CNIL"), "{text}");
    let proof = out.join(format!("proofs/{}.tlog-proof", letter["entry"]));
    let (code, said, wrong) =
        gateway.command(&["audit", "check-receipt", proof.to_str().unwrap(), "--key", &key]);
    assert_eq!(code, 0, "{wrong}");
    assert!(said.contains(letter["sha256"].as_str().unwrap()), "{said}");

    // "People on the free plan cannot object": how it was offered, in which version, and since when it held.
    let choice = told["choices"].as_array().unwrap();
    let choice = choice.iter().find(|choice| choice["purpose"] == "ai_training").unwrap();
    assert!(choice["page"].as_str().unwrap().ends_with("/object/ai_training"));
    let purposes = &gateway.office.policies.texts["purposes.toml"];
    assert_eq!(choice["version_at_receipt"], purposes.hash.as_str());
    let objected: Value =
        gateway.get("/v1/objections", &gateway.person("u-0001").token()).json().unwrap();
    let (own, listed) = (&told["objections"][0], &objected["items"][0]);
    assert_eq!(told["objections"].as_array().unwrap().len(), 1);
    for member in ["purpose", "standing", "since", "epoch"] {
        assert_eq!(own[member], listed[member], "{member}");
    }
    assert_eq!(own["until"], Value::Null);
    let file = format!("policies/{}-purposes.toml", purposes.hash);
    assert_eq!(std::fs::read_to_string(out.join(file)).unwrap(), purposes.text);
    for policy in told["policies"].as_array().unwrap() {
        assert!(policy["entry"].is_i64(), "each version is proven: {policy}");
    }
    let report = json_of(&out, "fairness.json");
    assert_eq!(report["cases"], 2);

    // To read, without a script; and with nothing of anybody else.
    let page = std::fs::read_to_string(out.join("index.html")).unwrap();
    assert!(page.contains(WORDS) && page.contains(FACTS) && page.contains("ai_training"));
    assert!(page.contains(report["summary"][0].as_str().unwrap()), "{page}");
    assert!(!page.contains("<script") && !page.contains("src="));
    let log = json_of(&out, "log.json");
    for text in [page, told.to_string(), log.to_string()] {
        for foreign in [other.as_str(), "u-0002", "wheelchair", "marketing_email\",\"since"] {
            assert!(!text.contains(foreign), "{foreign}");
        }
    }
    let kinds: Vec<&str> =
        log["entries"].as_array().unwrap().iter().map(|e| e["kind"].as_str().unwrap()).collect();
    for kind in ["case.received", "case.answered", "notice.made", "case.rows", "case.read"] {
        assert!(kinds.contains(&kind), "{kind} in {kinds:?}");
    }
}

#[test]
fn an_export_of_a_case_is_a_reading_and_overwrites_nothing() {
    let gateway = Gateway::start();
    let (case, _) = two_people(&gateway);
    let out = gateway.dir.join("case");
    assert_eq!(export(&gateway, &case, &out).0, 0);
    let before = std::fs::read(out.join("case.json")).unwrap();
    let (code, said) = export(&gateway, &case, &out);
    assert!(code == 2 && said.contains("overwrites nothing"), "{said}");
    assert_eq!(std::fs::read(out.join("case.json")).unwrap(), before);
    assert_eq!(export(&gateway, "HB-0000-0000", &gateway.dir.join("none")).0, 3);
    assert!(!gateway.dir.join("none").exists());
    // The next one tells who took the first.
    signed(&gateway);
    let again = gateway.dir.join("case.zip");
    assert_eq!(export(&gateway, &case, &again).0, 0);
    let archive = std::fs::File::open(&again).unwrap();
    let folder = gateway.dir.join("unpacked");
    zip::ZipArchive::new(archive).unwrap().extract(&folder).unwrap();
    let log = json_of(&folder, "log.json");
    let read = |entry: &&Value| {
        entry["payload"]["what"] == "dossier" && entry["payload"]["officer"] == "command-line Grace"
    };
    assert_eq!(log["entries"].as_array().unwrap().iter().filter(read).count(), 1);
}

#[test]
fn what_is_proven_of_a_case_and_changed_afterwards_is_found() {
    let gateway = Gateway::start();
    let (case, _) = two_people(&gateway);
    let out = gateway.dir.join("case");
    assert_eq!(export(&gateway, &case, &out).0, 0);
    let key = gateway.office.log_key.vkey();
    let told = json_of(&out, "case.json");
    let letter = told["letters"][0]["file"].as_str().unwrap();
    let purposes = told["policies"].as_array().unwrap();
    let purposes = purposes.iter().find(|p| p["name"] == "purposes.toml").unwrap();
    let epoch = format!("\"epoch\": {}", told["objections"][0]["epoch"]);
    let entry = told["objections"][0]["entry"].to_string();
    for (name, from, to) in [
        ("log.json", "\"declined\"", "\"fulfilled\""),
        ("log.json", "case.answered\\\"", "case.closed__\\\""),
        (letter, "2026", "2027"),
        (purposes["file"].as_str().unwrap(), "6(1)(f)", "6(1)(a)"),
        ("case.json", "\"standing\": \"in_force\"", "\"standing\": \"taken_back\""),
        ("case.json", epoch.as_str(), "\"epoch\": 4711"),
        (format!("proofs/{entry}.tlog-proof").as_str(), "extra ", "extra e"),
        ("checkpoint", "test.invalid", "test.example"),
    ] {
        let path = out.join(name);
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.contains(from), "{name} holds no {from}");
        std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
        let [python, binary] = checked(&gateway, &out, &key);
        assert!(binary.0 == 1 && binary.1.contains("NOT verified"), "{name}: {}", binary.1);
        assert_eq!(python.0, 1, "{name}: {}", python.1);
        std::fs::write(&path, text).unwrap();
    }
    // A letter with its digest changed too is found by the entry that tells it.
    let path = out.join(letter);
    let text = std::fs::read_to_string(&path).unwrap();
    let forged = text.replacen("2026", "2027", 1);
    let digest = |text: &str| {
        let hash = habeas::audit::merkle::Hash::of(text.as_bytes()).0;
        hash.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let whole = std::fs::read_to_string(out.join("case.json")).unwrap();
    std::fs::write(&path, &forged).unwrap();
    std::fs::write(out.join("case.json"), whole.replace(&digest(&text), &digest(&forged))).unwrap();
    for (code, said) in checked(&gateway, &out, &key) {
        assert!(code == 1 && said.contains("tells another digest"), "{said}");
    }
    let stranger = habeas::audit::note::SigningKey::from_seed("test.invalid/habeas", &[1; 32]);
    for (code, _) in checked(&gateway, &out, &stranger.unwrap().vkey()) {
        assert_eq!(code, 1, "a key from elsewhere");
    }
}

#[test]
fn who_answers_for_a_case_takes_it_over_http_and_an_auditor_is_not_told_whose_it_is() {
    let gateway = Gateway::start();
    let (case, _) = two_people(&gateway);
    let path = format!("/v1/cases/{case}/dossier");
    let readings = || {
        let rows =
            gateway.office.store.read_blocking("leaves", |tx| tx.leaves(0, i64::MAX)).unwrap();
        rows.iter().filter(|r| String::from_utf8_lossy(&r.entry).contains("case.read")).count()
    };
    let before = readings();
    let head = gateway.http.head(format!("{}{path}", gateway.url));
    assert_eq!(head.bearer_auth(gateway.officer("dpo")).send().unwrap().status(), 200);
    assert_eq!(readings(), before, "whoever is handed nothing leaves no trace");
    for (role, knows) in [("dpo", true), ("controller", true), ("auditor", false)] {
        let answer = gateway.get(&path, &gateway.officer(role));
        assert_eq!(answer.status(), 200);
        assert_eq!(answer.headers()["content-type"], "application/zip");
        let archive = std::io::Cursor::new(answer.bytes().unwrap());
        let folder = gateway.dir.join(role);
        zip::ZipArchive::new(archive).unwrap().extract(&folder).unwrap();
        let told = json_of(&folder, "case.json");
        assert_eq!(told["asker"].is_object(), knows, "{role}");
        assert_eq!(told.to_string().contains("u-0001"), knows, "{role}");
        for (code, said) in checked(&gateway, &folder, &gateway.office.log_key.vkey()) {
            assert_eq!(code, 0, "{said}");
        }
    }
    assert_eq!(readings(), before + 3);
    for token in [gateway.officer("caseworker"), gateway.person("u-0001").token()] {
        assert_eq!(gateway.get(&path, &token).status(), 403);
    }
    let none = gateway.get("/v1/cases/HB-0000-0000/dossier", &gateway.officer("dpo"));
    assert_eq!(none.status(), 404);
}

#[test]
fn of_somebody_who_was_forgotten_the_entries_are_left_and_nothing_else() {
    let gateway = Gateway::start();
    let (case, _) = two_people(&gateway);
    habeas::casework::case::forget::forget(&gateway.office, case.parse().unwrap()).unwrap();
    signed(&gateway);
    let out = gateway.dir.join("case");
    let (code, said) = export(&gateway, &case, &out);
    assert_eq!(code, 0, "{said}");
    for (code, said) in checked(&gateway, &out, &gateway.office.log_key.vkey()) {
        assert_eq!(code, 0, "{said}");
    }
    let told = json_of(&out, "case.json");
    assert_eq!(told["is_forgotten"], true);
    assert_eq!((&told["letters"], &told["objections"]), (&json!([]), &json!([])));
    let log = json_of(&out, "log.json");
    let received =
        log["entries"].as_array().unwrap().iter().find(|e| e["kind"] == "case.received").unwrap();
    assert_eq!(received["payload"], Value::Null);
    let whole = format!("{told}{log}");
    assert!(!whole.contains(WORDS) && !whole.contains("u-0001") && !whole.contains(FACTS));
}
