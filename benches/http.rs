//! Intake and check over HTTP, next to an empty handler of the same server in the same run. Prints Markdown.
//!
//! `cargo bench --bench http`; with `TEST_POSTGRES_URL` also on PostgreSQL; `-- --quick` for a short look,
//! `-- --only-postgres` without SQLite.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a measurement stops at a surprise, and prints"
)]

mod common;
#[path = "common/intake.rs"]
mod intake;
#[path = "common/people.rs"]
mod people;

use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use actix_web::{App, HttpResponse, HttpServer, web};
use common::{Connection, write_files};
use habeas::auth::{Scope, pipeline};
use habeas::casework::objections::pipelines::{StoredKey, create};
use habeas::casework::replay::verify;
use habeas::clock::Clock;
use habeas::config::Config;
use habeas::domain::id::KeyId;
use habeas::gateway::{Gateway, mint};
use habeas::store::vault::random;
use intake::intake;
use people::token;

const PEOPLE: usize = 20_000;

struct Figures {
    per_second: f64,
    p50_us: u64,
    p99_us: u64,
}

struct Run<'r> {
    name: &'r str,
    address: &'r str,
    empty: &'r str,
    office: &'r habeas::casework::Office,
    mint: Arc<habeas::auth::development::Mint>,
}

type Make = Arc<dyn Fn(usize) -> Vec<u8> + Send + Sync>;

/// So many connections, one request after the other on each, for that long.
fn load(address: &str, connections: usize, seconds: u64, expected: u16, make: &Make) -> Figures {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let next = Arc::new(AtomicUsize::new(0));
    runtime.block_on(async {
        let until = Instant::now() + Duration::from_secs(seconds + 1);
        let counted = Instant::now() + Duration::from_secs(1);
        let tasks: Vec<_> = (0..connections)
            .map(|_| {
                let (address, make, next) =
                    (address.to_owned(), Arc::clone(make), Arc::clone(&next));
                tokio::task::spawn(async move {
                    let mut connection = Connection::open(&address).await.unwrap();
                    let mut took = Vec::new();
                    while Instant::now() < until {
                        let request = make(next.fetch_add(1, Ordering::Relaxed));
                        let begin = Instant::now();
                        let (status, body) = connection.send(&request).await.unwrap();
                        assert_eq!(status, expected, "{}", String::from_utf8_lossy(body));
                        if begin >= counted {
                            took.push(begin.elapsed().as_micros() as u64);
                        }
                    }
                    took
                })
            })
            .collect();
        let mut all = Vec::new();
        for task in tasks {
            all.extend(task.await.unwrap());
        }
        all.sort_unstable();
        assert!(!all.is_empty(), "nothing was answered in {seconds} s");
        let at = |share: f64| all[((all.len() - 1) as f64 * share) as usize];
        Figures { per_second: all.len() as f64 / seconds as f64, p50_us: at(0.5), p99_us: at(0.99) }
    })
}

fn empty_server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(
            HttpServer::new(|| {
                App::new().default_service(web::to(|| async { HttpResponse::Ok().body("{}") }))
            })
            .workers(2)
            .listen(listener)
            .unwrap()
            .run(),
        )
    });
    address
}

fn row(what: &str, connections: usize, figures: &Figures, reference: f64) {
    println!(
        "| {what} | {connections} | {:.0} | {:.2} | {:.2} | {:.2} |",
        figures.per_second,
        figures.p50_us as f64 / 1000.0,
        figures.p99_us as f64 / 1000.0,
        figures.per_second / reference
    );
}

fn main() {
    let quick = std::env::args().any(|argument| argument == "--quick");
    let seconds = if quick { 2 } else { 5 };
    let empty = empty_server();
    println!("| what | connections | per second | p50 ms | p99 ms | of the empty handler |");
    println!("|---|---:|---:|---:|---:|---:|");
    let mut databases = Vec::new();
    if !std::env::args().any(|argument| argument == "--only-postgres") {
        databases.push(("SQLite", None));
    }
    if let Ok(url) = std::env::var("TEST_POSTGRES_URL") {
        databases.push(("PostgreSQL", Some(url)));
    }
    let mut folders = Vec::new();
    for (name, url) in databases {
        folders.push(on(name, url, &empty, seconds, if quick { 50_000 } else { 1_000_000 }));
    }
}

