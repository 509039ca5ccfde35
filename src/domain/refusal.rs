//! Why a command was refused.

use super::case::NotAllowed;

/// Why a command was refused.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Refusal {
    /// The table does not allow it.
    #[error(transparent)]
    NotAllowed(#[from] NotAllowed),
    /// Art. 12(3): the person must be told inside the first month.
    #[error("an extension must be notified by {0}; answer the request instead")]
    TooLateToExtend(super::time::Day),
    /// One extension is all that the law knows.
    #[error("the period was extended already")]
    ExtendedAlready,
    /// Nothing about stopping a use is complex (LAW 2.4).
    #[error("an objection is never extended")]
    NeverExtended,
    /// Reasons are part of the act.
    #[error("give a reason")]
    NoReason,
    /// Art. 12(3): "the reasons for the delay" are concrete ones; Art. 18(3): so is why a restriction ends.
    #[error(
        "say in a sentence why: which data, which requests, what has changed; the person reads it"
    )]
    NotConcrete,
    /// Art. 18(3): the person is told before a restriction is lifted.
    #[error("tell the person before the restriction is lifted")]
    NotToldYet,
    /// More than was asked must not be erased.
    #[error("the request does not ask for that much; stay within its scope")]
    MoreThanAsked,
    /// A machine cannot read.
    #[error("the person wrote something that nobody has read; read it, then say what may be done")]
    WordsUnread,
    /// One at a time.
    #[error("what became of the last erasure in this system is not known yet")]
    Unsettled,
    /// Art. 12(6) is about Arts. 15 to 21, and never about what holds unconditionally.
    #[error("nobody is asked who they are for this {0}: it is dealt with as it is")]
    IdentityNeverAsked(super::right::Right),
    /// LAW section 5: whoever signed in is known.
    #[error("the person is known already; answer the request")]
    KnownAlready,
    /// Art. 12(6): reasonable doubts, and no habit.
    #[error("say in a sentence what makes you doubt that it is this person")]
    NoDoubt,
    /// Recital 63.
    #[error("say in a sentence what you need to know to find what the person looks for")]
    NoQuestion,
    /// One question at a time.
    #[error("the person was asked already and has not answered; answer the request as it is")]
    AskedAlready,
    /// The period stands still for a question alone.
    #[error("the person was asked nothing that the period could wait for; ask first")]
    NothingAsked,
    /// Once is enough.
    #[error("the period stands still already")]
    SuspendedAlready,
    /// UK GDPR Art. 12A, DPA 2018 s. 54(3C).
    #[error("a clarification stops the period of a request for access alone; answer in time")]
    OnlyForAccess,
    /// LAW 2.2.
    #[error("the period runs on: {0}; answer in time")]
    PeriodRunsOn(super::deadline::NotCounted),
    /// Between the question and now.
    #[error("the answer came between the question of {0} and now; give that day or moment")]
    AnsweredWhen(super::time::Day),
    /// The calendar says it once.
    #[error("there is nothing to say of the date of this case now")]
    NotDue,
    /// A letter is posted after it was written.
    #[error("the letter was posted between {0}, when it was written, and today; give that day")]
    PostedWhen(super::time::Day),
    /// Nothing to resume.
    #[error("the period is not suspended")]
    NotSuspended,
    /// The dates do not make sense.
    #[error("the due date cannot be derived: {0}")]
    NoDeadline(String),
    /// There is no open flag.
    #[error("the case has no open flag")]
    NoOpenFlag,
    /// Invariant 9.
    #[error("a request like this has no way to a review: it is never excessive")]
    NoFlagPath,
    /// Only what was decided against the person.
    #[error("nothing was decided against the person here; what ended in their favour stays so")]
    NothingToReopen,
    /// One flag at a time.
    #[error("the case has a flag already; review that")]
    FlaggedAlready,
    /// The person knows already.
    #[error("the person was told of this review already")]
    OpenedAlready,
    /// Nothing to answer.
    #[error("no review is open towards the person")]
    NoReviewOpen,
    /// Art. 12(4): without delay, and at the latest within one month of receipt; an extension does not help.
    #[error("a refusal or a fee had to be told by {0}; answer the request instead")]
    TooLateToRefuse(super::time::Day),
    /// Not about this case, or without its opinion.
    #[error("the decision is not about the open flag of this case and one of its opinions")]
    OtherFlag,
    /// R-OBJ-4, LAW 1.3: absolute and unconditional objections are never weighed.
    #[error(
        "nothing is weighed here: the objection to this purpose is unconditional, or none was made in this case"
    )]
    NothingToWeigh,
    /// Art. 18(3).
    #[error(
        "no restriction ends here: none that was asked for is in force, or the request has no answer yet"
    )]
    NothingToLift,
    /// See [`super::objection::NotLifted`].
    #[error(transparent)]
    NotLifted(#[from] super::objection::NotLifted),
    /// See [`super::review::NotEnacted`].
    #[error(transparent)]
    NotEnacted(#[from] super::review::NotEnacted),
}

/// A reason that says something.
pub(super) fn stated(reason: String) -> Result<String, Refusal> {
    if reason.trim().is_empty() { Err(Refusal::NoReason) } else { Ok(reason) }
}
