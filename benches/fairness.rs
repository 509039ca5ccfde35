//! Fairness measured: flips a second, floods through the real scheduler, false alarms, power of the planted biases, a year's
//! report. Prints Markdown. `cargo bench --bench fairness`; `-- --quick` for a short look.

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

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant as Stopwatch};

use common::{Connection, write_files};

use habeas::admission::core::{Caller, Core, Entry, Room};
use habeas::admission::seen::Seen;
use habeas::admission::turns::Class;
use habeas::domain::deadline::Calendar;
use habeas::domain::holidays::Country;
use habeas::domain::right::Right;
use habeas::domain::time::Instant;
use habeas::fairness::cohort::Cohort;
use habeas::fairness::dice::Dice;
use habeas::fairness::flip::planted::{ALL, Kind};
use habeas::fairness::flip::{World, honest, run};
use habeas::fairness::report::rows::{Marks, Row, Rows};
use habeas::fairness::report::{Frame, Report};
use habeas::fairness::stats::sequential::Evidence;
use habeas::fairness::stats::verdict::{Rule, Verdict, jain, judge, least_to_most};
use habeas::fairness::stats::{Pair, Share};
use habeas::policy::load;

fn main() {
    let quick = std::env::args().any(|arg| arg == "--quick");
    let part = if quick { 20 } else { 1 };
    println!("| what | figure |\n|---|---|");
    flips(10_000_000 / part);
    flood(100_000 / i64::from(part as u32));
    shared_address(part);
    sybil();
    memory(100_000_000 / part);
    planted(100 / part.min(10));
    alarms(20_000 / part);
    discoveries(2_000 / part);
    report(1_000_000 / part);
    over_http(if quick { 3 } else { 20 });
}

/// A connection from one of this machine's addresses.
async fn connect(own: &str, address: &str) -> std::io::Result<Connection> {
    let socket = tokio::net::TcpSocket::new_v4()?;
    let parse = |text: &str| text.parse().map_err(|_| std::io::ErrorKind::InvalidInput);
    socket.bind(parse(own)?)?;
    let stream = socket.connect(parse(address)?).await?;
    stream.set_nodelay(true)?;
    Ok(Connection { stream, buffer: Vec::with_capacity(16 * 1024) })
}

