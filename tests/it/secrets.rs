//! Secrets are had from where they lie and shown nowhere; and nobody starts with the master key of another database.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::harness::{Gateway, Setup, open, reference};

const PASSWORD: &str = "s3cret-pw";
const IN_CLEAR: &str = "postgres://reader:s3cret-pw@127.0.0.1:1/shop?sslmode=disable";

/// The shipped data map of the sample company, reached at another URL.
fn map(url: &str) -> String {
    include_str!("../../policies/datamap.toml").replace("sqlite://sample-company.db", url)
}

fn with_url(url: &'static str) -> Gateway {
    let policies =
        Box::new(move |dir: &Path| std::fs::write(dir.join("datamap.toml"), map(url)).unwrap());
    Gateway::start_with(Setup { policies, ..Setup::default() })
}

/// Why a machine could not answer.
fn task(gateway: &Gateway) -> String {
    let case = reference(&gateway.person("u-0001").asks_for("access"));
    let path = format!("/v1/cases/{case}");
    let tasks = || {
        let sheet: Value = gateway.get(&path, &gateway.officer("caseworker")).json().unwrap();
        sheet["tasks"].clone()
    };
    gateway.until("there is a task", || tasks().as_array().is_some_and(|t| !t.is_empty()));
    tasks().to_string()
}

fn new_master_key(gateway: &Gateway) {
    std::fs::remove_file(gateway.dir.join("keys/master.key")).unwrap();
    let dir = gateway.dir.to_str().unwrap();
    assert_eq!(gateway.command(&["init", dir]).0, 0);
}

#[test]
fn a_password_in_the_data_map_reaches_the_connector_and_nobody_else() {
    let mut gateway = with_url(IN_CLEAR);
    assert_eq!(gateway.office.policies.datamap.systems[0].url, IN_CLEAR);
    let auditor = gateway.officer("auditor");
    let policy: Value = gateway.get("/v1/policy", &auditor).json().unwrap();
    let hash = policy["files"]["datamap.toml"].as_str().unwrap();
    let text = gateway.get(&format!("/v1/policy/{hash}"), &auditor).text().unwrap();
    assert!(text.contains("postgres://reader:…@127.0.0.1:1/shop"), "{text}");
    assert!(!text.contains(PASSWORD));
    let stored = "SELECT count(*) FROM policies WHERE text LIKE '%s3cret%'";
    assert_eq!(gateway.database().count(stored), 0);

    let file = gateway.dir.join("policies/datamap.toml");
    let file = file.to_str().unwrap();
    assert_eq!(gateway.command(&["policy", "hash", file]).1.trim(), hash);
    std::fs::write(file, map(&IN_CLEAR.replace(PASSWORD, "another"))).unwrap();
    assert_eq!(gateway.command(&["policy", "hash", file]).1.trim(), hash, "a changed password");
    let (code, shown, _) = gateway.command(&["policy", "show", hash]);
    assert!(code == 0 && shown.contains("reader:…@") && !shown.contains(PASSWORD), "{shown}");
    for command in
        [&["config", "check"][..], &["policy", "check", file.trim_end_matches("/datamap.toml")]]
    {
        let (code, said, wrong) = gateway.command(command);
        assert_eq!(code, 0, "{wrong}");
        let remark =
            "a secret stands in clear in `url` of system `chat`; write `env:NAME` or `file:PATH`";
        assert!(wrong.contains(remark), "{command:?}: {wrong}");
        assert!(!wrong.contains("another") && !said.contains("another"));
    }
    gateway.stop();
    let (code, told, wrong) = gateway.command(&["audit", "replay", "--json"]);
    assert!(code == 0 && !told.contains(PASSWORD), "{told}{wrong}");
}

#[test]
fn what_an_earlier_release_stored_with_its_password_is_shown_without_it() {
    let mut gateway = with_url(IN_CLEAR);
    gateway.expects_damage = true;
    let stored =
        "UPDATE policies SET text = replace(text, '…', 's3cret-pw') WHERE kind = 'datamap.toml'";
    gateway.database().execute(stored);
    let auditor = gateway.officer("auditor");
    let policy: Value = gateway.get("/v1/policy", &auditor).json().unwrap();
    let hash = policy["files"]["datamap.toml"].as_str().unwrap();
    let text = gateway.get(&format!("/v1/policy/{hash}"), &auditor).text().unwrap();
    let (_, shown, _) = gateway.command(&["policy", "show", hash]);
    for text in [text, shown] {
        assert!(text.contains("reader:…@") && !text.contains(PASSWORD), "{text}");
    }
}

