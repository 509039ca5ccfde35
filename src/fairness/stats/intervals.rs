//! Intervals for a rate (Wilson 1927) and for the difference of two (Newcombe 1998, method 10).

use super::number::normal_quantile_above;
use super::{Pair, Share};

/// From, to.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Interval {
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Wilson's interval at this level, such as 0.95. An empty group can have any rate.
pub fn wilson(share: Share, level: f64) -> Interval {
    let Some(rate) = share.rate() else { return Interval { low: 0.0, high: 1.0 } };
    let n = f64::from(share.of);
    let z = normal_quantile_above((1.0 - level) / 2.0);
    let shrink = 1.0 + z * z / n;
    let centre = (rate + z * z / (2.0 * n)) / shrink;
    let spread = z * (rate * (1.0 - rate) / n + z * z / (4.0 * n * n)).sqrt() / shrink;
    Interval { low: (centre - spread).max(0.0), high: (centre + spread).min(1.0) }
}

/// Newcombe's interval for the difference of the rates, the one minus the other.
pub fn newcombe(pair: Pair, level: f64) -> Interval {
    let (Some(one), Some(other)) = (pair.one.rate(), pair.other.rate()) else {
        return Interval { low: -1.0, high: 1.0 };
    };
    let (a, b) = (wilson(pair.one, level), wilson(pair.other, level));
    let apart = one - other;
    Interval {
        low: apart - (one - a.low).hypot(b.high - other),
        high: apart + (a.high - one).hypot(other - b.low),
    }
}
