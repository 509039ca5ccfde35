//! The documented rules: thresholds, purposes, the data map, the regime. Typed, complete, named by content hash.
//!
//! Start with [`load::from_dir`]; [`lint`] says what a file may not hold, [`explain`] says in words what it means.
//!
//! **Invariant:** pure after loading, and plan-blind: no key here can name a plan, a price or a cohort (R-PAR-1).

pub mod cases;
pub mod costs;
pub mod datamap;
pub mod explain;
pub mod hash;
pub mod lint;
pub mod load;
pub mod purposes;
pub mod thresholds;

use std::collections::BTreeMap;
use std::fmt;

use crate::domain::deadline::Regime;

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

/// A mistake in a policy file: where, what, and what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PolicyError {
    /// The file.
    pub file: String,
    /// The line, from 1; 0 when the whole file is meant.
    pub line: usize,
    /// What is wrong, and what to do.
    pub what: String,
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            write!(f, "{}: {}", self.file, self.what)
        } else {
            write!(f, "{}:{}: {}", self.file, self.line, self.what)
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