#[test]
fn a_data_map_that_stays_in_force_keeps_its_password_as_long_as_the_broken_file_holds_it() {
    let mut gateway = with_url(IN_CLEAR);
    let file = gateway.dir.join("policies/datamap.toml");
    gateway.stop();
    std::fs::write(&file, map(IN_CLEAR).replacen("change_class", "chnage_class", 1)).unwrap();
    gateway.restart();
    assert!(!gateway.office.standing.broken.is_empty());
    assert_eq!(gateway.office.policies.datamap.systems[0].url, IN_CLEAR);
    gateway.stop();
    std::fs::write(&file, "version = ").unwrap();
    gateway.restart();
    let why = task(&gateway);
    assert!(why.contains("was stored without the secret in its url; mend the file"), "{why}");
}

#[test]
fn a_mistake_in_the_data_map_is_told_without_the_password_beside_it() {
    let mut gateway = with_url(IN_CLEAR);
    gateway.stop();
    let wrong =
        map(IN_CLEAR).replacen("connector = \"sql\"", &format!("connector = \"{IN_CLEAR}\""), 1);
    std::fs::write(gateway.dir.join("policies/datamap.toml"), wrong).unwrap();
    gateway.restart();
    let policy = gateway.get("/v1/policy", &gateway.officer("auditor")).text().unwrap();
    assert!(policy.contains("reader:…@") && !policy.contains(PASSWORD), "{policy}");
}

#[test]
fn a_system_is_reached_at_a_url_that_lies_in_a_file() {
    let mut gateway = Gateway::with_company();
    gateway.stop();
    std::fs::write(gateway.dir.join("policies/datamap.toml"), map("file:keys/company.url"))
        .unwrap();
    let url = format!("{}\n", gateway.company().url);
    std::fs::write(gateway.dir.join("keys/company.url"), url).unwrap();
    gateway.restart();
    let seen = gateway.person("u-0001").is_answered(&json!({ "right": "access" }));
    assert_eq!(seen["outcome"], "fulfilled", "{seen}");
    let auditor = gateway.officer("auditor");
    let policy: Value = gateway.get("/v1/policy", &auditor).json().unwrap();
    let hash = policy["files"]["datamap.toml"].as_str().unwrap();
    let text = gateway.get(&format!("/v1/policy/{hash}"), &auditor).text().unwrap();
    assert!(text.contains("file:keys/company.url"), "where it lies is no secret: {text}");
}

#[test]
fn a_url_that_is_not_where_the_data_map_says_becomes_a_task_that_says_so() {
    let gateway = with_url("env:SHOP_URL");
    let why = task(&gateway);
    assert!(why.contains("environment variable `SHOP_URL`, which is not set; set it"), "{why}");
    let (code, _, remarks) = gateway.command(&["config", "check"]);
    assert_eq!(code, 0);
    assert!(remarks.contains("the url of system `chat`: it names the environment variable"));
}

