//! The office's side of a case.

use actix_web::http::header::ETAG;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use crate::casework::Office;
use crate::casework::answer::acts::{self, Act, Identified};
use crate::casework::answer::answering::{Claimed, Written};
use crate::casework::case::actor::Actor;
use crate::casework::case::browse::{self, Due, Shown};
use crate::casework::case::holds::{self, Hold};
use crate::casework::case::reading::Reader;
use crate::domain::due::Extension;
use crate::domain::id::Reference;
use crate::domain::identity::Personal;
use crate::domain::role::{Officer, Role};
use crate::web::problem::Problem;
use crate::web::view::Page;
use crate::web::view::cases::{Eyes, Listed, Sheet};
use crate::web::who::{Acting, Authority, Sent, Staff, Worker};
use crate::web::{App, answer, head};

use super::requests::{ScopeBody, scope, words};
use super::{Paging, attachments, reference};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct AnswerBody {
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
pub(in crate::web) async fn list(
    app: Data<App>,
    queue: Query<Queue>,
    Staff(officer): Staff,
) -> Result<HttpResponse, Problem> {
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
    let items =
        page.items.iter().map(|(opened, state, version)| Listed::of(opened, state, *version));
    Ok(answer::shown(&Page::of(items, page.next.clone())))
}

/// `GET /v1/cases/{ref}`
pub(in crate::web) async fn one(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    Staff(officer): Staff,
) -> Result<HttpResponse, Problem> {
    let reference = reference(&path)?;
    if head::is_asked(&request) {
        return head::case(&app, Reader::Officer(officer), reference).await;
    }
    looked_at(&app, officer, reference).await
}

/// The sheet of a case, for an officer.
pub(super) fn sheet(office: &Office, case: &Shown, officer: &Officer) -> HttpResponse {
    // Who works on it must know who asks; who only audits it must not.
    let works = [Role::Caseworker, Role::Dpo, Role::Controller];
    let works = works.iter().any(|role| officer.is(*role));
    let eyes = if works { Eyes::Works } else { Eyes::Audits };
    let mut answer = HttpResponse::Ok();
    answer.insert_header((ETAG, format!("\"{}\"", case.version)));
    answer::told(&mut answer, &Sheet::of(office, case, eyes))
}

/// The sheet as it is now, after an act.
pub(super) async fn looked_at(
    app: &App,
    officer: Officer,
    reference: Reference,
) -> Result<HttpResponse, Problem> {
    let case = browse::one(&app.office, Reader::Officer(officer.clone()), reference).await?;
    Ok(sheet(&app.office, &case, &officer))
}

/// `POST /v1/cases/{ref}/answer`
pub(in crate::web) async fn answer(
    app: Data<App>,
    path: Path<String>,
    Sent { by: actor, body, .. }: Sent<Acting<Worker>, AnswerBody>,
) -> Result<HttpResponse, Problem> {
    let files = body.attachments.into_iter().map(attachments::file).collect::<Result<_, _>>()?;
    let act = Written::new(&body.outcome, body.text, body.grounds, files).map(Act::Answer)?;
    perform(&app, actor, &path, act).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct IdentifyBody {
    #[serde(alias = "reason")]
    how: String,
    #[serde(default)]
    account: Option<AccountBody>,
    #[serde(default)]
    email: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct AccountBody {
    #[serde(default)]
    issuer: Option<String>,
    subject: String,
}

/// `POST /v1/cases/{ref}/identify`
pub(in crate::web) async fn identify(
    app: Data<App>,
    path: Path<String>,
    Sent { by: actor, body, .. }: Sent<Acting<Worker>, IdentifyBody>,
) -> Result<HttpResponse, Problem> {
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
pub(in crate::web) async fn retry(
    app: Data<App>,
    path: Path<String>,
    actor: Acting<Worker>,
) -> Result<HttpResponse, Problem> {
    perform(&app, actor, &path, Act::Retry).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct ReadBody {
    scope: ScopeBody,
}

/// `POST /v1/cases/{ref}/read`: an officer read the person's words, and says what the machine may do.
pub(in crate::web) async fn read(
    app: Data<App>,
    path: Path<String>,
    Sent { by: actor, body, .. }: Sent<Acting<Worker>, ReadBody>,
) -> Result<HttpResponse, Problem> {
    perform(&app, actor, &path, Act::Read(scope(Some(body.scope))?)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct HoldBody {
    #[serde(default)]
    reason: Option<String>,
    #[serde(default)]
    lift: bool,
}

/// Who sets and lifts legal holds, on the case as they saw it.
pub(in crate::web) struct Holder(Officer, i64);

impl Authority for Holder {
    async fn shown(app: &App, request: &HttpRequest) -> Result<Self, Problem> {
        let Acting(Worker(officer), version) = Acting::shown(app, request).await?;
        if officer.is(Role::Controller) {
            return Ok(Self(officer, version));
        }
        Err(Problem::Forbidden("a legal hold is set and lifted by the controller"))
    }
}

/// `POST /v1/cases/{ref}/hold`: a legal hold on the person, set with a reason or lifted.
pub(in crate::web) async fn hold(
    app: Data<App>,
    path: Path<String>,
    Sent { by: Holder(officer, version), body, .. }: Sent<Holder, HoldBody>,
) -> Result<HttpResponse, Problem> {
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
    looked_at(&app, officer, reference).await
}

/// `POST /v1/cases/{ref}/messages`: an officer writes to the person.
pub(in crate::web) async fn message(
    app: Data<App>,
    path: Path<String>,
    Sent { by: actor, body, .. }: Sent<Acting<Worker>, MessageBody>,
) -> Result<HttpResponse, Problem> {
    let text = words("#/text", Some(body.text))?;
    let text = text.ok_or(Problem::Unprocessable {
        pointer: "#/text",
        detail: "write something to the person".into(),
    })?;
    perform(&app, actor, &path, Act::Message(text)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct MessageBody {
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct ExtendBody {
    reason: String,
    facts: String,
}

/// `POST /v1/cases/{ref}/extend`
pub(in crate::web) async fn extend(
    app: Data<App>,
    path: Path<String>,
    Sent { by: actor, body, .. }: Sent<Acting<Worker>, ExtendBody>,
) -> Result<HttpResponse, Problem> {
    let why = Extension::parse(&body.reason).ok_or(Problem::Unprocessable {
        pointer: "#/reason",
        detail: "use `complexity` or `number_of_requests`: Art. 12(3) knows no other".into(),
    })?;
    perform(&app, actor, &path, Act::Extend(why, body.facts)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct LiftBody {
    reason: String,
}

/// `POST /v1/cases/{ref}/lift`: the person is told why the restriction that they asked for ends (Art. 18(3)).
pub(in crate::web) async fn lift(
    app: Data<App>,
    path: Path<String>,
    Sent { by: actor, body, .. }: Sent<Acting<Worker>, LiftBody>,
) -> Result<HttpResponse, Problem> {
    perform(&app, actor, &path, Act::Lift(body.reason)).await
}

/// An act of somebody who works on the case as they saw it.
pub(super) async fn perform(
    app: &App,
    Acting(Worker(officer), version): Acting<Worker>,
    path: &str,
    act: Act,
) -> Result<HttpResponse, Problem> {
    let reference = reference(path)?;
    acts::perform(&app.office, Actor::Officer(officer.clone(), version), reference, act).await?;
    looked_at(app, officer, reference).await
}
