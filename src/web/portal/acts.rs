//! What a person does about a request of theirs, and what they take away from it.

use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};

use crate::casework::CaseworkError;
use crate::casework::answer::acts::{self, Act, Identified};
use crate::casework::case::actor::Actor;
use crate::casework::case::browse;
use crate::casework::case::reading::Reader;
use crate::casework::review::deciding::{self, Answer};
use crate::casework::sessions::ways_in::Goal;
use crate::domain::id::{AttachmentId, Reference};
use crate::domain::identity::Personal;
use crate::web::App;
use crate::web::answer::private;
use crate::web::api::{attachments, taken};
use crate::web::problem::Problem;
use crate::web::session::Signed;

use super::frame::{Form, Frame, nothing, see_other};
use super::own::{ended, person, show};

/// `POST /requests/{ref}`: one act, sent by a button of the page; and back to it.
pub(in crate::web) async fn act(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let Ok(reference) = path.parse::<Reference>() else { return nothing(&app, &request) };
    let filled = Form::read(&app, payload).await?;
    let goal = Goal::Request(reference);
    let Ok(signed) = person(&app, &request, goal).await? else {
        return ended(&app, &request, goal, &filled.text("lang"));
    };
    let here = format!("/requests/{reference}");
    if !signed.sent(&app, &request, &here, &filled.text("mark")) {
        return ended(&app, &request, goal, &filled.text("lang"));
    }
    let words = filled.words();
    let is_empty = words.trim().is_empty();
    let words = Personal::new(words);
    let deed = match filled.text("act").as_str() {
        "confirm" => Deed::Case(Act::Identify(Identified::by_link())),
        "disown" | "withdraw" => Deed::Case(Act::Withdraw),
        "message" | "comment" if is_empty => {
            return show(&app, &request, &signed, reference, true).await;
        }
        "message" => Deed::Case(Act::Message(words)),
        "comment" => Deed::Review(Answer::Comment(words, filled.all("contested"))),
        "contest" => Deed::Case(Act::Contest((!is_empty).then_some(words))),
        "accept" => Deed::Review(Answer::AcceptFee),
        _ => return nothing(&app, &request),
    };
    match done(&app, &signed, reference, deed).await {
        Err(CaseworkError::NoSuchCase) => return nothing(&app, &request),
        // Twice pressed, or too late: the page shows how it is now.
        Err(CaseworkError::Refused(_)) | Ok(()) => {}
        Err(other) => return Err(other.into()),
    }
    let frame = Frame::new(&app, &request, here.clone(), Some(&filled.text("lang")));
    Ok(see_other(frame.href(&format!("{here}?done=1"))))
}

enum Deed {
    Case(Act),
    Review(Answer),
}

async fn done(
    app: &App,
    signed: &Signed,
    reference: Reference,
    deed: Deed,
) -> Result<(), CaseworkError> {
    let asker = signed.session.asker.clone();
    match deed {
        Deed::Case(act) => {
            acts::perform(&app.office, Actor::Person(asker), reference, act).await.map(|_| ())
        }
        Deed::Review(answer) => deciding::answer(&app.office, asker, reference, answer).await,
    }
}

/// Who takes something away: the person, signed in; `Err` is what they see instead.
async fn taker(
    app: &App,
    request: &HttpRequest,
    reference: &str,
) -> Result<Result<(Reader, Reference), HttpResponse>, Problem> {
    let Ok(reference) = reference.parse::<Reference>() else {
        return nothing(app, request).map(Err);
    };
    Ok(person(app, request, Goal::Request(reference))
        .await?
        .map(|signed| (Reader::Person(signed.session.asker), reference)))
}

/// A page in the place of a problem, where there is nothing.
fn or_nothing(
    app: &App,
    request: &HttpRequest,
    answer: Result<HttpResponse, Problem>,
) -> Result<HttpResponse, Problem> {
    use CaseworkError::{NoPackage, NoSuchAttachment, NoSuchCase};
    match answer {
        Err(Problem::Casework(NoSuchCase | NoPackage | NoSuchAttachment)) => nothing(app, request),
        other => other,
    }
}

/// `GET /requests/{ref}/package`
pub(in crate::web) async fn package(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    match taker(&app, &request, &path).await? {
        Ok((reader, reference)) => {
            let answer = taken::package_for(&app, &request, reader, reference).await;
            or_nothing(&app, &request, answer)
        }
        Err(page) => Ok(page),
    }
}

/// `GET /requests/{ref}/receipt`
pub(in crate::web) async fn receipt(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    match taker(&app, &request, &path).await? {
        Ok((reader, reference)) => {
            let answer = taken::receipt_for(&app, reader, reference).await;
            or_nothing(&app, &request, answer)
        }
        Err(page) => Ok(page),
    }
}

/// `GET /requests/{ref}/attachments/{id}`
pub(in crate::web) async fn attachment(
    app: Data<App>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let Ok(id) = path.1.parse::<AttachmentId>() else { return nothing(&app, &request) };
    match taker(&app, &request, &path.0).await? {
        Ok((reader, reference)) => {
            let answer = attachments::file_for(&app, reader, reference, id).await;
            or_nothing(&app, &request, answer)
        }
        Err(page) => Ok(page),
    }
}

/// `GET /requests/{ref}/calendar.ics`: the day by which it is answered (RFC 5545).
pub(in crate::web) async fn calendar(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let (reader, reference) = match taker(&app, &request, &path).await? {
        Ok(taker) => taker,
        Err(page) => return Ok(page),
    };
    let case = match browse::one(&app.office, reader, reference).await {
        Err(CaseworkError::NoSuchCase) => return nothing(&app, &request),
        case => case?,
    };
    let day = case.opened.due.date;
    let next = day.tomorrow().unwrap_or(day);
    let plain = |day: crate::domain::time::Day| day.to_string().replace('-', "");
    let frame = Frame::new(&app, &request, String::new(), None);
    let stamp = app.office.clock.now().utc().strftime("%Y%m%dT%H%M%SZ").to_string();
    let summary = escaped(&format!("{}: {reference}", frame.own().step_due()));
    let about = escaped(frame.controller);
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//Habeas//EN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{reference}-due"),
        format!("DTSTAMP:{stamp}"),
        format!("DTSTART;VALUE=DATE:{}", plain(day)),
        format!("DTEND;VALUE=DATE:{}", plain(next)),
        format!("SUMMARY:{summary}"),
        format!("DESCRIPTION:{about}"),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
        String::new(),
    ];
    let file = lines.join("\r\n");
    Ok(private(&mut HttpResponse::Ok())
        .insert_header(("Content-Disposition", format!("attachment; filename=\"{reference}.ics\"")))
        .content_type("text/calendar; charset=utf-8")
        .body(file))
}

/// RFC 5545, 3.3.11.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        if matches!(letter, '\\' | ',' | ';') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}
