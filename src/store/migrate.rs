//! Migrations for both databases: the same folder names on both sides, forwards and back.

use std::collections::BTreeSet;

use diesel::connection::SimpleConnection;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::error::StoreError;
use super::location::{Location, Use};
use super::threads::database_runtime;
use super::{postgres, sqlite};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");
const LOCK: i64 = 0x6861_6265_6173;

/// One migration and whether the database has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its folder name.
    pub name: String,
    /// Whether it ran.
    pub applied: bool,
}

/// Brings the database to this program's schema.
///
/// # Errors
/// When it cannot be reached, a migration fails, or its schema is newer than this program.
pub fn up(location: &Location) -> Result<(), StoreError> {
    with(location, |harness| harness.forwards())
}

/// Whether the schema is the one that the migrations make: a constraint that was weakened behind our back would let rows
/// in that the gateway could not write.
pub(super) fn has_own_schema(conn: &mut sqlite::Conn) -> Result<bool, StoreError> {
    let mut fresh = sqlite::in_memory()?;
    fresh.forwards()?;
    Ok(sqlite::schema(conn)? == sqlite::schema(&mut fresh)?)
}

/// Undoes everything. For tests of the way back; it deletes all data.
///
/// # Errors
/// When a migration fails.
pub fn down(location: &Location) -> Result<(), StoreError> {
    with(location, |harness| harness.backwards())
}

/// All migrations, in order.
///
/// # Errors
/// When the database cannot be reached.
pub fn status(location: &Location) -> Result<Vec<Step>, StoreError> {
    with(location, |harness| harness.steps())
}

fn with<T>(
    location: &Location,
    act: impl FnOnce(&mut dyn Harness) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    match location {
        Location::Sqlite(path) => {
            if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
                std::fs::create_dir_all(folder).map_err(|e| {
                    StoreError::Unavailable(format!("the database's folder cannot be made: {e}"))
                })?;
            }
            act(&mut sqlite::connect(&path.to_string_lossy(), Use::Write)?)
        }
        Location::Postgres(url) => {
            let runtime = database_runtime()?;
            let mut conn = postgres::connect(url, Use::Write, runtime.handle())?;
            conn.batch_execute(&format!("SELECT pg_advisory_lock({LOCK})"))?;
            let done = act(&mut conn);
            conn.batch_execute(&format!("SELECT pg_advisory_unlock({LOCK})"))?;
            done
        }
    }
}

/// The three things we do, on either database.
trait Harness {
    fn forwards(&mut self) -> Result<(), StoreError>;
    fn backwards(&mut self) -> Result<(), StoreError>;
    fn steps(&mut self) -> Result<Vec<Step>, StoreError>;
}

macro_rules! harness {
    ($conn:ty, $migrations:ident, $backend:ty) => {
        impl Harness for $conn {
            fn forwards(&mut self) -> Result<(), StoreError> {
                refuse_newer(&self.steps()?)?;
                self.run_pending_migrations($migrations).map_err(failed)?;
                Ok(())
            }

            fn backwards(&mut self) -> Result<(), StoreError> {
                self.revert_all_migrations($migrations).map_err(failed)?;
                Ok(())
            }

            fn steps(&mut self) -> Result<Vec<Step>, StoreError> {
                use diesel::migration::{Migration, MigrationSource};
                let known: Vec<Box<dyn Migration<$backend>>> =
                    $migrations.migrations().map_err(failed)?;
                let known = known.iter().map(|m| m.name().to_string()).collect::<Vec<_>>();
                let applied =
                    MigrationHarness::<$backend>::applied_migrations(self).map_err(failed)?;
                let applied: BTreeSet<String> = applied.iter().map(ToString::to_string).collect();
                Ok(compare(known, applied))
            }
        }
    };
}

harness!(sqlite::Conn, SQLITE, diesel::sqlite::Sqlite);
harness!(postgres::Conn, POSTGRES, diesel::pg::Pg);

fn failed(error: Box<dyn std::error::Error + Send + Sync>) -> StoreError {
    StoreError::Broken(format!("a migration failed: {error}"))
}

fn version(name: &str) -> String {
    name.split('_').next().unwrap_or(name).replace('-', "")
}

// A version that this program does not know is listed with an empty mark: see `refuse_newer`.
fn compare(known: Vec<String>, mut applied: BTreeSet<String>) -> Vec<Step> {
    let mut steps: Vec<Step> = known
        .into_iter()
        .map(|name| Step { applied: applied.remove(&version(&name)), name })
        .collect();
    steps.sort_by(|a, b| a.name.cmp(&b.name));
    steps.extend(
        applied
            .into_iter()
            .map(|unknown| Step { name: format!("unknown {unknown}"), applied: true }),
    );
    steps
}

fn refuse_newer(steps: &[Step]) -> Result<(), StoreError> {
    match steps.iter().find(|step| step.name.starts_with("unknown ")) {
        Some(step) => Err(StoreError::Broken(format!(
            "the database has a migration that this program does not know (`{}`); use a newer habeas",
            step.name.trim_start_matches("unknown ")
        ))),
        None => Ok(()),
    }
}
