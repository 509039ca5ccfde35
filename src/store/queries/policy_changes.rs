//! Material changes that were declared.

use diesel::prelude::*;

use crate::store::rows::ChangeRow;
use crate::store::schema::policy_changes;

queries! {
    /// Somebody declares a change.
    pub fn declare_change(conn: &mut Conn, row: &ChangeRow) -> QueryResult<usize> {
        diesel::insert_into(policy_changes::table).values(row).execute(conn)
    }

    /// Changes that happened since then, up to a number, in the order in which they were declared.
    pub fn policy_changes_since(
        conn: &mut Conn,
        since: i64,
        last: i64,
    ) -> QueryResult<Vec<ChangeRow>> {
        policy_changes::table
            .filter(policy_changes::happened_at.ge(since))
            .filter(policy_changes::seq.le(last))
            .order(policy_changes::seq)
            .load(conn)
    }

    /// Every declared change, by number.
    pub fn changes_all(conn: &mut Conn) -> QueryResult<Vec<ChangeRow>> {
        policy_changes::table.order(policy_changes::seq).load(conn)
    }

    /// Deletes the changes that concern one person.
    pub fn drop_changes(conn: &mut Conn, subject: &[u8]) -> QueryResult<usize> {
        diesel::delete(policy_changes::table.filter(policy_changes::subject_id.eq(subject)))
            .execute(conn)
    }
}
