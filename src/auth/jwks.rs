//! Keys of an issuer: from a file or a URL, cached, fetched again at most every five minutes for an unknown key id, kept
//! for a day when the issuer does not answer.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use arc_swap::ArcSwap;
use jsonwebtoken::jwk::{
    AlgorithmParameters, EllipticCurve, Jwk, JwkSet, KeyOperations, PublicKeyUse,
};
use jsonwebtoken::{Algorithm, DecodingKey};

use crate::domain::time::Instant;

use super::Refused;

const KEYS_MAX: usize = 64;
const BYTES_MAX: usize = 256 * 1024;
const AGAIN_MS: i64 = 5 * 60 * 1000;
const OLD_MS: i64 = 10 * 60 * 1000;
const DEAD_MS: i64 = 24 * 60 * 60 * 1000;

/// Where keys come from.
#[derive(Clone, Debug)]
pub enum Source {
    /// Known from the start.
    Fixed,
    /// A file.
    File(PathBuf),
    /// A URL.
    Url(String),
}

/// The keys of one issuer.
#[derive(Debug)]
pub struct Keyring {
    source: Source,
    keys: ArcSwap<Keys>,
    asked_at: AtomicI64,
}

#[derive(Default)]
struct Keys {
    list: Vec<Key>,
    generation: u64,
    loaded_at: Option<Instant>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} keys", self.list.len())
    }
}

#[derive(Clone)]
struct Key {
    id: Option<String>,
    fits: Vec<Algorithm>,
    opens: Arc<DecodingKey>,
}

/// Why a key set was not taken.
#[derive(Debug, thiserror::Error)]
pub enum BadKeys {
    /// Not a JWKS.
    #[error("it is not a JSON Web Key Set")]
    Form,
    /// Too many keys.
    #[error("it has more than {KEYS_MAX} keys")]
    TooMany,
    /// No usable key.
    #[error("it has no key for signatures that is accepted here")]
    None,
    /// The file or the issuer does not answer.
    #[error("it cannot be read: {0}")]
    Unreachable(String),
}

impl Keyring {
    /// A ring that loads its keys when first asked.
    pub fn lazy(source: Source) -> Self {
        Self { source, keys: ArcSwap::default(), asked_at: AtomicI64::new(i64::MIN) }
    }

    /// A ring with these keys for ever.
    ///
    /// # Errors
    /// When the set holds no usable key.
    pub fn fixed(set: &str) -> Result<Self, BadKeys> {
        let ring = Self::lazy(Source::Fixed);
        ring.keys.store(Arc::new(Keys { list: parse(set)?, generation: 1, loaded_at: None }));
        Ok(ring)
    }

    /// Counts up whenever the keys change: what was verified before must be verified again.
    pub fn generation(&self) -> u64 {
        self.keys.load().generation
    }

    /// Loads the keys now.
    ///
    /// # Errors
    /// When they cannot be loaded; the last good ones stay.
    pub async fn load(&self, now: Instant) -> Result<(), BadKeys> {
        let text = match &self.source {
            Source::Fixed => return Ok(()),
            Source::File(path) => {
                std::fs::read_to_string(path).map_err(|e| BadKeys::Unreachable(e.to_string()))?
            }
            Source::Url(url) => fetch(url).await?,
        };
        let list = parse(&text)?;
        let generation = self.generation() + 1;
        self.keys.store(Arc::new(Keys { list, generation, loaded_at: Some(now) }));
        Ok(())
    }

    /// Looks again when the keys are older than ten minutes, so that a removed key is refused within a quarter of an hour.
    pub async fn refresh_if_old(&self, now: Instant) {
        let loaded_at = self.keys.load().loaded_at;
        let old = loaded_at.is_none_or(|at| now.0.saturating_sub(at.0) > OLD_MS);
        if old && !matches!(self.source, Source::Fixed) {
            self.ask_again(now).await;
        }
    }

    /// The key for a token.
    pub(super) async fn find(
        &self,
        id: Option<&str>,
        algorithm: Algorithm,
        now: Instant,
    ) -> Result<Arc<DecodingKey>, Refused> {
        self.refresh_if_old(now).await;
        if let Some(key) = self.pick(id, algorithm) {
            return Ok(key);
        }
        if id.is_some() {
            self.ask_again(now).await;
        }
        let keys = self.keys.load();
        let dead = keys.loaded_at.is_some_and(|at| now.0.saturating_sub(at.0) > DEAD_MS);
        if (keys.list.is_empty() || dead) && !matches!(self.source, Source::Fixed) {
            return Err(Refused::NoKeys);
        }
        self.pick(id, algorithm).ok_or(Refused::Credential("its key is not known"))
    }

