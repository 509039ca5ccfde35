//! What is answered, as types: member by member as `openapi.json` names them.
//!
//! Start with [`requests`]. A file for each subject; made from what casework hands out, by whoever answers.
//!
//! **Invariant:** nothing is asked here and nothing decided. What an officer alone may see is in no type for a person.

pub(super) mod attached;
pub(super) mod cases;
pub(super) mod flags;
pub(super) mod objections;
pub(super) mod policies;
pub(super) mod recipients;
pub(super) mod requests;
pub(super) mod tasks;

use serde::{Serialize, Serializer};

use crate::domain::time::Instant;

/// A page of a list.
#[derive(Serialize)]
pub(super) struct Page<T> {
    items: Vec<T>,
    /// Where the next page begins.
    next: Option<String>,
}

impl<T> Page<T> {
    pub(super) fn of(items: impl IntoIterator<Item = T>, next: Option<String>) -> Self {
        Self { items: items.into_iter().collect(), next }
    }

    /// A list that has one page.
    pub(super) fn whole(items: impl IntoIterator<Item = T>) -> Self {
        Self::of(items, None)
    }
}

/// A list that never has pages.
#[derive(Serialize)]
pub(super) struct Items<T> {
    items: Vec<T>,
}

impl<T> Items<T> {
    pub(super) fn of(items: impl IntoIterator<Item = T>) -> Self {
        Self { items: items.into_iter().collect() }
    }
}

/// A moment as RFC 3339 writes it.
#[derive(Clone, Copy)]
pub(super) struct Moment(pub(super) Instant);

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0.rfc3339())
    }
}

impl Moment {
    pub(super) fn maybe(at: Option<Instant>) -> Option<Self> {
        at.map(Self)
    }
}