/// Gives the folder back: the gateway in it runs until the process ends.
fn on(
    name: &str,
    url: Option<String>,
    empty: &str,
    seconds: u64,
    many: usize,
) -> tempfile::TempDir {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let database = url.unwrap_or_else(|| "sqlite://bench.db".to_owned());
    write_files(folder.path(), &database, "127.0.0.1:0");
    let config =
        Config::load(Some(&folder.path().join("habeas.toml")), std::iter::empty(), &[]).unwrap();
    let mint = Arc::new(mint(&config).unwrap());
    let gateway = Gateway::open(&config, Clock::System).unwrap();
    let (address, office) = (gateway.address.to_string(), Arc::clone(&gateway.office));
    std::thread::spawn(move || gateway.serve(|_| {}).unwrap());
    let key = pipeline::text(&random());
    let stored = StoredKey {
        name: "bench".into(),
        hash: pipeline::hash(&key).to_vec(),
        scopes: vec![Scope::ObjectionsCheck.code().into()],
        expires_at: None,
    };
    create(&office, KeyId::new(Clock::System.now(), random()), stored).unwrap();
    let tokens: Arc<Vec<String>> = Arc::new((0..PEOPLE).map(|n| token(&mint, n)).collect());
    let mut run = 0;
    let mut asks = || -> Make {
        run += 1;
        let (tokens, run) = (Arc::clone(&tokens), run);
        // Other words are another matter: no request merges with an open one.
        Arc::new(move |n| intake(&tokens[n % PEOPLE], &format!("bench-{run}-{n}"), "rectification"))
    };
    let check: Make = {
        let key = key.clone();
        Arc::new(move |n| {
            format!("GET /v1/check/ai_training?subject=bench-{} HTTP/1.1\r\nHost: b\r\nAuthorization: Bearer {key}\r\n\r\n", n % PEOPLE).into_bytes()
        })
    };
    let nothing: Make = Arc::new(|_| b"GET / HTTP/1.1\r\nHost: b\r\n\r\n".to_vec());
    // Every person is met once, so that what is measured is not the making of their keys.
    load(&address, 64, 4, 201, &asks());
    for connections in [1, 16, 64] {
        let reference = load(empty, connections, seconds, 200, &nothing);
        row(&format!("empty handler ({name} run)"), connections, &reference, reference.per_second);
        let figures = load(&address, connections, seconds, 200, &check);
        row(&format!("check, {name}"), connections, &figures, reference.per_second);
        let figures = load(&address, connections, seconds, 201, &asks());
        row(&format!("intake, {name}"), connections, &figures, reference.per_second);
    }
    let log = replay_speed(&office);
    println!("| audit verify, {name} | | {log:.0} leaves/s | | | |");
    growth(&Run { name, address: &address, empty, office: &office, mint }, seconds, many);
    folder
}

fn replay_speed(office: &habeas::casework::Office) -> f64 {
    let key = &office.log_key;
    let begin = Instant::now();
    let report = verify::verify(&office.store, key.name(), key.verifier().clone()).unwrap();
    report.leaves as f64 / begin.elapsed().as_secs_f64()
}

/// The same intake at the beginning and with many more stored cases; each time by people who were met just before, so
/// that their own histories are as short.
fn growth(run: &Run<'_>, seconds: u64, many: usize) {
    let stored = || -> usize {
        let look = |tx: &mut habeas::casework::Reading<'_>| {
            Ok::<_, habeas::store::StoreError>(tx.log_head()?.0 as usize / 2)
        };
        run.office.store.read_blocking("size", look).unwrap()
    };
    let nothing: Make = Arc::new(|_| b"GET / HTTP/1.1\r\nHost: b\r\n\r\n".to_vec());
    let measure = |first: usize| {
        let tokens: Arc<Vec<String>> =
            Arc::new((first..first + PEOPLE).map(|n| token(&run.mint, n)).collect());
        let asks = move |name: &'static str| -> Make {
            let tokens = Arc::clone(&tokens);
            Arc::new(move |n| {
                let key = format!("{name}-{first}-{n}");
                intake(&tokens[n % PEOPLE], &key, "rectification")
            })
        };
        load(run.address, 64, 3, 201, &asks("met"));
        let before = stored();
        let reference = load(run.empty, 64, seconds, 200, &nothing);
        let figures = load(run.address, 64, seconds, 201, &asks("again"));
        let what = format!("intake from {before} stored cases on, {}", run.name);
        row(&what, 64, &figures, reference.per_second);
    };
    measure(1_000_000);
    let mint = Arc::clone(&run.mint);
    let began = Instant::now();
    let mut round = 0;
    while stored() < many && began.elapsed() < Duration::from_secs(300) {
        round += 1;
        let mint = Arc::clone(&mint);
        let asks: Make = Arc::new(move |n| {
            let person = token(&mint, 2_000_000 + n % 300_000);
            intake(&person, &format!("growth-{round}-{n}"), "rectification")
        });
        load(run.address, 64, 60, 201, &asks);
    }
    measure(3_000_000);
}
