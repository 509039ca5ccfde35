//! Every scenario runs on SQLite, and on PostgreSQL too when `TEST_POSTGRES_URL` names a server.

use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::json;

use super::*;

mod whose;

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A database of one test. On PostgreSQL it is a schema, dropped at the end.
pub(super) struct Company {
    pub(super) system: System,
    folder: Option<tempfile::TempDir>,
    schema: Option<(String, String)>,
}

impl Company {
    fn on_sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("company.db");
        drop(rusqlite::Connection::open(&path).unwrap());
        let system = shop(&format!("sqlite://{}", path.display()));
        Self { system, folder: Some(folder), schema: None }
    }

    fn on_postgres(server: &str) -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let schema = format!("reach_{}_{number}", std::process::id());
        postgres_run(server, &format!("CREATE SCHEMA {schema}"));
        let mark = if server.contains('?') { '&' } else { '?' };
        let url = format!("{server}{mark}options=-c%20search_path%3D{schema}");
        let system = shop(&url);
        Self { system, folder: None, schema: Some((server.to_owned(), schema)) }
    }

    pub(super) fn everywhere() -> Vec<Self> {
        let server = std::env::var("TEST_POSTGRES_URL").ok();
        let on_postgres = server.iter().map(|server| Self::on_postgres(server));
        std::iter::once(Self::on_sqlite()).chain(on_postgres).collect()
    }

    /// Two people, Ann and Bob, with conversations, messages and invoices.
    pub(super) fn with_two_people() -> Vec<Self> {
        let companies = Self::everywhere();
        for company in &companies {
            company.run(
                "CREATE TABLE users (id TEXT PRIMARY KEY, email TEXT NOT NULL, visits BIGINT);
                 CREATE TABLE conversations (id BIGINT PRIMARY KEY, user_id TEXT NOT NULL);
                 CREATE TABLE messages (id BIGINT PRIMARY KEY, conversation_id BIGINT, body TEXT);
                 CREATE TABLE invoices (id BIGINT PRIMARY KEY, user_id TEXT, name TEXT, cents BIGINT);
                 INSERT INTO users VALUES ('ann', 'ann@x.org', 3), ('bob', 'bob@x.org', 4);
                 INSERT INTO conversations VALUES (1, 'ann'), (2, 'bob'), (3, 'ann');
                 INSERT INTO messages VALUES (13, 1, 'c'), (11, 1, 'a'), (12, 3, 'b'), (21, 2, 'z');
                 INSERT INTO invoices VALUES (1, 'ann', 'Ann', 500), (2, 'bob', 'Bob', 700);",
            );
        }
        companies
    }

    pub(super) fn run(&self, statements: &str) {
        match self.system.url.strip_prefix("sqlite://") {
            Some(path) => {
                rusqlite::Connection::open(path).unwrap().execute_batch(statements).unwrap();
            }
            None => postgres_run(&self.system.url, statements),
        }
    }

    fn collect(&self, dataset: Dataset) -> Vec<Vec<serde_json::Value>> {
        self.rows_of(ann(), dataset)
    }

    fn rows_of(&self, person: Person, dataset: Dataset) -> Vec<Vec<serde_json::Value>> {
        collect(&self.system, &[Lookup { dataset, person }]).unwrap().remove(0).rows
    }

    fn size(&self, table: &str) -> usize {
        self.collect(dataset(table, "(SELECT 'ann') = :account")).len()
    }

    fn erase(&self, erasures: &[Erasure]) -> Result<Vec<(u64, u64)>, ConnectorError> {
        let erased = erase(&self.system, erasures, &mut |_, _| true)?;
        let asked = erasures.iter().map(|asked| &asked.lookup.dataset.id);
        assert!(erased.iter().zip(asked).all(|(done, asked)| done.dataset == *asked));
        Ok(erased.into_iter().map(|done| (done.rows, done.rows_left)).collect())
    }

    pub(super) fn is_sqlite(&self) -> bool {
        self.folder.is_some()
    }
}

impl Drop for Company {
    fn drop(&mut self) {
        if let Some((server, schema)) = &self.schema {
            postgres_run(server, &format!("DROP SCHEMA {schema} CASCADE"));
        }
    }
}

fn postgres_run(url: &str, statements: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let (client, connection) =
            tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
        tokio::spawn(connection);
        client.batch_execute(statements).await.unwrap();
    });
}

fn shop(url: &str) -> System {
    System { id: "shop".into(), url: url.into(), side_effects: Vec::new() }
}

