//! Who is signed in.

use super::{Lent, StoreError, Tx, postgres, sqlite};
use crate::store::rows::{SessionRow, SignInRow};

facade! {
    /// Offers a way in.
    offer_sign_in = sessions::offer(row: &SignInRow) -> usize;
    /// A way in, by its token.
    sign_in = sessions::offered(token: &[u8]) -> Option<SignInRow>;
    /// The way in that a browser asked for.
    sign_in_of_browser = sessions::offered_to_browser(browser: &[u8]) -> Option<SignInRow>;
    /// Spends one; 0 when it was spent before.
    spend_sign_in = sessions::spend(id: &[u8], at: i64) -> usize;
    /// Counts a wrong code.
    miss_sign_in = sessions::miss(id: &[u8]) -> usize;
    /// Signs somebody in.
    begin_session = sessions::begin(row: &SessionRow) -> usize;
    /// Who holds this token.
    session = sessions::of_token(token: &[u8]) -> Option<SessionRow>;
    /// A session is in use.
    see_session = sessions::see(id: &[u8], at: i64) -> usize;
    /// Signs out.
    end_session = sessions::end(token: &[u8]) -> usize;
    /// Signs a person out everywhere.
    end_sessions_of = sessions::end_all_of(person: &[u8]) -> usize;
    /// Deletes what ended by itself.
    thin_sessions = sessions::thin(now: i64, idle_since: i64, offered_before: i64) -> usize;
}
