//! The office's side of a case.

use actix_web::http::header::{ETAG, IF_MATCH};
use actix_web::web::{Data, Path, Payload, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::casework::Office;
use crate::casework::answer::acts::{self, Act, Identified};
use crate::casework::answer::answering::{Claimed, Written};
use crate::casework::case::actor::Actor;
use crate::casework::case::browse::{self, Due, Shown, Waiting};
use crate::casework::case::holds::{self, Hold};
use crate::casework::case::reading::Reader;
use crate::casework::mail::Fared;
use crate::domain::due::Extension;
use crate::domain::id::TaskId;
use crate::domain::identity::Personal;
use crate::domain::role::{Officer, Role};
use crate::domain::time::Instant;
use crate::web::problem::Problem;
use crate::web::{App, body, head, who};

use super::requests::{ScopeBody, follow, private, rendered, scope, shown, words};
use super::{Paging, attachments, members, reference};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerBody {
    outcome: String,
    text: String,
    #[serde(default)]
    grounds: Vec<Claimed>,
    #[serde(default)]
    attachments: Vec<attachments::FileBody>,
}

/// `?limit=`, `?cursor=` and `?due=` of the queue.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Queue {
    limit: Option<u16>,
    cursor: Option<String>,
    due: Option<String>,
}

/// `GET /v1/cases`
pub async fn list(
    app: Data<App>,
    request: HttpRequest,
    queue: Query<Queue>,
) -> Result<HttpResponse, Problem> {
    let officer = who::officer(&app, &request, &Role::ALL).await?;
    let Queue { limit, cursor, due } = queue.into_inner();
    let paging = Paging { limit, cursor };
    let (cursor, limit) = (paging.cursor()?.map(|id| id.0), paging.limit()?);
    let page = match due.as_deref().map(Due::parse) {
        None => browse::list(&app.office, Reader::Officer(officer), cursor, limit).await?,
        Some(Some(which)) => browse::due(&app.office, which, cursor, limit).await?,
        Some(None) => {
            return Err(Problem::BadRequest("`due` is `overdue` or `soon`".into()));
        }
    };
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
    let (reader, reference) = (Reader::Officer(officer.clone()), reference(&path)?);
    if head::is_asked(&request) {
        return head::case(&app, reader, reference).await;
    }
    let case = browse::one(&app.office, reader, reference).await?;
    Ok(sheet(&app.office, &case, &officer))
}

pub(super) fn sheet(office: &Office, case: &Shown, officer: &Officer) -> HttpResponse {
    let mut body = shown(case);
    if let Value::Object(members) = &mut body {
        let tasks = case.tasks.iter().map(
            |task| json!({ "id": task_id(&task.id), "system": task.system, "dataset": task.dataset, "reason": task.reason, "state": task.state }),
        );
        members.insert("tasks".into(), tasks.collect());
        members.insert("version".into(), case.version.into());
        self::members::dates(office, case, members);
        members.insert("flag".into(), json!(case.state.flag));
        members.insert("hints".into(), json!(case.hints));
        members.insert("waiting".into(), case.waiting.iter().map(waiting).collect());
        members.insert("holds".into(), case.holds.iter().map(held).collect());
        members.insert("mails".into(), case.mails.iter().map(fared).collect());
        members.insert("draft".into(), case.has_draft.into());
        // Who works on it must know who asks; who only audits it must not.
        let works = [Role::Caseworker, Role::Dpo, Role::Controller];
        let works = works.iter().any(|role| officer.is(*role));
        members.insert("entered".into(), self::members::entered(case.entry.as_ref(), works));
        if works {
            members.insert("asker".into(), json!(case.asker.as_ref().map(Personal::reveal)));
        }
    }
    let mut answer = HttpResponse::Ok();
    answer.insert_header((ETAG, format!("\"{}\"", case.version)));
    private(&mut answer).json(body)
}

fn task_id(id: &[u8]) -> Option<TaskId> {
    id.try_into().ok().map(TaskId)
}

fn waiting(waiting: &Waiting) -> Value {
    json!({ "why": waiting.why, "tries": waiting.tries, "next_try_at": waiting.next_try_at.rfc3339() })
}

fn fared(mail: &Fared) -> Value {
    json!({
        "kind": mail.kind, "language": mail.language, "written_at": mail.made_at.rfc3339(), "state": mail.state,
        "tries": mail.tries, "why": mail.note, "settled_at": mail.settled_at.map(Instant::rfc3339),
    })
}

