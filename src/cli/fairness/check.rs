//! `habeas fairness check`.

use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::Context as _;
use serde_json::{Value, json};

use crate::casework::figures::treatment;
use crate::cli::{Context, Exit, note, say};
use crate::clock::Clock;
use crate::config::Config;
use crate::domain::deadline::Calendar;
use crate::domain::holidays::Country;
use crate::domain::time::Instant;
use crate::fairness::dice::Dice;
use crate::fairness::flip::answer::{Seen, differences, is_in_turn};
use crate::fairness::flip::planted::{ALL, Bias, Kind};
use crate::fairness::flip::timing::{self, Timing};
use crate::fairness::flip::{self, Attributes, Flipped, Machine, World, life::Life};
use crate::fairness::stats::verdict::bound_after_none;
use crate::gateway::{self, beginning};
use crate::policy::{PolicySet, load};

use super::bar::bar;
use super::{stored, surface};

#[derive(clap::Args)]
pub(in crate::cli) struct Options {
    /// Flips in process, of made-up histories
    #[arg(long, default_value_t = 200_000)]
    flips: u64,
    /// Flips through the HTTP surface of a gateway of its own
    #[arg(long, default_value_t = 2_000)]
    http_flips: u64,
    /// Another seed makes other histories
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Times that each bias of people is let loose
    #[arg(long, default_value_t = 3)]
    years: u64,
    /// Machine output
    #[arg(long)]
    json: bool,
}

/// A planted bias, and which layer noticed it.
struct Caught {
    name: &'static str,
    layer: Option<&'static str>,
}

pub(super) fn run(context: &Context, options: &Options) -> anyhow::Result<Exit> {
    let config = context.settings()?;
    let policies = policies(&config)?;
    let country = Country::parse(&config.controller.country)?;
    let calendar = Calendar::new(country, &config.controller.zone)?;
    let world = World { policies: &policies, calendar: &calendar };
    let made_up = in_process(&world, options);
    let stored = of_history(&config, &world, options.seed)?;
    let over_http = surface::run(&policies, options.http_flips, options.seed)
        .context("the gateway of the check did not do its work")?;
    let caught: Vec<Caught> = ALL
        .iter()
        .map(|bias| Caught { name: bias.name, layer: layer(&world, bias, &over_http, options) })
        .collect();
    let told = Told { made_up, stored, over_http: &over_http, caught: &caught };
    if options.json {
        say(&told.json().to_string());
    } else {
        told.say();
    }
    Ok(if told.is_fair() { Exit::Fine } else { Exit::Found })
}

/// The configured policies; those that a new gateway begins with where there are none.
fn policies(config: &Config) -> anyhow::Result<PolicySet> {
    if config.path(&config.policies.dir).exists() {
        return gateway::policies(config);
    }
    let texts =
        beginning::POLICIES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let regime = format!("regimes/{}.toml", config.controller.regime);
    load::from_texts(&texts.collect(), &regime)
        .map_err(|_| anyhow::anyhow!("there is no regime `{}`", config.controller.regime))
}

fn in_process(world: &World<'_>, options: &Options) -> Flipped {
    let bar = bar(options.flips, "flips in process");
    let found = spread(world, options.flips, options.seed, &flip::honest, &|flips| bar.inc(flips));
    bar.finish_and_clear();
    found
}

/// Flips until so many are made, on every core.
fn spread(
    world: &World<'_>,
    flips: u64,
    seed: u64,
    machine: Machine<'_>,
    done: &(dyn Fn(u64) + Sync),
) -> Flipped {
    const TOGETHER: u64 = 64;
    let (next, made) = (AtomicU64::new(0), AtomicU64::new(0));
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        let work = || {
            let mut found = Flipped::default();
            while made.load(Ordering::Relaxed) < flips {
                let first = next.fetch_add(TOGETHER, Ordering::Relaxed);
                let some = flip::run(world, first..first + TOGETHER, seed, machine);
                made.fetch_add(some.flips, Ordering::Relaxed);
                done(some.flips);
                found.add(some);
            }
            found
        };
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let mut found = Flipped::default();
        for thread in threads {
            found.add(thread.join().unwrap_or_default());
        }
        found
    })
}

