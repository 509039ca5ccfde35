//! The log told again from its first leaf: the same machine, another source of events.

use std::collections::{BTreeMap, HashMap};

use crate::audit::canonical;
use crate::audit::leaf::case::{
    AttachmentKept, MessageKept, PackageKept, RequestEntered, TicketRedeemed,
};
use crate::audit::leaf::objections::ObjectionRecorded;
use crate::audit::leaf::policy::ChangeDeclared;
use crate::audit::leaf::{self, LeafKind, Unreadable, event};
use crate::domain::case::{Event, Registration, Stage, State};
use crate::domain::change::{Change, resets};
use crate::domain::excess::{Asked, Finding, Reviewable, Threshold, assess};
use crate::domain::hint::{HintPack, annotate};
use crate::domain::history::{Earlier, Identity};
use crate::domain::id::Reference;
use crate::domain::name::PurposeId;
use crate::domain::right::{PurposeKind, Right};
use crate::domain::time::Instant;
use crate::policy::packs::Pack;
use crate::policy::thresholds::Thresholds;

use crate::casework::people;
use crate::casework::replay::ledger::Ledger;

const OTHER_CASE: &str = "its opening lies with another case or person";
const LOOKBACK_MS: i64 = crate::domain::change::LOOKBACK_DAYS * 86_400_000;

/// An opened leaf.
pub(crate) struct Leaf<'a> {
    pub(crate) idx: i64,
    pub(crate) kind: &'a str,
    pub(crate) time: i64,
    pub(crate) subject: &'a [u8],
    pub(crate) case: Option<&'a [u8]>,
    pub(crate) payload: &'a [u8],
}

/// A case as the log tells it.
pub(crate) struct Told {
    pub(crate) id: Vec<u8>,
    pub(crate) leaf: i64,
    pub(crate) subject: Vec<u8>,
    pub(crate) right: Right,
    pub(crate) received_at: Instant,
    pub(crate) state: State,
    pub(crate) registration: Option<Registration>,
    /// Events since it was opened: its version tells them.
    pub(crate) events: i64,
    pub(crate) messages: Vec<MessageKept>,
    pub(crate) attachments: Vec<AttachmentKept>,
    pub(crate) package: Option<PackageKept>,
    /// How an officer entered it.
    pub(crate) entered: Option<RequestEntered>,
    /// When it was typed in or sent, whatever day it bears.
    pub(crate) opened_at: Instant,
}

/// Everything that the log has told so far.
#[derive(Default)]
pub(crate) struct Retold {
    pub(crate) cases: BTreeMap<Reference, Told>,
    pub(crate) objections: BTreeMap<(Vec<u8>, PurposeId), ObjectionRecorded>,
    /// By epoch, whose way lies sealed beside an objection, and its digest.
    pub(crate) ways: BTreeMap<i64, (Vec<u8>, String)>,
    /// What belongs to nobody in particular.
    pub(crate) ledger: Ledger,
    /// Everybody whose key sealed something, and when first.
    pub(crate) holders: BTreeMap<Vec<u8>, i64>,
    /// Marks left by erasures.
    pub(crate) erased: u64,
    pub(crate) differences: Vec<String>,
    pub(crate) findings: u64,
    by_subject: BTreeMap<Vec<u8>, Vec<Reference>>,
    pub(crate) changes: Vec<(Vec<u8>, Change)>,
    thresholds: HashMap<String, Option<Thresholds>>,
    packs: HashMap<String, Option<HintPack>>,
}

impl Retold {
    /// Takes the next opened leaf. `text` finds a policy that was in force once by its hash.
    pub(crate) fn take(&mut self, leaf: &Leaf<'_>, text: &mut dyn FnMut(&str) -> Option<String>) {
        self.holders.entry(leaf.subject.to_vec()).or_insert(leaf.time);
        let Leaf { idx, kind, .. } = leaf;
        let told = match LeafKind::parse(kind) {
            None => Err("this program knows no such kind".to_owned()),
            Some(kind) if leaf.case.is_some() && !kind.is_of_a_case() => Err(OTHER_CASE.to_owned()),
            Some(kind) => self.take_as(kind, leaf, text),
        };
        if let Err(difference) = told {
            self.differences.push(format!("leaf {idx} ({kind}): {difference}"));
        }
    }

