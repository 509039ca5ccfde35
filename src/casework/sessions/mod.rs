//! Who is signed in at the portal, and how they got in: by a link that was mailed, by one that the company's own application
//! had made, or by the company's login.
//!
//! Start with [`ways_in`]. A session is a row that only the browser's token finds (SECURITY, ASVS 7): it ends after half an
//! hour without use, after twelve hours, by signing out, and when its person is forgotten.
//!
//! **Invariant:** the database holds keyed hashes of what opens, never what opens.

pub mod trips;
pub mod ways_in;

use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use crate::audit::hex::hex;
use crate::domain::id::TaskId;
use crate::domain::identity::Asker;
use crate::domain::time::Instant;
use crate::store::rows::SessionRow;
use crate::store::vault::{Dek, Place, Vault, random};
use crate::store::{Tx, columns};

use crate::casework::intake::ask::Labels;
use crate::casework::objections::objecting;
use crate::casework::{CaseworkError, Office, people};

/// A session ends after so many milliseconds without use.
const IDLE_MS: i64 = 30 * 60_000;
/// And after so many in any case.
const LONGEST_MS: i64 = 12 * 3_600_000;
/// That it is in use is written down no more often than this.
const SEEN_MS: i64 = 60_000;

/// Who is signed in.
#[derive(Clone, Debug)]
pub struct Session {
    /// Who; an address is one that was shown to be theirs.
    pub asker: Asker,
    /// What the company's login said of plan, country and language: for fairness alone.
    pub labels: Labels,
}

/// Who somebody is, as it lies sealed.
#[derive(Serialize, Deserialize)]
struct Kept {
    who: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    labels: Vec<u8>,
}

impl Kept {
    fn of(session: &Session) -> Result<Self, CaseworkError> {
        let who = columns::sessions::sealed.text(people::asker_bytes(&session.asker)?)?;
        Ok(Self { who, labels: session.labels.hand_on() })
    }

    fn session(self) -> Result<Session, CaseworkError> {
        let asker = match people::asker_from_bytes(self.who.as_bytes())? {
            Asker::Address(address) => Asker::Confirmed(address),
            known @ (Asker::Account { .. } | Asker::Confirmed(_)) => known,
        };
        Ok(Session { asker, labels: Labels::kept(self.labels) })
    }
}

/// Something new that opens: 256 random bits, as a URL and a cookie can carry them.
fn secret() -> String {
    URL_SAFE_NO_PAD.encode(random::<32>())
}

/// What the database knows it by.
fn hashed(vault: &Vault, kind: &str, secret: &str) -> Vec<u8> {
    vault.blind(&["sign-in", kind, secret]).to_vec()
}

fn new_id(now: Instant) -> [u8; 16] {
    TaskId::new(now, random()).0
}

fn seal(
    key: &Dek,
    table: &'static str,
    id: &[u8],
    kept: &impl Serialize,
) -> Result<Vec<u8>, CaseworkError> {
    let place = Place { table, column: "sealed", row: id };
    Ok(key.seal(&place, &place.column().to_json(kept)?)?)
}

fn unseal<T: serde::de::DeserializeOwned>(
    key: &Dek,
    table: &'static str,
    id: &[u8],
    sealed: &[u8],
) -> Result<T, CaseworkError> {
    let place = Place { table, column: "sealed", row: id };
    Ok(place.column().json(key.open(&place, sealed)?)?)
}

/// Signs somebody in; gives what their browser keeps. It is new each time: nobody can have known it before.
fn begin(
    tx: &mut Tx<'_>,
    office: &Office,
    session: &Session,
    now: Instant,
) -> Result<String, CaseworkError> {
    let (token, id) = (secret(), new_id(now));
    let row = SessionRow {
        id: id.to_vec(),
        token: hashed(&office.vault, "session", &token),
        person: people::blind(&office.vault, &session.asker).to_vec(),
        sealed: seal(office.vault.links(), "sessions", &id, &Kept::of(session)?)?,
        made_at: now.0,
        seen_at: now.0,
        ends_at: now.0.saturating_add(LONGEST_MS),
    };
    tx.begin_session(&row)?;
    Ok(token)
}

/// Signs somebody in who comes from their issuer.
///
/// # Errors
/// When the database does not answer.
pub async fn start(office: &Arc<Office>, session: Session) -> Result<String, CaseworkError> {
    let (inside, asker) = (Arc::clone(office), session.asker.clone());
    let write = move |tx: &mut Tx<'_>| begin(tx, &inside, &session, inside.clock.now());
    let token = office.store.write("sign in", write).await?;
    objecting::unite(office, &asker).await?;
    Ok(token)
}

/// Who holds this token; nobody once the session has ended.
///
/// # Errors
/// When the database does not answer.
pub async fn find(office: &Arc<Office>, token: &str) -> Result<Option<Session>, CaseworkError> {
    let (now, hash) = (office.clock.now(), hashed(&office.vault, "session", token));
    let row = office.store.read("session", move |tx| Ok::<_, CaseworkError>(tx.session(&hash)?));
    let is_over =
        |row: &SessionRow| row.ends_at <= now.0 || row.seen_at.saturating_add(IDLE_MS) <= now.0;
    let Some(row) = row.await?.filter(|row| !is_over(row)) else { return Ok(None) };
    let kept: Kept = unseal(office.vault.links(), "sessions", &row.id, &row.sealed)?;
    if row.seen_at.saturating_add(SEEN_MS) <= now.0 && !office.store.is_frozen() {
        let id = row.id;
        let seen = office
            .store
            .write("session in use", move |tx| Ok::<_, CaseworkError>(tx.see_session(&id, now.0)?));
        seen.await?;
    }
    kept.session().map(Some)
}

/// Signs out.
///
/// # Errors
/// When the database does not answer.
pub async fn end(office: &Arc<Office>, token: &str) -> Result<(), CaseworkError> {
    let hash = hashed(&office.vault, "session", token);
    let end = move |tx: &mut Tx<'_>| Ok::<_, CaseworkError>(tx.end_session(&hash)?);
    office.store.write("sign out", end).await?;
    Ok(())
}

/// What a form of this session carries, so that no other site can send it: one for each form.
pub fn form_mark(office: &Office, token: &str, form: &str) -> String {
    let mut mark = hex(&office.vault.blind(&["form", token, form]));
    mark.truncate(32);
    mark
}

/// Whether that is what the form carries. Keyed hashes are compared: how long it takes tells nothing.
pub fn is_form_mark(office: &Office, token: &str, form: &str, given: &str) -> bool {
    let veiled = |text: &str| office.vault.blind(&["form, given", text]);
    veiled(given) == veiled(&form_mark(office, token, form))
}

/// Deletes what ended by itself.
///
/// # Errors
/// When the database does not answer.
pub fn thin(office: &Office) -> Result<(), CaseworkError> {
    let now = office.clock.now().0;
    let (idle, offered) = (now - IDLE_MS, now - ways_in::KEPT_MS);
    office.store.write_blocking("ended sessions", move |tx| {
        Ok::<_, CaseworkError>(tx.thin_sessions(now, idle, offered)?)
    })?;
    Ok(())
}
