//! Migrations: forwards and back, the same on both databases, the same as `schema.rs` says.

use std::collections::BTreeMap;

use habeas::store::{Location, migrate};

use super::harness::Database;

type Tables = BTreeMap<String, Vec<String>>;

fn tables(database: &Database) -> Tables {
    let sql = if database.is_postgres() {
        "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'"
    } else {
        "SELECT m.name || '.' || p.name FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'"
    };
    let mut tables = Tables::new();
    for name in strings(database, sql) {
        let (table, column) = name.split_once('.').unwrap();
        if !table.starts_with("__") && !table.starts_with("sqlite_") {
            tables.entry(table.to_owned()).or_default().push(column.to_owned());
        }
    }
    tables.values_mut().for_each(|columns| columns.sort());
    tables
}

fn strings(database: &Database, sql: &str) -> Vec<String> {
    if database.is_postgres() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let (client, connection) =
                tokio_postgres::connect(&database.url, tokio_postgres::NoTls).await.unwrap();
            tokio::spawn(connection);
            client.query(sql, &[]).await.unwrap().iter().map(|row| row.get(0)).collect()
        })
    } else {
        let conn = rusqlite::Connection::open(database.file()).unwrap();
        let mut statement = conn.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get(0)).unwrap();
        rows.map(Result::unwrap).collect()
    }
}

/// The tables that the queries are written against.
fn declared() -> Tables {
    let text = include_str!("../../src/store/schema.rs");
    let mut tables = Tables::new();
    let mut current = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.starts_with("diesel::joinable")) {
        if let Some((name, _)) = line.strip_suffix(" {").and_then(|line| line.split_once(" (")) {
            current = name.to_owned();
        } else if let Some((column, _)) = line.split_once(" -> ") {
            tables.entry(current.clone()).or_default().push(column.to_owned());
        }
    }
    tables.values_mut().for_each(|columns| columns.sort());
    tables
}

#[test]
fn migrations_lead_to_the_declared_schema_and_back_and_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let database = Database::new(folder.path(), "schema");
    let location = Location::parse(&database.url, folder.path()).unwrap();
    migrate::up(&location).unwrap();
    let once = tables(&database);
    assert_eq!(once, declared());
    assert!(migrate::status(&location).unwrap().iter().all(|step| step.applied));
    migrate::down(&location).unwrap();
    assert_eq!(tables(&database), Tables::new());
    migrate::up(&location).unwrap();
    assert_eq!(tables(&database), once);
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |side: &str| {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(side);
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|e| e.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names("sqlite"), names("postgres"));
}

#[test]
fn the_database_itself_refuses_a_refusal_without_a_decision() {
    let mut gateway = super::harness::Gateway::start();
    gateway.person("u-0001").asks_for("access");
    gateway.stop();
    let refused = |sql: &str| {
        let database = gateway.database();
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| database.execute(sql))).is_err()
    };
    assert!(refused("UPDATE cases SET outcome = 'refused'"));
    assert!(refused("UPDATE cases SET outcome = 'fee_proposed'"));
}
