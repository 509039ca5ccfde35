//! The desk of the demo: be somebody, read the mails, move the clock, and see what a training job would use. It is there in
//! `habeas demo` alone.

use std::path::{Path, PathBuf};

use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Path as UrlPath, Payload};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::casework::intake::ask::Labels;
use crate::casework::objections::{choices, objecting};
use crate::casework::sessions::{Session, ways_in};
use crate::domain::identity::{Asker, Personal};
use crate::words::{Choices, Language};

use super::choices::{Choice, Fragment, Said};
use super::portal::frame::{Form, SHEET_NAME};
use super::problem::Problem;
use super::{App, session};

const DAY_MS: i64 = 86_400_000;
/// Mails that are shown.
const MAILS: usize = 20;
/// The component of the company's own page is the one script.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// The people of the sample company, and where the mails lie.
#[derive(Clone, Debug)]
pub struct Demo {
    /// Who one can be.
    pub people: Vec<Person>,
    /// Whose accounts they are.
    pub issuer: String,
    /// The folder of mails.
    pub outbox: PathBuf,
}

/// Somebody whom one can be.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their first name.
    pub name: String,
    /// Their account.
    pub subject: String,
    /// Their address.
    pub email: String,
    /// What they pay for, at the sample company.
    pub plan: String,
}

impl Demo {
    /// Them, as the company knows them.
    pub fn asker(&self, person: &Person) -> Asker {
        Asker::Account {
            issuer: self.issuer.clone(),
            sub: Personal::new(person.subject.clone()),
            email: Some(Personal::new(person.email.clone())),
        }
    }
}

struct Somebody<'d> {
    person: &'d Person,
    used: Vec<(String, bool)>,
}

struct Mail {
    to: String,
    subject: String,
    lines: Vec<Line>,
}

/// A line of a mail: words, or a link of this gateway.
struct Line {
    text: String,
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "web/templates/demo.html")]
struct Desk<'d> {
    sheet: &'d str,
    controller: &'d str,
    now: String,
    uses: Vec<String>,
    people: Vec<Somebody<'d>>,
    mails: Vec<Mail>,
}

#[derive(Template)]
#[template(path = "web/templates/demo_settings.html")]
struct Settings<'d> {
    sheet: &'d str,
    name: &'d str,
    forms: String,
}

fn demo(app: &App) -> Result<&Demo, Problem> {
    app.demo.as_deref().ok_or(Problem::NotFound("there is nothing here; see /openapi.json"))
}

/// `GET /demo`
pub(super) async fn desk(app: Data<App>) -> Result<HttpResponse, Problem> {
    let demo = demo(&app)?;
    let purposes: Vec<_> = app.office.policies.purposes.all().collect();
    let people = demo.people.iter().map(|person| {
        let asker = demo.asker(person);
        let used = purposes.iter().map(|purpose| {
            let title = purpose.title.in_language(Language::En).to_owned();
            (title, !objecting::is_stopped(&app.office, &purpose.id, &asker))
        });
        Somebody { person, used: used.collect() }
    });
    let page = Desk {
        sheet: &SHEET_NAME,
        controller: &app.office.controller,
        now: app
            .office
            .calendar
            .civil(app.office.clock.now())
            .strftime("%A %d %B %Y, %H:%M")
            .to_string(),
        uses: purposes.iter().map(|p| p.title.in_language(Language::En).to_owned()).collect(),
        people: people.collect(),
        mails: mails(&demo.outbox),
    };
    shown(&page)
}

fn shown(page: &impl Template) -> Result<HttpResponse, Problem> {
    let html = page.render().map_err(|_| Problem::NotFound("this page cannot be shown"))?;
    Ok(HttpResponse::build(StatusCode::OK)
        .insert_header(("Cache-Control", "no-store"))
        .insert_header(("Content-Security-Policy", POLICY))
        .content_type("text/html; charset=utf-8")
        .body(html))
}

/// `POST /demo`: be somebody, or move the clock.
pub(super) async fn act(
    app: Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let demo = demo(&app)?;
    if !session::is_from_here(&request) {
        return Err(Problem::Forbidden("another site sent this"));
    }
    let filled = Form::read(&app, payload).await?;
    let days = match filled.text("act").as_str() {
        "day" => Some(1),
        "week" => Some(7),
        "month" => Some(30),
        _ => None,
    };
    if let Some(days) = days {
        app.office.clock.pass_ms(days * DAY_MS);
        app.office.bell.ring();
        return Ok(to("/demo#clock"));
    }
    let subject = filled.text("be");
    let known = demo.people.iter().find(|person| person.subject == subject);
    let person = known.ok_or(Problem::NotFound("there is no such person in the demo"))?;
    let session = Session { asker: demo.asker(person), labels: Labels::default() };
    let (token, _) = ways_in::by_company(&app.office, session, ways_in::HANDED_MS).await?;
    Ok(to(&format!("/sign-in/{token}?lang=en")))
}

fn to(place: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, place)).finish()
}

/// `GET /demo/settings/{subject}`: the company's own page, with the choices in it.
pub(super) async fn settings(
    app: Data<App>,
    path: UrlPath<String>,
) -> Result<HttpResponse, Problem> {
    let demo = demo(&app)?;
    let known = demo.people.iter().find(|person| person.subject == *path);
    let person = known.ok_or(Problem::NotFound("there is no such person in the demo"))?;
    let asker = demo.asker(person);
    let mut parts = Vec::new();
    for purpose in app.office.policies.purposes.all() {
        let token = choices::token(&app.office, &asker, &purpose.id)?;
        let entry = choices::in_force(&app.office, &asker, &purpose.id).await?;
        parts.push(Choice {
            purpose: purpose.id.to_string(),
            link: format!("/o/{token}"),
            title: purpose.title.in_language(Language::En).to_owned(),
            words: purpose.words.in_language(Language::En).to_owned(),
            said: Said::to(purpose.kind, Language::En),
            objected: entry.is_some(),
        });
    }
    let forms = Fragment { say: Choices(Language::En), choices: parts }.render();
    let forms = forms.map_err(|_| Problem::NotFound("the choices cannot be shown"))?;
    shown(&Settings { sheet: &SHEET_NAME, name: &person.name, forms })
}

/// The newest mails of the outbox, newest first. One that cannot be read is left out.
fn mails(outbox: &Path) -> Vec<Mail> {
    let files = std::fs::read_dir(outbox).into_iter().flatten().flatten();
    let mut files: Vec<_> = files
        .filter(|file| file.path().extension().is_some_and(|kind| kind == "eml"))
        .filter_map(|file| Some((file.metadata().ok()?.modified().ok()?, file.path())))
        .collect();
    files.sort();
    let texts = files.into_iter().rev().filter_map(|(_, path)| std::fs::read(path).ok());
    texts.filter_map(|text| mail(&text)).take(MAILS).collect()
}

fn mail(text: &[u8]) -> Option<Mail> {
    let parsed = mail_parser::MessageParser::default().parse(text)?;
    let body = parsed.body_text(0)?;
    let lines = body.lines().map(|line| {
        let path = line.trim().split_once("://").and_then(|(_, rest)| rest.split_once('/'));
        let href = path.map(|(_, path)| format!("/{path}")).filter(|_| line.starts_with("http"));
        Line { text: line.to_owned(), href }
    });
    Some(Mail {
        to: parsed.to()?.first()?.address()?.to_owned(),
        subject: parsed.subject()?.to_owned(),
        lines: lines.collect(),
    })
}
