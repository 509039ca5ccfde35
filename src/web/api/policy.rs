//! The policies in force, and every one that ever was.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path, Query};
use serde::Deserialize;

use crate::casework::policies::activation;
use crate::policy::explain;
use crate::policy::language::Language;
use crate::policy::thresholds::Thresholds;
use crate::web::problem::Problem;
use crate::web::view::policies::{Document, InForce};
use crate::web::who::Staff;
use crate::web::{App, answer};

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
pub(in crate::web) async fn in_force(
    app: Data<App>,
    wanted: Query<Wanted>,
    _: Staff,
) -> Result<HttpResponse, Problem> {
    let language = wanted.language()?;
    let view = InForce::of(&app.office, language);
    Ok(answer::json(&mut HttpResponse::Ok(), &view))
}

const NO_POLICY: Problem = Problem::NotFound("no policy with this hash was ever in force");

/// What is no hash names nothing, and no database is asked for it.
pub(super) fn content_hash(text: String) -> Result<String, Problem> {
    let is_hash = !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit());
    if is_hash { Ok(text) } else { Err(NO_POLICY) }
}

/// `GET /v1/policy/{hash}`
pub(in crate::web) async fn by_hash(
    app: Data<App>,
    path: Path<String>,
    wanted: Query<Wanted>,
    _: Staff,
) -> Result<HttpResponse, Problem> {
    let language = wanted.language()?;
    let hash = content_hash(path.into_inner())?;
    let found = activation::text(&app.office, hash.clone()).await?;
    let kept = found.ok_or(NO_POLICY)?;
    let is_thresholds = kept.file == activation::THRESHOLDS;
    let thresholds = is_thresholds.then(|| Thresholds::parse(&kept.text).ok()).flatten();
    let explanation = thresholds.map(|thresholds| explain::page(&thresholds, language));
    Ok(answer::json(&mut HttpResponse::Ok(), &Document::of(&hash, &kept, explanation)))
}
