//! Flips over HTTP: two people who differ in one thing live the same life in a gateway of the check's own, on loopback.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use futures_util::{StreamExt as _, stream};
use reqwest::Client;
use serde_json::{Value, json};

use crate::auth::development::{self, Mint, Order};
use crate::casework::Office;
use crate::casework::answer::fulfil;
use crate::casework::figures::treatment;
use crate::casework::objections::objecting;
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::id::Reference;
use crate::domain::identity::{Asker, Personal};
use crate::domain::time::Instant;
use crate::fairness::dice::Dice;
use crate::fairness::flip::answer::{Answer, Seen, differences, is_in_turn};
use crate::fairness::flip::timing::{self, Timing};
use crate::fairness::flip::{Attributes, KINDS};
use crate::gateway::{self, Gateway, beginning};
use crate::policy::PolicySet;

use super::bar::bar;

/// Nine in the morning of a working day in Paris.
const MORNING: Instant = Instant(1_795_507_200_000);
const SHOWN: usize = 20;
const RIGHTS: [&str; 4] = ["rectification", "rectification", "erasure", "nonsense"];
/// Requests for access, each answered before the next: the threshold looks from the fourth on.
const ROUNDS: usize = 5;

/// A data map without data, and a directory of everybody who can live here.
const PEOPLE: &str = r#"version = "check"
nowhere = true
[[directory]]
system = "people"
accounts = """SELECT account FROM (
  WITH RECURSIVE pair (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM pair WHERE number < 99)
  SELECT 'flip-' || number || '-' || side AS account, 'flip-' || number || '-' || side || '@example.org' AS email
  FROM pair, (SELECT 'a' AS side UNION ALL SELECT 'b')) WHERE email = :email"""
[[system]]
id = "people"
title = "People"
connector = "sql"
url = "sqlite://people.db"
"#;
/// So many pairs object in their own way; the others do all the rest.
const OBJECTORS: u64 = 100;
const PURPOSE: &str = "ai_training";

/// Two lives that differ in one thing.
pub(super) struct Pair {
    pub(super) attribute: &'static str,
    pub(super) first: (Attributes, Seen),
    pub(super) second: (Attributes, Seen),
}

/// What the lives looked like.
#[derive(Default)]
pub(super) struct Found {
    pub(super) pairs: Vec<Pair>,
    pub(super) flips: u64,
    pub(super) requests: u64,
    pub(super) flagged: u64,
    pub(super) different: u64,
    pub(super) differences: Vec<String>,
    pub(super) timings: Vec<(&'static str, Timing)>,
}

/// Lives pairs of lives until so many answers were compared.
pub(super) fn run(policies: &PolicySet, flips: u64, seed: u64) -> anyhow::Result<Found> {
    let folder = Folder::make()?;
    let config = configured(&folder, policies)?;
    let clock = Clock::at(MORNING);
    let gateway = Gateway::open(&config, clock.clone())?;
    let world = World {
        url: format!("http://{}", gateway.address),
        mint: gateway::mint(&config)?,
        clock,
        clients: clients()?,
    };
    let office = Arc::clone(&gateway.office);
    let (sender, receiver) = std::sync::mpsc::channel();
    let server = std::thread::spawn(move || gateway.serve(|handle| drop(sender.send(handle))));
    let handle = receiver.recv().context("the gateway did not start")?;
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    let lived = runtime.block_on(live(&world, &office, flips, seed));
    runtime.block_on(handle.stop(true));
    server.join().map_err(|_| anyhow::anyhow!("the gateway broke"))??;
    lived
}

fn configured(folder: &Folder, policies: &PolicySet) -> anyhow::Result<Config> {
    let dir = folder.path();
    // The operator's thresholds and purposes; a data map of nobody's, so that nothing of the company is reached. Its
    // directory makes the people up as it is asked: an empty file is an empty database.
    std::fs::create_dir_all(dir.join("policies/regimes"))?;
    for (name, policy) in &policies.texts {
        std::fs::write(dir.join("policies").join(name), &policy.text)?;
    }
    std::fs::write(dir.join("policies/datamap.toml"), PEOPLE)?;
    std::fs::write(dir.join("people.db"), "")?;
    let settings = "[server]\nbind = \"127.0.0.1:0\"\nworkers = 2\nshutdown_seconds = 1\n\
                    [audit]\norigin = \"check.invalid/habeas\"\n[auth]\ndevelopment_issuer = true\n\
                    max_lifetime_seconds = 86400\n[jobs]\nworkers = 0\n";
    beginning::write_all(dir, settings)?;
    let regime = policies.regime.id.clone();
    let flags = [("controller.regime", toml::Value::from(regime))];
    Ok(Config::load(Some(&dir.join("habeas.toml")), std::iter::empty(), &flags)?)
}

/// One client for each address that people come from.
fn clients() -> anyhow::Result<HashMap<&'static str, Client>> {
    let mut clients = HashMap::new();
    for (at, address) in (2u8..).zip(["home", "shared", "data centre"]) {
        let client = Client::builder().no_proxy().timeout(Duration::from_secs(30)).local_address(
            IpAddr::V4(Ipv4Addr::new(127, 0, 0, if cfg!(target_os = "linux") { at } else { 1 })),
        );
        clients.insert(address, client.build()?);
    }
    Ok(clients)
}

