//! Stored histories, to be flipped like made-up ones.

use std::collections::HashMap;

use crate::casework::figures::treatment::Fact;
use crate::domain::excess::Reviewable;
use crate::domain::history::Earlier;
use crate::fairness::flip::life::Life;
use crate::policy::PolicySet;

/// One life for each stored case: its request again, with everything that the person asked before it.
pub(super) fn lives(facts: &[Fact], policies: &PolicySet) -> Vec<Life> {
    let mut before: HashMap<u32, Vec<Earlier>> = HashMap::new();
    let mut lives = Vec::with_capacity(facts.len());
    for fact in facts {
        let history = before.entry(fact.person).or_default();
        lives.push(life(&fact.earlier, history, policies));
        history.push(fact.earlier.clone());
    }
    lives
}

fn life(asked: &Earlier, history: &[Earlier], policies: &PolicySet) -> Life {
    // A purpose that is no longer in the policies has no kind: its request is told without a flag path.
    let kinds = policies.purposes.kinds_of(&asked.scope.purposes).ok();
    let reviewable = kinds.and_then(|kinds| Reviewable::of(asked.right, &kinds));
    let data = policies.datamap.screening_of(&asked.scope, asked.right);
    Life {
        reference: asked.case,
        right: asked.right,
        scope: asked.scope.clone(),
        received_at: asked.received_at,
        identity: asked.identity,
        history: history.to_vec(),
        reviewable,
        class: data.class,
        sensitivity: data.sensitivity,
        detriment: data.detriment,
        service: data.service,
        overlaps: None,
    }
}
