//! What was done, dataset by dataset: counts and names, never the data (R-RET-2).

use serde::{Deserialize, Serialize};

use super::name::{DatasetId, SystemId};

/// What happened to one dataset in an erasure or a collection. Counts and names, never the data (R-RET-2).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Part {
    /// The system of the data map.
    pub system: SystemId,
    /// The dataset of the data map.
    pub dataset: DatasetId,
    /// What was done.
    pub done: Done,
    /// How many rows it concerned.
    pub rows: u64,
    /// Rows left after erasing, by a second reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows_left: Option<u64>,
    /// The ground on which a dataset stays, such as `17(3)(b)`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<String>,
    /// The rule of law and the reason, as the data map words them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What was done with a dataset.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Done {
    /// Copied into the package.
    Collected,
    /// Deleted, and read again to see that nothing is left.
    Erased,
    /// Overwritten so that it names nobody.
    Overwritten,
    /// Kept on a ground of Art. 17(3).
    Kept,
    /// Marked, so that the company's own programs leave it alone while its use is restricted (recital 67).
    Restricted,
    /// The mark taken away again.
    RestrictionLifted,
    /// Not looked up, because no identifier is known and verified that would find the person there.
    NotSearched,
}

impl Done {
    /// The word of the API and of the log.
    pub fn code(self) -> &'static str {
        match self {
            Self::Collected => "collected",
            Self::Erased => "erased",
            Self::Overwritten => "overwritten",
            Self::Kept => "kept",
            Self::Restricted => "restricted",
            Self::RestrictionLifted => "restriction_lifted",
            Self::NotSearched => "not_searched",
        }
    }
}

/// What an erasure did in one system, as far as it is known.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Erasing {
    /// What it was about to commit, while nobody has seen what became of it; with the system's name for the transaction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun: Option<(Vec<Part>, Option<String>)>,
    /// What it did, all times together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// Whether a try that goes on after another one may pass it over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_done: bool,
}

impl Erasing {
    pub(super) fn settle(&mut self, parts: &[Part]) {
        self.begun = None;
        self.is_done = !parts.is_empty();
        add(&mut self.parts, parts);
    }
}

/// The mark of a restriction on the rows of a system.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Marked {
    /// Which rows, all times together.
    pub parts: Vec<Part>,
    /// Whether the restriction ended, so that the mark has to go.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub has_ended: bool,
}

impl Marked {
    /// `has_ended`: the person took the request back while the system worked.
    pub(super) fn mark(&mut self, parts: &[Part], has_ended: bool) {
        self.has_ended = has_ended;
        add(&mut self.parts, parts);
    }
}

fn add(all: &mut Vec<Part>, parts: &[Part]) {
    for part in parts {
        match all.iter_mut().find(|known| known.dataset == part.dataset) {
            // What is kept is counted each time; what is gone or marked adds up.
            Some(known) if part.done == Done::Kept => *known = part.clone(),
            Some(known) => {
                let rows = known.rows + part.rows;
                *known = Part { rows, ..part.clone() };
            }
            None => all.push(part.clone()),
        }
    }
}

/// Words of the person that a machine cannot read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Words {
    /// None.
    #[default]
    None,
    /// They came with the request.
    AtTheDoor,
    /// They came later, while it was open.
    Since,
}

impl Words {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference over")]
    pub(super) fn are_none(&self) -> bool {
        *self == Self::None
    }
}
