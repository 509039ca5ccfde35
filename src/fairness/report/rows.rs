//! One row a case, as small as can be: a year of a million is told in a few seconds.

use std::collections::BTreeMap;

use crate::audit::merkle::Hash;
use crate::domain::right::Right;
use crate::domain::time::Instant;
use crate::fairness::cohort::{Attribute, Cohort};

/// What happened, one bit each.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Marks(u16);

impl Marks {
    /// Merged into an open one.
    pub const MERGED: u16 = 1;
    /// By a token of a configured issuer, not by an address alone.
    pub const SIGNED: u16 = 2;
    /// The threshold asked for a look.
    pub const FLAGGED: u16 = 4;
    /// Somebody looked.
    pub const REVIEWED: u16 = 8;
    /// And found nothing excessive.
    pub const REVERSED: u16 = 16;
    /// Refused or charged under Art. 12(5).
    pub const REFUSED: u16 = 32;
    /// Two more months.
    pub const EXTENDED: u16 = 64;
    /// We asked who it is.
    pub const IDENTITY_ASKED: u16 = 128;
    /// There was no room at the first attempt.
    pub const SENT_AWAY: u16 = 256;

    /// Sets one.
    pub fn set(&mut self, mark: u16, holds: bool) {
        if holds {
            self.0 |= mark;
        }
    }

    /// Whether one is set.
    pub fn has(self, mark: u16) -> bool {
        self.0 & mark != 0
    }
}

/// One case.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// When it was received.
    pub received_at: Instant,
    /// When it was answered.
    pub answered_at: Option<Instant>,
    /// What was asked.
    pub right: Right,
    /// By whom, as a number.
    pub person: u32,
    /// What happened.
    pub marks: Marks,
}

/// One objection.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Objected {
    pub(super) at: Instant,
    /// By which of the report's ways.
    pub(super) way: usize,
    pub(super) plan: u16,
}

/// All cases of a report, and who belongs to which cohort.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    pub(super) cases: Vec<(Row, [u16; 4])>,
    pub(super) names: [Names; 4],
    pub(super) flags: Vec<(Instant, String)>,
    pub(super) objections: Vec<Objected>,
    pub(super) imported: u32,
}

/// Values of one attribute, in the order in which they were met; the first is "not told".
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    known: BTreeMap<String, u16>,
    pub(super) told: Vec<String>,
}

/// A token can say anything: beyond so many values of one attribute they are told apart no more.
const VALUES_MAX: usize = 4096;

impl Names {
    fn number(&mut self, name: Option<&str>) -> u16 {
        let Some(name) = name else { return 0 };
        if let Some(number) = self.known.get(name) {
            return *number;
        }
        if self.told.len() >= VALUES_MAX {
            return u16::MAX;
        }
        self.told.push(name.to_owned());
        let number = u16::try_from(self.told.len()).unwrap_or(u16::MAX);
        self.known.insert(name.to_owned(), number);
        number
    }
}

impl Rows {
    /// Adds a case. `cohort` is nothing when no label was stored, or the person was forgotten.
    pub fn push(&mut self, row: Row, cohort: Option<&Cohort>) {
        let channel = if row.marks.has(Marks::SIGNED) { "account" } else { "address alone" };
        let label = |pick: fn(&Cohort) -> Option<&str>| cohort.and_then(pick);
        let told = [
            label(|c| c.plan.as_deref()),
            label(|c| c.country.as_deref()),
            label(|c| c.language.as_deref()),
            Some(channel),
        ];
        let mut numbers = [0; 4];
        for ((number, names), told) in numbers.iter_mut().zip(&mut self.names).zip(told) {
            *number = names.number(told);
        }
        self.cases.push((row, numbers));
    }

    /// The number of a plan.
    pub(super) fn plan(&mut self, name: Option<&str>) -> u16 {
        let [plans, ..] = &mut self.names;
        plans.number(name)
    }

    /// Adds a flag that was raised.
    pub fn flagged(&mut self, at: Instant, policy: &str) {
        self.flags.push((at, policy.to_owned()));
    }

    /// How many cases.
    pub fn len(&self) -> usize {
        self.cases.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty()
    }

    /// The hash that names the data: equal data, equal report.
    pub fn hash(&self) -> String {
        let mut bytes = Vec::with_capacity(self.cases.len() * 36);
        for (row, numbers) in &self.cases {
            bytes.extend_from_slice(&row.received_at.0.to_be_bytes());
            bytes.extend_from_slice(&row.answered_at.map_or(i64::MIN, |at| at.0).to_be_bytes());
            bytes.extend_from_slice(row.right.code().as_bytes());
            bytes.extend_from_slice(&row.person.to_be_bytes());
            bytes.extend_from_slice(&row.marks.0.to_be_bytes());
            for number in numbers {
                bytes.extend_from_slice(&number.to_be_bytes());
            }
        }
        for names in &self.names {
            for name in &names.told {
                bytes.extend_from_slice(name.as_bytes());
                bytes.push(0);
            }
            bytes.push(1);
        }
        for (at, policy) in &self.flags {
            bytes.extend_from_slice(&at.0.to_be_bytes());
            bytes.extend_from_slice(policy.as_bytes());
        }
        for objected in &self.objections {
            bytes.extend_from_slice(&objected.at.0.to_be_bytes());
            bytes.extend_from_slice(&objected.way.to_be_bytes());
            bytes.extend_from_slice(&objected.plan.to_be_bytes());
        }
        bytes.extend_from_slice(&self.imported.to_be_bytes());
        Hash::of(&bytes).to_string()
    }

    pub(super) fn names_of(&self, attribute: Attribute) -> &[String] {
        let at = Attribute::ALL.iter().position(|known| *known == attribute);
        at.and_then(|at| self.names.get(at)).map(|names| names.told.as_slice()).unwrap_or_default()
    }
}
