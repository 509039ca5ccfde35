//! Letters, what a person answers to them, and the weighing of objections.

use actix_web::http::header::IF_MATCH;
use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::casework::case::browse;
use crate::casework::case::notices::Notice;
use crate::casework::case::reading::Reader;
use crate::casework::letters::post::{self, Told, Way};
use crate::casework::objections::weighing::{self, Weighing};
use crate::casework::review::deciding::{self, Answer};
use crate::casework::review::flags;
use crate::domain::id::{NoticeId, Reference};
use crate::domain::objection::{Balancing, Weighed};
use crate::domain::role::Role;
use crate::domain::time::Day;
use crate::web::problem::Problem;
use crate::web::{App, body, head, who};

use super::reference;
use super::requests::{private, shown, words};

/// One letter in a list.
pub(super) fn rendered(path: &str, notice: &Notice) -> Value {
    let told = notice.told.as_ref();
    json!({
        "id": notice.id,
        "kind": notice.kind,
        "language": notice.language,
        "made_at": notice.made_at.rfc3339(),
        "told_at": told.map(|(at, _)| at.rfc3339()),
        "link": format!("{path}/notices/{}", notice.id),
    })
}

fn notice_id(text: &str) -> Result<NoticeId, Problem> {
    text.parse().map_err(|_| Problem::NotFound("there is no such letter"))
}

/// `GET /v1/requests/{ref}/notices/{id}`
pub async fn notice(
    app: Data<App>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let reader = who::reader(&app, &request).await?;
    let (case, id) = path.into_inner();
    let (case, id) = (reference(&case)?, notice_id(&id)?);
    if head::is_asked(&request) {
        return head::letter(&app, reader, case, id).await;
    }
    let (notice, text) = post::read(&app.office, reader, case, id).await?;
    Ok(private(&mut HttpResponse::Ok())
        .insert_header(("Content-Language", notice.language))
        .content_type("text/plain; charset=utf-8")
        .body(text))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ToldBody {
    how: String,
    by: By,
    /// By post: the day.
    posted: Option<Day>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum By {
    Hand,
    Post,
}

/// `POST /v1/cases/{ref}/notices/{id}/told`
pub async fn told(
    app: Data<App>,
    request: HttpRequest,
    path: Path<(String, String)>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let staff = [Role::Caseworker, Role::Dpo, Role::Controller];
    let officer = who::officer(&app, &request, &staff).await?;
    let version = version(&request)?;
    let (body, _) = body::json::<ToldBody>(&request, payload, app.limits).await?;
    let way = match (body.by, body.posted) {
        (By::Post, posted) => Way::Post { posted },
        (By::Hand, None) => Way::InHand,
        (By::Hand, Some(_)) => {
            let detail = "what was handed over was not posted; leave `posted` out".into();
            return Err(Problem::Unprocessable { pointer: "#/posted", detail });
        }
    };
    let told = Told { how: body.how, way };
    let (case, id) = path.into_inner();
    let (case, id) = (reference(&case)?, notice_id(&id)?);
    post::tell(&app.office, officer.clone(), version, case, id, told).await?;
    let case = browse::one(&app.office, Reader::Officer(officer.clone()), case).await?;
    Ok(super::cases::sheet(&app.office, &case, &officer))
}

pub(super) fn version(request: &HttpRequest) -> Result<i64, Problem> {
    let header = request.headers().get(IF_MATCH).and_then(|value| value.to_str().ok());
    header.and_then(|tag| tag.trim_matches('"').parse().ok()).ok_or(Problem::NoPrecondition)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WeighBody {
    purpose: String,
    outcome: Weighed,
    record: Balancing,
}

/// `POST /v1/cases/{ref}/weigh`
pub async fn weigh(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let officer = who::officer(&app, &request, &[Role::Controller]).await?;
    let version = version(&request)?;
    let (body, _) = body::json::<WeighBody>(&request, payload, app.limits).await?;
    let case = reference(&path)?;
    let purpose = super::check::shortened(&body.purpose).into();
    let weighing = Weighing { purpose, weighed: body.outcome, record: body.record };
    weighing::weigh(&app.office, officer.clone(), version, case, weighing).await?;
    let case = browse::one(&app.office, Reader::Officer(officer.clone()), case).await?;
    Ok(super::cases::sheet(&app.office, &case, &officer))
}

/// `GET /v1/requests/{ref}/review`
pub async fn review(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let subject = who::subject(&app, &request).await?;
    let flag = flags::own(&app.office, subject.asker, reference(&path)?).await?;
    let flag = flag.ok_or(Problem::NotFound("no review is open for this request"))?;
    let body = super::review::own(&flag, app.office.clock.now());
    Ok(private(&mut HttpResponse::Ok()).json(body))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CommentBody {
    text: String,
    #[serde(default)]
    contested: Vec<Reference>,
}

/// `POST /v1/requests/{ref}/review`
pub async fn comment(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let subject = who::subject(&app, &request).await?;
    let (body, _) = body::json::<CommentBody>(&request, payload, app.limits).await?;
    let empty = || Problem::Unprocessable { pointer: "#/text", detail: "write something".into() };
    let text = words("#/text", Some(body.text))?.ok_or_else(empty)?;
    let contested = body.contested.iter().map(ToString::to_string).collect();
    let case = reference(&path)?;
    let asker = subject.asker;
    deciding::answer(&app.office, asker.clone(), case, Answer::Comment(text, contested)).await?;
    let case = browse::one(&app.office, Reader::Person(asker), case).await?;
    Ok(private(&mut HttpResponse::Ok()).json(shown(&case)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FeeBody {
    choice: FeeChoice,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum FeeChoice {
    Accept,
    Withdraw,
}

/// `POST /v1/requests/{ref}/fee`: silence is never consent; asking for less is a new request, free of charge.
pub async fn fee(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    use crate::casework::answer::acts::{self, Act};
    use crate::casework::case::actor::Actor;
    let asker = who::subject(&app, &request).await?.asker;
    let (body, _) = body::json::<FeeBody>(&request, payload, app.limits).await?;
    let case = reference(&path)?;
    match body.choice {
        FeeChoice::Accept => {
            deciding::answer(&app.office, asker.clone(), case, Answer::AcceptFee).await?;
        }
        FeeChoice::Withdraw => {
            acts::perform(&app.office, Actor::Person(asker.clone()), case, Act::Withdraw).await?;
        }
    }
    let case = browse::one(&app.office, Reader::Person(asker), case).await?;
    Ok(private(&mut HttpResponse::Ok()).json(shown(&case)))
}
