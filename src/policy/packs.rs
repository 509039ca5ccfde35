//! `packs/*.toml`: what the law of a country lets a reviewer know. A pack adds a hint to the evidence and nothing else; it
//! has no way to say more, and is off until the configuration names it.

use serde::Deserialize;

use crate::domain::excess::Reviewable;
use crate::domain::hint::{HintPack, HintRule};

use super::language::Words;
use super::shape::{Kind, Shape, may, needed};
use super::thresholds::RIGHTS;
use super::{PolicyError, hash, text};

/// A pack in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pack {
    /// Its name: the file's.
    pub id: String,
    /// Its version, a day.
    pub version: String,
    /// Its content hash, hex.
    pub hash: String,
    /// Its hints.
    pub hints: Vec<HintEntry>,
}

/// One hint with its reasons.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HintEntry {
    /// When it is given.
    pub rule: HintRule,
    /// What the reviewer has to answer.
    pub question: Words,
    /// Why there is such a hint.
    pub rationale: Words,
    /// What bears it.
    pub sources: Vec<String>,
}

const HEAD: Shape = &[needed("id", Kind::Text), needed("version", Kind::Text)];

const HINT: Shape = &[
    needed("id", Kind::Text),
    needed("right", Kind::OneOf(RIGHTS)),
    needed("effect", Kind::OneOf(&["review_hint"])),
    needed("kth", Kind::Whole),
    needed("window_days", Kind::Whole),
    needed("question", Kind::Words),
    needed("rationale", Kind::Words),
    needed("sources", Kind::Texts),
];

pub(super) const SHAPE: Shape =
    &[needed("pack", Kind::Table(HEAD)), may("hint", Kind::Tables(HINT))];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pack: Head,
    #[serde(default)]
    pub(super) hint: Vec<HintFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    id: String,
    version: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HintFile {
    pub(super) id: String,
    right: Reviewable,
    #[serde(rename = "effect")]
    _effect: Effect,
    pub(super) kth: u32,
    pub(super) window_days: u32,
    pub(super) question: Words,
    pub(super) rationale: Words,
    pub(super) sources: Vec<String>,
}

// A pack has no other effect to name.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Effect {
    ReviewHint,
}

impl Pack {
    /// Reads a text that was in force once.
    ///
    /// # Errors
    /// Every mistake.
    pub fn parse(file: &str, text: &str) -> Result<Self, Vec<PolicyError>> {
        Self::of(text::read(file, text)?, text)
    }

    /// As a file that was read.
    pub(super) fn of(file: File, text: &str) -> Result<Self, Vec<PolicyError>> {
        let hash = hash::of(text).map_err(|error| vec![error])?;
        let entry = |hint: HintFile| HintEntry {
            rule: HintRule {
                id: hint.id,
                right: hint.right,
                kth: hint.kth,
                window_days: hint.window_days,
            },
            question: hint.question,
            rationale: hint.rationale,
            sources: hint.sources,
        };
        let hints = file.hint.into_iter().map(entry).collect();
        Ok(Self { id: file.pack.id, version: file.pack.version, hash, hints })
    }

    /// What the machine takes from it.
    pub fn rules(&self) -> HintPack {
        let rules = self.hints.iter().map(|hint| hint.rule.clone()).collect();
        HintPack { hash: self.hash.clone(), rules }
    }
}
