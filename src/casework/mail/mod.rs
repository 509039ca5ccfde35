//! Mail out: what a person is told by e-mail, written in the transaction of the act that it tells of, and delivered afterwards
//! by [`delivery`](super::letters::delivery).
//!
//! Start with [`post`], the only door. A mail says nothing of its person but the reference of their request, and a link; it goes
//! to the address that asked, and to nobody else. The row holds the address and the words sealed, for as long as they are on
//! their way.
//!
//! **Invariant:** nobody waits for a mail server, and no answer differs by what a mail came to.

pub(crate) mod words;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::connectors::mail::{Mailbox, Route};
use crate::domain::address;
use crate::domain::id::{CaseId, MailId, Reference};
use crate::domain::identity::Personal;
use crate::domain::language::Language;
use crate::domain::time::{Day, Instant};
use crate::store::Tx;
use crate::store::rows::MailRow;
use crate::store::vault::{Dek, Place, random};

use crate::casework::people::{self, Known};
use crate::casework::{Bell, CaseworkError, Office};

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;
/// A way in serves no longer.
const SIGN_IN_MS: i64 = 15 * 60_000;
/// What tells of a request still says something after a week.
const LASTS_MS: i64 = 7 * DAY_MS;

/// How mails leave.
#[derive(Debug)]
pub struct Mailing {
    /// Where to.
    pub route: Route,
    /// In whose name.
    pub from: Mailbox,
    /// Where an answer goes, if not there.
    pub reply_to: Option<Mailbox>,
    /// Wakes whoever delivers.
    pub bell: Bell,
}

/// What a mail says. Its words are chosen by the language, and hold nothing else that is personal.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Says {
    /// A request has come.
    Receipt {
        /// What they can quote.
        reference: Reference,
        /// By when it is answered.
        due: Day,
    },
    /// What they asked to stop is stopped; whoever did not ask can say so.
    ObjectionRecorded {
        /// The request that it came with, if any.
        reference: Option<Reference>,
        /// The tokens of the links at which it is confirmed or disowned, one for each purpose.
        choices: Vec<String>,
    },
    /// A way in that serves once, for fifteen minutes.
    SignIn {
        /// The token of the link.
        token: String,
        /// The eight letters that are typed instead.
        code: String,
    },
    /// A letter about their request is there to be read.
    LetterWaits {
        /// The request.
        reference: Reference,
    },
    /// The answer to their request is there.
    AnswerReady {
        /// The request.
        reference: Reference,
    },
}

impl Says {
    /// The word of the database, of metrics and of the office's pages.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Receipt { .. } => "receipt",
            Self::ObjectionRecorded { .. } => OBJECTION_RECORDED,
            Self::SignIn { .. } => SIGN_IN,
            Self::LetterWaits { .. } => "letter_waits",
            Self::AnswerReady { .. } => "answer_ready",
        }
    }

    /// For how long it is worth sending.
    fn lasts_ms(&self) -> i64 {
        match self {
            Self::SignIn { .. } => SIGN_IN_MS,
            Self::Receipt { .. }
            | Self::ObjectionRecorded { .. }
            | Self::LetterWaits { .. }
            | Self::AnswerReady { .. } => LASTS_MS,
        }
    }

    /// How many of its like go to one address in an hour and in a day: a person never notices, and whoever wants to fill
    /// somebody's mailbox does.
    fn most(&self) -> (usize, usize) {
        match self {
            Self::SignIn { .. } => (6, 20),
            Self::Receipt { .. }
            | Self::ObjectionRecorded { .. }
            | Self::LetterWaits { .. }
            | Self::AnswerReady { .. } => (30, 100),
        }
    }
}

const SIGN_IN: &str = "sign_in";
/// See [`Says::ObjectionRecorded`].
pub(crate) const OBJECTION_RECORDED: &str = "objection_recorded";

impl std::fmt::Debug for Says {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

/// How fast the network asks from which a mail was asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Pace {
    /// As people do, or nobody asked for it over the network.
    #[default]
    Usual,
    /// Faster than people do: the mail is counted and not sent.
    TooFast,
}

