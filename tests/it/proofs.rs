//! Receipts, heads and tampering.

use habeas::auth::development::Order;
use serde_json::{Value, json};

use super::harness::{Gateway, reference};

fn receipt(gateway: &Gateway, opened: &str, token: &str) -> String {
    let path = format!("/v1/requests/{opened}/receipt");
    gateway.until("the receipt is signed", || gateway.get(&path, token).status() == 200);
    gateway.get(&path, token).text().unwrap()
}

#[test]
fn a_receipt_verifies_offline_and_a_changed_one_does_not() {
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    let opened = reference(&ada.asks_for("access"));
    let text = receipt(&gateway, &opened, &ada.token());
    assert!(text.starts_with("c2sp.org/tlog-proof@v1\n"));
    let file = gateway.dir.join("receipt");
    let key =
        gateway.http.get(format!("{}/v1/audit/key", gateway.url)).send().unwrap().text().unwrap();
    let check = |text: &str| {
        std::fs::write(&file, text).unwrap();
        // From an empty folder: no database, no server, no settings.
        let empty = tempfile::tempdir().unwrap();
        std::process::Command::new(env!("CARGO_BIN_EXE_habeas"))
            .current_dir(empty.path())
            .args(["audit", "check-receipt", file.to_str().unwrap(), "--key", key.trim()])
            .output()
            .unwrap()
    };
    let genuine = check(&text);
    assert_eq!(genuine.status.code(), Some(0));
    let said = String::from_utf8(genuine.stdout).unwrap();
    assert!(said.contains(&opened) && said.contains("access"), "{said}");
    for (at, byte) in text.bytes().enumerate().step_by(37) {
        let mut changed = text.clone().into_bytes();
        changed[at] = if byte == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8_lossy(&changed).into_owned();
        if changed != text {
            assert_eq!(check(&changed).status.code(), Some(1), "byte {at}");
        }
    }
    let wrong = std::process::Command::new(env!("CARGO_BIN_EXE_habeas"))
        .args(["audit", "check-receipt", file.to_str().unwrap(), "--key", "nonsense"])
        .output()
        .unwrap();
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn another_implementation_reads_our_signed_head() {
    use signed_note::{Note, StandardVerifier, VerifierList};
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    receipt(&gateway, &reference(&ada.asks_for("access")), &ada.token());
    let head = gateway.http.get(format!("{}/v1/audit/checkpoint", gateway.url)).send().unwrap();
    let note = Note::from_bytes(head.text().unwrap().as_bytes()).unwrap();
    let verifier = StandardVerifier::new(&gateway.office.log_key.vkey()).unwrap();
    let (signed, unknown) = note.verify(&VerifierList::new(vec![Box::new(verifier)])).unwrap();
    assert_eq!((signed.len(), unknown.len()), (1, 0));
}

#[test]
fn proofs_over_http_fit_the_signed_head() {
    use habeas::audit::checkpoint::Checkpoint;
    use habeas::audit::merkle::{Hash, verify_consistency};
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    let auditor = gateway.officer("auditor");
    let head = || {
        let note = gateway
            .http
            .get(format!("{}/v1/audit/checkpoint", gateway.url))
            .send()
            .unwrap()
            .text()
            .unwrap();
        Checkpoint::open(&note, std::slice::from_ref(gateway.office.log_key.verifier())).unwrap()
    };
    let first = reference(&ada.asks_for("other"));
    receipt(&gateway, &first, &ada.token());
    let before = head();
    for n in 0..20 {
        ada.asks(&json!({ "right": "other", "message": format!("matter {n}") }));
    }
    gateway.until("a newer head is signed", || head().size > before.size + 30);
    let after = head();
    let path = format!("/v1/audit/proof/consistency?from={}&to={}", before.size, after.size);
    let lines = gateway.get(&path, &auditor).text().unwrap();
    let proof: Vec<Hash> = lines.lines().map(|line| line.parse().unwrap()).collect();
    verify_consistency(before.root, before.size, after.root, after.size, &proof).unwrap();
    let inclusion =
        gateway.get(&format!("/v1/audit/proof/inclusion?ref={first}"), &auditor).text().unwrap();
    assert!(habeas::audit::proof::Proof::parse(&inclusion).is_ok());
    let tile = gateway.get("/v1/audit/tile/0/000.p/4", &auditor);
    assert_eq!(tile.bytes().unwrap().len(), 4 * 32);
    assert_eq!(gateway.get("/v1/audit/tile/0/999", &auditor).status(), 404);
}

#[test]
fn whatever_is_changed_behind_our_back_is_found() {
    let text = |sqlite: &str, postgres: &str, gateway: &Gateway| {
        if gateway.database().is_postgres() { postgres.to_owned() } else { sqlite.to_owned() }
    };
    let changes: [(&str, &str, &str); 9] = [
        (
            "an entry",
            "UPDATE log_leaves SET entry = replace(entry, '\"v\":1', '\"v\":2') WHERE idx = 5",
            "UPDATE log_leaves SET entry = overlay(entry placing '\\x41'::bytea from 3) WHERE idx = 5",
        ),
        (
            "a lost entry",
            "DELETE FROM log_leaves WHERE idx = 5",
            "DELETE FROM log_leaves WHERE idx = 5",
        ),
        (
            "a lost opening",
            "DELETE FROM openings WHERE idx = 5",
            "DELETE FROM openings WHERE idx = 5",
        ),
        (
            "a due date",
            "UPDATE cases SET due_date = '2030-01-01'",
            "UPDATE cases SET due_date = '2030-01-01'",
        ),
        ("a state", "UPDATE cases SET stage = 'withdrawn'", "UPDATE cases SET stage = 'withdrawn'"),
        (
            "a lost case",
            "DELETE FROM tasks; DELETE FROM cases",
            "DELETE FROM tasks; DELETE FROM cases",
        ),
        (
            "an objection",
            "UPDATE objections SET standing = 'taken_back'",
            "UPDATE objections SET standing = 'taken_back'",
        ),
        (
            "a tile",
            "UPDATE log_tiles SET hashes = zeroblob(length(hashes))",
            "UPDATE log_tiles SET hashes = decode(repeat('00', length(hashes)), 'hex')",
        ),
        (
            "a rollback",
            "DELETE FROM log_leaves WHERE idx > 3; DELETE FROM openings WHERE idx > 3; UPDATE log_head SET size = 4",
            "DELETE FROM log_leaves WHERE idx > 3; DELETE FROM openings WHERE idx > 3; UPDATE log_head SET size = 4",
        ),
    ];
    for (what, sqlite, postgres) in changes {
        let mut gateway = Gateway::start();
        gateway.expects_damage = true;
        let ada = gateway.person("u-0001");
        ada.objects_to("ai_training");
        receipt(&gateway, &reference(&ada.asks_for("other")), &ada.token());
        gateway.stop();
        gateway.database().execute(&text(sqlite, postgres, &gateway));
        let (verified, said, _) = gateway.command(&["audit", "verify", "--json"]);
        let (replayed, told, _) = gateway.command(&["audit", "replay", "--json"]);
        assert!(verified == 1 || replayed == 1, "{what} went unnoticed: {said} {told}");
    }
}

#[test]
fn whoever_verifies_a_running_gateway_sees_one_moment_of_it() {
    let gateway = Gateway::start();
    let is_over = std::sync::atomic::AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for n in 0..60 {
                gateway.person(&format!("u-{n:04}")).asks_for("other");
            }
            is_over.store(true, std::sync::atomic::Ordering::Relaxed);
        });
        while !is_over.load(std::sync::atomic::Ordering::Relaxed) {
            assert_eq!(gateway.audit_findings(), Vec::<String>::new());
            assert_eq!(gateway.differences(), Vec::<String>::new());
        }
    });
    let (code, _, said) = gateway.command(&["audit", "verify"]);
    assert_eq!(code, 0, "{said}");
}

