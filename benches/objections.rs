//! Objections: ten million in memory, snapshots, the filter beside other tools, checks beside Redis. Prints Markdown.
//!
//! `cargo bench --bench objections`; needs `redis-server` for the comparison with Redis, and DuckDB for Python for the one with
//! DuckDB (`tests/run` fetches it); what is missing is left out.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::indexing_slicing,
    reason = "a measurement stops at a surprise, and prints"
)]

mod common;
#[path = "common/people.rs"]
mod people;

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use common::{Connection, write_files};
use habeas::audit::note::SigningKey;
use habeas::auth::{Scope, pipeline};
use habeas::casework::objections::pipelines::{StoredKey, create};
use habeas::clock::Clock;
use habeas::config::Config;
use habeas::domain::id::KeyId;
use habeas::domain::time::Instant as At;
use habeas::gateway::Gateway;
use habeas::objections::snapshot::{Expected, Head, pieces, read};
use habeas::objections::{Entry, Index};
use habeas::store::vault::random;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

const MANY: usize = 10_000_000;
const RECORDS: usize = 2_000_000;
const TOGETHER: usize = 1_000;
const PAIRS: usize = 100_000;
const ISSUER: &str = habeas::auth::development::PEOPLE;

fn main() {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    write_files(folder.path(), "sqlite://bench.db", "127.0.0.1:0");
    let config =
        Config::load(Some(&folder.path().join("habeas.toml")), std::iter::empty(), &[]).unwrap();
    let gateway = Gateway::open(&config, Clock::System).unwrap();
    let office = Arc::clone(&gateway.office);
    println!("| what | figure |\n|---|---:|");
    let before = resident_mb();
    let begun = Instant::now();
    fill(&office.index, MANY);
    let took = begun.elapsed();
    println!("| 10 million objections put into the index | {:.1} s |", took.as_secs_f64());
    println!("| memory that they take | {} MB |", resident_mb() - before);
    in_process(&office.index);
    snapshots(&office.index, folder.path());
    let address = gateway.address.to_string();
    let key = pipeline::text(&random());
    let stored = StoredKey {
        name: "bench".into(),
        hash: pipeline::hash(&key).to_vec(),
        scopes: vec![Scope::ObjectionsCheck.code().into()],
        expires_at: None,
    };
    create(&office, KeyId::new(Clock::System.now(), random()), stored).unwrap();
    std::thread::spawn(move || gateway.serve(|_| {}).unwrap());
    std::thread::sleep(Duration::from_secs(1));
    let mint = habeas::gateway::mint(&config).unwrap();
    let stale = pairs(&address, &key, &mint);
    println!(
        "| {PAIRS} objections, each asked about as soon as it was answered: stale answers | {stale} |"
    );
    let bulk = over_http(&address, &key);
    println!("| bulk check over HTTP, {TOGETHER} at once, 4 connections | {bulk:.0} subjects/s |");
    if let Some((get, mget)) = redis(folder.path()) {
        println!("| Redis GET over loopback, 64 connections | {get:.0} /s |");
        println!("| Redis MGET, {TOGETHER} at once, 4 connections | {mget:.0} subjects/s |");
        println!("| bulk check as a multiple of MGET | {:.2} |", bulk / mget);
    }
    filters(folder.path());
}

fn resident_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

fn fill(index: &Index, many: usize) {
    let people = index.shelf("ai_training").unwrap().key().people_of(ISSUER);
    let mut epoch = index.epoch();
    for first in (0..many).step_by(10_000) {
        let entries: Vec<Entry> = (first..first + 10_000)
            .map(|n| {
                epoch += 1;
                let mark = people.mark(&format!("u-{n}"));
                let since = At(1_795_000_000_000 + epoch);
                let stop = Some(habeas::objections::Stop { since, is_restricted: false });
                Entry {
                    mark,
                    purpose: "ai_training".into(),
                    stop,
                    epoch,
                    assurance: habeas::domain::objection::Assurance::Imported,
                }
            })
            .collect();
        index.publish(&entries);
        index.settle();
    }
    index.everybody("ai_training").unwrap();
    index.synced(Clock::System.now());
}

