//! "No difference" has to be shown: two one-sided tests (Schuirmann 1987) against a margin, each by the score of Miettinen
//! and Nurminen (1985), which also works with zeros.

use super::Pair;
use super::number::{ceiling, normal_above, normal_quantile_above};

/// The p-value for "the rates differ by less than `margin`". An empty group shows nothing.
pub fn equivalent(pair: Pair, margin: f64) -> f64 {
    if pair.one.of == 0 || pair.other.of == 0 {
        return 1.0;
    }
    let above_low = normal_above(score(pair, -margin));
    let below_high = normal_above(-score(pair, margin));
    above_low.max(below_high)
}

/// How many standard errors the difference lies above `delta`, at the likeliest rates that differ by exactly `delta`.
pub fn score(pair: Pair, delta: f64) -> f64 {
    let (one, other) = (f64::from(pair.one.of), f64::from(pair.other.of));
    let apart = pair.difference().unwrap_or_default() - delta;
    let base = restricted(pair, delta);
    let raised = base + delta;
    let variance = raised * (1.0 - raised) / one + base * (1.0 - base) / other;
    let all = one + other;
    let variance = variance.max(0.0) * all / (all - 1.0);
    if variance > 0.0 {
        apart / variance.sqrt()
    } else if apart.abs() > 0.0 {
        apart.signum() * f64::INFINITY
    } else {
        0.0
    }
}

/// The likeliest rate of the other group when the one's is `delta` larger: a root of a cubic, found by halving where its
/// slope of the likelihood changes sign, so that nothing cancels.
fn restricted(pair: Pair, delta: f64) -> f64 {
    let (x, n) = (f64::from(pair.one.hits), f64::from(pair.one.of));
    let (y, m) = (f64::from(pair.other.hits), f64::from(pair.other.of));
    if delta == 0.0 {
        return (x + y) / (n + m);
    }
    let rises = |base: f64| {
        let raised = base + delta;
        let slope = |hits: f64, misses: f64, rate: f64| {
            let up = if hits > 0.0 { hits / rate } else { 0.0 };
            let down = if misses > 0.0 { misses / (1.0 - rate) } else { 0.0 };
            up - down
        };
        slope(x, n - x, raised) + slope(y, m - y, base) > 0.0
    };
    let (mut low, mut high) = ((-delta).max(0.0), (1.0 - delta).min(1.0));
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            break;
        }
        if rises(middle) { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

/// Members each group needs so that equal rates near `rate` are shown to be within `margin` with this power, testing at
/// `alpha`.
pub fn members_needed(rate: f64, margin: f64, alpha: f64, power: f64) -> u32 {
    let z = normal_quantile_above(alpha) + normal_quantile_above((1.0 - power) / 2.0);
    ceiling(z * z * 2.0 * rate * (1.0 - rate) / (margin * margin))
}
