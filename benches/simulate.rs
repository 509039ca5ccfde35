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

use std::time::Instant as Moment;

use common::write_files;
use habeas::casework::{CaseworkError, trial};
use habeas::cli::gateway;
use habeas::clock::Clock;
use habeas::config::Config;
use habeas::domain::case::{Due, Outcome, Stage, State};
use habeas::domain::history::{Answer, Grounds, Identity, Service, Standing, Timeliness};
use habeas::domain::id::Reference;
use habeas::domain::time::Instant;
use habeas::policy::thresholds::Thresholds;
use habeas::store::rows::CaseRow;
use habeas::store::vault::random;

const TOGETHER: usize = 500;
/// Requests of one person.
const EACH: u64 = 4;
const RIGHTS: [&str; 4] = ["access", "erasure", "portability", "access"];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let wanted = arguments.windows(2).find(|pair| pair.first().unwrap() == "--requests");
    let requests: u64 = wanted.map_or(1_000_000, |pair| pair.last().unwrap().parse().unwrap());
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let database =
        std::env::var("TEST_POSTGRES_URL").unwrap_or_else(|_| "sqlite://simulate.db".into());
    write_files(folder.path(), &database, "127.0.0.1:0");
    let config =
        Config::load(Some(&folder.path().join("habeas.toml")), std::iter::empty(), &[]).unwrap();
    let office = gateway::office(&config, Clock::System, 1).unwrap();
    let started = Moment::now();
    let rows: Vec<u64> = (0..requests).collect();
    for chunk in rows.chunks(TOGETHER) {
        let rows: Vec<CaseRow> = chunk.iter().map(|&n| row(n)).collect();
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
        let tally = trial::simulate(&office, in_force, &proposed, &mut |_, _| {}).unwrap();
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

/// One of a person's requests: every nine days on average, answered the next day.
fn row(n: u64) -> CaseRow {
    let (person, turn) = (n / EACH, n % EACH);
    let received = Instant(1_750_000_000_000)
        .plus_ms(i64::try_from(person % 300).unwrap() * 86_400_000)
        .plus_ms(i64::try_from(turn * (5 + person % 9)).unwrap() * 86_400_000);
    let state = State {
        stage: Stage::Closed(Outcome::Fulfilled),
        due: Some(Due { date: "2026-12-24".parse().unwrap(), expires: received.plus_days(30) }),
        identity: Some(Identity::Verified),
        answer: Some(Answer {
            at: received.plus_days(1),
            outcome: Outcome::Fulfilled,
            timeliness: Timeliness::OnTime,
            grounds: Grounds::None,
            service: Service::OnRequest,
            delivered: Some(format!("{person:064x}")),
            standing: Standing::Undisputed,
        }),
        ..State::default()
    };
    let right = RIGHTS.get(usize::try_from(person % 4).unwrap()).unwrap();
    CaseRow {
        id: random::<16>().to_vec(),
        reference: Reference::new(n).to_string(),
        subject_id: scattered(person),
        right_asked: (*right).into(),
        scope: "{}".into(),
        stage: "closed".into(),
        outcome: Some("fulfilled".into()),
        identity: "verified".into(),
        received_at: received.0,
        due_date: "2026-12-24".into(),
        due_expires: received.plus_days(30).0,
        state: serde_json::to_string(&state).unwrap(),
        sealed: vec![0; 60],
        leaf: i64::try_from(2 * n).unwrap(),
        idem_key: None,
        idem_body: None,
        version: 3,
        decision_id: None,
    }
}

/// An id that lies anywhere among the others.
fn scattered(person: u64) -> Vec<u8> {
    habeas::audit::merkle::Hash::of(&person.to_be_bytes()).0.get(..16).unwrap().to_vec()
}
