//! An answer as an officer writes it, whichever way it comes in: checked before anything is touched.

use crate::domain::case::Outcome;
use crate::domain::history::Grounds;
use crate::domain::identity::Personal;

use crate::casework::case::attachments::{File, Wrong};

/// How many files go with one answer.
pub const FILES_MAX: usize = 10;

/// An answer that says all that it must.
#[derive(Clone, Debug)]
pub struct Written {
    pub(crate) outcome: Outcome,
    pub(crate) text: Personal<String>,
    pub(crate) grounds: Grounds,
    pub(crate) files: Vec<File>,
}

impl Written {
    /// Checks it.
    ///
    /// # Errors
    /// The first thing that is missing or cannot be meant.
    pub fn new(
        outcome: &str,
        text: String,
        grounds: &[String],
        files: Vec<File>,
    ) -> Result<Self, Wrong> {
        let wrong = |pointer, what: &str| Wrong { pointer, what: what.to_owned() };
        let outcome = match outcome {
            "fulfilled" => Outcome::Fulfilled,
            "partial" => Outcome::Partial,
            "unidentifiable" => Outcome::Unidentifiable,
            _ => return Err(wrong("#/outcome", "use `fulfilled`, `partial` or `unidentifiable`")),
        };
        if text.trim().is_empty() {
            return Err(wrong("#/text", "write to the person what was done"));
        }
        if files.len() > FILES_MAX {
            return Err(wrong("#/attachments", "attach at most 10 files"));
        }
        // Art. 12(4): what is not given needs a ground.
        let named = grounds.iter().any(|ground| !ground.trim().is_empty());
        if outcome == Outcome::Partial && !named {
            let what = "name the ground of what is not given, such as `17(3)(b)`";
            return Err(wrong("#/grounds", what));
        }
        let text = if grounds.is_empty() {
            text
        } else {
            format!("{text}\n\nGrounds: {}", grounds.join(", "))
        };
        let grounds = if named { Grounds::Own } else { Grounds::None };
        Ok(Self { outcome, text: Personal::new(text), grounds, files })
    }
}
