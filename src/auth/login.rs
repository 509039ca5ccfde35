//! Signing in at an issuer's own page: OpenID Connect's code flow with PKCE (OIDC Core 3.1, RFC 7636, RFC 9207, RFC 9700). The
//! ID token goes through the same profile as every token, on the same keys, with the client's id as its audience.

use std::sync::Arc;

use arc_swap::ArcSwapOption;
use aws_lc_rs::{constant_time, digest, rand};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::config::Serves;
use crate::domain::time::Instant;

use super::{Authority, Issuer, Principal, Refused, fetch, principal, token};

/// How people sign in at an issuer.
#[derive(Debug)]
pub struct Login {
    /// Our name at it.
    client_id: String,
    /// What shows that it is us; nothing for a public client.
    client_secret: Secret,
    /// Where its pages are, once it was asked.
    endpoints: ArcSwapOption<Endpoints>,
}

impl Login {
    /// For a client that is registered there; nobody signs in where there is none.
    pub fn at(client_id: Option<String>, client_secret: Option<String>) -> Option<Self> {
        let client_secret = Secret(client_secret);
        client_id.map(|client_id| Self {
            client_id,
            client_secret,
            endpoints: ArcSwapOption::empty(),
        })
    }
}

/// It prints as nothing.
#[derive(Clone)]
struct Secret(Option<String>);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// What the issuer publishes of itself (OIDC Discovery, 3).
#[derive(Debug, Deserialize)]
struct Endpoints {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

/// What a browser keeps, sealed, from leaving for the issuer to coming back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trip {
    issuer: String,
    state: String,
    nonce: String,
    verifier: String,
}

/// With what it comes back.
#[derive(Clone, Debug, Default)]
pub struct Return {
    /// To be exchanged for the token.
    pub code: Option<String>,
    /// Must be the trip's.
    pub state: Option<String>,
    /// Who sends it.
    pub issuer: Option<String>,
}

