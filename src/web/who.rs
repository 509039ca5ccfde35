//! Who speaks, and what they may reach: a value that a handler holds in its signature, or it is not called.
//!
//! Start with [`Authority`]. A handler that takes a body takes [`Sent`]: nobody's body is read before they are known.

use std::net::{IpAddr, Ipv4Addr};
use std::pin::Pin;
use std::sync::Arc;

use actix_web::dev::Payload;
use actix_web::http::header::{AUTHORIZATION, IF_MATCH};
use actix_web::web::{self, BytesMut, Data};
use actix_web::{FromRequest, HttpRequest};
use serde::de::DeserializeOwned;

use crate::auth::{Pipeline, Principal, Refused, Scope, Subject};
use crate::casework::CaseworkError;
use crate::casework::case::reading::Reader;
use crate::casework::mail::Pace;
use crate::casework::objections::objecting;
use crate::domain::role::{Officer, Role};

use super::problem::Problem;
use super::{App, body, head};

/// What somebody may do, shown by what they sent.
pub(in crate::web) trait Authority: Sized + 'static {
    /// Whether they may.
    ///
    /// # Errors
    /// [`Problem::NotSignedIn`], [`Problem::Unauthorized`], [`Problem::Forbidden`], or the guard's.
    async fn shown(app: &App, request: &HttpRequest) -> Result<Self, Problem>;
}

type Asked<T> = Pin<Box<dyn Future<Output = Result<T, Problem>>>>;

fn asked<A: Authority>(request: &HttpRequest) -> Asked<A> {
    let request = request.clone();
    Box::pin(async move {
        let app = here(&request)?;
        A::shown(&app, &request).await
    })
}

fn here(request: &HttpRequest) -> Result<Data<App>, Problem> {
    let app = request.app_data::<Data<App>>().cloned();
    app.ok_or(Problem::Casework(CaseworkError::Unmade("server")))
}

/// Lets a handler ask for an authority by its type.
macro_rules! extracted {
    ($($who:ty),* $(,)?) => {$(
        impl FromRequest for $who {
            type Error = Problem;
            type Future = Asked<Self>;
            fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
                asked(request)
            }
        }
    )*};
}

