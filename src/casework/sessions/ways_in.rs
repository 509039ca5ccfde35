//! Ways in that serve once. What a mail carries is opened by programs that look at mails before people do: looking spends
//! nothing, and whoever spends it either is the browser that asked, or types the code that stood beside the link.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::id::Reference;
use crate::domain::identity::{Asker, Personal};
use crate::domain::time::Instant;
use crate::store::Tx;
use crate::store::rows::SignInRow;
use crate::store::vault::{Vault, random};

use crate::words::Language;

use crate::casework::intake::ask::Labels;
use crate::casework::mail::{self, Mail, Pace, Says};
use crate::casework::objections::objecting;
use crate::casework::{CaseworkError, Office, people};

use super::{Kept, Session, begin, hashed, new_id, seal, secret, unseal};

/// A mailed link serves for so many milliseconds.
const MAILED_MS: i64 = 15 * 60_000;
/// One that the company's own application had made.
pub const HANDED_MS: i64 = 60_000;
/// So long an old one is known again, to offer another in one click.
pub(super) const KEPT_MS: i64 = 86_400_000;
/// Wrong codes before the link is void.
const TRIES_MAX: i64 = 5;
// Without I, L, O and U, which are taken for others.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Where somebody wanted to go. Nothing else can be asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Goal {
    /// Their requests.
    #[default]
    Requests,
    /// One of them.
    Request(Reference),
    /// What they objected to.
    Choices,
}

impl Goal {
    /// Reads the path of a page.
    pub fn parse(path: &str) -> Self {
        let request = path.strip_prefix("/requests/").and_then(|text| text.parse().ok());
        match (path, request) {
            ("/choices", _) => Self::Choices,
            (_, Some(reference)) => Self::Request(reference),
            (_, None) => Self::Requests,
        }
    }

    /// The path of its page.
    pub fn path(self) -> String {
        match self {
            Self::Requests => "/requests".into(),
            Self::Request(reference) => format!("/requests/{reference}"),
            Self::Choices => "/choices".into(),
        }
    }
}

/// Whom a way in leads to, and where, as it lies sealed.
#[derive(Serialize, Deserialize)]
struct Offered {
    whose: Kept,
    goal: Goal,
    language: Option<String>,
}

/// What came of looking at a way in, or of trying it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// It can be used; a browser that did not ask for it types the code.
    Open {
        /// Whether the code must be typed.
        needs_code: bool,
    },
    /// It was used, or its time is over.
    Over,
}

/// What came of using it.
#[derive(Clone, Debug)]
pub enum Entry {
    /// Signed in: what the browser keeps, and where they wanted to go.
    In(String, Goal),
    /// Another code was typed.
    WrongCode,
    /// It was used, or its time is over.
    Over,
}

/// Sends a link and a code to an address, whoever's it is: the answer is the same for all of them. Gives what the browser that
/// asks keeps until then.
///
/// # Errors
/// When the database does not answer.
pub async fn by_mail(
    office: &Arc<Office>,
    address: Personal<String>,
    goal: Goal,
    (language, pace): (Language, Pace),
) -> Result<String, CaseworkError> {
    let (token, code, browser) = (secret(), code(), secret());
    let says = Says::SignIn { token: token.clone(), code: code.clone() };
    let mail = Mail { to: address.clone(), language, says, of: None, pace };
    let session = Session { asker: Asker::Confirmed(address), labels: Labels::default() };
    let made = Made { token, code: Some(code), browser: Some(browser.clone()), ms: MAILED_MS };
    let language = Some(language.code().to_owned());
    let offered = Offered { whose: Kept::of(&session)?, goal, language };
    let inside = Arc::clone(office);
    office
        .store
        .write("sign-in by mail", move |tx| {
            offer(tx, &inside, &session.asker, &made, &offered)?;
            // Over the ceiling of an address nothing is sent, and the answer is the same.
            mail::post(tx, &inside, mail)
        })
        .await?;
    Ok(browser)
}

