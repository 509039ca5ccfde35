//! Material changes that an officer declares (P8).

use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::casework::policies::changes::{self, Declaration, Declared};
use crate::domain::excess::ResetKind;
use crate::domain::role::Role;
use crate::domain::time::Instant;
use crate::web::problem::Problem;
use crate::web::{App, body, who};

use super::reference;
use super::requests::private;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeBody {
    why: String,
    at: Option<String>,
    #[serde(default)]
    categories: Vec<String>,
    case: Option<String>,
    note: String,
}

/// `POST /v1/policy/changes`
pub async fn declare(
    app: Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let officer = who::officer(&app, &request, &[Role::Dpo, Role::Controller]).await?;
    let (body, _) = body::json::<ChangeBody>(&request, payload, app.limits).await?;
    let wrong = |pointer, detail: String| Problem::Unprocessable { pointer, detail };
    let why = ResetKind::parse(&body.why).ok_or_else(|| {
        let known = ResetKind::ALL.map(ResetKind::code).join(", ");
        wrong("#/why", format!("there is no such change; use one of {known}"))
    })?;
    let at = body.at.as_deref().map(Instant::parse).transpose();
    let declaration = Declaration {
        why,
        at: at.map_err(|error| wrong("#/at", error.to_string()))?,
        categories: body.categories.into_iter().collect(),
        case: body.case.as_deref().map(reference).transpose()?,
        note: body.note,
    };
    let declared = changes::declare(&app.office, officer.id().to_owned(), declaration).await?;
    Ok(private(&mut HttpResponse::Created()).json(rendered(&declared)))
}

/// `GET /v1/policy/changes`
pub async fn list(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    who::officer(&app, &request, &Role::ALL).await?;
    let declared = changes::list(&app.office).await?;
    let items: Vec<Value> = declared.iter().map(rendered).collect();
    Ok(private(&mut HttpResponse::Ok()).json(json!({ "items": items })))
}

fn rendered(declared: &Declared) -> Value {
    let change = &declared.change;
    json!({
        "seq": change.seq,
        "why": change.why,
        "at": change.at.rfc3339(),
        "categories": change.categories,
        "concerns": if declared.one_person { "one_person" } else { "everybody" },
        "declared_at": declared.declared_at.rfc3339(),
        "declared_by": declared.officer,
        "note": declared.note,
    })
}
