//! Pages of words: how to object, when repeated requests are looked at, and where to complain.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde_json::json;

use crate::domain::language::Language;
use crate::policy::explain;
use crate::web::App;
use crate::web::problem::Problem;

use super::frame::{Frame, shown, value};
use super::start;

#[derive(Template)]
#[template(path = "web/templates/portal_words.html")]
struct Words<'p> {
    frame: Frame<'p>,
    heading: String,
    paragraphs: Vec<String>,
    links: Vec<(String, String)>,
}

fn frame<'p>(app: &'p App, request: &HttpRequest, here: &str) -> Frame<'p> {
    let chosen = value(request.query_string(), "lang");
    Frame::new(app, request, here.to_owned(), chosen.as_deref())
}

/// `GET /how-to-object`: an address that others can link to.
pub(in crate::web) async fn how_to_object(
    app: Data<App>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let frame = frame(&app, &request, "/how-to-object");
    let say = frame.say;
    let links = app.office.policies.purposes.all().map(|purpose| {
        let title = purpose.title.in_language(frame.language);
        let text = format!("{}: {title}", start::act(say, purpose.kind));
        (text, frame.href(&format!("/object/{}", purpose.id)))
    });
    let links = links.collect();
    let paragraphs = vec![say.how_choose(), say.how_then(), say.how_other(frame.contact)];
    shown(StatusCode::OK, &Words { heading: say.how(), paragraphs, links, frame })
}

/// `GET /thresholds`: in neutral words, and which version is in force (P18).
pub(in crate::web) async fn thresholds(
    app: Data<App>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let frame = frame(&app, &request, "/thresholds");
    let mut paragraphs = vec![frame.say.thresholds_why()];
    paragraphs.extend(explain::promises(frame.language));
    let thresholds = &app.office.policies.thresholds;
    if app.publishes_rules {
        let rules = explain::page(thresholds, frame.language);
        paragraphs.extend(rules.split("\n\n").map(str::to_owned));
    } else {
        paragraphs.push(explain::head(thresholds, frame.language));
    }
    let heading = frame.say.thresholds();
    shown(StatusCode::OK, &Words { heading, paragraphs, links: Vec::new(), frame })
}

/// `GET /thresholds.json`
pub(in crate::web) async fn thresholds_for_programs(app: Data<App>) -> HttpResponse {
    let thresholds = &app.office.policies.thresholds;
    let mut told = json!({
        "id": thresholds.id,
        "version": thresholds.version,
        "hash": thresholds.hash,
        "effect": "flag_for_review",
    });
    if app.publishes_rules
        && let Some(members) = told.as_object_mut()
    {
        members.insert("text".to_owned(), explain::page(thresholds, Language::En).into());
    }
    HttpResponse::Ok().insert_header(("Cache-Control", "no-cache")).json(told)
}

/// `GET /complaint`: every authority, the controller's first (Art. 77).
pub(in crate::web) async fn complaint(
    app: Data<App>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let frame = frame(&app, &request, "/complaint");
    let own = app.office.authority();
    let mut links = vec![(own.0.to_owned(), own.1.to_owned())];
    let others = app.office.authorities().into_iter().filter(|(_, name, _)| *name != own.0);
    links.extend(others.map(|(country, name, at)| (format!("{country}: {name}"), at.to_owned())));
    let paragraphs = vec![frame.say.complaint_where(), frame.say.complaint_free()];
    shown(StatusCode::OK, &Words { heading: frame.say.complaint(), paragraphs, links, frame })
}

/// `GET /privacy`: what happens to what is sent here (Art. 13).
pub(in crate::web) async fn privacy(
    app: Data<App>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let frame = frame(&app, &request, "/privacy");
    let say = frame.say;
    let paragraphs = vec![
        say.privacy_who(frame.controller, frame.contact),
        say.privacy_what(),
        frame.cited().privacy_why(),
        say.privacy_who_gets(),
        say.privacy_rights(),
    ];
    let links = vec![
        (say.retention(), frame.href("/retention")),
        (say.complaint(), frame.href("/complaint")),
    ];
    shown(StatusCode::OK, &Words { heading: say.privacy(), paragraphs, links, frame })
}

/// `GET /retention`: as the gateway itself does it.
pub(in crate::web) async fn retention(
    app: Data<App>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let frame = frame(&app, &request, "/retention");
    let say = frame.say;
    let paragraphs = vec![
        say.retention_requests(frame.contact),
        say.retention_archive(app.office.patience.package_days),
        say.retention_choices(),
        say.retention_session(),
    ];
    shown(StatusCode::OK, &Words { heading: say.retention(), paragraphs, links: Vec::new(), frame })
}

/// `GET /accessibility`
pub(in crate::web) async fn accessibility(
    app: Data<App>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let frame = frame(&app, &request, "/accessibility");
    let say = frame.say;
    let paragraphs = vec![
        say.accessibility_what(),
        say.accessibility_how(),
        say.accessibility_help(frame.contact),
    ];
    let heading = say.accessibility();
    shown(StatusCode::OK, &Words { heading, paragraphs, links: Vec::new(), frame })
}
