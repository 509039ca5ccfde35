//! Saying no to one use: the page of the purpose, one field, one button, and it is in force (R-OBJ-1, invariant 8).

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::casework::CaseworkError;
use crate::casework::case::slips;
use crate::casework::intake::ask::{Ask, Came};
use crate::casework::objections::choices;
use crate::casework::sessions::ways_in::Goal;
use crate::domain::id::Reference;
use crate::domain::identity::Personal;
use crate::domain::right::{PurposeKind, Right, Scope};
use crate::policy::purposes::Purpose;
use crate::web::choices::then;
use crate::web::problem::Problem;
use crate::web::session::{self, Signed};
use crate::web::{App, entry, who};

use super::frame::{Form, Frame, nothing, see_other, shown, value};
use super::own::ended;
use super::sender::{NotSent, Sender};
use super::start;

#[derive(Template)]
#[template(path = "web/templates/portal_object.html")]
struct Page<'p> {
    frame: Frame<'p>,
    title: &'p str,
    words: &'p str,
    act: String,
    already_used: String,
    basis: String,
    is_weighed: bool,
    action: String,
    /// What the form of somebody carries who is signed in; then no address is asked for.
    mark: Option<String>,
    wrong: bool,
    email: String,
    said: String,
}

#[derive(Template)]
#[template(path = "web/templates/portal_recorded.html")]
struct Recorded<'p> {
    frame: Frame<'p>,
    heading: String,
    title: &'p str,
    reference: String,
    is_weighed: bool,
    is_undone: bool,
    is_signed: bool,
    others: Vec<(String, String)>,
}

fn known<'a>(app: &'a App, id: &str) -> Option<&'a Purpose> {
    app.office.policies.purposes.get(id)
}

/// `GET /object/{purpose}`
pub(in crate::web) async fn page(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let Some(purpose) = known(&app, &path) else { return nothing(&app, &request) };
    let chosen = value(request.query_string(), "lang");
    let signed = session::signed(&app, &request).await?;
    form(&app, &request, purpose, chosen.as_deref(), signed.as_ref(), None)
}

/// The form, as it was filled in if something is wrong.
fn form(
    app: &App,
    request: &HttpRequest,
    purpose: &Purpose,
    language: Option<&str>,
    signed: Option<&Signed>,
    filled: Option<&Form>,
) -> Result<HttpResponse, Problem> {
    let here = format!("/object/{}", purpose.id);
    let frame = Frame::new(app, request, here.clone(), language).with(app, signed);
    let status = if filled.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = Page {
        title: purpose.title.in_language(frame.language),
        words: purpose.words.in_language(frame.language),
        act: match purpose.kind {
            PurposeKind::Consent => frame.say.withdraw_this(),
            PurposeKind::DirectMarketing
            | PurposeKind::AiTraining
            | PurposeKind::LegitimateInterest
            | PurposeKind::Research => frame.say.object_this(),
        },
        already_used: then(
            purpose.kind,
            frame.language,
            purpose.already_used.in_language(frame.language),
        ),
        basis: match purpose.letter() {
            Some(letter) => frame.cited().basis(letter),
            None => frame.cited().basis_otherwise(&purpose.legal_basis),
        },
        is_weighed: !purpose.kind.is_unconditional(),
        action: frame.href(&here),
        mark: signed.map(|signed| signed.mark(app, &here)),
        wrong: filled.is_some(),
        email: filled.map(|form| form.text("email")).unwrap_or_default(),
        said: filled.map(Form::words).unwrap_or_default(),
        frame,
    };
    shown(status, &page)
}

