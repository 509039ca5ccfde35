//! The weighing of objections.

use diesel::prelude::*;

use crate::domain::name::PurposeId;
use crate::store::rows::{BalancingRow, NoticeRow};
use crate::store::schema::{balancings, notices};

queries! {
    /// That an objection was weighed.
    pub fn insert_balancing(conn: &mut Conn, row: &BalancingRow) -> QueryResult<usize> {
        diesel::insert_into(balancings::table).values(row).execute(conn)
    }

    /// What was weighed in a case, oldest first.
    pub fn balancings_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<BalancingRow>> {
        balancings::table.filter(balancings::case_id.eq(case)).order(balancings::id).load(conn)
    }

    /// The weighings of these cases.
    pub fn balancings_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<BalancingRow>> {
        balancings::table.filter(balancings::case_id.eq_any(cases)).load(conn)
    }

    /// Overridden objections whose people were told by then and whose stop is not lifted.
    pub fn balancings_to_lift(
        conn: &mut Conn,
        told_before: i64,
        limit: i64,
    ) -> QueryResult<Vec<(BalancingRow, NoticeRow)>> {
        balancings::table
            .inner_join(notices::table)
            .filter(balancings::outcome.eq("overridden"))
            .filter(balancings::closed_at.is_null())
            .filter(notices::told_at.le(told_before))
            .order(balancings::id)
            .limit(limit)
            .load(conn)
    }

    /// What was weighed of this purpose in a case leads to nothing any more.
    pub fn close_balancings(
        conn: &mut Conn,
        case: &[u8],
        purpose: &PurposeId,
        at: i64,
    ) -> QueryResult<usize> {
        let open = balancings::table
            .filter(balancings::case_id.eq(case))
            .filter(balancings::purpose.eq(purpose))
            .filter(balancings::closed_at.is_null());
        diesel::update(open).set(balancings::closed_at.eq(at)).execute(conn)
    }

    /// Writes down that the stop was lifted.
    pub fn lift_balancing(conn: &mut Conn, id: &[u8], at: i64) -> QueryResult<usize> {
        diesel::update(balancings::table.find(id))
            .set((balancings::lifted_at.eq(at), balancings::closed_at.eq(at)))
            .execute(conn)
    }
}
