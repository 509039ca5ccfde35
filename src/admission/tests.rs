//! Floods, simulated: the real scheduler, a clock that is a number, and a desk that stores so many a second.

use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasherDefault, DefaultHasher};

use super::core::{Caller, Core, Entry, Room, Shed};
use super::turns::Class;

// As many inside as are stored in a twentieth of a second: the simulated desk is slow.
const ROOM: Room = Room { inside: 50, waiting: 8192, wait_ms_max: 5000 };

/// Hands are dealt by a hash; here it is the same in every run.
type Unsalted = BuildHasherDefault<DefaultHasher>;

/// Somebody who wants in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Try {
    who: u64,
    at_ms: i64,
}

/// What became of everybody.
#[derive(Default)]
struct Flood {
    waits_ms: HashMap<u64, i64>,
    shed: Vec<(Try, Shed)>,
    stored: u64,
}

/// Lets these come, tick by tick, into a desk that stores `per_tick` a millisecond.
struct Desk {
    core: Core<Try, Unsalted>,
    inside: Vec<Try>,
    per_tick: usize,
    flood: Flood,
}

impl Desk {
    fn new(per_tick: usize) -> Self {
        let core = Core::new(ROOM, 0);
        Self { core, inside: Vec::new(), per_tick, flood: Flood::default() }
    }

    fn comes(&mut self, who: u64, class: Class, has_first_ticket: bool, now: i64) {
        let it = Try { who, at_ms: now };
        match self.core.arrive(&Caller { who: &who, class, has_first_ticket }, it, now) {
            Entry::In(it) => self.inside.push(it),
            Entry::Waits => {}
            Entry::Displaces(it, shed) | Entry::Away(it, shed) => self.flood.shed.push((it, shed)),
        }
    }

    fn tick(&mut self, now: i64) {
        let done = self.per_tick.min(self.inside.len());
        for stored in self.inside.drain(..done).collect::<Vec<_>>() {
            self.flood.stored += 1;
            self.flood.waits_ms.entry(stored.who).or_insert(now - stored.at_ms);
            if let Some(next) = self.core.leave(now) {
                self.core.goes_in(&next.who, now);
                self.inside.push(next);
            }
        }
    }
}

fn p99(mut waits: Vec<i64>) -> i64 {
    waits.sort_unstable();
    waits[(waits.len() - 1) * 99 / 100]
}

#[test]
fn a_flood_from_a_thousand_known_people_takes_no_newcomers_turn() {
    // 1,000 a second are stored; a thousand people send a hundred times that; 500 newcomers come every second.
    let mut desk = Desk::new(1);
    let newcomer = |n: i64| 1_000_000 + u64::try_from(n).unwrap();
    for now in 0..4000 {
        for n in 0..100 {
            desk.comes((u64::try_from(now).unwrap() * 100 + n) % 1000, Class::Signed, false, now);
        }
        if now > 2000 && now % 2 == 0 {
            desk.comes(newcomer(now), Class::Signed, false, now);
        }
        desk.tick(now);
    }
    for now in 4000..9000 {
        desk.tick(now);
    }
    let newcomers: Vec<i64> = (2001..4000).filter(|now| now % 2 == 0).collect();
    let waits: Vec<i64> =
        newcomers.iter().filter_map(|n| desk.flood.waits_ms.get(&newcomer(*n)).copied()).collect();
    assert_eq!(waits.len(), newcomers.len(), "every newcomer was admitted at the first try");
    assert!(p99(waits.clone()) < 250, "p99 was {} ms", p99(waits));
    assert!(desk.flood.stored >= 3900, "the desk was kept busy: {}", desk.flood.stored);
    assert!(desk.flood.shed.iter().all(|(it, _)| it.who < 1000));
}

/// Six seconds of a flood from fifty known people, and a hundred others beside it, from `first` on, who each ask every two
/// seconds and are known after their first.
fn polite_beside_a_flood(first: u64) -> Flood {
    let mut desk = Desk::new(1);
    for now in 0..6000 {
        for n in 0..50 {
            let who = first + (u64::try_from(now).unwrap() * 50 + n) % 50;
            desk.comes(who, Class::Signed, false, now);
        }
        if now % 20 == 0 {
            let who = first + 1000 + u64::try_from(now / 20).unwrap() % 100;
            desk.comes(who, Class::Signed, false, now);
        }
        desk.tick(now);
    }
    desk.flood
}

