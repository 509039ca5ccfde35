//! People, as long as we may know them.

use diesel::prelude::*;

use crate::store::rows::SubjectRow;
use crate::store::schema::subjects;

queries! {
    /// New people.
    pub fn insert_subjects(conn: &mut Conn, rows: &[SubjectRow]) -> QueryResult<usize> {
        insert_all!(conn, subjects::table, rows)
    }

    /// People by blind index.
    pub fn subjects_by_blinds(conn: &mut Conn, blinds: &[Vec<u8>]) -> QueryResult<Vec<SubjectRow>> {
        subjects::table.filter(subjects::blind.eq_any(blinds)).load(conn)
    }

    /// People by id.
    pub fn subjects_by_ids(conn: &mut Conn, ids: &[Vec<u8>]) -> QueryResult<Vec<SubjectRow>> {
        subjects::table.filter(subjects::id.eq_any(ids)).load(conn)
    }

    /// A page of people, by id.
    pub fn subjects_after(
        conn: &mut Conn,
        after: &[u8],
        limit: i64,
    ) -> QueryResult<Vec<SubjectRow>> {
        subjects::table.filter(subjects::id.gt(after)).order(subjects::id).limit(limit).load(conn)
    }

    /// Deletes a person's key and names.
    pub fn forget_subject(conn: &mut Conn, id: &[u8]) -> QueryResult<usize> {
        diesel::delete(subjects::table.find(id)).execute(conn)
    }
}
