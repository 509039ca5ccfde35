//! "May I use this person's data for that?" Answered from memory.

use std::borrow::Cow;
use std::marker::PhantomData;

use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::de::value::MapAccessDeserializer;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use crate::casework::CaseworkError;
use crate::objections::person::{self, KeyKind, Unclear};
use crate::objections::{Answer, Mark, Shelf};
use crate::web::problem::Problem;
use crate::web::who::Checks;
use crate::web::{App, Limits, body};

use super::query;

const SUBJECTS_MAX: usize = 10_000;
const BYTES_MAX: usize = 4 * 1024 * 1024;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Bulk<'b> {
    #[serde(borrow)]
    subjects: Vec<Named<'b>>,
    issuer: Option<String>,
    min_epoch: Option<i64>,
}

/// Somebody in a list: `"sub"`, `{"subject":…,"issuer":…?}` or `{"email":…}`. Ids are borrowed from the body.
enum Named<'b> {
    Sub(Cow<'b, str>),
    Address(String),
    Account(String, Option<String>),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Members {
    email: Option<String>,
    subject: Option<String>,
    issuer: Option<String>,
}

impl<'de: 'b, 'b> Deserialize<'de> for Named<'b> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Naming(PhantomData))
    }
}

struct Naming<'b>(PhantomData<&'b ()>);

impl<'de: 'b, 'b> Visitor<'de> for Naming<'b> {
    type Value = Named<'b>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a subject, or an object with `subject` or `email`")
    }

    fn visit_borrowed_str<E: serde::de::Error>(self, sub: &'de str) -> Result<Named<'b>, E> {
        Ok(Named::Sub(Cow::Borrowed(sub)))
    }

    fn visit_str<E: serde::de::Error>(self, sub: &str) -> Result<Named<'b>, E> {
        Ok(Named::Sub(Cow::Owned(sub.to_owned())))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Named<'b>, A::Error> {
        let members = Members::deserialize(MapAccessDeserializer::new(map))?;
        match members {
            Members { email: Some(email), subject: None, issuer: None } => {
                Ok(Named::Address(email))
            }
            Members { email: None, subject: Some(sub), issuer } => Ok(Named::Account(sub, issuer)),
            Members { .. } => Err(serde::de::Error::custom("name a `subject` or an `email`")),
        }
    }
}

#[derive(Serialize)]
struct Checked {
    objected: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    restricted: bool,
    since: Option<String>,
    epoch: i64,
}

#[derive(Serialize)]
struct BulkChecked {
    objected: Vec<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    restricted: Vec<usize>,
    epoch: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    stale: Option<bool>,
}

/// `GET /v1/check/{purpose}?subject=`
pub(in crate::web) async fn single(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    _: Checks,
) -> Result<HttpResponse, Problem> {
    let shelf = shelf(&app, &path)?;
    let [subject, named, min_epoch] =
        query::members(request.query_string(), ["subject", "issuer", "min_epoch"])?;
    let subject = subject.unwrap_or_default();
    person::subject(&subject).map_err(|why| unclear("#/subject", why.to_string()))?;
    let min_epoch = min_epoch.map_or(Ok(0), |epoch| {
        epoch.parse().map_err(|_| Problem::BadRequest("`min_epoch` is a whole number".into()))
    })?;
    let issuer = issuer(&app, named.as_deref()).map_err(no_issuer)?;
    let mark = shelf.key().people_of(issuer).mark(&subject);
    let now = app.office.clock.now();
    let index = &app.office.index;
    // The epoch is read first: the answer is at least as new as it says.
    let epoch = index.epoch();
    let answer = index.ask(shelf, mark, min_epoch, now);
    let since = match answer {
        Answer::Stopped(stop) => Some(stop.since.rfc3339()),
        Answer::Free | Answer::Unknown => None,
    };
    Ok(HttpResponse::Ok().insert_header(("Cache-Control", "no-store")).json(Checked {
        objected: answer.is_stopped(),
        restricted: answer.is_restricted(),
        since,
        epoch,
    }))
}

/// `POST /v1/check/{purpose}`
pub(in crate::web) async fn bulk(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
    _: Checks,
) -> Result<HttpResponse, Problem> {
    let shelf = shelf(&app, &path)?;
    let limits = Limits { body_bytes_max: BYTES_MAX, ..app.limits };
    let bytes = body::bytes(&request, payload, limits).await?;
    let bulk: Bulk<'_> = body::parsed(&bytes)?;
    if bulk.subjects.len() > SUBJECTS_MAX {
        let detail = format!("ask for at most {SUBJECTS_MAX} subjects at once");
        return Err(Problem::Unprocessable { pointer: "#/subjects", detail });
    }
    let now = app.office.clock.now();
    let epoch = app.office.index.epoch();
    let min_epoch = bulk.min_epoch.unwrap_or(0);
    let marks = marks(&app, shelf, &bulk)?;
    let objected = app.office.index.ask_all(shelf, &marks, min_epoch, now);
    // Few are stopped, and fewer restricted: they are looked up once more.
    let restricted = objected.iter().copied().filter(|at| {
        let mark = marks.get(*at);
        mark.is_some_and(|mark| app.office.index.ask(shelf, *mark, 0, now).is_restricted())
    });
    let restricted = restricted.collect();
    let is_sure = app.office.index.is_fresh(now) && epoch >= min_epoch;
    let answer = BulkChecked { objected, restricted, epoch, stale: (!is_sure).then_some(true) };
    Ok(HttpResponse::Ok().insert_header(("Cache-Control", "no-store")).json(answer))
}

fn marks(app: &App, shelf: &Shelf, bulk: &Bulk<'_>) -> Result<Vec<Mark>, Problem> {
    let key = shelf.key();
    let of = |name: Option<&str>| issuer(app, name).map(|issuer| key.people_of(issuer));
    // Most ask about one issuer: its part of the hash is computed once.
    let usual = of(bulk.issuer.as_deref());
    let marked = |(at, named): (usize, &Named<'_>)| {
        let placed =
            |why: Unclear| unclear("#/subjects", format!("the person at place {at}: {why}"));
        match named {
            Named::Sub(sub) => {
                person::subject(sub).map_err(placed)?;
                usual.as_ref().map(|people| people.mark(sub)).map_err(|why| no_issuer(why))
            }
            Named::Address(address) => {
                let normal = KeyKind::Email.named(address.into()).map_err(placed)?;
                Ok(key.address(&normal))
            }
            Named::Account(subject, issuer) => {
                person::subject(subject).map_err(placed)?;
                let name = issuer.as_deref().or(bulk.issuer.as_deref());
                of(name).map(|people| people.mark(subject)).map_err(no_issuer)
            }
        }
    };
    bulk.subjects.iter().enumerate().map(marked).collect()
}

fn unclear(pointer: &'static str, detail: String) -> Problem {
    Problem::Unprocessable { pointer, detail }
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
