//! An older backup was restored: the gateway reads, writes nothing, and goes on only under another name.

use serde_json::{Value, json};

use super::harness::{Gateway, copy_database, postgres, reference};

/// The database as it is now, to be put back later. The gateway stands still meanwhile.
struct Backup {
    name: Option<(String, String, String)>,
}

impl Backup {
    fn take(gateway: &Gateway) -> Self {
        if !gateway.database().is_postgres() {
            gateway.office.store.scrub();
            std::fs::copy(gateway.database().file(), gateway.dir.join("backup.db")).unwrap();
            return Self { name: None };
        }
        let server = std::env::var("TEST_POSTGRES_URL").unwrap();
        let (base, _) = gateway.database().url.split_once('?').unwrap();
        let name = base.rsplit_once('/').unwrap().1.to_owned();
        let copy = format!("{name}_backup");
        copy_database(&server, &name, &copy);
        Self { name: Some((server, name, copy)) }
    }

    fn restore(&self, gateway: &Gateway) {
        // The file that is open in this process is left alone: the settings name the backup from now on.
        let Some((server, name, copy)) = &self.name else {
            let path = gateway.dir.join("habeas.toml");
            let settings = std::fs::read_to_string(&path).unwrap();
            return std::fs::write(path, settings.replace("gateway.db", "backup.db")).unwrap();
        };
        postgres(server, &format!("DROP DATABASE {name} WITH (FORCE)"));
        copy_database(server, copy, name);
        postgres(server, &format!("DROP DATABASE {copy}"));
    }
}

fn leaves(gateway: &Gateway) -> i64 {
    gateway.office.store.read_blocking("head", |tx| tx.log_head().map(|head| head.0)).unwrap()
}

fn wait_signed(gateway: &Gateway, opened: &str, token: &str) -> String {
    let path = format!("/v1/requests/{opened}/receipt");
    gateway.until("the receipt is signed", || gateway.get(&path, token).status() == 200);
    gateway.get(&path, token).text().unwrap()
}

#[test]
fn after_a_rollback_the_gateway_reads_and_writes_nothing_until_it_is_recovered() {
    let mut gateway = Gateway::start();
    gateway.expects_damage = true;
    let ada = gateway.person("u-0001");
    let kept = reference(&ada.asks(&json!({ "right": "other", "message": "first" })));
    wait_signed(&gateway, &kept, &ada.token());
    let key = gateway.pipeline();
    gateway.stop();
    let backup = Backup::take(&gateway);
    gateway.restart();
    let ada = gateway.person("u-0001");
    let lost = reference(&ada.asks(&json!({ "right": "other", "message": "second" })));
    let receipt = wait_signed(&gateway, &lost, &ada.token());
    let old_key = gateway.office.log_key.vkey();
    gateway.stop();
    backup.restore(&gateway);
    assert_eq!(gateway.command(&["audit", "verify"]).0, 1);

    gateway.restart();
    let ada = gateway.person("u-0001");
    assert_eq!(ada.sees(&kept)["message"], "first", "people read");
    let worker = gateway.officer("caseworker");
    assert_eq!(gateway.get(&format!("/v1/cases/{kept}"), &worker).status(), 200, "officers read");
    let refused = ada.sends(&json!({ "right": "access" }));
    assert_eq!(refused.status(), 503);
    let problem: Value = refused.json().unwrap();
    assert_eq!(problem["type"], "/docs#rolled-back", "{problem}");
    let url = format!("{}/v1/objections/ai_training", gateway.url);
    let refused = gateway.http.put(url).bearer_auth(ada.token()).send().unwrap();
    assert_eq!(refused.status(), 503);
    let check = gateway.get("/v1/check/ai_training?subject=p-9", &key).json::<Value>().unwrap();
    assert_eq!(check["objected"], true, "what was lost may have been an objection");
    let ready = gateway.http.get(format!("{}/health/ready", gateway.url)).send().unwrap();
    assert_eq!(ready.status(), 503);
    assert_eq!(ready.json::<Value>().unwrap()["log"], false);
    let size = leaves(&gateway);
    gateway.stop();

    let recover = ["audit", "recover", "--new-origin", "test.invalid/habeas-2"];
    assert_eq!(gateway.command(&recover).0, 2, "it asks for --yes");
    let (code, said, wrong) = gateway.command(&[&recover[..], &["--yes"]].concat());
    assert_eq!(code, 0, "{said}{wrong}");
    assert_eq!(leaves(&gateway), size + 1);
    let path = gateway.dir.join("habeas.toml");
    let settings = std::fs::read_to_string(&path).unwrap();
    let settings = settings.replace(
        "origin = \"test.invalid/habeas\"",
        "origin = \"test.invalid/habeas-2\"\npast_origins = [\"test.invalid/habeas\"]",
    );
    std::fs::write(&path, settings).unwrap();
    gateway.restart();
    let ada = gateway.person("u-0001");
    let again = reference(&ada.asks_for("access"));
    let fresh = wait_signed(&gateway, &again, &ada.token());
    let new_key = gateway.office.log_key.vkey();
    assert_ne!(new_key, old_key);
    gateway.stop();
    for command in ["verify", "replay"] {
        let (code, said, wrong) = gateway.command(&["audit", command]);
        assert_eq!(code, 0, "{command}: {said}{wrong}");
    }
    for (text, key) in [(receipt, old_key), (fresh, new_key)] {
        let file = gateway.dir.join("receipt");
        std::fs::write(&file, text).unwrap();
        let file = file.to_str().unwrap();
        assert_eq!(gateway.command(&["audit", "check-receipt", file, "--key", &key]).0, 0);
    }
    assert_eq!(gateway.command(&[&recover[..3], &["third", "--yes"]].concat()).0, 3);
}
