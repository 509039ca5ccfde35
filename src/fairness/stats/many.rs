//! Many comparisons at once: q-values, the share of false discoveries that calling this one would admit.

/// Benjamini and Hochberg (1995), for comparisons that do not depend on each other.
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    adjusted(p, 1.0)
}

/// Benjamini and Yekutieli (2001), whatever depends on what: plans, channels and countries are the same people.
pub fn benjamini_yekutieli(p: &[f64]) -> Vec<f64> {
    let harmonic: f64 = (1u32..).take(p.len()).map(|k| 1.0 / f64::from(k)).sum();
    adjusted(p, harmonic)
}

fn adjusted(p: &[f64], factor: f64) -> Vec<f64> {
    let mut order: Vec<(usize, f64)> = p.iter().copied().enumerate().collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    let many = f64::from(u32::try_from(p.len()).unwrap_or(u32::MAX));
    let mut least: f64 = 1.0;
    let mut rank = many;
    let mut out: Vec<(usize, f64)> = order
        .into_iter()
        .map(|(at, p)| {
            least = least.min(p * many * factor / rank);
            rank -= 1.0;
            (at, least)
        })
        .collect();
    out.sort_by_key(|(at, _)| *at);
    out.into_iter().map(|(_, q)| q).collect()
}
