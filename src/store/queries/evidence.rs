//! What replays compare with the log, and what erasing a person puts in the place of their openings.

use diesel::prelude::*;
use diesel::result::QueryResult;

use super::Conn;
use crate::store::rows::{
    BalancingRow, CaseRow, CohortRow, CosignatureRow, FlagRow, HoldRow, MessageRow, NoticeRow,
    ObjectionRow, PolicyRow, SubjectRow, TaskRow,
};
use crate::store::schema::{
    attachments, balancings, cases, cohorts, counters, decisions, flags, holds, log_cosignatures,
    log_tiles, messages, notices, objections, openings, opinions, packages, policies, restrictions,
    subjects, tasks,
};

pub(crate) fn subjects_after(
    conn: &mut Conn,
    after: &[u8],
    limit: i64,
) -> QueryResult<Vec<SubjectRow>> {
    subjects::table.filter(subjects::id.gt(after)).order(subjects::id).limit(limit).load(conn)
}

pub(crate) fn objections_page(
    conn: &mut Conn,
    mark: &[u8],
    purpose: &str,
    limit: i64,
) -> QueryResult<Vec<ObjectionRow>> {
    let same = objections::mark.eq(mark).and(objections::purpose.gt(purpose));
    objections::table
        .filter(objections::mark.gt(mark).or(same))
        .order((objections::mark, objections::purpose))
        .limit(limit)
        .load(conn)
}

pub(crate) fn flags_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<FlagRow>> {
    flags::table.filter(flags::case_id.eq_any(cases)).load(conn)
}

pub(crate) fn tasks_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<TaskRow>> {
    tasks::table.filter(tasks::case_id.eq_any(cases)).load(conn)
}

pub(crate) fn messages_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<MessageRow>> {
    messages::table.filter(messages::case_id.eq_any(cases)).load(conn)
}

pub(crate) fn cohorts_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<CohortRow>> {
    cohorts::table.filter(cohorts::case_id.eq_any(cases)).load(conn)
}

pub(crate) fn cohorts_between(
    conn: &mut Conn,
    after: &[u8],
    last: &[u8],
) -> QueryResult<Vec<CohortRow>> {
    cohorts::table.filter(cohorts::case_id.gt(after)).filter(cohorts::case_id.le(last)).load(conn)
}

pub(crate) fn packages_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<Vec<u8>>> {
    packages::table.filter(packages::case_id.eq_any(cases)).select(packages::case_id).load(conn)
}

pub(crate) fn attachments_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<Vec<u8>>> {
    attachments::table
        .filter(attachments::case_id.eq_any(cases))
        .select(attachments::case_id)
        .load(conn)
}

pub(crate) fn packages_over(conn: &mut Conn, now: i64) -> QueryResult<Vec<Vec<u8>>> {
    packages::table.filter(packages::expires_at.le(now)).select(packages::case_id).load(conn)
}

pub(crate) fn notices_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<NoticeRow>> {
    notices::table.filter(notices::case_id.eq_any(cases)).load(conn)
}

pub(crate) fn balancings_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<BalancingRow>> {
    balancings::table.filter(balancings::case_id.eq_any(cases)).load(conn)
}

pub(crate) fn tasks_of_no_case(conn: &mut Conn) -> QueryResult<Vec<TaskRow>> {
    tasks::table.filter(tasks::case_id.is_null()).load(conn)
}

pub(crate) fn holds_in(conn: &mut Conn, of: &[Vec<u8>]) -> QueryResult<Vec<HoldRow>> {
    holds::table.filter(holds::case_id.eq_any(of)).order(holds::id).load(conn)
}

pub(crate) fn hanging(conn: &mut Conn) -> QueryResult<Vec<(&'static str, i64)>> {
    let of_cases = tasks::table.filter(tasks::case_id.is_not_null());
    Ok(vec![
        ("flags", flags::table.count().get_result(conn)?),
        ("tasks", of_cases.count().get_result(conn)?),
        ("messages", messages::table.count().get_result(conn)?),
        ("attachments", attachments::table.count().get_result(conn)?),
        ("packages", packages::table.count().get_result(conn)?),
        ("cohorts", cohorts::table.count().get_result(conn)?),
        ("notices", notices::table.count().get_result(conn)?),
        ("balancings", balancings::table.count().get_result(conn)?),
        ("opinions", opinions::table.count().get_result(conn)?),
        ("decisions", decisions::table.count().get_result(conn)?),
        ("holds", holds::table.count().get_result(conn)?),
        ("restrictions", restrictions::table.count().get_result(conn)?),
    ])
}

pub(crate) fn policies(conn: &mut Conn) -> QueryResult<Vec<PolicyRow>> {
    policies::table.order(policies::hash).load(conn)
}

pub(crate) fn counters(conn: &mut Conn) -> QueryResult<Vec<(String, i64)>> {
    counters::table.order(counters::name).load(conn)
}

pub(crate) fn tiles(conn: &mut Conn) -> QueryResult<Vec<(i64, i64, Vec<u8>)>> {
    log_tiles::table.load(conn)
}

pub(crate) fn erase_opening(
    conn: &mut Conn,
    idx: i64,
    nobody: &[u8],
    mark: &[u8],
) -> QueryResult<usize> {
    diesel::update(openings::table.find(idx))
        .set((
            openings::subject_id.eq(nobody),
            openings::case_id.eq(None::<Vec<u8>>),
            openings::salt.eq(Vec::<u8>::new()),
            openings::payload.eq(mark),
        ))
        .execute(conn)
}

pub(crate) fn blank_case(conn: &mut Conn, row: &CaseRow) -> QueryResult<usize> {
    diesel::update(cases::table.find(&row.id))
        .set((
            cases::subject_id.eq(&row.subject_id),
            cases::state.eq(&row.state),
            cases::sealed.eq(&row.sealed),
            cases::idem_key.eq(&row.idem_key),
            cases::idem_body.eq(&row.idem_body),
        ))
        .execute(conn)
}

pub(crate) fn put_cosignature(conn: &mut Conn, row: &CosignatureRow) -> QueryResult<usize> {
    diesel::insert_into(log_cosignatures::table)
        .values(row)
        .on_conflict((log_cosignatures::witness, log_cosignatures::size))
        .do_nothing()
        .execute(conn)
}

pub(crate) fn cosignatures_of(conn: &mut Conn, size: i64) -> QueryResult<Vec<CosignatureRow>> {
    log_cosignatures::table
        .filter(log_cosignatures::size.eq(size))
        .order(log_cosignatures::witness)
        .load(conn)
}

pub(crate) fn cosignatures(conn: &mut Conn) -> QueryResult<Vec<CosignatureRow>> {
    log_cosignatures::table.order((log_cosignatures::witness, log_cosignatures::size)).load(conn)
}

pub(crate) fn cosigned(conn: &mut Conn) -> QueryResult<Vec<(String, Option<i64>)>> {
    log_cosignatures::table
        .group_by(log_cosignatures::witness)
        .order(log_cosignatures::witness)
        .select((log_cosignatures::witness, diesel::dsl::max(log_cosignatures::size)))
        .load(conn)
}

pub(crate) fn last_cosignature(
    conn: &mut Conn,
    witness: &str,
) -> QueryResult<Option<CosignatureRow>> {
    log_cosignatures::table
        .filter(log_cosignatures::witness.eq(witness))
        .order(log_cosignatures::size.desc())
        .first(conn)
        .optional()
}

pub(crate) fn last_cosigned(conn: &mut Conn) -> QueryResult<Option<i64>> {
    log_cosignatures::table.select(diesel::dsl::max(log_cosignatures::size)).first(conn)
}
