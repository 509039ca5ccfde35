//! Versions of the thresholds that are announced, and who approved them. Anybody reads what people are told; the rest is
//! for officers. No figure is published: there is no quota to use up (P18).

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use serde::Deserialize;

use crate::auth::Principal;
use crate::casework::CaseworkError;
use crate::casework::policies::announcing::{self, Step};
use crate::domain::role::Role;
use crate::web::problem::Problem;
use crate::web::view::Items;
use crate::web::view::policies::{ForEverybody, ForOfficers};
use crate::web::who::{Anyone, Decider, Sent};
use crate::web::{App, answer};

const DECIDERS: [Role; 2] = [Role::Dpo, Role::Controller];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct TextBody {
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct ApprovalBody {
    role: String,
}

/// `GET /v1/policy/announcements`
pub(in crate::web) async fn list(
    app: Data<App>,
    Anyone(speaker): Anyone,
) -> Result<HttpResponse, Problem> {
    let announced = announcing::list(&app.office).await?;
    Ok(match speaker {
        Some(Principal::Officer(_)) => {
            answer::shown(&Items::of(announced.iter().map(ForOfficers::of)))
        }
        Some(Principal::Subject(_) | Principal::Pipeline(_)) | None => {
            answer::shown(&Items::of(announced.iter().map(ForEverybody::of)))
        }
    })
}

/// `POST /v1/policy/announcements`
pub(in crate::web) async fn announce(
    app: Data<App>,
    Sent { by: Decider(officer), body, .. }: Sent<Decider, TextBody>,
) -> Result<HttpResponse, Problem> {
    let step = Step::Announce { text: body.text };
    let announced = announcing::take(&app.office, officer.id().to_owned(), step).await?;
    Ok(answer::told(&mut HttpResponse::Created(), &ForOfficers::of(&announced)))
}

/// `POST /v1/policy/announcements/{hash}/approval`
pub(in crate::web) async fn approve(
    app: Data<App>,
    path: Path<String>,
    Sent { by: Decider(officer), body, .. }: Sent<Decider, ApprovalBody>,
) -> Result<HttpResponse, Problem> {
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
    Ok(answer::shown(&ForOfficers::of(&announced)))
}
