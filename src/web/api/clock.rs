//! What an officer does to the period of a case.

use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use crate::casework::answer::acts::Act;
use crate::domain::arrival::Arrival;
use crate::domain::asked::Means;
use crate::web::problem::Problem;
use crate::web::{App, body};

use super::cases::{perform, worker};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DoubtBody {
    doubt: String,
    means: String,
}

/// `POST /v1/cases/{ref}/ask-identity`
pub async fn ask_identity(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let actor = worker(&app, &request).await?;
    let (body, _) = body::json::<DoubtBody>(&request, payload, app.limits).await?;
    let means = Means::parse(&body.means).ok_or_else(|| {
        let known = Means::ALL.map(Means::code).join(", ");
        let detail =
            format!("use one of {known}: a copy of an identity document is not among them");
        Problem::Unprocessable { pointer: "#/means", detail }
    })?;
    perform(&app, actor, &path, Act::AskIdentity(body.doubt, means)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionBody {
    question: String,
}

/// `POST /v1/cases/{ref}/ask-clarification`
pub async fn ask_clarification(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let actor = worker(&app, &request).await?;
    let (body, _) = body::json::<QuestionBody>(&request, payload, app.limits).await?;
    perform(&app, actor, &path, Act::AskClarification(body.question)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ResumeBody {
    #[serde(default)]
    answered_at: Option<String>,
}

/// `POST /v1/cases/{ref}/resume`
pub async fn resume(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let actor = worker(&app, &request).await?;
    let (body, _) = body::json::<ResumeBody>(&request, payload, app.limits).await?;
    let answered = body.answered_at.as_deref().map(Arrival::parse).transpose();
    let answered = answered.map_err(|why| Problem::Unprocessable {
        pointer: "#/answered_at",
        detail: why.to_string(),
    })?;
    perform(&app, actor, &path, Act::Resume(answered)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct HowBody {
    how: String,
}

/// `POST /v1/cases/{ref}/notify`
pub async fn notify(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let actor = worker(&app, &request).await?;
    let (body, _) = body::json::<HowBody>(&request, payload, app.limits).await?;
    if body.how.trim().is_empty() {
        let detail = "say how the answer reached the person".to_owned();
        return Err(Problem::Unprocessable { pointer: "#/how", detail });
    }
    perform(&app, actor, &path, Act::Notify(body.how)).await
}

/// `POST /v1/cases/{ref}/close`
pub async fn close(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let actor = worker(&app, &request).await?;
    perform(&app, actor, &path, Act::Close).await
}
