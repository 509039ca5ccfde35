//! Who speaks, and what they may reach.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::http::header::AUTHORIZATION;

use crate::auth::{Pipeline, Principal, Refused, Scope, Subject};
use crate::casework::case::reading::Reader;
use crate::casework::mail::Pace;
use crate::casework::objections::objecting;
use crate::domain::role::{Officer, Role};

use super::App;
use super::head;
use super::problem::Problem;

/// Whoever speaks; nobody without a credential. A token that shows that an account and an address are one person brings
/// together what they objected to as the one and as the other. Callers whom nobody knows pass the guard first.
pub(super) async fn anyone(app: &App, request: &HttpRequest) -> Result<Option<Principal>, Problem> {
    let Some(header) = request.headers().get(AUTHORIZATION) else {
        guard(app, request)?;
        return Ok(None);
    };
    let credential = header.to_str().ok().and_then(|text| {
        let (scheme, rest) = text.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then_some(rest.trim())
    });
    let now = app.office.clock.now();
    let known = match credential {
        Some(credential) => app.authority.identify(credential, now).await,
        None => Err(Refused::Credential("send it as `Authorization: Bearer …`")),
    };
    match known {
        Ok(principal) => {
            if let Principal::Subject(subject) = &principal {
                objecting::unite(&app.office, &subject.asker).await?;
            }
            Ok(Some(principal))
        }
        Err(refused) => {
            guard(app, request)?;
            Err(refused.into())
        }
    }
}

pub(super) fn guard(app: &App, request: &HttpRequest) -> Result<(), Problem> {
    app.guard.admit(network(app, request)).map_err(Problem::Busy)
}

/// How fast ways in are asked for from where this comes from. The answer is the same; only no mail goes out.
pub(super) fn pace(app: &App, request: &HttpRequest) -> Pace {
    let is_usual = app.mailed.admit(network(app, request)).is_ok();
    if is_usual { Pace::Usual } else { Pace::TooFast }
}

fn network(app: &App, request: &HttpRequest) -> IpAddr {
    let peer = request.peer_addr().map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip());
    let forwarded =
        request.headers().get_all("X-Forwarded-For").filter_map(|value| value.to_str().ok());
    let forwarded: Vec<&str> = forwarded.collect();
    app.proxies.client(peer, forwarded.into_iter())
}

/// A person.
pub(super) async fn subject(app: &App, request: &HttpRequest) -> Result<Subject, Problem> {
    match anyone(app, request).await?.ok_or(Problem::NotSignedIn)? {
        Principal::Subject(subject) => Ok(subject),
        Principal::Officer(_) | Principal::Pipeline(_) => {
            Err(Problem::Forbidden("this is for the person; sign in as the person"))
        }
    }
}

/// A member of staff with one of these roles.
pub(super) async fn officer(
    app: &App,
    request: &HttpRequest,
    roles: &[Role],
) -> Result<Officer, Problem> {
    match anyone(app, request).await?.ok_or(Problem::NotSignedIn)? {
        Principal::Officer(officer) if roles.iter().any(|role| officer.is(*role)) => Ok(officer),
        Principal::Officer(_) | Principal::Subject(_) | Principal::Pipeline(_) => {
            Err(Problem::Forbidden("your role does not reach this"))
        }
    }
}

/// A person for their own, or any member of staff.
pub(super) async fn reader(app: &App, request: &HttpRequest) -> Result<Reader, Problem> {
    match anyone(app, request).await?.ok_or(Problem::NotSignedIn)? {
        Principal::Subject(subject) => Ok(Reader::Person(subject.asker)),
        Principal::Officer(officer) if Role::ALL.iter().any(|role| officer.is(*role)) => {
            // A HEAD hands nothing over.
            Ok(if head::is_asked(request) { Reader::Glance } else { Reader::Officer(officer) })
        }
        Principal::Officer(_) | Principal::Pipeline(_) => {
            Err(Problem::Forbidden("your credential does not reach requests"))
        }
    }
}

/// A pipeline with this scope.
pub(super) async fn pipeline(
    app: &App,
    request: &HttpRequest,
    scope: Scope,
) -> Result<Arc<Pipeline>, Problem> {
    match anyone(app, request).await?.ok_or(Problem::NotSignedIn)? {
        Principal::Pipeline(pipeline) if pipeline.may(scope) => Ok(pipeline),
        Principal::Pipeline(_) | Principal::Subject(_) | Principal::Officer(_) => {
            Err(Problem::Forbidden(match scope {
                Scope::ObjectionsCheck => "this needs an API key with the scope `objections:check`",
                Scope::ObjectionsLink => "this needs an API key with the scope `objections:link`",
                Scope::ObjectionsAcknowledge => {
                    "this needs an API key with the scope `objections:acknowledge`"
                }
                Scope::PortalLink => "this needs an API key with the scope `portal:link`",
            }))
        }
    }
}

/// Any member of staff, or a pipeline with this scope.
pub(super) async fn officer_or_pipeline(
    app: &App,
    request: &HttpRequest,
    scope: Scope,
) -> Result<(), Problem> {
    match anyone(app, request).await?.ok_or(Problem::NotSignedIn)? {
        Principal::Pipeline(pipeline) if pipeline.may(scope) => Ok(()),
        Principal::Officer(officer) if Role::ALL.iter().any(|role| officer.is(*role)) => Ok(()),
        Principal::Pipeline(_) | Principal::Subject(_) | Principal::Officer(_) => {
            Err(Problem::Forbidden("this is for staff and for pipelines that may ask"))
        }
    }
}
