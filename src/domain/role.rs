//! Who works here. An [`Officer`] is a value that only `auth` makes (from a session or a token): without one, nothing
//! that needs authority can be written down.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// What an officer may do.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Reviews flags and gives an opinion; advises, never decides (Art. 38(6), C-453/21).
    Dpo,
    /// Signs a refusal or a fee for the controller.
    Controller,
    /// Answers requests.
    Caseworker,
    /// Reads, and nothing else.
    Auditor,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 4] = [Self::Dpo, Self::Controller, Self::Caseworker, Self::Auditor];

    /// The word of tokens and of the API.
    pub fn code(self) -> &'static str {
        match self {
            Self::Dpo => "dpo",
            Self::Controller => "controller",
            Self::Caseworker => "caseworker",
            Self::Auditor => "auditor",
        }
    }

    /// Reads the word of a token.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A member of staff whose identity and roles `auth` has checked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Officer {
    id: String,
    roles: BTreeSet<Role>,
}

impl Officer {
    /// For `auth` alone (tidy sees to it): the identity and roles were checked.
    pub fn attested(id: String, roles: BTreeSet<Role>) -> Self {
        Self { id, roles }
    }

    /// Issuer and subject of the officer's account.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether the officer holds the role.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether the officer may change a case: everybody but the mere auditor.
    pub fn may_work(&self) -> bool {
        self.roles.iter().any(|role| *role != Role::Auditor)
    }
}
