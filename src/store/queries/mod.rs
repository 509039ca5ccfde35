//! What is asked of the database, one file for each table or for a few that belong together.
//!
//! A query is written once, as a function on a connection; [`queries!`] compiles it for both databases and makes it a method of
//! [`Tx`](super::tx::Tx). Where the databases truly differ, their own `dialect` says how.
//!
//! **Invariant:** nothing here knows what a row means: bytes, milliseconds, words and names go in and come out.

/// Makes each function a method of the same name, without the connection. The formatter does not look in here: write as it
/// would, for 96 columns.
///
/// ```ignore
/// queries! {
///     /// One flag.
///     pub fn flag(conn: &mut Conn, id: &[u8]) -> QueryResult<Option<FlagRow>> {
///         flags::table.find(id).first(conn).optional()
///     }
/// }
/// let row: Option<FlagRow> = tx.flag(&id)?;
/// ```
macro_rules! queries {
    ($(
        $(#[$doc:meta])*
        $vis:vis fn $name:ident(
            $conn:ident: &mut Conn $(, $arg:ident: $kind:ty)* $(,)?
        ) -> QueryResult<$out:ty> $body:block
    )*) => {
        mod on_sqlite {
            use super::*;
            use crate::store::sqlite::dialect::*;
            $(pub(super) fn $name($conn: &mut Conn $(, $arg: $kind)*) -> QueryResult<$out> $body)*
        }

        mod on_postgres {
            use super::*;
            use crate::store::postgres::dialect::*;
            $(pub(super) fn $name($conn: &mut Conn $(, $arg: $kind)*) -> QueryResult<$out> $body)*
        }

        #[expect(clippy::missing_errors_doc, reason = "each fails only when the database does")]
        impl crate::store::tx::Tx<'_> {$(
            $(#[$doc])*
            $vis fn $name(
                &mut self $(, $arg: $kind)*
            ) -> Result<$out, crate::store::error::StoreError> {
                use crate::store::tx::Lent;
                Ok(match &mut self.conn {
                    Lent::Sqlite(conn) => on_sqlite::$name(conn $(, $arg)*),
                    Lent::Postgres(conn) => on_postgres::$name(conn $(, $arg)*),
                }?)
            }
        )*}
    };
}

mod api_keys;
mod attachments;
mod balancings;
mod cases;
mod cohorts;
mod counters;
mod decisions;
mod flags;
mod holds;
mod jobs;
mod log_heads;
mod log_leaves;
mod mails;
mod messages;
mod notices;
mod objection_ways;
mod objections;
mod packages;
mod policies;
mod policy_announcements;
mod policy_changes;
mod recipients;
mod restrictions;
mod sessions;
mod subjects;
mod tasks;
mod tickets;
