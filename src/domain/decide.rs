//! The decision: a state, a command and the facts go in; events or a refusal come out. Nothing else decides.
//!
//! Live traffic, replay, fairness flips, demo data and property tests call this same function.

use super::case::{Due, Event, FlagState, Outcome, Registration, Stage, State};
use super::dates;
use super::deadline::{Deadline, Pause, derive};
use super::due::Extension;
use super::ground::{Denial, says_something};
use super::history::{Answer, Grounds, Standing, Timeliness};
use super::id::{BalancingId, NoticeId};
use super::name::PurposeId;
use super::objection::{Balancing, Lifting, Weighed};
use super::question;
use super::refusal::stated;
use super::review::{Adverse, Enacted, NotEnacted, View, hear};
use super::right::Right;
use super::role::Officer;
use super::screening::screen;
use super::time::Instant;
use super::working::worked;

pub use super::command::{
    Answerable, Answering, Command, Facts, Opening, Reviewing, Screening, Working,
};
pub use super::refusal::Refusal;

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
        Command::AskIdentity { doubt, means, notice, may } => {
            vec![question::ask_identity(state, (doubt, means, notice), may, at)?]
        }
        Command::AskClarification { question, notice } => {
            vec![question::ask_clarification(state, (question, notice), at)?]
        }
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
        Command::MakeNotice { notice, kind, sha256 } => {
            vec![Event::NoticeMade { notice, kind: kind.into(), sha256: Some(sha256), at }]
        }
        Command::TellNotice { notice, how, from } => {
            let from = (from != at).then_some(from);
            vec![Event::NoticeTold { notice, how: stated(how)?, at, from }]
        }
        Command::Review(step) => vec![reviewed(state, step, facts)?],
        Command::Balance { balancing, purpose, weighed, by, record, notice } => {
            vec![balance(state, facts, balancing, purpose, weighed, by, record, notice)?]
        }
        Command::Notify { how } => vec![Event::Notified { how: Some(stated(how)?), at }],
        Command::Close => vec![Event::Closed { at }],
        Command::Withdraw => vec![Event::Withdrawn { at }],
        Command::Message { from } => vec![Event::Messaged { from, at }],
        Command::Contest => vec![Event::Contested { at }],
        Command::Suspend { cause } => vec![question::suspend(state, cause, facts)?],
        Command::Resume { answered_at } => vec![question::resume(state, answered_at, facts)?],
        Command::Call(call) => vec![dates::said(state, call, facts)?],
        Command::Extend { why, facts: says, notice } => {
            vec![extend(state, (why, concrete(says)?, notice), facts)?]
        }
        Command::LapseFlag { flag } => match state.flag {
            Some(FlagState::Open) => vec![Event::FlagLapsed { flag, at }],
            _ => return Err(Refusal::NoOpenFlag),
        },
        Command::OvertakeFlag { flag } => match state.flag {
            Some(FlagState::Open) => vec![Event::FlagOvertaken { flag, at }],
            _ => return Err(Refusal::NoOpenFlag),
        },
        Command::Restrict { purposes, notice } => restrict(purposes, notice, facts)?,
        Command::AnnounceLifting { reason, notice, by } => {
            vec![announce_lifting(state, concrete(reason)?, notice, by, facts)?]
        }
        Command::LiftRestriction { purpose, lifting } => vec![lift(state, purpose, lifting, at)?],
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
    let lapses_at = finding
        .as_ref()
        .filter(|f| f.asks_for_review())
        .map(|_| due.half_way_from(facts.received_at));
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

fn answer(state: &State, answering: Answering, facts: &Facts<'_>) -> Event {
    // A period that stands still ends no sooner than it runs again.
    let late = state.due.as_ref().is_some_and(|due| {
        let until = state.suspended.map_or(facts.now, |(_, since)| since);
        until >= due.expires
    });
    let is_unstated = answering.outcome == Answerable::FulfilledUnstated;
    let (outcome, denied) = match answering.outcome {
        Answerable::Fulfilled | Answerable::FulfilledUnstated => (Outcome::Fulfilled, None),
        Answerable::Partial(denial) => (Outcome::Partial, Some(denial)),
        Answerable::Declined(denial) => (Outcome::Declined, Some(denial)),
        Answerable::Unidentifiable(denial) => (Outcome::Unidentifiable, Some(denial)),
    };
    let is_own = denied.as_ref().is_some_and(Denial::is_on_own_grounds);
    Event::Answered {
        answer: Answer {
            at: facts.now,
            outcome,
            timeliness: if late { Timeliness::Late } else { Timeliness::OnTime },
            grounds: match (is_own, is_unstated) {
                (true, _) => Grounds::Own,
                (false, true) => Grounds::Unstated,
                (false, false) => Grounds::None,
            },
            service: answering.service,
            delivered: answering.delivered,
            standing: Standing::Undisputed,
        },
        parts: answering.parts,
        denied,
    }
}

