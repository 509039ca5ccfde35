//! The states of a case and what each event does to it: [`State::after`] is one match, and the match is the table.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::asked::Questions;
use super::deadline::{Pause, PauseCause};
use super::history::{Answer, Grounds, Identity, Service, Standing, Timeliness};
use super::id::{NoticeId, OpinionId, Reference};
use super::name::{PurposeId, SystemId};
use super::objection::Weighed;
use super::review::{Adverse, Opened, Recorded};
use super::right::Scope;
use super::time::{Day, Instant};

pub use super::due::{Due, Reminded};
pub use super::event::{Event, Registration, Writer};
pub use super::objection::LiftingLetter;
pub use super::part::{Done, Erasing, Marked, Part, Words};
pub use super::stage::{FlagState, Outcome, Stage};

/// A case as the events left it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct State {
    /// See [`Stage`].
    pub stage: Stage,
    /// The date that binds us now.
    pub due: Option<Due>,
    /// Whether we know who asks.
    pub identity: Option<Identity>,
    /// The open case that this one was merged into.
    pub merged_into: Option<Reference>,
    /// The overlay of a flag.
    pub flag: Option<FlagState>,
    /// Pauses so far.
    pub pauses: Vec<Pause>,
    /// Since when the period stands still, and why.
    pub suspended: Option<(PauseCause, Instant)>,
    /// Whether two more months were taken.
    pub extended: bool,
    /// What the person was asked and has not answered.
    #[serde(default, skip_serializing_if = "Questions::are_none")]
    pub asked: Questions,
    /// How far the office was told of the date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reminded: Option<Reminded>,
    /// The date that passed without an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overdue: Option<Day>,
    /// The answer given.
    pub answer: Option<Answer>,
    /// Purposes under restriction.
    pub restricted: BTreeSet<PurposeId>,
    /// The letter that says that a restriction the person asked for ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifting: Option<LiftingLetter>,
    /// What happened in the review of the flag.
    #[serde(default, skip_serializing_if = "Review::is_untouched")]
    pub review: Review,
    /// Whether the person pays for the answer: then it never counts (P5).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub charged: bool,
    /// How objections were weighed, by purpose.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub weighed: BTreeMap<PurposeId, Weighed>,
    /// A digest of the identifiers that the case holds, under the person's key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known: Option<String>,
    /// What the person wrote that no officer has read for the machine.
    #[serde(default, skip_serializing_if = "Words::are_none")]
    pub words: Words,
    /// What an officer read out of the person's words: it takes the place of the scope asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read: Option<Scope>,
    /// What erasures did, by system.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub erasing: BTreeMap<SystemId, Erasing>,
    /// Where rows carry a mark of the restriction, by system.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub marked: BTreeMap<SystemId, Marked>,
}

/// The review beside a case. It never stops the work (P2).
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Review {
    /// Since when the person knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Opened>,
    /// Who referred it by hand: whoever has a view already does not advise (P19).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub referred_by: Option<String>,
    /// The opinions given, oldest first, each with its officer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<(OpinionId, String)>,
}

impl Review {
    fn open(&mut self, notice: NoticeId, at: Instant) {
        self.opened = Some(Opened { notice, at, told_at: None, is_answered: false });
    }

    fn answer(&mut self) {
        if let Some(opened) = &mut self.opened {
            opened.is_answered = true;
        }
    }

    fn tell(&mut self, notice: NoticeId, at: Instant) {
        if let Some(opened) = self.opened.as_mut().filter(|opened| opened.notice == notice) {
            opened.told_at = Some(opened.told_at.map_or(at, |before| before.min(at)));
        }
    }

    fn is_untouched(&self) -> bool {
        *self == Self::default()
    }
}

/// An event that the state does not allow.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("a case that is {} cannot be {}", .stage.code(), .event)]
pub struct NotAllowed {
    /// How far the case is.
    pub stage: Stage,
    /// What it cannot be.
    pub event: &'static str,
}

impl State {
    /// The state after an event; with [`super::decide::decide`] the whole machine.
    ///
    /// # Errors
    /// When the event cannot happen now.
    pub fn after(mut self, event: &Event) -> Result<Self, NotAllowed> {
        self.stage = next(self.stage, event)?;
        self.overlay(event);
        Ok(self)
    }

    /// The state after a decision that the log tells of. The same steps as for one that is being made, without the authority
    /// to make one (SETTLED 14).
    ///
    /// # Errors
    /// When the decision could not have been made then.
    pub fn retold(mut self, told: &Recorded) -> Result<Self, NotAllowed> {
        let (outcome, kind) = match told.outcome {
            Adverse::Refuse => (Outcome::Refused, "refused"),
            Adverse::Partial { .. } => (Outcome::Partial, "refused_in_part"),
            Adverse::Fee { .. } => (Outcome::FeeProposed, "fee_proposed"),
        };
        self.stage = against(self.stage, outcome, kind)?;
        self.decided_against(&told.outcome, told.at);
        Ok(self)
    }

