//! By which ways objections came.

use diesel::prelude::*;

use crate::store::rows::ObjectionWayRow;
use crate::store::schema::objection_ways;

queries! {
    /// Keeps by which way an objection came.
    pub fn insert_objection_way(conn: &mut Conn, row: &ObjectionWayRow) -> QueryResult<usize> {
        diesel::insert_into(objection_ways::table).values(row).execute(conn)
    }

    /// By which ways objections of some time came, by epoch.
    pub fn objection_ways_between(
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
}
