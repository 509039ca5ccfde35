//! What a data map leaves unstated of what people are to be told (Art. 15(1) and (2)). A gateway starts with such a map, and
//! says "not stated"; it is no map for production.

use crate::domain::information::Information;
use crate::policy::datamap::{Datamap, DatasetEntry, Erase, SystemEntry};
use crate::policy::language::Words;
use crate::policy::purposes::Purposes;
use crate::policy::{PolicyError, PolicySet};

use super::Findings;

/// The file whose datasets are looked at.
const DATAMAP: &str = "datamap.toml";

/// Everything that the map in force leaves unstated.
pub fn unstated(file: &str, policies: &PolicySet) -> Vec<PolicyError> {
    let text = policies.texts.get(DATAMAP).map_or("", |text| &text.text);
    look(file, &policies.datamap, &policies.purposes, text)
}

/// Titles and reasons that people read, and that lack a language which the thresholds enable: they are read in English.
pub fn unspoken(file: &str, policies: &PolicySet) -> Vec<PolicyError> {
    let text = policies.texts.get(DATAMAP).map_or("", |text| &text.text);
    let mut found = Findings { file, text, list: Vec::new() };
    let enabled = &policies.thresholds.languages;
    let mut look = |words: &Words, line: usize, name: String| {
        let missing: Vec<&str> =
            enabled.iter().map(String::as_str).filter(|code| words.get(code).is_none()).collect();
        let what = format!("{name} lacks {}; people read it in English", missing.join(" and "));
        found.require(missing.is_empty(), line, "map-languages", what);
    };
    for system in &policies.datamap.systems {
        let line = line_of_id(text, &system.id);
        look(&system.title, line, format!("the title of the system `{}`", system.id));
        for dataset in &system.datasets {
            let line = line_of_id(text, &dataset.id);
            let place = format!("`{}.{}`", system.id, dataset.id);
            look(&dataset.title, line, format!("the title of {place}"));
            for (column, title) in &dataset.column_titles {
                look(title, line, format!("the title of the column `{column}` of {place}"));
            }
            if let Erase::Keep(keep) = &dataset.erase {
                look(&keep.reason, line, format!("the reason why {place} is kept"));
            }
        }
    }
    found.list
}

fn look(file: &str, map: &Datamap, purposes: &Purposes, text: &str) -> Vec<PolicyError> {
    let mut found = Findings { file, text, list: Vec::new() };
    for (system, dataset) in map.datasets() {
        let line = line_of_id(text, &dataset.id);
        let name = format!("dataset `{}.{}`", system.id, dataset.id);
        for (holds, lint, what) in asked(system, dataset) {
            found.require(holds, line, lint, format!("{name} {what}"));
        }
        for unknown in unknown_ids(dataset, purposes) {
            let what = format!(
                "{name} names the purpose `{unknown}`, which purposes.toml does not have; write its id, or say it in words"
            );
            found.require(false, line, "fact-purposes", what);
        }
    }
    found.list
}

/// Whether each fact is stated, the lint that says so, and what to do.
fn asked(system: &SystemEntry, dataset: &DatasetEntry) -> [(bool, &'static str, String); 7] {
    let facts = &dataset.facts;
    let say = |what: &str| format!("does not say {what}");
    [
        (
            facts.has_purposes(),
            "fact-purposes",
            say("what its data are used for; write `purposes`, ids of purposes.toml or words"),
        ),
        (
            facts.has_legal_basis(),
            "fact-legal-basis",
            say("on which ground; write `legal_basis`, such as \"6(1)(b)\""),
        ),
        (
            facts.states(Information::Recipients),
            "fact-recipients",
            say("who receives its data; write `recipients`, by name, and [] for nobody"),
        ),
        (
            facts.states(Information::Source),
            "fact-source",
            say("where its data come from; write `source`, \"you\" or from whom"),
        ),
        (
            facts.states(Information::Retention),
            "fact-retention",
            say("how long its data stay; write `retention`, a time or what decides it"),
        ),
        (
            facts.states(Information::Transfers),
            "fact-transfers",
            say(
                "whether its data leave the Union; write `transfers`, each with its safeguard, and [] for nowhere",
            ),
        ),
        (
            facts.states(Information::AutomatedDecisions),
            "fact-automated-decisions",
            format!(
                "does not say what `{}` decides by it without a human; write `automated_decisions`, and [] for nothing",
                system.id
            ),
        ),
    ]
}

/// What looks like an id and is none of purposes.toml: the person would read it as it stands.
fn unknown_ids<'d>(dataset: &'d DatasetEntry, purposes: &Purposes) -> Vec<&'d str> {
    let named = dataset.facts.purposes.iter().flatten().filter_map(|words| words.get("en"));
    let is_id = |text: &&str| {
        text.contains('_')
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
    };
    named.filter(is_id).filter(|id| purposes.get(id).is_none()).collect()
}

/// The line on which a dataset has its id, from 1. Its id may stand elsewhere before, as a category or a table.
fn line_of_id(text: &str, id: &str) -> usize {
    let value = format!("\"{id}\"");
    let is_id = |line: &str| {
        let key = line.trim_start().strip_prefix("id").map(str::trim_start);
        key.and_then(|rest| rest.strip_prefix('=')).is_some_and(|rest| rest.contains(&value))
    };
    let at = text.lines().position(is_id);
    at.map_or_else(|| crate::policy::text::line_of(text, &value), |at| at + 1)
}