    // P5: it is no complete, timely, free answer, so that it never counts; P16: and no input to a new assessment.
    fn decided_against(&mut self, adverse: &Adverse, at: Instant) {
        let outcome = match adverse {
            Adverse::Refuse => Outcome::Refused,
            Adverse::Partial { .. } => Outcome::Partial,
            Adverse::Fee { .. } => Outcome::FeeProposed,
        };
        let is_late = self.due.as_ref().is_some_and(|due| at >= due.expires);
        self.flag = Some(FlagState::Excessive);
        self.answer = Some(Answer {
            at,
            outcome,
            timeliness: if is_late { Timeliness::Late } else { Timeliness::OnTime },
            grounds: Grounds::None,
            service: Service::OnRequest,
            delivered: None,
            standing: Standing::Undisputed,
        });
    }

    /// What erasures and marks did so far, in all systems.
    pub fn did(&self) -> Vec<Part> {
        let erased = self.erasing.values().flat_map(|erasing| &erasing.parts);
        erased.chain(self.marked.values().flat_map(|marked| &marked.parts)).cloned().collect()
    }

    /// Systems are asked again, also those that had done their part.
    fn begin_anew(&mut self) {
        for erasing in self.erasing.values_mut() {
            erasing.is_done = false;
        }
    }

    fn overlay(&mut self, event: &Event) {
        match event {
            Event::Received { due, .. } => self.due = Some(due.clone()),
            Event::Registered(known) => {
                self.identity = Some(known.identity);
                self.flag = known
                    .finding
                    .as_ref()
                    .filter(|finding| finding.asks_for_review())
                    .map(|_| FlagState::Open);
                self.known.clone_from(&known.known);
                self.words = if known.worded { Words::AtTheDoor } else { Words::None };
            }
            Event::Answered { answer, .. } => self.answer = Some(answer.clone()),
            Event::Contested { .. } => {
                if let Some(answer) = &mut self.answer {
                    answer.standing = Standing::Disputed;
                }
                // Whoever contests is heard about all of it again.
                self.weighed.clear();
                self.lifting = None;
                self.begin_anew();
            }
            Event::Refused { by } | Event::RefusedInPart { by } | Event::FeeProposed { by } => {
                self.decided_against(by.outcome(), by.at());
            }
            Event::FlagLapsed { .. }
            | Event::FlagCleared { .. }
            | Event::FlagOvertaken { .. }
            | Event::ReviewOpened { .. }
            | Event::ReviewAnswered { .. }
            | Event::Opined { .. }
            | Event::Referred { .. }
            | Event::Reopened { .. } => self.look_at(event),
            Event::FeeAccepted { .. } => {
                self.answer = None;
                self.charged = true;
            }
            Event::NoticeTold { notice, at, from, .. } => self.tell(*notice, from.unwrap_or(*at)),
            Event::Balanced { .. }
            | Event::Restricted { .. }
            | Event::LiftingAnnounced { .. }
            | Event::RestrictionLifted { .. }
            | Event::Withdrawn { .. } => self.stop(event),
            Event::Suspended { .. }
            | Event::Resumed { .. }
            | Event::IdentityAsked { .. }
            | Event::ClarificationAsked { .. }
            | Event::Reminded { .. }
            | Event::Overdue { .. }
            | Event::Extended { .. }
            | Event::Merged { .. }
            | Event::TakenOver { .. }
            | Event::Identified { .. }
            | Event::TakenUp { .. }
            | Event::ScopeRead { .. }
            | Event::Messaged { .. }
            | Event::ErasureBegun { .. }
            | Event::ErasureSettled { .. }
            | Event::Marked { .. }
            | Event::Unmarked { .. } => self.work(event),
            Event::NoticeMade { .. }
            | Event::Started { .. }
            | Event::TaskRaised { .. }
            | Event::TaskDone { .. }
            | Event::Notified { .. }
            | Event::Closed { .. } => {}
        }
    }

    fn tell(&mut self, notice: NoticeId, from: Instant) {
        self.review.tell(notice, from);
        self.lifting = self.lifting.map(|letter| letter.told(notice, from));
    }

