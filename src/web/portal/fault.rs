//! What somebody reads when a page could not be had: whatever went wrong before a page had a say is a problem for programs, and words
//! for people.

use actix_web::Error;
use actix_web::body::BoxBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::web::App;
use crate::web::portal::frame::{Frame, Nothing, is_for_a_browser, shown, value};
use crate::web::problem::Incident;

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
    let incident = problem.extensions().get::<Incident>().cloned();
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
            let name = incident.map_or_else(|| status.as_u16().to_string(), |Incident(name)| name);
            (say.fault(), say.fault_ours(frame.contact, &name))
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
