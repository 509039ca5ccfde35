//! The policies in force, and every one that ever was.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::{Map, json};

use crate::casework::activation;
use crate::domain::role::Role;
use crate::policy::explain;
use crate::web::problem::Problem;
use crate::web::{App, who};

/// `GET /v1/policy`
pub async fn in_force(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    who::officer(&app, &request, &Role::ALL).await?;
    let policies = &app.office.policies;
    let files: Map<String, serde_json::Value> = policies
        .texts
        .iter()
        .map(|(name, text)| (name.clone(), text.hash.clone().into()))
        .collect();
    Ok(HttpResponse::Ok().json(json!({
        "id": policies.thresholds.id,
        "version": policies.thresholds.version,
        "hash": policies.thresholds.hash,
        "rules": policies.thresholds.rules,
        "explanation": explain::thresholds(&policies.thresholds),
        "files": files,
    })))
}

/// `GET /v1/policy/{hash}`
pub async fn by_hash(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    who::officer(&app, &request, &Role::ALL).await?;
    let hash = path.into_inner();
    let found = activation::text(&app.office, hash.clone()).await?;
    let kept = found.ok_or(Problem::NotFound("no policy with this hash was ever in force"))?;
    Ok(HttpResponse::Ok().json(json!({ "hash": hash, "file": kept.file, "text": kept.text })))
}
