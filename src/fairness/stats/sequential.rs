//! Looking every day without crying wolf: an e-process for two rates (Turner, Ly and Gruenwald 2021). Whoever alarms when
//! it passes 1/alpha is wrong with chance at most alpha, however often and however long they look (Ville 1939).

use super::{Pair, Share};

/// Evidence against "both groups have the same rate", gathered block by block.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Evidence {
    ln_now: f64,
    ln_most: f64,
    one: Share,
    other: Share,
}

/// The strength of the prior guess, in hits: the predictions before the first block are equal, so the first says nothing.
const PRIOR: f64 = 0.5;

impl Evidence {
    /// Takes a block, such as one day. Members come in any number; what the block adds was bet before it was seen.
    pub fn observe(&mut self, block: Pair) {
        if block.one.of > 0 && block.other.of > 0 {
            let (one, other) = self.predictions();
            let (n, m) = (f64::from(block.one.of), f64::from(block.other.of));
            // The likeliest common rate under the bet: what makes the quotient an e-value for every common rate.
            let common = (n * one + m * other) / (n + m);
            self.ln_now += gain(block.one, one, common) + gain(block.other, other, common);
            self.ln_most = self.ln_most.max(self.ln_now);
        }
        self.one = sum(self.one, block.one);
        self.other = sum(self.other, block.other);
    }

    // Bets are drawn towards the common rate: a bet on a large difference loses more than it can win while little is known.
    fn predictions(&self) -> (f64, f64) {
        let hits = f64::from(self.one.hits) + f64::from(self.other.hits);
        let all = f64::from(self.one.of) + f64::from(self.other.of);
        let common = (hits + PRIOR) / (all + 2.0 * PRIOR);
        let own = |share: Share| {
            let weight = 1.0 / common.max(1e-9);
            (f64::from(share.hits) + weight * common) / (f64::from(share.of) + weight)
        };
        (own(self.one), own(self.other))
    }

    /// The evidence now: how many times the stake of a fair bet has grown.
    pub fn now(&self) -> f64 {
        self.ln_now.exp()
    }

    /// The most that it ever was.
    pub fn most(&self) -> f64 {
        self.ln_most.exp()
    }

    /// A p-value that holds at every time at once.
    pub fn p(&self) -> f64 {
        (-self.ln_most).exp().min(1.0)
    }

    /// Whether to alarm, with chance at most `alpha` of ever doing so wrongly.
    pub fn alarms(&self, alpha: f64) -> bool {
        self.p() <= alpha
    }
}

fn gain(seen: Share, bet: f64, common: f64) -> f64 {
    let hits = f64::from(seen.hits) * (bet / common).ln();
    let misses = f64::from(seen.misses()) * ((1.0 - bet) / (1.0 - common)).ln();
    hits + misses
}

fn sum(a: Share, b: Share) -> Share {
    Share { hits: a.hits.saturating_add(b.hits), of: a.of.saturating_add(b.of) }
}
