//! Every scenario runs on SQLite, and on PostgreSQL too when `TEST_POSTGRES_URL` names a server.

use std::collections::BTreeMap;

use super::super::tests::{Company, conversations, dataset, messages};
use super::*;
use crate::domain::identity::LocalPart;
use crate::domain::matching::NewValue;

fn nobody() -> Person {
    Person {
        accounts: vec!["nobody-here".into()],
        addresses: vec!["nobody@here.invalid".into()],
        local_part: LocalPart::Folded,
    }
}

fn delete(dataset: Dataset) -> Mapped {
    Mapped { dataset, how: How::Delete, marks: Vec::new() }
}

fn keep(dataset: Dataset) -> Mapped {
    Mapped { dataset, how: How::Keep, marks: Vec::new() }
}

fn overwrite(dataset: Dataset, values: &[(&str, NewValue)]) -> Mapped {
    let values = values.iter().map(|(column, value)| ((*column).to_owned(), value.clone()));
    let how = How::Overwrite(values.collect::<BTreeMap<_, _>>());
    Mapped { dataset, how, marks: Vec::new() }
}

fn users() -> Dataset {
    dataset("users", "id = :account")
}

fn invoices() -> Dataset {
    dataset("invoices", "user_id = :account")
}

fn everything() -> Vec<Mapped> {
    vec![delete(messages()), delete(conversations()), keep(invoices()), delete(users())]
}

/// What is found in a company, but for the tables of other tests on the same server.
fn found_with(company: &Company, mapping: &Mapping) -> Vec<Finding> {
    let mut found = inspect(&company.system, mapping, &nobody()).unwrap();
    found.retain(|finding| finding.table.as_ref().is_none_or(|table| !table.contains('.')));
    found
}

fn found(company: &Company, datasets: Vec<Mapped>) -> Vec<Finding> {
    found_with(company, &Mapping { datasets, directories: Vec::new() })
}

fn whats(found: Vec<Finding>) -> Vec<(String, What)> {
    let place = |finding: &Finding| {
        let parts = finding.table.iter().chain(&finding.column);
        parts.map(String::as_str).collect::<Vec<_>>().join(".")
    };
    found.into_iter().map(|finding| (place(&finding), finding.what)).collect()
}

/// What is found of the datasets, and not of what is in none.
fn of_datasets(company: &Company, datasets: Vec<Mapped>) -> Vec<(String, What)> {
    let mut found = whats(found(company, datasets));
    found.retain(|(_, what)| !matches!(what, What::Personal | What::MaybePersonal));
    found
}

#[test]
fn nothing_is_found_where_the_map_fits() {
    for company in Company::with_two_people() {
        let directory = Condition::parse("SELECT id FROM users WHERE email = :email").unwrap();
        let mapping = Mapping { datasets: everything(), directories: vec![directory] };
        assert_eq!(written(&company.system, &mapping), []);
        assert_eq!(found_with(&company, &mapping), []);
    }
}

#[test]
fn a_name_that_is_not_there_is_found() {
    for company in Company::with_two_people() {
        let lost = |change: fn(&mut Dataset)| {
            let mut dataset = invoices();
            change(&mut dataset);
            whats(found(&company, vec![keep(dataset), delete(users())]))
        };
        let column = |name: &str| vec![(format!("invoices.{name}"), What::NoColumn)];
        assert_eq!(
            lost(|d| d.columns = vec!["id".into(), "tax".into(), "name".into()]),
            column("tax")
        );
        assert_eq!(lost(|d| d.order_by = Some("id desc, issued".into())), column("issued"));
        let set = overwrite(invoices(), &[("nmae", NewValue::Null)]);
        assert_eq!(whats(found(&company, vec![set, delete(users())])), column("nmae"));
        let table = lost(|d| d.table = "invoice".into());
        assert!(table.contains(&("invoice".into(), What::NoTable)), "{table:?}");
        let tried = lost(|d| d.matches = vec![Condition::parse("usr = :account").unwrap()]);
        assert!(
            matches!(tried.as_slice(), [(_, What::Unfit(said))] if said.contains("needs a change")),
            "{tried:?}"
        );
    }
}

#[test]
fn an_identifier_that_exists_nowhere_must_find_nothing() {
    for company in Company::with_two_people() {
        let all = dataset("users", "id = :account OR 1 = 1");
        assert_eq!(
            of_datasets(&company, vec![delete(all)]),
            [("users".to_owned(), What::FindsNobodys { rows: 2 })]
        );
        let directory = Condition::parse("SELECT id FROM users WHERE email = :email OR id = 'ann'");
        let mapping =
            Mapping { datasets: vec![delete(users())], directories: vec![directory.unwrap()] };
        let mut found = whats(found_with(&company, &mapping));
        found.retain(|(_, what)| *what != What::MaybePersonal);
        assert_eq!(found, [(String::new(), What::FindsNobodys { rows: 1 })]);
    }
}

