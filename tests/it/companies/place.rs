//! A company's databases: SQLite files, or a PostgreSQL schema for each system; and its data map.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use habeas::store::vault::random;

use super::generate::{
    Cell, Column, Company, Dataset, Engine, Erase, Find, Key, Kind, New, OnDelete, System, Table,
};

pub(crate) const ISSUERS: [&str; 2] = [habeas::auth::development::PEOPLE, "https://login.example"];

/// Where the systems lie. Dropping it drops the schemas.
pub(crate) struct Place {
    dir: PathBuf,
    server: Option<Server>,
}

pub(crate) struct Server {
    runtime: tokio::runtime::Runtime,
    client: tokio_postgres::Client,
    url: String,
    schemas: String,
}

/// How a system is kept from doing its part.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Broken {
    /// A table has another name.
    Renamed(usize),
    /// The file is none of SQLite's.
    Garbage,
}

impl Place {
    pub(crate) fn none(dir: &Path) -> Self {
        Self { dir: dir.to_owned(), server: None }
    }

    pub(crate) fn new(dir: &Path, company: &Company) -> Self {
        let server = (company.engine == Engine::Postgres).then(Server::connect);
        let place = Self { dir: dir.to_owned(), server };
        for system in &company.systems {
            let _ = std::fs::remove_file(place.file(system));
            place.create(system);
        }
        place
    }

    /// How the gateway reaches a system.
    pub(crate) fn url(&self, system: &System) -> String {
        match &self.server {
            None => format!("sqlite://{}", self.file(system).display()),
            Some(server) => {
                let (base, options) = server.url.split_once('?').unwrap_or((&server.url, ""));
                format!("{base}?{options}&options=-csearch_path%3D{}", server.schema(system))
            }
        }
    }

    pub(crate) fn file(&self, system: &System) -> PathBuf {
        self.dir.join(format!("{}.db", system.id))
    }

    fn create(&self, system: &System) {
        let mut sql = String::new();
        if let Some(server) = &self.server {
            let schema = server.schema(system);
            sql = format!(
                "CREATE SCHEMA {schema}; SET search_path = {schema}; CREATE COLLATION no_case \
                 (provider = icu, locale = 'und-u-ks-level2', deterministic = false);"
            );
        }
        for table in &system.tables {
            sql.push_str(&self.created(system, table));
        }
        self.run(system, &sql);
    }

    fn created(&self, system: &System, table: &Table) -> String {
        let engine = if self.server.is_some() { Engine::Postgres } else { Engine::Sqlite };
        let mut lines: Vec<String> = Vec::new();
        for (at, column) in table.columns.iter().enumerate() {
            let mut line = format!("{} {}", column.name, typed(engine, column.kind));
            if at == 0 {
                line.push_str(" PRIMARY KEY");
            }
            if column.is_unique {
                line.push_str(" UNIQUE");
            }
            if let Some(parent) = table.parent.as_ref().filter(|parent| parent.column == at) {
                let reference = format!(" REFERENCES {} (n)", system.tables[parent.table].name);
                line.push_str(&match parent.on_delete {
                    OnDelete::Nothing => String::new(),
                    OnDelete::Refuse => reference,
                    OnDelete::Cascade => reference + " ON DELETE CASCADE",
                    OnDelete::SetNull => reference + " ON DELETE SET NULL",
                });
            }
            lines.push(line);
        }
        let end = if table.without_rowid { " WITHOUT ROWID" } else { "" };
        let mut sql = format!("CREATE TABLE {} ({}){end};", table.name, lines.join(", "));
        for row in &table.rows {
            let cells: Vec<String> = row.iter().map(literal).collect();
            write!(sql, "INSERT INTO {} VALUES ({});", table.name, cells.join(", ")).unwrap();
        }
        sql
    }

    /// Runs SQL behind the gateway's back.
    pub(crate) fn run(&self, system: &System, sql: &str) {
        match &self.server {
            None => {
                let connection = rusqlite::Connection::open(self.file(system)).unwrap();
                let all = format!("PRAGMA synchronous = off; BEGIN; {sql}; COMMIT;");
                connection.execute_batch(&all).unwrap();
            }
            Some(server) => {
                let all = format!("SET search_path = {};{sql}", server.schema(system));
                server.runtime.block_on(server.client.batch_execute(&all)).unwrap();
            }
        }
    }

    pub(crate) fn breaks(&self, system: &System, how: Broken) {
        match how {
            Broken::Renamed(table) => {
                let name = system.tables[table].name;
                self.run(system, &format!("ALTER TABLE {name} RENAME TO away"));
            }
            Broken::Garbage => {
                std::fs::rename(self.file(system), self.dir.join("aside")).unwrap();
                std::fs::write(self.file(system), "no database".repeat(1000)).unwrap();
            }
        }
    }

