//! What people can download.

use diesel::prelude::*;

use crate::store::rows::PackageRow;
use crate::store::schema::packages;

queries! {
    /// Replaces the package of a case.
    pub fn put_package(conn: &mut Conn, row: &PackageRow) -> QueryResult<usize> {
        diesel::delete(packages::table.find(&row.case_id)).execute(conn)?;
        diesel::insert_into(packages::table).values(row).execute(conn)
    }

    /// The package of a case.
    pub fn package_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Option<PackageRow>> {
        packages::table.find(case).first(conn).optional()
    }

    /// Which of these cases have a package.
    pub fn packages_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<Vec<u8>>> {
        packages::table.filter(packages::case_id.eq_any(cases)).select(packages::case_id).load(conn)
    }

    /// Packages whose time is over, by case.
    pub fn packages_over(conn: &mut Conn, now: i64) -> QueryResult<Vec<Vec<u8>>> {
        packages::table.filter(packages::expires_at.le(now)).select(packages::case_id).load(conn)
    }

    /// Deletes packages whose time is over.
    pub fn drop_packages_before(conn: &mut Conn, now: i64) -> QueryResult<usize> {
        diesel::delete(packages::table.filter(packages::expires_at.le(now))).execute(conn)
    }
}
