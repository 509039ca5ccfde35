//! What a database says of itself: tables, columns, keys, triggers.

use std::collections::BTreeMap;

use super::Does;
use crate::connectors::sql::Dialect;

/// What there is.
pub(super) struct Schema {
    pub dialect: Dialect,
    pub tables: Vec<Shape>,
    pub keys: Vec<Key>,
    pub triggers: Vec<Trigger>,
    /// How the database calls a table that the map names.
    pub called: BTreeMap<String, String>,
}

/// A table or view.
pub(super) struct Shape {
    pub name: String,
    pub is_view: bool,
    pub columns: Vec<Column>,
}

/// A column.
pub(super) struct Column {
    pub name: String,
    pub kind: String,
    /// What takes different writings for equal.
    pub folds: Option<String>,
    pub is_unique: bool,
    pub is_needed: bool,
    pub leads_index: bool,
}

/// What a foreign key does to the rows that refer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Action {
    Refuse,
    Cascade,
    /// `SET NULL` or `SET DEFAULT`.
    Change,
}

/// A foreign key.
pub(super) struct Key {
    pub from: String,
    pub columns: Vec<String>,
    pub to: String,
    pub to_columns: Vec<String>,
    pub on_delete: Action,
    pub on_update: Action,
    /// Looked at when the transaction ends.
    pub is_deferred: bool,
}

/// A trigger, and what its text changes.
pub(super) struct Trigger {
    pub name: String,
    pub on: String,
    pub fires: Vec<Does>,
    /// For changes: of these columns alone; empty means any.
    pub columns: Vec<String>,
    pub touches: Vec<(Does, String)>,
    pub is_opaque: bool,
}

impl Schema {
    /// The table that the map means.
    pub(super) fn table(&self, written: &str) -> Option<&Shape> {
        let name = self.called.get(written)?;
        self.tables.iter().find(|table| table.name == *name)
    }

    pub(super) fn same(&self, one: &str, other: &str) -> bool {
        match self.dialect {
            Dialect::Sqlite => one.eq_ignore_ascii_case(other),
            Dialect::Postgres => one == other,
        }
    }

    pub(super) fn column<'s>(&self, table: &'s Shape, name: &str) -> Option<&'s Column> {
        table.columns.iter().find(|column| self.same(&column.name, name))
    }

    /// Tables that a piece of SQL names, by itself or with a schema before it.
    pub(super) fn named<'s>(&'s self, words: &[String]) -> Vec<&'s Shape> {
        let is_named = |table: &&Shape| {
            let name = super::last(&table.name);
            words.iter().any(|word| word.eq_ignore_ascii_case(&name))
        };
        self.tables.iter().filter(is_named).collect()
    }
}

/// The words of a piece of SQL: names without quotes, without what stands in apostrophes, each part of `a.b` for itself.
pub(super) fn words(sql: &str) -> Vec<String> {
    let outside = sql.split('\'').step_by(2).collect::<Vec<_>>().join(" ");
    let split = outside.split(|c: char| !c.is_alphanumeric() && c != '_');
    split.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What the text of a trigger does to which tables.
pub(super) fn touched(body: &str, tables: &[Shape]) -> Vec<(Does, String)> {
    let words: Vec<String> = words(body);
    let upper: Vec<String> = words.iter().map(|word| word.to_ascii_uppercase()).collect();
    let mut touched = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(does) = does(upper.get(..at).unwrap_or_default()) else { continue };
        // A schema before the table, or the table itself.
        let names = [Some(word), words.get(at + 1)];
        let table = names.into_iter().flatten().find_map(|name| {
            tables.iter().find(|table| super::last(&table.name).eq_ignore_ascii_case(name))
        });
        if let Some(table) = table
            && !touched.contains(&(does, table.name.clone()))
        {
            touched.push((does, table.name.clone()));
        }
    }
    touched
}

/// What the words before a name say that is done to it.
fn does(before: &[String]) -> Option<Does> {
    let mut before = before.iter().rev().map(String::as_str).filter(|word| *word != "ONLY");
    match (before.next()?, before.next(), before.next()) {
        ("INTO", _, _) => Some(Does::Add),
        // `UPDATE t`, and SQLite's `UPDATE OR IGNORE t`; not `FOR UPDATE`, `DO UPDATE`.
        ("UPDATE", Some("FOR" | "DO"), _) => None,
        ("UPDATE", _, _) | (_, Some("OR"), Some("UPDATE")) => Some(Does::Change),
        ("FROM", Some("DELETE"), _) | ("TRUNCATE", _, _) | ("TABLE", Some("TRUNCATE"), _) => {
            Some(Does::Delete)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_of_a_trigger_says_what_it_touches() {
        let table = |name: &str| Shape { name: name.into(), is_view: false, columns: Vec::new() };
        let tables = ["log", "audit.trail", "users", "search"].map(table);
        let seen = |body: &str| -> Vec<(Does, String)> { touched(body, &tables) };
        for (body, does, name) in [
            ("INSERT INTO log VALUES (old.id)", Does::Add, "log"),
            ("insert into audit.trail(x) values ('delete from users')", Does::Add, "audit.trail"),
            ("UPDATE OR IGNORE users SET n = n - 1", Does::Change, "users"),
            ("UPDATE ONLY \"users\" SET n = 1", Does::Change, "users"),
            ("DELETE FROM search WHERE id = old.id", Does::Delete, "search"),
            ("TRUNCATE TABLE search", Does::Delete, "search"),
        ] {
            assert_eq!(seen(body), [(does, name.to_owned())], "{body}");
        }
        assert!(seen("SELECT 1 FROM users FOR UPDATE; NEW.log := 1").is_empty());
    }
}
