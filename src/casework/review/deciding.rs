//! The review of a flag: the person is told, the DPO advises, another officer decides with reasons. Whatever is not decided in
//! time ends in the person's favour (P2), and nothing here delays an answer.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::case::{FlagState, Writer};
use crate::domain::decide::{Command, Refusal, Reviewing};
use crate::domain::id::{DecisionId, FlagId, OpinionId, Reference};
use crate::domain::identity::{Asker, Personal};
use crate::domain::review::{
    Adverse, CostLine, Evidence, Grounds, NotEnacted, Reasons, View, clear, enact, hear, opine,
};
use crate::domain::role::Officer;
use crate::domain::time::Instant;
use crate::notices::{Cost, Letter, Why};
use crate::policy::explain;
use crate::policy::thresholds::Thresholds;
use crate::store::rows::{CaseChange, DecisionRow, FlagRow, OpinionRow};
use crate::store::vault::{Place, random};
use crate::store::{Tx, columns};
use crate::words::Language;

use crate::casework::case::actor::{Actor, admit};
use crate::casework::case::record::{Loaded, act, load};
use crate::casework::case::{dossier, messages, work};
use crate::casework::letters::post;
use crate::casework::review::flags::{self, Flagged, flagged};
use crate::casework::review::referral::{self, BY_HAND};
use crate::casework::{CaseworkError, Office};

/// What the controller's decision-maker decides.
#[derive(Clone, Debug)]
pub enum Choice {
    /// Answer as always.
    Answer,
    /// Answer as always, and suggest what would do.
    Narrow(String),
    /// Not this part; the rest is answered with this text.
    Partial {
        /// Which part is refused.
        what: String,
        /// The answer to the rest.
        rest: Personal<String>,
    },
    /// For a fee, of these items and quantities.
    Fee(Vec<(String, u32)>),
    /// Not at all.
    Refuse,
}

/// A decision with its grounds.
#[derive(Clone, Debug)]
pub struct Decision {
    /// What.
    pub choice: Choice,
    /// Why.
    pub grounds: Grounds,
}

/// Tells the person that a review may end in something other than a free answer, with the rule and the requests.
///
/// # Errors
/// See [`CaseworkError`].
pub async fn open(office: &Arc<Office>, officer: Officer, id: FlagId) -> Result<(), CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| {
        let Flagged { mut case, row, .. } = flagged(tx, &inside, id)?;
        let now = inside.clock.now();
        let notice = post::new_id(&inside);
        // First the act: a letter about a review that cannot be opened must not exist.
        let command = Command::Review(Reviewing::Open { flag: id, notice, by: &officer });
        act(tx, &inside, &mut case, now, command)?;
        let letter = opening(tx, &inside, &case, &row, post::language(&inside, &case)?)?;
        post::write(tx, &inside, &mut case, notice, &letter)
    };
    office.store.write("open review", write).await
}

fn opening(
    tx: &mut Tx<'_>,
    office: &Office,
    case: &Loaded,
    row: &FlagRow,
    language: Language,
) -> Result<Letter, CaseworkError> {
    let flag = flags::evidence(tx, office, row.clone())?;
    let day = |at: Instant| office.calendar.day_of(at);
    let (mut counted, mut left_out) = (Vec::new(), Vec::new());
    if let Some(finding) = &flag.finding {
        counted.extend(finding.counted.iter().map(|c| (c.case.to_string(), day(c.received_at))));
        left_out.extend(
            finding
                .excluded
                .iter()
                .map(|e| (e.case.to_string(), explain::reason(e.reason, language))),
        );
    }
    let lapses_on = day(Instant(row.lapses_at));
    if row.rule == BY_HAND {
        let held = columns::openings::payload.there(referral::held(tx, case, flag.id)?)?;
        return Ok(Letter::Referred { held, lapses_on });
    }
    let text = tx.policy(&row.policy)?.map(|policy| policy.text);
    let thresholds = text.and_then(|text| Thresholds::parse(&text).ok());
    let rules = thresholds.iter().flat_map(|thresholds| &thresholds.rules);
    let mut named = rules.filter(|rule| rule.id == row.rule);
    let rule = named.next().map(|rule| explain::rule_in_words(rule, language));
    let rule = columns::flags::rule.there(rule)?;
    Ok(Letter::ReviewOpened { rule, counted, left_out, lapses_on })
}

