//! What the person is told before the data: Art. 15(1)(a) to (h) and (2), and what the gateway itself keeps of them.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::domain::information::Information;
use crate::words::{Language, Law, Packages};

/// What is told of the use of the data, in the person's language.
pub struct About {
    /// What they asked; nothing means everything.
    pub asked: BTreeSet<Information>,
    /// Dataset by dataset.
    pub datasets: Vec<Told>,
    /// Where they can complain, by name, with an address.
    pub authorities: Vec<(String, String)>,
}

/// What is told of one dataset. What the data map does not state is none; an empty list states that there is nothing.
#[expect(missing_docs, reason = "the names say it")]
pub struct Told {
    pub system: String,
    pub dataset: String,
    pub title: String,
    pub category: String,
    pub category_title: Option<String>,
    pub purposes: Option<Vec<Use>>,
    pub recipients: Option<Vec<String>>,
    pub retention: Option<String>,
    pub source: Option<String>,
    pub automated_decisions: Option<Vec<Automated>>,
    pub transfers: Option<Vec<Transfer>>,
}

/// What data are used for.
#[derive(Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Use {
    pub purpose: String,
    /// Such as `6(1)(b)`.
    pub legal_basis: String,
}

/// What is decided without a human.
#[derive(Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Automated {
    pub logic: String,
    pub significance: String,
    pub consequences: String,
}

/// Where data go outside the Union.
#[derive(Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Transfer {
    pub country: String,
    pub safeguard: String,
}

/// What the gateway keeps of the person.
#[derive(Default)]
pub struct Kept {
    /// Earlier requests, oldest first.
    pub requests: Vec<Request>,
    /// Purposes whose use is restricted.
    pub restrictions: Vec<String>,
}

/// An earlier request.
#[derive(Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Request {
    pub reference: String,
    pub right: String,
    /// RFC 3339.
    pub received_at: String,
    pub outcome: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub flag: Option<Flag>,
}

/// That a request was looked at as perhaps excessive.
#[derive(Serialize)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Flag {
    pub state: String,
    pub rule: String,
    /// RFC 3339.
    pub raised_at: String,
    /// RFC 3339.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_at: Option<String>,
}

/// A line of the page: a question, and its answer.
pub(super) struct Line {
    pub(super) label: String,
    pub(super) said: Vec<String>,
}

impl About {
    /// The questions that are answered, in their order.
    fn answered(&self) -> impl Iterator<Item = Information> {
        let is_asked = |what: &Information| self.asked.is_empty() || self.asked.contains(what);
        Information::ALL.into_iter().filter(is_asked)
    }

    /// The lines of one dataset.
    pub(super) fn lines(&self, told: &Told, say: Packages) -> Vec<Line> {
        let line = |what| {
            let said = told.in_words(what, say).unwrap_or_else(|| vec![say.told_not_stated()]);
            Line { label: label(what, say), said }
        };
        self.answered().map(line).collect()
    }

    /// For `data.json`: what is not stated is null, what was not asked is not there.
    pub fn json(&self, language: Language, law: Law) -> Value {
        let say = Packages(language, law);
        let dataset = |told: &Told| {
            let mut fields = Map::new();
            for (key, text) in
                [("system", &told.system), ("dataset", &told.dataset), ("title", &told.title)]
            {
                fields.insert(key.to_owned(), json!(text));
            }
            for what in self.answered() {
                fields.insert(what.code().to_owned(), told.json(what));
            }
            Value::Object(fields)
        };
        let authority =
            |(name, website): &(String, String)| json!({"name": name, "website": website});
        json!({
            "asked": self.answered().map(Information::code).collect::<Vec<_>>(),
            "datasets": self.datasets.iter().map(dataset).collect::<Vec<_>>(),
            "rights": [say.told_rights(), say.told_complaint()],
            "authorities": self.authorities.iter().map(authority).collect::<Vec<_>>(),
        })
    }
}

impl Told {
    fn json(&self, what: Information) -> Value {
        match what {
            Information::Purposes => json!(self.purposes),
            Information::Categories => json!(self.category),
            Information::Recipients => json!(self.recipients),
            Information::Retention => json!(self.retention),
            Information::Source => json!(self.source),
            Information::AutomatedDecisions => json!(self.automated_decisions),
            Information::Transfers => json!(self.transfers),
        }
    }

    fn in_words(&self, what: Information, say: Packages) -> Option<Vec<String>> {
        match what {
            Information::Purposes => {
                let one = |one: &Use| say.told_use(&one.purpose, &basis(&one.legal_basis, say));
                self.purposes.as_ref().map(|all| all.iter().map(one).collect())
            }
            Information::Categories => {
                let title = self.category_title.clone();
                Some(vec![title.unwrap_or_else(|| super::heading(&self.category))])
            }
            Information::Recipients => {
                self.recipients.as_ref().map(|all| or(all.clone(), say.told_nobody()))
            }
            Information::Retention => self.retention.clone().map(|text| vec![text]),
            Information::Source => self.source.clone().map(|text| vec![text]),
            Information::AutomatedDecisions => self.automated_decisions.as_ref().map(|all| {
                let lines = |one: &Automated| {
                    [
                        say.told_logic(&one.logic),
                        say.told_significance(&one.significance),
                        say.told_consequences(&one.consequences),
                    ]
                };
                or(all.iter().flat_map(lines).collect(), say.told_no_decisions())
            }),
            Information::Transfers => self.transfers.as_ref().map(|all| {
                let line = |one: &Transfer| say.told_transfer(&one.country, &one.safeguard);
                or(all.iter().map(line).collect(), say.told_nowhere())
            }),
        }
    }
}

fn or(lines: Vec<String>, nothing: String) -> Vec<String> {
    if lines.is_empty() { vec![nothing] } else { lines }
}

fn label(what: Information, say: Packages) -> String {
    match what {
        Information::Purposes => say.told_purposes(),
        Information::Categories => say.told_categories(),
        Information::Recipients => say.told_recipients(),
        Information::Retention => say.told_retention(),
        Information::Source => say.told_source(),
        Information::AutomatedDecisions => say.told_automated(),
        Information::Transfers => say.told_transfers(),
    }
}

/// `6(1)(b)` as letters write it in the language; another ground as the data map writes it.
fn basis(basis: &str, say: Packages) -> String {
    match basis.strip_prefix("6(1)(").and_then(|rest| rest.strip_suffix(')')) {
        Some(letter) if letter.len() == 1 => say.told_basis(letter),
        _ => basis.to_owned(),
    }
}

/// What became of an earlier request, in words.
pub(super) fn outcome(code: &str, say: Packages) -> String {
    match code {
        "open" => say.outcome_open(),
        "merged" => say.outcome_merged(),
        "withdrawn" => say.outcome_withdrawn(),
        "fulfilled" => say.outcome_fulfilled(),
        "partial" => say.outcome_partial(),
        "declined" => say.outcome_declined(),
        "refused" => say.outcome_refused(),
        "fee_proposed" => say.outcome_fee_proposed(),
        "unidentifiable" => say.outcome_unidentifiable(),
        other => other.to_owned(),
    }
}

/// That it was looked at, in words.
pub(super) fn flag(state: &str, say: Packages) -> String {
    match state {
        "lapsed" => say.flag_lapsed(),
        "not_excessive" => say.flag_not_excessive(),
        "excessive" => say.flag_excessive(),
        _ => say.flag_open(),
    }
}
