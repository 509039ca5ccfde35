//! Columns: those that the map names and that are missing, how those compare that find people, and those that nobody named.

use crate::connectors::beside::is_allowed;
use crate::connectors::sql::{self, Dialect};
use crate::connectors::{Dataset, How, System};
use crate::domain::identity::LocalPart;
use crate::domain::matching::{Condition, Identifier, NewValue, Piece};

use super::schema::{Column, Schema, Shape};
use super::{Finding, Mapped, What};

/// Words in the name of a column that is about a person.
const PERSONAL: [&str; 20] = [
    "email",
    "mail",
    "phone",
    "telephone",
    "mobile",
    "msisdn",
    "birth",
    "birthday",
    "birthdate",
    "dob",
    "iban",
    "ssn",
    "passport",
    "firstname",
    "lastname",
    "fullname",
    "surname",
    "username",
    "nationality",
    "gender",
];
/// Words in the name of a column that may be.
const PERHAPS: [&str; 12] = [
    "name",
    "address",
    "street",
    "city",
    "postcode",
    "zip",
    "ip",
    "latitude",
    "longitude",
    "contact",
    "author",
    "nickname",
];
/// Words that say that a column is about a person together with the one after them.
const PAIRS: [&str; 6] = ["first", "last", "full", "user", "given", "family"];
/// Types in which a value becomes another one.
const JUGGLING: [&str; 5] = ["real", "double", "numeric", "decimal", "money"];

/// What the map names and the system does not have.
pub(super) fn missing(schema: &Schema, mapped: &Mapped) -> Vec<Finding> {
    let dataset = &mapped.dataset;
    let Some(table) = schema.table(&dataset.table) else {
        return vec![Finding::of(dataset, What::NoTable)];
    };
    let ordered = dataset.order_by.iter().flat_map(|terms| terms.split(','));
    let ordered = ordered.filter_map(|term| term.split_whitespace().next());
    let named = dataset.columns.iter().map(String::as_str).chain(ordered);
    let named = named.chain(overwrites(mapped).map(|(column, _)| column));
    let named = named.chain(mapped.marks.iter().map(String::as_str));
    let lost = named.filter(|column| schema.column(table, column).is_none());
    lost.map(|column| Finding::at(dataset, column, What::NoColumn)).collect()
}

fn overwrites(mapped: &Mapped) -> impl Iterator<Item = (&str, &NewValue)> {
    let values = match &mapped.how {
        How::Overwrite(values) => Some(values),
        How::Delete | How::Keep => None,
    };
    values.into_iter().flatten().map(|(column, value)| (column.as_str(), value))
}

/// How the columns compare by which people are found.
pub(super) fn compared(schema: &Schema, dataset: &Dataset) -> Vec<Finding> {
    let mut found = Vec::new();
    for condition in &dataset.matches {
        for (operand, with) in comparisons(condition) {
            let Some((table, column)) = operand_of(schema, dataset, condition, operand) else {
                continue;
            };
            let finding = |what| Finding {
                table: Some(table.name.clone()),
                ..Finding::at(dataset, &column.name, what)
            };
            if with == Identifier::Account && juggles(column, schema.dialect) {
                found.push(finding(What::Juggles { kind: column.kind.clone() }));
            }
            if with == Identifier::Account
                && let Some(by) = &column.folds
            {
                found.push(finding(What::Folds { by: by.clone() }));
            }
        }
    }
    found
}

fn comparisons(condition: &Condition) -> impl Iterator<Item = (&str, Identifier)> {
    condition.pieces().iter().filter_map(|piece| match piece {
        Piece::Equals { operand, with } => Some((operand.as_str(), *with)),
        Piece::Sql(_) => None,
    })
}

