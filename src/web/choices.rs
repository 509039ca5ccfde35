//! Choices where the person is: a page behind a link, a component for a company's settings page, one-click unsubscribe,
//! and what the person's own software says. The same number of steps for everybody: nothing here knows a plan.

use actix_web::http::header::{ACCEPT, ACCEPT_LANGUAGE, HeaderMap, LOCATION};
use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use askama::Template;
use serde::Serialize;

use crate::casework::case::labels::{Beside, Came};
use crate::casework::objections::{choices, objecting};
use crate::domain::identity::Asker;
use crate::domain::name::PurposeId;
use crate::domain::objection::{Act, Assurance, Standing};
use crate::domain::right::PurposeKind;
use crate::domain::signal::{Adpc, is_gpc};
use crate::domain::time::Instant;
use crate::words::{Choices, Consents, Language};

use super::problem::Problem;
use super::view::Moment;
use super::view::objections::State;
use super::{App, Limits, answer, body, head, who};

const PAGE_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const BODY_BYTES_MAX: usize = 4096;
// Whoever holds the link that went to the person confirms by it.
const OBJECT: Act = Act::Object(Assurance::Confirmed);

#[derive(Template)]
#[template(path = "web/templates/choice.html")]
struct Page<'p> {
    say: Choices,
    title: &'p str,
    purpose_words: &'p str,
    then: String,
    state: String,
    doubt: String,
    buttons: Vec<(&'static str, String)>,
    signal: bool,
    controller: &'p str,
}

/// For a person whose link is broken.
#[derive(Template)]
#[template(path = "web/templates/lost.html")]
struct Lost<'p> {
    say: Choices,
    contact: &'p str,
}

/// The forms for a company's settings page.
#[derive(Template)]
#[template(path = "web/templates/choices.html")]
pub(super) struct Fragment {
    pub(super) say: Choices,
    pub(super) choices: Vec<Choice>,
}

/// One purpose in it.
pub(super) struct Choice {
    pub(super) purpose: String,
    pub(super) link: String,
    pub(super) title: String,
    pub(super) words: String,
    pub(super) said: Said,
    pub(super) objected: bool,
}

/// How saying no to a use is called: objecting, or where the use rests on consent, withdrawing it.
pub(super) struct Said {
    objected: String,
    not_objected: String,
    object: String,
    take_back: String,
    doubt: String,
}

impl Said {
    pub(super) fn to(kind: PurposeKind, language: Language) -> Self {
        if kind == PurposeKind::Consent {
            let say = Consents(language);
            return Self {
                objected: say.objected(),
                not_objected: say.not_objected(),
                object: say.object(),
                take_back: say.take_back(),
                doubt: say.doubt(),
            };
        }
        let say = Choices(language);
        Self {
            objected: say.objected(),
            not_objected: say.not_objected(),
            object: say.object(),
            take_back: say.take_back(),
            doubt: say.doubt(),
        }
    }
}

pub(super) fn then(kind: PurposeKind, language: Language, already_used: &str) -> String {
    if kind == PurposeKind::Consent {
        Consents(language).then(already_used)
    } else {
        Choices(language).then(already_used)
    }
}

fn accepts(request: &HttpRequest, kind: &str) -> bool {
    let accept = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok());
    accept.is_some_and(|kinds| kinds.contains(kind))
}

// No cookie and no header speaks for anybody here, only the link: other sites may read the answer.
fn plain(answer: &mut HttpResponseBuilder) -> &mut HttpResponseBuilder {
    answer
        .insert_header(("Cache-Control", "no-store"))
        .insert_header(("Access-Control-Allow-Origin", "*"))
}

fn link(app: &App, request: &HttpRequest, token: &str) -> Result<(Asker, PurposeId), Problem> {
    who::guard(app, request)?;
    let opened = choices::opened(&app.office, token);
    opened
        .ok_or(Problem::NotFound("this link is not complete; copy all of it, or ask for a new one"))
}

