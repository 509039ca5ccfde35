//! What a `PostgreSQL` server says of itself.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tokio_postgres::types::{FromSql, Type};
use tokio_postgres::{Client, Error, Row, Transaction};

use crate::connectors::postgres::{Access, begin, connect, fault, fitting, run, wait};
use crate::connectors::sql::{self, Dialect, Rows, Statement};
use crate::connectors::{ConnectorError, Dataset, Lookup, Person, System};
use crate::domain::matching::Condition;

use super::schema::{Action, Column, Key, Schema, Shape, Trigger, touched, words};
use super::{Does, Known, MANY_ROWS, Mapped, Mapping, Scan, conditions};

/// A table that somebody drops meanwhile is only a number to the server by then, and left out.
const TABLES: &str = "SELECT c.oid::regclass::text, c.relkind IN ('v', 'm'), a.attname::text, \
    format_type(a.atttypid, a.atttypmod), a.attnotnull, \
    CASE WHEN format_type(a.atttypid, NULL) IN ('citext', 'public.citext') THEN 'citext' \
    WHEN NOT coalesce(o.collisdeterministic, true) THEN o.collname::text END, \
    EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indpred IS NULL \
    AND i.indnkeyatts = 1 AND i.indkey[0] = a.attnum), \
    EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indkey[0] = a.attnum) \
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace \
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped \
    LEFT JOIN pg_collation o ON o.oid = a.attcollation \
    WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND NOT c.relispartition \
    AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_' \
    AND c.oid::regclass::text !~ '^[0-9]+$' ORDER BY 1, a.attnum";

const KEYS: &str = "SELECT conrelid::regclass::text, confrelid::regclass::text, \
    ARRAY(SELECT a.attname::text FROM unnest(conkey) k JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = k), \
    ARRAY(SELECT a.attname::text FROM unnest(confkey) k JOIN pg_attribute a ON a.attrelid = confrelid AND a.attnum = k), \
    confdeltype::text, confupdtype::text, condeferred \
    FROM pg_constraint WHERE contype = 'f' AND conparentid = 0";

/// Without the server's own, and those of partitions, which are those of the whole.
const TRIGGERS: &str = "SELECT t.tgname::text, t.tgrelid::regclass::text, t.tgtype::int4, p.prosrc, l.lanname::text, \
    ARRAY(SELECT a.attname::text FROM unnest(t.tgattr::int2[]) k JOIN pg_attribute a ON a.attrelid = t.tgrelid AND a.attnum = k) \
    FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_language l ON l.oid = p.prolang \
    WHERE NOT t.tgisinternal AND t.tgenabled NOT IN ('D', 'R') \
    AND coalesce(to_jsonb(t) ->> 'tgparentid', '0') = '0'";

const CALLED: &str = "SELECT coalesce(pg_partition_root(to_regclass($1))::oid, to_regclass($1)::oid)::regclass::text";

pub(super) fn look(
    system: &System,
    mapping: &Mapping,
    nobody: &Person,
) -> Result<Known, ConnectorError> {
    wait(system, async {
        let mut client = connect(system).await?;
        let failed = |error: Error| fault(system, "", &error);
        let snapshot = begin(system, &mut client, Access::Read).await?;
        let mut schema = schema(&snapshot).await.map_err(failed)?;
        for mapped in &mapping.datasets {
            let written = &mapped.dataset.table;
            let Some(quoted) = sql::quoted_table(written) else { continue };
            let name = snapshot.query_one(CALLED, &[&quoted]).await.map_err(failed)?;
            if let Some(name) = name.try_get::<_, Option<String>>(0).map_err(failed)? {
                schema.called.insert(written.clone(), name);
            }
        }
        drop(snapshot);
        let mut scans = Vec::new();
        for (dataset, condition) in conditions(mapping) {
            let dataset_of = dataset.and_then(|at| mapping.datasets.get(at));
            let asked = match dataset_of {
                Some(mapped) => count(&client, system, mapped, condition, nobody).await,
                None => nobody.addresses.first().and_then(|address| {
                    sql::directory(Dialect::Postgres, condition, address, nobody.local_part)
                }),
            };
            let Some(asked) = asked else { continue };
            let names = schema.tables.iter().map(|table| table.name.as_str()).collect();
            for table in scanned(system, &mut client, asked, &names).await? {
                scans.push(Scan { dataset, condition: condition.clone(), table });
            }
        }
        Ok(Known { schema, scans })
    })
}

async fn schema(snapshot: &Transaction<'_>) -> Result<Schema, Error> {
    let mut tables: Vec<Shape> = Vec::new();
    for row in snapshot.query(TABLES, &[]).await? {
        let name: String = row.try_get(0)?;
        let column = column(&row)?;
        match tables.last_mut().filter(|last| last.name == name) {
            Some(last) => last.columns.push(column),
            None => tables.push(Shape { name, is_view: row.try_get(1)?, columns: vec![column] }),
        }
    }
    let keys = snapshot.query(KEYS, &[]).await?;
    let keys = keys.iter().map(key).collect::<Result<_, _>>()?;
    let triggers = snapshot.query(TRIGGERS, &[]).await?;
    let triggers = triggers.iter().map(|row| trigger(row, &tables)).collect::<Result<_, _>>()?;
    Ok(Schema { dialect: Dialect::Postgres, tables, keys, triggers, called: BTreeMap::new() })
}

