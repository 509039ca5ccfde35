//! Everything that can be changed in a copy of the database is noticed, or has no effect.

mod base;
mod engine;

use engine::{Tally, run_postgres, run_sqlite};

fn assert_none_missed(tally: &Tally) {
    assert_eq!(tally.missed, Vec::<String>::new());
    assert!(tally.total(0) > 100, "{:?}", tally.counts);
}

#[test]
fn hundreds_of_random_changes_are_noticed_or_have_no_effect() {
    let mut gateway = base::lived_in();
    let auditor = base::auditor(&gateway);
    if gateway.database().is_postgres() {
        let tally = run_postgres(&gateway.database().url, &auditor, 11, 150);
        // Whoever copies a database throws everybody out.
        gateway.restart();
        return assert_none_missed(&tally);
    }
    let folder = tempfile::tempdir().unwrap();
    let tally = run_sqlite(&gateway.database().file(), &auditor, 7, 400, folder.path());
    assert_none_missed(&tally);
}