fn held(hold: &holds::InForce) -> Value {
    json!({ "by": hold.by, "since": hold.since.rfc3339() })
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
    let files = body.attachments.into_iter().map(attachments::file).collect::<Result<_, _>>()?;
    let act = Written::new(&body.outcome, body.text, body.grounds, files).map(Act::Answer)?;
    perform(&app, actor, &path, act).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct IdentifyBody {
    #[serde(alias = "reason")]
    how: String,
    #[serde(default)]
    account: Option<AccountBody>,
    #[serde(default)]
    email: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AccountBody {
    #[serde(default)]
    issuer: Option<String>,
    subject: String,
}

/// `POST /v1/cases/{ref}/identify`
pub async fn identify(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let actor = worker(&app, &request).await?;
    let (body, _) = body::json::<IdentifyBody>(&request, payload, app.limits).await?;
    let blank = body.account.as_ref().is_some_and(|account| account.subject.trim().is_empty());
    if blank {
        let detail = "name the account's `subject`".to_owned();
        return Err(Problem::Unprocessable { pointer: "#/account/subject", detail });
    }
    // Who says nothing else has confirmed the address that was given.
    let email = body.email.unwrap_or(body.account.is_none());
    let account = body.account.map(|account| (account.issuer, Personal::new(account.subject)));
    let found = Identified { how: body.how, account, email };
    perform(&app, actor, &path, Act::Identify(found)).await
}

/// `POST /v1/cases/{ref}/retry`
pub async fn retry(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let actor = worker(&app, &request).await?;
    perform(&app, actor, &path, Act::Retry).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ReadBody {
    scope: ScopeBody,
}

/// `POST /v1/cases/{ref}/read`: an officer read the person's words, and says what the machine may do.
pub async fn read(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let actor = worker(&app, &request).await?;
    let (body, _) = body::json::<ReadBody>(&request, payload, app.limits).await?;
    perform(&app, actor, &path, Act::Read(scope(Some(body.scope))?)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HoldBody {
    #[serde(default)]
    reason: Option<String>,
    #[serde(default)]
    lift: bool,
}

/// `POST /v1/cases/{ref}/hold`: a legal hold on the person, set with a reason or lifted.
pub async fn hold(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let (officer, version) = worker(&app, &request).await?;
    if !officer.is(Role::Controller) {
        return Err(Problem::Forbidden("a legal hold is set and lifted by the controller"));
    }
    let (body, _) = body::json::<HoldBody>(&request, payload, app.limits).await?;
    let reason = body.reason.filter(|reason| !reason.trim().is_empty());
    let what = match (reason, body.lift) {
        (Some(reason), false) => Hold::Set(Personal::new(reason)),
        (None, true) => Hold::Lift,
        _ => {
            let detail = "give a `reason` to set a hold, or `\"lift\": true`".to_owned();
            return Err(Problem::Unprocessable { pointer: "#/reason", detail });
        }
    };
    let reference = reference(&path)?;
    holds::hold(&app.office, officer.clone(), version, reference, what).await?;
    let case = browse::one(&app.office, Reader::Officer(officer.clone()), reference).await?;
    Ok(sheet(&app.office, &case, &officer))
}

/// `POST /v1/cases/{ref}/messages`: an officer writes to the person.
pub async fn message(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let actor = worker(&app, &request).await?;
    let (body, _) = body::json::<MessageBody>(&request, payload, app.limits).await?;
    let text = words("#/text", Some(body.text))?;
    let text = text.ok_or(Problem::Unprocessable {
        pointer: "#/text",
        detail: "write something to the person".into(),
    })?;
    perform(&app, actor, &path, Act::Message(text)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MessageBody {
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExtendBody {
    reason: String,
    facts: String,
}

/// `POST /v1/cases/{ref}/extend`
pub async fn extend(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let actor = worker(&app, &request).await?;
    let (body, _) = body::json::<ExtendBody>(&request, payload, app.limits).await?;
    let why = Extension::parse(&body.reason).ok_or(Problem::Unprocessable {
        pointer: "#/reason",
        detail: "use `complexity` or `number_of_requests`: Art. 12(3) knows no other".into(),
    })?;
    perform(&app, actor, &path, Act::Extend(why, body.facts)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LiftBody {
    reason: String,
}

/// `POST /v1/cases/{ref}/lift`: the person is told why the restriction that they asked for ends (Art. 18(3)).
pub async fn lift(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let actor = worker(&app, &request).await?;
    let (body, _) = body::json::<LiftBody>(&request, payload, app.limits).await?;
    perform(&app, actor, &path, Act::Lift(body.reason)).await
}

pub(super) async fn worker(app: &App, request: &HttpRequest) -> Result<(Officer, i64), Problem> {
    let officer =
        who::officer(app, request, &[Role::Caseworker, Role::Dpo, Role::Controller]).await?;
    let header = request.headers().get(IF_MATCH).and_then(|value| value.to_str().ok());
    let version = header.and_then(|tag| tag.trim_matches('"').parse().ok());
    Ok((officer, version.ok_or(Problem::NoPrecondition)?))
}

pub(super) async fn perform(
    app: &App,
    (officer, version): (Officer, i64),
    path: &str,
    act: Act,
) -> Result<HttpResponse, Problem> {
    let reference = reference(path)?;
    acts::perform(&app.office, Actor::Officer(officer.clone(), version), reference, act).await?;
    let case = browse::one(&app.office, Reader::Officer(officer.clone()), reference).await?;
    Ok(sheet(&app.office, &case, &officer))
}
