//! What the office does. Each function loads, decides and commits; each is one named transaction.
//!
//! Start with [`intake`] (a request arrives), [`fulfil`] (connectors answer it) and [`browse`] (everything that reads).
//!
//! **Invariant:** the only door to a case. Nothing changes one but events that `domain::decide` returned, each with its
//! audit leaf in the same transaction.

use std::collections::HashSet;
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use crate::audit::note::SigningKey;
use crate::clock::Clock;
use crate::config::secret::Secrets;
use crate::connectors::webhook::{Caller, Endpoint};
use crate::domain::deadline::Calendar;
use crate::domain::decide::Refusal;
use crate::objections::Index;
use crate::policy::adoption::Missing;
use crate::policy::costs::Costs;
use crate::policy::{PolicyError, PolicySet};
use crate::store::vault::{DoesNotOpen, Vault};
use crate::store::{Damaged, Store};
use crate::words::Language;

pub use crate::store::StoreError;

/// Everything that an office needs to work.
#[derive(Debug)]
pub struct Office {
    /// Durable state.
    pub store: Store,
    /// Keys.
    pub vault: Vault,
    /// The policies in force.
    pub policies: PolicySet,
    /// What lies in their folder and is not in force.
    pub standing: Standing,
    /// What a fee may be made of.
    pub costs: Costs,
    /// The controller's calendar.
    pub calendar: Calendar,
    /// The time.
    pub clock: Clock,
    /// The objections in memory.
    pub index: Index,
    /// The key of the log.
    pub log_key: SigningKey,
    /// Who answers.
    pub controller: String,
    /// What stands around every letter.
    pub letterhead: Letterhead,
    /// Where: its authority is named in letters.
    pub country: String,
    /// The issuers of people.
    pub issuers: Vec<String>,
    /// The folder that relative paths of the data map start from.
    pub base: std::path::PathBuf,
    /// How a secret of the data map is had.
    pub secrets: Secrets,
    /// Wakes the workers when there is a new job.
    pub bell: Bell,
    /// Wakes whoever follows the objections of other nodes.
    pub news: Bell,
    /// Wakes whoever tells systems of objections.
    pub errands: Bell,
    /// Systems that are told of objections.
    pub recipients: Recipients,
    /// How mails leave.
    pub mail: crate::casework::mail::Mailing,
    /// What people's software may say, and where links lead.
    pub signals: Signals,
    /// Which key seals claim tickets.
    pub ticket_generation: u32,
    /// Cases that somebody works on at this moment.
    pub at_work: AtWork,
    /// The dates that the office works towards.
    pub dates: Dates,
    /// How hard a connector is tried before a human takes over.
    pub patience: Patience,
}

/// A transaction that cannot write.
pub type Reading<'a> = crate::store::Tx<'a>;

impl Office {
    /// The language in which somebody is answered who asked in this one: the controller's, where it is none of ours.
    pub fn spoken(&self, asked_in: Option<&str>) -> Language {
        asked_in.and_then(Language::parse).unwrap_or(self.letterhead.language)
    }

    /// Every authority: its country, its name, and where one complains.
    pub fn authorities(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let each = crate::notices::authority::all();
        each.map(|one| (one.country, one.name, one.website)).collect()
    }

    /// The controller's authority: its name and where it is found (Art. 13(2)(d)).
    pub fn authority(&self) -> (&'static str, &'static str) {
        let own = crate::notices::authority::or_first(&self.country);
        (own.name, own.website)
    }

    /// The issuer of people, where there is only one: what names none is about this one.
    pub fn only_issuer(&self) -> Option<&str> {
        match self.issuers.as_slice() {
            [only] => Some(only),
            _ => None,
        }
    }

    /// The issuer of people that somebody named, or the only one.
    pub(crate) fn issuer_named(&self, issuer: Option<String>) -> Result<String, CaseworkError> {
        match issuer {
            Some(issuer) if self.issuers.contains(&issuer) => Ok(issuer),
            Some(_) => {
                let known = self.issuers.join("`, `");
                Err(CaseworkError::Unfit(format!(
                    "this is no issuer of people; use one of `{known}`"
                )))
            }
            None => self.only_issuer().map(str::to_owned).ok_or_else(|| {
                CaseworkError::Unfit(
                    "there are several issuers; name the account's `issuer`".into(),
                )
            }),
        }
    }

