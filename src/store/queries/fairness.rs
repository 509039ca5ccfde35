//! What admission and the fairness report keep and read.

use diesel::prelude::*;
use diesel::result::QueryResult;

use super::Conn;
use crate::store::rows::{LabelledCase, ObjectionWayRow, TicketRow};
use crate::store::schema::{cases, cohorts, jobs, objection_ways, objections, tickets};

pub(crate) fn insert_tickets(conn: &mut Conn, rows: &[TicketRow]) -> QueryResult<usize> {
    super::insert_all!(conn, tickets::table, rows)
}

pub(crate) fn all_tickets(conn: &mut Conn) -> QueryResult<Vec<TicketRow>> {
    tickets::table.load(conn)
}

pub(crate) fn tickets(conn: &mut Conn, nonces: &[Vec<u8>]) -> QueryResult<Vec<TicketRow>> {
    tickets::table.filter(tickets::nonce.eq_any(nonces)).load(conn)
}

pub(crate) fn drop_tickets_before(conn: &mut Conn, now: i64) -> QueryResult<usize> {
    diesel::delete(tickets::table.filter(tickets::expires_at.lt(now))).execute(conn)
}

pub(crate) fn insert_way(conn: &mut Conn, row: &ObjectionWayRow) -> QueryResult<usize> {
    diesel::insert_into(objection_ways::table).values(row).execute(conn)
}

pub(crate) fn ways_between(
    conn: &mut Conn,
    times: (i64, i64),
    epoch: i64,
    limit: i64,
) -> QueryResult<Vec<ObjectionWayRow>> {
    objection_ways::table
        .filter(objection_ways::made_at.ge(times.0))
        .filter(objection_ways::made_at.lt(times.1))
        .filter(objection_ways::epoch.gt(epoch))
        .order(objection_ways::epoch)
        .limit(limit)
        .load(conn)
}

/// Person, case and labels of these people's cases, oldest first.
pub(crate) fn cohorts_of(conn: &mut Conn, subjects: &[Vec<u8>]) -> QueryResult<Vec<LabelledCase>> {
    cohorts::table
        .inner_join(cases::table.on(cases::id.eq(cohorts::case_id)))
        .filter(cases::subject_id.eq_any(subjects))
        .order(cases::id)
        .select((cases::subject_id, cases::id, cohorts::sealed))
        .load(conn)
}

pub(crate) fn imported_between(conn: &mut Conn, from: i64, to: i64) -> QueryResult<i64> {
    objections::table
        .filter(objections::assurance.eq("imported"))
        .filter(objections::since.ge(from))
        .filter(objections::since.lt(to))
        .count()
        .get_result(conn)
}

pub(crate) fn jobs_in_order(conn: &mut Conn) -> QueryResult<Vec<Vec<u8>>> {
    let waits = jobs::state.eq_any(["ready", "leased"]);
    let rows: Vec<Option<Vec<u8>>> =
        jobs::table.filter(waits).order(jobs::run_at).select(jobs::case_id).load(conn)?;
    Ok(rows.into_iter().flatten().collect())
}
