//! What an officer does to the period of a case, and how its dates are shown to the office.

use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::casework::Office;
use crate::casework::answer::acts::Act;
use crate::casework::case::browse::Shown;
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

/// The dates of a case, for the office.
pub(super) fn dates(office: &Office, case: &Shown, members: &mut Map<String, Value>) {
    let state = &case.state;
    let standing =
        state.suspended.map(|(cause, since)| json!({ "for": cause, "since": since.rfc3339() }));
    members.insert("suspended".into(), json!(standing));
    let asked = json!({
        "identity": state.asked.identity.map(crate::domain::time::Instant::rfc3339),
        "clarification": state.asked.clarification.map(crate::domain::time::Instant::rfc3339),
    });
    members.insert("asked".into(), asked);
    let due = state.due.as_ref().filter(|_| state.stage.is_open());
    let target = due.map(|due| due.target(office.dates.target_days_before));
    members.insert("target".into(), json!(target.map(|day| day.to_string())));
    let is_over =
        due.is_some_and(|due| state.suspended.is_none() && office.clock.now() >= due.expires);
    members.insert("overdue".into(), is_over.into());
    members.insert("reminded_days".into(), json!(state.reminded.map(|said| said.days)));
}
