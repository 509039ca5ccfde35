//! Whose turn it is: people who have had none yet, then everybody else in fair queues (McKenney 1990; new flows first as
//! in RFC 8290; dealt out by shuffle sharding). Pure, so that floods can be simulated with a clock that is a number.

use std::collections::{BTreeSet, HashSet, VecDeque};

/// Queues for people who had a turn before.
pub const QUEUES: u16 = 1024;
/// Queues that one person may end up in; the shortest is taken. Six of 1,024: the chance that 16 who flood all six is
/// below one in a million.
const HAND: u32 = 6;
/// Of so many turns, one goes to people who had a turn before, however many newcomers wait: nobody starves.
const ROUND_KNOWN: u32 = 16;
/// Of so many turns, one goes to people without an account, however many with one wait, and the other way round.
const ROUND_UNSIGNED: u32 = 4;

/// How somebody came. It says how dear an identity is, nothing else: both classes have a share that the other cannot take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// With an account at a configured issuer.
    Signed,
    /// With an address that anybody could have written down.
    Unsigned,
}

/// Whether somebody had a turn lately.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// None, and was sent away before: holds a ticket that says so.
    Returning,
    /// None.
    Newcomer,
    /// One or more.
    Known,
}

/// Somebody who wants a turn.
#[derive(Clone, Copy, Debug)]
pub struct Arrival {
    /// A keyed hash of the person, new every hour.
    pub key: u64,
    /// See [`Class`].
    pub class: Class,
    /// See [`Standing`].
    pub standing: Standing,
}

/// What became of an arrival.
#[derive(Debug, PartialEq, Eq)]
pub enum Place<T> {
    /// It waits.
    Waits,
    /// It waits, and somebody who had more than a share does not any longer.
    Displaces(T),
    /// There is no room.
    Full(T),
}

/// Everybody who waits.
#[derive(Debug)]
pub struct Turns<T> {
    signed: Lane<T>,
    unsigned: Lane<T>,
    turn: u32,
}

impl<T> Turns<T> {
    /// Room for so many; a quarter is for people without an account.
    pub fn new(waiting_max: usize) -> Self {
        let unsigned = waiting_max / 4;
        Self { signed: Lane::new(waiting_max - unsigned), unsigned: Lane::new(unsigned), turn: 0 }
    }

    /// How many wait.
    pub fn len(&self) -> usize {
        self.signed.waiting + self.unsigned.waiting
    }

    /// Whether nobody waits.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Turns until somebody who arrives now as known would be served.
    pub fn turns_ahead(&self, arrival: Arrival) -> usize {
        let lane = self.lane(arrival.class);
        let own = lane.shortest(arrival.key).1 + 1;
        lane.newcomers.len() + own * lane.ring.len().max(1)
    }

    fn lane(&self, class: Class) -> &Lane<T> {
        match class {
            Class::Signed => &self.signed,
            Class::Unsigned => &self.unsigned,
        }
    }

    /// Lets somebody wait, if there is room or somebody has more than a share of it.
    pub fn offer(&mut self, arrival: Arrival, item: T) -> Place<T> {
        match arrival.class {
            Class::Signed => self.signed.offer(arrival, item),
            Class::Unsigned => self.unsigned.offer(arrival, item),
        }
    }

    /// Whose turn it is.
    pub fn take(&mut self) -> Option<T> {
        self.turn = self.turn.wrapping_add(1);
        if self.turn.is_multiple_of(ROUND_UNSIGNED) {
            self.unsigned.take().or_else(|| self.signed.take())
        } else {
            self.signed.take().or_else(|| self.unsigned.take())
        }
    }
}

#[derive(Debug)]
struct Lane<T> {
    returning: VecDeque<(u64, T)>,
    newcomers: VecDeque<(u64, T)>,
    // A person is a newcomer once at a time: whoever sends a thousand at once has 999 in the fair queues.
    present: HashSet<u64>,
    queues: Vec<VecDeque<T>>,
    ring: VecDeque<u16>,
    // Length and number of every queue that is not empty.
    lengths: BTreeSet<(usize, u16)>,
    known: usize,
    waiting: usize,
    waiting_max: usize,
    turn: u32,
}

impl<T> Lane<T> {
    fn new(waiting_max: usize) -> Self {
        Self {
            returning: VecDeque::new(),
            newcomers: VecDeque::new(),
            present: HashSet::new(),
            queues: (0..QUEUES).map(|_| VecDeque::new()).collect(),
            ring: VecDeque::new(),
            lengths: BTreeSet::new(),
            known: 0,
            waiting: 0,
            waiting_max,
            turn: 0,
        }
    }

