//! SQLite: the connection, and the few statements that differ.

use std::sync::mpsc::{SyncSender, sync_channel};
use std::time::Duration;

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;

use super::error::StoreError;
use super::location::Use;
use super::threads::spawn;

pub(crate) type Conn = diesel::SqliteConnection;

/// Inserts rows in blocks of one size, and the rest one by one: each text is prepared once, and kept.
macro_rules! insert_all {
    ($conn:expr, $table:expr, $rows:expr) => {{
        let (blocks, rest) = $rows.as_chunks::<32>();
        for block in blocks {
            diesel::insert_into($table).values(block).execute($conn)?;
        }
        for row in rest {
            diesel::insert_into($table).values(row).execute($conn)?;
        }
        Ok($rows.len())
    }};
}

/// A row that no other transaction changes until this one ends: the write transaction already excludes every other writer.
macro_rules! locked {
    ($query:expr) => {
        $query
    };
}

/// Rows that no other node is taking: there is none.
macro_rules! taken {
    ($query:expr) => {
        $query
    };
}

/// What a statement says in its own way here.
pub(super) mod dialect {
    pub(in crate::store) use super::Conn;
    pub(in crate::store) use {insert_all, locked, taken};
}

const BETWEEN_COPIES: Duration = Duration::from_millis(500);

#[derive(QueryableByName)]
struct Text {
    #[diesel(sql_type = diesel::sql_types::Text)]
    value: String,
}

/// A file that is not there yet is made for its owner alone; what SQLite lays beside it has the same mode.
fn own(path: &str) -> Result<(), StoreError> {
    use std::os::unix::fs::OpenOptionsExt as _;
    let made = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    match made {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => {
            Err(StoreError::Unavailable(format!("the database file cannot be opened: {error}")))
        }
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Opens the file with every setting that durability and erasure need, and checks that they took.
pub(crate) fn connect(path: &str, purpose: Use) -> Result<Conn, StoreError> {
    own(path)?;
    let mut conn = Conn::establish(path)
        .map_err(|e| StoreError::Unavailable(format!("the database file cannot be opened: {e}")))?;
    let settings = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
         PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; \
         PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY;";
    conn.batch_execute(settings)?;
    if purpose == Use::Read {
        conn.batch_execute("PRAGMA query_only = ON;")?;
    }
    assert_setting(&mut conn, "SELECT sqlite_version() AS value", newer_than_3_51_2)?;
    assert_setting(&mut conn, "SELECT journal_mode AS value FROM pragma_journal_mode", |v| {
        v == "wal"
    })?;
    assert_setting(
        &mut conn,
        "SELECT CAST(synchronous AS TEXT) AS value FROM pragma_synchronous",
        |v| v == "2",
    )?;
    assert_setting(
        &mut conn,
        "SELECT CAST(secure_delete AS TEXT) AS value FROM pragma_secure_delete",
        |v| v == "1",
    )?;
    Ok(conn)
}

// SECURITY F6: versions 3.7.0 to 3.51.2 can corrupt a WAL database when two connections checkpoint and write.
fn newer_than_3_51_2(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    let mut next = || parts.next().unwrap_or(0);
    (next(), next(), next()) >= (3, 51, 3)
}

fn assert_setting(
    conn: &mut Conn,
    sql: &str,
    holds: impl Fn(&str) -> bool,
) -> Result<(), StoreError> {
    let row: Text = diesel::sql_query(sql).get_result(conn)?;
    if holds(&row.value) {
        return Ok(());
    }
    Err(StoreError::Broken(format!(
        "`{sql}` gave `{}`; use the bundled SQLite and a local disk",
        row.value
    )))
}

/// What SQLite finds wrong with its file, or with one table of it.
pub(crate) fn damage(conn: &mut Conn, table: Option<&str>) -> Result<Vec<String>, StoreError> {
    let found: Vec<Text> = match table {
        None => diesel::sql_query("SELECT integrity_check AS value FROM pragma_integrity_check")
            .load(conn)?,
        Some(table) => diesel::sql_query("SELECT quick_check AS value FROM pragma_quick_check(?)")
            .bind::<diesel::sql_types::Text, _>(table)
            .load(conn)?,
    };
    Ok(found.into_iter().map(|row| row.value).filter(|said| said != "ok").collect())
}

/// An empty database that nobody else sees.
pub(crate) fn in_memory() -> Result<Conn, StoreError> {
    Conn::establish(":memory:")
        .map_err(|e| StoreError::Unavailable(format!("no database in memory: {e}")))
}

/// Tables, indexes and triggers, as they were declared.
pub(crate) fn schema(conn: &mut Conn) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') AS value FROM sqlite_master \
               ORDER BY type, name";
    let rows: Vec<Text> = diesel::sql_query(sql).load(conn)?;
    Ok(rows.into_iter().map(|row| row.value).collect())
}

/// How a checkpoint is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Copy {
    /// Only look.
    Look,
    /// Copy what can be copied without waiting for anybody.
    Passive,
    /// Copy all and empty the WAL, so that nothing deleted is left behind in it (SECURITY F5).
    Truncate,
}

/// What a checkpoint left.
#[derive(QueryableByName)]
pub(crate) struct Wal {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    busy: i32,
    /// Pages in the WAL.
    #[diesel(sql_type = diesel::sql_types::Integer)]
    #[diesel(column_name = log)]
    pub(crate) pages: i32,
}

/// Copies the WAL into the file.
///
/// # Errors
/// Also when somebody else was in the way: nothing is lost then, and it has to be asked again.
pub(crate) fn checkpoint(conn: &mut Conn, how: Copy) -> Result<Wal, StoreError> {
    let run = |conn: &mut Conn, sql| diesel::sql_query(sql).get_result::<Wal>(conn);
    match how {
        Copy::Look => Ok(run(conn, "PRAGMA wal_checkpoint(NOOP)")?),
        Copy::Passive => Ok(run(conn, "PRAGMA wal_checkpoint(PASSIVE)")?),
        Copy::Truncate => {
            // It would wait as long for a reader, and every writer with it.
            conn.batch_execute("PRAGMA busy_timeout = 20")?;
            let wal = run(conn, "PRAGMA wal_checkpoint(TRUNCATE)");
            conn.batch_execute("PRAGMA busy_timeout = 10000")?;
            wal.map_err(StoreError::from)
                .and_then(|wal| if wal.busy == 0 { Ok(wal) } else { Err(StoreError::Busy) })
        }
    }
}

/// The second of the only two connections that copy the WAL: a thread that does so while the writer goes on writing.
pub(crate) struct Copier(SyncSender<()>);

impl Copier {
    /// Starts the thread. It ends after this was dropped.
    pub(crate) fn start(path: &str) -> Result<Self, StoreError> {
        let mut conn = connect(path, Use::Write)?;
        let (wake, woken) = sync_channel(1);
        spawn("wal-copier", move || {
            while woken.recv().is_ok() {
                if let Err(error) = checkpoint(&mut conn, Copy::Passive) {
                    tracing::warn!("the WAL could not be copied yet: {error}");
                }
                std::thread::sleep(BETWEEN_COPIES);
            }
        })?;
        Ok(Self(wake))
    }

    /// Says that there is something to copy.
    pub(crate) fn wake(&self) {
        // Full means that it knows already.
        let _ = self.0.try_send(());
    }
}
