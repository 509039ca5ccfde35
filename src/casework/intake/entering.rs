//! An officer enters a request that came by letter, by phone or over the counter: dated by the day it came, opened like every
//! other, one case for each person (LAW section 5, P10).

use std::collections::HashSet;
use std::sync::Arc;

use crate::audit::hex::hex;
use crate::domain::address;
use crate::domain::arrival::Arrival;
use crate::domain::id::Reference;
use crate::domain::identity::{Asker, Personal};
use crate::domain::right::{Right, Scope};
use crate::domain::role::Officer;
use crate::notices::Letter;
use crate::objections::Entry as Change;
use crate::store::vault::random;
use crate::store::{StoreError, Tx};
use crate::words::moment;

use crate::casework::case::attachments::{self, File};
use crate::casework::case::entry::{Entry, Representative, Way};
use crate::casework::case::opened::Opened;
use crate::casework::case::record::load;
use crate::casework::intake::ask::{Ask, Came, Labels};
use crate::casework::intake::batch::Batch;
use crate::casework::letters::post;
use crate::casework::objections::objecting;
use crate::casework::{CaseworkError, Office};

/// How many people one letter can be for.
const PEOPLE_MAX: usize = 100;

/// A request as an officer types it in.
#[derive(Clone)]
pub struct Entering {
    /// When it reached the office.
    pub received: Arrival,
    /// The way it came.
    pub came_by: Way,
    /// What is asked.
    pub right: Right,
    /// How wide.
    pub scope: Scope,
    /// In the words of the letter.
    pub message: Option<Personal<String>>,
    /// For the words of the answer.
    pub language: Option<String>,
    /// For the authority named in the answer.
    pub country: Option<String>,
    /// Who acts for them.
    pub representative: Option<Personal<Representative>>,
    /// For whom: one case each.
    pub people: Vec<Someone>,
    /// The officer's key, and a digest of what they sent: the same again opens nothing.
    pub idempotency: Option<(Personal<String>, [u8; 32])>,
}

/// A person as an officer knows them.
#[derive(Clone, Default)]
pub struct Someone {
    /// Their name.
    pub name: Option<Personal<String>>,
    /// Where a letter reaches them.
    pub postal: Option<Personal<String>>,
    /// An address that they gave.
    pub email: Option<Personal<String>>,
    /// An account that is theirs: its issuer, none for the only one, and its `sub`.
    pub account: Option<(Option<String>, Personal<String>)>,
    /// How that is known.
    pub how: Option<String>,
    /// What they sent, scanned.
    pub files: Vec<File>,
}

/// Opens a case for each person, or none at all.
///
/// # Errors
/// See [`CaseworkError`]; nothing is stored then.
pub async fn enter(
    office: &Arc<Office>,
    officer: &Officer,
    entering: Entering,
) -> Result<Vec<Opened>, CaseworkError> {
    let entered = asks(office, officer, entering)?;
    let opened = match write(office, entered.clone()).await {
        // Another node was faster with the same key: what it opened is there now.
        Err(CaseworkError::Store(StoreError::Conflict { .. })) if is_keyed(&entered) => {
            write(office, entered).await
        }
        done => done,
    };
    let (opened, objections) = opened?;
    // Invariant 8: the check says "objected" before anybody reads "recorded".
    objecting::publish(office, &objections);
    office.bell.ring();
    Ok(opened)
}

fn is_keyed((asks, _): &Asks) -> bool {
    asks.iter().any(|ask| ask.idempotency.is_some())
}

async fn write(
    office: &Arc<Office>,
    (asks, files): Asks,
) -> Result<(Vec<Opened>, Vec<Change>), CaseworkError> {
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| {
        let mut batch = Batch::load(tx, &inside, &asks)?;
        if let Some(opened) = batch.opened_before(&asks)? {
            return Ok((opened, Vec::new()));
        }
        let opened = asks
            .iter()
            .map(|ask| batch.open(tx, ask))
            .collect::<Result<Vec<_>, CaseworkError>>()?;
        batch.save(tx)?;
        for ((opened, files), ask) in opened.iter().zip(&files).zip(&asks) {
            attach(tx, &inside, opened.reference, files)?;
            acknowledge(tx, &inside, opened, ask)?;
        }
        Ok::<_, CaseworkError>((opened, batch.objections))
    };
    office.store.write("enter requests", write).await
}

/// The receipt, to be printed and handed over: it is read by nobody else who asks at a counter or by letter (LAW 1.6).
fn acknowledge(
    tx: &mut Tx<'_>,
    office: &Office,
    opened: &Opened,
    ask: &Ask,
) -> Result<(), CaseworkError> {
    let row = tx.case_by_reference(&opened.reference.to_string())?;
    let mut case = load(tx, office, row.ok_or(CaseworkError::NoSuchCase)?)?;
    let came = office.calendar.civil(opened.received_at);
    let letter = Letter::Receipt {
        right: ask.right,
        words: ask.message.as_ref().map(|words| words.reveal().clone()),
        came: moment(post::language(office, &case)?, came, office.calendar.zone()),
        due: opened.due.date,
        privacy: format!("{}/privacy", office.signals.public_url.trim_end_matches('/')),
    };
    post::write(tx, office, &mut case, post::new_id(office), &letter)
}

fn attach(
    tx: &mut Tx<'_>,
    office: &Office,
    reference: Reference,
    files: &[File],
) -> Result<(), CaseworkError> {
    if files.is_empty() {
        return Ok(());
    }
    let row = tx.case_by_reference(&reference.to_string())?.ok_or(CaseworkError::NoSuchCase)?;
    let case = load(tx, office, row)?;
    files.iter().try_for_each(|file| attachments::keep(tx, office, &case, file))
}

