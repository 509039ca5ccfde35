//! Tokens of made-up people.

use habeas::auth::development::{Mint, Order};

/// A token for the n-th person.
pub(crate) fn token(mint: &Mint, n: usize) -> String {
    let now = habeas::clock::Clock::System.now();
    let order = Order { sub: format!("bench-{n}"), ttl_seconds: 36_000, ..Order::default() };
    mint.token(&order, now).unwrap()
}
