//! Everything that can be changed in a copy of the database is noticed, or has no effect.

mod base;
mod engine;

use crate::harness::postgres;
use engine::{Auditor, Dice, Sql, Tally, mutate, run_sqlite};
use habeas::store::Location;

fn assert_none_missed(tally: &Tally) {
    assert_eq!(tally.missed, Vec::<String>::new());
    assert!(tally.total(0) > 100, "{:?}", tally.counts);
}

#[test]
fn hundreds_of_random_changes_are_noticed_or_have_no_effect() {
    let gateway = base::lived_in();
    let auditor = base::auditor(&gateway);
    if gateway.database().is_postgres() {
        let tally = on_postgres(&gateway.database().url, &auditor);
        // Whoever copies a database throws everybody out.
        let store = &gateway.office.store;
        gateway.until("it is connected again", || {
            store.read_blocking("head", |tx| tx.log_head().map(|head| head.0)).is_ok()
        });
        return assert_none_missed(&tally);
    }
    let folder = tempfile::tempdir().unwrap();
    let tally = run_sqlite(&gateway.database().file(), &auditor, 7, 400, folder.path());
    assert_none_missed(&tally);
}

fn on_postgres(url: &str, auditor: &Auditor) -> Tally {
    let server = std::env::var("TEST_POSTGRES_URL").unwrap();
    let (base, options) = url.split_once('?').unwrap();
    let (address, name) = base.rsplit_once('/').unwrap();
    let before = Sql::postgres(url).unwrap().dump().unwrap();
    let (mut tally, mut dice) = (Tally::default(), Dice::new(11));
    let copy = format!("{name}_copy");
    let there = format!("{address}/{copy}?{options}");
    for _ in 0..150 {
        postgres(&server, &format!("DROP DATABASE IF EXISTS {copy} WITH (FORCE)"));
        crate::rollback::copy_database(&server, name, &copy);
        let mutation = mutate(&mut Sql::postgres(&there).unwrap(), &mut dice);
        match &mutation {
            Err(mutation) => tally.add(mutation, 2),
            Ok(mutation) => {
                let found = auditor.finds(&Location::Postgres(there.clone()));
                let same = || Sql::postgres(&there).unwrap().dump().unwrap() == before;
                let place = if found.is_some() {
                    0
                } else if same() {
                    1
                } else {
                    3
                };
                tally.add(mutation, place);
            }
        }
    }
    postgres(&server, &format!("DROP DATABASE IF EXISTS {copy} WITH (FORCE)"));
    tally
}