#[test]
fn the_settings_are_dumped_without_their_secrets() {
    let folder = tempfile::tempdir().unwrap();
    let own = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    own(
        "habeas.toml",
        "[mail]\nsmtp_url = \"env:SMTP\"\n[server]\npublic_url = \"https://u:s3cret-pw@h\"\n",
    );
    own("db", "postgres://habeas:s3cret-pw@127.0.0.1:1/x?sslmode=disable\n");
    let run = |smtp: Option<&str>, arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_habeas"));
        command.current_dir(folder.path()).args(arguments);
        command.env("HABEAS_DATABASE__URL_FILE", "db").env("SMTP", smtp.unwrap_or_default());
        if smtp.is_none() {
            command.env_remove("SMTP");
        }
        let output = command.output().unwrap();
        let text = [output.stdout, output.stderr].concat();
        (output.status.code().unwrap(), String::from_utf8(text).unwrap())
    };
    let (code, dump) = run(Some(""), &["config", "dump", "--origin"]);
    assert_eq!(code, 0, "{dump}");
    assert!(!dump.contains(PASSWORD), "{dump}");
    for line in [
        "database.url = \"…\"    # file:db, named by HABEAS_DATABASE__URL_FILE",
        "mail.smtp_url = \"…\"    # env:SMTP, named by habeas.toml",
        "server.public_url = \"https://u:…@h\"    # habeas.toml",
    ] {
        assert!(dump.contains(line), "{line}: {dump}");
    }
    let (code, wrong) = run(None, &["config", "dump"]);
    assert_eq!(code, 2);
    assert!(wrong.contains("`mail.smtp_url`: it names the environment variable `SMTP`"), "{wrong}");
    let flag = ["--database", "postgres://u:s3cret-pw@h:x/d"];
    for command in [&["config", "check"][..], &["audit", "verify"], &["db", "status"], &["serve"]] {
        for flags in [&flag[..], &[]] {
            let (_, said) = run(Some(""), &[flags, command].concat());
            assert!(!said.contains(PASSWORD), "{command:?}: {said}");
        }
    }
}

#[test]
fn nobody_works_with_the_master_key_of_another_database() {
    let mut gateway = Gateway::start();
    let ada = gateway.person("u-0001");
    ada.objects_to("ai_training");
    let case = reference(&ada.asks_for("access"));
    gateway.stop();
    let key = gateway.dir.join("keys/master.key");
    let right = std::fs::read(&key).unwrap();
    new_master_key(&gateway);
    let check = ["objections", "check", "u-0001", "--purpose", "ai_training"];
    for command in [
        &["serve"][..],
        &["audit", "replay"],
        &["case", "list"],
        &["case", "show", &case],
        &check,
        &["objections", "export", "--purpose", "ai_training"],
        &["key", "create", "--name", "x", "--scope", "objections:check"],
        &["review", "list"],
    ] {
        let (code, said, wrong) = gateway.command(command);
        assert_eq!(code, 2, "{command:?}: {said}{wrong}");
        assert!(wrong.contains("is not the master key of this database"), "{command:?}: {wrong}");
        assert!(wrong.contains("put back the master.key"), "{wrong}");
    }
    assert!(open(&gateway.dir, gateway.clock.clone()).is_err());
    std::fs::write(&key, right).unwrap();
    assert_eq!(gateway.command(&["audit", "replay"]).0, 0);
    gateway.restart();
    assert_eq!(gateway.person("u-0001").sees(&case)["reference"], case.as_str());
}

#[test]
fn a_database_of_before_the_check_value_takes_only_the_key_that_opens_it() {
    let mut gateway = Gateway::start();
    gateway.person("u-0001").objects_to("ai_training");
    gateway.stop();
    gateway.database().execute("DELETE FROM key_check");
    let key = gateway.dir.join("keys/master.key");
    let right = std::fs::read(&key).unwrap();
    new_master_key(&gateway);
    assert_eq!(gateway.command(&["audit", "replay"]).0, 2);
    let stored = "SELECT count(*) FROM key_check";
    assert_eq!(gateway.database().count(stored), 0, "a wrong key leaves no check value");
    std::fs::write(&key, right).unwrap();
    gateway.restart();
    assert_eq!(gateway.database().count(stored), 1);
}

#[test]
fn a_check_value_that_was_changed_is_named_by_the_replay_and_stops_nobody_with_the_right_key() {
    let mut gateway = Gateway::start();
    gateway.expects_damage = true;
    gateway.person("u-0001").asks_for("access");
    gateway.stop();
    let other = if gateway.database().is_postgres() { "'\\x00'" } else { "X'00'" };
    gateway.database().execute(&format!("UPDATE key_check SET value = {other}"));
    let (code, _, wrong) = gateway.command(&["audit", "replay"]);
    assert_eq!(code, 1, "{wrong}");
    assert!(wrong.contains("the check value of the master key was changed"), "{wrong}");
    gateway.restart();
    assert!(!gateway.person("u-0001").sees("HB-0000-0000").is_null());
    new_master_key(&gateway);
    assert_eq!(gateway.command(&["audit", "replay"]).0, 2);
}
