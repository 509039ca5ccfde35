//! Who is signed in, and the ways in that were offered. Nothing here opens without the keys.

use diesel::prelude::*;
use diesel::result::QueryResult;

use super::Conn;
use crate::store::rows::{SessionRow, SignInRow};
use crate::store::schema::{sessions, sign_ins};

pub(crate) fn offer(conn: &mut Conn, row: &SignInRow) -> QueryResult<usize> {
    diesel::insert_into(sign_ins::table).values(row).execute(conn)
}

pub(crate) fn offered(conn: &mut Conn, token: &[u8]) -> QueryResult<Option<SignInRow>> {
    sign_ins::table.filter(sign_ins::token.eq(token)).first(conn).optional()
}

pub(crate) fn offered_to_browser(
    conn: &mut Conn,
    browser: &[u8],
) -> QueryResult<Option<SignInRow>> {
    sign_ins::table.filter(sign_ins::browser.eq(browser)).first(conn).optional()
}

/// Nothing when somebody else spent it first.
pub(crate) fn spend(conn: &mut Conn, id: &[u8], at: i64) -> QueryResult<usize> {
    diesel::update(sign_ins::table.find(id).filter(sign_ins::spent_at.is_null()))
        .set(sign_ins::spent_at.eq(at))
        .execute(conn)
}

pub(crate) fn miss(conn: &mut Conn, id: &[u8]) -> QueryResult<usize> {
    diesel::update(sign_ins::table.find(id))
        .set(sign_ins::tries.eq(sign_ins::tries + 1))
        .execute(conn)
}

pub(crate) fn begin(conn: &mut Conn, row: &SessionRow) -> QueryResult<usize> {
    diesel::insert_into(sessions::table).values(row).execute(conn)
}

pub(crate) fn of_token(conn: &mut Conn, token: &[u8]) -> QueryResult<Option<SessionRow>> {
    sessions::table.filter(sessions::token.eq(token)).first(conn).optional()
}

pub(crate) fn see(conn: &mut Conn, id: &[u8], at: i64) -> QueryResult<usize> {
    diesel::update(sessions::table.find(id).filter(sessions::seen_at.lt(at)))
        .set(sessions::seen_at.eq(at))
        .execute(conn)
}

pub(crate) fn end(conn: &mut Conn, token: &[u8]) -> QueryResult<usize> {
    diesel::delete(sessions::table.filter(sessions::token.eq(token))).execute(conn)
}

/// Signs a person out everywhere, and voids what was offered to them.
pub(crate) fn end_all_of(conn: &mut Conn, person: &[u8]) -> QueryResult<usize> {
    diesel::delete(sign_ins::table.filter(sign_ins::person.eq(person))).execute(conn)?;
    diesel::delete(sessions::table.filter(sessions::person.eq(person))).execute(conn)
}

/// What ended by itself.
pub(crate) fn thin(
    conn: &mut Conn,
    now: i64,
    idle_since: i64,
    offered_before: i64,
) -> QueryResult<usize> {
    let offered = sign_ins::table.filter(sign_ins::made_at.lt(offered_before));
    let gone = diesel::delete(offered).execute(conn)?;
    let over = sessions::seen_at.lt(idle_since).or(sessions::ends_at.le(now));
    Ok(gone + diesel::delete(sessions::table.filter(over)).execute(conn)?)
}
