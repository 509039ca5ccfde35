//! Mails on their way out.

use diesel::dsl::count_star;
use diesel::prelude::*;

use crate::store::error::StoreError;
use crate::store::rows::MailRow;
use crate::store::schema::mails;
use crate::store::tx::Tx;

queries! {
    /// New mails.
    pub fn insert_mails(conn: &mut Conn, rows: &[MailRow]) -> QueryResult<usize> {
        insert_all!(conn, mails::table, rows)
    }

    /// What went to these addresses since then: address, kind, when.
    pub fn mails_to(
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

    /// When the next mail is due.
    pub fn next_mail_at(conn: &mut Conn) -> QueryResult<Option<i64>> {
        mails::table
            .filter(mails::state.eq("waiting"))
            .select(mails::run_at)
            .order(mails::run_at)
            .first(conn)
            .optional()
    }

    /// Writes down how a try ended, unless somebody else has taken it since.
    pub fn settle_mail(conn: &mut Conn, row: &MailRow) -> QueryResult<usize> {
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

    /// The mails of a case, oldest first.
    pub fn mails_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<MailRow>> {
        mails::table.filter(mails::case_id.eq(case)).order((mails::made_at, mails::id)).load(conn)
    }

    /// How many mails are in each state.
    pub fn mails_by_state(conn: &mut Conn) -> QueryResult<Vec<(String, i64)>> {
        mails::table.group_by(mails::state).select((mails::state, count_star())).load(conn)
    }

    /// Deletes what is kept of mails to a person.
    pub fn drop_mails_of(conn: &mut Conn, subject: &[u8], recipient: &[u8]) -> QueryResult<usize> {
        let gone =
            diesel::delete(mails::table.filter(mails::subject_id.eq(subject))).execute(conn)?;
        let to_them = diesel::delete(mails::table.filter(mails::recipient.eq(recipient)));
        Ok(gone + to_them.execute(conn)?)
    }

    /// Deletes what is kept of mails that belong to no case and ended before then.
    pub fn drop_mails_before(conn: &mut Conn, then: i64) -> QueryResult<usize> {
        let over = mails::table
            .filter(mails::case_id.is_null())
            .filter(mails::state.ne("waiting"))
            .filter(mails::made_at.lt(then));
        diesel::delete(over).execute(conn)
    }

    /// Ids of mails whose time has come; who waits for a way in waits least.
    fn due_mails(conn: &mut Conn, now: i64, limit: i64) -> QueryResult<Vec<Vec<u8>>> {
        let due = mails::table
            .filter(mails::state.eq("waiting"))
            .filter(mails::run_at.le(now))
            .order((mails::kind.ne("sign_in"), mails::run_at))
            .limit(limit)
            .select(mails::id);
        taken!(due).load(conn)
    }

    fn lease_mails(conn: &mut Conn, ids: &[Vec<u8>], until: i64) -> QueryResult<Vec<MailRow>> {
        diesel::update(mails::table.filter(mails::id.eq_any(ids)))
            .set((
                mails::run_at.eq(until),
                mails::attempts.eq(mails::attempts + 1),
                mails::note.eq(None::<String>),
            ))
            .returning(MailRow::as_returning())
            .get_results(conn)
    }
}

impl Tx<'_> {
    /// Takes mails whose time has come, until `until`, as with jobs.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn claim_mails(
        &mut self,
        now: i64,
        until: i64,
        limit: i64,
    ) -> Result<Vec<MailRow>, StoreError> {
        let ids = self.due_mails(now, limit)?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        self.lease_mails(&ids, until)
    }
}
