//! A request that came by another way is entered by an officer.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;

use crate::casework::case::entry::{Capacity, Representative, Way};
use crate::casework::intake::entering::{self, Entering, Someone};
use crate::domain::arrival::Arrival;
use crate::domain::country::normal_country;
use crate::domain::identity::Personal;
use crate::domain::language::normal_tag;
use crate::domain::right::Right;
use crate::web::problem::Problem;
use crate::web::view::Page;
use crate::web::view::requests::Recorded;
use crate::web::who::{Sent, Worker};
use crate::web::{App, answer};

use super::attachments;
use super::requests::{ScopeBody, digest, fits, idempotency_key, kept, scope, words};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct EntryBody {
    received_at: String,
    came_by: String,
    right: String,
    scope: Option<ScopeBody>,
    message: Option<String>,
    language: Option<String>,
    country: Option<String>,
    representative: Option<RepresentativeBody>,
    people: Vec<SomeoneBody>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct RepresentativeBody {
    kind: String,
    name: String,
    contact: Option<String>,
    mandate: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct SomeoneBody {
    name: Option<String>,
    postal: Option<String>,
    email: Option<String>,
    account: Option<AccountBody>,
    how: Option<String>,
    #[serde(default)]
    attachments: Vec<attachments::FileBody>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct AccountBody {
    issuer: Option<String>,
    subject: String,
}

const FILES_MAX: usize = 10;

fn wrong(pointer: &'static str, detail: String) -> Problem {
    Problem::Unprocessable { pointer, detail }
}

/// One of a closed list, or which ones there are.
fn one_of<T>(
    pointer: &'static str,
    read: Option<T>,
    codes: impl IntoIterator<Item = &'static str>,
) -> Result<T, Problem> {
    let known = || codes.into_iter().collect::<Vec<_>>().join(", ");
    read.ok_or_else(|| wrong(pointer, format!("use one of {}", known())))
}

/// `POST /v1/cases`
pub(in crate::web) async fn enter(
    app: Data<App>,
    request: HttpRequest,
    Sent { by: Worker(officer), body, bytes }: Sent<Worker, EntryBody>,
) -> Result<HttpResponse, Problem> {
    let key = idempotency_key(&request)?;
    let received = Arrival::parse(&body.received_at);
    let entering = Entering {
        received: received.map_err(|why| wrong("#/received_at", why.to_string()))?,
        came_by: one_of("#/came_by", Way::parse(&body.came_by), Way::ALL.map(Way::code))?,
        right: one_of("#/right", Right::parse(&body.right), Right::ALL.map(Right::code))?,
        scope: scope(body.scope)?,
        message: words("#/message", body.message)?,
        language: kept("#/language", body.language, normal_tag)?,
        country: kept("#/country", body.country, normal_country)?,
        representative: body.representative.map(representative).transpose()?,
        people: body.people.into_iter().map(someone).collect::<Result<_, _>>()?,
        idempotency: key.map(|key| (Personal::new(key), digest(&bytes))),
    };
    fits(entering.right, &entering.scope)?;
    let opened = entering::enter(&app.office, &officer, entering).await?;
    let is_fresh = opened.iter().any(|one| one.fresh);
    let mut answer = if is_fresh { HttpResponse::Created() } else { HttpResponse::Ok() };
    Ok(answer::told(&mut answer, &Page::whole(opened.iter().map(Recorded::of))))
}

fn representative(body: RepresentativeBody) -> Result<Personal<Representative>, Problem> {
    let kind = Capacity::parse(&body.kind);
    let kind = one_of("#/representative/kind", kind, Capacity::ALL.map(Capacity::code))?;
    let RepresentativeBody { name, contact, mandate, .. } = body;
    Ok(Personal::new(Representative { kind, name, contact, mandate }))
}

fn someone(body: SomeoneBody) -> Result<Someone, Problem> {
    if body.attachments.len() > FILES_MAX {
        return Err(wrong("#/people", "at most 10 files for each person".into()));
    }
    let text = |text: Option<String>| text.filter(|t| !t.trim().is_empty()).map(Personal::new);
    let files = body.attachments.into_iter().map(attachments::file).collect::<Result<_, _>>()?;
    Ok(Someone {
        name: text(body.name),
        postal: text(body.postal),
        email: text(body.email),
        account: body.account.map(|account| (account.issuer, Personal::new(account.subject))),
        how: body.how,
        files,
    })
}
