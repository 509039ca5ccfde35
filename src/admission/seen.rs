//! Who has had a turn lately: two Bloom filters, each with a salt of its own. Fixed memory, however many people come; and
//! nobody can be recognised in it, because the salt is gone after two hours.

use std::hash::{BuildHasher, Hash, RandomState};

const HOUR_MS: i64 = 3_600_000;
/// 2^27 bits are 16 MiB.
const WORDS: usize = 1 << 21;
const BITS: u64 = 64 << 21;
/// Entries after which a filter is full: at most 1 in 100 newcomers is then mistaken for known, and waits in the fair queues.
const ENTRIES_MAX: u32 = 12_000_000;
const PROBES: u64 = 4;

/// What is remembered of the last two hours. The salt is random, but for a simulation that must end the same every time.
#[derive(Debug)]
pub struct Seen<S = RandomState> {
    now: Generation<S>,
    before: Generation<S>,
}

#[derive(Debug)]
struct Generation<S> {
    salt: S,
    bits: Vec<u64>,
    entries: u32,
    since_ms: i64,
}

impl<S: BuildHasher + Default> Generation<S> {
    fn new(since_ms: i64) -> Self {
        Self { salt: S::default(), bits: Vec::new(), entries: 0, since_ms }
    }

    fn places(hash: u64) -> impl Iterator<Item = (usize, u64)> {
        // Kirsch and Mitzenmacher 2006: two hashes make as many as are wanted.
        let step = (hash >> 32) | 1;
        (0..PROBES).map(move |probe| {
            let bit = hash.wrapping_add(probe.wrapping_mul(step)) % BITS;
            (usize::try_from(bit / 64).unwrap_or_default(), 1 << (bit % 64))
        })
    }

    fn contains(&self, hash: u64) -> bool {
        Self::places(hash)
            .all(|(word, bit)| self.bits.get(word).is_some_and(|word| word & bit != 0))
    }

    fn insert(&mut self, hash: u64) {
        if self.bits.is_empty() {
            self.bits = vec![0; WORDS];
        }
        if self.contains(hash) {
            return;
        }
        for (word, bit) in Self::places(hash) {
            if let Some(word) = self.bits.get_mut(word) {
                *word |= bit;
            }
        }
        self.entries += 1;
    }
}

impl<S: BuildHasher + Default> Seen<S> {
    /// Nobody yet.
    pub fn new(now_ms: i64) -> Self {
        Self { now: Generation::new(now_ms), before: Generation::new(now_ms) }
    }

    /// The person's place in the queues of this hour.
    pub fn key(&self, who: &impl Hash) -> u64 {
        self.now.salt.hash_one(who)
    }

    /// Whether this person had a turn lately.
    pub fn contains(&self, who: &impl Hash) -> bool {
        self.now.contains(self.now.salt.hash_one(who))
            || self.before.contains(self.before.salt.hash_one(who))
    }

    /// This person has a turn now.
    pub fn insert(&mut self, who: &impl Hash, now_ms: i64) {
        // Forgetting early only makes people new again: it never takes a turn from anybody who had none.
        let is_old = now_ms.saturating_sub(self.now.since_ms) >= HOUR_MS;
        if is_old || self.now.entries >= ENTRIES_MAX {
            self.before = std::mem::replace(&mut self.now, Generation::new(now_ms));
        }
        self.now.insert(self.now.salt.hash_one(who));
    }

    /// Bytes in use.
    pub fn bytes(&self) -> usize {
        8 * (self.now.bits.capacity() + self.before.bits.capacity())
    }
}
