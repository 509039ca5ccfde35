//! What an officer does to the period of a case.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use serde::Deserialize;

use crate::casework::answer::acts::Act;
use crate::domain::arrival::Arrival;
use crate::domain::asked::Means;
use crate::web::App;
use crate::web::problem::Problem;
use crate::web::who::{Acting, Sent, Worker};

use super::cases::perform;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct DoubtBody {
    doubt: String,
    means: String,
}

/// `POST /v1/cases/{ref}/ask-identity`
pub(in crate::web) async fn ask_identity(
    app: Data<App>,
    path: Path<String>,
    Sent { by: actor, body, .. }: Sent<Acting<Worker>, DoubtBody>,
) -> Result<HttpResponse, Problem> {
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
pub(in crate::web) struct QuestionBody {
    question: String,
}

/// `POST /v1/cases/{ref}/ask-clarification`
pub(in crate::web) async fn ask_clarification(
    app: Data<App>,
    path: Path<String>,
    Sent { by: actor, body, .. }: Sent<Acting<Worker>, QuestionBody>,
) -> Result<HttpResponse, Problem> {
    perform(&app, actor, &path, Act::AskClarification(body.question)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct ResumeBody {
    #[serde(default)]
    answered_at: Option<String>,
}

/// `POST /v1/cases/{ref}/resume`
pub(in crate::web) async fn resume(
    app: Data<App>,
    path: Path<String>,
    Sent { by: actor, body, .. }: Sent<Acting<Worker>, ResumeBody>,
) -> Result<HttpResponse, Problem> {
    let answered = body.answered_at.as_deref().map(Arrival::parse).transpose();
    let answered = answered.map_err(|why| Problem::Unprocessable {
        pointer: "#/answered_at",
        detail: why.to_string(),
    })?;
    perform(&app, actor, &path, Act::Resume(answered)).await
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct HowBody {
    how: String,
}

/// `POST /v1/cases/{ref}/notify`
pub(in crate::web) async fn notify(
    app: Data<App>,
    path: Path<String>,
    Sent { by: actor, body, .. }: Sent<Acting<Worker>, HowBody>,
) -> Result<HttpResponse, Problem> {
    if body.how.trim().is_empty() {
        let detail = "say how the answer reached the person".to_owned();
        return Err(Problem::Unprocessable { pointer: "#/how", detail });
    }
    perform(&app, actor, &path, Act::Notify(body.how)).await
}

/// `POST /v1/cases/{ref}/close`
pub(in crate::web) async fn close(
    app: Data<App>,
    path: Path<String>,
    actor: Acting<Worker>,
) -> Result<HttpResponse, Problem> {
    perform(&app, actor, &path, Act::Close).await
}
