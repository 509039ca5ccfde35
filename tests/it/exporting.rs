//! What an authority gets: the files, and that they can be checked with Python alone.

use std::process::Command;

use serde_json::Value;

use super::harness::{Gateway, reference};

fn verify(folder: &std::path::Path, key: &str) -> (i32, String) {
    let output = Command::new("python3")
        .arg(folder.join("verify.py"))
        .args(["--key", key])
        .arg(folder)
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(said).unwrap())
}

#[test]
fn an_export_is_checked_without_us_and_a_changed_one_is_not_believed() {
    let mut gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    ada.objects_to("ai_training");
    let opened = reference(&ada.asks_for("access"));
    let path = format!("/v1/requests/{opened}/receipt");
    gateway.until("it is signed", || gateway.get(&path, &ada.token()).status() == 200);
    for _ in 0..5 {
        ada.asks_for("other");
    }
    let signed = "SELECT count(*) FROM log_head h JOIN log_checkpoints c ON c.size = h.size";
    gateway.until("all of it is signed", || gateway.database().count(signed) > 0);
    gateway.stop();
    let out = gateway.dir.join("export");
    let folder = out.to_str().unwrap();
    let (code, said, wrong) = gateway.command(&["audit", "export", "--out", folder]);
    assert_eq!(code, 0, "{said}{wrong}");
    let key = gateway.office.log_key.vkey();
    assert_eq!(verify(&out, &key), (0, "verified\n".into()));
    let binary = || gateway.command(&["audit", "check-export", folder, "--key", &key]);
    assert_eq!(binary().0, 0, "{:?}", binary());
    let log: Value = serde_json::from_slice(&std::fs::read(out.join("log.json")).unwrap()).unwrap();
    let entries = log["entries"].as_array().unwrap();
    assert!(entries.iter().any(|entry| entry["payload"]["reference"] == opened.as_str()));
    let page = std::fs::read_to_string(out.join("index.html")).unwrap();
    assert!(page.contains(&opened) && !page.contains("<script"));
    assert!(std::fs::read_to_string(out.join("log.csv")).unwrap().contains(&opened));
    for personal in super::harness::PERSONAL {
        assert!(!log.to_string().contains(personal), "{personal}");
    }
    // The same part again, as an archive, holds the entry that tells of the first.
    let (code, _, _) = gateway.command(&["audit", "export", "--out", folder]);
    assert_eq!(code, 2, "nothing is overwritten");

    let stranger =
        habeas::audit::note::SigningKey::from_seed(log["origin"].as_str().unwrap(), &[1; 32]);
    assert_eq!(verify(&out, &stranger.unwrap().vkey()).0, 1, "a key from elsewhere");
    let text = std::fs::read_to_string(out.join("log.json")).unwrap();
    for (from, to) in [
        ("\"right\": \"access\"", "\"right\": \"erasure\""),
        ("case.received\\\"", "case.decided_\\\""),
    ] {
        assert!(text.contains(from), "{from}");
        std::fs::write(out.join("log.json"), text.replacen(from, to, 1)).unwrap();
        let (code, said) = verify(&out, &key);
        assert_eq!(code, 1, "{from}: {said}");
        assert_eq!(binary().0, 1, "{from}");
        assert!(said.contains("entry "), "{said}");
    }
    std::fs::write(out.join("log.json"), &text).unwrap();
    std::fs::remove_file(out.join("consistency.txt")).unwrap();
    std::fs::write(out.join("consistency.txt"), "").unwrap();
    assert_eq!(verify(&out, &key).0, 1, "the heads are not joined any more");
    assert!(binary().2.contains("does not continue the oldest"), "{:?}", binary());
}

#[test]
fn auditors_take_an_export_over_http_and_the_log_tells_of_it() {
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    let opened = reference(&ada.asks_for("other"));
    let path = format!("/v1/requests/{opened}/receipt");
    gateway.until("it is signed", || gateway.get(&path, &ada.token()).status() == 200);
    let auditor = gateway.officer("auditor");
    let export = "/v1/audit/export?from=2026-11-01&to=2027-01-01";
    assert_eq!(gateway.get(export, &gateway.officer("caseworker")).status(), 403);
    let answer = gateway.get(export, &auditor);
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["content-type"], "application/zip");
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(answer.bytes().unwrap())).unwrap();
    let out = gateway.dir.join("export");
    zip.extract(&out).unwrap();
    assert_eq!(verify(&out, &gateway.office.log_key.vkey()).0, 0);
    let told = || {
        let rows =
            gateway.office.store.read_blocking("leaves", |tx| tx.leaves(0, i64::MAX)).unwrap();
        rows.iter().any(|row| String::from_utf8_lossy(&row.entry).contains("audit.exported"))
    };
    assert!(told());
    let empty = gateway.get("/v1/audit/export?from=2030-01-01", &auditor);
    assert_eq!(empty.status(), 200, "a time without entries is an export without entries");
    let wrong = gateway.get("/v1/audit/export?from=yesterday", &auditor);
    assert_eq!(wrong.status(), 400);
}

#[test]
fn bundles_of_entries_hash_to_the_tiles() {
    use habeas::audit::merkle::leaf_hash;
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    ada.asks_for("other");
    let auditor = gateway.officer("auditor");
    let bytes = gateway.get("/v1/audit/tile/entries/000.p/5", &auditor).bytes().unwrap();
    let tile = gateway.get("/v1/audit/tile/0/000.p/5", &auditor).bytes().unwrap();
    let (mut rest, mut hashes) = (&bytes[..], Vec::new());
    while !rest.is_empty() {
        let length = usize::from(u16::from_be_bytes([rest[0], rest[1]]));
        hashes.extend_from_slice(&leaf_hash(&rest[2..2 + length]).0);
        rest = &rest[2 + length..];
    }
    assert_eq!(hashes, tile);
    assert_eq!(gateway.get("/v1/audit/tile/entries/000", &auditor).status(), 404);
    assert_eq!(gateway.get("/v1/audit/tile/entries/0", &auditor).status(), 404);
}
