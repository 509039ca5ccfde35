//! Kills the gateway at any moment under load, again and again, and counts what was lost. A reader collects every signed head
//! that it ever shows, and the log that is left must continue each of them. Prints a summary.
//!
//! `cargo bench --bench crash -- --kills 200`; with `TEST_POSTGRES_URL` on PostgreSQL.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    reason = "a measurement stops at a surprise, and prints"
)]

mod common;
#[path = "common/intake.rs"]
mod intake;
#[path = "common/people.rs"]
mod people;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use common::{Connection, write_files};
use habeas::config::Config;
use habeas::store::vault::random;
use intake::intake;
use people::token;

const CONNECTIONS: usize = 16;

/// What the clients know: keys sent, and the reference of every answer that was read to its end.
#[derive(Default)]
struct Ledger {
    sent: BTreeSet<String>,
    acked: BTreeMap<String, String>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let kills: usize = arguments
        .windows(2)
        .find(|pair| pair[0] == "--kills")
        .map_or(20, |pair| pair[1].parse().unwrap());
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let address = format!("127.0.0.1:{port}");
    let database =
        std::env::var("TEST_POSTGRES_URL").unwrap_or_else(|_| "sqlite://crash.db".into());
    write_files(folder.path(), &database, &address);
    let config =
        Config::load(Some(&folder.path().join("habeas.toml")), std::iter::empty(), &[]).unwrap();
    let mint = habeas::gateway::mint(&config).unwrap();
    let tokens: Arc<Vec<String>> = Arc::new((0..500).map(|n| token(&mint, n)).collect());
    let ledger = Arc::new(Mutex::new(Ledger::default()));
    let heads: Heads = Arc::default();
    let mut ready_ms: Vec<u64> = Vec::new();
    for round in 0..kills {
        let mut gateway = start(folder.path());
        ready_ms.push(wait_ready(&address));
        let stop_at =
            Instant::now() + Duration::from_millis(50 + u64::from(random::<1>()[0]) * 350 / 255);
        let clients = clients(&address, &tokens, &ledger, round);
        let reader = read_heads(&address, &heads);
        std::thread::sleep(stop_at.saturating_duration_since(Instant::now()));
        // SIGKILL: no handler runs, nothing is flushed.
        gateway.kill().unwrap();
        gateway.wait().unwrap();
        clients.join().unwrap();
        reader.join().unwrap();
    }
    let mut gateway = start(folder.path());
    wait_ready(&address);
    let outcome = compare(&address, &tokens, &ledger.lock().unwrap());
    gateway.kill().unwrap();
    gateway.wait().unwrap();
    println!("{}", forks(&config, &heads.lock().unwrap()));
    ready_ms.sort_unstable();
    println!("kills: {kills}");
    println!("{outcome}");
    println!(
        "restart to ready: median {} ms, slowest {} ms",
        ready_ms[ready_ms.len() / 2],
        ready_ms[ready_ms.len() - 1]
    );
    for command in ["verify", "replay"] {
        let output = habeas(folder.path()).args(["audit", command]).output().unwrap();
        println!(
            "audit {command}: exit {:?}, {}",
            output.status.code().unwrap(),
            String::from_utf8_lossy(&output.stdout).trim()
        );
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

/// Signed heads as they were shown, by size.
type Heads = Arc<Mutex<BTreeMap<u64, String>>>;

/// Asks for the signed head until the gateway is gone.
fn read_heads(address: &str, heads: &Heads) -> std::thread::JoinHandle<()> {
    let (address, heads) = (address.to_owned(), Arc::clone(heads));
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let Ok(mut connection) = Connection::open(&address).await else { return };
            let ask = b"GET /v1/audit/checkpoint HTTP/1.1\r\nHost: b\r\n\r\n";
            while let Ok((status, body)) = connection.send(ask).await {
                if status == 200 {
                    let note = String::from_utf8(body.to_vec()).unwrap();
                    let size = note.lines().nth(1).unwrap().parse().unwrap();
                    let mut heads = heads.lock().unwrap();
                    let known = heads.entry(size).or_insert_with(|| note.clone());
                    assert_eq!(*known, note, "two heads over the same size");
                }
                tokio::time::sleep(Duration::from_millis(3)).await;
            }
        });
    })
}

