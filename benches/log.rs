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
#![expect(dead_code, reason = "the client of the other benchmarks is not needed")]

mod common;

use std::sync::Arc;
use std::time::Instant;

use habeas::audit::entry::{Entry, commit};
use habeas::audit::proof::{check_receipt, receipt_extra};
use habeas::casework::intake::{Ask, Desk, Labels};
use habeas::casework::scribe::{self, Scribe};
use habeas::casework::{CaseworkError, Office, replay};
use habeas::clock::Clock;
use habeas::config::Config;
use habeas::domain::identity::{Asker, Personal};
use habeas::domain::right::{Right, Scope};
use habeas::store::vault::random;
use habeas::store::{Draft, StoreError};

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
    let office = habeas::cli::gateway::office(&config, Clock::System, 2).unwrap();
    intake(&office, requests);

    let salt: [u8; 32] = random();
    let begin = Instant::now();
    let before = size(&office);
    while size(&office) < leaves {
        append(&office, TOGETHER, &salt).unwrap();
    }
    let added = (size(&office) - before) as f64;
    println!("leaves appended: {added} at {:.0}/s", added / begin.elapsed().as_secs_f64());
    let begin = Instant::now();
    let mut scribe = Scribe::start(Arc::clone(&office), folder.path().join("head.note")).unwrap();
    scribe.sign().unwrap();
    let total = size(&office);
    let seconds = begin.elapsed().as_secs_f64();
    println!("read again and signed: {total} leaves at {:.0}/s", total as f64 / seconds);
    let key = &office.log_key;
    let begin = Instant::now();
    let report = replay::verify(&office.store, key.name(), key.verifier().clone()).unwrap();
    assert_eq!(report.findings, vec![]);
    let seconds = begin.elapsed().as_secs_f64();
    println!("audit verify: {total} leaves in {seconds:.2} s, {:.0}/s", total as f64 / seconds);
    proofs(&office, &salt, before, total);
}

fn size(office: &Office) -> usize {
    let head = office.store.read_blocking("size", |tx| tx.log_head().map(|head| head.0));
    usize::try_from(head.unwrap()).unwrap()
}

/// Leaves without anything beside them, in one transaction.
fn append(office: &Office, count: usize, salt: &[u8; 32]) -> Result<(), StoreError> {
    let commit = commit(salt, PAYLOAD.as_bytes());
    let (salt, now) = (*salt, office.clock.now().0);
    office.store.write_blocking("append", move |tx| {
        for _ in 0..count {
            let draft = Draft { subject: vec![1; 16], case: None, salt, sealed: vec![0; 189] };
            tx.append(now, draft, |time| {
                Entry::new("case.received", time, commit).unwrap().bytes()
            })?;
        }
        Ok(())
    })
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
                scribe::prove(tx, leaf, Some(extra))
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
        .read_blocking("consistency", move |tx| scribe::prove_consistency(tx, old, new))
        .unwrap();
    println!("consistency of {old} and {new}: {} hashes in {:?}", proof.len(), begin.elapsed());
}

/// The same number of requests through the desk, and of the leaves that they append alone.
fn intake(office: &Arc<Office>, requests: usize) {
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
    let whole = begin.elapsed();
    let per_request = (size(office) - before) / requests;
    let salt: [u8; 32] = random();
    let begin = Instant::now();
    for _ in 0..requests.div_ceil(256) {
        append(office, 256 * per_request, &salt).unwrap();
    }
    let alone = begin.elapsed();
    println!(
        "intake: {requests} requests in {whole:.2?} ({:.0}/s); their {per_request} leaves each, appended and committed alone: \
         {alone:.2?}, {:.1} % of it",
        requests as f64 / whole.as_secs_f64(),
        100.0 * alone.as_secs_f64() / whole.as_secs_f64()
    );
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
        ticket: None,
        idempotency: None,
    };
    desk.open(ask).await.map(|_| ())
}
