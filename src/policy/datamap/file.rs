//! `datamap.toml` as it is written.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::excess::{ChangeClass, Detriment};
use crate::domain::identity::LocalPart;
use crate::domain::matching::{Condition, Identifier, NewValue};
use crate::policy::language::Words;
use crate::policy::shape::{Kind, Shape, may, needed};
use crate::policy::thresholds::CLASSES;

use super::facts::{AUTOMATED, Automated, Facts, TRANSFER, Transfer};
use super::{Datamap, DatasetEntry, Directory, Erase, Keep, Marks, SystemEntry};

const DATASET: Shape = &[
    needed("id", Kind::Text),
    needed("title", Kind::Words),
    needed("category", Kind::Text),
    needed("table", Kind::Text),
    may("columns", Kind::Texts),
    may("column_titles", Kind::Free),
    needed("matches", Kind::Free),
    may("issuer", Kind::Text),
    may("order_by", Kind::Text),
    needed("change_class", Kind::OneOf(CLASSES)),
    may("sensitive", Kind::Flag),
    may("detriment", Kind::OneOf(&["scoring", "blocking", "training"])),
    may("provided_by_person", Kind::Flag),
    may("self_service", Kind::Flag),
    may("passes_on", Kind::Flag),
    needed("erase", Kind::Free),
    may("restrict", Kind::Free),
    may(
        "keep",
        Kind::Table(&[
            needed("ground", Kind::Text),
            needed("law", Kind::Words),
            needed("reason", Kind::Words),
            needed("years", Kind::Whole),
        ]),
    ),
    may("purposes", Kind::ManyWords),
    may("legal_basis", Kind::Text),
    may("recipients", Kind::ManyWords),
    may("source", Kind::Words),
    may("retention", Kind::Words),
    may("transfers", Kind::Tables(TRANSFER)),
    may("automated_decisions", Kind::Tables(AUTOMATED)),
];

const SYSTEM: Shape = &[
    needed("id", Kind::Text),
    needed("title", Kind::Words),
    needed("connector", Kind::OneOf(&["sql"])),
    needed("url", Kind::Text),
    may("issuer", Kind::Text),
    may("side_effects", Kind::Texts),
    may("backups_days", Kind::Whole),
    may("dataset", Kind::Tables(DATASET)),
];

const DIRECTORY: Shape =
    &[needed("system", Kind::Text), may("issuer", Kind::Text), needed("accounts", Kind::Text)];