struct World {
    url: String,
    mint: Mint,
    clock: Clock,
    clients: HashMap<&'static str, Client>,
}

/// Pairs that live at the same time.
const TOGETHER: usize = 16;

async fn live(world: &World, office: &Arc<Office>, flips: u64, seed: u64) -> anyhow::Result<Found> {
    let bar = bar(flips, "flips over HTTP");
    let compared = calls().iter().filter(|call| !matches!(call, Call::Answered)).count();
    let pairs = flips.div_ceil(u64::try_from(compared)?);
    let mut found = Found::default();
    let mut lived = stream::iter(0..pairs)
        .map(|number| one_pair(world, office, number, seed))
        .buffered(TOGETHER);
    while let Some(pair) = lived.next().await {
        let (pair, requests) = pair?;
        found.requests += requests;
        bar.inc(u64::try_from(compared)?);
        look(&mut found, pair)?;
    }
    ranks(office, &mut found).await?;
    for (attribute, _) in KINDS {
        let of = found.pairs.iter().filter(|pair| pair.attribute == attribute);
        let times: Vec<_> = of.flat_map(|pair| ordered(pair, attribute)).collect();
        found.timings.push((attribute, timing::judge(&times)));
    }
    bar.finish_and_clear();
    Ok(found)
}

async fn one_pair(
    world: &World,
    office: &Arc<Office>,
    number: u64,
    seed: u64,
) -> anyhow::Result<(Pair, u64)> {
    let mut dice = Dice::new(seed ^ number.wrapping_mul(0x2545_f491_4f6c_dd1d));
    let (attribute, own, other) = Attributes::pair(number, &mut dice);
    // Which of the two goes first is left to chance: a place in the queue must not look like a plan.
    let (a, b) = if dice.happens(0.5) { (own, other) } else { (other, own) };
    let mut first = Person::new(world, a, format!("flip-{number}-a"))?;
    let mut second = Person::new(world, b, format!("flip-{number}-b"))?;
    for call in calls() {
        first.does(world, call).await?;
        second.does(world, call).await?;
    }
    if number < OBJECTORS {
        first.objects_in_their_own_way(world, office).await?;
        second.objects_in_their_own_way(world, office).await?;
    }
    let requests = first.requests + second.requests;
    let (first, second) = (first.seen(office).await?, second.seen(office).await?);
    Ok((Pair { attribute, first, second }, requests))
}

fn look(found: &mut Found, pair: Pair) -> anyhow::Result<()> {
    found.flips += u64::try_from(pair.first.1.answers.len())?;
    found.flagged += [&pair.first, &pair.second]
        .into_iter()
        .filter(|(_, seen)| seen.findings.iter().any(|finding| finding.starts_with("Review")))
        .count() as u64;
    for (call, what) in differences(&pair.first.1, &pair.second.1) {
        found.different += 1;
        if found.differences.len() < SHOWN {
            let (one, two) =
                (pair.first.0.value(pair.attribute), pair.second.0.value(pair.attribute));
            found.differences.push(format!(
                "{what} of `{call}` when {} is `{two}` instead of `{one}`",
                pair.attribute
            ));
        }
    }
    found.pairs.push(pair);
    Ok(())
}

/// Places in the stored queue, once everybody stands in it.
async fn ranks(office: &Office, found: &mut Found) -> anyhow::Result<()> {
    let order: HashMap<String, u32> = (0u32..)
        .zip(treatment::waiting(office).await?)
        .map(|(place, case)| (case.to_string(), place))
        .collect();
    for pair in &mut found.pairs {
        for seen in [&mut pair.first.1, &mut pair.second.1] {
            seen.ranks = seen.cases.iter().filter_map(|case| order.get(case).copied()).collect();
        }
        // Counted among those of the two lives.
        let mut all: Vec<u32> =
            pair.first.1.ranks.iter().chain(&pair.second.1.ranks).copied().collect();
        all.sort_unstable();
        for seen in [&mut pair.first.1, &mut pair.second.1] {
            for rank in &mut seen.ranks {
                *rank = u32::try_from(all.partition_point(|place| place < rank))?;
            }
        }
        if !is_in_turn(&pair.first.1, &pair.second.1) {
            found.different += 1;
            found.differences.push(format!("place in the queue when {} differs", pair.attribute));
        }
    }
    Ok(())
}

