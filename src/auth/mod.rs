//! Who speaks: a person, a member of staff, or a pipeline.
//!
//! Start with [`Authority::identify`]. Tokens go through the strict profile of [`token`]; API keys are compared by hash.
//!
//! **Invariant:** a subject's token never becomes an officer, nor the reverse, whatever it claims: the issuer decides.
//! Cohort claims leave here as opaque bytes and are read by `fairness` alone.

pub mod development;
mod fetch;
pub mod jwks;
pub mod login;
pub mod pipeline;
pub mod token;

use std::collections::BTreeSet;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use arc_swap::ArcSwap;
use aws_lc_rs::digest;
use serde_json::Value;

use crate::config::{Claims, Serves};
use crate::domain::address;
use crate::domain::identity::{Asker, Personal};
use crate::domain::role::{Officer, Role};
use crate::domain::time::Instant;

pub use pipeline::{Pipeline, Scope};

const REMEMBERED_MAX: usize = 16_384;

/// A person with a verified token.
#[derive(Clone, Debug)]
pub struct Subject {
    /// Who they are.
    pub asker: Asker,
    /// What the token says about plan, country, language: opaque bytes (SETTLED 8).
    pub labels: Vec<u8>,
}

/// Whoever speaks.
#[derive(Clone, Debug)]
pub enum Principal {
    /// A person.
    Subject(Subject),
    /// A member of staff.
    Officer(Officer),
    /// A program.
    Pipeline(Arc<Pipeline>),
}

/// Why a credential was refused. The text never quotes it.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Refused {
    /// The credential.
    #[error("the credential is refused: {0}")]
    Credential(&'static str),
    /// We cannot check it now.
    #[error("the issuer's keys cannot be loaded; try again in a moment")]
    NoKeys,
}

/// One issuer that is trusted, and with what.
#[derive(Debug)]
pub struct Issuer {
    /// Its name, compared exactly.
    pub name: String,
    /// Our name at it.
    pub audience: String,
    /// Signature algorithms.
    pub algorithms: Vec<jsonwebtoken::Algorithm>,
    /// Whom it vouches for.
    pub serves: Serves,
    /// Token types accepted.
    pub typ: Vec<String>,
    /// Longest `exp - iat`.
    pub max_lifetime_seconds: i64,
    /// Names of claims.
    pub claims: Claims,
    /// Whether it hands out addresses only when it has verified them.
    pub email_is_verified: bool,
    /// Its keys.
    pub keys: jwks::Keyring,
    /// How people sign in at its own page, if they do.
    pub login: Option<login::Login>,
}

/// Everybody that is trusted.
#[derive(Debug)]
pub struct Authority {
    issuers: Vec<Issuer>,
    leeway_seconds: i64,
    pipelines: ArcSwap<HashMap<[u8; 32], Arc<Pipeline>>>,
    remembered: Mutex<HashMap<[u8; 32], Remembered>>,
}

/// A token whose signature was checked before. Its times are checked at every use.
#[derive(Debug, Clone)]
struct Remembered {
    issuer: usize,
    generation: u64,
    claims: Arc<token::Verified>,
}

impl Authority {
    /// Trusts these issuers; API keys come later, by [`Authority::set_pipelines`].
    pub fn new(issuers: Vec<Issuer>, leeway_seconds: i64) -> Self {
        Self {
            issuers,
            leeway_seconds,
            pipelines: ArcSwap::default(),
            remembered: Mutex::default(),
        }
    }

    /// Replaces the API keys.
    pub fn set_pipelines(&self, pipelines: HashMap<[u8; 32], Pipeline>) {
        let shared = pipelines.into_iter().map(|(hash, pipeline)| (hash, Arc::new(pipeline)));
        self.pipelines.store(Arc::new(shared.collect()));
    }

    /// The only issuer of people, if there is only one: the default of the check routes.
    pub fn only_subject_issuer(&self) -> Option<&str> {
        let mut subjects = self.issuers.iter().filter(|i| i.serves == Serves::Subject);
        match (subjects.next(), subjects.next()) {
            (Some(only), None) => Some(&only.name),
            _ => None,
        }
    }

    /// Whether people come from this issuer.
    pub fn is_subject_issuer(&self, name: &str) -> bool {
        self.issuers.iter().any(|i| i.serves == Serves::Subject && i.name == name)
    }

