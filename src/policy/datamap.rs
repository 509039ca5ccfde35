//! `datamap.toml`: where personal data lie, and why some of them may stay.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::domain::excess::{ChangeClass, Detriment, Sensitivity};
use crate::domain::history::Service;
use crate::domain::right::{Right, Scope};

use super::shape::{Kind, Shape, may, needed};
use super::thresholds::CLASSES;

/// All systems.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Datamap {
    /// Its version, a day.
    pub version: String,
    /// The systems, in the order in which they are reached.
    pub systems: Vec<SystemEntry>,
}

/// One place where personal data live.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SystemEntry {
    /// Its id.
    pub id: String,
    /// What people read.
    pub title: String,
    /// `sqlite://…` or `postgres://…`.
    pub url: String,
    /// Its datasets, children before parents.
    pub datasets: Vec<DatasetEntry>,
}

/// One table, seen from one person.
#[derive(Clone, PartialEq, Eq, Debug)]
#[expect(missing_docs, reason = "policies/datamap.toml describes every key")]
pub struct DatasetEntry {
    pub id: String,
    pub title: String,
    pub category: String,
    pub table: String,
    pub columns: Vec<String>,
    pub matches: String,
    pub order_by: Option<String>,
    pub change_class: ChangeClass,
    pub sensitive: bool,
    pub detriment: Detriment,
    pub provided_by_person: bool,
    pub self_service: bool,
    pub erase: Erase,
}

/// What erasure does to a dataset.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Erase {
    /// Delete the rows.
    Delete,
    /// Keep them, on a ground of Art. 17(3).
    Keep(Keep),
    /// Overwrite columns so that the rows name nobody.
    Set(BTreeMap<String, String>),
}

/// Why a dataset stays.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keep {
    /// Such as `17(3)(b)`.
    pub ground: String,
    /// The rule of law that demands it.
    pub law: String,
    /// In plain words, for the person.
    pub reason: String,
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
    /// Everything that a person can name in `scope.systems`.
    pub fn system_ids(&self) -> BTreeSet<&str> {
        self.systems.iter().map(|system| system.id.as_str()).collect()
    }

    /// Everything that a person can name in `scope.categories`.
    pub fn categories(&self) -> BTreeSet<&str> {
        self.datasets().map(|(_, dataset)| dataset.category.as_str()).collect()
    }

    /// The datasets that a request is about. Portability concerns what the person provided (Art. 20(1)).
    pub fn datasets_in(&self, scope: &Scope, right: Right) -> Vec<(&SystemEntry, &DatasetEntry)> {
        self.datasets()
            .filter(|(s, _)| scope.systems.is_empty() || scope.systems.contains(&s.id))
            .filter(|(_, d)| scope.categories.is_empty() || scope.categories.contains(&d.category))
            .filter(|(_, d)| right != Right::Portability || d.provided_by_person)
            .collect()
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

    fn datasets(&self) -> impl Iterator<Item = (&SystemEntry, &DatasetEntry)> {
        self.systems.iter().flat_map(|system| system.datasets.iter().map(move |d| (system, d)))
    }
}

const DATASET: Shape = &[
    needed("id", Kind::Text),
    needed("title", Kind::Text),
    needed("category", Kind::Text),
    needed("table", Kind::Text),
    may("columns", Kind::Texts),
    needed("matches", Kind::Text),
    may("order_by", Kind::Text),
    needed("change_class", Kind::OneOf(CLASSES)),
    may("sensitive", Kind::Flag),
    may("detriment", Kind::OneOf(&["scoring", "blocking", "training"])),
    may("provided_by_person", Kind::Flag),
    may("self_service", Kind::Flag),
    needed("erase", Kind::Free),
    may(
        "keep",
        Kind::Table(&[
            needed("ground", Kind::Text),
            needed("law", Kind::Text),
            needed("reason", Kind::Text),
            needed("years", Kind::Whole),
        ]),
    ),
];

const SYSTEM: Shape = &[
    needed("id", Kind::Text),
    needed("title", Kind::Text),
    needed("connector", Kind::OneOf(&["sql"])),
    needed("url", Kind::Text),
    may("dataset", Kind::Tables(DATASET)),
];

pub(super) const SHAPE: Shape =
    &[needed("version", Kind::Text), may("system", Kind::Tables(SYSTEM))];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: String,
    #[serde(default)]
    system: Vec<SystemFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SystemFile {
    id: String,
    title: String,
    #[serde(rename = "connector")]
    _connector: ConnectorKind,
    url: String,
    #[serde(default)]
    dataset: Vec<DatasetFile>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum ConnectorKind {
    Sql,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DatasetFile {
    id: String,
    title: String,
    category: String,
    table: String,
    #[serde(default)]
    columns: Vec<String>,
    matches: String,
    order_by: Option<String>,
    change_class: ChangeClass,
    #[serde(default)]
    sensitive: bool,
    #[serde(default)]
    detriment: Detriment,
    #[serde(default)]
    provided_by_person: bool,
    #[serde(default)]
    self_service: bool,
    erase: EraseFile,
    keep: Option<Keep>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum EraseFile {
    Word(EraseWord),
    Set(SetFile),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum EraseWord {
    Delete,
    Keep,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SetFile {
    set: BTreeMap<String, String>,
}

impl<'de> Deserialize<'de> for Datamap {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let file = File::deserialize(from)?;
        let systems = file.system.into_iter().map(system).collect::<Result<_, _>>();
        systems
            .map(|systems| Self { version: file.version, systems })
            .map_err(serde::de::Error::custom)
    }
}

fn system(file: SystemFile) -> Result<SystemEntry, String> {
    Ok(SystemEntry {
        id: file.id,
        title: file.title,
        url: file.url,
        datasets: file.dataset.into_iter().map(dataset).collect::<Result<_, _>>()?,
    })
}

fn dataset(file: DatasetFile) -> Result<DatasetEntry, String> {
    let erase = match (file.erase, file.keep) {
        (EraseFile::Word(EraseWord::Delete), None) => Erase::Delete,
        (EraseFile::Set(values), None) => Erase::Set(values.set),
        (EraseFile::Word(EraseWord::Keep), Some(keep)) => Erase::Keep(keep),
        (EraseFile::Word(EraseWord::Keep), None) => {
            return Err(format!(
                "dataset `{}` is kept without a ground; add [system.dataset.keep]",
                file.id
            ));
        }
        (EraseFile::Word(EraseWord::Delete) | EraseFile::Set(_), Some(_)) => {
            return Err(format!(
                "dataset `{}` has a ground to keep, but `erase` is not `keep`",
                file.id
            ));
        }
    };
    Ok(DatasetEntry {
        id: file.id,
        title: file.title,
        category: file.category,
        table: file.table,
        columns: file.columns,
        matches: file.matches,
        order_by: file.order_by,
        change_class: file.change_class,
        sensitive: file.sensitive,
        detriment: file.detriment,
        provided_by_person: file.provided_by_person,
        self_service: file.self_service,
        erase,
    })
}
