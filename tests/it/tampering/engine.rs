//! Changes anything in a copy of a database, at random but by a seed, and asks the audit whether it noticed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::harness::{copy_database, postgres};
use habeas::audit::note::VerifierKey;
use habeas::casework::replay::verify;
use habeas::store::vault::Vault;
use habeas::store::{Location, Store};

/// Tables that hold no evidence, and why: see docs/audit.md.
pub(crate) const NO_EVIDENCE: [&str; 2] = ["jobs", "recipients"];

/// Numbers that look like chance and can be had again.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(n.max(1)).unwrap()).unwrap()
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// One connection to either database. Every cell is text; bytes are hex.
pub(crate) enum Sql {
    Sqlite(rusqlite::Connection),
    Postgres(Box<(tokio::runtime::Runtime, tokio_postgres::Client)>),
}

type Cell = Option<String>;

impl Sql {
    pub(crate) fn sqlite(path: &Path) -> Result<Self, String> {
        let conn = rusqlite::Connection::open(path).map_err(|e| e.to_string())?;
        conn.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            .map_err(|e| e.to_string())?;
        Ok(Self::Sqlite(conn))
    }

    pub(crate) fn postgres(url: &str) -> Result<Self, String> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let client = runtime.block_on(async {
            let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
                .await
                .map_err(|e| e.to_string())?;
            tokio::spawn(connection);
            // Foreign keys are not asked: whoever changes a database behind our back asks nobody.
            let quiet = client.batch_execute("SET session_replication_role = replica").await;
            quiet.map_err(|e| e.to_string())?;
            Ok::<_, String>(client)
        })?;
        Ok(Self::Postgres(Box::new((runtime, client))))
    }

    pub(crate) fn execute(&mut self, sql: &str) -> Result<(), String> {
        match self {
            Self::Sqlite(conn) => conn.execute_batch(sql).map_err(|e| e.to_string()),
            Self::Postgres(both) => {
                both.0.block_on(both.1.batch_execute(sql)).map_err(|e| e.to_string())
            }
        }
    }

    fn rows(&mut self, sql: &str, width: usize) -> Result<Vec<Vec<Cell>>, String> {
        match self {
            Self::Sqlite(conn) => {
                let mut statement = conn.prepare(sql).map_err(|e| e.to_string())?;
                let rows = statement
                    .query_map([], |row| (0..width).map(|at| row.get::<_, Cell>(at)).collect())
                    .map_err(|e| e.to_string())?;
                rows.collect::<Result<_, _>>().map_err(|e| e.to_string())
            }
            Self::Postgres(both) => {
                let rows = both.0.block_on(both.1.query(sql, &[])).map_err(|e| e.to_string())?;
                Ok(rows.iter().map(|row| (0..width).map(|at| row.get(at)).collect()).collect())
            }
        }
    }

    fn is_sqlite(&self) -> bool {
        matches!(self, Self::Sqlite(_))
    }

    /// The tables with their columns and types, and which of them make the key.
    pub(crate) fn tables(&mut self) -> Result<Vec<Table>, String> {
        let sql = if self.is_sqlite() {
            "SELECT m.name, p.name, p.type, CAST(p.pk > 0 AS TEXT) FROM sqlite_master m JOIN pragma_table_info(m.name) p \
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' ORDER BY m.name, p.cid"
        } else {
            "SELECT c.table_name::text, c.column_name::text, c.data_type::text, (k.column_name IS NOT NULL)::int::text \
             FROM information_schema.columns c LEFT JOIN (information_schema.table_constraints t JOIN \
             information_schema.key_column_usage k ON k.constraint_name = t.constraint_name AND t.constraint_type = 'PRIMARY KEY') \
             ON k.table_name = c.table_name AND k.column_name = c.column_name \
             WHERE c.table_schema = 'public' ORDER BY c.table_name, c.ordinal_position"
        };
        let mut tables: BTreeMap<String, Vec<Column>> = BTreeMap::new();
        for row in self.rows(sql, 4)? {
            let cell = |at: usize| row[at].clone().unwrap_or_default();
            let kind = match cell(2).to_ascii_lowercase().as_str() {
                "blob" | "bytea" => Kind::Bytes,
                "bigint" | "integer" | "int" => Kind::Number,
                _ => Kind::Text,
            };
            let column = Column { name: cell(1), kind, key: cell(3) == "1" };
            tables.entry(cell(0)).or_default().push(column);
        }
        let tables = tables.into_iter().map(|(name, columns)| Table { name, columns });
        Ok(tables.filter(|table| !table.name.starts_with("__")).collect())
    }

    fn all(&mut self, table: &Table) -> Result<Vec<Vec<Cell>>, String> {
        let sqlite = self.is_sqlite();
        let cells: Vec<String> = table
            .columns
            .iter()
            .map(|column| match (column.kind, sqlite) {
                (Kind::Bytes, true) => {
                    format!("CASE WHEN {0} IS NULL THEN NULL ELSE hex({0}) END", column.name)
                }
                (Kind::Bytes, false) => format!("upper(encode({}, 'hex'))", column.name),
                (_, true) => format!("CAST({} AS TEXT)", column.name),
                (_, false) => format!("{}::text", column.name),
            })
            .collect();
        let mut rows =
            self.rows(&format!("SELECT {} FROM {}", cells.join(", "), table.name), cells.len())?;
        rows.sort();
        Ok(rows)
    }

    /// Everything that the database says, in an order of its own.
    pub(crate) fn dump(&mut self) -> Result<String, String> {
        let mut dump = String::new();
        let tables = self.tables()?.into_iter();
        for table in tables.filter(|table| !NO_EVIDENCE.contains(&table.name.as_str())) {
            dump.push_str(&table.name);
            for row in self.all(&table)? {
                dump.push_str(&format!("\n{row:?}"));
            }
            dump.push('\n');
        }
        if self.is_sqlite() {
            let sql = "SELECT name, sql FROM sqlite_master ORDER BY name";
            dump.push_str(&format!("{:?}", self.rows(sql, 2)?));
        }
        Ok(dump)
    }

    fn literal(&self, kind: Kind, cell: &Cell) -> String {
        match (cell, kind) {
            (None, _) => "NULL".into(),
            (Some(text), Kind::Bytes) if self.is_sqlite() => format!("X'{text}'"),
            (Some(text), Kind::Bytes) => format!("'\\x{text}'::bytea"),
            (Some(text), Kind::Number) => text.clone(),
            (Some(text), Kind::Text) => format!("'{}'", text.replace('\'', "''")),
        }
    }

    fn place(&self, table: &Table, row: &[Cell]) -> String {
        let keys = table.columns.iter().zip(row).filter(|(column, _)| column.key);
        let parts: Vec<String> = keys
            .map(|(column, cell)| format!("{} = {}", column.name, self.literal(column.kind, cell)))
            .collect();
        parts.join(" AND ")
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Bytes,
    Number,
    Text,
}