    /// What belongs to the flag and its review.
    #[expect(clippy::wildcard_enum_match_arm, reason = "`overlay` lists every event")]
    fn look_at(&mut self, event: &Event) {
        match event {
            Event::FlagLapsed { .. } => self.flag = Some(FlagState::Lapsed),
            Event::ReviewOpened { notice, at, .. } => self.review.open(*notice, *at),
            Event::ReviewAnswered { .. } => self.review.answer(),
            Event::Opined { opinion, by, .. } => self.review.opinions.push((*opinion, by.clone())),
            Event::FlagCleared { .. } | Event::FlagOvertaken { .. } => {
                self.flag = Some(FlagState::NotExcessive);
            }
            Event::Referred { by, .. } => {
                self.flag = Some(FlagState::Open);
                self.review = Review { referred_by: Some(by.clone()), ..Review::default() };
            }
            Event::Reopened { .. } => {
                self.flag = Some(FlagState::Open);
                self.review = Review::default();
            }
            _ => {}
        }
    }

    /// What belongs to the uses that are stopped.
    #[expect(clippy::wildcard_enum_match_arm, reason = "`overlay` lists every event")]
    fn stop(&mut self, event: &Event) {
        match event {
            Event::Balanced { purpose, weighed, .. } => {
                self.weighed.insert(purpose.clone(), *weighed);
            }
            Event::Restricted { purpose, .. } => {
                self.restricted.insert(purpose.clone());
            }
            Event::LiftingAnnounced { notice, .. } => {
                self.lifting = Some(LiftingLetter { notice: *notice, told_at: None });
            }
            Event::RestrictionLifted { purpose, .. } => {
                self.restricted.remove(purpose);
                if self.restricted.is_empty() {
                    self.end_marks();
                }
            }
            // Whoever takes the request back asks for nothing that could be weighed or restricted any more.
            Event::Withdrawn { .. } => {
                self.restricted.clear();
                self.end_marks();
            }
            _ => {}
        }
    }

    fn end_marks(&mut self) {
        for marked in self.marked.values_mut() {
            marked.has_ended = true;
        }
    }

    /// What belongs to the work on it and to its period.
    #[expect(clippy::wildcard_enum_match_arm, reason = "`overlay` lists every event")]
    fn work(&mut self, event: &Event) {
        match event {
            Event::IdentityAsked { at, .. } => self.asked.set(PauseCause::Identity, Some(*at)),
            Event::ClarificationAsked { at, .. } => {
                self.asked.set(PauseCause::Clarification, Some(*at));
            }
            Event::Reminded { due, days, .. } => {
                self.reminded = Some(Reminded { due: *due, days: *days });
            }
            Event::Overdue { due, .. } => self.overdue = Some(*due),
            Event::Suspended { cause, at } => self.suspended = Some((*cause, *at)),
            Event::Resumed { pause, due } => {
                self.suspended = None;
                self.asked.set(pause.cause, None);
                self.pauses.push(*pause);
                self.due = Some(due.clone());
            }
            Event::Extended { due, .. } => {
                self.extended = true;
                self.due = Some(due.clone());
            }
            Event::Merged { into } => self.merged_into = Some(*into),
            Event::TakenOver { .. } => self.merged_into = None,
            Event::Identified { known, .. } => {
                self.identity = Some(Identity::Verified);
                self.asked.set(PauseCause::Identity, None);
                if known.is_some() {
                    self.known.clone_from(known);
                }
                self.begin_anew();
            }
            Event::TakenUp { .. } => self.begin_anew(),
            Event::ScopeRead { scope, .. } => {
                self.words = Words::None;
                self.read = Some(scope.clone());
                self.begin_anew();
            }
            Event::Messaged { from: Writer::Person, .. } if self.stage.is_open() => {
                self.asked.set(PauseCause::Clarification, None);
                self.words = Words::Since;
            }
            Event::ErasureBegun { system, parts, mark, .. } => {
                let begun = (parts.clone(), mark.clone());
                self.erasing.entry(system.clone()).or_default().begun = Some(begun);
            }
            Event::ErasureSettled { system, parts, .. } => {
                self.erasing.entry(system.clone()).or_default().settle(parts);
            }
            Event::Marked { system, parts, .. } => {
                let marked = self.marked.entry(system.clone()).or_default();
                marked.mark(parts, self.stage == Stage::Withdrawn);
            }
            Event::Unmarked { system, .. } => {
                self.marked.remove(system);
            }
            _ => {}
        }
    }
}

