//! Notices, opinions, decisions, and the weighing of objections.

use diesel::prelude::*;
use diesel::result::QueryResult;

use super::Conn;
use crate::store::rows::{BalancingRow, DecisionRow, NoticeRow, OpinionRow, TaskRow};
use crate::store::schema::{balancings, cases, decisions, flags, notices, opinions, tasks};

pub(crate) fn insert_notice(conn: &mut Conn, row: &NoticeRow) -> QueryResult<usize> {
    diesel::insert_into(notices::table).values(row).execute(conn)
}

pub(crate) fn notice(conn: &mut Conn, id: &[u8]) -> QueryResult<Option<NoticeRow>> {
    notices::table.find(id).first(conn).optional()
}

pub(crate) fn notices_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<NoticeRow>> {
    notices::table.filter(notices::case_id.eq(case)).order(notices::id).load(conn)
}

pub(crate) fn tell_notice(conn: &mut Conn, id: &[u8], at: i64, how: &str) -> QueryResult<usize> {
    // The first moment that counts: whoever reads a letter before the post would have brought it has it.
    let is_news = notices::told_at.is_null().or(notices::told_at.gt(at));
    diesel::update(notices::table.find(id).filter(is_news))
        .set((notices::told_at.eq(at), notices::told_how.eq(how)))
        .execute(conn)
}

/// Letters of these kinds that count as told by now, of cases whose person has not been told of the answer; after `after`, by id.
pub(crate) fn notices_come(
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

pub(crate) fn drop_notices(conn: &mut Conn, subject: &[u8]) -> QueryResult<usize> {
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

pub(crate) fn insert_balancing(conn: &mut Conn, row: &BalancingRow) -> QueryResult<usize> {
    diesel::insert_into(balancings::table).values(row).execute(conn)
}

pub(crate) fn balancings_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<BalancingRow>> {
    balancings::table.filter(balancings::case_id.eq(case)).order(balancings::id).load(conn)
}

/// Overridden objections whose stop is not lifted yet, with when their people were told.
pub(crate) fn balancings_to_lift(
    conn: &mut Conn,
    told_before: i64,
    limit: i64,
) -> QueryResult<Vec<(BalancingRow, NoticeRow)>> {
    balancings::table
        .inner_join(notices::table)
        .filter(balancings::outcome.eq("overridden"))
        .filter(balancings::closed_at.is_null())
        .filter(notices::told_at.le(told_before))
        .order(balancings::id)
        .limit(limit)
        .load(conn)
}

pub(crate) fn lift_balancing(conn: &mut Conn, id: &[u8], at: i64) -> QueryResult<usize> {
    diesel::update(balancings::table.find(id))
        .set((balancings::lifted_at.eq(at), balancings::closed_at.eq(at)))
        .execute(conn)
}

/// What was weighed of this purpose in a case leads to nothing any more.
pub(crate) fn close_balancings(
    conn: &mut Conn,
    case: &[u8],
    purpose: &str,
    at: i64,
) -> QueryResult<usize> {
    let open = balancings::table
        .filter(balancings::case_id.eq(case))
        .filter(balancings::purpose.eq(purpose))
        .filter(balancings::closed_at.is_null());
    diesel::update(open).set(balancings::closed_at.eq(at)).execute(conn)
}

pub(crate) fn insert_opinion(conn: &mut Conn, row: &OpinionRow) -> QueryResult<usize> {
    diesel::insert_into(opinions::table).values(row).execute(conn)
}

pub(crate) fn opinions_of(conn: &mut Conn, flag: &[u8]) -> QueryResult<Vec<OpinionRow>> {
    opinions::table.filter(opinions::flag_id.eq(flag)).order(opinions::id).load(conn)
}

pub(crate) fn insert_decision(conn: &mut Conn, row: &DecisionRow) -> QueryResult<usize> {
    diesel::insert_into(decisions::table).values(row).execute(conn)
}

pub(crate) fn decisions_of(conn: &mut Conn, flag: &[u8]) -> QueryResult<Vec<DecisionRow>> {
    decisions::table.filter(decisions::flag_id.eq(flag)).order(decisions::id).load(conn)
}

pub(crate) fn reopen_decisions(conn: &mut Conn, flag: &[u8], at: i64) -> QueryResult<usize> {
    let current = decisions::table
        .filter(decisions::flag_id.eq(flag))
        .filter(decisions::reopened_at.is_null());
    diesel::update(current).set(decisions::reopened_at.eq(at)).execute(conn)
}

pub(crate) fn reopen_flag(conn: &mut Conn, id: &[u8], lapses_at: i64) -> QueryResult<usize> {
    diesel::update(flags::table.find(id))
        .set((
            flags::state.eq("open"),
            flags::lapses_at.eq(lapses_at),
            flags::closed_at.eq(None::<i64>),
        ))
        .execute(conn)
}

pub(crate) fn tasks_page(
    conn: &mut Conn,
    state: &str,
    after: &[u8],
    limit: i64,
) -> QueryResult<Vec<TaskRow>> {
    tasks::table
        .filter(tasks::state.eq(state))
        .filter(tasks::id.gt(after))
        .order(tasks::id)
        .limit(limit)
        .load(conn)
}

pub(crate) fn task(conn: &mut Conn, id: &[u8]) -> QueryResult<Option<TaskRow>> {
    tasks::table.find(id).first(conn).optional()
}

pub(crate) fn finish_task(conn: &mut Conn, id: &[u8], at: i64) -> QueryResult<usize> {
    diesel::update(tasks::table.find(id).filter(tasks::state.eq("open")))
        .set((tasks::state.eq("done"), tasks::done_at.eq(at)))
        .execute(conn)
}

/// Open tasks of no case in particular, for one system.
pub(crate) fn office_tasks(conn: &mut Conn, system: &str) -> QueryResult<Vec<TaskRow>> {
    tasks::table
        .filter(tasks::state.eq("open"))
        .filter(tasks::case_id.is_null())
        .filter(tasks::system.eq(system))
        .order(tasks::id)
        .load(conn)
}

pub(crate) fn open_tasks(conn: &mut Conn) -> QueryResult<i64> {
    tasks::table.filter(tasks::state.eq("open")).count().get_result(conn)
}

pub(crate) fn open_flags(conn: &mut Conn) -> QueryResult<i64> {
    flags::table.filter(flags::state.eq("open")).count().get_result(conn)
}
