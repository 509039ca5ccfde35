//! Everything that can happen to a case, as the log records it.

use serde::{Deserialize, Serialize};

use super::asked::Means;
use super::deadline::{Deadline, Pause, PauseCause};
use super::due::{Due, Extension};
use super::excess::Finding;
use super::ground::Denial;
use super::history::{Answer, Identity};
use super::id::{BalancingId, FlagId, NoticeId, OpinionId, Reference};
use super::name::{DatasetId, PurposeId, SystemId};
use super::objection::{Balancing, Weighed};
use super::part::Part;
use super::review::{Checklist, Enacted, Reasons, View};
use super::right::{Right, Scope};
use super::time::{Day, Instant};

/// Everything that can happen to a case. Recorded as it is: this is the payload of an audit leaf. The two that need
/// [`Enacted`] cannot be read back by just anybody: nothing read from a file may carry authority (SETTLED 14).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant says what its fields are")]
pub enum Event {
    /// It reached us. The payload of the receipt: nothing else about the person (WIRE 3).
    Received { reference: Reference, right: Right, received_at: Instant, due: Due },
    /// What else is known at the door, and what the threshold found. Present on every case, flagged or not.
    Registered(Box<Registration>),
    /// It overlaps with an open one (P9).
    Merged { into: Reference },
    /// The one it was merged into ended without an answer: it goes on by itself, with the same due date.
    TakenOver { from: Reference, at: Instant },
    /// We asked who it is, with a letter.
    IdentityAsked {
        doubt: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        means: Option<Means>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        notice: Option<NoticeId>,
        at: Instant,
    },
    /// We asked what the person looks for, with a letter (recital 63).
    ClarificationAsked { question: String, notice: NoticeId, at: Instant },
    /// We know who it is; `known` is a digest of the identifiers that the case holds now, under the person's key.
    Identified {
        how: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        known: Option<String>,
        at: Instant,
    },
    /// Work began.
    Started { at: Instant },
    /// The period stands still (R-T-9).
    Suspended { cause: PauseCause, at: Instant },
    /// The period runs again; the due date was derived anew.
    Resumed { pause: Pause, due: Due },
    /// Two more months, with reasons, told inside the first (Art. 12(3)).
    Extended {
        reason: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why: Option<Extension>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        notice: Option<NoticeId>,
        due: Due,
        at: Instant,
    },
    /// Something a connector could not do: a human must.
    TaskRaised {
        system: SystemId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dataset: Option<DatasetId>,
        reason: String,
        at: Instant,
    },
    /// A human did it, and says how.
    TaskDone {
        system: SystemId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        dataset: Option<DatasetId>,
        how: String,
        by: String,
        at: Instant,
    },
    /// An officer read what the person wrote, and says what the machine may do.
    ScopeRead { scope: Scope, by: String, at: Instant },
    /// An officer makes the machine try again.
    TakenUp { by: String, at: Instant },
    /// A system is about to commit an erasure: what it will have done, and what it calls the transaction.
    ErasureBegun {
        system: SystemId,
        parts: Vec<Part>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mark: Option<String>,
        at: Instant,
    },
    /// What became of it: the parts that were erased, or none when it did not happen.
    ErasureSettled { system: SystemId, parts: Vec<Part>, at: Instant },
    /// The rows in a system carry a mark: programs that know it leave them alone (Art. 18, recital 67).
    Marked { system: SystemId, parts: Vec<Part>, at: Instant },
    /// The restriction ended, and they carry it no more.
    Unmarked { system: SystemId, parts: Vec<Part>, at: Instant },
    /// The answer.
    Answered {
        answer: Answer,
        parts: Vec<Part>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        denied: Option<Denial>,
    },
    /// Nothing is given, under Art. 12(5).
    #[serde(skip_deserializing)]
    Refused { by: Box<Enacted> },
    /// A part is not given, under Art. 12(5); the rest is.
    #[serde(skip_deserializing)]
    RefusedInPart { by: Box<Enacted> },
    /// A fee is proposed, under Art. 12(5).
    #[serde(skip_deserializing)]
    FeeProposed { by: Box<Enacted> },
    /// The person accepts the fee; silence never does.
    FeeAccepted { at: Instant },
    /// The person is told that a review may end in something other than a free answer.
    ReviewOpened { flag: FlagId, notice: NoticeId, by: String, at: Instant },
    /// The person answered the review.
    ReviewAnswered { at: Instant },
    /// The DPO advised.
    Opined {
        flag: FlagId,
        opinion: OpinionId,
        view: View,
        by: String,
        reasons: Reasons,
        at: Instant,
    },
    /// The controller decided to answer as always.
    FlagCleared { flag: FlagId, by: String, reasons: Reasons, at: Instant },
    /// Somebody referred it by hand, without a threshold (LAW 10.3).
    Referred { flag: FlagId, by: String, checklist: Checklist, lapses_at: Instant, at: Instant },
    /// A decision is looked at again; what was decided stays readable.
    Reopened { flag: FlagId, by: String, reason: String, lapses_at: Instant, at: Instant },
    /// A letter was written to the person; its text lies sealed beside the log, bound by its digest.
    NoticeMade {
        notice: NoticeId,
        kind: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sha256: Option<String>,
        at: Instant,
    },
    /// The letter reached them, with how we know.
    NoticeTold {
        notice: NoticeId,
        how: String,
        at: Instant,
        /// By post: from when on it counts as told (LAW 14.5).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<Instant>,
    },
    /// An objection was weighed (R-OBJ-3).
    Balanced {
        balancing: BalancingId,
        purpose: PurposeId,
        weighed: Weighed,
        by: String,
        record: Balancing,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        notice: Option<NoticeId>,
        at: Instant,
    },
    /// The person was told, with how we know.
    Notified {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        how: Option<String>,
        at: Instant,
    },
    /// So many days are left at most: the office is told.
    Reminded { due: Day, days: i64, at: Instant },
    /// The date passed without an answer.
    Overdue { due: Day, at: Instant },
    /// The file is closed.
    Closed { at: Instant },
    /// The person took it back.
    Withdrawn { at: Instant },
    /// The person or the office wrote something; the words lie sealed beside the log.
    Messaged {
        #[serde(default)]
        from: Writer,
        at: Instant,
    },
    /// The person says that the answer is wrong or incomplete.
    Contested { at: Instant },
    /// Nobody reviewed the flag in time: it closes in the person's favour (invariant 5).
    FlagLapsed { flag: FlagId, at: Instant },
    /// What was handed over shows that the data had changed since the last answer: there was a reason to ask again (P8).
    FlagOvertaken { flag: FlagId, at: Instant },
    /// Processing for a purpose is restricted: while grounds are weighed (R-OBJ-1), or because the person asked for it, who is
    /// told by the letter (Art. 18).
    Restricted {
        purpose: PurposeId,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        notice: Option<NoticeId>,
        at: Instant,
    },
    /// The person is told that the restriction they asked for ends, and why (Art. 18(3)).
    LiftingAnnounced { notice: NoticeId, reason: String, by: String, at: Instant },
    /// The restriction ended, after the person was told (Art. 18(3)).
    RestrictionLifted { purpose: PurposeId, told_at: Instant, at: Instant },
}