/// P2 again: a review that begins later has half of what is left then.
fn lapses_at(state: &State, facts: &Facts<'_>) -> Instant {
    state.due.as_ref().map_or(facts.now, |due| due.half_way_from(facts.now))
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
        Reviewing::Opine { opinion, .. }
            if state.review.referred_by.as_deref() == Some(opinion.by()) =>
        {
            return Err(NotEnacted::ReferredIt.into());
        }
        Reviewing::Opine { flag, opinion } => {
            // What the person says belongs into an opinion against them: it waits until they could speak.
            if opinion.view() == View::Excessive {
                hear(flag, state.review.opened, 0, at, facts.calendar)?;
            }
            Event::Opined {
                flag,
                opinion: opinion.id(),
                view: opinion.view(),
                by: opinion.by().to_owned(),
                reasons: opinion.reasons().clone(),
                at,
            }
        }
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
    purpose: PurposeId,
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

/// Invariant 13: what was asked for as a right is told in the act.
fn restrict(
    purposes: Vec<PurposeId>,
    notice: Option<NoticeId>,
    facts: &Facts<'_>,
) -> Result<Vec<Event>, Refusal> {
    if notice.is_none() && facts.right == Right::Restriction {
        return Err(Refusal::NotToldYet);
    }
    let at = facts.now;
    Ok(purposes.into_iter().map(|purpose| Event::Restricted { purpose, notice, at }).collect())
}

/// Art. 18(3): what was weighed or announced, and told. Whoever contests is heard first: then the case waits for an answer again.
fn lift(
    state: &State,
    purpose: PurposeId,
    lifting: Lifting,
    at: Instant,
) -> Result<Event, Refusal> {
    let is_weighed = state.weighed.get(&purpose) == Some(&Weighed::Overridden);
    let is_announced = state.lifting.is_some_and(|letter| letter.is_told_at(lifting));
    if state.stage.is_open() || !(is_weighed || is_announced) {
        return Err(Refusal::NothingToWeigh);
    }
    Ok(Event::RestrictionLifted { purpose, told_at: lifting.told_at(), at })
}

/// Art. 18(3): only what was asked for as a right, has its answer and is in force can end so; an objection is weighed.
fn announce_lifting(
    state: &State,
    reason: String,
    notice: NoticeId,
    by: &Officer,
    facts: &Facts<'_>,
) -> Result<Event, Refusal> {
    if facts.right != Right::Restriction || state.restricted.is_empty() || state.stage.is_open() {
        return Err(Refusal::NothingToLift);
    }
    Ok(Event::LiftingAnnounced { notice, reason, by: by.id().to_owned(), at: facts.now })
}

fn concrete(facts: String) -> Result<String, Refusal> {
    if says_something(&facts) { Ok(facts) } else { Err(Refusal::NotConcrete) }
}

fn extend(
    state: &State,
    (why, reason, notice): (Extension, String, NoticeId),
    facts: &Facts<'_>,
) -> Result<Event, Refusal> {
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
    let (why, notice) = (Some(why), Some(notice));
    Ok(Event::Extended { reason, why, notice, due, at: facts.now })
}

fn deadline(facts: &Facts<'_>, pauses: &[Pause]) -> Result<Deadline, Refusal> {
    derive(facts.received_at, facts.calendar, facts.regime, pauses)
        .map_err(|e| Refusal::NoDeadline(e.to_string()))
}

/// Whether the person of this case still waits: what the job that fulfils it asks first.
pub fn awaits_an_answer(state: &State) -> bool {
    state.stage.is_open() && state.stage != Stage::IdentityPending
}