fn known(account: &str, address: &str) -> Person {
    let one = |text: &str| if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
    Person { accounts: one(account), addresses: one(address), local_part: LocalPart::Folded }
}

fn ann() -> Person {
    known("ann", "ann@x.org")
}

fn of(person: Person, dataset: Dataset) -> Lookup {
    Lookup { dataset, person }
}

pub(super) fn dataset(table: &str, matches: &str) -> Dataset {
    Dataset {
        id: table.into(),
        title: format!("Your {table}"),
        table: table.into(),
        columns: Vec::new(),
        matches: vec![Condition::parse(matches).unwrap()],
        order_by: None,
    }
}

pub(super) fn messages() -> Dataset {
    dataset(
        "messages",
        "conversation_id IN (SELECT id FROM conversations WHERE user_id = :account)",
    )
}

pub(super) fn conversations() -> Dataset {
    dataset("conversations", "user_id = :account")
}

fn delete(dataset: Dataset) -> Erasure {
    Erasure { lookup: of(ann(), dataset), how: How::Delete }
}

fn overwrite(dataset: Dataset, values: &[(&str, &str)]) -> Erasure {
    let values =
        values.iter().map(|(column, value)| ((*column).into(), NewValue::Same((*value).into())));
    Erasure { lookup: of(ann(), dataset), how: How::Overwrite(values.collect()) }
}

fn keep(dataset: Dataset) -> Erasure {
    Erasure { lookup: of(ann(), dataset), how: How::Keep }
}

#[test]
fn a_collection_holds_the_persons_rows_and_nobody_elses() {
    for company in Company::with_two_people() {
        let tables =
            collect(&company.system, &[of(ann(), messages()), of(ann(), conversations())]).unwrap();
        assert_eq!(tables[0].title, "Your messages");
        assert_eq!(tables[0].columns, ["id", "conversation_id", "body"]);
        let rows = [[json!(11), json!(1), json!("a")], [json!(12), json!(3), json!("b")]];
        assert_eq!(tables[0].rows[..2], rows);
        assert_eq!(tables[1].rows, [[json!(1), json!("ann")], [json!(3), json!("ann")]]);
    }
}

#[test]
fn columns_and_order_are_as_asked() {
    for company in Company::with_two_people() {
        let mut asked = messages();
        asked.columns = vec!["body".into(), "id".into()];
        asked.order_by = Some("conversation_id desc, id DESC".into());
        let rows = [[json!("b"), json!(12)], [json!("c"), json!(13)], [json!("a"), json!(11)]];
        assert_eq!(company.collect(asked), rows);
    }
}

#[test]
fn an_account_that_looks_like_sql_is_only_a_value() {
    for company in Company::with_two_people() {
        for account in
            ["x' OR '1'='1", "ann'; DROP TABLE users; --", "\" OR 1=1", ":account", "$1", "%"]
        {
            let lookup = of(known(account, ""), conversations());
            let tables = collect(&company.system, std::slice::from_ref(&lookup)).unwrap();
            assert!(tables[0].rows.is_empty(), "{account}");
            let steps = [Erasure { lookup, how: How::Delete }];
            assert_eq!(company.erase(&steps).unwrap(), [(0, 0)], "{account}");
        }
        company.run("INSERT INTO conversations VALUES (9, 'O''Hara; --')");
        let hara = of(known("O'Hara; --", ""), conversations());
        let steps = [Erasure { lookup: hara, how: How::Delete }];
        assert_eq!(company.erase(&steps).unwrap(), [(1, 0)]);
        assert_eq!((company.size("conversations"), company.size("users")), (3, 2));
    }
}

#[test]
fn a_person_without_the_identifier_has_no_rows_and_loses_none() {
    for company in Company::with_two_people() {
        company.run("INSERT INTO conversations VALUES (9, '')");
        let nobody = || known("", "ann@x.org");
        assert!(company.rows_of(nobody(), conversations()).is_empty());
        let lookup = of(nobody(), conversations());
        let steps =
            [Erasure { lookup, how: How::Delete }, keep(dataset("users", "email = :email"))];
        assert_eq!(company.erase(&steps).unwrap(), [(0, 0), (1, 1)]);
        assert_eq!(company.size("conversations"), 4);
    }
}

