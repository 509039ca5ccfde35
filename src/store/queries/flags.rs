//! Findings that ask for review.

use diesel::prelude::*;

use crate::store::rows::FlagRow;
use crate::store::schema::flags;

queries! {
    /// New flags.
    pub fn insert_flags(conn: &mut Conn, rows: &[FlagRow]) -> QueryResult<usize> {
        insert_all!(conn, flags::table, rows)
    }

    /// One flag.
    pub fn flag(conn: &mut Conn, id: &[u8]) -> QueryResult<Option<FlagRow>> {
        flags::table.find(id).first(conn).optional()
    }

    /// The flag of a case.
    pub fn flag_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Option<FlagRow>> {
        flags::table.filter(flags::case_id.eq(case)).first(conn).optional()
    }

    /// The flags of these cases.
    pub fn flags_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<FlagRow>> {
        flags::table.filter(flags::case_id.eq_any(cases)).load(conn)
    }

    /// A page of flags, newest first.
    pub fn flags_page(
        conn: &mut Conn,
        state: Option<&str>,
        before: &[u8],
        limit: i64,
    ) -> QueryResult<Vec<FlagRow>> {
        let page = flags::table.filter(flags::id.lt(before)).order(flags::id.desc()).limit(limit);
        match state {
            Some(state) => page.filter(flags::state.eq(state)).load(conn),
            None => page.load(conn),
        }
    }

    /// Open flags that nobody reviewed in time.
    pub fn flags_to_lapse(conn: &mut Conn, now: i64, limit: i64) -> QueryResult<Vec<FlagRow>> {
        flags::table
            .filter(flags::state.eq("open"))
            .filter(flags::lapses_at.le(now))
            .order(flags::lapses_at)
            .limit(limit)
            .load(conn)
    }

    /// Closes a flag.
    pub fn close_flag(conn: &mut Conn, id: &[u8], state: &str, at: i64) -> QueryResult<usize> {
        diesel::update(flags::table.find(id))
            .set((flags::state.eq(state), flags::closed_at.eq(at)))
            .execute(conn)
    }

    /// Opens a flag again.
    pub fn reopen_flag(conn: &mut Conn, id: &[u8], lapses_at: i64) -> QueryResult<usize> {
        diesel::update(flags::table.find(id))
            .set((
                flags::state.eq("open"),
                flags::lapses_at.eq(lapses_at),
                flags::closed_at.eq(None::<i64>),
            ))
            .execute(conn)
    }

    /// How many flags are open.
    pub fn open_flags(conn: &mut Conn) -> QueryResult<i64> {
        flags::table.filter(flags::state.eq("open")).count().get_result(conn)
    }
}
