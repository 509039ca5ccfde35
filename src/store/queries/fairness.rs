//! What admission and the fairness report keep and read.

use diesel::prelude::*;
use diesel::result::QueryResult;

use super::Conn;
use crate::store::rows::TicketRow;
use crate::store::schema::{jobs, tickets};

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

pub(crate) fn jobs_in_order(conn: &mut Conn) -> QueryResult<Vec<Vec<u8>>> {
    let waits = jobs::state.eq_any(["ready", "leased"]);
    let rows: Vec<Option<Vec<u8>>> =
        jobs::table.filter(waits).order(jobs::run_at).select(jobs::case_id).load(conn)?;
    Ok(rows.into_iter().flatten().collect())
}
