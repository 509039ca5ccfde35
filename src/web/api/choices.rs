//! Choices for a company's own pages, and what a person's software says.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template as _;
use serde::{Deserialize, Serialize};

use crate::auth::Subject;
use crate::casework::case::labels::{Beside, Came, Labels};
use crate::casework::objections::{choices, objecting};
use crate::domain::address;
use crate::domain::identity::{Asker, Personal};
use crate::domain::name::PurposeId;
use crate::domain::objection::{Act, Assurance, Standing};
use crate::objections::person;
use crate::web::choices::{Choice, Fragment, Said, signalled};
use crate::web::problem::Problem;
use crate::web::view::{Moment, objections as view};
use crate::web::who::{Links, Sent};
use crate::web::{App, answer};
use crate::words::{Choices, Language};

const SUB_BYTES_MAX: usize = 512;

/// The body: who, and in which language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct Whose {
    subject: Option<String>,
    email: Option<String>,
    issuer: Option<String>,
    language: Option<String>,
}

/// `POST /v1/objections/choices`
pub(in crate::web) async fn mint(
    app: Data<App>,
    Sent { body: whose, .. }: Sent<Links, Whose>,
) -> Result<HttpResponse, Problem> {
    let asker = asker(&app, &whose)?;
    let language = Language::preferred(whose.language.as_deref().into_iter()).unwrap_or_default();
    let base = app.office.signals.public_url.trim_end_matches('/');
    let (mut items, mut parts) = (Vec::new(), Vec::new());
    for purpose in app.office.policies.purposes.all() {
        let link = format!("{base}/o/{}", choices::token(&app.office, &asker, &purpose.id)?);
        let entry = choices::in_force(&app.office, &asker, &purpose.id).await?;
        let since = entry.as_ref().map(|objection| objection.since);
        items.push(view::Choice {
            purpose: &purpose.id,
            kind: purpose.kind,
            title: purpose.title.in_language(language),
            objected: since.is_some(),
            since: Moment::maybe(since),
            assurance: entry.map(|objection| objection.assurance),
            link: link.clone(),
        });
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
    Ok(answer::shown(&view::Choices { items, html }))
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
pub(in crate::web) struct Merge {
    from: Whose,
    into: Whose,
}

/// The purposes that were carried over.
#[derive(Serialize)]
struct Carried {
    carried: Vec<PurposeId>,
}

/// `POST /v1/objections/merges`: what somebody objected to by one account or address holds for the other too (R-PAR-7).
pub(in crate::web) async fn merge(
    app: Data<App>,
    Sent { body: merge, .. }: Sent<Links, Merge>,
) -> Result<HttpResponse, Problem> {
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
    Ok(answer::shown(&Carried { carried }))
}

/// The purposes that the signal objects to.
#[derive(Serialize)]
struct Applied {
    applied: Vec<PurposeId>,
}

/// `POST /v1/objections/signals`: a company hands on the headers that the person's browser sent.
pub(in crate::web) async fn signals(
    app: Data<App>,
    request: HttpRequest,
    subject: Subject,
) -> Result<HttpResponse, Problem> {
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
    Ok(answer::shown(&Applied { applied: purposes }))
}
