//! Figures about the whole office, and facts about how people were treated, for `fairness` to judge.
//!
//! **Invariant:** labels pass through unread, and no figure names anybody.

pub mod counts;
pub mod treatment;
