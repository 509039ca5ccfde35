//! Claim tickets that were redeemed.

use diesel::prelude::*;

use crate::store::rows::TicketRow;
use crate::store::schema::tickets;

queries! {
    /// Claim tickets that were redeemed now.
    pub fn insert_tickets(conn: &mut Conn, rows: &[TicketRow]) -> QueryResult<usize> {
        insert_all!(conn, tickets::table, rows)
    }

    /// Every claim ticket that was redeemed and has not expired.
    pub fn tickets(conn: &mut Conn) -> QueryResult<Vec<TicketRow>> {
        tickets::table.load(conn)
    }

    /// Of these claim tickets, those that were redeemed.
    pub fn tickets_redeemed(conn: &mut Conn, nonces: &[Vec<u8>]) -> QueryResult<Vec<TicketRow>> {
        tickets::table.filter(tickets::nonce.eq_any(nonces)).load(conn)
    }

    /// Forgets redeemed tickets that have expired anyway.
    pub fn drop_tickets_before(conn: &mut Conn, now: i64) -> QueryResult<usize> {
        diesel::delete(tickets::table.filter(tickets::expires_at.lt(now))).execute(conn)
    }
}
