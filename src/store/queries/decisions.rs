//! What the DPO advised about a flag, and what the controller's decision-maker signed.

use diesel::prelude::*;

use crate::store::rows::{DecisionRow, OpinionRow};
use crate::store::schema::{decisions, opinions};

queries! {
    /// What the DPO advised.
    pub fn insert_opinion(conn: &mut Conn, row: &OpinionRow) -> QueryResult<usize> {
        diesel::insert_into(opinions::table).values(row).execute(conn)
    }

    /// The opinions on a flag, oldest first.
    pub fn opinions_of(conn: &mut Conn, flag: &[u8]) -> QueryResult<Vec<OpinionRow>> {
        opinions::table.filter(opinions::flag_id.eq(flag)).order(opinions::id).load(conn)
    }

    /// What the controller's decision-maker signed.
    pub fn insert_decision(conn: &mut Conn, row: &DecisionRow) -> QueryResult<usize> {
        diesel::insert_into(decisions::table).values(row).execute(conn)
    }

    /// The decisions on a flag, oldest first.
    pub fn decisions_of(conn: &mut Conn, flag: &[u8]) -> QueryResult<Vec<DecisionRow>> {
        decisions::table.filter(decisions::flag_id.eq(flag)).order(decisions::id).load(conn)
    }

    /// Marks the decision in force as reopened; it stays readable.
    pub fn reopen_decisions(conn: &mut Conn, flag: &[u8], at: i64) -> QueryResult<usize> {
        let current = decisions::table
            .filter(decisions::flag_id.eq(flag))
            .filter(decisions::reopened_at.is_null());
        diesel::update(current).set(decisions::reopened_at.eq(at)).execute(conn)
    }
}