/// The column that an operand is, if it is one: `a`, `t.a`, `"a"` or `a::text`.
fn operand_of<'s>(
    schema: &'s Schema,
    dataset: &Dataset,
    condition: &Condition,
    operand: &str,
) -> Option<(&'s Shape, &'s Column)> {
    let plain = operand.split("::").next().unwrap_or_default();
    if plain.contains(['(', '|', '\'']) {
        return None;
    }
    let name = super::last(plain.trim());
    let qualifier = plain.rsplit_once('.').map(|(before, _)| super::last(before.trim()));
    let own = schema.table(&dataset.table);
    let others = schema.named(&super::words(condition));
    let mut tables: Vec<&Shape> = others.into_iter().chain(own).collect();
    if let Some(table) = qualifier
        && tables.iter().any(|known| super::last(&known.name).eq_ignore_ascii_case(&table))
    {
        tables.retain(|known| super::last(&known.name).eq_ignore_ascii_case(&table));
    }
    // Within brackets a name means the table there first; outside there is only the dataset's own.
    tables.iter().find_map(|table| {
        let same = |column: &&Column| column.name.eq_ignore_ascii_case(&name);
        table.columns.iter().find(same).map(|column| (*table, column))
    })
}

fn juggles(column: &Column, dialect: Dialect) -> bool {
    let kind = column.kind.to_ascii_lowercase();
    let floats = dialect == Dialect::Sqlite && (kind.contains("floa") || kind.contains("doub"));
    floats || JUGGLING.iter().any(|word| kind.starts_with(word))
}

/// What overwriting does to columns that cannot take it.
pub(super) fn overwritten(schema: &Schema, mapped: &Mapped) -> Vec<Finding> {
    let dataset = &mapped.dataset;
    let Some(table) = schema.table(&dataset.table) else { return Vec::new() };
    let mut found = Vec::new();
    for (name, value) in overwrites(mapped) {
        let Some(column) = schema.column(table, name) else { continue };
        match value {
            NewValue::Null if column.is_needed => {
                found.push(Finding::at(dataset, name, What::NotNull));
            }
            NewValue::Same(_) if column.is_unique => {
                found.push(Finding::at(dataset, name, What::OneForAll));
            }
            NewValue::Null | NewValue::Same(_) | NewValue::Each(_) => {}
        }
    }
    if matches!(mapped.how, How::Overwrite(_)) {
        let changed = |name: &str| overwrites(mapped).any(|(column, _)| schema.same(column, name));
        let stay = table.columns.iter().filter(|column| !changed(&column.name));
        let stay = stay.filter(|column| likely(&column.name) == Some(What::Personal));
        found.extend(stay.map(|column| Finding::at(dataset, &column.name, What::Stays)));
    }
    found
}

/// Columns that look personal and are in no dataset.
pub(super) fn unmapped(system: &System, schema: &Schema, mapped: &[Mapped]) -> Vec<Finding> {
    let mut found = Vec::new();
    for table in schema.tables.iter().filter(|table| !table.is_view) {
        let of_table = |mapped: &&Mapped| {
            schema.table(&mapped.dataset.table).is_some_and(|own| own.name == table.name)
        };
        let datasets: Vec<&Mapped> = mapped.iter().filter(of_table).collect();
        if datasets.is_empty() && is_allowed(system, &table.name) {
            continue;
        }
        for column in &table.columns {
            let Some(what) = likely(&column.name) else { continue };
            let is_given = |mapped: &&Mapped| {
                let named = &mapped.dataset.columns;
                named.is_empty()
                    || named.iter().any(|name| schema.same(name, &column.name))
                    || overwrites(mapped).any(|(name, _)| schema.same(name, &column.name))
            };
            if datasets.iter().any(is_given) {
                continue;
            }
            // What a dataset of the table leaves out may be about others; somebody has looked at that table.
            let what = if datasets.is_empty() { what } else { What::MaybePersonal };
            found.push(Finding {
                dataset: None,
                table: Some(table.name.clone()),
                column: Some(column.name.clone()),
                what,
            });
        }
    }
    found
}

/// Whether a column is personal by its name.
fn likely(name: &str) -> Option<What> {
    let parts = parts(name);
    let is_in = |list: &[&str], part: &String| list.contains(&part.as_str());
    let pairs = parts.iter().zip(parts.iter().skip(1));
    let mut pairs = pairs.map(|(one, next)| PAIRS.contains(&one.as_str()) && next == "name");
    // An id, a flag or a time of something personal is not the thing.
    let is_about = parts.last().is_some_and(|last| {
        ["id", "at", "count", "verified", "confirmed", "enabled", "sent", "opt", "subject"]
            .contains(&last.as_str())
    });
    match () {
        () if is_about => None,
        () if parts.iter().any(|part| is_in(&PERSONAL, part)) || pairs.any(|is_one| is_one) => {
            Some(What::Personal)
        }
        () if parts.iter().any(|part| is_in(&PERHAPS, part)) => Some(What::MaybePersonal),
        () => None,
    }
}

