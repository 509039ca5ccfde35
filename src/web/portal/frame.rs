//! What the pages share: the frame around them, how they are sent, and how a form is read.

use std::sync::LazyLock;

use actix_web::http::StatusCode;
use actix_web::http::header::{ACCEPT, ACCEPT_LANGUAGE, LOCATION};
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::audit::hex::hex;
use crate::audit::merkle::Hash;
use crate::domain::address;
use crate::words::{Cited, Language, Law, Own, Portal};

use crate::web::api::query::decoded;
use crate::web::problem::Problem;
use crate::web::session::Signed;
use crate::web::{App, Limits, body};

const SHEET: &str = include_str!("sheet.css");
const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
const FORM_BYTES_MAX: usize = 64 * 1024;

/// What the style sheet is called: another sheet has another name.
pub(in crate::web) static SHEET_NAME: LazyLock<String> = LazyLock::new(|| {
    let hash = hex(&Hash::of(SHEET.as_bytes()).0);
    format!("portal-{}.css", hash.get(..12).unwrap_or_default())
});

/// The style sheet.
pub(in crate::web) async fn sheet() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(("Cache-Control", "public, max-age=31536000, immutable"))
        .content_type("text/css; charset=utf-8")
        .body(SHEET)
}

/// What is the same on every page.
pub(super) struct Frame<'p> {
    pub(super) say: Portal,
    pub(super) language: Language,
    /// Whose provisions are cited.
    pub(super) law: Law,
    /// The path under which the gateway is reached from outside, without a slash at its end.
    pub(super) base: String,
    /// This page, with its query but for the language.
    pub(super) here: String,
    pub(super) controller: &'p str,
    pub(super) contact: &'p str,
    /// What the form carries that signs out; nothing for whoever is not signed in.
    pub(super) sign_out: Option<String>,
}

impl<'p> Frame<'p> {
    /// In the language that was chosen on a page before, or that the person's software likes best.
    pub(super) fn new(
        app: &'p App,
        request: &HttpRequest,
        here: String,
        chosen: Option<&str>,
    ) -> Self {
        let values = request.headers().get_all(ACCEPT_LANGUAGE);
        let preferred = || Language::preferred(values.filter_map(|value| value.to_str().ok()));
        let language = chosen.and_then(Language::parse).or_else(preferred).unwrap_or_default();
        let url = &app.office.signals.public_url;
        let path = url.split_once("://").and_then(|(_, rest)| rest.split_once('/'));
        let path = path.map_or("", |(_, path)| path.trim_end_matches('/'));
        Self {
            say: Portal(language),
            language,
            law: app.office.policies.regime.law(),
            base: if path.is_empty() { String::new() } else { format!("/{path}") },
            here,
            controller: &app.office.controller,
            contact: &app.office.signals.contact,
            sign_out: None,
        }
    }

    /// The same for somebody who is signed in.
    #[must_use]
    pub(super) fn of(mut self, app: &App, signed: &Signed) -> Self {
        self.sign_out = Some(signed.mark(app, "/sign-out"));
        self
    }

    /// The same for whoever it is.
    #[must_use]
    pub(super) fn with(self, app: &App, signed: Option<&Signed>) -> Self {
        match signed {
            Some(signed) => self.of(app, signed),
            None => self,
        }
    }

    /// What names an article of the law.
    pub(super) fn cited(&self) -> Cited {
        Cited(self.language, self.law)
    }

    /// What stands on a person's own pages.
    pub(super) fn own(&self) -> Own {
        Own(self.language)
    }

    /// The address of a page, in this language.
    pub(super) fn href(&self, path: &str) -> String {
        self.in_language(path, self.language)
    }

    fn in_language(&self, path: &str, language: Language) -> String {
        let mark = if path.contains('?') { '&' } else { '?' };
        format!("{}{path}{mark}lang={}", self.base, language.code())
    }

    /// This page in every language.
    pub(super) fn languages(&self) -> Vec<(Language, String)> {
        Language::ALL.map(|language| (language, self.in_language(&self.here, language))).to_vec()
    }

