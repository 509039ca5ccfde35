//! People's objections, by keyed hash.

use diesel::prelude::*;
use diesel::upsert::excluded;

use crate::domain::name::PurposeId;
use crate::store::error::StoreError;
use crate::store::postgres;
use crate::store::rows::ObjectionRow;
use crate::store::schema::objections;
use crate::store::tx::{Lent, Tx};

/// The counter of what was ever said about objections.
const EPOCH: &str = "objection_epoch";

queries! {
    /// Writes an objection.
    pub fn put_objection(conn: &mut Conn, row: &ObjectionRow) -> QueryResult<usize> {
        diesel::insert_into(objections::table)
            .values(row)
            .on_conflict((objections::mark, objections::purpose))
            .do_update()
            .set((
                objections::standing.eq(excluded(objections::standing)),
                objections::since.eq(excluded(objections::since)),
                objections::epoch.eq(excluded(objections::epoch)),
                objections::assurance.eq(excluded(objections::assurance)),
                objections::via.eq(excluded(objections::via)),
                objections::restricted_at.eq(excluded(objections::restricted_at)),
            ))
            .execute(conn)
    }

    /// The objections of one person, by their marks.
    pub fn objections_of(conn: &mut Conn, marks: &[Vec<u8>]) -> QueryResult<Vec<ObjectionRow>> {
        objections::table
            .filter(objections::mark.eq_any(marks))
            .order(objections::purpose)
            .load(conn)
    }

    /// Objections that were carried over from a mark.
    pub fn objections_via(conn: &mut Conn, mark: &[u8]) -> QueryResult<Vec<ObjectionRow>> {
        objections::table.filter(objections::via.eq(mark)).order(objections::epoch).load(conn)
    }

    /// Objections that changed after an epoch, oldest first.
    pub fn objections_after(
        conn: &mut Conn,
        epoch: i64,
        limit: i64,
    ) -> QueryResult<Vec<ObjectionRow>> {
        objections::table
            .filter(objections::epoch.gt(epoch))
            .order(objections::epoch)
            .limit(limit)
            .load(conn)
    }

    /// Everybody who ever objected to a purpose, by mark.
    pub fn objections_after_mark(
        conn: &mut Conn,
        purpose: &PurposeId,
        after: &[u8],
        limit: i64,
    ) -> QueryResult<Vec<ObjectionRow>> {
        objections::table
            .filter(objections::purpose.eq(purpose))
            .filter(objections::mark.gt(after))
            .order(objections::mark)
            .limit(limit)
            .load(conn)
    }

    /// What changed for one purpose after an epoch, oldest first.
    pub fn changes_after(
        conn: &mut Conn,
        purpose: &PurposeId,
        epoch: i64,
        limit: i64,
    ) -> QueryResult<Vec<ObjectionRow>> {
        objections::table
            .filter(objections::purpose.eq(purpose))
            .filter(objections::epoch.gt(epoch))
            .order(objections::epoch)
            .limit(limit)
            .load(conn)
    }

    /// A page of all objections, by mark and purpose.
    pub fn objections_page(
        conn: &mut Conn,
        mark: &[u8],
        purpose: &PurposeId,
        limit: i64,
    ) -> QueryResult<Vec<ObjectionRow>> {
        let same = objections::mark.eq(mark).and(objections::purpose.gt(purpose));
        objections::table
            .filter(objections::mark.gt(mark).or(same))
            .order((objections::mark, objections::purpose))
            .limit(limit)
            .load(conn)
    }

    /// How many objections came with a list.
    pub fn objections_imported_between(conn: &mut Conn, from: i64, to: i64) -> QueryResult<i64> {
        objections::table
            .filter(objections::assurance.eq("imported"))
            .filter(objections::since.ge(from))
            .filter(objections::since.lt(to))
            .count()
            .get_result(conn)
    }
}

impl Tx<'_> {
    /// Takes the next epoch; held until the transaction ends, so that epochs become visible in order. Other nodes are told
    /// at the commit.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn next_epoch(&mut self) -> Result<i64, StoreError> {
        if let Lent::Postgres(conn) = &mut self.conn {
            postgres::notify(conn)?;
        }
        self.next_of(EPOCH)
    }

    /// The latest epoch.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn epoch(&mut self) -> Result<i64, StoreError> {
        self.last_of(EPOCH)
    }
}
