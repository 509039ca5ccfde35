//! The transport guard: protects the process from callers that nobody knows. Keyed by network, and only for callers
//! without a credential; ceilings are sized for addresses that many people share (FAIRNESS 2.2, SETTLED 12).

use std::hash::{BuildHasher, RandomState};
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// What the guard allows one network.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ceiling {
    /// Sustained rate.
    pub per_second: NonZeroU32,
    /// How many at once.
    pub burst: NonZeroU32,
    /// How many networks are told apart at most; beyond, networks share a place.
    pub networks_max: NonZeroU32,
}

/// The guard.
#[derive(Debug)]
pub struct Guard {
    limiter: DefaultKeyedRateLimiter<u32>,
    ceiling: Ceiling,
    clock: DefaultClock,
    // Keyed afresh in every process: nobody can aim at another's place.
    places: RandomState,
}

/// The process is busy with this network.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Busy {
    /// Whole seconds after which it is worth trying.
    pub retry_after_seconds: u64,
    /// The ceiling that was met.
    pub ceiling: Ceiling,
}

impl Guard {
    /// With this ceiling.
    pub fn new(ceiling: Ceiling) -> Self {
        let quota = Quota::per_second(ceiling.per_second).allow_burst(ceiling.burst);
        Self {
            limiter: RateLimiter::keyed(quota),
            ceiling,
            clock: DefaultClock::default(),
            places: RandomState::new(),
        }
    }

    /// So many an hour from one network, all at once or spread: for what hardly anybody does often.
    pub fn hourly(per_hour: NonZeroU32, networks_max: NonZeroU32) -> Self {
        let ceiling = Ceiling { per_second: NonZeroU32::MIN, burst: per_hour, networks_max };
        Self { limiter: RateLimiter::keyed(Quota::per_hour(per_hour)), ..Self::new(ceiling) }
    }

    /// Lets a caller without a credential in, or asks it to come back.
    ///
    /// # Errors
    /// [`Busy`], with the time to wait.
    pub fn admit(&self, address: IpAddr) -> Result<(), Busy> {
        self.limiter.check_key(&self.place(address)).map_err(|not_until| {
            let wait: Duration = not_until.wait_time_from(self.clock.now());
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            Busy { retry_after_seconds: seconds.max(1), ceiling: self.ceiling }
        })
    }

    fn place(&self, address: IpAddr) -> u32 {
        let network = network(address);
        let place = self.places.hash_one(network) % u64::from(self.ceiling.networks_max.get());
        u32::try_from(place).unwrap_or(0)
    }
}

// An IPv6 subscriber owns a /64; an IPv4 address stands for itself, mapped or not.
fn network(address: IpAddr) -> u128 {
    match address.to_canonical() {
        IpAddr::V4(v4) => v4.to_ipv6_mapped().to_bits(),
        IpAddr::V6(v6) => v6.to_bits() >> 64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard(burst: u32, networks: u32) -> Guard {
        let of = |n| NonZeroU32::new(n).unwrap();
        Guard::new(Ceiling { per_second: of(1), burst: of(burst), networks_max: of(networks) })
    }

    #[test]
    fn one_network_does_not_take_anothers_turn() {
        let guard = guard(2, 65_536);
        let (loud, quiet): (IpAddr, IpAddr) =
            ("192.0.2.1".parse().unwrap(), "192.0.2.2".parse().unwrap());
        while guard.admit(loud).is_ok() {}
        assert!(guard.admit(loud).unwrap_err().retry_after_seconds >= 1);
        assert_eq!(guard.admit(quiet), Ok(()));
    }

    #[test]
    fn memory_is_bounded_however_many_addresses_come() {
        let guard = guard(1, 16);
        for n in 0..10_000u128 {
            let _ = guard.admit(IpAddr::from(std::net::Ipv6Addr::from_bits(n << 64)));
        }
        assert!(guard.limiter.len() <= 16);
    }

    #[test]
    fn addresses_of_one_ipv6_subscriber_are_one_network() {
        let a: IpAddr = "2001:db8::1".parse().unwrap();
        let b: IpAddr = "2001:db8::ffff".parse().unwrap();
        assert_eq!(network(a), network(b));
        assert_eq!(
            network("::ffff:192.0.2.1".parse().unwrap()),
            network("192.0.2.1".parse().unwrap())
        );
    }
}
