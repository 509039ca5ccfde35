//! A gateway in words of the domain. Dropping it checks the world.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use habeas::auth::development::{Mint, Order};
use habeas::auth::{Scope, pipeline};
use habeas::casework::Office;
use habeas::casework::answer::queue;
use habeas::casework::objections::objecting;
use habeas::casework::objections::pipelines::{StoredKey, create};
use habeas::casework::replay::verify;
use habeas::clock::Clock;
use habeas::config::Config;
use habeas::demo::sample;
use habeas::domain::id::KeyId;
use habeas::domain::time::Instant;
use habeas::gateway::Gateway as Whole;
use habeas::store::vault::random;
use reqwest::blocking::Response;
use serde_json::{Value, json};

use super::wire::{Client, Order as Asking};

const DAY_MS: i64 = 86_400_000;
/// A Tuesday morning in Paris.
pub(crate) const START: Instant = Instant(1_795_503_600_000);
/// Personal strings that the fixtures use; none may ever appear in a log line.
pub(crate) const PERSONAL: [&str; 6] =
    ["ada@example.org", "Lovelace", "my back hurts", "u-0001", "u-0002", "wheelchair"];

static LINES: LazyLock<Mutex<Vec<u8>>> = LazyLock::new(Mutex::default);

#[derive(Clone)]
struct Collector;

impl Write for Collector {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LINES.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A gateway on a free port, with a clock that stands still until it is moved.
pub(crate) struct Gateway {
    pub url: String,
    pub metrics: String,
    pub clock: Clock,
    pub office: Arc<Office>,
    pub dir: PathBuf,
    pub http: Client,
    mint: Mint,
    database: Database,
    server: Option<(actix_web::dev::ServerHandle, JoinHandle<()>)>,
    _folder: tempfile::TempDir,
    company: Option<Database>,
    /// Differences that a test made on purpose.
    pub expects_damage: bool,
}

/// A database of a test's own; dropped with it.
pub(crate) struct Database {
    pub url: String,
    admin: Option<(String, String)>,
}

impl Database {
    pub(crate) fn new(dir: &Path, name: &str) -> Self {
        match std::env::var("TEST_POSTGRES_URL") {
            Ok(server) => {
                let database = format!("habeas_{}_{:016x}", name, u64::from_be_bytes(random()));
                postgres(&server, &format!("CREATE DATABASE {database}"));
                let (base, options) =
                    server.split_once('?').unwrap_or((&server, "sslmode=disable"));
                let (base, _) = base.rsplit_once('/').unwrap();
                Self {
                    url: format!("{base}/{database}?{options}"),
                    admin: Some((server, database)),
                }
            }
            Err(_) => Self::sqlite(dir, name),
        }
    }

    /// A SQLite file, whatever the tests run on.
    pub(crate) fn sqlite(dir: &Path, name: &str) -> Self {
        Self { url: format!("sqlite://{}", dir.join(format!("{name}.db")).display()), admin: None }
    }

    pub(crate) fn is_postgres(&self) -> bool {
        self.admin.is_some()
    }

    pub(crate) fn file(&self) -> PathBuf {
        PathBuf::from(self.url.strip_prefix("sqlite://").unwrap())
    }

    /// Runs SQL behind the gateway's back.
    pub(crate) fn execute(&self, sql: &str) {
        if self.is_postgres() {
            postgres(&self.url, sql);
        } else {
            let conn = rusqlite::Connection::open(self.file()).unwrap();
            conn.busy_timeout(Duration::from_secs(10)).unwrap();
            conn.execute_batch(sql).unwrap();
        }
    }