/// One mail.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The address that asked. One that is no address gets nothing, and nobody learns of it.
    pub to: Personal<String>,
    /// The language of the words.
    pub language: Language,
    /// What it says.
    pub says: Says,
    /// Whose it is: it is sealed with their key, and goes when they are forgotten. For a case there must be somebody.
    pub of: Option<Whose>,
    /// See [`Pace`].
    pub pace: Pace,
}

/// Whose a mail is.
#[derive(Clone)]
pub struct Whose {
    /// The person.
    pub person: Known,
    /// The case that it tells of.
    pub case: Option<CaseId>,
}

impl std::fmt::Debug for Whose {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Whose")
    }
}

/// What lies sealed in a row.
#[derive(Serialize, Deserialize)]
pub(crate) struct Sealed {
    pub(crate) to: String,
    pub(crate) says: Says,
}

/// Puts a mail into the queue, in this transaction. Nothing goes to what is no address. Over the ceiling of an address the row
/// is written all the same, empty, so that it takes as long.
///
/// # Errors
/// When the database does not answer.
pub fn post(tx: &mut Tx<'_>, office: &Office, mail: Mail) -> Result<(), CaseworkError> {
    post_all(tx, office, &[mail])
}

/// The same for several, in few statements.
///
/// # Errors
/// When the database does not answer.
pub(crate) fn post_all(
    tx: &mut Tx<'_>,
    office: &Office,
    mails: &[Mail],
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let to = |mail: &Mail| people::blind_address(&office.vault, mail.to.reveal()).to_vec();
    let mails: Vec<(Vec<u8>, String, &Mail)> = mails
        .iter()
        .filter_map(|mail| Some((to(mail), address::exact(mail.to.reveal())?, mail)))
        .collect();
    if mails.is_empty() {
        return Ok(());
    }
    let recipients: Vec<Vec<u8>> = mails.iter().map(|(recipient, ..)| recipient.clone()).collect();
    let mut counted = Counted::new(tx.mails_to(&recipients, now.0.saturating_sub(DAY_MS))?, now);
    let mut rows = Vec::with_capacity(mails.len());
    for (recipient, address, mail) in mails {
        let is_held = mail.pace == Pace::TooFast || !counted.admits(&recipient, &mail.says);
        rows.push(row(office, now, recipient, address, mail, is_held)?);
    }
    tx.insert_mails(&rows)?;
    Ok(())
}

fn row(
    office: &Office,
    now: Instant,
    recipient: Vec<u8>,
    to: String,
    mail: &Mail,
    is_held: bool,
) -> Result<MailRow, CaseworkError> {
    let id = MailId::new(now, random()).0.to_vec();
    let (kind, lasts_ms) = (mail.says.code(), mail.says.lasts_ms());
    let plain = place(&id).column().to_json(&Sealed { to, says: mail.says.clone() })?;
    let sealed = key(office, mail.of.as_ref()).seal(&place(&id), &plain)?;
    let person = mail.of.as_ref().map(|whose| whose.person.id.0.to_vec());
    Ok(MailRow {
        id,
        kind: kind.into(),
        language: mail.language.code().into(),
        case_id: mail.of.as_ref().and_then(|whose| whose.case).map(|case| case.0.to_vec()),
        subject_id: person,
        recipient,
        sealed: if is_held { Vec::new() } else { sealed },
        made_at: now.0,
        ends_at: now.0.saturating_add(lasts_ms),
        run_at: now.0,
        attempts: 0,
        state: if is_held { "held" } else { "waiting" }.into(),
        note: None,
        settled_at: is_held.then_some(now.0),
    })
}

pub(crate) fn place(id: &[u8]) -> Place<'_> {
    Place { table: "mails", column: "sealed", row: id }
}

/// Who is known by an address alone has no key yet: what is sealed by the key of links lives for a quarter of an hour.
fn key<'k>(office: &'k Office, whose: Option<&'k Whose>) -> &'k Dek {
    whose.map_or_else(|| office.vault.links(), |whose| &whose.person.key)
}