    pub(crate) fn mends(&self, system: &System, how: Broken) {
        match how {
            Broken::Renamed(table) => {
                let name = system.tables[table].name;
                self.run(system, &format!("ALTER TABLE away RENAME TO {name}"));
            }
            Broken::Garbage => {
                std::fs::rename(self.dir.join("aside"), self.file(system)).unwrap();
            }
        }
    }

    /// Nobody writes in this system until it is let go: whoever wants to, waits.
    pub(crate) fn holds(&self, system: &System) -> Held<'_> {
        match &self.server {
            None => {
                let connection = rusqlite::Connection::open(self.file(system)).unwrap();
                connection.execute_batch("BEGIN IMMEDIATE").unwrap();
                Held::File(connection)
            }
            Some(server) => {
                let names: Vec<&str> = system.tables.iter().map(|table| table.name).collect();
                let (schema, names) = (server.schema(system), names.join(", "));
                let all = format!(
                    "BEGIN; SET LOCAL search_path = {schema}; LOCK TABLE {names} IN EXCLUSIVE MODE"
                );
                server.runtime.block_on(server.client.batch_execute(&all)).unwrap();
                Held::Server(server)
            }
        }
    }

    /// Every row of every table, by `n`.
    pub(crate) fn rows(&self, system: &System) -> Vec<Vec<Vec<Cell>>> {
        system.tables.iter().map(|table| self.table(system, table)).collect()
    }

    fn table(&self, system: &System, table: &Table) -> Vec<Vec<Cell>> {
        let Some(server) = &self.server else {
            let connection = rusqlite::Connection::open(self.file(system)).unwrap();
            let sql = format!("SELECT * FROM {} ORDER BY n", table.name);
            let mut statement = connection.prepare(&sql).unwrap();
            let row = |row: &rusqlite::Row<'_>| {
                (0..table.columns.len()).map(|at| row.get_ref(at).map(cell)).collect()
            };
            let rows = statement.query_map([], row).unwrap();
            return rows.collect::<Result<_, _>>().unwrap();
        };
        let names: Vec<String> =
            table.columns.iter().map(|column| format!("{}::text", column.name)).collect();
        let schema = server.schema(system);
        let name = &table.name;
        // The number, not the text that it is read as.
        let sql = format!("SELECT {} FROM {schema}.{name} ORDER BY {name}.n", names.join(", "));
        let rows = server.runtime.block_on(server.client.query(&sql, &[])).unwrap();
        let row = |row: &tokio_postgres::Row| {
            let cell = |(at, column): (usize, &Column)| {
                let text: Option<String> = row.get(at);
                text.map_or(Cell::Null, |text| match column.kind {
                    Kind::Whole => Cell::Whole(text.parse().unwrap()),
                    _ => Cell::Text(text),
                })
            };
            table.columns.iter().enumerate().map(cell).collect()
        };
        rows.iter().map(row).collect()
    }

    /// The data map of the company.
    pub(crate) fn map(&self, company: &Company) -> String {
        let part = if company.is_exact { "exact" } else { "folded" };
        let mut map = format!("version = \"2026-11-24\"\nlocal_part = \"{part}\"\n");
        for directory in &company.directories {
            let system = &company.systems[directory.system];
            let table = &system.tables[directory.table];
            let account = operand(table, directory.account);
            let email = table.columns[directory.email].name;
            write!(
                map,
                "[[directory]]\nsystem = \"{}\"\nissuer = \"{}\"\n\
                 accounts = \"SELECT {account} FROM {} WHERE {email} = :email\"\n",
                system.id, ISSUERS[directory.issuer], table.name
            )
            .unwrap();
        }
        for system in &company.systems {
            let side: Vec<&str> =
                system.side_effects.iter().map(|table| system.tables[*table].name).collect();
            write!(
                map,
                "[[system]]\nid = \"{0}\"\ntitle = \"{0}\"\nconnector = \"sql\"\nurl = \"{1}\"\nissuer = \"{2}\"\nside_effects = {side:?}\n",
                system.id,
                self.url(system),
                ISSUERS[system.issuer]
            )
            .unwrap();
            for dataset in &system.datasets {
                map.push_str(&mapped(system, dataset));
            }
        }
        map
    }
}

/// A system in which somebody else is writing. Dropping it lets it go.
pub(crate) enum Held<'p> {
    File(rusqlite::Connection),
    Server(&'p Server),
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        match self {
            Self::File(connection) => connection.execute_batch("ROLLBACK").unwrap(),
            Self::Server(server) => {
                server.runtime.block_on(server.client.batch_execute("ROLLBACK")).unwrap();
            }
        }
    }
}

