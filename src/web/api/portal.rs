//! Links into the portal, for a company's own application: one use, a minute.

use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::json;

use crate::auth::Scope;
use crate::casework::intake::ask::Labels;
use crate::casework::sessions::{Session, ways_in};
use crate::domain::address;
use crate::domain::identity::{Asker, Personal};
use crate::objections::person;
use crate::web::problem::Problem;
use crate::web::{App, body, who};
use crate::words::Language;

use super::requests::private;

const SUB_BYTES_MAX: usize = 512;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whose {
    subject: String,
    issuer: Option<String>,
    email: Option<Email>,
    language: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Email {
    address: String,
    verified: bool,
}

/// `POST /v1/portal/sessions`: the company vouches for the account, and for the address if it has verified it.
pub async fn sessions(
    app: Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    who::pipeline(&app, &request, Scope::PortalLink).await?;
    let (whose, _) = body::json::<Whose>(&request, payload, app.limits).await?;
    let wrong = |pointer, detail: &str| Problem::Unprocessable { pointer, detail: detail.into() };
    if !(1..=SUB_BYTES_MAX).contains(&whose.subject.len()) {
        return Err(wrong("#/subject", "name the account by its `sub`, of 1 to 512 bytes"));
    }
    person::subject(&whose.subject).map_err(|why| wrong("#/subject", &why.to_string()))?;
    let issuer = super::check::issuer(&app, whose.issuer.as_deref());
    let issuer = issuer.map_err(super::check::no_issuer)?.to_owned();
    let email = whose.email.map(|email| match address::exact(&email.address) {
        None => Err(wrong("#/email/address", "this is not an e-mail address")),
        Some(address) => Ok(email.verified.then(|| Personal::new(address))),
    });
    let email = email.transpose()?.flatten();
    let asker = Asker::Account { issuer, sub: Personal::new(whose.subject), email };
    let session = Session { asker, labels: Labels::default() };
    let language = Language::preferred(whose.language.as_deref().into_iter());
    let (token, expires) = ways_in::by_company(&app.office, session, ways_in::HANDED_MS).await?;
    let base = app.office.signals.public_url.trim_end_matches('/');
    let lang = language.map(|language| format!("?lang={}", language.code())).unwrap_or_default();
    let url = format!("{base}/sign-in/{token}{lang}");
    Ok(private(&mut HttpResponse::Created())
        .json(json!({ "url": url, "expires": expires.rfc3339() })))
}
