//! Three answers: unequal, equivalent within a margin, or not enough data, with the number that is missing.

use super::Pair;
use super::boschloo::boschloo;
use super::equivalence::{equivalent, members_needed};
use super::intervals::{Interval, newcombe};
use super::many::benjamini_yekutieli;

/// By what is judged.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Rule {
    /// Differences of rates smaller than this do not matter.
    pub margin: f64,
    /// Admitted share of false discoveries, and level of the test for equivalence.
    pub alpha: f64,
    /// With which chance groups of the size asked for show that they are equal.
    pub power: f64,
    /// Groups below this are not judged and their cells are not shown.
    pub members_min: u32,
}

impl Default for Rule {
    fn default() -> Self {
        Self { margin: 0.02, alpha: 0.05, power: 0.9, members_min: 10 }
    }
}

/// What can be said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Chance does not explain the difference.
    Unequal,
    /// The difference is smaller than the margin.
    Equivalent,
    /// Neither can be said; so many more members are needed in the smaller group.
    NotEnough {
        /// At least one.
        missing: u32,
    },
}

/// A pair with everything that is known about it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Judged {
    /// The counts.
    pub pair: Pair,
    /// Boschloo's p-value.
    pub p: f64,
    /// Benjamini and Yekutieli's q-value over all pairs of the report.
    pub q: f64,
    /// p-value for equivalence within the margin.
    pub p_equivalent: f64,
    /// Newcombe's 95 % interval of the difference.
    pub interval: Interval,
    /// The answer.
    pub verdict: Verdict,
}

/// Judges all pairs of a report together.
pub fn judge(pairs: &[Pair], rule: Rule) -> Vec<Judged> {
    let large = |pair: &Pair| pair.one.of.min(pair.other.of) >= rule.members_min;
    // Pairs that are too small to be judged are no comparisons and cost the others nothing.
    let tested: Vec<f64> =
        pairs.iter().filter(|pair| large(pair)).map(|pair| boschloo(*pair).two_sided).collect();
    let mut adjusted = tested.iter().zip(benjamini_yekutieli(&tested));
    pairs
        .iter()
        .map(|pair| {
            let (p, q) = if large(pair) {
                adjusted.next().map_or((1.0, 1.0), |(p, q)| (*p, q))
            } else {
                (1.0, 1.0)
            };
            let p_equivalent = if large(pair) { equivalent(*pair, rule.margin) } else { 1.0 };
            let verdict = verdict(*pair, q, p_equivalent, rule);
            let interval = newcombe(*pair, 0.95);
            Judged { pair: *pair, p, q, p_equivalent, interval, verdict }
        })
        .collect()
}

fn verdict(pair: Pair, q: f64, p_equivalent: f64, rule: Rule) -> Verdict {
    if q <= rule.alpha {
        return Verdict::Unequal;
    }
    if p_equivalent <= rule.alpha {
        return Verdict::Equivalent;
    }
    let (hits, of) = (
        f64::from(pair.one.hits) + f64::from(pair.other.hits),
        f64::from(pair.one.of) + f64::from(pair.other.of),
    );
    // Where nothing has happened yet, the rate that three hits would give (rule of three) keeps the number honest.
    let rate = ((hits.max(3.0)) / of.max(6.0)).min(0.5);
    let needed = members_needed(rate, rule.margin, rule.alpha, rule.power).max(rule.members_min);
    let smaller = pair.one.of.min(pair.other.of);
    Verdict::NotEnough { missing: needed.saturating_sub(smaller).max(1) }
}

/// The largest rate of differences that `flips` flips without one leave possible, with 95 % confidence: about 3/N.
pub fn bound_after_none(flips: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a bound has two digits")]
    let flips = flips as f64;
    if flips < 1.0 { 1.0 } else { -f64::exp_m1(f64::ln(0.05) / flips) }
}

/// Jain's index of shares: 1 when all get the same, 1/n when one gets all. It hides small victims: show `least_to_most` too.
pub fn jain(shares: &[f64]) -> f64 {
    let (sum, squares) = shares.iter().fold((0.0, 0.0), |(s, q), x| (s + x, q + x * x));
    let many = f64::from(u32::try_from(shares.len()).unwrap_or(u32::MAX));
    if squares > 0.0 { sum * sum / (many * squares) } else { 1.0 }
}

/// The smallest share in parts of the largest.
pub fn least_to_most(shares: &[f64]) -> f64 {
    let most = shares.iter().copied().fold(0.0, f64::max);
    let least = shares.iter().copied().fold(f64::INFINITY, f64::min);
    if most > 0.0 { least / most } else { 1.0 }
}
