//! Every other right: which one, in whose words, where we find them; then a look at it, and it is sent.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::audit::merkle::Hash;
use crate::casework::CaseworkError;
use crate::casework::case::slips;
use crate::casework::intake::ask::{Ask, Came};
use crate::casework::sessions::ways_in::Goal;
use crate::domain::id::Reference;
use crate::domain::identity::Personal;
use crate::domain::right::{Right, Scope};
use crate::web::problem::Problem;
use crate::web::session::{self, Signed};
use crate::web::{App, entry, who};
use crate::words::{Portal, weekday_and_day};

use super::frame::{Form, Frame, Nothing, Row, nothing, see_other, shown, value};
use super::own::ended;
use super::sender::{NotSent, Sender};
use super::start;

#[derive(Template)]
#[template(path = "web/templates/portal_rights.html")]
struct Rights<'p> {
    frame: Frame<'p>,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "web/templates/portal_ask.html")]
struct Page<'p> {
    frame: Frame<'p>,
    title: String,
    words: String,
    right: Right,
    back: String,
    action: String,
    /// What the form of somebody carries who is signed in; then no address is asked for.
    mark: Option<String>,
    wrong: bool,
    email: String,
    said: String,
}

#[derive(Template)]
#[template(path = "web/templates/portal_check.html")]
struct Check<'p> {
    frame: Frame<'p>,
    title: String,
    right: Right,
    action: String,
    mark: Option<String>,
    email: String,
    said: String,
    due: &'p str,
    key: String,
    ticket: String,
}

#[derive(Template)]
#[template(path = "web/templates/portal_sent.html")]
struct Sent<'p> {
    frame: Frame<'p>,
    reference: String,
    due: &'p str,
    next: String,
    follow: &'p str,
    steps: Vec<String>,
}

/// What somebody asks for who chooses this.
fn meaning(say: Portal, right: Right) -> String {
    match right {
        Right::Access => say.access_means(),
        Right::Rectification => say.rectification_means(),
        Right::Erasure => say.erasure_means(),
        Right::Restriction => say.restriction_means(),
        Right::Portability => say.portability_means(),
        Right::Objection => say.no_account(),
        Right::AutomatedDecisionReview => say.automated_means(),
        Right::ConsentWithdrawal => say.consent_means(),
        Right::Other => say.unsure_means(),
    }
}

/// `GET /request`: which right, or the form of one.
pub(in crate::web) async fn page(
    app: Data<App>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query = request.query_string();
    let chosen = value(query, "lang");
    let signed = session::signed(&app, &request).await?;
    let signed = signed.as_ref();
    match value(query, "right").as_deref().map(Right::parse) {
        Some(Some(Right::Objection)) => {
            let frame = Frame::new(&app, &request, "/".into(), chosen.as_deref());
            Ok(see_other(frame.href("/")))
        }
        Some(Some(right)) => form(&app, &request, right, chosen.as_deref(), Filled::new(signed)),
        Some(None) => nothing(&app, &request),
        None => {
            let frame = Frame::new(&app, &request, "/request".into(), chosen.as_deref());
            let frame = frame.with(&app, signed);
            let rows = start::asked_for().map(|right| Row {
                title: start::title(frame.say, right),
                words: meaning(frame.say, right),
                act: frame.say.choose(),
                href: start::address(&frame, right),
            });
            let rows = rows.into_iter().collect();
            shown(StatusCode::OK, &Rights { frame, rows })
        }
    }
}

/// Who fills it in, what was filled in, and whether something of it is wrong.
#[derive(Clone, Copy)]
struct Filled<'f> {
    signed: Option<&'f Signed>,
    form: Option<&'f Form>,
    is_wrong: bool,
}

impl<'f> Filled<'f> {
    /// Nothing yet.
    fn new(signed: Option<&'f Signed>) -> Self {
        Self { signed, form: None, is_wrong: false }
    }
}

fn form(
    app: &App,
    request: &HttpRequest,
    right: Right,
    language: Option<&str>,
    filled: Filled<'_>,
) -> Result<HttpResponse, Problem> {
    let Filled { signed, form, is_wrong: wrong } = filled;
    let frame = Frame::new(app, request, format!("/request?right={right}"), language);
    let frame = frame.with(app, signed);
    let page = Page {
        title: start::title(frame.say, right),
        words: meaning(frame.say, right),
        right,
        back: frame.href("/request"),
        action: frame.href("/request"),
        mark: signed.map(|signed| signed.mark(app, "/request")),
        wrong,
        email: form.map(|form| form.text("email")).unwrap_or_default(),
        said: form.map(Form::words).unwrap_or_default(),
        frame,
    };
    shown(if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK }, &page)
}