/// What went to each address lately.
struct Counted {
    now: Instant,
    /// By address and by whether they were ways in, when.
    sent: HashMap<(Vec<u8>, bool), Vec<i64>>,
}

impl Counted {
    fn new(lately: Vec<(Vec<u8>, String, i64)>, now: Instant) -> Self {
        let mut sent: HashMap<_, Vec<i64>> = HashMap::new();
        for (recipient, kind, at) in lately {
            sent.entry((recipient, kind == SIGN_IN)).or_default().push(at);
        }
        Self { now, sent }
    }

    fn admits(&mut self, recipient: &[u8], says: &Says) -> bool {
        let is_way_in = matches!(says, Says::SignIn { .. });
        let sent = self.sent.entry((recipient.to_vec(), is_way_in)).or_default();
        let within = |ms: i64| sent.iter().filter(|at| **at > self.now.0 - ms).count();
        let (an_hour, a_day) = says.most();
        let is_admitted = within(HOUR_MS) < an_hour && within(DAY_MS) < a_day;
        if is_admitted {
            sent.push(self.now.0);
        }
        is_admitted
    }
}

/// How a mail fared, for the office: never where it went, never what it said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fared {
    /// See [`Says::code`].
    pub kind: String,
    /// In which language.
    pub language: String,
    /// When it was written.
    pub made_at: Instant,
    /// `waiting`, `sent`, `filed`, `refused`, `late`, `shut` or `held`.
    pub state: String,
    /// How often it was tried.
    pub tries: i64,
    /// What went wrong last, as a class.
    pub note: Option<String>,
    /// When it left, or was given up.
    pub settled_at: Option<Instant>,
}

/// How the mails of a case fared, oldest first.
///
/// # Errors
/// When the database does not answer.
pub fn of_case(tx: &mut Tx<'_>, case: &[u8]) -> Result<Vec<Fared>, CaseworkError> {
    let rows = tx.mails_of(case)?.into_iter();
    let fared = rows.map(|row| Fared {
        kind: row.kind,
        language: row.language,
        made_at: Instant(row.made_at),
        state: row.state,
        tries: row.attempts,
        note: row.note,
        settled_at: row.settled_at.map(Instant),
    });
    Ok(fared.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way_in() -> Says {
        Says::SignIn { token: "token".into(), code: "7K3M02Q1".into() }
    }

    #[test]
    fn a_mailbox_is_not_filled_and_what_went_to_another_does_not_count() {
        let now = Instant(DAY_MS);
        let lately = |ago: i64, kind: &str| (b"ada".to_vec(), kind.to_owned(), now.0 - ago);
        let five: Vec<_> = (0..5).map(|n| lately(n, SIGN_IN)).collect();
        let mut counted = Counted::new(five.clone(), now);
        assert!(counted.admits(b"ada", &way_in()));
        assert!(!counted.admits(b"ada", &way_in()), "the seventh within an hour");
        assert!(counted.admits(b"bea", &way_in()));
        let reference = Reference::new(1);
        assert!(counted.admits(b"ada", &Says::LetterWaits { reference }), "another kind");
        // An hour later there is room again, until the day is full.
        let mut old: Vec<_> = (0..14).map(|n| lately(2 * HOUR_MS + n, SIGN_IN)).collect();
        old.extend(five);
        let mut counted = Counted::new(old, now);
        assert!(counted.admits(b"ada", &way_in()));
        assert!(!counted.admits(b"ada", &way_in()), "the twenty-first within a day");
    }

    #[test]
    fn what_a_mail_says_does_not_print() {
        assert_eq!(format!("{:?}", way_in()), "sign_in");
    }

    #[test]
    fn what_is_sealed_is_read_again() {
        for says in [
            way_in(),
            Says::ObjectionRecorded { reference: None, choices: vec!["abc".into()] },
            Says::Receipt { reference: Reference::new(7), due: "2026-12-23".parse().unwrap() },
        ] {
            let text =
                serde_json::to_string(&Sealed { to: "a@example.org".into(), says: says.clone() });
            let again: Sealed = serde_json::from_str(&text.unwrap()).unwrap();
            assert_eq!(again.says, says);
        }
    }
}
