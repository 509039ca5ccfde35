//! Who is signed in, and the ways in that were offered. Nothing here opens without the keys.

use diesel::prelude::*;

use crate::store::rows::{SessionRow, SignInRow};
use crate::store::schema::{sessions, sign_ins};

queries! {
    /// Offers a way in.
    pub fn offer_sign_in(conn: &mut Conn, row: &SignInRow) -> QueryResult<usize> {
        diesel::insert_into(sign_ins::table).values(row).execute(conn)
    }

    /// A way in, by its token.
    pub fn sign_in(conn: &mut Conn, token: &[u8]) -> QueryResult<Option<SignInRow>> {
        sign_ins::table.filter(sign_ins::token.eq(token)).first(conn).optional()
    }

    /// The way in that a browser asked for.
    pub fn sign_in_of_browser(conn: &mut Conn, browser: &[u8]) -> QueryResult<Option<SignInRow>> {
        sign_ins::table.filter(sign_ins::browser.eq(browser)).first(conn).optional()
    }

    /// Spends one; 0 when it was spent before.
    pub fn spend_sign_in(conn: &mut Conn, id: &[u8], at: i64) -> QueryResult<usize> {
        diesel::update(sign_ins::table.find(id).filter(sign_ins::spent_at.is_null()))
            .set(sign_ins::spent_at.eq(at))
            .execute(conn)
    }

    /// Counts a wrong code.
    pub fn miss_sign_in(conn: &mut Conn, id: &[u8]) -> QueryResult<usize> {
        diesel::update(sign_ins::table.find(id))
            .set(sign_ins::tries.eq(sign_ins::tries + 1))
            .execute(conn)
    }

    /// Signs somebody in.
    pub fn begin_session(conn: &mut Conn, row: &SessionRow) -> QueryResult<usize> {
        diesel::insert_into(sessions::table).values(row).execute(conn)
    }

    /// Who holds this token.
    pub fn session(conn: &mut Conn, token: &[u8]) -> QueryResult<Option<SessionRow>> {
        sessions::table.filter(sessions::token.eq(token)).first(conn).optional()
    }

    /// A session is in use.
    pub fn see_session(conn: &mut Conn, id: &[u8], at: i64) -> QueryResult<usize> {
        diesel::update(sessions::table.find(id).filter(sessions::seen_at.lt(at)))
            .set(sessions::seen_at.eq(at))
            .execute(conn)
    }

    /// Signs out.
    pub fn end_session(conn: &mut Conn, token: &[u8]) -> QueryResult<usize> {
        diesel::delete(sessions::table.filter(sessions::token.eq(token))).execute(conn)
    }

    /// Signs a person out everywhere, and voids what was offered to them.
    pub fn end_sessions_of(conn: &mut Conn, person: &[u8]) -> QueryResult<usize> {
        diesel::delete(sign_ins::table.filter(sign_ins::person.eq(person))).execute(conn)?;
        diesel::delete(sessions::table.filter(sessions::person.eq(person))).execute(conn)
    }

    /// Deletes what ended by itself.
    pub fn thin_sessions(
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
}
