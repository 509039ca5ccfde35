//! Files that go with answers.

use diesel::prelude::*;

use crate::store::rows::AttachmentRow;
use crate::store::schema::attachments;

queries! {
    /// A file that goes with an answer.
    pub fn insert_attachment(conn: &mut Conn, row: &AttachmentRow) -> QueryResult<usize> {
        diesel::insert_into(attachments::table).values(row).execute(conn)
    }

    /// One of them.
    pub fn attachment(conn: &mut Conn, id: &[u8]) -> QueryResult<Option<AttachmentRow>> {
        attachments::table.find(id).first(conn).optional()
    }

    /// The files of a case.
    pub fn attachments_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<AttachmentRow>> {
        attachments::table.filter(attachments::case_id.eq(case)).order(attachments::id).load(conn)
    }

    /// The ids, sealed titles and sizes of the files of a case.
    pub fn attachment_titles_of(
        conn: &mut Conn,
        case: &[u8],
    ) -> QueryResult<Vec<(Vec<u8>, Vec<u8>, i64)>> {
        attachments::table
            .filter(attachments::case_id.eq(case))
            .order(attachments::id)
            .select((attachments::id, attachments::title, attachments::size))
            .load(conn)
    }

    /// Which of these cases have files: once for each.
    pub fn attachments_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<Vec<u8>>> {
        attachments::table
            .filter(attachments::case_id.eq_any(cases))
            .select(attachments::case_id)
            .load(conn)
    }
}
