//! Asking an issuer: no redirects, five seconds, and no more than a set of keys can be.

use std::time::Duration;

const BYTES_MAX: usize = 256 * 1024;

/// Whoever asks. An error says why there is no answer, and never quotes what was sent.
pub(super) fn client() -> Result<reqwest::Client, String> {
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(5))
        .no_proxy()
        .build()
        .map_err(|error| error.without_url().to_string())
}

/// The body of an answer that is fine.
pub(super) async fn body(request: reqwest::RequestBuilder) -> Result<Vec<u8>, String> {
    let failed = |error: reqwest::Error| error.without_url().to_string();
    let answer = request.send().await.and_then(reqwest::Response::error_for_status);
    let mut answer = answer.map_err(failed)?;
    if !answer.status().is_success() {
        return Err("it redirects; write the final address".into());
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(failed)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > BYTES_MAX {
            return Err("it is larger than 256 KiB".into());
        }
    }
    Ok(bytes)
}
