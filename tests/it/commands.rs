//! The command line, as people and scripts use it.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, Output};

use serde_json::Value;

use super::harness::{Gateway, reference};

fn habeas(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_habeas")).args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn deadline_prints_what_scripts_expect() {
    let output = habeas(&[
        "deadline",
        "2026-11-25T10:00:00Z",
        "--country",
        "GB",
        "--zone",
        "Europe/London",
        "--json",
    ]);
    assert!(output.status.success());
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["received_local"], "2026-11-25T10:00:00[Europe/London]");
    assert_eq!(answer["due"], "2026-12-29");
    assert_eq!(answer["due_expires"], "2026-12-30T00:00:00Z");
    assert_eq!(answer["extended_due"], "2027-02-25");
    assert!(answer["explanation"].as_array().unwrap().len() > 2);
}

#[test]
fn deadline_holds_for_every_vector_and_every_country() {
    let vectors = include_str!("../vectors/deadlines.csv");
    let day = |text: &str| text.rsplit(' ').next().unwrap().to_owned();
    for line in vectors.lines().skip(1) {
        let columns: Vec<&str> = line.split(',').collect();
        let received = columns[1].replace('Z', ":00Z");
        let output = habeas(&[
            "deadline",
            &received,
            "--zone",
            columns[2],
            "--country",
            columns[3],
            "--json",
        ]);
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(answer["due"], day(columns[6]), "{}", columns[0]);
        assert_eq!(answer["extended_due"], day(columns[9]), "{}", columns[0]);
    }
    for country in habeas::domain::holidays::Country::ALL {
        let output =
            habeas(&["deadline", "2026-11-25T10:00:00Z", "--country", country.code(), "--json"]);
        assert!(output.status.success(), "{country}");
    }
}

