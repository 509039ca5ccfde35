//! When two requests are one, so that the later shares the answer and the due date of the first (P9).

use super::history::Identity;
use super::right::{Right, Scope};

/// What tells one request from another.
#[derive(Clone, Copy, Debug)]
pub struct Marks<'a> {
    /// Whether we know who asks.
    pub identity: Identity,
    /// A digest of the identifiers that are known, under the person's key.
    pub known: Option<&'a str>,
    /// Whether the person said anything in words.
    pub worded: bool,
    /// What is asked.
    pub right: Right,
    /// How wide.
    pub scope: &'a Scope,
}

impl Marks<'_> {
    /// Two requests are one only if nobody can tell them apart: the same verified person, known by the same identifiers,
    /// asks for the same, and neither says anything in words (SETTLED 29).
    pub fn are_those_of(&self, open: &Marks<'_>) -> bool {
        let is_plain = |one: &Marks<'_>| one.identity == Identity::Verified && !one.worded;
        is_plain(self)
            && is_plain(open)
            && self.known == open.known
            && self.right == open.right
            && self.scope == open.scope
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_one_only_if_nobody_can_tell_them_apart() {
        let scope = Scope::default();
        let narrow = Scope { categories: ["orders".to_owned()].into(), ..Scope::default() };
        let open = Marks {
            identity: Identity::Verified,
            known: Some("k"),
            worded: false,
            right: Right::Access,
            scope: &scope,
        };
        assert!(open.are_those_of(&open));
        for other in [
            Marks { identity: Identity::Unverified, ..open },
            Marks { known: Some("l"), ..open },
            Marks { known: None, ..open },
            Marks { worded: true, ..open },
            Marks { right: Right::Portability, ..open },
            Marks { scope: &narrow, ..open },
        ] {
            assert!(!other.are_those_of(&open), "{other:?}");
            assert!(!open.are_those_of(&other), "{other:?}");
        }
    }
}
