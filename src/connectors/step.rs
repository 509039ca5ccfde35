//! The steps of an erasure: what each does, what must be left of it, and what is reported.

use std::collections::BTreeMap;

use crate::domain::identity::LocalPart;
use crate::domain::matching::NewValue;

use super::sql::{Dialect, Rows, Statement, count_any, named_columns, order, quoted_name, unique};
use super::{ConnectorError, Dataset, Erased, Erasure, How, Lookup, Person, System, misconfigured};

/// One step of an erasure, checked.
pub(super) struct Step<'a> {
    pub erasure: &'a Erasure,
    pub rows: Rows,
    new: Vec<(String, NewValue)>,
}

impl Step<'_> {
    pub(super) fn deletes(&self) -> bool {
        matches!(self.erasure.how, How::Delete)
    }

    pub(super) fn keeps(&self) -> bool {
        matches!(self.erasure.how, How::Keep)
    }

    pub(super) fn overwrites(&self) -> bool {
        matches!(self.erasure.how, How::Overwrite(_))
    }

    /// What the step does; nothing when it keeps.
    pub(super) fn action(&self) -> Option<Statement> {
        match self.erasure.how {
            How::Delete => Some(self.rows.delete()),
            How::Overwrite(_) => Some(self.rows.overwrite(&self.new)),
            How::Keep => None,
        }
    }

    /// The same for columns that must be unique, in which one constant stands once.
    pub(super) fn action_for_unique_columns(&self) -> Statement {
        let new = self.new.iter().map(|(column, value)| match value {
            NewValue::Same(text) => (column.clone(), NewValue::Each(unique(text))),
            NewValue::Null | NewValue::Each(_) => (column.clone(), value.clone()),
        });
        self.rows.overwrite(&new.collect::<Vec<_>>())
    }

    /// Counts what must be gone afterwards; nothing when the step keeps.
    pub(super) fn rest(&self) -> Option<Statement> {
        self.rest_of(&self.rows)
    }

    /// The same, of rows that are found in another way.
    pub(super) fn rest_of(&self, rows: &Rows) -> Option<Statement> {
        match self.erasure.how {
            How::Delete => Some(rows.count()),
            How::Overwrite(_) => Some(rows.count_differing(&self.new)),
            How::Keep => None,
        }
    }

    /// An earlier step hid rows of this one: they would stay behind, and no condition would find them again.
    pub(super) fn out_of_order(&self, system: &System) -> ConnectorError {
        let id = &self.erasure.lookup.dataset.id;
        let what = format!(
            "an earlier dataset hides rows of `{id}`; list `{id}` before the tables its `matches` reads"
        );
        misconfigured(system, what)
    }
}

/// One entry for each erasure; `None` where the person can have no row.
pub(super) fn steps<'a>(
    dialect: Dialect,
    system: &System,
    erasures: &'a [Erasure],
) -> Result<Vec<Option<Step<'a>>>, ConnectorError> {
    let step = |erasure: &'a Erasure| {
        let new = new_values(system, erasure)?;
        let rows = Rows::of(dialect, system, &erasure.lookup)?;
        Ok(rows.map(|rows| Step { erasure, rows, new }))
    };
    erasures.iter().map(step).collect()
}

/// What counts the rows that a step changes, and what of these an earlier step has told already. A row goes once, however many
/// datasets know it; one that has its new values is not overwritten again.
pub(super) fn concerned(
    dialect: Dialect,
    steps: &[&Step<'_>],
    at: usize,
) -> Option<(Statement, Option<Statement>)> {
    let step = steps.get(at)?;
    if !step.deletes() {
        return step.rest().map(|rest| (rest, None));
    }
    let table = &step.rows.table;
    let same = steps.iter().take(at).filter(|s| s.deletes() && s.rows.table == *table);
    let mut lookups: Vec<&Lookup> = same.map(|s| &s.erasure.lookup).collect();
    if lookups.is_empty() {
        return None;
    }
    let earlier = count_any(dialect, table, &lookups);
    lookups.push(&step.erasure.lookup);
    Some((count_any(dialect, table, &lookups), Some(earlier)))
}

/// Two steps about one table, of which one keeps and the other does not: no row may be told as kept and changed all the same.
pub(super) struct Overlap<'s> {
    kept: &'s Step<'s>,
    changed: &'s Step<'s>,
    /// Their places among the steps.
    pub at: [usize; 2],
    /// Counts the rows that either knows.
    pub either: Statement,
}

