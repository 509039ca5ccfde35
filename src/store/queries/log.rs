//! The audit log's tables. Locking the head truly differs between the databases and lives beside each of them.

use diesel::prelude::*;
use diesel::result::QueryResult;
use diesel::upsert::excluded;

use super::Conn;
use crate::store::rows::{CheckpointRow, LeafRow, OpeningRow};
use crate::store::schema::{log_checkpoints, log_head, log_leaves, log_tiles, openings};

pub(crate) fn head(conn: &mut Conn) -> QueryResult<(i64, i64, Vec<u8>)> {
    log_head::table.select((log_head::size, log_head::last_time, log_head::peaks)).first(conn)
}

pub(crate) fn set_head(conn: &mut Conn, size: i64, time: i64, peaks: &[u8]) -> QueryResult<usize> {
    diesel::update(log_head::table.find(1))
        .set((log_head::size.eq(size), log_head::last_time.eq(time), log_head::peaks.eq(peaks)))
        .execute(conn)
}

pub(crate) fn insert_leaves(conn: &mut Conn, rows: &[LeafRow]) -> QueryResult<usize> {
    super::insert_all!(conn, log_leaves::table, rows)
}

pub(crate) fn insert_openings(conn: &mut Conn, rows: &[OpeningRow]) -> QueryResult<usize> {
    super::insert_all!(conn, openings::table, rows)
}

pub(crate) fn leaves(conn: &mut Conn, from: i64, to: i64) -> QueryResult<Vec<LeafRow>> {
    log_leaves::table
        .filter(log_leaves::idx.ge(from))
        .filter(log_leaves::idx.lt(to))
        .order(log_leaves::idx)
        .load(conn)
}

pub(crate) fn leaves_from(conn: &mut Conn, from: i64, limit: i64) -> QueryResult<Vec<LeafRow>> {
    log_leaves::table
        .filter(log_leaves::idx.ge(from))
        .order(log_leaves::idx)
        .limit(limit)
        .load(conn)
}

pub(crate) fn openings_between(
    conn: &mut Conn,
    from: i64,
    to: i64,
) -> QueryResult<Vec<OpeningRow>> {
    openings::table
        .filter(openings::idx.ge(from))
        .filter(openings::idx.lt(to))
        .order(openings::idx)
        .load(conn)
}

pub(crate) fn openings_at(conn: &mut Conn, at: &[i64]) -> QueryResult<Vec<OpeningRow>> {
    openings::table.filter(openings::idx.eq_any(at)).order(openings::idx).load(conn)
}

pub(crate) fn openings_of(conn: &mut Conn, subject: &[u8]) -> QueryResult<Vec<OpeningRow>> {
    openings::table.filter(openings::subject_id.eq(subject)).order(openings::idx).load(conn)
}

pub(crate) fn shred(conn: &mut Conn, subject: &[u8]) -> QueryResult<usize> {
    diesel::delete(openings::table.filter(openings::subject_id.eq(subject))).execute(conn)
}

pub(crate) fn tile(conn: &mut Conn, level: i64, idx: i64) -> QueryResult<Option<Vec<u8>>> {
    log_tiles::table.find((level, idx)).select(log_tiles::hashes).first(conn).optional()
}

pub(crate) fn tiles_between(
    conn: &mut Conn,
    level: i64,
    from: i64,
    to: i64,
) -> QueryResult<Vec<(i64, Vec<u8>)>> {
    log_tiles::table
        .filter(log_tiles::level.eq(level))
        .filter(log_tiles::idx.ge(from))
        .filter(log_tiles::idx.lt(to))
        .order(log_tiles::idx)
        .select((log_tiles::idx, log_tiles::hashes))
        .load(conn)
}

pub(crate) fn put_tile(conn: &mut Conn, level: i64, idx: i64, hashes: &[u8]) -> QueryResult<usize> {
    diesel::insert_into(log_tiles::table)
        .values((log_tiles::level.eq(level), log_tiles::idx.eq(idx), log_tiles::hashes.eq(hashes)))
        .on_conflict((log_tiles::level, log_tiles::idx))
        .do_update()
        .set(log_tiles::hashes.eq(excluded(log_tiles::hashes)))
        .execute(conn)
}

pub(crate) fn put_checkpoint(conn: &mut Conn, row: &CheckpointRow) -> QueryResult<usize> {
    diesel::insert_into(log_checkpoints::table)
        .values(row)
        .on_conflict(log_checkpoints::size)
        .do_nothing()
        .execute(conn)
}

pub(crate) fn last_checkpoint(conn: &mut Conn) -> QueryResult<Option<CheckpointRow>> {
    log_checkpoints::table.order(log_checkpoints::size.desc()).first(conn).optional()
}

pub(crate) fn checkpoints_after(
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
