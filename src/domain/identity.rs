//! Who asks: the least that tells one person from another (LAW section 5, Art. 12(6)).

use std::fmt;

use super::history::Identity;

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

/// The person behind a request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Asker {
    /// Signed in at a configured issuer; identity is issuer and subject, never the address (SECURITY, strict profile).
    Account {
        /// Who vouches.
        issuer: String,
        /// For whom.
        sub: Personal<String>,
        /// An address that the issuer told, to find data that are kept by address.
        email: Option<Personal<String>>,
    },
    /// Somebody who gave an address; nobody has confirmed it yet.
    Address(Personal<String>),
}

impl Asker {
    /// Whether we know who asks.
    pub fn identity(&self) -> Identity {
        match self {
            Self::Account { .. } => Identity::Verified,
            Self::Address(_) => Identity::Unverified,
        }
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
