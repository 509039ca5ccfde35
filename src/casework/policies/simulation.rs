//! A version of the thresholds is tried on the stored history before it is adopted. It reads and writes nothing else, and
//! what it gives names nobody.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;

use crate::domain::case::Stage;
use crate::domain::change::Change;
use crate::domain::excess::Reviewable;
use crate::domain::history::{Answer, Earlier, Ended, Identity};
use crate::domain::right::{Right, Scope};
use crate::domain::time::Instant;
use crate::policy::datamap::Screened;
use crate::policy::simulate::{Past, Tally, Versions};
use crate::policy::thresholds::Thresholds;
use crate::store::columns;
use crate::store::rows::HistoryRow;

use crate::casework::policies::changes::Changes;
use crate::casework::{CaseworkError, Office};

const PAGE: i64 = 20_000;

/// What a simulation reads of a state.
#[derive(Deserialize)]
struct Told {
    stage: Stage,
    identity: Option<Identity>,
    answer: Option<Answer>,
    #[serde(default)]
    charged: bool,
}

/// Tells every stored history again under both versions. `done` hears how many of how many requests were read.
///
/// # Errors
/// When the database does not answer, or a stored case is damaged.
pub fn simulate(
    office: &Arc<Office>,
    in_force: &Thresholds,
    proposed: &Thresholds,
    done: &mut dyn FnMut(u64, u64),
) -> Result<Tally, CaseworkError> {
    let now = office.clock.now();
    let (total, changes) = office.store.read_blocking("count history", move |tx| {
        Ok::<_, CaseworkError>((tx.count_cases()?, Changes::load(tx, now)?.for_everybody()))
    })?;
    let total = u64::try_from(total).unwrap_or_default();
    let mut trial = Trial::new(office, in_force, proposed, &changes);
    let (mut from, mut limit) = (Vec::new(), PAGE);
    loop {
        let (start, most) = (from.clone(), limit);
        let rows: Vec<HistoryRow> = office.store.read_blocking("history", move |tx| {
            Ok::<_, CaseworkError>(tx.histories(&start, most)?)
        })?;
        let is_last = i64::try_from(rows.len()).unwrap_or(i64::MAX) < limit;
        let Some(last) = rows.last().map(|row| row.subject_id.clone()) else { break };
        let whole = if is_last {
            rows.as_slice()
        } else {
            // The last person may have more: they come with the next page.
            let end = rows.partition_point(|row| row.subject_id < last);
            rows.get(..end).unwrap_or_default()
        };
        if whole.is_empty() {
            limit *= 2;
            continue;
        }
        for person in whole.chunk_by(|a, b| a.subject_id == b.subject_id) {
            trial.person(person)?;
        }
        done(trial.tally.requests, total.max(trial.tally.requests));
        if is_last {
            break;
        }
        (from, limit) = (last, PAGE);
    }
    Ok(trial.tally)
}

type Known = (Scope, Option<(Reviewable, Screened)>);

struct Trial<'t> {
    office: &'t Office,
    versions: Versions<'t>,
    scopes: HashMap<(String, String), Known>,
    tally: Tally,
}

impl<'t> Trial<'t> {
    fn new(
        office: &'t Office,
        in_force: &'t Thresholds,
        proposed: &'t Thresholds,
        changes: &'t [Change],
    ) -> Self {
        let versions = Versions { in_force, proposed, changes };
        Self { office, versions, scopes: HashMap::new(), tally: Tally::default() }
    }

    fn person(&mut self, rows: &[HistoryRow]) -> Result<(), CaseworkError> {
        let history = rows.iter().map(|row| self.past(row)).collect::<Result<_, _>>()?;
        self.tally.person(self.versions, history);
        Ok(())
    }

    fn past(&mut self, row: &HistoryRow) -> Result<Past, CaseworkError> {
        let right = row.right()?;
        let told: Told = columns::cases::state.json(&row.state)?;
        let (scope, screened) = self.scope(right, row)?;
        let Told { stage, identity, answer, charged } = told;
        let fate = Ended { stage, answer: answer.as_ref(), charged }.fate();
        let earlier = Earlier {
            case: row.reference()?,
            right,
            scope,
            received_at: Instant(row.received_at),
            identity: identity.unwrap_or(Identity::Unverified),
            fate,
        };
        Ok(Past { earlier, screened })
    }

    fn scope(&mut self, right: Right, row: &HistoryRow) -> Result<Known, CaseworkError> {
        let key = (row.right_asked.clone(), row.scope.clone());
        if let Some(known) = self.scopes.get(&key) {
            return Ok(known.clone());
        }
        let scope = row.scope()?;
        let policies = &self.office.policies;
        // A purpose that is gone has no kind any more, and then there is no rule.
        let kinds = policies.purposes.kinds_of(&scope.purposes).unwrap_or_default();
        let screened = Reviewable::of(right, &kinds)
            .map(|reviewable| (reviewable, policies.datamap.screening_of(&scope, right)));
        // Words of a particular thing make each scope one of a kind: those are not worth remembering.
        if scope.detail.is_none() {
            self.scopes.insert(key, (scope.clone(), screened));
        }
        Ok((scope, screened))
    }
}
