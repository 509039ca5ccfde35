//! The decision: a state, a command and the facts go in; events or a refusal come out. Nothing else decides.
//!
//! Live traffic, replay, fairness flips, demo data and property tests call this same function.

use super::case::{Due, Event, FlagState, Outcome, Part, Registration, Stage, State, Writer};
use super::deadline::{Calendar, Deadline, Pause, PauseCause, Regime, derive};
use super::excess::{Reset, Reviewable};
use super::history::{Answer, Earlier, Grounds, Identity, Service, Standing, Timeliness};
use super::id::{BalancingId, FlagId, NoticeId, Reference};
use super::objection::{Balancing, Lifting, Weighed};
use super::review::{Adverse, Cleared, Enacted, Opinion, Referral};
use super::right::{Right, Scope};
use super::role::Officer;
use super::screening::screen;
use super::time::Instant;
use super::working::worked;

pub use super::refusal::Refusal;
pub use super::screening::Screening;
pub use super::working::Working;

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
    /// We ask who it is.
    AskIdentity { doubt: String },
    /// We know who it is; `known` is a digest of the identifiers under the person's key.
    Identify { how: String, known: Option<String> },
    /// Work begins.
    Start,
    /// A connector could not; a human must.
    RaiseTask { system: String, dataset: Option<String>, reason: String },
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
    MakeNotice { notice: NoticeId, kind: &'static str },
    /// It reached the person.
    TellNotice { notice: NoticeId, how: String },
    /// An objection was weighed.
    Balance {
        balancing: BalancingId,
        purpose: String,
        weighed: Weighed,
        by: &'a Officer,
        record: Balancing,
        notice: Option<NoticeId>,
    },
    /// The person was told.
    Notify,
    /// The file is closed.
    Close,
    /// The person takes it back.
    Withdraw,
    /// Somebody wrote.
    Message { from: Writer },
    /// The person says that the answer is wrong.
    Contest,
    /// The period stands still.
    Suspend { cause: PauseCause },
    /// The period runs again.
    Resume,
    /// Two more months.
    Extend { reason: String },
    /// Nobody reviewed the flag in time.
    LapseFlag { flag: FlagId },
    /// The data had changed since the last answer.
    OvertakeFlag { flag: FlagId },
    /// Restrict while grounds are weighed.
    Restrict { purpose: String },
    /// End the restriction, after the person was told and had time.
    LiftRestriction { purpose: String, lifting: Lifting },
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
    /// On which grounds something is missing.
    pub grounds: Grounds,
    /// How it was produced.
    pub service: Service,
    /// Digest of what is handed over.
    pub delivered: Option<String>,
    /// What was done, per dataset.
    pub parts: Vec<Part>,
}

/// The outcomes that need no Art. 12(5) decision.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answerable {
    /// Everything asked for.
    Fulfilled,
    /// Not everything.
    Partial,
    /// We cannot tell whose data they are.
    Unidentifiable,
}

/// The events that a command causes.
///
/// # Errors
/// A [`Refusal`] when the law or the state does not allow it; nothing has happened then.
pub fn decide(
    state: &State,
    command: Command<'_>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    let at = facts.now;
    let events = match command {
        Command::Open(opening) => open(opening, facts)?,
        Command::AskIdentity { doubt } => vec![Event::IdentityAsked { doubt: stated(doubt)?, at }],
        Command::Identify { how, known } => {
            vec![Event::Identified { how: stated(how)?, known, at }]
        }
        Command::Start => vec![Event::Started { at }],
        Command::RaiseTask { system, dataset, reason } => {
            vec![Event::TaskRaised { system, dataset, reason, at }]
        }
        Command::Work(step) => vec![worked(state, step, at)?],
        Command::Answer(answering) => vec![answer(state, answering, facts)],
        Command::Enact { by } => vec![enact(state, by, facts)?],
        Command::AcceptFee => vec![Event::FeeAccepted { at }],
        Command::MakeNotice { notice, kind } => {
            vec![Event::NoticeMade { notice, kind: kind.into(), at }]
        }
        Command::TellNotice { notice, how } => {
            vec![Event::NoticeTold { notice, how: stated(how)?, at }]
        }
        Command::Review(step) => vec![reviewed(state, step, facts)?],
        Command::Balance { balancing, purpose, weighed, by, record, notice } => {
            vec![balance(state, facts, balancing, purpose, weighed, by, record, notice)?]
        }
        Command::Notify => vec![Event::Notified { at }],
        Command::Close => vec![Event::Closed { at }],
        Command::Withdraw => vec![Event::Withdrawn { at }],
        Command::Message { from } => vec![Event::Messaged { from, at }],
        Command::Contest => vec![Event::Contested { at }],
        Command::Suspend { cause } => vec![Event::Suspended { cause, at }],
        Command::Resume => vec![resume(state, facts)?],
        Command::Extend { reason } => vec![extend(state, stated(reason)?, facts)?],
        Command::LapseFlag { flag } => match state.flag {
            Some(FlagState::Open) => vec![Event::FlagLapsed { flag, at }],
            _ => return Err(Refusal::NoOpenFlag),
        },
        Command::OvertakeFlag { flag } => match state.flag {
            Some(FlagState::Open) => vec![Event::FlagOvertaken { flag, at }],
            _ => return Err(Refusal::NoOpenFlag),
        },
        Command::Restrict { purpose } => vec![Event::Restricted { purpose, at }],
        // Whoever contests is heard first: then the case waits for an answer again.
        Command::LiftRestriction { purpose, lifting }
            if state.weighed.get(&purpose) == Some(&Weighed::Overridden)
                && !state.stage.is_open() =>
        {
            vec![Event::RestrictionLifted { purpose, told_at: lifting.told_at(), at }]
        }
        Command::LiftRestriction { .. } => return Err(Refusal::NothingToWeigh),
    };
    events.iter().try_fold(state.clone(), State::after)?;
    Ok(events)
}

