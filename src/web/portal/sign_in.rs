//! Signing in, to see one's own: an address gets a link and a code. Looking at a link spends nothing; a button does
//! (UX, "a mailed link must do nothing on GET").

use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::casework::sessions::ways_in::{self, Entry, Goal, Way};
use crate::config::Serves;
use crate::domain::identity::Personal;
use crate::web::problem::Problem;
use crate::web::{App, session, who};
use crate::words::Own;

use super::frame::{Form, Frame, see_other, shown, value};
use super::own::ended;

/// The form that asks for a link.
#[derive(Template)]
#[template(path = "web/templates/portal_sign_in.html")]
struct Ask<'p> {
    frame: Frame<'p>,
    own: Own,
    action: String,
    goal: String,
    wrong: bool,
    email: String,
    /// The names of issuers, and the way to their pages.
    logins: Vec<(String, String)>,
}

/// Where the code is typed, or the link is used.
#[derive(Template)]
#[template(path = "web/templates/portal_enter.html")]
struct Enter<'p> {
    frame: Frame<'p>,
    own: Own,
    heading: String,
    words: String,
    action: String,
    needs_code: bool,
    wrong: bool,
}

/// A link that was used, or whose time is over.
#[derive(Template)]
#[template(path = "web/templates/portal_over.html")]
struct Over<'p> {
    frame: Frame<'p>,
    own: Own,
    action: String,
}

/// `GET /sign-in`
pub(in crate::web) async fn page(
    app: Data<App>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query = request.query_string();
    let goal = value(query, "to").map(|path| Goal::parse(&path)).unwrap_or_default();
    form(&app, &request, goal, value(query, "lang").as_deref(), None)
}

fn form(
    app: &App,
    request: &HttpRequest,
    goal: Goal,
    language: Option<&str>,
    wrong: Option<&Form>,
) -> Result<HttpResponse, Problem> {
    let frame = Frame::new(app, request, format!("/sign-in?to={}", goal.path()), language);
    let page = Ask {
        own: Own(frame.language),
        action: format!("{}/sign-in", frame.base),
        goal: goal.path(),
        wrong: wrong.is_some(),
        email: wrong.map(|form| form.text("email")).unwrap_or_default(),
        logins: logins(app, &frame, goal),
        frame,
    };
    let status = if page.wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    shown(status, &page)
}

fn logins(app: &App, frame: &Frame<'_>, goal: Goal) -> Vec<(String, String)> {
    let names = app.authority.logins(Serves::Subject).enumerate();
    let each = names.map(|(n, name)| {
        let host = name.split_once("://").map_or(name, |(_, host)| host);
        let href = frame.href(&format!("/sign-in/with/{n}?to={}", goal.path()));
        (frame.own().at_issuer(host.trim_end_matches('/')), href)
    });
    each.collect()
}

/// `POST /sign-in`: the same answer whoever's address it is.
pub(in crate::web) async fn ask(
    app: Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    who::guard(&app, &request)?;
    let filled = Form::read(&app, payload).await?;
    let (goal, language) = (Goal::parse(&filled.text("to")), filled.text("lang"));
    let Some(address) = filled.address() else {
        return form(&app, &request, goal, Some(&language), Some(&filled));
    };
    let frame = Frame::new(&app, &request, String::new(), Some(&language));
    let address = Personal::new(address);
    let (said, pace) = (frame.language, who::pace(&app, &request));
    let browser = ways_in::by_mail(&app.office, address, goal, (said, pace)).await?;
    Ok(asked(&app, &frame, browser))
}

/// On to the page where the code is typed; this browser is known again.
fn asked(app: &App, frame: &Frame<'_>, browser: String) -> HttpResponse {
    let mut answer = HttpResponse::SeeOther();
    answer.insert_header((LOCATION, frame.href("/sign-in/code")));
    answer.insert_header(("Cache-Control", "no-store"));
    session::keep(app, &mut answer, session::ASKING, browser);
    answer.finish()
}

/// `GET /sign-in/code`
pub(in crate::web) async fn code(
    app: Data<App>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let language = value(request.query_string(), "lang");
    if session::held(&app, &request, session::ASKING).is_none() {
        return form(&app, &request, Goal::default(), language.as_deref(), None);
    }
    code_page(&app, &request, language.as_deref(), false)
}

