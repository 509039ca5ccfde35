//! Lints of the country packs.

use std::collections::BTreeSet;

use crate::policy::PolicyError;
use crate::policy::packs::{File, Pack, SHAPE};
use crate::policy::text::line_of;

use super::{Findings, checked};

impl Pack {
    /// Reads a text and lints it.
    ///
    /// # Errors
    /// Every mistake.
    pub fn checked(file: &str, text: &str) -> Result<Self, Vec<PolicyError>> {
        Self::of(checked(file, text, SHAPE, look)?, text)
    }
}

fn look(file: &str, read: &File, text: &str) -> Vec<PolicyError> {
    let mut found = Findings { file, text, list: Vec::new() };
    let mut ids = BTreeSet::new();
    for hint in &read.hint {
        let (id, line) = (&hint.id, line_of(text, &format!("\"{}\"", hint.id)));
        let what = format!("hint `{id}` stands twice; choose another id");
        found.require(ids.insert(id), line, "ids", what);
        let what = format!(
            "hint `{id}`: `kth` is {}; a first request is never looked at, write 2 or more",
            hint.kth
        );
        found.require(hint.kth >= 2, line, "first-request", what);
        let what = format!(
            "hint `{id}`: window `{} days` must be from 1 to 180; shorten the window",
            hint.window_days
        );
        found.require((1..=180).contains(&hint.window_days), line, "window", what);
        let reasons = hint.rationale.get("en").is_some() && !hint.sources.is_empty();
        let what = format!("hint `{id}` has no `rationale` or no `sources`; write both");
        found.require(reasons, line, "reasons", what);
        let what = format!(
            "hint `{id}` has no `question`; write what the reviewer, and never the person, has to answer"
        );
        found.require(hint.question.get("en").is_some(), line, "pack-hint", what);
    }
    found.list
}
