//! The listener and the list of routes.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use actix_web::body::BoxBody;
use actix_web::dev::{Server, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Condition, DefaultHeaders, from_fn};
use actix_web::web::{
    Data, PathConfig, QueryConfig, ServiceConfig, delete, post, put, resource, scope,
};
use actix_web::{App as Actix, Error, HttpRequest, HttpResponse, HttpServer, Resource};

use super::api::{
    attachments, audit, cases, check, clock, entering, fairness, feed, health, letters, objections,
    policy, recipients, requests, review, taken,
};
use super::head::{self, get};
use super::portal::{about, acts, ask, chosen, fault, frame, login, object, own, sign_in, start};
use super::problem::Problem;
use super::{App, api, choices, demo, metrics, openapi};

/// How the listener behaves.
#[derive(Clone, Copy, Debug)]
pub struct Listening {
    /// Threads; 0 means one per core.
    pub workers: usize,
    /// How long open requests may finish at the end.
    pub shutdown_seconds: u64,
    /// Whether requests are measured.
    pub is_measured: bool,
}

/// Binds, and gives the address: a port of 0 becomes a free one.
///
/// # Errors
/// When the address is taken.
pub fn bind(address: SocketAddr) -> std::io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind(address)?;
    let bound = listener.local_addr()?;
    Ok((listener, bound))
}

/// The server, ready to be awaited.
///
/// # Errors
/// When the listener cannot be used.
pub fn serve(app: App, listener: TcpListener, listening: Listening) -> std::io::Result<Server> {
    let data = Data::new(app);
    let mut server = HttpServer::new(move || {
        Actix::new()
            .app_data(data.clone())
            .app_data(QueryConfig::default().error_handler(|_, _| {
                Problem::BadRequest("the query is not one that this route takes; see /openapi.json".into()).into()
            }))
            .app_data(PathConfig::default().error_handler(|_, _| Problem::NotFound("there is nothing here").into()))
            .wrap(
                DefaultHeaders::new()
                    .add(("X-Content-Type-Options", "nosniff"))
                    .add(("Referrer-Policy", "no-referrer"))
                    .add(("X-Frame-Options", "DENY"))
                    .add(("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'")),
            )
            .wrap(from_fn(head::bodiless))
            .wrap(Condition::new(listening.is_measured, from_fn(metrics::measure)))
            .configure(routes)
    })
    .client_request_timeout(Duration::from_secs(5))
    .client_disconnect_timeout(Duration::from_secs(2))
    .keep_alive(Duration::from_secs(30))
    .max_connections(10_000)
    .shutdown_timeout(listening.shutdown_seconds)
    .disable_signals()
    .listen(listener)?;
    if listening.workers > 0 {
        server = server.workers(listening.workers);
    }
    Ok(server.run())
}

/// Every route.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(at("/health/live", "GET, HEAD").route(get().to(health::live)))
        .service(at("/health/ready", "GET, HEAD").route(get().to(health::ready)))
        .service(at("/openapi.json", "GET, HEAD").route(get().to(openapi::document)))
        .service(
            at("/o/{token}", "GET, HEAD, POST")
                .route(get().to(choices::page))
                .route(post().to(choices::choose)),
        )
        .service(at("/habeas-choices.js", "GET, HEAD").route(get().to(choices::component)))
        .service(at("/.well-known/gpc.json", "GET, HEAD").route(get().to(choices::gpc)))
        .service(at("/docs", "GET, HEAD").route(get().to(openapi::page)))
        .service(
            scope("/v1")
                .configure(of_people)
                .configure(of_objections)
                .configure(of_office)
                .configure(of_policies),
        )
        .configure(pages)
        .default_service(actix_web::web::to(nothing));
}

/// What a person sees.
fn pages(config: &mut ServiceConfig) {
    config
        .service(shown("/", "GET, HEAD").route(get().to(start::page)))
        .service(
            shown("/object/{purpose}", "GET, HEAD, POST")
                .route(get().to(object::page))
                .route(post().to(object::send)),
        )
        .service(
            shown("/object/{purpose}/{ref}", "GET, HEAD, POST")
                .route(get().to(object::recorded))
                .route(post().to(object::undo)),
        )
        .service(
            shown("/request", "GET, HEAD, POST")
                .route(get().to(ask::page))
                .route(post().to(ask::send)),
        )
        .service(shown("/request/{ref}", "GET, HEAD").route(get().to(ask::sent)))
        .configure(own_pages)
        .service(
            shown("/demo", "GET, HEAD, POST")
                .route(get().to(demo::desk))
                .route(post().to(demo::act)),
        )
        .service(shown("/demo/settings/{subject}", "GET, HEAD").route(get().to(demo::settings)))
        .service(shown("/how-to-object", "GET, HEAD").route(get().to(about::how_to_object)))
        .service(shown("/thresholds", "GET, HEAD").route(get().to(about::thresholds)))
        .service(
            shown("/thresholds.json", "GET, HEAD").route(get().to(about::thresholds_for_programs)),
        )
        .service(shown("/complaint", "GET, HEAD").route(get().to(about::complaint)))
        .service(shown("/privacy", "GET, HEAD").route(get().to(about::privacy)))
        .service(shown("/retention", "GET, HEAD").route(get().to(about::retention)))
        .service(shown("/accessibility", "GET, HEAD").route(get().to(about::accessibility)))
        .service(
            shown(&format!("/{}", *frame::SHEET_NAME), "GET, HEAD").route(get().to(frame::sheet)),
        );
}

