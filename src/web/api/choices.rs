//! Choices for a company's own pages, and what a person's software says.

use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template as _;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::auth::Scope;
use crate::casework::case::labels::{Beside, Came, Labels};
use crate::casework::objections::{choices, objecting};
use crate::domain::address;
use crate::domain::identity::{Asker, Personal};
use crate::domain::objection::{Act, Assurance, Standing};
use crate::objections::person;
use crate::web::choices::{Choice, Fragment, Said, signalled};
use crate::web::problem::Problem;
use crate::web::{App, body, who};
use crate::words::{Choices, Language};

use super::requests::private;

const SUB_BYTES_MAX: usize = 512;

/// The body: who, and in which language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whose {
    subject: Option<String>,
    email: Option<String>,
    issuer: Option<String>,
    language: Option<String>,
}

/// `POST /v1/objections/choices`
pub async fn mint(
    app: Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    who::pipeline(&app, &request, Scope::ObjectionsLink).await?;
    let (whose, _) = body::json::<Whose>(&request, payload, app.limits).await?;
    let asker = asker(&app, &whose)?;
    let language = Language::preferred(whose.language.as_deref().into_iter()).unwrap_or_default();
    let base = app.office.signals.public_url.trim_end_matches('/');
    let (mut items, mut parts) = (Vec::<Value>::new(), Vec::new());
    for purpose in app.office.policies.purposes.all() {
        let link = format!("{base}/o/{}", choices::token(&app.office, &asker, &purpose.id)?);
        let entry = choices::in_force(&app.office, &asker, &purpose.id).await?;
        let since = entry.as_ref().map(|objection| objection.since);
        items.push(json!({
            "purpose": purpose.id,
            "kind": purpose.kind,
            "title": purpose.title.in_language(language),
            "objected": since.is_some(),
            "since": since.map(crate::domain::time::Instant::rfc3339),
            "assurance": entry.map(|objection| objection.assurance),
            "link": link,
        }));
        parts.push(Choice {
            purpose: purpose.id.to_string(),
            link,
            title: purpose.title.in_language(language).to_owned(),
            words: purpose.words.in_language(language).to_owned(),
            said: Said::to(purpose.kind, language),
            objected: since.is_some(),
        });
    }
    let html = Fragment { say: Choices(language), choices: parts }.render();
    let html = html.map_err(|_| Problem::NotFound("the choices cannot be shown"))?;
    Ok(private(&mut HttpResponse::Ok()).json(json!({ "items": items, "html": html })))
}

fn asker(app: &App, whose: &Whose) -> Result<Asker, Problem> {
    match (&whose.subject, &whose.email) {
        (Some(sub), None) if (1..=SUB_BYTES_MAX).contains(&sub.len()) => {
            person::subject(sub).map_err(|why| Problem::Unprocessable {
                pointer: "#/subject",
                detail: why.to_string(),
            })?;
            let issuer = super::check::issuer(app, whose.issuer.as_deref());
            Ok(Asker::Account {
                issuer: issuer.map_err(super::check::no_issuer)?.to_owned(),
                sub: Personal::new(sub.clone()),
                email: None,
            })
        }
        (None, Some(email)) => {
            let detail = "this is not an e-mail address".to_owned();
            let address = address::exact(email)
                .ok_or(Problem::Unprocessable { pointer: "#/email", detail })?;
            Ok(Asker::Address(Personal::new(address)))
        }
        _ => Err(Problem::Unprocessable {
            pointer: "#/subject",
            detail: "name the person by `subject` (up to 512 bytes) or by `email`".into(),
        }),
    }
}

/// The body: two accounts of one person.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Merge {
    from: Whose,
    into: Whose,
}

/// `POST /v1/objections/merges`: what somebody objected to by one account or address holds for the other too (R-PAR-7).
pub async fn merge(
    app: Data<App>,
    request: HttpRequest,
    payload: Payload,
) -> Result<HttpResponse, Problem> {
    who::pipeline(&app, &request, Scope::ObjectionsLink).await?;
    let (merge, _) = body::json::<Merge>(&request, payload, app.limits).await?;
    let (from, into) = (asker(&app, &merge.from)?, asker(&app, &merge.into)?);
    let mut carried = Vec::new();
    for listed in objecting::own(&app.office, from).await? {
        let objection = listed.objection;
        let is_known = app.office.index.shelf(&objection.purpose).is_some();
        if objection.standing == Standing::InForce && is_known {
            let act = Act::Object(objection.assurance);
            objecting::act(&app.office, into.clone(), objection.purpose.clone(), act, None).await?;
            carried.push(objection.purpose);
        }
    }
    Ok(private(&mut HttpResponse::Ok()).json(json!({ "carried": carried })))
}

/// `POST /v1/objections/signals`: a company hands on the headers that the person's browser sent.
pub async fn signals(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let subject = who::subject(&app, &request).await?;
    let purposes = signalled(&app, request.headers());
    for purpose in &purposes {
        objecting::act(
            &app.office,
            subject.asker.clone(),
            purpose.clone(),
            Act::Object(Assurance::Verified),
            Some(Beside { came: Came::Signal, labels: Labels::opaque(subject.labels.clone()) }),
        )
        .await?;
    }
    Ok(private(&mut HttpResponse::Ok()).json(json!({ "applied": purposes })))
}