/// The words of a name in lower case: `userEmail` and `user_email` have two.
fn parts(name: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut was_lower = false;
    for c in name.chars() {
        if c == '_' || (c.is_uppercase() && was_lower) {
            parts.push(String::new());
        }
        was_lower = c.is_lowercase();
        if let Some(last) = parts.last_mut().filter(|_| c.is_alphabetic()) {
            last.extend(c.to_lowercase());
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// What would help against reading a whole table.
pub(super) enum Index {
    /// These statements; none when nobody knows.
    Some(Vec<String>),
    /// Nothing.
    Impossible,
}

/// The index that a comparison lacks on a table that is read whole.
pub(super) fn indexes(
    schema: &Schema,
    table: &Shape,
    condition: &Condition,
    local_part: LocalPart,
) -> Index {
    let column_in = |operand: &str| {
        let plain = operand.split("::").next().unwrap_or_default();
        let names = super::schema::words(plain);
        names.iter().find_map(|name| {
            table.columns.iter().find(|column| column.name.eq_ignore_ascii_case(name))
        })
    };
    let mut indexed: Vec<(&Column, String)> = Vec::new();
    for (operand, with) in comparisons(condition) {
        let Some(column) = column_in(operand) else { continue };
        let name = sql::quoted(&column.name);
        let what = match (with, schema.dialect) {
            (Identifier::Email, Dialect::Sqlite) => return Index::Impossible,
            (Identifier::Email, Dialect::Postgres) => {
                let form = sql::address_form(&unqualified(operand), local_part);
                format!("({form}) COLLATE \"C\"")
            }
            (Identifier::Account, Dialect::Sqlite) if column.folds.is_some() => {
                format!("{name} COLLATE BINARY")
            }
            (Identifier::Account, Dialect::Postgres)
                if !is_text(column) || operand.contains("::") =>
            {
                format!("(({})::text) COLLATE \"C\"", unqualified(operand))
            }
            (Identifier::Account, _) => name,
        };
        indexed.push((column, what));
    }
    if indexed.is_empty() {
        // Not compared itself, but with what another table gives.
        let words = super::words(condition);
        let is_named =
            |column: &&Column| words.iter().any(|word| word.eq_ignore_ascii_case(&column.name));
        let lacking = table.columns.iter().filter(|column| !column.leads_index).filter(is_named);
        indexed.extend(lacking.map(|column| (column, sql::quoted(&column.name))));
    }
    let on = match schema.dialect {
        Dialect::Sqlite => sql::quoted(&table.name),
        Dialect::Postgres => table.name.clone(),
    };
    let statement = |(column, what): &(&Column, String)| {
        let name = sql::quoted(&format!("habeas_{}_{}", super::last(&table.name), column.name));
        format!("CREATE INDEX {name} ON {on} ({what})")
    };
    Index::Some(indexed.iter().map(statement).collect())
}

/// `t.a` as `a`: an index knows one table.
fn unqualified(operand: &str) -> String {
    match operand.rsplit_once('.') {
        Some((before, name)) if !before.contains(['(', '|', ' ']) => name.to_owned(),
        _ => operand.to_owned(),
    }
}

fn is_text(column: &Column) -> bool {
    let kind = column.kind.to_ascii_lowercase();
    kind == "text" || kind.starts_with("character varying") || kind.starts_with("varchar")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_what_a_column_is_about() {
        for name in [
            "email",
            "user_email",
            "userEmail",
            "EMAIL2",
            "first_name",
            "birth_date",
            "Phone",
            "iban",
        ] {
            assert_eq!(likely(name), Some(What::Personal), "{name}");
        }
        for name in ["name", "billing_address", "ip", "shipping_city"] {
            assert_eq!(likely(name), Some(What::MaybePersonal), "{name}");
        }
        for name in [
            "id",
            "email_id",
            "email_verified",
            "ship",
            "capacity",
            "filename",
            "zipped",
            "mailbox",
        ] {
            assert_eq!(likely(name), None, "{name}");
        }
    }
}
