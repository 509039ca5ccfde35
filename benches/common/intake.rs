//! Requests of made-up people.

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
