//! The report: what became of whom, how sure that is, and what it cannot say. Rebuilt byte for byte from the same data.
//!
//! Start with [`Report::of`]; [`rows`] are what it is made from, [`mod@tally`] counts, [`words`] says it plainly, and `html`,
//! `json` and `csv` write it down.
//!
//! **Invariant:** no time of writing, no chance, no name; cells under ten are not shown in any form.

mod charts;
mod csv;
mod html;
mod json;
mod parity;
pub mod rows;
mod svg;
pub mod tally;
#[cfg(test)]
mod tests;
pub mod ways;
mod words;

use crate::domain::time::Day;
use crate::policy::thresholds::Thresholds;

use super::stats::Share;
use super::stats::verdict::Rule;
use rows::Rows;
use tally::{Tally, tally};

/// A policy that was in force.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PolicyNote {
    /// Its content hash.
    pub hash: String,
    /// The day since which it was in force.
    pub since: Day,
}

/// What a report is about.
#[derive(Clone, Debug)]
pub struct Frame<'f> {
    /// Who answers.
    pub controller: &'f str,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Thresholds that were in force, oldest first.
    pub policies: Vec<PolicyNote>,
    /// The thresholds in force now.
    pub thresholds: &'f Thresholds,
    /// By what is judged.
    pub rule: Rule,
}

/// A report.
#[derive(Debug)]
pub struct Report<'r> {
    frame: Frame<'r>,
    rows: &'r Rows,
    tally: Tally,
    data_hash: String,
}

impl<'r> Report<'r> {
    /// Counts and judges.
    pub fn of(frame: Frame<'r>, rows: &'r Rows) -> Self {
        let tally = tally(rows, frame.rule);
        Self { frame, rows, tally, data_hash: rows.hash() }
    }

    /// One page, with plots; no script, nothing from elsewhere.
    pub fn html(&self) -> String {
        html::page(self)
    }

    /// For programs.
    pub fn json(&self) -> String {
        json::document(self)
    }

    /// One line a comparison.
    pub fn csv(&self) -> String {
        csv::lines(self)
    }

    /// What was counted.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }
}

/// Parity metrics for Prometheus: rates by plan, without groups and counts under ten (R-PAR-9).
pub fn parity_metrics(rows: &Rows, rule: Rule) -> String {
    parity::lines(&tally(rows, rule), rows)
}

/// A count as it may be shown: not between one and nine, on neither side.
fn is_shown(share: Share, members_min: u32) -> bool {
    let fits = |count: u32| count == 0 || count >= members_min;
    share.of >= members_min && fits(share.hits) && fits(share.misses())
}

/// A number with so many digits after the point, the same on every machine.
fn fixed(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    // Minus nothing is nothing.
    if text.trim_start_matches(['-', '0', '.']).is_empty() {
        text.trim_start_matches('-').to_owned()
    } else {
        text
    }
}

/// A p-value in two digits, or that it is tiny.
fn p_text(p: f64) -> String {
    if p < 0.0001 { "< 0.0001".to_owned() } else { fixed(p, 4) }
}
