//! What an erasure changes beside what was asked for: the rows that others lose by a cascade or a trigger.

use std::collections::BTreeMap;

use super::System;

/// What was asked for, by table.
#[derive(Default)]
pub(super) struct Asked(BTreeMap<String, (u64, u64)>);

impl Asked {
    /// So many rows of this table are the person's and go, however they go.
    pub(super) fn delete(&mut self, table: &str, rows: u64) {
        self.0.entry(table.to_owned()).or_default().1 += rows;
    }

    /// So many rows of it are overwritten.
    pub(super) fn change(&mut self, table: &str, rows: u64) {
        self.0.entry(table.to_owned()).or_default().0 += rows;
    }

    /// What happened to a table beyond that: what it is, and to how many rows. `happened` counts rows added, changed, deleted.
    pub(super) fn beside(
        &self,
        system: &System,
        table: &str,
        happened: [u64; 3],
    ) -> Option<(&'static str, u64)> {
        if is_allowed(system, table) {
            return None;
        }
        let (changed, deleted) = self.0.get(table).copied().unwrap_or_default();
        let [added, changes, deletions] = happened;
        let (lost, left) = (deletions.saturating_sub(deleted), changed.saturating_sub(changes));
        // A row that changes its partition is deleted in one and added in another.
        let moved = added.min(lost).min(left);
        [
            ("delete", lost - moved),
            ("change", changes.saturating_sub(changed)),
            ("add", added - moved),
        ]
        .into_iter()
        .find(|(_, rows)| *rows > 0)
    }
}

/// Whether the data map says so. A search index has tables of its own, which are named after it.
pub(super) fn is_allowed(system: &System, table: &str) -> bool {
    let table = table.to_ascii_lowercase();
    system.side_effects.iter().any(|allowed| {
        let allowed = allowed.to_ascii_lowercase();
        table == allowed
            || table.strip_prefix(&allowed).is_some_and(|rest| rest.starts_with('_'))
            || table.rsplit_once('.').is_some_and(|(_, name)| name == allowed)
    })
}