/// Members of staff, by the roles of which they need one.
macro_rules! staff {
    ($($(#[$doc:meta])* $name:ident: $roles:expr;)*) => {$(
        $(#[$doc])*
        pub(in crate::web) struct $name(pub(in crate::web) Officer);

        impl Authority for $name {
            async fn shown(app: &App, request: &HttpRequest) -> Result<Self, Problem> {
                officer(app, request, &$roles).await.map(Self)
            }
        }

        extracted!($name);
    )*};
}

/// Pipelines, by the scope that their key needs.
macro_rules! pipelines {
    ($($(#[$doc:meta])* $name:ident: $scope:expr;)*) => {$(
        $(#[$doc])*
        pub(in crate::web) struct $name;

        impl Authority for $name {
            async fn shown(app: &App, request: &HttpRequest) -> Result<Self, Problem> {
                pipeline(app, request, $scope).await.map(|_| Self)
            }
        }

        extracted!($name);
    )*};
}

staff! {
    /// Anybody of the office: it may be read.
    Staff: Role::ALL;
    /// Who works on cases.
    Worker: [Role::Caseworker, Role::Dpo, Role::Controller];
    /// Who sees flags.
    Overseer: [Role::Dpo, Role::Controller, Role::Auditor];
    /// Who has a say in what is looked at.
    Decider: [Role::Dpo, Role::Controller];
    /// The DPO.
    Advisor: [Role::Dpo];
    /// The controller's decision-maker.
    Signatory: [Role::Controller];
    /// Who checks the log.
    Auditor: [Role::Auditor];
}

pipelines! {
    /// May ask who objected.
    Checks: Scope::ObjectionsCheck;
    /// May make links to choices.
    Links: Scope::ObjectionsLink;
    /// May make links into the portal.
    PortalLinks: Scope::PortalLink;
}

/// Who answers for fairness.
pub(in crate::web) struct Comparer;

impl Authority for Comparer {
    async fn shown(app: &App, request: &HttpRequest) -> Result<Self, Problem> {
        officer(app, request, &[Role::Dpo, Role::Auditor]).await.map(|_| Self)
    }
}

/// A system that says what it obeys: its name is that of its key.
pub(in crate::web) struct Acknowledges(pub(in crate::web) Arc<Pipeline>);

impl Authority for Acknowledges {
    async fn shown(app: &App, request: &HttpRequest) -> Result<Self, Problem> {
        pipeline(app, request, Scope::ObjectionsAcknowledge).await.map(Self)
    }
}

/// Whoever speaks; nobody without a credential.
pub(in crate::web) struct Anyone(pub(in crate::web) Option<Principal>);

impl Authority for Anyone {
    async fn shown(app: &App, request: &HttpRequest) -> Result<Self, Problem> {
        anyone(app, request).await.map(Self)
    }
}

/// A person.
impl Authority for Subject {
    async fn shown(app: &App, request: &HttpRequest) -> Result<Self, Problem> {
        match anyone(app, request).await?.ok_or(Problem::NotSignedIn)? {
            Principal::Subject(subject) => Ok(subject),
            Principal::Officer(_) | Principal::Pipeline(_) => {
                Err(Problem::Forbidden("this is for the person; sign in as the person"))
            }
        }
    }
}

/// A person for their own, or any member of staff.
impl Authority for Reader {
    async fn shown(app: &App, request: &HttpRequest) -> Result<Self, Problem> {
        match anyone(app, request).await?.ok_or(Problem::NotSignedIn)? {
            Principal::Subject(subject) => Ok(Self::Person(subject.asker)),
            Principal::Officer(officer) if Role::ALL.iter().any(|role| officer.is(*role)) => {
                // A HEAD hands nothing over.
                Ok(if head::is_asked(request) { Self::Glance } else { Self::Officer(officer) })
            }
            Principal::Officer(_) | Principal::Pipeline(_) => {
                Err(Problem::Forbidden("your credential does not reach requests"))
            }
        }
    }
}

/// Any member of staff, or a pipeline that may ask who objected.
pub(in crate::web) struct StaffOrChecks;

impl Authority for StaffOrChecks {
    async fn shown(app: &App, request: &HttpRequest) -> Result<Self, Problem> {
        match anyone(app, request).await?.ok_or(Problem::NotSignedIn)? {
            Principal::Pipeline(pipeline) if pipeline.may(Scope::ObjectionsCheck) => Ok(Self),
            Principal::Officer(officer) if Role::ALL.iter().any(|role| officer.is(*role)) => {
                Ok(Self)
            }
            Principal::Pipeline(_) | Principal::Subject(_) | Principal::Officer(_) => {
                Err(Problem::Forbidden("this is for staff and for pipelines that may ask"))
            }
        }
    }
}

extracted!(Anyone, Subject, Reader, StaffOrChecks, Comparer, Acknowledges);

/// Somebody who changes what they have read, with the version that they saw.
pub(in crate::web) struct Acting<A>(pub(in crate::web) A, pub(in crate::web) i64);

impl<A: Authority> Authority for Acting<A> {
    async fn shown(app: &App, request: &HttpRequest) -> Result<Self, Problem> {
        let by = A::shown(app, request).await?;
        Ok(Self(by, version(request)?))
    }
}

impl<A: Authority> FromRequest for Acting<A> {
    type Error = Problem;
    type Future = Asked<Self>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        asked(request)
    }
}

/// The version that `If-Match` names.
pub(super) fn version(request: &HttpRequest) -> Result<i64, Problem> {
    let header = request.headers().get(IF_MATCH).and_then(|value| value.to_str().ok());
    header.and_then(|tag| tag.trim_matches('"').parse().ok()).ok_or(Problem::NoPrecondition)
}

/// A JSON body, of somebody who may send it.
pub(in crate::web) struct Sent<A, B> {
    /// Who sent it.
    pub(in crate::web) by: A,
    /// What it says.
    pub(in crate::web) body: B,
    /// As it came.
    pub(in crate::web) bytes: BytesMut,
}

impl<A: Authority, B: DeserializeOwned + 'static> FromRequest for Sent<A, B> {
    type Error = Problem;
    type Future = Asked<Self>;
    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, payload) = (request.clone(), web::Payload::from_request(request, payload));
        Box::pin(async move {
            let app = here(&request)?;
            let by = A::shown(&app, &request).await?;
            let payload = payload.await.map_err(|_| Problem::MediaType)?;
            let (body, bytes) = body::json(&request, payload, app.limits).await?;
            Ok(Self { by, body, bytes })
        })
    }
}

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

/// A member of staff with one of these roles.
async fn officer(app: &App, request: &HttpRequest, roles: &[Role]) -> Result<Officer, Problem> {
    match anyone(app, request).await?.ok_or(Problem::NotSignedIn)? {
        Principal::Officer(officer) if roles.iter().any(|role| officer.is(*role)) => Ok(officer),
        Principal::Officer(_) | Principal::Subject(_) | Principal::Pipeline(_) => {
            Err(Problem::Forbidden("your role does not reach this"))
        }
    }
}

/// A pipeline with this scope.
async fn pipeline(
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
