//! Versions of the policies: in force since when, announced, approved; changes that were declared; and the history that a
//! version is tried on.

use diesel::prelude::*;
use diesel::result::QueryResult;

use super::Conn;
use crate::store::rows::{AnnouncementRow, ApprovalRow, ChangeRow, HistoryRow, TermRow};
use crate::store::schema::{
    cases, counters, policy_announcements, policy_approvals, policy_changes, policy_terms,
};

pub(crate) fn next(conn: &mut Conn, name: &str) -> QueryResult<i64> {
    diesel::update(counters::table.find(name))
        .set(counters::value.eq(counters::value + 1))
        .returning(counters::value)
        .get_result(conn)
}

pub(crate) fn last(conn: &mut Conn, name: &str) -> QueryResult<i64> {
    counters::table.find(name).select(counters::value).first(conn)
}

pub(crate) fn insert_term(conn: &mut Conn, row: &TermRow) -> QueryResult<usize> {
    diesel::insert_into(policy_terms::table).values(row).execute(conn)
}

pub(crate) fn in_force(conn: &mut Conn, kind: &str) -> QueryResult<Option<TermRow>> {
    policy_terms::table
        .filter(policy_terms::kind.eq(kind))
        .order(policy_terms::seq.desc())
        .first(conn)
        .optional()
}

pub(crate) fn terms(conn: &mut Conn, kind: &str) -> QueryResult<Vec<TermRow>> {
    policy_terms::table.filter(policy_terms::kind.eq(kind)).order(policy_terms::seq).load(conn)
}

pub(crate) fn announce(conn: &mut Conn, row: &AnnouncementRow) -> QueryResult<usize> {
    diesel::insert_into(policy_announcements::table)
        .values(row)
        .on_conflict(policy_announcements::hash)
        .do_nothing()
        .execute(conn)
}

pub(crate) fn announcement(conn: &mut Conn, hash: &str) -> QueryResult<Option<AnnouncementRow>> {
    policy_announcements::table.find(hash).first(conn).optional()
}

pub(crate) fn announcements(conn: &mut Conn) -> QueryResult<Vec<AnnouncementRow>> {
    policy_announcements::table
        .order((policy_announcements::announced_at.desc(), policy_announcements::hash))
        .limit(200)
        .load(conn)
}

pub(crate) fn approve(conn: &mut Conn, row: &ApprovalRow) -> QueryResult<usize> {
    diesel::insert_into(policy_approvals::table).values(row).execute(conn)
}

pub(crate) fn approvals(conn: &mut Conn, hash: &str) -> QueryResult<Vec<ApprovalRow>> {
    policy_approvals::table
        .filter(policy_approvals::hash.eq(hash))
        .order(policy_approvals::role.desc())
        .load(conn)
}

pub(crate) fn declare(conn: &mut Conn, row: &ChangeRow) -> QueryResult<usize> {
    diesel::insert_into(policy_changes::table).values(row).execute(conn)
}

pub(crate) fn changes_since(conn: &mut Conn, since: i64, last: i64) -> QueryResult<Vec<ChangeRow>> {
    policy_changes::table
        .filter(policy_changes::happened_at.ge(since))
        .filter(policy_changes::seq.le(last))
        .order(policy_changes::seq)
        .load(conn)
}

pub(crate) fn drop_changes(conn: &mut Conn, subject: &[u8]) -> QueryResult<usize> {
    diesel::delete(policy_changes::table.filter(policy_changes::subject_id.eq(subject)))
        .execute(conn)
}

pub(crate) fn count_cases(conn: &mut Conn) -> QueryResult<i64> {
    cases::table.count().get_result(conn)
}

pub(crate) fn histories(conn: &mut Conn, from: &[u8], limit: i64) -> QueryResult<Vec<HistoryRow>> {
    cases::table
        .filter(cases::subject_id.ge(from))
        .order((cases::subject_id, cases::received_at, cases::id))
        .limit(limit)
        .select(HistoryRow::as_select())
        .load(conn)
}
