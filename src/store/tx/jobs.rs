//! Work that must happen.

use crate::store::error::StoreError;
use crate::store::rows::JobRow;
use crate::store::tx::{Lent, Tx};
use crate::store::{postgres, sqlite};

facade! {
    /// New jobs.
    insert_jobs = jobs::insert(rows: &[JobRow]) -> usize;
    /// Ends or postpones a job.
    settle_job = jobs::settle(id: &[u8], state: &str, run_at: i64, note: Option<&str>) -> usize;
    /// Jobs in a state.
    jobs_in_state = jobs::in_state(state: &str) -> Vec<JobRow>;
    /// The work that waits for a case.
    jobs_of_case = jobs::of_case(case: &[u8]) -> Vec<JobRow>;
    /// Lets the work for a case begin now, as if it had never been tried.
    hurry_jobs = jobs::hurry(case: &[u8], now: i64) -> usize;
    /// How many jobs wait for another try.
    jobs_waiting = jobs::waiting() -> i64;
    /// How many jobs are in a state.
    jobs_count = jobs::count(state: &str) -> i64;
    /// When the next job is due.
    next_job_at = jobs::next_run() -> Option<i64>;
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
        let ids = match &mut self.conn {
            Lent::Sqlite(conn) => sqlite::due_jobs(conn, now, limit),
            Lent::Postgres(conn) => postgres::due_jobs(conn, now, limit),
        }?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        Ok(on!(self, jobs::lease(&ids, until))?)
    }
}