/// The DPO's opinion.
///
/// # Errors
/// See [`CaseworkError`].
pub async fn advise(
    office: &Arc<Office>,
    officer: Officer,
    id: FlagId,
    view: View,
    reasons: Reasons,
) -> Result<(), CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| {
        let Flagged { mut case, .. } = flagged(tx, &inside, id)?;
        let now = inside.clock.now();
        let opinion = OpinionId::new(now, random());
        let opinion = opine(opinion, &officer, view, reasons, now).map_err(Refusal::from)?;
        let place = Place { table: "opinions", column: "sealed", row: &opinion.id().0 };
        let plain = place.column().to_json(opinion.reasons())?;
        tx.insert_opinion(&OpinionRow {
            id: opinion.id().0.to_vec(),
            flag_id: id.0.to_vec(),
            view: view.code().into(),
            by_officer: opinion.by().to_owned(),
            given_at: now.0,
            sealed: case.person.key.seal(&place, &plain)?,
        })?;
        act(tx, &inside, &mut case, now, Command::Review(Reviewing::Opine { flag: id, opinion }))?;
        dossier::tell(tx, &inside, &case.row.id)
    };
    office.store.write("opinion", write).await
}

/// The controller's decision.
///
/// # Errors
/// See [`CaseworkError`]; nothing is decided then.
pub async fn decide(
    office: &Arc<Office>,
    officer: Officer,
    version: i64,
    id: FlagId,
    decision: Decision,
) -> Result<(), CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| {
        let flagged = flagged(tx, &inside, id)?;
        // Whoever decides has seen what the person wrote last.
        admit(&inside, &Actor::Officer(officer.clone(), version), &flagged.case)?;
        match decision.choice {
            Choice::Answer | Choice::Narrow(_) => favour(tx, &inside, &officer, flagged, decision),
            Choice::Partial { .. } | Choice::Fee(_) | Choice::Refuse => {
                against(tx, &inside, &officer, flagged, decision)
            }
        }
    };
    office.store.write("decision", write).await?;
    office.bell.ring();
    Ok(())
}

fn favour(
    tx: &mut Tx<'_>,
    office: &Office,
    officer: &Officer,
    flagged: Flagged,
    decision: Decision,
) -> Result<(), CaseworkError> {
    let Flagged { id, mut case, .. } = flagged;
    let now = office.clock.now();
    let cleared = clear(officer, decision.grounds.reasons.clone()).map_err(Refusal::from)?;
    act(tx, office, &mut case, now, Command::Review(Reviewing::Clear { flag: id, by: cleared }))?;
    tx.close_flag(&id.0, FlagState::NotExcessive.code(), now.0)?;
    let (outcome, notice) = match decision.choice {
        Choice::Narrow(suggestion) => {
            let notice = post::new_id(office);
            post::write(tx, office, &mut case, notice, &Letter::Narrow { suggestion })?;
            ("narrow", Some(notice.0.to_vec()))
        }
        Choice::Answer | Choice::Partial { .. } | Choice::Fee(_) | Choice::Refuse => {
            ("answer", None)
        }
    };
    let decision_id = DecisionId::new(now, random());
    let row = DecisionRow {
        id: decision_id.0.to_vec(),
        flag_id: id.0.to_vec(),
        outcome: outcome.into(),
        opinion_id: None,
        opinion_by: None,
        decided_by: officer.id().to_owned(),
        evidence: codes(&decision.grounds.evidence),
        objective: sealed(&case, decision_id, "objective", &decision.grounds.reasons.objective)?,
        subjective: sealed(&case, decision_id, "subjective", &decision.grounds.reasons.subjective)?,
        milder_steps: sealed(
            &case,
            decision_id,
            "milder_steps",
            &decision.grounds.reasons.milder_steps,
        )?,
        fee_cents: None,
        notice_id: notice,
        decided_at: now.0,
        reopened_at: None,
    };
    tx.insert_decision(&row)?;
    dossier::tell(tx, office, &case.row.id)
}

