//! Counterfactuals: the same history, the same request, somebody on another plan. Whatever comes out must be the same.
//!
//! Start with [`Attributes`], what is flipped, and [`run`]. [`life`] makes histories, [`answer`] is what a flip over HTTP
//! compares, [`planted`] are biases that the check must catch.

pub mod answer;
pub mod life;
pub mod planted;
pub mod timing;

use crate::domain::case::{Event, State};
use crate::domain::deadline::Calendar;
use crate::domain::decide::{Command, Facts, Opening, Screening, decide};
use crate::domain::excess::Threshold;
use crate::policy::PolicySet;

use super::dice::Dice;
use life::Life;

/// Everything that somebody could be told apart by, with values to flip through.
pub const KINDS: [(&str, &[&str]); 7] = [
    ("plan", &["free", "plus", "pro", "enterprise"]),
    ("country", &["FR", "DE", "IE", "PL", ""]),
    ("language", &["fr", "de", "en", "pl", ""]),
    ("channel", &["account", "mail"]),
    ("address", &["home", "shared", "data centre"]),
    ("device", &["desktop", "mobile", "script"]),
    ("tenure", &["new", "years"]),
];

/// One value of each of [`KINDS`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Attributes([u8; 7]);

impl Attributes {
    /// Chosen by chance.
    pub fn rolled(dice: &mut Dice) -> Self {
        let mut all = [0; 7];
        for (value, (_, values)) in all.iter_mut().zip(KINDS) {
            let count = u32::try_from(values.len()).unwrap_or(1);
            *value = u8::try_from(dice.below(count)).unwrap_or_default();
        }
        Self(all)
    }

    /// Whether the kind has this value.
    pub fn is(&self, kind: &str, value: &str) -> bool {
        self.value(kind) == value
    }

    /// The value of a kind.
    pub fn value(&self, kind: &str) -> &'static str {
        let found = KINDS.iter().zip(self.0).find(|((name, _), _)| *name == kind);
        found.and_then(|((_, values), at)| values.get(usize::from(at)).copied()).unwrap_or_default()
    }

    /// The kind and the two values that the n-th pair differs in; after [`PAIRS`] they come again.
    pub fn pair(number: u64, dice: &mut Dice) -> (&'static str, Self, Self) {
        let mut left = number % PAIRS;
        let (mut one, mut other) = (Self::rolled(dice), Self::default());
        for (at, (name, values)) in KINDS.iter().enumerate() {
            for (a, b) in unequal(values.len()) {
                if left == 0 {
                    other = one;
                    for (who, value) in [(&mut one, a), (&mut other, b)] {
                        if let Some(place) = who.0.get_mut(at) {
                            *place = value;
                        }
                    }
                    return (name, one, other);
                }
                left -= 1;
            }
        }
        ("plan", one, other)
    }

    /// Everybody who differs from this one in exactly one thing.
    pub fn flips(self) -> impl Iterator<Item = (&'static str, Self)> {
        KINDS.into_iter().enumerate().flat_map(move |(at, (name, values))| {
            let own = self.0.get(at).copied().unwrap_or_default();
            (0..u8::try_from(values.len()).unwrap_or_default())
                .filter(move |other| *other != own)
                .map(move |other| {
                    let mut flipped = self;
                    if let Some(value) = flipped.0.get_mut(at) {
                        *value = other;
                    }
                    (name, flipped)
                })
        })
    }
}

/// Pairs of values of one kind.
pub const PAIRS: u64 = 34;

fn unequal(values: usize) -> impl Iterator<Item = (u8, u8)> {
    let values = u8::try_from(values).unwrap_or_default();
    (0..values).flat_map(move |a| (a + 1..values).map(move |b| (a, b)))
}

/// The rules under which a history is told.
#[derive(Clone, Copy, Debug)]
pub struct World<'w> {
    /// The policies.
    pub policies: &'w PolicySet,
    /// The controller's calendar.
    pub calendar: &'w Calendar,
}

/// What came out, as far as it could matter to a person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decision {
    /// The events, with due date, finding and everything that the log would hold; none when refused.
    pub events: Vec<Event>,
    /// Place in the queue, by the time that orders it.
    pub rank_ms: i64,
}

/// The decision of the real machine. There is no way to hand it an attribute: that is evidence one.
pub fn decided(world: &World<'_>, life: &Life) -> Decision {
    decided_by(world, life, life.rule(world))
}

/// The same under another rule; a planted bias uses it.
pub(super) fn decided_by(world: &World<'_>, life: &Life, rule: Option<&Threshold>) -> Decision {
    let screening = life.reviewable.map(|right| Screening {
        right,
        class: life.class,
        sensitivity: life.sensitivity,
        detriment: life.detriment,
        service: life.service,
        rule,
        policy: &world.policies.thresholds.hash,
        packs: &world.policies.hints,
        changes: 0,
    });
    let opening = Opening {
        reference: life.reference,
        scope: life.scope.clone(),
        identity: life.identity,
        known: None,
        worded: false,
        history: &life.history,
        declared: &[],
        screening,
        overlaps: life.overlaps.clone(),
    };
    let facts = Facts {
        now: life.received_at,
        received_at: life.received_at,
        right: life.right,
        calendar: world.calendar,
        regime: &world.policies.regime,
    };
    let events = decide(&State::default(), Command::Open(opening), &facts).unwrap_or_default();
    Decision { events, rank_ms: life.received_at.0 }
}

