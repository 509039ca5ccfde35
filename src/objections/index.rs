//! The index in memory: per purpose a packed base, and what is newer than it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use arc_swap::ArcSwap;
use papaya::HashMap;

use super::base::{Base, Stop};
use super::mark::{Mark, MarkKey};
use crate::domain::name::PurposeId;
use crate::domain::objection::Assurance;
use crate::domain::time::Instant;

/// How old the last look at the database may be before every answer is "objected", in milliseconds.
pub const STALE_AFTER_MS: i64 = 5_000;
/// A base is made anew when so many changes wait, or a sixteenth of it.
const RECENT_MAX: usize = 10_000;

/// What holds for one person and purpose, as the index holds it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The person, for this purpose.
    pub mark: Mark,
    /// The purpose.
    pub purpose: PurposeId,
    /// Why and since when the person is left alone; none when they are not.
    pub stop: Option<Stop>,
    /// Its epoch.
    pub epoch: i64,
    /// How sure we are that the person said so.
    pub assurance: Assurance,
}

/// The answer for one person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// There is an objection or a restriction.
    Stopped(Stop),
    /// There is neither.
    Free,
    /// The index cannot know: to be read as "stopped".
    Unknown,
}

impl Answer {
    /// Whether the pipeline must leave the data alone.
    pub fn is_stopped(self) -> bool {
        !matches!(self, Self::Free)
    }

    /// Whether a restriction is a reason for it.
    pub fn is_restricted(self) -> bool {
        matches!(self, Self::Stopped(Stop { is_restricted: true, .. }))
    }
}

/// What is known about one person, and the epoch that said so.
#[derive(Clone, Copy, Debug)]
struct Known {
    epoch: i64,
    stop: Option<Stop>,
}

/// The objections to one purpose.
#[derive(Debug)]
pub struct Shelf {
    key: MarkKey,
    base: ArcSwap<Base>,
    recent: HashMap<Mark, Known>,
}

impl Shelf {
    /// How people are marked for this purpose.
    pub fn key(&self) -> &MarkKey {
        &self.key
    }
}

/// All objections, in memory.
#[derive(Debug)]
pub struct Index {
    shelves: BTreeMap<PurposeId, Shelf>,
    epoch: AtomicI64,
    /// Epochs that were published before an earlier one. Only writers take this lock.
    ahead: Mutex<BTreeSet<i64>>,
    synced_at: AtomicI64,
    loaded: AtomicBool,
}

impl Index {
    /// An empty index for these purposes. Until it is loaded it answers "objected".
    pub fn new(purposes: impl IntoIterator<Item = (PurposeId, MarkKey)>) -> Self {
        let shelf = |key| Shelf {
            key,
            base: ArcSwap::from_pointee(Base::default()),
            recent: HashMap::new(),
        };
        Self {
            shelves: purposes.into_iter().map(|(id, key)| (id, shelf(key))).collect(),
            epoch: AtomicI64::new(0),
            ahead: Mutex::new(BTreeSet::new()),
            synced_at: AtomicI64::new(i64::MIN),
            loaded: AtomicBool::new(false),
        }
    }

    /// The objections to a purpose, or nothing when there is no such purpose.
    pub fn shelf(&self, purpose: &str) -> Option<&Shelf> {
        self.shelves.get(purpose)
    }