/// `GET /o/{token}`: shows, and changes nothing but what the browser's own signal asks for.
pub async fn page(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
) -> Result<HttpResponse, Problem> {
    let (asker, purpose) = match link(&app, &request, &path) {
        Err(Problem::NotFound(_)) if accepts(&request, "text/html") => return lost(&app, &request),
        opened => opened?,
    };
    let asked = signalled(&app, request.headers());
    let signal = asked.contains(&purpose) && !head::is_asked(&request);
    if signal {
        let beside = Some(Beside::by(Came::Signal));
        objecting::act(&app.office, asker.clone(), purpose.clone(), OBJECT, beside).await?;
    }
    let entry = choices::in_force(&app.office, &asker, &purpose).await?;
    if accepts(&request, "application/json") {
        return Ok(state(&purpose, entry.map(|objection| objection.since)));
    }
    let say = wanted(&request);
    let none = || Problem::NotFound("this purpose does not exist any more");
    let known = app.office.policies.purposes.get(&purpose).ok_or_else(none)?;
    let said = Said::to(known.kind, say.0);
    // Whoever reads this holds the link that went to the person: only they can say whether it was them.
    let buttons = match entry.as_ref().map(|objection| objection.assurance) {
        None => vec![("object", said.object)],
        Some(Assurance::Unverified) => vec![("confirm", say.confirm()), ("disown", say.disown())],
        Some(_) => vec![("take_back", said.take_back)],
    };
    let is_unverified = buttons.len() > 1;
    let page = Page {
        say,
        title: known.title.in_language(say.0),
        purpose_words: known.words.in_language(say.0),
        then: then(known.kind, say.0, known.already_used.in_language(say.0)),
        state: if entry.is_some() { said.objected } else { said.not_objected },
        doubt: if is_unverified { said.doubt } else { String::new() },
        buttons,
        signal,
        controller: &app.office.controller,
    };
    shown(&mut HttpResponse::Ok(), &page)
}

fn lost(app: &App, request: &HttpRequest) -> Result<HttpResponse, Problem> {
    let page = Lost { say: wanted(request), contact: &app.office.signals.contact };
    shown(&mut HttpResponse::NotFound(), &page)
}

fn shown(answer: &mut HttpResponseBuilder, page: &impl Template) -> Result<HttpResponse, Problem> {
    let html = page.render().map_err(|_| Problem::NotFound("this page cannot be shown"))?;
    Ok(answer
        .insert_header(("Cache-Control", "no-store"))
        .insert_header(("Vary", "Sec-GPC, ADPC, Accept, Accept-Language"))
        .insert_header(("Content-Security-Policy", PAGE_POLICY))
        .content_type("text/html; charset=utf-8")
        .body(html))
}

fn wanted(request: &HttpRequest) -> Choices {
    let values = request.headers().get_all(ACCEPT_LANGUAGE);
    let preferred = Language::preferred(values.filter_map(|value| value.to_str().ok()));
    Choices(preferred.unwrap_or_default())
}

fn state(purpose: &str, since: Option<Instant>) -> HttpResponse {
    let state = State { purpose, objected: since.is_some(), since: Moment::maybe(since) };
    answer::json(plain(&mut HttpResponse::Ok()), &state)
}

/// `POST /o/{token}`: the page's form, the component, and a mail program's one click (RFC 8058).
pub async fn choose(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    let (asker, purpose) = link(&app, &request, &path)?;
    let limits = Limits { body_bytes_max: BODY_BYTES_MAX, ..app.limits };
    let form = body::any(payload, limits).await?;
    let form = String::from_utf8_lossy(&form);
    let is_one_click = form.contains("One-Click") && form.contains("List-Unsubscribe");
    let act = match form.split('&').find_map(|part| part.trim().strip_prefix("act=")) {
        Some("take_back") => Act::TakeBack,
        Some("confirm") => Act::Confirm,
        Some("disown") => Act::Disown,
        Some("object") => OBJECT,
        _ if is_one_click => OBJECT,
        _ => {
            return Err(Problem::BadRequest(
                "send a form with act=object, take_back, confirm or disown, or List-Unsubscribe=One-Click".into(),
            ));
        }
    };
    let beside = Some(Beside::by(Came::Link));
    let (objection, _) = objecting::act(&app.office, asker, purpose.clone(), act, beside).await?;
    let since = objection.filter(|o| o.standing == Standing::InForce).map(|o| o.since);
    if accepts(&request, "application/json") {
        return Ok(state(&purpose, since));
    }
    if is_one_click {
        return Ok(plain(&mut HttpResponse::Ok()).content_type("text/plain").body("recorded\n"));
    }
    Ok(HttpResponse::SeeOther().insert_header((LOCATION, request.path())).finish())
}

