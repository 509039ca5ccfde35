//! The sample company: a gateway for it, a database of its own, a desk to click at, and a tour to paste.
//!
//! Start with [`settle`] and [`open`]. [`sample`] makes the company's rows, `tour` the lines to paste.
//!
//! **Invariant:** loopback only, and nobody in it is a real person.

pub mod sample;
mod tour;
mod words;

use std::path::Path;

use anyhow::Context as _;
use serde_json::json;

use crate::auth::Scope;
use crate::auth::development::PEOPLE;
use crate::auth::pipeline;
use crate::casework::intake::ask::Labels;
use crate::casework::objections::pipelines::{StoredKey, create};
use crate::casework::sessions::{Session, ways_in};
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::id::KeyId;
use crate::domain::role::Role;
use crate::gateway::{Gateway, beginning};
use crate::store::vault::random;
use crate::web::demo::{Demo, Person};

use self::tour::token;

const SEED: u64 = 2026;
/// The ways in of `demo.json` serve for a day.
const DAY_MS: i64 = 86_400_000;

/// A gateway that shows the sample company.
pub(crate) struct Shown {
    /// Bound, and ready to serve.
    pub(crate) gateway: Gateway,
    /// Lines to paste into another shell.
    pub(crate) tour: String,
}

/// Writes settings, policies, keys and the sample company into a folder, unless they are there. Port 0 takes a free one.
///
/// # Errors
/// When something cannot be written.
pub(crate) fn settle(dir: &Path, port: u16) -> anyhow::Result<Config> {
    let port = if port == 0 { free_port()? } else { port };
    beginning::write_all(dir, &settings(port))?;
    let company = dir.join("sample-company.db");
    if !company.exists() {
        sample::load_sqlite(&company, SEED).context("the sample company cannot be written")?;
    }
    Ok(Config::load(
        Some(&dir.join("habeas.toml")),
        std::iter::empty(),
        &[("server.bind", format!("127.0.0.1:{port}").into())],
    )?)
}

/// Opens the gateway of such a folder, with its desk, `demo.json` and `tour.sh`.
///
/// # Errors
/// Whatever is wrong, with what to do.
pub(crate) fn open(dir: &Path, config: &Config) -> anyhow::Result<Shown> {
    let mut gateway = Gateway::open(config, Clock::movable())?;
    let key = pipeline_key(&gateway)?;
    let desk = Demo {
        people: people(),
        issuer: PEOPLE.to_owned(),
        outbox: config.path(&config.mail.outbox),
    };
    for_programs(config, dir, &gateway, &desk, &key)?;
    gateway.show(desk);
    let tour = tour::tour(config, dir, &gateway, &key)?;
    std::fs::write(dir.join("tour.sh"), &tour)?;
    Ok(Shown { gateway, tour })
}

/// A port that nobody has: the links in mails name it.
fn free_port() -> anyhow::Result<u16> {
    let listener = std::net::TcpListener::bind(("127.0.0.1", 0));
    Ok(listener.context("no port of 127.0.0.1 is free")?.local_addr()?.port())
}

/// Those whom one can be: the first of the sample company, on every plan.
fn people() -> Vec<Person> {
    let sample = sample::rows(SEED);
    let all = (1..=5).filter_map(|n| sample.person(n));
    let person = |(subject, email, plan): (&str, &str, &str)| {
        let name = email.split('.').next().unwrap_or(subject);
        let mut letters = name.chars();
        let first = letters.next().map(|letter| letter.to_uppercase().to_string());
        Person {
            name: format!("{}{}", first.unwrap_or_default(), letters.as_str()),
            subject: subject.to_owned(),
            email: email.to_owned(),
            plan: plan.to_owned(),
        }
    };
    all.map(person).collect()
}

/// `demo.json`: the same for programs.
fn for_programs(
    config: &Config,
    dir: &Path,
    gateway: &Gateway,
    desk: &Demo,
    key: &str,
) -> anyhow::Result<()> {
    let office = &gateway.office;
    let base = format!("http://{}", gateway.address);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let way_in = |person: &Person| -> anyhow::Result<String> {
        let session = Session { asker: desk.asker(person), labels: Labels::default() };
        let (token, _) = runtime.block_on(ways_in::by_company(office, session, DAY_MS))?;
        Ok(format!("{base}/sign-in/{token}"))
    };
    let mut people = Vec::new();
    for person in &desk.people {
        people.push(json!({
            "name": person.name,
            "subject": person.subject,
            "plan": person.plan,
            "email": person.email,
            "token": token(config, &person.subject, Some(&person.plan), &[])?,
            "sign_in": [way_in(person)?, way_in(person)?],
        }));
    }
    let mut tokens = serde_json::Map::new();
    for role in Role::ALL {
        tokens.insert(
            role.code().to_owned(),
            token(config, role.code(), None, &[role.code()])?.into(),
        );
    }
    let all = json!({
        "url": base,
        "pipeline_key": key,
        "people": people,
        "officer_tokens": tokens,
        "outbox": desk.outbox,
    });
    let text = serde_json::to_string_pretty(&all)? + "\n";
    Ok(std::fs::write(dir.join("demo.json"), text)?)
}

fn settings(port: u16) -> String {
    format!(
        "# Written by `habeas demo`. Not for production.\n\
         [server]\nbind = \"127.0.0.1:{port}\"\npublic_url = \"http://127.0.0.1:{port}\"\n\n\
         [audit]\norigin = \"demo.invalid/habeas\"\n\n\
         [controller]\nname = \"Papotin SAS\"\naddress = \"14 rue des Tiercelins\\n54000 Nancy\"\n\n\
         [auth]\ndevelopment_issuer = true\nmax_lifetime_seconds = 86400\n\n\
         [log]\nlevel = \"warn\"\n"
    )
}

fn pipeline_key(gateway: &Gateway) -> anyhow::Result<String> {
    let text = pipeline::text(&random());
    let stored = StoredKey {
        name: "demo pipeline".into(),
        hash: pipeline::hash(&text).to_vec(),
        scopes: Scope::ALL.map(|scope| scope.code().to_owned()).to_vec(),
        expires_at: None,
    };
    create(&gateway.office, KeyId::new(gateway.office.clock.now(), random()), stored)?;
    Ok(text)
}
