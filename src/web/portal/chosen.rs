//! A person's choices, for whoever is signed in: every use, whether they said no, and since when.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::casework::case::labels::{Beside, Came};
use crate::casework::objections::objecting;
use crate::casework::sessions::ways_in::Goal;
use crate::domain::objection::{Act, Assurance, Objection, Standing};
use crate::web::App;
use crate::web::problem::Problem;
use crate::words::{Own, day};

use super::frame::{Form, Frame, nothing, see_other, shown, value};
use super::own::{ended, person};

/// One use, and what can be said about it.
struct Choice {
    purpose: String,
    title: String,
    words: String,
    state: String,
    doubt: String,
    buttons: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "web/templates/portal_choices.html")]
struct Page<'p> {
    frame: Frame<'p>,
    own: Own,
    action: String,
    mark: String,
    is_done: bool,
    choices: Vec<Choice>,
}

/// `GET /choices`
pub(in crate::web) async fn page(
    app: Data<App>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let signed = match person(&app, &request, Goal::Choices).await? {
        Ok(signed) => signed,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let asker = signed.session.asker.clone();
    let listed = objecting::own(&app.office, asker.clone()).await?;
    let query = request.query_string();
    let chosen = value(query, "lang");
    let frame = Frame::new(&app, &request, "/choices".into(), chosen.as_deref());
    let frame = frame.of(&app, &signed);
    let (language, own) = (frame.language, frame.own());
    let choices = app.office.policies.purposes.all().map(|purpose| {
        let entry = listed.iter().map(|listed| &listed.objection);
        let is_this = |o: &&Objection| o.purpose == purpose.id && o.standing == Standing::InForce;
        let entry = entry.rev().find(is_this);
        let is_doubted = entry.is_some_and(|o| o.assurance == Assurance::Unverified);
        let is_restricted =
            entry.is_none() && objecting::is_stopped(&app.office, &purpose.id, &asker);
        let state = match entry {
            Some(objection) => {
                let since = app.office.calendar.day_of(objection.since);
                own.choice_since(&day(language, since))
            }
            None if is_restricted => own.choice_restricted(),
            None => own.choice_none(),
        };
        let buttons = match entry {
            Some(_) if is_doubted => vec![("confirm", own.confirm()), ("disown", own.disown())],
            Some(_) => vec![("take_back", own.take_back())],
            None => vec![("object", own.object())],
        };
        Choice {
            purpose: purpose.id.to_string(),
            title: purpose.title.in_language(language).to_owned(),
            words: purpose.words.in_language(language).to_owned(),
            doubt: if is_doubted { own.choice_doubt() } else { String::new() },
            state,
            buttons,
        }
    });
    let page = Page {
        choices: choices.collect(),
        action: format!("{}/choices", frame.base),
        mark: signed.mark(&app, "/choices"),
        is_done: value(query, "done").is_some(),
        own,
        frame,
    };
    shown(StatusCode::OK, &page)
}

/// `POST /choices`: in force before the page says so (invariant 8).
pub(in crate::web) async fn choose(
    app: Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let filled = Form::read(&app, payload).await?;
    let language = filled.text("lang");
    let Ok(signed) = person(&app, &request, Goal::Choices).await? else {
        return ended(&app, &request, Goal::Choices, &language);
    };
    if !signed.sent(&app, &request, "/choices", &filled.text("mark")) {
        return ended(&app, &request, Goal::Choices, &language);
    }
    let act = match filled.text("act").as_str() {
        "object" => Act::Object(Assurance::Verified),
        "take_back" => Act::TakeBack,
        "confirm" => Act::Confirm,
        "disown" => Act::Disown,
        _ => return nothing(&app, &request),
    };
    let purpose = filled.text("purpose");
    if app.office.policies.purposes.get(&purpose).is_none() {
        return nothing(&app, &request);
    }
    let beside = Beside { came: Came::Page, labels: signed.session.labels.clone() };
    let asker = signed.session.asker.clone();
    objecting::act(&app.office, asker, purpose.as_str().into(), act, Some(beside)).await?;
    let frame = Frame::new(&app, &request, "/choices".into(), Some(&language));
    Ok(see_other(format!("{}#{purpose}", frame.href("/choices?done=1"))))
}
