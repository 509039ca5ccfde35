//! Mails on their way out.

use crate::store::error::StoreError;
use crate::store::rows::MailRow;
use crate::store::tx::{Lent, Tx};
use crate::store::{postgres, sqlite};

facade! {
    /// New mails.
    insert_mails = mails::insert(rows: &[MailRow]) -> usize;
    /// What went to these addresses since then: address, kind, when.
    mails_to = mails::to(recipients: &[Vec<u8>], since: i64) -> Vec<(Vec<u8>, String, i64)>;
    /// When the next mail is due.
    next_mail_at = mails::next_run() -> Option<i64>;
    /// Writes down how a try ended, unless somebody else has taken it since.
    settle_mail = mails::settle(row: &MailRow) -> usize;
    /// The mails of a case, oldest first.
    mails_of = mails::of_case(case: &[u8]) -> Vec<MailRow>;
    /// How many mails are in each state.
    mails_by_state = mails::by_state() -> Vec<(String, i64)>;
    /// Deletes what is kept of mails to a person.
    drop_mails_of = mails::drop_of(subject: &[u8], recipient: &[u8]) -> usize;
    /// Deletes what is kept of mails that belong to no case and ended before then.
    drop_mails_before = mails::drop_before(then: i64) -> usize;
}

impl Tx<'_> {
    /// Takes mails whose time has come, until `until`, as with jobs.
    ///
    /// # Errors
    /// When the database does not answer.
    pub fn claim_mails(
        &mut self,
        now: i64,
        until: i64,
        limit: i64,
    ) -> Result<Vec<MailRow>, StoreError> {
        let ids = match &mut self.conn {
            Lent::Sqlite(conn) => sqlite::due_mails(conn, now, limit),
            Lent::Postgres(conn) => postgres::due_mails(conn, now, limit),
        }?;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        Ok(on!(self, mails::lease(&ids, until))?)
    }
}