/// Every head that was ever shown must be one of the log that is left.
fn forks(config: &Config, heads: &BTreeMap<u64, String>) -> String {
    let office = habeas::gateway::office(config, habeas::clock::Clock::System, 1).unwrap();
    let keys = [office.log_key.verifier().clone()];
    let forks = heads.values().filter(|note| {
        habeas::casework::replay::verify::against_head(&office.store, note, &keys)
            .unwrap()
            .is_some()
    });
    let forks = forks.count();
    assert_eq!(forks, 0, "a signed head is not one of the log");
    format!("signed heads seen: {}; forks: {forks}", heads.len())
}

fn habeas(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_habeas"));
    command.arg("--config").arg(dir.join("habeas.toml"));
    command
}

fn start(dir: &Path) -> Child {
    habeas(dir).arg("serve").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

fn wait_ready(address: &str) -> u64 {
    let begin = Instant::now();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        loop {
            if let Ok(mut connection) = Connection::open(address).await
                && let Ok((200, _)) =
                    connection.send(b"GET /health/ready HTTP/1.1\r\nHost: b\r\n\r\n").await
            {
                return begin.elapsed().as_millis() as u64;
            }
            assert!(begin.elapsed() < Duration::from_secs(30), "the gateway does not come back");
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    })
}

/// Clients that send until the gateway is gone. A reference enters the ledger when its answer was read whole.
fn clients(
    address: &str,
    tokens: &Arc<Vec<String>>,
    ledger: &Arc<Mutex<Ledger>>,
    round: usize,
) -> std::thread::JoinHandle<()> {
    let (address, tokens, ledger) = (address.to_owned(), Arc::clone(tokens), Arc::clone(ledger));
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let tasks: Vec<_> = (0..CONNECTIONS)
                .map(|client| {
                    let (address, tokens, ledger) =
                        (address.clone(), Arc::clone(&tokens), Arc::clone(&ledger));
                    tokio::spawn(async move {
                        let Ok(mut connection) = Connection::open(&address).await else { return };
                        for n in 0.. {
                            let key = format!("{round}-{client}-{n}");
                            ledger.lock().unwrap().sent.insert(key.clone());
                            let request = intake(&tokens[person(&key)], &key, "rectification");
                            let Ok((status, body)) = connection.send(&request).await else {
                                return;
                            };
                            assert_eq!(status, 201);
                            let reference = reference(body);
                            ledger.lock().unwrap().acked.insert(key, reference);
                        }
                    })
                })
                .collect();
            for task in tasks {
                task.await.unwrap();
            }
        });
    })
}

fn person(key: &str) -> usize {
    key.bytes().fold(7usize, |hash, byte| hash.wrapping_mul(31).wrapping_add(usize::from(byte)))
        % 500
}

fn reference(body: &[u8]) -> String {
    let body: serde_json::Value = serde_json::from_slice(body).unwrap();
    body["reference"].as_str().unwrap().to_owned()
}

/// Sends every key again: one that was acknowledged must give its case, one that was not at most one case.
fn compare(address: &str, tokens: &[String], ledger: &Ledger) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (mut lost, mut committed_unacked, mut never_arrived) = (0, 0, 0);
    let mut references = BTreeSet::new();
    runtime.block_on(async {
        let mut connection = Connection::open(address).await.unwrap();
        for key in &ledger.sent {
            let request = intake(&tokens[person(key)], key, "rectification");
            let (status, body) = connection.send(&request).await.unwrap();
            let found = reference(body);
            match (ledger.acked.get(key), status) {
                (Some(known), 200) if *known == found => {}
                (Some(_), _) => lost += 1,
                (None, 200) => committed_unacked += 1,
                (None, _) => never_arrived += 1,
            }
            assert!(references.insert(found), "one case for two keys");
        }
    });
    assert_eq!(lost, 0, "an acknowledged request is gone");
    format!(
        "acknowledged: {}; lost: {lost}; duplicated: 0; committed but not yet acknowledged when killed: {committed_unacked}; not arrived: {never_arrived}",
        ledger.acked.len()
    )
}
