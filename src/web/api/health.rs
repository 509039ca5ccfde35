//! Alive, and ready. Booleans only.

use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde::Serialize;

use crate::casework::CaseworkError;
use crate::web::{App, answer};

#[derive(Serialize)]
struct Live {
    live: bool,
}

#[derive(Serialize)]
struct Readiness {
    ready: bool,
    #[serde(flatten)]
    parts: Parts,
}

#[derive(Serialize)]
struct Parts {
    database: bool,
    objections: bool,
    log: bool,
}

/// `GET /health/live`
pub(in crate::web) async fn live() -> HttpResponse {
    answer::json(&mut HttpResponse::Ok(), &Live { live: true })
}

/// `GET /health/ready`: the database answers and the objection index is fresh.
pub(in crate::web) async fn ready(app: Data<App>) -> HttpResponse {
    let look = app.office.read("readiness", |tx| tx.epoch().map_err(CaseworkError::from));
    let database = matches!(tokio::time::timeout(Duration::from_secs(2), look).await, Ok(Ok(_)));
    let objections = app.office.index.is_fresh(app.office.clock.now());
    // Rolled back: what is written now could not be proved later.
    let log = !app.office.store.is_frozen();
    let ready = database && objections && log;
    let mut answer = if ready { HttpResponse::Ok() } else { HttpResponse::ServiceUnavailable() };
    if !ready {
        answer.insert_header(("Retry-After", 2));
    }
    answer::json(&mut answer, &Readiness { ready, parts: Parts { database, objections, log } })
}
