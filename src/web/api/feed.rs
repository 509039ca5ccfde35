//! For pipelines: snapshots, changes and the records of filter runs.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header::{ACCEPT, CONTENT_LENGTH, ETAG};
use actix_web::web::{Bytes, Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use futures_util::stream;
use serde::{Deserialize, Serialize};

use crate::audit::leaf::objections::FilterRun;
use crate::casework::Office;
use crate::casework::objections::feed;
use crate::objections::Entry;
use crate::objections::snapshot::pieces;
use crate::web::problem::Problem;
use crate::web::view::objections::{Changed, Changes};
use crate::web::who::{Checks, Sent};
use crate::web::{App, answer, ranges};

const PAGE: i64 = 1_000;
const LOOK: Duration = Duration::from_millis(200);
/// After so many looks (15 s) a line is sent, so that proxies do not cut the stream.
const LOOKS_SILENT: u32 = 75;
/// After so many looks (10 min) it ends, and the caller signs in again with where it was.
const LOOKS_MAX: u32 = 3_000;

/// The query of both routes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Which {
    purpose: String,
    after: Option<i64>,
}

/// `GET /v1/objections/snapshot?purpose=`
pub(in crate::web) async fn snapshot(
    app: Data<App>,
    request: HttpRequest,
    which: Query<Which>,
    _: Checks,
) -> Result<HttpResponse, Problem> {
    let (office, purpose) = (Arc::clone(&app.office), super::check::shortened(&which.purpose));
    if !office.index.is_fresh(office.clock.now()) {
        return Err(Problem::Casework(stale().into()));
    }
    let tag = format!("\"{purpose}-{}\"", office.index.epoch());
    if office.index.shelf(&purpose).is_some() && ranges::is_known(&request, &tag) {
        return Ok(HttpResponse::NotModified().insert_header((ETAG, tag)).finish());
    }
    let made = actix_web::web::block(move || feed::snapshot(&office, &purpose)).await;
    let (head, base) = made.map_err(|_| Problem::Casework(stale().into()))??;
    let length = head.len() + base.len() * 16;
    let tag = format!("\"{}-{}\"", super::check::shortened(&which.purpose), base.epoch);
    let parts = std::iter::once(head.into_bytes()).chain(pieces(&base));
    let parts = parts.map(|part| Ok::<_, Infallible>(Bytes::from(part)));
    Ok(HttpResponse::Ok()
        .insert_header((ETAG, tag))
        .insert_header(("Cache-Control", "private, no-cache"))
        .insert_header((CONTENT_LENGTH, length))
        .content_type("application/vnd.habeas.objections-snapshot")
        .no_chunking(length as u64)
        .streaming(stream::iter(parts)))
}

fn stale() -> crate::casework::StoreError {
    crate::casework::StoreError::Unavailable("the objections are not up to date".into())
}

/// `GET /v1/objections/changes?purpose=&after=`
pub(in crate::web) async fn changes(
    app: Data<App>,
    request: HttpRequest,
    which: Query<Which>,
    _: Checks,
) -> Result<HttpResponse, Problem> {
    let purpose = super::check::shortened(&which.purpose);
    let header = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    let resumed = header("last-event-id").and_then(|id| id.parse().ok());
    let after = resumed.or(which.after).unwrap_or(0);
    // The epoch first: everything up to it is in what is read afterwards.
    let epoch = app.office.index.epoch();
    let first = feed::changes(&app.office, &purpose, after, PAGE).await?;
    if header(ACCEPT.as_str()).is_some_and(|kinds| kinds.contains("text/event-stream")) {
        return Ok(events(Arc::clone(&app.office), purpose, after));
    }
    let next = match first.last() {
        Some(last) if first.len() as u64 == PAGE.unsigned_abs() => last.epoch,
        _ => epoch.max(after).max(first.last().map_or(0, |last| last.epoch)),
    };
    let more = first.len() as u64 == PAGE.unsigned_abs();
    Ok(answer::shown(&Changes { items: first.iter().map(Changed::of).collect(), next, more }))
}

/// Where a stream is.
struct Place {
    office: Arc<Office>,
    purpose: String,
    after: i64,
    looks: u32,
}

fn events(office: Arc<Office>, purpose: String, after: i64) -> HttpResponse {
    let place = Place { office, purpose, after, looks: 0 };
    let stream = stream::unfold(place, |mut place| async move {
        let text = next_events(&mut place).await?;
        Some((Ok::<_, Infallible>(Bytes::from(text)), place))
    });
    HttpResponse::Ok()
        .insert_header(("Cache-Control", "no-store"))
        .insert_header(("X-Accel-Buffering", "no"))
        .content_type("text/event-stream")
        .streaming(stream)
}

async fn next_events(place: &mut Place) -> Option<String> {
    if place.looks == 0 {
        place.looks = 1;
        return Some("retry: 1000\n\n".into());
    }
    loop {
        if place.looks > LOOKS_MAX {
            return None;
        }
        place.looks += 1;
        if place.office.index.epoch() > place.after {
            // A database that does not answer ends the stream; the caller comes back.
            let some =
                feed::changes(&place.office, &place.purpose, place.after, PAGE).await.ok()?;
            if let Some(last) = some.last() {
                place.after = last.epoch;
                return Some(some.iter().map(event).collect());
            }
        }
        if place.looks.is_multiple_of(LOOKS_SILENT) {
            return Some(": still here\n\n".into());
        }
        tokio::time::sleep(LOOK).await;
    }
}

fn event(entry: &Entry) -> String {
    let said = answer::text(&Changed::of(entry));
    format!("id: {}\ndata: {said}\n\n", entry.epoch)
}

/// Where a run stands in the log.
#[derive(Serialize)]
struct Logged {
    leaf: i64,
}

/// `POST /v1/objections/runs`
pub(in crate::web) async fn log_run(
    app: Data<App>,
    Sent { body: mut run, .. }: Sent<Checks, FilterRun>,
) -> Result<HttpResponse, Problem> {
    let is_hash = |hash: &str| hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_hexdigit());
    for (pointer, hash) in
        [("#/input_sha256", &run.input_sha256), ("#/output_sha256", &run.output_sha256)]
    {
        if !is_hash(hash) {
            let detail = "a SHA-256 is 64 hex digits".into();
            return Err(Problem::Unprocessable { pointer, detail });
        }
    }
    run.purpose = super::check::shortened(&run.purpose).into();
    let leaf = feed::log_run(&app.office, run).await?;
    Ok(answer::json(&mut HttpResponse::Created(), &Logged { leaf }))
}
