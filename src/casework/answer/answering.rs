//! An answer as an officer writes it, whichever way it comes in: checked before anything is touched.

use std::collections::BTreeSet;

use crate::domain::ground::{Ground, NoGround, Stated};
use crate::domain::identity::Personal;
use crate::domain::right::Right;

use crate::casework::CaseworkError;
use crate::casework::case::attachments::{File, Wrong};

/// How many files go with one answer.
pub const FILES_MAX: usize = 10;

/// What an officer says that an answer is. Words in its text decide nothing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Says {
    /// Everything asked for.
    Fulfilled,
    /// Not everything.
    Partial,
    /// Nothing.
    Declined,
    /// Nobody can tell whose data they are.
    Unidentifiable,
}

/// A ground as it came in.
#[derive(Clone, PartialEq, Eq, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claimed {
    /// The ground's word: `17(3)(b)`.
    pub code: String,
    /// What it is about, if not everything: `system.dataset`.
    #[serde(default)]
    pub dataset: Option<String>,
    /// What shows it.
    pub facts: String,
}

/// An answer that says all that can be known without its case.
#[derive(Clone, Debug)]
pub struct Written {
    pub(super) says: Says,
    pub(super) text: Personal<String>,
    grounds: Vec<Claimed>,
    pub(super) files: Vec<File>,
}

impl Written {
    /// Checks it.
    ///
    /// # Errors
    /// The first thing that is missing or cannot be meant.
    pub fn new(
        outcome: &str,
        text: String,
        grounds: Vec<Claimed>,
        files: Vec<File>,
    ) -> Result<Self, Wrong> {
        let wrong = |pointer, what: &str| Wrong { pointer, what: what.to_owned() };
        let says = match outcome {
            "fulfilled" => Says::Fulfilled,
            "partial" => Says::Partial,
            "declined" => Says::Declined,
            "unidentifiable" => Says::Unidentifiable,
            _ => {
                let what = "use `fulfilled`, `partial`, `declined` or `unidentifiable`; a refusal or a fee under Art. 12(5) has the review alone";
                return Err(wrong("#/outcome", what));
            }
        };
        if text.trim().is_empty() {
            return Err(wrong("#/text", "write to the person what was done"));
        }
        if files.len() > FILES_MAX {
            return Err(wrong("#/attachments", "attach at most 10 files"));
        }
        if says == Says::Fulfilled && !grounds.is_empty() {
            let what = "what was fulfilled leaves nothing out; use `partial` or `declined`";
            return Err(wrong("#/grounds", what));
        }
        Ok(Self { says, text: Personal::new(text), grounds, files })
    }

    /// What a ground is about must be something that the data map names.
    ///
    /// # Errors
    /// The first that it does not, with those that it does.
    pub(super) fn names_what_exists(&self, known: &BTreeSet<String>) -> Result<(), CaseworkError> {
        let named = self.grounds.iter().filter_map(|claimed| claimed.dataset.as_deref());
        // In one system or in several: a name alone is enough to know what is meant.
        let is_known = |name: &str| {
            known.iter().any(|full| full == name || full.rsplit('.').next() == Some(name))
        };
        for name in named {
            if !is_known(name) {
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                let known = match known.as_slice() {
                    [] => "the data map names none".to_owned(),
                    some => format!("use one of `{}`", some.join("`, `")),
                };
                return Err(CaseworkError::Unfit(format!(
                    "there is no dataset `{name}`: {known}, or leave `dataset` out"
                )));
            }
        }
        Ok(())
    }

    /// The grounds, as they are for this right (Art. 12(4)).
    ///
    /// # Errors
    /// When one is none of this right's, or has no facts.
    pub(super) fn grounds(&self, right: Right) -> Result<Vec<Stated>, NoGround> {
        let claimed = self.grounds.iter();
        let stated = claimed.map(|claimed| {
            let Claimed { code, dataset, facts } = claimed.clone();
            match self.says {
                Says::Unidentifiable if code == Ground::Unidentifiable.code() => {
                    Stated::unidentifiable(facts)
                }
                Says::Unidentifiable => {
                    Err(NoGround::Unknown { given: code, may: vec![Ground::Unidentifiable] })
                }
                Says::Fulfilled | Says::Partial | Says::Declined => {
                    Stated::new(right, &code, dataset, facts)
                }
            }
        });
        stated.collect()
    }
}
