//! Requests opened together: their histories in one query, their decisions in memory, their rows in few statements.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::audit::hex::hex;
use crate::audit::leaf::case::{TicketRedeemed, TicketSpent};
use crate::domain::case::{Due, Event, Stage, State};
use crate::domain::deadline::Step;
use crate::domain::decide::{Facts, Opening, Screening, decide};
use crate::domain::excess::Reviewable;
use crate::domain::history::{Earlier, Fate};
use crate::domain::id::{CaseId, Reference};
use crate::domain::overlap::Marks;
use crate::domain::right::{Right, Scope};
use crate::domain::time::Instant;
use crate::objections::Entry;
use crate::store::rows::{CaseRow, CohortRow, FlagRow, JobRow, TicketRow};
use crate::store::vault::{Place, random};
use crate::store::{StoreError, Tx, columns};

use crate::casework::case::entry;
use crate::casework::case::labels::Beside;
use crate::casework::case::opened::{Opened, explained, opened_again};
use crate::casework::case::record::{event_leaf, flag_id, identity_code};
use crate::casework::case::{identifiers, scope, work};
use crate::casework::intake::ask::Ask;
use crate::casework::intake::past::Past;
use crate::casework::intake::{sealing, telling};
use crate::casework::log;
use crate::casework::mail::{self, Mail};
use crate::casework::objections::{again, objecting};
use crate::casework::people::{self, Known};
use crate::casework::policies::changes::Changes;
use crate::casework::{CaseworkError, Office, TicketRefused};

const LOOKBACK_MS: i64 = crate::domain::change::LOOKBACK_DAYS * 86_400_000;

/// Requests that are opened in one transaction, with everything they share.
pub(crate) struct Batch<'o> {
    office: &'o Office,
    now: Instant,
    people: HashMap<[u8; 32], Known>,
    histories: HashMap<[u8; 16], Vec<Past>>,
    changes: Changes,
    by_key: HashMap<[u8; 32], (Opened, [u8; 32])>,
    references: Vec<Reference>,
    cases: Vec<CaseRow>,
    flags: Vec<FlagRow>,
    jobs: Vec<JobRow>,
    cohorts: Vec<CohortRow>,
    redeemed: HashSet<Vec<u8>>,
    tickets: Vec<TicketRow>,
    mails: Vec<Mail>,
    pub(crate) objections: Vec<Entry>,
    /// The last due date that was explained, and how.
    explained: (Vec<Step>, Vec<String>),
}

impl<'o> Batch<'o> {
    pub(crate) fn load(
        tx: &mut Tx<'_>,
        office: &'o Office,
        asks: &[Ask],
    ) -> Result<Self, CaseworkError> {
        let now = office.clock.now();
        let people = people::meet(tx, &office.vault, asks.iter().map(|ask| &ask.asker), now)?;
        let ids: Vec<Vec<u8>> = people.values().map(|p| p.id.0.to_vec()).collect();
        let mut histories: HashMap<[u8; 16], Vec<Past>> = HashMap::new();
        let since = asks.iter().map(|ask| ask.received_at(now)).min().unwrap_or(now);
        for row in tx.cases_of_subjects(&ids, since.0 - LOOKBACK_MS)? {
            if let Ok(id) = row.subject_id.as_slice().try_into() {
                histories.entry(id).or_default().push(Past::of(&row)?);
            }
        }
        let mut batch = Self {
            office,
            now,
            people,
            histories,
            changes: Changes::load(tx, since)?,
            by_key: HashMap::new(),
            references: free_references(tx, asks.len())?,
            cases: Vec::with_capacity(asks.len()),
            flags: Vec::new(),
            jobs: Vec::with_capacity(asks.len()),
            cohorts: Vec::new(),
            redeemed: redeemed(tx, asks)?,
            tickets: Vec::new(),
            mails: Vec::new(),
            objections: Vec::new(),
            explained: Default::default(),
        };
        batch.load_keys(tx, asks)?;
        Ok(batch)
    }