pub(crate) struct Column {
    name: String,
    kind: Kind,
    key: bool,
}

pub(crate) struct Table {
    pub(crate) name: String,
    columns: Vec<Column>,
}

/// What was done, for the report: table, kind, and the words.
pub(crate) struct Mutation {
    pub(crate) table: String,
    pub(crate) kind: &'static str,
    pub(crate) words: String,
}

/// Changes something. `Err`: the database itself refused it.
pub(crate) fn mutate(sql: &mut Sql, dice: &mut Dice) -> Result<Mutation, Mutation> {
    let tables = sql.tables().unwrap();
    loop {
        let table = dice.pick(&tables);
        if NO_EVIDENCE.contains(&table.name.as_str()) {
            continue;
        }
        let rows = sql.all(table).unwrap();
        if rows.is_empty() {
            continue;
        }
        let (kind, statement) = statement(sql, dice, table, &rows);
        let words = statement.chars().take(300).collect();
        let mutation = Mutation { table: table.name.clone(), kind, words };
        return match sql.execute(&statement) {
            Ok(()) => Ok(mutation),
            Err(_) => Err(mutation),
        };
    }
}

fn statement(
    sql: &Sql,
    dice: &mut Dice,
    table: &Table,
    rows: &[Vec<Cell>],
) -> (&'static str, String) {
    let name = &table.name;
    let row = dice.pick(rows);
    let place = sql.place(table, row);
    let at = dice.below(table.columns.len());
    let column = &table.columns[at];
    match dice.below(10) {
        0..=4 => {
            let changed = sql.literal(column.kind, &changed(dice, column.kind, &row[at]));
            ("changed", format!("UPDATE {name} SET {} = {changed} WHERE {place}", column.name))
        }
        5 | 6 => ("deleted", format!("DELETE FROM {name} WHERE {place}")),
        7 => {
            let other = dice.pick(rows);
            let (mine, yours) = (&row[at], &other[at]);
            let elsewhere = sql.place(table, other);
            let (mine, yours) = (sql.literal(column.kind, mine), sql.literal(column.kind, yours));
            let column = &column.name;
            let swap = format!(
                "UPDATE {name} SET {column} = {yours} WHERE {place}; UPDATE {name} SET {column} = {mine} WHERE {elsewhere}"
            );
            ("swapped", swap)
        }
        8 => {
            let cells: Vec<String> = table
                .columns
                .iter()
                .zip(row)
                .map(|(column, cell)| {
                    let fresh = column.key || dice.below(3) == 0;
                    let cell = if fresh { changed(dice, column.kind, cell) } else { cell.clone() };
                    sql.literal(column.kind, &cell)
                })
                .collect();
            ("inserted", format!("INSERT INTO {name} VALUES ({})", cells.join(", ")))
        }
        _ => ("truncated", {
            let keep = dice.below(rows.len());
            let places: Vec<String> =
                rows[keep..].iter().map(|row| format!("({})", sql.place(table, row))).collect();
            format!("DELETE FROM {name} WHERE {}", places.join(" OR "))
        }),
    }
}

