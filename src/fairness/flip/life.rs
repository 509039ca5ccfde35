//! Histories to flip: made by chance so that every path of the threshold and of the calendar is walked, or stored ones.

use std::collections::BTreeSet;

use crate::domain::case::{Due, Outcome};
use crate::domain::excess::{ChangeClass, Detriment, Reviewable, Sensitivity, Threshold};
use crate::domain::history::{
    Answer, Earlier, Fate, Grounds, Identity, Service, Standing, Timeliness,
};
use crate::domain::id::Reference;
use crate::domain::right::{Right, Scope};
use crate::domain::time::Instant;

use super::World;
use crate::fairness::dice::Dice;

const DAY_MS: i64 = 86_400_000;
/// 1 January 2026.
const YEAR_MS: i64 = 1_767_225_600_000;

/// A person's past and a request.
#[derive(Clone, Debug)]
pub struct Life {
    /// The reference that it will have.
    pub reference: Reference,
    /// What is asked.
    pub right: Right,
    /// How wide.
    pub scope: Scope,
    /// When.
    pub received_at: Instant,
    /// Whether we know who asks.
    pub identity: Identity,
    /// What they asked before.
    pub history: Vec<Earlier>,
    /// The flag path.
    pub reviewable: Option<Reviewable>,
    /// Of the data in scope.
    pub class: ChangeClass,
    /// Of the data in scope.
    pub sensitivity: Sensitivity,
    /// Of the processing in scope.
    pub detriment: Detriment,
    /// Of the data in scope.
    pub service: Service,
    /// An open one that it overlaps with.
    pub overlaps: Option<(Reference, Due)>,
}

impl Life {
    /// The rule that applies.
    pub fn rule<'w>(&self, world: &World<'w>) -> Option<&'w Threshold> {
        world.policies.thresholds.rule_for(self.reviewable?, self.class)
    }

    /// One by chance. Half of them have a past that a rule looks at.
    pub fn rolled(world: &World<'_>, dice: &mut Dice) -> Self {
        let rules = &world.policies.thresholds.rules;
        let rule = dice.one_of(rules);
        let aimed = rule.is_some() && dice.happens(0.6);
        let right = match rule {
            Some(rule) if aimed => right_of(rule.right),
            _ => dice.one_of(&Right::ALL).copied().unwrap_or(Right::Access),
        };
        let class = rule.map_or(ChangeClass::Normal, |rule| rule.class);
        let received_at = Instant(YEAR_MS + i64::from(dice.below(365 * 86_400)) * 1000);
        let scope = scope(dice);
        let spacing = i64::from(1 + dice.below(25));
        // A long pause before this request: the rule that looks at gaps has something to look at.
        let pause = if dice.happens(0.3) { i64::from(dice.below(70)) } else { 0 };
        let history = (0..i64::from(dice.below(9)))
            .map(|n| {
                let ago =
                    (pause + (n + 1) * spacing) * DAY_MS + i64::from(dice.below(86_400)) * 1000;
                earlier(dice, right, &scope, Instant(received_at.0 - ago))
            })
            .collect();
        let kinds = if dice.happens(0.5) {
            vec![crate::domain::right::PurposeKind::LegitimateInterest]
        } else {
            Vec::new()
        };
        let overlaps = dice.happens(0.05).then(|| {
            let expires = received_at.plus_days(20);
            (Reference::new(dice.number()), Due { date: world.calendar.day_of(expires), expires })
        });
        Self {
            reference: Reference::new(dice.number()),
            right,
            scope,
            received_at,
            identity: if dice.happens(0.9) { Identity::Verified } else { Identity::Unverified },
            history,
            reviewable: Reviewable::of(right, &kinds),
            class,
            sensitivity: if dice.happens(0.2) {
                Sensitivity::Sensitive
            } else {
                Sensitivity::Ordinary
            },
            detriment: if dice.happens(0.2) { Detriment::Training } else { Detriment::None },
            service: if dice.happens(0.05) { Service::SelfService } else { Service::OnRequest },
            overlaps,
        }
    }
}

fn right_of(right: Reviewable) -> Right {
    match right {
        Reviewable::Access => Right::Access,
        Reviewable::Rectification => Right::Rectification,
        Reviewable::Erasure => Right::Erasure,
        Reviewable::Portability => Right::Portability,
        Reviewable::OtherObjection => Right::Objection,
        Reviewable::AutomatedDecisionReview => Right::AutomatedDecisionReview,
    }
}

fn scope(dice: &mut Dice) -> Scope {
    let categories: BTreeSet<String> = ["account", "conversations", "payments"]
        .into_iter()
        .filter(|_| dice.happens(0.3))
        .map(str::to_owned)
        .collect();
    Scope { categories, ..Scope::default() }
}

fn earlier(dice: &mut Dice, right: Right, scope: &Scope, received_at: Instant) -> Earlier {
    let other = dice.happens(0.15);
    let answered = |dice: &mut Dice| Answer {
        at: received_at.plus_ms(i64::from(dice.below(20 * 86_400)) * 1000),
        outcome: if dice.happens(0.9) { Outcome::Fulfilled } else { Outcome::Partial },
        timeliness: if dice.happens(0.95) { Timeliness::OnTime } else { Timeliness::Late },
        grounds: if dice.happens(0.1) { Grounds::Own } else { Grounds::None },
        service: Service::OnRequest,
        delivered: dice.happens(0.3).then(|| if dice.happens(0.9) { "a" } else { "b" }.to_owned()),
        standing: if dice.happens(0.95) { Standing::Undisputed } else { Standing::Disputed },
    };
    Earlier {
        case: Reference::new(dice.number()),
        right: if other { Right::Other } else { right },
        scope: scope.clone(),
        received_at,
        identity: if dice.happens(0.95) { Identity::Verified } else { Identity::Unverified },
        fate: match dice.below(20) {
            0 => Fate::Open,
            1 => Fate::Merged,
            2 => Fate::Withdrawn,
            _ => Fate::Answered(answered(dice)),
        },
    }
}