#[test]
fn a_column_that_makes_another_value_of_an_account_is_found() {
    for company in Company::with_two_people() {
        company.run("CREATE TABLE visits (id BIGINT, user_id DOUBLE PRECISION)");
        for matches in ["user_id = :account", "visits.user_id = :account"] {
            let found = of_datasets(&company, vec![delete(dataset("visits", matches))]);
            let [(place, What::Juggles { kind })] = found.as_slice() else { panic!("{found:?}") };
            assert_eq!(
                (place.as_str(), kind.to_lowercase().as_str()),
                ("visits.user_id", "double precision")
            );
        }
    }
}

#[test]
fn a_collation_that_takes_two_writings_for_one_is_told() {
    for company in Company::with_two_people() {
        company.run(if company.is_sqlite() {
            "CREATE TABLE visits (user_id TEXT COLLATE NOCASE)"
        } else {
            "CREATE COLLATION nocase (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
             CREATE TABLE visits (user_id TEXT COLLATE nocase)"
        });
        let found = of_datasets(&company, vec![delete(dataset("visits", "user_id = :account"))]);
        let [(_, What::Folds { by })] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(by.to_lowercase(), "nocase");
    }
}

#[test]
fn a_large_table_without_an_index_is_found_and_the_index_that_is_named_helps() {
    for company in Company::with_two_people() {
        let fill = if company.is_sqlite() {
            "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 10000)"
        } else {
            "WITH n AS (SELECT generate_series(1, 10000) AS n)"
        };
        company.run(&format!(
            "CREATE TABLE events (id BIGINT PRIMARY KEY, user_id TEXT, number BIGINT, email TEXT);
             CREATE TABLE details (id BIGINT PRIMARY KEY, event_id BIGINT);
             CREATE INDEX events_by_number ON events (number);
             {fill} INSERT INTO events SELECT n, 'u' || n, n, n || '@x.org' FROM n;
             {fill} INSERT INTO details SELECT n, n FROM n;"
        ));
        let details = dataset(
            "details",
            "event_id IN (SELECT e.id FROM events AS e WHERE e.user_id = :account)",
        );
        let asked = [
            dataset("events", "user_id = :account"),
            dataset("events", "number = :account"),
            dataset("events", "email = :email"),
            details,
        ];
        for (at, asked) in asked.into_iter().enumerate() {
            let seen = || of_datasets(&company, vec![delete(asked.clone())]);
            let before = seen();
            let by_address = at == 2 && company.is_sqlite();
            let by_number = at == 1 && company.is_sqlite();
            if by_address {
                assert_eq!(before, [("events".to_owned(), What::RowByRow)]);
                continue;
            }
            if by_number {
                assert_eq!(before, [], "SQLite's index on numbers serves");
                continue;
            }
            let slow = before.iter().filter_map(|(place, what)| {
                if let What::Slow { index } = what { Some((place, index)) } else { None }
            });
            let slow: Vec<_> = slow.collect();
            assert!(!slow.is_empty(), "{before:?}");
            for (place, index) in slow {
                assert_eq!(index.len(), 1, "{place}: {index:?}");
                company.run(&index[0]);
            }
            let after = seen();
            assert!(
                !after.iter().any(|(_, what)| matches!(what, What::Slow { .. })),
                "{at}: {after:?}"
            );
        }
    }
}

#[test]
fn a_cascade_or_a_trigger_that_reaches_what_stays_is_found() {
    for company in Company::with_two_people() {
        company.run(
            "CREATE TABLE receipts (id BIGINT, user_id TEXT REFERENCES users (id) ON DELETE CASCADE);
             CREATE TABLE ratings (id BIGINT, user_id TEXT REFERENCES users (id) ON DELETE SET NULL);
             CREATE TABLE stars (id BIGINT, rating BIGINT);",
        );
        let receipts = || dataset("receipts", "user_id = :account");
        let beside = |found: Vec<Finding>| -> Vec<(Does, String, Option<DatasetId>)> {
            let one = |finding: Finding| {
                let What::Beside { does, reaches, kept, .. } = finding.what else { return None };
                Some((does, reaches, kept))
            };
            let mut found: Vec<_> = found.into_iter().filter_map(one).collect();
            found.sort();
            found
        };
        let change = (Does::Change, "ratings".to_owned(), None);
        let kept = (Does::Delete, "receipts".to_owned(), Some("receipts".into()));
        assert_eq!(
            beside(found(&company, vec![keep(receipts()), delete(users())])),
            [change.clone(), kept]
        );
        assert_eq!(beside(found(&company, vec![delete(receipts()), delete(users())])), [change]);
        let ratings = delete(dataset("ratings", "user_id = :account"));
        assert_eq!(
            beside(found(&company, vec![ratings.clone(), delete(receipts()), delete(users())])),
            []
        );
        company.run(if company.is_sqlite() {
            "CREATE TRIGGER log AFTER DELETE ON receipts BEGIN INSERT INTO stars VALUES (old.id, 0); END;
             CREATE TRIGGER other AFTER UPDATE OF visits ON users BEGIN DELETE FROM stars; END"
        } else {
            "CREATE FUNCTION log() RETURNS trigger LANGUAGE plpgsql AS
                 'BEGIN INSERT INTO stars VALUES (old.id, 0); RETURN old; END';
             CREATE TRIGGER log AFTER DELETE ON receipts FOR EACH ROW EXECUTE FUNCTION log();
             CREATE FUNCTION other() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN DELETE FROM stars; RETURN new; END';
             CREATE TRIGGER other AFTER UPDATE OF visits ON users FOR EACH ROW EXECUTE FUNCTION other()"
        });
        // By the cascade from the account, and of itself.
        let steps = vec![ratings, delete(receipts()), delete(users())];
        let added = (Does::Add, "stars".to_owned(), None);
        assert_eq!(beside(found(&company, steps.clone())), [added.clone(), added]);
        let mut allowed = company.system.clone();
        allowed.side_effects = vec!["stars".into()];
        let mapping = Mapping { datasets: steps, directories: Vec::new() };
        let now = inspect(&allowed, &mapping, &nobody()).unwrap();
        assert_eq!(beside(now), []);
        let renamed = |column: &str| {
            let new = [(column, NewValue::Same("0".into()))];
            beside(found(&company, vec![overwrite(users(), &new)]))
        };
        assert_eq!(renamed("email"), []);
        assert_eq!(renamed("visits"), [(Does::Delete, "stars".to_owned(), None)]);
    }
}

