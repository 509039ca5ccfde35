//! The strict token profile (SECURITY section 2; RFC 8725). The library checks the signature; everything else is checked
//! here, because it accepts tokens without `iss` or `aud`, ignores `crit` and `typ`, and reads the system's clock.

use std::collections::BTreeMap;
use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::Algorithm;
use serde::Deserialize;
use serde::de::{self, MapAccess, Visitor};
use serde_json::Value;

use crate::domain::time::Instant;

use super::{Issuer, Refused, jwks};

const LENGTH_MAX: usize = 8 * 1024;
const SUB_MAX: usize = 255;
const FORBIDDEN: [&str; 7] = ["crit", "b64", "jku", "jwk", "x5u", "x5c", "zip"];

/// A token taken apart; nothing in it is believed yet.
pub(super) struct Parsed<'a> {
    text: &'a str,
    header: Object,
    claims: Object,
    pub(super) issuer: String,
}

/// A token whose signature, type and audience were right. Times are checked at each use.
#[derive(Debug)]
pub(super) struct Verified {
    pub(super) sub: String,
    pub(super) claims: BTreeMap<String, Value>,
    exp: i64,
    iat: i64,
    nbf: Option<i64>,
}

/// A JSON object in which no name stands twice.
struct Object(BTreeMap<String, Value>);

impl<'de> Deserialize<'de> for Object {
    fn deserialize<D: de::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Once;
        impl<'de> Visitor<'de> for Once {
            type Value = Object;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object without repeated names")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Object, A::Error> {
                let mut object = BTreeMap::new();
                while let Some((name, value)) = map.next_entry::<String, Value>()? {
                    if object.insert(name, value).is_some() {
                        return Err(de::Error::custom("a name stands twice"));
                    }
                }
                Ok(Object(object))
            }
        }
        from.deserialize_map(Once)
    }
}

/// Takes a token apart.
pub(super) fn parse(text: &str) -> Result<Parsed<'_>, Refused> {
    if text.len() > LENGTH_MAX {
        return Err(Refused::Credential("it is longer than 8 KiB"));
    }
    let mut parts = text.split('.');
    let (Some(header), Some(claims), Some(_), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(Refused::Credential("it is not a signed token"));
    };
    let header = object(header)?;
    if FORBIDDEN.iter().any(|name| header.0.contains_key(*name)) {
        return Err(Refused::Credential("its header has a parameter that is not accepted"));
    }
    let claims = object(claims)?;
    let issuer = claims.0.get("iss").and_then(Value::as_str);
    let issuer = issuer.ok_or(Refused::Credential("it names no issuer"))?.to_owned();
    Ok(Parsed { text, header, claims, issuer })
}

fn object(part: &str) -> Result<Object, Refused> {
    let bytes = URL_SAFE_NO_PAD
        .decode(part)
        .map_err(|_| Refused::Credential("it is not a signed token"))?;
    serde_json::from_slice(&bytes).map_err(|_| Refused::Credential("it is not a signed token"))
}

/// Checks algorithm, type, key, signature, audience and subject. `ours` is our name as the audience, `kinds` are the types accepted.
pub(super) async fn verify(
    parsed: &Parsed<'_>,
    issuer: &Issuer,
    ours: &str,
    kinds: &[String],
    now: Instant,
) -> Result<Verified, Refused> {
    let header = |name: &str| parsed.header.0.get(name).and_then(Value::as_str);
    let algorithm: Option<Algorithm> = header("alg").and_then(jwks::algorithm);
    let algorithm = algorithm.filter(|alg| issuer.algorithms.contains(alg));
    let algorithm = algorithm.ok_or(Refused::Credential("its algorithm is not accepted"))?;
    check_type(parsed.header.0.get("typ"), kinds)?;
    if parsed.header.0.get("kid").is_some_and(|kid| !kid.is_string()) {
        return Err(Refused::Credential("its key id is not text"));
    }
    let key = issuer.keys.find(header("kid"), algorithm, now).await?;
    // The library's own reader of whole tokens knows neither `Ed25519` nor our rules: it checks the signature, no more.
    let (signed, signature) = parsed.text.rsplit_once('.').unwrap_or_default();
    let checked = jsonwebtoken::crypto::verify(signature, signed.as_bytes(), &key, algorithm);
    if !checked.is_ok_and(|is_right| is_right) {
        return Err(Refused::Credential("its signature is wrong"));
    }
    audience(&parsed.claims.0, ours)?;
    claims(&parsed.claims.0)
}

// RFC 8725, 3.11: kinds of tokens are told apart by `typ`. RFC 7519, 5.1 makes it optional, and some providers leave it
// out: an issuer may be trusted to do so, and is not by default.
fn check_type(typ: Option<&Value>, accepted: &[String]) -> Result<(), Refused> {
    const MEDIA: &str = "application/";
    let Some(typ) = typ else {
        let may_lack = accepted.iter().any(String::is_empty);
        return if may_lack { Ok(()) } else { Err(Refused::Credential("its type is missing")) };
    };
    let typ = typ.as_str().unwrap_or_default();
    let typ = match typ.split_at_checked(MEDIA.len()) {
        Some((media, rest)) if media.eq_ignore_ascii_case(MEDIA) => rest,
        _ => typ,
    };
    if !typ.is_empty() && accepted.iter().any(|accepted| accepted.eq_ignore_ascii_case(typ)) {
        return Ok(());
    }
    Err(Refused::Credential("it is a token of another type"))
}

fn audience(claims: &BTreeMap<String, Value>, ours: &str) -> Result<(), Refused> {
    let fits = match claims.get("aud") {
        Some(Value::String(one)) => one == ours,
        Some(Value::Array(many)) => {
            many.iter().all(Value::is_string) && many.iter().any(|one| one == ours)
        }
        _ => false,
    };
    if fits { Ok(()) } else { Err(Refused::Credential("it is meant for somebody else")) }
}

fn claims(claims: &BTreeMap<String, Value>) -> Result<Verified, Refused> {
    let sub = claims
        .get("sub")
        .and_then(Value::as_str)
        .filter(|sub| !sub.is_empty() && sub.len() <= SUB_MAX && !sub.contains(char::is_control));
    let time =
        |name: &str| claims.get(name).and_then(Value::as_i64).filter(|t| (0..1 << 53).contains(t));
    let nbf = match claims.get("nbf") {
        None => None,
        Some(_) => Some(time("nbf").ok_or(Refused::Credential("its times are not whole seconds"))?),
    };
    Ok(Verified {
        sub: sub.ok_or(Refused::Credential("it names no subject"))?.to_owned(),
        exp: time("exp").ok_or(Refused::Credential("it has no end"))?,
        iat: time("iat").ok_or(Refused::Credential("it does not say when it was issued"))?,
        nbf,
        claims: claims.clone(),
    })
}

/// Checks the times against ours, with the leeway for clocks that differ.
pub(super) fn check_times(
    verified: &Verified,
    lifetime_seconds_max: i64,
    leeway_seconds: i64,
    now: Instant,
) -> Result<(), Refused> {
    let now = now.0.div_euclid(1000);
    let lifetime = verified.exp - verified.iat;
    if now >= verified.exp + leeway_seconds {
        return Err(Refused::Credential("it has expired; get a new one"));
    }
    if verified.iat > now + leeway_seconds
        || verified.nbf.is_some_and(|nbf| nbf > now + leeway_seconds)
    {
        return Err(Refused::Credential("it is not valid yet"));
    }
    if lifetime <= 0 || lifetime > lifetime_seconds_max {
        return Err(Refused::Credential("it lives longer than is accepted"));
    }
    Ok(())
}
