//! Whether one of two groups waits longer for its answers: pairs that were sent in turn, judged by the signs of their
//! differences, so that a slow moment of the machine hits both alike.

use crate::fairness::stats::number::normal_above;

/// What the pairs say.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Timing {
    /// Pairs.
    pub pairs: u32,
    /// Median of second minus first, in microseconds.
    pub median_us: i64,
    /// The same in parts of the median time.
    pub share: f64,
    /// Two-sided p-value of the sign test.
    pub p: f64,
}

impl Timing {
    /// Differences of less than a hundredth, or of 50 microseconds, are not one that anybody could tell; beyond, chance must
    /// be ruled out to one in a million.
    pub fn is_biased(&self) -> bool {
        self.share.abs() > 0.01 && self.median_us.abs() > 50 && self.p < 1e-6
    }
}

/// Judges pairs of times.
pub fn judge(pairs: &[(u64, u64)]) -> Timing {
    let mut apart: Vec<i64> = pairs
        .iter()
        .map(|(a, b)| i64::try_from(*b).unwrap_or(i64::MAX) - i64::try_from(*a).unwrap_or(i64::MAX))
        .collect();
    apart.sort_unstable();
    let mut times: Vec<u64> = pairs.iter().flat_map(|(a, b)| [*a, *b]).collect();
    times.sort_unstable();
    let middle = |len: usize| len / 2;
    let median_us = apart.get(middle(apart.len())).copied().unwrap_or_default();
    let usual = times.get(middle(times.len())).copied().unwrap_or_default();
    let count = |holds: fn(&&i64) -> bool| {
        f64::from(u32::try_from(apart.iter().filter(holds).count()).unwrap_or(u32::MAX))
    };
    let (above, below) = (count(|d| **d > 0), count(|d| **d < 0));
    let both = above + below;
    // With a continuity correction: the chance of so uneven a split of fair coins.
    let z = if both > 0.0 { ((above - below).abs() - 1.0).max(0.0) / both.sqrt() } else { 0.0 };
    #[expect(clippy::cast_precision_loss, reason = "microseconds of one answer")]
    let share = if usual > 0 { median_us as f64 / usual as f64 } else { 0.0 };
    let pairs = u32::try_from(pairs.len()).unwrap_or(u32::MAX);
    Timing { pairs, median_us, share, p: (2.0 * normal_above(z)).min(1.0) }
}
