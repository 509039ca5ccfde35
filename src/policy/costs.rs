//! `costs.toml`: what an additional request costs, for the rare fee of Art. 12(5). Direct costs alone; no overheads (LAW 3.4).

use std::path::Path;

use serde::Deserialize;

use super::language::Words;
use super::shape::{Kind, Shape, may, needed};
use super::{PolicyError, PolicyText, hash, shape, text};

const ITEM: Shape = &[
    needed("id", Kind::Text),
    needed("title", Kind::Words),
    needed("unit", Kind::Text),
    needed("cents", Kind::Whole),
    needed("basis", Kind::Text),
];

const SHAPE: Shape = &[
    needed("version", Kind::Text),
    needed("currency", Kind::Text),
    needed("cap_cents", Kind::Whole),
    may("item", Kind::Tables(ITEM)),
];

/// The file's name.
pub const FILE: &str = "costs.toml";

/// The cost list.
#[derive(Clone, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Costs {
    /// Its version, a day.
    #[serde(default)]
    pub version: String,
    /// ISO 4217.
    #[serde(default)]
    pub currency: String,
    /// The most that one request may cost.
    #[serde(default)]
    pub cap_cents: u32,
    /// What can be charged.
    #[serde(default)]
    pub item: Vec<Item>,
}

/// One direct cost.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// What it is called, per language.
    pub title: Words,
    /// What one unit is: minute, page, piece.
    pub unit: String,
    /// What one costs.
    pub cents: u32,
    /// How the figure was found.
    pub basis: String,
}

impl Costs {
    /// Reads a folder's list; without one there is none, and no fee can be proposed.
    ///
    /// # Errors
    /// Every mistake in it.
    pub fn from_dir(dir: &Path) -> Result<(Self, Option<PolicyText>), Vec<PolicyError>> {
        let Ok(text) = std::fs::read_to_string(dir.join(FILE)) else {
            return Ok((Self::default(), None));
        };
        let file = dir.join(FILE).display().to_string();
        let wrong = shape::check(&file, &text, SHAPE);
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let costs: Self = text::read(&file, &text)?;
        let hash = hash::of(&text).map_err(|error| vec![error])?;
        let wrong = costs.lint(&file, &text);
        if wrong.is_empty() { Ok((costs, Some(PolicyText { hash, text }))) } else { Err(wrong) }
    }

    /// Reads a list that was in force before.
    ///
    /// # Errors
    /// Every mistake in it.
    pub fn parse(text: &str) -> Result<Self, Vec<PolicyError>> {
        text::read(FILE, text)
    }

    /// The item with this id.
    pub fn get(&self, id: &str) -> Option<&Item> {
        self.item.iter().find(|item| item.id == id)
    }

    fn lint(&self, file: &str, text: &str) -> Vec<PolicyError> {
        let mut wrong = Vec::new();
        let mut require = |holds: bool, piece: &str, lint: &'static str, what: String| {
            if !holds {
                let line = text::line_of(text, piece);
                wrong.push(PolicyError { file: file.to_owned(), line, what, lint });
            }
        };
        require(
            self.cap_cents > 0,
            "cap_cents",
            "cost-cap",
            "`cap_cents` is 0; write the most that one request may cost".into(),
        );
        for item in &self.item {
            let id = &item.id;
            let piece = format!("\"{id}\"");
            let what = format!(
                "item `{id}` needs `cents` and a `basis`; a cost that cannot be shown cannot be charged, write both"
            );
            let shown = item.cents > 0 && !item.basis.trim().is_empty();
            require(shown, &piece, "cost-basis", what);
            let indirect = ["overhead", "tool", "licen", "legal", "lawyer", "general"];
            let named = indirect.iter().find(|word| id.contains(**word));
            let what = format!("item `{id}` is not a direct cost of one request; remove it");
            require(named.is_none(), &piece, "cost-direct", what);
        }
        wrong
    }
}
