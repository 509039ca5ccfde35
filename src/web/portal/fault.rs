//! What somebody reads when a page could not be had: whatever went wrong before a page had a say is a problem for programs, and words
//! for people.

use actix_web::Error;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use actix_web::middleware::Next;
use actix_web::web::Data;
use serde_json::Value;

use crate::web::App;
use crate::web::portal::frame::{Frame, Nothing, is_for_a_browser, shown, value};

/// Shows a problem to a browser as a page, with its status. Programs get it as it is.
pub(in crate::web) async fn as_page(
    request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse<BoxBody>, Error> {
    let is_read = is_for_a_browser(request.request());
    let answer = next.call(request).await?;
    let kind = answer.headers().get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !is_read || !kind.is_some_and(|kind| kind.starts_with("application/problem+json")) {
        return Ok(answer);
    }
    let (request, problem) = answer.into_parts();
    let Some(app) = request.app_data::<Data<App>>().cloned() else {
        return Ok(ServiceResponse::new(request, problem));
    };
    let status = problem.status();
    let kept = [ALLOW, RETRY_AFTER, WWW_AUTHENTICATE]
        .map(|name| (problem.headers().get(&name).cloned(), name));
    let detail = detail(problem.into_body());
    let lang = value(request.query_string(), "lang");
    let frame = Frame::new(&app, &request, "/".into(), lang.as_deref());
    let say = frame.say;
    let (heading, words) = match status {
        StatusCode::NOT_FOUND => (say.nothing(), say.nothing_why(frame.contact)),
        StatusCode::PAYLOAD_TOO_LARGE => (say.fault(), say.fault_large(frame.contact)),
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => {
            (say.fault(), say.fault_busy())
        }
        status if status.is_server_error() => {
            (say.fault(), say.fault_ours(frame.contact, &incident(&detail)))
        }
        _ => (say.fault(), say.fault_unread(frame.contact)),
    };
    let mut page = shown(status, &Nothing { frame, heading, words, again: Vec::new() })?;
    for (value, name) in kept {
        if let Some(value) = value {
            page.headers_mut().insert(name, value);
        }
    }
    Ok(ServiceResponse::new(request, page))
}

fn detail(body: BoxBody) -> String {
    let bytes = body.try_into_bytes().unwrap_or_default();
    let told: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    told.get("detail").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// What the operator finds in the log: `nothing you did; quote job_… to the operator`.
fn incident(detail: &str) -> String {
    let quoted = detail.split_once("quote ").and_then(|(_, rest)| rest.split_once(" to the"));
    quoted.map_or_else(|| "500".to_owned(), |(incident, _)| incident.to_owned())
}
