//! What a person asks.

use crate::domain::identity::{Asker, Identifiers, Personal};
use crate::domain::right::{Right, Scope};
use crate::domain::time::Instant;

use crate::casework::case::entry::Entry;
pub use crate::casework::case::labels::{Came, Labels};
use crate::casework::intake::tickets::Ticket;

/// What a person asks.
#[derive(Clone)]
pub struct Ask {
    /// Who.
    pub asker: Asker,
    /// What.
    pub right: Right,
    /// How wide. `detail` is filled in here.
    pub scope: Scope,
    /// In their own words.
    pub message: Option<Personal<String>>,
    /// For the words of the answer.
    pub language: Option<String>,
    /// For the authority named in the answer.
    pub country: Option<String>,
    /// See [`Labels`].
    pub labels: Labels,
    /// By which way it came, for `fairness` alone.
    pub came: Came,
    /// A ticket from an attempt that found no room: it dates the request.
    pub ticket: Option<Ticket>,
    /// The caller's key and a digest of the body. The key is that of the person, or of the officer who typed it in.
    pub idempotency: Option<(Personal<String>, [u8; 32])>,
    /// What an officer wrote down of it, and when it reached the office.
    pub entered: Option<(Personal<Entry>, Instant)>,
}

impl Ask {
    /// When it reached us. Who found no room is dated by the first attempt, and a letter by the day it came: the period of
    /// Art. 12(3) ran from there.
    pub(crate) fn received_at(&self, now: Instant) -> Instant {
        let entered = self.entered.as_ref().map(|(_, at)| *at);
        entered.or(self.ticket.map(|ticket| ticket.at)).map_or(now, |at| at.min(now))
    }

    /// What is known of who asks (invariant 10).
    pub(crate) fn identifiers(&self, now: Instant) -> Identifiers {
        let mut known = Identifiers::of(&self.asker, now);
        let Some((entry, _)) = &self.entered else { return known };
        let entry = entry.reveal();
        known.claimed.clone_from(&entry.email);
        if let Some(how) = &entry.how {
            known.accounts.iter_mut().for_each(|account| account.how.clone_from(how));
        }
        known
    }

    /// Whether there is something in words that a human reads first. A letter of somebody who acts for another is.
    pub(crate) fn is_worded(&self) -> bool {
        let acts =
            |(entry, _): &(Personal<Entry>, Instant)| entry.reveal().representative.is_some();
        self.message.is_some() || self.entered.as_ref().is_some_and(acts)
    }
}