#[test]
fn an_unknown_country_or_zone_is_a_clear_error() {
    for arguments in [
        ["deadline", "2026-11-25T10:00:00Z", "--country", "XX"].as_slice(),
        &["deadline", "2026-11-25T10:00:00Z", "--country", "FR", "--zone", "Europe/Pariss"],
        &["deadline", "yesterday", "--country", "FR"],
        &["deadline", "2026-11-25T10:00:00Z", "--country", "FR", "--regime", "mars"],
        &[
            "deadline",
            "2026-11-25T10:00:00Z",
            "--country",
            "FR",
            "--pause",
            "2026-12-05T10:00:00Z..2026-12-01T10:00:00Z",
        ],
    ] {
        let output = habeas(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
        let said = text(&output.stderr);
        assert!(said.starts_with("habeas: ") && said.len() > 20, "{said}");
    }
}

#[test]
fn policy_files_are_checked_explained_and_hashed() {
    let policies = concat!(env!("CARGO_MANIFEST_DIR"), "/policies");
    let fine = habeas(&["policy", "check", policies]);
    assert!(fine.status.success(), "{}", text(&fine.stderr));
    assert!(text(&fine.stdout).contains("golden cases hold"));
    let explained = habeas(&["policy", "explain", &format!("{policies}/thresholds.toml")]);
    assert!(text(&explained.stdout).contains("It refuses nothing"));
    let hash = text(&habeas(&["policy", "hash", &format!("{policies}/thresholds.toml")]).stdout);
    assert_eq!(hash.trim().len(), 64);
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("thresholds.toml");
    let shipped = std::fs::read_to_string(format!("{policies}/thresholds.toml")).unwrap();
    std::fs::write(&broken, shipped.replacen("kth = 3", "kth = 1", 1)).unwrap();
    let found = habeas(&["policy", "check", broken.to_str().unwrap()]);
    assert_eq!(found.status.code(), Some(1));
    assert!(text(&found.stderr).contains("thresholds.toml:"), "{}", text(&found.stderr));
    // Golden cases beside a file that says something else.
    std::fs::write(
        &broken,
        shipped.replacen("kth = 3", "kth = 9", 1).replacen(
            "sensitive_kth = 4",
            "sensitive_kth = 9",
            1,
        ),
    )
    .unwrap();
    std::fs::copy(
        format!("{policies}/thresholds.cases.toml"),
        folder.path().join("thresholds.cases.toml"),
    )
    .unwrap();
    assert_eq!(habeas(&["policy", "check", broken.to_str().unwrap()]).status.code(), Some(1));
}

#[test]
fn init_writes_what_serve_needs_and_never_overwrites() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().to_str().unwrap();
    assert!(habeas(&["init", dir]).status.success());
    let config = folder.path().join("habeas.toml");
    std::fs::write(&config, "[server]\nbind = \"127.0.0.1:0\"\n").unwrap();
    let master = std::fs::read(folder.path().join("keys/master.key")).unwrap();
    let again = habeas(&["init", dir]);
    assert!(again.status.success() && !text(&again.stdout).contains("wrote"));
    assert_eq!(std::fs::read(folder.path().join("keys/master.key")).unwrap(), master);
    let checked = habeas(&["--config", config.to_str().unwrap(), "config", "check"]);
    assert!(checked.status.success(), "{}", text(&checked.stderr));
    let hint = "letters name no postal address of the controller; write `controller.address`";
    assert!(text(&checked.stderr).contains(hint), "{}", text(&checked.stderr));
    let dumped =
        text(&habeas(&["--config", config.to_str().unwrap(), "config", "dump", "--origin"]).stdout);
    assert!(dumped.contains("server.bind = \"127.0.0.1:0\""), "{dumped}");
    std::fs::write(&config, "[sever]\nbind = 1\n[server]\nbnd = \"x\"\n").unwrap();
    let wrong = habeas(&["--config", config.to_str().unwrap(), "config", "check"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(text(&wrong.stderr).contains("did you mean `server.bind`"), "{}", text(&wrong.stderr));
    use std::os::unix::fs::PermissionsExt as _;
    let mode =
        std::fs::metadata(folder.path().join("keys/master.key")).unwrap().permissions().mode();
    assert_eq!(mode & 0o077, 0, "keys are their owner's alone");
}

#[test]
fn exit_codes_are_an_interface() {
    let mut gateway = Gateway::start();
    let opened = reference(&gateway.person("u-0001").asks_for("other"));
    let code = |arguments: &[&str]| gateway.command(arguments).0;
    assert_eq!(code(&["case", "show", &opened]), 0);
    assert_eq!(code(&["case", "show", "HB-0000-0000"]), 3);
    assert_eq!(code(&["audit", "prove", "HB-0000-0000"]), 3);
    assert_eq!(code(&["audit", "verify"]), 0);
    assert_eq!(
        code(&["objections", "check", "nobody", "--purpose", "ai_training", "--exit-code"]),
        11
    );
    assert_eq!(code(&["objections", "check", "nobody", "--purpose", "nothing"]), 2);
    assert_eq!(code(&["nothing"]), 2);
    assert_eq!(code(&["key", "create", "--name", "x", "--scope", "everything"]), 2);
    assert_eq!(code(&["token", "mint", "--sub", "x", "--role", "king"]), 2);
    assert_eq!(code(&["healthcheck", "--url", &gateway.url]), 0);
    let url = gateway.url.clone();
    gateway.stop();
    assert_eq!(gateway.command(&["healthcheck", "--url", &url]).0, 2);
}

#[test]
fn a_reading_command_never_makes_a_database() {
    let folder = tempfile::tempdir().unwrap();
    let config = folder.path().join("habeas.toml");
    habeas(&["init", folder.path().to_str().unwrap()]);
    for arguments in [["audit", "verify"].as_slice(), &["audit", "replay"], &["case", "list"]] {
        let output = habeas(&[&["--config", config.to_str().unwrap()], arguments].concat());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(text(&output.stderr).contains("there is no database"), "{arguments:?}");
    }
    assert!(!folder.path().join("habeas.db").exists());
}

#[test]
fn every_command_has_help() {
    for command in [
        "demo",
        "serve",
        "init",
        "config",
        "db",
        "key",
        "token",
        "deadline",
        "policy",
        "case",
        "audit",
        "objections",
        "healthcheck",
        "completion",
    ] {
        let output = habeas(&[command, "--help"]);
        assert!(output.status.success() && output.stdout.len() > 80, "{command}");
    }
}

#[test]
fn the_tour_of_the_demo_can_be_pasted_and_shows_what_it_says() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("demo");
    let mut demo = Command::new(env!("CARGO_BIN_EXE_habeas"))
        .args(["demo", "--tour", "--port", "0", "--dir", dir.to_str().unwrap()])
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(demo.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("that was the tour")));
    let tour = dir.join("tour.sh");
    let output = Command::new("sh").arg(&tour).output().unwrap();
    Command::new("kill").arg(demo.id().to_string()).status().unwrap();
    assert!(demo.wait().unwrap().success(), "it stops when it is told to");
    let said = text(&output.stdout);
    assert!(output.status.success(), "{said}\n{}", text(&output.stderr));
    for expected in [
        "\"objected\":true",
        "\"objected\":[0]",
        "index.html",
        "17(3)(b)",
        "\"done\":\"erased\"",
        "access.normal",
        "\nverified: ",
        "\nidentical: ",
        "genuine: ",
    ] {
        assert!(said.contains(expected), "`{expected}` is missing in\n{said}");
    }
    let free = said.matches("\"fee\":null").count();
    assert!(free >= 6, "every answer says that it costs nothing");
}

#[test]
fn what_a_new_gateway_writes_is_its_owners_alone_and_an_open_key_is_none_for_production() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path();
    assert!(habeas(&["init", dir.to_str().unwrap()]).status.success());
    let settings = dir.join("habeas.toml");
    let config = settings.to_str().unwrap();
    assert!(habeas(&["--config", config, "db", "migrate"]).status.success());
    let mode = |name: &str| std::fs::metadata(dir.join(name)).unwrap().permissions().mode() & 0o777;
    for name in
        ["habeas.toml", "habeas.db", "keys/master.key", "keys/log.key", "policies/datamap.toml"]
    {
        assert_eq!(mode(name), 0o600, "{name}");
    }
    let said = || {
        let out = habeas(&["--config", config, "serve", "--production"]);
        String::from_utf8(out.stderr).unwrap()
    };
    assert!(!said().contains("`keys.dir`"), "{}", said());
    let open = std::fs::Permissions::from_mode(0o666);
    std::fs::set_permissions(dir.join("keys/master.key"), open).unwrap();
    assert!(said().contains("a file in `keys.dir` can be read by others"), "{}", said());
}
