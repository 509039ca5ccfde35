//! How far each system has been told about objections.

use diesel::prelude::*;

use crate::domain::name::{PurposeId, SystemId};
use crate::store::rows::RecipientRow;
use crate::store::schema::recipients;

queries! {
    /// A system that is to be told; one that is known stays as it is.
    pub fn insert_recipient(conn: &mut Conn, row: &RecipientRow) -> QueryResult<usize> {
        diesel::insert_into(recipients::table)
            .values(row)
            .on_conflict((recipients::system, recipients::purpose))
            .do_nothing()
            .execute(conn)
    }

    /// Every system and purpose.
    pub fn recipients(conn: &mut Conn) -> QueryResult<Vec<RecipientRow>> {
        recipients::table.order((recipients::system, recipients::purpose)).load(conn)
    }

    /// One of them.
    pub fn recipient(
        conn: &mut Conn,
        system: &SystemId,
        purpose: &PurposeId,
    ) -> QueryResult<Option<RecipientRow>> {
        recipients::table.find((system, purpose)).first(conn).optional()
    }

    /// Holds one until the transaction ends: nobody else changes it meanwhile.
    pub fn hold_recipient(conn: &mut Conn, system: &SystemId, purpose: &PurposeId) -> QueryResult<usize> {
        diesel::update(recipients::table.find((system, purpose)))
            .set(recipients::checked.eq(recipients::checked))
            .execute(conn)
    }

    /// Writes down how far one is.
    pub fn put_recipient(conn: &mut Conn, row: &RecipientRow) -> QueryResult<usize> {
        diesel::update(recipients::table.find((&row.system, &row.purpose)))
            .set((
                recipients::state.eq(&row.state),
                recipients::told_epoch.eq(row.told_epoch),
                recipients::sent_epoch.eq(row.sent_epoch),
                recipients::acked_epoch.eq(row.acked_epoch),
                recipients::waiting_since.eq(row.waiting_since),
                recipients::attempts.eq(row.attempts),
                recipients::run_at.eq(row.run_at),
                recipients::note.eq(&row.note),
                recipients::recheck_at.eq(row.recheck_at),
                recipients::recheck_after.eq(&row.recheck_after),
                recipients::recheck_policy.eq(&row.recheck_policy),
                recipients::checked.eq(row.checked),
                recipients::contradictions.eq(row.contradictions),
            ))
            .execute(conn)
    }
}
