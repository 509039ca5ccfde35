//! What a SQLite file says of itself.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OpenFlags, params_from_iter};

use crate::connectors::sql::{self, Dialect, Rows};
use crate::connectors::sqlite::{Reach, bound, fault};
use crate::connectors::{ConnectorError, Lookup, Person, System};

use super::schema::{Action, Column, Key, Schema, Shape, Trigger, touched, words};
use super::{Does, Known, MANY_ROWS, Mapping, Scan, conditions};

pub(super) fn look(
    system: &System,
    path: &str,
    mapping: &Mapping,
    nobody: &Person,
) -> Result<Known, ConnectorError> {
    let connection = Reach::open(system, path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let read = || {
        let tables = tables(&connection)?;
        let keys = keys(&connection, &tables)?;
        let triggers = triggers(&connection, &tables)?;
        Ok((tables, keys, triggers))
    };
    let (tables, keys, triggers) = read().map_err(|error| fault(system, "", &error))?;
    let mut schema =
        Schema { dialect: Dialect::Sqlite, tables, keys, triggers, called: BTreeMap::new() };
    for mapped in &mapping.datasets {
        let written = &mapped.dataset.table;
        let name = super::last(written);
        let known = schema.tables.iter().find(|table| table.name.eq_ignore_ascii_case(&name));
        if let Some(known) = known.map(|known| known.name.clone()) {
            schema.called.insert(written.clone(), known);
        }
    }
    let scans = scans(system, &connection, &schema, mapping, nobody)?;
    Ok(Known { schema, scans })
}

fn list<T>(
    connection: &Connection,
    sql: &str,
    of: &str,
    read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    let mut statement = connection.prepare(sql)?;
    let values: &[&str] = if statement.parameter_count() == 0 { &[] } else { &[of] };
    statement.query_map(params_from_iter(values), read)?.collect()
}

fn tables(connection: &Connection) -> rusqlite::Result<Vec<Shape>> {
    const ALL: &str = "SELECT name, type FROM pragma_table_list WHERE schema = 'main' \
        AND type <> 'shadow' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name";
    let names =
        list(connection, ALL, "", |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let shape = |(name, kind): (String, String)| {
        Ok(Shape { columns: columns(connection, &name)?, name, is_view: kind == "view" })
    };
    names.into_iter().map(shape).collect()
}

fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Vec<Column>> {
    let indexes = list(
        connection,
        "SELECT name, \"unique\", partial FROM pragma_index_list(?1)",
        table,
        |row| Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?, row.get::<_, bool>(2)?)),
    )?;
    let (mut leading, mut unique) = (BTreeSet::new(), BTreeSet::new());
    for (index, is_unique, is_partial) in indexes {
        let keys = "SELECT name FROM pragma_index_xinfo(?1) WHERE key = 1 ORDER BY seqno";
        let keys = list(connection, keys, &index, |row| row.get::<_, Option<String>>(0))?;
        let Some(Some(first)) = keys.first() else { continue };
        if is_unique && !is_partial && keys.len() == 1 {
            unique.insert(first.clone());
        }
        leading.insert(first.clone());
    }
    let all = "SELECT name, type, \"notnull\", pk FROM pragma_table_xinfo(?1) WHERE hidden <> 1";
    let mut columns = list(connection, all, table, |row| {
        let (name, kind): (String, String) = (row.get(0)?, row.get(1)?);
        // The other name of the row id has no index, and needs none.
        let is_row_id = row.get::<_, i64>(3)? == 1 && kind.eq_ignore_ascii_case("integer");
        Ok(Column {
            is_unique: is_row_id || unique.contains(&name),
            leads_index: is_row_id || leading.contains(&name),
            is_needed: row.get(2)?,
            folds: None,
            kind,
            name,
        })
    })?;
    for column in &mut columns {
        // A view has no collation of its own to tell.
        let known = connection.column_metadata(None, table, column.name.as_str());
        let collation = known.ok().and_then(|(_, collation, ..)| collation.map(ToOwned::to_owned));
        let collation = collation.and_then(|name| name.into_string().ok());
        column.folds = collation.filter(|name| !name.eq_ignore_ascii_case("binary"));
    }
    Ok(columns)
}

fn keys(connection: &Connection, tables: &[Shape]) -> rusqlite::Result<Vec<Key>> {
    const OF: &str = "SELECT id, \"table\", \"from\", \"to\", on_update, on_delete \
        FROM pragma_foreign_key_list(?1) ORDER BY id, seq";
    let mut keys = Vec::new();
    for table in tables {
        let mut by_id: BTreeMap<i64, Key> = BTreeMap::new();
        let rows = list(connection, OF, &table.name, |row| {
            let to: Option<String> = row.get(3)?;
            let actions = (row.get::<_, String>(4)?, row.get::<_, String>(5)?);
            Ok((row.get(0)?, row.get::<_, String>(1)?, row.get::<_, String>(2)?, to, actions))
        })?;
        for (id, refers, from, to, (on_update, on_delete)) in rows {
            let known = tables.iter().find(|known| known.name.eq_ignore_ascii_case(&refers));
            let key = by_id.entry(id).or_insert_with(|| Key {
                from: table.name.clone(),
                columns: Vec::new(),
                to: known.map_or(refers, |known| known.name.clone()),
                to_columns: Vec::new(),
                on_delete: action(&on_delete),
                on_update: action(&on_update),
                // The pragma does not tell; whether it is deferred changes only when an erasure is refused.
                is_deferred: false,
            });
            key.columns.push(from);
            key.to_columns.extend(to);
        }
        keys.extend(by_id.into_values());
    }
    Ok(keys)
}

