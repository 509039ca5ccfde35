//! Heads of the log that were signed, and what witnesses said of them.

use diesel::prelude::*;

use crate::store::rows::{CheckpointRow, CosignatureRow};
use crate::store::schema::{log_checkpoints, log_cosignatures};

queries! {
    /// A signed head.
    pub fn put_checkpoint(conn: &mut Conn, row: &CheckpointRow) -> QueryResult<usize> {
        diesel::insert_into(log_checkpoints::table)
            .values(row)
            .on_conflict(log_checkpoints::size)
            .do_nothing()
            .execute(conn)
    }

    /// The last signed head.
    pub fn last_checkpoint(conn: &mut Conn) -> QueryResult<Option<CheckpointRow>> {
        log_checkpoints::table.order(log_checkpoints::size.desc()).first(conn).optional()
    }

    /// Signed heads, smallest first.
    pub fn checkpoints_after(
        conn: &mut Conn,
        size: i64,
        limit: i64,
    ) -> QueryResult<Vec<CheckpointRow>> {
        log_checkpoints::table
            .filter(log_checkpoints::size.gt(size))
            .order(log_checkpoints::size)
            .limit(limit)
            .load(conn)
    }

    /// What a witness said.
    pub fn put_cosignature(conn: &mut Conn, row: &CosignatureRow) -> QueryResult<usize> {
        diesel::insert_into(log_cosignatures::table)
            .values(row)
            .on_conflict((log_cosignatures::witness, log_cosignatures::size))
            .do_nothing()
            .execute(conn)
    }

    /// What witnesses said of a head.
    pub fn cosignatures_of(conn: &mut Conn, size: i64) -> QueryResult<Vec<CosignatureRow>> {
        log_cosignatures::table
            .filter(log_cosignatures::size.eq(size))
            .order(log_cosignatures::witness)
            .load(conn)
    }

    /// Everything that witnesses said, by witness, oldest first.
    pub fn cosignatures(conn: &mut Conn) -> QueryResult<Vec<CosignatureRow>> {
        log_cosignatures::table
            .order((log_cosignatures::witness, log_cosignatures::size))
            .load(conn)
    }

    /// Every witness that ever cosigned, with the size of its newest head.
    pub fn cosigned(conn: &mut Conn) -> QueryResult<Vec<(String, Option<i64>)>> {
        log_cosignatures::table
            .group_by(log_cosignatures::witness)
            .order(log_cosignatures::witness)
            .select((log_cosignatures::witness, diesel::dsl::max(log_cosignatures::size)))
            .load(conn)
    }

    /// The largest size that a witness has cosigned.
    pub fn last_cosigned(conn: &mut Conn) -> QueryResult<Option<i64>> {
        log_cosignatures::table.select(diesel::dsl::max(log_cosignatures::size)).first(conn)
    }

    /// The last thing that a witness said.
    pub fn last_cosignature(conn: &mut Conn, witness: &str) -> QueryResult<Option<CosignatureRow>> {
        log_cosignatures::table
            .filter(log_cosignatures::witness.eq(witness))
            .order(log_cosignatures::size.desc())
            .first(conn)
            .optional()
    }
}
