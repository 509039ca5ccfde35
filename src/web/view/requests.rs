//! A request, as its person reads it.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::casework::case::browse::{Message, Shown};
use crate::casework::case::opened::Opened;
use crate::domain::case::{State, Writer};
use crate::domain::id::Reference;
use crate::domain::name::PurposeId;
use crate::domain::part::Part;
use crate::domain::time::Day;
use crate::web::merged;

use super::Moment;
use super::attached::{File, Letter};

/// What every answer about a request begins with; the same members whatever the threshold found.
#[derive(Serialize)]
pub(in crate::web) struct Recorded<'c> {
    reference: Reference,
    right: &'static str,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    merged_into: Option<Reference>,
    /// What a merged request has to say at once (P9).
    #[serde(skip_serializing_if = "Option::is_none")]
    notice: Option<String>,
    received_at: Moment,
    due: Due<'c>,
    fee: Option<Fee>,
    identity: &'static str,
    receipt: String,
    links: Links,
}

#[derive(Serialize)]
struct Due<'c> {
    date: Day,
    expires: Moment,
    explanation: &'c [String],
}

#[derive(Serialize)]
struct Fee {
    cents: i64,
}

#[derive(Serialize)]
struct Links {
    #[serde(rename = "self")]
    own: String,
    receipt: String,
    package: String,
}

/// Where a program finds a request.
pub(in crate::web) fn path(reference: Reference) -> String {
    format!("/v1/requests/{reference}")
}

impl<'c> Recorded<'c> {
    pub(in crate::web) fn of(opened: &'c Opened) -> Self {
        let path = path(opened.reference);
        let due = opened.due.date;
        let notice =
            opened.merged_into.map(|into| merged::notice(&into.to_string(), due, opened.language));
        Self {
            reference: opened.reference,
            right: opened.right.code(),
            state: opened.stage.code(),
            merged_into: opened.merged_into,
            notice,
            received_at: Moment(opened.received_at),
            due: Due {
                date: due,
                expires: Moment(opened.due.expires),
                explanation: &opened.explanation,
            },
            // Invariant 7: no amount can stand here without an enacted decision.
            fee: None,
            identity: opened.identity,
            receipt: format!("{path}/receipt"),
            links: Links {
                receipt: format!("{path}/receipt"),
                package: format!("{path}/package"),
                own: path,
            },
        }
    }
}

/// A request in a list: with what has become of it.
#[derive(Serialize)]
pub(in crate::web) struct Listed<'c> {
    #[serde(flatten)]
    recorded: Recorded<'c>,
    #[serde(flatten)]
    followed: Followed<'c>,
}

#[derive(Serialize)]
struct Followed<'c> {
    outcome: Option<&'static str>,
    answered_at: Option<Moment>,
    extended: bool,
    restricted: &'c BTreeSet<PurposeId>,
}

impl<'c> Listed<'c> {
    pub(in crate::web) fn of(opened: &'c Opened, state: &'c State) -> Self {
        Self {
            recorded: Recorded::of(opened),
            followed: Followed {
                outcome: state.stage.outcome().map(crate::domain::case::Outcome::code),
                answered_at: Moment::maybe(state.answer.as_ref().map(|answer| answer.at)),
                extended: state.extended,
                restricted: &state.restricted,
            },
        }
    }
}

/// A request with everything that happened since.
#[derive(Serialize)]
pub(in crate::web) struct Whole<'c> {
    #[serde(flatten)]
    listed: Listed<'c>,
    parts: &'c [Part],
    package_ready: bool,
    messages: Vec<Written<'c>>,
    attachments: Vec<File<'c>>,
    notices: Vec<Letter<'c>>,
    /// The words of the request.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'c str>,
}

#[derive(Serialize)]
struct Written<'c> {
    at: Moment,
    from: Option<&'static str>,
    text: &'c str,
}

impl<'c> Written<'c> {
    fn of(message: &'c Message) -> Self {
        Self {
            at: Moment(message.at),
            from: message.from.map(Writer::code),
            text: message.text.reveal(),
        }
    }
}

impl<'c> Whole<'c> {
    pub(in crate::web) fn of(shown: &'c Shown) -> Self {
        let path = path(shown.opened.reference);
        let mut listed = Listed::of(&shown.opened, &shown.state);
        // Invariant 7: only an enacted decision puts an amount here.
        listed.recorded.fee = shown.fee_cents.map(|cents| Fee { cents });
        Self {
            listed,
            parts: &shown.parts,
            package_ready: shown.has_package,
            messages: shown.messages.iter().map(Written::of).collect(),
            attachments: shown.attachments.iter().map(|file| File::of(&path, file)).collect(),
            notices: shown.notices.iter().map(|letter| Letter::of(&path, letter)).collect(),
            message: shown.message.as_ref().map(|words| words.reveal().as_str()),
        }
    }
}
