//! The audit log for those who check it: key, signed head, tiles, proofs.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use crate::audit::tiles::TileId;
use crate::casework::{CaseworkError, cosigning, scribe};
use crate::domain::role::Role;
use crate::web::problem::Problem;
use crate::web::{App, who};

const TEXT: &str = "text/plain; charset=utf-8";

/// The query of a consistency proof.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sizes {
    from: u64,
    to: u64,
}

/// The query of an inclusion proof.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Which {
    r#ref: String,
}

/// `GET /v1/audit/key`
pub async fn key(app: Data<App>) -> HttpResponse {
    HttpResponse::Ok().content_type(TEXT).body(format!("{}\n", app.office.log_key.vkey()))
}

/// `GET /v1/audit/checkpoint`
pub async fn checkpoint(app: Data<App>) -> Result<HttpResponse, Problem> {
    let row = app.office.read("checkpoint", cosigning::head).await?;
    let row = row.ok_or(Problem::NotFound("nothing is signed yet; the log is empty"))?;
    Ok(HttpResponse::Ok()
        .insert_header(("Cache-Control", "no-cache"))
        .content_type(TEXT)
        .body(row.note))
}

/// `GET /v1/audit/tile/…`
pub async fn tile(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    who::officer(&app, &request, &[Role::Auditor]).await?;
    let none = || Problem::NotFound("there is no such tile; see C2SP tlog-tiles");
    let (id, width) = TileId::parse(&format!("tile/{path}")).map_err(|_| none())?;
    let bytes = app.office.read("tile", move |tx| scribe::tile(tx, id, width)).await?;
    let bytes = bytes.ok_or_else(none)?;
    Ok(HttpResponse::Ok()
        .insert_header(("Cache-Control", "private, max-age=31536000, immutable"))
        .content_type("application/octet-stream")
        .body(bytes))
}

/// `GET /v1/audit/proof/inclusion?ref=`
pub async fn inclusion(
    app: Data<App>,
    request: HttpRequest,
    which: Query<Which>,
) -> Result<HttpResponse, Problem> {
    who::officer(&app, &request, &[Role::Auditor]).await?;
    let reference = super::reference(&which.r#ref)?;
    let proof = app
        .office
        .read("inclusion proof", move |tx| {
            let row = tx.case_by_reference(&reference.to_string())?;
            // Without the opening: an auditor checks that it stands there, not what it says.
            scribe::prove(tx, row.ok_or(CaseworkError::NoSuchCase)?.leaf, None)
        })
        .await?;
    Ok(HttpResponse::Ok().content_type(TEXT).body(proof))
}

/// `GET /v1/audit/proof/consistency?from=&to=`
pub async fn consistency(
    app: Data<App>,
    request: HttpRequest,
    sizes: Query<Sizes>,
) -> Result<HttpResponse, Problem> {
    who::officer(&app, &request, &[Role::Auditor]).await?;
    let Sizes { from, to } = sizes.into_inner();
    let proof =
        app.office.read("consistency proof", move |tx| scribe::prove_consistency(tx, from, to));
    let lines: String = proof.await?.iter().map(|hash| format!("{hash}\n")).collect();
    Ok(HttpResponse::Ok().content_type(TEXT).body(lines))
}
