//! Who is signed in at the pages: a cookie that only this gateway reads, and what a form carries so that no other site can
//! send it.
//!
//! The routes of programs know no cookies: what a browser holds speaks for nobody there.

use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::{HttpRequest, HttpResponseBuilder};

use crate::casework::sessions::{self, Session};

use super::problem::Problem;
use super::{App, who};

/// What keeps somebody signed in.
pub(super) const SIGNED: &str = "habeas";
/// What tells the browser that asked for a link from every other.
pub(super) const ASKING: &str = "habeas-asking";

/// What is kept while somebody signs in at their issuer.
pub(super) const TRIP: &str = "habeas-trip";

/// Somebody who is signed in, and what their browser holds.
#[derive(Clone, Debug)]
pub(super) struct Signed {
    pub(super) session: Session,
    token: String,
}

impl Signed {
    /// What a form of this session carries.
    pub(super) fn mark(&self, app: &App, form: &str) -> String {
        sessions::form_mark(&app.office, &self.token, form)
    }

    /// Whether a form was made for this session, and not by another site in its name.
    pub(super) fn sent(&self, app: &App, request: &HttpRequest, form: &str, mark: &str) -> bool {
        is_from_here(request) && sessions::is_form_mark(&app.office, &self.token, form, mark)
    }

    /// Signs out.
    pub(super) async fn end(&self, app: &App) -> Result<(), Problem> {
        Ok(sessions::end(&app.office, &self.token).await?)
    }
}

/// Whoever is signed in. A cookie that opens nothing is nobody's, and passes the guard as nobody does.
pub(super) async fn signed(app: &App, request: &HttpRequest) -> Result<Option<Signed>, Problem> {
    let Some(token) = held(app, request, SIGNED) else { return Ok(None) };
    let found = sessions::find(&app.office, &token).await?;
    if found.is_none() {
        who::guard(app, request)?;
    }
    Ok(found.map(|session| Signed { session, token }))
}

/// Fetch Metadata: a browser says whether another site sends the form. One that says nothing is not held to it.
pub(super) fn is_from_here(request: &HttpRequest) -> bool {
    let site = request.headers().get("Sec-Fetch-Site").and_then(|value| value.to_str().ok());
    site.is_none_or(|site| matches!(site, "same-origin" | "none"))
}

/// What the browser holds under this name.
pub(super) fn held(app: &App, request: &HttpRequest, name: &str) -> Option<String> {
    request.cookie(&named(app, name)).map(|cookie| cookie.value().to_owned())
}

/// Lets the browser hold it until it is closed.
pub(super) fn keep(app: &App, answer: &mut HttpResponseBuilder, name: &str, value: String) {
    answer.cookie(cookie(app, name, value));
}

/// Lets the browser forget it.
pub(super) fn drop(app: &App, answer: &mut HttpResponseBuilder, name: &str) {
    let mut gone = cookie(app, name, String::new());
    gone.set_max_age(Duration::ZERO);
    answer.cookie(gone);
}

fn cookie(app: &App, name: &str, value: String) -> Cookie<'static> {
    Cookie::build(named(app, name), value)
        .path("/")
        .http_only(true)
        .secure(is_secure(app))
        .same_site(SameSite::Lax)
        .finish()
}

/// With `__Host-` a browser takes it from this host alone, and over TLS alone (RFC 6265bis, 4.1.3.2).
fn named(app: &App, name: &str) -> String {
    if is_secure(app) { format!("__Host-{name}") } else { name.to_owned() }
}

fn is_secure(app: &App) -> bool {
    app.office.signals.public_url.starts_with("https://")
}
