//! People, their objections, and the keys of pipelines.

use diesel::prelude::*;
use diesel::result::QueryResult;
use diesel::upsert::excluded;

use super::Conn;
use crate::store::rows::{KeyRow, ObjectionRow, PolicyRow, SubjectRow};
use crate::store::schema::{api_keys, counters, key_check, objections, policies, subjects};

pub(crate) fn insert(conn: &mut Conn, rows: &[SubjectRow]) -> QueryResult<usize> {
    super::insert_all!(conn, subjects::table, rows)
}

pub(crate) fn by_blinds(conn: &mut Conn, blinds: &[Vec<u8>]) -> QueryResult<Vec<SubjectRow>> {
    subjects::table.filter(subjects::blind.eq_any(blinds)).load(conn)
}

pub(crate) fn by_ids(conn: &mut Conn, ids: &[Vec<u8>]) -> QueryResult<Vec<SubjectRow>> {
    subjects::table.filter(subjects::id.eq_any(ids)).load(conn)
}

pub(crate) fn forget(conn: &mut Conn, id: &[u8]) -> QueryResult<usize> {
    diesel::delete(subjects::table.find(id)).execute(conn)
}

pub(crate) fn put_objection(conn: &mut Conn, row: &ObjectionRow) -> QueryResult<usize> {
    diesel::insert_into(objections::table)
        .values(row)
        .on_conflict((objections::mark, objections::purpose))
        .do_update()
        .set((
            objections::standing.eq(excluded(objections::standing)),
            objections::since.eq(excluded(objections::since)),
            objections::epoch.eq(excluded(objections::epoch)),
            objections::assurance.eq(excluded(objections::assurance)),
            objections::via.eq(excluded(objections::via)),
            objections::restricted_at.eq(excluded(objections::restricted_at)),
        ))
        .execute(conn)
}

pub(crate) fn objections_after_mark(
    conn: &mut Conn,
    purpose: &str,
    after: &[u8],
    limit: i64,
) -> QueryResult<Vec<ObjectionRow>> {
    objections::table
        .filter(objections::purpose.eq(purpose))
        .filter(objections::mark.gt(after))
        .order(objections::mark)
        .limit(limit)
        .load(conn)
}

pub(crate) fn changes_after(
    conn: &mut Conn,
    purpose: &str,
    epoch: i64,
    limit: i64,
) -> QueryResult<Vec<ObjectionRow>> {
    objections::table
        .filter(objections::purpose.eq(purpose))
        .filter(objections::epoch.gt(epoch))
        .order(objections::epoch)
        .limit(limit)
        .load(conn)
}

pub(crate) fn policies_of(conn: &mut Conn, kind: &str) -> QueryResult<Vec<PolicyRow>> {
    policies::table.filter(policies::kind.eq(kind)).order(policies::activated_at).load(conn)
}

pub(crate) fn objections_of(conn: &mut Conn, marks: &[Vec<u8>]) -> QueryResult<Vec<ObjectionRow>> {
    objections::table.filter(objections::mark.eq_any(marks)).order(objections::purpose).load(conn)
}

pub(crate) fn objections_via(conn: &mut Conn, mark: &[u8]) -> QueryResult<Vec<ObjectionRow>> {
    objections::table.filter(objections::via.eq(mark)).order(objections::epoch).load(conn)
}

pub(crate) fn objections_after(
    conn: &mut Conn,
    epoch: i64,
    limit: i64,
) -> QueryResult<Vec<ObjectionRow>> {
    objections::table
        .filter(objections::epoch.gt(epoch))
        .order(objections::epoch)
        .limit(limit)
        .load(conn)
}

pub(crate) fn next_epoch(conn: &mut Conn) -> QueryResult<i64> {
    diesel::update(counters::table.find("objection_epoch"))
        .set(counters::value.eq(counters::value + 1))
        .returning(counters::value)
        .get_result(conn)
}

pub(crate) fn epoch(conn: &mut Conn) -> QueryResult<i64> {
    counters::table.find("objection_epoch").select(counters::value).first(conn)
}

pub(crate) fn insert_key(conn: &mut Conn, row: &KeyRow) -> QueryResult<usize> {
    diesel::insert_into(api_keys::table).values(row).execute(conn)
}

pub(crate) fn keys(conn: &mut Conn) -> QueryResult<Vec<KeyRow>> {
    api_keys::table.order(api_keys::id).load(conn)
}

pub(crate) fn put_policy(conn: &mut Conn, row: &PolicyRow) -> QueryResult<usize> {
    diesel::insert_into(policies::table)
        .values(row)
        .on_conflict(policies::hash)
        .do_nothing()
        .execute(conn)
}

pub(crate) fn policy(conn: &mut Conn, hash: &str) -> QueryResult<Option<PolicyRow>> {
    policies::table.find(hash).first(conn).optional()
}

pub(crate) fn key_checks(conn: &mut Conn) -> QueryResult<Vec<(i64, Vec<u8>)>> {
    key_check::table.order(key_check::id).load(conn)
}

pub(crate) fn put_key_check(conn: &mut Conn, value: &[u8]) -> QueryResult<usize> {
    diesel::insert_into(key_check::table)
        .values((key_check::id.eq(1_i64), key_check::value.eq(value)))
        .on_conflict(key_check::id)
        .do_nothing()
        .execute(conn)
}
