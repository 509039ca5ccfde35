//! Reading a body: so large, so long, JSON and nothing else.

use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::http::header::{CONTENT_ENCODING, CONTENT_TYPE};
use actix_web::web::{BytesMut, Payload};
use futures_util::StreamExt as _;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Limits;
use super::problem::Problem;

/// The bytes of a JSON body, within the limits.
pub(super) async fn bytes(
    request: &HttpRequest,
    payload: Payload,
    limits: Limits,
) -> Result<BytesMut, Problem> {
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    let kind = header(CONTENT_TYPE).and_then(|kind| kind.split(';').next()).map(str::trim);
    let encoded = header(CONTENT_ENCODING).is_some_and(|encoding| encoding != "identity");
    if !kind.is_some_and(|kind| kind.eq_ignore_ascii_case("application/json")) || encoded {
        return Err(Problem::MediaType);
    }
    any(payload, limits).await
}

/// The bytes of a body of any kind, within the limits.
pub(super) async fn any(payload: Payload, limits: Limits) -> Result<BytesMut, Problem> {
    let deadline = Duration::from_millis(limits.body_timeout_ms);
    let read = read(payload, limits.body_bytes_max);
    tokio::time::timeout(deadline, read).await.map_err(|_| Problem::TooSlow)?
}

async fn read(mut payload: Payload, bytes_max: usize) -> Result<BytesMut, Problem> {
    let mut bytes = BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk =
            chunk.map_err(|_| Problem::BadRequest("the body broke off; send it again".into()))?;
        if bytes.len() + chunk.len() > bytes_max {
            return Err(Problem::TooLarge(bytes_max));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// A JSON body, if there is a body.
pub(super) async fn json_or_none<T: DeserializeOwned>(
    request: &HttpRequest,
    payload: Payload,
    limits: Limits,
) -> Result<Option<T>, Problem> {
    if request.headers().contains_key(CONTENT_TYPE) {
        return json(request, payload, limits).await.map(|(value, _)| Some(value));
    }
    let bytes = any(payload, limits).await?;
    if bytes.is_empty() { Ok(None) } else { Err(Problem::MediaType) }
}

/// A JSON body. Unknown and doubled members are refused by the types, control characters by their place: not every
/// database stores them, and nobody can read them.
pub(super) async fn json<T: DeserializeOwned>(
    request: &HttpRequest,
    payload: Payload,
    limits: Limits,
) -> Result<(T, BytesMut), Problem> {
    let bytes = bytes(request, payload, limits).await?;
    let value = parsed(&bytes)?;
    // RFC 8259, 7: they come in as escapes only, so that most bodies need no second look.
    if bytes.contains(&b'\\') {
        let whole: Value = parsed(&bytes)?;
        if let Some(pointer) = unreadable_at(&whole, "#") {
            return Err(Problem::ControlCharacter { pointer });
        }
    }
    Ok((value, bytes))
}

/// Where a text holds a control character other than a tab or a line end.
fn unreadable_at(value: &Value, place: &str) -> Option<String> {
    let is_barred = |c: char| c < ' ' && !matches!(c, '\t' | '\n' | '\r');
    match value {
        Value::String(text) => text.contains(is_barred).then(|| place.to_owned()),
        Value::Array(items) => {
            let mut items = items.iter().zip(0..);
            items.find_map(|(item, at): (_, usize)| unreadable_at(item, &format!("{place}/{at}")))
        }
        Value::Object(members) => {
            let mut members = members.iter();
            members.find_map(|(name, member)| unreadable_at(member, &format!("{place}/{name}")))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// JSON that may borrow from its bytes.
pub(super) fn parsed<'b, T: Deserialize<'b>>(bytes: &'b [u8]) -> Result<T, Problem> {
    serde_json::from_slice(bytes).map_err(|error| unreadable(&error))
}

// Serde's message can quote what was sent; only its kind and place are told, and the names that we define ourselves.
fn unreadable(error: &serde_json::Error) -> Problem {
    let place = format!("line {}, column {}", error.line(), error.column());
    let text = error.to_string();
    let known = ["unknown field", "duplicate field", "missing field"]
        .into_iter()
        .find(|prefix| text.starts_with(prefix));
    let what = match (error.classify(), known) {
        (serde_json::error::Category::Data, Some("unknown field")) => {
            let expected = text.split_once("expected").map_or("", |(_, names)| names);
            let expected = expected.split(" at line").next().unwrap_or_default();
            format!("it has a member that is not known here; expected{expected}")
        }
        (serde_json::error::Category::Data, Some(_)) => {
            text.split(" at line").next().unwrap_or_default().replace("field", "member")
        }
        (serde_json::error::Category::Data, None) => {
            "a member has the wrong type; see /openapi.json".into()
        }
        _ => "it is not valid JSON in UTF-8".into(),
    };
    Problem::BadRequest(format!("the body cannot be read at {place}: {what}"))
}
