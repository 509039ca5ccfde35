//! The door without its waiting: so many inside, everybody else in [`Turns`]. Time comes in as a number, so the same code
//! runs under load and in a simulation.

use std::hash::{BuildHasher, Hash, RandomState};

use super::seen::Seen;
use super::turns::{Arrival, Class, Place, Standing, Turns};

const RATE_AT_FIRST: i64 = 1000;
const WAIT_SECONDS_MAX: i64 = 86_400;

/// How much fits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Room {
    /// Requests that are being stored at once.
    pub inside: usize,
    /// Requests that wait for their turn.
    pub waiting: usize,
    /// Milliseconds after which it is better to come back.
    pub wait_ms_max: u64,
}

/// There is no room now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Shed {
    /// Whole seconds after which there is.
    pub retry_after_seconds: u64,
    /// Requests stored in a second, as measured.
    pub rate: u64,
    /// The person has had no turn yet: with the ticket that says so they come first.
    pub first: bool,
}

/// Who comes, and with what.
#[derive(Clone, Copy, Debug)]
pub struct Caller<'a, W> {
    /// Whatever tells one person from another.
    pub who: &'a W,
    /// See [`Class`].
    pub class: Class,
    /// A ticket of somebody who had had no turn.
    pub has_first_ticket: bool,
}

/// What happens to a caller.
#[derive(Debug)]
pub enum Entry<T> {
    /// In at once; the item comes back.
    In(T),
    /// Waits.
    Waits,
    /// Waits; somebody else does not any longer.
    Displaces(T, Shed),
    /// Sent away.
    Away(T, Shed),
}

/// The state of the door.
#[derive(Debug)]
pub struct Core<T, S = RandomState> {
    free: usize,
    turns: Turns<(T, Arrival, bool)>,
    seen: Seen<S>,
    meter: Meter,
    promised_us: i64,
}

impl<T, S: BuildHasher + Default> Core<T, S> {
    /// An empty room.
    pub fn new(room: Room, now_ms: i64) -> Self {
        Self {
            free: room.inside,
            turns: Turns::new(room.waiting),
            seen: Seen::new(now_ms),
            meter: Meter { rate: RATE_AT_FIRST, since_ms: now_ms, done: 0 },
            promised_us: 0,
        }
    }

    /// Somebody comes.
    pub fn arrive<W: Hash>(&mut self, caller: &Caller<'_, W>, item: T, now_ms: i64) -> Entry<T> {
        let is_new = !self.seen.contains(caller.who);
        if self.free > 0 && self.turns.is_empty() {
            self.free -= 1;
            self.meter.restart(now_ms);
            self.seen.insert(caller.who, now_ms);
            return Entry::In(item);
        }
        let standing = match (is_new, caller.has_first_ticket) {
            (true, true) => Standing::Returning,
            (true, false) => Standing::Newcomer,
            (false, _) => Standing::Known,
        };
        let arrival = Arrival { key: self.seen.key(caller.who), class: caller.class, standing };
        match self.turns.offer(arrival, (item, arrival, is_new)) {
            Place::Waits => Entry::Waits,
            Place::Displaces((item, whose, first)) => {
                let shed = self.away(whose, first, now_ms);
                Entry::Displaces(item, shed)
            }
            Place::Full((item, whose, first)) => {
                let shed = self.away(whose, first, now_ms);
                Entry::Away(item, shed)
            }
        }
    }

    /// Somebody who waited has waited long enough.
    pub fn give_up<W: Hash>(&mut self, caller: &Caller<'_, W>, now_ms: i64) -> Shed {
        let first = !self.seen.contains(caller.who);
        let standing = Standing::Known;
        let arrival = Arrival { key: self.seen.key(caller.who), class: caller.class, standing };
        self.away(arrival, first, now_ms)
    }

    /// A place is free again: whose turn is it?
    pub fn leave(&mut self, now_ms: i64) -> Option<T> {
        self.meter.count(now_ms);
        let next = self.turns.take().map(|(item, _, _)| item);
        if next.is_none() {
            self.free += 1;
        }
        next
    }

    /// The person whose turn it is goes in.
    pub fn goes_in<W: Hash>(&mut self, who: &W, now_ms: i64) {
        self.seen.insert(who, now_ms);
    }

    /// Bytes that the memory of people takes.
    pub fn bytes(&self) -> usize {
        self.seen.bytes()
    }

    /// How many wait.
    pub fn waiting(&self) -> usize {
        self.turns.len()
    }

    // Whoever had no turn is promised one: half of what we can store is kept for those who come back, each at a time of
    // their own, and with the ticket they come first. Others are told when the queue they stand in will be empty.
    fn away(&mut self, arrival: Arrival, first: bool, now_ms: i64) -> Shed {
        let rate = self.meter.rate.max(1);
        let wait_ms = if first {
            let each_us = 2_000_000 / rate;
            let start = self.promised_us.max((now_ms + 1000).saturating_mul(1000));
            self.promised_us = start.saturating_add(each_us.max(1));
            self.promised_us / 1000 - now_ms
        } else {
            let ahead = i64::try_from(self.turns.turns_ahead(arrival)).unwrap_or(i64::MAX);
            1000 + ahead.saturating_mul(1000) / rate
        };
        let seconds = (wait_ms + 999).div_euclid(1000).clamp(1, WAIT_SECONDS_MAX);
        Shed {
            retry_after_seconds: u64::try_from(seconds).unwrap_or(1),
            rate: u64::try_from(rate).unwrap_or(1),
            first,
        }
    }
}

/// Requests stored in a second while people waited.
#[derive(Debug)]
struct Meter {
    rate: i64,
    since_ms: i64,
    done: i64,
}

impl Meter {
    fn restart(&mut self, now_ms: i64) {
        (self.since_ms, self.done) = (now_ms, 0);
    }

    fn count(&mut self, now_ms: i64) {
        self.done += 1;
        let passed = now_ms.saturating_sub(self.since_ms);
        if passed >= 500 {
            self.rate = (self.done.saturating_mul(1000) / passed).max(1);
            self.restart(now_ms);
        }
    }
}
