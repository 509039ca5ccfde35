//! The office's side of a case.

use actix_web::http::header::{ETAG, IF_MATCH};
use actix_web::web::{Data, Path, Payload, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::casework::acts::{self, Act, Actor};
use crate::casework::browse::{self, Reader, Shown};
use crate::domain::case::Outcome;
use crate::domain::history::Grounds;
use crate::domain::identity::Personal;
use crate::domain::role::{Officer, Role};
use crate::web::problem::Problem;
use crate::web::{App, body, head, who};

use super::requests::{follow, private, rendered, shown};
use super::{Paging, reference};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerBody {
    outcome: String,
    text: String,
    #[serde(default)]
    grounds: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReasonBody {
    reason: String,
}

/// `GET /v1/cases`
pub async fn list(
    app: Data<App>,
    request: HttpRequest,
    paging: Query<Paging>,
) -> Result<HttpResponse, Problem> {
    let officer = who::officer(&app, &request, &Role::ALL).await?;
    let cursor = paging.cursor()?.map(|id| id.0);
    let page = browse::list(&app.office, Reader::Officer(officer), cursor, paging.limit()?).await?;
    let items: Vec<Value> = page
        .items
        .iter()
        .map(|(opened, state, version)| {
            let mut members = rendered(opened);
            follow(&mut members, state);
            members.insert("version".into(), (*version).into());
            Value::Object(members)
        })
        .collect();
    Ok(private(&mut HttpResponse::Ok()).json(json!({ "items": items, "next": page.next })))
}

/// `GET /v1/cases/{ref}`
pub async fn one(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let officer = who::officer(&app, &request, &Role::ALL).await?;
    let (reader, reference) = (Reader::Officer(officer), reference(&path)?);
    if head::is_asked(&request) {
        return head::case(&app, reader, reference).await;
    }
    Ok(sheet(&browse::one(&app.office, reader, reference).await?))
}

pub(super) fn sheet(case: &Shown) -> HttpResponse {
    let mut body = shown(case);
    if let Value::Object(members) = &mut body {
        let tasks = case.tasks.iter().map(
            |task| json!({ "system": task.system, "reason": task.reason, "state": task.state }),
        );
        members.insert("tasks".into(), tasks.collect());
        members.insert("version".into(), case.version.into());
        members.insert("flag".into(), json!(case.state.flag));
        members.insert("hints".into(), json!(case.hints));
    }
    let mut answer = HttpResponse::Ok();
    answer.insert_header((ETAG, format!("\"{}\"", case.version)));
    private(&mut answer).json(body)
}

/// `POST /v1/cases/{ref}/answer`
pub async fn answer(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let actor = worker(&app, &request).await?;
    let (body, _) = body::json::<AnswerBody>(&request, payload, app.limits).await?;
    let wrong = |pointer, detail: &str| Problem::Unprocessable { pointer, detail: detail.into() };
    let outcome = match body.outcome.as_str() {
        "fulfilled" => Outcome::Fulfilled,
        "partial" => Outcome::Partial,
        "unidentifiable" => Outcome::Unidentifiable,
        _ => return Err(wrong("#/outcome", "use `fulfilled`, `partial` or `unidentifiable`")),
    };
    if body.text.trim().is_empty() {
        return Err(wrong("#/text", "write to the person what was done"));
    }
    // Art. 12(4): what is not given needs a ground.
    let grounds = if body.grounds.iter().any(|ground| !ground.trim().is_empty()) {
        Grounds::Own
    } else {
        Grounds::None
    };
    if outcome == Outcome::Partial && grounds == Grounds::None {
        return Err(wrong("#/grounds", "name the ground of what is not given, such as `17(3)(b)`"));
    }
    let text = if body.grounds.is_empty() {
        body.text
    } else {
        format!("{}\n\nGrounds: {}", body.text, body.grounds.join(", "))
    };
    let act = Act::Answer { outcome, text: Personal::new(text), grounds };
    perform(&app, actor, &path, act).await
}

/// `POST /v1/cases/{ref}/identify`
pub async fn identify(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let actor = worker(&app, &request).await?;
    let (body, _) = body::json::<ReasonBody>(&request, payload, app.limits).await?;
    perform(&app, actor, &path, Act::Identify(body.reason)).await
}

/// `POST /v1/cases/{ref}/extend`
pub async fn extend(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let actor = worker(&app, &request).await?;
    let (body, _) = body::json::<ReasonBody>(&request, payload, app.limits).await?;
    perform(&app, actor, &path, Act::Extend(body.reason)).await
}

async fn worker(app: &App, request: &HttpRequest) -> Result<(Officer, i64), Problem> {
    let officer =
        who::officer(app, request, &[Role::Caseworker, Role::Dpo, Role::Controller]).await?;
    let header = request.headers().get(IF_MATCH).and_then(|value| value.to_str().ok());
    let version = header.and_then(|tag| tag.trim_matches('"').parse().ok());
    Ok((officer, version.ok_or(Problem::NoPrecondition)?))
}

async fn perform(
    app: &App,
    (officer, version): (Officer, i64),
    path: &str,
    act: Act,
) -> Result<HttpResponse, Problem> {
    let reference = reference(path)?;
    acts::perform(&app.office, Actor::Officer(officer.clone(), version), reference, act).await?;
    let case = browse::one(&app.office, Reader::Officer(officer), reference).await?;
    Ok(sheet(&case))
}
