//! The log at size: reading all of it again, a receipt, a proof of consistency, and what the log costs the intake.
//!
//! `cargo bench --bench log -- --leaves 10000000 --requests 20000`; with `TEST_POSTGRES_URL` on PostgreSQL.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "a measurement stops at a surprise, and prints"
)]

mod common;
#[path = "common/people.rs"]
mod people;
#[path = "common/intake.rs"]
mod requests;

use habeas::casework::log::proofs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use common::Connection;

use habeas::audit::entry::{Entry, commit};
use habeas::audit::proof::{check_receipt, receipt_extra};
use habeas::casework::intake::ask::{Ask, Came, Labels};
use habeas::casework::intake::desk::Desk;
use habeas::casework::log::signing::HeadSigner;
use habeas::casework::replay::verify;
use habeas::casework::{CaseworkError, Office};
use habeas::clock::Clock;
use habeas::config::Config;
use habeas::domain::id::SubjectId;
use habeas::domain::identity::{Asker, Personal};
use habeas::domain::right::{Right, Scope};
use habeas::domain::time::Instant as Moment;
use habeas::gateway::Gateway;
use habeas::store::rows::CohortRow;
use habeas::store::vault::{Dek, Place, random};
use habeas::store::{Draft, StoreError, Tx};

const TOGETHER: usize = 5_000;
const PROOFS: usize = 5_000;
const PAYLOAD: &str = r#"{"due":{"date":"2026-12-24","expires":1766617200000},"event":"received","received_at":1763981463000,"reference":"HB-7K3M-92QX","right":"access"}"#;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let number = |name: &str, otherwise: usize| {
        let value = arguments.windows(2).find(|pair| pair[0] == name);
        value.map_or(otherwise, |pair| pair[1].parse().unwrap())
    };
    let (leaves, requests) = (number("--leaves", 2_000_000), number("--requests", 20_000));
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let database = std::env::var("TEST_POSTGRES_URL").unwrap_or_else(|_| "sqlite://log.db".into());
    common::write_files(folder.path(), &database, "127.0.0.1:0");
    let config =
        Config::load(Some(&folder.path().join("habeas.toml")), std::iter::empty(), &[]).unwrap();
    let (through_door, each) = over_http(&config, requests);
    let office = habeas::gateway::office(&config, Clock::System, 2).unwrap();
    share(&office, "HTTP, 64 connections", requests, through_door, 64 * each);
    let (at_desk, each) = intake(&office, requests);
    share(&office, "the desk alone, 256 at a time", requests, at_desk, 256 * each);

    let salt: [u8; 32] = random();
    let begin = Instant::now();
    let before = size(&office);
    while size(&office) < leaves {
        append(&office, TOGETHER, &salt, None).unwrap();
    }
    let added = (size(&office) - before) as f64;
    println!("leaves appended: {added} at {:.0}/s", added / begin.elapsed().as_secs_f64());
    let begin = Instant::now();
    let mut scribe =
        HeadSigner::start(Arc::clone(&office), folder.path().join("head.note")).unwrap();
    scribe.sign().unwrap();
    let total = size(&office);
    let seconds = begin.elapsed().as_secs_f64();
    println!("read again and signed: {total} leaves at {:.0}/s", total as f64 / seconds);
    let key = &office.log_key;
    let begin = Instant::now();
    let report = verify::verify(&office.store, key.name(), key.verifier().clone()).unwrap();
    assert_eq!(report.findings, vec![]);
    let seconds = begin.elapsed().as_secs_f64();
    println!("audit verify: {total} leaves in {seconds:.2} s, {:.0}/s", total as f64 / seconds);
    proofs(&office, &salt, before, total);
}

fn size(office: &Office) -> usize {
    let head = office.store.read_blocking("size", |tx| tx.log_head().map(|head| head.0));
    usize::try_from(head.unwrap()).unwrap()
}

/// Leaves without anything beside them, in one transaction; with a key their payloads are sealed, as an event's are.
fn append(
    office: &Office,
    count: usize,
    salt: &[u8; 32],
    key: Option<&Dek>,
) -> Result<(), StoreError> {
    let (salt, now, key) = (*salt, office.clock.now().0, key.cloned());
    office.store.write_blocking("append", move |tx| {
        let mut subject = Vec::new();
        for n in 0..count {
            // A new person for every second leaf, as in the intake that this is compared with.
            if n % 2 == 0 {
                subject = SubjectId::new(Moment(now), random()).0.to_vec();
            }
            let commit = commit(&salt, PAYLOAD.as_bytes());
            let place = Place { table: "openings", column: "payload", row: &salt };
            let sealed = key.as_ref().map(|key| key.seal(&place, PAYLOAD.as_bytes()).unwrap());
            let sealed = sealed.unwrap_or_else(|| vec![0; 253]);
            let draft =
                Draft { subject: subject.clone(), case: Some(subject.clone()), salt, sealed };
            tx.append(now, draft, |time| {
                Entry::new("case.received", time, commit).unwrap().bytes()
            })?;
        }
        beside(tx)
    })
}

/// One row that is no leaf: a transaction commits with or without the log.
fn beside(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let row = CohortRow { case_id: random::<16>().to_vec(), sealed: vec![0; 93] };
    tx.insert_cohorts(&[row]).map(|_| ())
}

