//! One transaction in the words of the domain. Which database answers is nobody else's business.

use crate::audit::tiles::TileId;

use super::rows::{
    AnnouncementRow, ApprovalRow, AttachmentRow, BalancingRow, CaseChange, CaseRow, ChangeRow,
    CheckpointRow, CohortRow, CosignatureRow, DecisionRow, FlagRow, HistoryRow, HoldRow, KeyRow,
    LeafRow, MessageRow, NoticeRow, ObjectionRow, ObjectionWayRow, OpeningRow, OpinionRow,
    PackageRow, PolicyRow, RecipientRow, RestrictionRow, SubjectRow, TaskRow, TermRow, TicketRow,
};
use super::tail::Tail;
use super::{StoreError, postgres, sqlite};

/// The connection of a lane, lent for one transaction.
pub(crate) enum Lent<'a> {
    Sqlite(&'a mut sqlite::Conn),
    Postgres(&'a mut postgres::Conn),
}

/// A transaction.
pub struct Tx<'a> {
    pub(crate) conn: Lent<'a>,
    pub(crate) tail: &'a mut Tail,
}

impl std::fmt::Debug for Tx<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tx")
    }
}

/// Runs the same query on whichever connection was lent.
macro_rules! on {
    ($tx:expr, $module:ident :: $query:ident ( $($arg:expr),* )) => {
        match &mut $tx.conn {
            Lent::Sqlite(conn) => sqlite::$module::$query(conn $(, $arg)*),
            Lent::Postgres(conn) => postgres::$module::$query(conn $(, $arg)*),
        }
    };
}