/// Why nobody was signed in.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotIn {
    /// The issuer does not answer, or not as it should. The text never quotes what it sent.
    #[error("the issuer cannot be asked: {0}")]
    Away(String),
    /// The person came back from another trip, or said no.
    #[error("nobody came back signed in: {0}")]
    Refused(&'static str),
    /// The token is none.
    #[error(transparent)]
    Token(#[from] Refused),
}

impl Authority {
    /// The issuers at whose own page people sign in, by name.
    pub fn logins(&self, serves: Serves) -> impl Iterator<Item = &str> {
        let own = self.issuers.iter().filter(move |i| i.serves == serves && i.login.is_some());
        own.map(|issuer| issuer.name.as_str())
    }

    /// The address of the issuer's page, and what the browser keeps until it comes back.
    ///
    /// # Errors
    /// When the issuer does not answer.
    pub async fn leave(&self, issuer: &str, back: &str) -> Result<(String, Trip), NotIn> {
        let (issuer, login) = self.login(issuer)?;
        let endpoints = endpoints(issuer, login).await?;
        let trip = Trip {
            issuer: issuer.name.clone(),
            state: secret()?,
            nonce: secret()?,
            verifier: secret()?,
        };
        let challenge = digest::digest(&digest::SHA256, trip.verifier.as_bytes());
        let challenge = URL_SAFE_NO_PAD.encode(challenge.as_ref());
        let mut url = reqwest::Url::parse(&endpoints.authorization_endpoint)
            .map_err(|_| NotIn::Away("its authorization_endpoint is no address".into()))?;
        url.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", &login.client_id)
            .append_pair("redirect_uri", back)
            .append_pair("scope", "openid email")
            .append_pair("state", &trip.state)
            .append_pair("nonce", &trip.nonce)
            .append_pair("code_challenge", &challenge)
            .append_pair("code_challenge_method", "S256");
        Ok((url.into(), trip))
    }

    /// Who came back.
    ///
    /// # Errors
    /// See [`NotIn`].
    pub async fn arrive(
        &self,
        trip: &Trip,
        with: Return,
        back: &str,
        now: Instant,
    ) -> Result<Principal, NotIn> {
        let (issuer, login) = self.login(&trip.issuer)?;
        let state = with.state.unwrap_or_default();
        if constant_time::verify_slices_are_equal(state.as_bytes(), trip.state.as_bytes()).is_err()
        {
            return Err(NotIn::Refused("it is not the trip that this browser began"));
        }
        let endpoints = endpoints(issuer, login).await?;
        // RFC 9207: an answer of another issuer is none.
        let is_theirs = match &with.issuer {
            Some(named) => *named == issuer.name,
            None => !endpoints.authorization_response_iss_parameter_supported,
        };
        if !is_theirs {
            return Err(NotIn::Refused("it comes from another issuer"));
        }
        let code = with.code.ok_or(NotIn::Refused("the issuer sends no code"))?;
        let text = exchange(login, &endpoints, &code, &trip.verifier, back).await?;
        let parsed = token::parse(&text)?;
        if parsed.issuer != issuer.name {
            return Err(NotIn::Refused("the token is another issuer's"));
        }
        // An ID token is told from others by its audience and its nonce; many have no `typ`.
        let kinds = ["JWT".to_owned(), String::new()];
        let verified = token::verify(&parsed, issuer, &login.client_id, &kinds, now).await?;
        token::check_times(&verified, issuer.max_lifetime_seconds, self.leeway_seconds, now)?;
        let text = |name: &str| verified.claims.get(name).and_then(Value::as_str);
        let nonce = text("nonce").unwrap_or_default();
        if constant_time::verify_slices_are_equal(nonce.as_bytes(), trip.nonce.as_bytes()).is_err()
        {
            return Err(NotIn::Refused("the token is another trip's"));
        }
        let is_shared =
            verified.claims.get("aud").and_then(Value::as_array).is_some_and(|a| a.len() > 1);
        if (is_shared || text("azp").is_some()) && text("azp") != Some(&login.client_id) {
            return Err(NotIn::Refused("the token was issued to somebody else"));
        }
        Ok(principal(issuer, &verified))
    }

    fn login(&self, name: &str) -> Result<(&Issuer, &Login), NotIn> {
        let issuer = self.issuers.iter().find(|issuer| issuer.name == name);
        let found = issuer.and_then(|issuer| Some((issuer, issuer.login.as_ref()?)));
        found.ok_or(NotIn::Refused("nobody signs in there"))
    }
}

fn secret() -> Result<String, NotIn> {
    let mut bytes = [0u8; 32];
    rand::fill(&mut bytes)
        .map_err(|_| NotIn::Away("the operating system gives no random bytes".into()))?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// Asked once, and again after it could not be had.
async fn endpoints(issuer: &Issuer, login: &Login) -> Result<Arc<Endpoints>, NotIn> {
    if let Some(known) = login.endpoints.load_full() {
        return Ok(known);
    }
    let url = format!("{}/.well-known/openid-configuration", issuer.name.trim_end_matches('/'));
    let bytes = sent(client()?.get(url)).await?;
    let found: Endpoints = serde_json::from_slice(&bytes)
        .map_err(|_| NotIn::Away("its openid-configuration is not complete".into()))?;
    if found.issuer != issuer.name {
        return Err(NotIn::Away("its openid-configuration names another issuer".into()));
    }
    let is_local = issuer.name.starts_with("http://");
    let urls = [&found.authorization_endpoint, &found.token_endpoint];
    if !is_local && !urls.iter().all(|url| url.starts_with("https://")) {
        return Err(NotIn::Away("its openid-configuration names an address without https".into()));
    }
    let found = Arc::new(found);
    login.endpoints.store(Some(Arc::clone(&found)));
    Ok(found)
}

async fn exchange(
    login: &Login,
    endpoints: &Endpoints,
    code: &str,
    verifier: &str,
    back: &str,
) -> Result<String, NotIn> {
    #[derive(Deserialize)]
    struct Tokens {
        id_token: String,
    }
    let mut form =
        reqwest::Url::parse("form:").map_err(|_| NotIn::Away("no form can be made".into()))?;
    form.query_pairs_mut()
        .append_pair("grant_type", "authorization_code")
        .append_pair("code", code)
        .append_pair("redirect_uri", back)
        .append_pair("client_id", &login.client_id)
        .append_pair("code_verifier", verifier);
    let mut request = client()?
        .post(&endpoints.token_endpoint)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json")
        .body(form.query().unwrap_or_default().to_owned());
    if let Some(secret) = &login.client_secret.0 {
        // RFC 6749, 2.3.1: both are encoded as a form is.
        request = request.basic_auth(encoded(&login.client_id), Some(encoded(secret)));
    }
    let tokens: Tokens = serde_json::from_slice(&sent(request).await?)
        .map_err(|_| NotIn::Away("it sends no id_token".into()))?;
    Ok(tokens.id_token)
}

fn encoded(text: &str) -> String {
    let plain =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'*');
    let each = text.bytes().map(|byte| {
        if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    });
    each.collect()
}

async fn sent(request: reqwest::RequestBuilder) -> Result<Vec<u8>, NotIn> {
    fetch::body(request).await.map_err(NotIn::Away)
}

fn client() -> Result<reqwest::Client, NotIn> {
    fetch::client().map_err(NotIn::Away)
}