/// The same again for a link whose time is over; gives what the browser keeps, or nothing when there is no such link.
///
/// # Errors
/// When the database does not answer.
pub async fn again(
    office: &Arc<Office>,
    token: &str,
    pace: Pace,
) -> Result<Option<String>, CaseworkError> {
    let Some(row) = row(office, token).await? else { return Ok(None) };
    let offered = opened(office, &row)?;
    let language = office.spoken(offered.language.as_deref());
    match offered.whose.session()?.asker {
        Asker::Confirmed(address) if row.code.is_some() => {
            by_mail(office, address, offered.goal, (language, pace)).await.map(Some)
        }
        Asker::Confirmed(_) | Asker::Address(_) | Asker::Account { .. } => Ok(None),
    }
}

/// A link for somebody who is signed in at the company's own application, which vouches for them; it serves for so many milliseconds.
/// Gives its token and when it ends.
///
/// # Errors
/// When the database does not answer.
pub async fn by_company(
    office: &Arc<Office>,
    session: Session,
    ms: i64,
) -> Result<(String, Instant), CaseworkError> {
    let made = Made { token: secret(), code: None, browser: None, ms };
    let token = made.token.clone();
    let offered = Offered { whose: Kept::of(&session)?, goal: Goal::Requests, language: None };
    let ends_at = office.clock.now().0.saturating_add(made.ms);
    let inside = Arc::clone(office);
    let write = move |tx: &mut Tx<'_>| offer(tx, &inside, &session.asker, &made, &offered);
    office.store.write("sign-in by the company", write).await?;
    Ok((token, Instant(ends_at)))
}

/// Looks at a way in, and spends nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn look(
    office: &Arc<Office>,
    token: &str,
    browser: Option<&str>,
) -> Result<Option<Way>, CaseworkError> {
    let Some(row) = row(office, token).await? else { return Ok(None) };
    if is_over(&row, office.clock.now()) {
        return Ok(Some(Way::Over));
    }
    Ok(Some(Way::Open { needs_code: needs_code(&office.vault, &row, browser) }))
}

/// Uses the link.
///
/// # Errors
/// When the database does not answer.
pub async fn enter(
    office: &Arc<Office>,
    token: &str,
    browser: Option<&str>,
    typed: &str,
) -> Result<Option<Entry>, CaseworkError> {
    let Some(row) = row(office, token).await? else { return Ok(None) };
    let has_to_type = needs_code(&office.vault, &row, browser);
    spend(office, row, has_to_type.then(|| typed.to_owned())).await.map(Some)
}

/// Types the code in the browser that asked.
///
/// # Errors
/// When the database does not answer.
pub async fn enter_by_code(
    office: &Arc<Office>,
    browser: &str,
    typed: &str,
) -> Result<Entry, CaseworkError> {
    let hash = hashed(&office.vault, "browser", browser);
    let look = move |tx: &mut Tx<'_>| Ok::<_, CaseworkError>(tx.sign_in_of_browser(&hash)?);
    match office.store.read("sign-in", look).await? {
        // Over the ceiling nothing was sent, and nobody learns of it.
        None => Ok(Entry::WrongCode),
        Some(row) => spend(office, row, Some(typed.to_owned())).await,
    }
}

/// What is written down of a new way in.
struct Made {
    token: String,
    code: Option<String>,
    browser: Option<String>,
    ms: i64,
}

fn offer(
    tx: &mut Tx<'_>,
    office: &Office,
    asker: &Asker,
    made: &Made,
    offered: &Offered,
) -> Result<(), CaseworkError> {
    let now = office.clock.now();
    let id = new_id(now);
    let vault = &office.vault;
    let code = |code: &String| hashed_code(vault, &id, code);
    tx.offer_sign_in(&SignInRow {
        id: id.to_vec(),
        token: hashed(vault, "token", &made.token),
        code: made.code.as_ref().map(code),
        browser: made.browser.as_ref().map(|secret| hashed(vault, "browser", secret)),
        person: people::blind(vault, asker).to_vec(),
        sealed: seal(vault.links(), "sign_ins", &id, offered)?,
        tries: 0,
        made_at: now.0,
        expires_at: now.0.saturating_add(made.ms),
        spent_at: None,
    })?;
    Ok(())
}