/// What a receipt of an objection opens to, checked by the command line.
fn proven(gateway: &Gateway, path: &str, token: &str) -> Value {
    gateway.until("the receipt is signed", || gateway.get(path, token).status() == 200);
    let file = gateway.dir.join("objection.tlog-proof");
    std::fs::write(&file, gateway.get(path, token).text().unwrap()).unwrap();
    let key = gateway.office.log_key.vkey();
    let file = file.to_str().unwrap();
    let (code, said, wrong) = gateway.command(&["audit", "check-receipt", file, "--key", &key]);
    assert_eq!(code, 0, "{wrong}");
    serde_json::from_str(said.lines().nth(1).unwrap()).unwrap()
}

#[test]
fn an_objection_has_a_receipt_of_its_own_and_so_has_every_earlier_one() {
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    let own = "/v1/objections/ai_training/receipt";
    assert_eq!(gateway.get(own, &ada.token()).status(), 404, "nobody objected yet");
    let first = ada.objects_to("ai_training");
    // A head takes a moment, and says when to come back; another purpose has nothing to do with it.
    let soon = gateway.get(own, &ada.token());
    if soon.status() == 202 {
        assert_eq!(soon.headers()["retry-after"], "1");
    }
    ada.objects_to("marketing_email");
    let said = proven(&gateway, own, &ada.token());
    assert_eq!(said["objection"]["purpose"], "ai_training");
    assert_eq!(said["objection"]["standing"], "in_force");
    assert_eq!(said["epoch"], first["epoch"]);
    let since = habeas::domain::time::Instant(said["objection"]["since"].as_i64().unwrap());
    assert_eq!(since.rfc3339(), first["since"].as_str().unwrap());

    gateway.passes_days(1);
    let url = format!("{}/v1/objections/ai_training", gateway.url);
    let back: Value =
        gateway.http.delete(&url).bearer_auth(ada.token()).send().unwrap().json().unwrap();
    assert_eq!(gateway.get(own, &ada.token()).status(), 404, "none is in force");
    gateway.passes_days(1);
    let again = ada.objects_to("ai_training");
    for (answer, standing) in [(&first, "in_force"), (&back, "taken_back"), (&again, "in_force")] {
        // The receipt of the one in force; with the epoch of an answer, of what that answer told.
        assert_eq!(answer["receipt"], own);
        let said = proven(&gateway, &format!("{own}?epoch={}", answer["epoch"]), &ada.token());
        assert_eq!(
            (&said["objection"]["standing"], &said["epoch"]),
            (&json!(standing), &answer["epoch"])
        );
    }
    assert_eq!(proven(&gateway, own, &ada.token())["epoch"], again["epoch"]);
    assert_eq!(gateway.get(&format!("{own}?epoch=0"), &ada.token()).status(), 404);
    assert_eq!(gateway.get(&format!("{own}?epoch=ada"), &ada.token()).status(), 400);

    // Nobody else's, and no officer's.
    let noor = gateway.person("u-0002");
    for path in [own.to_owned(), format!("{own}?epoch=99")] {
        assert_eq!(gateway.get(&path, &noor.token()).status(), 404);
        assert_eq!(gateway.get(&path, &gateway.officer("dpo")).status(), 403);
        assert_eq!(
            gateway.http.get(format!("{}{path}", gateway.url)).send().unwrap().status(),
            401
        );
    }
}

