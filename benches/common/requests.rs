//! Tokens and requests of made-up people.

use habeas::auth::development::{Mint, Order};

/// A token for the n-th person.
pub(crate) fn token(mint: &Mint, n: usize) -> String {
    let now = habeas::clock::Clock::System.now();
    let order = Order { sub: format!("bench-{n}"), ttl_seconds: 36_000, ..Order::default() };
    mint.token(&order, now).unwrap()
}

/// A request for a new case, with its key.
pub(crate) fn intake(token: &str, key: &str, right: &str) -> Vec<u8> {
    let body = format!("{{\"right\":\"{right}\",\"message\":\"{key}\"}}");
    format!(
        "POST /v1/requests HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: {key}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}