/// What a person sees who has shown who they are.
fn own_pages(config: &mut ServiceConfig) {
    config
        .service(
            shown("/sign-in", "GET, HEAD, POST")
                .route(get().to(sign_in::page))
                .route(post().to(sign_in::ask)),
        )
        .service(
            shown("/sign-in/code", "GET, HEAD, POST")
                .route(get().to(sign_in::code))
                .route(post().to(sign_in::enter_by_code)),
        )
        .service(shown("/sign-in/with/{n}", "GET, HEAD").route(get().to(login::leave)))
        .service(shown("/sign-in/back", "GET, HEAD").route(get().to(login::arrive)))
        .service(
            shown("/sign-in/{token}", "GET, HEAD, POST")
                .route(get().to(sign_in::link))
                .route(post().to(sign_in::enter)),
        )
        .service(shown("/sign-out", "POST").route(post().to(sign_in::out)))
        .service(shown("/requests", "GET, HEAD").route(get().to(own::list)))
        .service(
            shown("/requests/{ref}", "GET, HEAD, POST")
                .route(get().to(own::one))
                .route(post().to(acts::act)),
        )
        .service(shown("/requests/{ref}/letters/{id}", "GET, HEAD").route(get().to(own::letter)))
        .service(shown("/requests/{ref}/package", "GET, HEAD").route(get().to(acts::package)))
        .service(shown("/requests/{ref}/receipt", "GET, HEAD").route(get().to(acts::receipt)))
        .service(
            shown("/requests/{ref}/attachments/{id}", "GET, HEAD")
                .route(get().to(acts::attachment)),
        )
        .service(shown("/requests/{ref}/calendar.ics", "GET, HEAD").route(get().to(acts::calendar)))
        .service(
            shown("/choices", "GET, HEAD, POST")
                .route(get().to(chosen::page))
                .route(post().to(chosen::choose)),
        );
}

/// A person and their requests.
fn of_people(config: &mut ServiceConfig) {
    config
        .service(
            at("/requests", "GET, HEAD, POST")
                .route(post().to(requests::open))
                .route(get().to(requests::list)),
        )
        .service(at("/requests/{ref}", "GET, HEAD").route(get().to(requests::one)))
        .service(at("/requests/{ref}/withdraw", "POST").route(post().to(requests::withdraw)))
        .service(at("/requests/{ref}/messages", "POST").route(post().to(requests::message)))
        .service(at("/requests/{ref}/contest", "POST").route(post().to(requests::contest)))
        .service(at("/requests/{ref}/receipt", "GET, HEAD").route(get().to(taken::receipt)))
        .service(at("/requests/{ref}/package", "GET, HEAD").route(get().to(taken::package)))
        .service(
            at("/requests/{ref}/attachments/{id}", "GET, HEAD").route(get().to(attachments::one)),
        )
        .service(at("/requests/{ref}/notices/{id}", "GET, HEAD").route(get().to(letters::notice)))
        .service(
            at("/requests/{ref}/review", "GET, HEAD, POST")
                .route(get().to(letters::review))
                .route(post().to(letters::comment)),
        )
        .service(at("/requests/{ref}/fee", "POST").route(post().to(letters::fee)));
}

/// Objections, for people, systems and pipelines.
fn of_objections(config: &mut ServiceConfig) {
    config
        .service(at("/objections", "GET, HEAD").route(get().to(objections::list)))
        .service(at("/objections/snapshot", "GET, HEAD").route(get().to(feed::snapshot)))
        .service(at("/objections/changes", "GET, HEAD").route(get().to(feed::changes)))
        .service(at("/objections/choices", "POST").route(post().to(api::choices::mint)))
        .service(at("/objections/signals", "POST").route(post().to(api::choices::signals)))
        .service(at("/objections/runs", "POST").route(post().to(feed::log_run)))
        .service(at("/objections/recipients", "GET, HEAD").route(get().to(recipients::list)))
        .service(
            at("/objections/acknowledgements", "POST").route(post().to(recipients::acknowledge)),
        )
        .service(at("/objections/webhook-keys", "GET, HEAD").route(get().to(recipients::keys)))
        .service(at("/objections/merges", "POST").route(post().to(api::choices::merge)))
        .service(
            at("/objections/{purpose}", "PUT, DELETE")
                .route(put().to(objections::object))
                .route(delete().to(objections::take_back)),
        )
        .service(
            at("/objections/{purpose}/receipt", "GET, HEAD").route(get().to(objections::receipt)),
        )
        .service(at("/portal/sessions", "POST").route(post().to(api::portal::sessions)))
        .service(at("/purposes", "GET, HEAD").route(get().to(objections::purposes)))
        .service(
            at("/check/{purpose}", "GET, HEAD, POST")
                .route(get().to(check::single))
                .route(post().to(check::bulk)),
        );
}

