//! Keys of an issuer: from a file or a URL, cached, fetched again at most every five minutes for an unknown key id, kept
//! for a day when the issuer does not answer.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use arc_swap::ArcSwap;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::jwk::{AlgorithmParameters, EllipticCurve, Jwk, KeyOperations, PublicKeyUse};
use jsonwebtoken::{Algorithm, DecodingKey};
use serde_json::Value;

use crate::domain::time::Instant;

use super::{Refused, fetch};

const KEYS_MAX: usize = 64;
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

/// The algorithm of this name. `Ed25519` (RFC 9864) says in full what `EdDSA` means here, where it is the only curve; the
/// other names of JOSE already say it all.
pub fn algorithm(name: &str) -> Option<Algorithm> {
    let name = if name == "Ed25519" { "EdDSA" } else { name };
    name.parse().ok()
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
            Source::Url(url) => fetched(url).await?,
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

async fn fetched(url: &str) -> Result<String, BadKeys> {
    let client = fetch::client().map_err(BadKeys::Unreachable)?;
    let bytes = fetch::body(client.get(url)).await.map_err(BadKeys::Unreachable)?;
    String::from_utf8(bytes).map_err(|_| BadKeys::Form)
}

fn parse(text: &str) -> Result<Vec<Key>, BadKeys> {
    // Key by key: one of a type that we do not know must not hide the others.
    #[derive(serde::Deserialize)]
    struct Loose {
        keys: Vec<Value>,
    }
    // RFC 8259, 8.1: a byte order mark is no JSON, and may be ignored.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let set: Loose = serde_json::from_str(text).map_err(|_| BadKeys::Form)?;
    if set.keys.len() > KEYS_MAX {
        return Err(BadKeys::TooMany);
    }
    let list: Vec<Key> = set.keys.into_iter().filter_map(usable).collect();
    if list.is_empty() { Err(BadKeys::None) } else { Ok(list) }
}

fn usable(given: Value) -> Option<Key> {
    // The library knows only its own names of algorithms.
    let own = given.get("alg").and_then(Value::as_str).map(algorithm);
    let jwk: Jwk = serde_json::from_value(given).ok()?;
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
    let fits: Vec<Algorithm> = by_type(&jwk.algorithm)
        .iter()
        .copied()
        .filter(|alg| own.is_none_or(|own| own == Some(*alg)))
        .collect();
    if fits.is_empty() {
        return None;
    }
    let key = decoding(&jwk)?;
    Some(Key { id: jwk.common.key_id, fits, opens: Arc::new(key) })
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the library's lists of curves and key types are open"
)]
fn by_type(parameters: &AlgorithmParameters) -> &'static [Algorithm] {
    use Algorithm::{ES256, ES384, EdDSA, PS256, PS384, PS512, RS256, RS384, RS512};
    match parameters {
        AlgorithmParameters::EllipticCurve(ec) => match ec.curve {
            EllipticCurve::P256 => &[ES256],
            EllipticCurve::P384 => &[ES384],
            _ => &[],
        },
        AlgorithmParameters::RSA(_) => &[RS256, RS384, RS512, PS256, PS384, PS512],
        AlgorithmParameters::OctetKeyPair(okp) if okp.curve == EllipticCurve::Ed25519 => &[EdDSA],
        // A shared secret is no proof of who signed.
        _ => &[],
    }
}

fn decoding(jwk: &Jwk) -> Option<DecodingKey> {
    let AlgorithmParameters::RSA(rsa) = &jwk.algorithm else {
        return DecodingKey::from_jwk(jwk).ok();
    };
    // RFC 7518, 6.3.1.1: some libraries put a zero octet before the modulus; the number is the same.
    let modulus = URL_SAFE_NO_PAD.decode(&rsa.n).ok()?;
    let from = modulus.iter().position(|octet| *octet != 0)?;
    let exponent = URL_SAFE_NO_PAD.decode(&rsa.e).ok()?;
    Some(DecodingKey::from_rsa_raw_components(modulus.get(from..)?, &exponent))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const X: &str = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo";

    fn fits(key: Value) -> Vec<Algorithm> {
        usable(key).map(|key| key.fits).unwrap_or_default()
    }

    #[test]
    fn both_names_of_an_algorithm_are_one() {
        let ed = |alg: &str| json!({ "kty": "OKP", "crv": "Ed25519", "x": X, "alg": alg });
        assert_eq!(algorithm("Ed25519"), algorithm("EdDSA"));
        assert_eq!(fits(ed("Ed25519")), [Algorithm::EdDSA]);
        assert_eq!(fits(ed("EdDSA")), [Algorithm::EdDSA]);
        // Ed448 and the names that only COSE has are no algorithms of a token here.
        for alg in ["Ed448", "ESP256", "ES256", "HS256", "ed25519", "none", ""] {
            assert_eq!(fits(ed(alg)), [], "{alg}");
        }
        for alg in ["Ed448", "ESP256", "ed25519", "none", ""] {
            assert_eq!(algorithm(alg), None, "{alg}");
        }
    }

    #[test]
    fn keys_that_nobody_here_can_use_are_passed_over() {
        let good =
            json!({ "kty": "OKP", "crv": "Ed25519", "x": X, "kid": "k", "extra": { "a": 1 } });
        let odd = [
            json!({ "kty": "RSA", "use": "enc", "alg": "RSA-OAEP", "n": "AQAB", "e": "AQAB" }),
            json!({ "kty": "AKP", "alg": "ML-DSA-44", "pub": "AA" }),
            json!({ "kty": "EC", "crv": "secp256k1", "x": "AA", "y": "AA" }),
            json!({ "kty": "oct", "k": "AAAA" }),
            json!({ "kty": "OKP", "crv": "Ed25519", "x": X, "alg": 7 }),
            json!({ "kty": "RSA", "n": "AAAA", "e": "AQAB" }),
            json!("a key"),
        ];
        let mut keys = odd.to_vec();
        keys.push(good);
        let set = json!({ "keys": keys }).to_string();
        assert_eq!(parse(&set).unwrap().len(), 1);
        assert_eq!(parse(&format!("\u{feff}{set}")).unwrap().len(), 1, "with a byte order mark");
        let none = json!({ "keys": odd }).to_string();
        assert!(matches!(parse(&none), Err(BadKeys::None)));
    }

    #[test]
    fn a_zero_before_the_modulus_is_no_part_of_it() {
        let modulus = [0xc3; 256];
        let key = |n: &[u8]| {
            let n = URL_SAFE_NO_PAD.encode(n);
            usable(json!({ "kty": "RSA", "n": n, "e": "AQAB" })).unwrap()
        };
        let padded = key(&[&[0], &modulus[..]].concat());
        let (plain, padded) = (key(&modulus).opens, padded.opens);
        let jsonwebtoken::DecodingKeyKind::RsaModulusExponent { n, .. } = padded.kind() else {
            panic!("an RSA key has a modulus")
        };
        assert_eq!(n.as_slice(), modulus);
        assert_eq!(plain.family(), padded.family());
    }
}