    /// Those who ask on one day mostly have the same due date: it is put into words once.
    fn explain(&mut self, steps: &[Step]) -> Vec<String> {
        if self.explained.0 != steps {
            self.explained = (steps.to_vec(), explained(self.office, steps));
        }
        self.explained.1.clone()
    }

    fn load_keys(&mut self, tx: &mut Tx<'_>, asks: &[Ask]) -> Result<(), CaseworkError> {
        let keys: Vec<Vec<u8>> =
            asks.iter().filter_map(|ask| self.key_of(ask)).map(|(key, _)| key.to_vec()).collect();
        if keys.is_empty() {
            return Ok(());
        }
        for row in tx.cases_by_idem_keys(&keys)? {
            let Some((key, body)) = row.idempotency()? else { continue };
            let opened = opened_again(tx, self.office, &row)?;
            self.by_key.insert(key, (opened, body));
        }
        Ok(())
    }

    /// A key belongs to whoever sent it: nobody can probe another's.
    fn key_of(&self, ask: &Ask) -> Option<([u8; 32], [u8; 32])> {
        let (key, body) = ask.idempotency.as_ref()?;
        let vault = &self.office.vault;
        if let Some((entry, _)) = &ask.entered {
            let officer = entry.reveal().by.as_str();
            return Some((
                vault.blind(&["idempotency of an officer", officer, key.reveal()]),
                *body,
            ));
        }
        let person = people::blind(vault, &ask.asker);
        let person = crate::audit::merkle::Hash(person).to_string();
        Some((vault.blind(&["idempotency", &person, key.reveal()]), *body))
    }

    /// What these were opened as before, with the same keys; nothing when none was. One that is gone since, with its person,
    /// is not opened again.
    pub(crate) fn opened_before(&self, asks: &[Ask]) -> Result<Option<Vec<Opened>>, CaseworkError> {
        let keys = asks.iter().filter_map(|ask| self.key_of(ask));
        let known = keys.filter_map(|(key, body)| Some((self.by_key.get(&key)?, body)));
        let opened = known.map(|((opened, recorded), body)| {
            if *recorded == body { Ok(opened.clone()) } else { Err(CaseworkError::OtherBody) }
        });
        let opened = opened.collect::<Result<Vec<_>, _>>()?;
        Ok((!opened.is_empty()).then_some(opened))
    }

    pub(crate) fn open(&mut self, tx: &mut Tx<'_>, ask: &Ask) -> Result<Opened, CaseworkError> {
        let key = self.key_of(ask);
        if let Some((key, body)) = &key
            && let Some((opened, recorded)) = self.by_key.get(key)
        {
            return if recorded == body {
                Ok(opened.clone())
            } else {
                Err(CaseworkError::OtherBody)
            };
        }
        if let Some(ticket) = &ask.ticket
            && self.redeemed.contains(ticket.nonce.as_slice())
        {
            return Err(TicketRefused::Replayed.into());
        }
        let blind = people::blind(&self.office.vault, &ask.asker);
        let person = columns::subjects::blind.there(self.people.get(&blind).cloned())?;
        let scope = self.scope_of(ask, &person)?;
        let reference = self.references.pop().ok_or(CaseworkError::Unmade("reference"))?;
        let events = self.decide(ask, &person, scope.clone(), reference)?;
        self.write(tx, ask, &person, scope, reference, &events, key)
    }

    /// P7: what makes two requests the same. For rights about one particular thing the words are part of it, as a digest
    /// under the person's own key.
    fn scope_of(&self, ask: &Ask, person: &Known) -> Result<Scope, CaseworkError> {
        let policies = &self.office.policies;
        let mut scope = ask.scope.clone();
        scope::names_what_exists(policies, &scope)?;
        // Who names no purpose means every one, and every consent (Art. 7(3)): to read it narrowly would go against them.
        if scope.purposes.is_empty() {
            scope.purposes = policies.purposes.meant_by(ask.right);
        }
        let particular = matches!(
            ask.right,
            Right::Rectification | Right::Objection | Right::AutomatedDecisionReview | Right::Other
        );
        scope.detail = match &ask.message {
            Some(words) if particular => {
                let digest = person.key.digest("words", words.reveal().trim().as_bytes());
                Some(crate::audit::merkle::Hash(digest).to_string())
            }
            _ => None,
        };
        Ok(scope)
    }

