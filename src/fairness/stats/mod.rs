//! Statistics for small counts: exact where that can be done, with intervals, and with a word for "we cannot say".
//!
//! Start with [`Pair`], two groups of which something happened to some, and [`verdict::judge`]. Sources stand beside each
//! function; the tables that SciPy and statsmodels agree on are made by `tests/oracles/compare.py`.
//!
//! **Invariant:** pure arithmetic in `f64`. No data of a person, no clock, no randomness.

pub mod boschloo;
pub mod equivalence;
pub mod fisher;
pub mod intervals;
pub mod many;
pub mod number;
pub mod sequential;
pub mod strata;
#[cfg(test)]
mod tests;
pub mod verdict;

/// Something that happened to some of two groups.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Pair {
    /// One group.
    pub one: Share,
    /// The other.
    pub other: Share,
}

/// So many of so many.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Share {
    /// To whom it happened.
    pub hits: u32,
    /// All of them; never fewer than `hits`.
    pub of: u32,
}

impl Share {
    /// `hits` of `of`; more hits than members are as many as there are members.
    pub fn new(hits: u32, of: u32) -> Self {
        Self { hits: hits.min(of), of }
    }

    /// The rate; nothing for an empty group.
    pub fn rate(self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.hits) / f64::from(self.of))
    }

    /// To whom it did not happen.
    pub fn misses(self) -> u32 {
        self.of.saturating_sub(self.hits)
    }
}

impl Pair {
    /// From the four counts: hits and size of the one group, hits and size of the other.
    pub fn new(one: Share, other: Share) -> Self {
        Self { one, other }
    }

    /// The same pair seen from the other side.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self { one: self.other, other: self.one }
    }

    /// Difference of the rates, the one minus the other; nothing when a group is empty.
    pub fn difference(self) -> Option<f64> {
        Some(self.one.rate()? - self.other.rate()?)
    }

    /// Ratio of the rates. Shown, never judged by: 1 of 50 against 2 of 50 is a half, and means nothing.
    pub fn ratio(self) -> Option<f64> {
        let other = self.other.rate()?;
        (other > 0.0).then(|| self.one.rate().unwrap_or_default() / other)
    }
}