fn column(row: &Row) -> Result<Column, Error> {
    Ok(Column {
        name: row.try_get(2)?,
        kind: row.try_get(3)?,
        is_needed: row.try_get(4)?,
        folds: row.try_get(5)?,
        is_unique: row.try_get(6)?,
        leads_index: row.try_get(7)?,
    })
}

fn key(row: &Row) -> Result<Key, Error> {
    let action = |at| {
        row.try_get::<_, String>(at).map(|written| match written.as_str() {
            "c" => Action::Cascade,
            "n" | "d" => Action::Change,
            _ => Action::Refuse,
        })
    };
    Ok(Key {
        from: row.try_get(0)?,
        to: row.try_get(1)?,
        columns: row.try_get(2)?,
        to_columns: row.try_get(3)?,
        on_delete: action(4)?,
        on_update: action(5)?,
        is_deferred: row.try_get(6)?,
    })
}

fn trigger(row: &Row, tables: &[Shape]) -> Result<Trigger, Error> {
    // From pg_trigger.h.
    const EVENTS: [(i32, Does); 3] = [(4, Does::Add), (8, Does::Delete), (16, Does::Change)];
    let kind: i32 = row.try_get(2)?;
    let (body, language): (String, String) = (row.try_get(3)?, row.try_get(4)?);
    let is_read = language == "plpgsql";
    let executes = words(&body).iter().any(|word| word.eq_ignore_ascii_case("execute"));
    Ok(Trigger {
        name: row.try_get(0)?,
        on: row.try_get(1)?,
        fires: EVENTS.iter().filter(|(bit, _)| kind & bit != 0).map(|(_, does)| *does).collect(),
        columns: row.try_get(5)?,
        touches: if is_read { touched(&body, tables) } else { Vec::new() },
        is_opaque: !is_read || executes,
    })
}

/// The statement that counts the rows that one condition finds. What does not compile is told by the dry run.
async fn count(
    client: &Client,
    system: &System,
    mapped: &Mapped,
    condition: &Condition,
    nobody: &Person,
) -> Option<Statement> {
    let dataset = Dataset { matches: vec![condition.clone()], ..mapped.dataset.clone() };
    let lookup = Lookup { dataset, person: nobody.clone() };
    let rows = Rows::of(Dialect::Postgres, system, &lookup).ok().flatten()?;
    Some(fitting(client, rows).await.count())
}

/// The large tables of which a statement reads every row, because no index could serve it.
async fn scanned(
    system: &System,
    client: &mut Client,
    statement: Statement,
    tables: &BTreeSet<&str>,
) -> Result<Vec<String>, ConnectorError> {
    let snapshot = begin(system, client, Access::Read).await?;
    let read = async {
        // Whether an index could be used at all; without this a small table is read whole in any case.
        snapshot.batch_execute("SET LOCAL enable_seqscan = off").await?;
        let sql = format!("EXPLAIN (VERBOSE, FORMAT JSON) {}", statement.sql);
        let plan = run(&snapshot, &Statement { sql, values: statement.values }).await?;
        let plan: Option<Plan> = plan.first().map(|row| row.try_get(0)).transpose()?;
        let mut large = Vec::new();
        for relation in plan.iter().flat_map(|plan| whole_reads(&plan.0)) {
            let name: Option<String> =
                snapshot.query_one(CALLED, &[&relation]).await?.try_get(0)?;
            let Some(name) = name.filter(|name| tables.contains(name.as_str())) else { continue };
            let many = format!("SELECT 1 FROM {name} LIMIT 1 OFFSET {}", MANY_ROWS - 1);
            if !snapshot.query(&many, &[]).await?.is_empty() && !large.contains(&name) {
                large.push(name);
            }
        }
        Ok::<_, Error>(large)
    };
    match read.await {
        Ok(large) => Ok(large),
        // A server that has not answered is gone; one that has said no says it again at the dry run.
        Err(error) if error.code().is_none() => Err(fault(system, "", &error)),
        Err(_) => Ok(Vec::new()),
    }
}

/// How a statement would be carried out.
struct Plan(Value);

impl<'r> FromSql<'r> for Plan {
    fn from_sql(_: &Type, raw: &'r [u8]) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self(serde_json::from_slice(raw)?))
    }

    fn accepts(kind: &Type) -> bool {
        *kind == Type::JSON
    }
}

/// The tables, quoted, that a plan reads whole: row by row, or along an index without asking it for anything.
fn whole_reads(plan: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let plans = plan.as_array().into_iter().flatten();
    let mut open: Vec<&Value> = plans.filter_map(|plan| plan.get("Plan")).collect();
    while let Some(node) = open.pop() {
        let below = node.get("Plans").and_then(Value::as_array);
        let text = |key: &str| node.get(key).and_then(Value::as_str);
        let kind = text("Node Type").unwrap_or_default();
        let has_condition = |node: &Value| node.get("Index Cond").is_some();
        let is_whole = match kind {
            "Seq Scan" => true,
            "Index Scan" | "Index Only Scan" => !has_condition(node),
            "Bitmap Heap Scan" => below.is_some_and(|below| {
                below.iter().any(|one| text_of(one) == "Bitmap Index Scan" && !has_condition(one))
            }),
            _ => false,
        };
        if let (true, Some(schema), Some(table)) = (is_whole, text("Schema"), text("Relation Name"))
        {
            found.push(format!("{}.{}", sql::quoted(schema), sql::quoted(table)));
        }
        open.extend(below.into_iter().flatten());
    }
    found
}

fn text_of(node: &Value) -> &str {
    node.get("Node Type").and_then(Value::as_str).unwrap_or_default()
}
