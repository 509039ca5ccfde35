//! Versions of policies that were announced, and who approved them.

use diesel::prelude::*;

use crate::store::rows::{AnnouncementRow, ApprovalRow};
use crate::store::schema::{policy_announcements, policy_approvals};

queries! {
    /// Announces a version; nothing when it was announced before.
    pub fn announce_policy(conn: &mut Conn, row: &AnnouncementRow) -> QueryResult<usize> {
        diesel::insert_into(policy_announcements::table)
            .values(row)
            .on_conflict(policy_announcements::hash)
            .do_nothing()
            .execute(conn)
    }

    /// A version that was announced.
    pub fn announcement(conn: &mut Conn, hash: &str) -> QueryResult<Option<AnnouncementRow>> {
        policy_announcements::table.find(hash).first(conn).optional()
    }

    /// Versions that were announced, latest first.
    pub fn announcements(conn: &mut Conn) -> QueryResult<Vec<AnnouncementRow>> {
        policy_announcements::table
            .order((policy_announcements::announced_at.desc(), policy_announcements::hash))
            .limit(200)
            .load(conn)
    }

    /// One person approves a version.
    pub fn approve_policy(conn: &mut Conn, row: &ApprovalRow) -> QueryResult<usize> {
        diesel::insert_into(policy_approvals::table).values(row).execute(conn)
    }

    /// Who approved a version.
    pub fn approvals_of(conn: &mut Conn, hash: &str) -> QueryResult<Vec<ApprovalRow>> {
        policy_approvals::table
            .filter(policy_approvals::hash.eq(hash))
            .order(policy_approvals::role.desc())
            .load(conn)
    }
}
