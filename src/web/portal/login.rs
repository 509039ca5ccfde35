//! Signing in with the account at the company: over to its own page, and back.

use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use crate::auth::Principal;
use crate::auth::login::{NotIn, Return};
use crate::casework::intake::ask::Labels;
use crate::casework::sessions::ways_in::Goal;
use crate::casework::sessions::{self, Session};
use crate::config::Serves;
use crate::web::problem::Problem;
use crate::web::{App, session, who};

use super::frame::{Frame, Nothing, nothing, shown, value};

/// `GET /sign-in/with/{n}`: off to the issuer. It changes nothing here.
pub(in crate::web) async fn leave(
    app: Data<App>,
    request: HttpRequest,
    path: Path<usize>,
) -> Result<HttpResponse, Problem> {
    who::guard(&app, &request)?;
    let issuer = app.authority.logins(Serves::Subject).nth(*path).map(str::to_owned);
    let Some(issuer) = issuer else { return nothing(&app, &request) };
    let query = request.query_string();
    let goal = value(query, "to").map(|path| Goal::parse(&path)).unwrap_or_default();
    let language = value(query, "lang");
    let frame = Frame::new(&app, &request, "/sign-in".into(), language.as_deref());
    match app.authority.leave(&issuer, &back(&app)).await {
        Ok((url, trip)) => {
            let kept = sessions::trips::keep(&app.office, &trip, goal, frame.language)?;
            let mut answer = HttpResponse::SeeOther();
            answer.insert_header((LOCATION, url)).insert_header(("Cache-Control", "no-store"));
            session::keep(&app, &mut answer, session::TRIP, kept);
            Ok(answer.finish())
        }
        Err(why) => not_in(frame, &why),
    }
}

/// `GET /sign-in/back`: with the issuer's code, in the browser that left.
pub(in crate::web) async fn arrive(
    app: Data<App>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    who::guard(&app, &request)?;
    let kept = session::held(&app, &request, session::TRIP);
    let trip = kept.and_then(|kept| sessions::trips::kept(&app.office, &kept));
    let language = trip.as_ref().map(|(_, _, language)| language.code());
    let frame = Frame::new(&app, &request, "/sign-in".into(), language);
    let Some((trip, goal, _)) = trip else {
        return not_in(frame, &NotIn::Refused("this browser has begun no trip"));
    };
    let query = request.query_string();
    let with = Return {
        code: value(query, "code"),
        state: value(query, "state"),
        issuer: value(query, "iss"),
    };
    let now = app.office.clock.now();
    let subject = match app.authority.arrive(&trip, with, &back(&app), now).await {
        Ok(Principal::Subject(subject)) => subject,
        Ok(Principal::Officer(_) | Principal::Pipeline(_)) => return nothing(&app, &request),
        Err(why) => return not_in(frame, &why),
    };
    let session = Session { asker: subject.asker, labels: Labels::opaque(subject.labels) };
    let token = sessions::start(&app.office, session).await?;
    let mut answer = HttpResponse::SeeOther();
    answer.insert_header((LOCATION, frame.href(&goal.path())));
    answer.insert_header(("Cache-Control", "no-store"));
    session::keep(&app, &mut answer, session::SIGNED, token);
    session::drop(&app, &mut answer, session::TRIP);
    Ok(answer.finish())
}

/// Where the issuer sends people back to: registered there, exactly so.
fn back(app: &App) -> String {
    format!("{}/sign-in/back", app.office.signals.public_url.trim_end_matches('/'))
}

/// Nobody was signed in; a mail does it as well.
fn not_in(frame: Frame<'_>, why: &NotIn) -> Result<HttpResponse, Problem> {
    tracing::info!("signing in at an issuer failed: {why}");
    let status = match why {
        NotIn::Away(_) | NotIn::Token(crate::auth::Refused::NoKeys) => {
            StatusCode::SERVICE_UNAVAILABLE
        }
        NotIn::Refused(_) | NotIn::Token(_) => StatusCode::FORBIDDEN,
    };
    let (heading, words) = (frame.own().not_in(), frame.own().not_in_why());
    shown(status, &Nothing { heading, words, again: Vec::new(), frame })
}
