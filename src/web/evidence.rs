//! Facts from casework become rows of the fairness report; here, and nowhere else, a label becomes readable.

use std::sync::Arc;

use crate::casework::figures::treatment::{self, Evidence, Fact};
use crate::casework::{CaseworkError, Office};
use crate::domain::case::{FlagState, Outcome};
use crate::domain::history::{Fate, Identity};
use crate::domain::time::{Day, Instant};
use crate::fairness::cohort::Cohort;
use crate::fairness::report::rows::{Marks, Row, Rows};
use crate::fairness::report::{Frame, PolicyNote, parity_metrics};
use crate::fairness::stats::verdict::Rule;

/// Days of receipt, in UTC, both included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// When the first begins.
    pub start: Instant,
    /// When the last ends.
    pub end: Instant,
}

impl Period {
    /// A year until today, unless said otherwise; nothing when the first day lies after the last.
    pub fn of(from: Option<Day>, to: Option<Day>, now: Instant) -> Option<Self> {
        let to = to.or_else(|| day_of(now))?;
        let end = begin(to)?.plus_days(1);
        let from = from.or_else(|| day_of(end.plus_days(-365)))?;
        let start = begin(from)?;
        (from <= to).then_some(Self { from, to, start, end })
    }
}

fn begin(day: Day) -> Option<Instant> {
    Instant::parse(&format!("{day}T00:00:00Z")).ok()
}

fn day_of(at: Instant) -> Option<Day> {
    at.rfc3339().get(..10)?.parse().ok()
}

/// The thresholds that were ever in force, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn policies(office: &Office) -> Result<Vec<PolicyNote>, CaseworkError> {
    let stored = treatment::policies(office).await?;
    let note = |(hash, at)| Some(PolicyNote { hash, since: day_of(at)? });
    Ok(stored.into_iter().filter_map(note).collect())
}

/// What a report of this office is about.
pub fn frame(office: &Office, period: Period, policies: Vec<PolicyNote>) -> Frame<'_> {
    Frame {
        controller: &office.controller,
        from: period.from,
        to: period.to,
        policies,
        thresholds: &office.policies.thresholds,
        rule: Rule::default(),
    }
}

/// The parity metrics (R-PAR-9), counted anew when they are old: reading a quarter of a year is no work for every scrape.
#[derive(Clone, Debug, Default)]
pub struct Parity(Arc<tokio::sync::Mutex<Option<(Instant, String)>>>);

const PARITY_AGE_MS: i64 = 15 * 60_000;
const PARITY_DAYS: i64 = 90;

impl Parity {
    /// Lines for Prometheus about the last ninety days; nothing when the database does not answer.
    pub async fn lines(&self, office: &Office) -> Option<String> {
        let now = office.clock.now();
        let mut counted = self.0.lock().await;
        if let Some((at, lines)) = counted.as_ref()
            && now.0 - at.0 < PARITY_AGE_MS
        {
            return Some(lines.clone());
        }
        let found = treatment::gathered(office, now.plus_days(-PARITY_DAYS), now.plus_ms(1)).await;
        let found = found.ok()?;
        let work = move || parity_metrics(&rows(&found), Rule::default());
        let lines = actix_web::web::block(work).await.ok()?;
        *counted = Some((now, lines.clone()));
        Some(lines)
    }
}

/// The rows of a report.
pub fn rows(evidence: &Evidence) -> Rows {
    let mut rows = Rows::default();
    for fact in &evidence.facts {
        let cohort = fact.labels.as_ref().map(|labels| Cohort::read(labels.hand_over()));
        rows.push(row(fact), cohort.as_ref());
    }
    for flag in &evidence.flags {
        rows.flagged(flag.at, &flag.policy);
    }
    for one in &evidence.objections {
        let cohort = one.labels.as_ref().map(|labels| Cohort::read(labels.hand_over()));
        rows.objected(one.at, one.came.code(), cohort.as_ref());
    }
    rows.imported(evidence.imported);
    rows
}

fn row(fact: &Fact) -> Row {
    let earlier = &fact.earlier;
    let answer = match &earlier.fate {
        Fate::Answered(answer) => Some(answer),
        Fate::Open | Fate::Merged | Fate::Withdrawn => None,
    };
    let mut marks = Marks::default();
    marks.set(Marks::MERGED, earlier.fate == Fate::Merged);
    marks.set(Marks::SIGNED, earlier.identity == Identity::Verified);
    marks.set(Marks::FLAGGED, fact.flag.is_some());
    marks.set(
        Marks::REVIEWED,
        matches!(fact.flag, Some(FlagState::NotExcessive | FlagState::Excessive)),
    );
    marks.set(Marks::REVERSED, fact.flag == Some(FlagState::NotExcessive));
    let refused = |outcome| matches!(outcome, Outcome::Refused | Outcome::FeeProposed);
    marks.set(Marks::REFUSED, answer.is_some_and(|answer| refused(answer.outcome)));
    marks.set(Marks::EXTENDED, fact.is_extended);
    marks.set(Marks::IDENTITY_ASKED, fact.is_identity_asked);
    marks.set(Marks::SENT_AWAY, fact.opened_at > earlier.received_at);
    Row {
        received_at: earlier.received_at,
        answered_at: answer.map(|answer| answer.at),
        right: earlier.right,
        person: fact.person,
        marks,
    }
}