fn code_page(
    app: &App,
    request: &HttpRequest,
    language: Option<&str>,
    wrong: bool,
) -> Result<HttpResponse, Problem> {
    let frame = Frame::new(app, request, "/sign-in/code".into(), language);
    let own = Own(frame.language);
    let page = Enter {
        heading: own.asked(),
        words: own.asked_why(),
        action: format!("{}/sign-in/code", frame.base),
        needs_code: true,
        wrong,
        own,
        frame,
    };
    shown(if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

/// `POST /sign-in/code`
pub(in crate::web) async fn enter_by_code(
    app: Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    who::guard(&app, &request)?;
    let filled = Form::read(&app, payload).await?;
    let language = filled.text("lang");
    let Some(browser) = session::held(&app, &request, session::ASKING) else {
        return form(&app, &request, Goal::default(), Some(&language), None);
    };
    let entry = ways_in::enter_by_code(&app.office, &browser, &filled.text("code")).await?;
    let frame = Frame::new(&app, &request, "/sign-in".into(), Some(&language));
    match entry {
        Entry::In(token, goal) => Ok(entered(&app, &frame, token, goal)),
        Entry::WrongCode => code_page(&app, &request, Some(&language), true),
        Entry::Over => over(frame, String::new()),
    }
}

fn entered(app: &App, frame: &Frame<'_>, token: String, goal: Goal) -> HttpResponse {
    let mut answer = HttpResponse::SeeOther();
    answer.insert_header((LOCATION, frame.href(&goal.path())));
    answer.insert_header(("Cache-Control", "no-store"));
    session::keep(app, &mut answer, session::SIGNED, token);
    session::drop(app, &mut answer, session::ASKING);
    answer.finish()
}

/// `GET /sign-in/{token}`: a button; mail programs that look at links before people do change nothing.
pub(in crate::web) async fn link(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    who::guard(&app, &request)?;
    let language = value(request.query_string(), "lang");
    link_page(&app, &request, &path, language.as_deref(), false).await
}

async fn link_page(
    app: &App,
    request: &HttpRequest,
    token: &str,
    language: Option<&str>,
    wrong: bool,
) -> Result<HttpResponse, Problem> {
    let browser = session::held(app, request, session::ASKING);
    let way = ways_in::look(&app.office, token, browser.as_deref()).await?;
    let here = format!("/sign-in/{token}");
    let needs_code = match way {
        None => {
            let frame = Frame::new(app, request, "/sign-in".into(), language);
            return over(frame, String::new());
        }
        Some(Way::Over) => {
            let frame = Frame::new(app, request, here, language);
            return over(frame, token.to_owned());
        }
        Some(Way::Open { needs_code }) => needs_code,
    };
    let frame = Frame::new(app, request, here.clone(), language);
    let own = Own(frame.language);
    let page = Enter {
        heading: own.sign_in(),
        words: if needs_code { own.enter_code() } else { own.enter_why() },
        action: format!("{}{here}", frame.base),
        needs_code,
        wrong,
        own,
        frame,
    };
    shown(if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

/// `POST /sign-in/{token}`: spends it once, or sends another in its place.
pub(in crate::web) async fn enter(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    who::guard(&app, &request)?;
    let filled = Form::read(&app, payload).await?;
    let language = filled.text("lang");
    // Nobody is signed in as somebody else by a form of another site.
    if !session::is_from_here(&request) {
        return ended(&app, &request, Goal::default(), &language);
    }
    let frame = Frame::new(&app, &request, "/sign-in".into(), Some(&language));
    if filled.text("act") == "again" {
        return match ways_in::again(&app.office, &path, who::pace(&app, &request)).await? {
            Some(browser) => Ok(asked(&app, &frame, browser)),
            None => Ok(see_other(frame.href("/sign-in"))),
        };
    }
    let browser = session::held(&app, &request, session::ASKING);
    let typed = filled.text("code");
    match ways_in::enter(&app.office, &path, browser.as_deref(), &typed).await? {
        Some(Entry::In(token, goal)) => Ok(entered(&app, &frame, token, goal)),
        Some(Entry::WrongCode) => link_page(&app, &request, &path, Some(&language), true).await,
        Some(Entry::Over) => over(frame, path.into_inner()),
        None => over(frame, String::new()),
    }
}

/// What serves no more; in one click another is sent to the same address, where there was one.
fn over(frame: Frame<'_>, token: String) -> Result<HttpResponse, Problem> {
    let action =
        if token.is_empty() { String::new() } else { format!("{}/sign-in/{token}", frame.base) };
    shown(StatusCode::GONE, &Over { own: Own(frame.language), action, frame })
}

/// `POST /sign-out`
pub(in crate::web) async fn out(
    app: Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let filled = Form::read(&app, payload).await?;
    let frame = Frame::new(&app, &request, "/".into(), Some(&filled.text("lang")));
    let mut answer = HttpResponse::SeeOther();
    answer.insert_header((LOCATION, frame.href("/")));
    answer.insert_header(("Cache-Control", "no-store"));
    if let Some(signed) = session::signed(&app, &request).await?
        && signed.sent(&app, &request, "/sign-out", &filled.text("mark"))
    {
        signed.end(&app).await?;
        session::drop(&app, &mut answer, session::SIGNED);
    }
    Ok(answer.finish())
}
