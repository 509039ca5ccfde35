//! HEAD (RFC 9110, 9.3.2): on every route that answers GET, its status and its headers without its body. It looks, and
//! leaves no trace: what a GET writes down (who read a case, that a letter arrived, what a browser's signal objects to)
//! has not happened when nothing was handed over.

use crate::casework::case::reading;
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::guard::{Any, Get, Head};
use actix_web::http::Method;
use actix_web::http::header::{CONTENT_LANGUAGE, ETAG};
use actix_web::middleware::Next;
use actix_web::web::Bytes;
use actix_web::{Error, HttpRequest, HttpResponse, HttpResponseBuilder, Route};

use crate::casework::CaseworkError;
use crate::casework::case::reading::Reader;
use crate::casework::review::flags;
use crate::domain::id::{FlagId, NoticeId, Reference};

use super::App;
use super::answer::private;
use super::problem::Problem;

const JSON: &str = "application/json";

/// The route of everything that reads.
pub(super) fn get() -> Route {
    actix_web::web::route().guard(Any(Get()).or(Head()))
}

/// Whether only the head is asked for.
pub(super) fn is_asked(request: &HttpRequest) -> bool {
    request.method() == Method::HEAD
}

/// A body of which only the size is told. It is never made, so that not even a stream without end keeps anybody.
pub(super) struct Untold(BodySize);

impl MessageBody for Untold {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        self.0
    }

    fn poll_next(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Infallible>>> {
        Poll::Ready(None)
    }
}

/// Leaves the body out.
pub(super) async fn bodiless<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, Untold>>, Error> {
    let is_head = request.method() == Method::HEAD;
    let answer = next.call(request).await?;
    if !is_head {
        return Ok(answer.map_into_left_body());
    }
    Ok(answer.map_body(|_, body| EitherBody::right(Untold(body.size()))))
}

/// A request that nobody reads: that it is there.
pub(super) async fn request(
    app: &App,
    reader: Reader,
    reference: Reference,
) -> Result<HttpResponse, Problem> {
    version(app, reader, reference).await?;
    Ok(alone(&mut HttpResponse::Ok(), JSON))
}

/// A case that nobody reads: that it is there, and its version.
pub(super) async fn case(
    app: &App,
    reader: Reader,
    reference: Reference,
) -> Result<HttpResponse, Problem> {
    Ok(versioned(version(app, reader, reference).await?))
}

async fn version(app: &App, reader: Reader, reference: Reference) -> Result<i64, Problem> {
    let office = Arc::clone(&app.office);
    let look = app.office.read("head of a case", move |tx| {
        Ok(reading::find(tx, &office, &reader, reference)?.version)
    });
    Ok(look.await?)
}

/// A flag that nobody reads.
pub(super) async fn flag(app: &App, id: FlagId) -> Result<HttpResponse, Problem> {
    let office = Arc::clone(&app.office);
    let look = app.office.read("head of a flag", move |tx| {
        let row = tx.flag(&id.0)?.ok_or(CaseworkError::NoSuchFlag)?;
        Ok(flags::evidence(tx, &office, row)?.version)
    });
    Ok(versioned(look.await?))
}

/// A letter that nobody reads: it has not reached the person.
pub(super) async fn letter(
    app: &App,
    reader: Reader,
    reference: Reference,
    id: NoticeId,
) -> Result<HttpResponse, Problem> {
    let office = Arc::clone(&app.office);
    let look = app.office.read("head of a letter", move |tx| {
        let row = reading::find(tx, &office, &reader, reference)?;
        let letter = tx.notice(&id.0)?.filter(|letter| letter.case_id == row.id);
        Ok(letter.ok_or(CaseworkError::NoSuchCase)?.language)
    });
    let language = look.await?;
    let mut answer = HttpResponse::Ok();
    answer.insert_header((CONTENT_LANGUAGE, language));
    Ok(alone(&mut answer, "text/plain; charset=utf-8"))
}

fn versioned(version: i64) -> HttpResponse {
    let mut answer = HttpResponse::Ok();
    answer.insert_header((ETAG, format!("\"{version}\"")));
    alone(&mut answer, JSON)
}

/// The head of something that is not made: its length is not told (RFC 9110, 9.3.2 lets it out).
pub(super) fn alone(answer: &mut HttpResponseBuilder, kind: &'static str) -> HttpResponse {
    private(answer).content_type(kind).body(actix_web::body::None::new())
}