#[test]
fn rows_that_stay_and_refer_to_what_goes_are_found() {
    for company in Company::with_two_people() {
        company.run("CREATE TABLE orders (id BIGINT, user_id TEXT REFERENCES users (id))");
        let orders = || dataset("orders", "user_id = :account");
        let blocked = |steps: Vec<Mapped>| {
            let found = found(&company, steps);
            found.iter().filter(|f| matches!(f.what, What::Blocked { .. })).count()
        };
        assert_eq!(blocked(vec![delete(users())]), 1, "in no dataset");
        assert_eq!(blocked(vec![keep(orders()), delete(users())]), 1);
        assert_eq!(blocked(vec![delete(users()), delete(orders())]), 1, "too late");
        assert_eq!(blocked(vec![delete(orders()), delete(users())]), 0);
        let cut = overwrite(orders(), &[("user_id", NewValue::Null)]);
        assert_eq!(blocked(vec![cut, delete(users())]), 0);
    }
}

#[test]
fn columns_that_look_personal_and_are_in_no_dataset_are_found() {
    for company in Company::with_two_people() {
        company.run("CREATE TABLE leads (id BIGINT, contact_email TEXT, city TEXT, notes TEXT)");
        let found = whats(found(&company, everything()));
        assert_eq!(
            found,
            [
                ("leads.contact_email".to_owned(), What::Personal),
                ("leads.city".to_owned(), What::MaybePersonal)
            ]
        );
        let mut known = company.system.clone();
        known.side_effects = vec!["leads".into()];
        let mapping = Mapping { datasets: everything(), directories: Vec::new() };
        let mut found = inspect(&known, &mapping, &nobody()).unwrap();
        found.retain(|finding| finding.table.as_ref().is_none_or(|table| !table.contains('.')));
        assert_eq!(found, []);
    }
}

#[test]
fn what_overwriting_cannot_do_or_leaves_is_found() {
    for company in Company::with_two_people() {
        company.run(
            "CREATE TABLE members (id TEXT, nick TEXT UNIQUE, email TEXT NOT NULL, phone TEXT)",
        );
        let members = dataset("members", "id = :account");
        let new = [("nick", NewValue::Same("gone".into())), ("email", NewValue::Null)];
        let found = whats(found(&company, vec![overwrite(members, &new), delete(users())]));
        let found: Vec<_> =
            found.into_iter().filter(|(place, _)| place.starts_with("members")).collect();
        assert_eq!(
            found,
            [
                ("members.email".to_owned(), What::NotNull),
                ("members.nick".to_owned(), What::OneForAll),
                ("members.phone".to_owned(), What::Stays)
            ]
        );
    }
}

#[test]
fn what_is_wrong_as_it_is_written_needs_no_connection() {
    let system = System { id: "shop".into(), url: "mysql://h/d".into(), side_effects: Vec::new() };
    let mut bad = users();
    bad.columns = vec!["a b".into()];
    let datasets = vec![delete(conversations()), delete(messages()), delete(bad)];
    let found = whats(written(&system, &Mapping { datasets, directories: Vec::new() }));
    assert!(matches!(&found[0].1, What::Unfit(said) if said.contains("postgres://")), "{found:?}");
    assert_eq!(found[1].1, What::OutOfOrder { earlier: "conversations".into() });
    assert!(matches!(&found[2].1, What::Unfit(said) if said.contains("plain name")), "{found:?}");
    assert_eq!(found.len(), 3);
}