/// The table: every stage and every event. The whole of it is a snapshot test.
fn next(stage: Stage, event: &Event) -> Result<Stage, NotAllowed> {
    use Event as E;
    use Stage as S;
    Ok(match (stage, event) {
        (S::New, E::Received { .. }) => S::Received,
        (S::Received, E::Registered(_)) => S::Received,
        // What was merged into one that was merged itself, or that ended, follows it.
        (S::Received | S::Merged, E::Merged { .. }) => S::Merged,
        (S::Merged, E::TakenOver { .. }) => S::Received,

        (S::Received | S::InProgress, E::IdentityAsked { .. }) => S::IdentityPending,
        (S::Received | S::IdentityPending | S::InProgress, E::Identified { .. }) => S::Received,
        // A partial answer goes on when there is more to look up by.
        (
            S::Decided(Outcome::Partial)
            | S::Notified(Outcome::Partial)
            | S::Closed(Outcome::Partial),
            E::Identified { .. } | E::TakenUp { .. },
        ) => S::InProgress,
        (S::Received | S::InProgress, E::Started { .. }) => S::InProgress,

        (open, event) if open.is_open() && waits(event) => open,
        // Nothing is erased for somebody who no longer waits for it; what became of it is told whatever happened since.
        (S::Received | S::InProgress, E::ErasureBegun { .. }) => stage,

        (S::Received | S::InProgress, E::Answered { answer, .. }) => S::Decided(answer.outcome),
        // Art. 11(2): only where we ask who it is can we find that we cannot tell.
        (S::IdentityPending, E::Answered { answer, .. })
            if answer.outcome == Outcome::Unidentifiable =>
        {
            S::Decided(Outcome::Unidentifiable)
        }
        (stage, E::Refused { .. }) => against(stage, Outcome::Refused, event.participle())?,
        (stage, E::RefusedInPart { .. }) => against(stage, Outcome::Partial, event.participle())?,
        (stage, E::FeeProposed { .. }) => against(stage, Outcome::FeeProposed, event.participle())?,
        // Silence is never consent to pay: only the person's word goes on from here.
        (
            S::Decided(Outcome::FeeProposed) | S::Notified(Outcome::FeeProposed),
            E::FeeAccepted { .. },
        ) => S::InProgress,
        (
            S::Decided(Outcome::FeeProposed) | S::Notified(Outcome::FeeProposed),
            E::Withdrawn { .. },
        ) => S::Withdrawn,

        (S::Decided(outcome), E::Notified { .. }) => S::Notified(outcome),
        (S::Notified(outcome), E::Closed { .. }) => S::Closed(outcome),

        (open, E::Withdrawn { .. }) if open.is_open() => S::Withdrawn,
        // The person may always write, and may contest any answer: it is looked at again.
        (any, E::Messaged { .. }) if any != S::New => any,
        (S::Decided(_) | S::Notified(_) | S::Closed(_), E::Contested { .. }) => S::InProgress,
        // A decision against the person can be looked at again; then the case waits for an answer again.
        (
            S::Decided(Outcome::Refused | Outcome::FeeProposed | Outcome::Partial)
            | S::Notified(Outcome::Refused | Outcome::FeeProposed | Outcome::Partial)
            | S::Closed(Outcome::Refused | Outcome::FeeProposed | Outcome::Partial),
            E::Reopened { .. },
        ) => S::InProgress,
        (open, E::Reopened { .. }) if open.is_open() => open,
        (open, E::Referred { .. } | E::ReviewOpened { .. }) if open.is_open() => open,

        (stage, event) if stage != S::New && stays(event) => stage,

        (stage, event) => return Err(NotAllowed { stage, event: event.participle() }),
    })
}

/// Art. 12(5): only a case that still waits for its answer can be decided against, whoever makes or tells it.
fn against(stage: Stage, outcome: Outcome, event: &'static str) -> Result<Stage, NotAllowed> {
    if stage.is_open() { Ok(Stage::Decided(outcome)) } else { Err(NotAllowed { stage, event }) }
}

/// What happens while the person waits, and changes no stage.
fn waits(event: &Event) -> bool {
    use Event as E;
    matches!(
        event,
        E::Suspended { .. }
            | E::Resumed { .. }
            | E::ClarificationAsked { .. }
            | E::Reminded { .. }
            | E::Overdue { .. }
            // Art. 12(3): an extension is for cases without an answer; nothing complex can follow one.
            | E::Extended { .. }
            | E::TaskRaised { .. }
            | E::ScopeRead { .. }
            | E::TakenUp { .. }
    )
}

/// Overlays change nothing else, whatever the stage (SETTLED 7); and what was done is told whenever it is known.
fn stays(event: &Event) -> bool {
    use Event as E;
    matches!(
        event,
        E::FlagLapsed { .. }
            | E::FlagCleared { .. }
            | E::FlagOvertaken { .. }
            | E::Opined { .. }
            | E::ReviewAnswered { .. }
            | E::NoticeMade { .. }
            | E::NoticeTold { .. }
            | E::Balanced { .. }
            | E::Restricted { .. }
            | E::LiftingAnnounced { .. }
            | E::RestrictionLifted { .. }
            | E::ErasureSettled { .. }
            | E::Marked { .. }
            | E::Unmarked { .. }
            | E::TaskDone { .. }
    )
}
