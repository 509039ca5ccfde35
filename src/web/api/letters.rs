//! Letters, what a person answers to them, and the weighing of objections.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use crate::auth::Subject;
use crate::casework::answer::acts::{self, Act};
use crate::casework::case::actor::Actor;
use crate::casework::case::browse;
use crate::casework::case::reading::Reader;
use crate::casework::letters::post::{self, Told, Way};
use crate::casework::objections::weighing::{self, Weighing};
use crate::casework::review::deciding::{self, Answer};
use crate::casework::review::flags;
use crate::domain::id::{NoticeId, Reference};
use crate::domain::identity::Asker;
use crate::domain::objection::{Balancing, Weighed};
use crate::domain::time::Day;
use crate::web::answer::private;
use crate::web::problem::Problem;
use crate::web::view::flags::Own;
use crate::web::view::requests::Whole;
use crate::web::who::{Acting, Sent, Signatory, Worker};
use crate::web::{App, answer, head};

use super::cases::looked_at;
use super::reference;
use super::requests::words;

fn notice_id(text: &str) -> Result<NoticeId, Problem> {
    text.parse().map_err(|_| Problem::NotFound("there is no such letter"))
}

/// `GET /v1/requests/{ref}/notices/{id}`
pub(in crate::web) async fn notice(
    app: Data<App>,
    request: HttpRequest,
    path: Path<(String, String)>,
    reader: Reader,
) -> Result<HttpResponse, Problem> {
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
pub(in crate::web) struct ToldBody {
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
pub(in crate::web) async fn told(
    app: Data<App>,
    path: Path<(String, String)>,
    Sent { by: Acting(Worker(officer), version), body, .. }: Sent<Acting<Worker>, ToldBody>,
) -> Result<HttpResponse, Problem> {
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
    looked_at(&app, officer, case).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct WeighBody {
    purpose: String,
    outcome: Weighed,
    record: Balancing,
}

/// `POST /v1/cases/{ref}/weigh`
pub(in crate::web) async fn weigh(
    app: Data<App>,
    path: Path<String>,
    Sent { by: Acting(Signatory(officer), version), body, .. }: Sent<Acting<Signatory>, WeighBody>,
) -> Result<HttpResponse, Problem> {
    let case = reference(&path)?;
    let purpose = super::check::shortened(&body.purpose).into();
    let weighing = Weighing { purpose, weighed: body.outcome, record: body.record };
    weighing::weigh(&app.office, officer.clone(), version, case, weighing).await?;
    looked_at(&app, officer, case).await
}

/// `GET /v1/requests/{ref}/review`
pub(in crate::web) async fn review(
    app: Data<App>,
    path: Path<String>,
    subject: Subject,
) -> Result<HttpResponse, Problem> {
    let flag = flags::own(&app.office, subject.asker, reference(&path)?).await?;
    let flag = flag.ok_or(Problem::NotFound("no review is open for this request"))?;
    Ok(answer::shown(&Own::of(&flag)))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct CommentBody {
    text: String,
    #[serde(default)]
    contested: Vec<Reference>,
}

/// `POST /v1/requests/{ref}/review`
pub(in crate::web) async fn comment(
    app: Data<App>,
    path: Path<String>,
    Sent { by: subject, body, .. }: Sent<Subject, CommentBody>,
) -> Result<HttpResponse, Problem> {
    let empty = || Problem::Unprocessable { pointer: "#/text", detail: "write something".into() };
    let text = words("#/text", Some(body.text))?.ok_or_else(empty)?;
    let contested = body.contested.iter().map(ToString::to_string).collect();
    let case = reference(&path)?;
    let asker = subject.asker;
    deciding::answer(&app.office, asker.clone(), case, Answer::Comment(text, contested)).await?;
    followed(&app, asker, case).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct FeeBody {
    choice: FeeChoice,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum FeeChoice {
    Accept,
    Withdraw,
}

/// `POST /v1/requests/{ref}/fee`: silence is never consent; asking for less is a new request, free of charge.
pub(in crate::web) async fn fee(
    app: Data<App>,
    path: Path<String>,
    Sent { by: subject, body, .. }: Sent<Subject, FeeBody>,
) -> Result<HttpResponse, Problem> {
    let (asker, case) = (subject.asker, reference(&path)?);
    match body.choice {
        FeeChoice::Accept => {
            deciding::answer(&app.office, asker.clone(), case, Answer::AcceptFee).await?;
        }
        FeeChoice::Withdraw => {
            acts::perform(&app.office, Actor::Person(asker.clone()), case, Act::Withdraw).await?;
        }
    }
    followed(&app, asker, case).await
}

/// The request as its person reads it, after what they did.
async fn followed(app: &App, asker: Asker, case: Reference) -> Result<HttpResponse, Problem> {
    let case = browse::one(&app.office, Reader::Person(asker), case).await?;
    Ok(answer::shown(&Whole::of(&case)))
}