fn in_process(index: &Index) {
    let shelf = index.shelf("ai_training").unwrap();
    let people = shelf.key().people_of(ISSUER);
    let subjects: Vec<String> = (0..1_000_000).map(|n| format!("u-{}", n * 17)).collect();
    let now = Clock::System.now();
    index.synced(now);
    let (begun, mut asked) = (Instant::now(), 0);
    while begun.elapsed() < Duration::from_secs(3) {
        for some in subjects.chunks(10_000) {
            let marks: Vec<_> = some.iter().map(|sub| people.mark(sub)).collect();
            std::hint::black_box(index.ask_all(shelf, &marks, 0, now));
            asked += some.len();
        }
    }
    let rate = asked as f64 / begun.elapsed().as_secs_f64() / 1e6;
    println!("| asked in process, hashing included, one core | {rate:.2} million subjects/s |");
}

fn snapshots(index: &Index, folder: &Path) {
    let signer = SigningKey::from_seed("bench.invalid/habeas", &[1; 32]).unwrap();
    let key = index.shelf("ai_training").unwrap().key();
    let path = folder.join("bench.snapshot");
    let begun = Instant::now();
    let base = index.everybody("ai_training").unwrap();
    let head = Head::of(&base, "ai_training", key, Clock::System.now()).sign(&signer).unwrap();
    let mut file = std::io::BufWriter::new(std::fs::File::create(&path).unwrap());
    file.write_all(head.as_bytes()).unwrap();
    pieces(&base).for_each(|piece| file.write_all(&piece).unwrap());
    file.flush().unwrap();
    println!(
        "| snapshot of 10 million made and written | {:.2} s |",
        begun.elapsed().as_secs_f64()
    );
    let expected = Expected {
        log: signer.verifier(),
        key,
        purpose: "ai_training",
        min_epoch: 0,
        not_before: At(0),
    };
    let begun = Instant::now();
    let file = std::io::BufReader::new(std::fs::File::open(&path).unwrap());
    assert_eq!(read(file, &expected).unwrap().1.len(), MANY);
    println!("| the same read and verified | {:.2} s |", begun.elapsed().as_secs_f64());
}