#[test]
fn polite_people_who_are_known_get_their_turn_beside_a_flood() {
    let flood = polite_beside_a_flood(0);
    let polite = |who: u64| who >= 1000;
    let sent_away = flood.shed.iter().filter(|(it, _)| polite(it.who)).count();
    assert_eq!(sent_away, 0, "of 300 polite requests");
    assert_eq!(flood.waits_ms.keys().filter(|who| polite(**who)).count(), 100);
}

#[test]
fn who_shares_all_queues_with_a_flood_had_a_turn_and_is_told_when_to_come_again() {
    // Of sixty dealings with a hundred polite people each, four have one person whose whole hand lies in flooded queues
    // (1 of 1,500). The next dealing, with the next hour's salt, parts them. This is one of the four.
    let flood = polite_beside_a_flood(130_000);
    let sent_away: Vec<_> = flood.shed.iter().filter(|(it, _)| it.who >= 131_000).collect();
    assert_eq!(sent_away.len(), 2, "of 300 polite requests: {sent_away:?}");
    for (it, shed) in sent_away {
        assert_eq!(it.who, 131_080, "it is one person");
        assert!(flood.waits_ms.contains_key(&it.who) && !shed.first);
        assert!((1..60).contains(&shed.retry_after_seconds), "{shed:?}");
    }
}

#[test]
fn more_newcomers_than_can_be_stored_all_come_in_at_the_time_they_were_told() {
    // Five times as many new identities as can be stored, for two seconds; each comes back when told, with the ticket.
    let mut desk = Desk::new(2);
    let mut back: BTreeMap<i64, Vec<u64>> = BTreeMap::new();
    let mut times_away: HashMap<u64, u32> = HashMap::new();
    let mut next = 0;
    for now in 0..60_000 {
        let returning = back.remove(&now).unwrap_or_default();
        for who in returning {
            desk.comes(who, Class::Signed, true, now);
        }
        if now < 4000 {
            for _ in 0..10 {
                next += 1;
                desk.comes(next, Class::Signed, false, now);
            }
        }
        for (it, shed) in std::mem::take(&mut desk.flood.shed) {
            assert!(shed.first, "the ticket says that they had no turn");
            *times_away.entry(it.who).or_default() += 1;
            let wait = i64::try_from(shed.retry_after_seconds).unwrap() * 1000;
            back.entry(now + wait).or_default().push(it.who);
        }
        desk.tick(now);
    }
    assert!(times_away.len() > 20_000, "only {} were sent away", times_away.len());
    assert!(times_away.values().all(|times| *times == 1), "nobody is sent away twice");
    assert_eq!(desk.flood.waits_ms.len(), usize::try_from(next).unwrap(), "everybody came in");
}

#[test]
fn nobody_starves_and_each_class_keeps_its_share() {
    let mut desk = Desk::new(2);
    let mut next = 10;
    for now in 0..4000 {
        // Newcomers with accounts without end; one known person; people without accounts without end.
        for _ in 0..8 {
            next += 1;
            desk.comes(next, Class::Signed, false, now);
            desk.comes(1 << 40 | next, Class::Unsigned, false, now);
        }
        if now % 1000 == 0 {
            desk.comes(1, Class::Signed, false, now);
        }
        desk.tick(now);
    }
    let stored = |from: u64| desk.flood.waits_ms.keys().filter(|who| **who >> 40 == from).count();
    let (signed, unsigned) = (stored(0), stored(1));
    let share = f64::from(u32::try_from(unsigned).unwrap())
        / f64::from(u32::try_from(signed + unsigned).unwrap());
    assert!((0.2..0.32).contains(&share), "people without an account had {share} of the turns");
    assert!(!desk.flood.shed.iter().any(|(it, _)| it.who == 1), "one known person starved");
}

#[test]
fn memory_stays_bounded() {
    let mut seen: super::seen::Seen = super::seen::Seen::new(0);
    for n in 0..200_000u64 {
        seen.insert(&n, 0);
    }
    assert!((0..200_000u64).all(|n| seen.contains(&n)));
    let mistaken = (1_000_000..1_100_000u64).filter(|n| seen.contains(n)).count();
    assert!(mistaken < 100, "{mistaken} of 100,000 newcomers were mistaken for known");
    assert!(seen.bytes() <= 64 << 20);
    seen.insert(&1, 3_600_000);
    seen.insert(&2, 7_200_000);
    assert!(!seen.contains(&3), "after two hours everybody is new again");
}
