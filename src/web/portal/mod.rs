//! The portal: what a person sees. Server-rendered, without scripts and without cookies; nothing is stored before somebody sends
//! something, and nothing here knows a plan.
//!
//! Start with [`start`], the first page; [`frame`] is what all of them share. Their words are those of `words::Portal`.

pub(super) mod about;
pub(super) mod acts;
pub(super) mod ask;
pub(super) mod chosen;
pub(super) mod fault;
pub(in crate::web) mod frame;
pub(super) mod login;
pub(super) mod object;
pub(super) mod own;
mod sender;
pub(super) mod sign_in;
pub(super) mod start;