/// Receipts of random leaves: how long each takes, and how long it is.
fn proofs(office: &Office, salt: &[u8; 32], from: usize, total: usize) {
    let mut took = Vec::with_capacity(PROOFS);
    let mut longest = 0;
    for _ in 0..PROOFS {
        let place = from + (u64::from_be_bytes(random()) as usize) % (total - from);
        let leaf = i64::try_from(place).unwrap();
        let salt = *salt;
        let begin = Instant::now();
        let text = office
            .store
            .read_blocking("receipt", move |tx| {
                let entry = tx.leaves(leaf, leaf + 1)?.remove(0).entry;
                let extra = receipt_extra(&entry, PAYLOAD.as_bytes(), &salt).unwrap();
                proofs::prove(tx, leaf, Some(extra))
            })
            .unwrap();
        took.push(begin.elapsed());
        longest = longest.max(text.len());
        if took.len() % 500 == 0 {
            check_receipt(&text, std::slice::from_ref(office.log_key.verifier())).unwrap();
        }
    }
    took.sort_unstable();
    println!(
        "receipts under a head over {total} leaves: median {:?}, p99 {:?}, longest {longest} bytes",
        took[PROOFS / 2],
        took[PROOFS * 99 / 100]
    );
    let (old, new) = (total as u64 / 3, total as u64);
    let begin = Instant::now();
    let proof = office
        .store
        .read_blocking("consistency", move |tx| proofs::prove_consistency(tx, old, new))
        .unwrap();
    println!("consistency of {old} and {new}: {} hashes in {:?}", proof.len(), begin.elapsed());
}

/// A gateway and its clients on this machine: every request by somebody new. Gives the time and the leaves of each.
fn over_http(config: &Config, count: usize) -> (Duration, usize) {
    let gateway = Gateway::open(config, Clock::System).unwrap();
    let mint = habeas::gateway::mint(config).unwrap();
    let tokens: Arc<Vec<String>> = Arc::new((0..count).map(|n| people::token(&mint, n)).collect());
    let (address, office) = (gateway.address.to_string(), Arc::clone(&gateway.office));
    let (sender, receiver) = std::sync::mpsc::channel();
    let server =
        std::thread::spawn(move || gateway.serve(|handle| sender.send(handle).unwrap()).unwrap());
    let handle = receiver.recv().unwrap();
    let before = size(&office);
    let next = Arc::new(AtomicUsize::new(0));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let begin = Instant::now();
    runtime.block_on(async {
        let mut clients = tokio::task::JoinSet::new();
        for _ in 0..64 {
            let (address, tokens, next) = (address.clone(), Arc::clone(&tokens), Arc::clone(&next));
            clients.spawn(async move {
                let mut connection = Connection::open(&address).await.unwrap();
                while let Some(token) = tokens.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let words = next.load(Ordering::Relaxed).to_string();
                    let request = requests::intake(token, &words, "rectification");
                    assert_eq!(connection.send(&request).await.unwrap().0, 201);
                }
            });
        }
        clients.join_all().await;
    });
    let took = begin.elapsed();
    let each = (size(&office) - before) / count;
    runtime.block_on(handle.stop(true));
    server.join().unwrap();
    (took, each)
}

/// Requests through the desk. Gives the time and the leaves of each.
fn intake(office: &Arc<Office>, requests: usize) -> (Duration, usize) {
    let desk = Desk::start(Arc::clone(office)).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().unwrap();
    let before = size(office);
    let begin = Instant::now();
    runtime.block_on(async {
        let writers: Vec<_> = (0..256)
            .map(|writer| {
                let desk = desk.clone();
                tokio::spawn(async move {
                    for n in (writer..requests).step_by(256) {
                        open(&desk, n).await.unwrap();
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap();
        }
    });
    let took = begin.elapsed();
    (took, (size(office) - before) / requests)
}

/// What the leaves cost that were appended: as many commits with and without them, `together` leaves in each.
fn share(office: &Office, what: &str, requests: usize, whole: Duration, together: usize) {
    println!(
        "intake over {what}: {requests} requests in {whole:.2?}, {:.0}/s",
        requests as f64 / whole.as_secs_f64()
    );
    let salt: [u8; 32] = random();
    let (key, _) = office.vault.new_key(b"bench").unwrap();
    let groups = (2 * requests).div_ceil(together);
    let timed = |work: &dyn Fn()| {
        let begin = Instant::now();
        (0..groups).for_each(|_| work());
        begin.elapsed()
    };
    let commits = timed(&|| office.store.write_blocking("bare", beside).unwrap());
    let leaves = timed(&|| append(office, together, &salt, None).unwrap());
    let sealed = timed(&|| append(office, together, &salt, Some(&key)).unwrap());
    for (what, took) in [("their leaves, hashes and tiles", leaves), ("with sealing", sealed)] {
        println!(
            "  {what}: {took:.2?}, less {commits:.2?} for as many commits of a row: {:.1} % of the intake",
            100.0 * took.saturating_sub(commits).as_secs_f64() / whole.as_secs_f64()
        );
    }
}

async fn open(desk: &Desk, n: usize) -> Result<(), CaseworkError> {
    let asker = Asker::Account {
        issuer: "https://bench.invalid".into(),
        sub: Personal::new(format!("bench-{n}")),
        email: None,
    };
    let ask = Ask {
        asker,
        right: Right::Rectification,
        scope: Scope::default(),
        message: Some(Personal::new(format!("words {n}"))),
        language: None,
        country: None,
        labels: Labels::default(),
        came: Came::Program,
        ticket: None,
        idempotency: None,
        entered: None,
    };
    desk.open(ask).await.map(|_| ())
}
