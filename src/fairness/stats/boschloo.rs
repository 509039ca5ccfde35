//! Boschloo's test (1970): Fisher's p-value as the statistic, and the worst chance of it over every common rate. Never
//! larger than Fisher's, and for small counts much stronger: what verdicts are given by.
//!
//! Exact up to [`EXACT_MAX`] members. Beyond, twice the smaller one-sided Fisher p-value stands in: Boschloo's never
//! exceeds it, so nothing is called unequal that Boschloo's test would not call so.

use super::Pair;
use super::fisher::{Dealt, fisher};
use super::number::{ceiling, ln_binomial};

/// Members of both groups together up to which the test is computed exactly.
pub const EXACT_MAX: u32 = 20_000;

/// Two p-values nearer than this, relatively, are the same table mirrored.
const SAME: f64 = 1e-11;

/// What Boschloo's test says.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Boschloo {
    /// Two-sided: twice the smaller of the two directions.
    pub two_sided: f64,
    /// The common rate at which it is worst; nothing when the groups were too large or empty.
    pub worst_rate: Option<f64>,
}

/// Boschloo's test.
pub fn boschloo(pair: Pair) -> Boschloo {
    let (one, other) = (pair.one.of, pair.other.of);
    if one == 0 || other == 0 {
        return Boschloo { two_sided: 1.0, worst_rate: None };
    }
    if one.saturating_add(other) > EXACT_MAX {
        let bound = fisher(pair);
        let two_sided = (2.0 * bound.fewer.min(bound.more)).min(1.0);
        return Boschloo { two_sided, worst_rate: None };
    }
    let (fewer, more) = (one_sided(pair), one_sided(pair.swapped()));
    let (p, rate) = if fewer.0 <= more.0 { fewer } else { more };
    Boschloo { two_sided: (2.0 * p).min(1.0), worst_rate: Some(rate) }
}

/// The p-value for "the one group has the smaller rate", and the rate at which it is reached.
fn one_sided(pair: Pair) -> (f64, f64) {
    let region = Region::of(pair);
    let members = f64::from(pair.one.of) + f64::from(pair.other.of);
    // In the angle of the rate the binomial is equally wide everywhere: 1/sqrt(n). Eight steps across it see every hill.
    let steps = ceiling(8.0 * members.sqrt()) + 64;
    let width = std::f64::consts::PI / f64::from(steps);
    let at = |angle: f64| region.chance((angle / 2.0).sin().powi(2), (angle / 2.0).cos().powi(2));
    let grid: Vec<(f64, f64)> =
        (0..=steps).map(|step| f64::from(step) * width).map(|angle| (at(angle), angle)).collect();
    let mut hills: Vec<(f64, f64)> = grid
        .iter()
        .enumerate()
        .filter(|(i, (height, _))| {
            let before = i.checked_sub(1).and_then(|i| grid.get(i)).is_none_or(|b| b.0 <= *height);
            before && grid.get(i + 1).is_none_or(|after| after.0 <= *height)
        })
        .map(|(_, hill)| *hill)
        .collect();
    hills.sort_by(|a, b| b.0.total_cmp(&a.0));
    let highest = hills.first().map_or(0.0, |hill| hill.0);
    let (height, angle) = hills
        .iter()
        .take_while(|hill| hill.0 > 0.9 * highest)
        .take(8)
        .map(|(_, angle)| {
            climb(&at, (angle - width).max(0.0), (angle + width).min(std::f64::consts::PI))
        })
        .fold((0.0, 0.0), |best: (f64, f64), hill| if hill.0 > best.0 { hill } else { best });
    (height.min(1.0), (angle / 2.0).sin().powi(2))
}

/// The highest point between two, by the golden section.
fn climb(height: &impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> (f64, f64) {
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let (mut left, mut right) = (high - GOLDEN * (high - low), low + GOLDEN * (high - low));
    let (mut at_left, mut at_right) = (height(left), height(right));
    for _ in 0..40 {
        if at_left > at_right {
            (high, right, at_right) = (right, left, at_left);
            left = high - GOLDEN * (high - low);
            at_left = height(left);
        } else {
            (low, left, at_left) = (left, right, at_right);
            right = low + GOLDEN * (high - low);
            at_right = height(right);
        }
    }
    // An end of the interval is as good a place as any: rates of 0 and 1 are allowed.
    [low, high, left, right]
        .map(|at| (height(at), at))
        .into_iter()
        .fold((0.0, low), |best, point| if point.0 > best.0 { point } else { best })
}

/// The tables that are at least as unlikely: with `x` hits in the one group, those with at least `from[x]` in the other.
struct Region {
    one: u32,
    other: u32,
    from: Vec<u32>,
}

impl Region {
    // Barnard's condition: fewer hits here or more there only lower Fisher's p-value. So the border is a stair, walked once.
    fn of(pair: Pair) -> Self {
        let (one, other) = (pair.one.of, pair.other.of);
        let fisher = |x: u32, y: u32| Dealt::new(one, other, x + y).at_most(x);
        let bound = fisher(pair.one.hits, pair.other.hits) * (1.0 + SAME);
        let mut y = 0;
        let from = (0..=one)
            .map(|x| {
                while y <= other && fisher(x, y) > bound {
                    y += 1;
                }
                y
            })
            .collect();
        Self { one, other, from }
    }

    /// Chance of the region when both groups have the rate `p`.
    fn chance(&self, p: f64, q: f64) -> f64 {
        let (first_x, of_x) = binomial(self.one, p, q);
        let (first_y, of_y) = binomial(self.other, p, q);
        let mut above: Vec<f64> = of_y
            .iter()
            .rev()
            .scan(0.0, |sum, chance| {
                *sum += chance;
                Some(*sum)
            })
            .collect();
        above.reverse();
        let all = above.first().copied().unwrap_or_default();
        let start = usize::try_from(first_x).unwrap_or(usize::MAX);
        of_x.iter()
            .zip(self.from.iter().skip(start))
            .map(|(chance, from)| {
                let place =
                    from.checked_sub(first_y).map(|at| usize::try_from(at).unwrap_or(usize::MAX));
                chance * place.map_or(all, |at| above.get(at).copied().unwrap_or_default())
            })
            .sum()
    }
}

/// The chances of a binomial wherever they are not nothing, and the first number they are for.
fn binomial(n: u32, p: f64, q: f64) -> (u32, Vec<f64>) {
    let mode = ceiling((f64::from(n) + 1.0) * p).saturating_sub(1).min(n);
    let peak = ln_binomial(mode, n, p, q).exp();
    if p <= 0.0 || q <= 0.0 {
        return (if p <= 0.0 { 0 } else { n }, vec![1.0]);
    }
    let smallest = peak * 1e-22;
    let mut below = Vec::new();
    let (mut chance, mut x) = (peak, mode);
    while x > 0 && chance > smallest {
        chance *= f64::from(x) * q / (f64::from(n - x + 1) * p);
        x -= 1;
        below.push(chance);
    }
    let first = x;
    below.reverse();
    below.push(peak);
    (chance, x) = (peak, mode);
    while x < n && chance > smallest {
        chance *= f64::from(n - x) * p / (f64::from(x + 1) * q);
        x += 1;
        below.push(chance);
    }
    (first, below)
}