/// Times of the same calls.
pub(super) fn times(first: &Seen, second: &Seen) -> Vec<(u64, u64)> {
    first.answers.iter().zip(&second.answers).map(|(a, b)| (a.took_us.0, b.took_us.0)).collect()
}

// The same value is always on the same side, whoever went first.
fn ordered(pair: &Pair, attribute: &str) -> Vec<(u64, u64)> {
    let (one, two) = (pair.first.0.value(attribute), pair.second.0.value(attribute));
    if one < two {
        times(&pair.first.1, &pair.second.1)
    } else {
        times(&pair.second.1, &pair.first.1)
    }
}

/// One step of a life.
#[derive(Clone, Copy)]
enum Call {
    Ask(&'static str),
    AskForAccess,
    Look,
    Answered,
    Object,
    TakeBack,
    List,
    Objections,
}

fn calls() -> Vec<Call> {
    let mut calls: Vec<Call> = RIGHTS.iter().map(|right| Call::Ask(right)).collect();
    for _ in 0..ROUNDS {
        calls.extend([Call::AskForAccess, Call::Look, Call::Answered, Call::Look]);
    }
    calls.extend([Call::Object, Call::Objections, Call::TakeBack, Call::List]);
    calls
}

struct Person {
    who: Attributes,
    sub: String,
    token: String,
    officer: String,
    client: Client,
    seen: Seen,
    own: Vec<String>,
    last: String,
    requests: u64,
}

impl Person {
    fn new(world: &World, who: Attributes, sub: String) -> anyhow::Result<Self> {
        let now = world.clock.now();
        let labels = [("plan", "plan"), ("country", "country"), ("language", "locale")];
        let order = Order {
            sub: sub.clone(),
            labels: labels
                .map(|(kind, claim)| (claim.to_owned(), who.value(kind).to_owned()))
                .to_vec(),
            ttl_seconds: 86_000,
            ..Order::default()
        };
        let staff = Order {
            sub: "officer".into(),
            roles: vec!["caseworker".into()],
            ttl_seconds: 86_000,
            ..Order::default()
        };
        let client = world.clients.get(who.value("address")).context("there is no such address")?;
        Ok(Self {
            token: world.mint.token(&order, now)?,
            officer: world.mint.token(&staff, now)?,
            client: client.clone(),
            who,
            own: vec![sub.clone()],
            sub,
            seen: Seen::default(),
            last: String::new(),
            requests: 0,
        })
    }

    async fn does(&mut self, world: &World, call: Call) -> anyhow::Result<()> {
        world.clock.pass_ms(1);
        let last = self.last.clone();
        match call {
            Call::Ask(right) => {
                self.sends(world, "ask", "POST", "/v1/requests", Some(json!({ "right": right })))
                    .await
            }
            Call::AskForAccess => {
                self.sends(
                    world,
                    "ask for access",
                    "POST",
                    "/v1/requests",
                    Some(json!({ "right": "access" })),
                )
                .await
            }
            Call::Look => {
                self.sends(world, "look", "GET", &format!("/v1/requests/{last}"), None).await
            }
            Call::List => self.sends(world, "list", "GET", "/v1/requests", None).await,
            Call::Object => {
                self.sends(world, "object", "PUT", "/v1/objections/ai_training", None).await
            }
            Call::TakeBack => {
                self.sends(world, "take back", "DELETE", "/v1/objections/ai_training", None).await
            }
            Call::Objections => {
                self.sends(world, "objections", "GET", "/v1/objections", None).await
            }
            Call::Answered => self.is_answered(world).await,
        }
    }

