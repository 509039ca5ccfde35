//! Who is under a restriction (Art. 18), for which use, by which case.

use diesel::dsl::min;
use diesel::prelude::*;
use diesel::result::QueryResult;

use super::Conn;
use crate::store::rows::RestrictionRow;
use crate::store::schema::{notices, restrictions};

pub(crate) fn insert(conn: &mut Conn, row: &RestrictionRow) -> QueryResult<usize> {
    diesel::insert_into(restrictions::table)
        .values(row)
        .on_conflict((restrictions::case_id, restrictions::mark, restrictions::purpose))
        .do_nothing()
        .execute(conn)
}

pub(crate) fn of_cases(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<RestrictionRow>> {
    restrictions::table
        .filter(restrictions::case_id.eq_any(cases))
        .order((restrictions::case_id, restrictions::mark, restrictions::purpose))
        .load(conn)
}

/// Since when somebody is restricted for a purpose, by whatever case.
pub(crate) fn since(conn: &mut Conn, mark: &[u8], purpose: &str) -> QueryResult<Option<i64>> {
    restrictions::table
        .filter(restrictions::mark.eq(mark))
        .filter(restrictions::purpose.eq(purpose))
        .select(min(restrictions::since))
        .first(conn)
}

pub(crate) fn delete(conn: &mut Conn, case: &[u8]) -> QueryResult<usize> {
    diesel::delete(restrictions::table.filter(restrictions::case_id.eq(case))).execute(conn)
}

pub(crate) fn announce(
    conn: &mut Conn,
    case: &[u8],
    lifting: Option<&Vec<u8>>,
) -> QueryResult<usize> {
    diesel::update(restrictions::table.filter(restrictions::case_id.eq(case)))
        .set(restrictions::lifting.eq(lifting))
        .execute(conn)
}

/// Cases that hold any under these marks.
pub(crate) fn cases_of(conn: &mut Conn, marks: &[Vec<u8>]) -> QueryResult<Vec<Vec<u8>>> {
    restrictions::table
        .filter(restrictions::mark.eq_any(marks))
        .select(restrictions::case_id)
        .distinct()
        .order(restrictions::case_id)
        .load(conn)
}

/// Cases that hold any.
pub(crate) fn cases(conn: &mut Conn) -> QueryResult<Vec<Vec<u8>>> {
    restrictions::table.select(restrictions::case_id).distinct().load(conn)
}

/// Cases whose person was told by then that their restriction ends.
pub(crate) fn ending(
    conn: &mut Conn,
    told_before: i64,
    limit: i64,
) -> QueryResult<Vec<(Vec<u8>, Vec<u8>)>> {
    restrictions::table
        .inner_join(notices::table)
        .filter(notices::told_at.le(told_before))
        .select((restrictions::case_id, notices::id))
        .distinct()
        .order(restrictions::case_id)
        .limit(limit)
        .load(conn)
}
