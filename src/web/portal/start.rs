//! The first page: saying no to a use comes first, then every other right, and the date.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::domain::deadline::derive;
use crate::domain::right::{PurposeKind, Right};
use crate::web::problem::Problem;
use crate::web::{App, session};
use crate::words::{Portal, weekday_and_day};

use super::frame::{Frame, Row, shown, value};

#[derive(Template)]
#[template(path = "web/templates/portal_start.html")]
struct Start<'p> {
    frame: Frame<'p>,
    rows: Vec<Row>,
    rights: Vec<(String, String)>,
    due: &'p str,
    steps: &'p [String],
}

/// `GET /`
pub(in crate::web) async fn page(
    app: Data<App>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let chosen = value(request.query_string(), "lang");
    let signed = session::signed(&app, &request).await?;
    let frame = Frame::new(&app, &request, "/".into(), chosen.as_deref());
    let frame = frame.with(&app, signed.as_ref());
    let rows = app.office.policies.purposes.all().map(|purpose| Row {
        title: purpose.title.in_language(frame.language).to_owned(),
        words: purpose.words.in_language(frame.language).to_owned(),
        act: act(frame.say, purpose.kind),
        href: frame.href(&format!("/object/{}", purpose.id)),
    });
    let rows = rows.collect();
    let rights = asked_for().map(|right| (title(frame.say, right), address(&frame, right)));
    let rights = rights.to_vec();
    let (due, steps) = due_today(&app, &frame);
    shown(StatusCode::OK, &Start { frame, rows, rights, due: &due, steps: &steps })
}

/// What the button of a purpose says.
pub(super) fn act(say: Portal, kind: PurposeKind) -> String {
    if kind == PurposeKind::Consent { say.withdraw() } else { say.object() }
}

/// The rights that have a form of their own; objecting has its pages.
pub(super) fn asked_for() -> [Right; 8] {
    [
        Right::Access,
        Right::Rectification,
        Right::Erasure,
        Right::Restriction,
        Right::Portability,
        Right::AutomatedDecisionReview,
        Right::ConsentWithdrawal,
        Right::Other,
    ]
}

pub(super) fn address(frame: &Frame<'_>, right: Right) -> String {
    frame.href(&format!("/request?right={right}"))
}

/// A right as people would say it.
pub(super) fn title(say: Portal, right: Right) -> String {
    match right {
        Right::Access => say.access(),
        Right::Rectification => say.rectification(),
        Right::Erasure => say.erasure(),
        Right::Restriction => say.restriction(),
        Right::Portability => say.portability(),
        Right::Objection => say.object(),
        Right::AutomatedDecisionReview => say.automated(),
        Right::ConsentWithdrawal => say.consent(),
        Right::Other => say.unsure(),
    }
}

/// When a request that is sent now is due, and how that is found.
pub(super) fn due_today(app: &App, frame: &Frame<'_>) -> (String, Vec<String>) {
    let (office, language) = (&app.office, frame.language);
    let now = office.clock.now();
    let found = derive(now, &office.calendar, &office.policies.regime, &[]);
    found.map_or_else(
        |_| (String::new(), Vec::new()),
        |deadline| {
            let steps = deadline
                .steps
                .iter()
                .map(|step| step.told(language, office.policies.regime.law()))
                .collect();
            (weekday_and_day(language, deadline.due), steps)
        },
    )
}