    /// Reads in one view of the database.
    ///
    /// # Errors
    /// What `look` returned, or that the database did not answer.
    pub async fn read<T, F>(&self, name: &'static str, look: F) -> Result<T, CaseworkError>
    where
        T: Send + 'static,
        F: FnOnce(&mut Reading<'_>) -> Result<T, CaseworkError> + Send + 'static,
    {
        self.store.read(name, look).await
    }
}

/// Sixteen random bytes, for an id that names nothing stored.
pub fn random_id() -> [u8; 16] {
    crate::store::vault::random()
}

/// The dates that the office works towards. None of them moves the date of the law.
#[derive(Clone, Debug)]
pub struct Dates {
    /// The office's own date is so many days before the one that binds.
    pub target_days_before: i64,
    /// Days before that date at which the office is told.
    pub remind_days_before: Vec<i64>,
}

/// How often and how far apart a connector is tried.
#[derive(Clone, Debug)]
pub struct Patience {
    /// Tries before the case worker gets a task.
    pub attempts_max: i64,
    /// Pause before the second try; it doubles from try to try.
    pub pause_ms: i64,
    /// Days that a package can be downloaded.
    pub package_days: i64,
}

/// What stands around every letter, and when one by post counts as delivered.
#[derive(Clone, Debug)]
pub struct Letterhead {
    /// The controller's postal address, a line each.
    pub address: String,
    /// Who signs, as a role.
    pub signatory: String,
    /// In which language a letter is written whose own we do not have.
    pub language: Language,
    /// Days after posting on which a letter counts as delivered (LAW 14.5).
    pub presumed_days: u8,
}

/// What people's software may say, and where links lead.
#[derive(Clone, Debug)]
pub struct Signals {
    /// How people reach the gateway.
    pub public_url: String,
    /// Where they can write to.
    pub contact: String,
    /// Purposes that `Sec-GPC: 1` objects to.
    pub gpc: Vec<String>,
    /// When that was last changed, as a date.
    pub last_update: String,
}

/// Why the office did not do it.
#[derive(Clone, Debug, thiserror::Error)]
pub enum CaseworkError {
    /// There is none, or it is somebody else's: the two look alike.
    #[error("there is no such request")]
    NoSuchCase,
    /// The law or the state does not allow it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Somebody changed it in the meantime.
    #[error("the case is at version {now}; read it again before you change it")]
    Stale {
        /// Its version.
        now: i64,
    },
    /// The key was used for something else.
    #[error("this idempotency key was used with another body; use a new key")]
    OtherBody,
    /// The claim ticket does not count.
    #[error("{0}; leave it out to send the request with today's date")]
    Ticket(#[from] TicketRefused),
    /// Not in `purposes.toml`.
    #[error("there is no purpose `{0}`; see GET /v1/purposes")]
    NoSuchPurpose(String),
    /// Not in `datamap.toml`.
    #[error("there is no data category `{0}`; leave `categories` out to ask for everything")]
    NoSuchCategory(String),
    /// There is none.
    #[error("there is no such task")]
    NoSuchTask,
    /// Whoever finishes it says how.
    #[error("this task belongs to a case; say in `how` what was done, or answer the case")]
    TaskOfCase,
    /// There is none.
    #[error("there is no such flag")]
    NoSuchFlag,
    /// Not in `costs.toml`.
    #[error("there is no item `{0}` in costs.toml")]
    NoSuchCost(String),
    /// No such system is told of that purpose.
    #[error("no such system is told of this purpose; see GET /v1/objections/recipients")]
    NoSuchRecipient,
    /// A system acknowledges what there never was.
    #[error("there is no such epoch yet; acknowledge what you were told, in `epoch`")]
    NoSuchEpoch,
    /// Not in `datamap.toml`.
    #[error("there is no system `{0}`; leave `systems` out to ask for everything")]
    NoSuchSystem(String),
    /// What was asked makes no sense; the text says what would.
    #[error("{0}")]
    Unfit(String),
    /// Nothing to download (yet).
    #[error("there is no package for this request")]
    NoPackage,
    /// This person never said so under this name, or it is somebody else's: the two look alike.
    #[error(
        "there is no such objection of yours with a receipt; what came with a list, or was said under another name, has its receipt there"
    )]
    NoReceipt,
    /// There is none.
    #[error("there is no such file")]
    NoSuchAttachment,
    /// The signed head does not cover it yet.
    #[error("the proof is signed within a second; ask again")]
    NotSignedYet,
    /// A longer part of the log than is handed out at once.
    #[error("more than 100000 entries; export a shorter time with `from` and `to`")]
    TooMuch,
    /// A part of a record that must have all of them.
    #[error("`{0}` is missing; a record without it would not bear the decision")]
    MissingPart(&'static str),
    /// What answers another question than the one that the law asks of this use.
    #[error(
        "`{0}` answers another question: for research, name the `public_task` and why the use is necessary for it; for anything else, `grounds` and the `weighing`"
    )]
    MisplacedPart(&'static str),
    /// A letter that cannot be sent.
    #[error(transparent)]
    Incomplete(#[from] crate::notices::Incomplete),
    /// A sealed field does not open.
    #[error(transparent)]
    Sealed(#[from] DoesNotOpen),
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What the database holds makes no sense.
    #[error(transparent)]
    Damaged(#[from] Damaged),
    /// Something that is handed out or written down cannot be put together.
    #[error("this cannot be put together: {0}")]
    Unmade(&'static str),
}

/// Which cases are being worked on. Two workers at one case could each take what the other is about to commit for something
/// that was left behind.
#[derive(Clone, Debug, Default)]
pub struct AtWork(Arc<Mutex<HashSet<Vec<u8>>>>);

impl AtWork {
    /// Takes a case, until what is given back is dropped; nothing when somebody has it.
    pub(super) fn take(&self, case: &[u8]) -> Option<Taken> {
        let mut taken = self.0.lock().ok()?;
        taken.insert(case.to_vec()).then(|| Taken { at: self.clone(), case: case.to_vec() })
    }
}

/// A case that is being worked on.
pub(super) struct Taken {
    at: AtWork,
    case: Vec<u8>,
}

impl Drop for Taken {
    fn drop(&mut self) {
        if let Ok(mut taken) = self.at.0.lock() {
            taken.remove(&self.case);
        }
    }
}

/// A bell that workers wait for.
#[derive(Clone, Debug, Default)]
pub struct Bell(Arc<(Mutex<bool>, Condvar)>);

impl Bell {
    /// There is something to do.
    pub fn ring(&self) {
        if let Ok(mut rung) = self.0.0.lock() {
            *rung = true;
            self.0.1.notify_all();
        }
    }

    /// Waits until it rings, or for that long.
    pub fn wait(&self, at_most: Duration) {
        if let Ok(rung) = self.0.0.lock()
            && let Ok((mut rung, _)) = self.0.1.wait_timeout_while(rung, at_most, |rung| !*rung)
        {
            *rung = false;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_worked_on_by_one_at_a_time() {
        let at_work = AtWork::default();
        let taken = at_work.take(b"case").unwrap();
        assert!(at_work.take(b"case").is_none());
        assert!(at_work.take(b"another").is_some());
        drop(taken);
        assert!(at_work.take(b"case").is_some());
    }
}

/// Who is told, and how patiently.
#[derive(Debug)]
pub struct Recipients {
    /// Where they listen.
    pub endpoints: Vec<Endpoint>,
    /// Signs and sends.
    pub caller: Caller,
    /// From the first unacknowledged message to the task.
    pub ack_ms: i64,
    /// From one re-check to the next.
    pub recheck_ms: i64,
    /// While a node sends, no other does: longer than any message may take.
    pub lease_ms: i64,
}

/// What lies in the folder and is not in force.
#[derive(Clone, Debug, Default)]
pub struct Standing {
    /// Thresholds that may not come into force yet.
    pub waiting: Option<Waiting>,
    /// Mistakes in files that were passed over in favour of the versions that were in force before.
    pub broken: Vec<PolicyError>,
}

impl Standing {
    /// In sentences, for an operator.
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if !self.broken.is_empty() {
            lines.push("policy files cannot be used; the versions that were in force before stay in force:".into());
            lines.extend(self.broken.iter().map(ToString::to_string));
        }
        if let Some(waiting) = &self.waiting {
            lines.push(format!(
                "the thresholds of version `{}` ({}) may not come into force yet; the version before stays in force:",
                waiting.version, waiting.hash
            ));
            lines.extend(waiting.missing.iter().map(ToString::to_string));
        }
        lines
    }
}

/// Thresholds that may not come into force yet.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Their version.
    pub version: String,
    /// Their content hash.
    pub hash: String,
    /// What is missing.
    pub missing: Vec<Missing>,
}

/// Why a ticket does not count.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TicketRefused {
    /// Nothing that we ever wrote.
    #[error("this is not a claim ticket; send it exactly as it was given")]
    Unreadable,
    /// Shaped like one, but not sealed by us.
    #[error("the claim ticket was not made by this gateway, or was changed")]
    Forged,
    /// Sealed by us, with a key that the operator took out of use.
    #[error("the claim ticket was sealed with a key that is no longer in use")]
    Rotated,
    /// Older than [`DAYS`].
    #[error("the claim ticket is older than 30 days")]
    Expired,
    /// Somebody else's.
    #[error("the claim ticket was given to somebody else")]
    OtherPerson,
    /// For another right.
    #[error("the claim ticket was given for another right")]
    OtherRight,
    /// It has dated a request already.
    #[error("the claim ticket was redeemed before")]
    Replayed,
}
