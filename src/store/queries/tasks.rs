//! What a case worker has to do.

use diesel::prelude::*;

use crate::domain::name::{DatasetId, SystemId};
use crate::store::rows::TaskRow;
use crate::store::schema::tasks;

queries! {
    /// A task for a case worker.
    pub fn insert_task(conn: &mut Conn, row: &TaskRow) -> QueryResult<usize> {
        diesel::insert_into(tasks::table).values(row).execute(conn)
    }

    /// One task.
    pub fn task(conn: &mut Conn, id: &[u8]) -> QueryResult<Option<TaskRow>> {
        tasks::table.find(id).first(conn).optional()
    }

    /// The tasks of a case.
    pub fn tasks_of(conn: &mut Conn, case: &[u8]) -> QueryResult<Vec<TaskRow>> {
        tasks::table.filter(tasks::case_id.eq(case)).order(tasks::id).load(conn)
    }

    /// The tasks of these cases.
    pub fn tasks_in(conn: &mut Conn, cases: &[Vec<u8>]) -> QueryResult<Vec<TaskRow>> {
        tasks::table.filter(tasks::case_id.eq_any(cases)).load(conn)
    }

    /// Tasks that belong to no case.
    pub fn tasks_of_no_case(conn: &mut Conn) -> QueryResult<Vec<TaskRow>> {
        tasks::table.filter(tasks::case_id.is_null()).load(conn)
    }

    /// A page of tasks, oldest first.
    pub fn tasks_page(
        conn: &mut Conn,
        state: &str,
        after: &[u8],
        limit: i64,
    ) -> QueryResult<Vec<TaskRow>> {
        tasks::table
            .filter(tasks::state.eq(state))
            .filter(tasks::id.gt(after))
            .order(tasks::id)
            .limit(limit)
            .load(conn)
    }

    /// Open tasks about a system and no case in particular.
    pub fn office_tasks(conn: &mut Conn, system: &str) -> QueryResult<Vec<TaskRow>> {
        tasks::table
            .filter(tasks::state.eq("open"))
            .filter(tasks::case_id.is_null())
            .filter(tasks::system.eq(system))
            .order(tasks::id)
            .load(conn)
    }

    /// How many tasks are open.
    pub fn open_tasks(conn: &mut Conn) -> QueryResult<i64> {
        tasks::table.filter(tasks::state.eq("open")).count().get_result(conn)
    }

    /// Marks a task as done.
    pub fn finish_task(conn: &mut Conn, id: &[u8], at: i64) -> QueryResult<usize> {
        diesel::update(tasks::table.find(id).filter(tasks::state.eq("open")))
            .set((tasks::state.eq("done"), tasks::done_at.eq(at)))
            .execute(conn)
    }

    /// Marks a case's tasks as done, but for datasets that a human has to look up.
    pub fn finish_tasks(conn: &mut Conn, case: &[u8], at: i64) -> QueryResult<usize> {
        // What could not be looked up stays to be done when the rest was answered.
        let open = tasks::table.filter(tasks::case_id.eq(case)).filter(tasks::state.eq("open"));
        diesel::update(open.filter(tasks::dataset.is_null()))
            .set((tasks::state.eq("done"), tasks::done_at.eq(at)))
            .execute(conn)
    }

    /// Marks a case's tasks about one system, or one dataset of it, as done.
    pub fn finish_tasks_of(
        conn: &mut Conn,
        case: &[u8],
        system: &SystemId,
        dataset: Option<&DatasetId>,
        at: i64,
    ) -> QueryResult<usize> {
        let open = tasks::table
            .filter(tasks::case_id.eq(case))
            .filter(tasks::state.eq("open"))
            .filter(tasks::system.eq(system.as_str()));
        let done = (tasks::state.eq("done"), tasks::done_at.eq(at));
        match dataset {
            Some(dataset) => {
                diesel::update(open.filter(tasks::dataset.eq(dataset))).set(done).execute(conn)
            }
            None => diesel::update(open.filter(tasks::dataset.is_null())).set(done).execute(conn),
        }
    }
}