fn open(opening: Opening<'_>, facts: &Facts<'_>) -> Result<Vec<Event>, Refusal> {
    let deadline = deadline(facts, &[])?;
    // P9: an overlapping request shares the date of the first; the earlier date binds.
    let due = match &opening.overlaps {
        Some((_, due)) => due.clone(),
        None => Due { date: deadline.due, expires: deadline.due_expires },
    };
    let finding = screen(&opening, facts);
    let lapses_at = finding.as_ref().filter(|f| f.asks_for_review()).map(|_| lapse(facts, &due));
    let mut events = vec![
        Event::Received {
            reference: opening.reference,
            right: facts.right,
            received_at: facts.received_at,
            due,
        },
        Event::Registered(Box::new(Registration {
            reference: opening.reference,
            scope: opening.scope,
            identity: opening.identity,
            deadline,
            finding,
            lapses_at,
            known: opening.known,
            worded: opening.worded,
        })),
    ];
    if let Some((into, _)) = opening.overlaps {
        events.push(Event::Merged { into });
    }
    Ok(events)
}

/// P2: a flag that nobody reviewed closes when half of the remaining time is over, as *not excessive*.
fn lapse(facts: &Facts<'_>, due: &Due) -> Instant {
    let left = due.expires.0.saturating_sub(facts.received_at.0).max(0);
    Instant(facts.received_at.0.saturating_add(left / 2))
}

fn answer(state: &State, answering: Answering, facts: &Facts<'_>) -> Event {
    let late = state.due.as_ref().is_some_and(|due| facts.now >= due.expires);
    let outcome = match answering.outcome {
        Answerable::Fulfilled => Outcome::Fulfilled,
        Answerable::Partial => Outcome::Partial,
        Answerable::Unidentifiable => Outcome::Unidentifiable,
    };
    Event::Answered {
        answer: Answer {
            at: facts.now,
            outcome,
            timeliness: if late { Timeliness::Late } else { Timeliness::OnTime },
            grounds: answering.grounds,
            service: answering.service,
            delivered: answering.delivered,
            standing: Standing::Undisputed,
        },
        parts: answering.parts,
    }
}

/// P2 again: a review that begins later has half of what is left then.
fn lapses_at(state: &State, facts: &Facts<'_>) -> Instant {
    let end = state.due.as_ref().map_or(facts.now.0, |due| due.expires.0);
    Instant(facts.now.0.saturating_add((end - facts.now.0).max(0) / 2))
}

fn reviewed(state: &State, step: Reviewing<'_>, facts: &Facts<'_>) -> Result<Event, Refusal> {
    let at = facts.now;
    let is_open = state.flag == Some(FlagState::Open);
    Ok(match step {
        Reviewing::Open { .. } | Reviewing::Opine { .. } | Reviewing::Clear { .. } if !is_open => {
            return Err(Refusal::NoOpenFlag);
        }
        Reviewing::Open { .. } if state.review.opened.is_some() => {
            return Err(Refusal::OpenedAlready);
        }
        Reviewing::Open { flag, notice, by } => {
            Event::ReviewOpened { flag, notice, by: by.id().to_owned(), at }
        }
        Reviewing::Answer if state.review.opened.is_none() => return Err(Refusal::NoReviewOpen),
        Reviewing::Answer => Event::ReviewAnswered { at },
        Reviewing::Opine { flag, opinion } => Event::Opined {
            flag,
            opinion: opinion.id(),
            view: opinion.view(),
            by: opinion.by().to_owned(),
            reasons: opinion.reasons().clone(),
            at,
        },
        Reviewing::Clear { flag, by } => {
            let (by, reasons) = (by.by().to_owned(), by.reasons().clone());
            Event::FlagCleared { flag, by, reasons, at }
        }
        Reviewing::Refer { .. } if state.flag.is_some() => return Err(Refusal::FlaggedAlready),
        Reviewing::Refer { path, .. } if path.right() != facts.right => {
            return Err(Refusal::NoFlagPath);
        }
        Reviewing::Refer { flag, by, path: _ } => {
            let (by, checklist) = (by.by().to_owned(), by.checklist().clone());
            Event::Referred { flag, by, checklist, lapses_at: lapses_at(state, facts), at }
        }
        // What ended in the person's favour stays ended (invariant 5).
        Reviewing::Reopen { .. } if state.flag != Some(FlagState::Excessive) => {
            return Err(Refusal::NothingToReopen);
        }
        Reviewing::Reopen { flag, by, reason } => {
            let lapses_at = lapses_at(state, facts);
            Event::Reopened { flag, by, reason: stated(reason)?, lapses_at, at }
        }
    })
}

