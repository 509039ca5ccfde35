//! Chance that is the same in the next run: SplitMix64 (Steele, Lea and Flood 2014). For histories and simulations, never
//! for anything secret.

/// A source of numbers.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// The same seed gives the same numbers.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Between 0 and `end`, without it; 0 when there is nothing between.
    pub fn below(&mut self, end: u32) -> u32 {
        u32::try_from(((self.number() >> 32) * u64::from(end)) >> 32).unwrap_or_default()
    }

    /// Whether something of this chance happens.
    pub fn happens(&mut self, chance: f64) -> bool {
        self.share() < chance
    }

    /// Between 0 and 1.
    pub fn share(&mut self) -> f64 {
        f64::from(u32::try_from(self.number() >> 32).unwrap_or_default()) / 4_294_967_296.0
    }

    /// One of these.
    pub fn one_of<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let at = self.below(u32::try_from(of.len()).unwrap_or(u32::MAX));
        of.get(usize::try_from(at).unwrap_or_default())
    }
}
