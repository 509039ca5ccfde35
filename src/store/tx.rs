//! One transaction in the words of the domain. Which database answers is nobody else's business.

use super::error::StoreError;
use super::tail::Tail;
use super::{migrate, postgres, sqlite};

/// The connection of a lane, lent for one transaction.
pub(crate) enum Lent<'a> {
    Sqlite(&'a mut sqlite::Conn),
    Postgres(&'a mut postgres::Conn),
}

/// A transaction.
pub struct Tx<'a> {
    pub(crate) conn: Lent<'a>,
    pub(crate) tail: &'a mut Tail,
}

impl std::fmt::Debug for Tx<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tx")
    }
}

impl Tx<'_> {
    /// What the database itself finds wrong with its file, or with one table of it. Asked before anything is believed:
    /// pages that point at each other are read for ever. PostgreSQL keeps that to itself.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn damage(&mut self, table: Option<&str>) -> Result<Vec<String>, StoreError> {
        match &mut self.conn {
            Lent::Sqlite(conn) => sqlite::damage(conn, table),
            Lent::Postgres(_) => Ok(Vec::new()),
        }
    }

    /// Whether the schema is this program's; not asked of PostgreSQL.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn has_own_schema(&mut self) -> Result<bool, StoreError> {
        match &mut self.conn {
            Lent::Sqlite(conn) => migrate::has_own_schema(conn),
            Lent::Postgres(_) => Ok(true),
        }
    }
}
