//! The policies in force, and every one that ever was.

use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::casework::policies::activation;
use crate::domain::role::Role;
use crate::domain::time::Instant;
use crate::policy::explain;
use crate::policy::explain::rhythm::{Rhythm, first_looked_at};
use crate::policy::language::Language;
use crate::policy::thresholds::Thresholds;
use crate::web::problem::Problem;
use crate::web::{App, who};

/// The query: in which language to explain.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    lang: Option<String>,
}

impl Wanted {
    fn language(&self) -> Result<Language, Problem> {
        let Some(code) = &self.lang else { return Ok(Language::En) };
        let known = Language::ALL.map(Language::code).join(", ");
        Language::parse(code)
            .ok_or_else(|| Problem::BadRequest(format!("`lang` must be one of {known}")))
    }
}

/// `GET /v1/policy`
pub async fn in_force(
    app: Data<App>,
    request: HttpRequest,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    who::officer(&app, &request, &Role::ALL).await?;
    let language = wanted.language()?;
    let (policies, standing) = (&app.office.policies, &app.office.standing);
    let mut body = described(&policies.thresholds, language);
    let files: Map<String, Value> = policies
        .texts
        .iter()
        .map(|(name, text)| (name.clone(), text.hash.clone().into()))
        .collect();
    let packs: Vec<Value> = policies
        .packs
        .iter()
        .map(|pack| json!({ "id": pack.id, "version": pack.version, "hash": pack.hash }))
        .collect();
    let waiting = standing.waiting.as_ref().map(|waiting| {
        let missing: Vec<String> = waiting.missing.iter().map(ToString::to_string).collect();
        json!({ "version": waiting.version, "hash": waiting.hash, "missing": missing })
    });
    let broken: Vec<String> = standing.broken.iter().map(ToString::to_string).collect();
    body.insert("files".into(), files.into());
    body.insert("packs".into(), packs.into());
    body.insert("waiting".into(), json!(waiting));
    body.insert("broken".into(), broken.into());
    Ok(HttpResponse::Ok().json(body))
}

fn described(thresholds: &Thresholds, language: Language) -> Map<String, Value> {
    let means: Map<String, Value> = thresholds
        .rules
        .iter()
        .map(|rule| {
            let first = Rhythm::ALL
                .map(|rhythm| (rhythm.code().to_owned(), json!(first_looked_at(rule, rhythm))));
            (rule.id.clone(), Value::Object(first.into_iter().collect()))
        })
        .collect();
    let mut members = Map::new();
    let mut say = |name: &str, value: Value| members.insert(name.to_owned(), value);
    say("id", thresholds.id.clone().into());
    say("version", thresholds.version.clone().into());
    say("hash", thresholds.hash.clone().into());
    say("effective_from", json!(thresholds.effective_from));
    say("owner", thresholds.owner.clone().into());
    say("rules", json!(thresholds.rules));
    say("records", json!(thresholds.records));
    say("first_looked_at", means.into());
    say("explanation", explain::page(thresholds, language).into());
    members
}

const NO_POLICY: Problem = Problem::NotFound("no policy with this hash was ever in force");

/// What is no hash names nothing, and no database is asked for it.
pub(super) fn content_hash(text: String) -> Result<String, Problem> {
    let is_hash = !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit());
    if is_hash { Ok(text) } else { Err(NO_POLICY) }
}

/// `GET /v1/policy/{hash}`
pub async fn by_hash(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    wanted: Query<Wanted>,
) -> Result<HttpResponse, Problem> {
    who::officer(&app, &request, &Role::ALL).await?;
    let language = wanted.language()?;
    let hash = content_hash(path.into_inner())?;
    let found = activation::text(&app.office, hash.clone()).await?;
    let kept = found.ok_or(NO_POLICY)?;
    let terms: Vec<Value> = kept
        .terms
        .iter()
        .map(
            |(from, until)| json!({ "from": from.rfc3339(), "until": until.map(Instant::rfc3339) }),
        )
        .collect();
    let mut body = json!({
        "hash": hash,
        "file": kept.file,
        "text": kept.text,
        "in_force": terms,
        "superseded_by": kept.superseded_by,
    });
    if kept.file == activation::THRESHOLDS
        && let Ok(thresholds) = Thresholds::parse(&kept.text)
        && let Value::Object(members) = &mut body
    {
        members.insert("explanation".into(), explain::page(&thresholds, language).into());
    }
    Ok(HttpResponse::Ok().json(body))
}
