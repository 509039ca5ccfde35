//! Cases, and what hangs on them.

use diesel::prelude::*;
use diesel::result::QueryResult;

use super::Conn;
use crate::store::rows::{
    AttachmentRow, CaseChange, CaseRow, CohortRow, FlagRow, HoldRow, MessageRow, PackageRow,
    TaskRow,
};
use crate::store::schema::{
    attachments, cases, cohorts, flags, holds, jobs, messages, objection_ways, packages, tasks,
};

pub(crate) fn insert(conn: &mut Conn, rows: &[CaseRow]) -> QueryResult<usize> {
    super::insert_all!(conn, cases::table, rows)
}

pub(crate) fn by_reference(conn: &mut Conn, reference: &str) -> QueryResult<Option<CaseRow>> {
    cases::table.filter(cases::reference.eq(reference)).first(conn).optional()
}

pub(crate) fn by_id(conn: &mut Conn, id: &[u8]) -> QueryResult<Option<CaseRow>> {
    cases::table.find(id).first(conn).optional()
}

pub(crate) fn by_ids(conn: &mut Conn, ids: &[Vec<u8>]) -> QueryResult<Vec<CaseRow>> {
    cases::table.filter(cases::id.eq_any(ids)).load(conn)
}

pub(crate) fn by_idem_keys(conn: &mut Conn, keys: &[Vec<u8>]) -> QueryResult<Vec<CaseRow>> {
    cases::table.filter(cases::idem_key.eq_any(keys)).load(conn)
}

pub(crate) fn taken(conn: &mut Conn, references: &[String]) -> QueryResult<Vec<String>> {
    cases::table.filter(cases::reference.eq_any(references)).select(cases::reference).load(conn)
}

pub(crate) fn of_subjects(
    conn: &mut Conn,
    subjects: &[Vec<u8>],
    since: i64,
) -> QueryResult<Vec<CaseRow>> {
    let recent = cases::received_at.ge(since);
    cases::table
        .filter(cases::subject_id.eq_any(subjects))
        .filter(recent.or(cases::stage.eq_any(["received", "identity_pending", "in_progress"])))
        .order((cases::received_at, cases::id))
        .load(conn)
}