/// Purposes that the headers of the person's software object to.
pub(super) fn signalled(app: &App, headers: &HeaderMap) -> Vec<PurposeId> {
    fn values<'h>(headers: &'h HeaderMap, name: &'h str) -> impl Iterator<Item = &'h str> {
        headers.get_all(name).filter_map(|value| value.to_str().ok())
    }
    let adpc = Adpc::parse(values(headers, "ADPC"));
    let gpc = is_gpc(values(headers, "Sec-GPC"));
    let asks = |id: &str, kind: PurposeKind| {
        let marketing =
            kind == PurposeKind::DirectMarketing && adpc.ids.contains("direct-marketing");
        let by_gpc = gpc && app.office.signals.gpc.iter().any(|purpose| purpose == id);
        marketing || by_gpc || adpc.everything || adpc.ids.contains(id)
    };
    let purposes = app.office.policies.purposes.all();
    purposes.filter(|p| asks(&p.id, p.kind)).map(|p| p.id.clone()).collect()
}

/// `GET /habeas-choices.js`
pub async fn component() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(("Cache-Control", "public, max-age=3600"))
        .insert_header(("Access-Control-Allow-Origin", "*"))
        .content_type("text/javascript; charset=utf-8")
        .body(include_str!("habeas-choices.js"))
}

/// As the specification of GPC has it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Support<'s> {
    gpc: bool,
    last_update: &'s str,
}

/// `GET /.well-known/gpc.json`
pub async fn gpc(app: Data<App>) -> HttpResponse {
    let signals = &app.office.signals;
    let support = Support { gpc: !signals.gpc.is_empty(), last_update: &signals.last_update };
    answer::json(&mut HttpResponse::Ok(), &support)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(kind: PurposeKind, language: Language, state: Option<Assurance>) -> String {
        let (say, said) = (Choices(language), Said::to(kind, language));
        let (buttons, doubt) = match state {
            None => (vec![("object", said.object)], String::new()),
            Some(Assurance::Unverified) => {
                (vec![("confirm", say.confirm()), ("disown", say.disown())], said.doubt)
            }
            Some(_) => (vec![("take_back", said.take_back)], String::new()),
        };
        let page = Page {
            say,
            title: "Training <models>",
            purpose_words: "Your chats are used to train models.",
            then: then(kind, language, "what was learned before stays."),
            state: if state.is_some() { said.objected } else { said.not_objected },
            doubt,
            buttons,
            signal: state.is_some(),
            controller: "Example & Sons",
        };
        page.render().unwrap()
    }

    #[test]
    fn pages_in_every_language() {
        for language in Language::ALL {
            let code = language.code();
            for (name, state) in [
                ("not_objected", None),
                ("confirmed", Some(Assurance::Confirmed)),
                ("unverified", Some(Assurance::Unverified)),
            ] {
                let objection = page(PurposeKind::AiTraining, language, state);
                insta::assert_snapshot!(format!("{name}.{code}"), objection);
                let consent = page(PurposeKind::Consent, language, state);
                insta::assert_snapshot!(format!("consent_{name}.{code}"), consent);
            }
            let lost = Lost { say: Choices(language), contact: "dpo@example.org" };
            insta::assert_snapshot!(format!("lost.{code}"), lost.render().unwrap());
            let choice = |kind, objected| Choice {
                purpose: "ai_training".into(),
                link: "https://example.org/o/abc".into(),
                title: "Training".into(),
                words: "Your chats are used to train models.".into(),
                said: Said::to(kind, language),
                objected,
            };
            let (objection, consent) = (PurposeKind::AiTraining, PurposeKind::Consent);
            let choices =
                vec![choice(objection, false), choice(objection, true), choice(consent, false)];
            let fragment = Fragment { say: Choices(language), choices };
            insta::assert_snapshot!(format!("component.{code}"), fragment.render().unwrap());
        }
    }
}
