//! What somebody wants to happen to a case, and the facts that it is decided with.

use super::asked::{Askable, Means};
use super::deadline::{Calendar, PauseCause, Regime};
use super::due::{Call, Due, Extension};
use super::event::Writer;
use super::excess::{ChangeClass, Detriment, Reset, Reviewable, Sensitivity, Threshold};
use super::ground::Denial;
use super::hint::HintPack;
use super::history::{Earlier, Identity, Service};
use super::id::{BalancingId, FlagId, NoticeId, Reference};
use super::name::{DatasetId, PurposeId, SystemId};
use super::objection::{Balancing, Lifting, Weighed};
use super::part::Part;
use super::review::{Cleared, Enacted, Opinion, Referral};
use super::right::{Right, Scope};
use super::role::Officer;
use super::time::Instant;

/// What is true outside the case.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The time now.
    pub now: Instant,
    /// When the request reached us.
    pub received_at: Instant,
    /// What was asked.
    pub right: Right,
    /// The controller's calendar: the place of action decides (Reg. 1182/71, Art. 2(1)).
    pub calendar: &'a Calendar,
    /// The periods of the law.
    pub regime: &'a Regime,
}

/// What somebody wants to happen.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each variant says what its fields are")]
pub enum Command<'a> {
    /// A person asks.
    Open(Opening<'a>),
    /// We ask who it is, because of a doubt, by the least that settles it, in a letter.
    AskIdentity { doubt: String, means: Means, notice: NoticeId, may: Askable },
    /// We ask what the person looks for, in a letter.
    AskClarification { question: String, notice: NoticeId },
    /// We know who it is; `known` is a digest of the identifiers under the person's key.
    Identify { how: String, known: Option<String> },
    /// Work begins.
    Start,
    /// A connector could not; a human must.
    RaiseTask { system: SystemId, dataset: Option<DatasetId>, reason: String },
    /// Something happens to the work on it.
    Work(Working<'a>),
    /// The answer is ready.
    Answer(Answering),
    /// Art. 12(5), by two people.
    Enact { by: Box<Enacted> },
    /// The person accepts the fee.
    AcceptFee,
    /// A flag is reviewed.
    Review(Reviewing<'a>),
    /// A letter was written.
    MakeNotice { notice: NoticeId, kind: &'static str, sha256: String },
    /// It reached the person.
    TellNotice { notice: NoticeId, how: String, from: Instant },
    /// An objection was weighed.
    Balance {
        balancing: BalancingId,
        purpose: PurposeId,
        weighed: Weighed,
        by: &'a Officer,
        record: Balancing,
        notice: Option<NoticeId>,
    },
    /// The person was told; how we know.
    Notify { how: String },
    /// The file is closed.
    Close,
    /// The person takes it back.
    Withdraw,
    /// Somebody wrote.
    Message { from: Writer },
    /// The person says that the answer is wrong.
    Contest,
    /// The period stands still, for a question that was asked.
    Suspend { cause: PauseCause },
    /// The period runs again, from when the answer came: now, or a time that is told.
    Resume { answered_at: Option<Instant> },
    /// A date comes nearer, or passed.
    Call(Call),
    /// Two more months.
    Extend { why: Extension, facts: String, notice: NoticeId },
    /// Nobody reviewed the flag in time.
    LapseFlag { flag: FlagId },
    /// The data had changed since the last answer.
    OvertakeFlag { flag: FlagId },
    /// Restrict: while grounds are weighed, or as the person asked, with the letter that says so.
    Restrict { purposes: Vec<PurposeId>, notice: Option<NoticeId> },
    /// Tell the person why a restriction that they asked for ends.
    AnnounceLifting { reason: String, notice: NoticeId, by: &'a Officer },
    /// End the restriction, after the person was told and had time.
    LiftRestriction { purpose: PurposeId, lifting: Lifting },
}

/// What happens in the review of a flag.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each variant says what its fields are")]
pub enum Reviewing<'a> {
    /// The person is told.
    Open { flag: FlagId, notice: NoticeId, by: &'a Officer },
    /// The person answers.
    Answer,
    /// The DPO advises.
    Opine { flag: FlagId, opinion: Opinion },
    /// The controller decides for the person.
    Clear { flag: FlagId, by: Cleared },
    /// A referral by hand.
    /// It needs a right with a flag path: for the others nothing of the kind can be written down (invariant 9).
    Refer { flag: FlagId, by: Referral, path: Reviewable },
    /// A decision against the person is looked at again.
    Reopen { flag: FlagId, by: String, reason: String },
}

/// A new request.
#[derive(Clone, Debug)]
pub struct Opening<'a> {
    /// The reference that it will have.
    pub reference: Reference,
    /// How wide.
    pub scope: Scope,
    /// Who asks, as far as we know.
    pub identity: Identity,
    /// A digest of the identifiers that are known and verified, under the person's key.
    pub known: Option<String>,
    /// Whether the person wrote anything in their own words.
    pub worded: bool,
    /// What the same person asked before.
    pub history: &'a [Earlier],
    /// Material changes that somebody recorded (P8).
    pub declared: &'a [Reset],
    /// The threshold's view of it; none for the rights that have no flag path.
    pub screening: Option<Screening<'a>>,
    /// An open request for the same right and scope, with the date that binds it (P9).
    pub overlaps: Option<(Reference, Due)>,
}

/// An answer that is about to be given.
#[derive(Clone, Debug)]
pub struct Answering {
    /// What it says. The two outcomes of Art. 12(5) are not among an answer's.
    pub outcome: Answerable,
    /// How it was produced.
    pub service: Service,
    /// Digest of what is handed over.
    pub delivered: Option<String>,
    /// What was done, per dataset.
    pub parts: Vec<Part>,
}

/// The outcomes that need no Art. 12(5) decision. What denies something says what, why and where to turn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answerable {
    /// Everything asked for.
    Fulfilled,
    /// All the data, without all that Art. 15(1) and (2) want told beside them: it never counts (P5).
    FulfilledUnstated,
    /// Not everything.
    Partial(Denial),
    /// Nothing.
    Declined(Denial),
    /// We cannot tell whose data they are.
    Unidentifiable(Denial),
}

/// What happens to the work on a case.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each variant says what its fields are")]
pub enum Working<'a> {
    /// The case that this one was merged into ended without an answer: it goes on by itself.
    TakeOver { from: Reference },
    /// The case that this one was merged into goes on as another one.
    MergeInto { into: Reference },
    /// A human did what a task asks for.
    FinishTask { system: SystemId, dataset: Option<DatasetId>, how: String, by: &'a Officer },
    /// An officer read the person's words.
    ReadScope { asked: &'a Scope, scope: Scope, by: &'a Officer },
    /// The machine is to try again.
    TakeUp { by: &'a Officer },
    /// A system is about to commit an erasure.
    BeginErasure { system: SystemId, parts: Vec<Part>, mark: Option<String> },
    /// What became of it.
    SettleErasure { system: SystemId, parts: Vec<Part> },
    /// The rows in a system carry a mark of the restriction.
    Mark { system: SystemId, parts: Vec<Part> },
    /// They carry it no more.
    Unmark { system: SystemId, parts: Vec<Part> },
}

/// What the policy says about the data in scope.
#[derive(Clone, Copy, Debug)]
pub struct Screening<'a> {
    /// The flag path.
    pub right: Reviewable,
    /// Of the data in scope.
    pub class: ChangeClass,
    /// Of the data in scope.
    pub sensitivity: Sensitivity,
    /// Of the processing in scope.
    pub detriment: Detriment,
    /// Of the data in scope.
    pub service: Service,
    /// The rule for this right and class.
    pub rule: Option<&'a Threshold>,
    /// Content hash of the thresholds, hex.
    pub policy: &'a str,
    /// The country packs in force; they can add a hint and nothing else.
    pub packs: &'a [HintPack],
    /// How many changes have been declared so far.
    pub changes: i64,
}