/// Every stored request again, where there is a database.
fn of_history(config: &Config, world: &World<'_>, seed: u64) -> anyhow::Result<Option<Flipped>> {
    let keys = config.path(&config.keys.dir).join(crate::gateway::keys::MASTER);
    if gateway::existing(config).is_err() || !keys.exists() {
        return Ok(None);
    }
    let office = gateway::office(config, Clock::System, 1)?;
    let all = (Instant(0), Instant(i64::MAX));
    let facts = treatment::gather(&office, all.0, all.1, |_| {})?.facts;
    let mut found = Flipped::default();
    for (number, life) in (0u64..).zip(stored::lives(&facts, world.policies)) {
        found.add(flip::one(world, &life, number, &mut Dice::new(seed ^ number), &flip::honest));
    }
    Ok(Some(found))
}

/// Which layer notices a bias, the strongest first.
fn layer(
    world: &World<'_>,
    bias: &Bias,
    over_http: &surface::Found,
    options: &Options,
) -> Option<&'static str> {
    match bias.kind {
        Kind::Decision(decide) => {
            let machine = |w: &World<'_>, who: &Attributes, life: &Life, dice: &mut Dice| {
                decide(w, who, life, dice)
            };
            let found = spread(world, options.flips.min(20_000), options.seed, &machine, &|_| {});
            (found.different > 0).then_some("flips through decide")
        }
        Kind::Answer(change) => answer_layer(change, over_http, options.seed),
        Kind::People(counted) => in_years(options, |seed| counted.is_noticed(seed)),
        Kind::Ways(offered) => in_years(options, |seed| offered.is_noticed(seed)),
    }
}

/// Nearly every year must show it.
fn in_years(options: &Options, is_noticed: impl Fn(u64) -> bool) -> Option<&'static str> {
    let years = options.years.max(1);
    let noticed = (0..years).filter(|year| is_noticed(options.seed + year)).count();
    let needed = years - years / 20;
    (u64::try_from(noticed).is_ok_and(|n| n >= needed)).then_some("statistics on outcomes")
}

fn answer_layer(
    change: fn(&Attributes, &mut Seen, &mut Dice),
    over_http: &surface::Found,
    seed: u64,
) -> Option<&'static str> {
    let mut dice = Dice::new(seed);
    let biased = |who: &Attributes, seen: &Seen, dice: &mut Dice| {
        let mut seen = seen.clone();
        change(who, &mut seen, dice);
        seen
    };
    let mut times = Vec::new();
    for pair in &over_http.pairs {
        let one = biased(&pair.first.0, &pair.first.1, &mut dice);
        let two = biased(&pair.second.0, &pair.second.1, &mut dice);
        if !differences(&one, &two).is_empty() || !is_in_turn(&one, &two) {
            return Some("flips over HTTP");
        }
        // Timed as the one kind that a delay is planted in: those on the free plan against the others.
        match (pair.first.0.is("plan", "free"), pair.second.0.is("plan", "free")) {
            (true, false) => times.extend(surface::times(&one, &two)),
            (false, true) => times.extend(surface::times(&two, &one)),
            _ => {}
        }
    }
    timing::judge(&times).is_biased().then_some("paired timing over HTTP")
}

/// What there is to tell.
struct Told<'t> {
    made_up: Flipped,
    stored: Option<Flipped>,
    over_http: &'t surface::Found,
    caught: &'t [Caught],
}

