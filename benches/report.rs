//! `habeas fairness report` about a year of a million stored requests with sealed labels: the real command, timed.
//!
//! `cargo bench --bench report -- --requests 1000000`; with `TEST_POSTGRES_URL` on PostgreSQL, into an empty database.

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

use std::process::Command;
use std::time::Instant as Moment;

use habeas::casework::{CaseworkError, Office};
use habeas::store::rows::{CaseRow, CohortRow, SubjectRow};
use habeas::store::vault::{Dek, Place};

const PEOPLE_TOGETHER: u64 = 250;
const PLANS: [&str; 4] = ["free", "plus", "pro", "enterprise"];
const COUNTRIES: [&str; 5] = ["FR", "DE", "PL", "IE", "ES"];

fn main() {
    let history::Place { requests, office, folder } = history::place();
    let started = Moment::now();
    for part in 0..requests / (PEOPLE_TOGETHER * history::EACH) {
        fill(&office, part * PEOPLE_TOGETHER..(part + 1) * PEOPLE_TOGETHER);
    }
    drop(office);
    println!("filled with {requests} requests in {:.1} s", started.elapsed().as_secs_f64());
    for (round, format) in ["html", "json", "csv"].into_iter().enumerate() {
        let out = folder.path().join(format!("report.{format}"));
        let started = Moment::now();
        let ended = Command::new(env!("CARGO_BIN_EXE_habeas"))
            .arg("--config")
            .arg(folder.path().join("habeas.toml"))
            .args(["fairness", "report", "--from", "2025-06-10", "--to", "2026-06-09"])
            .args(["--format", format, "--out"])
            .arg(&out)
            .output()
            .unwrap();
        let took = started.elapsed().as_secs_f64();
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert!(said.contains(&format!("about {requests} requests")), "{said}");
        println!(
            "round {}: a report about {requests} requests in {took:.2} s ({:.0}/s), {} KiB of {format}",
            round + 1,
            requests as f64 / took,
            std::fs::metadata(&out).unwrap().len() >> 10
        );
    }
}

/// These people, their requests, and a label beside each.
fn fill(office: &Office, people: std::ops::Range<u64>) {
    let (mut subjects, mut cases, mut cohorts) = (Vec::new(), Vec::new(), Vec::new());
    for person in people {
        let id = history::scattered(person);
        let (key, key_wrapped) = office.vault.new_key(&id).unwrap();
        for turn in 0..history::EACH {
            let row = history::row(person * history::EACH + turn);
            cohorts.push(label(&key, &row, person));
            cases.push(row);
        }
        let blind = office.vault.blind(&["bench", &person.to_string()]).to_vec();
        let kind = "account".to_owned();
        subjects.push(SubjectRow { id, blind, kind, key_wrapped, sealed: vec![0; 60], made_at: 0 });
    }
    let write = move |tx: &mut habeas::store::Tx<'_>| {
        tx.insert_subjects(&subjects)?;
        tx.insert_cases(&cases)?;
        tx.insert_cohorts(&cohorts).map(|_| ()).map_err(CaseworkError::from)
    };
    office.store.write_blocking("fill", write).unwrap();
}

fn label(key: &Dek, row: &CaseRow, person: u64) -> CohortRow {
    let of = |names: &[&str], by: u64| names[usize::try_from(by).unwrap() % names.len()].to_owned();
    let (plan, country) = (of(&PLANS, person), of(&COUNTRIES, person / 4));
    let text =
        serde_json::json!({ "plan": plan, "country": country, "language": country.to_lowercase() });
    let place = Place { table: "cohorts", column: "sealed", row: &row.id };
    CohortRow {
        case_id: row.id.clone(),
        sealed: key.seal(&place, text.to_string().as_bytes()).unwrap(),
    }
}
