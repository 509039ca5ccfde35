//! The review of flags: the log of them, the opinion and the decision, and the lapse in the person's favour.
//!
//! **Invariant:** no refusal and no fee without a flag or a referral, an opinion, and a decision by somebody else.

pub mod deciding;
pub mod flags;
pub mod lapse;
pub mod referral;
