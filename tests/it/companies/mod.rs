//! Made-up companies against a naive reference: exactly a person's rows are read and erased, however they are known.

mod bureau;
mod generate;
mod judge;
mod place;
mod reference;

use bureau::Bureau;
use generate::{Company, Engine, company};

/// SQLite, and PostgreSQL where there is one; each with how many companies it can be asked for in the time of a test.
fn engines() -> Vec<(Engine, u64)> {
    let mut all = vec![(Engine::Sqlite, 200)];
    if std::env::var("TEST_POSTGRES_URL").is_ok() {
        all.push((Engine::Postgres, 24));
    }
    all
}

/// Lets something happen in many companies; the first in which something is wrong is told, with its seed.
fn everywhere(first: u64, happens: impl Fn(&mut Bureau, &mut Company) -> Vec<String>) {
    for (engine, count) in engines() {
        for seed in first..first + count {
            let mut company = company(engine, seed);
            let mut bureau = Bureau::new(&company);
            let map = bureau.place.map(&company);
            let mut wrong = happens(&mut bureau, &mut company);
            if seed % 8 == 0 {
                wrong.extend(bureau.differences());
            }
            assert!(wrong.is_empty(), "{engine:?}, seed {seed}: {wrong:#?}\n{map}\n{:#?}", company.visitors);
        }
    }
}

#[test]
fn exactly_the_rows_of_the_person_are_read() {
    everywhere(1_000, |bureau, company| {
        let visitors = company.visitors.iter();
        visitors.flat_map(|visitor| judge::reading(bureau, company, visitor)).collect()
    });
}

#[test]
fn exactly_the_rows_of_the_person_are_erased() {
    everywhere(2_000, |bureau, company| {
        let visitors = company.visitors.clone();
        let mut wrong = Vec::new();
        for visitor in &visitors[..2] {
            wrong.extend(judge::erasing(bureau, company, visitor));
        }
        wrong
    });
}
