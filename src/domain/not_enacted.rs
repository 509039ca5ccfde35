//! Why a decision under Art. 12(5) does not come about.

/// Days that the person has to answer before anything but a free answer is decided. The law sets no number.
pub const HEARING_DAYS: i64 = 3;

/// Why nothing was enacted.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotEnacted {
    /// The opinion must come from the DPO.
    #[error("only an officer with the role `dpo` gives an opinion")]
    NotTheDpo,
    /// The decision must come from the controller.
    #[error("only an officer with the role `controller` decides")]
    NotTheController,
    /// Two people, always.
    #[error(
        "the officer who advised cannot decide; another officer with the role `controller` must"
    )]
    SamePerson,
    /// Both elements and the milder steps.
    #[error("give reasons for `{0}`")]
    NoReasons(&'static str),
    /// C-416/23: a number can never decide.
    #[error(
        "the frequency alone is never a reason; name what else shows that the request is excessive, in `evidence`"
    )]
    FrequencyAlone,
    /// No advice was asked.
    #[error("the DPO has not given an opinion on this flag yet; ask for one first")]
    NoOpinion,
    /// The DPO saw it otherwise.
    #[error(
        "the DPO holds it not to be excessive; say in `against_advice` why you decide otherwise"
    )]
    AgainstAdvice,
    /// The person knows nothing of it.
    #[error(
        "open the review first: the person is told and can answer before anything but a free answer is decided"
    )]
    NotOpened,
    /// The person has had no time.
    #[error(
        "the person has not answered, and it is not {HEARING_DAYS} days since the letter reached them; where they do not read it, post it and write that down"
    )]
    NotHeard,
    /// A fee of nothing, or beyond what the list allows.
    #[error("a fee needs at least one item of the cost list, and stays under its cap")]
    NoFee,
    /// A part without a name.
    #[error("say in `part` which part is refused")]
    NoPart,
}