pub(crate) fn page_of_subject(
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

pub(crate) fn page(conn: &mut Conn, before: &[u8], limit: i64) -> QueryResult<Vec<CaseRow>> {
    cases::table.filter(cases::id.lt(before)).order(cases::id.desc()).limit(limit).load(conn)
}

const OPEN: [&str; 3] = ["received", "identity_pending", "in_progress"];

pub(crate) fn page_due(
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

pub(crate) fn due_before(
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

pub(crate) fn page_after(conn: &mut Conn, after: &[u8], limit: i64) -> QueryResult<Vec<CaseRow>> {
    cases::table.filter(cases::id.gt(after)).order(cases::id).limit(limit).load(conn)
}

pub(crate) fn change(
    conn: &mut Conn,
    id: &[u8],
    version: i64,
    to: &CaseChange,
) -> QueryResult<usize> {
    diesel::update(cases::table.filter(cases::id.eq(id)).filter(cases::version.eq(version)))
        .set(to)
        .execute(conn)
}

pub(crate) fn reseal(conn: &mut Conn, id: &[u8], sealed: &[u8]) -> QueryResult<usize> {
    diesel::update(cases::table.find(id)).set(cases::sealed.eq(sealed)).execute(conn)
}

pub(crate) fn merged_of(conn: &mut Conn, subject: &[u8]) -> QueryResult<Vec<CaseRow>> {
    cases::table
        .filter(cases::subject_id.eq(subject))
        .filter(cases::stage.eq("merged"))
        .order(cases::id)
        .load(conn)
}

/// Cases that wait, and on which neither anything nor anybody works. Whose person was forgotten waits for nothing: such a
/// case is its own person.
pub(crate) fn left_alone(conn: &mut Conn, limit: i64) -> QueryResult<Vec<Vec<u8>>> {
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
        .filter(cases::stage.eq_any(["received", "identity_pending", "in_progress"]))
        .filter(cases::subject_id.ne(cases::id))
        .filter(diesel::dsl::not(worked_on))
        .filter(diesel::dsl::not(handed_over))
        .order(cases::received_at)
        .limit(limit)
        .select(cases::id)
        .load(conn)
}

pub(crate) fn insert_hold(conn: &mut Conn, row: &HoldRow) -> QueryResult<usize> {
    diesel::insert_into(holds::table).values(row).execute(conn)
}

pub(crate) fn holds_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<HoldRow>> {
    holds::table.filter(holds::case_id.eq(case)).order(holds::id).load(conn)
}

pub(crate) fn holds_on(conn: &mut Conn, blinds: &[Vec<u8>]) -> QueryResult<Vec<HoldRow>> {
    holds::table
        .filter(holds::blind.eq_any(blinds))
        .filter(holds::lifted_at.is_null())
        .order(holds::id)
        .load(conn)
}

pub(crate) fn lift_hold(conn: &mut Conn, id: &[u8], by: &str, at: i64) -> QueryResult<usize> {
    diesel::update(holds::table.find(id).filter(holds::lifted_at.is_null()))
        .set((holds::lifted_by.eq(by), holds::lifted_at.eq(at)))
        .execute(conn)
}

pub(crate) fn blank(conn: &mut Conn, subject: &[u8]) -> QueryResult<usize> {
    diesel::update(cases::table.filter(cases::subject_id.eq(subject)))
        .set(cases::sealed.eq(Vec::<u8>::new()))
        .execute(conn)
}

pub(crate) fn insert_cohorts(conn: &mut Conn, rows: &[CohortRow]) -> QueryResult<usize> {
    super::insert_all!(conn, cohorts::table, rows)
}

pub(crate) fn drop_private(conn: &mut Conn, subject: &[u8]) -> QueryResult<usize> {
    let own: Vec<Vec<u8>> =
        cases::table.filter(cases::subject_id.eq(subject)).select(cases::id).load(conn)?;
    let labels = diesel::delete(cohorts::table.filter(cohorts::case_id.eq_any(own)));
    let mut gone = labels.execute(conn)?;
    gone += diesel::delete(objection_ways::table.filter(objection_ways::subject_id.eq(subject)))
        .execute(conn)?;
    gone +=
        diesel::delete(messages::table.filter(messages::subject_id.eq(subject))).execute(conn)?;
    gone +=
        diesel::delete(packages::table.filter(packages::subject_id.eq(subject))).execute(conn)?;
    gone += diesel::delete(attachments::table.filter(attachments::subject_id.eq(subject)))
        .execute(conn)?;
    Ok(gone)
}

pub(crate) fn insert_message(conn: &mut Conn, row: &MessageRow) -> QueryResult<usize> {
    diesel::insert_into(messages::table).values(row).execute(conn)
}

pub(crate) fn messages_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<MessageRow>> {
    messages::table.filter(messages::case_id.eq(case)).order(messages::id).load(conn)
}

pub(crate) fn insert_attachment(conn: &mut Conn, row: &AttachmentRow) -> QueryResult<usize> {
    diesel::insert_into(attachments::table).values(row).execute(conn)
}

pub(crate) fn attachment(conn: &mut Conn, id: &[u8]) -> QueryResult<Option<AttachmentRow>> {
    attachments::table.find(id).first(conn).optional()
}

pub(crate) fn attachments_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<AttachmentRow>> {
    attachments::table.filter(attachments::case_id.eq(case)).order(attachments::id).load(conn)
}

/// Id, sealed title and size.
type Title = (Vec<u8>, Vec<u8>, i64);

pub(crate) fn attachment_titles_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<Title>> {
    attachments::table
        .filter(attachments::case_id.eq(case))
        .order(attachments::id)
        .select((attachments::id, attachments::title, attachments::size))
        .load(conn)
}

pub(crate) fn put_package(conn: &mut Conn, row: &PackageRow) -> QueryResult<usize> {
    diesel::delete(packages::table.find(&row.case_id)).execute(conn)?;
    diesel::insert_into(packages::table).values(row).execute(conn)
}

pub(crate) fn package_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Option<PackageRow>> {
    packages::table.find(case).first(conn).optional()
}

pub(crate) fn drop_packages_before(conn: &mut Conn, now: i64) -> QueryResult<usize> {
    diesel::delete(packages::table.filter(packages::expires_at.le(now))).execute(conn)
}

pub(crate) fn insert_flags(conn: &mut Conn, rows: &[FlagRow]) -> QueryResult<usize> {
    super::insert_all!(conn, flags::table, rows)
}

pub(crate) fn flag(conn: &mut Conn, id: &[u8]) -> QueryResult<Option<FlagRow>> {
    flags::table.find(id).first(conn).optional()
}

pub(crate) fn flag_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Option<FlagRow>> {
    flags::table.filter(flags::case_id.eq(case)).first(conn).optional()
}

pub(crate) fn flags_page(
    conn: &mut Conn,
    state: Option<&str>,
    before: &[u8],
    limit: i64,
) -> QueryResult<Vec<FlagRow>> {
    let page = flags::table.filter(flags::id.lt(before)).order(flags::id.desc()).limit(limit);
    match state {
        Some(state) => page.filter(flags::state.eq(state)).load(conn),
        None => page.load(conn),
    }
}

pub(crate) fn flags_to_lapse(conn: &mut Conn, now: i64, limit: i64) -> QueryResult<Vec<FlagRow>> {
    flags::table
        .filter(flags::state.eq("open"))
        .filter(flags::lapses_at.le(now))
        .order(flags::lapses_at)
        .limit(limit)
        .load(conn)
}

pub(crate) fn close_flag(conn: &mut Conn, id: &[u8], state: &str, at: i64) -> QueryResult<usize> {
    diesel::update(flags::table.find(id))
        .set((flags::state.eq(state), flags::closed_at.eq(at)))
        .execute(conn)
}

pub(crate) fn insert_task(conn: &mut Conn, row: &TaskRow) -> QueryResult<usize> {
    diesel::insert_into(tasks::table).values(row).execute(conn)
}

pub(crate) fn tasks_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<TaskRow>> {
    tasks::table.filter(tasks::case_id.eq(case)).order(tasks::id).load(conn)
}

pub(crate) fn finish_tasks_of(
    conn: &mut Conn,
    case: &[u8],
    system: &str,
    dataset: Option<&str>,
    at: i64,
) -> QueryResult<usize> {
    let open = tasks::table
        .filter(tasks::case_id.eq(case))
        .filter(tasks::state.eq("open"))
        .filter(tasks::system.eq(system));
    let done = (tasks::state.eq("done"), tasks::done_at.eq(at));
    match dataset {
        Some(dataset) => {
            diesel::update(open.filter(tasks::dataset.eq(dataset))).set(done).execute(conn)
        }
        None => diesel::update(open.filter(tasks::dataset.is_null())).set(done).execute(conn),
    }
}

pub(crate) fn finish_tasks(conn: &mut Conn, case: &[u8], at: i64) -> QueryResult<usize> {
    // What could not be looked up stays to be done when the rest was answered.
    let open = tasks::table.filter(tasks::case_id.eq(case)).filter(tasks::state.eq("open"));
    diesel::update(open.filter(tasks::dataset.is_null()))
        .set((tasks::state.eq("done"), tasks::done_at.eq(at)))
        .execute(conn)
}
