//! Made-up companies against a naive reference: exactly a person's rows are read and erased, however they are known.

mod bureau;
mod cut;
mod generate;
mod judge;
mod place;
mod reference;

use bureau::Bureau;
use generate::{Company, Engine, company};

/// SQLite, and PostgreSQL where there is one; each with how many companies it can be asked for in the time of a test.
fn engines() -> Vec<(Engine, u64)> {
    let mut all = vec![(Engine::Sqlite, 120)];
    if std::env::var("TEST_POSTGRES_URL").is_ok() {
        all.push((Engine::Postgres, 20));
    }
    all
}

/// Lets something happen in many companies. Those in which something is wrong are told, each with its seed.
fn everywhere(first: u64, happens: impl Fn(&mut Bureau, &mut Company) -> Vec<String>) {
    const EACH: u64 = 50;
    for (engine, count) in engines() {
        let mut all = Vec::new();
        let mut bureau = Bureau::new();
        for seed in first..first + count {
            let mut company = company(engine, seed);
            bureau.moves_to(&company);
            let story = format!("{}\n{:#?}", bureau.place.map(&company), company.visitors);
            let wrong = happens(&mut bureau, &mut company);
            if !wrong.is_empty() {
                all.push(format!("{engine:?}, seed {seed}: {wrong:#?}\n{story}"));
            }
            if seed % EACH == 0 || seed + 1 == first + count {
                all.extend(bureau.differences());
                bureau = Bureau::new();
            }
        }
        let told: Vec<&str> = all.iter().take(6).map(String::as_str).collect();
        assert!(all.is_empty(), "{} of {count} companies:\n{}", all.len(), told.join("\n"));
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

#[test]
fn whatever_cuts_an_erasure_its_events_add_up_to_what_the_systems_lost() {
    everywhere(3_000, cut::anywhere);
}