/// Declares the facade: each method is the query of the same name.
macro_rules! facade {
    ($($(#[$doc:meta])* $name:ident = $module:ident :: $query:ident ( $($arg:ident : $kind:ty),* ) -> $out:ty;)*) => {
        #[expect(clippy::missing_errors_doc, reason = "each fails only when the database does")]
        impl Tx<'_> {$(
            $(#[$doc])*
            pub fn $name(&mut self, $($arg: $kind),*) -> Result<$out, StoreError> {
                Ok(on!(self, $module::$query($($arg),*))?)
            }
        )*}
    };
}

mod jobs;
mod letters;
mod mails;
mod signed;

facade! {
    /// The check values of master keys: one, once the gateway was started.
    key_checks = people::key_checks() -> Vec<(i64, Vec<u8>)>;
    /// Stores a check value, unless there is one.
    put_key_check = people::put_key_check(value: &[u8]) -> usize;
    /// New cases, in one statement.
    insert_cases = cases::insert(rows: &[CaseRow]) -> usize;
    /// One case by what people see.
    case_by_reference = cases::by_reference(reference: &str) -> Option<CaseRow>;
    /// One case.
    case_by_id = cases::by_id(id: &[u8]) -> Option<CaseRow>;
    /// Several cases.
    cases_by_ids = cases::by_ids(ids: &[Vec<u8>]) -> Vec<CaseRow>;
    /// Cases that were opened with these idempotency keys.
    cases_by_idem_keys = cases::by_idem_keys(keys: &[Vec<u8>]) -> Vec<CaseRow>;
    /// Which of these references exist.
    references_taken = cases::taken(references: &[String]) -> Vec<String>;
    /// Cases of these people: recent ones, and all that are open.
    cases_of_subjects = cases::of_subjects(subjects: &[Vec<u8>], since: i64) -> Vec<CaseRow>;
    /// A page of one person's cases, newest first.
    cases_page_of = cases::page_of_subject(subject: &[u8], before: &[u8], limit: i64) -> Vec<CaseRow>;
    /// A page of all cases, newest first.
    cases_page = cases::page(before: &[u8], limit: i64) -> Vec<CaseRow>;
    /// Open cases that are due before then, newest first.
    cases_page_due = cases::page_due(until: i64, before: &[u8], limit: i64) -> Vec<CaseRow>;
    /// The same in the order of their ids.
    cases_due_before = cases::due_before(until: i64, after: &[u8], limit: i64) -> Vec<CaseRow>;
    /// A page of all cases, oldest first.
    cases_after = cases::page_after(after: &[u8], limit: i64) -> Vec<CaseRow>;
    /// Changes a case if it still has that version; tells how many rows that were.
    change_case = cases::change(id: &[u8], version: i64, to: &CaseChange) -> usize;
    /// Seals the private part of a case anew.
    reseal_case = cases::reseal(id: &[u8], sealed: &[u8]) -> usize;
    /// Requests of a person that were merged into others, oldest first.
    merged_of = cases::merged_of(subject: &[u8]) -> Vec<CaseRow>;
    /// Open cases on which neither a machine nor a human works.
    cases_left_alone = cases::left_alone(limit: i64) -> Vec<Vec<u8>>;
    /// A legal hold.
    insert_hold = cases::insert_hold(row: &HoldRow) -> usize;
    /// The holds that were set on a case.
    holds_of = cases::holds_of(case: &[u8]) -> Vec<HoldRow>;
    /// The holds in force on whoever is known by one of these keyed hashes.
    holds_on = cases::holds_on(blinds: &[Vec<u8>]) -> Vec<HoldRow>;
    /// Lifts a hold.
    lift_hold = cases::lift_hold(id: &[u8], by: &str, at: i64) -> usize;
    /// Empties the sealed field of a person's cases.
    blank_cases = cases::blank(subject: &[u8]) -> usize;
    /// Cohort labels, sealed.
    insert_cohorts = cases::insert_cohorts(rows: &[CohortRow]) -> usize;
    /// The cases of waiting jobs, in the order of the queue.
    jobs_in_order = fairness::jobs_in_order() -> Vec<Vec<u8>>;
    /// Claim tickets that were redeemed now.
    insert_tickets = fairness::insert_tickets(rows: &[TicketRow]) -> usize;
    /// Every claim ticket that was redeemed and has not expired.
    tickets = fairness::all_tickets() -> Vec<TicketRow>;
    /// Of these claim tickets, those that were redeemed.
    tickets_redeemed = fairness::tickets(nonces: &[Vec<u8>]) -> Vec<TicketRow>;
    /// Forgets redeemed tickets that have expired anyway.
    drop_tickets_before = fairness::drop_tickets_before(now: i64) -> usize;
    /// Keeps by which way an objection came.
    insert_objection_way = fairness::insert_way(row: &ObjectionWayRow) -> usize;
    /// By which ways objections of some time came, by epoch.
    objection_ways_between = fairness::ways_between(times: (i64, i64), epoch: i64, limit: i64) -> Vec<ObjectionWayRow>;
    /// Person, case and labels of these people's cases, oldest first.
    cohorts_of = fairness::cohorts_of(subjects: &[Vec<u8>]) -> Vec<super::rows::LabelledCase>;
    /// How many objections came with a list.
    objections_imported_between = fairness::imported_between(from: i64, to: i64) -> i64;
    /// Deletes messages, attachments, packages and labels of a person.
    drop_private = cases::drop_private(subject: &[u8]) -> usize;
    /// A message.
    insert_message = cases::insert_message(row: &MessageRow) -> usize;
    /// The messages of a case.
    messages_of = cases::messages_of(case: &[u8]) -> Vec<MessageRow>;
    /// A file that goes with an answer.
    insert_attachment = cases::insert_attachment(row: &AttachmentRow) -> usize;
    /// One of them.
    attachment = cases::attachment(id: &[u8]) -> Option<AttachmentRow>;
    /// The files of a case.
    attachments_of = cases::attachments_of(case: &[u8]) -> Vec<AttachmentRow>;
    /// The ids, sealed titles and sizes of the files of a case.
    attachment_titles_of = cases::attachment_titles_of(case: &[u8]) -> Vec<(Vec<u8>, Vec<u8>, i64)>;
    /// Replaces the package of a case.
    put_package = cases::put_package(row: &PackageRow) -> usize;
    /// The package of a case.
    package_of = cases::package_of(case: &[u8]) -> Option<PackageRow>;
    /// Deletes packages whose time is over.
    drop_packages_before = cases::drop_packages_before(now: i64) -> usize;
    /// New flags.
    insert_flags = cases::insert_flags(rows: &[FlagRow]) -> usize;
    /// One flag.
    flag = cases::flag(id: &[u8]) -> Option<FlagRow>;
    /// The flag of a case.
    flag_of = cases::flag_of(case: &[u8]) -> Option<FlagRow>;
    /// A page of flags, newest first.
    flags_page = cases::flags_page(state: Option<&str>, before: &[u8], limit: i64) -> Vec<FlagRow>;
    /// Open flags that nobody reviewed in time.
    flags_to_lapse = cases::flags_to_lapse(now: i64, limit: i64) -> Vec<FlagRow>;
    /// Closes a flag.
    close_flag = cases::close_flag(id: &[u8], state: &str, at: i64) -> usize;
    /// A task for a case worker.
    insert_task = cases::insert_task(row: &TaskRow) -> usize;
    /// The tasks of a case.
    tasks_of = cases::tasks_of(case: &[u8]) -> Vec<TaskRow>;
    /// Marks a case's tasks as done, but for datasets that a human has to look up.
    finish_tasks = cases::finish_tasks(case: &[u8], at: i64) -> usize;
    /// Marks a case's tasks about one system, or one dataset of it, as done.
    finish_tasks_of = cases::finish_tasks_of(case: &[u8], system: &str, dataset: Option<&str>, at: i64) -> usize;

    /// That an objection was weighed.
    insert_balancing = review::insert_balancing(row: &BalancingRow) -> usize;
    /// What was weighed in a case, oldest first.
    balancings_of = review::balancings_of(case: &[u8]) -> Vec<BalancingRow>;
    /// Overridden objections whose people were told by then and whose stop is not lifted.
    balancings_to_lift = review::balancings_to_lift(told_before: i64, limit: i64) -> Vec<(BalancingRow, NoticeRow)>;
    /// What was weighed leads to nothing any more.
    close_balancings = review::close_balancings(case: &[u8], purpose: &str, at: i64) -> usize;
    /// Writes down that the stop was lifted.
    lift_balancing = review::lift_balancing(id: &[u8], at: i64) -> usize;
    /// What the DPO advised.
    insert_opinion = review::insert_opinion(row: &OpinionRow) -> usize;
    /// The opinions on a flag, oldest first.
    opinions_of = review::opinions_of(flag: &[u8]) -> Vec<OpinionRow>;
    /// What the controller's decision-maker signed.
    insert_decision = review::insert_decision(row: &DecisionRow) -> usize;
    /// The decisions on a flag, oldest first.
    decisions_of = review::decisions_of(flag: &[u8]) -> Vec<DecisionRow>;
    /// Marks the decision in force as reopened; it stays readable.
    reopen_decisions = review::reopen_decisions(flag: &[u8], at: i64) -> usize;
    /// Opens a flag again.
    reopen_flag = review::reopen_flag(id: &[u8], lapses_at: i64) -> usize;
    /// A page of tasks, oldest first.
    tasks_page = review::tasks_page(state: &str, after: &[u8], limit: i64) -> Vec<TaskRow>;
    /// One task.
    task = review::task(id: &[u8]) -> Option<TaskRow>;
    /// Marks a task as done.
    finish_task = review::finish_task(id: &[u8], at: i64) -> usize;
    /// Open tasks about a system and no case in particular.
    office_tasks = review::office_tasks(system: &str) -> Vec<TaskRow>;
    /// How many tasks are open.
    open_tasks = review::open_tasks() -> i64;
    /// How many flags are open.
    open_flags = review::open_flags() -> i64;

    /// A system that is to be told; one that is known stays as it is.
    insert_recipient = recipients::insert(row: &RecipientRow) -> usize;
    /// Every system and purpose.
    recipients = recipients::all() -> Vec<RecipientRow>;
    /// One of them.
    recipient = recipients::one(system: &str, purpose: &str) -> Option<RecipientRow>;
    /// Holds one until the transaction ends.
    hold_recipient = recipients::hold(system: &str, purpose: &str) -> usize;
    /// Writes down how far one is.
    put_recipient = recipients::put(row: &RecipientRow) -> usize;

    /// New people.
    insert_subjects = people::insert(rows: &[SubjectRow]) -> usize;
    /// People by blind index.
    subjects_by_blinds = people::by_blinds(blinds: &[Vec<u8>]) -> Vec<SubjectRow>;
    /// People by id.
    subjects_by_ids = people::by_ids(ids: &[Vec<u8>]) -> Vec<SubjectRow>;
    /// Deletes a person's key and names.
    forget_subject = people::forget(id: &[u8]) -> usize;
    /// Writes an objection.
    put_objection = people::put_objection(row: &ObjectionRow) -> usize;
    /// The objections of one person, by their marks.
    objections_of = people::objections_of(marks: &[Vec<u8>]) -> Vec<ObjectionRow>;
    /// Objections that were carried over from a mark.
    objections_via = people::objections_via(mark: &[u8]) -> Vec<ObjectionRow>;
    /// Objections that changed after an epoch, oldest first.
    objections_after = people::objections_after(epoch: i64, limit: i64) -> Vec<ObjectionRow>;
    /// Puts a person under a restriction; once.
    insert_restriction = restrictions::insert(row: &RestrictionRow) -> usize;
    /// The restrictions that these cases hold.
    restrictions_in = restrictions::of_cases(cases: &[Vec<u8>]) -> Vec<RestrictionRow>;
    /// Since when a person is restricted for a purpose, by whatever case.
    restricted_since = restrictions::since(mark: &[u8], purpose: &str) -> Option<i64>;
    /// Ends what a case holds.
    drop_restrictions = restrictions::delete(case: &[u8]) -> usize;
    /// Names the letter that says that a case's restrictions end, or takes the name away.
    announce_lifting = restrictions::announce(case: &[u8], lifting: Option<&Vec<u8>>) -> usize;
    /// Cases that hold a restriction under any of these marks.
    cases_restricting = restrictions::cases_of(marks: &[Vec<u8>]) -> Vec<Vec<u8>>;
    /// Every case that holds a restriction.
    restricted_cases = restrictions::cases() -> Vec<Vec<u8>>;
    /// Cases, each with that letter, whose person was told by then.
    restrictions_ending = restrictions::ending(told_before: i64, limit: i64) -> Vec<(Vec<u8>, Vec<u8>)>;
    /// Everybody who ever objected to a purpose, by mark.
    objections_after_mark = people::objections_after_mark(purpose: &str, after: &[u8], limit: i64) -> Vec<ObjectionRow>;
    /// What changed for one purpose after an epoch, oldest first.
    changes_after = people::changes_after(purpose: &str, epoch: i64, limit: i64) -> Vec<ObjectionRow>;
    /// Every version of a policy file that was ever in force, oldest first.
    policies_of = people::policies_of(kind: &str) -> Vec<PolicyRow>;
    /// The latest epoch.
    epoch = people::epoch() -> i64;
    /// A new API key.
    insert_key = people::insert_key(row: &KeyRow) -> usize;
    /// All API keys.
    keys = people::keys() -> Vec<KeyRow>;
    /// Remembers a policy text for ever.
    put_policy = people::put_policy(row: &PolicyRow) -> usize;
    /// A policy text by hash.
    policy = people::policy(hash: &str) -> Option<PolicyRow>;

    /// Takes the next number of a counter; held until the transaction ends, so that numbers become visible in order.
    next_of = terms::next(counter: &str) -> i64;
    /// The last number taken from a counter.
    last_of = terms::last(counter: &str) -> i64;
    /// A version comes into force.
    insert_term = terms::insert_term(row: &TermRow) -> usize;
    /// The version of a policy file that is in force.
    policy_in_force = terms::in_force(kind: &str) -> Option<TermRow>;
    /// Since when each version of a policy file was in force, oldest first.
    terms_all = terms::all() -> Vec<TermRow>;
    /// Every declared change, by number.
    changes_all = terms::all_changes() -> Vec<ChangeRow>;
    /// Since when versions of a file were in force.
    policy_terms = terms::terms(kind: &str) -> Vec<TermRow>;
    /// Announces a version; nothing when it was announced before.
    announce_policy = terms::announce(row: &AnnouncementRow) -> usize;
    /// A version that was announced.
    announcement = terms::announcement(hash: &str) -> Option<AnnouncementRow>;
    /// Versions that were announced, latest first.
    announcements = terms::announcements() -> Vec<AnnouncementRow>;
    /// One person approves a version.
    approve_policy = terms::approve(row: &ApprovalRow) -> usize;
    /// Who approved a version.
    approvals_of = terms::approvals(hash: &str) -> Vec<ApprovalRow>;
    /// Somebody declares a change.
    declare_change = terms::declare(row: &ChangeRow) -> usize;
    /// Changes that happened since then, up to a number, in the order in which they were declared.
    policy_changes_since = terms::changes_since(since: i64, last: i64) -> Vec<ChangeRow>;
    /// Deletes the changes that concern one person.
    drop_changes = terms::drop_changes(subject: &[u8]) -> usize;
    /// How many cases there are.
    count_cases = terms::count_cases() -> i64;
    /// Histories, person by person, each oldest first.
    histories = terms::histories(from: &[u8], limit: i64) -> Vec<HistoryRow>;

    /// The head of the log: size, time of the last leaf, peaks.
    log_head = log::head() -> (i64, i64, Vec<u8>);
    /// Entries of leaves.
    leaves = log::leaves(from: i64, to: i64) -> Vec<LeafRow>;
    /// The next leaves from an index on.
    leaves_from = log::leaves_from(from: i64, limit: i64) -> Vec<LeafRow>;
    /// Openings of leaves, where they still exist.
    openings = log::openings_between(from: i64, to: i64) -> Vec<OpeningRow>;
    /// Openings of some leaves.
    openings_at = log::openings_at(at: &[i64]) -> Vec<OpeningRow>;
    /// Openings sealed with one person's key.
    openings_of = log::openings_of(subject: &[u8]) -> Vec<OpeningRow>;
    /// Deletes a person's openings.
    shred_openings = log::shred(subject: &[u8]) -> usize;
    /// Tiles of one level.
    tiles_between = log::tiles_between(level: i64, from: i64, to: i64) -> Vec<(i64, Vec<u8>)>;
    /// A signed head.
    put_checkpoint = log::put_checkpoint(row: &CheckpointRow) -> usize;
    /// The last signed head.
    last_checkpoint = log::last_checkpoint() -> Option<CheckpointRow>;
    /// Signed heads, smallest first.
    checkpoints_after = log::checkpoints_after(size: i64, limit: i64) -> Vec<CheckpointRow>;

    /// A page of people, by id.
    subjects_after = evidence::subjects_after(after: &[u8], limit: i64) -> Vec<SubjectRow>;
    /// A page of all objections, by mark and purpose.
    objections_page = evidence::objections_page(mark: &[u8], purpose: &str, limit: i64) -> Vec<ObjectionRow>;
    /// The flags of these cases.
    flags_in = evidence::flags_in(cases: &[Vec<u8>]) -> Vec<FlagRow>;
    /// The tasks of these cases.
    tasks_in = evidence::tasks_in(cases: &[Vec<u8>]) -> Vec<TaskRow>;
    /// The letters of these cases.
    notices_in = evidence::notices_in(cases: &[Vec<u8>]) -> Vec<NoticeRow>;
    /// The weighings of these cases.
    balancings_in = evidence::balancings_in(cases: &[Vec<u8>]) -> Vec<BalancingRow>;
    /// The holds that were set on these cases.
    holds_in = evidence::holds_in(cases: &[Vec<u8>]) -> Vec<HoldRow>;
    /// Tasks that belong to no case.
    tasks_of_no_case = evidence::tasks_of_no_case() -> Vec<TaskRow>;
    /// The messages of these cases.
    messages_in = evidence::messages_in(cases: &[Vec<u8>]) -> Vec<MessageRow>;
    /// The labels of these cases.
    cohorts_in = evidence::cohorts_in(cases: &[Vec<u8>]) -> Vec<CohortRow>;
    /// The labels of the cases after one, up to another.
    cohorts_between = evidence::cohorts_between(after: &[u8], last: &[u8]) -> Vec<CohortRow>;
    /// Which of these cases have files: once for each.
    attachments_in = evidence::attachments_in(cases: &[Vec<u8>]) -> Vec<Vec<u8>>;
    /// Which of these cases have a package.
    packages_in = evidence::packages_in(cases: &[Vec<u8>]) -> Vec<Vec<u8>>;
    /// Packages whose time is over, by case.
    packages_over = evidence::packages_over(now: i64) -> Vec<Vec<u8>>;
    /// How many rows hang on cases, each with the name of its table.
    hanging = evidence::hanging() -> Vec<(&'static str, i64)>;
    /// Every policy text.
    policies_all = evidence::policies() -> Vec<PolicyRow>;
    /// Every counter.
    counters = evidence::counters() -> Vec<(String, i64)>;
    /// Every tile: level, index, hashes.
    tiles_all = evidence::tiles() -> Vec<(i64, i64, Vec<u8>)>;
    /// Puts the mark of its erasure in the place of an opening.
    erase_opening = evidence::erase_opening(idx: i64, nobody: &[u8], mark: &[u8]) -> usize;
    /// Cuts a case loose from its person.
    blank_case = evidence::blank_case(row: &CaseRow) -> usize;
    /// What a witness said.
    put_cosignature = evidence::put_cosignature(row: &CosignatureRow) -> usize;
    /// What witnesses said of a head.
    cosignatures_of = evidence::cosignatures_of(size: i64) -> Vec<CosignatureRow>;
    /// Everything that witnesses said, by witness, oldest first.
    cosignatures = evidence::cosignatures() -> Vec<CosignatureRow>;
    /// The largest size that a witness has cosigned.
    last_cosigned = evidence::last_cosigned() -> Option<i64>;
    /// Every witness that ever cosigned, with the size of its newest head.
    cosigned = evidence::cosigned() -> Vec<(String, Option<i64>)>;
    /// The last thing that a witness said.
    last_cosignature = evidence::last_cosignature(witness: &str) -> Option<CosignatureRow>;
}

impl Tx<'_> {
    /// What the database itself finds wrong with its file, or with one table of it. Asked before anything is believed:
    /// pages that point at each other are read for ever. PostgreSQL keeps that to itself.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn damage(&mut self, table: Option<&str>) -> Result<Vec<String>, StoreError> {
        match &mut self.conn {
            Lent::Sqlite(conn) => sqlite::damage(conn, table),
            Lent::Postgres(_) => Ok(Vec::new()),
        }
    }

    /// Whether the schema is this program's; not asked of PostgreSQL.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn has_own_schema(&mut self) -> Result<bool, StoreError> {
        match &mut self.conn {
            Lent::Sqlite(conn) => sqlite::has_own_schema(conn),
            Lent::Postgres(_) => Ok(true),
        }
    }

    /// The time of the leaf that was appended last: what hangs on it carries the same.
    pub fn leaf_time(&self) -> i64 {
        self.tail.last_time()
    }

    /// Takes the next epoch; held until the transaction ends, so that epochs become visible in order. Other nodes are told
    /// at the commit.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn next_epoch(&mut self) -> Result<i64, StoreError> {
        if let Lent::Postgres(conn) = &mut self.conn {
            postgres::notify(conn)?;
        }
        Ok(on!(self, people::next_epoch())?)
    }

    pub(crate) fn lock_head(&mut self) -> Result<(i64, i64, Vec<u8>), StoreError> {
        Ok(match &mut self.conn {
            Lent::Sqlite(conn) => sqlite::lock_head(conn),
            Lent::Postgres(conn) => postgres::lock_head(conn),
        }?)
    }

    pub(crate) fn set_head(
        &mut self,
        size: i64,
        time: i64,
        peaks: &[u8],
    ) -> Result<(), StoreError> {
        on!(self, log::set_head(size, time, peaks))?;
        Ok(())
    }

    pub(crate) fn insert_leaves(&mut self, rows: &[LeafRow]) -> Result<(), StoreError> {
        on!(self, log::insert_leaves(rows))?;
        Ok(())
    }

    pub(crate) fn insert_openings(&mut self, rows: &[OpeningRow]) -> Result<(), StoreError> {
        on!(self, log::insert_openings(rows))?;
        Ok(())
    }

    /// One tile of the log.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn tile(&mut self, id: TileId) -> Result<Option<Vec<u8>>, StoreError> {
        let index = i64::try_from(id.index).unwrap_or(i64::MAX);
        Ok(on!(self, log::tile(i64::from(id.level), index))?)
    }

    pub(crate) fn put_tile(&mut self, id: TileId, bytes: &[u8]) -> Result<(), StoreError> {
        let index = i64::try_from(id.index).unwrap_or(i64::MAX);
        on!(self, log::put_tile(i64::from(id.level), index, bytes))?;
        Ok(())
    }
}