/// Art. 12(5): the flag is open, the opinion is one of this case's, the person knows, and there is still time (Art. 12(4)).
fn enact(state: &State, by: Box<Enacted>, facts: &Facts<'_>) -> Result<Event, Refusal> {
    if state.flag != Some(FlagState::Open) {
        return Err(Refusal::NoOpenFlag);
    }
    let (opinion, adviser) = by.opinion();
    let is_own = state.review.opinions.iter().any(|(id, who)| *id == opinion && who == adviser);
    if !is_own || state.review.opened.is_none() {
        return Err(Refusal::OtherFlag);
    }
    let first = deadline(facts, &state.pauses)?;
    if facts.now >= first.due_expires {
        return Err(Refusal::TooLateToRefuse(first.due));
    }
    Ok(match by.outcome() {
        Adverse::Refuse => Event::Refused { by },
        Adverse::Partial { .. } => Event::RefusedInPart { by },
        Adverse::Fee { .. } => Event::FeeProposed { by },
    })
}

#[expect(clippy::too_many_arguments, reason = "the parts of one record")]
fn balance(
    state: &State,
    facts: &Facts<'_>,
    balancing: BalancingId,
    purpose: String,
    weighed: Weighed,
    by: &Officer,
    record: Balancing,
    notice: Option<NoticeId>,
) -> Result<Event, Refusal> {
    // Only what was stopped in order to be weighed can be weighed (R-OBJ-1).
    if !state.restricted.contains(&purpose) {
        return Err(Refusal::NothingToWeigh);
    }
    super::objection::may_override(by)?;
    if record.missing().is_some() {
        return Err(Refusal::NoReason);
    }
    if weighed == Weighed::Overridden && notice.is_none() {
        return Err(Refusal::NotToldYet);
    }
    let (by, at) = (by.id().to_owned(), facts.now);
    Ok(Event::Balanced { balancing, purpose, weighed, by, record, notice, at })
}

fn resume(state: &State, facts: &Facts<'_>) -> Result<Event, Refusal> {
    let (cause, from) = state.suspended.ok_or(Refusal::NotSuspended)?;
    let pause = Pause { from, to: facts.now, cause };
    let mut pauses = state.pauses.clone();
    pauses.push(pause);
    let deadline = deadline(facts, &pauses)?;
    let due = if state.extended {
        Due { date: deadline.extended_due, expires: deadline.extended_expires }
    } else {
        Due { date: deadline.due, expires: deadline.due_expires }
    };
    Ok(Event::Resumed { pause, due })
}

fn extend(state: &State, reason: String, facts: &Facts<'_>) -> Result<Event, Refusal> {
    if facts.right == Right::Objection {
        return Err(Refusal::NeverExtended);
    }
    if state.extended {
        return Err(Refusal::ExtendedAlready);
    }
    let deadline = deadline(facts, &state.pauses)?;
    if facts.now >= deadline.due_expires {
        return Err(Refusal::TooLateToExtend(deadline.due));
    }
    let due = Due { date: deadline.extended_due, expires: deadline.extended_expires };
    Ok(Event::Extended { reason, due, at: facts.now })
}

fn deadline(facts: &Facts<'_>, pauses: &[Pause]) -> Result<Deadline, Refusal> {
    derive(facts.received_at, facts.calendar, facts.regime, pauses)
        .map_err(|e| Refusal::NoDeadline(e.to_string()))
}

pub(super) fn stated(reason: String) -> Result<String, Refusal> {
    if reason.trim().is_empty() { Err(Refusal::NoReason) } else { Ok(reason) }
}

/// Whether the person of this case still waits: what the job that fulfils it asks first.
pub fn awaits_an_answer(state: &State) -> bool {
    state.stage.is_open() && state.stage != Stage::IdentityPending
}
