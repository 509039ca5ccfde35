//! Looks whether a data map fits the systems it is about, before a person's request finds out. Nothing is changed.
//!
//! Start with [`inspect`]; [`written`] says what can be said without a connection. `sqlite` and `postgres` ask a database for
//! its `schema`, `columns` and `effects` hold it against the map.
//!
//! **Invariant:** only names, types and counts come out, never a value of a row; and nobody who exists is looked up.

mod columns;
mod effects;
mod postgres;
mod schema;
mod sqlite;

use super::step;
use super::{ConnectorError, Dataset, How, Kind, Lookup, Person, System};
use super::{accounts, collect, kind};
use crate::domain::matching::{Condition, Piece};
use crate::domain::name::DatasetId;

/// From so many rows on, reading all of them for one person is worth a word.
const MANY_ROWS: u64 = 10_000;

/// A dataset, and what an erasure does to it.
#[derive(Clone, Debug)]
pub struct Mapped {
    /// The dataset.
    pub dataset: Dataset,
    /// What an erasure does.
    pub how: How,
    /// The columns in which a restriction is marked.
    pub marks: Vec<String>,
}

/// What the data map says of one system.
#[derive(Clone, Debug, Default)]
pub struct Mapping {
    /// Its datasets, in the order of the map.
    pub datasets: Vec<Mapped>,
    /// The queries by which it leads from an address to accounts.
    pub directories: Vec<Condition>,
}

/// Something that does not fit, or that somebody should know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// The dataset; nothing for what no dataset is about, and for directories.
    pub dataset: Option<DatasetId>,
    /// The table, as the map or the database calls it.
    pub table: Option<String>,
    /// The column.
    pub column: Option<String>,
    /// What it is.
    pub what: What,
}

/// What happens to rows beside an erasure.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Does {
    /// New ones come.
    Add,
    /// They change.
    Change,
    /// They go.
    Delete,
}

/// What was found. The data say which; whoever shows them makes the sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// The connector cannot do it; what it says, with what to do.
    Unfit(String),
    /// There is no such table.
    NoTable,
    /// There is no such column.
    NoColumn,
    /// An earlier dataset deletes the table by which this one finds its rows.
    OutOfOrder {
        /// That dataset.
        earlier: DatasetId,
    },
    /// Its type makes another value of what was written, so that an account is not found or two become one.
    Juggles {
        /// The type.
        kind: String,
    },
    /// The company takes two writings for one, where an identifier is compared as it is written.
    Folds {
        /// The collation or type.
        by: String,
    },
    /// All rows of a large table are read for one person.
    Slow {
        /// Statements that would help, if any is known.
        index: Vec<String>,
    },
    /// The same, and no index can help: SQLite has no index on how addresses are compared.
    RowByRow,
    /// A cascade or a trigger changes rows that are kept or that no dataset deletes, so that an erasure is taken back.
    Beside {
        /// What does it.
        by: String,
        /// What it does.
        does: Does,
        /// To which table.
        reaches: String,
        /// The dataset that keeps its rows, if one does.
        kept: Option<DatasetId>,
    },
    /// Rows of another table refer to these and stay, so that the database refuses the erasure.
    Blocked {
        /// The table whose rows refer to these.
        by: String,
    },
    /// Nobody can tell from here what a trigger does.
    Opaque {
        /// The trigger.
        trigger: String,
    },
    /// It is to be emptied and must not be empty.
    NotNull,
    /// One constant is to stand in each row of a column that must be unique: it is made another one for each.
    OneForAll,
    /// By its name it is personal, and no dataset gives it to anybody.
    Personal,
    /// By its name it may be.
    MaybePersonal,
    /// By its name it is personal, and it stays when its row is overwritten.
    Stays,
    /// An identifier that exists nowhere leads to rows or accounts.
    FindsNobodys {
        /// How many.
        rows: u64,
    },
}

impl What {
    /// Whether it is only worth knowing: nothing has to be done.
    pub fn is_remark(&self) -> bool {
        match self {
            Self::Folds { .. }
            | Self::RowByRow
            | Self::Opaque { .. }
            | Self::OneForAll
            | Self::MaybePersonal => true,
            Self::Unfit(_)
            | Self::NoTable
            | Self::NoColumn
            | Self::OutOfOrder { .. }
            | Self::Juggles { .. }
            | Self::Slow { .. }
            | Self::Beside { .. }
            | Self::Blocked { .. }
            | Self::NotNull
            | Self::Personal
            | Self::Stays
            | Self::FindsNobodys { .. } => false,
        }
    }
}

impl Finding {
    fn of(dataset: &Dataset, what: What) -> Self {
        Self {
            dataset: Some(dataset.id.clone()),
            table: Some(dataset.table.clone()),
            column: None,
            what,
        }
    }

    fn at(dataset: &Dataset, column: &str, what: What) -> Self {
        Self { column: Some(column.to_owned()), ..Self::of(dataset, what) }
    }
}

