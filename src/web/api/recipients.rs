//! Systems that are told of objections, and tasks that belong to no case.

use std::sync::Arc;

use actix_web::web::{Data, Path, Payload, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};

use crate::casework::answer::tasks;
use crate::casework::objections::recipients;
use crate::web::problem::Problem;
use crate::web::view::Page;
use crate::web::view::recipients::Recipient;
use crate::web::view::tasks::Task;
use crate::web::who::{Acknowledges, Sent, Staff, StaffOrChecks, Worker};
use crate::web::{App, answer, body};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct Acknowledgement {
    purpose: String,
    epoch: i64,
}

/// `GET /v1/objections/recipients`
pub(in crate::web) async fn list(
    app: Data<App>,
    _: StaffOrChecks,
) -> Result<HttpResponse, Problem> {
    let list = recipients::list(&app.office).await?;
    Ok(answer::shown(&Page::whole(list.iter().map(Recipient::of))))
}

/// `POST /v1/objections/acknowledgements`: the system is the name of its API key.
pub(in crate::web) async fn acknowledge(
    app: Data<App>,
    Sent { by: Acknowledges(key), body: said, .. }: Sent<Acknowledges, Acknowledgement>,
) -> Result<HttpResponse, Problem> {
    let system = key.name.clone();
    let purpose = super::check::shortened(&said.purpose);
    let told =
        recipients::acknowledge(&app.office, system.into(), purpose.into(), said.epoch).await?;
    Ok(answer::shown(&Recipient::of(&told)))
}

#[derive(Serialize)]
struct Keys {
    keys: Vec<String>,
}

/// `GET /v1/objections/webhook-keys`: what signs the messages.
pub(in crate::web) async fn keys(app: Data<App>) -> HttpResponse {
    let keys = app.office.recipients.caller.public_keys();
    answer::json(&mut HttpResponse::Ok(), &Keys { keys })
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
pub(in crate::web) async fn list_tasks(
    app: Data<App>,
    wanted: Query<Wanted>,
    _: Staff,
) -> Result<HttpResponse, Problem> {
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
    let items = page.items.iter().map(Task::of);
    Ok(answer::shown(&Page::of(items, page.next.clone())))
}

/// How a task was done.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Done {
    how: Option<String>,
}

/// `POST /v1/tasks/{id}/done`
pub(in crate::web) async fn done(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
    Worker(officer): Worker,
) -> Result<HttpResponse, Problem> {
    let id = path.parse().map_err(|_| Problem::NotFound("there is no such task"))?;
    let how = body::json_or_none::<Done>(&request, payload, app.limits).await?;
    let how = how.and_then(|body| body.how);
    let task = tasks::done(&Arc::clone(&app.office), officer, id, how).await?;
    Ok(answer::shown(&Task::of(&task)))
}
