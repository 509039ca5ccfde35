//! What a country pack may add: a hint in the evidence that a human reads. Spain's LOPDGDD, Art. 13(3), is the example:
//! access "more than once in six months *may* be considered repetitive, unless there is legitimate cause".
//!
//! **Invariant:** a hint is no flag, changes no count and no other outcome, and nobody but the reviewer sees it. The
//! question of a legitimate cause is the reviewer's, never the person's (P15).

use serde::{Deserialize, Serialize};

use super::excess::{Asked, Finding, Reviewable, exclusion};
use super::history::{Earlier, Service};

pub use super::excess::Hint;

/// One hint of a pack in force.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct HintRule {
    /// Its name in the pack.
    pub id: String,
    /// For which requests.
    pub right: Reviewable,
    /// From which request in the window on; at least 2 (P3).
    pub kth: u32,
    /// Length of the window that ends at receipt, in days of 24 hours.
    pub window_days: u32,
}

/// A pack in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HintPack {
    /// Its content hash, hex.
    pub hash: String,
    /// What it can add.
    pub rules: Vec<HintRule>,
}

/// Adds what the packs have to say. What counts for a threshold counts here, and nothing else does.
pub fn annotate(finding: &mut Finding, asked: &Asked<'_>, history: &[Earlier], packs: &[HintPack]) {
    finding.packs = packs.iter().map(|pack| pack.hash.clone()).collect();
    if asked.service == Service::SelfService {
        return;
    }
    for pack in packs {
        for rule in pack.rules.iter().filter(|rule| rule.right == asked.right) {
            let counts =
                |e: &&Earlier| exclusion(asked, e, rule.window_days, &finding.resets).is_ok();
            let counted = u32::try_from(history.iter().filter(counts).count()).unwrap_or(u32::MAX);
            let seen = counted.saturating_add(1);
            if seen >= rule.kth.max(2) {
                let (pack, id) = (pack.hash.clone(), rule.id.clone());
                finding.hints.push(Hint { pack, id, seen, window_days: rule.window_days });
            }
        }
    }
}