/// A difference that a flip made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// What was flipped.
    pub attribute: &'static str,
    /// From.
    pub from: &'static str,
    /// To.
    pub to: &'static str,
    /// Which life, by the seed's count.
    pub life: u64,
    /// What differed.
    pub what: &'static str,
}

/// What flipping found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Flipped {
    /// Flips made.
    pub flips: u64,
    /// Lives that were flipped.
    pub lives: u64,
    /// Of them, lives whose request was flagged: flips where nothing happens show little.
    pub flagged: u64,
    /// How many flips made a difference.
    pub different: u64,
    /// The first few of them.
    pub differences: Vec<Difference>,
}

const SHOWN: usize = 20;

impl Flipped {
    /// Adds what another thread found.
    pub fn add(&mut self, other: Self) {
        self.flips += other.flips;
        self.lives += other.lives;
        self.flagged += other.flagged;
        self.different += other.different;
        self.differences.extend(other.differences);
        self.differences.truncate(SHOWN);
    }

    fn see(&mut self, difference: Option<Difference>) {
        self.flips += 1;
        if let Some(difference) = difference {
            self.different += 1;
            if self.differences.len() < SHOWN {
                self.differences.push(difference);
            }
        }
    }
}

/// Who decides: the machine, or the machine with something planted.
pub type Machine<'m> = &'m (dyn Fn(&World<'_>, &Attributes, &Life, &mut Dice) -> Decision + Sync);

/// The machine as it is.
pub fn honest(world: &World<'_>, _: &Attributes, life: &Life, _: &mut Dice) -> Decision {
    decided(world, life)
}

/// Flips generated lives, from the first to before the last of this range.
pub fn run(
    world: &World<'_>,
    lives: std::ops::Range<u64>,
    seed: u64,
    machine: Machine<'_>,
) -> Flipped {
    let mut found = Flipped::default();
    for number in lives {
        let mut dice = Dice::new(seed ^ number.wrapping_mul(0x2545_f491_4f6c_dd1d));
        let life = Life::rolled(world, &mut dice);
        found.add(one(world, &life, number, &mut dice, machine));
    }
    found
}

/// Flips one life, generated or stored.
pub fn one(
    world: &World<'_>,
    life: &Life,
    number: u64,
    dice: &mut Dice,
    machine: Machine<'_>,
) -> Flipped {
    let mut found = Flipped { lives: 1, ..Flipped::default() };
    let own = Attributes::rolled(dice);
    let first = machine(world, &own, life, dice);
    found.flagged += u64::from(first.events.iter().any(is_flagged));
    for (attribute, flipped) in own.flips() {
        let second = machine(world, &flipped, life, dice);
        let difference = what_differs(&first, &second).map(|what| Difference {
            attribute,
            from: own.value(attribute),
            to: flipped.value(attribute),
            life: number,
            what,
        });
        found.see(difference);
    }
    found
}

fn is_flagged(event: &Event) -> bool {
    matches!(event, Event::Registered(known) if known.lapses_at.is_some())
}

/// Names the first thing that differs.
fn what_differs(first: &Decision, second: &Decision) -> Option<&'static str> {
    if first == second {
        return None;
    }
    if first.rank_ms != second.rank_ms {
        return Some("place in the queue");
    }
    if first.events.len() != second.events.len() {
        return Some("steps");
    }
    let pairs = first.events.iter().zip(&second.events);
    Some(match pairs.into_iter().find(|(a, b)| a != b) {
        Some((Event::Received { .. }, _)) => "due date",
        Some((Event::Registered(a), Event::Registered(b))) if a.finding != b.finding => "finding",
        Some((Event::Registered(_), _)) => "registration",
        Some(_) | None => "events",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_values_comes_once_in_a_round_and_differs_in_one_thing() {
        let mut dice = Dice::new(1);
        let mut met = std::collections::BTreeSet::new();
        for number in 0..PAIRS {
            let (kind, one, other) = Attributes::pair(number, &mut dice);
            let differ: Vec<_> =
                KINDS.iter().filter(|(name, _)| one.value(name) != other.value(name)).collect();
            assert_eq!(differ.len(), 1);
            assert!(met.insert((kind, one.value(kind), other.value(kind))));
        }
        let all: usize = KINDS.iter().map(|(_, v)| v.len() * (v.len() - 1) / 2).sum();
        assert_eq!(u64::try_from(all).unwrap(), PAIRS);
    }
}
