//! The development issuer: behind `demo` and `token mint` only. `serve --production` refuses it.

use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair as _};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Map, Value, json};

use crate::config::{Claims, Serves};
use crate::domain::time::Instant;

use super::{Issuer, jwks};

/// The issuer of people.
pub const PEOPLE: &str = "https://development.invalid/people";
/// The issuer of staff.
pub const STAFF: &str = "https://development.invalid/staff";
/// Our name at both.
pub const AUDIENCE: &str = "habeas";

/// A key that signs development tokens.
pub struct Mint {
    pair: Ed25519KeyPair,
}

/// What a development token says.
#[derive(Clone, Debug, Default)]
pub struct Order {
    /// Subject.
    pub sub: String,
    /// Address of a person.
    pub email: Option<String>,
    /// Cohort labels of a person, by claim name.
    pub labels: Vec<(String, String)>,
    /// Roles make it a token of staff.
    pub roles: Vec<String>,
    /// How long it lives.
    pub ttl_seconds: i64,
}

/// The key is damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the development key is damaged; remove it and a new one is made")]
pub struct BadMint;

impl Mint {
    /// From a 32-byte seed.
    ///
    /// # Errors
    /// When the seed is not one.
    pub fn new(seed: &[u8; 32]) -> Result<Self, BadMint> {
        Ed25519KeyPair::from_seed_unchecked(seed).map(|pair| Self { pair }).map_err(|_| BadMint)
    }

    /// Both issuers, as the gateway trusts them.
    ///
    /// # Errors
    /// When the key is damaged.
    pub fn issuers(&self, max_lifetime_seconds: i64) -> Result<Vec<Issuer>, BadMint> {
        let x = URL_SAFE_NO_PAD.encode(self.pair.public_key().as_ref());
        let set = json!({ "keys": [{ "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "use": "sig", "kid": "development", "x": x }] });
        [(PEOPLE, Serves::Subject), (STAFF, Serves::Officer)]
            .into_iter()
            .map(|(name, serves)| {
                Ok(Issuer {
                    name: name.to_owned(),
                    audience: AUDIENCE.to_owned(),
                    algorithms: vec![Algorithm::EdDSA],
                    serves,
                    typ: vec!["at+jwt".to_owned()],
                    max_lifetime_seconds,
                    claims: Claims::default(),
                    email_is_verified: true,
                    login: None,
                    keys: jwks::Keyring::fixed(&set.to_string()).map_err(|_| BadMint)?,
                })
            })
            .collect()
    }

    /// A token.
    ///
    /// # Errors
    /// When it cannot be signed.
    pub fn token(&self, order: &Order, now: Instant) -> Result<String, BadMint> {
        let issued_at = now.0.div_euclid(1000);
        let issuer = if order.roles.is_empty() { PEOPLE } else { STAFF };
        let mut claims = Map::new();
        let mut say = |name: &str, value: Value| claims.insert(name.to_owned(), value);
        say("iss", issuer.into());
        say("aud", AUDIENCE.into());
        say("sub", order.sub.clone().into());
        say("iat", issued_at.into());
        say("exp", (issued_at + order.ttl_seconds).into());
        if let Some(email) = &order.email {
            say("email", email.clone().into());
        }
        if !order.roles.is_empty() {
            say("roles", order.roles.clone().into());
        }
        for (name, value) in &order.labels {
            say(name, value.clone().into());
        }
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = Some("at+jwt".to_owned());
        header.kid = Some("development".to_owned());
        let der = self.pair.to_pkcs8v1().map_err(|_| BadMint)?;
        let key = EncodingKey::from_ed_der(der.as_ref());
        jsonwebtoken::encode(&header, &claims, &key).map_err(|_| BadMint)
    }
}