    /// One number.
    pub(crate) fn count(&self, sql: &str) -> i64 {
        if self.is_postgres() {
            runtime().block_on(async {
                let (client, connection) =
                    tokio_postgres::connect(&self.url, tokio_postgres::NoTls).await.unwrap();
                tokio::spawn(connection);
                client.query_one(sql, &[]).await.unwrap().get::<_, i64>(0)
            })
        } else {
            let conn = rusqlite::Connection::open(self.file()).unwrap();
            conn.query_row(sql, [], |row| row.get(0)).unwrap()
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some((server, database)) = &self.admin {
            postgres(server, &format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)"));
        }
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap()
}

pub(crate) fn postgres(url: &str, sql: &str) {
    runtime().block_on(async {
        let (client, connection) =
            tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
        tokio::spawn(connection);
        client.batch_execute(sql).await.unwrap();
    });
}

/// Settings of a test.
pub(crate) struct Setup {
    pub settings: String,
    pub with_company: bool,
    pub policies: Box<dyn Fn(&Path)>,
}

impl Default for Setup {
    fn default() -> Self {
        Self { settings: String::new(), with_company: false, policies: Box::new(|_| {}) }
    }
}

impl Gateway {
    pub(crate) fn start() -> Self {
        Self::start_with(Setup::default())
    }

    /// Together with the sample company in a database of its own.
    pub(crate) fn with_company() -> Self {
        Self::start_with(Setup { with_company: true, ..Setup::default() })
    }

    pub(crate) fn start_with(setup: Setup) -> Self {
        habeas::telemetry::start(habeas::telemetry::Format::Text, "habeas=debug,warn", || {
            Collector
        });
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().canonicalize().unwrap();
        let database = Database::new(&dir, "gateway");
        let company = setup.with_company.then(|| company(&dir));
        write_files(&dir, &database, company.as_ref(), &setup);
        let clock = Clock::at(START);
        let (whole, mint) = open(&dir, clock.clone()).unwrap();
        let mut gateway = Self {
            url: String::new(),
            metrics: String::new(),
            office: Arc::clone(&whole.office),
            clock,
            dir,
            http: Client::led(),
            mint,
            database,
            server: None,
            _folder: folder,
            company,
            expects_damage: false,
        };
        gateway.serve(whole);
        gateway
    }

    fn serve(&mut self, whole: Whole) {
        self.url = format!("http://{}", whole.address);
        self.metrics =
            whole.metrics_address().map_or(String::new(), |at| format!("http://{at}/metrics"));
        self.office = Arc::clone(&whole.office);
        let (sender, receiver) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            whole.serve(|handle| sender.send(handle).unwrap()).unwrap();
        });
        self.server = Some((receiver.recv().unwrap(), thread));
    }

    pub(crate) fn stop(&mut self) {
        if let Some((handle, thread)) = self.server.take() {
            runtime().block_on(handle.stop(true));
            thread.join().unwrap();
        }
    }

    /// Stops and starts again on the same database.
    pub(crate) fn restart(&mut self) {
        self.stop();
        let (whole, _) = open(&self.dir, self.clock.clone()).unwrap();
        self.serve(whole);
    }

    pub(crate) fn database(&self) -> &Database {
        &self.database
    }

    pub(crate) fn company(&self) -> &Database {
        self.company.as_ref().unwrap()
    }

    /// Lets time pass.
    pub(crate) fn passes_ms(&self, ms: i64) {
        self.clock.pass_ms(ms);
        objecting::sync(&self.office).unwrap();
    }

    pub(crate) fn passes_days(&self, days: i64) {
        self.passes_ms(days * DAY_MS);
    }

    pub(crate) fn token(&self, order: &Order) -> String {
        self.mint.token(order, self.clock.now()).unwrap()
    }