    fn take_as(
        &mut self,
        kind: LeafKind,
        leaf: &Leaf<'_>,
        text: &mut dyn FnMut(&str) -> Option<String>,
    ) -> Result<(), String> {
        match kind {
            LeafKind::Event(_) => self.event(leaf, text),
            LeafKind::ObjectionRecorded => self.objection(leaf.subject, leaf.payload),
            LeafKind::ChangeDeclared => self.change(leaf),
            LeafKind::MessageKept => self.message(leaf),
            LeafKind::AttachmentKept => self.attachment(leaf),
            LeafKind::PackageKept => self.package(leaf),
            LeafKind::TicketRedeemed => self.redeemed(leaf),
            LeafKind::RequestEntered => self.entered(leaf),
            #[expect(clippy::wildcard_enum_match_arm, reason = "the ledger names every kind")]
            other => self.ledger.take(other, leaf.payload).map_err(unreadable),
        }
    }

    /// The case that a leaf belongs to, by what it says and by where its opening lies.
    fn told(&mut self, reference: Reference, leaf: &Leaf<'_>) -> Result<&mut Told, String> {
        let told = self.cases.get_mut(&reference).ok_or("the case was never received")?;
        if leaf.case != Some(told.id.as_slice()) || leaf.subject != told.subject {
            return Err(OTHER_CASE.to_owned());
        }
        Ok(told)
    }

    fn message(&mut self, leaf: &Leaf<'_>) -> Result<(), String> {
        let kept: MessageKept = leaf::read(leaf.payload).map_err(unreadable)?;
        self.told(kept.reference, leaf)?.messages.push(kept);
        Ok(())
    }

    fn attachment(&mut self, leaf: &Leaf<'_>) -> Result<(), String> {
        let kept: AttachmentKept = leaf::read(leaf.payload).map_err(unreadable)?;
        self.told(kept.reference, leaf)?.attachments.push(kept);
        Ok(())
    }

    fn package(&mut self, leaf: &Leaf<'_>) -> Result<(), String> {
        let kept: PackageKept = leaf::read(leaf.payload).map_err(unreadable)?;
        self.ledger.dropped.remove(&kept.reference.to_string());
        let reference = kept.reference;
        self.told(reference, leaf)?.package = Some(kept);
        Ok(())
    }

    fn redeemed(&mut self, leaf: &Leaf<'_>) -> Result<(), String> {
        let redeemed: TicketRedeemed = leaf::read(leaf.payload).map_err(unreadable)?;
        let told = self.told(redeemed.reference, leaf)?;
        if told.received_at != redeemed.first_tried_at.min(redeemed.at) {
            return Err("the ticket gave another date".to_owned());
        }
        told.opened_at = redeemed.at;
        Ok(())
    }

    fn entered(&mut self, leaf: &Leaf<'_>) -> Result<(), String> {
        let entered: RequestEntered = leaf::read(leaf.payload).map_err(unreadable)?;
        let told = self.told(entered.reference, leaf)?;
        if told.received_at != entered.received_at || told.entered.is_some() {
            return Err("it was entered with another date, or twice".to_owned());
        }
        told.opened_at = entered.at;
        told.entered = Some(entered);
        Ok(())
    }

    fn objection(&mut self, subject: &[u8], payload: &[u8]) -> Result<(), String> {
        let told: ObjectionRecorded = leaf::read(payload).map_err(unreadable)?;
        if let Some(digest) = &told.beside {
            self.ways.insert(told.epoch, (subject.to_vec(), digest.clone()));
        }
        self.objections.insert((subject.to_vec(), told.objection.purpose.clone()), told);
        Ok(())
    }

    fn change(&mut self, leaf: &Leaf<'_>) -> Result<(), String> {
        let told: ChangeDeclared = leaf::read(leaf.payload).map_err(unreadable)?;
        let ChangeDeclared { change, officer, declared_at, .. } = told;
        self.ledger.changes.insert(change.seq, (leaf.idx, officer, declared_at.0));
        self.changes.push((leaf.subject.to_vec(), change));
        Ok(())
    }

    fn event(
        &mut self,
        leaf: &Leaf<'_>,
        text: &mut dyn FnMut(&str) -> Option<String>,
    ) -> Result<(), String> {
        let (reference, told) = event::read(leaf.payload).map_err(unreadable)?;
        let event = match told {
            event::Told::Event(event) => event,
            event::Told::Decided(recorded) => {
                let told = self.told(reference, leaf)?;
                told.events += 1;
                let state = std::mem::take(&mut told.state);
                told.state = state.retold(&recorded).map_err(|e| e.to_string())?;
                return Ok(());
            }
        };
        if let Event::Received { right, received_at, .. } = &event {
            let (right, received_at) = (*right, *received_at);
            let told = Told {
                id: leaf.case.unwrap_or_default().to_vec(),
                leaf: leaf.idx,
                subject: leaf.subject.to_vec(),
                right,
                received_at,
                state: State::default(),
                registration: None,
                events: 0,
                messages: Vec::new(),
                attachments: Vec::new(),
                package: None,
                entered: None,
                opened_at: received_at,
            };
            self.cases.insert(reference, told);
            self.by_subject.entry(leaf.subject.to_vec()).or_default().push(reference);
        }
        if let Event::Registered(known) = &event
            && let Some(finding) = &known.finding
        {
            self.assess_again(reference, known, finding, text)?;
        }
        let told = self.told(reference, leaf)?;
        if let Event::Registered(known) = &event {
            told.registration = Some((**known).clone());
        }
        // What is merged again was merged before: that is no longer at the door.
        let was_received = told.state.stage == Stage::Received;
        let at_the_door = matches!(event, Event::Received { .. } | Event::Registered(_))
            || (was_received && matches!(event, Event::Merged { .. }));
        told.events += i64::from(!at_the_door);
        told.state = std::mem::take(&mut told.state).after(&event).map_err(|e| e.to_string())?;
        Ok(())
    }

