//! What a browser keeps while its person signs in at an issuer: sealed, for ten minutes.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::store::vault::Place;
use crate::words::Language;

use crate::casework::{CaseworkError, Office};

use super::ways_in::Goal;

const PLACE: Place<'static> = Place { table: "trips", column: "sealed", row: b"v1" };
const LASTS_MS: i64 = 10 * 60_000;

#[derive(Serialize, Deserialize)]
struct Kept<T> {
    trip: T,
    goal: Goal,
    language: String,
    until: i64,
}

/// Seals it.
///
/// # Errors
/// When it cannot be written down.
pub fn keep<T: Serialize>(
    office: &Office,
    trip: &T,
    goal: Goal,
    language: Language,
) -> Result<String, CaseworkError> {
    let until = office.clock.now().0.saturating_add(LASTS_MS);
    let kept = Kept { trip, goal, language: language.code().to_owned(), until };
    let plain = PLACE.column().to_json(&kept)?;
    Ok(URL_SAFE_NO_PAD.encode(office.vault.links().seal(&PLACE, &plain)?))
}

/// Opens it; nothing once its time is over.
pub fn kept<T: DeserializeOwned>(office: &Office, text: &str) -> Option<(T, Goal, Language)> {
    let sealed = URL_SAFE_NO_PAD.decode(text).ok()?;
    let plain = office.vault.links().open(&PLACE, &sealed).ok()?;
    let kept: Kept<T> = serde_json::from_slice(&plain).ok()?;
    let is_over = kept.until <= office.clock.now().0;
    let language = Language::parse(&kept.language).unwrap_or_default();
    (!is_over).then_some((kept.trip, kept.goal, language))
}