fn unfit<T>(what: &str) -> Result<T, CaseworkError> {
    Err(CaseworkError::Unfit(what.to_owned()))
}

type Asks = (Vec<Ask>, Vec<Vec<File>>);

fn asks(office: &Office, officer: &Officer, entering: Entering) -> Result<Asks, CaseworkError> {
    let now = office.clock.now();
    let received = entering.received.moment(&office.calendar, now);
    let received = received.map_err(|wrong| CaseworkError::Unfit(wrong.to_string()))?;
    let Entering { people, representative, .. } = &entering;
    if people.is_empty() || people.len() > PEOPLE_MAX {
        return unfit("name in `people` who asks: from one to 100");
    }
    if people.len() > 1 && representative.is_none() {
        return unfit(
            "several people in one letter have somebody who acts for them: say who in `representative`, or enter each alone",
        );
    }
    represented(representative.as_ref(), people)?;
    let mut met = HashSet::new();
    let (mut asks, mut files) = (Vec::new(), Vec::new());
    for (nth, someone) in people.iter().enumerate() {
        let asker = asker(office, someone)?;
        // P10: whoever shares an address is counted with nobody, so each has one of their own.
        if !met.insert(crate::casework::people::blind(&office.vault, &asker)) {
            return unfit(
                "two of `people` have the same `email` or `account`; give each their own, or `name` and `postal`",
            );
        }
        let text = |text: &Option<Personal<String>>| text.as_ref().map(|t| t.reveal().clone());
        let entry = Entry {
            came_by: entering.came_by,
            by: officer.id().to_owned(),
            at: now,
            name: text(&someone.name),
            postal: text(&someone.postal),
            email: someone.email.as_ref().and_then(|email| address::exact(email.reveal())),
            how: someone.how.clone(),
            representative: representative.as_ref().map(|one| one.reveal().clone()),
        };
        files.push(someone.files.clone());
        asks.push(Ask {
            asker,
            right: entering.right,
            scope: entering.scope.clone(),
            message: entering.message.clone(),
            language: entering.language.clone(),
            country: entering.country.clone(),
            labels: Labels::default(),
            came: match entering.came_by {
                Way::Email => Came::Email,
                Way::Letter | Way::Phone | Way::Counter | Way::Other => Came::Office,
            },
            ticket: None,
            idempotency: entering.idempotency.as_ref().map(|(key, body)| {
                // One letter, several cases: each has its place under the key.
                (key.clone().map(|key| format!("{nth} {key}")), *body)
            }),
            entered: Some((Personal::new(entry), received)),
        });
    }
    Ok((asks, files))
}

/// Who acts for another is named; what shows that they may is looked at before their word opens anybody's account. The period runs
/// meanwhile: no form of a mandate is asked for (LAW section 5).
fn represented(
    representative: Option<&Personal<Representative>>,
    people: &[Someone],
) -> Result<(), CaseworkError> {
    let Some(one) = representative.map(Personal::reveal) else { return Ok(()) };
    if one.name.trim().is_empty() {
        return unfit("say in `representative.name` who acts for them");
    }
    let is_blank = one.mandate.as_deref().is_none_or(|words| words.trim().is_empty());
    for someone in people {
        if someone.account.is_some() && is_blank && someone.files.is_empty() {
            return unfit(
                "say in `representative.mandate` what shows that they may act, or attach it; without it leave `account` out and identify the case later",
            );
        }
        let own = someone.email.as_ref().and_then(|email| address::normal(email.reveal()));
        if own.is_some() && own == one.contact.as_deref().and_then(address::normal) {
            return unfit(
                "`email` is the person's own; how the representative is reached goes into `representative.contact`",
            );
        }
    }
    Ok(())
}

/// Whose case it is. An account is taken with how it is known to be theirs, as when a case is identified; all else is unverified.
fn asker(office: &Office, someone: &Someone) -> Result<Asker, CaseworkError> {
    let is_said = |text: &Option<Personal<String>>| {
        text.as_ref().is_some_and(|text| !text.reveal().trim().is_empty())
    };
    let how = someone.how.as_deref().unwrap_or_default().trim();
    let email = match &someone.email {
        Some(given) => match address::exact(given.reveal()) {
            Some(exact) => Some(Personal::new(exact)),
            None => return unfit("`email` is not an e-mail address; write `name@example.org`"),
        },
        None => None,
    };
    match (&someone.account, email) {
        (Some(_), _) if how.is_empty() => {
            unfit("say in `how` how it is known that the account is theirs")
        }
        (Some((_, sub)), _) if sub.reveal().trim().is_empty() => {
            unfit("name the account's `subject`")
        }
        (Some((issuer, sub)), _) => {
            let issuer = office.issuer_named(issuer.clone())?;
            Ok(Asker::Account { issuer, sub: sub.clone(), email: None })
        }
        (None, _) if !how.is_empty() => unfit(
            "`how` goes with an `account`; an address is confirmed when the case is identified",
        ),
        (None, Some(email)) => Ok(Asker::Address(email)),
        (None, None) if is_said(&someone.name) && is_said(&someone.postal) => {
            // Nobody else is met by this: people of one name and one house are not one person (P10).
            let own = [&someone.name, &someone.postal].into_iter().flatten();
            let own: Vec<String> = own.map(|text| text.reveal().clone()).collect();
            let apart = hex(&random::<16>());
            Ok(Asker::Address(Personal::new(format!("{} [{apart}]", own.join(", ")))))
        }
        (None, None) => unfit(
            "say who asks: their `email`, their `name` with their `postal` address, or their `account` with `how` it is known",
        ),
    }
}
