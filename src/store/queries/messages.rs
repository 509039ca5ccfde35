//! What was written in cases.

use diesel::prelude::*;

use crate::store::rows::MessageRow;
use crate::store::schema::messages;

queries! {
    /// A message.
    pub fn insert_message(conn: &mut Conn, row: &MessageRow) -> QueryResult<usize> {
        diesel::insert_into(messages::table).values(row).execute(conn)
    }

    /// The messages of a case.
    pub fn messages_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<MessageRow>> {
        messages::table.filter(messages::case_id.eq(case)).order(messages::id).load(conn)
    }

    /// The messages of these cases.
    pub fn messages_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<MessageRow>> {
        messages::table.filter(messages::case_id.eq_any(cases)).load(conn)
    }
}
