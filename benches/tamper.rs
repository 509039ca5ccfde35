//! Changes anything in copies of a database, thousands of times, and counts what the audit did not notice. Prints the
//! table of docs/reliability.md.
//!
//! `cargo bench --bench tamper -- --mutations 10000 --seed 1`; each change on a copy as it was. With `TEST_POSTGRES_URL` on PostgreSQL.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::unused_self,
    reason = "a measurement stops at a surprise, and prints"
)]
#![expect(dead_code, reason = "the harness of the tests can do more")]

#[path = "../tests/it/tampering/base.rs"]
mod base;
#[path = "../tests/it/document.rs"]
mod document;
#[path = "../tests/it/tampering/engine.rs"]
mod engine;
#[path = "../tests/it/harness.rs"]
mod harness;
#[path = "../tests/it/wire.rs"]
mod wire;

use engine::{run_postgres, run_sqlite};

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let number = |name: &str, otherwise: usize| {
        let value = arguments.windows(2).find(|pair| pair[0] == name);
        value.map_or(otherwise, |pair| pair[1].parse().unwrap())
    };
    let count = number("--mutations", 10_000);
    let seed = u64::try_from(number("--seed", 1)).unwrap();
    let gateway = base::lived_in();
    let auditor = base::auditor(&gateway);
    let folder = tempfile::tempdir().unwrap();
    let tally = if gateway.database().is_postgres() {
        run_postgres(&gateway.database().url, &auditor, seed, count)
    } else {
        run_sqlite(&gateway.database().file(), &auditor, seed, count, folder.path())
    };
    println!(
        "| table | change | found | no effect | refused | missed |\n|---|---|---:|---:|---:|---:|"
    );
    for ((table, kind), counts) in &tally.counts {
        let [found, same, refused, missed] = counts;
        println!("| {table} | {kind} | {found} | {same} | {refused} | {missed} |");
    }
    let [found, same, refused, missed] = [0, 1, 2, 3].map(|place| tally.total(place));
    println!("| all | | {found} | {same} | {refused} | {missed} |");
    for missed in &tally.missed {
        println!("missed: {missed}");
    }
    assert!(tally.missed.is_empty());
}
