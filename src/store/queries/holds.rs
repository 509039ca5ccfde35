//! Whose data stay for now.

use diesel::prelude::*;

use crate::store::rows::HoldRow;
use crate::store::schema::holds;

queries! {
    /// A legal hold.
    pub fn insert_hold(conn: &mut Conn, row: &HoldRow) -> QueryResult<usize> {
        diesel::insert_into(holds::table).values(row).execute(conn)
    }

    /// The holds that were set on a case.
    pub fn holds_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<HoldRow>> {
        holds::table.filter(holds::case_id.eq(case)).order(holds::id).load(conn)
    }

    /// The holds that were set on these cases.
    pub fn holds_in(conn: &mut Conn, of: &[Vec<u8>]) -> QueryResult<Vec<HoldRow>> {
        holds::table.filter(holds::case_id.eq_any(of)).order(holds::id).load(conn)
    }

    /// The holds in force on whoever is known by one of these keyed hashes.
    pub fn holds_on(conn: &mut Conn, blinds: &[Vec<u8>]) -> QueryResult<Vec<HoldRow>> {
        holds::table
            .filter(holds::blind.eq_any(blinds))
            .filter(holds::lifted_at.is_null())
            .order(holds::id)
            .load(conn)
    }

    /// Lifts a hold.
    pub fn lift_hold(conn: &mut Conn, id: &[u8], by: &str, at: i64) -> QueryResult<usize> {
        diesel::update(holds::table.find(id).filter(holds::lifted_at.is_null()))
            .set((holds::lifted_by.eq(by), holds::lifted_at.eq(at)))
            .execute(conn)
    }
}