    /// Who presents this credential?
    ///
    /// # Errors
    /// [`Refused`], without telling more than the caller may know.
    pub async fn identify(&self, credential: &str, now: Instant) -> Result<Principal, Refused> {
        if credential.starts_with(pipeline::PREFIX) {
            let known = self.pipelines.load();
            let pipeline = known.get(&pipeline::hash(credential));
            return pipeline
                .filter(|p| p.expires_at.is_none_or(|at| now < at))
                .cloned()
                .map(Principal::Pipeline)
                .ok_or(Refused::Credential("the API key is unknown, expired or revoked"));
        }
        let (issuer, verified) = self.verified(credential, now).await?;
        token::check_times(&verified, issuer.max_lifetime_seconds, self.leeway_seconds, now)?;
        Ok(principal(issuer, &verified))
    }

    async fn verified(
        &self,
        text: &str,
        now: Instant,
    ) -> Result<(&Issuer, Arc<token::Verified>), Refused> {
        let key = fingerprint(text);
        let remembered = self.remembered.lock().ok().and_then(|map| map.get(&key).cloned());
        if let Some(known) = remembered
            && let Some(issuer) = self.issuers.get(known.issuer)
            && issuer.keys.generation() == known.generation
        {
            issuer.keys.refresh_if_old(now).await;
            return Ok((issuer, known.claims));
        }
        let parsed = token::parse(text)?;
        let found = self.issuers.iter().enumerate().find(|(_, i)| i.name == parsed.issuer);
        let (at, issuer) = found.ok_or(Refused::Credential("its issuer is not trusted here"))?;
        let claims =
            Arc::new(token::verify(&parsed, issuer, &issuer.audience, &issuer.typ, now).await?);
        if let Ok(mut map) = self.remembered.lock() {
            if map.len() >= REMEMBERED_MAX {
                map.clear();
            }
            let generation = issuer.keys.generation();
            map.insert(key, Remembered { issuer: at, generation, claims: Arc::clone(&claims) });
        }
        Ok((issuer, claims))
    }
}

fn fingerprint(text: &str) -> [u8; 32] {
    let mut out = [0u8; 32];
    out.copy_from_slice(digest::digest(&digest::SHA256, text.as_bytes()).as_ref());
    out
}

fn principal(issuer: &Issuer, verified: &token::Verified) -> Principal {
    match issuer.serves {
        Serves::Subject => Principal::Subject(subject(issuer, verified)),
        Serves::Officer => {
            let roles = roles(verified.claims.get(&issuer.claims.roles));
            let id = format!("{}#{}", issuer.name, verified.sub);
            Principal::Officer(Officer::attested(id, roles))
        }
    }
}

/// Somebody at the command line: whoever has the keys of the gateway and says who they are. A name that was typed is worth
/// less than a token, so that the log tells them apart.
pub fn at_the_command_line(name: Option<&str>, role: Role) -> Officer {
    let id = name.map_or_else(|| "command".to_owned(), |name| format!("command-line {name}"));
    Officer::attested(id, [role].into())
}

fn subject(issuer: &Issuer, verified: &token::Verified) -> Subject {
    let text = |name: &str| verified.claims.get(name).and_then(Value::as_str);
    let labels = [
        ("plan", text(&issuer.claims.plan)),
        ("country", text(&issuer.claims.country)),
        ("language", text(&issuer.claims.language)),
    ];
    // Claims of another type are ignored, and so are overlong ones: a label is no input of anything.
    let labels: serde_json::Map<String, Value> = labels
        .into_iter()
        .filter_map(|(name, value)| {
            value.filter(|v| v.len() <= 64).map(|v| (name.to_owned(), v.into()))
        })
        .collect();
    // OIDC Core 5.7: an address is what somebody wrote into a form, until the issuer says that it has verified it.
    let is_verified = match verified.claims.get("email_verified") {
        Some(said) => said == &Value::Bool(true) || said == "true",
        None => issuer.email_is_verified,
    };
    let email = text(&issuer.claims.email).filter(|_| is_verified);
    let email = email.and_then(address::exact).map(Personal::new);
    Subject {
        asker: Asker::Account {
            issuer: issuer.name.clone(),
            sub: Personal::new(verified.sub.clone()),
            email,
        },
        labels: if labels.is_empty() {
            Vec::new()
        } else {
            serde_json::to_vec(&labels).unwrap_or_default()
        },
    }
}

fn roles(claim: Option<&Value>) -> BTreeSet<Role> {
    let list = claim.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    list.iter().filter_map(Value::as_str).filter_map(Role::parse).collect()
}
