//! Cohort labels of cases, sealed.

use diesel::prelude::*;

use crate::store::rows::{CohortRow, LabelledCase};
use crate::store::schema::{cases, cohorts};

queries! {
    /// Cohort labels, sealed.
    pub fn insert_cohorts(conn: &mut Conn, rows: &[CohortRow]) -> QueryResult<usize> {
        insert_all!(conn, cohorts::table, rows)
    }

    /// Person, case and labels of these people's cases, oldest first.
    pub fn cohorts_of(conn: &mut Conn, subjects: &[Vec<u8>]) -> QueryResult<Vec<LabelledCase>> {
        cohorts::table
            .inner_join(cases::table.on(cases::id.eq(cohorts::case_id)))
            .filter(cases::subject_id.eq_any(subjects))
            .order(cases::id)
            .select((cases::subject_id, cases::id, cohorts::sealed))
            .load(conn)
    }

    /// The labels of these cases.
    pub fn cohorts_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<CohortRow>> {
        cohorts::table.filter(cohorts::case_id.eq_any(cases)).load(conn)
    }

    /// The labels of the cases after one, up to another.
    pub fn cohorts_between(
        conn: &mut Conn,
        after: &[u8],
        last: &[u8],
    ) -> QueryResult<Vec<CohortRow>> {
        cohorts::table
            .filter(cohorts::case_id.gt(after))
            .filter(cohorts::case_id.le(last))
            .load(conn)
    }
}
