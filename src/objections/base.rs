//! The bulk of the objections to one purpose: sorted, packed, and never changed; a newer one takes its place.

use super::mark::Mark;
use crate::domain::time::Instant;

/// Why and since when somebody's data must be left alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stop {
    /// Since when.
    pub since: Instant,
    /// Whether a restriction is a reason for it (Art. 18), alone or beside an objection.
    pub is_restricted: bool,
}

/// Who must be left alone, up to an epoch.
#[derive(Debug, Default)]
pub struct Base {
    /// Every change up to this epoch is in it.
    pub epoch: i64,
    marks: Vec<u128>,
    /// Packed stops, six bytes each.
    since: Vec<[u8; 6]>,
    /// Where the marks with the same first bits begin. Marks are hashes, so a slice holds about four.
    slices: Vec<u32>,
    shift: u32,
}

impl AsRef<Base> for Base {
    fn as_ref(&self) -> &Base {
        self
    }
}

impl Base {
    /// From marks in ascending order, each once.
    pub fn new(epoch: i64, marks: Vec<u128>, since: Vec<[u8; 6]>) -> Self {
        let bits = (marks.len() / 4).max(1).next_power_of_two().trailing_zeros().min(28);
        let shift = 128 - bits;
        let slice_of = |mark: u128| mark.checked_shr(shift).unwrap_or(0);
        let mut slices = Vec::with_capacity((1 << bits) + 1);
        let mut at = 0;
        for slice in 0..=(1u128 << bits) {
            while marks.get(at).is_some_and(|mark| slice_of(*mark) < slice) {
                at += 1;
            }
            slices.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        Self { epoch, marks, since, slices, shift }
    }

    /// Why this person is left alone.
    pub fn stop(&self, mark: Mark) -> Option<Stop> {
        self.place(mark).and_then(|at| self.since.get(at)).map(|packed| unpack(*packed))
    }

    /// Whether this person is left alone.
    pub fn has(&self, mark: Mark) -> bool {
        self.place(mark).is_some()
    }

    fn place(&self, mark: Mark) -> Option<usize> {
        let slice = usize::try_from(mark.0.checked_shr(self.shift).unwrap_or(0)).ok()?;
        let from = *self.slices.get(slice)? as usize;
        let to = *self.slices.get(slice + 1)? as usize;
        let found = self.marks.get(from..to)?.iter().position(|known| *known == mark.0)?;
        Some(from + found)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.marks.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
    }

    /// Some marks from this place on.
    pub fn slice(&self, from: usize, count: usize) -> &[u128] {
        let to = from.saturating_add(count).min(self.marks.len());
        self.marks.get(from..to).unwrap_or_default()
    }

    /// All marks, ascending.
    pub fn marks(&self) -> impl Iterator<Item = Mark> + '_ {
        self.marks.iter().map(|mark| Mark(*mark))
    }

    /// A newer base: this one with changes, which are sorted by mark.
    #[must_use]
    pub fn with(&self, epoch: i64, changes: &[(Mark, Option<Stop>)]) -> Self {
        let room = self.marks.len() + changes.len();
        let (mut marks, mut since) = (Vec::with_capacity(room), Vec::with_capacity(room));
        let mut changes = changes.iter().peekable();
        let mut take = |mark: Mark, at: Option<Stop>, keep: Option<[u8; 6]>| {
            if let Some(packed) = at.map(pack).or(keep) {
                marks.push(mark.0);
                since.push(packed);
            }
        };
        for (mark, old) in self.marks.iter().zip(&self.since) {
            while let Some((new, at)) = changes.next_if(|(new, _)| new.0 < *mark) {
                take(*new, *at, None);
            }
            match changes.next_if(|(new, _)| new.0 == *mark) {
                Some((new, at)) => take(*new, *at, None),
                None => take(Mark(*mark), None, Some(*old)),
            }
        }
        for (new, at) in changes {
            take(*new, *at, None);
        }
        marks.shrink_to_fit();
        since.shrink_to_fit();
        Self::new(epoch, marks, since)
    }
}

const TIME_BITS: u32 = 47;

/// A stop in six bytes: one bit for the restriction, and milliseconds until the year 6429.
fn pack(stop: Stop) -> [u8; 6] {
    let time = stop.since.0.clamp(0, (1 << TIME_BITS) - 1);
    let [_, _, rest @ ..] = (time | i64::from(stop.is_restricted) << TIME_BITS).to_be_bytes();
    rest
}

fn unpack(packed: [u8; 6]) -> Stop {
    let [a, b, c, d, e, f] = packed;
    let both = i64::from_be_bytes([0, 0, a, b, c, d, e, f]);
    let since = Instant(both & ((1 << TIME_BITS) - 1));
    Stop { since, is_restricted: both >> TIME_BITS == 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn stop(at: i64) -> Stop {
        Stop { since: Instant(at), is_restricted: at % 3 == 0 }
    }

    proptest! {
        #[test]
        fn a_base_answers_like_a_map(
            first in proptest::collection::btree_map(any::<u128>(), proptest::option::of(0i64..1 << 40), 0..300),
            second in proptest::collection::btree_map(any::<u128>(), proptest::option::of(0i64..1 << 40), 0..300),
            both in proptest::collection::vec(any::<u128>(), 0..20),
        ) {
            let mut map: BTreeMap<u128, Option<i64>> = BTreeMap::new();
            let mut base = Base::default();
            for (round, mut changes) in [(1, first), (2, second)] {
                changes.extend(both.iter().map(|mark| (*mark, (round == 1).then_some(7))));
                let list: Vec<_> = changes.iter().map(|(m, at)| (Mark(*m), at.map(stop))).collect();
                base = base.with(round, &list);
                map.extend(changes);
            }
            for (mark, at) in &map {
                prop_assert_eq!(base.stop(Mark(*mark)), at.map(stop));
                prop_assert!(!base.has(Mark(mark.wrapping_add(1))) || map.contains_key(&mark.wrapping_add(1)));
            }
            prop_assert_eq!(base.len(), map.values().flatten().count());
        }
    }
}
