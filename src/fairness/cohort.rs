//! What a plan, a country or an address is, for nobody but this folder (invariant 6).
//!
//! The examples show that none of it fits where it could matter: each is the same code as its neighbour but for one thing,
//! and does not compile for the reason named.
//!
//! What is asked, and the facts about it, have no place for a plan or an address:
//!
//! ```
//! use habeas::domain::decide::{Command, Facts, Opening};
//! fn fits<'a>(opening: Opening<'a>, facts: Facts<'a>) -> (Command<'a>, Facts<'a>) {
//!     (Command::Open(Opening { declared: &[], ..opening }), Facts { ..facts })
//! }
//! ```
//!
//! ```compile_fail,E0560
//! use habeas::domain::decide::{Command, Facts, Opening};
//! fn fits<'a>(opening: Opening<'a>, facts: Facts<'a>) -> (Command<'a>, Facts<'a>) {
//!     (Command::Open(Opening { plan: "paid", declared: &[], ..opening }), Facts { ..facts })
//! }
//! ```
//!
//! ```compile_fail,E0560
//! use habeas::domain::decide::{Command, Facts, Opening};
//! fn fits<'a>(opening: Opening<'a>, facts: Facts<'a>) -> (Command<'a>, Facts<'a>) {
//!     (Command::Open(Opening { declared: &[], ..opening }), Facts { address: "192.0.2.1", ..facts })
//! }
//! ```
//!
//! The threshold sees a scope, never a cohort, and its rules have none either:
//!
//! ```
//! use habeas::domain::excess::{Asked, Finding, assess};
//! use habeas::domain::right::Scope;
//! fn look(asked: Asked<'_>, scope: &Scope) -> Finding {
//!     assess(&Asked { scope, ..asked }, &[], &[], None, "")
//! }
//! ```
//!
//! ```compile_fail,E0308
//! use habeas::domain::excess::{Asked, Finding, assess};
//! use habeas::fairness::cohort::Cohort;
//! fn look(asked: Asked<'_>, scope: &Cohort) -> Finding {
//!     assess(&Asked { scope, ..asked }, &[], &[], None, "")
//! }
//! ```
//!
//! ```compile_fail,E0061
//! use habeas::domain::excess::{Asked, Finding, assess};
//! use habeas::fairness::cohort::Cohort;
//! fn look(asked: Asked<'_>, cohort: &Cohort) -> Finding {
//!     assess(&asked, &[], &[], None, "", cohort)
//! }
//! ```
//!
//! ```compile_fail,E0560
//! use habeas::domain::excess::Threshold;
//! fn stricter(rule: Threshold) -> Threshold {
//!     Threshold { channel: "mail", ..rule }
//! }
//! ```
//!
//! ```compile_fail,E0061
//! use habeas::domain::excess::{ChangeClass, Reviewable};
//! use habeas::fairness::cohort::Cohort;
//! fn rule(thresholds: &habeas::policy::thresholds::Thresholds, cohort: &Cohort) {
//!     thresholds.rule_for(Reviewable::Access, ChangeClass::Normal, cohort);
//! }
//! ```
//!
//! A deadline follows from a moment, a calendar and a regime:
//!
//! ```
//! use habeas::domain::deadline::{Calendar, Regime, derive};
//! use habeas::domain::time::Instant;
//! fn due(calendar: &Calendar) {
//!     let _ = derive(Instant(0), calendar, &Regime::eu(), &[]);
//! }
//! ```
//!
//! ```compile_fail,E0308
//! use habeas::domain::deadline::{Regime, derive};
//! use habeas::domain::time::Instant;
//! fn due(calendar: &habeas::fairness::cohort::Cohort) {
//!     let _ = derive(Instant(0), calendar, &Regime::eu(), &[]);
//! }
//! ```
//!
//! Turns at the door, the queue and the workers know a hash, a time and a case:
//!
//! ```
//! use habeas::admission::turns::{Arrival, Class, Standing};
//! let _ = Arrival { key: 1, class: Class::Signed, standing: Standing::Newcomer };
//! ```
//!
//! ```compile_fail,E0560
//! use habeas::admission::turns::{Arrival, Class, Standing};
//! let _ = Arrival { plan: "paid", key: 1, class: Class::Signed, standing: Standing::Newcomer };
//! ```
//!
//! ```compile_fail,E0061
//! use std::sync::Arc;
//! use habeas::casework::{Office, queue};
//! fn next(office: &Arc<Office>, cohort: &habeas::fairness::cohort::Cohort) {
//!     let _ = queue::claim(office, cohort);
//! }
//! ```
//!
//! ```compile_fail,E0560
//! use habeas::store::rows::JobRow;
//! fn sooner(job: JobRow) -> JobRow {
//!     JobRow { priority: 1, ..job }
//! }
//! ```
//!
//! And what a token said about a plan is bytes that nobody at the intake can read:
//!
//! ```compile_fail,E0616
//! use habeas::casework::intake::Labels;
//! fn peek(labels: &Labels) -> bool {
//!     labels.0.starts_with(b"paid")
//! }
//! ```

use serde::Deserialize;

/// Longest label that is taken for one.
const LABEL_MAX: usize = 32;

/// What is known about how and from where somebody came, beside what they asked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Cohort {
    /// The plan, as the issuer calls it.
    pub plan: Option<String>,
    /// The country, as the issuer tells it.
    pub country: Option<String>,
    /// The language.
    pub language: Option<String>,
}

/// One thing that cohorts are told apart by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Attribute {
    /// What somebody pays for.
    Plan,
    /// Where the issuer says they live.
    Country,
    /// Which language they use.
    Language,
    /// With an account, or with an address alone.
    Channel,
}

impl Attribute {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Plan, Self::Country, Self::Language, Self::Channel];

    /// The word of the report.
    pub fn code(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Country => "country",
            Self::Language => "language",
            Self::Channel => "channel",
        }
    }
}

impl Cohort {
    /// Reads the labels of a token. What is not a short plain word is not a label: a token can say anything.
    pub fn read(bytes: &[u8]) -> Self {
        #[derive(Deserialize, Default)]
        struct Told {
            plan: Option<String>,
            country: Option<String>,
            language: Option<String>,
        }
        let told: Told = serde_json::from_slice(bytes).unwrap_or_default();
        let plain = |label: Option<String>| {
            label.filter(|text| {
                let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
                (1..=LABEL_MAX).contains(&text.len()) && text.bytes().all(fits)
            })
        };
        Self {
            plan: plain(told.plan),
            country: plain(told.country),
            language: plain(told.language),
        }
    }
}
