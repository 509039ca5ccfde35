//! A database that is gone, a second server, a newer schema.

use serde_json::{Value, json};

use super::harness::{Gateway, open};

#[test]
fn a_second_server_on_one_file_is_refused_and_commands_work_beside_the_server() {
    let gateway = Gateway::start();
    if gateway.database().is_postgres() {
        return second_node(&gateway);
    }
    let Err(refused) = open(&gateway.dir, gateway.clock.clone()) else {
        panic!("two servers on one file")
    };
    assert!(format!("{refused:#}").contains("another server"), "{refused:#}");
    let (code, said, _) = gateway.command(&["audit", "verify"]);
    assert_eq!(code, 0, "{said}");
}

// On PostgreSQL several nodes are the point: both take requests, and there is one log.
fn second_node(gateway: &Gateway) {
    let (other, _) = open(&gateway.dir, gateway.clock.clone()).unwrap();
    assert_ne!(format!("http://{}", other.address), gateway.url);
    gateway.person("u-0001").objects_to("ai_training");
    habeas::casework::objections::objecting::sync(&other.office).unwrap();
    let shelf = other.office.index.shelf("ai_training").unwrap();
    let mark = shelf.key().people_of(habeas::auth::development::PEOPLE).mark("u-0001");
    assert!(other.office.index.ask(shelf, mark, 0, gateway.clock.now()).is_stopped());
}

#[test]
fn without_its_database_the_gateway_acks_nothing_and_recovers_by_itself() {
    let gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    ada.asks_for("access");
    if !gateway.database().is_postgres() {
        return;
    }
    let key = gateway.pipeline();
    let check =
        || -> Value { gateway.get("/v1/check/ai_training?subject=p-1", &key).json().unwrap() };
    assert_eq!(check()["objected"], false);
    // Everybody is thrown out and nobody may come back: as if the server were gone.
    let name =
        gateway.database().url.rsplit_once('/').unwrap().1.split('?').next().unwrap().to_owned();
    let admin = std::env::var("TEST_POSTGRES_URL").unwrap();
    let admin_run = |sql: &str| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let (client, connection) =
                tokio_postgres::connect(&admin, tokio_postgres::NoTls).await.unwrap();
            tokio::spawn(connection);
            client.batch_execute(sql).await.unwrap();
        });
    };
    admin_run(&format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false"));
    admin_run(&format!(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    ));
    let refused = ada.sends(&json!({ "right": "erasure" }));
    assert_eq!(refused.status(), 503);
    assert!(refused.headers().contains_key("retry-after"));
    gateway.clock.pass_ms(6_000);
    assert_eq!(check(), json!({ "objected": true, "since": null, "epoch": 0 }), "it cannot know");
    let ready = gateway.http.get(format!("{}/health/ready", gateway.url)).send().unwrap();
    assert_eq!(ready.status(), 503);
    assert_eq!(ready.json::<Value>().unwrap()["ready"], false);
    let live = gateway.http.get(format!("{}/health/live", gateway.url)).send().unwrap();
    assert_eq!(live.status(), 200);
    admin_run(&format!("ALTER DATABASE {name} WITH ALLOW_CONNECTIONS true"));
    gateway.until("it recovers", || {
        gateway.http.get(format!("{}/health/ready", gateway.url)).send().unwrap().status() == 200
    });
    gateway.until("the check knows again", || check()["objected"] == false);
    ada.asks_for("erasure");
    assert_eq!(gateway.database().count("SELECT count(*) FROM cases"), 2);
}

#[test]
fn a_schema_from_the_future_is_refused() {
    let mut gateway = Gateway::start();
    gateway.stop();
    gateway.database().execute("INSERT INTO __diesel_schema_migrations (version, run_on) VALUES ('20990101000001', CURRENT_TIMESTAMP)");
    let (code, _, said) = gateway.command(&["serve"]);
    assert_eq!(code, 2);
    assert!(said.contains("newer habeas"), "{said}");
    gateway
        .database()
        .execute("DELETE FROM __diesel_schema_migrations WHERE version = '20990101000001'");
}

#[test]
fn production_lists_every_unsafe_setting_and_exits() {
    let mut gateway = Gateway::start();
    gateway.stop();
    let (code, _, said) = gateway.command(&["serve", "--production"]);
    assert_eq!(code, 1);
    for what in ["development_issuer", "https", "issuer", "example"] {
        assert!(said.contains(what), "{what}: {said}");
    }
}

#[test]
fn the_master_key_of_another_gateway_opens_nothing() {
    let mut gateway = Gateway::start();
    gateway.expects_damage = true;
    gateway.person("u-0001").asks(&json!({ "right": "other", "message": "my back hurts" }));
    gateway.stop();
    std::fs::remove_file(gateway.dir.join("keys/master.key")).unwrap();
    let (code, _, said) = gateway.command(&["audit", "replay"]);
    assert_eq!(code, 2, "{said}");
    assert!(said.contains("master.key"), "{said}");
}

#[test]
fn under_constant_writing_the_wal_stays_bounded() {
    let gateway = Gateway::start();
    if gateway.database().is_postgres() {
        return;
    }
    let large = "x".repeat(1 << 20);
    for n in 0..600 {
        let row = habeas::store::rows::PolicyRow {
            hash: format!("large-{n}"),
            kind: "thresholds".into(),
            text: large.clone(),
            activated_at: 0,
        };
        gateway.office.store.write_blocking("policy", move |tx| tx.put_policy(&row)).unwrap();
    }
    let wal = std::fs::metadata(gateway.dir.join("gateway.db-wal")).unwrap().len();
    // The copier begins at 128 MiB; how far the writer comes meanwhile depends on the disk.
    assert!(wal < 300 << 20, "{} MiB", wal >> 20);
    // The log does not tell of them.
    gateway.database().execute("DELETE FROM policies WHERE hash LIKE 'large-%'");
}