    async fn sends(
        &mut self,
        world: &World,
        name: &'static str,
        method: &str,
        path: &str,
        body: Option<Value>,
    ) -> anyhow::Result<()> {
        let method = reqwest::Method::from_bytes(method.as_bytes())?;
        let mut request = self
            .client
            .request(method, format!("{}{path}", world.url))
            .bearer_auth(&self.token)
            .header("User-Agent", self.who.value("device"))
            .header("Accept-Language", self.who.value("language"))
            .header("X-Forwarded-For", "203.0.113.7");
        if let Some(body) = &body {
            request = request.json(body);
        }
        let begun = Clock::ticks();
        let answer = request.send().await?;
        let status = answer.status().as_u16();
        let headers: Vec<(String, String)> = answer
            .headers()
            .iter()
            .map(|(name, value)| {
                (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned())
            })
            .collect();
        let bytes = answer.bytes().await?;
        let took_us = u64::try_from(begun.elapsed().as_micros())?;
        self.requests += 1;
        let told: Value = serde_json::from_slice(&bytes).unwrap_or_default();
        if let (201, Some(reference)) = (status, told.get("reference").and_then(Value::as_str)) {
            reference.clone_into(&mut self.last);
            self.own.push(self.last.clone());
            self.seen.cases.push(self.last.clone());
        }
        let answer = Answer::new(name, status, headers.into_iter(), &bytes, &self.own, took_us);
        self.seen.answers.push(answer);
        Ok(())
    }

    /// With their account, or by a mail that names the address: pipelines, which ask by account, must stop either way.
    async fn objects_in_their_own_way(
        &mut self,
        world: &World,
        office: &Arc<Office>,
    ) -> anyhow::Result<()> {
        world.clock.pass_ms(1);
        let sub = Personal::new(self.sub.clone());
        if self.who.is("channel", "mail") {
            let scope = json!({ "purposes": [PURPOSE] });
            let email = format!("{}@example.org", self.sub);
            let body = json!({ "right": "objection", "email": email, "scope": scope });
            let sent = self.client.post(format!("{}/v1/requests", world.url)).json(&body).send();
            let told: Value = sent.await?.json().await?;
            let reference = told.get("reference").and_then(Value::as_str).unwrap_or_default();
            let (office, reference) = (Arc::clone(office), reference.parse()?);
            tokio::task::spawn_blocking(move || fulfil::try_now(&office, reference)).await??;
        } else {
            let url = format!("{}/v1/objections/{PURPOSE}", world.url);
            self.client.put(url).bearer_auth(&self.token).send().await?.error_for_status()?;
        }
        self.requests += 1;
        let asker = Asker::Account { issuer: development::PEOPLE.to_owned(), sub, email: None };
        self.seen.is_stopped = objecting::is_stopped(office, PURPOSE, &asker);
        Ok(())
    }

    /// A case worker answers the last request; what they see is not compared.
    async fn is_answered(&mut self, world: &World) -> anyhow::Result<()> {
        let url = format!("{}/v1/cases/{}", world.url, self.last);
        let sheet = self.client.get(&url).bearer_auth(&self.officer).send().await?;
        let version = sheet.headers().get("etag").cloned().context("the case has no version")?;
        let file = json!({ "name": "copy.txt", "media_type": "text/plain", "content": "Y29weQ==" });
        let body = json!({ "outcome": "fulfilled", "text": "here it is", "attachments": [file] });
        let answer = self.client.post(format!("{url}/answer")).bearer_auth(&self.officer);
        let answer = answer.header("If-Match", version).json(&body).send().await?;
        self.requests += 2;
        if answer.status() != 200 {
            bail!("`{}`'s request was not answered: {}", self.sub, answer.text().await?);
        }
        // The file has an id of its own, which is another one for everybody.
        let sheet = self.client.get(&url).bearer_auth(&self.officer).send().await?;
        self.requests += 1;
        let sheet: Value = serde_json::from_slice(&sheet.bytes().await?)?;
        let files = sheet.get("attachments").and_then(Value::as_array).into_iter().flatten();
        let id = |file: &Value| Some(file.get("link")?.as_str()?.rsplit('/').next()?.to_owned());
        self.own.extend(files.filter_map(id));
        Ok(())
    }

    async fn seen(mut self, office: &Arc<Office>) -> anyhow::Result<(Attributes, Seen)> {
        let cases: Vec<Reference> =
            self.seen.cases.iter().map(|case| case.parse()).collect::<Result<_, _>>()?;
        let findings = treatment::findings(office, cases.clone()).await?;
        self.seen.findings = cases.iter().filter_map(|case| findings.get(case).cloned()).collect();
        Ok((self.who, self.seen))
    }
}

/// The folder of the check's own gateway; gone at the end.
struct Folder(std::path::PathBuf);

impl Folder {
    fn make() -> anyhow::Result<Self> {
        let name = u64::from_be_bytes(crate::store::vault::random());
        let dir = std::env::temp_dir().join(format!("habeas-fairness-{name:016x}"));
        std::fs::create_dir_all(&dir)
            .with_context(|| format!("`{}` cannot be made", dir.display()))?;
        Ok(Self(dir.canonicalize()?))
    }

    fn path(&self) -> &std::path::Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
