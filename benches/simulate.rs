//! Tries a version of the thresholds on a million stored requests, and prints how long it took.
//!
//! `cargo bench --bench simulate -- --requests 1000000`; with `TEST_POSTGRES_URL` on PostgreSQL, into an empty database.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    reason = "a measurement stops at a surprise, and prints"
)]

#[path = "common/mod.rs"]
#[expect(dead_code, reason = "the client is for the others")]
mod common;
#[path = "common/history.rs"]
mod history;

use std::time::Instant as Moment;

use habeas::casework::CaseworkError;
use habeas::casework::policies::simulation;
use habeas::policy::thresholds::Thresholds;
use habeas::store::rows::CaseRow;

const TOGETHER: usize = 500;

fn main() {
    let history::Place { requests, office, folder: _folder } = history::place();
    let started = Moment::now();
    let rows: Vec<u64> = (0..requests).collect();
    for chunk in rows.chunks(TOGETHER) {
        let rows: Vec<CaseRow> = chunk.iter().map(|&n| history::row(n)).collect();
        let write = move |tx: &mut habeas::store::Tx<'_>| {
            tx.insert_cases(&rows).map(|_| ()).map_err(CaseworkError::from)
        };
        office.store.write_blocking("fill", write).unwrap();
    }
    println!("filled with {requests} requests in {:.1} s", started.elapsed().as_secs_f64());
    let in_force = &office.policies.thresholds;
    let text = include_str!("../policies/thresholds.toml");
    let proposed = Thresholds::parse(&text.replace("\nkth = 4\n", "\nkth = 3\n")).unwrap();
    for round in 1..=3 {
        let started = Moment::now();
        let tally = simulation::simulate(&office, in_force, &proposed, &mut |_, _| {}).unwrap();
        let took = started.elapsed().as_secs_f64();
        let total = tally.total();
        println!(
            "round {round}: {} requests of {} people in {took:.2} s ({:.0}/s): {} looked at in force, {} proposed",
            tally.requests,
            tally.people,
            tally.requests as f64 / took,
            total.in_force,
            total.proposed
        );
        assert_eq!(tally.requests, requests);
    }
}