    fn decide(
        &self,
        ask: &Ask,
        person: &Known,
        scope: Scope,
        reference: Reference,
    ) -> Result<Vec<Event>, CaseworkError> {
        let policies = &self.office.policies;
        let kinds = policies
            .purposes
            .kinds_of(&scope.purposes)
            .map_err(|unknown| CaseworkError::NoSuchPurpose(unknown.0))?;
        let data = policies.datamap.screening_of(&scope, ask.right);
        let screening = Reviewable::of(ask.right, &kinds).map(|right| Screening {
            right,
            class: data.class,
            sensitivity: data.sensitivity,
            detriment: data.detriment,
            service: data.service,
            rule: policies.thresholds.rule_for(right, data.class),
            policy: &policies.thresholds.hash,
            packs: &policies.hints,
            changes: self.changes.last,
        });
        let declared = self.changes.resets_for(&person.id.0, &scope, ask.received_at(self.now));
        let identity = ask.asker.identity();
        let known = identifiers::digest(person, &ask.identifiers(self.now));
        let past = self.histories.get(&person.id.0).map(Vec::as_slice).unwrap_or_default();
        let marks = Marks {
            identity,
            known: Some(&known),
            worded: ask.is_worded(),
            right: ask.right,
            scope: &scope,
        };
        let received_at = ask.received_at(self.now);
        // P9: what came first, however late it was written down, is due first, and waits for nothing that came after it.
        let overlaps = past
            .iter()
            .filter(|p| p.earlier.received_at <= received_at)
            .find(|p| p.stage.is_open() && marks.are_those_of(&p.marks()))
            .map(|p| (p.earlier.case, p.due.clone()));
        let since = received_at.0 - LOOKBACK_MS;
        let history: Vec<Earlier> = past
            .iter()
            .filter(|p| p.earlier.received_at.0 >= since || p.stage.is_open())
            .map(|p| p.earlier.clone())
            .collect();
        let opening = Opening {
            reference,
            scope,
            identity,
            known: Some(known),
            worded: ask.is_worded(),
            history: &history,
            declared: &declared,
            screening,
            overlaps,
        };
        let facts = Facts {
            now: self.now,
            received_at,
            right: ask.right,
            calendar: &self.office.calendar,
            regime: &policies.regime,
        };
        let command = crate::domain::decide::Command::Open(opening);
        Ok(decide(&State::default(), command, &facts)?)
    }

