//! Texts of policies, and since when each was in force.

use diesel::prelude::*;

use crate::store::rows::{PolicyRow, TermRow};
use crate::store::schema::{policies, policy_terms};

queries! {
    /// Remembers a policy text for ever.
    pub fn put_policy(conn: &mut Conn, row: &PolicyRow) -> QueryResult<usize> {
        diesel::insert_into(policies::table)
            .values(row)
            .on_conflict(policies::hash)
            .do_nothing()
            .execute(conn)
    }

    /// A policy text by hash.
    pub fn policy(conn: &mut Conn, hash: &str) -> QueryResult<Option<PolicyRow>> {
        policies::table.find(hash).first(conn).optional()
    }

    /// Every version of a policy file that was ever in force, oldest first.
    pub fn policies_of(conn: &mut Conn, kind: &str) -> QueryResult<Vec<PolicyRow>> {
        policies::table.filter(policies::kind.eq(kind)).order(policies::activated_at).load(conn)
    }

    /// Every policy text.
    pub fn policies_all(conn: &mut Conn) -> QueryResult<Vec<PolicyRow>> {
        policies::table.order(policies::hash).load(conn)
    }

    /// A version comes into force.
    pub fn insert_term(conn: &mut Conn, row: &TermRow) -> QueryResult<usize> {
        diesel::insert_into(policy_terms::table).values(row).execute(conn)
    }

    /// The version of a policy file that is in force.
    pub fn policy_in_force(conn: &mut Conn, kind: &str) -> QueryResult<Option<TermRow>> {
        policy_terms::table
            .filter(policy_terms::kind.eq(kind))
            .order(policy_terms::seq.desc())
            .first(conn)
            .optional()
    }

    /// Since when versions of a file were in force.
    pub fn policy_terms(conn: &mut Conn, kind: &str) -> QueryResult<Vec<TermRow>> {
        policy_terms::table.filter(policy_terms::kind.eq(kind)).order(policy_terms::seq).load(conn)
    }

    /// Since when each version of a policy file was in force, oldest first.
    pub fn terms_all(conn: &mut Conn) -> QueryResult<Vec<TermRow>> {
        policy_terms::table.order(policy_terms::seq).load(conn)
    }
}
