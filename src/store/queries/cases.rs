//! Cases.

use diesel::prelude::*;

use crate::store::rows::{CaseChange, CaseRow, HistoryRow};
use crate::store::schema::{
    attachments, balancings, cases, cohorts, decisions, flags, holds, jobs, messages, notices,
    objection_ways, opinions, packages, restrictions, tasks,
};

const OPEN: [&str; 3] = ["received", "identity_pending", "in_progress"];

queries! {
    /// New cases, in one statement.
    pub fn insert_cases(conn: &mut Conn, rows: &[CaseRow]) -> QueryResult<usize> {
        insert_all!(conn, cases::table, rows)
    }

    /// One case by what people see.
    pub fn case_by_reference(conn: &mut Conn, reference: &str) -> QueryResult<Option<CaseRow>> {
        cases::table.filter(cases::reference.eq(reference)).first(conn).optional()
    }

    /// One case.
    pub fn case_by_id(conn: &mut Conn, id: &[u8]) -> QueryResult<Option<CaseRow>> {
        cases::table.find(id).first(conn).optional()
    }

    /// Several cases.
    pub fn cases_by_ids(conn: &mut Conn, ids: &[Vec<u8>]) -> QueryResult<Vec<CaseRow>> {
        cases::table.filter(cases::id.eq_any(ids)).load(conn)
    }

    /// Cases that were opened with these idempotency keys.
    pub fn cases_by_idem_keys(conn: &mut Conn, keys: &[Vec<u8>]) -> QueryResult<Vec<CaseRow>> {
        cases::table.filter(cases::idem_key.eq_any(keys)).load(conn)
    }

    /// Which of these references exist.
    pub fn references_taken(conn: &mut Conn, references: &[String]) -> QueryResult<Vec<String>> {
        cases::table.filter(cases::reference.eq_any(references)).select(cases::reference).load(conn)
    }

    /// Cases of these people: recent ones, and all that are open.
    pub fn cases_of_subjects(
        conn: &mut Conn,
        subjects: &[Vec<u8>],
        since: i64,
    ) -> QueryResult<Vec<CaseRow>> {
        let recent = cases::received_at.ge(since);
        cases::table
            .filter(cases::subject_id.eq_any(subjects))
            .filter(recent.or(cases::stage.eq_any(OPEN)))
            .order((cases::received_at, cases::id))
            .load(conn)
    }

    /// A page of one person's cases, newest first.
    pub fn cases_page_of(
        conn: &mut Conn,
        subject: &[u8],
        before: &[u8],
        limit: i64,
    ) -> QueryResult<Vec<CaseRow>> {
        cases::table
            .filter(cases::subject_id.eq(subject))
            .filter(cases::id.lt(before))
            .order(cases::id.desc())
            .limit(limit)
            .load(conn)
    }

    /// A page of all cases, newest first.
    pub fn cases_page(conn: &mut Conn, before: &[u8], limit: i64) -> QueryResult<Vec<CaseRow>> {
        cases::table.filter(cases::id.lt(before)).order(cases::id.desc()).limit(limit).load(conn)
    }

    /// Open cases that are due before then, newest first.
    pub fn cases_page_due(
        conn: &mut Conn,
        until: i64,
        before: &[u8],
        limit: i64,
    ) -> QueryResult<Vec<CaseRow>> {
        cases::table
            .filter(cases::stage.eq_any(OPEN))
            .filter(cases::due_expires.le(until))
            .filter(cases::id.lt(before))
            .order(cases::id.desc())
            .limit(limit)
            .load(conn)
    }

    /// The same in the order of their ids.
    pub fn cases_due_before(
        conn: &mut Conn,
        until: i64,
        after: &[u8],
        limit: i64,
    ) -> QueryResult<Vec<CaseRow>> {
        cases::table
            .filter(cases::stage.eq_any(OPEN))
            .filter(cases::due_expires.le(until))
            .filter(cases::id.gt(after))
            .order(cases::id)
            .limit(limit)
            .load(conn)
    }

    /// A page of all cases, oldest first.
    pub fn cases_after(conn: &mut Conn, after: &[u8], limit: i64) -> QueryResult<Vec<CaseRow>> {
        cases::table.filter(cases::id.gt(after)).order(cases::id).limit(limit).load(conn)
    }

    /// Changes a case if it still has that version; tells how many rows that were.
    pub fn change_case(
        conn: &mut Conn,
        id: &[u8],
        version: i64,
        to: &CaseChange,
    ) -> QueryResult<usize> {
        diesel::update(cases::table.filter(cases::id.eq(id)).filter(cases::version.eq(version)))
            .set(to)
            .execute(conn)
    }

    /// Seals the private part of a case anew.
    pub fn reseal_case(conn: &mut Conn, id: &[u8], sealed: &[u8]) -> QueryResult<usize> {
        diesel::update(cases::table.find(id)).set(cases::sealed.eq(sealed)).execute(conn)
    }

    /// Requests of a person that were merged into others, oldest first.
    pub fn merged_of(conn: &mut Conn, subject: &[u8]) -> QueryResult<Vec<CaseRow>> {
        cases::table
            .filter(cases::subject_id.eq(subject))
            .filter(cases::stage.eq("merged"))
            .order(cases::id)
            .load(conn)
    }

    /// Cases that wait, and on which neither anything nor anybody works, longest waiting first. Whose person was forgotten waits
    /// for nothing: such a case is its own person.
    pub fn cases_left_alone(conn: &mut Conn, limit: i64) -> QueryResult<Vec<Vec<u8>>> {
        let worked_on = diesel::dsl::exists(
            jobs::table
                .filter(jobs::case_id.eq(cases::id.nullable()))
                .filter(jobs::state.eq_any(["ready", "leased"])),
        );
        let handed_over = diesel::dsl::exists(
            tasks::table
                .filter(tasks::case_id.eq(cases::id.nullable()))
                .filter(tasks::state.eq("open")),
        );
        cases::table
            .filter(cases::stage.eq_any(OPEN))
            .filter(cases::subject_id.ne(cases::id))
            .filter(diesel::dsl::not(worked_on))
            .filter(diesel::dsl::not(handed_over))
            .order(cases::received_at)
            .limit(limit)
            .select(cases::id)
            .load(conn)
    }

    /// Empties the sealed field of a person's cases.
    pub fn blank_cases(conn: &mut Conn, subject: &[u8]) -> QueryResult<usize> {
        diesel::update(cases::table.filter(cases::subject_id.eq(subject)))
            .set(cases::sealed.eq(Vec::<u8>::new()))
            .execute(conn)
    }

    /// Cuts a case loose from its person.
    pub fn blank_case(conn: &mut Conn, row: &CaseRow) -> QueryResult<usize> {
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

    /// Deletes messages, attachments, packages and labels of a person.
    pub fn drop_private(conn: &mut Conn, subject: &[u8]) -> QueryResult<usize> {
        let own: Vec<Vec<u8>> =
            cases::table.filter(cases::subject_id.eq(subject)).select(cases::id).load(conn)?;
        let labels = diesel::delete(cohorts::table.filter(cohorts::case_id.eq_any(own)));
        let mut gone = labels.execute(conn)?;
        gone +=
            diesel::delete(objection_ways::table.filter(objection_ways::subject_id.eq(subject)))
                .execute(conn)?;
        gone += diesel::delete(messages::table.filter(messages::subject_id.eq(subject)))
            .execute(conn)?;
        gone += diesel::delete(packages::table.filter(packages::subject_id.eq(subject)))
            .execute(conn)?;
        gone += diesel::delete(attachments::table.filter(attachments::subject_id.eq(subject)))
            .execute(conn)?;
        Ok(gone)
    }

    /// How many cases there are.
    pub fn count_cases(conn: &mut Conn) -> QueryResult<i64> {
        cases::table.count().get_result(conn)
    }

    /// Histories, person by person, each oldest first.
    pub fn histories(conn: &mut Conn, from: &[u8], limit: i64) -> QueryResult<Vec<HistoryRow>> {
        cases::table
            .filter(cases::subject_id.ge(from))
            .order((cases::subject_id, cases::received_at, cases::id))
            .limit(limit)
            .select(HistoryRow::as_select())
            .load(conn)
    }

    /// How many rows hang on cases, each with the name of its table.
    pub fn hanging(conn: &mut Conn) -> QueryResult<Vec<(&'static str, i64)>> {
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
}
