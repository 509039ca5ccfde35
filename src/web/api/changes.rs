//! Material changes that an officer declares (P8).

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde::Deserialize;

use crate::casework::policies::changes::{self, Declaration};
use crate::domain::excess::ResetKind;
use crate::domain::time::Instant;
use crate::web::problem::Problem;
use crate::web::view::Items;
use crate::web::view::policies::Change;
use crate::web::who::{Decider, Sent, Staff};
use crate::web::{App, answer};

use super::reference;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct ChangeBody {
    why: String,
    at: Option<String>,
    #[serde(default)]
    categories: Vec<String>,
    case: Option<String>,
    note: String,
}

/// `POST /v1/policy/changes`
pub(in crate::web) async fn declare(
    app: Data<App>,
    Sent { by: Decider(officer), body, .. }: Sent<Decider, ChangeBody>,
) -> Result<HttpResponse, Problem> {
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
    Ok(answer::told(&mut HttpResponse::Created(), &Change::of(&declared)))
}

/// `GET /v1/policy/changes`
pub(in crate::web) async fn list(app: Data<App>, _: Staff) -> Result<HttpResponse, Problem> {
    let declared = changes::list(&app.office).await?;
    Ok(answer::shown(&Items::of(declared.iter().map(Change::of))))
}
