//! Work that must happen.

use diesel::prelude::*;

use crate::store::error::StoreError;
use crate::store::rows::JobRow;
use crate::store::schema::jobs;
use crate::store::tx::Tx;

queries! {
    /// New jobs.
    pub fn insert_jobs(conn: &mut Conn, rows: &[JobRow]) -> QueryResult<usize> {
        insert_all!(conn, jobs::table, rows)
    }

    /// Ends or postpones a job.
    pub fn settle_job(
        conn: &mut Conn,
        id: &[u8],
        state: &str,
        run_at: i64,
        note: Option<&str>,
    ) -> QueryResult<usize> {
        diesel::update(jobs::table.find(id))
            .set((jobs::state.eq(state), jobs::run_at.eq(run_at), jobs::note.eq(note)))
            .execute(conn)
    }

    /// Jobs in a state.
    pub fn jobs_in_state(conn: &mut Conn, state: &str) -> QueryResult<Vec<JobRow>> {
        jobs::table.filter(jobs::state.eq(state)).order(jobs::id).limit(100).load(conn)
    }

    /// The work that waits for a case.
    pub fn jobs_of_case(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<JobRow>> {
        jobs::table
            .filter(jobs::case_id.eq(case))
            .filter(jobs::state.eq_any(["ready", "leased"]))
            .order(jobs::run_at)
            .load(conn)
    }

    /// Lets the work for a case begin now, as if it had never been tried.
    pub fn hurry_jobs(conn: &mut Conn, case: &[u8], now: i64) -> QueryResult<usize> {
        let waiting = jobs::table.filter(jobs::case_id.eq(case)).filter(jobs::state.eq("ready"));
        diesel::update(waiting).set((jobs::run_at.eq(now), jobs::attempts.eq(0))).execute(conn)
    }

    /// How many jobs wait for another try.
    pub fn jobs_waiting(conn: &mut Conn) -> QueryResult<i64> {
        jobs::table
            .filter(jobs::state.eq("ready"))
            .filter(jobs::attempts.gt(0))
            .count()
            .get_result(conn)
    }

    /// How many jobs are in a state.
    pub fn jobs_count(conn: &mut Conn, state: &str) -> QueryResult<i64> {
        jobs::table.filter(jobs::state.eq(state)).count().get_result(conn)
    }

    /// When the next job is due.
    pub fn next_job_at(conn: &mut Conn) -> QueryResult<Option<i64>> {
        jobs::table
            .filter(jobs::state.eq_any(["ready", "leased"]))
            .select(jobs::run_at)
            .order(jobs::run_at)
            .first(conn)
            .optional()
    }

    /// The cases of waiting jobs, in the order of the queue.
    pub fn jobs_in_order(conn: &mut Conn) -> QueryResult<Vec<Vec<u8>>> {
        let waits = jobs::state.eq_any(["ready", "leased"]);
        let rows: Vec<Option<Vec<u8>>> =
            jobs::table.filter(waits).order(jobs::run_at).select(jobs::case_id).load(conn)?;
        Ok(rows.into_iter().flatten().collect())
    }

    /// Ids of jobs whose time has come and that no other node is taking.
    fn due_jobs(conn: &mut Conn, now: i64, limit: i64) -> QueryResult<Vec<Vec<u8>>> {
        let due = jobs::table
            .filter(jobs::state.eq_any(["ready", "leased"]))
            .filter(jobs::run_at.le(now))
            .order(jobs::run_at)
            .limit(limit)
            .select(jobs::id);
        taken!(due).load(conn)
    }

    fn lease_jobs(conn: &mut Conn, ids: &[Vec<u8>], until: i64) -> QueryResult<Vec<JobRow>> {
        diesel::update(jobs::table.filter(jobs::id.eq_any(ids)))
            .set((
                jobs::state.eq("leased"),
                jobs::run_at.eq(until),
                jobs::attempts.eq(jobs::attempts + 1),
            ))
            .returning(JobRow::as_returning())
            .get_results(conn)
    }
}

impl Tx<'_> {
    /// Takes jobs whose time has come, until `until`; a worker that dies lets them go again.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn claim_jobs(
        &mut self,
        now: i64,
        until: i64,
        limit: i64,
    ) -> Result<Vec<JobRow>, StoreError> {
        let ids = self.due_jobs(now, limit)?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        self.lease_jobs(&ids, until)
    }
}