/// `POST /object/{purpose}`: in force before the page says so. A repeat changes nothing (R-OBJ-4).
pub(in crate::web) async fn send(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    who::guard(&app, &request)?;
    let Some(purpose) = known(&app, &path) else { return nothing(&app, &request) };
    let filled = Form::read(&app, payload).await?;
    let language = filled.text("lang");
    let signed = session::signed(&app, &request).await?;
    let sender = match Sender::of(
        &app,
        &request,
        signed.as_ref(),
        &filled,
        &format!("/object/{}", purpose.id),
    ) {
        Ok(sender) => sender,
        Err(NotSent::Elsewhere) => {
            return ended(&app, &request, Goal::Choices, &language);
        }
        Err(NotSent::NoAddress) => {
            return form(&app, &request, purpose, Some(&language), None, Some(&filled));
        }
    };
    let frame = Frame::new(&app, &request, String::new(), Some(&language));
    let is_consent = purpose.kind == PurposeKind::Consent;
    let words = filled.words();
    let ask = Ask {
        entered: None,
        asker: sender.asker,
        right: if is_consent { Right::ConsentWithdrawal } else { Right::Objection },
        scope: Scope { purposes: [purpose.id.clone()].into(), ..Scope::default() },
        message: (!words.trim().is_empty()).then(|| Personal::new(words)),
        language: Some(frame.language.code().to_owned()),
        country: None,
        labels: sender.labels,
        came: Came::Page,
        ticket: None,
        idempotency: None,
    };
    let opened = entry::open(&app, ask, None).await?;
    let (id, slip) = (opened.reference, slips::slip(&app.office, opened.reference));
    Ok(see_other(frame.href(&format!("/object/{}/{id}?t={slip}", purpose.id))))
}

/// `GET /object/{purpose}/{ref}`: what was recorded, for the browser that sent it.
pub(in crate::web) async fn recorded(
    app: Data<App>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Problem> {
    let (id, reference) = path.into_inner();
    told(&app, &request, &id, &reference, false).await
}

async fn told(
    app: &App,
    request: &HttpRequest,
    id: &str,
    reference: &str,
    is_undone: bool,
) -> Result<HttpResponse, Problem> {
    let slip = value(request.query_string(), "t").unwrap_or_default();
    let (Some(purpose), Ok(reference)) = (known(app, id), reference.parse::<Reference>()) else {
        return nothing(app, request);
    };
    let seen = match slips::seen(&app.office, reference, &slip).await {
        Err(CaseworkError::NoSuchCase) => return nothing(app, request),
        seen => seen?,
    };
    let chosen = value(request.query_string(), "lang");
    let here = format!("/object/{id}/{reference}?t={slip}");
    let signed = session::signed(app, request).await?;
    let frame = Frame::new(app, request, here, chosen.as_deref()).with(app, signed.as_ref());
    let others = app.office.policies.purposes.all().filter(|other| other.id != id);
    let others = others.map(|other| {
        let title = other.title.in_language(frame.language).to_owned();
        (
            format!("{}: {title}", start::act(frame.say, other.kind)),
            frame.href(&format!("/object/{}", other.id)),
        )
    });
    let others = others.collect();
    let page = Recorded {
        heading: if is_undone { frame.say.undone_title() } else { frame.say.recorded() },
        title: purpose.title.in_language(frame.language),
        reference: seen.reference.to_string(),
        is_weighed: !purpose.kind.is_unconditional(),
        is_undone,
        is_signed: seen.is_verified,
        others,
        frame,
    };
    shown(StatusCode::OK, &page)
}

/// `POST /object/{purpose}/{ref}`: undoes it, for the browser that sent it.
pub(in crate::web) async fn undo(
    app: Data<App>,
    request: HttpRequest,
    path: Path<(String, String)>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    who::guard(&app, &request)?;
    let (id, reference) = path.into_inner();
    Form::read(&app, payload).await?;
    let slip = value(request.query_string(), "t").unwrap_or_default();
    let (Some(_), Ok(parsed)) = (known(&app, &id), reference.parse::<Reference>()) else {
        return nothing(&app, &request);
    };
    match choices::undo(&app.office, parsed, &slip, &id.as_str().into()).await {
        Err(CaseworkError::NoSuchCase) => return nothing(&app, &request),
        done => done?,
    }
    told(&app, &request, &id, &reference, true).await
}
