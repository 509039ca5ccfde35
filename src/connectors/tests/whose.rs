//! Whose rows they are: nobody is taken for another, and nobody loses what is theirs.

use super::*;

/// Another text than the one that a column holds reaches nothing, whatever the column's type and collation.
#[test]
fn two_different_identifiers_never_reach_one_row() {
    for company in Company::everywhere() {
        let (nocase, key) = if company.is_sqlite() {
            ("TEXT COLLATE NOCASE", "INTEGER PRIMARY KEY")
        } else {
            company.run("CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level1', deterministic = false)");
            ("TEXT COLLATE loose", "BIGINT PRIMARY KEY")
        };
        company.run(&format!(
            "CREATE TABLE n (id {key}, r DOUBLE PRECISION, m NUMERIC); INSERT INTO n VALUES (42, 42, 42);
             CREATE TABLE t (id {nocase}); INSERT INTO t VALUES ('\u{e9}');"
        ));
        for column in ["id", "r", "m"] {
            let n = || dataset("n", &format!("{column} = :account"));
            assert_eq!(company.rows_of(known("42", ""), n()).len(), 1, "{column}");
            for other in
                ["042", "42.0", "4.2e1", " 42", "42 ", "+42", "42.", "0x2a", "\u{664}\u{662}"]
            {
                assert!(company.rows_of(known(other, ""), n()).is_empty(), "{column} {other}");
            }
        }
        let t = || dataset("t", "id = :account");
        assert_eq!(company.rows_of(known("\u{e9}", ""), t()).len(), 1);
        for other in ["\u{c9}", "e\u{301}", "e"] {
            assert!(company.rows_of(known(other, ""), t()).is_empty(), "{other}");
        }
    }
}