    fn offer(&mut self, arrival: Arrival, item: T) -> Place<T> {
        let is_new = arrival.standing != Standing::Known && !self.present.contains(&arrival.key);
        if self.waiting < self.waiting_max {
            self.put(arrival, is_new, item);
            return Place::Waits;
        }
        let (own, length) = self.shortest(arrival.key);
        // A sixteenth of the room stays with those who had a turn before, as a sixteenth of the turns does.
        let known_have_more = self.known >= (self.waiting_max / 16).max(1);
        let displaced = match self.lengths.last().copied() {
            Some((_, at)) if is_new && known_have_more => self.drop_last(at),
            Some((most, at)) if !is_new && length + 1 < most && at != own => self.drop_last(at),
            // Everybody who waits is new: who was sent away before goes first, who comes last comes back.
            _ if is_new && arrival.standing == Standing::Returning => self.drop_newest(),
            _ if !is_new && !known_have_more => self.drop_newest(),
            _ => None,
        };
        match displaced {
            Some(displaced) => {
                self.put(arrival, is_new, item);
                Place::Displaces(displaced)
            }
            None => Place::Full(item),
        }
    }

    fn put(&mut self, arrival: Arrival, is_new: bool, item: T) {
        self.waiting += 1;
        if is_new {
            self.present.insert(arrival.key);
            match arrival.standing {
                Standing::Returning => self.returning.push_back((arrival.key, item)),
                Standing::Newcomer | Standing::Known => {
                    self.newcomers.push_back((arrival.key, item));
                }
            }
            return;
        }
        let (at, length) = self.shortest(arrival.key);
        if let Some(queue) = self.queues.get_mut(usize::from(at)) {
            queue.push_back(item);
            self.known += 1;
            self.resize(at, length, length + 1);
            if length == 0 {
                self.ring.push_back(at);
            }
        }
    }

    fn resize(&mut self, at: u16, from: usize, to: usize) {
        self.lengths.remove(&(from, at));
        if to > 0 {
            self.lengths.insert((to, at));
        }
    }

    /// Of a person's hand, the shortest queue and its length.
    fn shortest(&self, key: u64) -> (u16, usize) {
        let dealt = (0..HAND).map(|card| {
            // Ten bits a card; an odd step makes the cards of a hand differ.
            let at = (key >> (10 * card)) ^ u64::from(card).wrapping_mul(0x155);
            let at = u16::try_from(at % u64::from(QUEUES)).unwrap_or_default();
            (at, self.queues.get(usize::from(at)).map_or(0, VecDeque::len))
        });
        dealt.min_by_key(|(_, length)| *length).unwrap_or_default()
    }

    fn drop_last(&mut self, at: u16) -> Option<T> {
        let queue = self.queues.get_mut(usize::from(at))?;
        let item = queue.pop_back()?;
        let left = queue.len();
        if left == 0 {
            self.ring.retain(|active| *active != at);
        }
        self.resize(at, left + 1, left);
        self.known -= 1;
        self.waiting -= 1;
        Some(item)
    }

    fn drop_newest(&mut self) -> Option<T> {
        let (key, item) = self.newcomers.pop_back()?;
        self.present.remove(&key);
        self.waiting -= 1;
        Some(item)
    }

    fn take(&mut self) -> Option<T> {
        self.turn = self.turn.wrapping_add(1);
        let known_first = self.turn.is_multiple_of(ROUND_KNOWN);
        let item = if known_first {
            self.take_known().or_else(|| self.take_new())
        } else {
            self.take_new().or_else(|| self.take_known())
        }?;
        self.waiting -= 1;
        Some(item)
    }

    fn take_new(&mut self) -> Option<T> {
        let (key, item) = self.returning.pop_front().or_else(|| self.newcomers.pop_front())?;
        self.present.remove(&key);
        Some(item)
    }

    fn take_known(&mut self) -> Option<T> {
        let at = self.ring.pop_front()?;
        let queue = self.queues.get_mut(usize::from(at))?;
        let item = queue.pop_front()?;
        let left = queue.len();
        if left > 0 {
            self.ring.push_back(at);
        }
        self.resize(at, left + 1, left);
        self.known -= 1;
        Some(item)
    }
}