fn over_http(address: &str, key: &str) -> f64 {
    let body = |from: usize| {
        let subjects: Vec<String> =
            (from..from + TOGETHER).map(|n| format!("\"u-{}\"", n * 3)).collect();
        let body = format!("{{\"subjects\":[{}]}}", subjects.join(","));
        format!("POST /v1/check/ai_training HTTP/1.1\r\nHost: b\r\nAuthorization: Bearer {key}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
    };
    let bodies: Arc<Vec<Vec<u8>>> = Arc::new((0..100).map(|n| body(n * TOGETHER)).collect());
    let address = address.to_owned();
    runtime().block_on(async {
        let begun = Instant::now();
        let tasks: Vec<_> = (0..4)
            .map(|worker: usize| {
                let (address, bodies) = (address.clone(), Arc::clone(&bodies));
                tokio::spawn(async move {
                    let mut connection = Connection::open(&address).await.unwrap();
                    let mut asked = 0;
                    while begun.elapsed() < Duration::from_secs(4) {
                        let body = &bodies[(asked / TOGETHER + worker * 25) % bodies.len()];
                        let (status, said) = connection.send(body).await.unwrap();
                        assert_eq!(status, 200, "{}", String::from_utf8_lossy(said));
                        asked += TOGETHER;
                    }
                    asked
                })
            })
            .collect();
        let mut asked = 0;
        for task in tasks {
            asked += task.await.unwrap();
        }
        asked as f64 / begun.elapsed().as_secs_f64()
    })
}

/// Every person objects and the pipeline asks at once, on sixteen connections; how often it was told something old.
fn pairs(address: &str, key: &str, mint: &habeas::auth::development::Mint) -> usize {
    const CONNECTIONS: usize = 16;
    let tokens: Vec<String> = (0..PAIRS / 100).map(|n| people::token(mint, n)).collect();
    let (tokens, address, key) = (Arc::new(tokens), address.to_owned(), key.to_owned());
    runtime().block_on(async {
        let tasks: Vec<_> = (0..CONNECTIONS)
            .map(|worker| {
                let (tokens, address, key) = (Arc::clone(&tokens), address.clone(), key.clone());
                tokio::spawn(async move {
                    let mut connection = Connection::open(&address).await.unwrap();
                    let mut stale = 0;
                    for n in (worker..PAIRS).step_by(CONNECTIONS) {
                        // The same person objects and takes back in turns; each worker has people of its own.
                        let person = (n / CONNECTIONS) % (tokens.len() / CONNECTIONS) * CONNECTIONS + worker;
                        let turn = n / CONNECTIONS / (tokens.len() / CONNECTIONS);
                        let method = if turn.is_multiple_of(2) { "PUT" } else { "DELETE" };
                        let act = format!("{method} /v1/objections/product_analytics HTTP/1.1\r\nHost: b\r\nAuthorization: Bearer {}\r\n\r\n", tokens[person]);
                        assert_eq!(connection.send(act.as_bytes()).await.unwrap().0, 200);
                        let ask = format!("GET /v1/check/product_analytics?subject=bench-{person} HTTP/1.1\r\nHost: b\r\nAuthorization: Bearer {key}\r\n\r\n");
                        let (status, said) = connection.send(ask.as_bytes()).await.unwrap();
                        assert_eq!(status, 200);
                        let wanted = if method == "PUT" { "\"objected\":true" } else { "\"objected\":false" };
                        stale += usize::from(!String::from_utf8_lossy(said).contains(wanted));
                    }
                    stale
                })
            })
            .collect();
        let mut stale = 0;
        for task in tasks {
            stale += task.await.unwrap();
        }
        stale
    })
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap()
}

/// GET and MGET with a million keys in a Redis of its own.
fn redis(folder: &Path) -> Option<(f64, f64)> {
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let mut server = Command::new("redis-server")
        .args(["--port", &port.to_string(), "--save", "", "--bind", "127.0.0.1", "--dir"])
        .arg(folder)
        .stdout(Stdio::null())
        .spawn()
        .ok()?;
    std::thread::sleep(Duration::from_secs(1));
    let address = format!("127.0.0.1:{port}");
    let figures = runtime().block_on(async {
        let mut stream = tokio::net::TcpStream::connect(&address).await.unwrap();
        for first in (0..1_000_000).step_by(TOGETHER) {
            let pairs: String = (first..first + TOGETHER)
                .map(|n| format!("{}$1\r\n1\r\n", text(&format!("u-{n}"))))
                .collect();
            let command = format!("*{}\r\n$4\r\nMSET\r\n{pairs}", 1 + 2 * TOGETHER);
            stream.write_all(command.as_bytes()).await.unwrap();
            let mut answer = [0u8; 5];
            stream.read_exact(&mut answer).await.unwrap();
        }
        let get = |n: usize| format!("*2\r\n$3\r\nGET\r\n{}", text(&format!("u-{n}")));
        let gets = ask_redis(&address, 64, 1, Arc::new((0..1000).map(get).collect())).await;
        let mget = |first: usize| {
            let keys: String = (0..TOGETHER)
                .map(|n| text(&format!("u-{}", (first * TOGETHER + n) * 3 % 1_000_000)))
                .collect();
            format!("*{}\r\n$4\r\nMGET\r\n{keys}", 1 + TOGETHER)
        };
        let mgets = ask_redis(&address, 4, TOGETHER, Arc::new((0..100).map(mget).collect())).await;
        (gets, mgets)
    });
    server.kill().unwrap();
    server.wait().unwrap();
    Some(figures)
}

fn text(key: &str) -> String {
    format!("${}\r\n{key}\r\n", key.len())
}

/// How many keys a second; every key exists and has one byte.
async fn ask_redis(
    address: &str,
    connections: usize,
    keys: usize,
    commands: Arc<Vec<String>>,
) -> f64 {
    let begun = Instant::now();
    let length = keys * 7 + if keys > 1 { keys.to_string().len() + 3 } else { 0 };
    let tasks: Vec<_> = (0..connections)
        .map(|worker| {
            let (address, commands) = (address.to_owned(), Arc::clone(&commands));
            tokio::spawn(async move {
                let mut stream = tokio::net::TcpStream::connect(&address).await.unwrap();
                stream.set_nodelay(true).unwrap();
                let (mut asked, mut answer) = (0, vec![0u8; length]);
                while begun.elapsed() < Duration::from_secs(4) {
                    let command = &commands[(asked + worker) % commands.len()];
                    stream.write_all(command.as_bytes()).await.unwrap();
                    stream.read_exact(&mut answer).await.unwrap();
                    asked += 1;
                }
                asked * keys
            })
        })
        .collect();
    let mut asked = 0;
    for task in tasks {
        asked += task.await.unwrap();
    }
    asked as f64 / begun.elapsed().as_secs_f64()
}

fn filters(folder: &Path) {
    let path = folder.join("records.jsonl");
    let mut file = std::io::BufWriter::new(std::fs::File::create(&path).unwrap());
    for n in 0..RECORDS {
        let words = "the quick brown fox jumps over the lazy dog and runs away ".repeat(4);
        writeln!(
            file,
            "{{\"n\":{n},\"user_id\":\"u-{}\",\"role\":\"user\",\"text\":\"{words}\"}}",
            n * 6
        )
        .unwrap();
    }
    file.flush().unwrap();
    drop(file);
    let megabytes = std::fs::metadata(&path).unwrap().len() as f64 / 1e6;
    let habeas = Path::new(env!("CARGO_BIN_EXE_habeas"));
    let shell = |what: &str, script: &str| -> Option<f64> {
        let script = script.replace("HABEAS", &habeas.display().to_string());
        let run = || {
            let begun = Instant::now();
            let done = Command::new("bash")
                .args(["-euo", "pipefail", "-c", &script])
                .current_dir(folder)
                .env(
                    "PYTHONPATH",
                    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/guides/packages"),
                )
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status();
            done.is_ok_and(|status| status.success()).then(|| begun.elapsed().as_secs_f64())
        };
        let best = (0..3).filter_map(|_| run()).fold(f64::INFINITY, f64::min);
        let rate = megabytes / best;
        if best.is_finite() {
            println!("| {what} | {rate:.0} MB/s |");
        }
        best.is_finite().then_some(rate)
    };
    let list: String = (0..200_000)
        .map(|n| format!("{{\"subject\":\"u-{}\",\"purpose\":\"ai_training\"}}\n", n * 60))
        .collect();
    std::fs::write(folder.join("list"), list).unwrap();
    let prepared = Command::new("bash")
        .args([
            "-euc",
            "\"$0\" objections import list; \"$0\" objections key --purpose ai_training > k; \
            \"$0\" objections snapshot --purpose ai_training --out s; \
            \"$0\" objections export --purpose ai_training --format parquet --out o.parquet",
        ])
        .arg(habeas)
        .current_dir(folder)
        .stdout(Stdio::null())
        .status();
    assert!(prepared.unwrap().success());
    shell("wc -l", "wc -l < records.jsonl");
    shell("cat", "cat records.jsonl");
    shell(
        "habeas objections filter, two threads",
        "HABEAS objections filter --purpose ai_training --key user_id --snapshot s --key-file k < records.jsonl",
    );
    shell(
        "DuckDB, anti-join from JSONL to JSONL",
        "python3 -c \"import duckdb, tomllib; k = tomllib.load(open('k', 'rb')); duckdb.execute('COPY (SELECT r.* FROM read_json_auto(\\'records.jsonl\\', format=\\'newline_delimited\\') r ANTI JOIN \\'o.parquet\\' o ON o.subject_hash = unhex(left(sha256(? || chr(10) || ? || chr(10) || r.user_id), 32))) TO \\'out.jsonl\\'', [k['marks'], k['issuer']])\"",
    );
    shell(
        "a Python filter with a set of ids",
        "python3 -c \"import json, sys; s = {'u-%d' % (n * 60) for n in range(200000)}\nfor l in sys.stdin:\n  if json.loads(l)['user_id'] not in s: sys.stdout.write(l)\" < records.jsonl",
    );
}
