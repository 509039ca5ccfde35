//! Whose provisions the words cite.

/// The law that the controller is under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Law {
    /// Of the Union and of the European Economic Area.
    #[default]
    Union,
    /// Of the United Kingdom.
    UnitedKingdom,
    /// Of Switzerland.
    Switzerland,
    /// Of a regime that somebody wrote: we know no provision of it, and cite those of the Union.
    Other,
}
