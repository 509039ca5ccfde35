//! What a person takes away from a request: its receipt, and the archive.

use actix_web::http::header::{CONTENT_RANGE, ETAG, RETRY_AFTER};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::casework::CaseworkError;
use crate::casework::case::browse;
use crate::casework::case::reading::Reader;
use crate::casework::letters::post;
use crate::domain::id::Reference;
use crate::web::answer::private;
use crate::web::problem::Problem;
use crate::web::ranges::{self, Wanted};
use crate::web::{App, head};

use super::reference;

/// `GET /v1/requests/{ref}/receipt`
pub(in crate::web) async fn receipt(
    app: Data<App>,
    path: Path<String>,
    reader: Reader,
) -> Result<HttpResponse, Problem> {
    receipt_for(&app, reader, reference(&path)?).await
}

/// The receipt, for whoever may have it.
pub(in crate::web) async fn receipt_for(
    app: &App,
    reader: Reader,
    reference: Reference,
) -> Result<HttpResponse, Problem> {
    handed(browse::receipt(&app.office, reader, reference).await)
}

/// A receipt, or when to come back for it.
pub(super) fn handed(receipt: Result<String, CaseworkError>) -> Result<HttpResponse, Problem> {
    match receipt {
        Ok(text) => Ok(private(&mut HttpResponse::Ok())
            .content_type("text/plain; charset=utf-8")
            .body(text)),
        Err(CaseworkError::NotSignedYet) => {
            let mut answer = HttpResponse::Accepted();
            answer.insert_header((RETRY_AFTER, 1));
            Ok(private(&mut answer)
                .content_type("text/plain; charset=utf-8")
                .body("the receipt is signed within a second; ask again\n"))
        }
        Err(error) => Err(error.into()),
    }
}

/// `GET /v1/requests/{ref}/package`, whole or a range of it.
pub(in crate::web) async fn package(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    reader: Reader,
) -> Result<HttpResponse, Problem> {
    package_for(&app, &request, reader, reference(&path)?).await
}

/// The archive, for whoever may have it.
pub(in crate::web) async fn package_for(
    app: &App,
    request: &HttpRequest,
    reader: Reader,
    reference: Reference,
) -> Result<HttpResponse, Problem> {
    let (mut archive, sha256) = browse::package(&app.office, reader.clone(), reference).await?;
    // Whoever only looks whether it is there has fetched nothing.
    if !head::is_asked(request) {
        post::fetched(&app.office, &reader, reference).await?;
    }
    let digest = STANDARD.encode(&sha256);
    let tag = format!("\"{digest}\"");
    let mut answer = match ranges::wanted(request, &tag, archive.len()) {
        Wanted::Known => {
            let mut answer = HttpResponse::NotModified();
            return Ok(private(answer.insert_header((ETAG, tag))).finish());
        }
        Wanted::Beyond => {
            let mut answer = HttpResponse::RangeNotSatisfiable();
            answer.insert_header((CONTENT_RANGE, format!("bytes */{}", archive.len())));
            return Ok(private(&mut answer).finish());
        }
        Wanted::Whole => HttpResponse::Ok(),
        Wanted::Part(bytes) => {
            let (first, last) = (bytes.start(), bytes.end());
            let place = format!("bytes {first}-{last}/{}", archive.len());
            archive = archive.get(bytes).map(<[u8]>::to_vec).unwrap_or_default();
            let mut answer = HttpResponse::PartialContent();
            answer.insert_header((CONTENT_RANGE, place));
            answer
        }
    };
    answer
        .insert_header((ETAG, tag))
        .insert_header(("Accept-Ranges", "bytes"))
        .insert_header(("Repr-Digest", format!("sha-256=:{digest}:")))
        .insert_header((
            "Content-Disposition",
            format!("attachment; filename=\"{reference}.zip\""),
        ));
    Ok(private(&mut answer).content_type("application/zip").body(archive))
}
