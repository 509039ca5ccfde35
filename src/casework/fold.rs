//! The log told again from its first leaf: the same machine, another source of events.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::audit::canonical;
use crate::domain::case::{Event, ObjectionRecorded, Registration, Stage, State};
use crate::domain::excess::{Asked, Finding, Threshold, assess};
use crate::domain::history::{Earlier, Identity};
use crate::domain::id::Reference;
use crate::domain::review::Recorded;
use crate::domain::right::Right;
use crate::domain::time::Instant;

const LOOKBACK_MS: i64 = 180 * 86_400_000;

/// A case as the log tells it.
pub(crate) struct Told {
    pub(crate) subject: Vec<u8>,
    pub(crate) right: Right,
    pub(crate) received_at: Instant,
    pub(crate) state: State,
    pub(crate) registration: Option<Registration>,
}

/// Everything that the log has told so far.
#[derive(Default)]
pub(crate) struct Fold {
    pub(crate) cases: BTreeMap<Reference, Told>,
    pub(crate) objections: BTreeMap<(Vec<u8>, String), ObjectionRecorded>,
    /// Epochs that whole lists took: an import may put into force again what a person took back before.
    pub(crate) lists: Vec<std::ops::RangeInclusive<i64>>,
    pub(crate) erased: std::collections::BTreeSet<i64>,
    pub(crate) differences: Vec<String>,
    pub(crate) findings: u64,
    by_subject: BTreeMap<Vec<u8>, Vec<Reference>>,
}

impl Fold {
    /// Takes the next opened leaf. `rule` finds a threshold of a policy that was in force once.
    pub(crate) fn take(
        &mut self,
        idx: i64,
        kind: &str,
        subject: &[u8],
        payload: &[u8],
        rule: &mut dyn FnMut(&str, &str) -> Option<Threshold>,
    ) {
        let told = match kind {
            "objection.recorded" => self.objection(subject, payload),
            "objections.imported" | "objections.inherited" => self.list(payload),
            "openings.erased" => self.erasure(payload),
            "case.read" | "ticket.redeemed" | "policy.activated" | "key.created"
            | "objections.key" | "filter.run" | "recipient.obeys" | "recipient.task"
            | "task.done" | "review.exported" => Ok(()),
            _ => self.event(subject, payload, rule),
        };
        if let Err(difference) = told {
            self.differences.push(format!("leaf {idx} ({kind}): {difference}"));
        }
    }

    fn objection(&mut self, subject: &[u8], payload: &[u8]) -> Result<(), String> {
        let told: ObjectionRecorded = serde_json::from_slice(payload).map_err(unreadable)?;
        self.objections.insert((subject.to_vec(), told.objection.purpose.clone()), told);
        Ok(())
    }

    fn list(&mut self, payload: &[u8]) -> Result<(), String> {
        #[derive(serde::Deserialize)]
        struct Listed {
            epoch_first: i64,
            epoch_last: i64,
        }
        let told: Listed = serde_json::from_slice(payload).map_err(unreadable)?;
        self.lists.push(told.epoch_first..=told.epoch_last);
        Ok(())
    }

    fn erasure(&mut self, payload: &[u8]) -> Result<(), String> {
        #[derive(serde::Deserialize)]
        struct Erased {
            leaves: Vec<i64>,
        }
        let told: Erased = serde_json::from_slice(payload).map_err(unreadable)?;
        self.erased.extend(told.leaves);
        Ok(())
    }

    fn event(
        &mut self,
        subject: &[u8],
        payload: &[u8],
        rule: &mut dyn FnMut(&str, &str) -> Option<Threshold>,
    ) -> Result<(), String> {
        let value: Value = serde_json::from_slice(payload).map_err(unreadable)?;
        let reference = value.get("reference").and_then(Value::as_str).unwrap_or_default();
        let reference: Reference = reference.parse().map_err(|_| "names no case".to_owned())?;
        if let Some(recorded) = decided(&value)? {
            let told = self.cases.get_mut(&reference).ok_or("the case was never received")?;
            let state = std::mem::take(&mut told.state);
            told.state = state.retold(&recorded).map_err(|e| e.to_string())?;
            return Ok(());
        }
        let event: Event = serde_json::from_value(value).map_err(unreadable)?;
        if let Event::Received { right, received_at, .. } = &event {
            let (right, received_at) = (*right, *received_at);
            let state = State::default();
            let told =
                Told { subject: subject.to_vec(), right, received_at, state, registration: None };
            self.cases.insert(reference, told);
            self.by_subject.entry(subject.to_vec()).or_default().push(reference);
        }
        if let Event::Registered(known) = &event
            && let Some(finding) = &known.finding
        {
            self.assess_again(reference, known, finding, rule)?;
        }
        let told = self.cases.get_mut(&reference).ok_or("the case was never received")?;
        if let Event::Registered(known) = &event {
            told.registration = Some((**known).clone());
        }
        told.state = std::mem::take(&mut told.state).after(&event).map_err(|e| e.to_string())?;
        Ok(())
    }

    /// P20: the policy by its hash, the same history, the same function; the bytes must be the same.
    fn assess_again(
        &mut self,
        reference: Reference,
        known: &Registration,
        finding: &Finding,
        rule: &mut dyn FnMut(&str, &str) -> Option<Threshold>,
    ) -> Result<(), String> {
        self.findings += 1;
        let Some(rule_id) = &finding.rule else { return Ok(()) };
        let threshold = rule(&finding.policy, rule_id).ok_or_else(|| {
            format!("the policy `{}` with the rule `{rule_id}` is not stored", finding.policy)
        })?;
        let told = self.cases.get(&reference).ok_or("the case was never received")?;
        let history = self.history_before(told, reference);
        let asked = Asked {
            right: threshold.right,
            scope: &known.scope,
            received_at: told.received_at,
            class: finding.class,
            sensitivity: finding.sensitivity,
            service: finding.service,
        };
        let again = assess(&asked, &history, &[], Some(&threshold), &finding.policy);
        let same = canonical::to_vec(&again).ok() == canonical::to_vec(finding).ok();
        if same {
            Ok(())
        } else {
            Err("the finding comes out differently when assessed again".into())
        }
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
                    fate: super::intake::fate(&told.state),
                })
            })
            .collect()
    }
}

/// The record of a decision under Art. 12(5), if it is one: it can be told again, and never made again (SETTLED 14).
fn decided(value: &Value) -> Result<Option<Recorded>, String> {
    match value.get("event").and_then(Value::as_str) {
        Some("refused" | "refused_in_part" | "fee_proposed") => {
            let by = value.get("by").cloned().unwrap_or_default();
            serde_json::from_value(by).map(Some).map_err(unreadable)
        }
        _ => Ok(None),
    }
}

fn unreadable(error: serde_json::Error) -> String {
    // The position says enough; the text of the error could quote the payload.
    format!("the payload is not what this kind holds (column {})", error.column())
}

/// Whether a stage is one that a stored case can have.
pub(crate) fn is_stored(stage: Stage) -> bool {
    stage != Stage::New
}