/// A real gateway on loopback: 400 connections of 50 people who ask without pause, and newcomers beside them, half from the
/// attackers' address and half from one of their own.
fn over_http(seconds: u64) {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().canonicalize().unwrap();
    write_files(&dir, "sqlite://bench.db", "127.0.0.1:0");
    let file = dir.join("habeas.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, format!("{text}[admission]\ninside = 128\nwaiting = 512\n")).unwrap();
    let config = habeas::config::Config::load(Some(&file), std::iter::empty(), &[]).unwrap();
    let gateway = habeas::gateway::Gateway::open(&config, habeas::clock::Clock::System).unwrap();
    let mint = Arc::new(habeas::gateway::mint(&config).unwrap());
    let address = gateway.address.to_string();
    let (sender, receiver) = std::sync::mpsc::channel();
    let server =
        std::thread::spawn(move || gateway.serve(|handle| sender.send(handle).unwrap()).unwrap());
    let handle = receiver.recv().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (stored, away) = (Arc::new(AtomicU64::new(0)), Arc::new(AtomicU64::new(0)));
    let stop = Arc::new(AtomicBool::new(false));
    let mut waits: [Vec<u64>; 2] = [Vec::new(), Vec::new()];
    let mut refused = [0u64; 2];
    runtime.block_on(async {
        for n in 0..400usize {
            let (address, mint) = (address.clone(), Arc::clone(&mint));
            let (stored, away, stop) = (Arc::clone(&stored), Arc::clone(&away), Arc::clone(&stop));
            tokio::task::spawn(async move {
                let token = people::token(&mint, n % 50);
                let mut connection = Connection::open(&address).await.unwrap();
                for count in 0u64.. {
                    let request = intake::intake(&token, &format!("a{n}-{count}"), "other");
                    let Ok((status, _)) = connection.send(&request).await else { return };
                    let counted = if status == 201 { &stored } else { &away };
                    counted.fetch_add(1, Ordering::Relaxed);
                    if stop.load(Ordering::Relaxed) {
                        return;
                    }
                }
            });
        }
        tokio::time::sleep(Duration::from_secs(2)).await;
        let begun = Stopwatch::now();
        let (mut arrivals, mut next) = (tokio::task::JoinSet::new(), 1000usize);
        while begun.elapsed() < Duration::from_secs(seconds) {
            for group in 0..2usize {
                next += 1;
                let (address, token) = (address.clone(), people::token(&mint, next));
                let request = intake::intake(&token, &format!("n{next}"), "access");
                arrivals.spawn(async move {
                    let from = if group == 0 { "127.0.0.1:0" } else { "127.0.0.7:0" };
                    let mut connection = connect(from, &address).await.unwrap();
                    let began = Stopwatch::now();
                    let (status, _) = connection.send(&request).await.unwrap();
                    (group, status, began.elapsed().as_micros() as u64)
                });
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        while let Some(done) = arrivals.join_next().await {
            let (group, status, took) = done.unwrap();
            if status == 201 {
                waits[group].push(took);
            } else {
                refused[group] += 1;
            }
        }
        stop.store(true, Ordering::Relaxed);
        handle.stop(false).await;
    });
    server.join().unwrap();
    let p99 = |waits: &[u64]| {
        quantile(waits.iter().map(|us| i64::try_from(*us).unwrap()).collect(), 0.99) as f64 / 1000.0
    };
    row(
        "over HTTP, 400 connections of 50 known people without pause, newcomers at about 150 a second",
        &format!(
            "known: {} stored, {} sent away; newcomers at the same address {} in, {} away, p99 {:.1} ms; at their own {} in, {} away, p99 {:.1} ms",
            stored.load(Ordering::Relaxed),
            away.load(Ordering::Relaxed),
            waits[0].len(),
            refused[0],
            p99(&waits[0]),
            waits[1].len(),
            refused[1],
            p99(&waits[1])
        ),
    );
}

fn row(what: &str, figure: &str) {
    println!("| {what} | {figure} |");
}

fn flips(wanted: u64) {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
    let policies = load::from_dir(&dir, "eu").unwrap();
    let calendar = Calendar::new(Country::parse("FR").unwrap(), "Europe/Paris").unwrap();
    let world = World { policies: &policies, calendar: &calendar };
    let begun = Stopwatch::now();
    let found = run(&world, 0..wanted / 18, 1, &honest);
    let rate = found.flips as f64 / begun.elapsed().as_secs_f64();
    row(
        "flips through decide, one core",
        &format!(
            "{} flips, {} differences, {} flagged lives, {rate:.0} a second",
            found.flips, found.different, found.flagged
        ),
    );
}

/// A desk that stores so many a millisecond, behind the real scheduler.
struct Desk {
    core: Core<(u64, i64)>,
    inside: Vec<(u64, i64)>,
    per_ms: usize,
    waits: HashMap<u64, i64>,
    away: Vec<((u64, i64), u64)>,
}

impl Desk {
    fn new(per_ms: usize) -> Self {
        let core = Core::new(Room { inside: 512, waiting: 8192, wait_ms_max: 5000 }, 0);
        Self { core, inside: Vec::new(), per_ms, waits: HashMap::new(), away: Vec::new() }
    }

    fn comes(&mut self, who: u64, has_first_ticket: bool, now: i64) {
        let caller = Caller { who: &who, class: Class::Signed, has_first_ticket };
        match self.core.arrive(&caller, (who, now), now) {
            Entry::In(it) => self.inside.push(it),
            Entry::Waits => {}
            Entry::Displaces(it, shed) | Entry::Away(it, shed) => {
                self.away.push((it, shed.retry_after_seconds));
            }
        }
    }

    fn tick(&mut self, now: i64) {
        let done = self.per_ms.min(self.inside.len());
        for (who, at) in self.inside.drain(..done).collect::<Vec<_>>() {
            self.waits.entry(who).or_insert(now - at);
            if let Some((who, at)) = self.core.leave(now) {
                self.core.goes_in(&who, now);
                self.inside.push((who, at));
            }
        }
    }
}

fn quantile(mut waits: Vec<i64>, share: f64) -> i64 {
    waits.sort_unstable();
    waits[((waits.len() - 1) as f64 * share) as usize]
}

fn flood(newcomers: i64) {
    // 10,000 a second are stored; 1,000 known people send 1,000,000; 5,000 newcomers come a second.
    let mut desk = Desk::new(10);
    let millis = newcomers / 5;
    for now in 0..millis + 3000 {
        if now < millis + 1000 {
            for n in 0..1000 {
                desk.comes(n, false, now);
            }
        }
        if (1000..millis + 1000).contains(&now) {
            for n in 0..5 {
                desk.comes(1_000_000 + (now * 5 + n) as u64, false, now);
            }
        }
        desk.tick(now);
    }
    let waits: Vec<i64> =
        desk.waits.iter().filter(|(who, _)| **who >= 1_000_000).map(|(_, wait)| *wait).collect();
    row(
        "first-timers under a flood of a hundred times the capacity from 1,000 known people (simulated clock)",
        &format!(
            "{} of {newcomers} admitted at the first try, p50 {} ms, p99 {} ms, longest {} ms",
            waits.len(),
            quantile(waits.clone(), 0.5),
            quantile(waits.clone(), 0.99),
            quantile(waits.clone(), 1.0)
        ),
    );
}

fn shared_address(part: u64) {
    // The scheduler has no address; 10,000 people whom 50 attackers stand beside, and 10,000 with an address of their own.
    let mut desk = Desk::new(10);
    let seconds = 20_000 / i64::from(part.min(4) as u32);
    let mut sent: BTreeMap<u64, [u32; 2]> = BTreeMap::new();
    let mut dice = Dice::new(3);
    let mut waited: [Vec<i64>; 2] = [Vec::new(), Vec::new()];
    let mut waits_of = HashMap::new();
    for now in 0..seconds {
        for n in 0..100u64 {
            desk.comes(n % 50, false, now);
        }
        for group in 0..2u64 {
            let who = 1000 + group * 10_000 + u64::from(dice.below(10_000));
            let cell = sent.entry(who).or_default();
            cell[0] += 1;
            desk.waits.remove(&who);
            desk.comes(who, false, now);
            waits_of.insert(who, group as usize);
        }
        desk.tick(now);
        for (who, group) in &waits_of {
            if let Some(wait) = desk.waits.get(who) {
                waited[*group].push(*wait);
            }
        }
        waits_of.retain(|who, _| !desk.waits.contains_key(who));
    }
    let mut refused = [0u32; 2];
    for ((who, _), _) in &desk.away {
        if *who >= 1000 {
            refused[usize::from(*who >= 11_000)] += 1;
        }
    }
    let asked = |group: u64| {
        sent.iter()
            .filter(|(who, _)| (**who - 1000) / 10_000 == group)
            .map(|(_, c)| c[0])
            .sum::<u32>()
    };
    let admitted: Vec<f64> =
        (0..2).map(|g| 1.0 - f64::from(refused[g as usize]) / f64::from(asked(g))).collect();
    let p99: Vec<i64> = waited.into_iter().map(|waits| quantile(waits, 0.99)).collect();
    row(
        "10,000 people and 50 attackers behind one address, beside 10,000 with their own (simulated clock)",
        &format!(
            "admitted worst to best {:.4}, Jain {:.4}, p99 {} and {} ms",
            least_to_most(&admitted),
            jain(&admitted),
            p99[0],
            p99[1]
        ),
    );
}

fn sybil() {
    let mut desk = Desk::new(10);
    let mut back: BTreeMap<i64, Vec<u64>> = BTreeMap::new();
    let mut away: HashMap<u64, u32> = HashMap::new();
    let mut next = 0;
    for now in 0..200_000 {
        for who in back.remove(&now).unwrap_or_default() {
            desk.comes(who, true, now);
        }
        if now < 10_000 {
            for _ in 0..50 {
                next += 1;
                desk.comes(next, false, now);
            }
        }
        for ((who, _), seconds) in std::mem::take(&mut desk.away) {
            *away.entry(who).or_default() += 1;
            back.entry(now + i64::try_from(seconds).unwrap() * 1000).or_default().push(who);
        }
        desk.tick(now);
    }
    let twice = away.values().filter(|times| **times > 1).count();
    row(
        "new identities at five times the capacity for ten seconds; each comes back when told (simulated clock)",
        &format!(
            "{} of {next} came in, {} were sent away once, {twice} twice",
            desk.waits.len(),
            away.len()
        ),
    );
}

fn memory(keys: u64) {
    let mut seen: Seen = Seen::new(0);
    let begun = Stopwatch::now();
    for n in 0..keys {
        seen.insert(&n, 0);
    }
    let took = begun.elapsed().as_secs_f64();
    let mistaken = (keys..keys + 100_000).filter(|n| seen.contains(n)).count();
    row(
        "memory of people after so many different ones",
        &format!(
            "{keys} people, {} MiB, {mistaken} of 100,000 newcomers taken for known, {:.0} ns each",
            seen.bytes() >> 20,
            took / keys as f64 * 1e9
        ),
    );
}

fn planted(years: u64) {
    for bias in ALL {
        if let Kind::People(counted) = bias.kind {
            let noticed = (0..years).filter(|year| counted.is_noticed(*year)).count();
            row(
                bias.name,
                &format!(
                    "noticed in {noticed} of {years} years of {} in each group",
                    counted.members
                ),
            );
        }
    }
}

fn hits(dice: &mut Dice, of: u32, rate: f64) -> Share {
    let hits = (0..of).filter(|_| dice.happens(rate)).count();
    Share::new(hits as u32, of)
}

fn alarms(years: u64) {
    let mut dice = Dice::new(5);
    let mut alarmed = |one: f64, other: f64, days: u32| {
        let mut evidence = Evidence::default();
        for _ in 0..days {
            let block = Pair::new(hits(&mut dice, 40, one), hits(&mut dice, 40, other));
            evidence.observe(block);
        }
        evidence.alarms(0.01)
    };
    let wrong = (0..years).filter(|_| alarmed(0.03, 0.03, 365)).count();
    row("quiet years of daily looks with an alarm at 0.01", &format!("{wrong} of {years}"));
    let right = (0..years / 20).filter(|_| alarmed(0.03, 0.06, 90)).count();
    row(
        "3 % against 6 %, 40 a day in each group, noticed within 90 days",
        &format!("{right} of {}", years / 20),
    );
}

fn discoveries(reports: u64) {
    let mut dice = Dice::new(9);
    let (mut share, mut any) = (0.0, 0);
    for _ in 0..reports {
        // Five of fifty pairs are really unequal.
        let pairs: Vec<Pair> = (0..50)
            .map(|at| {
                let rate = if at < 5 { 0.25 } else { 0.05 };
                Pair::new(hits(&mut dice, 120, rate), hits(&mut dice, 120, 0.05))
            })
            .collect();
        let judged = judge(&pairs, Rule::default());
        let unequal: Vec<usize> =
            (0..50).filter(|at| judged[*at].verdict == Verdict::Unequal).collect();
        let wrong = unequal.iter().filter(|at| **at >= 5).count();
        any += usize::from(wrong > 0);
        share += wrong as f64 / unequal.len().max(1) as f64;
    }
    row(
        "false discoveries over fifty pairs, five of them real",
        &format!(
            "{:.2} % on average, one or more in {any} of {reports} reports",
            share / reports as f64 * 100.0
        ),
    );
}

fn report(cases: u64) {
    let mut dice = Dice::new(13);
    let mut rows = Rows::default();
    let (plans, countries) =
        (["free", "plus", "pro", "enterprise"], ["FR", "DE", "PL", "IE", "ES"]);
    let cohorts: Vec<Cohort> = plans
        .iter()
        .flat_map(|plan| {
            countries.iter().map(|country| Cohort {
                plan: Some((*plan).into()),
                country: Some((*country).into()),
                language: Some(country.to_lowercase()),
            })
        })
        .collect();
    for n in 0..cases {
        let received_at = Instant(1_767_225_600_000 + i64::from(dice.below(365 * 86_400)) * 1000);
        let mut marks = Marks::default();
        marks.set(Marks::SIGNED, dice.happens(0.9));
        marks.set(Marks::FLAGGED, dice.happens(0.03));
        marks.set(Marks::EXTENDED, dice.happens(0.05));
        let answered_at = Some(received_at.plus_ms(i64::from(dice.below(2_000_000)) * 1000));
        let right = *dice.one_of(&Right::ALL).unwrap();
        let row = Row { received_at, answered_at, right, person: (n / 2) as u32, marks };
        rows.push(row, dice.one_of(&cohorts));
    }
    let text = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("policies/thresholds.toml"),
    );
    let thresholds = habeas::policy::thresholds::Thresholds::parse(&text.unwrap()).unwrap();
    let frame = Frame {
        controller: "bench",
        from: "2026-01-01".parse().unwrap(),
        to: "2026-12-31".parse().unwrap(),
        policies: Vec::new(),
        thresholds: &thresholds,
        rule: Rule::default(),
    };
    let begun = Stopwatch::now();
    let report = Report::of(frame, &rows);
    let html = report.html();
    row(
        "report of a year, counted, judged and drawn",
        &format!(
            "{cases} cases, {:.1} s, {} KiB of HTML",
            begun.elapsed().as_secs_f64(),
            html.len() >> 10
        ),
    );
}