impl Server {
    fn connect() -> Self {
        let url = std::env::var("TEST_POSTGRES_URL").unwrap();
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap();
        let client = runtime.block_on(async {
            let (client, connection) =
                tokio_postgres::connect(&url, tokio_postgres::NoTls).await.unwrap();
            tokio::spawn(connection);
            client
        });
        Self { runtime, client, url, schemas: format!("c{:016x}", u64::from_be_bytes(random())) }
    }

    fn schema(&self, system: &System) -> String {
        format!("{}_{}", self.schemas, system.id)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let Some(server) = &self.server else { return };
        let all = ["shop", "chat", "post"].map(|id| format!("{}_{id}", server.schemas));
        let drop = format!("DROP SCHEMA IF EXISTS {} CASCADE", all.join(", "));
        let _ = server.runtime.block_on(server.client.batch_execute(&drop));
    }
}

fn typed(engine: Engine, kind: Kind) -> &'static str {
    match (engine, kind) {
        (Engine::Sqlite, Kind::Whole) => "INTEGER",
        (Engine::Postgres, Kind::Whole) => "bigint",
        (Engine::Sqlite, Kind::NoCase) => "TEXT COLLATE NOCASE",
        (Engine::Postgres, Kind::NoCase) => "text COLLATE no_case",
        (Engine::Sqlite, Kind::RTrim) => "TEXT COLLATE RTRIM",
        (Engine::Postgres, Kind::RTrim) => "varchar(80)",
        (Engine::Sqlite, Kind::Any) => "",
        (Engine::Postgres, Kind::Uuid) => "uuid",
        (_, Kind::Text | Kind::Any | Kind::Uuid) => "TEXT",
    }
}

fn literal(cell: &Cell) -> String {
    match cell {
        Cell::Null => "NULL".into(),
        Cell::Whole(number) => number.to_string(),
        Cell::Text(text) => format!("'{}'", text.replace('\'', "''")),
    }
}

fn cell(value: rusqlite::types::ValueRef<'_>) -> Cell {
    match value {
        rusqlite::types::ValueRef::Null => Cell::Null,
        rusqlite::types::ValueRef::Integer(number) => Cell::Whole(number),
        other => Cell::Text(other.as_str().unwrap().to_owned()),
    }
}

fn operand(table: &Table, key: Key) -> String {
    let name = |at: usize| table.columns[at].name;
    match key {
        Key::One(at) => name(at).to_owned(),
        Key::Pair(space, number) => format!("{} || ':' || {}", name(space), name(number)),
    }
}

fn condition(system: &System, table: &Table, find: &Find) -> String {
    match find {
        Find::Account(key) => format!("{} = :account", operand(table, *key)),
        Find::Email(at) => format!("{} = :email", table.columns[*at].name),
        Find::Is(at, text) => format!("{} = '{text}'", table.columns[*at].name),
        Find::All(all) => {
            let all: Vec<String> = all.iter().map(|one| condition(system, table, one)).collect();
            all.join(" AND ")
        }
        Find::Through(at, parent, find) => {
            let parent = &system.tables[*parent];
            let column = table.columns[*at].name;
            let inner = condition(system, parent, find);
            format!("{column} IN (SELECT n FROM {} WHERE {inner})", parent.name)
        }
    }
}

fn mapped(system: &System, dataset: &Dataset) -> String {
    let table = &system.tables[dataset.table];
    let name = |at: &usize| table.columns[*at].name;
    let columns: Vec<&str> = dataset.columns.iter().map(name).collect();
    let finds: Vec<String> =
        dataset.find.iter().map(|find| condition(system, table, find)).collect();
    let (erase, keep) = match &dataset.erase {
        Erase::Delete => ("\"delete\"".to_owned(), ""),
        Erase::Keep => (
            "\"keep\"".to_owned(),
            "[system.dataset.keep]\nground = \"17(3)(b)\"\nlaw = \"a law\"\nreason = \"It must be kept.\"\nyears = 10\n",
        ),
        Erase::Set(set) => {
            let values = set.iter().map(|(at, new)| match new {
                New::Same(text) => format!("{} = \"{text}\"", name(at)),
                New::Null => format!("{} = {{ null = true }}", name(at)),
                New::Each(begin, end) => {
                    format!("{} = {{ each = \"{begin}{{}}{end}\" }}", name(at))
                }
            });
            (format!("{{ set = {{ {} }} }}", values.collect::<Vec<_>>().join(", ")), "")
        }
    };
    format!(
        "[[system.dataset]]\nid = \"{0}\"\ntitle = \"{0}\"\ncategory = \"data\"\ntable = \"{1}\"\ncolumns = {columns:?}\n\
         matches = {finds:?}\nissuer = \"{2}\"\nchange_class = \"normal\"\nerase = {erase}\n{keep}",
        dataset.id, table.name, ISSUERS[dataset.issuer]
    )
}