#[test]
fn an_erasure_deletes_overwrites_and_keeps_and_may_be_repeated() {
    for company in Company::with_two_people() {
        let steps = [
            delete(messages()),
            delete(conversations()),
            overwrite(dataset("users", "email = :email"), &[("email", "gone"), ("visits", "0")]),
            keep(dataset("invoices", "user_id = :account")),
        ];
        assert_eq!(company.erase(&steps).unwrap(), [(3, 0), (2, 0), (1, 0), (1, 1)]);
        assert_eq!(company.erase(&steps).unwrap(), [(0, 0), (0, 0), (0, 0), (1, 1)]);
        let users = company.collect(dataset("users", "(SELECT 'ann') = :account"));
        assert_eq!(users[0], [json!("ann"), json!("gone"), json!(0)]);
        assert_eq!(users[1], [json!("bob"), json!("bob@x.org"), json!(4)]);
        let sizes = ["messages", "conversations", "invoices"].map(|table| company.size(table));
        assert_eq!(sizes, [1, 1, 2]);
    }
}

#[test]
fn an_overwrite_may_be_repeated_where_the_condition_still_matches_and_is_told_once() {
    for company in Company::with_two_people() {
        let steps =
            [overwrite(dataset("invoices", "user_id = :account"), &[("name", "it's gone")])];
        assert_eq!(company.erase(&steps).unwrap(), [(1, 0)]);
        assert_eq!(company.erase(&steps).unwrap(), [(0, 0)]);
    }
}

#[test]
fn a_wrong_order_is_found_out_before_anything_is_lost() {
    for company in Company::with_two_people() {
        let hides_users = overwrite(dataset("users", "email = :email"), &[("email", "gone")]);
        let orders = [
            [delete(conversations()), delete(messages())],
            [delete(conversations()), keep(messages())],
            [hides_users, overwrite(dataset("users", "email = :email"), &[("visits", "0")])],
        ];
        for steps in orders {
            let error = company.erase(&steps).unwrap_err();
            assert!(error.to_string().contains("list `"), "{error}");
            assert!(!error.is_transient());
        }
        assert_eq!((company.size("messages"), company.size("conversations")), (4, 3));
        assert_eq!(company.collect(dataset("users", "email = :email")).len(), 1);
    }
}

#[test]
fn no_row_is_kept_by_one_dataset_and_changed_by_another() {
    for company in Company::with_two_people() {
        let kept = || keep(dataset("invoices", "user_id = :account"));
        let table = if company.is_sqlite() { "Invoices" } else { "invoices" };
        let other = || Dataset { id: "names".into(), ..dataset(table, "user_id = :account") };
        let gone = || overwrite(other(), &[("name", "gone")]);
        let names = || company.collect(dataset("invoices", "user_id = :account"));
        let before = names();
        for steps in [[gone(), kept()], [kept(), gone()], [kept(), delete(other())]] {
            let error = company.erase(&steps).unwrap_err();
            let said = "1 rows of `invoices` are kept by `invoices` and changed by `names`";
            assert!(error.to_string().contains(said), "{error}");
            assert!(!error.is_transient());
        }
        assert_eq!(names(), before);
        let paid = keep(dataset("invoices", "user_id = :account AND id < 0"));
        assert_eq!(company.erase(&[paid, gone()]).unwrap(), [(0, 0), (1, 0)]);
    }
}

#[test]
fn rows_that_go_with_their_parent_are_counted_and_are_no_wrong_order() {
    for company in Company::with_two_people() {
        company.run(
            "CREATE TABLE notes (id BIGINT, conversation_id BIGINT REFERENCES conversations (id) ON DELETE CASCADE);
             INSERT INTO notes VALUES (1, 1), (2, 2)",
        );
        let notes = Dataset { table: "notes".into(), id: "notes".into(), ..messages() };
        let steps = [delete(conversations()), delete(notes)];
        assert_eq!(company.erase(&steps).unwrap(), [(2, 0), (1, 0)]);
        assert_eq!(company.size("notes"), 1);
    }
}

#[test]
fn a_row_that_two_datasets_share_is_told_once() {
    for company in Company::with_two_people() {
        let same = Dataset { id: "again".into(), ..conversations() };
        let one = Dataset {
            id: "one".into(),
            ..dataset("conversations", "id < 3 AND user_id = :account")
        };
        let steps = [delete(one), delete(conversations()), delete(same)];
        assert_eq!(company.erase(&steps).unwrap(), [(1, 0), (1, 0), (0, 0)]);
    }
}