/// `POST /request`: looks at the answers, changes them, or sends them. Sent twice it is one request.
pub(in crate::web) async fn send(
    app: Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    who::guard(&app, &request)?;
    let filled = Form::read(&app, payload).await?;
    let language = filled.text("lang");
    let right = Right::parse(&filled.text("right")).filter(|right| *right != Right::Objection);
    let Some(right) = right else { return nothing(&app, &request) };
    let signed = session::signed(&app, &request).await?;
    let of = |is_wrong| Filled { signed: signed.as_ref(), form: Some(&filled), is_wrong };
    let sender = match Sender::of(&app, &request, signed.as_ref(), &filled, "/request") {
        Ok(sender) => sender,
        Err(NotSent::Elsewhere) => return ended(&app, &request, Goal::Requests, &language),
        Err(NotSent::NoAddress) => {
            return form(&app, &request, right, Some(&language), of(true));
        }
    };
    match filled.text("step").as_str() {
        "send" => open(&app, &request, right, sender, &filled).await,
        "check" => check(&app, &request, right, of(false)),
        _ => form(&app, &request, right, Some(&language), of(false)),
    }
}

fn check(
    app: &App,
    request: &HttpRequest,
    right: Right,
    filled: Filled<'_>,
) -> Result<HttpResponse, Problem> {
    let Filled { signed, form: Some(form), .. } = filled else { return nothing(app, request) };
    let here = format!("/request?right={right}");
    let frame = Frame::new(app, request, here, Some(&form.text("lang"))).with(app, signed);
    let (due, _) = start::due_today(app, &frame);
    let page = Check {
        title: start::title(frame.say, right),
        right,
        action: frame.href("/request"),
        mark: signed.map(|signed| signed.mark(app, "/request")),
        email: form.address().unwrap_or_default(),
        said: form.words(),
        due: &due,
        key: slips::form_key(),
        ticket: String::new(),
        frame,
    };
    shown(StatusCode::OK, &page)
}

async fn open(
    app: &App,
    request: &HttpRequest,
    right: Right,
    sender: Sender,
    filled: &Form,
) -> Result<HttpResponse, Problem> {
    let frame = Frame::new(app, request, "/".into(), Some(&filled.text("lang")));
    let (words, key) = (filled.words(), filled.text("key"));
    let (asker, is_signed) = (sender.asker, sender.is_signed);
    let address = filled.address().unwrap_or_default();
    // A ticket that no longer counts dates nothing, and costs nothing else.
    let ticket = entry::redeemed(app, &filled.text("ticket"), &asker, right).ok();
    let body = Hash::of([right.code(), &address, &words].join("\n").as_bytes()).0;
    let ask = Ask {
        entered: None,
        asker,
        right,
        scope: Scope::default(),
        message: (!words.trim().is_empty()).then(|| Personal::new(words.clone())),
        language: Some(frame.language.code().to_owned()),
        country: None,
        labels: sender.labels,
        came: Came::Page,
        ticket: ticket.as_ref().map(|(ticket, _)| *ticket),
        idempotency: (!key.is_empty()).then(|| (Personal::new(key.clone()), body)),
    };
    match entry::open(app, ask, ticket.map(|(_, text)| text)).await {
        Ok(opened) if is_signed => {
            Ok(see_other(frame.href(&format!("/requests/{}?done=1", opened.reference))))
        }
        Ok(opened) => {
            let (id, slip) = (opened.reference, slips::slip(&app.office, opened.reference));
            Ok(see_other(frame.href(&format!("/request/{id}?t={slip}"))))
        }
        Err(Problem::Ticketed(kept)) => {
            let again = vec![
                ("lang", frame.language.code().to_owned()),
                ("right", right.code().to_owned()),
                ("words", words),
                ("email", address),
                ("mark", filled.text("mark")),
                ("key", key),
                ("ticket", kept.ticket.clone()),
                ("step", "send".to_owned()),
            ];
            let (heading, words) = (frame.say.full(), frame.say.full_why());
            shown(StatusCode::SERVICE_UNAVAILABLE, &Nothing { frame, heading, words, again })
        }
        Err(other) => Err(other),
    }
}

/// `GET /request/{ref}`: what was sent, for the browser that sent it.
pub(in crate::web) async fn sent(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let slip = value(request.query_string(), "t").unwrap_or_default();
    let Ok(reference) = path.parse::<Reference>() else { return nothing(&app, &request) };
    let seen = match slips::seen(&app.office, reference, &slip).await {
        Err(CaseworkError::NoSuchCase) => return nothing(&app, &request),
        seen => seen?,
    };
    let chosen = value(request.query_string(), "lang");
    let here = format!("/request/{reference}?t={slip}");
    let frame = Frame::new(&app, &request, here, chosen.as_deref());
    let due = weekday_and_day(frame.language, seen.due);
    let follow = format!("/requests/{reference}");
    let page = Sent {
        reference: seen.reference.to_string(),
        due: &due,
        next: frame.say.next_confirm(frame.contact),
        follow: &follow,
        steps: seen
            .steps
            .iter()
            .map(|step| step.told(frame.language, app.office.policies.regime.law()))
            .collect(),
        frame,
    };
    shown(StatusCode::OK, &page)
}