    #[expect(clippy::too_many_arguments, reason = "everything that one case consists of")]
    fn write(
        &mut self,
        tx: &mut Tx<'_>,
        ask: &Ask,
        person: &Known,
        scope: Scope,
        reference: Reference,
        events: &[Event],
        key: Option<([u8; 32], [u8; 32])>,
    ) -> Result<Opened, CaseworkError> {
        let id = CaseId::new(self.now, random());
        let mut state = State::default();
        let mut first_leaf = None;
        let mut explanation = Vec::new();
        for event in events {
            state = state.after(event).map_err(crate::domain::decide::Refusal::from)?;
            let leaf = event_leaf(tx, self.now, person, id, reference, event)?;
            first_leaf.get_or_insert(leaf);
            if let Event::Registered(known) = event {
                explanation = self.explain(&known.deadline.steps);
                self.flag(id, known);
            }
        }
        let due = columns::cases::state.there(state.due.clone())?;
        self.object(tx, ask, person, &scope, reference)?;
        self.redeem(tx, ask, person, id, reference)?;
        let received_at = ask.received_at(self.now);
        if let Some((entry, _)) = &ask.entered {
            entry::tell(tx, entry.reveal(), person, id, (reference, received_at))?;
        }
        let private = sealing::private(ask, key, self.now);
        let row = CaseRow {
            id: id.0.to_vec(),
            reference: reference.to_string(),
            subject_id: person.id.0.to_vec(),
            right_asked: ask.right.code().into(),
            scope: columns::cases::scope.to_json_text(&scope)?,
            stage: state.stage.code().into(),
            outcome: None,
            identity: identity_code(&state).into(),
            received_at: received_at.0,
            due_date: due.date.to_string(),
            due_expires: due.expires.0,
            state: columns::cases::state.to_json_text(&state)?,
            sealed: sealing::seal(&private, person, id)?,
            leaf: first_leaf.unwrap_or_default(),
            idem_key: key.map(|(key, _)| key.to_vec()),
            idem_body: key.map(|(_, body)| body.to_vec()),
            version: 1,
            decision_id: None,
        };
        let opened = Opened {
            reference,
            right: ask.right,
            stage: state.stage,
            merged_into: state.merged_into,
            received_at,
            due: due.clone(),
            explanation,
            identity: identity_code(&state),
            language: self.office.spoken(ask.language.as_deref()),
            fresh: true,
        };
        let asked = telling::Asked { ask, private: &private, scope: &scope, opened: &opened };
        self.mails.extend(telling::receipt(self.office, &asked, person, id)?);
        self.keep(ask, person, id, row, &state, scope, due)?;
        if let Some((key, body)) = key {
            self.by_key.insert(key, (Opened { fresh: false, ..opened.clone() }, body));
        }
        Ok(opened)
    }

    #[expect(clippy::too_many_arguments, reason = "everything that one case consists of")]
    fn keep(
        &mut self,
        ask: &Ask,
        person: &Known,
        id: CaseId,
        row: CaseRow,
        state: &State,
        scope: Scope,
        due: Due,
    ) -> Result<(), CaseworkError> {
        if state.stage != Stage::Merged {
            self.jobs.push(work::new_job(self.now, &id.0));
        }
        if !ask.labels.0.is_empty() {
            let place = Place { table: "cohorts", column: "sealed", row: &id.0 };
            let sealed = person.key.seal(&place, &ask.labels.0)?;
            self.cohorts.push(CohortRow { case_id: id.0.to_vec(), sealed });
        }
        let earlier = Earlier {
            case: row.reference()?,
            right: ask.right,
            scope,
            received_at: Instant(row.received_at),
            identity: ask.asker.identity(),
            fate: if state.stage == Stage::Merged { Fate::Merged } else { Fate::Open },
        };
        let (known, words) = (state.known.clone(), state.words);
        let past = Past { earlier, due, stage: state.stage, known, words };
        self.histories.entry(person.id.0).or_default().push(past);
        self.cases.push(row);
        Ok(())
    }

    fn flag(&mut self, case: CaseId, known: &crate::domain::case::Registration) {
        let (Some(finding), Some(lapses_at)) = (&known.finding, known.lapses_at) else { return };
        self.flags.push(FlagRow {
            id: flag_id(self.now, &case.0).0.to_vec(),
            case_id: case.0.to_vec(),
            rule: finding.rule.clone().unwrap_or_default(),
            policy: finding.policy.clone(),
            state: "open".into(),
            raised_at: self.now.0,
            lapses_at: lapses_at.0,
            closed_at: None,
        });
    }

    // An objection that comes as a request is in force when recorded, like any other (invariant 8); a withdrawn consent
    // stops its purposes in the same way (Art. 7(3)).
    fn object(
        &mut self,
        tx: &mut Tx<'_>,
        ask: &Ask,
        person: &Known,
        scope: &Scope,
        reference: Reference,
    ) -> Result<(), CaseworkError> {
        if !matches!(ask.right, Right::Objection | Right::ConsentWithdrawal) {
            return Ok(());
        }
        let beside = Beside { came: ask.came, labels: ask.labels.clone() };
        for purpose in &scope.purposes {
            let act = crate::domain::objection::Act::Object(objecting::assurance_of(&ask.asker));
            let who = objecting::Who {
                person,
                mark: objecting::mark(self.office, purpose, &ask.asker)?,
                vault: &self.office.vault,
                beside: Some(&beside),
            };
            let change = objecting::change(tx, &who, purpose, act, self.now, Some(reference))?;
            self.objections.extend(change.entries);
            again::heard_again(tx, self.office, person, purpose)?;
        }
        Ok(())
    }

