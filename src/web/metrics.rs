//! Metrics for Prometheus, on a listener of their own. No label ever names or follows a person.

use std::net::TcpListener;
use std::sync::Arc;

use actix_web::body::MessageBody;
use actix_web::dev::{Server, ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{App as Actix, HttpResponse, HttpServer};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::{ConstGauge, Gauge};
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use crate::casework::figures::counts::{Figures, count};
use crate::clock::Clock;

use super::App;

const SECONDS: [f64; 13] =
    [0.000_05, 0.0002, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];

/// How requests were answered: the route, never the path.
#[derive(Clone, PartialEq, Eq, Hash, Debug, EncodeLabelSet)]
#[expect(clippy::struct_field_names, reason = "they are OpenTelemetry's names")]
struct Answered {
    http_route: String,
    http_request_method: String,
    http_response_status_code: u16,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug, EncodeLabelSet)]
struct Recipient {
    system: String,
    purpose: String,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug, EncodeLabelSet)]
struct RecipientState {
    system: String,
    purpose: String,
    state: &'static str,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug, EncodeLabelSet)]
struct MailState {
    state: String,
}

#[derive(Clone, PartialEq, Eq, Hash, Debug, EncodeLabelSet)]
struct Witness {
    witness: String,
}

/// What is counted while requests are answered.
#[derive(Clone)]
pub struct Counters {
    durations: Family<Answered, Histogram, fn() -> Histogram>,
}

impl std::fmt::Debug for Counters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Counters")
    }
}

impl Default for Counters {
    fn default() -> Self {
        Self { durations: Family::new_with_constructor(|| Histogram::new(SECONDS)) }
    }
}

/// Measures one request.
pub(super) async fn measure<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let app = request.app_data::<Data<App>>().cloned();
    let began = Clock::ticks();
    // HTTP allows any word; what nobody defined is one label.
    let known = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"];
    let method = request.method().as_str();
    let method = if known.contains(&method) { method } else { "_OTHER" }.to_owned();
    let answer = next.call(request).await?;
    if let Some(app) = app {
        let labels = Answered {
            http_route: answer.request().match_pattern().unwrap_or_else(|| "none".to_owned()),
            http_request_method: method,
            http_response_status_code: answer.status().as_u16(),
        };
        app.counters.durations.get_or_create(&labels).observe(began.elapsed().as_secs_f64());
    }
    Ok(answer)
}

/// The listener of `/metrics`.
///
/// # Errors
/// When the listener cannot be used.
pub fn serve(app: App, listener: TcpListener) -> std::io::Result<Server> {
    let data = Data::new(app);
    let server = HttpServer::new(move || {
        let metrics = super::head::get().to(metrics);
        Actix::new().app_data(data.clone()).route("/metrics", metrics)
    });
    Ok(server.workers(1).disable_signals().listen(listener)?.run())
}

async fn metrics(app: Data<App>) -> HttpResponse {
    let figures = count(&Arc::clone(&app.office)).await.ok();
    let mut text = String::new();
    let encoded = encode(&mut text, &registry(&app.counters, figures.as_ref()));
    if let (Some(at), Some(parity)) = (text.rfind("# EOF"), app.parity.lines(&app.office).await) {
        text.insert_str(at, &parity);
    }
    match encoded {
        Ok(()) => HttpResponse::Ok()
            .content_type("application/openmetrics-text; version=1.0.0; charset=utf-8")
            .body(text),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

fn registry(counters: &Counters, figures: Option<&Figures>) -> Registry {
    let mut registry = Registry::default();
    registry.register_with_unit(
        "http_server_request_duration",
        "How long requests took, by route",
        Unit::Seconds,
        counters.durations.clone(),
    );
    let gauge = |registry: &mut Registry, name: &str, help: &str, value: i64| {
        registry.register(name, help, ConstGauge::new(value));
    };
    let up = i64::from(figures.is_some());
    gauge(&mut registry, "habeas_database_up", "Whether the database answers", up);
    let Some(figures) = figures else { return registry };
    let lag = figures.index_lag_ms.unwrap_or(i64::MAX);
    for (name, help, value) in [
        ("habeas_tasks_open", "Tasks that wait for somebody", figures.tasks_open),
        ("habeas_flags_open", "Flags that nobody has reviewed", figures.flags_open),
        ("habeas_cases_overdue", "Open cases whose date passed", figures.cases_overdue),
        (
            "habeas_cases_due_soon",
            "Open cases due within the longest reminder",
            figures.cases_due_soon,
        ),
        ("habeas_jobs_ready", "Jobs that wait for their time", figures.jobs_ready),
        ("habeas_jobs_waiting", "Of these tried before: a system is away", figures.jobs_waiting),
        ("habeas_jobs_failed", "Jobs that ended without success", figures.jobs_failed),
        ("habeas_log_leaves", "Entries of the audit log", figures.log_leaves),
        ("habeas_log_signed_leaves", "Of these under a signed head", figures.log_signed_leaves),
        ("habeas_objections_epoch", "Last epoch in the database", figures.epoch),
        ("habeas_objections_index_epoch", "Last epoch this node knows", figures.index_epoch),
        ("habeas_objections_index_lag_ms", "Age of this node's last look", lag),
    ] {
        gauge(&mut registry, name, help, value);
    }
    let cosigned = Family::<Witness, Gauge>::default();
    for (witness, size) in &figures.cosigned {
        cosigned.get_or_create(&Witness { witness: witness.clone() }).set(*size);
    }
    registry.register("habeas_log_cosigned_leaves", "Of these under a cosigned head", cosigned);
    let mails = Family::<MailState, Gauge>::default();
    for (state, count) in &figures.mails {
        mails.get_or_create(&MailState { state: state.clone() }).set(*count);
    }
    registry.register("habeas_mails", "Mails that are kept, by what became of them", mails);
    recipients(&mut registry, figures);
    registry
}

fn recipients(registry: &mut Registry, figures: &Figures) {
    let states = Family::<RecipientState, Gauge>::default();
    let behind = Family::<Recipient, Gauge>::default();
    let contradictions = Family::<Recipient, Gauge>::default();
    for told in &figures.recipients {
        let place =
            Recipient { system: told.system.to_string(), purpose: told.purpose.to_string() };
        let state = RecipientState {
            system: told.system.to_string(),
            purpose: told.purpose.to_string(),
            state: told.health.code(),
        };
        states.get_or_create(&state).set(1);
        behind.get_or_create(&place).set(told.sent_epoch - told.acked_epoch);
        contradictions.get_or_create(&place).set(told.contradictions);
    }
    registry.register("habeas_recipient_state", "How each system obeys objections", states);
    registry.register("habeas_recipient_unacknowledged_epochs", "Told, not acknowledged", behind);
    registry.register(
        "habeas_recipient_contradictions",
        "Objections that a re-check found missing, and answers that cannot be true",
        contradictions,
    );
}