    /// P20: the policy by its hash, the same history, the same function; the bytes must be the same.
    fn assess_again(
        &mut self,
        reference: Reference,
        known: &Registration,
        finding: &Finding,
        text: &mut dyn FnMut(&str) -> Option<String>,
    ) -> Result<(), String> {
        self.findings += 1;
        let threshold = match &finding.rule {
            Some(id) => {
                let stored = self.rule(&finding.policy, id, text);
                Some(stored.ok_or_else(|| {
                    format!("the policy `{}` with the rule `{id}` is not stored", finding.policy)
                })?)
            }
            None => None,
        };
        let packs: Option<Vec<HintPack>> =
            finding.packs.iter().map(|hash| self.pack(hash, text)).collect();
        let packs = packs.ok_or("a country pack of the finding is not stored")?;
        let told = self.cases.get(&reference).ok_or("the case was never received")?;
        let history = self.history_before(told, reference);
        // An objection that was assessed is one of the only kind that can be (P4).
        let right = Reviewable::of(told.right, &[PurposeKind::LegitimateInterest])
            .ok_or("there is a finding on a right that has none")?;
        let asked = Asked {
            right,
            scope: &known.scope,
            received_at: told.received_at,
            class: finding.class,
            sensitivity: finding.sensitivity,
            detriment: finding.detriment,
            service: finding.service,
        };
        // What had been declared by then, for everybody or for this person.
        let concerns = |whom: &[u8], change: &Change| {
            change.seq <= finding.changes && (whom == people::CONTROLLER || whom == told.subject)
        };
        let declared = self.changes.iter().filter(|(whom, change)| concerns(whom, change));
        let declared = resets(declared.map(|(_, change)| change), &known.scope, told.received_at);
        let policy = &finding.policy;
        let mut again = assess(&asked, &history, &declared, threshold.as_ref(), policy);
        again.changes = finding.changes;
        annotate(&mut again, &asked, &history, &packs);
        let same = canonical::to_vec(&again).ok() == canonical::to_vec(finding).ok();
        if same {
            Ok(())
        } else {
            Err("the finding comes out differently when assessed again".into())
        }
    }

    fn rule(
        &mut self,
        hash: &str,
        id: &str,
        text: &mut dyn FnMut(&str) -> Option<String>,
    ) -> Option<Threshold> {
        let read = || Thresholds::parse(&text(hash)?).ok();
        let thresholds = self.thresholds.entry(hash.to_owned()).or_insert_with(read);
        thresholds.as_ref()?.rules.iter().find(|rule| rule.id == id).cloned()
    }

    fn pack(
        &mut self,
        hash: &str,
        text: &mut dyn FnMut(&str) -> Option<String>,
    ) -> Option<HintPack> {
        let read = || Pack::parse("pack", &text(hash)?).ok().map(|pack| pack.rules());
        self.packs.entry(hash.to_owned()).or_insert_with(read).clone()
    }

    fn history_before(&self, told: &Told, reference: Reference) -> Vec<Earlier> {
        let since = told.received_at.0 - LOOKBACK_MS;
        let own = self.by_subject.get(&told.subject).map(Vec::as_slice).unwrap_or_default();
        own.iter()
            .filter(|other| **other != reference)
            .filter_map(|other| self.cases.get(other).map(|told| (*other, told)))
            .filter(|(_, told)| told.received_at.0 >= since || told.state.stage.is_open())
            .filter_map(|(case, told)| {
                Some(Earlier {
                    case,
                    right: told.right,
                    scope: told.registration.as_ref()?.scope.clone(),
                    received_at: told.received_at,
                    identity: told.state.identity.unwrap_or(Identity::Unverified),
                    fate: crate::casework::case::history::fate(&told.state),
                })
            })
            .collect()
    }
}

#[expect(clippy::needless_pass_by_value, reason = "it maps an error")]
fn unreadable(error: Unreadable) -> String {
    error.to_string()
}
