//! "May I use this person's data for that?" Answered from memory.

use actix_web::web::{Data, Path, Payload, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::json;

use crate::auth::Scope;
use crate::casework::CaseworkError;
use crate::objections::{Answer, Mark, Shelf};
use crate::web::problem::Problem;
use crate::web::{App, Limits, body, who};

const SUBJECTS_MAX: usize = 10_000;
const BYTES_MAX: usize = 4 * 1024 * 1024;

/// The query of the single check.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asked {
    subject: String,
    issuer: Option<String>,
    min_epoch: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bulk {
    subjects: Vec<Named>,
    issuer: Option<String>,
    min_epoch: Option<i64>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Named {
    Sub(String),
    Address(Address),
    Account(Account),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Address {
    email: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Account {
    subject: String,
    issuer: Option<String>,
}

/// `GET /v1/check/{purpose}?subject=`
pub async fn single(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    asked: Query<Asked>,
) -> Result<HttpResponse, Problem> {
    who::pipeline(&app, &request, Scope::ObjectionsCheck).await?;
    let shelf = shelf(&app, &path)?;
    let issuer = issuer(&app, asked.issuer.as_deref()).map_err(no_issuer)?;
    let mark = shelf.key().people_of(issuer).mark(&asked.subject);
    let now = app.office.clock.now();
    let index = &app.office.index;
    // The epoch is read first: the answer is at least as new as it says.
    let epoch = index.epoch();
    let answer = index.ask(shelf, mark, asked.min_epoch.unwrap_or(0), now);
    let since = match answer {
        Answer::Objected(since) => Some(since.rfc3339()),
        Answer::Free | Answer::Unknown => None,
    };
    Ok(HttpResponse::Ok()
        .insert_header(("Cache-Control", "no-store"))
        .json(json!({ "objected": answer.is_objected(), "since": since, "epoch": epoch })))
}

/// `POST /v1/check/{purpose}`
pub async fn bulk(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    who::pipeline(&app, &request, Scope::ObjectionsCheck).await?;
    let shelf = shelf(&app, &path)?;
    let limits = Limits { body_bytes_max: BYTES_MAX, ..app.limits };
    let (bulk, _) = body::json::<Bulk>(&request, payload, limits).await?;
    if bulk.subjects.len() > SUBJECTS_MAX {
        let detail = format!("ask for at most {SUBJECTS_MAX} subjects at once");
        return Err(Problem::Unprocessable { pointer: "#/subjects", detail });
    }
    let now = app.office.clock.now();
    let epoch = app.office.index.epoch();
    let min_epoch = bulk.min_epoch.unwrap_or(0);
    let marks = marks(&app, shelf, &bulk)?;
    let objected = app.office.index.ask_all(shelf, &marks, min_epoch, now);
    let mut answer = json!({ "objected": objected, "epoch": epoch });
    let is_sure = app.office.index.is_fresh(now) && epoch >= min_epoch;
    if let (false, Some(answer)) = (is_sure, answer.as_object_mut()) {
        answer.insert("stale".into(), true.into());
    }
    Ok(HttpResponse::Ok().insert_header(("Cache-Control", "no-store")).json(answer))
}

fn marks(app: &App, shelf: &Shelf, bulk: &Bulk) -> Result<Vec<Mark>, Problem> {
    let key = shelf.key();
    let of = |name: Option<&str>| issuer(app, name).map(|issuer| key.people_of(issuer));
    // Most ask about one issuer: its part of the hash is computed once.
    let usual = of(bulk.issuer.as_deref());
    bulk.subjects
        .iter()
        .map(|named| match named {
            Named::Sub(sub) | Named::Account(Account { subject: sub, issuer: None }) => {
                usual.as_ref().map(|people| people.mark(sub)).map_err(|why| no_issuer(why))
            }
            Named::Address(address) => Ok(key.address(&address.email)),
            Named::Account(Account { subject, issuer }) => {
                of(issuer.as_deref()).map(|people| people.mark(subject)).map_err(no_issuer)
            }
        })
        .collect()
}

fn shelf<'a>(app: &'a App, purpose: &str) -> Result<&'a Shelf, Problem> {
    let known = app.office.index.shelf(purpose);
    known.ok_or_else(|| CaseworkError::NoSuchPurpose(shortened(purpose)).into())
}

pub(super) fn shortened(id: &str) -> String {
    id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').take(64).collect()
}

pub(super) fn issuer<'a>(app: &'a App, named: Option<&'a str>) -> Result<&'a str, &'static str> {
    match named {
        Some(name) if app.authority.is_subject_issuer(name) => Ok(name),
        Some(_) => Err("this issuer is not configured here"),
        None => app
            .authority
            .only_subject_issuer()
            .ok_or("several issuers are configured; name one as `issuer`"),
    }
}

pub(super) fn no_issuer(detail: &str) -> Problem {
    Problem::Unprocessable { pointer: "#/issuer", detail: detail.into() }
}
