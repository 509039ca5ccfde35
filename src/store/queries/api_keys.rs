//! The keys of pipelines, and what tells the master key from every other.

use diesel::prelude::*;

use crate::store::rows::KeyRow;
use crate::store::schema::{api_keys, key_check};

queries! {
    /// A new API key.
    pub fn insert_key(conn: &mut Conn, row: &KeyRow) -> QueryResult<usize> {
        diesel::insert_into(api_keys::table).values(row).execute(conn)
    }

    /// All API keys.
    pub fn keys(conn: &mut Conn) -> QueryResult<Vec<KeyRow>> {
        api_keys::table.order(api_keys::id).load(conn)
    }

    /// The check values of master keys: one, once the gateway was started.
    pub fn key_checks(conn: &mut Conn) -> QueryResult<Vec<(i64, Vec<u8>)>> {
        key_check::table.order(key_check::id).load(conn)
    }

    /// Stores a check value, unless there is one.
    pub fn put_key_check(conn: &mut Conn, value: &[u8]) -> QueryResult<usize> {
        diesel::insert_into(key_check::table)
            .values((key_check::id.eq(1_i64), key_check::value.eq(value)))
            .on_conflict(key_check::id)
            .do_nothing()
            .execute(conn)
    }
}