/// What is wrong with the map as it is written. A system without a url is one whose url is not known here.
pub fn written(system: &System, mapping: &Mapping) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(error) = kind(system).err().filter(|_| !system.url.is_empty()) {
        let what = What::Unfit(error.to_string());
        found.push(Finding { dataset: None, table: None, column: None, what });
    }
    for (at, mapped) in mapping.datasets.iter().enumerate() {
        let dataset = &mapped.dataset;
        if let Err(error) = step::names(system, dataset, &mapped.how) {
            found.push(Finding::of(dataset, What::Unfit(error.to_string())));
        }
        let earlier = mapping.datasets.iter().take(at);
        let hides = earlier.filter(|earlier| {
            matches!(earlier.how, How::Delete)
                && earlier.dataset.table != dataset.table
                && reads(dataset, &earlier.dataset.table)
        });
        found.extend(hides.map(|earlier| {
            Finding::of(dataset, What::OutOfOrder { earlier: earlier.dataset.id.clone() })
        }));
    }
    found
}

/// Whether a dataset finds its rows by way of another table.
fn reads(dataset: &Dataset, table: &str) -> bool {
    let table = last(table);
    dataset.matches.iter().flat_map(words).any(|word| word.eq_ignore_ascii_case(&table))
}

/// The names in a condition, without quotes and schemas.
fn words(condition: &Condition) -> Vec<String> {
    let texts = condition.pieces().iter().map(|piece| match piece {
        Piece::Sql(sql) => sql,
        Piece::Equals { operand, .. } => operand,
    });
    texts.flat_map(|text| schema::words(text)).collect()
}

/// A name without its schema.
fn last(name: &str) -> String {
    name.rsplit('.').next().unwrap_or(name).trim_matches('"').to_owned()
}

/// Holds a system against what the map says of it. `nobody` has one identifier of each kind, none of which exists.
///
/// # Errors
/// When the system cannot be reached or refuses for now.
pub fn inspect(
    system: &System,
    mapping: &Mapping,
    nobody: &Person,
) -> Result<Vec<Finding>, ConnectorError> {
    let known = match kind(system)? {
        Kind::Sqlite(path) => sqlite::look(system, path, mapping, nobody)?,
        Kind::Postgres => postgres::look(system, mapping, nobody)?,
    };
    let mut found = Vec::new();
    for mapped in &mapping.datasets {
        let missing = columns::missing(&known.schema, mapped);
        if missing.is_empty() {
            found.extend(columns::compared(&known.schema, &mapped.dataset));
            found.extend(columns::overwritten(&known.schema, mapped));
            found.extend(tried(system, &mapped.dataset, nobody)?);
        }
        found.extend(missing);
    }
    for directory in &mapping.directories {
        let asked =
            nobody.addresses.iter().map(|a| accounts(system, directory, a, nobody.local_part));
        for asked in asked {
            found.extend(answered(asked.map(|known| known.len()))?.map(|what| Finding {
                dataset: None,
                table: None,
                column: None,
                what,
            }));
        }
    }
    found.extend(known.scans.iter().filter_map(|scan| slow(&known.schema, mapping, scan, nobody)));
    found.extend(effects::beside(system, &known.schema, &mapping.datasets));
    found.extend(columns::unmapped(system, &known.schema, &mapping.datasets));
    let mut once: Vec<Finding> = Vec::new();
    for finding in found {
        if !once.contains(&finding) {
            once.push(finding);
        }
    }
    Ok(once)
}

/// The dry run: what somebody who does not exist gets.
fn tried(
    system: &System,
    dataset: &Dataset,
    nobody: &Person,
) -> Result<Option<Finding>, ConnectorError> {
    let lookup = Lookup { dataset: dataset.clone(), person: nobody.clone() };
    let tables = collect(system, &[lookup]);
    let rows = tables.map(|tables| tables.iter().map(|table| table.rows.len()).sum());
    Ok(answered(rows)?.map(|what| Finding::of(dataset, what)))
}

fn answered(rows: Result<usize, ConnectorError>) -> Result<Option<What>, ConnectorError> {
    match rows {
        Ok(0) => Ok(None),
        Ok(rows) => Ok(Some(What::FindsNobodys { rows: rows as u64 })),
        Err(error) if error.is_transient() => Err(error),
        Err(error) => Ok(Some(What::Unfit(error.to_string()))),
    }
}

/// What a look at a database gave.
struct Known {
    schema: schema::Schema,
    scans: Vec<Scan>,
}

/// A large table that is read whole for one person.
struct Scan {
    /// For which dataset; for a directory none.
    dataset: Option<usize>,
    /// Of which condition.
    condition: Condition,
    /// The table, as the schema calls it.
    table: String,
}

/// The conditions that are asked of a system, each with its dataset.
fn conditions(mapping: &Mapping) -> impl Iterator<Item = (Option<usize>, &Condition)> {
    let of_datasets = mapping.datasets.iter().enumerate();
    let of_datasets = of_datasets
        .flat_map(|(at, mapped)| mapped.dataset.matches.iter().map(move |one| (Some(at), one)));
    of_datasets.chain(mapping.directories.iter().map(|directory| (None, directory)))
}

fn slow(
    schema: &schema::Schema,
    mapping: &Mapping,
    scan: &Scan,
    nobody: &Person,
) -> Option<Finding> {
    let table = schema.tables.iter().find(|table| table.name == scan.table)?;
    let index = columns::indexes(schema, table, &scan.condition, nobody.local_part);
    let dataset = scan.dataset.and_then(|at| mapping.datasets.get(at));
    let what = match index {
        columns::Index::Some(index) => What::Slow { index },
        columns::Index::Impossible => What::RowByRow,
    };
    Some(Finding {
        dataset: dataset.map(|mapped| mapped.dataset.id.clone()),
        table: Some(table.name.clone()),
        column: None,
        what,
    })
}

#[cfg(test)]
mod tests;
