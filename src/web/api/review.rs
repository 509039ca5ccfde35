//! The log of flagged requests.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::casework::review::{self, Flag};
use crate::domain::case::FlagState;
use crate::domain::role::Role;
use crate::policy::explain;
use crate::web::problem::Problem;
use crate::web::{App, who};

use super::requests::private;

const ROLES: [Role; 3] = [Role::Dpo, Role::Controller, Role::Auditor];

/// The query of the list.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    state: Option<String>,
    limit: Option<u16>,
    cursor: Option<String>,
}

/// `GET /v1/review/flags`
pub async fn list(
    app: Data<App>,
    request: HttpRequest,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    who::officer(&app, &request, &ROLES).await?;
    let Wanted { state, limit, cursor } = wanted.into_inner();
    if state.as_deref().is_some_and(|state| FlagState::parse(state).is_none()) {
        let known = FlagState::ALL.map(FlagState::code).join(", ");
        return Err(Problem::BadRequest(format!("`state` must be one of {known}")));
    }
    let paging = super::Paging { limit, cursor };
    let page = review::list(&app.office, state, paging.cursor()?, paging.limit()?).await?;
    let items: Vec<Value> = page.items.iter().map(rendered).collect();
    Ok(private(&mut HttpResponse::Ok()).json(json!({ "items": items, "next": page.next })))
}

/// `GET /v1/review/flags/{id}`
pub async fn one(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    who::officer(&app, &request, &ROLES).await?;
    let id = path.parse().map_err(|_| Problem::NotFound("there is no such flag"))?;
    let flag = review::one(&app.office, id).await?;
    let mut body = rendered(&flag);
    if let (Some(finding), Value::Object(members)) = (&flag.finding, &mut body) {
        // The sentences of the policy that raised it, when that one is still in force.
        let thresholds = &app.office.policies.thresholds;
        if thresholds.hash == finding.policy {
            members.insert("explanation".into(), json!(explain::finding(finding, thresholds)));
        }
        members.insert("finding".into(), json!(finding));
    }
    Ok(private(&mut HttpResponse::Ok()).json(body))
}

fn rendered(flag: &Flag) -> Value {
    let finding = flag.finding.as_ref();
    let counted = finding.map(|finding| {
        let counted = finding.counted.iter();
        let each = |c: &crate::domain::excess::Counted| json!({ "case": c.case.to_string(), "received_at": c.received_at.rfc3339() });
        counted.map(each).collect::<Vec<_>>()
    });
    json!({
        "id": flag.id,
        "case": flag.case,
        "rule": flag.rule,
        "policy": flag.policy,
        "state": flag.state,
        "raised_at": flag.raised_at.rfc3339(),
        "lapses_at": flag.lapses_at.rfc3339(),
        "counted": counted.unwrap_or_default(),
        "excluded": finding.map(|finding| &finding.excluded),
    })
}