#[test]
fn addresses_compare_as_addresses_do() {
    for company in Company::everywhere() {
        let kind = if company.is_sqlite() {
            "TEXT COLLATE NOCASE"
        } else {
            company.run("CREATE COLLATION loose (provider = icu, locale = 'und-u-ks-level1', deterministic = false)");
            "TEXT COLLATE loose"
        };
        company.run(&format!("CREATE TABLE a (id TEXT, email {kind})"));
        company.run(
            "INSERT INTO a VALUES ('1', 'Ada@Example.ORG'), ('2', ' ada@example.org'), ('3', 'ada+1@example.org'),
               ('4', 'bea@xn--bcher-kva.example'), ('5', 'bea@b\u{fc}cher.example'), ('6', 'no address'), ('7', NULL)",
        );
        let ids = |address: &str, local_part| {
            let person = Person { local_part, ..known("", address) };
            let rows = company.rows_of(person, dataset("a", "email = :email"));
            rows.iter().map(|row| row[0].as_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(ids("ADA@example.org", LocalPart::Folded), ["1", "2"]);
        assert_eq!(ids("Ada@example.org", LocalPart::Exact), ["1"]);
        assert_eq!(ids("ada@example.org", LocalPart::Exact), ["2"]);
        assert_eq!(ids("bea@b\u{fc}cher.example", LocalPart::Folded), ["4", "5"]);
        assert!(ids("no address", LocalPart::Folded).is_empty());
    }
}

#[test]
fn what_a_cascade_or_a_trigger_takes_from_others_is_seen_before_the_commit() {
    for company in Company::with_two_people() {
        company.run(
            "CREATE TABLE comments (id BIGINT, conversation_id BIGINT REFERENCES conversations (id) ON DELETE CASCADE, by_user TEXT);
             CREATE TABLE bills (id BIGINT, user_id TEXT REFERENCES users (id) ON DELETE SET NULL);
             INSERT INTO comments VALUES (1, 1, 'ann'), (2, 1, 'bob');
             INSERT INTO bills VALUES (1, 'ann')",
        );
        let comments = || delete(dataset("comments", "by_user = :account"));
        let beside = |steps: &[Erasure]| {
            let error = company.erase(steps).unwrap_err();
            let ConnectorError::Beside { table, what, rows, .. } = error else { panic!("{error}") };
            (table, what, rows)
        };
        assert_eq!(
            beside(&[comments(), delete(conversations())]),
            ("comments".into(), "delete", 1)
        );
        let users = || delete(dataset("users", "id = :account"));
        let bills = || keep(dataset("bills", "user_id = :account"));
        assert_eq!(beside(&[bills(), users()]), ("bills".into(), "change", 1));
        assert_eq!((company.size("comments"), company.size("users")), (2, 2));
        // The map may say that it harms nobody.
        let allowed = System { side_effects: vec!["Comments".into()], ..company.system.clone() };
        let erased = erase(&allowed, &[comments(), delete(conversations())], &mut |_, _| true);
        assert_eq!(erased.unwrap().iter().map(|done| done.rows).collect::<Vec<_>>(), [1, 2]);
    }
}

#[test]
fn an_audit_trail_that_keeps_what_was_erased_is_seen() {
    for company in Company::with_two_people() {
        company.run(if company.is_sqlite() {
            "CREATE TABLE trail (was TEXT);
             CREATE TRIGGER remember AFTER DELETE ON messages BEGIN INSERT INTO trail VALUES (OLD.body); END;"
        } else {
            "CREATE TABLE trail (was TEXT);
             CREATE FUNCTION remember() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO trail VALUES (OLD.body); RETURN OLD; END';
             CREATE TRIGGER remember AFTER DELETE ON messages FOR EACH ROW EXECUTE FUNCTION remember()"
        });
        let error = company.erase(&[delete(messages())]).unwrap_err();
        assert!(error.to_string().contains("add 3 rows of `trail`"), "{error}");
        assert_eq!((company.size("messages"), company.size("trail")), (4, 0));
    }
}

#[test]
fn columns_that_must_be_unique_get_a_value_for_each_row() {
    for company in Company::everywhere() {
        company.run(
            "CREATE TABLE u (id TEXT PRIMARY KEY, owner TEXT, email TEXT UNIQUE NOT NULL, phone TEXT UNIQUE, nick TEXT);
             INSERT INTO u VALUES ('1', 'ann', 'a@x.org', '+1', 'x'), ('2', 'ann', 'b@x.org', '+2', 'y')",
        );
        let new = [
            ("email".to_owned(), NewValue::Same("erased@example.invalid".into())),
            ("phone".to_owned(), NewValue::Null),
            ("nick".to_owned(), NewValue::Each("nobody-{}".into())),
        ];
        let lookup = of(ann(), dataset("u", "owner = :account"));
        let step = || Erasure { lookup: lookup.clone(), how: How::Overwrite(new.clone().into()) };
        assert_eq!(company.erase(&[step()]).unwrap(), [(2, 0)]);
        let rows = company.collect(dataset("u", "owner = :account"));
        let text =
            |row: usize, column: usize| rows[row][column].as_str().unwrap_or_default().to_owned();
        assert!(text(0, 2).starts_with("erased-") && text(0, 2).ends_with("@example.invalid"));
        assert!(text(0, 2) != text(1, 2) && text(0, 4) != text(1, 4) && rows[0][3].is_null());
        assert_eq!(company.erase(&[step()]).unwrap(), [(0, 0)]);
    }
}

#[test]
fn nothing_is_erased_without_consent_and_what_became_of_it_can_be_asked_later() {
    for company in Company::with_two_people() {
        let steps = [delete(messages()), keep(dataset("invoices", "user_id = :account"))];
        let mut asked = Vec::new();
        let stopped = erase(&company.system, &steps, &mut |begun, mark| {
            asked.push((begun.to_vec(), mark.map(str::to_owned)));
            false
        });
        assert!(matches!(stopped, Err(ConnectorError::Stopped { .. })));
        let (begun, mark) = asked.remove(0);
        assert_eq!(
            begun.iter().map(|b| (b.rows, b.rows_left)).collect::<Vec<_>>(),
            [(3, 0), (1, 1)]
        );
        assert_eq!(company.size("messages"), 4);
        assert_eq!(settled(&company.system, &steps, &begun, mark.as_deref()).unwrap(), None);
        let mut mark = None;
        erase(&company.system, &steps, &mut |_, now| {
            mark = now.map(str::to_owned);
            true
        })
        .unwrap();
        assert_eq!(settled(&company.system, &steps, &begun, mark.as_deref()).unwrap(), Some(begun));
    }
}

#[test]
fn a_directory_leads_from_an_address_to_accounts() {
    for company in Company::with_two_people() {
        let query = Condition::parse("SELECT id FROM users WHERE lower(email) = :email").unwrap();
        let accounts =
            |address: &str| accounts(&company.system, &query, address, LocalPart::Folded).unwrap();
        assert_eq!(accounts("Ann@X.org"), ["ann"]);
        assert!(accounts("nobody@x.org").is_empty());
        let whole = Condition::parse("SELECT * FROM users WHERE email = :email").unwrap();
        let error = super::accounts(&company.system, &whole, "ann@x.org", LocalPart::Folded);
        assert!(error.unwrap_err().to_string().contains("one column"));
    }
}