#[test]
fn rows_that_a_trigger_keeps_are_still_there() {
    for company in Company::with_two_people() {
        company.run(if company.is_sqlite() {
            "CREATE TRIGGER stay BEFORE DELETE ON conversations BEGIN SELECT RAISE(IGNORE); END;
             CREATE TRIGGER same BEFORE UPDATE ON users BEGIN SELECT RAISE(IGNORE); END;"
        } else {
            "CREATE FUNCTION stay() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
             CREATE TRIGGER stay BEFORE DELETE ON conversations FOR EACH ROW EXECUTE FUNCTION stay();
             CREATE TRIGGER same BEFORE UPDATE ON users FOR EACH ROW EXECUTE FUNCTION stay()"
        });
        assert_eq!(company.erase(&[delete(conversations())]).unwrap(), [(2, 2)]);
        let users = overwrite(dataset("users", "id = :account"), &[("email", "gone")]);
        assert_eq!(company.erase(&[users]).unwrap(), [(1, 1)]);
    }
}

#[test]
fn an_erasure_that_fails_halfway_changes_nothing_and_tells_no_value() {
    for company in Company::with_two_people() {
        company.run(
            "CREATE TABLE orders (id BIGINT, user_id TEXT REFERENCES users (id));
             INSERT INTO orders VALUES (1, 'ann')",
        );
        let steps = [delete(messages()), delete(dataset("users", "id = :account"))];
        let error = company.erase(&steps).unwrap_err();
        assert!(matches!(error, ConnectorError::Misconfigured { .. }));
        assert!(error.to_string().contains("constraint"), "{error}");
        assert!(!error.to_string().contains("ann"), "{error}");
        assert_eq!(company.size("messages"), 4);
    }
}

#[test]
fn a_name_that_is_not_there_is_named_as_the_data_maps_fault() {
    for company in Company::with_two_people() {
        let typo = |change: fn(&mut Dataset)| {
            let mut dataset = conversations();
            change(&mut dataset);
            collect(&company.system, &[of(ann(), dataset)]).err().unwrap()
        };
        let errors = [
            typo(|d| d.table = "no_such_table".into()),
            typo(|d| d.columns = vec!["no_such_column".into()]),
            typo(|d| d.order_by = Some("no_such_column".into())),
            typo(|d| d.matches = vec![Condition::parse("no_such_column = :account").unwrap()]),
            typo(|d| d.matches = vec![Condition::parse("user_id = = 1 AND a = :account").unwrap()]),
            typo(|d| d.columns = vec!["id\" FROM users --".into()]),
            typo(|d| d.order_by = Some("(SELECT 1)".into())),
            typo(|d| d.table = "users; DROP TABLE users".into()),
        ];
        for error in errors {
            assert!(matches!(error, ConnectorError::Misconfigured { .. }), "{error}");
        }
        probe(&company.system).unwrap();
    }
}

#[test]
fn sqlite_values_keep_their_exact_form() {
    let company = Company::on_sqlite();
    company.run(
        "CREATE TABLE t (id TEXT, big INTEGER, real REAL, none_here TEXT, bytes BLOB);
         INSERT INTO t VALUES ('ann', 9007199254740993, 0.5, NULL, x'00ff')",
    );
    let rows = company.collect(dataset("t", "id = :account"));
    assert_eq!(rows[0][1].to_string(), "9007199254740993");
    assert_eq!(rows[0][2..], [json!(0.5), json!(null), json!("AP8=")]);
}

#[test]
fn a_missing_sqlite_file_is_unreachable_and_is_not_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("none.db");
    let system = shop(&format!("sqlite://{}", path.display()));
    let unreachable = ConnectorError::Unreachable { system: "shop".into() };
    assert_eq!(probe(&system).unwrap_err(), unreachable);
    let (lookups, steps) = ([of(ann(), conversations())], [delete(conversations())]);
    assert_eq!(collect(&system, &lookups).err().unwrap(), unreachable);
    assert_eq!(erase(&system, &steps, &mut |_, _| true).unwrap_err(), unreachable);
    assert!(unreachable.is_transient() && !path.exists());
}

