//! "May I use this person's data for that?" Answered from memory.

use actix_web::web::{Data, Path, Payload, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::json;

use crate::auth::Scope;
use crate::casework::{CaseworkError, people};
use crate::objections::Answer;
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
    let purpose = purpose(&app, &path)?;
    let issuer = issuer(&app, asked.issuer.as_deref())?;
    let blind = people::blind_account(&app.office.vault, issuer, &asked.subject);
    let now = app.office.clock.now();
    let index = &app.office.index;
    // The epoch is read first: the answer is at least as new as it says.
    let epoch = index.epoch();
    let answer = index.ask(&blind, purpose, asked.min_epoch.unwrap_or(0), now);
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
    let purpose = purpose(&app, &path)?;
    let limits = Limits { body_bytes_max: BYTES_MAX, ..app.limits };
    let (bulk, _) = body::json::<Bulk>(&request, payload, limits).await?;
    if bulk.subjects.len() > SUBJECTS_MAX {
        let detail = format!("ask for at most {SUBJECTS_MAX} subjects at once");
        return Err(Problem::Unprocessable { pointer: "#/subjects", detail });
    }
    let now = app.office.clock.now();
    let epoch = app.office.index.epoch();
    let min_epoch = bulk.min_epoch.unwrap_or(0);
    let mut objected = Vec::new();
    for (at, named) in bulk.subjects.iter().enumerate() {
        let vault = &app.office.vault;
        let blind = match named {
            Named::Sub(sub) => {
                people::blind_account(vault, issuer(&app, bulk.issuer.as_deref())?, sub)
            }
            Named::Address(address) => people::blind_address(vault, &address.email),
            Named::Account(account) => {
                let named = account.issuer.as_deref().or(bulk.issuer.as_deref());
                people::blind_account(vault, issuer(&app, named)?, &account.subject)
            }
        };
        if app.office.index.ask(&blind, purpose, min_epoch, now).is_objected() {
            objected.push(at);
        }
    }
    Ok(HttpResponse::Ok()
        .insert_header(("Cache-Control", "no-store"))
        .json(json!({ "objected": objected, "epoch": epoch })))
}

fn purpose(app: &App, id: &str) -> Result<u16, Problem> {
    let known = app.office.index.purpose(id);
    known.ok_or_else(|| CaseworkError::NoSuchPurpose(shortened(id)).into())
}

fn shortened(id: &str) -> String {
    id.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').take(64).collect()
}

fn issuer<'a>(app: &'a App, named: Option<&'a str>) -> Result<&'a str, Problem> {
    match named {
        Some(name) if app.authority.is_subject_issuer(name) => Ok(name),
        Some(_) => Err(Problem::Unprocessable {
            pointer: "#/issuer",
            detail: "this issuer is not configured here".into(),
        }),
        None => app.authority.only_subject_issuer().ok_or_else(|| Problem::Unprocessable {
            pointer: "#/issuer",
            detail: "several issuers are configured; name one as `issuer`".into(),
        }),
    }
}
