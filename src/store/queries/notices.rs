//! Letters.

use diesel::prelude::*;

use crate::store::rows::NoticeRow;
use crate::store::schema::{cases, decisions, flags, notices, opinions};

queries! {
    /// A letter.
    pub fn insert_notice(conn: &mut Conn, row: &NoticeRow) -> QueryResult<usize> {
        diesel::insert_into(notices::table).values(row).execute(conn)
    }

    /// One letter.
    pub fn notice(conn: &mut Conn, id: &[u8]) -> QueryResult<Option<NoticeRow>> {
        notices::table.find(id).first(conn).optional()
    }

    /// The letters of a case, oldest first.
    pub fn notices_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<NoticeRow>> {
        notices::table.filter(notices::case_id.eq(case)).order(notices::id).load(conn)
    }

    /// The letters of these cases.
    pub fn notices_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<NoticeRow>> {
        notices::table.filter(notices::case_id.eq_any(cases)).load(conn)
    }

    /// Writes down that a letter reached its person; once.
    pub fn tell_notice(conn: &mut Conn, id: &[u8], at: i64, how: &str) -> QueryResult<usize> {
        // The first moment that counts: whoever reads a letter before the post would have brought it has it.
        let is_news = notices::told_at.is_null().or(notices::told_at.gt(at));
        diesel::update(notices::table.find(id).filter(is_news))
            .set((notices::told_at.eq(at), notices::told_how.eq(how)))
            .execute(conn)
    }

    /// Letters of these kinds that count as told by now, of cases whose person has not been told of the answer; after `after`,
    /// by id.
    pub fn notices_come(
        conn: &mut Conn,
        kinds: &[&str],
        now: i64,
        after: &[u8],
        limit: i64,
    ) -> QueryResult<Vec<NoticeRow>> {
        let waiting = cases::table.filter(cases::stage.eq("decided")).select(cases::id);
        notices::table
            .filter(notices::case_id.eq_any(waiting))
            .filter(notices::kind.eq_any(kinds.iter().copied()))
            .filter(notices::told_at.le(now))
            .filter(notices::id.gt(after))
            .order(notices::id)
            .limit(limit)
            .load(conn)
    }

    /// Empties the sealed words of a person's letters, and of opinions and decisions about them.
    pub fn drop_notices(conn: &mut Conn, subject: &[u8]) -> QueryResult<usize> {
        // The rows stay where a decision points at them; the words go. A decision's own are never shorter than a sealed text.
        let blank = vec![0u8; 64];
        let own = cases::table.filter(cases::subject_id.eq(subject)).select(cases::id);
        let flagged = flags::table.filter(flags::case_id.eq_any(own)).select(flags::id);
        diesel::update(opinions::table.filter(opinions::flag_id.eq_any(flagged)))
            .set(opinions::sealed.eq(&blank))
            .execute(conn)?;
        let decided = decisions::table.filter(decisions::flag_id.eq_any(flagged));
        diesel::update(decided.filter(decisions::objective.is_not_null()))
            .set(decisions::objective.eq(&blank))
            .execute(conn)?;
        diesel::update(decided.filter(decisions::subjective.is_not_null()))
            .set(decisions::subjective.eq(&blank))
            .execute(conn)?;
        diesel::update(decided.filter(decisions::milder_steps.is_not_null()))
            .set(decisions::milder_steps.eq(&blank))
            .execute(conn)?;
        let told = notices::table.filter(notices::subject_id.eq(subject));
        diesel::update(told.filter(notices::told_how.is_not_null()))
            .set(notices::told_how.eq("forgotten"))
            .execute(conn)?;
        // Nothing leads from one of them to another any more.
        diesel::update(told)
            .set((notices::sealed.eq(Vec::new()), notices::subject_id.eq(notices::case_id)))
            .execute(conn)
    }
}