/// What is known at the door beside what the receipt says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Registration {
    /// Which case.
    pub reference: Reference,
    /// How wide.
    pub scope: Scope,
    /// Who asks, as far as we know.
    pub identity: Identity,
    /// How the due date was derived.
    pub deadline: Deadline,
    /// What the threshold found, where there is one for this right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<Finding>,
    /// When a flag that nobody reviewed closes (P2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lapses_at: Option<Instant>,
    /// A digest of the identifiers that the case was made with, under the person's key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<String>,
    /// Whether the person wrote anything in their own words.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub worded: bool,
}

/// Who wrote a message.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Writer {
    /// The person.
    #[default]
    Person,
    /// The office.
    Office,
}

impl Writer {
    /// The word of the API and of the database.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Office => "office",
        }
    }

    /// Reads the word.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Person, Self::Office].into_iter().find(|writer| writer.code() == code)
    }
}

impl Event {
    /// When a review that this event begins ends by itself.
    pub fn lapses_at(&self) -> Option<Instant> {
        if let Self::Referred { lapses_at, .. } | Self::Reopened { lapses_at, .. } = self {
            Some(*lapses_at)
        } else {
            None
        }
    }

    /// What a case cannot be where this event does not fit, for an error: `answered`.
    pub fn participle(&self) -> &'static str {
        match self {
            Self::Received { .. } => "received",
            Self::Registered(_) => "registered",
            Self::Merged { .. } => "merged",
            Self::TakenOver { .. } => "taken_over",
            Self::IdentityAsked { .. } => "identity_asked",
            Self::ClarificationAsked { .. } => "clarification_asked",
            Self::Reminded { .. } => "reminded",
            Self::Overdue { .. } => "overdue",
            Self::Identified { .. } => "identified",
            Self::Started { .. } => "started",
            Self::Suspended { .. } => "suspended",
            Self::Resumed { .. } => "resumed",
            Self::Extended { .. } => "extended",
            Self::TaskRaised { .. } => "task_raised",
            Self::TaskDone { .. } => "task_done",
            Self::ScopeRead { .. } => "scope_read",
            Self::TakenUp { .. } => "taken_up",
            Self::ErasureBegun { .. } => "erasure_begun",
            Self::ErasureSettled { .. } => "erasure_settled",
            Self::Marked { .. } => "marked",
            Self::Unmarked { .. } => "unmarked",
            Self::Answered { .. } => "answered",
            Self::Refused { .. } => "refused",
            Self::RefusedInPart { .. } => "refused_in_part",
            Self::FeeAccepted { .. } => "fee_accepted",
            Self::ReviewOpened { .. } => "opened for review",
            Self::ReviewAnswered { .. } => "answered in its review",
            Self::Opined { .. } => "advised upon",
            Self::FlagCleared { .. } => "cleared of its flag",
            Self::Referred { .. } => "referred for review",
            Self::Reopened { .. } => "looked at again",
            Self::NoticeMade { .. } => "written about",
            Self::NoticeTold { .. } => "told of by a letter",
            Self::Balanced { .. } => "balanced",
            Self::FeeProposed { .. } => "fee_proposed",
            Self::Notified { .. } => "notified",
            Self::Closed { .. } => "closed",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Messaged { .. } => "messaged",
            Self::Contested { .. } => "contested",
            Self::FlagLapsed { .. } => "freed of a lapsed flag",
            Self::FlagOvertaken { .. } => "freed of an overtaken flag",
            Self::Restricted { .. } => "restricted",
            Self::LiftingAnnounced { .. } => "lifting_announced",
            Self::RestrictionLifted { .. } => "restriction_lifted",
        }
    }
}
