//! Who asks: the least that tells one person from another (LAW section 5, Art. 12(6)).

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::history::Identity;
use super::time::Instant;

/// Something personal. It prints as nothing, and only listed files may look inside (tidy).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Personal<T>(T);

impl<T> Personal<T> {
    /// Wraps.
    pub fn new(value: T) -> Self {
        Self(value)
    }

    /// The same person's, changed.
    #[must_use]
    pub fn map(self, change: impl FnOnce(T) -> T) -> Self {
        Self(change(self.0))
    }

    /// Looks inside. Where this may be called is a list in `tests/tidy.rs`.
    pub fn reveal(&self) -> &T {
        &self.0
    }
}

impl<T> fmt::Debug for Personal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[personal]")
    }
}

/// How the part of an address before the `@` is compared (SETTLED 22).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LocalPart {
    /// Without regard to case, as nearly every mail system does.
    #[default]
    Folded,
    /// As it is written.
    Exact,
}

/// The person behind a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Asker {
    /// Signed in at a configured issuer; identity is issuer and subject, never the address (SECURITY, strict profile).
    Account {
        /// Who vouches.
        issuer: String,
        /// For whom.
        sub: Personal<String>,
        /// An address that the issuer has verified, to find data that are kept by address.
        email: Option<Personal<String>>,
    },
    /// Somebody who gave an address, as it was written; nobody has confirmed it yet.
    Address(Personal<String>),
    /// Somebody who has shown that an address is theirs: they opened what was sent there.
    Confirmed(Personal<String>),
}

impl Asker {
    /// Whether we know who asks.
    pub fn identity(&self) -> Identity {
        match self {
            Self::Account { .. } | Self::Confirmed(_) => Identity::Verified,
            Self::Address(_) => Identity::Unverified,
        }
    }
}

/// What was known and verified of a person when their case was made or they were identified (invariant 10). It belongs to
/// the case and is sealed with it: what somebody's token says later is about another request.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Identifiers {
    /// Accounts, each with its issuer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accounts: Vec<KnownAccount>,
    /// Addresses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<KnownAddress>,
    /// An address that somebody gave and nobody has verified. Nothing is looked up by it but what protects its owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed: Option<String>,
    /// The accounts that directories knew behind the addresses, by issuer, before an erasure began: the rows that they knew
    /// them from may be the first to go. No identifiers of their own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub found: BTreeMap<String, Vec<String>>,
}

/// An account at an issuer.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownAccount {
    /// Who vouches.
    pub issuer: String,
    /// For whom.
    pub sub: String,
    /// How we know.
    pub how: String,
    /// Since when.
    pub at: Instant,
}

/// A verified address.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownAddress {
    /// As it was written, in its exact form.
    pub address: String,
    /// How we know.
    pub how: String,
    /// Since when.
    pub at: Instant,
}

/// How an address or an account became known that came with a token.
const BY_TOKEN: &str = "token";

/// How an address became known to which a link was sent that its owner opened.
pub const BY_LINK: &str = "link";

impl Identifiers {
    /// What is known of somebody who comes like this.
    pub fn of(asker: &Asker, at: Instant) -> Self {
        let how = || BY_TOKEN.to_owned();
        match asker {
            Asker::Account { issuer, sub, email } => {
                let (issuer, sub) = (issuer.clone(), sub.reveal().clone());
                let known = |email: &Personal<String>| KnownAddress {
                    address: email.reveal().clone(),
                    how: how(),
                    at,
                };
                Self {
                    accounts: vec![KnownAccount { issuer, sub, how: how(), at }],
                    addresses: email.iter().map(known).collect(),
                    ..Self::default()
                }
            }
            Asker::Address(address) => {
                Self { claimed: Some(address.reveal().clone()), ..Self::default() }
            }
            Asker::Confirmed(address) => {
                let address = address.reveal().clone();
                let known = KnownAddress { address, how: BY_LINK.to_owned(), at };
                Self { addresses: vec![known], ..Self::default() }
            }
        }
    }

    /// An officer knows that an account is this person's.
    pub fn add_account(&mut self, issuer: String, sub: String, how: &str, at: Instant) {
        if !self.accounts.iter().any(|known| known.issuer == issuer && known.sub == sub) {
            self.accounts.push(KnownAccount { issuer, sub, how: how.to_owned(), at });
        }
    }

    /// An officer knows that the address that was given is this person's.
    pub fn confirm_address(&mut self, how: &str, at: Instant) {
        if let Some(address) = self.claimed.take() {
            self.addresses.push(KnownAddress { address, how: how.to_owned(), at });
        }
    }

    /// The address that asked: one that was shown to be theirs, before one that was only given.
    pub fn address(&self) -> Option<Personal<String>> {
        let shown = self.addresses.first().map(|known| &known.address);
        shown.or(self.claimed.as_ref()).cloned().map(Personal::new)
    }

    /// The accounts at one issuer.
    pub fn accounts_at(&self, issuer: &str) -> Vec<String> {
        let own = self.accounts.iter().filter(|known| known.issuer == issuer);
        own.map(|known| known.sub.clone()).collect()
    }

    /// What makes two of them the same, without how and when each was verified.
    pub fn identity(&self) -> String {
        let accounts = self.accounts.iter().map(|known| format!("{}\0{}", known.issuer, known.sub));
        let addresses = self.addresses.iter().map(|known| known.address.clone());
        let mut all: Vec<String> = accounts.chain(addresses).chain(self.claimed.clone()).collect();
        all.sort();
        all.join("\u{1}")
    }
}

impl fmt::Debug for Identifiers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} accounts, {} addresses", self.accounts.len(), self.addresses.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn personal_things_do_not_print() {
        let asker = Asker::Address(Personal::new("ada@example.org".into()));
        assert!(!format!("{asker:?}").contains("ada"));
    }
}
