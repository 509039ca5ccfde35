//! A year of answered requests, made up and written straight into the tables.

use std::sync::Arc;

use habeas::casework::Office;
use habeas::clock::Clock;
use habeas::config::Config;
use habeas::domain::case::{Due, Outcome, Stage, State};
use habeas::domain::history::{Answer, Grounds, Identity, Service, Standing, Timeliness};
use habeas::domain::id::{CaseId, Reference};
use habeas::domain::time::Instant;
use habeas::gateway;
use habeas::store::rows::CaseRow;
use habeas::store::vault::random;

/// An empty database of a benchmark's own, and how many requests it is to hold.
pub(crate) struct Place {
    pub(crate) requests: u64,
    pub(crate) office: Arc<Office>,
    /// Its files; deleted when it is dropped.
    pub(crate) folder: tempfile::TempDir,
}

/// `--requests` or a million; on PostgreSQL where `TEST_POSTGRES_URL` names one.
pub(crate) fn place() -> Place {
    let arguments: Vec<String> = std::env::args().collect();
    let wanted = arguments.windows(2).find(|pair| pair.first().unwrap() == "--requests");
    let requests = wanted.map_or(1_000_000, |pair| pair.last().unwrap().parse().unwrap());
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let database = std::env::var("TEST_POSTGRES_URL");
    let database = database.unwrap_or_else(|_| "sqlite://history.db".into());
    crate::common::write_files(folder.path(), &database, "127.0.0.1:0");
    let config =
        Config::load(Some(&folder.path().join("habeas.toml")), std::iter::empty(), &[]).unwrap();
    let office = gateway::office(&config, Clock::System, 1).unwrap();
    Place { requests, office, folder }
}

/// Requests of one person.
pub(crate) const EACH: u64 = 4;
const RIGHTS: [&str; 4] = ["access", "erasure", "portability", "access"];

/// One of a person's requests: every nine days on average, answered the next day.
pub(crate) fn row(n: u64) -> CaseRow {
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
        id: CaseId::new(received, random()).0.to_vec(),
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
pub(crate) fn scattered(person: u64) -> Vec<u8> {
    habeas::audit::merkle::Hash::of(&person.to_be_bytes()).0.get(..16).unwrap().to_vec()
}
