//! Letters.

use crate::store::error::StoreError;
use crate::store::rows::NoticeRow;
use crate::store::tx::{Lent, Tx};
use crate::store::{postgres, sqlite};

facade! {
    /// A letter.
    insert_notice = review::insert_notice(row: &NoticeRow) -> usize;
    /// One letter.
    notice = review::notice(id: &[u8]) -> Option<NoticeRow>;
    /// The letters of a case, oldest first.
    notices_of = review::notices_of(case: &[u8]) -> Vec<NoticeRow>;
    /// Writes down that a letter reached its person; once.
    tell_notice = review::tell_notice(id: &[u8], at: i64, how: &str) -> usize;
    /// Letters that count as told by now, of cases whose person has not been told of the answer.
    notices_come = review::notices_come(kinds: &[&str], now: i64, after: &[u8], limit: i64) -> Vec<NoticeRow>;
    /// Empties the sealed words of a person's letters, and of opinions and decisions about them.
    drop_notices = review::drop_notices(subject: &[u8]) -> usize;
}