    /// Applies what was committed. Entries may come twice and in any order: the highest epoch wins.
    pub fn publish(&self, changes: &[Entry]) {
        let Ok(mut ahead) = self.ahead.lock() else { return };
        for change in changes {
            let Some(shelf) = self.shelves.get(&change.purpose) else { continue };
            if change.epoch <= shelf.base.load().epoch {
                continue;
            }
            let known = Known { epoch: change.epoch, stop: change.stop };
            let newer = |old: &Known| if old.epoch < known.epoch { known } else { *old };
            shelf.recent.pin().update_or_insert(change.mark, newer, known);
        }
        ahead.extend(changes.iter().map(|change| change.epoch));
        self.advance(&mut ahead);
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

    /// Makes new bases where much has changed.
    pub fn settle(&self) {
        for shelf in self.shelves.values() {
            let waiting = shelf.recent.len();
            if waiting > RECENT_MAX.max(shelf.base.load().len() / 16) {
                self.settle_shelf(shelf);
            }
        }
    }

    /// Everybody who objects to this purpose, as of the index's epoch.
    pub fn everybody(&self, purpose: &str) -> Option<Arc<Base>> {
        let shelf = self.shelves.get(purpose)?;
        self.settle_shelf(shelf);
        Some(shelf.base.load_full())
    }

    fn settle_shelf(&self, shelf: &Shelf) {
        let epoch = self.epoch();
        let base = shelf.base.load_full();
        if epoch <= base.epoch {
            return;
        }
        let settled = |known: &Known| known.epoch <= epoch;
        let mut changes: Vec<(Mark, Option<Stop>)> = shelf
            .recent
            .pin()
            .iter()
            .filter(|(_, known)| settled(known))
            .map(|(mark, known)| (*mark, known.stop))
            .collect();
        changes.sort_unstable_by_key(|(mark, _)| *mark);
        let newer = Arc::new(base.with(epoch, &changes));
        // A late duplicate must not slip in between the exchange and the tidying up.
        let Ok(_writers) = self.ahead.lock() else { return };
        if !Arc::ptr_eq(&shelf.base.load(), &base) {
            return;
        }
        shelf.base.store(newer);
        shelf.recent.pin().retain(|_, known| !settled(known));
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

    /// How old the last look at the database is, in milliseconds; nothing before the first.
    pub fn lag_ms(&self, now: Instant) -> Option<i64> {
        let age = now.0.saturating_sub(self.synced_at.load(Ordering::Acquire));
        self.loaded.load(Ordering::Acquire).then_some(age.max(0))
    }

    /// Whether its answers may say "not objected".
    pub fn is_fresh(&self, now: Instant) -> bool {
        self.lag_ms(now).is_some_and(|age| age <= STALE_AFTER_MS)
    }

    /// May this person's data be used? A caller that has seen a later epoch says so.
    pub fn ask(&self, shelf: &Shelf, mark: Mark, min_epoch: i64, now: Instant) -> Answer {
        let sure = self.is_fresh(now) && self.epoch() >= min_epoch;
        // Recent first: what is missing there because a new base holds it is in the base that is read afterwards.
        let recent = shelf.recent.pin().get(&mark).copied();
        let stop = match recent {
            Some(known) => known.stop,
            None => shelf.base.load().stop(mark),
        };
        match stop {
            Some(stop) => Answer::Stopped(stop),
            None if sure => Answer::Free,
            None => Answer::Unknown,
        }
    }

    /// The places of those who object, or who must be taken as if they did.
    pub fn ask_all(
        &self,
        shelf: &Shelf,
        marks: &[Mark],
        min_epoch: i64,
        now: Instant,
    ) -> Vec<usize> {
        if !(self.is_fresh(now) && self.epoch() >= min_epoch) {
            return (0..marks.len()).collect();
        }
        let recent = shelf.recent.pin();
        let newest: Vec<Option<Known>> = if recent.is_empty() {
            Vec::new()
        } else {
            marks.iter().map(|mark| recent.get(mark).copied()).collect()
        };
        let base = shelf.base.load();
        let objects = |at: usize, mark: Mark| match newest.get(at).copied().flatten() {
            Some(known) => known.stop.is_some(),
            None => base.has(mark),
        };
        let places = marks.iter().enumerate().filter(|(at, mark)| objects(*at, **mark));
        places.map(|(at, _)| at).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> Index {
        Index::new([("p".into(), MarkKey::new(&[0; 32]))])
    }

    fn ask(index: &Index, mark: u32, min_epoch: i64, now: i64) -> Answer {
        index.ask(index.shelf("p").unwrap(), Mark(mark.into()), min_epoch, Instant(now))
    }

    fn stop(since: i64) -> Stop {
        Stop { since: Instant(since), is_restricted: false }
    }

    fn entry(mark: u32, epoch: i64, since: Option<i64>) -> Entry {
        let stop = since.map(stop);
        let assurance = Assurance::Verified;
        Entry { mark: Mark(mark.into()), purpose: "p".into(), stop, epoch, assurance }
    }

    #[test]
    fn an_index_that_was_never_loaded_or_is_stale_says_objected() {
        let index = index();
        assert!(ask(&index, 1, 0, 0).is_stopped());
        index.synced(Instant(0));
        assert_eq!(ask(&index, 1, 0, STALE_AFTER_MS), Answer::Free);
        assert!(ask(&index, 1, 0, STALE_AFTER_MS + 1).is_stopped());
        assert!(ask(&index, 1, 1, 0).is_stopped(), "an epoch it has not seen");
        let shelf = index.shelf("p").unwrap();
        let all = [Mark(1), Mark(2)];
        assert_eq!(index.ask_all(shelf, &all, 0, Instant(STALE_AFTER_MS + 1)), [0, 1]);
        assert_eq!(index.ask_all(shelf, &all, 0, Instant(0)), [0usize; 0]);
    }

    #[test]
    fn the_newest_entry_wins_whatever_the_order() {
        let index = index();
        index.synced(Instant(0));
        index.publish(&[entry(1, 2, Some(20))]);
        assert_eq!(index.epoch(), 0, "the first epoch is still missing");
        index.publish(&[entry(1, 1, None)]);
        assert_eq!(index.epoch(), 2);
        assert_eq!(ask(&index, 1, 2, 0), Answer::Stopped(stop(20)));
        index.publish(&[entry(1, 3, None)]);
        assert_eq!(ask(&index, 1, 3, 0), Answer::Free);
    }

    #[test]
    fn a_settled_base_says_the_same_and_ignores_late_duplicates() {
        let index = index();
        index.synced(Instant(0));
        let many: Vec<Entry> = (1..=50).map(|n| entry(n, n.into(), Some(n.into()))).collect();
        index.publish(&many);
        index.publish(&[entry(7, 51, None)]);
        let base = index.everybody("p").unwrap();
        assert_eq!((base.epoch, base.len()), (51, 49));
        assert!(index.shelf("p").unwrap().recent.is_empty());
        index.publish(&[entry(7, 7, Some(7))]);
        assert_eq!(ask(&index, 7, 51, 0), Answer::Free, "an old duplicate does not come back");
        assert_eq!(ask(&index, 8, 51, 0), Answer::Stopped(stop(8)));
        index.publish(&[entry(8, 52, None), entry(60, 53, Some(60))]);
        let shelf = index.shelf("p").unwrap();
        let asked = [Mark(7), Mark(8), Mark(9), Mark(60)];
        assert_eq!(index.ask_all(shelf, &asked, 53, Instant(0)), [2, 3]);
        assert_eq!(base.len(), 49, "a base that somebody reads does not change");
    }
}