    fn pick(&self, id: Option<&str>, algorithm: Algorithm) -> Option<Arc<DecodingKey>> {
        let keys = self.keys.load();
        let mut fitting = keys
            .list
            .iter()
            .filter(|key| key.fits.contains(&algorithm))
            .filter(|key| id.is_none() || key.id.as_deref() == id);
        match (fitting.next(), fitting.next()) {
            // Without a key id exactly one key must fit; a doubled key id is no answer either.
            (Some(only), None) => Some(Arc::clone(&only.opens)),
            _ => None,
        }
    }

    // At most one fetch in five minutes, whatever key ids somebody invents.
    async fn ask_again(&self, now: Instant) {
        let last = self.asked_at.load(Ordering::Acquire);
        let again_ms = if matches!(self.source, Source::File(_)) { 1000 } else { AGAIN_MS };
        let too_soon = last != i64::MIN && now.0.saturating_sub(last) < again_ms;
        let mine =
            || self.asked_at.compare_exchange(last, now.0, Ordering::AcqRel, Ordering::Acquire);
        if too_soon || mine().is_err() {
            return;
        }
        if let Err(error) = self.load(now).await {
            tracing::warn!("an issuer's key set was not taken: {error}");
        }
    }
}

async fn fetch(url: &str) -> Result<String, BadKeys> {
    let failed = |e: reqwest::Error| BadKeys::Unreachable(e.without_url().to_string());
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(5))
        .no_proxy()
        .build()
        .map_err(failed)?;
    let mut answer = client
        .get(url)
        .send()
        .await
        .and_then(reqwest::Response::error_for_status)
        .map_err(failed)?;
    if !answer.status().is_success() {
        return Err(BadKeys::Unreachable("it redirects; write the final address".into()));
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = answer.chunk().await.map_err(failed)? {
        bytes.extend_from_slice(&chunk);
        if bytes.len() > BYTES_MAX {
            return Err(BadKeys::Unreachable("it is larger than 256 KiB".into()));
        }
    }
    String::from_utf8(bytes).map_err(|_| BadKeys::Form)
}

fn parse(text: &str) -> Result<Vec<Key>, BadKeys> {
    // Key by key: one of a type that we do not know must not hide the others.
    #[derive(serde::Deserialize)]
    struct Loose {
        keys: Vec<serde_json::Value>,
    }
    let set: Loose = serde_json::from_str(text).map_err(|_| BadKeys::Form)?;
    if set.keys.len() > KEYS_MAX {
        return Err(BadKeys::TooMany);
    }
    let keys = set.keys.into_iter().filter_map(|key| serde_json::from_value(key).ok());
    let set = JwkSet { keys: keys.collect() };
    let list: Vec<Key> = set.keys.iter().filter_map(usable).collect();
    if list.is_empty() { Err(BadKeys::None) } else { Ok(list) }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library's lists of curves and key types are open"
)]
fn usable(jwk: &Jwk) -> Option<Key> {
    let for_signatures =
        jwk.common.public_key_use.as_ref().is_none_or(|u| *u == PublicKeyUse::Signature)
            && jwk
                .common
                .key_operations
                .as_ref()
                .is_none_or(|ops| ops.contains(&KeyOperations::Verify));
    if !for_signatures {
        return None;
    }
    let by_type: Vec<Algorithm> = match &jwk.algorithm {
        AlgorithmParameters::EllipticCurve(ec) => match ec.curve {
            EllipticCurve::P256 => vec![Algorithm::ES256],
            EllipticCurve::P384 => vec![Algorithm::ES384],
            _ => Vec::new(),
        },
        AlgorithmParameters::RSA(_) => vec![
            Algorithm::RS256,
            Algorithm::RS384,
            Algorithm::RS512,
            Algorithm::PS256,
            Algorithm::PS384,
            Algorithm::PS512,
        ],
        AlgorithmParameters::OctetKeyPair(okp) if okp.curve == EllipticCurve::Ed25519 => {
            vec![Algorithm::EdDSA]
        }
        // A shared secret is no proof of who signed.
        _ => Vec::new(),
    };
    let own = jwk.common.key_algorithm.map(|alg| alg.to_string());
    let fits: Vec<Algorithm> = by_type
        .into_iter()
        .filter(|alg| own.as_deref().is_none_or(|own| own == format!("{alg:?}")))
        .collect();
    if fits.is_empty() {
        return None;
    }
    let key = DecodingKey::from_jwk(jwk).ok()?;
    Some(Key { id: jwk.common.key_id.clone(), fits, opens: Arc::new(key) })
}