#[test]
fn an_objection_that_came_as_a_request_or_under_ones_address_has_its_receipt_too() {
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    let body = json!({ "right": "objection", "scope": { "purposes": ["ai_training"] } });
    let opened = reference(&ada.asks(&body));
    let own = "/v1/objections/ai_training/receipt";
    assert_eq!(proven(&gateway, own, &ada.token())["case"], json!(opened));

    let by_address = json!({
        "right": "objection", "scope": { "purposes": ["ai_training"] }, "email": "ada@example.org",
    });
    let sent = gateway.http.post(format!("{}/v1/requests", gateway.url)).json(&by_address).send();
    let sent = reference(&sent.unwrap().json().unwrap());
    let noor = |email: Option<&str>| {
        gateway.token(&Order {
            sub: "u-0002".into(),
            email: email.map(Into::into),
            ttl_seconds: 900,
            ..Order::default()
        })
    };
    assert_eq!(gateway.get(own, &noor(None)).status(), 404);
    let said = proven(&gateway, own, &noor(Some("ada@example.org")));
    assert_eq!(said["case"], json!(sent), "the account took over what its own address had said");
    // What was carried over has its receipt where it was said, and none is made up for it.
    let listed: Value = gateway.get("/v1/objections", &noor(None)).json().unwrap();
    assert_eq!(listed["items"][0]["objected"], true);
    assert_eq!(gateway.get(own, &noor(None)).status(), 404);
}
