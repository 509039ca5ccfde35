//! Systems that are told of objections, and tasks that belong to no case.

use std::sync::Arc;

use actix_web::web::{Data, Path, Payload, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::auth::Scope;
use crate::casework::answer::tasks;
use crate::casework::objections::recipients::{self, Told};
use crate::domain::role::Role;
use crate::domain::time::Instant;
use crate::web::problem::Problem;
use crate::web::{App, body, who};

use super::requests::private;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Acknowledgement {
    purpose: String,
    epoch: i64,
}

/// `GET /v1/objections/recipients`
pub async fn list(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    who::officer_or_pipeline(&app, &request, Scope::ObjectionsCheck).await?;
    let list = recipients::list(&app.office).await?;
    let items: Vec<Value> = list.iter().map(rendered).collect();
    Ok(private(&mut HttpResponse::Ok()).json(json!({ "items": items, "next": null })))
}

fn rendered(told: &Told) -> Value {
    json!({
        "system": told.system,
        "purpose": told.purpose,
        "state": told.health.code(),
        "sent_epoch": told.sent_epoch,
        "acked_epoch": told.acked_epoch,
        "waiting_since": told.waiting_since.map(Instant::rfc3339),
        "note": told.note,
        "checked": told.checked,
        "contradictions": told.contradictions,
    })
}

/// `POST /v1/objections/acknowledgements`: the system is the name of its API key.
pub async fn acknowledge(
    app: Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let system = who::pipeline(&app, &request, Scope::ObjectionsAcknowledge).await?.name.clone();
    let (said, _) = body::json::<Acknowledgement>(&request, payload, app.limits).await?;
    let purpose = super::check::shortened(&said.purpose);
    let told =
        recipients::acknowledge(&app.office, system.into(), purpose.into(), said.epoch).await?;
    Ok(private(&mut HttpResponse::Ok()).json(rendered(&told)))
}

/// `GET /v1/objections/webhook-keys`: what signs the messages.
pub async fn keys(app: Data<App>) -> HttpResponse {
    let keys = app.office.recipients.caller.public_keys();
    HttpResponse::Ok().json(json!({ "keys": keys }))
}

/// The query of the list of tasks.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    state: Option<String>,
    limit: Option<u16>,
    cursor: Option<String>,
}

/// `GET /v1/tasks`
pub async fn list_tasks(
    app: Data<App>,
    request: HttpRequest,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    who::officer(&app, &request, &Role::ALL).await?;
    let Wanted { state, limit, cursor } = wanted.into_inner();
    let state = state.unwrap_or_else(|| "open".into());
    if !matches!(state.as_str(), "open" | "done") {
        return Err(Problem::BadRequest("`state` must be open or done".into()));
    }
    let limit = super::Paging { limit, cursor: None }.limit()?;
    let after = cursor.map(|cursor| {
        cursor.parse().map_err(|_| {
            Problem::BadRequest(
                "`cursor` is not one that a list gave; leave it out to begin".into(),
            )
        })
    });
    let page = tasks::list(&app.office, state, after.transpose()?, limit).await?;
    let items: Vec<Value> = page.items.iter().map(rendered_task).collect();
    Ok(private(&mut HttpResponse::Ok()).json(json!({ "items": items, "next": page.next })))
}

fn rendered_task(task: &tasks::Task) -> Value {
    json!({
        "id": task.id,
        "case": task.case,
        "system": task.system,
        "dataset": task.dataset,
        "reason": task.reason,
        "state": task.state,
        "raised_at": task.raised_at.rfc3339(),
        "done_at": task.done_at.map(Instant::rfc3339),
    })
}

/// How a task was done.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Done {
    how: Option<String>,
}

/// `POST /v1/tasks/{id}/done`
pub async fn done(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let staff = [Role::Caseworker, Role::Dpo, Role::Controller];
    let officer = who::officer(&app, &request, &staff).await?;
    let id = path.parse().map_err(|_| Problem::NotFound("there is no such task"))?;
    let how = body::json_or_none::<Done>(&request, payload, app.limits).await?;
    let how = how.and_then(|body| body.how);
    let task = tasks::done(&Arc::clone(&app.office), officer, id, how).await?;
    Ok(private(&mut HttpResponse::Ok()).json(rendered_task(&task)))
}
