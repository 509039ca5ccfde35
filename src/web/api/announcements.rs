//! Versions of the thresholds that are announced, and who approved them. Anybody reads what people are told; the rest is
//! for officers. No figure is published: there is no quota to use up (P18).

use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::auth::Principal;
use crate::casework::CaseworkError;
use crate::casework::policies::announcing::{self, Announcement, Step};
use crate::domain::role::Role;
use crate::web::problem::Problem;
use crate::web::{App, body, who};

use super::requests::private;

const DECIDERS: [Role; 2] = [Role::Dpo, Role::Controller];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TextBody {
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ApprovalBody {
    role: String,
}

/// `GET /v1/policy/announcements`
pub async fn list(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let is_officer = matches!(who::anyone(&app, &request).await?, Some(Principal::Officer(_)));
    let announced = announcing::list(&app.office).await?;
    let render = if is_officer { whole } else { told };
    let items: Vec<Value> = announced.iter().map(render).collect();
    Ok(private(&mut HttpResponse::Ok()).json(json!({ "items": items })))
}

/// `POST /v1/policy/announcements`
pub async fn announce(
    app: Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let officer = who::officer(&app, &request, &DECIDERS).await?;
    let (body, _) = body::json::<TextBody>(&request, payload, app.limits).await?;
    let step = Step::Announce { text: body.text };
    let announced = announcing::take(&app.office, officer.id().to_owned(), step).await?;
    Ok(private(&mut HttpResponse::Created()).json(whole(&announced)))
}

/// `POST /v1/policy/announcements/{hash}/approval`
pub async fn approve(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let officer = who::officer(&app, &request, &DECIDERS).await?;
    let (body, _) = body::json::<ApprovalBody>(&request, payload, app.limits).await?;
    let role = Role::parse(&body.role).filter(|role| DECIDERS.contains(role));
    let role = role.ok_or_else(|| Problem::Unprocessable {
        pointer: "#/role",
        detail: "use `dpo` or `controller`".into(),
    })?;
    if !officer.is(role) {
        return Err(Problem::Forbidden("your token does not give you this role"));
    }
    let none = "no version with this hash was announced; announce it first";
    let hash = super::policy::content_hash(path.into_inner());
    let hash = hash.map_err(|_| CaseworkError::Unfit(none.into()))?;
    let step = Step::Approve { hash, role };
    let announced = announcing::take(&app.office, officer.id().to_owned(), step).await?;
    Ok(private(&mut HttpResponse::Ok()).json(whole(&announced)))
}

/// What everybody may read.
fn told(announcement: &Announcement) -> Value {
    json!({
        "version": announcement.thresholds.version,
        "hash": announcement.thresholds.hash,
        "announced_at": announcement.announced_at.rfc3339(),
        "effective_from": announcement.thresholds.effective_from,
        "in_force": announcement.in_force,
        "notice": announcement.thresholds.notice.all(),
    })
}

fn whole(announcement: &Announcement) -> Value {
    let mut body = told(announcement);
    if let Value::Object(members) = &mut body {
        let approvals: Vec<Value> = announcement
            .approvals
            .iter()
            .map(|approval| json!({ "role": approval.role, "officer": approval.officer }))
            .collect();
        let missing: Vec<String> = announcement.missing.iter().map(ToString::to_string).collect();
        members.insert("announced_by".into(), announcement.announced_by.clone().into());
        members.insert("approvals".into(), approvals.into());
        members.insert("difference".into(), json!(announcement.difference));
        members.insert("missing".into(), missing.into());
        members.insert("text".into(), announcement.text.clone().into());
    }
    body
}
