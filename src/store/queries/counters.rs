//! Numbers that are taken one after the other.

use diesel::prelude::*;

use crate::store::schema::counters;

queries! {
    /// Takes the next number of a counter; held until the transaction ends, so that numbers become visible in order.
    pub fn next_of(conn: &mut Conn, name: &str) -> QueryResult<i64> {
        diesel::update(counters::table.find(name))
            .set(counters::value.eq(counters::value + 1))
            .returning(counters::value)
            .get_result(conn)
    }

    /// The last number taken from a counter.
    pub fn last_of(conn: &mut Conn, name: &str) -> QueryResult<i64> {
        counters::table.find(name).select(counters::value).first(conn)
    }

    /// Every counter.
    pub fn counters(conn: &mut Conn) -> QueryResult<Vec<(String, i64)>> {
        counters::table.order(counters::name).load(conn)
    }
}
