//! What an erasure would set off: cascades and triggers, followed from table to table.

use std::collections::BTreeSet;

use crate::connectors::beside::is_allowed;
use crate::connectors::{How, System};
use crate::domain::matching::NewValue;

use super::schema::{Action, Key, Schema};
use super::{Does, Finding, Mapped, What};

/// Something that happens to rows of a table.
struct Happening {
    table: String,
    does: Does,
    /// For a change: of these columns; empty means any.
    columns: Vec<String>,
}

/// Looks at every step of an erasure.
pub(super) fn beside(system: &System, schema: &Schema, mapped: &[Mapped]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (at, step) in mapped.iter().enumerate() {
        let Some(table) = schema.table(&step.dataset.table) else { continue };
        let (does, columns) = match &step.how {
            How::Keep => continue,
            How::Delete => (Does::Delete, Vec::new()),
            How::Overwrite(values) => (Does::Change, values.keys().cloned().collect()),
        };
        let walk = Walk { system, schema, mapped, at, step };
        found.extend(walk.from(Happening { table: table.name.clone(), does, columns }));
    }
    found
}

/// One step of an erasure, and what follows from it.
struct Walk<'w> {
    system: &'w System,
    schema: &'w Schema,
    mapped: &'w [Mapped],
    at: usize,
    step: &'w Mapped,
}

impl Walk<'_> {
    fn from(&self, first: Happening) -> Vec<Finding> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::from([(first.table.clone(), first.does)]);
        let mut open = vec![first];
        while let Some(happening) = open.pop() {
            let mut next = Vec::new();
            for key in self.schema.keys.iter().filter(|key| key.to == happening.table) {
                next.extend(self.key(key, &happening, &mut found));
            }
            next.extend(self.triggers(&happening, &mut found));
            for happening in next {
                if seen.insert((happening.table.clone(), happening.does)) {
                    open.push(happening);
                }
            }
        }
        found
    }

    /// What a foreign key does when rows that it refers to change or go.
    fn key(&self, key: &Key, happening: &Happening, found: &mut Vec<Finding>) -> Option<Happening> {
        let action = match happening.does {
            Does::Delete => key.on_delete,
            Does::Change if self.overlap(&key.to_columns, &happening.columns) => key.on_update,
            Does::Change | Does::Add => return None,
        };
        let (does, columns) = match (action, happening.does) {
            (Action::Cascade, Does::Delete) => (Does::Delete, Vec::new()),
            (Action::Refuse, _) => {
                if !self.is_gone_before(key, key.is_deferred) && key.from != key.to {
                    found.push(self.finding(What::Blocked { by: key.from.clone() }));
                }
                return None;
            }
            (Action::Cascade | Action::Change, _) => (Does::Change, key.columns.clone()),
        };
        let is_fine =
            self.is_gone_before(key, false) || (does == Does::Delete && self.is_deleted(&key.from));
        let next = Happening { table: key.from.clone(), does, columns };
        if !is_fine {
            found.extend(self.beside(format!("the foreign key of `{}`", key.from), &next));
        }
        Some(next)
    }

    fn triggers(&self, happening: &Happening, found: &mut Vec<Finding>) -> Vec<Happening> {
        let mut next = Vec::new();
        for trigger in &self.schema.triggers {
            let fires = trigger.on == happening.table
                && trigger.fires.contains(&happening.does)
                && (happening.does != Does::Change
                    || self.overlap(&trigger.columns, &happening.columns));
            if !fires {
                continue;
            }
            if trigger.is_opaque {
                found.push(self.finding(What::Opaque { trigger: trigger.name.clone() }));
            }
            for (does, table) in &trigger.touches {
                let what = Happening { table: table.clone(), does: *does, columns: Vec::new() };
                if *does != Does::Delete || !self.is_deleted(table) {
                    found.extend(self.beside(format!("the trigger `{}`", trigger.name), &what));
                }
                next.push(what);
            }
        }
        next
    }

    fn beside(&self, by: String, what: &Happening) -> Option<Finding> {
        let kept = self.steps_on(&what.table).find(|(_, step)| matches!(step.how, How::Keep));
        let kept = kept.map(|(_, step)| step.dataset.id.clone());
        let (does, reaches) = (what.does, what.table.clone());
        let is_said = is_allowed(self.system, &reaches) && kept.is_none();
        (!is_said).then(|| self.finding(What::Beside { by, does, reaches, kept }))
    }

    fn finding(&self, what: What) -> Finding {
        Finding::of(&self.step.dataset, what)
    }

    fn steps_on(&self, table: &str) -> impl Iterator<Item = (usize, &Mapped)> {
        self.mapped.iter().enumerate().filter(move |(_, step)| {
            self.schema.table(&step.dataset.table).is_some_and(|own| own.name == table)
        })
    }

    /// Whether a table's rows go by the map, and none of them is kept.
    fn is_deleted(&self, table: &str) -> bool {
        let mut steps = self.steps_on(table).peekable();
        steps.peek().is_some() && steps.all(|(_, step)| matches!(step.how, How::Delete))
    }

    /// Whether the rows that refer are gone, or refer no more, when it is this step's turn.
    fn is_gone_before(&self, key: &Key, at_the_end: bool) -> bool {
        let is_gone = |(at, step): (usize, &Mapped)| {
            let refers_no_more = |column: &String| match &step.how {
                How::Delete => true,
                How::Keep => false,
                How::Overwrite(values) => values.iter().any(|(name, value)| {
                    self.schema.same(name, column) && *value == NewValue::Null
                }),
            };
            (at < self.at || at_the_end) && key.columns.iter().all(refers_no_more)
        };
        let mut steps = self.steps_on(&key.from).peekable();
        steps.peek().is_some() && steps.all(is_gone)
    }

    fn overlap(&self, some: &[String], others: &[String]) -> bool {
        some.is_empty()
            || others.is_empty()
            || some.iter().any(|one| others.iter().any(|other| self.schema.same(one, other)))
    }
}
