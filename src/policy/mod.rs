//! The documented rules: thresholds, purposes, the data map, the regime. Typed, complete, named by content hash.
//!
//! Start with [`load::from_dir`]; [`lint`] says what a file may not hold, [`explain`] says in words what it means,
//! [`difference`] what has changed between two versions, and [`simulate`] whom a version would have had looked at.
//!
//! **Invariant:** pure after loading, and plan-blind: no key here can name a plan, a price or a cohort (R-PAR-1).

pub mod adoption;
pub mod cases;
pub mod costs;
pub mod datamap;
pub mod difference;
pub mod explain;
pub mod hash;
pub mod language;
pub mod lint;
pub mod load;
pub mod packs;
pub mod purposes;
pub mod secret;
mod shape;
pub mod simulate;
mod text;
pub mod thresholds;

use std::collections::BTreeMap;
use std::fmt;

use crate::domain::deadline::Regime;
use crate::domain::hint::HintPack;

/// All policies in force.
#[derive(Clone, Debug)]
pub struct PolicySet {
    /// When a repeated request is looked at.
    pub thresholds: thresholds::Thresholds,
    /// What one can object to.
    pub purposes: purposes::Purposes,
    /// Where personal data lie.
    pub datamap: datamap::Datamap,
    /// Periods.
    pub regime: Regime,
    /// What countries add to the evidence.
    pub packs: Vec<packs::Pack>,
    /// The same, as the machine takes it.
    pub hints: Vec<HintPack>,
    /// The texts, by file name.
    pub texts: BTreeMap<String, PolicyText>,
}

/// A policy as it was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PolicyText {
    /// Its content hash, hex.
    pub hash: String,
    /// Its bytes.
    pub text: String,
}

/// A mistake in a policy file: where, what, what to do, and which lint says so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PolicyError {
    /// The file.
    pub file: String,
    /// The line, from 1; 0 when the whole file is meant.
    pub line: usize,
    /// What is wrong, and what to do.
    pub what: String,
    /// The lint; `habeas policy lint ID` shows its page.
    pub lint: &'static str,
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            write!(f, "{}: {} [{}]", self.file, self.what, self.lint)
        } else {
            write!(f, "{}:{}: {} [{}]", self.file, self.line, self.what, self.lint)
        }
    }
}

/// The known name that is most like a wrong one, if any is near: for "did you mean".
pub fn nearest(wrong: &str, known: &[String]) -> Option<String> {
    known
        .iter()
        .map(|name| (strsim::levenshtein(wrong, name), name))
        .filter(|(distance, name)| *distance <= name.len() / 3)
        .min()
        .map(|(_, name)| name.clone())
}

#[cfg(test)]
mod tests;