fn changed(dice: &mut Dice, kind: Kind, cell: &Cell) -> Cell {
    let Some(text) = cell else {
        return Some(match kind {
            Kind::Bytes => "00".into(),
            Kind::Number => dice.below(100).to_string(),
            Kind::Text => "x".into(),
        });
    };
    if dice.below(25) == 0 {
        return None;
    }
    Some(match kind {
        Kind::Number => {
            let number: i64 = text.parse().unwrap_or_default();
            (number ^ (1 << dice.below(40))).to_string()
        }
        Kind::Bytes if text.is_empty() => "01".into(),
        Kind::Bytes => {
            let mut hex: Vec<char> = text.chars().collect();
            let at = dice.below(hex.len());
            let digit = hex[at].to_digit(16).unwrap() ^ (1 << dice.below(4));
            hex[at] = char::from_digit(digit, 16).unwrap().to_ascii_uppercase();
            hex.into_iter().collect()
        }
        Kind::Text if text.is_empty() => "x".into(),
        Kind::Text => {
            let mut letters: Vec<char> = text.chars().collect();
            let at = dice.below(letters.len());
            let other = char::from(b'!' + u8::try_from(dice.below(90)).unwrap());
            letters[at] = if letters[at] == other { '~' } else { other };
            letters.into_iter().collect()
        }
    })
}

/// Flips one bit of a file.
pub(crate) fn flip_a_bit(file: &Path, dice: &mut Dice) -> Mutation {
    let mut bytes = std::fs::read(file).unwrap();
    let (at, bit) = (dice.below(bytes.len()), dice.below(8));
    bytes[at] ^= 1 << bit;
    std::fs::write(file, bytes).unwrap();
    let words = format!("bit {bit} of byte {at}");
    Mutation { table: "(the file)".into(), kind: "bit flipped", words }
}

/// What an audit needs besides the database.
pub(crate) struct Auditor {
    pub(crate) origin: String,
    pub(crate) key: VerifierKey,
    pub(crate) vault: Vault,
    pub(crate) head: String,
}

impl Auditor {
    /// The first thing that `audit verify` or `audit replay` would say, if anything.
    pub(crate) fn finds(&self, location: &Location) -> Option<String> {
        let store = match Store::open(location, 1) {
            Ok(store) => store,
            Err(error) => return Some(error.to_string()),
        };
        let report = match verify::verify(&store, &self.origin, self.key.clone()) {
            Ok(report) => report,
            Err(error) => return Some(error.to_string()),
        };
        if let Some(finding) = report.findings.first() {
            return Some(finding.to_string());
        }
        let outside = verify::against_head(&store, &self.head, std::slice::from_ref(&self.key));
        match outside {
            Ok(None) => {}
            Ok(Some(finding)) => return Some(finding),
            Err(error) => return Some(error.to_string()),
        }
        match verify::replay(&store, &self.vault) {
            Ok(told) => told.differences.into_iter().next(),
            Err(error) => Some(error.to_string()),
        }
    }
}

