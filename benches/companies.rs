//! Makes up thousands of companies and compares what is read and erased there with a naive reference: see
//! `tests/it/companies`. Prints how many differed, and the first of them.
//!
//! `cargo bench --bench companies -- --companies 10000 --seed 1`; on SQLite, or with `--postgres` on `TEST_POSTGRES_URL`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::wildcard_enum_match_arm,
    reason = "a measurement stops at a surprise, and prints"
)]

#[path = "../tests/it/companies/bureau.rs"]
mod bureau;
#[path = "../tests/it/companies/cut.rs"]
mod cut;
#[path = "../tests/it/companies/generate.rs"]
mod generate;
#[path = "../tests/it/companies/judge.rs"]
mod judge;
#[path = "../tests/it/companies/place.rs"]
mod place;
#[path = "../tests/it/companies/reference.rs"]
mod reference;

use std::sync::atomic::{AtomicU64, Ordering};

use bureau::Bureau;
use generate::{Company, Engine, company};

/// Companies of one gateway: what it remembers of the earlier ones makes it no slower.
const EACH: u64 = 50;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let number = |name: &str, otherwise: u64| {
        let value = arguments.windows(2).find(|pair| pair[0] == name);
        value.map_or(otherwise, |pair| pair[1].parse().unwrap())
    };
    let (count, first) = (number("--companies", 10_000), number("--seed", 1));
    let is_postgres = arguments.iter().any(|argument| argument == "--postgres");
    let engine = if is_postgres { Engine::Postgres } else { Engine::Sqlite };
    let begun = habeas::clock::Clock::ticks();
    let next = AtomicU64::new(0);
    let workers = std::thread::available_parallelism().unwrap().get();
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let work = || {
            let mut wrong = Vec::new();
            loop {
                let from = next.fetch_add(EACH, Ordering::Relaxed);
                if from >= count {
                    return wrong;
                }
                wrong.extend(some(engine, first + from, EACH.min(count - from)));
            }
        };
        let threads: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    println!("{engine:?}: {count} companies, each read, erased, and cut in an erasure");
    println!("{:.0} s, {} differed", begun.elapsed().as_secs_f64(), wrong.len());
    for wrong in wrong.iter().take(10) {
        println!("{wrong}");
    }
    assert!(wrong.is_empty());
}

/// Companies that differ among these.
fn some(engine: Engine, first: u64, count: u64) -> Vec<String> {
    let mut all = Vec::new();
    let mut bureau = Bureau::new();
    for seed in first..first + count {
        let mut wrong = Vec::new();
        for happens in [reading, erasing, cut::anywhere] {
            let mut company = company(engine, seed);
            bureau.moves_to(&company);
            wrong.extend(happens(&mut bureau, &mut company));
        }
        if !wrong.is_empty() {
            all.push(format!("seed {seed}: {wrong:#?}"));
        }
    }
    all.extend(bureau.differences());
    all
}

fn reading(bureau: &mut Bureau, company: &mut Company) -> Vec<String> {
    let visitors = company.visitors.iter();
    visitors.flat_map(|visitor| judge::reading(bureau, company, visitor)).collect()
}

fn erasing(bureau: &mut Bureau, company: &mut Company) -> Vec<String> {
    let visitors = company.visitors.clone();
    visitors.iter().take(2).flat_map(|visitor| judge::erasing(bureau, company, visitor)).collect()
}
