//! `datamap.toml`: where personal data lie, and why some of them may stay.

pub mod facts;
mod file;

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::domain::excess::{ChangeClass, Detriment, Sensitivity};
use crate::domain::history::Service;
use crate::domain::identity::LocalPart;
use crate::domain::information::Information;
use crate::domain::matching::{Condition, Identifier, NewValue};
use crate::domain::name::{DatasetId, SystemId};
use crate::domain::right::{Right, Scope};
use crate::policy::language::{Language, Words};

pub use facts::Facts;
pub(super) use file::SHAPE;

/// The database of the sample company.
const SAMPLE: &str = "sample-company.db";

/// All systems.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Datamap {
    /// Its version, a day.
    pub version: String,
    /// Whether the controller says that no personal data lie anywhere, so that an empty map is a whole one.
    pub nowhere: bool,
    /// How the part of an address before the `@` is compared.
    pub local_part: LocalPart,
    /// What people read of the categories that datasets name.
    pub category_titles: BTreeMap<String, Words>,
    /// How a verified address leads to accounts.
    pub directories: Vec<Directory>,
    /// The systems, in the order in which they are reached.
    pub systems: Vec<SystemEntry>,
}

/// One place where personal data live.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SystemEntry {
    /// Its id.
    pub id: SystemId,
    /// What people read.
    pub title: Words,
    /// `sqlite://…` or `postgres://…`.
    pub url: String,
    /// Whose accounts it knows; none where there is only one issuer of people.
    pub issuer: Option<String>,
    /// Tables that the company's own triggers and cascades may change when a person is erased here.
    pub side_effects: Vec<String>,
    /// For how many days what is erased here may still lie in its backups; none where it has none, or nobody said.
    pub backups_days: Option<u16>,
    /// Its datasets, children before parents.
    pub datasets: Vec<DatasetEntry>,
}

/// How a verified address leads to accounts: a query that gives the `sub` of each.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Directory {
    /// The system that is asked.
    pub system: SystemId,
    /// Whose accounts these are; none where there is only one issuer of people.
    pub issuer: Option<String>,
    /// The query, with `:email`.
    pub accounts: Condition,
}

/// One table, seen from one person.
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "policies/datamap.toml describes every key")]
pub struct DatasetEntry {
    pub id: DatasetId,
    pub title: Words,
    pub category: String,
    pub table: String,
    pub columns: Vec<String>,
    pub column_titles: BTreeMap<String, Words>,
    pub matches: Vec<Condition>,
    pub issuer: Option<String>,
    pub order_by: Option<String>,
    pub change_class: ChangeClass,
    pub sensitive: bool,
    pub detriment: Detriment,
    pub provided_by_person: bool,
    pub self_service: bool,
    pub passes_on: bool,
    pub erase: Erase,
    pub restrict: Option<Marks>,
    pub facts: Facts,
}

/// What erasure does to a dataset.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Erase {
    /// Delete the rows.
    Delete,
    /// Keep them, on a ground of Art. 17(3).
    Keep(Keep),
    /// Overwrite columns so that the rows name nobody.
    Set(BTreeMap<String, NewValue>),
}

/// How rows are marked while their use is restricted, and what stands there again afterwards.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Marks {
    /// While it is.
    pub set: BTreeMap<String, NewValue>,
    /// Afterwards.
    pub lift: BTreeMap<String, NewValue>,
}

/// Why a dataset stays.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keep {
    /// Such as `17(3)(b)`.
    pub ground: String,
    /// The rule of law that demands it.
    pub law: Words,
    /// In plain words, for the person.
    pub reason: Words,
    /// For how long.
    pub years: u32,
}

/// What the thresholds are told about the data in a scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Screened {
    /// How often they change.
    pub class: ChangeClass,
    /// Whether they are sensitive.
    pub sensitivity: Sensitivity,
    /// What their processing can do to the person.
    pub detriment: Detriment,
    /// Whether the person can fetch all of them alone.
    pub service: Service,
}

impl Datamap {
    /// Whether it names no place, and nobody said that there is none: whoever searches by it has looked nowhere.
    pub fn says_nothing(&self) -> bool {
        !self.nowhere && self.datasets().next().is_none()
    }

    /// Everything that a person can name in `scope.systems`.
    pub fn system_ids(&self) -> BTreeSet<&str> {
        self.systems.iter().map(|system| system.id.as_str()).collect()
    }

    /// Everything that a person can name in `scope.categories`.
    pub fn categories(&self) -> BTreeSet<&str> {
        self.datasets().map(|(_, dataset)| dataset.category.as_str()).collect()
    }

    /// What people read of a category, where it has a title.
    pub fn title_of_category(&self, id: &str, language: Language) -> Option<&str> {
        self.category_titles.get(id).map(|title| title.in_language(language))
    }

