//! The audit log for those who check it: key, signed head, tiles, proofs.

use std::sync::Arc;

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use crate::audit::tiles::TileId;
use crate::casework::CaseworkError;
use crate::casework::authority::{self, Fairness, Taker};
use crate::casework::case::reading::Reader;
use crate::casework::figures::treatment;
use crate::casework::log::bundle::{self, Range};
use crate::casework::log::{cosigning, proofs};
use crate::domain::role::Role;
use crate::domain::time::Day;
use crate::fairness::report::Report;
use crate::web::answer::private;
use crate::web::evidence::{self, Period};
use crate::web::problem::Problem;
use crate::web::who::{Auditor, Overseer};
use crate::web::{App, head};

const TEXT: &str = "text/plain; charset=utf-8";
const ARCHIVE: &str = "application/zip";

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

/// The query of an export.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Days {
    from: Option<String>,
    to: Option<String>,
}

/// `GET /v1/audit/key`
pub(in crate::web) async fn key(app: Data<App>) -> HttpResponse {
    HttpResponse::Ok().content_type(TEXT).body(format!("{}\n", app.office.log_key.vkey()))
}

/// `GET /v1/audit/checkpoint`
pub(in crate::web) async fn checkpoint(app: Data<App>) -> Result<HttpResponse, Problem> {
    let row = app.office.read("checkpoint", cosigning::head).await?;
    let row = row.ok_or(Problem::NotFound("nothing is signed yet; the log is empty"))?;
    Ok(HttpResponse::Ok()
        .insert_header(("Cache-Control", "no-cache"))
        .content_type(TEXT)
        .body(row.note))
}

/// `GET /v1/audit/tile/…`
pub(in crate::web) async fn tile(
    app: Data<App>,
    path: Path<String>,
    _: Auditor,
) -> Result<HttpResponse, Problem> {
    let none = || Problem::NotFound("there is no such tile; see C2SP tlog-tiles");
    // Bundles of entries are numbered as the tiles of level 0 are.
    let entries = path.strip_prefix("entries/").map(|rest| format!("0/{rest}"));
    let name = entries.as_ref().unwrap_or(&path);
    let (id, width) = TileId::parse(&format!("tile/{name}")).map_err(|_| none())?;
    let bytes = match entries {
        Some(_) => {
            app.office.read("entries", move |tx| proofs::entries(tx, id.index, width)).await?
        }
        None => app.office.read("tile", move |tx| proofs::tile(tx, id, width)).await?,
    };
    let bytes = bytes.ok_or_else(none)?;
    Ok(HttpResponse::Ok()
        .insert_header(("Cache-Control", "private, max-age=31536000, immutable"))
        .content_type("application/octet-stream")
        .body(bytes))
}

/// `GET /v1/audit/proof/inclusion?ref=`
pub(in crate::web) async fn inclusion(
    app: Data<App>,
    which: Query<Which>,
    _: Auditor,
) -> Result<HttpResponse, Problem> {
    let reference = super::reference(&which.r#ref)?;
    let proof = app
        .office
        .read("inclusion proof", move |tx| {
            let row = tx.case_by_reference(&reference.to_string())?;
            // Without the opening: an auditor checks that it stands there, not what it says.
            proofs::prove(tx, row.ok_or(CaseworkError::NoSuchCase)?.leaf, None)
        })
        .await?;
    Ok(HttpResponse::Ok().content_type(TEXT).body(proof))
}

/// `GET /v1/audit/proof/consistency?from=&to=`
pub(in crate::web) async fn consistency(
    app: Data<App>,
    sizes: Query<Sizes>,
    _: Auditor,
) -> Result<HttpResponse, Problem> {
    let Sizes { from, to } = sizes.into_inner();
    let proof =
        app.office.read("consistency proof", move |tx| proofs::prove_consistency(tx, from, to));
    let lines: String = proof.await?.iter().map(|hash| format!("{hash}\n")).collect();
    Ok(HttpResponse::Ok().content_type(TEXT).body(lines))
}

/// `GET /v1/cases/{ref}/dossier`: one case for an authority, as an archive.
pub(in crate::web) async fn dossier(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    Overseer(officer): Overseer,
) -> Result<HttpResponse, Problem> {
    let reference = super::reference(&path)?;
    let mut answer = HttpResponse::Ok();
    let name = format!("attachment; filename=\"{reference}.zip\"");
    answer.insert_header(("Content-Disposition", name));
    if head::is_asked(&request) {
        head::case(&app, Reader::Glance, reference).await?;
        return Ok(head::alone(&mut answer, ARCHIVE));
    }
    let period = Period::of(None, None, app.office.clock.now());
    let period = period.ok_or(CaseworkError::Unmade("clock"))?;
    let found = treatment::gathered(&app.office, period.start, period.end).await?;
    let policies = evidence::policies(&app.office).await?;
    let works = [Role::Dpo, Role::Controller].iter().any(|role| officer.is(*role));
    let taker = if works { Taker::Works } else { Taker::Audits };
    let (office, by) = (Arc::clone(&app.office), officer.id().to_owned());
    let keys = vec![app.office.log_key.vkey()];
    let archive = move || {
        let rows = evidence::rows(&found);
        let report = Report::of(evidence::frame(&office, period, policies), &rows);
        let report = Fairness { html: report.html(), json: report.json() };
        let files = authority::export(&office, &by, taker, keys, reference, Some(&report));
        bundle::zip(files?)
    };
    let archive = actix_web::web::block(archive).await;
    let archive = archive.map_err(|_| Problem::Casework(CaseworkError::Unmade("export")))??;
    Ok(private(&mut answer).content_type(ARCHIVE).body(archive))
}

/// `GET /v1/audit/export?from=&to=`
pub(in crate::web) async fn export(
    app: Data<App>,
    request: HttpRequest,
    days: Query<Days>,
    Auditor(officer): Auditor,
) -> Result<HttpResponse, Problem> {
    let day = |text: &Option<String>| {
        let read = |text: &String| {
            text.parse::<Day>().map_err(|_| {
                Problem::BadRequest("`from` and `to` are days; write them as 2026-12-31".into())
            })
        };
        text.as_ref().map(read).transpose()
    };
    let range = Range { from: day(&days.from)?, to: day(&days.to)? };
    let mut answer = HttpResponse::Ok();
    answer.insert_header(("Content-Disposition", "attachment; filename=\"audit-export.zip\""));
    if head::is_asked(&request) {
        return Ok(head::alone(&mut answer, ARCHIVE));
    }
    let (office, by) = (Arc::clone(&app.office), officer.id().to_owned());
    let keys = vec![app.office.log_key.vkey()];
    let archive = move || bundle::zip(bundle::export(&office, &by, keys, range)?);
    let archive = actix_web::web::block(archive).await;
    let archive = archive.map_err(|_| Problem::Casework(CaseworkError::Unmade("export")))??;
    Ok(private(&mut answer).content_type(ARCHIVE).body(archive))
}
