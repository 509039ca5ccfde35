//! The listener and the list of routes.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use actix_web::dev::Server;
use actix_web::middleware::DefaultHeaders;
use actix_web::web::{
    Data, PathConfig, QueryConfig, ServiceConfig, delete, get, post, put, resource, scope,
};
use actix_web::{App as Actix, HttpRequest, HttpServer};

use super::api::{audit, cases, check, health, objections, policy, requests, review};
use super::problem::Problem;
use super::{App, openapi};

/// How the listener behaves.
#[derive(Clone, Copy, Debug)]
pub struct Listening {
    /// Threads; 0 means one per core.
    pub workers: usize,
    /// How long open requests may finish at the end.
    pub shutdown_seconds: u64,
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
        .service(resource("/health/live").get(health::live))
        .service(resource("/health/ready").get(health::ready))
        .service(resource("/openapi.json").get(openapi::document))
        .service(resource("/docs").get(openapi::page))
        .service(
            scope("/v1")
                .service(
                    resource("/requests")
                        .route(post().to(requests::open))
                        .route(get().to(requests::list)),
                )
                .service(resource("/requests/{ref}").get(requests::one))
                .service(resource("/requests/{ref}/withdraw").post(requests::withdraw))
                .service(resource("/requests/{ref}/messages").post(requests::message))
                .service(resource("/requests/{ref}/contest").post(requests::contest))
                .service(resource("/requests/{ref}/receipt").get(requests::receipt))
                .service(resource("/requests/{ref}/package").get(requests::package))
                .service(resource("/objections").get(objections::list))
                .service(
                    resource("/objections/{purpose}")
                        .route(put().to(objections::object))
                        .route(delete().to(objections::take_back)),
                )
                .service(resource("/purposes").get(objections::purposes))
                .service(
                    resource("/check/{purpose}")
                        .route(get().to(check::single))
                        .route(post().to(check::bulk)),
                )
                .service(resource("/cases").get(cases::list))
                .service(resource("/cases/{ref}").get(cases::one))
                .service(resource("/cases/{ref}/answer").post(cases::answer))
                .service(resource("/cases/{ref}/identify").post(cases::identify))
                .service(resource("/cases/{ref}/extend").post(cases::extend))
                .service(resource("/review/flags").get(review::list))
                .service(resource("/review/flags/{id}").get(review::one))
                .service(resource("/policy").get(policy::in_force))
                .service(resource("/policy/{hash}").get(policy::by_hash))
                .service(resource("/audit/key").get(audit::key))
                .service(resource("/audit/checkpoint").get(audit::checkpoint))
                .service(resource("/audit/tile/{path:.*}").get(audit::tile))
                .service(resource("/audit/proof/inclusion").get(audit::inclusion))
                .service(resource("/audit/proof/consistency").get(audit::consistency)),
        )
        .default_service(actix_web::web::to(nothing));
}

async fn nothing(_: HttpRequest) -> Result<actix_web::HttpResponse, Problem> {
    Err(Problem::NotFound("there is nothing here; see /openapi.json"))
}