    /// The datasets that a request is about. Portability concerns what the person provided (Art. 20(1)).
    pub fn datasets_in(&self, scope: &Scope, right: Right) -> Vec<(&SystemEntry, &DatasetEntry)> {
        self.datasets()
            .filter(|(s, _)| scope.systems.is_empty() || scope.systems.contains(&s.id))
            .filter(|(_, d)| scope.categories.is_empty() || scope.categories.contains(&d.category))
            .filter(|(_, d)| right != Right::Portability || d.provided_by_person)
            .collect()
    }

    /// Whether everything that is asked can be told beside the data: what Art. 15(1) and (2) list, or the questions that the
    /// scope names.
    pub fn states_everything_in(&self, scope: &Scope) -> bool {
        let asked =
            |what: &&Information| scope.information.is_empty() || scope.information.contains(what);
        let datasets = self.datasets_in(scope, Right::Access);
        let is_stated = |(_, dataset): &(_, &DatasetEntry)| {
            Information::ALL.iter().filter(asked).all(|what| dataset.facts.states(*what))
        };
        datasets.iter().all(is_stated)
    }

    /// Every dataset as a ground names it: `system.dataset`.
    pub fn dataset_names(&self) -> BTreeSet<String> {
        self.datasets().map(|(system, dataset)| format!("{}.{}", system.id, dataset.id)).collect()
    }

    /// What the threshold is told about the data in scope: always the reading that is kinder to the person.
    pub fn screening_of(&self, scope: &Scope, right: Right) -> Screened {
        let datasets = self.datasets_in(scope, right);
        let class = datasets.iter().map(|(_, d)| d.change_class).max();
        let sensitive = datasets.iter().any(|(_, d)| d.sensitive);
        let alone = !datasets.is_empty() && datasets.iter().all(|(_, d)| d.self_service);
        Screened {
            class: class.unwrap_or(ChangeClass::Normal),
            sensitivity: if sensitive { Sensitivity::Sensitive } else { Sensitivity::Ordinary },
            detriment: datasets.iter().map(|(_, d)| d.detriment).max().unwrap_or_default(),
            service: if alone { Service::SelfService } else { Service::OnRequest },
        }
    }

    /// Whether it is still about the sample company, whose map every gateway begins with.
    pub fn is_sample(&self) -> bool {
        self.systems.iter().any(|system| system.url.rsplit('/').next() == Some(SAMPLE))
    }

    /// A system.
    pub fn system(&self, id: &str) -> Option<&SystemEntry> {
        self.systems.iter().find(|system| system.id == id)
    }

    /// What people read of a place: the title of the dataset, or of its system where none is named or there is no such dataset;
    /// its id where the map no longer has it.
    pub fn title_of(&self, system: &SystemId, dataset: &DatasetId, language: Language) -> String {
        let Some(found) = self.system(system) else {
            return if dataset.is_empty() { system.to_string() } else { dataset.to_string() };
        };
        let entry = found.datasets.iter().find(|entry| entry.id == *dataset);
        let title = entry.map_or(&found.title, |entry| &entry.title);
        title.in_language(language).to_owned()
    }

    /// Every issuer that is named, with what names it.
    pub fn issuers(&self) -> Vec<(String, Option<&str>)> {
        let of_directories = self
            .directories
            .iter()
            .map(|d| (format!("the directory of `{}`", d.system), d.issuer.as_deref()));
        let by_account = |d: &DatasetEntry| d.matches.iter().any(|c| c.needs(Identifier::Account));
        let of_datasets = self
            .datasets()
            .filter(|(_, dataset)| by_account(dataset))
            .map(|(system, dataset)| (format!("dataset `{}`", dataset.id), dataset.issuer(system)));
        of_directories.chain(of_datasets).collect()
    }

    /// Every dataset, with its system.
    pub fn datasets(&self) -> impl Iterator<Item = (&SystemEntry, &DatasetEntry)> {
        self.systems.iter().flat_map(|system| system.datasets.iter().map(move |d| (system, d)))
    }
}

impl Keep {
    /// Why it stays and by which law, as the person reads it.
    pub fn said(&self, language: Language) -> String {
        format!("{} ({})", self.reason.in_language(language), self.law.in_language(language))
    }
}

impl DatasetEntry {
    /// What a column is called for people: its title, or its name where it has none.
    pub fn heading(&self, column: &str, language: Language) -> String {
        let title = self.column_titles.get(column).map(|title| title.in_language(language));
        title.filter(|title| !title.is_empty()).unwrap_or(column).to_owned()
    }

    /// Whose accounts it knows, if it says so.
    pub fn issuer<'e>(&'e self, system: &'e SystemEntry) -> Option<&'e str> {
        self.issuer.as_deref().or(system.issuer.as_deref())
    }
}