fn against(
    tx: &mut Tx<'_>,
    office: &Office,
    officer: &Officer,
    flagged: Flagged,
    decision: Decision,
) -> Result<(), CaseworkError> {
    let Flagged { id, mut case, row } = flagged;
    let now = office.clock.now();
    let finding = flags::evidence(tx, office, row)?.finding;
    let counted = finding.map_or(0, |finding| finding.counted.len());
    let heard = hear(id, case.state.review.opened, counted, now, &office.calendar)
        .map_err(Refusal::from)?;
    let opinion = latest_opinion(tx, &case, id)?;
    let rest =
        if let Choice::Partial { rest, .. } = &decision.choice { Some(rest.clone()) } else { None };
    let (adverse, outcome, fee) = adverse(office, decision.choice)?;
    let notice = post::new_id(office);
    let grounds = decision.grounds;
    let enacted = enact(heard, &opinion, officer, adverse.clone(), grounds.clone(), notice, now)
        .map_err(Refusal::from)?;
    // Before the act: the database refuses a decision without its letter.
    let letter = letter(office, &case, &adverse, &grounds)?;
    post::write(tx, office, &mut case, notice, &letter)?;
    let decision = DecisionId::new(now, random());
    let reasons = &grounds.reasons;
    tx.insert_decision(&DecisionRow {
        id: decision.0.to_vec(),
        flag_id: id.0.to_vec(),
        outcome: outcome.into(),
        opinion_id: Some(opinion.id().0.to_vec()),
        opinion_by: Some(opinion.by().to_owned()),
        decided_by: officer.id().to_owned(),
        evidence: codes(&grounds.evidence),
        objective: sealed(&case, decision, "objective", &reasons.objective)?,
        subjective: sealed(&case, decision, "subjective", &reasons.subjective)?,
        milder_steps: sealed(&case, decision, "milder_steps", &reasons.milder_steps)?,
        fee_cents: fee.map(i64::from),
        notice_id: Some(notice.0.to_vec()),
        decided_at: now.0,
        reopened_at: None,
    })?;
    // The row first: the database lets no case be refused without its decision.
    let version = case.row.version;
    let named = CaseChange::only_decision(&case.row, decision.0.to_vec());
    if tx.change_case(&case.row.id, version, &named)? != 1 {
        return Err(CaseworkError::Stale { now: version + 1 });
    }
    case.row.decision_id = Some(decision.0.to_vec());
    act(tx, office, &mut case, now, Command::Enact { by: Box::new(enacted) })?;
    if let Some(rest) = rest {
        messages::write_message(tx, office, &case, &rest, Writer::Office)?;
    }
    tx.close_flag(&id.0, FlagState::Excessive.code(), now.0)?;
    tx.finish_tasks(&case.row.id, now.0)?;
    dossier::tell(tx, office, &case.row.id)
}

fn codes(evidence: &BTreeSet<Evidence>) -> String {
    evidence.iter().map(|evidence| evidence.code()).collect::<Vec<_>>().join(" ")
}

fn sealed(
    case: &Loaded,
    decision: DecisionId,
    column: &'static str,
    text: &str,
) -> Result<Option<Vec<u8>>, CaseworkError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let place = Place { table: "decisions", column, row: &decision.0 };
    Ok(Some(case.person.key.seal(&place, text.as_bytes())?))
}

/// The last opinion, made again from its record: by the same check that made it.
fn latest_opinion(
    tx: &mut Tx<'_>,
    case: &Loaded,
    flag: FlagId,
) -> Result<crate::domain::review::Opinion, CaseworkError> {
    let rows = tx.opinions_of(&flag.0)?;
    let current: Vec<OpinionId> = case.state.review.opinions.iter().map(|(id, _)| *id).collect();
    let row = rows.into_iter().rfind(|row| current.iter().any(|id| id.0.as_slice() == row.id));
    let row = row.ok_or_else(|| Refusal::from(NotEnacted::NoOpinion))?;
    let place = Place { table: "opinions", column: "sealed", row: &row.id };
    let reasons = place.column().json(case.person.key.open(&place, &row.sealed)?)?;
    let id = row.id()?;
    let view = match row.view.as_str() {
        "excessive" => View::Excessive,
        _ => View::NotExcessive,
    };
    Ok(crate::domain::review::given(id, row.by_officer, view, reasons, Instant(row.given_at)))
}