async fn row(office: &Arc<Office>, token: &str) -> Result<Option<SignInRow>, CaseworkError> {
    let hash = hashed(&office.vault, "token", token);
    let look = move |tx: &mut Tx<'_>| Ok::<_, CaseworkError>(tx.sign_in(&hash)?);
    office.store.read("sign-in", look).await
}

fn opened(office: &Office, row: &SignInRow) -> Result<Offered, CaseworkError> {
    unseal(office.vault.links(), "sign_ins", &row.id, &row.sealed)
}

fn is_over(row: &SignInRow, now: Instant) -> bool {
    row.spent_at.is_some() || row.expires_at <= now.0 || row.tries >= TRIES_MAX
}

fn needs_code(vault: &Vault, row: &SignInRow, browser: Option<&str>) -> bool {
    let asked = browser.map(|secret| hashed(vault, "browser", secret));
    row.code.is_some() && (asked.is_none() || asked != row.browser)
}

/// Spends it, once, and signs in; a wrong code is counted.
async fn spend(
    office: &Arc<Office>,
    row: SignInRow,
    typed: Option<String>,
) -> Result<Entry, CaseworkError> {
    let offered = opened(office, &row)?;
    let (goal, session) = (offered.goal, offered.whose.session()?);
    let (inside, asker, token) = (Arc::clone(office), session.asker.clone(), row.token);
    let write = move |tx: &mut Tx<'_>| {
        let now = inside.clock.now();
        // Read again: it may have been spent, or guessed at, in the meantime.
        let row = tx.sign_in(&token)?;
        let Some(row) = row.filter(|row| !is_over(row, now)) else { return Ok(Entry::Over) };
        if let Some(typed) = &typed
            && row.code.as_ref() != Some(&hashed_code(&inside.vault, &row.id, &normal(typed)))
        {
            tx.miss_sign_in(&row.id)?;
            let is_last = row.tries + 1 >= TRIES_MAX;
            return Ok(if is_last { Entry::Over } else { Entry::WrongCode });
        }
        if tx.spend_sign_in(&row.id, now.0)? == 0 {
            return Ok(Entry::Over);
        }
        Ok::<_, CaseworkError>(Entry::In(begin(tx, &inside, &session, now)?, goal))
    };
    let entry = office.store.write("sign in", write).await?;
    if matches!(entry, Entry::In(..)) {
        objecting::unite(office, &asker).await?;
    }
    Ok(entry)
}

fn hashed_code(vault: &Vault, id: &[u8], code: &str) -> Vec<u8> {
    hashed(vault, "code", &format!("{}:{code}", crate::audit::hex::hex(id)))
}

fn code() -> String {
    let letter = |byte: u8| LETTERS.get(usize::from(byte & 31)).copied().map_or('0', char::from);
    random::<8>().into_iter().map(letter).collect()
}

/// As people type it: in any case, with blanks and dashes, and with letters that look like digits.
fn normal(typed: &str) -> String {
    let plain = typed.chars().filter(char::is_ascii_alphanumeric);
    let plain = plain.map(|letter| match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    });
    plain.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_known_however_it_is_typed() {
        assert_eq!(normal(" 7k3m-o2qi "), "7K3M02Q1");
        let code = code();
        assert_eq!(code.len(), 8);
        assert_eq!(normal(&code), code);
    }

    #[test]
    fn nobody_is_led_anywhere_but_to_their_own_pages() {
        for path in
            ["//evil.test", "https://evil.test", "/requests/../x", "/o/1", "", "/requests/HB-1"]
        {
            assert_eq!(Goal::parse(path), Goal::Requests, "{path}");
        }
        for path in ["/requests", "/choices", "/requests/HB-7K3M-92QX"] {
            let goal = Goal::parse(path);
            assert_eq!(Goal::parse(&goal.path()), goal);
        }
        assert_eq!(Goal::parse("/choices").path(), "/choices");
    }
}
