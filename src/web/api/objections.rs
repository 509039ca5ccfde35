//! Objecting, and what one can object to.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Value, json};

use crate::casework::case::labels::{Beside, Came, Labels};
use crate::casework::objections::objecting;
use crate::casework::objections::receipts::{self, Wanted};
use crate::domain::objection::{Act, Assurance, Objection, Standing};
use crate::web::problem::Problem;
use crate::web::{App, who};

use super::query;
use super::requests::private;
use super::taken::handed;

/// `PUT /v1/objections/{purpose}`
pub async fn object(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    act(&app, &request, path.into_inner(), Act::Object(Assurance::Verified)).await
}

/// `DELETE /v1/objections/{purpose}`
pub async fn take_back(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    act(&app, &request, path.into_inner(), Act::TakeBack).await
}

async fn act(
    app: &App,
    request: &HttpRequest,
    purpose: String,
    act: Act,
) -> Result<HttpResponse, Problem> {
    let subject = who::subject(app, request).await?;
    let beside = Beside { came: Came::Program, labels: Labels::opaque(subject.labels) };
    let (objection, epoch) =
        objecting::act(&app.office, subject.asker, purpose.as_str().into(), act, Some(beside))
            .await?;
    let body = match &objection {
        Some(objection) => rendered(objection, epoch),
        None => json!({ "purpose": purpose, "objected": false, "since": null, "epoch": epoch }),
    };
    Ok(private(&mut HttpResponse::Ok()).json(body))
}

fn rendered(objection: &Objection, epoch: i64) -> Value {
    json!({
        "purpose": objection.purpose,
        "objected": objection.standing == Standing::InForce,
        "standing": objection.standing,
        "assurance": objection.assurance,
        "since": objection.since.rfc3339(),
        "epoch": epoch,
        "receipt": format!("/v1/objections/{}/receipt", objection.purpose),
    })
}

/// `GET /v1/objections/{purpose}/receipt`
pub async fn receipt(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let subject = who::subject(&app, &request).await?;
    let [epoch] = query::members(request.query_string(), ["epoch"])?;
    let wanted = match epoch.map(|text| text.parse::<i64>()) {
        None => Wanted::InForce,
        Some(Ok(epoch)) => Wanted::At(epoch),
        Some(Err(_)) => {
            return Err(Problem::BadRequest("`epoch` is a number that an answer gave".into()));
        }
    };
    let asker = subject.asker;
    handed(receipts::receipt(&app.office, asker, path.into_inner().into(), wanted).await)
}

/// `GET /v1/objections`
pub async fn list(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let subject = who::subject(&app, &request).await?;
    let listed = objecting::own(&app.office, subject.asker).await?;
    let items: Vec<Value> = listed.iter().map(|l| rendered(&l.objection, l.epoch)).collect();
    Ok(private(&mut HttpResponse::Ok()).json(json!({ "items": items, "next": null })))
}

/// `GET /v1/purposes`
pub async fn purposes(app: Data<App>) -> HttpResponse {
    let items: Vec<Value> = app
        .office
        .policies
        .purposes
        .all()
        .map(|purpose| {
            json!({
                "id": purpose.id,
                "kind": purpose.kind,
                "legal_basis": purpose.legal_basis,
                "title": purpose.title,
                "words": purpose.words,
                "already_used": purpose.already_used,
            })
        })
        .collect();
    HttpResponse::Ok().json(json!({ "items": items, "next": null }))
}