type Against = (Adverse, &'static str, Option<u32>);

fn adverse(office: &Office, choice: Choice) -> Result<Against, CaseworkError> {
    Ok(match choice {
        Choice::Partial { what, .. } => (Adverse::Partial { what }, "partial", None),
        Choice::Fee(items) => {
            let (lines, cents) = fee(office, &items)?;
            (Adverse::Fee { cents, lines }, "fee", Some(cents))
        }
        Choice::Refuse | Choice::Answer | Choice::Narrow(_) => (Adverse::Refuse, "refuse", None),
    })
}

/// The marginal cost of this request, from the cost list (LAW 3.4.3).
fn fee(office: &Office, items: &[(String, u32)]) -> Result<(Vec<CostLine>, u32), CaseworkError> {
    let costs = &office.costs;
    let mut lines = Vec::new();
    let mut cents: u32 = 0;
    for (id, quantity) in items {
        let item = costs.get(id).ok_or_else(|| CaseworkError::NoSuchCost(id.clone()))?;
        cents = cents.saturating_add(item.cents.saturating_mul(*quantity));
        lines.push(CostLine { item: id.clone(), quantity: *quantity, cents_each: item.cents });
    }
    if cents == 0 || cents > costs.cap_cents {
        return Err(Refusal::from(NotEnacted::NoFee).into());
    }
    Ok((lines, cents))
}

fn letter(
    office: &Office,
    case: &Loaded,
    adverse: &Adverse,
    grounds: &Grounds,
) -> Result<Letter, CaseworkError> {
    let remedies = post::remedies(office, case)?;
    let reasons = grounds.reasons.clone();
    let why = Why {
        objective: reasons.objective,
        subjective: reasons.subjective,
        milder_steps: reasons.milder_steps,
        evidence: grounds.evidence.iter().copied().collect(),
    };
    let language = post::language(office, case)?;
    Ok(match adverse {
        Adverse::Refuse => Letter::Refused { why, remedies },
        Adverse::Partial { what } => Letter::RefusedInPart { what: what.clone(), why, remedies },
        Adverse::Fee { cents, lines } => {
            let line = |line: &CostLine| {
                let item = office.costs.get(&line.item);
                let title = item.map_or(line.item.as_str(), |i| i.title.in_language(language));
                let title = title.to_owned();
                Cost { title, quantity: line.quantity, cents_each: line.cents_each }
            };
            let (costs, currency) =
                (lines.iter().map(line).collect(), office.costs.currency.clone());
            Letter::FeeProposed { why, cents: *cents, currency, costs, remedies }
        }
    })
}

/// What the person does in a review.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Comments; may name requests that should not have counted.
    Comment(Personal<String>, Vec<String>),
    /// Accepts the fee.
    AcceptFee,
}

/// The person answers.
///
/// # Errors
/// See [`CaseworkError`].
pub async fn answer(
    office: &Arc<Office>,
    asker: Asker,
    reference: Reference,
    answer: Answer,
) -> Result<(), CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| {
        let row = tx.case_by_reference(&reference.to_string())?.ok_or(CaseworkError::NoSuchCase)?;
        let mut case = load(tx, &inside, row)?;
        if !post::is_own(&inside, &asker, &case) {
            return Err(CaseworkError::NoSuchCase);
        }
        let now = inside.clock.now();
        match answer {
            Answer::Comment(words, contested) => {
                act(tx, &inside, &mut case, now, Command::Review(Reviewing::Answer))?;
                let words = if contested.is_empty() {
                    words
                } else {
                    let list = contested.join(", ");
                    words.map(|text| format!("{text}\n\nShould not count: {list}"))
                };
                messages::write_message(tx, &inside, &case, &words, Writer::Person)
            }
            Answer::AcceptFee => {
                act(tx, &inside, &mut case, now, Command::AcceptFee)?;
                work::enqueue(tx, &inside, &case, now)?;
                Ok(())
            }
        }
    };
    office.store.write("answer review", write).await?;
    office.bell.ring();
    Ok(())
}
