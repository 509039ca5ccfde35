//! Who is under a restriction (Art. 18), for which use, by which case.

use diesel::dsl::min;
use diesel::prelude::*;

use crate::domain::name::PurposeId;
use crate::store::rows::RestrictionRow;
use crate::store::schema::{notices, restrictions};

queries! {
    /// Puts a person under a restriction; once.
    pub fn insert_restriction(conn: &mut Conn, row: &RestrictionRow) -> QueryResult<usize> {
        diesel::insert_into(restrictions::table)
            .values(row)
            .on_conflict((restrictions::case_id, restrictions::mark, restrictions::purpose))
            .do_nothing()
            .execute(conn)
    }

    /// The restrictions that these cases hold.
    pub fn restrictions_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<RestrictionRow>> {
        restrictions::table
            .filter(restrictions::case_id.eq_any(cases))
            .order((restrictions::case_id, restrictions::mark, restrictions::purpose))
            .load(conn)
    }

    /// Since when a person is restricted for a purpose, by whatever case.
    pub fn restricted_since(
        conn: &mut Conn,
        mark: &[u8],
        purpose: &PurposeId,
    ) -> QueryResult<Option<i64>> {
        restrictions::table
            .filter(restrictions::mark.eq(mark))
            .filter(restrictions::purpose.eq(purpose))
            .select(min(restrictions::since))
            .first(conn)
    }

    /// Ends what a case holds.
    pub fn drop_restrictions(conn: &mut Conn, case: &[u8]) -> QueryResult<usize> {
        diesel::delete(restrictions::table.filter(restrictions::case_id.eq(case))).execute(conn)
    }

    /// Names the letter that says that a case's restrictions end, or takes the name away.
    pub fn announce_lifting(
        conn: &mut Conn,
        case: &[u8],
        lifting: Option<&Vec<u8>>,
    ) -> QueryResult<usize> {
        diesel::update(restrictions::table.filter(restrictions::case_id.eq(case)))
            .set(restrictions::lifting.eq(lifting))
            .execute(conn)
    }

    /// Cases that hold a restriction under any of these marks.
    pub fn cases_restricting(conn: &mut Conn, marks: &[Vec<u8>]) -> QueryResult<Vec<Vec<u8>>> {
        restrictions::table
            .filter(restrictions::mark.eq_any(marks))
            .select(restrictions::case_id)
            .distinct()
            .order(restrictions::case_id)
            .load(conn)
    }

    /// Every case that holds a restriction.
    pub fn restricted_cases(conn: &mut Conn) -> QueryResult<Vec<Vec<u8>>> {
        restrictions::table.select(restrictions::case_id).distinct().load(conn)
    }

    /// Cases, each with that letter, whose person was told by then.
    pub fn restrictions_ending(
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
}
