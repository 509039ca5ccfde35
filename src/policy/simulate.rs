//! Whom would a version have had looked at? The history of one person after the other is told again, in the order in
//! which it happened, and every request is assessed under each version by the gateway's own `assess`. What comes out is
//! counted by right and month; who it was is nowhere in it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::change::{Change, LOOKBACK_DAYS, resets};
use crate::domain::excess::{Asked, Reviewable, assess};
use crate::domain::history::{Earlier, Fate, Identity};
use crate::domain::time::Instant;

use super::datamap::Screened;
use super::thresholds::Thresholds;

/// One request of a history.
#[derive(Clone, Debug)]
pub struct Past {
    /// As it stands today.
    pub earlier: Earlier,
    /// Its flag path and its data, if its right has one.
    pub screened: Option<(Reviewable, Screened)>,
}

/// How many.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Count {
    /// Requests.
    pub requests: u64,
    /// Looked at under the version in force.
    pub in_force: u64,
    /// Looked at under the other.
    pub proposed: u64,
    /// Under the other alone.
    pub only_proposed: u64,
    /// Under the version in force alone.
    pub only_in_force: u64,
}

/// The counts, by month and right.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// By month, such as `2026-05`, and by the right's code.
    pub months: BTreeMap<(String, &'static str), Count>,
    /// People, as far as they still can be told apart.
    pub people: u64,
    /// All requests.
    pub requests: u64,
    last_month: Option<(i64, String)>,
}

/// The two versions.
#[derive(Clone, Copy, Debug)]
pub struct Versions<'a> {
    /// The one in force.
    pub in_force: &'a Thresholds,
    /// The one that might be.
    pub proposed: &'a Thresholds,
    /// Changes declared for everybody.
    pub changes: &'a [Change],
}

impl Tally {
    /// Takes the history of one person, oldest first. A request is seen as it was when the later one came: one that was
    /// answered only afterwards was unanswered then. Whether somebody was confirmed, withdrew or contested is seen as it
    /// stands today; the last two are kinder to the person, the first is how it came out.
    pub fn person(&mut self, versions: Versions<'_>, history: Vec<Past>) {
        self.people += 1;
        let mut told: Vec<Earlier> = Vec::with_capacity(history.len());
        let mut answers: BTreeMap<(Instant, usize), Fate> = BTreeMap::new();
        let mut since = 0;
        for Past { mut earlier, screened } in history {
            let now = earlier.received_at;
            while let Some(first) = answers.first_entry().filter(|entry| entry.key().0 <= now) {
                let ((_, at), fate) = first.remove_entry();
                if let Some(answered) = told.get_mut(at) {
                    answered.fate = fate;
                }
            }
            let oldest = now.plus_days(-LOOKBACK_DAYS);
            while told.get(since).is_some_and(|e| e.received_at < oldest) {
                since += 1;
            }
            self.requests += 1;
            let seen = told.get(since..).unwrap_or_default();
            self.one(versions, &earlier, screened, seen);
            if let Fate::Answered(answer) = &earlier.fate
                && answer.at > now
            {
                answers.insert(
                    (answer.at, told.len()),
                    std::mem::replace(&mut earlier.fate, Fate::Open),
                );
            }
            told.push(earlier);
        }
    }

    fn one(
        &mut self,
        versions: Versions<'_>,
        request: &Earlier,
        screened: Option<(Reviewable, Screened)>,
        history: &[Earlier],
    ) {
        let month = self.month(request.received_at);
        let count = self.months.entry((month, request.right.code())).or_default();
        count.requests += 1;
        let assessed = request.identity == Identity::Verified && request.fate != Fate::Merged;
        let Some((right, screened)) = screened.filter(|_| assessed) else { return };
        let asked = Asked {
            right,
            scope: &request.scope,
            received_at: request.received_at,
            class: screened.class,
            sensitivity: screened.sensitivity,
            detriment: screened.detriment,
            service: screened.service,
        };
        let declared = resets(versions.changes, &request.scope, request.received_at);
        let looked_at = |thresholds: &Thresholds| {
            let rule = thresholds.rule_for(right, screened.class);
            assess(&asked, history, &declared, rule, "").asks_for_review()
        };
        let (in_force, proposed) = (looked_at(versions.in_force), looked_at(versions.proposed));
        count.in_force += u64::from(in_force);
        count.proposed += u64::from(proposed);
        count.only_proposed += u64::from(proposed && !in_force);
        count.only_in_force += u64::from(in_force && !proposed);
    }

    // Most requests fall on the day of one before: its month is known.
    fn month(&mut self, at: Instant) -> String {
        let day = at.days_since(Instant(0));
        match &self.last_month {
            Some((known, month)) if *known == day => month.clone(),
            _ => {
                let month = at.rfc3339().get(..7).unwrap_or_default().to_owned();
                self.last_month = Some((day, month.clone()));
                month
            }
        }
    }

    /// All months together.
    pub fn total(&self) -> Count {
        self.months.values().fold(Count::default(), |mut all, one| {
            all.requests += one.requests;
            all.in_force += one.in_force;
            all.proposed += one.proposed;
            all.only_proposed += one.only_proposed;
            all.only_in_force += one.only_in_force;
            all
        })
    }
}
