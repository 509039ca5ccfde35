//! The one error (RFC 9457): a stable type, a title, a status, and what to do next.

use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, HeaderValue, RETRY_AFTER, WWW_AUTHENTICATE};
use actix_web::{HttpResponse, HttpResponseBuilder, ResponseError};
use serde_json::{Value, json};

use crate::admission::Busy;
use crate::admission::core::Shed;
use crate::auth::Refused;
use crate::casework::{CaseworkError, StoreError};
use crate::domain::decide::Refusal;
use crate::domain::objection::NotLifted;
use crate::domain::review::NotEnacted;
use crate::domain::time::Instant;

/// What went wrong.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The body is not what the route takes.
    #[error("{0}")]
    BadRequest(String),
    /// A member of the body is wrong.
    #[error("{detail}")]
    Unprocessable {
        /// JSON pointer of the member.
        pointer: &'static str,
        /// What is wrong and what to do.
        detail: String,
    },
    /// A text of the body cannot be read, and not be stored everywhere.
    #[error(
        "`{pointer}` holds a control character, such as U+0000; leave it out, only tabs and line ends may stay"
    )]
    ControlCharacter {
        /// JSON pointer of the member.
        pointer: String,
    },
    /// The body is too large.
    #[error("the body is larger than {0} bytes; send less")]
    TooLarge(usize),
    /// The body did not come in time.
    #[error("the body did not arrive in time; send it faster or try again")]
    TooSlow,
    /// Not JSON, or encoded.
    #[error("send the body as `application/json` without content encoding")]
    MediaType,
    /// No credential where one is needed.
    #[error("sign in first: send `Authorization: Bearer <token or API key>`")]
    NotSignedIn,
    /// The credential was refused.
    #[error("{0}")]
    Unauthorized(#[from] Refused),
    /// Understood, but too little right.
    #[error("{0}")]
    Forbidden(&'static str),
    /// No such thing, or not yours.
    #[error("{0}")]
    NotFound(&'static str),
    /// Another method than those of the route.
    #[error("use {0} here")]
    OtherMethod(&'static str),
    /// The precondition is missing.
    #[error("send `If-Match` with the ETag of the case that you read")]
    NoPrecondition,
    /// The guard.
    #[error("the service is busy; try again in {} seconds", .0.retry_after_seconds)]
    Busy(Busy),
    /// No room at the door.
    #[error("the service is full; nothing was stored, try again in {} seconds", .0.retry_after_seconds)]
    Away(Shed),
    /// Nothing was stored, but no day is lost.
    #[error("{} with the claim ticket, which keeps today as the day of the request", .0.why)]
    Ticketed(Box<Ticketed>),
    /// Casework said no.
    #[error("{0}")]
    Casework(#[from] CaseworkError),
}

/// The header in which a ticket is given, and given back.
pub(super) const CLAIM_TICKET: &str = "Claim-Ticket";

/// A refusal with a ticket.
#[derive(Debug)]
pub struct Ticketed {
    /// What went wrong.
    pub why: Problem,
    /// The ticket.
    pub ticket: String,
    /// The day that it keeps.
    pub dated: Instant,
    /// When it can no longer be redeemed.
    pub expires: Instant,
}

/// A kind of problem: type, title, status.
pub type Kind = (&'static str, &'static str, u16);

/// Every kind, for the documentation page.
pub const KINDS: [Kind; 23] = [
    BAD_REQUEST,
    UNPROCESSABLE,
    TOO_LARGE,
    TOO_SLOW,
    MEDIA_TYPE,
    UNAUTHORIZED,
    FORBIDDEN,
    NOT_FOUND,
    OTHER_METHOD,
    NO_PRECONDITION,
    STALE,
    NOT_ALLOWED,
    OTHER_BODY,
    TICKET,
    NO_PURPOSE,
    NO_CATEGORY,
    NO_SYSTEM,
    BUSY,
    UNAVAILABLE,
    ROLLED_BACK,
    DISK_FULL,
    KEYS_UNAVAILABLE,
    INTERNAL,
];

const BAD_REQUEST: Kind = ("bad-request", "The request cannot be read", 400);
const UNPROCESSABLE: Kind = ("invalid-member", "A member of the body is wrong", 422);
const TOO_LARGE: Kind = ("body-too-large", "The body is too large", 413);
const TOO_SLOW: Kind = ("body-too-slow", "The body did not arrive in time", 408);
const MEDIA_TYPE: Kind = ("media-type", "Another media type is needed", 415);
const UNAUTHORIZED: Kind = ("unauthorized", "The credential is missing or refused", 401);
const FORBIDDEN: Kind = ("forbidden", "The credential does not reach this", 403);
const NOT_FOUND: Kind = ("not-found", "There is nothing here", 404);
const OTHER_METHOD: Kind = ("method-not-allowed", "The route has other methods", 405);
const NO_PRECONDITION: Kind = ("precondition-required", "A precondition is needed", 428);
const STALE: Kind = ("stale", "Somebody changed it in the meantime", 412);
const NOT_ALLOWED: Kind = ("not-allowed", "The case does not allow it now", 409);
const OTHER_BODY: Kind = ("idempotency-key-reused", "The key was used with another body", 422);
const TICKET: Kind = ("ticket-refused", "The claim ticket does not count", 422);
const NO_PURPOSE: Kind = ("unknown-purpose", "There is no such purpose", 404);
const NO_CATEGORY: Kind = ("unknown-category", "There is no such data category", 422);
const NO_SYSTEM: Kind = ("unknown-system", "There is no such system", 422);
const BUSY: Kind = ("temporary-reduced-capacity", "The service is busy", 503);
const UNAVAILABLE: Kind = ("unavailable", "The database does not answer", 503);
const ROLLED_BACK: Kind = ("rolled-back", "The log was rolled back; nothing is written", 503);
const DISK_FULL: Kind = ("disk-full", "There is no space left", 507);
const KEYS_UNAVAILABLE: Kind = ("issuer-unavailable", "The issuer's keys cannot be loaded", 503);
const INTERNAL: Kind = ("internal", "Something went wrong on our side", 500);

impl Problem {
    fn kind(&self) -> Kind {
        match self {
            Self::BadRequest(_) => BAD_REQUEST,
            Self::Unprocessable { .. } | Self::ControlCharacter { .. } => UNPROCESSABLE,
            Self::TooLarge(_) => TOO_LARGE,
            Self::TooSlow => TOO_SLOW,
            Self::MediaType => MEDIA_TYPE,
            Self::Unauthorized(Refused::NoKeys) => KEYS_UNAVAILABLE,
            Self::NotSignedIn | Self::Unauthorized(Refused::Credential(_)) => UNAUTHORIZED,
            Self::Forbidden(_) => FORBIDDEN,
            Self::NotFound(_) => NOT_FOUND,
            Self::OtherMethod(_) => OTHER_METHOD,
            Self::NoPrecondition => NO_PRECONDITION,
            Self::Busy(_) | Self::Away(_) => BUSY,
            Self::Ticketed(ticketed) => ticketed.why.kind(),
            Self::Casework(error) => casework_kind(error),
        }
    }

    /// The member of the body that it is about.
    fn pointer(&self) -> Option<&str> {
        if let Self::Unprocessable { pointer, .. } = self {
            return Some(pointer);
        }
        if let Self::ControlCharacter { pointer } = self {
            return Some(pointer);
        }
        None
    }

    /// Seconds after which it is worth trying again.
    fn retry_after_seconds(&self) -> Option<u64> {
        if let Self::Busy(busy) = self {
            return Some(busy.retry_after_seconds);
        }
        if let Self::Away(shed) = self {
            return Some(shed.retry_after_seconds);
        }
        if let Self::Ticketed(ticketed) = self {
            return ticketed.why.retry_after_seconds();
        }
        matches!(self.kind().2, 503 | 507).then_some(2)
    }

    fn rate_limit(&self) -> Vec<(&'static str, String)> {
        if let Self::Busy(busy) = self {
            let (burst, rate) = (busy.ceiling.burst.get(), busy.ceiling.per_second.get());
            let window = u64::from((burst / rate).max(1));
            return limit("network", u64::from(burst), window, busy.retry_after_seconds);
        }
        if let Self::Away(shed) = self {
            return limit("capacity", shed.rate, 1, shed.retry_after_seconds);
        }
        if let Self::Ticketed(ticketed) = self {
            return ticketed.why.rate_limit();
        }
        Vec::new()
    }

    fn detail(&self) -> String {
        if let Self::Ticketed(ticketed) = self {
            return format!(
                "{}; send it again with the header `Claim-Ticket`, and it is dated today",
                ticketed.why.detail()
            );
        }
        if let Self::Casework(CaseworkError::Store(StoreError::Unavailable(_))) = self {
            return "the database does not answer; nothing was stored, try again in a moment"
                .into();
        }
        self.to_string()
    }

    /// A fault of ours gets a name, under which the log tells what it was. Nobody else is told.
    fn incident(&self) -> Option<Incident> {
        (self.kind() == INTERNAL).then(|| {
            let incident = crate::domain::id::JobId(crate::casework::random_id()).to_string();
            tracing::error!(incident, "an internal error was answered: {self}");
            Incident(incident)
        })
    }
}

/// What a fault of ours is called, in the log and to whoever met it.
#[derive(Clone, Debug)]
pub(super) struct Incident(pub(super) String);

fn casework_kind(error: &CaseworkError) -> Kind {
    match error {
        CaseworkError::NoSuchCase
        | CaseworkError::NoPackage
        | CaseworkError::NoReceipt
        | CaseworkError::NoSuchAttachment
        | CaseworkError::NoSuchRecipient
        | CaseworkError::NoSuchFlag
        | CaseworkError::NoSuchTask => NOT_FOUND,
        CaseworkError::NoSuchCost(_) => UNPROCESSABLE,
        CaseworkError::TaskOfCase => NOT_ALLOWED,
        CaseworkError::NoSuchEpoch | CaseworkError::Unfit(_) => UNPROCESSABLE,
        CaseworkError::Refused(
            Refusal::NoReason
            | Refusal::NotConcrete
            | Refusal::NoDoubt
            | Refusal::NoQuestion
            | Refusal::AnsweredWhen(_)
            | Refusal::PostedWhen(_)
            | Refusal::NotEnacted(NotEnacted::NoReasons(_)),
        )
        | CaseworkError::MissingPart(_)
        | CaseworkError::MisplacedPart(_)
        | CaseworkError::Incomplete(_) => UNPROCESSABLE,
        CaseworkError::Refused(
            Refusal::NotEnacted(NotEnacted::NotTheController | NotEnacted::NotTheDpo)
            | Refusal::NotLifted(NotLifted::NotTheController),
        ) => FORBIDDEN,
        CaseworkError::Refused(_) => NOT_ALLOWED,
        CaseworkError::Stale { .. } => STALE,
        CaseworkError::OtherBody => OTHER_BODY,
        CaseworkError::TooMuch => BAD_REQUEST,
        CaseworkError::Ticket(_) => TICKET,
        CaseworkError::NoSuchPurpose(_) => NO_PURPOSE,
        CaseworkError::NoSuchCategory(_) => NO_CATEGORY,
        CaseworkError::NoSuchSystem(_) => NO_SYSTEM,
        CaseworkError::NotSignedYet | CaseworkError::Store(StoreError::Busy) => BUSY,
        CaseworkError::Store(StoreError::Unavailable(_)) => UNAVAILABLE,
        CaseworkError::Store(StoreError::RolledBack) => ROLLED_BACK,
        CaseworkError::Store(StoreError::Full) => DISK_FULL,
        CaseworkError::Sealed(_)
        | CaseworkError::Damaged(_)
        | CaseworkError::Unmade(_)
        | CaseworkError::Store(StoreError::Conflict { .. } | StoreError::Broken(_)) => INTERNAL,
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.kind().2).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let (name, title, status) = self.kind();
        let incident = self.incident();
        let detail = match &incident {
            Some(Incident(name)) => format!("nothing you did; quote {name} to the operator"),
            None => self.detail(),
        };
        let mut body = json!({
            "type": format!("/docs#{name}"), "title": title, "status": status, "detail": detail,
        });
        if let (Some(pointer), Value::Object(members)) = (self.pointer(), &mut body) {
            let detail = self.to_string();
            members.insert("errors".into(), json!([{ "pointer": pointer, "detail": detail }]));
        }
        if let (Self::Ticketed(ticketed), Value::Object(members)) = (self, &mut body) {
            let ticket = json!({
                "value": ticketed.ticket, "dated": ticketed.dated.rfc3339(), "expires": ticketed.expires.rfc3339(),
            });
            members.insert("claim_ticket".into(), ticket);
        }
        let mut answer = HttpResponseBuilder::new(self.status_code());
        answer.insert_header(("Cache-Control", "no-store"));
        if status == 401 {
            answer.insert_header((
                WWW_AUTHENTICATE,
                HeaderValue::from_static("Bearer realm=\"habeas\", error=\"invalid_token\""),
            ));
        }
        if let Some(seconds) = self.retry_after_seconds() {
            answer.insert_header((RETRY_AFTER, seconds));
        }
        if let Self::OtherMethod(methods) = self {
            answer.insert_header((ALLOW, *methods));
        }
        for (name, value) in self.rate_limit() {
            answer.insert_header((name, value));
        }
        if let Self::Ticketed(ticketed) = self {
            answer.insert_header((CLAIM_TICKET, ticketed.ticket.as_str()));
        }
        let mut answer = answer.content_type("application/problem+json").body(body.to_string());
        if let Some(incident) = incident {
            answer.extensions_mut().insert(incident);
        }
        answer
    }
}

// draft-ietf-httpapi-ratelimit-headers-10: structured-field lists of strings with parameters. Only where somebody was
// sent away, so that no ordinary answer differs by who gets it and nobody is shown a quota on a right (P18).
fn limit(
    name: &str,
    quota: u64,
    window: u64,
    retry_after_seconds: u64,
) -> Vec<(&'static str, String)> {
    vec![
        ("RateLimit-Policy", format!("\"{name}\";q={quota};w={window}")),
        ("RateLimit", format!("\"{name}\";r=0;t={retry_after_seconds}")),
    ]
}
