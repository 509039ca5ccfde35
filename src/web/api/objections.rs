//! Objecting, and what one can object to.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use crate::auth::Subject;
use crate::casework::case::labels::{Beside, Came, Labels};
use crate::casework::objections::objecting;
use crate::casework::objections::receipts::{self, Wanted};
use crate::domain::objection::{Act, Assurance};
use crate::web::problem::Problem;
use crate::web::view::Page;
use crate::web::view::objections::{Said, Use};
use crate::web::{App, answer};

use super::query;
use super::taken::handed;

/// `PUT /v1/objections/{purpose}`
pub(in crate::web) async fn object(
    app: Data<App>,
    path: Path<String>,
    subject: Subject,
) -> Result<HttpResponse, Problem> {
    act(&app, subject, path.into_inner(), Act::Object(Assurance::Verified)).await
}

/// `DELETE /v1/objections/{purpose}`
pub(in crate::web) async fn take_back(
    app: Data<App>,
    path: Path<String>,
    subject: Subject,
) -> Result<HttpResponse, Problem> {
    act(&app, subject, path.into_inner(), Act::TakeBack).await
}

async fn act(
    app: &App,
    subject: Subject,
    purpose: String,
    act: Act,
) -> Result<HttpResponse, Problem> {
    let beside = Beside { came: Came::Program, labels: Labels::opaque(subject.labels) };
    let (objection, epoch) =
        objecting::act(&app.office, subject.asker, purpose.as_str().into(), act, Some(beside))
            .await?;
    let said = objection.as_ref().map(|objection| Said::of(objection, epoch));
    Ok(answer::shown(&said.unwrap_or_else(|| Said::nothing(&purpose, epoch))))
}

/// `GET /v1/objections/{purpose}/receipt`
pub(in crate::web) async fn receipt(
    app: Data<App>,
    request: HttpRequest,
    path: Path<String>,
    subject: Subject,
) -> Result<HttpResponse, Problem> {
    let [epoch] = query::members(request.query_string(), ["epoch"])?;
    let wanted = match epoch.map(|text| text.parse::<i64>()) {
        None => Wanted::InForce,
        Some(Ok(epoch)) => Wanted::At(epoch),
        Some(Err(_)) => {
            return Err(Problem::BadRequest("`epoch` is a number that an answer gave".into()));
        }
    };
    let asker = subject.asker;
    handed(receipts::receipt(&app.office, asker, path.into_inner().into(), wanted).await)
}

/// `GET /v1/objections`
pub(in crate::web) async fn list(
    app: Data<App>,
    subject: Subject,
) -> Result<HttpResponse, Problem> {
    let listed = objecting::own(&app.office, subject.asker).await?;
    let items = listed.iter().map(|one| Said::of(&one.objection, one.epoch));
    Ok(answer::shown(&Page::whole(items)))
}

/// `GET /v1/purposes`
pub(in crate::web) async fn purposes(app: Data<App>) -> HttpResponse {
    let uses = app.office.policies.purposes.all().map(Use::of);
    answer::json(&mut HttpResponse::Ok(), &Page::whole(uses))
}