    pub(crate) fn person<'g>(&'g self, sub: &str) -> Person<'g> {
        self.person_on(sub, "free", "FR", "fr")
    }

    pub(crate) fn person_on<'g>(
        &'g self,
        sub: &str,
        plan: &str,
        country: &str,
        language: &str,
    ) -> Person<'g> {
        let labels = [("plan", plan), ("country", country), ("locale", language)];
        Person {
            gateway: self,
            sub: sub.to_owned(),
            labels: labels.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec(),
        }
    }

    pub(crate) fn officer(&self, role: &str) -> String {
        self.token(&Order {
            sub: format!("{role}-1"),
            roles: vec![role.into()],
            ttl_seconds: 900,
            ..Order::default()
        })
    }

    /// An API key for checks.
    pub(crate) fn pipeline(&self) -> String {
        let text = self.new_key(Scope::ObjectionsCheck);
        self.until("the key is known", || {
            self.get("/v1/check/ai_training?subject=x", &text).status() == 200
        });
        text
    }

    /// Where mails wait when there is no mail server.
    pub(crate) fn outbox(&self) -> PathBuf {
        self.dir.join("outbox")
    }

    /// An API key; the server knows it within a second.
    pub(crate) fn new_key(&self, scope: Scope) -> String {
        self.new_key_with(&[scope])
    }

    /// An API key that may do several things.
    pub(crate) fn new_key_with(&self, scopes: &[Scope]) -> String {
        self.new_named_key("tests", scopes)
    }

    /// An API key of this name.
    pub(crate) fn new_named_key(&self, name: &str, scopes: &[Scope]) -> String {
        let text = pipeline::text(&random());
        let stored = StoredKey {
            name: name.into(),
            hash: pipeline::hash(&text).to_vec(),
            scopes: scopes.iter().map(|scope| scope.code().into()).collect(),
            expires_at: None,
        };
        create(&self.office, KeyId::new(self.clock.now(), random()), stored).unwrap();
        text
    }

    pub(crate) fn get(&self, path: &str, token: &str) -> Response {
        self.http.get(format!("{}{path}", self.url)).bearer_auth(token).send().unwrap()
    }

    pub(crate) fn post(&self, path: &str, token: &str, body: &Value) -> Asking {
        self.http.post(format!("{}{path}", self.url)).bearer_auth(token).json(body)
    }

    /// An officer's act on a case, with the version of the moment; whoever is told that it changed meanwhile looks again.
    pub(crate) fn works(&self, case: &str, act: &str, role: &str, body: &Value) -> Response {
        let token = self.officer(role);
        let path = format!("/v1/cases/{case}");
        for _ in 0..50 {
            let sheet: Value = self.get(&path, &token).json().unwrap();
            let etag = format!("\"{}\"", sheet["version"]);
            let order = self.post(&format!("{path}/{act}"), &token, body).header("If-Match", etag);
            let answer = order.send().unwrap();
            if answer.status() != 412 {
                return answer;
            }
        }
        panic!("{case} changes under every look at it");
    }

    /// Waits for background work; it comes within a minute, on the busiest machine, or the test fails.
    pub(crate) fn until(&self, what: &str, holds: impl Fn() -> bool) {
        for _ in 0..3_000 {
            if holds() {
                return;
            }
            std::thread::park_timeout(Duration::from_millis(20));
        }
        panic!("it never came true that {what}");
    }

    /// Runs the real command line on this gateway's files: exit code, standard output, standard error.
    pub(crate) fn command(&self, arguments: &[&str]) -> (i32, String, String) {
        let config = self.dir.join("habeas.toml");
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_habeas"))
            .arg("--config")
            .arg(config)
            .args(arguments)
            .output()
            .unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    }

    pub(crate) fn differences(&self) -> Vec<String> {
        verify::replay(&self.office.store, &self.office.vault).unwrap().differences
    }

    pub(crate) fn audit_findings(&self) -> Vec<String> {
        let key = &self.office.log_key;
        let report =
            verify::verify(&self.office.store, key.name(), key.verifier().clone()).unwrap();
        report.findings.iter().map(ToString::to_string).collect()
    }
}

/// Whoever is connected to the one is thrown out first, and stays out until it is copied.
pub(crate) fn copy_database(server: &str, from: &str, to: &str) {
    let out =
        format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{from}'");
    postgres(server, &format!("ALTER DATABASE {from} ALLOW_CONNECTIONS false"));
    postgres(server, &out);
    postgres(server, &format!("CREATE DATABASE {to} TEMPLATE {from}"));
    postgres(server, &format!("ALTER DATABASE {from} ALLOW_CONNECTIONS true"));
}

/// Another node on the same PostgreSQL database.
pub(crate) struct SecondNode {
    pub url: String,
    server: (actix_web::dev::ServerHandle, JoinHandle<()>),
    _folder: tempfile::TempDir,
}

impl SecondNode {
    pub(crate) fn beside(gateway: &Gateway) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // What an operator copies. A node's state is its own, and is being written.
        std::fs::copy(gateway.dir.join("habeas.toml"), folder.path().join("habeas.toml")).unwrap();
        for name in ["policies", "keys"] {
            copy(&gateway.dir.join(name), &folder.path().join(name));
        }
        let (whole, _) = open(folder.path(), gateway.clock.clone()).unwrap();
        let url = format!("http://{}", whole.address);
        let (sender, receiver) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            whole.serve(|handle| sender.send(handle).unwrap()).unwrap();
        });
        Self { url, server: (receiver.recv().unwrap(), thread), _folder: folder }
    }

    pub(crate) fn stop(self) {
        runtime().block_on(self.server.0.stop(true));
        self.server.1.join().unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}

/// Every test is also an audit test and a privacy test.
impl Drop for Gateway {
    fn drop(&mut self) {
        self.stop();
        if std::thread::panicking() {
            return;
        }
        if !self.expects_damage {
            assert_eq!(
                self.audit_findings(),
                Vec::<String>::new(),
                "the audit log does not verify"
            );
            assert_eq!(self.differences(), Vec::<String>::new(), "the replay differs");
            assert_eq!(queue::failed(&self.office).unwrap(), Vec::<String>::new(), "jobs failed");
        }
        let lines = String::from_utf8_lossy(&LINES.lock().unwrap()).into_owned();
        for personal in PERSONAL {
            assert!(!lines.contains(personal), "a log line holds `{personal}`");
        }
    }
}

fn config(dir: &Path) -> Config {
    Config::load(Some(&dir.join("habeas.toml")), std::iter::empty(), &[]).unwrap()
}