impl Told<'_> {
    fn slower(&self) -> Vec<&(&'static str, Timing)> {
        self.over_http.timings.iter().filter(|(_, timing)| timing.is_biased()).collect()
    }

    fn caught(&self) -> usize {
        self.caught.iter().filter(|caught| caught.layer.is_some()).count()
    }

    fn is_fair(&self) -> bool {
        self.made_up.different == 0
            && self.stored.as_ref().is_none_or(|stored| stored.different == 0)
            && self.over_http.different == 0
            && self.slower().is_empty()
            && self.caught() + 1 >= self.caught.len()
    }

    fn say(&self) {
        let sentence = |what: &str, flips: u64, different: u64| {
            let bound = if different == 0 {
                format!(
                    ": at most {:.1e} of all flips can differ, with 95 % confidence",
                    bound_after_none(flips)
                )
            } else {
                String::new()
            };
            say(&format!("{what}: {flips} flips, {different} differences{bound}"));
        };
        sentence("made-up histories, in process", self.made_up.flips, self.made_up.different);
        say(&format!("  {} lives, {} of them flagged", self.made_up.lives, self.made_up.flagged));
        match &self.stored {
            Some(stored) => {
                sentence("stored histories, in process", stored.flips, stored.different);
            }
            None => say("stored histories: there is no database; only made-up ones were flipped"),
        }
        sentence("HTTP surface", self.over_http.flips, self.over_http.different);
        say(&format!(
            "  {} requests of {} lives, {} of them flagged",
            self.over_http.requests,
            self.over_http.pairs.len() * 2,
            self.over_http.flagged
        ));
        for difference in
            self.made_up.differences.iter().chain(self.stored.iter().flat_map(|s| &s.differences))
        {
            note(&format!(
                "differs: {} when {} is `{}` instead of `{}` (life {})",
                difference.what,
                difference.attribute,
                difference.to,
                difference.from,
                difference.life
            ));
        }
        for difference in &self.over_http.differences {
            note(&format!("differs over HTTP: {difference}"));
        }
        for (attribute, timing) in self.slower() {
            note(&format!(
                "slower: flipping {attribute} changes the median by {} µs over {} pairs (p {:.1e})",
                timing.median_us, timing.pairs, timing.p
            ));
        }
        say(&format!("planted biases: {} of {} caught", self.caught(), self.caught.len()));
        for caught in self.caught {
            match caught.layer {
                Some(layer) => say(&format!("  caught by {layer}: {}", caught.name)),
                None => note(&format!("  NOT caught: {}", caught.name)),
            }
        }
        say(if self.is_fair() {
            "no difference"
        } else {
            "NOT fair, or the check is blind; see above"
        });
    }

    fn json(&self) -> Value {
        let flips = |found: &Flipped| {
            let differences: Vec<Value> = found
                .differences
                .iter()
                .map(|d| json!({ "attribute": d.attribute, "from": d.from, "to": d.to, "life": d.life, "what": d.what }))
                .collect();
            json!({
                "flips": found.flips, "lives": found.lives, "flagged": found.flagged, "different": found.different,
                "bound_95": (found.different == 0).then(|| bound_after_none(found.flips)), "differences": differences,
            })
        };
        let timings: Vec<Value> = self
            .over_http
            .timings
            .iter()
            .map(|(attribute, t)| {
                json!({ "attribute": attribute, "pairs": t.pairs, "median_us": t.median_us, "share": t.share, "p": t.p, "biased": t.is_biased() })
            })
            .collect();
        let planted: Vec<Value> =
            self.caught.iter().map(|c| json!({ "name": c.name, "caught_by": c.layer })).collect();
        json!({
            "made_up": flips(&self.made_up),
            "stored": self.stored.as_ref().map(flips),
            "http": {
                "flips": self.over_http.flips, "requests": self.over_http.requests, "different": self.over_http.different,
                "flagged": self.over_http.flagged, "differences": self.over_http.differences, "timings": timings,
                "bound_95": (self.over_http.different == 0).then(|| bound_after_none(self.over_http.flips)),
            },
            "planted": planted,
            "caught": self.caught(),
            "fair": self.is_fair(),
        })
    }
}
