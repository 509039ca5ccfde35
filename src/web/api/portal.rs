//! Links into the portal, for a company's own application: one use, a minute.

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde::{Deserialize, Serialize};

use crate::casework::intake::ask::Labels;
use crate::casework::sessions::{Session, ways_in};
use crate::domain::address;
use crate::domain::identity::{Asker, Personal};
use crate::objections::person;
use crate::web::problem::Problem;
use crate::web::view::Moment;
use crate::web::who::{PortalLinks, Sent};
use crate::web::{App, answer};
use crate::words::Language;

const SUB_BYTES_MAX: usize = 512;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct Whose {
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

/// A link that one browser follows once.
#[derive(Serialize)]
struct WayIn {
    url: String,
    expires: Moment,
}

/// `POST /v1/portal/sessions`: the company vouches for the account, and for the address if it has verified it.
pub(in crate::web) async fn sessions(
    app: Data<App>,
    Sent { body: whose, .. }: Sent<PortalLinks, Whose>,
) -> Result<HttpResponse, Problem> {
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
    let way = WayIn { url, expires: Moment(expires) };
    Ok(answer::told(&mut HttpResponse::Created(), &way))
}
