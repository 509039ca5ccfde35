//! Fisher's exact test (1935) on two groups, two-sided by the chance of the tables, and its mid-p.
//!
//! The two-sided test of the crate `statrs` calls differences beyond doubt chance on large tables; this one is compared
//! with SciPy on tables with zeros and with counts to a million.

use super::Pair;
use super::number::ln_binomial;

/// Two logarithms nearer than this are one and the same chance: tables that mirror each other.
const SAME: f64 = 1e-12;

/// What Fisher's test says.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Fisher {
    /// Chance of a table at least as unlikely as this one.
    pub two_sided: f64,
    /// The same, with tables exactly as unlikely counted half: less cautious, for display.
    pub mid: f64,
    /// Chance of so few hits in the one group, or fewer.
    pub fewer: f64,
    /// Chance of so many hits in the one group, or more.
    pub more: f64,
}

/// Hits in the one group when nothing but chance deals them out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dealt {
    one: u32,
    other: u32,
    hits: u32,
    low: u32,
    high: u32,
    p: f64,
    q: f64,
    ln_all: f64,
}

impl Dealt {
    pub(super) fn new(one: u32, other: u32, hits: u32) -> Self {
        let all = f64::from(one) + f64::from(other);
        let misses = all - f64::from(hits);
        let (p, q) = if all > 0.0 { (f64::from(hits) / all, misses / all) } else { (0.0, 1.0) };
        Self {
            one,
            other,
            hits,
            low: hits.saturating_sub(other),
            high: hits.min(one),
            p,
            q,
            ln_all: ln_binomial(hits, one.saturating_add(other), p, q),
        }
    }

    fn ln_chance(&self, x: u32) -> f64 {
        let rest = self.hits.saturating_sub(x);
        ln_binomial(x, self.one, self.p, self.q) + ln_binomial(rest, self.other, self.p, self.q)
            - self.ln_all
    }

    /// chance(x + 1) / chance(x)
    fn step_up(&self, x: f64) -> f64 {
        let (one, other) = (f64::from(self.one), f64::from(self.other));
        let hits = f64::from(self.hits);
        (one - x) * (hits - x) / ((x + 1.0) * (other - hits + x + 1.0))
    }

    fn sum_down(&self, from: u32) -> f64 {
        let mut term = self.ln_chance(from).exp();
        let mut sum = term;
        let mut x = from;
        while x > self.low && term > sum * 1e-18 {
            x -= 1;
            term /= self.step_up(f64::from(x));
            sum += term;
        }
        sum
    }

    fn sum_up(&self, from: u32) -> f64 {
        let mut term = self.ln_chance(from).exp();
        let mut sum = term;
        let mut x = from;
        while x < self.high && term > sum * 1e-18 {
            term *= self.step_up(f64::from(x));
            sum += term;
            x += 1;
        }
        sum
    }

    fn mean(&self) -> f64 {
        f64::from(self.one) * self.p
    }

    /// Chance of `x` or fewer. Always summed from the thinner side.
    pub(super) fn at_most(&self, x: u32) -> f64 {
        if x >= self.high {
            1.0
        } else if x < self.low {
            0.0
        } else if f64::from(x) <= self.mean() {
            self.sum_down(x).min(1.0)
        } else {
            1.0 - self.sum_up(x + 1).min(1.0)
        }
    }

    fn at_least(&self, x: u32) -> f64 {
        if x <= self.low {
            1.0
        } else if x > self.high {
            0.0
        } else if f64::from(x) >= self.mean() {
            self.sum_up(x).min(1.0)
        } else {
            1.0 - self.sum_down(x - 1).min(1.0)
        }
    }

    /// The most likely number.
    fn mode(&self) -> u32 {
        let product = (u64::from(self.hits) + 1) * (u64::from(self.one) + 1);
        let all = u64::from(self.one) + u64::from(self.other) + 2;
        u32::try_from(product / all).unwrap_or(u32::MAX).clamp(self.low, self.high)
    }
}

/// Fisher's exact test.
pub fn fisher(pair: Pair) -> Fisher {
    let x = pair.one.hits;
    let dealt = Dealt::new(pair.one.of, pair.other.of, x.saturating_add(pair.other.hits));
    let (two_sided, mid) = two_sided(&dealt, x);
    Fisher { two_sided, mid, fewer: dealt.at_most(x), more: dealt.at_least(x) }
}

fn two_sided(dealt: &Dealt, x: u32) -> (f64, f64) {
    let own = dealt.ln_chance(x);
    let slack = SAME + own.abs() * 1e-14;
    let is_no_likelier = |y: u32| dealt.ln_chance(y) <= own + slack;
    let is_twin = |y: u32| (dealt.ln_chance(y) - own).abs() <= slack;
    let mode = dealt.mode();
    if is_no_likelier(mode) {
        // Nothing is likelier than the table itself, perhaps beside a twin.
        let twins =
            u8::from(x > dealt.low && is_twin(x - 1)) + u8::from(x < dealt.high && is_twin(x + 1));
        return (1.0, 1.0 - own.exp() * f64::from(1 + twins) / 2.0);
    }
    let (near, far, nearest) = if x < mode {
        let end = halve(mode, dealt.high, is_no_likelier);
        (dealt.at_most(x), end.map_or(0.0, |end| dealt.at_least(end)), end)
    } else {
        let end = halve(mode, dealt.low, is_no_likelier);
        (dealt.at_least(x), end.map_or(0.0, |end| dealt.at_most(end)), end)
    };
    let equal = if nearest.is_some_and(is_twin) { 2.0 } else { 1.0 } * own.exp();
    let sum = (near + far).min(1.0);
    (sum, sum - equal / 2.0)
}

/// The place nearest to `likely`, on the way to `end`, from which on `holds`; chances fall away from the mode.
fn halve(likely: u32, end: u32, holds: impl Fn(u32) -> bool) -> Option<u32> {
    if likely == end || !holds(end) {
        return None;
    }
    let (mut not, mut yes) = (likely, end);
    while not.abs_diff(yes) > 1 {
        let middle = not.midpoint(yes);
        if holds(middle) { yes = middle } else { not = middle }
    }
    Some(yes)
}
