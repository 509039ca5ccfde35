//! The durable queue. Claiming truly differs between the databases and lives beside each of them.

use diesel::prelude::*;
use diesel::result::QueryResult;

use super::Conn;
use crate::store::rows::JobRow;
use crate::store::schema::jobs;

pub(crate) fn insert(conn: &mut Conn, rows: &[JobRow]) -> QueryResult<usize> {
    super::insert_all!(conn, jobs::table, rows)
}

pub(crate) fn lease(conn: &mut Conn, ids: &[Vec<u8>], until: i64) -> QueryResult<Vec<JobRow>> {
    diesel::update(jobs::table.filter(jobs::id.eq_any(ids)))
        .set((
            jobs::state.eq("leased"),
            jobs::run_at.eq(until),
            jobs::attempts.eq(jobs::attempts + 1),
        ))
        .returning(JobRow::as_returning())
        .get_results(conn)
}

pub(crate) fn settle(
    conn: &mut Conn,
    id: &[u8],
    state: &str,
    run_at: i64,
    note: Option<&str>,
) -> QueryResult<usize> {
    diesel::update(jobs::table.find(id))
        .set((jobs::state.eq(state), jobs::run_at.eq(run_at), jobs::note.eq(note)))
        .execute(conn)
}

pub(crate) fn of_case(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<JobRow>> {
    jobs::table
        .filter(jobs::case_id.eq(case))
        .filter(jobs::state.eq_any(["ready", "leased"]))
        .order(jobs::run_at)
        .load(conn)
}

pub(crate) fn hurry(conn: &mut Conn, case: &[u8], now: i64) -> QueryResult<usize> {
    let waiting = jobs::table.filter(jobs::case_id.eq(case)).filter(jobs::state.eq("ready"));
    diesel::update(waiting).set((jobs::run_at.eq(now), jobs::attempts.eq(0))).execute(conn)
}

pub(crate) fn waiting(conn: &mut Conn) -> QueryResult<i64> {
    jobs::table
        .filter(jobs::state.eq("ready"))
        .filter(jobs::attempts.gt(0))
        .count()
        .get_result(conn)
}

pub(crate) fn in_state(conn: &mut Conn, state: &str) -> QueryResult<Vec<JobRow>> {
    jobs::table.filter(jobs::state.eq(state)).order(jobs::id).limit(100).load(conn)
}

pub(crate) fn next_run(conn: &mut Conn) -> QueryResult<Option<i64>> {
    jobs::table
        .filter(jobs::state.eq_any(["ready", "leased"]))
        .select(jobs::run_at)
        .order(jobs::run_at)
        .first(conn)
        .optional()
}

pub(crate) fn count(conn: &mut Conn, state: &str) -> QueryResult<i64> {
    jobs::table.filter(jobs::state.eq(state)).count().get_result(conn)
}