impl Overlap<'_> {
    /// So many rows are found by both.
    pub(super) fn misconfigured(&self, system: &System, rows: u64) -> ConnectorError {
        let [kept, changed] = [self.kept, self.changed].map(|step| &step.erasure.lookup.dataset.id);
        let what = format!(
            "{rows} rows of `{}` are kept by `{kept}` and changed by `{changed}`; narrow the `matches` of one of them",
            self.kept.erasure.lookup.dataset.table
        );
        misconfigured(system, what)
    }
}

/// Every pair of such steps.
pub(super) fn overlaps<'s>(dialect: Dialect, steps: &[&'s Step<'s>]) -> Vec<Overlap<'s>> {
    let numbered = || steps.iter().enumerate();
    let pairs = numbered().filter(|(_, step)| step.keeps()).flat_map(|(k, kept)| {
        let same = move |(_, other): &(usize, &&Step<'_>)| {
            let (one, two) = (&kept.rows.table, &other.rows.table);
            !other.keeps()
                && match dialect {
                    Dialect::Sqlite => one.eq_ignore_ascii_case(two),
                    Dialect::Postgres => one == two,
                }
        };
        numbered().filter(same).map(move |(c, changed)| {
            let lookups = [&kept.erasure.lookup, &changed.erasure.lookup];
            let either = count_any(dialect, &kept.rows.table, &lookups);
            Overlap { kept, changed, at: [k, c], either }
        })
    });
    pairs.collect()
}

/// The person's rows that go, by table, each with what finds them there.
pub(super) fn deletions<'s>(steps: &[&'s Step<'_>]) -> BTreeMap<&'s str, Vec<&'s Lookup>> {
    let mut tables: BTreeMap<&str, Vec<&Lookup>> = BTreeMap::new();
    for step in steps.iter().filter(|step| step.deletes()) {
        tables.entry(&step.rows.table).or_default().push(&step.erasure.lookup);
    }
    tables
}

/// What will be left when the steps are done: nothing but what is kept.
pub(super) fn left_if_done(steps: &[Option<Step<'_>>], rows: &[u64]) -> Vec<u64> {
    let left = |(step, rows): (&Step<'_>, &u64)| if step.keeps() { *rows } else { 0 };
    steps.iter().flatten().zip(rows).map(left).collect()
}

/// The reports in the order of the erasures; `rows` and `left` have an entry for each step there was.
pub(super) fn reports(
    erasures: &[Erasure],
    steps: &[Option<Step<'_>>],
    rows: &[u64],
    left: &[u64],
) -> Vec<Erased> {
    let mut counted = rows.iter().zip(left);
    let report = |(erasure, step): (&Erasure, &Option<Step<'_>>)| {
        let (rows, rows_left) = match step {
            Some(_) => counted.next().map_or((0, 0), |(rows, left)| (*rows, *left)),
            None => (0, 0),
        };
        Erased { dataset: erasure.lookup.dataset.id.clone(), rows, rows_left }
    };
    erasures.iter().zip(steps).map(report).collect()
}

/// Whether every name that a dataset gives is one that a statement can hold.
pub(super) fn names(system: &System, dataset: &Dataset, how: &How) -> Result<(), ConnectorError> {
    let lookup = Lookup { dataset: dataset.clone(), person: nobody() };
    Rows::of(Dialect::Sqlite, system, &lookup)?;
    named_columns(system, dataset)?;
    order(system, dataset, "1")?;
    new_values(system, &Erasure { lookup, how: how.clone() })?;
    Ok(())
}

fn nobody() -> Person {
    let (accounts, addresses) = (Vec::new(), Vec::new());
    Person { accounts, addresses, local_part: LocalPart::Folded }
}

/// The columns to overwrite, quoted, with their new values; nothing for the other ways.
fn new_values(
    system: &System,
    erasure: &Erasure,
) -> Result<Vec<(String, NewValue)>, ConnectorError> {
    let How::Overwrite(values) = &erasure.how else { return Ok(Vec::new()) };
    let id = &erasure.lookup.dataset.id;
    if values.is_empty() {
        let what = format!("dataset `{id}`: name at least one column to overwrite");
        return Err(misconfigured(system, what));
    }
    let quoted = values.iter().map(|(column, value)| Some((quoted_name(column)?, value.clone())));
    quoted.collect::<Option<_>>().ok_or_else(|| {
        let what = format!("dataset `{id}`: a column to overwrite must be a plain name");
        misconfigured(system, what)
    })
}
