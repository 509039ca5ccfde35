//! Taking mails to where they go: at least once, with the same bytes each time, and as patiently as a mail server would be.

use std::sync::Arc;
use std::time::Duration;

use crate::audit::hex::hex;
use crate::connectors::mail::{Message, Relay, Route, outbox, smtp};
use crate::domain::language::Language;
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::rows::MailRow;

use crate::casework::case::work;
use crate::casework::mail::{Sealed, place, words};
use crate::casework::{CaseworkError, Office, people};

/// Tried at once, each on a connection of its own.
const TOGETHER: i64 = 8;
/// While one node tries, no other does: longer than any try may take.
const LEASE_MS: i64 = 300_000;
const TRY: Duration = Duration::from_secs(240);
const FIRST_PAUSE_MS: i64 = 60_000;
/// What would have to wait longer is given up.
const PAUSE_MS_MAX: i64 = 86_400_000;
/// So long what belongs to no case is kept, to count what goes to an address.
const KEPT_MS: i64 = 2 * 86_400_000;

/// How a try ended.
enum End {
    /// It left: the word for the state.
    Left(&'static str),
    /// It never will: the word for the state, and why.
    Over(&'static str, String),
    /// Again later; why.
    Again(String),
}

/// Delivers what is due. Gives whether there was anything: then there may be more.
///
/// # Errors
/// When the database does not answer; a lease then ends by itself.
pub async fn turn(office: &Arc<Office>) -> Result<bool, CaseworkError> {
    let now = office.clock.now().0;
    // A look is cheap; only a claim writes.
    let look = |tx: &mut Tx<'_>| tx.next_mail_at().map_err(CaseworkError::from);
    if office.store.read("next mail", look).await?.is_none_or(|at| at > now) {
        return Ok(false);
    }
    let claim = move |tx: &mut Tx<'_>| {
        tx.claim_mails(now, now.saturating_add(LEASE_MS), TOGETHER).map_err(CaseworkError::from)
    };
    let rows = office.store.write("claim mails", claim).await?;
    let any = !rows.is_empty();
    let each = rows.into_iter().map(|row| one(office, row));
    for done in futures_util::future::join_all(each).await {
        done?;
    }
    Ok(any)
}

async fn one(office: &Arc<Office>, row: MailRow) -> Result<(), CaseworkError> {
    let end = attempt(office, &row).await?;
    let row = settled(row, end, office.clock.now());
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| {
        if tx.settle_mail(&row)? == 1 {
            nobody_told(tx, &inside, &row)?;
        }
        Ok::<_, CaseworkError>(())
    };
    office.store.write("settle mail", write).await
}

/// Whoever waits for a letter or an answer and gets no mail of it is told by a human.
fn nobody_told(tx: &mut Tx<'_>, office: &Office, row: &MailRow) -> Result<(), CaseworkError> {
    let is_lost = matches!(row.state.as_str(), "refused" | "late");
    let is_owed = matches!(row.kind.as_str(), "letter_waits" | "answer_ready");
    let Some(id) = row.case_id.as_ref().filter(|_| is_lost && is_owed) else { return Ok(()) };
    let Some(case) = tx.case_by_id(id)? else { return Ok(()) };
    let why = row.note.as_deref().unwrap_or_default();
    let reference = &case.reference;
    let reason = format!(
        "the mail that says that there is something to read in {reference} did not go out ({why}); tell the person another way"
    );
    work::tell_the_office(tx, office, &format!("mail about {reference}"), reason)
}

/// What a row is after a try. Once nothing more is tried, the address and the words go.
fn settled(row: MailRow, end: End, now: Instant) -> MailRow {
    let over = |row: MailRow, state: &str, note: Option<String>| MailRow {
        state: state.into(),
        note,
        sealed: Vec::new(),
        settled_at: Some(now.0),
        ..row
    };
    let id = hex(&row.id);
    match end {
        End::Left(state) => over(row, state, None),
        End::Over(state, why) => {
            tracing::warn!(mail.id = %id, mail.kind = %row.kind, attempt = row.attempts, "a mail does not go out: {why}");
            over(row, state, Some(why))
        }
        End::Again(why) => {
            let pause = pause_ms(row.attempts);
            let run_at = now.0.saturating_add(pause);
            if pause > PAUSE_MS_MAX || run_at >= row.ends_at {
                tracing::warn!(mail.id = %id, mail.kind = %row.kind, attempt = row.attempts, "a mail is given up: {why}");
                return over(row, "late", Some(why));
            }
            tracing::warn!(mail.id = %id, mail.kind = %row.kind, attempt = row.attempts, pause_ms = pause, "a mail did not go out, will retry: {why}");
            MailRow { run_at, note: Some(why), ..row }
        }
    }
}

fn pause_ms(attempts: i64) -> i64 {
    let doublings = u32::try_from(attempts.clamp(1, 32) - 1).unwrap_or(0);
    FIRST_PAUSE_MS.saturating_mul(1 << doublings)
}

async fn attempt(office: &Arc<Office>, row: &MailRow) -> Result<End, CaseworkError> {
    if row.ends_at <= office.clock.now().0 {
        return Ok(End::Over("late", "its time is over".into()));
    }
    // A person who was forgotten, or a changed row: nobody will read it.
    let Some(sealed) = open(office, row).await? else {
        return Ok(End::Over("shut", "it does not open".into()));
    };
    let language = Language::or_english(Some(&row.language));
    let (subject, text) = words::written(office, language, &sealed.says);
    let message = Message {
        id: hex(&row.id),
        at: Instant(row.made_at),
        from: &office.mail.from,
        reply_to: office.mail.reply_to.as_ref(),
        to: &sealed.to,
        language: language.code(),
        subject,
        text,
    };
    Ok(match &office.mail.route {
        Route::Outbox(folder) => filed(folder, &message),
        Route::Server(relay) => handed_over(relay, &message).await,
    })
}

async fn handed_over(relay: &Relay, message: &Message<'_>) -> End {
    let between = (message.from.address.as_str(), message.to);
    let bytes = message.bytes();
    let handed = smtp::hand_over(relay, between, &bytes, |_, _| {});
    match tokio::time::timeout(TRY, handed).await {
        Ok(Ok(())) => End::Left("sent"),
        Ok(Err(fault)) if fault.is_lasting => End::Over("refused", fault.class()),
        Ok(Err(fault)) => End::Again(fault.class()),
        Err(_) => End::Again("the mail server is too slow".into()),
    }
}

fn filed(folder: &std::path::Path, message: &Message<'_>) -> End {
    match outbox::file(folder, &message.id, &message.bytes()) {
        Ok(()) => End::Left("filed"),
        Err(error) => End::Again(format!("the outbox cannot be written: {}", error.kind())),
    }
}

async fn open(office: &Arc<Office>, row: &MailRow) -> Result<Option<Sealed>, CaseworkError> {
    let plain = match row.subject_id.clone() {
        None => office.vault.links().open(&place(&row.id), &row.sealed),
        Some(subject) => {
            let inside = Arc::clone(office);
            let look = move |tx: &mut Tx<'_>| people::by_id(tx, &inside.vault, &subject);
            let person = office.store.read("whose mail", look).await?;
            let Some(person) = person else { return Ok(None) };
            person.key.open(&place(&row.id), &row.sealed)
        }
    };
    Ok(plain.ok().and_then(|plain| serde_json::from_slice(&plain).ok()))
}

/// Deletes what is kept of mails that belong to no case: nobody counts them any more.
///
/// # Errors
/// When the database does not answer.
pub fn thin(office: &Office) -> Result<(), CaseworkError> {
    let then = office.clock.now().0.saturating_sub(KEPT_MS);
    office.store.write_blocking("thin mails", move |tx| {
        tx.drop_mails_before(then)?;
        Ok(())
    })
}