    /// The log tells that a request bears an earlier date, and by which ticket.
    fn redeem(
        &mut self,
        tx: &mut Tx<'_>,
        ask: &Ask,
        person: &Known,
        id: CaseId,
        reference: Reference,
    ) -> Result<(), CaseworkError> {
        let Some(ticket) = &ask.ticket else { return Ok(()) };
        let holder = (person.id.0.as_slice(), &person.key);
        let payload = TicketRedeemed { reference, first_tried_at: ticket.at, at: self.now };
        log::leaf(tx, self.now, holder, Some(id), &payload)?;
        self.redeemed.insert(ticket.nonce.to_vec());
        let row = TicketRow {
            nonce: ticket.nonce.to_vec(),
            case_id: id.0.to_vec(),
            expires_at: ticket.expires().0,
        };
        let spent = TicketSpent {
            nonce: hex(&row.nonce),
            case: hex(&row.case_id),
            expires_at: row.expires_at,
            at: self.now.0,
        };
        let key = people::controller_key(tx, &self.office.vault, self.now)?;
        let controller = (people::CONTROLLER.as_slice(), &key);
        log::leaf(tx, self.now, controller, None, &spent)?;
        self.tickets.push(row);
        Ok(())
    }

    pub(crate) fn save(&self, tx: &mut Tx<'_>) -> Result<(), CaseworkError> {
        if self.cases.is_empty() {
            return Ok(());
        }
        // Only people who really sent something: a refused request leaves nothing behind.
        let seen: HashSet<&[u8]> = self.cases.iter().map(|c| c.subject_id.as_slice()).collect();
        people::save_new(tx, self.people.values().filter(|p| seen.contains(p.id.0.as_slice())))?;
        tx.insert_cases(&self.cases)?;
        if !self.flags.is_empty() {
            tx.insert_flags(&self.flags)?;
        }
        if !self.cohorts.is_empty() {
            tx.insert_cohorts(&self.cohorts)?;
        }
        if !self.jobs.is_empty() {
            tx.insert_jobs(&self.jobs)?;
        }
        if !self.tickets.is_empty() {
            tx.drop_tickets_before(self.now.0)?;
            tx.insert_tickets(&self.tickets)?;
        }
        mail::post_all(tx, self.office, &self.mails)
    }
}

fn redeemed(tx: &mut Tx<'_>, asks: &[Ask]) -> Result<HashSet<Vec<u8>>, StoreError> {
    let nonces: Vec<Vec<u8>> =
        asks.iter().filter_map(|ask| ask.ticket.map(|ticket| ticket.nonce.to_vec())).collect();
    if nonces.is_empty() {
        return Ok(HashSet::new());
    }
    Ok(tx.tickets_redeemed(&nonces)?.into_iter().map(|row| row.nonce).collect())
}

fn free_references(tx: &mut Tx<'_>, count: usize) -> Result<Vec<Reference>, StoreError> {
    let mut free = BTreeSet::new();
    while free.len() < count {
        let fresh: BTreeSet<Reference> =
            (free.len()..count).map(|_| Reference::new(u64::from_be_bytes(random()))).collect();
        let names: Vec<String> = fresh.iter().map(ToString::to_string).collect();
        let taken: HashSet<String> = tx.references_taken(&names)?.into_iter().collect();
        free.extend(fresh.into_iter().filter(|r| !taken.contains(&r.to_string())));
    }
    Ok(free.into_iter().collect())
}
