//! The fairness report, for those who answer for it.

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::Deserialize;

use crate::casework::figures::treatment as facts;
use crate::domain::time::Day;
use crate::fairness::report::Report;
use crate::web::App;
use crate::web::evidence::{self, Period};
use crate::web::problem::Problem;
use crate::web::who::Comparer;

/// What of it, and how.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanted {
    from: Option<String>,
    to: Option<String>,
    format: Option<String>,
}

/// `GET /v1/fairness/report`
pub(in crate::web) async fn report(
    app: Data<App>,
    wanted: Query<Wanted>,
    _: Comparer,
) -> Result<HttpResponse, Problem> {
    let write: fn(&Report<'_>) -> String = match wanted.format.as_deref() {
        None | Some("json") => |report| report.json(),
        Some("html") => |report| report.html(),
        Some("csv") => |report| report.csv(),
        Some(_) => return Err(Problem::BadRequest("`format` is json, html or csv".into())),
    };
    let kind = match wanted.format.as_deref() {
        Some("html") => "text/html; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        _ => "application/json",
    };
    let (from, to) = (day(wanted.from.as_deref())?, day(wanted.to.as_deref())?);
    let period = Period::of(from, to, app.office.clock.now())
        .ok_or_else(|| Problem::BadRequest("`from` lies after `to`; swap them".into()))?;
    let found = facts::gathered(&app.office, period.start, period.end).await?;
    let policies = evidence::policies(&app.office).await?;
    let office = app.office.clone();
    // Counting a year takes seconds: not on a thread that answers people.
    let made = actix_web::web::block(move || {
        let rows = evidence::rows(&found);
        write(&Report::of(evidence::frame(&office, period, policies), &rows))
    });
    let text =
        made.await.map_err(|_| Problem::BadRequest("the report broke off; ask again".into()))?;
    let mut answer = HttpResponse::Ok();
    answer.insert_header(("Cache-Control", "no-store")).content_type(kind);
    Ok(answer.body(text))
}

fn day(text: Option<&str>) -> Result<Option<Day>, Problem> {
    let read = |text: &str| {
        let shaped = text.len() == 10;
        text.parse::<Day>().ok().filter(|_| shaped).ok_or_else(|| {
            Problem::BadRequest("`from` and `to` are days, such as `2026-01-31`".into())
        })
    };
    text.map(read).transpose()
}