#[test]
fn a_file_that_is_no_database_and_a_strange_url_are_misconfigured() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.txt");
    std::fs::write(&path, "Dear Sir or Madam, ".repeat(100)).unwrap();
    let file = format!("sqlite://{}", path.display());
    for url in [&file, "mysql://u:secret@h/d", "sqlite://", "postgres://u:secret@h/d?sslmode=x"] {
        let error = probe(&shop(url)).unwrap_err();
        assert!(matches!(error, ConnectorError::Misconfigured { .. }), "{error}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

#[test]
fn a_locked_sqlite_file_is_refused_for_now() {
    let company = Company::with_two_people().remove(0);
    let path = company.system.url.strip_prefix("sqlite://").unwrap();
    let other = rusqlite::Connection::open(path).unwrap();
    other.execute_batch("BEGIN EXCLUSIVE").unwrap();
    let error = company.erase(&[delete(conversations())]).unwrap_err();
    assert!(matches!(error, ConnectorError::Refused { .. }) && error.is_transient(), "{error}");
}

#[test]
fn erased_text_is_gone_from_the_sqlite_files_too() {
    let company = Company::with_two_people().remove(0);
    company.run(
        "PRAGMA journal_mode = WAL; INSERT INTO messages VALUES (99, 1, 'very private words')",
    );
    let path = company.system.url.strip_prefix("sqlite://").unwrap();
    // Stays open, as the operator's own program does, so that closing does not tidy the log.
    let own = rusqlite::Connection::open(path).unwrap();
    own.query_row("SELECT count(*) FROM messages", [], |_| Ok(())).unwrap();
    company.erase(&[delete(messages())]).unwrap();
    for entry in std::fs::read_dir(company.folder.as_ref().unwrap().path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!String::from_utf8_lossy(&bytes).contains("very private words"));
    }
}

#[test]
fn postgres_values_keep_their_exact_form() {
    let Ok(server) = std::env::var("TEST_POSTGRES_URL") else { return };
    let company = Company::on_postgres(&server);
    company.run(
        "CREATE TABLE t (id INT, at TIMESTAMPTZ, price NUMERIC, big BIGINT, doc JSON, tags TEXT[], real FLOAT8);
         INSERT INTO t VALUES (7, '2024-02-29 12:00+02', 12345678901234567890.10, 9007199254740993,
             '{\"a\": 1}', '{x,y}', 0.1)",
    );
    let rows = company.rows_of(known("7", ""), dataset("t", "id::text = :account"));
    let expected = [
        json!("2024-02-29T10:00:00+00:00"),
        json!("12345678901234567890.10"),
        json!(9_007_199_254_740_993_i64),
        json!("{\"a\": 1}"),
        json!(["x", "y"]),
        json!(0.1),
    ];
    assert_eq!(rows[0][1..], expected);
    assert_eq!(company.rows_of(known("7", ""), dataset("t", "id = :account")).len(), 1);
}

#[test]
fn postgres_rows_of_every_partition_and_type_are_erased() {
    let Ok(server) = std::env::var("TEST_POSTGRES_URL") else { return };
    let company = Company::on_postgres(&server);
    company.run(
        "CREATE TABLE p (id TEXT, year INT, at TIMESTAMPTZ, flag BOOLEAN) PARTITION BY LIST (year);
         CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
         CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
         INSERT INTO p VALUES ('ann', 1, now(), true), ('bob', 2, now(), true), ('ann', 2, now(), true)",
    );
    let p = || dataset("p", "id = :account");
    let new = [("at", "1970-01-01 00:00:00+00"), ("flag", "false"), ("year", "2")];
    assert_eq!(company.erase(&[overwrite(p(), &new)]).unwrap(), [(2, 0)]);
    let error = company.erase(&[overwrite(p(), &[("year", "ann")])]).unwrap_err();
    assert!(error.to_string().contains("22P02") && !error.to_string().contains("ann"), "{error}");
    assert_eq!(company.erase(&[delete(p())]).unwrap(), [(2, 0)]);
    assert_eq!(company.size("p"), 1);
}

#[test]
fn a_postgres_server_that_is_not_there_is_unreachable() {
    let error = probe(&shop("postgres://u:secret@127.0.0.1:1/d?sslmode=disable")).unwrap_err();
    assert_eq!(error, ConnectorError::Unreachable { system: "shop".into() });
}

#[test]
fn a_postgres_without_tls_is_not_used_when_tls_is_required() {
    let Ok(server) = std::env::var("TEST_POSTGRES_URL") else { return };
    let mark = if server.contains('?') { '&' } else { '?' };
    let with = |mode: &str| shop(&format!("{server}{mark}sslmode={mode}"));
    probe(&with("prefer")).unwrap();
    let error = probe(&with("require")).unwrap_err();
    assert!(error.to_string().contains("TLS"), "{error}");
}