/// The office, the policies and the log.
fn of_office(config: &mut ServiceConfig) {
    config
        .service(at("/tasks", "GET, HEAD").route(get().to(recipients::list_tasks)))
        .service(at("/tasks/{id}/done", "POST").route(post().to(recipients::done)))
        .service(
            at("/cases", "GET, HEAD, POST")
                .route(get().to(cases::list))
                .route(post().to(entering::enter)),
        )
        .service(at("/cases/{ref}", "GET, HEAD").route(get().to(cases::one)))
        .service(at("/cases/{ref}/dossier", "GET, HEAD").route(get().to(audit::dossier)))
        .service(at("/cases/{ref}/answer", "POST").route(post().to(cases::answer)))
        .service(at("/cases/{ref}/identify", "POST").route(post().to(cases::identify)))
        .service(at("/cases/{ref}/retry", "POST").route(post().to(cases::retry)))
        .service(at("/cases/{ref}/read", "POST").route(post().to(cases::read)))
        .service(at("/cases/{ref}/hold", "POST").route(post().to(cases::hold)))
        .service(at("/cases/{ref}/messages", "POST").route(post().to(cases::message)))
        .service(at("/cases/{ref}/ask-identity", "POST").route(post().to(clock::ask_identity)))
        .service(
            at("/cases/{ref}/ask-clarification", "POST").route(post().to(clock::ask_clarification)),
        )
        .service(at("/cases/{ref}/resume", "POST").route(post().to(clock::resume)))
        .service(at("/cases/{ref}/notify", "POST").route(post().to(clock::notify)))
        .service(at("/cases/{ref}/close", "POST").route(post().to(clock::close)))
        .service(at("/cases/{ref}/extend", "POST").route(post().to(cases::extend)))
        .service(at("/cases/{ref}/lift", "POST").route(post().to(cases::lift)))
        .service(at("/cases/{ref}/refer", "POST").route(post().to(review::refer)))
        .service(at("/cases/{ref}/weigh", "POST").route(post().to(letters::weigh)))
        .service(at("/cases/{ref}/notices/{id}/told", "POST").route(post().to(letters::told)))
        .service(at("/review/flags", "GET, HEAD").route(get().to(review::list)))
        .service(at("/review/flags/{id}", "GET, HEAD").route(get().to(review::one)))
        .service(at("/review/flags/{id}/open", "POST").route(post().to(review::open)))
        .service(at("/review/flags/{id}/opinion", "POST").route(post().to(review::opinion)))
        .service(at("/review/flags/{id}/decision", "POST").route(post().to(review::decision)))
        .service(at("/review/flags/{id}/reopen", "POST").route(post().to(review::reopen)))
        .service(at("/review/log", "GET, HEAD").route(get().to(review::log)))
        .service(at("/fairness/report", "GET, HEAD").route(get().to(fairness::report)))
        .service(at("/audit/key", "GET, HEAD").route(get().to(audit::key)))
        .service(at("/audit/checkpoint", "GET, HEAD").route(get().to(audit::checkpoint)))
        .service(at("/audit/tile/{path:.*}", "GET, HEAD").route(get().to(audit::tile)))
        .service(at("/audit/export", "GET, HEAD").route(get().to(audit::export)))
        .service(at("/audit/proof/inclusion", "GET, HEAD").route(get().to(audit::inclusion)))
        .service(at("/audit/proof/consistency", "GET, HEAD").route(get().to(audit::consistency)));
}

/// The rules, and how they come into force.
fn of_policies(config: &mut ServiceConfig) {
    config
        .service(at("/policy", "GET, HEAD").route(get().to(policy::in_force)))
        .service(
            at("/policy/announcements", "GET, HEAD, POST")
                .route(get().to(api::announcements::list))
                .route(post().to(api::announcements::announce)),
        )
        .service(
            at("/policy/announcements/{hash}/approval", "POST")
                .route(post().to(api::announcements::approve)),
        )
        .service(
            at("/policy/changes", "GET, HEAD, POST")
                .route(get().to(api::changes::list))
                .route(post().to(api::changes::declare)),
        )
        .service(at("/policy/{hash}", "GET, HEAD").route(get().to(policy::by_hash)));
}

// A page; the routes of programs are `at` their place, and in the document.
fn shown(
    path: &str,
    methods: &'static str,
) -> Resource<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<BoxBody>,
        Error = Error,
        InitError = (),
    > + use<>,
> {
    at(path, methods).wrap(from_fn(fault::as_page))
}

// RFC 9110 15.5.6: whoever uses another method is told which ones there are.
fn at(path: &str, methods: &'static str) -> Resource {
    let other = move || async move { Err::<HttpResponse, _>(Problem::OtherMethod(methods)) };
    resource(path).default_service(actix_web::web::to(other))
}

async fn nothing(app: Data<App>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    if frame::is_for_a_browser(&request) {
        return frame::nothing(&app, &request);
    }
    Err(Problem::NotFound("there is nothing here; see /openapi.json"))
}
