//! The data map is held against the systems before a person's request finds out.

use std::path::Path;

use serde_json::Value;

use super::harness::{Gateway, PERSONAL, Setup};

fn with_map(change: fn(&str) -> String) -> Gateway {
    let policies = Box::new(move |dir: &Path| {
        let map = include_str!("../../policies/datamap.toml");
        std::fs::write(dir.join("datamap.toml"), change(map)).unwrap();
    });
    Gateway::start_with(Setup { policies, ..Setup::default() })
}

fn codes(found: &Value) -> Vec<&str> {
    found["findings"].as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap()).collect()
}

#[test]
fn the_sample_company_fits_its_map_and_a_forgotten_table_is_named() {
    let gateway = Gateway::with_company();
    for command in [&["datamap", "check"][..], &["datamap", "check", "--connect"]] {
        let (code, said, wrong) = gateway.command(command);
        assert_eq!((code, said.trim()), (0, "the data map is fine"), "{wrong}");
    }
    gateway.company().execute(
        "CREATE TABLE leads (id BIGINT, phone TEXT);
         CREATE TABLE badges (user_id TEXT REFERENCES users (id) ON DELETE CASCADE)",
    );
    let (code, said, _) = gateway.command(&["datamap", "check", "--connect"]);
    assert_eq!(code, 1);
    assert!(
        said.contains("to mend: chat: `leads.phone` looks personal and is in no dataset"),
        "{said}"
    );
    assert!(
        said.contains("chat.users: erasing in `users` would also delete rows of `badges`"),
        "{said}"
    );
    let (code, said, _) = gateway.command(&["datamap", "check", "--connect", "--json"]);
    let found: Value = serde_json::from_str(&said).unwrap();
    assert_eq!((code, codes(&found)), (1, vec!["beside", "personal"]));
    assert_eq!(found["findings"][1]["column"], "phone");
    assert_eq!(gateway.command(&["datamap", "check"]).0, 0, "what no connection can tell");
}

#[test]
fn a_system_that_cannot_be_asked_is_no_system_that_fits() {
    let gateway = with_map(|map| map.replace("sqlite://sample-company.db", "env:SHOP_URL"));
    let (code, said, _) = gateway.command(&["datamap", "check"]);
    assert_eq!(code, 0);
    assert!(said.contains("to know: the url of system `chat`"), "{said}");
    let (code, _, wrong) = gateway.command(&["datamap", "check", "--connect"]);
    assert_eq!(code, 2);
    assert!(
        wrong.contains("`chat` cannot be asked") && wrong.contains("not every system"),
        "{wrong}"
    );
}

#[test]
fn the_configuration_is_checked_together_with_the_map_as_it_is_written() {
    let gateway =
        with_map(|map| map.replacen("table = \"messages\"", "table = \"my messages\"", 1));
    for command in [["config", "check"], ["datamap", "check"]] {
        let (code, said, _) = gateway.command(&command);
        assert_eq!(code, 1, "{said}");
        assert!(said.contains("to mend: chat.messages: ") && said.contains("plain name"), "{said}");
    }
    let file = gateway.dir.join("policies/datamap.toml");
    let broken = std::fs::read_to_string(&file).unwrap().replacen("change_class", "chnage", 1);
    std::fs::write(&file, broken).unwrap();
    let (code, said, _) = gateway.command(&["datamap", "check"]);
    assert!(code == 1 && said.contains("[unknown-key]"), "{said}");
}

#[test]
fn several_issuers_are_a_question_that_the_map_must_answer() {
    let settings = "[[auth.issuer]]\nissuer = \"https://login.example.org\"\naudience = \"habeas\"\nalgorithms = [\"ES256\"]\nfor = \"subject\"\njwks_file = \"x\"\n";
    let gateway = Gateway::with_company();
    let config = gateway.dir.join("habeas.toml");
    let before = std::fs::read_to_string(&config).unwrap();
    std::fs::write(&config, format!("{before}\n{settings}")).unwrap();
    let (code, said, wrong) = gateway.command(&["datamap", "check"]);
    assert_eq!(code, 1, "{wrong}");
    assert!(said.contains("dataset `users` does not say whose accounts it knows"), "{said}");
    assert!(said.contains("the directory of `chat` does not say"), "all at once: {said}");
}

