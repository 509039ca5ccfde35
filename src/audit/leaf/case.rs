//! What the log is told of a case beside its events: what was sealed with it, how it came, who read it, what hangs on it.

use serde::{Deserialize, Serialize};

use super::payload::told_as;
use crate::domain::event::Writer;
use crate::domain::id::Reference;
use crate::domain::time::Instant;

told_as! {
    RequestEntered: RequestEntered,
    TicketRedeemed: TicketRedeemed,
    TicketSpent: TicketSpent,
    MessageKept: MessageKept,
    AttachmentKept: AttachmentKept,
    PackageKept: PackageKept,
    PackagesDropped: PackagesDropped,
    CaseRows: CaseRows,
    CaseRead: CaseRead,
    OpeningsErased: OpeningsErased,
}

/// An officer typed a request in: when it came, when it was typed in, and by whom.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RequestEntered {
    /// Which case.
    pub reference: Reference,
    /// The day that it bears.
    pub received_at: Instant,
    /// When it was typed in.
    pub at: Instant,
    /// By which officer.
    pub by: String,
    /// The word of the way by which it came.
    pub came_by: String,
    /// Of the whole entry, under the person's key.
    pub digest: String,
}

/// A claim ticket dated a request.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TicketRedeemed {
    /// Which case.
    pub reference: Reference,
    /// When the person tried first.
    pub first_tried_at: Instant,
    /// When the ticket was redeemed.
    pub at: Instant,
}

/// A claim ticket has dated a request and cannot again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TicketSpent {
    /// The ticket, in hex.
    pub nonce: String,
    /// The id of the case, in hex.
    pub case: String,
    /// Until when the ticket would have held, in milliseconds since 1970.
    pub expires_at: i64,
    /// When it was redeemed, in milliseconds since 1970.
    pub at: i64,
}

/// The words of a message, which stay sealed beside the log.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MessageKept {
    /// Which case.
    pub reference: Reference,
    /// The id of the message, in hex.
    pub message: String,
    /// In milliseconds since 1970.
    pub written_at: i64,
    /// Of the sealed bytes.
    pub sha256: String,
    /// Who wrote it; the first ones did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub writer: Option<Writer>,
}

/// A file that goes with the answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AttachmentKept {
    /// Which case.
    pub reference: Reference,
    /// The id of the file, in hex.
    pub attachment: String,
    /// In milliseconds since 1970.
    pub made_at: i64,
    /// Of the content, in bytes.
    pub size: i64,
    /// Of the sealed title.
    pub title: String,
    /// Of the sealed content.
    pub sha256: String,
}

/// The archive for the person.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PackageKept {
    /// Which case.
    pub reference: Reference,
    /// Of the archive.
    pub sha256: String,
    /// In bytes.
    pub size: i64,
    /// In milliseconds since 1970.
    pub made_at: i64,
    /// In milliseconds since 1970.
    pub expires_at: i64,
}

/// Archives whose time was over.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PackagesDropped {
    /// Whose: their references.
    pub cases: Vec<String>,
}

/// A digest over everything that hangs on a case.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseRows {
    /// Its reference; none for the tasks of no case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    /// Over the rows, as canonical JSON.
    pub sha256: String,
}

/// An officer read of a case.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseRead {
    /// Who.
    pub officer: String,
    /// Which case.
    pub reference: Reference,
    /// What of it.
    pub what: What,
}

/// What of a case was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Its sheet.
    Case,
    /// Its receipt.
    Receipt,
    /// The archive of what was found.
    Package,
    /// A file that goes with its answer.
    Attachment,
    /// A letter.
    Letter,
    /// Its flag, with the evidence.
    Flag,
    /// All of it, put together for an authority.
    Dossier,
}

/// A person was forgotten. Only counts: which openings and cases they were is told by the marks left in their places, which
/// belong to nobody.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OpeningsErased {
    /// How many openings.
    pub openings: u64,
    /// How many cases.
    pub cases: u64,
    /// The number of the last declared change, anybody's, so that numbers of forgotten changes stay known.
    #[serde(default)]
    pub last_change: i64,
}
