//! The audit log: its head, its leaves, what opens them, and its tiles.

use diesel::prelude::*;
use diesel::upsert::excluded;

use crate::audit::tiles::TileId;
use crate::store::rows::{LeafRow, OpeningRow};
use crate::store::schema::{log_head, log_leaves, log_tiles, openings};

/// Level and index of a tile.
fn place(id: TileId) -> (i64, i64) {
    (i64::from(id.level), i64::try_from(id.index).unwrap_or(i64::MAX))
}

queries! {
    /// Moves the head of the log.
    pub(crate) fn set_head(
        conn: &mut Conn,
        size: i64,
        time: i64,
        peaks: &[u8],
    ) -> QueryResult<usize> {
        diesel::update(log_head::table.find(1))
            .set((log_head::size.eq(size), log_head::last_time.eq(time), log_head::peaks.eq(peaks)))
            .execute(conn)
    }

    pub(crate) fn insert_leaves(conn: &mut Conn, rows: &[LeafRow]) -> QueryResult<usize> {
        insert_all!(conn, log_leaves::table, rows)
    }

    pub(crate) fn insert_openings(conn: &mut Conn, rows: &[OpeningRow]) -> QueryResult<usize> {
        insert_all!(conn, openings::table, rows)
    }

    /// The head of the log: size, time of the last leaf, peaks.
    pub fn log_head(conn: &mut Conn) -> QueryResult<(i64, i64, Vec<u8>)> {
        log_head::table.select((log_head::size, log_head::last_time, log_head::peaks)).first(conn)
    }

    /// Entries of leaves.
    pub fn leaves(conn: &mut Conn, from: i64, to: i64) -> QueryResult<Vec<LeafRow>> {
        log_leaves::table
            .filter(log_leaves::idx.ge(from))
            .filter(log_leaves::idx.lt(to))
            .order(log_leaves::idx)
            .load(conn)
    }

    /// The next leaves from an index on.
    pub fn leaves_from(conn: &mut Conn, from: i64, limit: i64) -> QueryResult<Vec<LeafRow>> {
        log_leaves::table
            .filter(log_leaves::idx.ge(from))
            .order(log_leaves::idx)
            .limit(limit)
            .load(conn)
    }

    /// Openings of leaves, where they still exist.
    pub fn openings(conn: &mut Conn, from: i64, to: i64) -> QueryResult<Vec<OpeningRow>> {
        openings::table
            .filter(openings::idx.ge(from))
            .filter(openings::idx.lt(to))
            .order(openings::idx)
            .load(conn)
    }

    /// Openings of some leaves.
    pub fn openings_at(conn: &mut Conn, at: &[i64]) -> QueryResult<Vec<OpeningRow>> {
        openings::table.filter(openings::idx.eq_any(at)).order(openings::idx).load(conn)
    }

    /// Openings sealed with one person's key.
    pub fn openings_of(conn: &mut Conn, subject: &[u8]) -> QueryResult<Vec<OpeningRow>> {
        openings::table.filter(openings::subject_id.eq(subject)).order(openings::idx).load(conn)
    }

    /// Deletes a person's openings.
    pub fn shred_openings(conn: &mut Conn, subject: &[u8]) -> QueryResult<usize> {
        diesel::delete(openings::table.filter(openings::subject_id.eq(subject))).execute(conn)
    }

    /// Puts the mark of its erasure in the place of an opening.
    pub fn erase_opening(
        conn: &mut Conn,
        idx: i64,
        nobody: &[u8],
        mark: &[u8],
    ) -> QueryResult<usize> {
        diesel::update(openings::table.find(idx))
            .set((
                openings::subject_id.eq(nobody),
                openings::case_id.eq(None::<Vec<u8>>),
                openings::salt.eq(Vec::<u8>::new()),
                openings::payload.eq(mark),
            ))
            .execute(conn)
    }

    /// Tiles of one level.
    pub fn tiles_between(
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

    /// Every tile: level, index, hashes.
    pub fn tiles_all(conn: &mut Conn) -> QueryResult<Vec<(i64, i64, Vec<u8>)>> {
        log_tiles::table.load(conn)
    }

    /// The head of the log, locked until the end of the transaction: batches of several nodes follow each other.
    pub(crate) fn lock_head(conn: &mut Conn) -> QueryResult<(i64, i64, Vec<u8>)> {
        let head = log_head::table.select((log_head::size, log_head::last_time, log_head::peaks));
        locked!(head).first(conn)
    }

    /// One tile of the log.
    pub fn tile(conn: &mut Conn, id: TileId) -> QueryResult<Option<Vec<u8>>> {
        log_tiles::table.find(place(id)).select(log_tiles::hashes).first(conn).optional()
    }

    /// A tile, in the place of an older one.
    pub(crate) fn put_tile(conn: &mut Conn, id: TileId, hashes: &[u8]) -> QueryResult<usize> {
        let (level, idx) = place(id);
        diesel::insert_into(log_tiles::table)
            .values((
                log_tiles::level.eq(level),
                log_tiles::idx.eq(idx),
                log_tiles::hashes.eq(hashes),
            ))
            .on_conflict((log_tiles::level, log_tiles::idx))
            .do_update()
            .set(log_tiles::hashes.eq(excluded(log_tiles::hashes)))
            .execute(conn)
    }
}
