//! Cochran (1954), Mantel and Haenszel (1959): two groups compared within strata, such as right and month, so that a mix
//! that differs is not taken for a treatment that differs (Simpson's paradox).

use super::Pair;
use super::number::chi_squared_above;

/// What the strata say together.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stratified {
    /// Chi-squared of one degree, without continuity correction.
    pub statistic: f64,
    /// Its p-value; 1 when no stratum says anything.
    pub p: f64,
    /// The common odds ratio; nothing when it is not defined.
    pub odds_ratio: Option<f64>,
}

/// The test over all strata.
pub fn cochran_mantel_haenszel(strata: &[Pair]) -> Stratified {
    let (mut surplus, mut variance, mut over, mut under) = (0.0, 0.0, 0.0, 0.0);
    for pair in strata {
        let (one, other) = (f64::from(pair.one.of), f64::from(pair.other.of));
        let all = one + other;
        if all < 2.0 {
            continue;
        }
        let hits = f64::from(pair.one.hits) + f64::from(pair.other.hits);
        surplus += f64::from(pair.one.hits) - one * hits / all;
        variance += one * other * hits * (all - hits) / (all * all * (all - 1.0));
        over += f64::from(pair.one.hits) * f64::from(pair.other.misses()) / all;
        under += f64::from(pair.one.misses()) * f64::from(pair.other.hits) / all;
    }
    let statistic = if variance > 0.0 { surplus * surplus / variance } else { 0.0 };
    let odds_ratio = (under > 0.0).then_some(over / under);
    Stratified { statistic, p: chi_squared_above(statistic), odds_ratio }
}