#[test]
fn somebody_is_looked_up_without_being_shown_and_the_log_knows_that_somebody_looked() {
    let gateway = Gateway::with_company();
    let (code, said, wrong) = gateway.command(&["datamap", "show", "u-0001"]);
    assert_eq!(code, 0, "{wrong}");
    let users = said.lines().find(|line| line.starts_with("chat.users")).unwrap();
    assert!(users.contains("1 row read; erasure deletes them"), "{said}");
    assert!(
        said.contains("erasure keeps them, 17(3)(b) (Code de commerce, art. L123-22)"),
        "{said}"
    );
    assert!(PERSONAL.iter().all(|personal| !said.contains(personal)), "{said}");
    let sample = habeas::demo::sample::rows(1);
    let (id, mail, _) = sample.person(1).unwrap();
    assert_eq!(id, "u-0001");
    let (code, by_address, _) = gateway.command(&["datamap", "show", "--email", mail]);
    assert_eq!(
        (code, &by_address),
        (0, &said),
        "a directory leads from the address to the account"
    );
    let (_, json, _) = gateway.command(&["datamap", "show", "u-0001", "--json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    let last = json["datasets"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["dataset"], &last["rows"]), (&"users".into(), &1.into()));
    assert_eq!((&last["erasure"], &json["held"]), (&"delete".into(), &false.into()));
    assert_eq!(gateway.command(&["datamap", "show", "nobody"]).0, 3);
    for wrong in [["u-0001", "--issuer", "https://else.example"], ["u-0001", "--email", "nobody"]] {
        assert_eq!(gateway.command(&[&["datamap", "show"][..], &wrong].concat()).0, 2);
    }
    assert_eq!(gateway.company().count("SELECT count(*) FROM users"), 500, "nothing changed");
    let kind = if gateway.database().is_postgres() {
        "convert_from(entry, 'UTF8')"
    } else {
        "CAST(entry AS TEXT)"
    };
    let told = format!("SELECT count(*) FROM log_leaves WHERE {kind} LIKE '%datamap.shown%'");
    assert_eq!(gateway.database().count(&told), 4);
}

#[test]
fn the_sample_companys_map_does_not_go_into_production() {
    let mut gateway = with_map(str::to_owned);
    gateway.stop();
    let (code, _, said) = gateway.command(&["serve", "--production"]);
    assert_eq!(code, 1);
    assert!(said.contains("`datamap.toml` is still that of the sample company"), "{said}");
    let (_, said, _) = gateway.command(&["config", "check"]);
    assert!(said.contains("not for production: `datamap.toml` is still that"), "{said}");
}

#[test]
fn what_people_read_of_a_map_stands_in_their_languages_or_is_named() {
    let gateway = Gateway::with_company();
    let file = gateway.dir.join("policies/datamap.toml");
    let map = std::fs::read_to_string(&file).unwrap();
    assert!(!gateway.command(&["datamap", "check"]).1.contains("[map-languages]"), "all three");
    // A plain text is English, as ever: it can be used, and is said.
    let title = map.lines().find(|line| line.starts_with("title = ")).unwrap();
    std::fs::write(&file, map.replacen(title, "title = \"Chat service\"", 1)).unwrap();
    let (code, said, wrong) = gateway.command(&["datamap", "check"]);
    assert_eq!(code, 0, "{wrong}");
    let known = format!("{said}{wrong}");
    assert!(known.contains("the title of the system `chat` lacks fr and de"), "{known}");
    assert!(known.contains("[map-languages]"), "{known}");
    // Without English there would be a gap.
    std::fs::write(&file, map.replacen(title, "title = { fr = \"Service de chat\" }", 1)).unwrap();
    let (code, said, wrong) = gateway.command(&["datamap", "check"]);
    let broken = format!("{said}{wrong}");
    assert_ne!(code, 0, "{broken}");
    assert!(broken.contains("[map-words]"), "{broken}");
    let column = "column_titles.body = \"Text\"\ncolumn_titles.gone = \"Gone\"";
    let line = map.lines().find(|line| line.starts_with("column_titles.body")).unwrap();
    std::fs::write(&file, map.replacen(line, column, 1)).unwrap();
    let (_, said, wrong) = gateway.command(&["datamap", "check"]);
    assert!(format!("{said}{wrong}").contains("which is not in `columns`"), "{said}{wrong}");
}
