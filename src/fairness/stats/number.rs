//! The few functions of one number that everything else stands on.

/// ln(2 pi).
const LN_2PI: f64 = 1.837_877_066_409_345_6;
const SQRT_PI: f64 = 1.772_453_850_905_516;

/// What Stirling's formula misses: `ln n! - (n + 1/2) ln n + n - ln(2 pi)/2`, so that large terms never have to cancel
/// (C. Loader, "Fast and accurate computation of binomial probabilities", 2000).
fn stirling_rest(n: f64) -> f64 {
    if n < 0.5 {
        return 0.0;
    }
    if n < 16.0 {
        let mut product = 1.0;
        let mut k = 2.0;
        while k <= n {
            product *= k;
            k += 1.0;
        }
        return f64::ln(product) - (n + 0.5) * n.ln() + n - LN_2PI / 2.0;
    }
    let s = 1.0 / (n * n);
    (1.0 / 12.0
        - s * (1.0 / 360.0
            - s * (1.0 / 1260.0 - s * (1.0 / 1680.0 - s * (1.0 / 1188.0 - s * 691.0 / 360_360.0)))))
        / n
}

/// `x ln(x/m) + m - x` without cancellation near `x = m`.
fn deviance(x: f64, m: f64) -> f64 {
    if (x - m).abs() < 0.1 * (x + m) {
        let v = (x - m) / (x + m);
        let mut sum = (x - m) * v;
        let mut term = 2.0 * x * v;
        let mut odd = 3.0;
        loop {
            term *= v * v;
            let next = sum + term / odd;
            if next.to_bits() == sum.to_bits() {
                return next;
            }
            sum = next;
            odd += 2.0;
        }
    }
    x * (x / m).ln() + m - x
}

/// Logarithm of the chance of `x` in `n` at probability `p`; `q` is `1 - p`, given apart so that it may be exact.
pub fn ln_binomial(x: u32, n: u32, p: f64, q: f64) -> f64 {
    let (x, n) = (f64::from(x), f64::from(n));
    if p <= 0.0 {
        return if x < 0.5 { 0.0 } else { f64::NEG_INFINITY };
    }
    if q <= 0.0 {
        return if n - x < 0.5 { 0.0 } else { f64::NEG_INFINITY };
    }
    if x < 0.5 {
        return if p < 0.1 { n * (-p).ln_1p() } else { n * q.ln() };
    }
    if n - x < 0.5 {
        return if q < 0.1 { n * (-q).ln_1p() } else { n * p.ln() };
    }
    let exact = stirling_rest(n) - stirling_rest(x) - stirling_rest(n - x);
    let deviances = deviance(x, n * p) + deviance(n - x, n * q);
    exact - deviances - 0.5 * (LN_2PI + x.ln() + (-x / n).ln_1p())
}

/// The complementary error function, to the last digits also where it is tiny.
pub fn erfc(x: f64) -> f64 {
    if x < 0.0 {
        return 2.0 - erfc(-x);
    }
    if x < 2.0 {
        // Abramowitz and Stegun 7.1.6: a series of positive terms.
        let (mut term, mut sum, mut n) = (x, x, 1.0);
        while term > sum * 1e-18 {
            term *= 2.0 * x * x / (2.0 * n + 1.0);
            sum += term;
            n += 1.0;
        }
        return 1.0 - 2.0 / SQRT_PI * (-x * x).exp() * sum;
    }
    // 7.1.14: a continued fraction, from the inside out.
    let fraction = (1..=120).rev().fold(x, |inner, k| x + f64::from(k) / 2.0 / inner);
    (-x * x).exp() / SQRT_PI / fraction
}

/// Chance that a normal variable is larger than `z`.
pub fn normal_above(z: f64) -> f64 {
    erfc(z / std::f64::consts::SQRT_2) / 2.0
}

/// The `z` that a normal variable exceeds with chance `p`, for `p` between 0 and 1.
pub fn normal_quantile_above(p: f64) -> f64 {
    // Bisection to the neighbourhood, Newton to the last digit.
    let (mut low, mut high) = (-40.0, 40.0);
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if normal_above(middle) > p {
            low = middle;
        } else {
            high = middle;
        }
    }
    let mut z = f64::midpoint(low, high);
    for _ in 0..3 {
        let density = (-z * z / 2.0 - LN_2PI / 2.0).exp();
        if density > 0.0 {
            z += (normal_above(z) - p) / density;
        }
    }
    z
}

/// Chance that a chi-squared variable of one degree is larger than `x`.
pub fn chi_squared_above(x: f64) -> f64 {
    if x <= 0.0 { 1.0 } else { erfc((x / 2.0).sqrt()) }
}

/// Upper end of a count, rounded up.
pub(in crate::fairness) fn ceiling(x: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "as casts saturate, which is what a count that is too large shall do"
    )]
    let whole = x.ceil() as u32;
    whole
}
