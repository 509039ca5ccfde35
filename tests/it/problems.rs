//! What a client reads of each kind of problem, as it was agreed: a change here is a change for every client.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use actix_web::ResponseError as _;
use actix_web::body::MessageBody as _;
use habeas::admission::core::Shed;
use habeas::admission::{Busy, Ceiling};
use habeas::auth::Refused;
use habeas::casework::TicketRefused;
use habeas::casework::{CaseworkError, StoreError};
use habeas::domain::time::Instant;
use habeas::web::problem::{KINDS, Problem, Ticketed};
use serde_json::Value;

/// One of each kind, and those that look otherwise than the first of their kind.
fn problems() -> Vec<Problem> {
    let some = |n| NonZeroU32::new(n).unwrap();
    let ceiling = Ceiling { per_second: some(50), burst: some(200), networks_max: some(1000) };
    let shed = Shed { retry_after_seconds: 7, rate: 1200, first: true };
    let ticketed = Ticketed {
        why: Problem::Away(shed),
        ticket: "hbt_…".into(),
        dated: Instant(1_795_503_600_000),
        expires: Instant(1_798_095_600_000),
    };
    let casework = Problem::Casework;
    let store = |error| casework(CaseworkError::Store(error));
    vec![
        Problem::BadRequest("the body ends early, at line 1, column 9".into()),
        Problem::Unprocessable { pointer: "/right", detail: "there is no right `all`".into() },
        Problem::ControlCharacter { pointer: "/message".to_owned() },
        Problem::TooLarge(65_536),
        Problem::TooSlow,
        Problem::MediaType,
        Problem::NotSignedIn,
        Problem::Unauthorized(Refused::Credential("it has expired")),
        Problem::Unauthorized(Refused::NoKeys),
        Problem::Forbidden("only the controller may do this"),
        Problem::NotFound("there is no such request"),
        Problem::OtherMethod("GET, HEAD"),
        Problem::NoPrecondition,
        casework(CaseworkError::Stale { now: 4 }),
        casework(CaseworkError::TaskOfCase),
        casework(CaseworkError::OtherBody),
        casework(CaseworkError::Ticket(TicketRefused::Forged)),
        casework(CaseworkError::NoSuchPurpose("astrology".into())),
        casework(CaseworkError::NoSuchCategory("dreams".into())),
        casework(CaseworkError::NoSuchSystem("attic".into())),
        Problem::Busy(Busy { retry_after_seconds: 3, ceiling }),
        Problem::Away(shed),
        Problem::Ticketed(Box::new(ticketed)),
        store(StoreError::Unavailable("connection refused (host=db.internal)".into())),
        store(StoreError::RolledBack),
        store(StoreError::Full),
        store(StoreError::Broken("column `sub` of table `cases` is gone".into())),
    ]
}

/// The number of an incident is another one each time.
fn without_incident(text: &str) -> String {
    match text.split_once("job_") {
        Some((before, rest)) => {
            let rest = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
            format!("{before}job_…{rest}")
        }
        None => text.to_owned(),
    }
}

#[test]
fn each_kind_of_problem_reads_as_it_was_agreed() {
    let mut shown = String::new();
    let mut kinds = BTreeSet::new();
    for problem in problems() {
        let answer = problem.error_response();
        shown.push_str(&format!("{}\n", answer.status()));
        let mut headers: Vec<String> = answer
            .headers()
            .iter()
            .map(|(name, value)| format!("{name}: {}\n", value.to_str().unwrap_or("(bytes)")))
            .collect();
        headers.sort();
        shown.push_str(&headers.concat());
        let body = answer.into_body().try_into_bytes().unwrap();
        let body: Value = serde_json::from_slice(&body).unwrap();
        kinds.insert(body["type"].as_str().unwrap().to_owned());
        let text = serde_json::to_string_pretty(&body).unwrap();
        shown.push_str(&format!("{}\n\n", without_incident(&text)));
    }
    let known: BTreeSet<String> = KINDS.iter().map(|kind| format!("/docs#{}", kind.0)).collect();
    assert_eq!(kinds, known, "one of each kind, and no other");
    for inner in ["db.internal", "table `cases`"] {
        assert!(!shown.contains(inner), "nobody outside reads `{inner}`");
    }
    insta::assert_snapshot!(shown);
}