fn action(written: &str) -> Action {
    match written {
        "CASCADE" => Action::Cascade,
        "SET NULL" | "SET DEFAULT" => Action::Change,
        _ => Action::Refuse,
    }
}

fn triggers(connection: &Connection, tables: &[Shape]) -> rusqlite::Result<Vec<Trigger>> {
    const ALL: &str = "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'";
    list(connection, ALL, "", |row| {
        let (name, on, text): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let words = words(&text);
        let upper: Vec<String> = words.iter().map(|word| word.to_ascii_uppercase()).collect();
        let begins = upper.iter().position(|word| word == "BEGIN").unwrap_or_default();
        // `CREATE TRIGGER name AFTER UPDATE OF a, b ON t … BEGIN`: what fires it stands before the last `ON table`.
        let is_on = |at: &usize| {
            upper.get(*at).is_some_and(|word| word == "ON")
                && words.get(at + 1).is_some_and(|next| next.eq_ignore_ascii_case(&on))
        };
        let head_ends = (0..begins).find(is_on).unwrap_or(begins);
        let head = upper.get(..head_ends).unwrap_or_default();
        let fires =
            head.iter().rposition(|word| ["DELETE", "UPDATE", "INSERT"].contains(&word.as_str()));
        let fires = fires.unwrap_or_default();
        let does = match head.get(fires).map(String::as_str) {
            Some("DELETE") => Does::Delete,
            Some("UPDATE") => Does::Change,
            _ => Does::Add,
        };
        let columns = words.get(fires + 2..head_ends).unwrap_or_default().to_vec();
        let body = text.split_once("BEGIN").or_else(|| text.split_once("begin"));
        let touches = touched(body.map_or(text.as_str(), |(_, body)| body), tables);
        let on = tables.iter().find(|table| table.name.eq_ignore_ascii_case(&on));
        let on = on.map(|table| table.name.clone()).unwrap_or_default();
        Ok(Trigger { name, on, fires: vec![does], columns, touches, is_opaque: false })
    })
}

/// The large tables that are read whole for one person.
fn scans(
    system: &System,
    connection: &Connection,
    schema: &Schema,
    mapping: &Mapping,
    nobody: &Person,
) -> Result<Vec<Scan>, ConnectorError> {
    let mut scans = Vec::new();
    for (dataset, condition) in conditions(mapping) {
        let asked = match dataset.and_then(|at| mapping.datasets.get(at)) {
            Some(mapped) => {
                let mut dataset = mapped.dataset.clone();
                dataset.matches = vec![condition.clone()];
                let lookup = Lookup { dataset, person: nobody.clone() };
                Rows::of(Dialect::Sqlite, system, &lookup).ok().flatten().map(|rows| rows.count())
            }
            None => nobody.addresses.first().and_then(|address| {
                sql::directory(Dialect::Sqlite, condition, address, nobody.local_part)
            }),
        };
        let Some(asked) = asked else { continue };
        let plan = || {
            let mut plan = connection.prepare(&format!("EXPLAIN QUERY PLAN {}", asked.sql))?;
            let lines = plan.query_map(params_from_iter(bound(&asked.values)), |row| row.get(3))?;
            lines.collect::<rusqlite::Result<Vec<String>>>()
        };
        // What does not compile is told by the dry run.
        for name in plan().unwrap_or_default().iter().filter_map(|line| line.strip_prefix("SCAN "))
        {
            let name = name.split(' ').next().unwrap_or_default();
            let Some(table) = table_of(schema, &super::words(condition), name) else { continue };
            if is_large(connection, &table).map_err(|error| fault(system, "", &error))? {
                scans.push(Scan { dataset, condition: condition.clone(), table });
            }
        }
    }
    Ok(scans)
}

/// The table that a plan means: by its name, or by another one that the condition gives it.
fn table_of(schema: &Schema, words: &[String], name: &str) -> Option<String> {
    let known = |name: &str| {
        let same = |table: &&Shape| !table.is_view && table.name.eq_ignore_ascii_case(name);
        schema.tables.iter().find(same).map(|table| table.name.clone())
    };
    known(name).or_else(|| {
        let before = words.iter().enumerate().filter(|(_, word)| word.eq_ignore_ascii_case(name));
        before.into_iter().find_map(|(at, _)| {
            let mut before = words.iter().take(at).rev().filter(|w| !w.eq_ignore_ascii_case("as"));
            before.next().and_then(|word| known(word))
        })
    })
}

fn is_large(connection: &Connection, table: &str) -> rusqlite::Result<bool> {
    let sql = format!("SELECT 1 FROM {} LIMIT 1 OFFSET {}", sql::quoted(table), MANY_ROWS - 1);
    connection.prepare(&sql)?.exists([])
}
