//! Mails on their way out. Claiming truly differs between the databases and lives beside each of them.

use diesel::dsl::count_star;
use diesel::prelude::*;
use diesel::result::QueryResult;

use super::Conn;
use crate::store::rows::MailRow;
use crate::store::schema::mails;

pub(crate) fn insert(conn: &mut Conn, rows: &[MailRow]) -> QueryResult<usize> {
    super::insert_all!(conn, mails::table, rows)
}

pub(crate) fn to(
    conn: &mut Conn,
    recipients: &[Vec<u8>],
    since: i64,
) -> QueryResult<Vec<(Vec<u8>, String, i64)>> {
    mails::table
        .filter(mails::recipient.eq_any(recipients))
        .filter(mails::made_at.gt(since))
        .filter(mails::state.ne("held"))
        .select((mails::recipient, mails::kind, mails::made_at))
        .load(conn)
}

pub(crate) fn next_run(conn: &mut Conn) -> QueryResult<Option<i64>> {
    mails::table
        .filter(mails::state.eq("waiting"))
        .select(mails::run_at)
        .order(mails::run_at)
        .first(conn)
        .optional()
}

pub(crate) fn lease(conn: &mut Conn, ids: &[Vec<u8>], until: i64) -> QueryResult<Vec<MailRow>> {
    diesel::update(mails::table.filter(mails::id.eq_any(ids)))
        .set((
            mails::run_at.eq(until),
            mails::attempts.eq(mails::attempts + 1),
            mails::note.eq(None::<String>),
        ))
        .returning(MailRow::as_returning())
        .get_results(conn)
}

pub(crate) fn settle(conn: &mut Conn, row: &MailRow) -> QueryResult<usize> {
    let own = mails::table
        .find(&row.id)
        .filter(mails::state.eq("waiting"))
        .filter(mails::attempts.eq(row.attempts));
    diesel::update(own)
        .set((
            mails::state.eq(&row.state),
            mails::run_at.eq(row.run_at),
            mails::sealed.eq(&row.sealed),
            mails::note.eq(&row.note),
            mails::settled_at.eq(row.settled_at),
        ))
        .execute(conn)
}

pub(crate) fn of_case(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<MailRow>> {
    mails::table.filter(mails::case_id.eq(case)).order((mails::made_at, mails::id)).load(conn)
}

pub(crate) fn by_state(conn: &mut Conn) -> QueryResult<Vec<(String, i64)>> {
    mails::table.group_by(mails::state).select((mails::state, count_star())).load(conn)
}

pub(crate) fn drop_of(conn: &mut Conn, subject: &[u8], recipient: &[u8]) -> QueryResult<usize> {
    let gone = diesel::delete(mails::table.filter(mails::subject_id.eq(subject))).execute(conn)?;
    let to_them = diesel::delete(mails::table.filter(mails::recipient.eq(recipient)));
    Ok(gone + to_them.execute(conn)?)
}

pub(crate) fn drop_before(conn: &mut Conn, then: i64) -> QueryResult<usize> {
    let over = mails::table
        .filter(mails::case_id.is_null())
        .filter(mails::state.ne("waiting"))
        .filter(mails::made_at.lt(then));
    diesel::delete(over).execute(conn)
}
