//! What a person sends, follows and fetches.

use std::collections::BTreeSet;

use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::Value;

use crate::audit::canonical;
use crate::audit::merkle::Hash;
use crate::auth::{Principal, Subject};
use crate::casework::answer::acts::{self, Act};
use crate::casework::case::actor::Actor;
use crate::casework::case::browse;
use crate::casework::case::reading::Reader;
use crate::casework::intake::ask::{Ask, Came, Labels};
use crate::domain::address;
use crate::domain::country::normal_country;
use crate::domain::identity::{Asker, Personal};
use crate::domain::information::Information;
use crate::domain::language::normal_tag;
use crate::domain::right::{Right, Scope};
use crate::domain::time::Day;
use crate::web::problem::Problem;
use crate::web::view::Page;
use crate::web::view::requests::{Listed, Recorded, Whole};
use crate::web::who::{Anyone, Sent};
use crate::web::{App, answer, entry, head};

use super::{Paging, reference};

const WORDS_MAX: usize = 10_000;
const LIST_MAX: usize = 64;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct RequestBody {
    right: String,
    scope: Option<ScopeBody>,
    message: Option<String>,
    language: Option<String>,
    country: Option<String>,
    email: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct ScopeBody {
    #[serde(default)]
    categories: Vec<String>,
    #[serde(default)]
    purposes: Vec<String>,
    #[serde(default)]
    systems: Vec<String>,
    #[serde(default)]
    information: Vec<String>,
    from: Option<String>,
    to: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct WordsBody {
    text: Option<String>,
}

/// `POST /v1/requests`
pub(in crate::web) async fn open(
    app: Data<App>,
    request: HttpRequest,
    Sent { by: Anyone(speaker), body, bytes }: Sent<Anyone, RequestBody>,
) -> Result<HttpResponse, Problem> {
    let key = idempotency_key(&request)?;
    let right = Right::parse(&body.right).ok_or_else(|| {
        let known = Right::ALL.map(Right::code).join(", ");
        wrong("#/right", format!("there is no such right; use one of {known}"))
    })?;
    let scope = scope(body.scope)?;
    fits(right, &scope)?;
    let (asker, labels) = asker(speaker, body.email.as_deref())?;
    let ticket = entry::ticket(&app, &request, &asker, right)?;
    let ask = Ask {
        asker,
        right,
        scope,
        message: words("#/message", body.message)?,
        language: kept("#/language", body.language, normal_tag)?,
        country: kept("#/country", body.country, normal_country)?,
        labels,
        came: Came::Program,
        ticket: ticket.as_ref().map(|(ticket, _)| *ticket),
        idempotency: key.map(|key| (Personal::new(key), digest(&bytes))),
        entered: None,
    };
    let opened = entry::open(&app, ask, ticket.map(|(_, text)| text)).await?;
    let mut answer = if opened.fresh { HttpResponse::Created() } else { HttpResponse::Ok() };
    answer.insert_header((LOCATION, format!("/v1/requests/{}", opened.reference)));
    Ok(answer::told(&mut answer, &Recorded::of(&opened)))
}

/// Whether the right asks what the scope names.
pub(super) fn fits(right: Right, scope: &Scope) -> Result<(), Problem> {
    if right == Right::Access || scope.information.is_empty() {
        return Ok(());
    }
    let what =
        "`information` is a question of the right of access; write `access`, or leave it out";
    Err(wrong("#/scope/information", what.into()))
}

// Only what can never be told apart by its bytes: equal JSON values are an equal body.
pub(super) fn digest(bytes: &[u8]) -> [u8; 32] {
    let value: Value = serde_json::from_slice(bytes).unwrap_or(Value::Null);
    Hash::of(&canonical::of_value(&value).unwrap_or_else(|_| bytes.to_vec())).0
}

fn asker(speaker: Option<Principal>, email: Option<&str>) -> Result<(Asker, Labels), Problem> {
    match (speaker, email) {
        (Some(Principal::Subject(subject)), None) => {
            Ok((subject.asker, Labels::opaque(subject.labels)))
        }
        (Some(Principal::Subject(_)), Some(_)) => {
            Err(wrong("#/email", "leave `email` out when you are signed in".into()))
        }
        (Some(Principal::Officer(_) | Principal::Pipeline(_)), _) => Err(Problem::Forbidden(
            "a request comes from a person; sign in as the person, or send `email` without a credential",
        )),
        (None, Some(email)) => address::exact(email)
            .map(|address| (Asker::Address(Personal::new(address)), Labels::default()))
            .ok_or_else(|| {
                wrong("#/email", "this is not an e-mail address; write `name@example.org`".into())
            }),
        // Recital 59 and R-FAC: without an account an address is enough.
        (None, None) => Err(Problem::NotSignedIn),
    }
}

pub(super) fn scope(body: Option<ScopeBody>) -> Result<Scope, Problem> {
    let Some(body) = body else { return Ok(Scope::default()) };
    let from = day("#/scope/from", body.from)?;
    let to = day("#/scope/to", body.to)?;
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        return Err(wrong("#/scope/to", "`to` lies before `from`; swap them".into()));
    }
    Ok(Scope {
        categories: names("#/scope/categories", body.categories)?,
        purposes: names("#/scope/purposes", body.purposes)?,
        systems: names("#/scope/systems", body.systems)?,
        from,
        to,
        detail: None,
        information: information(body.information)?,
    })
}

fn information(codes: Vec<String>) -> Result<BTreeSet<Information>, Problem> {
    let read = |code: String| {
        Information::parse(&code).ok_or_else(|| {
            let known = Information::ALL.map(Information::code).join(", ");
            wrong("#/scope/information", format!("use some of {known}"))
        })
    };
    codes.into_iter().map(read).collect()
}

fn names<N: From<String> + Ord>(
    pointer: &'static str,
    names: Vec<String>,
) -> Result<BTreeSet<N>, Problem> {
    let plain = |name: &String| {
        name.len() <= 64
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    };
    if names.len() > LIST_MAX || !names.iter().all(plain) {
        return Err(wrong(
            pointer,
            "name at most 64, each in lower-case letters, digits and `_`".into(),
        ));
    }
    Ok(names.into_iter().map(N::from).collect())
}

fn day(pointer: &'static str, text: Option<String>) -> Result<Option<Day>, Problem> {
    let read = |text: String| {
        let shaped = text.len() == 10;
        text.parse::<Day>()
            .ok()
            .filter(|_| shaped)
            .ok_or_else(|| wrong(pointer, "this is not a day; write it as `2026-01-31`".into()))
    };
    text.map(read).transpose()
}

pub(super) fn words(
    pointer: &'static str,
    text: Option<String>,
) -> Result<Option<Personal<String>>, Problem> {
    match text {
        Some(text) if text.len() > WORDS_MAX => Err(wrong(
            pointer,
            format!("this is longer than {WORDS_MAX} bytes; send the rest as a message"),
        )),
        Some(text) if text.trim().is_empty() => Ok(None),
        other => Ok(other.map(Personal::new)),
    }
}

// Art. 12(2): nobody is refused for how their program writes what need not be said at all; only what cannot be meant is
// handed back.
pub(super) fn kept<E: std::error::Error>(
    pointer: &'static str,
    text: Option<String>,
    normal: fn(&str) -> Result<Option<String>, E>,
) -> Result<Option<String>, Problem> {
    let Some(text) = text else { return Ok(None) };
    normal(&text).map_err(|error| wrong(pointer, error.to_string()))
}

fn wrong(pointer: &'static str, detail: String) -> Problem {
    Problem::Unprocessable { pointer, detail }
}

/// Quoted, as the draft has it, or bare: the same key either way. Only a quoted one may hold blanks.
pub(super) fn idempotency_key(request: &HttpRequest) -> Result<Option<String>, Problem> {
    let mut given = request.headers().get_all("Idempotency-Key");
    let refused = || {
        Problem::BadRequest(
            "`Idempotency-Key` must be one value of 1 to 255 visible characters, such as a UUID; quote one with blanks"
                .into(),
        )
    };
    let Some(key) = given.next() else { return Ok(None) };
    let key = key.to_str().map_err(|_| refused())?;
    let is_bare = |key: &&str| key.bytes().all(|b| b.is_ascii_graphic() && b != b'"');
    let key = match key.strip_prefix('"') {
        Some(rest) => unquoted(rest),
        None => Some(key).filter(is_bare).map(str::to_owned),
    };
    let fits = |key: &String| (1..=255).contains(&key.len()) && !key.trim().is_empty();
    match (key.filter(fits), given.next()) {
        (Some(key), None) => Ok(Some(key)),
        _ => Err(refused()),
    }
}

/// The rest of a string of RFC 9651, 3.3.3, after its first quote. Parameters behind it mean nothing here.
fn unquoted(rest: &str) -> Option<String> {
    let mut key = String::new();
    let mut letters = rest.chars();
    loop {
        match letters.next()? {
            '"' => break,
            '\\' => key.push(letters.next().filter(|c| matches!(c, '"' | '\\'))?),
            letter @ ' '..='~' => key.push(letter),
            _ => return None,
        }
    }
    let parameters = letters.as_str().trim_start();
    (parameters.is_empty() || parameters.starts_with(';')).then_some(key)
}

/// `GET /v1/requests`
pub(in crate::web) async fn list(
    app: Data<App>,
    paging: Query<Paging>,
    reader: Reader,
) -> Result<HttpResponse, Problem> {
    let cursor = paging.cursor()?.map(|id| id.0);
    let page = browse::list(&app.office, reader, cursor, paging.limit()?).await?;
    let items = page.items.iter().map(|(opened, state, _)| Listed::of(opened, state));
    Ok(answer::shown(&Page::of(items, page.next.clone())))
}

/// `GET /v1/requests/{ref}`
pub(in crate::web) async fn one(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    reader: Reader,
) -> Result<HttpResponse, Problem> {
    let reference = reference(&path)?;
    if head::is_asked(&request) {
        return head::request(&app, reader, reference).await;
    }
    let case = browse::one(&app.office, reader, reference).await?;
    Ok(answer::shown(&Whole::of(&case)))
}

/// `POST /v1/requests/{ref}/withdraw`
pub(in crate::web) async fn withdraw(
    app: Data<App>,
    path: Path<String>,
    subject: Subject,
) -> Result<HttpResponse, Problem> {
    act(&app, subject.asker, &path, Act::Withdraw).await
}

/// `POST /v1/requests/{ref}/messages`
pub(in crate::web) async fn message(
    app: Data<App>,
    path: Path<String>,
    Sent { by: subject, body, .. }: Sent<Subject, WordsBody>,
) -> Result<HttpResponse, Problem> {
    let text = words("#/text", body.text)?;
    let text = text.ok_or_else(|| wrong("#/text", "write something".into()))?;
    act(&app, subject.asker, &path, Act::Message(text)).await
}

/// `POST /v1/requests/{ref}/contest`
pub(in crate::web) async fn contest(
    app: Data<App>,
    path: Path<String>,
    Sent { by: subject, body, .. }: Sent<Subject, WordsBody>,
) -> Result<HttpResponse, Problem> {
    act(&app, subject.asker, &path, Act::Contest(words("#/text", body.text)?)).await
}

async fn act(app: &App, asker: Asker, path: &str, act: Act) -> Result<HttpResponse, Problem> {
    let reference = reference(path)?;
    acts::perform(&app.office, Actor::Person(asker.clone()), reference, act).await?;
    let case = browse::one(&app.office, Reader::Person(asker), reference).await?;
    Ok(answer::shown(&Whole::of(&case)))
}