pub(in crate::policy) const SHAPE: Shape = &[
    needed("version", Kind::Text),
    may("nowhere", Kind::Flag),
    may("local_part", Kind::OneOf(&["folded", "exact"])),
    may("categories", Kind::Free),
    may("directory", Kind::Tables(DIRECTORY)),
    may("system", Kind::Tables(SYSTEM)),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: String,
    #[serde(default)]
    nowhere: bool,
    #[serde(default)]
    local_part: LocalPart,
    #[serde(default)]
    categories: BTreeMap<String, Words>,
    #[serde(default)]
    directory: Vec<DirectoryFile>,
    #[serde(default)]
    system: Vec<SystemFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DirectoryFile {
    system: String,
    issuer: Option<String>,
    accounts: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SystemFile {
    id: String,
    title: Words,
    #[serde(rename = "connector")]
    _connector: ConnectorKind,
    url: String,
    issuer: Option<String>,
    #[serde(default)]
    side_effects: Vec<String>,
    backups_days: Option<u16>,
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
    title: Words,
    category: String,
    table: String,
    #[serde(default)]
    columns: Vec<String>,
    #[serde(default)]
    column_titles: BTreeMap<String, Words>,
    matches: Matches,
    issuer: Option<String>,
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
    #[serde(default)]
    passes_on: bool,
    erase: EraseFile,
    restrict: Option<MarksFile>,
    keep: Option<Keep>,
    purposes: Option<Vec<Words>>,
    legal_basis: Option<String>,
    recipients: Option<Vec<Words>>,
    source: Option<Words>,
    retention: Option<Words>,
    transfers: Option<Vec<Transfer>>,
    automated_decisions: Option<Vec<Automated>>,
}

/// One condition, or alternatives.
#[derive(Deserialize)]
#[serde(untagged)]
enum Matches {
    One(String),
    Several(Vec<String>),
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
    set: BTreeMap<String, NewFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MarksFile {
    set: BTreeMap<String, NewFile>,
    lift: BTreeMap<String, NewFile>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum NewFile {
    Same(String),
    Other(NewOther),
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum NewOther {
    /// `{ each = "erased-{}@example.invalid" }`
    Each(String),
    /// `{ null = true }`
    Null(bool),
}

impl<'de> Deserialize<'de> for Datamap {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let file = File::deserialize(from)?;
        let read = || {
            let systems: Vec<SystemEntry> =
                file.system.into_iter().map(system).collect::<Result<_, _>>()?;
            let directories = file.directory.into_iter().map(directory);
            let directories: Vec<Directory> = directories.collect::<Result<_, _>>()?;
            if let Some(lost) =
                directories.iter().find(|d| !systems.iter().any(|s| s.id == d.system))
            {
                return Err(format!(
                    "a directory asks the system `{}`, which is not in the map",
                    lost.system
                ));
            }
            let map = Self {
                version: file.version,
                nowhere: file.nowhere,
                local_part: file.local_part,
                category_titles: file.categories,
                directories,
                systems,
            };
            let known = map.categories();
            if let Some(lost) = map.category_titles.keys().find(|id| !known.contains(id.as_str())) {
                return Err(format!(
                    "`categories` gives a title to `{lost}`, which no dataset names"
                ));
            }
            if map.nowhere && map.datasets().next().is_some() {
                return Err("`nowhere` says that no personal data lie anywhere, and the map names where they do".into());
            }
            Ok(map)
        };
        read().map_err(serde::de::Error::custom)
    }
}

fn directory(file: DirectoryFile) -> Result<Directory, String> {
    let wrong = |what: &str| format!("the directory of `{}`: `accounts` {what}", file.system);
    let is_query =
        file.accounts.trim_start().get(..6).is_some_and(|w| w.eq_ignore_ascii_case("select"));
    if !is_query {
        return Err(wrong("must be a query, as in `SELECT id FROM users WHERE email = :email`"));
    }
    let accounts = Condition::parse(&file.accounts).map_err(|e| wrong(&e.to_string()))?;
    if accounts.needs(Identifier::Account) {
        return Err(wrong("leads from `:email` to accounts, and knows no `:account`"));
    }
    Ok(Directory { system: file.system.into(), issuer: file.issuer, accounts })
}

fn system(file: SystemFile) -> Result<SystemEntry, String> {
    Ok(SystemEntry {
        id: file.id.into(),
        title: file.title,
        url: file.url,
        issuer: file.issuer,
        side_effects: file.side_effects,
        backups_days: file.backups_days,
        datasets: file.dataset.into_iter().map(dataset).collect::<Result<_, _>>()?,
    })
}

fn dataset(file: DatasetFile) -> Result<DatasetEntry, String> {
    let erase = match (file.erase, file.keep) {
        (EraseFile::Word(EraseWord::Delete), None) => Erase::Delete,
        (EraseFile::Set(values), None) => Erase::Set(new_values(&file.id, values.set)?),
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
    let restrict = file.restrict.map(|both| marks(&file.id, both)).transpose()?;
    let matches = conditions(&file.id, file.matches)?;
    let unread = |column: &&String| !file.columns.is_empty() && !file.columns.contains(column);
    if let Some(column) = file.column_titles.keys().find(unread) {
        return Err(format!(
            "dataset `{}`: `column_titles` names `{column}`, which is not in `columns`",
            file.id
        ));
    }
    Ok(DatasetEntry {
        id: file.id.into(),
        title: file.title,
        category: file.category,
        table: file.table,
        columns: file.columns,
        column_titles: file.column_titles,
        matches,
        issuer: file.issuer,
        order_by: file.order_by,
        change_class: file.change_class,
        sensitive: file.sensitive,
        detriment: file.detriment,
        provided_by_person: file.provided_by_person,
        self_service: file.self_service,
        passes_on: file.passes_on,
        erase,
        restrict,
        facts: Facts {
            purposes: file.purposes,
            legal_basis: file.legal_basis,
            recipients: file.recipients,
            source: file.source,
            retention: file.retention,
            transfers: file.transfers,
            automated_decisions: file.automated_decisions,
        },
    })
}

fn conditions(id: &str, matches: Matches) -> Result<Vec<Condition>, String> {
    let texts = match matches {
        Matches::One(text) => vec![text],
        Matches::Several(texts) => texts,
    };
    if texts.is_empty() {
        return Err(format!(
            "dataset `{id}`: `matches` lists no condition; without one nobody is found"
        ));
    }
    let parse = |text: &String| {
        Condition::parse(text).map_err(|error| format!("dataset `{id}`: `matches` {error}"))
    };
    texts.iter().map(parse).collect()
}

/// One constant for all rows: a mark has to be told from what is none.
fn marks(id: &str, file: MarksFile) -> Result<Marks, String> {
    let marks = Marks { set: new_values(id, file.set)?, lift: new_values(id, file.lift)? };
    let wrong = |what: &str| Err(format!("dataset `{id}`: `restrict` {what}"));
    if marks.set.is_empty() || !marks.set.keys().eq(marks.lift.keys()) {
        return wrong(
            "needs the same columns in `set` and in `lift`, as in `{ set = { is_restricted = \"1\" }, lift = { is_restricted = \"0\" } }`",
        );
    }
    if marks.set.values().chain(marks.lift.values()).any(|v| matches!(v, NewValue::Each(_))) {
        return wrong("knows no `each`: a mark is the same in all rows");
    }
    if marks.set == marks.lift {
        return wrong("says the same in `set` and in `lift`");
    }
    Ok(marks)
}

fn new_values(
    id: &str,
    file: BTreeMap<String, NewFile>,
) -> Result<BTreeMap<String, NewValue>, String> {
    let mut values = BTreeMap::new();
    for (column, value) in file {
        let value = new_value(id, &column, value)?;
        values.insert(column, value);
    }
    Ok(values)
}

fn new_value(id: &str, column: &str, value: NewFile) -> Result<NewValue, String> {
    match value {
        NewFile::Same(text) => Ok(NewValue::Same(text)),
        NewFile::Other(NewOther::Each(text)) if text.matches("{}").count() == 1 => {
            Ok(NewValue::Each(text))
        }
        NewFile::Other(NewOther::Each(_)) => Err(format!(
            "dataset `{id}`: `each` for `{column}` needs one `{{}}`, which is another one in each row"
        )),
        NewFile::Other(NewOther::Null(true)) => Ok(NewValue::Null),
        NewFile::Other(NewOther::Null(false)) => {
            Err(format!("dataset `{id}`: write `null = true` for `{column}`, or a value"))
        }
    }
}
