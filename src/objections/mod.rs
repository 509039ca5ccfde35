//! The fast answer to "may I use this person's data for that?".
//!
//! Start with [`Index::ask`]: hash lookups in memory, no lock, no database. A write commits first and is published here
//! before the person reads "recorded" (invariant 8).
//!
//! **Invariant:** unknown or stale means "objected". Nobody is known here but by keyed hash.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use papaya::HashMap;

use crate::domain::time::Instant;

/// How old the last look at the database may be before every answer is "objected", in milliseconds.
pub const STALE_AFTER_MS: i64 = 5_000;

type Key = ([u8; 32], u16);

/// One objection as the index holds it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Keyed hash of the person.
    pub blind: [u8; 32],
    /// The purpose.
    pub purpose: String,
    /// Since when it is in force; none when it was taken back.
    pub in_force_since: Option<Instant>,
    /// Its epoch.
    pub epoch: i64,
}

/// The answer for one person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// There is an objection, since then.
    Objected(Instant),
    /// There is none.
    Free,
    /// The index cannot know: to be read as "objected".
    Unknown,
}

impl Answer {
    /// Whether the pipeline must leave the data alone.
    pub fn is_objected(self) -> bool {
        !matches!(self, Self::Free)
    }
}

/// What is known about one person and one purpose: the epoch that said so, and since when it is in force.
#[derive(Clone, Copy, Debug)]
struct Known {
    epoch: i64,
    in_force_since: Option<Instant>,
}

/// All objections, in memory.
#[derive(Debug)]
pub struct Index {
    purposes: BTreeMap<String, u16>,
    entries: HashMap<Key, Known>,
    epoch: AtomicI64,
    /// Epochs that were published before an earlier one. Only writers take this lock.
    ahead: Mutex<BTreeSet<i64>>,
    synced_at: AtomicI64,
    loaded: AtomicBool,
}

impl Index {
    /// An empty index for these purposes. Until it is loaded it answers "objected".
    pub fn new<'a>(purposes: impl IntoIterator<Item = &'a str>) -> Self {
        Self {
            purposes: purposes.into_iter().map(str::to_owned).zip(0..).collect(),
            entries: HashMap::new(),
            epoch: AtomicI64::new(0),
            ahead: Mutex::new(BTreeSet::new()),
            synced_at: AtomicI64::new(i64::MIN),
            loaded: AtomicBool::new(false),
        }
    }

    /// The number of a purpose, or nothing when there is no such purpose.
    pub fn purpose(&self, id: &str) -> Option<u16> {
        self.purposes.get(id).copied()
    }

    /// Applies what was committed. Entries may come twice and in any order: the highest epoch wins.
    pub fn publish(&self, changes: &[Entry]) {
        let entries = self.entries.pin();
        for change in changes {
            let Some(purpose) = self.purposes.get(&change.purpose) else { continue };
            let known = Known { epoch: change.epoch, in_force_since: change.in_force_since };
            let newer = |old: &Known| if old.epoch < known.epoch { known } else { *old };
            entries.update_or_insert((change.blind, *purpose), newer, known);
        }
        if let Ok(mut ahead) = self.ahead.lock() {
            ahead.extend(changes.iter().map(|change| change.epoch));
            self.advance(&mut ahead);
        }
    }

    /// Every change up to this epoch was published: the feed was read that far in one view of the database.
    pub fn reached(&self, epoch: i64) {
        self.epoch.fetch_max(epoch, Ordering::AcqRel);
        if let Ok(mut ahead) = self.ahead.lock() {
            self.advance(&mut ahead);
        }
    }

    // Epochs are taken without gaps, so only the next one in line moves the mark.
    fn advance(&self, ahead: &mut BTreeSet<i64>) {
        while ahead.first().is_some_and(|first| *first <= self.epoch() + 1) {
            if let Some(first) = ahead.pop_first() {
                self.epoch.fetch_max(first, Ordering::AcqRel);
            }
        }
    }

    /// The feed was read to its end at this time.
    pub fn synced(&self, now: Instant) {
        self.synced_at.store(now.0, Ordering::Release);
        self.loaded.store(true, Ordering::Release);
    }

    /// The epoch up to which every change is known.
    pub fn epoch(&self) -> i64 {
        self.epoch.load(Ordering::Acquire)
    }

    /// Whether its answers may say "not objected".
    pub fn is_fresh(&self, now: Instant) -> bool {
        let age = now.0.saturating_sub(self.synced_at.load(Ordering::Acquire));
        self.loaded.load(Ordering::Acquire) && age <= STALE_AFTER_MS
    }

    /// May this person's data be used for that purpose? A caller that has seen a later epoch says so.
    pub fn ask(&self, blind: &[u8; 32], purpose: u16, min_epoch: i64, now: Instant) -> Answer {
        let sure = self.is_fresh(now) && self.epoch() >= min_epoch;
        match self.entries.pin().get(&(*blind, purpose)).and_then(|known| known.in_force_since) {
            Some(since) => Answer::Objected(since),
            None if sure => Answer::Free,
            None => Answer::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(epoch: i64, since: Option<i64>) -> Entry {
        Entry { blind: [1; 32], purpose: "p".into(), in_force_since: since.map(Instant), epoch }
    }

    #[test]
    fn an_index_that_was_never_loaded_or_is_stale_says_objected() {
        let index = Index::new(["p"]);
        assert!(index.ask(&[1; 32], 0, 0, Instant(0)).is_objected());
        index.synced(Instant(0));
        assert_eq!(index.ask(&[1; 32], 0, 0, Instant(STALE_AFTER_MS)), Answer::Free);
        assert!(index.ask(&[1; 32], 0, 0, Instant(STALE_AFTER_MS + 1)).is_objected());
        assert!(index.ask(&[1; 32], 0, 1, Instant(0)).is_objected(), "an epoch it has not seen");
    }

    #[test]
    fn the_newest_entry_wins_whatever_the_order() {
        let index = Index::new(["p"]);
        index.synced(Instant(0));
        index.publish(&[entry(2, Some(20))]);
        assert_eq!(index.epoch(), 0, "the first epoch is still missing");
        index.publish(&[entry(1, None)]);
        assert_eq!(index.epoch(), 2);
        assert_eq!(index.ask(&[1; 32], 0, 2, Instant(0)), Answer::Objected(Instant(20)));
        index.publish(&[entry(3, None)]);
        assert_eq!(index.ask(&[1; 32], 0, 3, Instant(0)), Answer::Free);
    }
}