pub(crate) fn open(dir: &Path, clock: Clock) -> anyhow::Result<(Whole, Mint)> {
    let config = config(dir);
    Ok((Whole::open(&config, clock)?, habeas::gateway::mint(&config)?))
}

fn company(dir: &Path) -> Database {
    let database = Database::new(dir, "company");
    if database.is_postgres() {
        postgres(&database.url, &sample::statements(1).join(";\n"));
    } else {
        sample::load_sqlite(&database.file(), 1).unwrap();
    }
    database
}

fn write_files(dir: &Path, database: &Database, company: Option<&Database>, setup: &Setup) {
    let policies = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    std::fs::create_dir_all(dir.join("policies/regimes")).unwrap();
    for name in [
        "costs.toml",
        "thresholds.toml",
        "purposes.toml",
        "datamap.toml",
        "regimes/eu.toml",
        "regimes/uk.toml",
    ] {
        std::fs::copy(policies.join(name), dir.join("policies").join(name)).unwrap();
    }
    let map = std::fs::read_to_string(dir.join("policies/datamap.toml")).unwrap();
    let map = match company {
        Some(company) => map.replace("sqlite://sample-company.db", &company.url),
        None => "version = \"2026-11-24\"\nnowhere = true\n".to_owned(),
    };
    std::fs::write(dir.join("policies/datamap.toml"), map).unwrap();
    (setup.policies)(&dir.join("policies"));
    std::fs::create_dir_all(dir.join("keys")).unwrap();
    for name in ["master.key", "log.key"] {
        use base64::Engine as _;
        let key = base64::engine::general_purpose::STANDARD.encode(random::<32>());
        std::fs::write(dir.join("keys").join(name), key).unwrap();
    }
    let mut settings: toml::Table = toml::from_str(&format!(
        "[server]\nbind = \"127.0.0.1:0\"\nworkers = 2\nshutdown_seconds = 2\n[database]\nurl = \"{}\"\n[auth]\ndevelopment_issuer = true\n\
         [audit]\norigin = \"test.invalid/habeas\"\n[jobs]\npause_ms = 20\nattempts_max = 3\n[controller]\nlanguage = \"en\"\n",
        database.url
    ))
    .unwrap();
    let extra: toml::Table = toml::from_str(&setup.settings).unwrap();
    for (section, keys) in extra {
        let target = settings.entry(section).or_insert_with(|| toml::Table::new().into());
        target.as_table_mut().unwrap().extend(keys.as_table().unwrap().clone());
    }
    std::fs::write(dir.join("habeas.toml"), toml::to_string(&settings).unwrap()).unwrap();
}

/// Somebody with an account.
pub(crate) struct Person<'g> {
    pub gateway: &'g Gateway,
    pub sub: String,
    labels: Vec<(String, String)>,
}

impl Person<'_> {
    pub(crate) fn token(&self) -> String {
        self.gateway.token(&Order {
            sub: self.sub.clone(),
            labels: self.labels.clone(),
            ttl_seconds: 900,
            ..Order::default()
        })
    }

    pub(crate) fn sends(&self, body: &Value) -> Response {
        self.gateway.post("/v1/requests", &self.token(), body).send().unwrap()
    }

    /// A request that is accepted; gives what the person reads.
    pub(crate) fn asks(&self, body: &Value) -> Value {
        let answer = self.sends(body);
        assert_eq!(answer.status(), 201, "{}", answer.text().unwrap());
        answer.json().unwrap()
    }

    pub(crate) fn asks_for(&self, right: &str) -> Value {
        self.asks(&json!({ "right": right }))
    }

    pub(crate) fn sees(&self, reference: &str) -> Value {
        self.gateway.get(&format!("/v1/requests/{reference}"), &self.token()).json().unwrap()
    }

    /// Asks, and waits until it is answered.
    pub(crate) fn is_answered(&self, body: &Value) -> Value {
        self.gateway.passes_ms(1000);
        let opened = self.asks(body);
        let reference = opened["reference"].as_str().unwrap().to_owned();
        self.gateway
            .until("the request is answered", || self.sees(&reference)["state"] == "decided");
        self.sees(&reference)
    }

    pub(crate) fn objects_to(&self, purpose: &str) -> Value {
        let url = format!("{}/v1/objections/{purpose}", self.gateway.url);
        let answer = self.gateway.http.put(url).bearer_auth(self.token()).send().unwrap();
        assert_eq!(answer.status(), 200);
        answer.json().unwrap()
    }
}

/// The reference of an answer.
pub(crate) fn reference(answer: &Value) -> String {
    answer["reference"].as_str().unwrap().to_owned()
}