    /// What a language calls itself.
    #[expect(clippy::unused_self, reason = "for templates")]
    pub(super) fn named(&self, language: Language) -> String {
        Portal(language).own_name()
    }

    #[expect(clippy::unused_self, reason = "for templates")]
    pub(super) fn sheet(&self) -> &'static str {
        &SHEET_NAME
    }
}

/// One line of a list, with what can be done about it.
pub(super) struct Row {
    pub(super) title: String,
    pub(super) words: String,
    pub(super) act: String,
    pub(super) href: String,
}

/// For whoever finds nothing, or no room.
#[derive(Template)]
#[template(path = "web/templates/portal_nothing.html")]
pub(super) struct Nothing<'p> {
    pub(super) frame: Frame<'p>,
    pub(super) heading: String,
    pub(super) words: String,
    pub(super) again: Vec<(&'static str, String)>,
}

pub(super) fn shown(status: StatusCode, page: &impl Template) -> Result<HttpResponse, Problem> {
    let html = page.render().map_err(|_| Problem::NotFound("this page cannot be shown"))?;
    Ok(HttpResponse::build(status)
        .insert_header(("Cache-Control", "no-store"))
        .insert_header(("Vary", "Accept-Language"))
        .insert_header(("Content-Security-Policy", POLICY))
        .content_type("text/html; charset=utf-8")
        .body(html))
}

pub(super) fn see_other(href: String) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((LOCATION, href))
        .insert_header(("Cache-Control", "no-store"))
        .finish()
}

/// Whether a browser asks, and wants to show it.
pub(in crate::web) fn is_for_a_browser(request: &HttpRequest) -> bool {
    let accept = request.headers().get(ACCEPT).and_then(|value| value.to_str().ok());
    accept.is_some_and(|kinds| kinds.contains("text/html"))
}

/// Nothing is here, and nobody learns whether there ever was.
pub(in crate::web) fn nothing(app: &App, request: &HttpRequest) -> Result<HttpResponse, Problem> {
    let frame =
        Frame::new(app, request, "/".into(), value(request.query_string(), "lang").as_deref());
    let (heading, words) = (frame.say.nothing(), frame.say.nothing_why(frame.contact));
    shown(StatusCode::NOT_FOUND, &Nothing { frame, heading, words, again: Vec::new() })
}

/// A value of a query or a form. Whatever else there is may be anybody's and is not read.
pub(super) fn value(encoded: &str, name: &str) -> Option<String> {
    let mut parts = encoded.split('&').filter_map(|part| part.split_once('='));
    parts.find(|(key, _)| *key == name).and_then(|(_, value)| decoded(value))
}

/// The fields of a form.
pub(in crate::web) struct Form(String);

impl Form {
    pub(in crate::web) async fn read(app: &App, payload: Payload) -> Result<Self, Problem> {
        let limits = Limits { body_bytes_max: FORM_BYTES_MAX, ..app.limits };
        let bytes = body::any(payload, limits).await?;
        let text = std::str::from_utf8(&bytes);
        let text = text.map_err(|_| Problem::BadRequest("the form is not in UTF-8".into()))?;
        Ok(Self(text.to_owned()))
    }

    pub(in crate::web) fn text(&self, name: &str) -> String {
        value(&self.0, name).unwrap_or_default()
    }

    /// Every value of a field that can be ticked more than once.
    pub(super) fn all(&self, name: &str) -> Vec<String> {
        let parts = self.0.split('&').filter_map(|part| part.split_once('='));
        let own = parts.filter(|(key, _)| *key == name);
        own.filter_map(|(_, value)| decoded(value)).collect()
    }

    /// Words as they were meant: without what nobody can read.
    pub(super) fn words(&self) -> String {
        let words = self.text("words").replace("\r\n", "\n");
        words.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
    }

    /// An address, if it can be one.
    pub(super) fn address(&self) -> Option<String> {
        address::exact(self.text("email").trim())
    }
}
