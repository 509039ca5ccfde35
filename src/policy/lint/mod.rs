//! What a policy may not say, however well it is formed. Each lint has an id and a page in `docs/lints/`. Thresholds and packs that
//! are about to come into force are read here: `Thresholds::checked`, `Pack::checked`.

mod facts;
mod packs;
mod rest;
mod thresholds;

pub use facts::{unspoken, unstated};
pub(super) use rest::{datamap, purposes};

use serde::de::DeserializeOwned;

use super::PolicyError;
use super::shape::{self, Shape};
use super::text;

/// A lint.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lint {
    /// Its id, as errors end with it.
    pub id: &'static str,
    /// What it refuses.
    pub refuses: &'static str,
    /// Its page: Avoid, Prefer, Rationale.
    pub page: &'static str,
}

macro_rules! lints {
    ($($id:literal: $refuses:literal,)*) => {
        /// Every lint.
        pub const LINTS: &[Lint] = &[$(
            Lint {
                id: $id,
                refuses: $refuses,
                page: include_str!(concat!("../../../docs/lints/", $id, ".md")),
            },
        )*];
    };
}

lints! {
    "action": "an effect other than asking a human to look (P1)",
    "cost-basis": "a cost without a figure or without how it was found",
    "cost-cap": "a list of costs without an upper limit",
    "cost-direct": "a cost that one request does not cause: overheads, tools, advice (LAW 3.4)",
    "counts": "counting other answers than the law lets count (P5)",
    "dates": "a version or a day that is none, or a rule that is younger than its policy",
    "excludes": "leaving out something that must not count (P5 to P10)",
    "fact-automated-decisions": "a dataset that does not say what is decided by it without a human (Art. 15(1)(h))",
    "fact-legal-basis": "a dataset without the ground on which its data are used",
    "fact-purposes": "a dataset that does not say what its data are used for (Art. 15(1)(a))",
    "fact-recipients": "a dataset that does not name who receives its data (Art. 15(1)(c))",
    "fact-retention": "a dataset that does not say how long its data stay (Art. 15(1)(d))",
    "fact-source": "a dataset that does not say where its data come from (Art. 15(1)(g))",
    "fact-transfers": "a dataset that does not say whether its data leave the Union, and what protects them (Art. 15(2))",
    "first-request": "a rule or a hint that could look at a first request (P3)",
    "golden": "golden cases that cannot be run",
    "ids": "an id with other characters than lower-case letters, digits and `_`, or one that stands twice",
    "keep-ground": "a dataset kept on a ground that Art. 17(3) does not name, or on none",
    "languages": "a rationale that lacks one of the enabled languages",
    "map-languages": "a title or a reason of the data map that lacks one of the enabled languages",
    "map-words": "a title or a reason of the data map without its words in English",
    "matches": "a dataset that is not matched by `:account` or `:email`",
    "missing-key": "a file without a key that it needs",
    "never-complete": "a list of what is never looked at that leaves something out (P4)",
    "no-rule": "a rule on what no rule can be about: AI training, marketing, consent, restriction, signals (P4)",
    "one-rule": "two rules with one id, or for one right and class",
    "owner": "a rule that nobody answers for",
    "pack-hint": "a country pack that could do more than add a hint",
    "pauses-clock": "a flag that pauses the clock (P1)",
    "plan-blind": "a word for a plan, a price, a cohort, an address or a person (R-PAR-1, P10)",
    "purpose-basis": "a purpose on another ground than its kind: consent on Art. 6(1)(a), everything else on (e) or (f)",
    "purpose-words": "a purpose without its words in English",
    "reasons": "a rule without a rationale or without sources (P20)",
    "resets": "leaving out a change that resets the count (P8)",
    "sensitive": "a rule that is stricter for sensitive data than for others (P11)",
    "stricter": "a rule that looks earlier than the defaults that the sources bear (LAW 10.2)",
    "superseded": "a rule that is superseded by one that does not exist, or that is about something else",
    "syntax": "a file that is not TOML",
    "unknown-key": "a key that the file does not have",
    "unknown-word": "a word that is none of those possible",
    "unreadable": "a file that cannot be read",
    "window": "a window of no days, or longer than 180: counters must expire (LAW 6)",
    "wrong-type": "a value of another type than its key has",
}

/// The lint with this id.
pub fn lint(id: &str) -> Option<&'static Lint> {
    LINTS.iter().find(|lint| lint.id == id)
}

/// Reads a text of this shape and lints it.
fn checked<F: DeserializeOwned>(
    file: &str,
    text: &str,
    expected: Shape,
    look: fn(&str, &F, &str) -> Vec<PolicyError>,
) -> Result<F, Vec<PolicyError>> {
    let wrong = shape::check(file, text, expected);
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let read: F = text::read(file, text)?;
    let wrong = look(file, &read, text);
    if wrong.is_empty() { Ok(read) } else { Err(wrong) }
}

struct Findings<'a> {
    file: &'a str,
    text: &'a str,
    list: Vec<PolicyError>,
}

impl Findings<'_> {
    fn require(&mut self, holds: bool, line: usize, lint: &'static str, what: String) {
        if !holds {
            self.list.push(PolicyError { file: self.file.to_owned(), line, what, lint });
        }
    }
}