/// Counts by table and kind: found, without effect, refused by the database, missed.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) counts: BTreeMap<(String, &'static str), [usize; 4]>,
    pub(crate) missed: Vec<String>,
}

impl Tally {
    pub(crate) fn add(&mut self, mutation: &Mutation, place: usize) {
        self.counts.entry((mutation.table.clone(), mutation.kind)).or_default()[place] += 1;
        if place == 3 {
            self.missed.push(format!("{} {}: {}", mutation.table, mutation.kind, mutation.words));
        }
    }

    /// A refused change, one that was found, one that changed nothing, or a miss.
    fn judge(
        &mut self,
        mutation: Result<Mutation, Mutation>,
        auditor: &Auditor,
        there: &Location,
        is_same: impl FnOnce() -> bool,
    ) {
        match &mutation {
            Err(mutation) => self.add(mutation, 2),
            Ok(mutation) if auditor.finds(there).is_some() => self.add(mutation, 0),
            Ok(mutation) => self.add(mutation, if is_same() { 1 } else { 3 }),
        }
    }

    pub(crate) fn total(&self, place: usize) -> usize {
        self.counts.values().map(|counts| counts[place]).sum()
    }
}

/// Mutates a copy of an SQLite file `count` times, each time a fresh copy.
pub(crate) fn run_sqlite(
    base: &Path,
    auditor: &Auditor,
    seed: u64,
    count: usize,
    folder: &Path,
) -> Tally {
    let mut tally = Tally::default();
    let mut dice = Dice::new(seed);
    let before = Sql::sqlite(base).unwrap().dump().unwrap();
    for round in 0..count {
        let copy: PathBuf = folder.join(format!("copy-{seed}-{round}.db"));
        std::fs::copy(base, &copy).unwrap();
        let mutation = if dice.below(5) == 0 {
            Ok(flip_a_bit(&copy, &mut dice))
        } else {
            mutate(&mut Sql::sqlite(&copy).unwrap(), &mut dice)
        };
        let there = Location::Sqlite(copy.clone());
        let dump = || Sql::sqlite(&copy).and_then(|mut sql| sql.dump());
        tally.judge(mutation, auditor, &there, || dump().is_ok_and(|after| after == before));
        for ending in ["db", "db-wal", "db-shm"] {
            let _ = std::fs::remove_file(copy.with_extension(ending));
        }
    }
    tally
}

/// Mutates a copy of a PostgreSQL database `count` times. Copying costs a checkpoint of the whole server each time, so there
/// is one copy, and after each change the table is put back from what is kept beside it: the next one finds it as it was.
pub(crate) fn run_postgres(url: &str, auditor: &Auditor, seed: u64, count: usize) -> Tally {
    let server = std::env::var("TEST_POSTGRES_URL").unwrap();
    let (base, options) = url.split_once('?').unwrap();
    let (address, name) = base.rsplit_once('/').unwrap();
    let copy = format!("{name}_copy");
    let there = format!("{address}/{copy}?{options}");
    postgres(&server, &format!("DROP DATABASE IF EXISTS {copy} WITH (FORCE)"));
    copy_database(&server, name, &copy);
    let (mut tally, mut dice) = (Tally::default(), Dice::new(seed));
    let mut sql = Sql::postgres(&there).unwrap();
    let before = sql.dump().unwrap();
    // Tables of this connection alone: whoever audits the copy does not see them.
    for table in sql.tables().unwrap() {
        sql.execute(&format!("CREATE TEMPORARY TABLE kept_{0} AS TABLE {0}", table.name)).unwrap();
    }
    for _ in 0..count {
        let mutation = mutate(&mut sql, &mut dice);
        let (Ok(Mutation { table, .. }) | Err(Mutation { table, .. })) = &mutation;
        let undo = format!("DELETE FROM {table}; INSERT INTO {table} SELECT * FROM kept_{table}");
        let same = || sql.dump().unwrap() == before;
        tally.judge(mutation, auditor, &Location::Postgres(there.clone()), same);
        sql.execute(&undo).unwrap();
        assert!(sql.dump().unwrap() == before, "{undo}");
    }
    drop(sql);
    postgres(&server, &format!("DROP DATABASE IF EXISTS {copy} WITH (FORCE)"));
    tally
}
